//! The words of every language as the build makes them of `prompts/`: see `build/mod.rs`.

mod arrange;
mod compare;
mod from_tree;
mod map;
mod placeholder;
mod plural;
mod tree;
mod words_file;

pub(super) use arrange::arrange;
pub(super) use compare::{KeyFault, KeyFaultKind, compare_shape};
pub use map::Map;
pub use placeholder::{Segment, segments};
pub use plural::Plural;
pub(super) use tree::{Tree, TreeValue};
pub use words_file::WordsFile;

pub use generated::*;

/// One language.
pub struct Language {
    /// Its code, which is the name of its folder: `en`.
    pub code: &'static str,
    /// Its words.
    pub(super) catalog: &'static Catalog,
    /// Its files as they are written: name without ending, and text.
    pub files: Files,
    /// A whole, plainly fictional plan, as it is in a file.
    pub(super) example: &'static str,
    /// The words of a passphrase, with what is owed to whoever made the list.
    pub(super) passphrase_words: &'static str,
}

/// The files of a language.
pub type Files = &'static [(&'static str, &'static str)];

/// The file of a private copy in place of the one that is built in, if there is one.
fn own<T: from_tree::FromTree>(
    file: &str,
    built_in: &'static WordsFile<T>,
    language: &'static str,
    read: &dyn Fn(&str) -> Option<Tree>,
) -> &'static WordsFile<T> {
    match read(file) {
        Some(tree) => Box::leak(Box::new(built_in.replaced(T::from_tree(&tree, language)))),
        None => built_in,
    }
}

/// What nobody reads stops the build: the warning shows the file and the line of the key.
#[deny(dead_code)]
mod generated {
    use super::from_tree::FromTree;
    use super::{Language, Map, Plural, Tree, WordsFile, own};

    include!(concat!(env!("OUT_DIR"), "/words.rs"));
}
