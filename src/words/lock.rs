//! The words of a passphrase.

use super::Words;

impl Words {
    /// The words a passphrase is made of.
    pub fn passphrase_words(&self) -> Vec<&'static str> {
        self.language
            .passphrase_words
            .lines()
            .filter(|line| !line.starts_with('#'))
            .collect()
    }
}
