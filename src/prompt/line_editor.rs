//! One answer typed in words, through rustyline. Its feature `signal-hook` stays off: with it, it waits where a reading
//! that finds no key does not end it, and that is how an Enter and a changed window are heard here.

use std::io::{self, Write};
use std::panic::{self, AssertUnwindSafe};
use std::time::Duration;

use console::Term;
use rustyline::config::{Behavior, BellStyle, Configurer};
use rustyline::error::ReadlineError;
use rustyline::history::DefaultHistory;
use rustyline::{ColorMode, Config, Editor, Event, EventHandler, KeyCode, KeyEvent, Modifiers};

use super::backend::is_big_enough;
use super::below::Below;
use super::below_hint::FieldHelper;
use super::line_keys::{HandleEsc, KeyState, LineState, WatchKeys};
use super::look::Appearance;
use super::wait_for_key::while_watched;
use super::{key_halves, terminal_guard, unfinished};

/// How long the rest of a key's letters may take on a slow line before Esc is Esc, in milliseconds.
const KEY_TIMEOUT: u16 = 150;

/// How long the rest of a paste may take to come.
pub(super) const STILL_COMING: Duration = Duration::from_millis(50);

/// How the typing ended.
pub(super) enum TypedLine {
    /// With Enter.
    Text(String),
    /// With an Enter that came before anybody can have seen what it would answer: it counts for nothing.
    Ahead(String),
    /// With Esc; what was there.
    Away(String),
    /// The window has changed, or what stood on it is not known; what was there.
    Anew(String),
    /// Ctrl-D on an empty line, or the terminal went away.
    End,
}

/// The line editor. It remembers nothing from one answer to the next but the keys that were typed ahead: rustyline's
/// feature `buffer-redux` keeps what came in one piece with the Esc before it.
pub(super) struct LineEditor {
    editor: Editor<FieldHelper, DefaultHistory>,
    keys: KeyState,
    look: Appearance,
    has_read: bool,
}

impl LineEditor {
    /// A line editor on the terminal.
    pub(super) fn new(look: Appearance) -> io::Result<Self> {
        let keys = KeyState::default();
        Ok(Self {
            editor: Self::editor(&keys, look)?,
            keys,
            look,
            has_read: false,
        })
    }

    fn editor(keys: &KeyState, look: Appearance) -> io::Result<Editor<FieldHelper, DefaultHistory>> {
        let mut builder = Config::builder()
            .behavior(Behavior::PreferTerm)
            .keyseq_timeout(Some(KEY_TIMEOUT))
            .bracketed_paste(true)
            .bell_style(BellStyle::None)
            // What is plain is decided in one place, the look.
            .color_mode(ColorMode::Forced)
            .auto_add_history(false)
            .max_history_size(0)
            .map_err(io::Error::other)?;
        // One write a key instead of three: what is written at once is drawn at once.
        builder.enable_synchronized_output(false);
        let mut editor = Editor::with_config(builder.build()).map_err(io::Error::other)?;
        editor.set_helper(Some(FieldHelper::new(keys.clone(), look)));
        let esc = EventHandler::Conditional(Box::new(HandleEsc(keys.clone())));
        editor.bind_sequence(KeyEvent(KeyCode::Esc, Modifiers::NONE), esc);
        editor.bind_sequence(Event::Any, EventHandler::Conditional(Box::new(WatchKeys(keys.clone()))));
        Ok(editor)
    }

    /// Throws away what was typed ahead of a list or a page, where words were typed before it. Words may be typed ahead
    /// of the next field; but the last lines of a paste must not answer a list, or leaf past a page, that nobody has
    /// seen.
    pub(super) fn drop_ahead(&mut self) -> io::Result<()> {
        if std::mem::take(&mut self.has_read) {
            self.editor = Self::editor(&self.keys, self.look)?;
            terminal_guard::drop_keys();
        }
        Ok(())
    }

    /// Throws away whatever was typed up to now: nothing may answer a question that nobody has seen yet.
    pub(super) fn drop_unseen(&mut self) -> io::Result<()> {
        std::thread::sleep(STILL_COMING);
        self.has_read = false;
        self.editor = Self::editor(&self.keys, self.look)?;
        terminal_guard::drop_keys();
        Ok(())
    }

    /// Lets somebody type at `cursor`, beginning with `initial`. A line that waits already was typed before this was
    /// seen. Enter on nothing takes the suggestion that stands `below`, unless it was cleared away there.
    pub(super) fn edit(&mut self, cursor: &str, initial: &str, below: &mut Below) -> io::Result<TypedLine> {
        terminal_guard::stop_if_ending();
        self.has_read = true;
        let half = key_halves::is_second_enter();
        let behind = terminal_guard::more_within(Duration::ZERO);
        *self.keys.state() = LineState::new(behind, half, std::mem::take(below));
        let keys = self.keys.clone();
        let typed = {
            #[cfg(unix)]
            let _undisturbed = terminal_guard::Undisturbed::by_ctrl_c();
            while_watched(move || wake(&keys), || self.edit_keys(cursor, initial))
        };
        // If the terminal is gone, what was typed says so.
        let _ = io::stderr().write_all(b"\x1b[J");
        let mut state = std::mem::take(&mut *self.keys.state());
        *below = std::mem::take(&mut state.below);
        let ended = how_it_ended(typed, state)?;
        unfinished::begin_field(None);
        Ok(match ended {
            TypedLine::Text(typed) if typed.is_empty() => TypedLine::Text(below.suggestion.clone()),
            typed => typed,
        })
    }

    /// The same; bytes that are no letter are passed over, and what was there stays.
    fn edit_keys(&mut self, cursor: &str, initial: &str) -> rustyline::Result<String> {
        let mut initial = initial.to_owned();
        loop {
            let mut state = self.keys.state();
            initial.clone_into(&mut state.line);
            state.behind |= state.entered.take().is_some();
            drop(state);
            let read = AssertUnwindSafe(|| self.editor.readline_with_initial(cursor, (&initial, "")));
            match panic::catch_unwind(read) {
                Ok(Err(ReadlineError::Io(error))) if error.kind() == io::ErrorKind::InvalidData => {
                    initial = std::mem::take(&mut self.keys.state().line);
                }
                Ok(typed) => return typed,
                // It counts columns in 16 bits, and breaks when more of them are taken off the line at once.
                Err(_) if self.keys.state().line.len() > usize::from(u16::MAX) => {
                    initial.clear();
                    self.editor = Self::editor(&self.keys, self.look)?;
                }
                Err(broken) => panic::resume_unwind(broken),
            }
            // The line is drawn anew where it stood.
            io::stderr().write_all(b"\r\x1b[J")?;
        }
    }
}

/// Lets the editor end, so that the question is drawn anew around what was typed. False where that has to wait.
fn wake(keys: &KeyState) -> bool {
    let mut state = keys.state();
    if state.is_under_way() || !is_big_enough(Term::stderr().size_checked()) || !terminal_guard::wake_reader() {
        return false;
    }
    state.anew = true;
    true
}

/// What came of the keys, whichever way the editor says it.
fn how_it_ended(typed: rustyline::Result<String>, state: LineState) -> io::Result<TypedLine> {
    match (typed, state.away) {
        (Err(ReadlineError::Eof), _) if state.entered.is_some() && state.behind => Ok(TypedLine::Ahead(state.line)),
        (Err(ReadlineError::Eof), _) if state.entered.is_some() => Ok(TypedLine::Text(state.line)),
        (Ok(text), _) => Ok(TypedLine::Text(text)),
        (Err(ReadlineError::Eof | ReadlineError::Interrupted), _) if state.anew => Ok(TypedLine::Anew(state.stands)),
        (Err(ReadlineError::Interrupted), Some(text)) => Ok(TypedLine::Away(text)),
        (Err(ReadlineError::Interrupted), None) => terminal_guard::interrupt(),
        (Err(ReadlineError::Eof), _) => Ok(input_ended()),
        (Err(ReadlineError::Io(error)), _) if is_hang_up(&error) => Ok(input_ended()),
        #[cfg(unix)]
        (Err(ReadlineError::Errno(error)), _) if is_hang_up(&io::Error::from_raw_os_error(error as i32)) => {
            Ok(input_ended())
        }
        (Err(ReadlineError::Io(error)), _) => Err(error),
        (Err(error), _) => Err(io::Error::other(error)),
    }
}

fn input_ended() -> TypedLine {
    terminal_guard::wait_for_signal();
    TypedLine::End
}

/// What a list met while it read keys: `Ok` where the terminal went away, which is the end of input and no fault.
pub(super) fn end_on_interrupt(error: io::Error) -> io::Result<()> {
    if error.kind() == io::ErrorKind::Interrupted {
        // console has raised SIGINT, or has been met by the signal that ends the visit.
        terminal_guard::wait_for_exit();
    }
    if !is_hang_up(&error) {
        return Err(error);
    }
    terminal_guard::wait_for_signal();
    terminal_guard::restore();
    Ok(())
}

/// Whether the terminal at the other end went away: the end of input, not a fault.
pub(super) fn is_hang_up(error: &io::Error) -> bool {
    #[cfg(unix)]
    let gone = {
        use rustix::io::Errno;
        // What is no terminal any more is looked for as `/dev/tty`, and that is not there either.
        let gone = [Errno::IO, Errno::NXIO, Errno::NODEV].map(Errno::raw_os_error);
        error.raw_os_error().is_some_and(|code| gone.contains(&code))
    };
    #[cfg(not(unix))]
    let gone = false;
    gone || error.kind() == io::ErrorKind::UnexpectedEof
}
