//! One answer typed in words, through rustyline. Its feature `signal-hook` stays off: with it a resized window ends
//! the next list as if Ctrl-C had been pressed.

use std::io::{self, Write};
use std::panic::{self, AssertUnwindSafe};
use std::time::Duration;

use rustyline::config::Behavior;
use rustyline::error::ReadlineError;
use rustyline::history::DefaultHistory;
use rustyline::{Config, Editor, Event, EventHandler, KeyCode, KeyEvent, Modifiers};

use super::line_keys::{HandleEsc, KeyState, LineState, WatchKeys};
use super::{key_halves, terminal_guard};

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
    /// Ctrl-D on an empty line, or the terminal went away.
    End,
}

/// The line editor. It remembers nothing from one answer to the next but the keys that were typed ahead: rustyline's
/// feature `buffer-redux` keeps what came in one piece with the Esc before it.
pub(super) struct LineEditor {
    editor: Editor<(), DefaultHistory>,
    keys: KeyState,
    has_read: bool,
}

impl LineEditor {
    /// A line editor on the terminal.
    pub(super) fn new() -> io::Result<Self> {
        let keys = KeyState::default();
        Ok(Self {
            editor: Self::editor(&keys)?,
            keys,
            has_read: false,
        })
    }

    fn editor(keys: &KeyState) -> io::Result<Editor<(), DefaultHistory>> {
        let builder = Config::builder()
            .behavior(Behavior::PreferTerm)
            .keyseq_timeout(Some(KEY_TIMEOUT))
            .bracketed_paste(true)
            .auto_add_history(false)
            .max_history_size(0)
            .map_err(io::Error::other)?;
        let mut editor = Editor::with_config(builder.build()).map_err(io::Error::other)?;
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
            self.editor = Self::editor(&self.keys)?;
            terminal_guard::drop_keys();
        }
        Ok(())
    }

    /// Throws away whatever was typed up to now: nothing may answer a question that nobody has seen yet.
    pub(super) fn drop_unseen(&mut self) -> io::Result<()> {
        std::thread::sleep(STILL_COMING);
        self.has_read = false;
        self.editor = Self::editor(&self.keys)?;
        terminal_guard::drop_keys();
        Ok(())
    }

    /// Lets somebody type at `cursor`, beginning with `initial`. A line that waits already was typed before this was
    /// seen.
    pub(super) fn edit(&mut self, cursor: &str, initial: &str) -> io::Result<TypedLine> {
        self.has_read = true;
        let half = key_halves::is_second_enter();
        *self.keys.state() = LineState::new(terminal_guard::more_within(Duration::ZERO), half);
        let typed = self.edit_keys(cursor, initial);
        let state = std::mem::take(&mut *self.keys.state());
        match (typed, state.away) {
            (Err(ReadlineError::Eof), _) if state.entered.is_some() && state.behind => Ok(TypedLine::Ahead(state.line)),
            (Err(ReadlineError::Eof), _) if state.entered.is_some() => Ok(TypedLine::Text(state.line)),
            (Ok(text), _) => Ok(TypedLine::Text(text)),
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
                    self.editor = Self::editor(&self.keys)?;
                }
                Err(broken) => panic::resume_unwind(broken),
            }
            // The line is drawn anew where it stood.
            io::stderr().write_all(b"\r\x1b[K")?;
        }
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
