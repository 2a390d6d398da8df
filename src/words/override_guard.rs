//! A private copy of the words never becomes a door for those who buy and sell patients.
//!
//! What is said about danger stays as it is built in, word for word; no contact is added; and no word that hurts
//! is put where there was none (design#words). Not here: whether a copy is complete.

use toml::{Table, Value};

use crate::coach::{BannedWords, CoachWords};
use crate::error::{Error, WordsFault};
use crate::text;

use super::catalog::PROTECTED;
use super::private_copy::{Override, parse_toml};

/// The placeholders that a number to call is put into, as they begin.
const LINES: &[&str] = &["{emergency}", "{suicide", "{violence}", "{child_line}", "{grief}"];

/// One file with both its values.
struct ChangedFile<'a> {
    own: &'a Override,
    built_in: Value,
    ours: Value,
}

/// Refuses a private copy that touches a safety sentence, adds a contact or adds a word that hurts.
///
/// # Errors
/// [`WordsFault::Protected`], [`WordsFault::Contact`], [`WordsFault::Harmful`], with file and key.
pub(super) fn check_overrides<'a>(copy: &'a [Override], rules: &CoachWords) -> Result<(), Error> {
    let parsed = |own: &'a Override| {
        let Override {
            file, built_in, text, ..
        } = own;
        let table = |text| parse_toml::<Table>(text, file).map(Value::Table);
        let (built_in, ours) = (table(built_in)?, table(text)?);
        Ok(ChangedFile { own, built_in, ours })
    };
    let all: Vec<ChangedFile> = copy.iter().map(parsed).collect::<Result<_, Error>>()?;
    for one in &all {
        refuse_changed_safety(one)?;
    }
    // The coach's own file is whole by now, so its list is the built-in one.
    let never = BannedWords::new(rules);
    for one in &all {
        refuse_additions(one.own, &mut Vec::new(), Some(&one.built_in), &one.ours, &never)?;
    }
    Ok(())
}

/// Every protected value, and every sentence with an emergency or crisis line, is the built-in one.
fn refuse_changed_safety(one: &ChangedFile) -> Result<(), Error> {
    let marked = PROTECTED.iter().filter(|(file, _)| *file == one.own.file);
    let mut paths: Vec<Vec<String>> = marked
        .flat_map(|(_, paths)| paths.iter())
        .map(|path| path.iter().map(|step| (*step).to_string()).collect())
        .collect();
    with_lines(&one.built_in, &mut Vec::new(), &mut paths);
    for path in paths {
        let (built_in, ours) = (value_at(&one.built_in, &path), value_at(&one.ours, &path));
        if let Some(key) = difference(built_in, ours, path) {
            return Err(one.own.fault(&key, WordsFault::Protected));
        }
    }
    Ok(())
}

/// Gathers where a sentence names an emergency or crisis line; a list counts as one sentence.
fn with_lines(value: &Value, key: &mut Vec<String>, found: &mut Vec<Vec<String>>) {
    let named = |text: &str| LINES.iter().any(|line| text.contains(line));
    match value {
        Value::Table(table) => {
            for (step, below) in table {
                key.push(step.clone());
                with_lines(below, key, found);
                key.pop();
            }
        }
        other if named(&other.to_string()) => found.push(key.clone()),
        _ => {}
    }
}

fn value_at<'a>(value: &'a Value, path: &[String]) -> Option<&'a Value> {
    path.iter().try_fold(value, |value, step| value.get(step))
}

/// The key of the first value that differs; a list is one value, its order too.
fn difference(built_in: Option<&Value>, ours: Option<&Value>, path: Vec<String>) -> Option<Vec<String>> {
    if built_in == ours {
        return None;
    }
    let (Some(Value::Table(theirs)), Some(Value::Table(own))) = (built_in, ours) else {
        return Some(path);
    };
    theirs.keys().chain(own.keys()).find_map(|step| {
        let below = path.iter().chain([step]).cloned().collect();
        difference(theirs.get(step), own.get(step), below)
    })
}

/// No string, and no key that the built-in words do not have, brings a contact or a word that hurts.
fn refuse_additions(
    own: &Override,
    key: &mut Vec<String>,
    built_in: Option<&Value>,
    ours: &Value,
    never: &BannedWords,
) -> Result<(), Error> {
    if built_in == Some(ours) {
        return Ok(());
    }
    match ours {
        Value::String(said) => {
            let before = built_in.and_then(Value::as_str).unwrap_or_default();
            find_addition(before, said, never).map_or(Ok(()), |what| Err(own.fault(key, what)))
        }
        Value::Array(items) => {
            // What is said in a list may move within it.
            let before = built_in.and_then(Value::as_array).into_iter().flatten();
            let before: Vec<&str> = before.filter_map(Value::as_str).collect();
            let before = Value::String(before.join(" / "));
            let mut each = items.iter();
            each.try_for_each(|item| refuse_additions(own, key, Some(&before), item, never))
        }
        Value::Table(table) => table.iter().try_for_each(|(step, below)| {
            let twin = built_in.and_then(|table| table.get(step));
            key.push(step.clone());
            if let Some(what) = find_addition("", step, never).filter(|_| twin.is_none()) {
                return Err(own.fault(key, what));
            }
            refuse_additions(own, key, twin, below, never)?;
            key.pop();
            Ok(())
        }),
        _ => Ok(()),
    }
}

/// What a sentence has that the one before had not.
fn find_addition(before: &str, said: &str, never: &BannedWords) -> Option<WordsFault> {
    let had = text::contacts(before);
    if text::contacts(said).iter().any(|contact| !had.contains(contact)) {
        return Some(WordsFault::Contact);
    }
    let (before, said) = (text::sanitize_line(before), text::sanitize_line(said));
    let had = never.find(&before);
    let word = never.find(&said).into_iter().find(|word| !had.contains(word))?;
    Some(WordsFault::Harmful { word: word.into() })
}

#[cfg(test)]
#[path = "override_guard_tests.rs"]
mod tests;
