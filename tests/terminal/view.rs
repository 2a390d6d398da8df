//! What stands on the screen, and what the program waits for there.

use super::prompts::{prompt, sentence};

/// The screen at one moment, and the state of the terminal behind it.
pub struct View {
    /// The rows, without the spaces at their ends.
    pub rows: Vec<String>,
    /// The row the cursor stands in.
    pub line: String,
    /// The cursor is hidden, as it is while a list is moved through.
    pub hidden: bool,
    /// Keys come one by one, and the next is waited for.
    pub raw: bool,
    /// A paste comes between marks.
    pub marks_pastes: bool,
    /// Something came from the program since the last key.
    pub new: bool,
    /// Rows that ran over the edge of the screen.
    pub over: Vec<String>,
}

/// What the program waits for.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Waits {
    /// Words.
    Words,
    /// One row or several.
    Rows,
    /// Enter.
    Enter,
}

/// What the program waits for, if it does: on a terminal that is moved through, or a line at a time.
pub fn waiting(view: &View, plain: bool) -> Option<Waits> {
    if view.raw == plain || !view.new {
        None
    } else if view.hidden {
        Some(Waits::Rows)
    } else if pauses(&view.line) {
        Some(Waits::Enter)
    } else if plain {
        view.line.ends_with([':', '?', '>']).then_some(Waits::Words)
    } else {
        view.line.contains([':', '?', '>']).then_some(Waits::Words)
    }
}

/// Whether the line at the cursor asks for Enter only.
fn pauses(line: &str) -> bool {
    let keys = ["engine.go_on", "ask.enter_goes_on", "home.neutral_prompt"];
    keys.iter()
        .any(|key| line.starts_with(sentence(key).trim_end_matches('.')))
}

impl View {
    /// Whether this question stands there: at the cursor, or at the head of its list.
    pub fn asks(&self, id: &str, waits: Waits) -> bool {
        let wanted = prompt(id);
        match waits {
            Waits::Enter => false,
            // A long prompt leaves no room for words on a small screen: only the mark stands there.
            Waits::Words => self.line.starts_with(&wanted) || self.raw && self.line.starts_with('>'),
            Waits::Rows => self.rows.iter().any(|row| {
                let head = row.split(" [").next().unwrap_or_default().trim_end_matches("...");
                !head.is_empty() && (head == wanted || head.len() > 12 && wanted.starts_with(head))
            }),
        }
    }

    /// The row of a list the pointer stands at, without the pointer and its box.
    pub fn pointer(&self) -> Option<&str> {
        let row = self.rows.iter().rev().find_map(|row| row.strip_prefix("> "))?;
        let label = row.strip_prefix("[x] ").or(row.strip_prefix("[ ] ")).unwrap_or(row);
        Some(label.trim_start())
    }

    /// Whether the row at the pointer is ticked.
    pub fn is_ticked(&self) -> bool {
        self.rows
            .iter()
            .rev()
            .find_map(|row| row.strip_prefix("> "))
            .is_some_and(|row| row.starts_with("[x] "))
    }

    /// The screen as text.
    pub fn text(&self) -> String {
        self.rows.join("\n").trim_end().to_owned()
    }

    /// The screen as one line, wherever it is wrapped.
    pub fn words(&self) -> String {
        self.rows.join(" ").split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// Whether a row, which may be cut short, is the one with this label.
pub fn is_row(row: &str, label: &str) -> bool {
    match row.strip_suffix("...") {
        Some(begin) => label.starts_with(begin),
        None => row == label,
    }
}
