//! Says which window works on a plan: a lock on a file of its own beside it, which the system lets go whatever ends
//! the program.
//!
//! The plan itself is never locked: a save puts a new file in its place. A folder that knows no locks goes without
//! one; that nothing is overwritten unseen does not rest on it.

use super::folder::{folder_of, keep_owner};
use std::ffi::OsString;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// A lock that is held until it is dropped.
pub(super) struct LockFile {
    path: PathBuf,
    file: File,
}

/// What came of asking for it.
pub(super) enum LockResult {
    /// It is ours.
    Ours(LockFile),
    /// Another window has it.
    Elsewhere,
    /// This folder knows no locks, or the file cannot be made.
    CannotLock,
}

/// The lock's file.
pub(super) fn path_of(target: &Path) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(target.file_name().unwrap_or_default());
    name.push(".lock");
    folder_of(target).join(name)
}

/// The mark of a save in a folder that knows no locks.
pub(super) fn saving_path(target: &Path) -> PathBuf {
    path_of(target).with_extension("saving")
}

/// How long a mark may be there: longer than any save takes. What is older was left by a kill.
const STALE: Duration = Duration::from_secs(10);

/// A mark that is gone when it is dropped.
pub(super) struct SavingMark(Option<PathBuf>);

/// Where no lock is held, lets one save wait for the other. Where no mark can be made there is none.
pub(super) fn mark_saving(target: &Path) -> SavingMark {
    let path = saving_path(target);
    let began = Instant::now();
    while began.elapsed() < STALE * 2 {
        match OpenOptions::new().write(true).create_new(true).open(&path) {
            Ok(_) => return SavingMark(Some(path)),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                let age = path.symlink_metadata().and_then(|facts| facts.modified());
                if age.is_ok_and(|made| made.elapsed().is_ok_and(|age| age > STALE)) {
                    let _ = std::fs::remove_file(&path);
                }
                std::thread::sleep(Duration::from_millis(20));
            }
            Err(_) => break,
        }
    }
    SavingMark(None)
}

impl Drop for SavingMark {
    fn drop(&mut self) {
        if let Some(path) = &self.0 {
            let _ = std::fs::remove_file(path);
        }
    }
}

/// Asks for the lock of the plan file `target` and does not wait.
pub(super) fn acquire(target: &Path) -> LockResult {
    let path = path_of(target);
    // Whoever lets go removes the file: it may be gone between the opening and the lock, so it is looked at again.
    for _ in 0..3 {
        let mut options = OpenOptions::new();
        options.create(true).truncate(false).read(true).write(true);
        #[cfg(unix)]
        {
            use std::os::unix::fs::OpenOptionsExt;
            // Nothing is made where a link leads.
            options
                .mode(0o600)
                .custom_flags(rustix::fs::OFlags::NOFOLLOW.bits().cast_signed());
        }
        let Ok(file) = options.open(&path) else {
            return LockResult::CannotLock;
        };
        let _ = keep_owner(&file, target);
        match file.try_lock() {
            Ok(()) if is_at(&file, &path) => return LockResult::Ours(LockFile { path, file }),
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return LockResult::Elsewhere,
            Err(TryLockError::Error(_)) => {
                let _ = std::fs::remove_file(&path);
                return LockResult::CannotLock;
            }
        }
    }
    LockResult::Elsewhere
}

/// Whether another window has it.
pub(super) fn is_taken(target: &Path) -> bool {
    matches!(acquire(target), LockResult::Elsewhere)
}

#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let place = |facts: std::fs::Metadata| (facts.dev(), facts.ino());
    file.metadata().ok().map(place) == std::fs::metadata(path).ok().map(place)
}

#[cfg(not(unix))]
fn is_at(_: &File, path: &Path) -> bool {
    path.exists()
}

impl Drop for LockFile {
    fn drop(&mut self) {
        // While it is still ours: nobody else can have it under this name.
        if is_at(&self.file, &self.path) {
            let _ = std::fs::remove_file(&self.path);
        }
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn one_has_it_and_the_next_gets_it_when_it_is_dropped() {
        let folder = tempfile::tempdir().unwrap();
        let plan = folder.path().join("plan.json");
        let first = acquire(&plan);
        assert!(matches!(first, LockResult::Ours(_)));
        assert!(matches!(acquire(&plan), LockResult::Elsewhere));
        drop(first);
        assert!(!path_of(&plan).exists());
        // What a kill leaves behind is a file that nobody holds.
        std::fs::write(path_of(&plan), "").unwrap();
        assert!(matches!(acquire(&plan), LockResult::Ours(_)));
    }

    #[test]
    fn a_folder_that_cannot_be_written_goes_without() {
        assert!(matches!(acquire(Path::new("/proc/plan.json")), LockResult::CannotLock));
    }
}
