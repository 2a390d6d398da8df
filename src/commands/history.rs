//! `history`, `undo` and `restore`: the versions before, and back to one of them.

use chrono::{DateTime, Local, SecondsFormat};
use serde::Serialize;
use serde_json::Value;

use crate::cli::Format;
use crate::error::Error;
use crate::plan::{Field, LISTS, Plan, Section};
use crate::readiness;
use crate::steps;
use crate::store::{self, Key, Store, Version};
use crate::text;
use crate::words::{Words, fill_placeholders};

use crate::app::recovery::key_of_versions;
use crate::app::unlock::plan_key;
use crate::app::{Context, Exit, open, open_to_write, save, update_derived};
use crate::app::{format_time, restore_version};

/// Prints the versions before, the newest first: the number, when it was written, and at which steps it was changed
/// afterwards.
///
/// # Errors
/// As [`open()`]; a folder cannot be read.
pub fn history(format: Format, context: &mut Context) -> Result<Exit, Error> {
    let path = context.plan_path()?;
    let versions = store::versions(&path)?;
    let words = context.words;
    let own = &words.commands.history;
    if versions.is_empty() {
        // If there is no plan either, that is what is said.
        open(context)?;
        match format {
            Format::Text => context.print_lines(&format!("{}\n", own.none))?,
            Format::Json => context.print_json(&VersionList { versions: &[] })?,
        }
        return Ok(Exit::Done);
    }
    let key = match plan_key(&path, context)? {
        None => key_of_versions(&path, context)?,
        key => key,
    };
    let key = key.as_ref();
    // The plan itself may be damaged; its versions are still there.
    let mut after = value(&path, key);
    let mut rows = Vec::new();
    for version in &versions {
        let this = value(&version.path, key);
        rows.push(VersionRow {
            number: version.number,
            written: DateTime::<Local>::from(version.written).to_rfc3339_opts(SecondsFormat::Secs, false),
            when: format_time(version.written, words),
            readable: this.is_some(),
            changed_at: steps_between(this.as_ref(), after.as_ref(), words),
        });
        after = this;
    }
    if format == Format::Json {
        context.print_json(&VersionList { versions: &rows })?;
        return Ok(Exit::Done);
    }
    let mut text: String = rows.iter().map(|row| row.line(words) + "\n").collect();
    let (undo, restore) = (context.command_for("undo"), context.command_on("restore"));
    text.push_str(&format!(
        "\n{}\n",
        fill_placeholders(own.how, &[("undo", &undo), ("restore", &restore)])
    ));
    context.print_lines(&text)?;
    Ok(Exit::Done)
}

/// The versions before, the newest first.
#[derive(Serialize)]
struct VersionList<'a> {
    versions: &'a [VersionRow],
}

/// One of them.
#[derive(Serialize)]
struct VersionRow {
    number: u32,
    written: String,
    #[serde(skip)]
    when: String,
    readable: bool,
    /// The titles of the steps that were changed afterwards.
    changed_at: Vec<String>,
}

impl VersionRow {
    fn line(&self, words: &Words) -> String {
        let own = &words.commands.history;
        let row = match (self.readable, self.changed_at.is_empty()) {
            (false, _) => own.row_damaged,
            (_, true) => own.row_plain,
            (_, false) => own.row,
        };
        let (number, steps) = (format!("{:>4}", self.number), self.changed_at.join(", "));
        let facts = [("number", number.as_str()), ("when", &self.when), ("steps", &steps)];
        fill_placeholders(row, &facts)
    }
}

/// Takes back the newest change. Once more, and it is the one before that.
///
/// # Errors
/// As [`open_to_write`] and [`save()`].
pub fn undo(context: &mut Context) -> Result<Exit, Error> {
    let (mut store, plan, _) = open_to_write(context)?;
    let words = context.words;
    let own = &words.commands.history;
    let key = store.key();
    let now = value(store.path(), key);
    let Some(version) = store.before(&|path| is_same_content(value(path, key), now.clone()))? else {
        context.print_notice(own.nothing)?;
        return Ok(Exit::Failed);
    };
    let steps = steps_between(value(&version.path, key).as_ref(), now.as_ref(), words);
    let said = match steps.is_empty() {
        true => own.undone_plain.into(),
        false => fill_placeholders(own.undone, &[("steps", &steps.join(", "))]),
    };
    let number_before = newest(&store)?;
    let (older, careful) = older_plan(&mut store, &version, &plan, context)?;
    restore_version(&mut store, &older, &version, words)?;
    say_what_is_back(said, careful, restore_notice(&store, number_before, context)?, context)?;
    Ok(Exit::Done)
}

/// Makes the plan what it was in one version. That is a save like any other, and can be taken back. Without a number
/// the versions are listed.
///
/// # Errors
/// As [`open_to_write`] and [`save()`].
pub fn restore(number: Option<&str>, context: &mut Context) -> Result<Exit, Error> {
    let Some(typed) = number.map(str::trim) else {
        return history(Format::Text, context);
    };
    let (mut store, plan, _) = open_to_write(context)?;
    let words = context.words;
    let own = &words.commands.history;
    let found = store::versions(store.path())?;
    let number: Option<u32> = typed.parse().ok();
    let Some(version) = found.iter().find(|version| Some(version.number) == number) else {
        let command = context.command_for("history");
        context.print_notice(&fill_placeholders(
            own.no_version,
            &[("number", &text::sanitize_line(typed)), ("command", &command)],
        ))?;
        return Ok(Exit::Failed);
    };
    let number_before = newest(&store)?;
    let (mut older, careful) = older_plan(&mut store, version, &plan, context)?;
    save(&mut store, &mut older, words, context.today)?;
    let said = fill_placeholders(own.restored, &[("when", &format_time(version.written, words))]);
    say_what_is_back(said, careful, restore_notice(&store, number_before, context)?, context)?;
    Ok(Exit::Done)
}

/// What is there again and how to take that back; and, whatever was asked for, that the safety questions come again.
fn say_what_is_back(said: String, careful: bool, back: String, context: &mut Context) -> Result<(), Error> {
    let own = &context.words.commands.history;
    match careful {
        true if context.quiet => context.print_notice(own.careful),
        true => context.print_notice(&format!("{said} {}{back}", own.careful)),
        false => context.confirm(&(said + &back)),
    }
}

/// The plan of a version, ready to be kept, and whether the safety questions are put again. It is at least as careful
/// as the plan it takes the place of, and what was printed since stays printed.
fn older_plan(store: &mut Store, version: &Version, plan: &Plan, context: &Context) -> Result<(Plan, bool), Error> {
    let (mut older, _) = store.read_version_of::<Plan>(version, LISTS)?;
    let careful = readiness::raise_to_match(&mut older, plan);
    older.printed = plan.printed.clone();
    update_derived(&mut older, context.words, context.today);
    Ok((older, careful))
}

/// The number of the newest version.
fn newest(store: &Store) -> Result<u32, Error> {
    Ok(store::versions(store.path())?
        .first()
        .map_or(0, |version| version.number))
}

/// How to bring back what was there a moment ago, if it was anything else.
fn restore_notice(store: &Store, number_before: u32, context: &Context) -> Result<String, Error> {
    let newest = newest(store)?;
    if newest == number_before {
        return Ok(String::new());
    }
    let command = format!("{} {newest}", context.command_on("restore"));
    let said = fill_placeholders(context.words.commands.history.back, &[("command", &command)]);
    Ok(format!(" {said}"))
}

/// Whether two files say the same to a family, whatever day they were written and whatever was printed since.
fn is_same_content(one: Option<Value>, other: Option<Value>) -> bool {
    let answers = |value: Option<Value>| {
        let mut value = value?;
        let keys = value.as_object_mut()?;
        keys.retain(|key, _| !["about", "created", "changed", "printed"].contains(&key.as_str()));
        Some(value)
    };
    // What cannot be read is told if it is gone back to.
    answers(one).is_some_and(|one| Some(one) == answers(other))
}

fn value(path: &std::path::Path, key: Option<&Key>) -> Option<Value> {
    let bytes = store::plain_bytes(path, key).ok()?;
    serde_json::from_str(store::document::text_of(&bytes).ok()?).ok()
}

/// The titles of the steps in which two states of a plan differ. What cannot be read differs nowhere.
fn steps_between(one: Option<&Value>, other: Option<&Value>, words: &Words) -> Vec<String> {
    let (Some(one), Some(other)) = (one, other) else {
        return Vec::new();
    };
    let mut titles: Vec<&str> = Vec::new();
    for path in differences(one, other) {
        let title = match section_of_path(&path) {
            Some(section) => words.step(section).title,
            None if path == "tasks" => words.keeping.the_list,
            None => continue,
        };
        if !titles.contains(&title) {
            titles.push(title);
        }
    }
    titles.into_iter().map(text::sanitize_line).collect()
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

/// The step in which what is at a path is asked. What only follows from answers belongs to none.
fn section_of_path(path: &str) -> Option<Section> {
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
