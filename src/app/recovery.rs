//! A damaged plan, or a plan that is open in another window: what is offered before a visit.

use std::path::{Path, PathBuf};

use crate::error::{Damage, Error};
use crate::plan::{Gate, LISTS, Plan};
use crate::prompt::{Message, Prompt};
use crate::store::{self, Key, Opened, Store, Version};
use crate::words::{display_path, fill_placeholders};

use crate::app::plan_of_country;
use crate::app::save::{format_time, update_derived, version_label};
use crate::app::unlock::required_key;
use crate::app::{Context, Exit, open_unasked};
use crate::session::{Destination, Dialog, Stop, answer_in_command};

/// What to do now.
pub enum AfterRecovery {
    /// Begin again with the plan that is named in the context now.
    Again,
    /// Look at the plan without changing it, and end.
    LookOnly,
    /// End so.
    End(Exit),
}

/// The plan is damaged: offers to go on from a copy of the newest good version, or with the copy of an earlier time.
/// The damaged file stays as it is. Hands the error back where there is nothing to offer.
///
/// # Errors
/// The same error; [`Error::Hidden`] where the person went away at once; the terminal or the disk failed.
pub fn recover_damaged(error: Error, context: &mut Context) -> Result<AfterRecovery, Error> {
    let path = match &error {
        // A newer Steadfast made it: it is no ruin, and nothing older takes its place.
        Error::Damaged { path, damage } if !matches!(damage, Damage::Newer { .. }) => path.clone(),
        _ => return Err(error),
    };
    let said = context.words.error(&error, &context.command());
    let own = &context.words.keeping.damaged;
    let ways = Ways {
        said,
        newest: own.newest,
        newest_row: own.copy,
        behind: String::new(),
        in_its_place: false,
    };
    recover(&path, ways, context)?.ok_or(error)
}

/// The plan is not there any more, and its versions are: offers to go on from the newest good one, or with the copy of
/// an earlier time. A new plan would take these versions for its own, so none is begun.
///
/// # Errors
/// [`Error::OnlyVersions`] where none of them can be read; as [`recover_damaged`].
pub fn recover_vanished(context: &mut Context) -> Result<AfterRecovery, Error> {
    let path = context.plan_path()?;
    let own = &context.words.keeping.vanished;
    let ways = Ways {
        said: fill_placeholders(own.said, &[("path", &display_path(&path))]),
        newest: own.newest,
        newest_row: own.go_on,
        behind: fill_placeholders(own.begin, &[("command", &context.command_for("delete"))]),
        in_its_place: true,
    };
    let gone = Error::OnlyVersions(path.clone());
    recover(&path, ways, context)?.ok_or(gone)
}

/// What is said where a plan cannot be opened, and what is offered.
struct Ways<'a> {
    /// What is so.
    said: String,
    /// Of when the newest good version is.
    newest: &'a str,
    /// The row that takes it.
    newest_row: &'a str,
    /// What is said last.
    behind: String,
    /// The version takes the place of the plan; else a copy of it is begun beside.
    in_its_place: bool,
}

/// `None` where there is nothing to offer.
fn recover(path: &Path, ways: Ways, context: &mut Context) -> Result<Option<AfterRecovery>, Error> {
    let key = key_of_versions(path, context)?;
    let good = newest_good(path, key.as_ref());
    let copied = copied_before(path, key.as_ref());
    if good.is_none() && copied.is_none() {
        return Ok(None);
    }
    let own = &context.words.keeping.damaged;
    let mut said = vec![ways.said];
    let mut rows = Vec::new();
    if let Some(copied) = &copied {
        said.push(fill_placeholders(own.copied_before, &[("path", &display_path(copied))]));
        rows.push(own.go_on);
    }
    if let Some((version, _)) = &good {
        let when = format_time(version.written, context.words);
        said.push(fill_placeholders(ways.newest, &[("when", &when)]));
        rows.push(ways.newest_row);
    }
    rows.push(own.leave);
    said.push(ways.behind);
    said.retain(|said| !said.is_empty());
    let numbers = plan_of_country(context);
    let row = match pick("damaged", &said.join("\n\n"), &rows, &numbers, context)? {
        Some(row) if row + 1 < rows.len() => row,
        _ => return Ok(Some(AfterRecovery::End(Exit::Failed))),
    };
    match (copied, good) {
        (Some(copied), _) if row == 0 => {
            context.plan = Some(copied);
            Ok(Some(AfterRecovery::Again))
        }
        (_, Some((_, plan))) if ways.in_its_place => {
            put_back(plan, path, context)?;
            Ok(Some(AfterRecovery::Again))
        }
        (_, Some((_, plan))) => {
            let new = store::unused_name(path)?;
            put_back(plan, &new, context)?;
            context.plan = Some(new.clone());
            let (new, command) = (display_path(&new), context.command());
            let said = fill_placeholders(
                context.words.keeping.damaged.begun,
                &[("path", &new), ("command", &command)],
            );
            show_and_wait(&said, context).map(Some)
        }
        _ => Ok(None),
    }
}

/// A new file with the plan of a version.
fn put_back(mut plan: Plan, new: &Path, context: &Context) -> Result<(), Error> {
    update_derived(&mut plan, context.words, context.today);
    let key = context.key.as_ref().map(|(_, key)| key.clone());
    let (mut store, _) = Store::open_with::<Plan>(new, key, LISTS)?;
    store.copy_key_to(&store::file::resolve(new)?)?;
    // What a disk cannot confirm is said at the next save.
    store::file::ignore_unsynced(store.save(&plan))
}

/// The key of the versions, if there is one: a damaged file may not say any more that it was locked, and an open
/// copy in its place does not either.
pub fn key_of_versions(path: &Path, context: &mut Context) -> Result<Option<Key>, Error> {
    let mut sealed = store::versions(path)?;
    sealed.retain(|version| store::is_encrypted(&version.path).unwrap_or(false));
    if sealed.is_empty() || !store::has_key(path) {
        return Ok(None);
    }
    let key = required_key(path, context)?;
    // One that opens none of them is not theirs.
    let opens = |version: &Version| store::plain_bytes(&version.path, Some(&key)).is_ok();
    Ok(sealed.iter().any(opens).then_some(key))
}

/// The newest version that can be read, as careful as the most careful of them: what the damaged file said nobody
/// knows, so the safety questions are put again.
fn newest_good(path: &Path, key: Option<&Key>) -> Option<(Version, Plan)> {
    let versions = store::versions(path).ok()?;
    let mut good = versions.into_iter().filter_map(|version| {
        let plan = store::read_version::<Plan>(&version, key, LISTS).ok()?;
        Some((version, plan))
    });
    let (version, mut plan) = good.next()?;
    plan.safety.ask_again();
    let gates = good.map(|(_, older)| older.safety.gate).chain([Some(Gate::AskFirst)]);
    plan.safety.floor = gates.fold(plan.safety.floor.take(), Option::max);
    Some((version, plan))
}

/// The newest `plan-2.json`, `plan-3.json` and so on that can be read.
fn copied_before(path: &Path, key: Option<&Key>) -> Option<PathBuf> {
    let target = store::file::resolve(path).ok()?;
    let free = store::unused_name(path).ok()?;
    let stem = |path: &Path| path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let (own, free) = (stem(&target), stem(&free));
    let last: u32 = free.strip_prefix(&own)?.strip_prefix('-')?.parse().ok()?;
    let ending = target
        .extension()
        .map(|ending| format!(".{}", ending.to_string_lossy()));
    let named = |n: u32| target.with_file_name(format!("{own}-{n}{}", ending.as_deref().unwrap_or_default()));
    let reads = |path: &PathBuf| {
        matches!(
            Store::open_with::<Plan>(path, key.cloned(), LISTS),
            Ok((_, Opened::Found { .. }))
        )
    };
    (2..last).rev().map(named).find(reads)
}

/// Another window works on the plan: look only, try again, take a copy, or leave.
///
/// # Errors
/// [`Error::Hidden`] where the person went away at once; the terminal or the disk failed.
pub fn second_window(store: &Store, context: &mut Context) -> Result<AfterRecovery, Error> {
    let own = &context.words.keeping.second;
    let rows = [own.look, own.again, own.copy, own.leave];
    let said = fill_placeholders(own.said, &[("path", &display_path(store.path()))]);
    let plan = open_unasked(context).unwrap_or_else(|_| plan_of_country(context));
    match pick("second_window", &said, &rows, &plan, context)? {
        Some(0) => Ok(AfterRecovery::LookOnly),
        Some(1) => Ok(AfterRecovery::Again),
        Some(2) => {
            let copy = store.copy_file(&version_label(context.words.keeping.copy))?;
            context.plan = Some(copy.clone());
            let (copy, command) = (display_path(&copy), context.command());
            let said = fill_placeholders(
                context.words.keeping.second.copied,
                &[("path", &copy), ("command", &command)],
            );
            show_and_wait(&said, context)
        }
        _ => Ok(AfterRecovery::End(Exit::Done)),
    }
}

/// Says something and waits for Enter; the visit begins behind it.
fn show_and_wait(said: &str, context: &mut Context) -> Result<AfterRecovery, Error> {
    let mut prompter = context.open_prompter()?;
    prompter.show(&Message::strong(said).fresh())?;
    let plan = plan_of_country(context);
    let prompt = Prompt::new("aside", "", context.words.engine.go_on);
    let reply = Dialog::new(&plan, context.words, context.today).pause(prompt, prompter.as_mut());
    context.prompter = Some(prompter);
    match reply {
        Err(Stop::Go(Destination::Leave)) => {
            context.print_notice(said)?;
            Ok(AfterRecovery::End(Exit::Done))
        }
        reply => answer_in_command(reply).map(|_| AfterRecovery::Again),
    }
}

/// One of the rows; `None` to leave.
fn pick(id: &str, said: &str, rows: &[&str], plan: &Plan, context: &mut Context) -> Result<Option<usize>, Error> {
    let words = context.words;
    let prompt = Prompt {
        above: vec![Message::plain(said)],
        fresh: true,
        ..Prompt::new(id, words.engine.not_saved_ask, words.home.prompt)
    };
    let mut prompter = context.open_prompter()?;
    let reply = Dialog::new(plan, words, context.today).pick(prompt, rows, None, prompter.as_mut());
    context.prompter = Some(prompter);
    answer_in_command(reply)
}
