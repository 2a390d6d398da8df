//! Folders and files for their owner only, and the syncing of a folder.

use std::fs::{self, DirEntry, File};
use std::io;
use std::path::{Path, PathBuf};

use crate::error::{Error, FileOperation};

pub(super) fn folder_of(path: &Path) -> &Path {
    or_here(path.parent().unwrap_or(path))
}

pub(super) fn or_here(folder: &Path) -> &Path {
    if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    }
}

/// What is in a folder; nothing where there is no such folder.
pub(super) fn entries(folder: &Path) -> Result<Vec<DirEntry>, Error> {
    let listing = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        listing => listing.and_then(Iterator::collect),
    };
    listing.map_err(|error| Error::io(FileOperation::Reading, folder, &error))
}

/// Where they are, in order.
pub(super) fn sorted_paths(entries: Vec<DirEntry>) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = entries.iter().map(DirEntry::path).collect();
    paths.sort();
    paths
}

/// Whether a file can be for its owner only whatever folder it is in. Elsewhere it is as private as its folder.
pub const FILES_ARE_PRIVATE: bool = cfg!(unix);

/// Makes the folder, and those above it, for their owner only; a folder that is there stays as it is.
pub fn make_folder(folder: &Path) -> Result<(), Error> {
    if folder.is_dir() {
        return Ok(());
    }
    let failed = |error: io::Error| Error::io(FileOperation::MakingFolder, folder, &error);
    let missing = folder.ancestors().map(or_here).take_while(|folder| !folder.is_dir());
    let missing: Vec<&Path> = missing.collect();
    for new in missing.into_iter().rev() {
        match create_private(new) {
            // Somebody else may have made it meanwhile.
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists || !new.is_dir() => return Err(failed(error)),
            _ => {}
        }
        keep_owner_of_folder(new).map_err(failed)?;
        sync_folder(folder_of(new)).map_err(failed)?;
    }
    Ok(())
}

/// Gives a new file or folder to whom what it replaces belongs, or the folder it lies in: what an administrator writes
/// stays the family's.
///
/// # Errors
/// `PermissionDenied` where a file would be taken from another login.
#[cfg(unix)]
pub(super) fn keep_owner(new: &File, target: &Path) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, fchown};
    let ours = new.metadata()?;
    let there = match fs::metadata(target) {
        Ok(there) if there.ino() != ours.ino() => there,
        // Only an administrator can give a file away.
        _ if rustix::process::geteuid().is_root() => fs::metadata(folder_of(target))?,
        _ => return Ok(()),
    };
    if there.uid() == ours.uid() {
        return Ok(());
    }
    let given = fchown(new, Some(there.uid()), Some(there.gid()));
    given.map_err(|_| io::ErrorKind::PermissionDenied.into())
}

/// The same for a new folder.
#[cfg(unix)]
fn keep_owner_of_folder(new: &Path) -> io::Result<()> {
    keep_owner(&File::open(new)?, new)
}

/// Elsewhere a folder cannot be opened as a file is, and belongs to whoever makes it.
#[cfg(not(unix))]
fn keep_owner_of_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(unix)]
fn create_private(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    fs::DirBuilder::new().mode(0o700).create(folder)
}

#[cfg(not(unix))]
fn create_private(folder: &Path) -> io::Result<()> {
    fs::create_dir(folder)
}

#[cfg(not(unix))]
pub(super) fn keep_owner(_: &File, _: &Path) -> io::Result<()> {
    Ok(())
}

/// Makes a rename outlast a power cut. Some network folders do not know how, which is no failure of the save.
#[cfg(unix)]
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    use io::ErrorKind::{InvalidInput, PermissionDenied, Unsupported};
    let synced = File::open(folder).and_then(|folder| folder.sync_all());
    match synced {
        // A folder that may be written and not listed cannot be opened.
        Err(error) if matches!(error.kind(), InvalidInput | PermissionDenied | Unsupported) => Ok(()),
        other => other,
    }
}

#[cfg(not(unix))]
pub(super) fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Nobody but its owner can read the file from now on.
#[cfg(unix)]
pub(super) fn make_private_file(file: &File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(fs::Permissions::from_mode(0o600))
}

#[cfg(not(unix))]
pub(super) fn make_private_file(_: &File) -> io::Result<()> {
    Ok(())
}

/// Nobody but its owner can open the file or folder from now on; true if others could.
#[cfg(unix)]
pub(super) fn make_private(path: &Path) -> io::Result<bool> {
    use std::os::unix::fs::PermissionsExt;
    let facts = fs::symlink_metadata(path)?;
    let mode = if facts.is_dir() { 0o700 } else { 0o600 };
    if facts.is_symlink() || facts.permissions().mode() & 0o077 == 0 {
        return Ok(false);
    }
    fs::set_permissions(path, fs::Permissions::from_mode(mode))?;
    // There are disks that say yes and know no such thing.
    Ok(fs::symlink_metadata(path)?.permissions().mode() & 0o077 == 0)
}

/// Whether another login may open the file or folder.
#[cfg(unix)]
pub fn is_open_to_others(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    fs::symlink_metadata(path).is_ok_and(|facts| !facts.is_symlink() && facts.permissions().mode() & 0o077 != 0)
}

/// Who may open a file is not written in its bits here.
#[cfg(not(unix))]
pub fn is_open_to_others(_: &Path) -> bool {
    false
}

#[cfg(not(unix))]
pub(super) fn make_private(_: &Path) -> io::Result<bool> {
    Ok(false)
}

#[cfg(unix)]
pub(super) fn is_private(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(path).is_ok_and(|facts| facts.permissions().mode() & 0o777 == 0o600)
}

#[cfg(not(unix))]
pub(super) fn is_private(path: &Path) -> bool {
    path.exists()
}
