//! What stands on the screen, and what the program waits for there.

use super::prompts::{asks, prompt, sentence};

/// The screen at one moment, and the state of the terminal behind it.
pub struct View {
    /// The rows, without the spaces at their ends.
    pub rows: Vec<String>,
    /// The row the cursor stands in.
    pub line: String,
    /// The keys of a list stand at the foot of what is drawn, or the cursor is hidden, as it is while one is put in order.
    pub is_list: bool,
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
    } else if view.is_list {
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
    let keys = [
        "engine.go_on",
        "ask.enter_goes_on",
        "danger.leave_key",
        "home.neutral_prompt",
        "pages/tonight.photo_now",
    ];
    keys.iter()
        .any(|key| line.trim_start().starts_with(sentence(key).trim_end_matches('.')))
}

impl View {
    /// Whether this question stands there: at the cursor, or at the head of its list.
    pub fn asks(&self, id: &str, waits: Waits) -> bool {
        let wanted = prompt(id);
        match waits {
            Waits::Enter => false,
            // A long prompt leaves no room for words on a small screen: only the mark stands there.
            Waits::Words => self.line.starts_with(&wanted) || self.raw && self.line.starts_with('>'),
            Waits::Rows => self.asks_list(id),
        }
    }

    /// Whether the question of this list stands there, whatever is filled into it.
    fn asks_list(&self, id: &str) -> bool {
        let words = self.words();
        asks(id).iter().any(|ask| {
            let mut rest = words.as_str();
            let pieces = ask.split('{').enumerate();
            pieces
                .map(|(at, piece)| {
                    if at == 0 {
                        piece
                    } else {
                        piece.split_once('}').unwrap().1
                    }
                })
                .all(|piece| {
                    let found = rest.find(piece.trim());
                    rest = found.map_or("", |at| &rest[at + piece.trim().len()..]);
                    found.is_some()
                })
        })
    }

    /// The row of a list the pointer stands at, without the pointer and its box.
    pub fn pointer(&self) -> Option<&str> {
        let row = self.row_pointed_at()?;
        let label = row.strip_prefix("[x] ").or(row.strip_prefix("[ ] ")).unwrap_or(row);
        // How the row stands is in a column behind it.
        label.trim_start().split("  ").next()
    }

    /// Whether the row at the pointer is ticked.
    pub fn is_ticked(&self) -> bool {
        self.row_pointed_at().is_some_and(|row| row.starts_with("[x] "))
    }

    /// The row behind the pointer and its number.
    fn row_pointed_at(&self) -> Option<&str> {
        let behind = |row: &'_ str| row.trim_start().strip_prefix('>').map(|_| ());
        let row = self.rows.iter().rev().find(|row| behind(row).is_some())?;
        let numbered = row.trim_start().trim_start_matches('>').trim_start();
        let label = numbered.trim_start_matches(|letter: char| letter.is_ascii_digit());
        (label.len() < numbered.len())
            .then(|| label.strip_prefix(' '))
            .flatten()
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
