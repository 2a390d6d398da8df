//! The words of one file, made when they are first needed.

use std::ops::Deref;
use std::sync::OnceLock;

/// The words of one file. A start needs few of them, and the rest would cost it time and memory.
pub struct WordsFile<T> {
    make: fn() -> T,
    words: OnceLock<T>,
}

impl<T> WordsFile<T> {
    /// The words that `make` makes.
    pub const fn new(make: fn() -> T) -> Self {
        WordsFile {
            make,
            words: OnceLock::new(),
        }
    }

    /// Other words in place of these.
    pub fn replaced(&self, words: T) -> Self {
        WordsFile {
            make: self.make,
            words: OnceLock::from(words),
        }
    }
}

impl<T> Deref for WordsFile<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.words.get_or_init(self.make)
    }
}
