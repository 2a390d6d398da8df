//! What lies around a plan: a link to it, its versions, its lock, the copies put beside it, unfinished copies.

use super::history::{self, Version};
use super::{crypto, file, folder, is_encrypted, lock, unfinished};
use crate::error::{Error, FileOperation};
use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The versions of the plan at `path`, the newest first.
pub fn versions(path: &Path) -> Result<Vec<Version>, Error> {
    history::versions(&file::resolve(path)?)
}

/// Whether a window works on the plan at `path` now.
pub fn is_in_use(path: &Path) -> bool {
    let lock = file::resolve(path).map(|target| lock::path_of(&target));
    // A lock that is not there is held by nobody, and is not made to find that out.
    lock.is_ok_and(|lock| lock.is_file()) && file::resolve(path).is_ok_and(|target| lock::is_taken(&target))
}

/// Every file there is that belongs to the plan at `path`, readable or damaged: a link and what it leads to, the folder
/// of its versions, its key and its lock, copies that were put beside it, and unfinished copies that a kill left
/// behind. None when there is no plan.
pub fn files(path: &Path) -> Result<Vec<PathBuf>, Error> {
    let mut found = Vec::new();
    if path.is_symlink() {
        found.push(path.to_path_buf());
    }
    // A dead link still is a file of the plan; what it led to is gone.
    let target = match file::resolve(path) {
        Err(Error::DeadLink { .. }) => return Ok(found),
        target => target?,
    };
    if target.is_file() {
        found.push(target.clone());
    }
    found.extend(crypto::existing_key(&target));
    let (before, lock) = (history::folder(&target), lock::path_of(&target));
    found.extend(
        [before.is_dir().then_some(before), lock.is_file().then_some(lock)]
            .into_iter()
            .flatten(),
    );
    for copy in copies_beside(&target)? {
        let key = crypto::existing_key(&copy);
        found.extend(std::iter::once(copy).chain(key));
    }
    found.extend(leftovers(&target)?);
    Ok(found)
}

/// The unfinished copies that kills left of a plan file, of the copies put beside it, and of their key files.
pub(super) fn leftovers(target: &Path) -> Result<Vec<PathBuf>, Error> {
    let mut found = Vec::new();
    for path in std::iter::once(target.to_path_buf()).chain(copies_beside(target)?) {
        found.extend(file::leftovers(&path)?);
        found.extend(file::leftovers(&crypto::key_path(&path))?);
    }
    Ok(found)
}

/// Removes every one of [`files`], the plan's own first. A damaged plan can be deleted too.
///
/// Fails with `Missing` when there is none, and at the first file that cannot be removed.
pub fn delete(path: &Path) -> Result<(), Error> {
    let files = files(path)?;
    if files.is_empty() {
        return Err(Error::Missing { path: path.into() });
    }
    files.iter().try_for_each(|file| match file.is_dir() {
        true => remove_folder(file),
        false => file::remove(file),
    })
}

/// Removes a folder of versions with all that the program put there; what somebody else put there stays.
fn remove_folder(folder: &Path) -> Result<(), Error> {
    let failed = |error: io::Error| Error::io(FileOperation::Removing, folder, &error);
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let name = entry.file_name();
        let ours = history::is_version(&name) || unfinished::is_unfinished(&name);
        if ours {
            file::remove(&entry.path())?;
        }
    }
    match fs::remove_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::DirectoryNotEmpty => Ok(()),
        removed => removed.map_err(failed),
    }
}

/// Every version of a plan file, and every copy put beside it.
pub(super) fn copies(target: &Path) -> Result<Vec<PathBuf>, Error> {
    let versions = history::versions(target)?.into_iter().map(|version| version.path);
    Ok(versions.chain(copies_beside(target)?).collect())
}

/// What lies in the folder of the plan at `path`, is called as another plan of the same family would be (`plan.json`
/// and `plan-2.json`, their copies, the folders of their versions), and can be read without a passphrase.
///
/// # Errors
/// The folder cannot be read.
pub fn plain_relatives(path: &Path) -> Result<Vec<PathBuf>, Error> {
    let own = file::resolve(path)?;
    let folder = folder::folder_of(&own);
    let failed = |error: io::Error| Error::io(FileOperation::Reading, folder, &error);
    let listing = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        listing => listing.map_err(failed)?,
    };
    let mut targets = Vec::new();
    for entry in listing {
        let name = entry.map_err(failed)?.file_name().to_string_lossy().into_owned();
        let of_versions = name.strip_prefix('.').and_then(|name| name.strip_suffix(".before"));
        let target = own.with_file_name(of_versions.unwrap_or(&name));
        if target != own && family(&target) == family(&own) && target.extension() == own.extension() {
            targets.push(target);
        }
    }
    targets.sort();
    targets.dedup();
    let is_plain = |path: &PathBuf| path.is_file() && !is_encrypted(path).unwrap_or(false);
    let mut found = Vec::new();
    for target in targets {
        let plain: Vec<PathBuf> = copies_beside(&target)?.into_iter().filter(is_plain).collect();
        let before = history::folder(&target);
        // What cannot be looked into may be open too.
        let open = history::versions(&target).map_or(true, |all| all.iter().any(|version| is_plain(&version.path)));
        found.extend(Some(target).filter(is_plain));
        found.extend(plain);
        found.extend(Some(before).filter(|_| open));
    }
    Ok(found)
}

/// The name of a plan without its ending and its number: `plan` for `plan-2.json`.
fn family(path: &Path) -> String {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    match stem.rsplit_once('-') {
        Some((family, number)) if !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()) => family.into(),
        _ => stem,
    }
}

/// The plan at `path`, its versions and its copies, as far as they can be read without a passphrase and the same
/// content has one more name somewhere (a hard link): what is done to the file does not reach it there.
///
/// # Errors
/// A folder cannot be read.
#[cfg(unix)]
pub fn with_second_names(path: &Path) -> Result<Vec<PathBuf>, Error> {
    use std::os::unix::fs::MetadataExt;
    let target = file::resolve(path)?;
    let mut own = copies(&target)?;
    own.insert(0, target);
    own.retain(|path| !is_encrypted(path).unwrap_or(false));
    // A version can be a second name of the plan itself.
    let mut names: Vec<(PathBuf, (u64, u64), u64)> = Vec::new();
    for path in own {
        if let Ok(facts) = fs::metadata(&path) {
            names.push((path, (facts.dev(), facts.ino()), facts.nlink()));
        }
    }
    let ours = |content: (u64, u64)| names.iter().filter(|(_, other, _)| *other == content).count() as u64;
    let elsewhere = names.iter().filter(|(_, content, links)| *links > ours(*content));
    let mut seen = std::collections::HashSet::new();
    let one_a_content = elsewhere.filter(|(_, content, _)| seen.insert(*content));
    Ok(one_a_content.map(|(path, ..)| path.clone()).collect())
}

/// The same where nobody can tell.
///
/// # Errors
/// None.
#[cfg(not(unix))]
pub fn with_second_names(_: &Path) -> Result<Vec<PathBuf>, Error> {
    Ok(Vec::new())
}

/// A name beside the plan at `path` that is not taken: `plan (LABEL).json`, `plan (LABEL) 2.json`. Only a label that
/// ends in a day and a time, such as `typed here, 2026-11-21 22.14`, is known again as the program's own.
pub fn beside(path: &Path, label: &str) -> Result<PathBuf, Error> {
    let target = file::resolve(path)?;
    let again = (2..).map(|n| format!(" ({label}) {n}"));
    let mut endings = std::iter::once(format!(" ({label})")).chain(again);
    let free = endings.find_map(|ending| first_unused(&target, &ending));
    Ok(free.unwrap_or_default())
}

/// `plan-2.json`, or the first number beyond it that is not taken.
pub fn unused_name(path: &Path) -> Result<PathBuf, Error> {
    let target = file::resolve(path)?;
    Ok((2..)
        .find_map(|n| first_unused(&target, &format!("-{n}")))
        .unwrap_or_default())
}

fn first_unused(target: &Path, ending: &str) -> Option<PathBuf> {
    let mut name = target.file_stem().unwrap_or_default().to_os_string();
    name.push(ending);
    let path = target.with_file_name(with_extension(name, target));
    let is_free = |path: &Path| path.symlink_metadata().is_err();
    // A key that lies there is that of another plan.
    (is_free(&path) && is_free(&crypto::key_path(&path))).then_some(path)
}

fn with_extension(mut name: OsString, target: &Path) -> OsString {
    if let Some(extension) = target.extension() {
        name.push(".");
        name.push(extension);
    }
    name
}

/// The copies of a plan that [`beside`] named.
fn copies_beside(target: &Path) -> Result<Vec<PathBuf>, Error> {
    let folder = folder::folder_of(target);
    let failed = |error: io::Error| Error::io(FileOperation::Reading, folder, &error);
    let listing = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        listing => listing.map_err(failed)?,
    };
    let stem = target.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let mut found = Vec::new();
    for entry in listing {
        let path = entry.map_err(failed)?.path();
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let ours = name.strip_prefix(&stem).is_some_and(is_label) && path.extension() == target.extension();
        if ours && path.is_file() {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// ` (anything, 2026-11-21 22.14)`, with or without a number after it.
fn is_label(ending: &str) -> bool {
    let Some((label, again)) = ending.strip_prefix(" (").and_then(|rest| rest.rsplit_once(')')) else {
        return false;
    };
    let when = label.rsplit_once(", ").map_or("", |(_, when)| when);
    let shape: String = when.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect();
    let number = again.strip_prefix(' ').unwrap_or(again);
    shape == "0000-00-00 00.00" && number.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::is_label;

    #[test]
    fn only_a_label_with_a_day_and_a_time_is_the_programs_own() {
        assert!(is_label(" (typed here, 2026-11-21 22.14)"));
        assert!(is_label(" (typed, here, 2026-11-21 22.14) 2"));
        for other in [
            " (old)",
            " (2026-11-21)",
            "",
            " (typed here, 2026-11-21 22.14) old",
            "2",
        ] {
            assert!(!is_label(other), "{other}");
        }
    }
}
