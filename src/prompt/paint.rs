//! What is sent to a terminal to bring a frame there: all of it, or only the lines that differ from what stands there.

use super::frame::{Frame, Span};
use super::look::Appearance;
use crate::text;

/// While a frame is written the cursor does not show, and behind it, it does.
const CURSOR: [&str; 2] = ["\x1b[?25l", "\x1b[?25h"];

/// Where a frame begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Top {
    /// At the top of a screen that is the visit's own.
    OfScreen,
    /// In the line the cursor stands in.
    Here,
}

impl Top {
    /// From one line to a column of another, both counted from the first of the frame.
    fn go(self, from: usize, (to, column): (usize, usize)) -> String {
        match self {
            Self::OfScreen => format!("\x1b[{};{}H", to + 1, column + 1),
            Self::Here => format!("{}\r{}", moved(to, from, ['B', 'A']), moved(column, 0, ['C', 'D'])),
        }
    }
}

/// Moves one way or the other, by as many as the two differ.
fn moved(to: usize, from: usize, ways: [char; 2]) -> String {
    match to.abs_diff(from) {
        0 => String::new(),
        by => format!("\x1b[{by}{}", ways[usize::from(to < from)]),
    }
}

/// All of a frame, without clearing first; the cursor stands in this line of what it goes over.
pub(super) fn whole(frame: &Frame, top: Top, from: usize, look: Appearance) -> String {
    let begin = match top {
        Top::OfScreen => "\x1b[H".to_owned(),
        Top::Here => top.go(from, (0, 0)),
    };
    let lines: Vec<String> = frame.lines.iter().map(|line| look.dress_all(line) + "\x1b[K").collect();
    let last = frame.lines.len().saturating_sub(1);
    let (row, column) = frame.cursor;
    // The cursor may stand in the line below the last.
    let end = match row > last {
        true => format!("\r\n\x1b[J{}", moved(column, 0, ['C', 'D'])),
        false => format!("\x1b[J{}", top.go(last, (row, column))),
    };
    [CURSOR[0], &begin, &lines.join("\r\n"), &end, CURSOR[1]].concat()
}

/// What differs from the frame that stands there, each line from its first difference on. Empty where nothing does.
pub(super) fn changed(before: &Frame, frame: &Frame, top: Top, look: Appearance) -> String {
    if before.lines == frame.lines && before.cursor == frame.cursor {
        return String::new();
    }
    let (mut out, mut at) = (CURSOR[0].to_owned(), before.cursor.0);
    for (row, line) in frame.lines.iter().enumerate() {
        let stood = before.lines.get(row).map_or(&[][..], Vec::as_slice);
        if stood == line {
            continue;
        }
        let same = stood.iter().zip(line).take_while(|(old, new)| old == new).count();
        out += &top.go(at, (row, width(&line[..same])));
        out += &look.dress_all(&line[same..]);
        if width(line) < width(stood) {
            out += "\x1b[K";
        }
        at = row;
    }
    if before.lines.len() > frame.lines.len() {
        out += &top.go(at, (frame.lines.len(), 0));
        out += "\x1b[J";
        at = frame.lines.len();
    }
    out += &top.go(at, frame.cursor);
    out + CURSOR[1]
}

/// True if one frame can be made of the other where it stands: further down the screen, a longer one would need room.
pub(super) fn can_change(before: &Frame, frame: &Frame, top: Top) -> bool {
    top == Top::OfScreen || frame.lines.len() <= before.lines.len()
}

fn width(line: &[Span]) -> usize {
    line.iter().map(|(words, _)| text::width(words)).sum()
}

impl Appearance {
    /// Pieces of a line as they look.
    pub(super) fn dress_all(self, line: &[Span]) -> String {
        line.iter().map(|(words, role)| self.dress(*role, words)).collect()
    }
}

#[cfg(test)]
#[path = "paint_tests.rs"]
mod tests;
