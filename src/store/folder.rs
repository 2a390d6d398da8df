//! Folders and files for their owner only, and the syncing of a folder.

use std::fs::{self, File};
use std::io;
use std::path::Path;

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

/// Makes the folder, and those above it, for their owner only; a folder that is there stays as it is.
pub fn make_folder(folder: &Path) -> Result<(), Error> {
    if folder.is_dir() {
        return Ok(());
    }
    let failed = |error: io::Error| Error::io(FileOperation::MakingFolder, folder, &error);
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.recursive(true).create(folder).map_err(failed)?;
    sync_folder(folder_of(folder)).map_err(failed)
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
pub(super) fn make_private(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(0o600))
}

#[cfg(not(unix))]
pub(super) fn make_private(_: &Path) -> io::Result<()> {
    Ok(())
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
