//! The versions before: what was in the plan file before each save, in a folder of its own beside it.
//!
//! A version is the old file itself under a second name, `.plan.json.before/000042.json`: its number says the order,
//! whatever the clock said, and its own time says when it was written. A save that was an undo says so in the name of
//! the version it leaves (`000043.back-to-000041.json`), so that the next undo goes further back and never to and fro.

use super::disk::Disk;
use super::folder::folder_of;
use super::{file, folder};
use crate::error::{Error, FileOperation};
use chrono::{DateTime, Local, NaiveDate};
use std::collections::HashSet;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// So many of the last versions stay, whatever their day: a slip is most often noticed within some answers.
const LAST: usize = 20;

/// For so many days the newest version of each day stays: a family comes back within weeks, and what was taken out
/// should not lie about for ever.
const DAYS: i64 = 30;

/// One version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// Its number: a higher one is newer.
    pub number: u32,
    /// The version that the save after this one went back to, where that save was an undo.
    pub back_to: Option<u32>,
    /// Where it lies.
    pub path: PathBuf,
    /// When it was written.
    pub written: SystemTime,
}

/// The folder with the versions of the plan file `target`, which no link is.
pub(super) fn folder(target: &Path) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(target.file_name().unwrap_or_default());
    name.push(".before");
    folder_of(target).join(name)
}

/// The versions of the plan file `target`, the newest first.
pub(super) fn versions(target: &Path) -> Result<Vec<Version>, Error> {
    let folder = folder(target);
    let failed = |error: io::Error| Error::io(FileOperation::Reading, &folder, &error);
    let listing = match fs::read_dir(&folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        listing => listing.map_err(failed)?,
    };
    let mut found = Vec::new();
    for entry in listing {
        let entry = entry.map_err(failed)?;
        let name = entry.file_name();
        // Another window may have thinned it out meanwhile.
        let Ok(facts) = entry.metadata() else { continue };
        if let Some((number, back_to)) = name.to_str().and_then(parse_version_name).filter(|_| facts.is_file()) {
            let (path, written) = (entry.path(), facts.modified().map_err(failed)?);
            found.push(Version {
                number,
                back_to,
                path,
                written,
            });
        }
    }
    found.sort_by_key(|version| std::cmp::Reverse(version.number));
    Ok(found)
}

/// Whether a file in such a folder is a version.
pub(super) fn is_version(name: &OsStr) -> bool {
    name.to_str().and_then(parse_version_name).is_some()
}

fn version_name(number: u32, back_to: Option<u32>) -> String {
    match back_to {
        Some(back) => format!("{number:06}.back-to-{back:06}.json"),
        None => format!("{number:06}.json"),
    }
}

fn parse_version_name(name: &str) -> Option<(u32, Option<u32>)> {
    let number = |digits: &str| {
        digits
            .bytes()
            .all(|b| b.is_ascii_digit())
            .then(|| digits.parse().ok())?
    };
    let rest = name.strip_suffix(".json")?;
    match rest.split_once(".back-to-") {
        Some((one, back)) => Some((number(one)?, Some(number(back)?))),
        None => Some((number(rest)?, None)),
    }
}

/// Keeps what now is at `target` as the newest version, `content` being what that is. `None` if the newest one
/// says the same already: a save that was cut off after this left it.
pub(super) fn add_version(
    disk: &dyn Disk,
    target: &Path,
    content: &[u8],
    back_to: Option<u32>,
) -> Result<Option<PathBuf>, Error> {
    let newest = versions(target)?.into_iter().next();
    let folder = folder(target);
    disk.make_folder(&folder)?;
    let failed = |error: io::Error| Error::io(FileOperation::Saving, &folder, &error);
    if let Some(newest) = newest.as_ref().filter(|it| file::holds_bytes(&it.path, content)) {
        let same = folder.join(version_name(newest.number, back_to));
        if newest.path != same {
            fs::rename(&newest.path, &same).map_err(failed)?;
        }
        return Ok(None);
    }
    let number = newest.map_or(1, |newest| newest.number.saturating_add(1));
    let path = folder.join(version_name(number, back_to));
    // Some disks know no second name (a stick with FAT): a copy does as well.
    if disk.link(target, &path).is_err() {
        file::write_with(disk, &path, content, &mut |_| Ok(()))?;
    } else if !folder::is_private(&path) {
        folder::make_private(&path).map_err(failed)?;
    }
    Ok(Some(path))
}

/// Removes what is neither among the last nor the newest of its day. What cannot be removed is tried again next time.
pub(super) fn remove_old_versions(disk: &dyn Disk, target: &Path, now: SystemTime) {
    let today = DateTime::<Local>::from(now).date_naive();
    let Ok(versions) = versions(target) else { return };
    for version in superfluous(&versions, today) {
        let _ = disk.remove(&version.path);
    }
}

fn superfluous(versions: &[Version], today: NaiveDate) -> Vec<&Version> {
    let mut days = HashSet::new();
    let mut gone = Vec::new();
    for (at, version) in versions.iter().enumerate() {
        let day = DateTime::<Local>::from(version.written).date_naive();
        let newest_of_day = days.insert(day) && (today - day).num_days() < DAYS;
        if at >= LAST && !newest_of_day {
            gone.push(version);
        }
    }
    gone
}

/// What an undo goes back to: the newest version that is not the `same` as now, going on from where earlier undos went.
pub(super) fn before<'a>(versions: &'a [Version], same: &dyn Fn(&Path) -> bool) -> Option<&'a Version> {
    let mut below = u32::MAX;
    loop {
        let newest = versions.iter().find(|version| version.number < below)?;
        match newest.back_to.filter(|back| *back < newest.number) {
            // The save after it went back to `back`: what comes before is what came before that.
            Some(back) => below = back,
            None if same(&newest.path) => below = newest.number,
            None => return Some(newest),
        }
    }
}

#[cfg(all(test, unix))]
#[path = "history_tests.rs"]
mod tests;
