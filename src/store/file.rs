//! Bytes on the disk: reads a file without being caught by what is no file, and replaces one so that at any moment the
//! old or the new is there, whole and readable by its owner only.

use super::disk::{Disk, RealDisk};
pub use super::folder::make_folder;
use super::folder::{entries, folder_of, or_here, sorted_paths, sync_folder};
use super::new_file::{NewFile, exchange};
pub use super::unfinished::remove_unfinished;
use super::unfinished::{is_leftover, is_unfinished, unfinished_prefix};
use crate::error::{Damage, Error, FileOperation};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use tempfile::TempPath;

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
            return Error::DeadLink(path);
        }
        match fs::metadata(&path) {
            Ok(what) if !what.is_file() => Error::NotAFile(path),
            _ if error.kind() == io::ErrorKind::NotFound => Error::Missing(path),
            _ => failed(error),
        }
    })?;
    let facts = file.metadata().map_err(failed)?;
    if !facts.is_file() {
        return Err(Error::NotAFile(path.into()));
    }
    let mut bytes = Vec::new();
    if facts.len() <= LIMIT {
        // A disk may say what it likes: where there is no room it grows as it is read.
        let _ = bytes.try_reserve(usize::try_from(facts.len() + 1).unwrap_or_default());
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

/// Makes `content` the content of the file at `path`, whatever is there, and makes its folder when that is missing. A
/// link is replaced and not followed. The file is readable by its owner only, whatever it was before.
///
/// On any error the old file is as it was, and nothing else is left in the folder.
pub fn write_over(path: &Path, content: impl AsRef<[u8]>) -> Result<(), Error> {
    write_beside(path, content, true)?.finish()
}

/// The same where nothing is yet, not even a link that leads nowhere.
///
/// # Errors
/// `AlreadyThere`; as [`write_over`].
pub fn write_new(path: &Path, content: impl AsRef<[u8]>) -> Result<(), Error> {
    write_beside(path, content, false)?.finish()
}

pub(super) fn write_new_on(disk: &dyn Disk, path: &Path, content: &[u8]) -> Result<(), Error> {
    write_beside_on(disk, path, content)?.finish_on(disk)
}

/// What looks at a plan when nothing else is left to do, and says what is in it.
pub(super) type LastLook<'a> = dyn FnMut(&Path) -> Result<Option<Vec<u8>>, Error> + 'a;

/// Makes `content` the content of the plan at `path`, or of the file that a link there leads to. `last` is called with
/// that file when nothing else is left to do, and says what is in it; where it fails, nothing is replaced. Whatever
/// somebody else puts there after that stays there.
///
/// # Errors
/// `ChangedUnderneath`; as [`write_over`].
pub(super) fn write_plan(disk: &dyn Disk, path: &Path, content: &[u8], last: &mut LastLook) -> Result<(), Error> {
    let target = resolve(path)?;
    let mut waiting = write_beside_on(disk, &target, content)?;
    waiting.over = match last(&target)? {
        None => Over::Nothing,
        Some(there) => Over::This(there),
    };
    waiting.finish_on(disk).map_err(|error| match error {
        Error::AlreadyThere(_) => Error::ChangedUnderneath(path.into()),
        other => other,
    })
}

/// A file that is whole on the disk and waits for its place. Dropped, it is gone.
pub struct UnfinishedFile {
    new: NewFile,
    target: PathBuf,
    over: Over,
    /// False if this disk does not know how to sync.
    synced: bool,
}

/// What may be in the place of a new file.
enum Over {
    Nothing,
    Anything,
    /// A file with exactly this in it.
    This(Vec<u8>),
}

impl UnfinishedFile {
    /// Puts it in its place. A disk that cannot sync is used all the same: whoever saves a plan there is told.
    ///
    /// # Errors
    /// As [`write_over`] and [`write_new`].
    pub fn finish(self) -> Result<(), Error> {
        ignore_unsynced(self.finish_on(&RealDisk))
    }

    fn finish_on(self, disk: &dyn Disk) -> Result<(), Error> {
        let (mut new, target) = (self.new, self.target);
        let failed = |error: io::Error| match error.kind() {
            io::ErrorKind::AlreadyExists => Error::AlreadyThere(target.clone()),
            _ => Error::io(FileOperation::Saving, &target, &error),
        };
        match self.over {
            Over::Nothing => disk.put_new(new).map_err(failed)?,
            Over::Anything => disk.put_over(new).map_err(failed)?,
            Over::This(there) => match disk.swap(&mut new).map_err(failed)? {
                None => disk.put_over(new).map_err(failed)?,
                Some(old) if fs::read(&old).is_ok_and(|bytes| bytes == there) => {}
                Some(theirs) => return Err(give_back(theirs, &target)),
            },
        }
        let unsynced = |error: &io::Error| Error::io(FileOperation::SyncingFolder, &target, error);
        disk.sync_folder(folder_of(&target)).map_err(|error| unsynced(&error))?;
        match self.synced {
            true => Ok(()),
            false => Err(unsynced(&io::ErrorKind::Unsupported.into())),
        }
    }
}

/// What came out is not what was to be replaced: somebody wrote in the same moment. It goes back to its place; where
/// that cannot be, or somebody wrote again, it stays beside under a name of its own.
fn give_back(theirs: TempPath, target: &Path) -> Error {
    let ours = fs::read(target);
    let _ = exchange(&theirs, target);
    if fs::read(&theirs).ok() != ours.ok() {
        let stem = target.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let mut theirs = theirs;
        for number in 2..1_000 {
            let name = target.with_file_name(format!("{stem}-{number}.json"));
            match theirs.persist_noclobber(name) {
                Ok(()) => break,
                Err(failed) => theirs = failed.path,
            }
        }
    }
    Error::AlreadyThere(target.into())
}

/// As [`write_over`] (`over`) or [`write_new`], up to the moment at which the file comes to its place: for several
/// files, of which none is to change where one cannot be written.
pub fn write_beside(path: &Path, content: impl AsRef<[u8]>, over: bool) -> Result<UnfinishedFile, Error> {
    let mut waiting = write_beside_on(&RealDisk, path, content.as_ref())?;
    waiting.over = if over { Over::Anything } else { Over::Nothing };
    Ok(waiting)
}

fn write_beside_on(disk: &dyn Disk, target: &Path, content: &[u8]) -> Result<UnfinishedFile, Error> {
    refuse_what_is_no_file_to_write(target)?;
    let failed = |error: io::Error| Error::io(FileOperation::Saving, target, &error);
    disk.make_folder(folder_of(target))?;

    // Dropped on every way out of here, and the drop removes the file.
    let mut new = disk.create_beside(target).map_err(failed)?;
    disk.write(&mut new, content).map_err(failed)?;
    // A disk that was full a moment ago may have forgotten what it could not write: after an error nothing is tried
    // again on this file, the next save begins a new one.
    let synced = match disk.sync(&new) {
        Err(error) if cannot_sync(&error) => false,
        synced => synced.map(|()| true).map_err(failed)?,
    };
    compare(disk, &mut new, target, content)?;
    Ok(UnfinishedFile {
        new,
        target: target.into(),
        over: Over::Nothing,
        synced,
    })
}

/// Some network folders, sticks and phones do not know how to sync: they are used all the same.
fn cannot_sync(error: &io::Error) -> bool {
    use io::ErrorKind::{InvalidInput, Unsupported};
    matches!(error.kind(), InvalidInput | Unsupported)
}

/// Makes `content` the content of a file that is there, and leaves it the time at which it was written.
pub(super) fn write_as_of(path: &Path, content: &[u8]) -> Result<(), Error> {
    let failed = |error: io::Error| Error::io(FileOperation::Saving, path, &error);
    let written = fs::metadata(path).and_then(|facts| facts.modified()).map_err(failed)?;
    write_over(path, content)?;
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
        return Err(Error::Missing(target));
    };
    // What lies beside a plan has a longer name: its versions, its key, a copy and the copy's key.
    let mut longest = target.file_name().unwrap_or_default().to_os_string();
    longest.push("-".repeat(BESIDE));
    if let Err(error) = folder.join(longest).symlink_metadata()
        && error.kind() == io::ErrorKind::InvalidFilename
    {
        return Err(Error::io(FileOperation::Saving, &target, &error));
    }
    // Where the plan is there, it is asked whose it is, too.
    NewFile::beside(&folder.join(target.file_name().unwrap_or_default()))
        .map(drop)
        .map_err(|error| Error::io(FileOperation::Saving, &target, &error))
}

/// Whether the file holds exactly this.
pub(super) fn holds_bytes(path: &Path, content: &[u8]) -> bool {
    let as_long = || fs::metadata(path).is_ok_and(|facts| facts.len() == content.len() as u64);
    as_long() && read_bytes(path).is_ok_and(|bytes| bytes == content)
}

/// What is at `path`; `None` if there is no file.
pub(super) fn read_if_there(path: &Path) -> Result<Option<Vec<u8>>, Error> {
    match read_bytes(path) {
        Err(Error::Missing(_)) => Ok(None),
        bytes => bytes.map(Some),
    }
}

/// Removes the file at `path` (a link itself, not what it leads to), also on a disk that does not know how to sync.
pub fn remove(path: &Path) -> Result<(), Error> {
    fs::remove_file(path).map_err(|error| Error::io(FileOperation::Removing, path, &error))?;
    match sync_folder(folder_of(path)) {
        Err(error) if !cannot_sync(&error) => Err(Error::io(FileOperation::SyncingFolder, path, &error)),
        _ => Ok(()),
    }
}

/// The file that a save to `path` replaces: `path`, or what the link there leads to.
pub fn resolve(path: &Path) -> Result<PathBuf, Error> {
    match dunce::canonicalize(path) {
        Ok(target) => Ok(target),
        Err(_) if path.is_symlink() => Err(Error::DeadLink(path.into())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(path.into()),
        Err(error) => Err(Error::io(FileOperation::Saving, path, &error)),
    }
}

/// The unfinished copies that a kill in the middle of a save left beside `target`.
pub fn leftovers(target: &Path) -> Result<Vec<PathBuf>, Error> {
    let prefix = unfinished_prefix(target);
    let mut found = entries(folder_of(target))?;
    found.retain(|entry| is_leftover(&entry.file_name(), &prefix));
    Ok(sorted_paths(found))
}

/// Every unfinished file in a folder, of whatever it was to become.
pub fn unfinished_in(folder: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    let files =
        files.filter(|entry| is_unfinished(&entry.file_name()) && entry.file_type().is_ok_and(|it| it.is_file()));
    files.map(|entry| entry.path()).collect()
}

/// So many bytes longer than the name of the plan is the longest that a save may need beside it, as
/// `plan (typed here, 2026-11-21 22.14) 2.json.key.age`, with some room for another language.
const BESIDE: usize = 52;

/// Some disks say yes and write something else. Looked at while the old file is still there.
fn compare(disk: &dyn Disk, new: &mut NewFile, target: &Path, content: &[u8]) -> Result<(), Error> {
    let failed = |error: io::Error| Error::io(FileOperation::Comparing, target, &error);
    let there = disk.read(new).map_err(failed)?;
    if there == content {
        Ok(())
    } else {
        Err(failed(io::ErrorKind::InvalidData.into()))
    }
}

fn refuse_what_is_no_file_to_write(target: &Path) -> Result<(), Error> {
    match fs::metadata(target) {
        Ok(facts) if !facts.is_file() => Err(Error::NotAFile(target.into())),
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

/// For a copy, or where it was said before, it is enough that a file is in its place.
///
/// # Errors
/// Whatever else failed.
pub fn ignore_unsynced(saved: Result<(), Error>) -> Result<(), Error> {
    saved.or_else(|error| if error.is_only_unsynced() { Ok(()) } else { Err(error) })
}

#[cfg(all(test, unix))]
#[path = "file_tests.rs"]
mod tests;
