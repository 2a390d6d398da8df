//! Names what can fail outside: the disk, a damaged file, a newer file, the terminal, the words.
//!
//! Facts live here, sentences do not: `words` owes one to each of these. Nothing here ever holds what a family
//! answered, so that an error can be shown, logged and sent without a second thought; `Display` and `Debug` are terse,
//! for developers, and leave out the one key of a file that is named ([`JsonPath`]). What can be the matter with a plan file
//! is in `file`.

mod file;

pub use file::{Damage, Fault, FaultKind, JsonKind, JsonPath, SyntaxKind};

use std::io;
use std::path::{Path, PathBuf};

/// What went wrong outside the program.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The operating system refused something.
    #[error("{what:?} {path:?}: {kind}")]
    Io {
        /// What was being done.
        what: FileOperation,
        /// The file or folder it was done to.
        path: PathBuf,
        /// What the system said, for instance `StorageFull` or `PermissionDenied`.
        kind: io::ErrorKind,
    },
    /// There is no file at this path.
    #[error("missing {0:?}")]
    Missing(PathBuf),
    /// A link that leads nowhere, or in a circle.
    #[error("dead link {0:?}")]
    DeadLink(PathBuf),
    /// A folder, pipe, socket or device where a file was expected.
    #[error("not a file {0:?}")]
    NotAFile(PathBuf),
    /// A file that a page should not be written over.
    #[error("already there {0:?}")]
    AlreadyThere(PathBuf),
    /// The plan itself, where a page should be written.
    #[error("is the plan {0:?}")]
    IsThePlan(PathBuf),
    /// Another plan, or the key of one, where a page should be written.
    #[error("is a plan {0:?}")]
    IsAPlan(PathBuf),
    /// The file is there and is no plan that this program can open; it is never overwritten.
    #[error("damaged {path:?}: {damage}")]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What is the matter with it.
        damage: Damage,
    },
    /// The plan is not there any more, or its folder is not: it was moved or deleted, or a disk was pulled out. Nothing
    /// was written in its place.
    #[error("gone {0:?}")]
    Gone(PathBuf),
    /// There is no plan at this path any more, and its versions from before are there.
    #[error("only versions {0:?}")]
    OnlyVersions(PathBuf),
    /// The plan is not what was last read or written: somebody else wrote it. Nothing was written over.
    #[error("changed underneath {0:?}")]
    ChangedUnderneath(PathBuf),
    /// The same; what was to be written lies beside it.
    #[error("both kept {path:?} {ours:?}")]
    BothKept {
        /// The plan, as somebody else wrote it.
        path: PathBuf,
        /// What was to be written.
        ours: PathBuf,
    },
    /// Another window works on the plan.
    #[error("in use {0:?}")]
    InUse(PathBuf),
    /// The plan is under a passphrase, and none was given.
    #[error("locked {0:?}")]
    Locked(PathBuf),
    /// Not the passphrase of this plan; or its key file was changed, which looks the same.
    #[error("wrong passphrase")]
    WrongPassphrase,
    /// The file that should hold a passphrase is not there, or its first line is empty or no text.
    #[error("no passphrase in {0:?}")]
    NoPassphrase(PathBuf),
    /// The line in that file is longer than any passphrase.
    #[error("passphrase too long in {path:?}")]
    LongPassphrase {
        /// The file; `-` is stdin.
        path: PathBuf,
        /// The limit in bytes.
        limit: u64,
    },
    /// The passphrase in that file holds a tab or another letter that nobody can type where a passphrase is asked for.
    #[error("untypable passphrase in {0:?}")]
    UntypablePassphrase(PathBuf),
    /// A passphrase needs more memory than there is.
    #[error("no room for {megabytes} MB")]
    #[cfg_attr(not(feature = "encryption"), allow(dead_code))]
    NoRoom {
        /// So much.
        megabytes: usize,
    },
    /// This program was built without encryption: it locks nothing, and opens nothing that is locked.
    #[error("no encryption")]
    #[cfg_attr(feature = "encryption", allow(dead_code))]
    NoEncryption,
    /// A locked plan without its key file.
    #[error("no key {0:?}")]
    NoKey(PathBuf),
    /// A key file where a new one should be written.
    #[error("other key {0:?}")]
    OtherKey(PathBuf),
    /// The person went away at once: nothing is to be said.
    #[error("hidden")]
    Hidden,
    /// The computer names no folder for plans: no `STEADFAST_HOME`, and no home folder with a full path.
    #[error("no home folder")]
    NoHome,
    /// A path that begins with `~` where no shell has put a folder in its place, and nobody knows which one is meant.
    #[error("unexpanded {0:?}")]
    Unexpanded(PathBuf),
    /// Something has to be asked, and nobody may be.
    #[error("no input")]
    NoInput,
    /// The terminal failed.
    #[error("terminal: {0}")]
    Terminal(#[source] io::Error),
    /// No browser that prints from a command line, or not the one that was named.
    #[error("no browser {named:?}")]
    NoBrowser {
        /// What was named.
        named: Option<PathBuf>,
    },
    /// A browser made no PDF.
    #[error("browser {path:?}: {what:?}")]
    Browser {
        /// The browser.
        path: PathBuf,
        /// What is the matter.
        what: BrowserFault,
    },
    /// A file of words does not say what it should.
    #[error("words {file:?} line {line:?} key {key:?}: {what:?}")]
    Words {
        /// The file, inside the folder of words.
        file: PathBuf,
        /// The line, from 1, if it is known.
        line: Option<usize>,
        /// The key, if it is known.
        key: Option<String>,
        /// What is the matter.
        what: WordsFault,
    },
}

impl Error {
    /// What the system said about `path`, without the system's own sentence.
    pub fn io(what: FileOperation, path: &Path, error: &io::Error) -> Self {
        Self::Io {
            what,
            path: path.to_path_buf(),
            kind: error.kind(),
        }
    }

    /// True if a save is in its place all the same, and only a power cut could still undo it.
    pub fn is_only_unsynced(&self) -> bool {
        matches!(
            self,
            Self::Io {
                what: FileOperation::SyncingFolder,
                ..
            }
        )
    }
}

/// Whoever asks a person speaks of [`io::Error`]: it is the terminal's.
impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        Error::Terminal(error)
    }
}

/// What was being done when the system refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileOperation {
    /// Reading a file.
    Reading,
    /// Reading a file that should hold a passphrase.
    ReadingPassphrase,
    /// Saving a file; the old one, if any, is still whole.
    Saving,
    /// Making a folder.
    MakingFolder,
    /// Comparing what was saved with what should have been; the old file is still whole.
    Comparing,
    /// Asking the disk to remember a file's new place: the file is saved, a power cut could still undo it.
    SyncingFolder,
    /// Removing a file.
    Removing,
    /// Writing a page to a path that was named after `--out`; what was there before is still whole.
    WritingOutput,
}

/// Why a browser made no PDF.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BrowserFault {
    /// The system did not start it.
    NotStarted(io::ErrorKind),
    /// It was not done in time, and was stopped.
    TooLong {
        /// How long it had.
        seconds: u64,
    },
    /// It ended, and there is no PDF, or only a part of one.
    NoPage,
}

/// What is the matter with a file of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WordsFault {
    /// The file is not there.
    NoFile,
    /// The file cannot be read.
    Unreadable,
    /// The language is not offered.
    NoLanguage,
    /// The file does not hold what it should: what the reader of TOML says of it.
    Misfit {
        /// In the reader's words; the files of words hold nothing of a plan.
        message: String,
    },
    /// A key is missing.
    MissingKey,
    /// A key is not known.
    UnknownKey,
    /// A safety sentence of a private copy is not the built-in one.
    Protected,
    /// A web address, an e-mail address or a phone number that the built-in words do not have there.
    Contact,
    /// A harmful word (design#words) that is never ours and that the built-in words do not have there.
    Harmful {
        /// The word, as the list of the language has it.
        word: String,
    },
}

#[cfg(test)]
mod tests;
