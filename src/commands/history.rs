//! `history`, `undo` and `restore`: the versions before, and back to one of them.

use chrono::{DateTime, Local, SecondsFormat};
use serde::Serialize;

use crate::cli::Format;
use crate::error::Error;
use crate::sheets::Block;
use crate::store::{self, Store};
use crate::text;
use crate::words::{Words, fill_placeholders};

use crate::app::recovery::key_of_versions;
use crate::app::undo::{self, value};
use crate::app::unlock::plan_key;
use crate::app::{Context, Exit, open, open_to_write, save};
use crate::app::{format_time, note_unsynced, restore_version};
use crate::steps::steps_between;

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
    let (undo, restore) = (context.command_for("undo"), context.command_on("restore"));
    let how = fill_placeholders(own.how, &[("undo", &undo), ("restore", &restore)]);
    let rows = rows.iter().map(|row| row.fact(words)).collect();
    context.print_blocks(&[Block::Facts(rows), Block::Words(how)])?;
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
    fn fact(&self, words: &Words) -> (String, String) {
        let own = &words.commands.history;
        let row = match (self.readable, self.changed_at.is_empty()) {
            (false, _) => own.row_damaged,
            (_, true) => own.row_plain,
            (_, false) => own.row,
        };
        let facts = [("when", self.when.as_str()), ("steps", &self.changed_at.join(", "))];
        (self.number.to_string(), fill_placeholders(row, &facts))
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
    let Some(version) = undo::version_before(&store)? else {
        return context.end(Exit::Failed, own.nothing);
    };
    let [older, now] = [&version.path, store.path()].map(|path| value(path, store.key()));
    let steps = steps_between(older.as_ref(), now.as_ref(), words);
    let said = match steps.is_empty() {
        true => own.undone_plain.into(),
        false => fill_placeholders(own.undone, &[("steps", &steps.join(", "))]),
    };
    let number_before = newest(&store)?;
    let (older, careful) = undo::older_plan(&mut store, &version, &plan, words, context.today)?;
    note_unsynced(restore_version(&mut store, &older, &version, words), context)?;
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
        return context.end(
            Exit::Failed,
            &fill_placeholders(
                own.no_version,
                &[("number", &text::sanitize_line(typed)), ("command", &command)],
            ),
        );
    };
    let number_before = newest(&store)?;
    let (mut older, careful) = undo::older_plan(&mut store, version, &plan, words, context.today)?;
    save(&mut store, &mut older, context)?;
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

#[cfg(all(test, unix))]
#[path = "history_tests.rs"]
mod tests;
