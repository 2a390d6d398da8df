//! Bytes on the disk: reads a file without being caught by what is no file, and replaces one so that at any moment the
//! old or the new is there, whole and readable by its owner only.

use super::disk::{Disk, RealDisk};
pub use super::folder::make_folder;
use super::folder::{folder_of, or_here, sync_folder};
pub use super::unfinished::remove_unfinished;
use super::unfinished::{SUFFIX, is_leftover, unfinished_prefix};
use crate::error::{Damage, Error, FileOperation};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// No plan is larger than this, in bytes: a family writes some dozens of thousands, and a file a hundred times as
/// large is read, compared and written within a moment. Beyond it somebody named the wrong file.
pub const LIMIT: u64 = 16 * 1024 * 1024;

/// The bytes of a regular file, through links.
///
/// Fails with `Missing`, `DeadLink`, `NotAFile` (which a plain open could wait on for ever), `Damaged` by `TooLarge`,
/// or `Io`.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>, Error> {
    let failed = |error: io::Error| Error::io(FileOperation::Reading, path, &error);
    let file = open_without_waiting(path).map_err(|error| {
        let path = path.to_path_buf();
        if path.is_symlink() && !path.exists() {
            return Error::DeadLink { path };
        }
        match fs::metadata(&path) {
            Ok(what) if !what.is_file() => Error::NotAFile { path },
            _ if error.kind() == io::ErrorKind::NotFound => Error::Missing { path },
            _ => failed(error),
        }
    })?;
    let facts = file.metadata().map_err(failed)?;
    if !facts.is_file() {
        return Err(Error::NotAFile { path: path.into() });
    }
    let mut bytes = Vec::new();
    if facts.len() <= LIMIT {
        // One more than allowed, for a file that grows meanwhile.
        file.take(LIMIT + 1).read_to_end(&mut bytes).map_err(failed)?;
    }
    if facts.len() > LIMIT || bytes.len() as u64 > LIMIT {
        let damage = Damage::TooLarge { limit: LIMIT };
        return Err(Error::Damaged {
            path: path.into(),
            damage,
        });
    }
    Ok(bytes)
}

/// Makes `content` the content of the file at `path`, or of the file that a link there leads to, and makes its folder
/// when that is missing. The file is readable by its owner only, whatever it was before.
///
/// On any error but `Settling` the old file is as it was, and nothing else is left in the folder.
pub fn write_whole(path: &Path, content: impl AsRef<[u8]>) -> Result<(), Error> {
    write_with(&RealDisk, path, content.as_ref(), &mut |_| Ok(()))
}

/// The same on any disk. `last` is called with the file that will be replaced when nothing else is left to do; where
/// it fails, nothing is replaced.
pub(super) fn write_with(
    disk: &dyn Disk,
    path: &Path,
    content: &[u8],
    last: &mut dyn FnMut(&Path) -> Result<(), Error>,
) -> Result<(), Error> {
    let waiting = write_beside_on(disk, path, content)?;
    last(&waiting.target)?;
    waiting.finish_on(disk)
}

/// A file that is whole on the disk, beside the one it takes the place of when it is put. Dropped, it is gone.
pub struct UnfinishedFile {
    new: NamedTempFile,
    target: PathBuf,
}

impl UnfinishedFile {
    /// Puts it in its place.
    ///
    /// On any error but `Settling` the old file is as it was.
    pub fn finish(self) -> Result<(), Error> {
        self.finish_on(&RealDisk)
    }

    fn finish_on(self, disk: &dyn Disk) -> Result<(), Error> {
        let UnfinishedFile { new, target } = self;
        disk.rename_over(new, &target)
            .map_err(|error| Error::io(FileOperation::Saving, &target, &error))?;
        disk.sync_folder(folder_of(&target))
            .map_err(|error| Error::io(FileOperation::SyncingFolder, &target, &error))
    }
}

/// As [`write_whole`], up to the moment at which the old file is replaced: for several files, of which none is to
/// change where one cannot be written.
pub fn write_beside(path: &Path, content: impl AsRef<[u8]>) -> Result<UnfinishedFile, Error> {
    write_beside_on(&RealDisk, path, content.as_ref())
}

fn write_beside_on(disk: &dyn Disk, path: &Path, content: &[u8]) -> Result<UnfinishedFile, Error> {
    let target = resolve(path)?;
    refuse_what_is_no_file_to_write(&target)?;
    let failed = |error: io::Error| Error::io(FileOperation::Saving, &target, &error);
    disk.make_folder(folder_of(&target))?;

    // Dropped on every way out of here, and the drop removes the file.
    let mut new = disk.create_beside(&target).map_err(failed)?;
    disk.write(&mut new, content).map_err(failed)?;
    // A disk that was full a moment ago may have forgotten what it could not write: after an error nothing is tried
    // again on this file, the next save begins a new one.
    disk.sync(&new).map_err(failed)?;
    compare(disk, new.path(), content)?;
    Ok(UnfinishedFile { new, target })
}

/// Makes `content` the content of a file that is there, and leaves it the time at which it was written.
pub(super) fn write_as_of(path: &Path, content: &[u8]) -> Result<(), Error> {
    let failed = |error: io::Error| Error::io(FileOperation::Saving, path, &error);
    let written = fs::metadata(path).and_then(|facts| facts.modified()).map_err(failed)?;
    write_whole(path, content)?;
    let file = OpenOptions::new().write(true).open(path).map_err(failed)?;
    file.set_modified(written).map_err(failed)
}

/// Whether a save to `path` can succeed, tried before the first question rather than found out after it. Leaves
/// nothing behind and makes no folder.
pub fn check_writable(path: &Path) -> Result<(), Error> {
    let target = resolve(path)?;
    refuse_what_is_no_file_to_write(&target)?;
    let there = target.ancestors().skip(1).map(or_here);
    let Some(folder) = there.into_iter().find(|folder| folder.exists()) else {
        return Err(Error::Missing { path: target });
    };
    // What lies beside a plan has a longer name: its versions, its key, a copy and the copy's key.
    let mut longest = target.file_name().unwrap_or_default().to_os_string();
    longest.push("-".repeat(BESIDE));
    if let Err(error) = folder.join(longest).symlink_metadata()
        && error.kind() == io::ErrorKind::InvalidFilename
    {
        return Err(Error::io(FileOperation::Saving, &target, &error));
    }
    // Named as the others, so that it is found if it cannot be removed.
    let tried = tempfile::Builder::new()
        .prefix(&unfinished_prefix(&target))
        .suffix(SUFFIX)
        .tempfile_in(folder);
    tried
        .map(drop)
        .map_err(|error| Error::io(FileOperation::Saving, &target, &error))
}

/// Whether the file holds exactly this.
pub(super) fn holds_bytes(path: &Path, content: &[u8]) -> bool {
    read_bytes(path).is_ok_and(|bytes| bytes == content)
}

/// What is at `path`; `None` if there is no file.
pub(super) fn read_if_there(path: &Path) -> Result<Option<Vec<u8>>, Error> {
    match read_bytes(path) {
        Err(Error::Missing { .. }) => Ok(None),
        bytes => bytes.map(Some),
    }
}

/// Removes the file at `path` (a link itself, not what it leads to).
pub fn remove(path: &Path) -> Result<(), Error> {
    fs::remove_file(path).map_err(|error| Error::io(FileOperation::Removing, path, &error))?;
    sync_folder(folder_of(path)).map_err(|error| Error::io(FileOperation::SyncingFolder, path, &error))
}

/// The file that a save to `path` replaces: `path`, or what the link there leads to.
pub fn resolve(path: &Path) -> Result<PathBuf, Error> {
    match fs::canonicalize(path) {
        Ok(target) => Ok(target),
        Err(_) if path.is_symlink() => Err(Error::DeadLink { path: path.into() }),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(path.into()),
        Err(error) => Err(Error::io(FileOperation::Saving, path, &error)),
    }
}

/// The unfinished copies that a kill in the middle of a save left beside `target`.
pub fn leftovers(target: &Path) -> Result<Vec<PathBuf>, Error> {
    let folder = folder_of(target);
    let failed = |error: io::Error| Error::io(FileOperation::Reading, folder, &error);
    let listing = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        listing => listing.map_err(failed)?,
    };
    let prefix = unfinished_prefix(target);
    let mut found = Vec::new();
    for entry in listing {
        let entry = entry.map_err(failed)?;
        if is_leftover(&entry.file_name(), &prefix) {
            found.push(entry.path());
        }
    }
    found.sort();
    Ok(found)
}

/// So many bytes longer than the name of the plan is the longest that a save may need beside it, as
/// `plan (typed here, 2026-11-21 22.14) 2.json.key.age`, with some room for another language.
const BESIDE: usize = 52;

/// Some disks say yes and write something else. Looked at before the rename, while the old file is still there.
fn compare(disk: &dyn Disk, path: &Path, content: &[u8]) -> Result<(), Error> {
    let failed = |error: io::Error| Error::io(FileOperation::Comparing, path, &error);
    let there = disk.read(path).map_err(failed)?;
    if there == content {
        Ok(())
    } else {
        Err(failed(io::ErrorKind::InvalidData.into()))
    }
}

fn refuse_what_is_no_file_to_write(target: &Path) -> Result<(), Error> {
    match fs::metadata(target) {
        Ok(facts) if !facts.is_file() => Err(Error::NotAFile { path: target.into() }),
        // A rename would replace it all the same, and somebody made it read-only on purpose.
        Ok(facts) if facts.permissions().readonly() => {
            let refused = io::ErrorKind::PermissionDenied.into();
            Err(Error::io(FileOperation::Saving, target, &refused))
        }
        _ => Ok(()),
    }
}

#[cfg(unix)]
fn open_without_waiting(path: &Path) -> io::Result<File> {
    use rustix::fs::OFlags;
    use std::os::unix::fs::OpenOptionsExt;
    // A pipe would wait for somebody to write, and a terminal would become ours.
    let flags = OFlags::NONBLOCK | OFlags::NOCTTY;
    OpenOptions::new()
        .read(true)
        .custom_flags(flags.bits().cast_signed())
        .open(path)
}

#[cfg(not(unix))]
fn open_without_waiting(path: &Path) -> io::Result<File> {
    OpenOptions::new().read(true).open(path)
}

/// For a copy beside it is enough that it is there.
pub(super) fn ignore_unsynced(saved: Result<(), Error>) -> Result<(), Error> {
    saved.or_else(|error| if error.is_only_unsynced() { Ok(()) } else { Err(error) })
}

#[cfg(all(test, unix))]
#[path = "file_tests.rs"]
mod tests;
