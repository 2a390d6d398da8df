//! What a copy of a plan is called, by this program and by others.

use super::{crypto, file, folder, history};
use crate::error::Error;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

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
    // A key that lies there is that of another plan, and so are versions.
    let around = [crypto::key_path(&path), history::folder(&path)];
    (is_free(&path) && around.iter().all(|path| is_free(path))).then_some(path)
}

fn with_extension(mut name: OsString, target: &Path) -> OsString {
    if let Some(extension) = target.extension() {
        name.push(".");
        name.push(extension);
    }
    name
}

/// Every version of a plan file, every copy of one, and every copy put beside it.
pub(super) fn copies(target: &Path) -> Result<Vec<PathBuf>, Error> {
    let versions = history::versions(target)?.into_iter().map(|version| version.path);
    let of_versions = history::copies_of_versions(target)?;
    Ok(versions.chain(of_versions).chain(copies_beside(target)?).collect())
}

/// The copies of a plan that [`beside`] named.
pub(super) fn copies_beside(target: &Path) -> Result<Vec<PathBuf>, Error> {
    let stem = target.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let mut found = files_around(target)?;
    found.retain(|path| {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        name.strip_prefix(&stem).is_some_and(is_label) && path.extension() == target.extension()
    });
    Ok(found)
}

/// The regular files in the folder of a plan; a link is none.
pub(super) fn files_around(target: &Path) -> Result<Vec<PathBuf>, Error> {
    let mut found = folder::entries(folder::folder_of(target))?;
    found.retain(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()));
    Ok(folder::sorted_paths(found))
}

/// What an editor or a folder that is synchronised may have left of a plan: `plan.json~`, `.plan.json.swp`,
/// `plan (1).json`, `plan.sync-conflict-20261120-101010-ABCDEFG.json`. Nobody knows for certain, so these are named and
/// never touched.
pub(super) fn is_others_copy(name: &str, target: &Path) -> bool {
    let stem = target.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let ending = target.extension().unwrap_or_default().to_string_lossy().into_owned();
    let Some(rest) = name.trim_start_matches(['.', '#', '~', '$']).strip_prefix(&stem) else {
        return false;
    };
    let own = Some(name) == target.file_name().and_then(|name| name.to_str());
    let begins = rest.starts_with(['.', ' ', '~', '_', '(']);
    let is_of_ours = [".before", ".lock", ".saving", ".key.age"]
        .iter()
        .any(|own| rest.ends_with(own));
    begins && rest.contains(&ending) && !own && !is_of_ours && !is_label(rest.trim_end_matches(&format!(".{ending}")))
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
    use super::*;

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

    #[test]
    fn what_others_left_of_a_plan_is_known_and_another_plan_is_none() {
        let plan = Path::new("/home/a/plan.json");
        for name in [
            "plan.json~",
            ".plan.json.swp",
            "#plan.json#",
            "plan (1).json",
            "plan (Sam's conflicted copy).json",
            "plan.sync-conflict-20261120-101010-ABCDEFG.json",
            "plan.json.bak",
            "plan - Copy.json",
            ".plan.json.un~",
        ] {
            assert!(is_others_copy(name, plan), "{name}");
        }
        for name in [
            "plan.json",
            "plan-2.json",
            "planner.json",
            "smith.json",
            "plan.html",
            ".plan.json.before",
            ".plan.json.lock",
            "plan.json.key.age",
            "plan (typed here, 2026-11-21 22.14).json",
        ] {
            assert!(!is_others_copy(name, plan), "{name}");
        }
    }
}
