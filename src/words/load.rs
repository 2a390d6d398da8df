//! Reads the files of one language, from the program or from a folder, and says exactly where one is wrong.

use std::path::Path;

use serde::de::DeserializeOwned;

use crate::error::{Error, WordsFault};

use super::Words;

/// The files of one language as they are built into the program: name without ending, and text.
pub type Files = &'static [(&'static str, &'static str)];

macro_rules! language {
    ($folder:literal: $($file:literal),+ $(,)?) => {
        &[$(($file, include_str!(concat!("../../prompts/", $folder, "/", $file, ".toml")))),+]
    };
}

/// The languages that are offered. A new one is a folder under `prompts/` and a line here.
pub const LANGUAGES: &[(&str, Files)] = &[(
    "en",
    language!(
        "en": "ask", "dates", "engine", "home", "danger", "choices", "choices2", "gain", "checklist", "tasks", "lines", "help", "r06",
        "start", "who", "safety", "person", "professional", "way", "attendees", "options", "boundaries", "words", "day",
        "review",
    ),
)];

/// The texts of a language, each with the name to blame when it is wrong.
pub struct Texts(Vec<(&'static str, String)>);

impl Texts {
    /// The built-in texts of `language`; those that stand in `folder` under the same name replace them.
    ///
    /// # Errors
    /// [`WordsFault::NoLanguage`] for a language that is not offered, [`WordsFault::Unreadable`] for a file or folder
    /// that cannot be read.
    pub fn gather(language: &str, folder: Option<&Path>) -> Result<Self, Error> {
        let (_, files) = LANGUAGES
            .iter()
            .find(|(code, _)| *code == language)
            .ok_or_else(|| fault(Path::new(language), WordsFault::NoLanguage))?;
        if let Some(folder) = folder.filter(|folder| !folder.is_dir()) {
            return Err(fault(folder, WordsFault::NoFile));
        }
        let text = |(name, built_in): &(&'static str, &'static str)| match folder
            .map(|folder| folder.join(format!("{name}.toml")))
            .filter(|path| path.exists())
        {
            Some(path) => std::fs::read_to_string(&path)
                .map(|text| (*name, text))
                .map_err(|_| fault(&path, WordsFault::Unreadable)),
            None => Ok((*name, built_in.to_string())),
        };
        files.iter().map(text).collect::<Result<_, _>>().map(Texts)
    }

    /// One file as the struct of the room that uses it.
    ///
    /// # Errors
    /// [`WordsFault::Misfit`] with the line and what is wrong there: a missing key, an unknown key, a value of another kind.
    pub fn fill<T: DeserializeOwned>(&self, name: &str) -> Result<T, Error> {
        let text = self
            .0
            .iter()
            .find(|(known, _)| *known == name)
            .map_or("", |(_, text)| text.as_str());
        read(text, &format!("{name}.toml"))
    }
}

/// Reads one text as `T`, and says in which line of `file` it does not fit.
pub(super) fn read<T: DeserializeOwned>(text: &str, file: &str) -> Result<T, Error> {
    toml::from_str(text).map_err(|error| {
        let line = error
            .span()
            .map(|span| text[..span.start.min(text.len())].matches('\n').count() + 1);
        Error::Words {
            file: file.into(),
            line,
            key: None,
            what: WordsFault::Misfit {
                message: error.message().into(),
            },
        }
    })
}

fn fault(path: &Path, what: WordsFault) -> Error {
    Error::Words {
        file: path.into(),
        line: None,
        key: None,
        what,
    }
}

impl Words {
    /// Another room's words, from the file it names.
    ///
    /// # Errors
    /// As [`Texts::fill`].
    pub fn fill<T: DeserializeOwned>(&self, name: &str) -> Result<T, Error> {
        self.texts.fill(name)
    }
}
