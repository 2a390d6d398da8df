//! The trust ledger: each promise, and each thing known to go wrong with a program like this, with the tests that hold
//! it, or with the reason why none does. A release needs every row, and how many each section owes stands elsewhere, in
//! the test that counts them.
//!
//! A test that says "skipped" where `strace`, `age`, a browser or a pseudo-terminal is missing counts as holding its
//! row: `.ci/run` installs what it can and names what it could not. On a computer without them the row is held by
//! nothing.

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

/// Every row.
pub fn rows() -> impl Iterator<Item = &'static Row> {
    [promises::ROWS, below::ROWS, around::ROWS].into_iter().flatten()
}
