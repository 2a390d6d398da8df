//! One answer typed in words, through rustyline. Its feature `signal-hook` stays off: with it a resized window ends
//! the next list as if Ctrl-C had been pressed.

use std::io;
use std::sync::{Arc, Mutex, PoisonError};

use rustyline::config::Behavior;
use rustyline::error::ReadlineError;
use rustyline::history::DefaultHistory;
use rustyline::{
    Cmd, ConditionalEventHandler, Config, Editor, Event, EventContext, EventHandler, KeyCode, KeyEvent, Modifiers,
    RepeatCount,
};

use super::leaving;

/// How long the rest of a key's letters may take on a slow line before Esc is Esc, in milliseconds.
const KEY_TIMEOUT: u16 = 80;

/// How the typing ended.
pub(super) enum Typed {
    /// With Enter.
    Text(String),
    /// With Esc; what stood there.
    Away(String),
    /// Ctrl-D on an empty line, or the terminal went away.
    End,
}

/// The line editor. It remembers nothing from one answer to the next but the keys that were typed ahead: rustyline's
/// feature `buffer-redux` keeps what came in one piece with the Enter before it.
pub(super) struct Typing {
    editor: Editor<(), DefaultHistory>,
    away: Arc<Mutex<Option<String>>>,
    has_read: bool,
}

/// Tells Esc from Ctrl-C, which rustyline both ends with "interrupted".
struct Esc(Arc<Mutex<Option<String>>>);

impl ConditionalEventHandler for Esc {
    fn handle(&self, _: &Event, _: RepeatCount, _: bool, context: &EventContext) -> Option<Cmd> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(context.line().to_owned());
        Some(Cmd::Interrupt)
    }
}

impl Typing {
    /// A line editor on the terminal.
    pub(super) fn new() -> io::Result<Self> {
        let away = Arc::new(Mutex::new(None));
        Ok(Self {
            editor: Self::editor(&away)?,
            away,
            has_read: false,
        })
    }

    fn editor(away: &Arc<Mutex<Option<String>>>) -> io::Result<Editor<(), DefaultHistory>> {
        let builder = Config::builder()
            .behavior(Behavior::PreferTerm)
            .keyseq_timeout(Some(KEY_TIMEOUT))
            .bracketed_paste(true)
            .auto_add_history(false)
            .max_history_size(0)
            .map_err(io::Error::other)?;
        let mut editor = Editor::with_config(builder.build()).map_err(io::Error::other)?;
        let esc = EventHandler::Conditional(Box::new(Esc(Arc::clone(away))));
        editor.bind_sequence(KeyEvent(KeyCode::Esc, Modifiers::NONE), esc);
        for newline in [KeyEvent::alt('\r'), KeyEvent(KeyCode::Enter, Modifiers::ALT)] {
            editor.bind_sequence(newline, EventHandler::Simple(Cmd::Newline));
        }
        Ok(editor)
    }

    /// Throws away what was typed ahead of a list or a page, where words were typed before it. Words may be typed ahead
    /// of the next field; but the last lines of a paste must not answer a list, or leaf past a page, that nobody has
    /// seen.
    pub(super) fn drop_ahead(&mut self) -> io::Result<()> {
        if std::mem::take(&mut self.has_read) {
            self.editor = Self::editor(&self.away)?;
            leaving::drop_keys();
        }
        Ok(())
    }

    /// Lets somebody type at `cursor`, beginning with `initial`.
    pub(super) fn read(&mut self, cursor: &str, initial: &str) -> io::Result<Typed> {
        self.has_read = true;
        let typed = self.editor.readline_with_initial(cursor, (initial, ""));
        let away = self.away.lock().unwrap_or_else(PoisonError::into_inner).take();
        match (typed, away) {
            (Ok(text), _) => Ok(Typed::Text(text)),
            (Err(ReadlineError::Interrupted), Some(text)) => Ok(Typed::Away(text)),
            (Err(ReadlineError::Interrupted), None) => leaving::interrupt(),
            (Err(ReadlineError::Eof), _) => Ok(end()),
            (Err(ReadlineError::Io(error)), _) if is_hang_up(&error) => Ok(end()),
            #[cfg(unix)]
            (Err(ReadlineError::Errno(error)), _) if is_hang_up(&io::Error::from_raw_os_error(error as i32)) => {
                Ok(end())
            }
            (Err(ReadlineError::Io(error)), _) => Err(error),
            (Err(error), _) => Err(io::Error::other(error)),
        }
    }
}

fn end() -> Typed {
    leaving::settle();
    Typed::End
}

/// Whether the terminal at the other end went away: the end of input, not a fault.
pub(super) fn is_hang_up(error: &io::Error) -> bool {
    #[cfg(unix)]
    let gone = error.raw_os_error() == Some(rustix::io::Errno::IO.raw_os_error());
    #[cfg(not(unix))]
    let gone = false;
    gone || error.kind() == io::ErrorKind::UnexpectedEof
}
