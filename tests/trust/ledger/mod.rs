//! The trust ledger: each promise, and each thing known to go wrong with a program like this, with the tests that hold
//! it, or with the reason why none does. A release needs every row.

mod around;
mod below;
mod promises;

/// One promise, or one thing that can go wrong.
pub struct Row {
    /// The letter of its section and its place there.
    pub number: &'static str,
    /// What is promised, or what happens and what is right then.
    pub about: &'static str,
    /// What holds it.
    pub held: Held,
}

/// What holds a row.
pub enum Held {
    /// Tests, by the names of their functions.
    By(&'static [&'static str]),
    /// No test, and why not.
    Not(&'static str),
}

const fn by(number: &'static str, about: &'static str, tests: &'static [&'static str]) -> Row {
    Row {
        number,
        about,
        held: Held::By(tests),
    }
}

const fn not(number: &'static str, about: &'static str, why: &'static str) -> Row {
    Row {
        number,
        about,
        held: Held::Not(why),
    }
}

/// Each section: its letter, and how many rows it owes.
pub const SECTIONS: &[(&str, usize)] = &[
    // What is promised: in so many words, of the file, of the terminal, of who sees what.
    ("promise", 5),
    ("file", 9),
    ("terminal", 6),
    ("shown", 9),
    // What goes wrong: with the process, the disk, what a file holds, the typing, time, pages, secrets.
    ("process", 12),
    ("disk", 17),
    ("content", 18),
    ("typing", 11),
    ("time", 6),
    ("page", 8),
    ("secret", 8),
];

/// Every row.
pub fn rows() -> impl Iterator<Item = &'static Row> {
    [promises::ROWS, below::ROWS, around::ROWS].into_iter().flatten()
}
