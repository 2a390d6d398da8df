//! What the rich back end prints above the cursor: words, wrapped and in their tone, on the conversation's stream.

use std::io::{self, Write};

use console::{Style, Term};

use super::list_state::MARK;
use super::{Choice, Prompt, Tone, layout};

/// The widest line that is printed, in columns.
pub(super) const COLUMNS: usize = 80;

/// The rows of a list that are always shown, however long the words above it.
pub(super) const ROWS: usize = 5;

/// The rows of a list for which its explanations make room, where the screen is high enough.
const SHOWN: usize = 14;

/// The screen as something to print on.
pub(super) struct Screen {
    /// Whether anything but letters may be sent.
    pub(super) colour: bool,
}

impl Screen {
    /// Rows and columns.
    pub(super) fn size(&self) -> (usize, usize) {
        let (rows, columns) = Term::stderr().size();
        (usize::from(rows), usize::from(columns))
    }

    /// How words of this tone look.
    pub(super) fn style(&self, tone: Tone) -> Style {
        match tone {
            Tone::Title | Tone::Strong => Style::new().bold(),
            Tone::Quiet => Style::new().dim(),
            Tone::Plain => Style::new(),
        }
        .force_styling(self.colour)
    }

    /// Prints words, wrapped; gives how many lines they took.
    pub(super) fn print(&self, words: &str, tone: Tone) -> io::Result<usize> {
        if words.trim().is_empty() {
            return Ok(0);
        }
        let rows = layout::wrap_lines(words, self.size().1.min(COLUMNS));
        self.print_rows(&rows, tone)?;
        Ok(rows.len())
    }

    /// Prints lines that are already wrapped and clean.
    pub(super) fn print_rows(&self, rows: &[String], tone: Tone) -> io::Result<()> {
        let style = self.style(tone);
        let mut out = io::stderr().lock();
        for row in rows {
            writeln!(out, "{}", style.apply_to(row))?;
        }
        out.flush()
    }

    /// From now on the keys of the number pad send what stands on them, whatever a program before left.
    pub(super) fn use_plain_keys(&self) -> io::Result<()> {
        let mut out = io::stderr().lock();
        out.write_all(b"\x1b>")?;
        out.flush()
    }

    /// Clears the screen, and what has scrolled away above it where the terminal can.
    pub(super) fn clear(&self, also_above: bool) -> io::Result<()> {
        if also_above {
            return clear_all();
        }
        let mut out = io::stderr().lock();
        out.write_all(b"\x1b[2J\x1b[H")?;
        out.flush()
    }

    /// Prints what is said above a question, with air behind each; gives how many lines it took.
    pub(super) fn print_above(&self, prompt: &Prompt) -> io::Result<usize> {
        let mut used = 0;
        for said in &prompt.above {
            used += self.print(&said.text, said.tone)? + 1;
            self.print_rows(&[String::new()], Tone::Plain)?;
        }
        Ok(used)
    }

    /// True if the screen holds what is said above the question and the question itself, with `rows` rows of a list.
    pub(super) fn holds(&self, prompt: &Prompt, options: &[Choice], rows: usize) -> bool {
        let (height, columns) = self.size();
        let wide = columns.min(COLUMNS);
        let above: usize = prompt
            .above
            .iter()
            .map(|said| wrap_part(&said.text, wide).len() + 1)
            .sum();
        let words: usize = [&prompt.place, &prompt.ask, &prompt.why]
            .iter()
            .map(|words| wrap_part(words, wide).len())
            .sum();
        let notes = layout::row_notes(options, columns.saturating_sub(MARK), wide).len();
        // The cursor takes a line, the air between the parts up to three; the foot goes first where it does not fit.
        above + words + notes + rows.min(SHOWN) + 3 <= height
    }

    /// Prints everything that is above the cursor line; gives how many lines it took. `rows` is how many
    /// rows of a list follow. Where not all of it fits, the question itself is last and is seen.
    pub(super) fn print_head(&self, prompt: &Prompt, options: &[Choice], foot: &str, rows: usize) -> io::Result<usize> {
        let (height, columns) = self.size();
        let wide = columns.min(COLUMNS);
        let place = (wrap_part(&prompt.place, wide), Tone::Quiet);
        let ask = (wrap_part(&prompt.ask, wide), Tone::Strong);
        let why = (wrap_part(&prompt.why, wide), Tone::Plain);
        let notes = (
            layout::row_notes(options, columns.saturating_sub(MARK), wide),
            Tone::Plain,
        );
        let foot = (wrap_part(foot, wide), Tone::Quiet);
        let above: usize = prompt
            .above
            .iter()
            .map(|said| wrap_part(&said.text, wide).len() + 1)
            .sum();
        let all: usize = [&place, &ask, &why, &notes, &foot]
            .iter()
            .map(|(lines, _)| lines.len())
            .sum::<usize>()
            + above;
        let below = rows.min(SHOWN) + 2;
        let air = (vec![String::new()], Tone::Plain);
        // Where not all of it fits, the air goes first, then the foot; `fit` has seen to the rest.
        let parts = if all + below + 4 <= height {
            vec![place, air.clone(), ask, why, air.clone(), notes, air, foot]
        } else if all + below < height {
            vec![place, ask, why, notes, foot]
        } else {
            vec![place, why, notes, ask]
        };
        if prompt.fresh {
            self.clear(false)?;
        }
        let mut used = self.print_above(prompt)?;
        // Never two empty lines together, and none at the top of a clean screen.
        let mut empty = prompt.fresh || used > 0;
        if !prompt.fresh && used == 0 {
            self.print_rows(&[String::new()], Tone::Plain)?;
            (used, empty) = (1, true);
        }
        for (lines, tone) in parts {
            let is_air = lines.iter().all(String::is_empty);
            let unneeded = lines.is_empty() || is_air && empty;
            if !unneeded {
                self.print_rows(&lines, tone)?;
                used += lines.len();
                empty = is_air;
            }
        }
        Ok(used)
    }
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

fn wrap_part(words: &str, columns: usize) -> Vec<String> {
    if words.trim().is_empty() {
        Vec::new()
    } else {
        layout::wrap_lines(words, columns)
    }
}
