//! The plain back end, in a terminal: lines that came before their question was seen, or all at once, as a paste does
//! where nothing marks it. From anywhere else each line is an answer.

use std::io::{self, BufRead, Write};
use std::time::Duration;

use super::{Plain, line_editor, terminal_guard};

impl<R: BufRead, W: Write> Plain<R, W> {
    /// In a terminal, throws away what was typed before the question was seen.
    pub(super) fn drop_unseen(&mut self) -> io::Result<()> {
        if self.echoes {
            self.out.flush()?;
            std::thread::sleep(line_editor::STILL_COMING);
            terminal_guard::drop_keys();
        }
        Ok(())
    }

    /// The lines that wait already where nobody can have seen yet what they would answer.
    pub(super) fn typed_ahead(&mut self) -> io::Result<String> {
        self.lines_within(Duration::ZERO)
    }

    /// The lines that came in one piece with the line before.
    pub(super) fn rest_of_paste(&mut self) -> io::Result<String> {
        self.lines_within(line_editor::STILL_COMING)
    }

    fn lines_within(&mut self, time: Duration) -> io::Result<String> {
        let (mut lines, mut time) = (Vec::new(), time);
        while self.echoes && terminal_guard::more_within(time) {
            let Some(line) = self.read_raw("")? else { break };
            lines.push(line);
            time = line_editor::STILL_COMING;
        }
        Ok(lines.join("\n"))
    }
}
