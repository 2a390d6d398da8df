//! Other plans of the same name, and other names of the same file.

#[cfg(unix)]
use super::copy_names::copies;
use super::copy_names::copies_beside;
use super::{file, folder, history, is_encrypted};
use crate::error::Error;
#[cfg(unix)]
use std::fs;
use std::path::{Path, PathBuf};

/// The plans in the folder of a plan that are called as it would go on (`plan.json` and `plan-2.json`), whether the
/// file itself or only its versions are there.
pub(super) fn relatives(own: &Path) -> Result<Vec<PathBuf>, Error> {
    let mut targets = Vec::new();
    for entry in folder::entries(folder::folder_of(own))? {
        let name = entry.file_name().to_string_lossy().into_owned();
        let of_versions = name.strip_prefix('.').and_then(|name| name.strip_suffix(".before"));
        let target = own.with_file_name(of_versions.unwrap_or(&name));
        if target != own && family(&target) == family(own) && target.extension() == own.extension() {
            targets.push(target);
        }
    }
    targets.sort();
    targets.dedup();
    Ok(targets)
}

/// What of them, of their copies and of the folders of their versions can be read without a passphrase.
///
/// # Errors
/// The folder cannot be read.
pub fn plain_relatives(path: &Path) -> Result<Vec<PathBuf>, Error> {
    let own = file::resolve(path)?;
    let is_plain = |path: &PathBuf| path.is_file() && !is_encrypted(path).unwrap_or(false);
    let mut found = Vec::new();
    for target in relatives(&own)? {
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
