//! A language is complete or it is not built: every fault of every file, at once.

use std::collections::BTreeSet;

use super::compare::{self, KeyFault, KeyFaultKind};
use super::fault::Fault;
use super::language::Language;
use super::placeholder::{Segment, segments};
use super::tree::{Tree, TreeValue};

/// What is said of a key that is owed.
const MISSING: &str = "this key is missing";

/// Fewer words are a name or a label, and may be the same in two languages.
const A_SENTENCE: usize = 3;

/// The faults of a language in itself: braces and plurals.
pub fn alone(language: &Language) -> Vec<Fault> {
    let mut faults = Vec::new();
    let categories: BTreeSet<&str> = language.files.values().flat_map(categories).collect();
    for (file, tree) in &language.files {
        walk(tree, &mut Vec::new(), &mut |key, tree| {
            let mut tell = |key: String, what: &str| faults.push(language.fault(file, tree.line, &key, what));
            if let TreeValue::Text(text) = &tree.value
                && let Err(what) = placeholders(text)
            {
                tell(key.join("."), what);
            }
            if compare::is_plural(tree) {
                let missing = |category: &&&str| tree.get(category).is_none();
                for category in categories.union(&BTreeSet::from(["other"])).filter(missing) {
                    tell(format!("{}.{category}", key.join(".")), MISSING);
                }
            }
        });
    }
    faults
}

/// The plural categories that are used in a tree.
fn categories(tree: &Tree) -> BTreeSet<&str> {
    let below = tree.entries().flat_map(|(_, below)| categories(below));
    match compare::is_plural(tree) {
        true => tree.entries().map(|(key, _)| key.as_str()).collect(),
        false => below.collect(),
    }
}

/// The faults of a language against English: files, keys, placeholders, and what was left untranslated.
pub fn against(english: &Language, own: &Language) -> Vec<Fault> {
    let mut faults = Vec::new();
    for file in english.files.keys().filter(|file| !own.files.contains_key(*file)) {
        faults.push(own.fault(file, 1, "", "this file is missing"));
    }
    for (file, tree) in &own.files {
        let Some(theirs) = english.files.get(file) else {
            faults.push(own.fault(file, 1, "", "English has no such file"));
            continue;
        };
        let shape = compare::compare_shape(theirs, tree).into_iter();
        faults.extend(shape.map(|KeyFault { line, key, what }| own.fault(file, line, &key.join("."), told(&what))));
        sentences(theirs, tree, &mut Vec::new(), &mut |key, line, what| {
            faults.push(own.fault(file, line, &key.join("."), what));
        });
    }
    faults
}

fn told(what: &KeyFaultKind) -> String {
    match what {
        KeyFaultKind::Missing => MISSING.into(),
        KeyFaultKind::Unknown => "English has no such key".into(),
        KeyFaultKind::WrongKind { found, expected } => format!("this is {found}, and English has {expected}"),
    }
}

/// Calls `each` for every value that is a sentence in one language and not the same in the other.
fn sentences(english: &Tree, own: &Tree, key: &mut Vec<String>, each: &mut impl FnMut(&[String], usize, String)) {
    if own.as_english {
        return;
    }
    match (&english.value, &own.value) {
        (TreeValue::Table(_), TreeValue::Table(_)) => {
            for (step, below) in own.entries() {
                // A category that English does not have says what its "other" says.
                let plural = compare::is_plural(english).then(|| english.get("other")).flatten();
                let Some(theirs) = english.get(step).or(plural) else {
                    continue;
                };
                key.push(step.clone());
                sentences(theirs, below, key, each);
                key.pop();
            }
        }
        // A list may be longer or shorter: it is one text.
        (TreeValue::Text(_) | TreeValue::List(_), TreeValue::Text(_) | TreeValue::List(_)) => {
            let (theirs, ours) = (english.texts(), own.texts());
            let (want, have) = (filled(&theirs), filled(&ours));
            // The form for one may leave the number out, in any language.
            let in_plural = key
                .last()
                .is_some_and(|last| compare::CATEGORIES.contains(&last.as_str()));
            let differ = |name: &&&str| !(in_plural && **name == "n");
            let (missing, more) = (want.difference(&have).find(differ), have.difference(&want).find(differ));
            if let Some(name) = missing {
                each(key, own.line, format!("English fills in {{{name}}}, and this does not"));
            }
            if let Some(name) = more {
                each(key, own.line, format!("nothing fills in {{{name}}} in English"));
            }
            for text in ours.iter().filter(|text| is_sentence(text) && theirs.contains(text)) {
                each(key, own.line, format!("this is still English: {text:?}"));
            }
        }
        _ => {}
    }
}

/// The placeholders of a sentence.
///
/// # Errors
/// What is wrong with its braces.
fn placeholders(sentence: &str) -> Result<BTreeSet<&str>, &'static str> {
    let mut found = BTreeSet::new();
    for segment in segments(sentence) {
        match segment {
            Segment::Text(text) if text.contains('}') => return Err("a brace closes what was never opened"),
            Segment::Placeholder(name) if !name.contains('{') => found.insert(name),
            Segment::Text(text) if !text.contains('{') => continue,
            _ => return Err("a brace is never closed"),
        };
    }
    Ok(found)
}

fn filled<'a>(texts: &[&'a str]) -> BTreeSet<&'a str> {
    texts
        .iter()
        .filter_map(|text| placeholders(text).ok())
        .flatten()
        .collect()
}

fn is_sentence(text: &str) -> bool {
    let words = text.split_whitespace().filter(|word| !word.contains(['{', '}']));
    words.filter(|word| word.chars().any(char::is_alphabetic)).count() >= A_SENTENCE
}

/// Calls `each` for every value, with the way to it.
fn walk<'a>(tree: &'a Tree, key: &mut Vec<String>, each: &mut impl FnMut(&[String], &'a Tree)) {
    each(key, tree);
    let items = tree.items().iter().enumerate().map(|(at, item)| (at.to_string(), item));
    for (step, below) in tree.entries().map(|(step, below)| (step.clone(), below)).chain(items) {
        key.push(step);
        walk(below, key, each);
        key.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::placeholders;

    #[test]
    fn a_stray_brace_is_seen() {
        for stray in ["a } b", "a { b", "a {b {c}"] {
            assert!(placeholders(stray).is_err(), "{stray}");
        }
        assert_eq!(placeholders("{a} {b} {a}").unwrap().len(), 2);
    }
}
