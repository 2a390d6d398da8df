//! How the words around a question are laid out, for rich and plain alike. Everything shown passes the sanitiser
//! here, since a plan may come from elsewhere.

use super::{Action, Choice, Phrases, Prompt};
use crate::text::{self, sanitize};

/// One line of an answer, as it was typed and heard.
pub(super) enum ParsedInput {
    /// An answer, clean and not empty.
    Answer(String),
    /// A sign.
    Action(Action),
    /// Nothing, or nothing that can be shown.
    Nothing,
}

/// Reads what was typed for one line.
pub(super) fn parse_line(phrases: &Phrases, typed: &str) -> ParsedInput {
    let joined = typed.replace("\r\n", " ").replace(['\n', '\r'], " ");
    parse(phrases, &joined, sanitize::sanitize_line)
}

/// Reads what was typed for a text that keeps its lines.
pub(super) fn parse_text(phrases: &Phrases, typed: &str) -> ParsedInput {
    parse(phrases, typed, sanitize::sanitize_text)
}

fn parse(phrases: &Phrases, typed: &str, clean: impl Fn(&str) -> String) -> ParsedInput {
    if let Some(action) = phrases.signs.action(typed) {
        return ParsedInput::Action(action);
    }
    match clean(typed).trim() {
        "" => ParsedInput::Nothing,
        answer => ParsedInput::Answer(answer.to_owned()),
    }
}

/// An earlier answer made ready for editing: one that reads as a sign gets its space again.
pub(super) fn editable(phrases: &Phrases, before: &str) -> String {
    let before = sanitize::sanitize_text(before);
    if phrases.signs.action(&before).is_some() {
        format!(" {before}")
    } else {
        before
    }
}

/// The text as lines of at most `columns`; empty lines and the shape of lines that fit are kept.
pub(super) fn wrap_lines(text: &str, columns: usize) -> Vec<String> {
    let clean = sanitize::sanitize_text(text);
    let mut rows = Vec::new();
    for line in clean.trim_end_matches('\n').split('\n') {
        if text::width(line) <= columns {
            rows.push(line.to_owned());
        } else {
            let hangs = if columns < HANGING { 0 } else { mark(line) };
            let (mark, words) = line.split_at(hangs);
            rows.extend(text::hanging(words, columns, mark, &" ".repeat(mark.len())));
        }
    }
    rows
}

/// The fewest columns in which the lines of a list hang below its words.
const HANGING: usize = 50;

/// How many letters of a line are before its words, where it is one of a list: spaces, and its number or dash.
fn mark(line: &str) -> usize {
    let words = line.trim_start_matches(' ');
    let figures = words.len() - words.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
    let sign = if figures > 0 { &words[figures..] } else { words };
    let is_mark = sign.starts_with(if figures > 0 { ". " } else { "- " });
    match is_mark {
        true => line.len() - words.len() + figures + 2,
        false => 0,
    }
}

/// The rows with their labels clean, and the row "something else" behind them.
pub(super) fn row_labels(options: &[Choice], last: Option<&str>) -> Vec<String> {
    let own = options.iter().map(|option| sanitize::sanitize_line(&option.label));
    own.chain(last.map(sanitize::sanitize_line)).collect()
}

/// What is at the cursor, with a colon and a space where it does not end in a mark already.
pub(super) fn cursor_text(prompt: &str) -> String {
    let prompt = sanitize::sanitize_line(prompt);
    match prompt.trim_end().chars().last() {
        None => "> ".to_owned(),
        Some(':' | '?' | '>' | '.') => format!("{} ", prompt.trim_end()),
        Some(_) => format!("{}: ", prompt.trim_end()),
    }
}

/// The words at the cursor without the colon, or the room's own when the question brings none.
pub(super) fn label_or_default<'a>(prompt: &'a Prompt, phrases: &'a Phrases) -> &'a str {
    let own = prompt.label.trim().trim_end_matches(':');
    if own.is_empty() { phrases.prompt } else { own }
}

#[cfg(test)]
mod tests {
    use super::super::phrases::english;
    use super::*;

    #[test]
    fn a_space_makes_a_sign_an_answer_and_editing_keeps_it_one() {
        let phrases = english();
        assert!(matches!(parse_line(phrases, "<"), ParsedInput::Action(Action::Back)));
        assert!(matches!(parse_line(phrases, " <"), ParsedInput::Answer(a) if a == "<"));
        assert!(matches!(parse_line(phrases, " \t"), ParsedInput::Nothing));
        assert!(matches!(parse_line(phrases, &editable(phrases, "<")), ParsedInput::Answer(a) if a == "<"));
    }

    #[test]
    fn a_line_of_a_list_hangs_below_its_words() {
        let word = "word ".repeat(12);
        let second = |begin: &str, columns| wrap_lines(&format!("{begin}{word}"), columns).remove(1);
        for (begin, hangs) in [
            ("1. ", "   word"),
            ("  - ", "    word"),
            ("12 ", "word"),
            ("1.", "word"),
            ("", "word"),
        ] {
            assert!(second(begin, HANGING).starts_with(hangs), "{begin:?}");
        }
        assert!(
            second("1. ", HANGING - 1).starts_with("word"),
            "a narrow window has no room for it"
        );
    }

    #[test]
    fn pasted_lines_are_joined_or_kept() {
        let phrases = english();
        assert!(matches!(parse_line(phrases, "a\r\nb\nc"), ParsedInput::Answer(a) if a == "a b c"));
        assert!(matches!(parse_text(phrases, "a\nb\n"), ParsedInput::Answer(a) if a == "a\nb"));
    }

    #[test]
    fn the_cursor_line_ends_in_one_mark() {
        assert_eq!(cursor_text("Name"), "Name: ");
        assert_eq!(cursor_text("Name:"), "Name: ");
        assert_eq!(cursor_text("Ready?"), "Ready? ");
        assert_eq!(cursor_text(""), "> ");
    }
}
