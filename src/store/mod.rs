//! Keeps the plan whole through any interruption.
//!
//! Here live the file (`file`, on a `disk`) and how a plan comes there (`save`), the versions before it (`history`), the
//! copies and the lock beside it (`plan_files`, `lock`), its passphrase (`crypto`, `encrypted`), where it is (`place`), and
//! what in it is not this program's (`document`, and under it `lenient`, `preserve_unknown`, `ids`, `unread`).
//! What a plan means is not known here: every function takes the plan as any type that serde reads and writes. No
//! sentence is said here either.
//!
//! The promise: an answer that was kept is on the disk, whole, before `keep` returns; at any moment the old file or the
//! new one is there, and the old one stays as a version; what somebody else wrote meanwhile is never written over; and
//! a file that this program does not understand is never written to, because [`Store::open_with`] hands out no store for it.
//! It holds as far as the disk does what it says when it is asked to sync.

mod copy_names;
mod crypto;
mod disk;
pub mod document;
mod encrypted;
pub mod file;
mod folder;
mod history;
mod ids;
mod json_position;
mod lenient;
mod lock;
mod lock_state;
mod new_file;
mod passphrase;
pub mod place;
mod plan_files;
mod preserve_unknown;
mod relatives;
#[cfg(all(test, unix))]
mod sample;
mod save;
mod spelled;
mod typed;
mod unfinished;
mod unread;
mod whole_number;

pub use copy_names::{beside, unused_name};
pub use crypto::{Key, check_encryption, key_path};
pub use document::Document;
pub use encrypted::{CopiesHandled, has_key, is_encrypted, key, plain_bytes};
pub use folder::{FILES_ARE_PRIVATE, is_open_to_others};
pub use history::Version;
pub use ids::Lists;
pub use lock_state::{LockState, lock_state};
pub use plan_files::{FileRole, PlanFile, delete, files, is_in_use, versions};
pub use relatives::{plain_relatives, with_second_names};
pub use typed::{keep_typed, take_typed};

use crate::error::{Error, Fault, FileOperation};
use disk::{Disk, RealDisk};
use lock::{LockFile, LockResult};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::io;
use std::path::{Path, PathBuf};

/// The place where one plan is kept.
pub struct Store {
    path: PathBuf,
    document: Document,
    /// What was in the file when it was last read or written; `None` if there was none.
    seen: Option<Vec<u8>>,
    lock: Option<LockFile>,
    /// If the plan is under a passphrase: what it is written with.
    key: Option<Key>,
    disk: Box<dyn Disk>,
}

/// Whether this window is the one that works on the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Locked {
    /// It is; or there is no plan yet, and it will be with the first keep.
    Ours,
    /// Another window is.
    Elsewhere,
    /// Nobody knows: this folder has no locks.
    CannotLock,
}

/// What came of taking something out of every version.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct VersionsEdited {
    /// So many said it and do not any more.
    pub changed: usize,
    /// These could not be read, and may still say it.
    pub unread: Vec<PathBuf>,
}

/// What was at a path.
#[derive(Debug, PartialEq)]
pub enum Opened<T> {
    /// No file; one comes into being with the first [`Store::save`].
    Missing,
    /// A plan.
    Found {
        /// What could be read.
        plan: T,
        /// What could not, in the order it was found; it stays in the file until it is answered.
        faults: Vec<Fault>,
    },
}

impl Store {
    /// [`Store::open_with`] without a key.
    #[cfg(any(test, feature = "testing"))]
    pub fn open<T>(path: &Path, lists: Lists) -> Result<(Self, Opened<T>), Error>
    where
        T: DeserializeOwned + Serialize,
    {
        Self::open_with(path, None, lists)
    }

    /// Opens the plan at `path`; `lists` names the lists whose items have ids. A plan under a passphrase is opened with
    /// the key of [`key()`], and what is kept is sealed with it. Writes nothing.
    ///
    /// Fails when something is there that is no plan of a known format, or that cannot be read; with `Locked` where
    /// it is under a passphrase and there is no key.
    pub fn open_with<T>(path: &Path, key: Option<Key>, lists: Lists) -> Result<(Self, Opened<T>), Error>
    where
        T: DeserializeOwned + Serialize,
    {
        let Some(bytes) = file::read_if_there(path)? else {
            return Ok((Self::at(path, Document::fresh(), None, key), Opened::Missing));
        };
        let (plan, document, faults) = read(path, &bytes, key.as_ref(), lists)?;
        Ok((
            Self::at(path, document, Some(bytes), key),
            Opened::Found { plan, faults },
        ))
    }

    fn at(path: &Path, document: Document, seen: Option<Vec<u8>>, key: Option<Key>) -> Self {
        Self {
            path: path.to_path_buf(),
            document,
            seen,
            lock: None,
            key,
            disk: Box::new(RealDisk),
        }
    }

    /// Makes this window the one that works on the plan, until the store is dropped. If there is no plan yet,
    /// nothing is left on the disk: the lock comes with the first keep.
    pub fn lock(&mut self) -> Locked {
        let Ok(target) = file::resolve(&self.path) else {
            return Locked::CannotLock;
        };
        if self.lock.is_some() || !target.exists() {
            return Locked::Ours;
        }
        match lock::acquire(&target) {
            LockResult::Ours(lock) => {
                self.lock = Some(lock);
                // What a kill in the middle of a save left behind; nobody else is saving now.
                for left in plan_files::leftovers(&target).unwrap_or_default() {
                    let _ = self.disk.remove(&left);
                }
                Locked::Ours
            }
            LockResult::Elsewhere => Locked::Elsewhere,
            LockResult::CannotLock => Locked::CannotLock,
        }
    }

    /// Closes what others could open of the plan, its versions and its copies. True if there was something.
    pub fn make_private(&self) -> bool {
        let Ok(target) = file::resolve(&self.path) else {
            return false;
        };
        let copies = copy_names::copies(&target).unwrap_or_default();
        let around = [history::folder(&target), crypto::key_path(&target), target];
        let closed = copies
            .iter()
            .chain(&around)
            .filter(|path| folder::make_private(path).unwrap_or(false));
        closed.count() > 0
    }

    /// Whether the file said something at this place (a JSON pointer) when it was last read or written.
    pub fn has_value(&self, pointer: &str) -> bool {
        self.document.has_value(pointer)
    }

    /// Reads the file again, as [`Store::open_with`] does; what was read before is let go.
    pub fn reload<T>(&mut self, lists: Lists) -> Result<Opened<T>, Error>
    where
        T: DeserializeOwned + Serialize,
    {
        let (again, opened) = Self::open_with(&self.path, self.key.clone(), lists)?;
        (self.document, self.seen) = (again.document, again.seen);
        Ok(opened)
    }

    /// What an undo goes back to; `None` if there is nothing before. `same` says of the file of a version whether it
    /// says what the plan says now: to go back there would change nothing.
    pub fn before(&self, same: &dyn Fn(&Path) -> bool) -> Result<Option<Version>, Error> {
        Ok(history::before(&versions(&self.path)?, same).cloned())
    }

    /// Takes a version as what the next keep writes, with all that was in it and is not this program's.
    pub fn read_version_of<T>(&mut self, version: &Version, lists: Lists) -> Result<(T, Vec<Fault>), Error>
    where
        T: DeserializeOwned + Serialize,
    {
        let bytes = file::read_bytes(&version.path)?;
        let (plan, document, faults) = read(&version.path, &bytes, self.key.as_ref(), lists)?;
        self.document = document;
        Ok((plan, faults))
    }

    /// Changes every version, and every copy that was put beside. `edit` gets each with whether something in it could
    /// not be read, and hands back what is to be written one after another; nothing leaves it as it is. What cannot be
    /// read is left alone and named: it may be locked or newer, or somebody may mend it. Each keeps the time at which
    /// it was written.
    pub fn edit_versions<T>(
        &self,
        lists: Lists,
        edit: &mut dyn FnMut(T, bool) -> Vec<T>,
    ) -> Result<VersionsEdited, Error>
    where
        T: DeserializeOwned + Serialize,
    {
        let target = file::resolve(&self.path)?;
        let mut swept = VersionsEdited::default();
        for path in copy_names::copies(&target)? {
            let failed = |error: io::Error| Error::io(FileOperation::Saving, &path, &error);
            let key = self.key.as_ref();
            let read = file::read_bytes(&path).and_then(|bytes| read::<T>(&path, &bytes, key, lists));
            let Ok((plan, mut document, faults)) = read else {
                swept.unread.push(path);
                continue;
            };
            let mut text = None;
            for plan in edit(plan, !faults.is_empty()) {
                text = Some(document.write(&plan).map_err(io::Error::from).map_err(failed)?);
            }
            if let Some(text) = text {
                file::write_as_of(&path, &encrypted::content(&path, &text, key)?)?;
                swept.changed += 1;
            }
        }
        Ok(swept)
    }

    /// Whether a keep can succeed, tried before the first question. Leaves nothing behind.
    pub fn check_writable(&self) -> Result<(), Error> {
        file::check_writable(&self.path)
    }

    /// The path the plan was opened by; a link is not followed.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// See [`Document::path_in_file`].
    pub fn path_in_file(&self, path: &str) -> String {
        self.document.path_in_file(path)
    }

    /// The lines and the columns at which these values (each as in [`Fault::path`]) were in the file when it was read,
    /// in their order.
    pub fn places_in_file<'a>(&self, paths: impl Iterator<Item = &'a str>) -> Vec<Option<(usize, usize)>> {
        let steps: Vec<Vec<unread::JsonStep>> = paths.map(unread::parse_path).collect();
        let seen = self.seen.as_deref().unwrap_or_default();
        let bytes = encrypted::decrypted(&self.path, seen, self.key.as_ref());
        let text = bytes.as_ref().ok().and_then(|bytes| document::text_of(bytes).ok());
        let found = json_position::positions_of(text.unwrap_or_default(), &steps.iter().cloned().collect());
        steps.iter().map(|steps| found.get(steps).copied()).collect()
    }
}

/// Reads a plan out of the bytes of the file at `path`.
fn read<T>(path: &Path, bytes: &[u8], key: Option<&Key>, lists: Lists) -> Result<(T, Document, Vec<Fault>), Error>
where
    T: DeserializeOwned + Serialize,
{
    let bytes = encrypted::decrypted(path, bytes, key)?;
    let read = document::text_of(&bytes).and_then(|text| document::read(text, lists));
    read.map_err(|damage| Error::Damaged {
        path: path.to_path_buf(),
        damage,
    })
}

/// Whether the file at `path` is a plan, a locked one, or a key: whatever stands there, no page takes its place.
pub fn is_plan_or_key(path: &Path) -> bool {
    file::read_bytes(path).is_ok_and(|bytes| crypto::is_encrypted_bytes(&bytes) || document::looks_like_plan(&bytes))
}

/// Reads one version, which may be damaged as any file.
pub fn read_version<T>(version: &Version, key: Option<&Key>, lists: Lists) -> Result<T, Error>
where
    T: DeserializeOwned + Serialize,
{
    read(&version.path, &file::read_bytes(&version.path)?, key, lists).map(|(plan, _, _)| plan)
}

#[cfg(all(test, unix))]
mod failing_tests;
#[cfg(all(test, unix))]
#[path = "store_tests.rs"]
mod tests;
#[cfg(all(test, unix))]
mod touched_tests;
