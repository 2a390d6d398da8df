//! What stops the build.

use std::fmt::{self, Display, Formatter};

/// One fault in `prompts/`, with its place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// The file, such as `prompts/en/pages/plan.toml`.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// The keys that lead to it, with dots between; empty for a whole file.
    pub key: String,
    /// What is wrong.
    pub what: String,
}

impl Display for Fault {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Fault { file, line, key, what } = self;
        match key.as_str() {
            "" => write!(f, "{file}:{line}: {what}"),
            key => write!(f, "{file}:{line}: {key}: {what}"),
        }
    }
}
