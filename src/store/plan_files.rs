//! One list of everything that belongs to a plan, for whoever names, removes, locks or searches it.

use super::copy_names::{copies_beside, files_around, is_others_copy};
use super::history::{self, Version};
use super::relatives::relatives;
use super::{crypto, file, lock, unfinished};
use crate::error::{Error, FileOperation};
use crate::plan::codes;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

codes! {
/// What a file or a folder is to a plan; the code is what it is called where a program reads it.
FileRole {
    /// A copy that was put beside it.
    Beside = "beside",
    /// What a kill left unfinished.
    Unfinished = "unfinished",
    /// What somebody was typing when a visit ended.
    HalfTyped = "half_typed",
    /// The folder of its versions.
    Versions = "versions",
    /// A link to it.
    Link = "link",
    /// The plan itself.
    Plan = "plan",
    /// Its key, or that of a copy.
    Key = "key",
    /// The mark of a window that works on it.
    Lock = "lock",
    /// Another plan of the same name, that it may have gone on in.
    Relative = "relative",
    /// What an editor or a folder that is synchronised may have left of it.
    OthersCopy = "others_copy",
    /// What lies among the versions and is not the program's.
    Stranger = "stranger",
}
}

impl FileRole {
    /// Whether it is removed with the plan; the rest is only named.
    pub fn goes(self) -> bool {
        !matches!(self, FileRole::Relative | FileRole::OthersCopy | FileRole::Stranger)
    }
}

/// One thing that belongs to a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanFile {
    /// Where it is.
    pub path: PathBuf,
    /// What it is.
    pub role: FileRole,
}

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

/// Everything there is of the plan at `path`, readable or damaged, or gone and only its versions left. What can be
/// removed with it comes in the order in which it is removed: a removal that is cut off leaves the plan, so that it is
/// seen and begun again.
///
/// # Errors
/// A folder cannot be read.
pub fn files(path: &Path) -> Result<Vec<PlanFile>, Error> {
    let link = path.is_symlink().then(|| path.to_path_buf());
    // A dead link still is a file of the plan; what it led to is gone.
    let target = match file::resolve(path) {
        Err(Error::DeadLink(_)) => None,
        target => Some(target?),
    };
    let mut found = Vec::new();
    let mut add = |role, paths: Vec<PathBuf>| found.extend(paths.into_iter().map(|path| PlanFile { path, role }));
    let own = |path: PathBuf| path.symlink_metadata().is_ok().then_some(path).into_iter().collect();
    if let Some(target) = &target {
        add(FileRole::Unfinished, leftovers(target)?);
        add(FileRole::HalfTyped, own(unfinished::typed_path(target)));
        let copies = copies_beside(target)?;
        let keys = copies.iter().filter_map(|copy| crypto::existing_key(copy)).collect();
        add(FileRole::Beside, copies);
        add(FileRole::Key, keys);
        let before = history::folder(target);
        add(
            FileRole::Versions,
            Some(before)
                .filter(|it| it.is_dir() && !it.is_symlink())
                .into_iter()
                .collect(),
        );
    }
    add(FileRole::Link, link.into_iter().collect());
    if let Some(target) = &target {
        add(
            FileRole::Plan,
            Some(target.clone()).filter(|it| it.is_file()).into_iter().collect(),
        );
        add(FileRole::Key, crypto::existing_key(target).into_iter().collect());
        add(FileRole::Lock, own(lock::path_of(target)));
        add(FileRole::Lock, own(lock::saving_path(target)));
        add(
            FileRole::Relative,
            relatives(target)?.into_iter().filter(|it| it.is_file()).collect(),
        );
        add(FileRole::OthersCopy, others_copies(target)?);
        add(FileRole::Stranger, history::strangers(target)?);
    }
    Ok(found)
}

fn others_copies(target: &Path) -> Result<Vec<PathBuf>, Error> {
    let mut found = files_around(target)?;
    let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    found.retain(|path| is_others_copy(&name(path), target));
    Ok(found)
}

/// The unfinished copies that kills left of a plan file, of the copies put beside it, of their key files, and among the
/// versions.
pub(super) fn leftovers(target: &Path) -> Result<Vec<PathBuf>, Error> {
    let mut found = Vec::new();
    for path in std::iter::once(target.to_path_buf()).chain(copies_beside(target)?) {
        found.extend(file::leftovers(&path)?);
        found.extend(file::leftovers(&crypto::key_path(&path))?);
    }
    found.extend(history::leftovers(target)?);
    Ok(found)
}

/// Removes every one of [`files`] that goes, the plan's own last. A damaged plan can be deleted too.
///
/// Fails with `Missing` when there is none, and at the first file that cannot be removed.
pub fn delete(path: &Path) -> Result<(), Error> {
    let mut files = files(path)?;
    files.retain(|file| file.role.goes());
    if files.is_empty() {
        return Err(Error::Missing(path.into()));
    }
    files.iter().try_for_each(|file| match file.role {
        FileRole::Versions => remove_folder(&file.path),
        // What was unfinished among the versions is gone with them.
        _ if file.path.symlink_metadata().is_err() => Ok(()),
        _ => file::remove(&file.path),
    })
}

/// Removes a folder of versions with all that the program put there, and what was copied from that; what somebody else
/// put there stays.
fn remove_folder(folder: &Path) -> Result<(), Error> {
    let failed = |error: io::Error| Error::io(FileOperation::Removing, folder, &error);
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        let name = entry.file_name();
        let ours = history::is_version(&name) || history::is_copy_of_version(&name) || unfinished::is_unfinished(&name);
        if ours && entry.file_type().is_ok_and(|kind| !kind.is_dir()) {
            file::remove(&entry.path())?;
        }
    }
    match fs::remove_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::DirectoryNotEmpty => Ok(()),
        removed => removed.map_err(failed),
    }
}
