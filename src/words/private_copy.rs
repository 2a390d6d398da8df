//! A private copy of the words: files in a folder that take the place of those that are built in, each of them whole.

use std::fs;
use std::io::{self, Read};
use std::path::Path;

use serde::de::DeserializeOwned;

use crate::error::{Error, WordsFault};

use super::catalog::{KeyFault, KeyFaultKind, Language, Tree, arrange, compare_shape};

/// The most bytes of a file of words, far more than any has.
const LIMIT: u64 = 1 << 20;

/// One file that takes the place of a built-in one.
pub(super) struct Override {
    /// Its name without ending.
    pub(super) file: &'static str,
    /// The text that is built in.
    pub(super) built_in: &'static str,
    /// Its text.
    pub(super) text: String,
    /// The same, read.
    tree: Tree,
}

impl Override {
    /// Its words, as the program has them.
    pub(super) fn arranged(&self) -> Tree {
        arrange(self.file, self.tree.clone())
    }

    /// A fault at a key, with the line in which it is.
    pub(super) fn fault(&self, key: &[String], what: WordsFault) -> Error {
        let below = |tree, step: &String| Tree::get(tree, step);
        let line = key.iter().try_fold(&self.tree, below).map(|tree| tree.line);
        fault_in(self.file, line, Some(key.join(".")), what)
    }
}

/// Reads each file of a language that is in the folder too, and differs. Every key that is built in is there, and no
/// other.
///
/// # Errors
/// [`WordsFault::NoFile`] and [`WordsFault::Unreadable`] for a folder or file that cannot be read,
/// [`WordsFault::Misfit`], [`WordsFault::UnknownKey`] and [`WordsFault::MissingKey`] with the line.
pub(super) fn read(language: &'static Language, folder: &Path) -> Result<Vec<Override>, Error> {
    if !folder.is_dir() {
        return Err(fault(folder, WordsFault::NoFile));
    }
    let mut found = Vec::new();
    for (file, built_in) in language.files {
        let path = folder.join(format!("{file}.toml"));
        // A link that leads nowhere is there, and is said.
        if path.symlink_metadata().is_err() {
            continue;
        }
        let text = text_of(&path).map_err(|_| fault(&path, WordsFault::Unreadable))?;
        if text != *built_in {
            let tree = parsed(file, &text)?;
            hold_shape(file, &parsed(file, built_in)?, &tree)?;
            found.push(Override {
                file,
                built_in,
                text,
                tree,
            });
        }
    }
    Ok(found)
}

/// The text of a file of words. A pipe would be waited on for ever, and a device need not end.
fn text_of(path: &Path) -> io::Result<String> {
    let facts = fs::metadata(path)?;
    if !facts.is_file() || facts.len() > LIMIT {
        return Err(io::ErrorKind::InvalidData.into());
    }
    let mut text = String::new();
    fs::File::open(path)?.take(LIMIT).read_to_string(&mut text)?;
    Ok(text)
}

fn parsed(file: &str, text: &str) -> Result<Tree, Error> {
    let misfit = |(line, message)| fault_in(file, Some(line), None, WordsFault::Misfit { message });
    Tree::parse(text).map_err(misfit)
}

/// Says the first fault; a key that is not known before one that is missing, which may be the same key, misspelled.
fn hold_shape(file: &str, built_in: &Tree, ours: &Tree) -> Result<(), Error> {
    let rank = |fault: &KeyFault| (fault.what == KeyFaultKind::Missing, fault.line);
    let Some(KeyFault { line, key, what }) = compare_shape(built_in, ours).into_iter().min_by_key(rank) else {
        return Ok(());
    };
    let what = match what {
        KeyFaultKind::Missing => WordsFault::MissingKey,
        KeyFaultKind::Unknown => WordsFault::UnknownKey,
        KeyFaultKind::WrongKind { found, expected } => WordsFault::Misfit {
            message: format!("{}: {found} and not {expected}", key.join(".")),
        },
    };
    Err(fault_in(file, Some(line), Some(key.join(".")), what))
}

/// Reads one text as `T`, and says in which line of `file` it does not fit.
pub(super) fn parse_toml<T: DeserializeOwned>(text: &str, file: &str) -> Result<T, Error> {
    toml::from_str(text).map_err(|error| {
        let before = |span: std::ops::Range<usize>| text[..span.start.min(text.len())].matches('\n').count();
        let message = error.message().into();
        fault_in(
            file,
            error.span().map(before).map(|line| line + 1),
            None,
            WordsFault::Misfit { message },
        )
    })
}

fn fault_in(file: &str, line: Option<usize>, key: Option<String>, what: WordsFault) -> Error {
    Error::Words {
        file: format!("{file}.toml").into(),
        line,
        key,
        what,
    }
}

/// A fault of a whole file or folder.
pub(super) fn fault(path: &Path, what: WordsFault) -> Error {
    Error::Words {
        file: path.into(),
        line: None,
        key: None,
        what,
    }
}
