//! Reads the files of one language, from the program or from a folder, and says exactly where one is wrong.

use std::borrow::Cow;
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
        "en": "ask", "dates", "engine", "home", "danger", "choices", "gain", "checklist", "tasks", "lines", "help", "disclaimers",
        "faults", "commands", "keeping", "lock", "ready", "coach", "call", "calendar", "sources", "sheet", "pages/plan", "pages/person",
        "pages/chair", "pages/driver", "pages/cards", "pages/talk", "pages/tonight", "pages/offer", "pages/after", "pages/weeks", "pages/calls", "pages/overdose", "pages/clinic", "pages/supervision",
        "start", "who", "safety", "person", "professional", "way", "attendees", "options", "boundaries", "words", "day",
        "review", "country/us", "country/ca", "country/gb", "country/ie", "country/au", "country/nz", "country/none",
    ),
)];

/// The texts of a language, each with the name to blame when it is wrong.
pub struct Texts(Vec<(&'static str, Cow<'static, str>)>);

/// The example plan of each language.
const EXAMPLES: &[(&str, &str)] = &[("en", include_str!("../../prompts/en/example.json"))];

/// The example plan of a language.
pub(super) fn example(language: &str) -> &'static str {
    let found = EXAMPLES.iter().find(|(code, _)| *code == language);
    found.map_or("", |(_, text)| text)
}

impl Texts {
    /// The built-in texts of `language`; those that are in `folder` under the same name replace them.
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
                .map(|text| (*name, Cow::Owned(text)))
                .map_err(|_| fault(&path, WordsFault::Unreadable)),
            None => Ok((*name, Cow::Borrowed(*built_in))),
        };
        files.iter().map(text).collect::<Result<_, _>>().map(Texts)
    }

    /// The files whose text is not the built-in one: the name, the built-in text, and the text that replaces it.
    pub(super) fn replaced(&self, language: &str) -> impl Iterator<Item = (&'static str, &'static str, &str)> {
        let built_in = LANGUAGES.iter().filter(move |(code, _)| *code == language);
        let built_in = built_in.flat_map(|(_, files)| files.iter().copied());
        built_in.filter_map(|(name, built_in)| {
            let (_, ours) = self.0.iter().find(|(known, _)| *known == name)?;
            (ours != built_in).then_some((name, built_in, ours.as_ref()))
        })
    }

    /// The same error with the file and the line in which the key stands; a missing key is placed where the built-in
    /// words have it.
    pub(super) fn with_position(&self, language: &str, error: Error) -> Error {
        let Error::Words {
            mut file,
            mut line,
            key: Some(key),
            what,
        } = error
        else {
            return error;
        };
        let here = self.0.iter().map(|(name, text)| (*name, text.as_ref()));
        let built_in = LANGUAGES.iter().filter(|(code, _)| *code == language);
        let built_in = built_in.flat_map(|(_, files)| files.iter().copied());
        // What checks a whole group of files names none of them.
        let fits = |name: &str| !self.has(&file) || file == Path::new(&format!("{name}.toml"));
        let found = match what {
            WordsFault::MissingKey => built_in
                .filter(|(name, _)| fits(name))
                .find_map(|(name, text)| line_of(text, &key).map(|_| (name, None))),
            _ => here
                .filter(|(name, _)| fits(name))
                .find_map(|(name, text)| line_of(text, &key).map(|at| (name, Some(at)))),
        };
        if let Some((name, at)) = found {
            (file, line) = (format!("{name}.toml").into(), at);
        }
        Error::Words {
            file,
            line,
            key: Some(key),
            what,
        }
    }

    fn has(&self, file: &Path) -> bool {
        self.0
            .iter()
            .any(|(name, _)| file == Path::new(&format!("{name}.toml")))
    }

    /// One file as the struct of the room that uses it.
    ///
    /// # Errors
    /// [`WordsFault::Misfit`] with the line and what is wrong there: a missing key, an unknown key, a value of another
    /// kind.
    pub fn load_file<T: DeserializeOwned>(&self, name: &str) -> Result<T, Error> {
        parse_toml(&self.text(name), &format!("{name}.toml"))
    }

    /// One file as it stands; empty if there is none of this name.
    pub(super) fn text(&self, name: &str) -> Cow<'static, str> {
        let found = self.0.iter().find(|(known, _)| *known == name);
        found.map_or(Cow::Borrowed(""), |(_, text)| text.clone())
    }
}

/// The line, from 1, in which a key stands: as a table's head or before an equals sign.
fn line_of(text: &str, key: &str) -> Option<usize> {
    let mut table = String::new();
    let ends = |whole: &str| whole == key || whole.ends_with(&format!(".{key}"));
    text.lines()
        .position(|line| {
            let line = line.trim().replace('"', "");
            if let Some(head) = line.strip_prefix('[') {
                table = head.trim_start_matches('[').split(']').next().unwrap_or("").to_string();
                return ends(&table);
            }
            let name = line.split('=').next().unwrap_or("").trim();
            line.contains('=') && ends(&format!("{table}.{name}"))
        })
        .map(|at| at + 1)
}

/// Reads one text as `T`, and says in which line of `file` it does not fit.
pub(super) fn parse_toml<T: DeserializeOwned>(text: &str, file: &str) -> Result<T, Error> {
    toml::from_str(text).map_err(|error| {
        let line = error
            .span()
            .map(|span| text[..span.start.min(text.len())].matches('\n').count() + 1);
        let (key, what) = describe_mismatch(error.message());
        Error::Words {
            file: file.into(),
            line,
            key,
            what,
        }
    })
}

/// A missing or unknown key is told by name; anything else in the reader's own words.
fn describe_mismatch(message: &str) -> (Option<String>, WordsFault) {
    let named = |begin: &str| {
        let rest = message.strip_prefix(begin)?.strip_prefix('`')?;
        rest.split('`').next().map(String::from)
    };
    match (named("unknown field "), named("missing field ")) {
        (Some(key), _) => (Some(key), WordsFault::UnknownKey),
        (_, Some(key)) => (Some(key), WordsFault::MissingKey),
        _ => (
            None,
            WordsFault::Misfit {
                message: message.into(),
            },
        ),
    }
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
    /// As [`Texts::load_file`].
    pub fn load_file<T: DeserializeOwned>(&self, name: &str) -> Result<T, Error> {
        self.texts.load_file(name)
    }
}
