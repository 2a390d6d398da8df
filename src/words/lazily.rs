//! One file of words, read when it is first needed: the first screen needs few of them.

use std::borrow::Cow;
use std::ops::Deref;
use std::sync::OnceLock;

use serde::de::DeserializeOwned;

use crate::error::Error;

use super::load::{Texts, parse_toml};

/// How a text becomes the struct of the room that uses it; the name of the file is to blame where it does not fit.
type Read<T> = fn(&str, &str) -> Result<T, Error>;

/// The words of one file.
pub struct Lazily<T> {
    text: Cow<'static, str>,
    file: String,
    read: Read<T>,
    words: OnceLock<T>,
}

impl<T: DeserializeOwned> Lazily<T> {
    /// A file that is read as it stands.
    pub(super) fn new(text: Cow<'static, str>, file: String) -> Self {
        Lazily::read_by(text, file, parse_toml)
    }
}

impl<T> Lazily<T> {
    /// A file that is read in a way of its own.
    pub(super) fn read_by(text: Cow<'static, str>, file: String, read: Read<T>) -> Self {
        Lazily {
            text,
            file,
            read,
            words: OnceLock::new(),
        }
    }

    /// Reads the file now, if it was not read yet.
    ///
    /// # Errors
    /// [`Error::Words`] with the line and what is wrong there.
    pub(super) fn read_now(&self) -> Result<&T, Error> {
        if let Some(words) = self.words.get() {
            return Ok(words);
        }
        let words = (self.read)(&self.text, &self.file)?;
        Ok(self.words.get_or_init(|| words))
    }
}

impl Texts {
    /// One file, read when it is first needed.
    pub(super) fn lazily<T: DeserializeOwned>(&self, name: &str) -> Lazily<T> {
        Lazily::new(self.text(name), format!("{name}.toml"))
    }
}

impl<T> Deref for Lazily<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.read_now()
            .expect("checked when a private copy was loaded; what is built in is read by a test")
    }
}
