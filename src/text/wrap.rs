//! Breaks text into lines of a width, where a reader would.
//!
//! textwrap chooses the breaks; the pieces and their widths are ours, because it would part a
//! family emoji or a letter and its accent in a long word, and a phone number at its hyphen.

use textwrap::core::Fragment;
use textwrap::wrap_algorithms::wrap_first_fit;

use super::width::{fitting_prefix, width};
use unicode_segmentation::UnicodeSegmentation;

/// The text in lines of at most `columns` columns. Its own line breaks and blank lines stay, and
/// so do spaces at the beginning of its lines; words longer than a line are broken between letters.
/// Empty text is one empty line. A letter wider than `columns` stands alone and over the edge.
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    hanging(text, columns, "", "")
}

/// As [`wrap`], with `first_indent` before the first line and `next_indent` before every other
/// (as for "- " and "  "); `columns` counts the indents too. A blank line carries no blank space.
pub fn hanging(text: &str, columns: usize, first_indent: &str, next_indent: &str) -> Vec<String> {
    let first_room = room(columns, first_indent);
    let next_room = room(columns, next_indent);
    let mut wrapped: Vec<String> = Vec::new();
    for paragraph in text.split('\n') {
        let rooms = match wrapped.is_empty() {
            true => [first_room, next_room],
            false => [next_room, next_room],
        };
        for line in broken(paragraph, rooms) {
            let indent = match wrapped.is_empty() {
                true => first_indent,
                false => next_indent,
            };
            let whole = format!("{indent}{line}");
            wrapped.push(match line.is_empty() {
                true => whole.trim_end().to_owned(),
                false => whole,
            });
        }
    }
    wrapped
}

/// The text with its lines broken at spaces only: a word longer than a line, such as the path of a file, stays whole.
pub fn wrap_words(text: &str, columns: usize) -> String {
    let columns = [columns as f64];
    let lines = |paragraph: &str| {
        let pieces = pieces(paragraph, usize::MAX);
        let lines = wrap_first_fit(&pieces, &columns);
        lines.into_iter().map(joined).collect::<Vec<_>>().join("\n")
    };
    text.split('\n').map(lines).collect::<Vec<_>>().join("\n")
}

/// The columns beside an indent; one at least, so that there is always progress.
fn room(columns: usize, indent: &str) -> usize {
    columns.saturating_sub(width(indent)).max(1)
}

/// One paragraph in lines, the first in `rooms[0]` columns, the others in `rooms[1]`.
fn broken(paragraph: &str, rooms: [usize; 2]) -> Vec<String> {
    if width(paragraph) <= rooms[0] && !paragraph.ends_with(' ') {
        return vec![paragraph.to_owned()];
    }
    let pieces = pieces(paragraph, rooms[0].min(rooms[1]));
    let rooms = rooms.map(|columns| columns as f64);
    wrap_first_fit(&pieces, &rooms).into_iter().map(joined).collect()
}

fn joined(line: &[Piece<'_>]) -> String {
    let mut whole = String::new();
    for (at, piece) in line.iter().enumerate() {
        whole.push_str(piece.word);
        if at + 1 < line.len() {
            whole.push_str(&" ".repeat(piece.spaces));
        }
    }
    whole
}

/// A word, or a part of one too long for a line, with the spaces after it.
#[derive(Debug)]
struct Piece<'a> {
    word: &'a str,
    spaces: usize,
}

impl Fragment for Piece<'_> {
    fn width(&self) -> f64 {
        width(self.word) as f64
    }

    fn whitespace_width(&self) -> f64 {
        self.spaces as f64
    }

    fn penalty_width(&self) -> f64 {
        0.0
    }
}

fn pieces(paragraph: &str, room: usize) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = paragraph;
    loop {
        let (mut word, after) = rest.split_at(rest.find(' ').unwrap_or(rest.len()));
        rest = after.trim_start_matches(' ');
        while width(word) > room {
            let first_letter = word.graphemes(true).next().map_or(word.len(), str::len);
            let end = fitting_prefix(word, room).max(first_letter);
            if end == word.len() {
                break;
            }
            pieces.push(Piece {
                word: &word[..end],
                spaces: 0,
            });
            word = &word[end..];
        }
        pieces.push(Piece {
            word,
            spaces: after.len() - rest.len(),
        });
        if rest.is_empty() {
            return pieces;
        }
    }
}

/// A label within a sentence: it begins small, unless its first word is an abbreviation or it names something of one
/// country, such as "Medicaid (US)".
pub fn small_start(label: &str) -> String {
    let first = label.split_whitespace().next().unwrap_or_default();
    let is_name = label.ends_with(')') || first.chars().skip(1).any(char::is_uppercase);
    let mut letters = label.chars();
    match letters.next() {
        Some(letter) if !is_name => letter.to_lowercase().chain(letters).collect(),
        _ => label.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_stays_whole_where_words_are_broken() {
        let said = "the plan: /home/a/very/long/path/plan.json\n  is open\n";
        assert_eq!(
            wrap_words(said, 12),
            "the plan:\n/home/a/very/long/path/plan.json\n  is open\n"
        );
        assert_eq!(wrap_words(said, 80), said);
    }

    #[test]
    fn a_label_within_a_sentence_begins_small_unless_it_is_a_name() {
        for (label, within) in [
            ("Drives", "drives"),
            ("Safety: carries naloxone", "safety: carries naloxone"),
            ("CRAFT group", "CRAFT group"),
            ("Medicaid (US)", "Medicaid (US)"),
            ("", ""),
        ] {
            assert_eq!(small_start(label), within);
        }
    }
    use proptest::prelude::*;

    #[test]
    fn breaks_at_spaces() {
        assert_eq!(wrap("we love you dearly", 7), ["we love", "you", "dearly"]);
        assert_eq!(wrap("we love you ", 80), ["we love you"]);
        assert_eq!(wrap("call 555-1234 now", 9), ["call", "555-1234", "now"]);
    }

    #[test]
    fn keeps_the_texts_own_lines() {
        assert_eq!(wrap("one\n\n  two three", 6), ["one", "", "  two", "three"]);
        assert_eq!(wrap("one  two", 80), ["one  two"]);
        assert_eq!(wrap("", 80), [""]);
        assert_eq!(wrap("a\n", 80), ["a", ""]);
    }

    #[test]
    fn breaks_long_words_between_letters() {
        assert_eq!(wrap("see abcdefghij", 4), ["see", "abcd", "efgh", "ij"]);
        assert_eq!(wrap("e\u{301}e\u{301}e\u{301}", 2), ["e\u{301}e\u{301}", "e\u{301}"]);
        assert_eq!(wrap("김민준", 4), ["김민", "준"]);
        let family = "👨\u{200D}👩\u{200D}👧";
        assert_eq!(wrap(&family.repeat(2), 3), [family, family]);
        assert_eq!(wrap("김a", 0), ["김", "a"]);
    }

    #[test]
    fn hangs() {
        assert_eq!(hanging("we love you", 9, "- ", "  "), ["- we love", "  you"]);
        assert_eq!(hanging("a b\n\nc", 4, "1.  ", "> "), ["1.  a", "> b", ">", "> c"]);
        assert_eq!(hanging("ab", 1, "    ", ""), ["    a", "b"]);
        assert_eq!(hanging("", 9, "- ", "  "), ["-"]);
    }

    proptest! {
        #[test]
        fn lines_fit_and_lose_no_letter(raw in "[ -~é김\n]{0,80}", columns in 2usize..30) {
            let wrapped = wrap(&raw, columns);
            prop_assert!(wrapped.iter().all(|line| width(line) <= columns));
            let letters = |text: &str| text.replace([' ', '\n'], "");
            prop_assert_eq!(letters(&wrapped.concat()), letters(&raw));
        }

        #[test]
        fn never_panics(raw in any::<String>(), columns: u8, indent in "\\PC{0,9}") {
            hanging(&raw, columns.into(), &indent, "");
        }
    }
}
