//! The screen as something to draw on, on the conversation's stream: frames in place, and lines that flow.

use std::cell::Cell;
use std::io::{self, Write};

use console::Term;

use super::frame::Frame;
use super::look::{Appearance, Role};
use super::paint::{self, Top};
use super::{Tone, layout, terminal_guard};

/// The widest line that is printed, in columns.
pub(super) const COLUMNS: usize = 80;

/// The screen, and what stands on it.
pub(super) struct Screen {
    pub(super) look: Appearance,
    /// The frame that stands there, as long as nothing else was written.
    drawn: Option<Standing>,
    /// Rows and columns as they were measured last.
    measured: Cell<Option<(usize, usize)>>,
}

/// A frame that was drawn, and the window it was drawn in.
struct Standing {
    frame: Frame,
    size: (usize, usize),
}

impl Screen {
    /// A screen on which nothing stands yet.
    pub(super) fn new(look: Appearance) -> Self {
        Self {
            look,
            drawn: None,
            measured: Cell::default(),
        }
    }

    /// Rows and columns.
    pub(super) fn size(&self) -> (usize, usize) {
        let known = self.measured.get().filter(|_| !terminal_guard::take_unmeasured());
        known.unwrap_or_else(|| {
            let (rows, columns) = Term::stderr().size();
            let size = (rows.into(), columns.into());
            self.measured.set(Some(size));
            size
        })
    }

    /// Draws a frame over the one before, in one write and without clearing first: only the lines that differ, but all of
    /// them where the window may have been another one meanwhile. A frame begins at the top where the visit has the screen
    /// to itself, and where the cursor stands elsewhere.
    pub(super) fn draw(&mut self, frame: &Frame) -> io::Result<()> {
        terminal_guard::stop_if_ending();
        terminal_guard::begin_screen();
        let top = match terminal_guard::has_screen() {
            true => Top::OfScreen,
            false => Top::Here,
        };
        let size = self.size();
        let cut = terminal_guard::take_resized();
        let out = match &self.drawn {
            Some(before) if !cut && before.size == size && paint::can_change(&before.frame, frame, top) => {
                paint::changed(&before.frame, frame, top, self.look)
            }
            before => {
                let at = before.as_ref().map_or(0, |before| before.frame.cursor.0);
                paint::whole(frame, top, at, self.look)
            }
        };
        let frame = frame.clone();
        self.drawn = Some(Standing { frame, size });
        write_at_once(&out)
    }

    /// Something else is written from now on: the next frame is drawn whole. Where frames follow one another down the
    /// screen, the next line comes below this one.
    pub(super) fn leave_frame(&mut self) -> io::Result<()> {
        let Some(Standing { frame: before, .. }) = self.drawn.take() else {
            return Ok(());
        };
        if terminal_guard::has_screen() {
            return Ok(());
        }
        let below = before.lines.len().saturating_sub(before.cursor.0 + 1);
        write_at_once(&format!("{}\r\n", "\x1b[B".repeat(below)))
    }

    /// How many lines stand there.
    pub(super) fn lines_drawn(&self) -> usize {
        self.drawn.as_ref().map_or(0, |stands| stands.frame.lines.len())
    }

    /// The line the cursor stands in, as far as this has drawn.
    pub(super) fn cursor_line(&self) -> usize {
        self.drawn.as_ref().map_or(0, |stands| stands.frame.cursor.0)
    }

    /// The frame that stood there is another's now, or gone.
    pub(super) fn forget_frame(&mut self) {
        self.drawn = None;
    }

    /// Prints words, wrapped, below what stands there.
    pub(super) fn print(&mut self, words: &str, tone: Tone) -> io::Result<()> {
        if words.trim().is_empty() {
            return Ok(());
        }
        self.leave_frame()?;
        let rows = layout::wrap_lines(words, self.size().1.min(COLUMNS));
        let lines = rows.iter().map(|row| self.look.dress(Role::from(tone), row));
        let said: String = lines.map(|line| format!("{line}\r\n")).collect();
        write_at_once(&said)
    }

    /// From now on the keys of the number pad send what stands on them, whatever a program before left.
    pub(super) fn use_plain_keys(&self) -> io::Result<()> {
        write_at_once("\x1b>")
    }

    /// Clears the screen, and what has scrolled away above it where the terminal can.
    pub(super) fn clear(&mut self, also_above: bool) -> io::Result<()> {
        self.drawn = None;
        if also_above {
            return clear_all();
        }
        write_at_once("\x1b[H\x1b[J")
    }
}

fn write_at_once(out: &str) -> io::Result<()> {
    let mut stream = io::stderr().lock();
    stream.write_all(out.as_bytes())?;
    stream.flush()
}

/// What clears a terminal, and what has scrolled away in it.
pub(super) const CLEAR_ALL: &[u8] = b"\x1b[H\x1b[2J\x1b[3J";

/// Clears the terminal of the conversation, and asks it to drop what has scrolled away.
///
/// # Errors
/// The terminal takes nothing.
pub fn clear_all() -> io::Result<()> {
    let mut out = io::stderr().lock();
    out.write_all(CLEAR_ALL)?;
    out.flush()
}
