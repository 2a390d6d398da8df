//! What can be the matter with a plan file: all of it, or one value in it.

use std::fmt;

/// Why a file is no plan that this program can open.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Damage {
    /// Nothing in it, or only blanks, or only zero bytes, as some disks leave after a power cut.
    #[error("empty")]
    Empty,
    /// Not JSON from this place on.
    #[error("{kind:?} at line {line} column {column}")]
    Syntax {
        /// The line, from 1.
        line: usize,
        /// The character in the line, from 1; 0 when the line has none.
        column: usize,
        /// Whether the file ends too early or is written wrongly.
        kind: SyntaxKind,
    },
    /// One object has the same key twice; the second ends here.
    #[error("same key twice at line {line} column {column}")]
    DuplicateKey {
        /// The way to it.
        way: JsonPath,
        /// The line, from 1, where the first one's value begins.
        before: usize,
        /// The line, from 1.
        line: usize,
        /// The character in the line, from 1.
        column: usize,
    },
    /// JSON, but not an object with a whole-number `format` of 1 or more.
    #[error("not a plan")]
    NotAPlan,
    /// Written by a newer program.
    #[error("newer format {format}")]
    Newer {
        /// The file's format.
        format: u64,
    },
    /// Bytes that are no UTF-8 text.
    #[error("not text at line {line} column {column}")]
    NotText {
        /// The line, from 1.
        line: usize,
        /// The character in the line, from 1.
        column: usize,
    },
    /// UTF-16 text, which Notepad calls "Unicode".
    #[error("UTF-16")]
    Utf16,
    /// A list with more items than a plan can hold; it begins here.
    #[error("a list of more than {limit} at line {line} column {column}")]
    LongList {
        /// The limit in items.
        limit: usize,
        /// The line, from 1.
        line: usize,
        /// The character in the line, from 1.
        column: usize,
    },
    /// A text with more letters than an answer can hold; it begins here.
    #[error("a text of more than {limit} letters at line {line} column {column}")]
    LongText {
        /// The limit in letters.
        limit: usize,
        /// The line, from 1.
        line: usize,
        /// The character in the line, from 1.
        column: usize,
    },
    /// Under a passphrase, and cut off or changed.
    #[error("altered")]
    #[cfg_attr(not(feature = "encryption"), allow(dead_code))]
    Altered,
    /// Under a passphrase, and sealed with another key than the one beside it.
    #[error("another key")]
    #[cfg_attr(not(feature = "encryption"), allow(dead_code))]
    OtherKey,
    /// A key file that holds no key under a passphrase.
    #[error("not a key")]
    #[cfg_attr(not(feature = "encryption"), allow(dead_code))]
    NotAKey,
    /// Larger than a plan can be.
    #[error("larger than {limit} bytes")]
    TooLarge {
        /// The limit in bytes.
        limit: u64,
    },
}

/// The way to a place in a plan file, written as [`Fault::path`]. Whoever wrote the file may have chosen the last key,
/// so it is told to the person who opens the file and to nobody else: `Debug` leaves it out.
#[derive(Clone, PartialEq, Eq)]
pub struct JsonPath(pub String);

impl fmt::Debug for JsonPath {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("Way")
    }
}

/// How a file fails to be JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SyntaxKind {
    /// It ends too early.
    Truncated,
    /// Brackets stand in brackets, deeper than any plan goes.
    TooDeep,
    /// It is written wrongly.
    Other,
}

/// One value in a plan file that could not be read, while the rest could.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Where in the file, as `attendees[1].name`, counted from 0; `.` for the whole.
    pub path: String,
    /// What is the matter.
    pub kind: FaultKind,
}

/// What is the matter with one value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FaultKind {
    /// Another kind of value belongs here.
    WrongKind {
        /// What is there.
        found: JsonKind,
        /// What belongs there, if that is known.
        expected: Option<JsonKind>,
    },
    /// The kind is right, the value is not: a date that does not exist, an object that lacks a part.
    Unfit {
        /// What is there.
        found: JsonKind,
    },
    /// An earlier item of the same list has this id already.
    SameId,
    /// So much is wrong under this key that it was left unread as a whole.
    TooMany,
    /// It names somebody by an id that nobody in the plan has.
    UnknownReference,
    /// A word that is no answer to a question about safety: it is read as the most careful one.
    UnknownWord,
}

/// The kinds of values a file can hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum JsonKind {
    Text,
    Number,
    List,
    Object,
    TrueOrFalse,
    Nothing,
}
