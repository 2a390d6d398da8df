//! What stands in the way of a visit before it begins: a damaged plan, or another window on it.

use std::path::{Path, PathBuf};

use crate::ask::{Put, Reply, Said, Wish};
use crate::error::{Damage, Error};
use crate::plan::{Gate, LISTS, Plan};
use crate::store::{self, Key, Opened, Store, Version};
use crate::words::{fill, shown};

use super::keep::{label, stamp, when};
use super::reach::{Reach, stand_in};
use super::unlock::needed_key;
use super::{Errand, Exit, open_unasked, show};

/// What to do now.
pub enum Way {
    /// Begin again with the plan that is named in the errand now.
    Again,
    /// End so.
    End(Exit),
}

/// The plan is damaged: offers to go on from a copy of the newest good version, or with the copy of an earlier time. The
/// damaged file stays as it is. Hands the error back where there is nothing to offer.
///
/// # Errors
/// The same error; [`Error::Hidden`] where the person went away at once; the terminal or the disk failed.
pub fn damaged(error: Error, errand: &mut Errand) -> Result<Way, Error> {
    let path = match &error {
        // A newer Steadfast made it: it is no ruin, and nothing older takes its place.
        Error::Damaged { path, damage } if !matches!(damage, Damage::Newer { .. }) => path.clone(),
        _ => return Err(error),
    };
    let key = key_of_versions(&path, errand)?;
    let good = newest_good(&path, key.as_ref());
    let copied = copied_before(&path, key.as_ref());
    if good.is_none() && copied.is_none() {
        return Err(error);
    }
    let own = &errand.words.keeping.damaged;
    let mut said = vec![errand.words.error(&error, &errand.command())];
    let mut rows = Vec::new();
    if let Some(copied) = &copied {
        said.push(fill(&own.copied_before, &[("path", &shown(copied))]));
        rows.push(&own.go_on);
    }
    if let Some((version, _)) = &good {
        said.push(fill(&own.newest, &[("when", &when(version.written, errand.words))]));
        rows.push(&own.copy);
    }
    rows.push(&own.leave);
    let numbers = stand_in(errand);
    let row = match pick("damaged", &said.join("\n\n"), &rows, &numbers, errand)? {
        Some(row) if row + 1 < rows.len() => row,
        _ => return Ok(Way::End(Exit::Failed)),
    };
    match (copied, good) {
        (Some(copied), _) if row == 0 => {
            errand.plan = Some(copied);
            Ok(Way::Again)
        }
        (_, Some((_, plan))) => {
            let new = copy_of(plan, &path, errand)?;
            errand.plan = Some(new.clone());
            let (new, command) = (shown(&new), errand.command());
            let said = fill(
                &errand.words.keeping.damaged.begun,
                &[("path", &new), ("command", &command)],
            );
            wait(&said, errand)
        }
        _ => Err(error),
    }
}

/// A new file beside with the plan of a version.
fn copy_of(mut plan: Plan, path: &Path, errand: &Errand) -> Result<PathBuf, Error> {
    let new = store::free_name(path)?;
    stamp(&mut plan, errand.words, errand.today);
    let key = errand.key.as_ref().map(|(_, key)| key.clone());
    let (mut store, _) = Store::open_with::<Plan>(&new, key, LISTS)?;
    store.lend_key(&new)?;
    store.keep(&plan)?;
    Ok(new)
}

/// The key of the versions, where there is one: a damaged file may not say any more that it was locked, and an open copy
/// in its place does not either.
pub(super) fn key_of_versions(path: &Path, errand: &mut Errand) -> Result<Option<Key>, Error> {
    let mut sealed = store::versions(path)?;
    sealed.retain(|version| store::is_sealed(&version.path).unwrap_or(false));
    if sealed.is_empty() || !store::has_key(path) {
        return Ok(None);
    }
    let key = needed_key(path, errand)?;
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
    plan.safety.before = gates.fold(plan.safety.before.take(), Option::max);
    Some((version, plan))
}

/// The newest `plan-2.json`, `plan-3.json` and so on that can be read.
fn copied_before(path: &Path, key: Option<&Key>) -> Option<PathBuf> {
    let target = store::file::resolve(path).ok()?;
    let free = store::free_name(path).ok()?;
    let stem = |path: &Path| path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let (own, free) = (stem(&target), stem(&free));
    let last: u32 = free.strip_prefix(&own)?.strip_prefix('-')?.parse().ok()?;
    let named = |n: u32| target.with_file_name(format!("{own}-{n}.json"));
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
pub fn second_window(store: &Store, errand: &mut Errand) -> Result<Way, Error> {
    let own = &errand.words.keeping.second;
    let rows = [&own.look, &own.again, &own.copy, &own.leave];
    let said = fill(&own.said, &[("path", &shown(store.path()))]);
    let plan = open_unasked(errand).unwrap_or_else(|_| stand_in(errand));
    match pick("second_window", &said, &rows, &plan, errand)? {
        Some(0) => Ok(Way::End(show::show(errand)?)),
        Some(1) => Ok(Way::Again),
        Some(2) => {
            let copy = store.copy_file(&label(&errand.words.keeping.copy))?;
            errand.plan = Some(copy.clone());
            let (copy, command) = (shown(&copy), errand.command());
            let said = fill(
                &errand.words.keeping.second.copied,
                &[("path", &copy), ("command", &command)],
            );
            wait(&said, errand)
        }
        _ => Ok(Way::End(Exit::Done)),
    }
}

/// Says something and waits for Enter; the visit begins behind it.
fn wait(said: &str, errand: &mut Errand) -> Result<Way, Error> {
    let mut asker = errand.asker()?;
    asker.say(&Said::strong(said).fresh())?;
    let plan = stand_in(errand);
    let put = Put::new("aside", "", &errand.words.engine.go_on);
    let reply = Reach::new(&plan, errand.words, errand.today).pause(put, asker.as_mut())?;
    errand.asker = Some(asker);
    match reply {
        Reply::Wish(Wish::Hide) => Err(Error::Hidden),
        Reply::Wish(Wish::Leave) => Ok(Way::End(Exit::Done)),
        _ => Ok(Way::Again),
    }
}

/// One of the rows; `None` to leave.
fn pick(id: &str, said: &str, rows: &[&String], plan: &Plan, errand: &mut Errand) -> Result<Option<usize>, Error> {
    let words = errand.words;
    let put = Put {
        above: vec![Said::plain(said)],
        fresh: true,
        ..Put::new(id, &words.engine.not_saved_ask, &words.home.prompt)
    };
    let mut asker = errand.asker()?;
    let reply = Reach::new(plan, words, errand.today).pick(put, rows, None, asker.as_mut())?;
    errand.asker = Some(asker);
    match reply {
        Reply::Given(row) => Ok(Some(row)),
        Reply::Wish(Wish::Hide) => Err(Error::Hidden),
        Reply::Wish(_) => Ok(None),
    }
}

#[cfg(all(test, unix))]
#[path = "aside_tests.rs"]
mod tests;
