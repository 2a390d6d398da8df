//! `history`, `undo` and `restore`: the versions before, and back to one of them.

use serde_json::Value;

use crate::error::Error;
use crate::plan::{Field, LISTS, Plan, Section};
use crate::readiness;
use crate::steps;
use crate::store::{self, Key, Store, Version};
use crate::text;
use crate::words::{Words, fill};

use super::aside::key_of_versions;
use super::keep::{put_back, when};
use super::unlock::key;
use super::{Errand, Exit, keep, open, open_with_versions, stamp};

/// Prints the versions before, the newest first: the number, when it was written, and at which steps it was changed
/// afterwards.
///
/// # Errors
/// As [`open`]; a folder cannot be read.
pub fn history(errand: &mut Errand) -> Result<Exit, Error> {
    let path = errand.path()?;
    let versions = store::versions(&path)?;
    let words = errand.words;
    let own = &words.commands.history;
    if versions.is_empty() {
        // Where there is no plan either, that is what is said.
        open(errand)?;
        errand.print(&format!("{}\n", own.none))?;
        return Ok(Exit::Done);
    }
    let key = match key(&path, errand)? {
        None => key_of_versions(&path, errand)?,
        key => key,
    };
    let key = key.as_ref();
    // The plan itself may be damaged; its versions are still there.
    let mut after = value(&path, key);
    let mut text = String::new();
    for version in &versions {
        let this = value(&version.path, key);
        let steps = steps_between(this.as_ref(), after.as_ref(), words);
        let row = match (&this, steps.is_empty()) {
            (None, _) => &own.row_damaged,
            (_, true) => &own.row_plain,
            (_, false) => &own.row,
        };
        let facts = [
            ("number", format!("{:>4}", version.number)),
            ("when", when(version.written, words)),
            ("steps", steps),
        ];
        let facts: Vec<(&str, &str)> = facts.iter().map(|(key, value)| (*key, value.as_str())).collect();
        text.push_str(&format!("{}\n", fill(row, &facts)));
        after = this;
    }
    let (undo, restore) = (errand.command_for("undo"), errand.command_on("restore"));
    text.push_str(&format!(
        "\n{}\n",
        fill(&own.how, &[("undo", &undo), ("restore", &restore)])
    ));
    errand.print(&text)?;
    Ok(Exit::Done)
}

/// Takes back the newest change. Once more, and it is the one before that.
///
/// # Errors
/// As [`open_with_versions`] and [`keep()`].
pub fn undo(errand: &mut Errand) -> Result<Exit, Error> {
    let (mut store, plan, _) = open_with_versions(errand)?;
    let words = errand.words;
    let own = &words.commands.history;
    let key = store.key();
    let now = value(store.path(), key);
    let Some(version) = store.before(&|path| says_the_same(value(path, key), now.clone()))? else {
        errand.tell(&own.nothing)?;
        return Ok(Exit::Failed);
    };
    let steps = steps_between(value(&version.path, key).as_ref(), now.as_ref(), words);
    let mut said = match steps.is_empty() {
        true => own.undone_plain.clone(),
        false => fill(&own.undone, &[("steps", &steps)]),
    };
    let number_before = newest(&store)?;
    let (older, careful) = older(&mut store, &version, &plan, errand)?;
    put_back(&mut store, &older, &version, words)?;
    if careful {
        said = format!("{said} {}", own.careful);
    }
    errand.tell(&(said + &back(&store, number_before, errand)?))?;
    Ok(Exit::Done)
}

/// Makes the plan what it was in one version. That is a save like any other, and can be taken back. Without a number the
/// versions are listed.
///
/// # Errors
/// As [`open_with_versions`] and [`keep()`].
pub fn restore(number: Option<&str>, errand: &mut Errand) -> Result<Exit, Error> {
    let Some(typed) = number.map(str::trim) else {
        return history(errand);
    };
    let (mut store, plan, _) = open_with_versions(errand)?;
    let words = errand.words;
    let own = &words.commands.history;
    let found = store::versions(store.path())?;
    let number: Option<u32> = typed.parse().ok();
    let Some(version) = found.iter().find(|version| Some(version.number) == number) else {
        let command = errand.command_for("history");
        errand.tell(&fill(
            &own.no_version,
            &[("number", &text::line(typed)), ("command", &command)],
        ))?;
        return Ok(Exit::Failed);
    };
    let number_before = newest(&store)?;
    let (mut older, careful) = older(&mut store, version, &plan, errand)?;
    keep(&mut store, &mut older, words, errand.today)?;
    let mut said = fill(&own.restored, &[("when", &when(version.written, words))]);
    if careful {
        said = format!("{said} {}", own.careful);
    }
    errand.tell(&(said + &back(&store, number_before, errand)?))?;
    Ok(Exit::Done)
}

/// The plan of a version, ready to be kept, and whether the safety questions are put again. It is at least as careful
/// as the plan it takes the place of, and what was printed since stays printed.
fn older(store: &mut Store, version: &Version, plan: &Plan, errand: &Errand) -> Result<(Plan, bool), Error> {
    let (mut older, _) = store.take::<Plan>(version, LISTS)?;
    let careful = readiness::hold_as(&mut older, plan);
    older.printed = plan.printed.clone();
    stamp(&mut older, errand.words, errand.today);
    Ok((older, careful))
}

/// The number of the newest version.
fn newest(store: &Store) -> Result<u32, Error> {
    Ok(store::versions(store.path())?
        .first()
        .map_or(0, |version| version.number))
}

/// How to bring back what was there a moment ago, where it was anything else.
fn back(store: &Store, number_before: u32, errand: &Errand) -> Result<String, Error> {
    let newest = newest(store)?;
    if newest == number_before {
        return Ok(String::new());
    }
    let command = format!("{} {newest}", errand.command_on("restore"));
    let said = fill(&errand.words.commands.history.back, &[("command", &command)]);
    Ok(format!(" {said}"))
}

/// Whether two files say the same to a family, whatever day they were written and whatever was printed since.
fn says_the_same(one: Option<Value>, other: Option<Value>) -> bool {
    let answers = |value: Option<Value>| {
        let mut value = value?;
        let keys = value.as_object_mut()?;
        keys.retain(|key, _| !["about", "created", "changed", "printed"].contains(&key.as_str()));
        Some(value)
    };
    // What cannot be read is told where it is gone back to.
    answers(one).is_some_and(|one| Some(one) == answers(other))
}

fn value(path: &std::path::Path, key: Option<&Key>) -> Option<Value> {
    let bytes = store::plain_bytes(path, key).ok()?;
    serde_json::from_str(store::document::text_of(&bytes).ok()?).ok()
}

/// The titles of the steps in which two states of a plan differ. What cannot be read differs nowhere.
fn steps_between(one: Option<&Value>, other: Option<&Value>, words: &Words) -> String {
    let (Some(one), Some(other)) = (one, other) else {
        return String::new();
    };
    let mut titles: Vec<&str> = Vec::new();
    for path in differences(one, other) {
        let title = match place(&path) {
            Some(section) => words.step(section).title.as_str(),
            None if path == "tasks" => words.keeping.the_list.as_str(),
            None => continue,
        };
        if !titles.contains(&title) {
            titles.push(title);
        }
    }
    text::line(&titles.join(", "))
}

/// The keys, and in objects the keys one level below, whose values differ.
fn differences(one: &Value, other: &Value) -> Vec<String> {
    let keys = |value: &Value| -> Vec<String> {
        let keys = value.as_object().map(|object| object.keys().cloned().collect());
        keys.unwrap_or_default()
    };
    let all = |one: &Value, other: &Value| -> Vec<String> {
        let mut all = keys(one);
        all.extend(keys(other).into_iter().filter(|key| one.get(key).is_none()));
        all.retain(|key| one.get(key) != other.get(key));
        all
    };
    let mut found = Vec::new();
    for key in all(one, other) {
        let (one, other) = (&one[&key], &other[&key]);
        if one.is_object() || other.is_object() {
            found.extend(all(one, other).iter().map(|below| format!("{key}.{below}")));
        } else {
            found.push(key);
        }
    }
    found
}

/// The step in which what stands at a path is asked. What only follows from answers belongs to none.
fn place(path: &str) -> Option<Section> {
    if let Some(section) = Field::from_code(path).and_then(steps::section_of) {
        return Some(section);
    }
    match path.split('.').next().unwrap_or_default() {
        "safety" => Some(Section::Safety),
        "country" => Some(Section::Start),
        _ => None,
    }
}

#[cfg(all(test, unix))]
#[path = "history_tests.rs"]
mod tests;
