//! One file of words held against the same file in English: each key that is owed, and no other.

use std::collections::BTreeSet;

use super::tree::{Tree, TreeValue};

/// What is wrong at one key. The key is the way to it, a step a piece.
#[derive(Debug, PartialEq)]
pub struct KeyFault {
    /// The line; for a key that is missing, the line of the table it is missing from.
    pub line: usize,
    /// The way to the key.
    pub key: Vec<String>,
    /// What is wrong.
    pub what: KeyFaultKind,
}

/// What can be wrong with the shape of a file.
#[derive(Debug, PartialEq)]
pub enum KeyFaultKind {
    /// English has this key.
    Missing,
    /// English has no such key.
    Unknown,
    /// English has another kind of value here.
    WrongKind {
        /// What is here.
        found: &'static str,
        /// What English has.
        expected: &'static str,
    },
}

/// The names of the plural categories (CLDR).
pub const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// True for a table whose keys are plural categories and nothing else.
pub fn is_plural(tree: &Tree) -> bool {
    let mut keys = tree.entries().map(|(key, _)| key.as_str()).peekable();
    keys.peek().is_some() && keys.all(|key| CATEGORIES.contains(&key))
}

/// Every fault in the shape of `own`.
pub fn compare_shape(english: &Tree, own: &Tree) -> Vec<KeyFault> {
    let mut faults = Vec::new();
    compare(english, own, &mut Vec::new(), &mut faults);
    faults
}

fn compare(english: &Tree, own: &Tree, key: &mut Vec<String>, faults: &mut Vec<KeyFault>) {
    let fault = |line: usize, key: &[String], what| KeyFault {
        line,
        key: key.to_vec(),
        what,
    };
    match (&english.value, &own.value) {
        // Each language has the categories of its own.
        (TreeValue::Table(_), TreeValue::Table(ours)) if is_plural(english) && is_plural(own) => {
            key.push("other".into());
            let missing = (!ours.contains_key("other")).then(|| fault(own.line, key, KeyFaultKind::Missing));
            faults.extend(missing);
            key.pop();
        }
        (TreeValue::Table(theirs), TreeValue::Table(ours)) => {
            for (step, below) in theirs {
                key.push(step.clone());
                match ours.get(step) {
                    Some(own) => compare(below, own, key, faults),
                    None => faults.push(fault(own.line, key, KeyFaultKind::Missing)),
                }
                key.pop();
            }
            for (step, below) in ours.iter().filter(|(step, _)| !theirs.contains_key(*step)) {
                key.push(step.clone());
                faults.push(fault(below.line, key, KeyFaultKind::Unknown));
                key.pop();
            }
        }
        (TreeValue::List(theirs), TreeValue::List(ours)) => {
            let pattern = pattern_of(theirs);
            for (at, item) in ours.iter().enumerate() {
                key.push(at.to_string());
                if let Some(pattern) = &pattern {
                    compare_item(pattern, theirs, item, key, faults);
                }
                key.pop();
            }
        }
        (theirs, ours) if theirs.kind() != ours.kind() => {
            let (found, expected) = (ours.kind(), theirs.kind());
            faults.push(fault(own.line, key, KeyFaultKind::WrongKind { found, expected }));
        }
        _ => {}
    }
}

/// What an item of a list may look like: for tables, one with every key that one of them has.
fn pattern_of(items: &[Tree]) -> Option<Tree> {
    let mut pattern = items.first()?.clone();
    if let TreeValue::Table(all) = &mut pattern.value {
        for (key, below) in items.iter().flat_map(Tree::entries) {
            all.entry(key.clone()).or_insert_with(|| below.clone());
        }
    }
    Some(pattern)
}

/// Lists may differ in length; a key that not every item has may be missing.
fn compare_item(pattern: &Tree, items: &[Tree], own: &Tree, key: &mut Vec<String>, faults: &mut Vec<KeyFault>) {
    let everywhere: BTreeSet<&String> = pattern
        .entries()
        .map(|(key, _)| key)
        .filter(|key| items.iter().all(|item| item.get(key).is_some()))
        .collect();
    let mut found = Vec::new();
    compare(pattern, own, key, &mut found);
    let depth = key.len();
    faults.extend(found.into_iter().filter(|fault| {
        let own_key = fault.key.len() == depth + 1;
        !(own_key && fault.what == KeyFaultKind::Missing && !everywhere.contains(&fault.key[depth]))
    }));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(english: &str, own: &str) -> Vec<String> {
        let tree = |text| Tree::parse(text).unwrap();
        let faults = compare_shape(&tree(english), &tree(own)).into_iter();
        faults
            .map(|fault| format!("{} {} {:?}", fault.line, fault.key.join("."), fault.what))
            .collect()
    }

    #[test]
    fn every_fault_of_a_file_is_found_at_once() {
        let english = "a = \"A\"\nb = \"B\"\nl = [\"x\"]\n[t]\nc = 1\nd = true\n";
        let own = "a = \"A\"\nx = \"X\"\nl = [\"x\", \"y\", 3]\n[t]\nc = \"one\"\n";
        assert_eq!(
            faults(english, own),
            [
                "1 b Missing",
                "3 l.2 WrongKind { found: \"a number\", expected: \"a text\" }",
                "5 t.c WrongKind { found: \"a text\", expected: \"a number\" }",
                "4 t.d Missing",
                "2 x Unknown",
            ]
        );
        assert_eq!(faults(english, english), [""; 0]);
    }

    #[test]
    fn an_item_may_lack_what_another_item_lacks_too() {
        let english = "[[i]]\na = 1\nb = 2\n[[i]]\na = 1\n";
        assert_eq!(faults(english, "[[i]]\na = 1\n[[i]]\na = 3\nb = 1\n"), [""; 0]);
        assert_eq!(
            faults(english, "[[i]]\nb = 1\nc = 2\n"),
            ["1 i.0.a Missing", "3 i.0.c Unknown"]
        );
    }

    #[test]
    fn a_plural_has_the_categories_of_its_language() {
        let english = "n = { one = \"1\", other = \"{n}\" }\n";
        assert_eq!(
            faults(english, "n = { few = \"2\", many = \"5\", other = \"{n}\" }\n"),
            [""; 0]
        );
        assert_eq!(faults(english, "n = { one = \"1\", all = \"{n}\" }\n").len(), 2);
    }
}
