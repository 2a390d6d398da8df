//! How a file of a private copy becomes words: the same types as those that are built in, made at run time.
//!
//! Its shape was held against the built-in file before, so what does not fit here is empty. The words live as long as
//! the program, as those that are built in do.

use super::Plural;
use super::map::Map;
use super::tree::{Tree, TreeValue};

/// A type that the build makes of a table or a value.
pub trait FromTree {
    /// The words of a tree, in a language.
    fn from_tree(tree: &Tree, language: &'static str) -> Self;
}

impl Tree {
    /// What is below a key as words; empty if there is nothing.
    pub fn field<T: FromTree>(&self, key: &str, language: &'static str) -> T {
        match self.get(key) {
            Some(below) => T::from_tree(below, language),
            None => T::from_tree(&Tree::default(), language),
        }
    }
}

impl FromTree for &'static str {
    fn from_tree(tree: &Tree, _: &'static str) -> Self {
        match &tree.value {
            TreeValue::Text(text) => text.clone().leak(),
            _ => "",
        }
    }
}

impl FromTree for bool {
    fn from_tree(tree: &Tree, _: &'static str) -> Self {
        tree.value == TreeValue::Flag(true)
    }
}

impl FromTree for u32 {
    fn from_tree(tree: &Tree, _: &'static str) -> Self {
        match tree.value {
            TreeValue::Number(number) => number.try_into().unwrap_or_default(),
            _ => 0,
        }
    }
}

impl<T: FromTree> FromTree for &'static [T] {
    fn from_tree(tree: &Tree, language: &'static str) -> Self {
        let items = tree.items().iter().map(|item| T::from_tree(item, language));
        items.collect::<Vec<T>>().leak()
    }
}

impl<T: FromTree> FromTree for Map<T> {
    fn from_tree(tree: &Tree, language: &'static str) -> Self {
        let entry = |(code, words): (&String, &Tree)| (&*code.clone().leak(), T::from_tree(words, language));
        Map(tree.entries().map(entry).collect::<Vec<(&'static str, T)>>().leak())
    }
}

impl FromTree for Plural {
    fn from_tree(tree: &Tree, language: &'static str) -> Self {
        let forms = Map::<&'static str>::from_tree(tree, language);
        Plural {
            language,
            forms: forms.0,
        }
    }
}
