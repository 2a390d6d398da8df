//! What stands below the words that are typed: a suggestion in their place until the first letter, and what the keys do.

use super::frame::{self, Line};
use super::look::{Appearance, Role};
use super::{Phrases, Prompt, Reading};
use crate::text;

/// What a field shows beside what is typed into it.
#[derive(Clone, Debug, Default)]
pub(super) struct Below {
    /// What Enter takes while nothing is typed; empty for none.
    pub(super) suggestion: String,
    /// The suggestion as it stands in the field, broken into lines.
    offered: Vec<Line>,
    /// How it is kept, changed or cleared.
    how: Vec<Line>,
    keys: Line,
    /// How the typed words are understood.
    reading: Option<Reading>,
    /// Lines that are free from the field's first one on.
    room: usize,
    columns: usize,
    /// Columns before the first letter.
    begin: usize,
}

impl Below {
    /// For a field behind `cursor`, which begins in the line `at` of a window of this size.
    pub(super) fn new(prompt: &Prompt, phrases: &Phrases, keys: &str, cursor: &str, size: (usize, usize)) -> Self {
        let columns = size.1;
        let suggestion = text::sanitize::sanitize_text(&prompt.suggestion);
        let begin = text::width(cursor);
        let mut below = Self {
            keys: frame::key_line(keys, columns),
            reading: prompt.reading.clone(),
            room: size.0,
            columns,
            begin,
            ..Self::default()
        };
        if !suggestion.is_empty() {
            let margin = " ".repeat(frame::margin(columns));
            let wide = frame::text_width(columns) + frame::margin(columns);
            let lines = text::hanging(&suggestion, wide, &" ".repeat(begin), &margin);
            let skip = |at: usize| if at == 0 { begin } else { margin.len() };
            let line = |(at, line): (usize, String)| match line.get(skip(at)..) {
                Some(words) if at > 0 => vec![(margin.clone(), Role::Words), (words.to_owned(), Role::Offered)],
                words => vec![(words.unwrap_or_default().to_owned(), Role::Offered)],
            };
            below.offered = lines.into_iter().enumerate().map(line).collect();
            below.how = frame::words(phrases.suggestion_keys, Role::Words, columns);
            below.suggestion = suggestion;
        }
        below
    }

    /// The field begins in this line of the window, counted from 0.
    pub(super) fn beginning_at(mut self, at: usize) -> Self {
        self.room = self.room.saturating_sub(at);
        self
    }

    /// How many lines the field and all of this take.
    pub(super) fn lines(&self) -> usize {
        self.spans("").len()
    }

    /// How many lines they take where the keys go without.
    pub(super) fn fewest(&self) -> usize {
        self.offered.len().max(1) + self.how.len()
    }

    /// The suggestion is not wanted.
    pub(super) fn clear(&mut self) {
        *self = Self {
            keys: std::mem::take(&mut self.keys),
            reading: self.reading.take(),
            suggestion: String::new(),
            offered: Vec::new(),
            how: Vec::new(),
            ..*self
        };
    }

    /// What stands behind the words `typed`, line by line; the first is the rest of their own. What the typed words leave
    /// no room for goes, the keys last.
    pub(super) fn shown(&self, typed: &str) -> Vec<Line> {
        let mut lines = self.spans(typed);
        let taken = match typed {
            "" => 0,
            typed => rows(typed, self.begin, self.columns) - 1,
        };
        // Air goes first, then the keys.
        let too_many = |lines: &[Line]| lines.len() + taken > self.room;
        if too_many(&lines) {
            let mut behind = lines.split_off(1);
            behind.retain(|line| !line.is_empty());
            lines.extend(behind);
        }
        if too_many(&lines) && lines.len() > 1 {
            lines.pop();
        }
        lines
    }

    fn spans(&self, typed: &str) -> Vec<Line> {
        let mut lines = match typed {
            "" => self.offered.clone(),
            _ => Vec::new(),
        };
        if lines.is_empty() {
            lines.push(Line::new());
            let read = self.reading.as_ref().and_then(|reading| reading.of(typed));
            if let Some(read) = read {
                lines.push(Line::new());
                lines.extend(frame::words(&format!("= {read}"), Role::Strong, self.columns));
            }
        } else {
            lines.push(Line::new());
            lines.extend(self.how.iter().cloned());
        }
        if self.keys.iter().any(|(words, _)| !words.trim().is_empty()) {
            lines.extend([Line::new(), self.keys.clone()]);
        }
        lines
    }
}

/// The rows that words take behind so many columns.
fn rows(words: &str, begin: usize, columns: usize) -> usize {
    let mut rows = 0;
    for (at, line) in words.split('\n').enumerate() {
        let before = if at == 0 { begin } else { 0 };
        rows += 1 + (before + text::width(line)) / columns.max(1);
    }
    rows
}

/// Lines as the editor writes them. A line that ends at the edge has moved on to the next already, and the editor and
/// the terminal count that differently: with a space behind it they agree.
pub(super) fn joined(lines: &[Line], look: Option<Appearance>) -> String {
    let dressed = |(words, role): &(String, Role)| match look {
        Some(look) => look.dress(*role, words),
        None => words.clone(),
    };
    let lines = lines.iter().map(|line| line.iter().map(dressed).collect::<String>());
    lines.collect::<Vec<_>>().join(" \n")
}

#[cfg(test)]
mod tests {
    use super::super::phrases::english;
    use super::*;

    fn field(suggestion: &str, size: (usize, usize)) -> Below {
        let prompt = Prompt {
            suggestion: suggestion.into(),
            ..Prompt::default()
        };
        Below::new(&prompt, english(), "Enter keeps it  Esc back", "> ", size)
    }

    fn text_of(below: &Below, typed: &str) -> String {
        joined(&below.shown(typed), None)
    }

    #[test]
    fn a_suggestion_stands_in_the_field_until_something_is_typed() {
        let below = field("Pause", (24, 80));
        let shown = text_of(&below, "");
        assert!(shown.starts_with("Pause \n \n"), "{shown}");
        assert!(shown.ends_with("  Enter keeps it  Esc back"), "{shown}");
        assert_eq!(text_of(&below, "S"), " \n \n  Enter keeps it  Esc back");
        let mut below = below;
        below.clear();
        assert_eq!(text_of(&below, ""), " \n \n  Enter keeps it  Esc back");
        assert_eq!(below.suggestion, "");
    }

    #[test]
    fn no_line_of_a_suggestion_is_wider_than_the_window_and_no_word_is_torn() {
        let said = "Starting Friday, I will not give cash or send money by phone.";
        for columns in [40, 60, 80] {
            let below = field(said, (12, columns));
            let words: String = below
                .offered
                .iter()
                .flatten()
                .map(|(words, _)| format!("{} ", words.trim()))
                .collect();
            assert_eq!(words.split_whitespace().collect::<Vec<_>>().join(" "), said);
            for line in text_of(&below, "").split(" \n") {
                assert!(text::width(line) < columns, "{columns}: {line}");
            }
        }
    }

    #[test]
    fn where_the_words_need_the_room_the_keys_go_last() {
        let below = field("", (12, 40)).beginning_at(9);
        assert_eq!(below.shown("a").len(), 3);
        assert_eq!(below.shown(&"a".repeat(40)).len(), 2);
        assert_eq!(below.shown(&"a".repeat(80)).len(), 1);
        let below = field("One sentence and then another one of them.", (12, 40));
        assert_eq!(below.lines() - below.fewest(), 3);
    }
}
