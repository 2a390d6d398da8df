//! The versions before: what was in the plan file before each save, in a folder of its own beside it.
//!
//! A version is the old file itself under a second name, `.plan.json.before/000042.20261128T150233Z.json`: its number
//! says the order, whatever the clock said, and the rest when it was written, which a copied folder forgets. A save that
//! was an undo says so in the name of the version it leaves (`000043.20261128T150501Z.back-to-000041.json`), so that the
//! next undo goes further back and never to and fro.

use super::disk::Disk;
use super::folder::folder_of;
use super::unfinished::is_unfinished;
use super::{file, folder};
use crate::error::{Error, FileOperation};
use chrono::{DateTime, Local, NaiveDateTime, Utc};
use std::collections::HashSet;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

/// So many of the last versions stay, whatever their day: a slip is most often noticed within some answers.
const LAST: usize = 20;

/// Of so many days the newest version stays, of those on which there is one: what a day is does not hang on the clock of
/// now, which may be wrong, and what was taken out should not lie about for ever.
const DAYS: usize = 30;

/// No version that the program makes has a number as high.
const HIGHEST: u32 = 99_999_999;

/// How the name of a version says when it was written.
const WRITTEN: &str = "%Y%m%dT%H%M%SZ";

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
    let mut found = Vec::new();
    for path in files(target)? {
        let name = path.file_name().and_then(OsStr::to_str).and_then(parse_version_name);
        if let Some(name) = name {
            let of_file = || fs::symlink_metadata(&path).and_then(|facts| facts.modified()).ok();
            found.push(Version {
                number: name.number,
                back_to: name.back_to,
                written: name.written.or_else(of_file).unwrap_or(SystemTime::UNIX_EPOCH),
                path,
            });
        }
    }
    found.sort_by_key(|version| std::cmp::Reverse(version.number));
    Ok(found)
}

/// The regular files in the folder of versions; a link there is none. A folder that is a link itself has none: nothing
/// is written through it. One of which the disk tells nothing is there all the same, and whoever opens it finds out.
fn files(target: &Path) -> Result<Vec<PathBuf>, Error> {
    let folder = folder(target);
    let failed = |error: io::Error| Error::io(FileOperation::Reading, &folder, &error);
    if folder.is_symlink() {
        return Ok(Vec::new());
    }
    let listing = match fs::read_dir(&folder) {
        // A name that is too long for a folder, or a file above it, holds no versions either.
        Err(error)
            if matches!(
                error.kind(),
                io::ErrorKind::NotFound | io::ErrorKind::NotADirectory | io::ErrorKind::InvalidFilename
            ) =>
        {
            return Ok(Vec::new());
        }
        listing => listing.map_err(failed)?,
    };
    let mut found = Vec::new();
    for entry in listing {
        let entry = entry.map_err(failed)?;
        match entry.file_type() {
            Ok(kind) if !kind.is_file() => {}
            // Another window may have thinned it out meanwhile.
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            _ => found.push(entry.path()),
        }
    }
    found.sort();
    Ok(found)
}

/// The copies of versions that something else put into the folder, as a folder that is synchronised does
/// (`000001.sync-conflict-20261120-101010-ABCDEFG.json`, `000001 (1).json`): they say what the versions say.
pub(super) fn copies_of_versions(target: &Path) -> Result<Vec<PathBuf>, Error> {
    let mut found: Vec<PathBuf> = files(target)?;
    found.retain(|path| path.file_name().is_some_and(is_copy_of_version));
    Ok(found)
}

/// Whether a file in such a folder is called as a copy of a version is.
pub(super) fn is_copy_of_version(name: &OsStr) -> bool {
    let text = name.to_string_lossy();
    let figures = text
        .trim_start_matches(['.', '~'])
        .bytes()
        .take_while(u8::is_ascii_digit);
    figures.count() >= 6 && !is_version(name)
}

/// What else lies in the folder, and is not the program's.
pub(super) fn strangers(target: &Path) -> Result<Vec<PathBuf>, Error> {
    let copies = copies_of_versions(target)?;
    let mut found = Vec::new();
    for entry in fs::read_dir(folder(target)).into_iter().flatten().flatten() {
        let (name, path) = (entry.file_name(), entry.path());
        if !is_version(&name) && !is_unfinished(&name) && !copies.contains(&path) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// What kills left unfinished in the folder.
pub(super) fn leftovers(target: &Path) -> Result<Vec<PathBuf>, Error> {
    let left = |path: &PathBuf| path.file_name().is_some_and(is_unfinished);
    Ok(files(target)?.into_iter().filter(left).collect())
}

/// Whether a file in such a folder is a version.
pub(super) fn is_version(name: &OsStr) -> bool {
    name.to_str().and_then(parse_version_name).is_some()
}

/// What the name of a version says.
struct VersionName {
    number: u32,
    written: Option<SystemTime>,
    back_to: Option<u32>,
}

pub(super) fn version_name(number: u32, written: Option<SystemTime>, back_to: Option<u32>) -> String {
    let written = written.map(|time| DateTime::<Utc>::from(time).format(WRITTEN));
    let written = written.map(|time| format!(".{time}")).unwrap_or_default();
    let back_to = back_to.map(|back| format!(".back-to-{back:06}")).unwrap_or_default();
    format!("{number:06}{written}{back_to}.json")
}

fn parse_version_name(name: &str) -> Option<VersionName> {
    let number = |digits: &str| {
        let all = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
        all.then(|| digits.parse().ok())?.filter(|number| *number <= HIGHEST)
    };
    let rest = name.strip_suffix(".json")?;
    let (rest, back_to) = match rest.split_once(".back-to-") {
        Some((rest, back)) => (rest, Some(number(back)?)),
        None => (rest, None),
    };
    let (digits, written) = match rest.split_once('.') {
        Some((digits, time)) => {
            let time = NaiveDateTime::parse_from_str(time, WRITTEN).ok()?;
            (digits, Some(SystemTime::from(time.and_utc())))
        }
        None => (rest, None),
    };
    Some(VersionName {
        number: number(digits)?,
        written,
        back_to,
    })
}

/// Keeps what now is at `target` as the newest version, `content` being what that is. `None` if the newest one
/// says the same already: a save that was cut off after this left it.
///
/// # Errors
/// `ChangedUnderneath` where something else is there by now; the disk.
pub(super) fn add_version(
    disk: &dyn Disk,
    target: &Path,
    content: &[u8],
    back_to: Option<u32>,
) -> Result<Option<PathBuf>, Error> {
    let newest = versions(target)?.into_iter().next();
    let folder = folder(target);
    let failed = |error: io::Error| Error::io(FileOperation::Saving, &folder, &error);
    if folder.is_symlink() {
        return Err(Error::NotAFile(folder));
    }
    disk.make_folder(&folder)?;
    if let Some(newest) = newest.as_ref().filter(|it| file::holds_bytes(&it.path, content)) {
        let same = folder.join(version_name(newest.number, Some(newest.written), back_to));
        if newest.back_to != back_to {
            fs::rename(&newest.path, &same).map_err(failed)?;
        }
        return Ok(None);
    }
    let written = fs::metadata(target).and_then(|facts| facts.modified()).ok();
    let first = newest.map_or(1, |newest| newest.number + 1);
    // A file or a folder that lies where the next one belongs is passed by.
    for number in first..first.saturating_add(1_000) {
        let path = folder.join(version_name(number, written, back_to));
        match link_version(disk, target, content, &path) {
            Err(Error::AlreadyThere(_)) => {}
            put => {
                file::ignore_unsynced(put)?;
                let synced = disk.sync_folder(&folder);
                synced.map_err(|error| Error::io(FileOperation::Saving, &folder, &error))?;
                return Ok(Some(path));
            }
        }
    }
    Err(failed(io::ErrorKind::AlreadyExists.into()))
}

/// The plan file under a second name; some disks know none (a stick with FAT), and a copy does as well.
fn link_version(disk: &dyn Disk, target: &Path, content: &[u8], path: &Path) -> Result<(), Error> {
    match disk.link(target, path) {
        Ok(()) if file::holds_bytes(path, content) => {
            let private = folder::make_private(path).map(drop);
            private.map_err(|error| Error::io(FileOperation::Saving, path, &error))
        }
        // Something else is at the target since it was read.
        Ok(()) if path.exists() => {
            let _ = disk.remove(path);
            Err(Error::ChangedUnderneath(target.into()))
        }
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(Error::AlreadyThere(path.into())),
        _ => file::write_new_on(disk, path, content),
    }
}

/// Removes what is neither among the last nor the newest of its day. What cannot be removed is tried again next time.
pub(super) fn remove_old_versions(disk: &dyn Disk, target: &Path) {
    let Ok(versions) = versions(target) else { return };
    for version in superfluous(&versions) {
        let _ = disk.remove(&version.path);
    }
}

fn superfluous(versions: &[Version]) -> Vec<&Version> {
    let mut days = HashSet::new();
    let mut gone = Vec::new();
    for (at, version) in versions.iter().enumerate() {
        let day = DateTime::<Local>::from(version.written).date_naive();
        let newest_of_day = days.len() < DAYS && days.insert(day);
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
