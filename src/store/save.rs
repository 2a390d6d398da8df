//! How a plan comes to the disk: into its file, over another's, into another place, beside.

use super::file::ignore_unsynced;
use super::{Store, Version, beside, crypto, encrypted, file, folder, history, lock};
use crate::error::{Error, FileOperation};
use serde::Serialize;
use std::io;
use std::path::{Path, PathBuf};

/// What a save does with what is there.
#[derive(Default)]
struct SaveWay {
    /// It goes back to this version.
    back_to: Option<u32>,
    /// Whatever is there is replaced.
    over: bool,
    /// What is there leaves no version.
    forgets: bool,
}

impl Store {
    /// Puts `plan` on the disk, whole, before it returns, and leaves what was there as a version; a file that already
    /// says so is not touched.
    ///
    /// Fails with the old file as it was, unless the error is `Settling` (see [`FileOperation`]); with `ChangedUnderneath` where
    /// something else is there than was last read or written, and with `Gone` where nothing does any more. The
    /// store stays good: keep again when the person has made room.
    pub fn save<T: Serialize>(&mut self, plan: &T) -> Result<(), Error> {
        self.save_way(plan, SaveWay::default())
    }

    /// The same for an undo that went back to this version.
    pub fn save_restored<T: Serialize>(&mut self, plan: &T, to: &Version) -> Result<(), Error> {
        self.save_way(
            plan,
            SaveWay {
                back_to: Some(to.number),
                ..SaveWay::default()
            },
        )
    }

    /// The same, whatever is there: that becomes a version too.
    pub fn save_over<T: Serialize>(&mut self, plan: &T) -> Result<(), Error> {
        self.save_way(
            plan,
            SaveWay {
                over: true,
                ..SaveWay::default()
            },
        )
    }

    /// The same, and what was there does not become a version: it said what is to be gone. The file is taken through
    /// `states` first, so that what could not be read in it goes too.
    pub fn save_forgetting<T: Serialize>(&mut self, states: &[T], plan: &T) -> Result<(), Error> {
        for state in states {
            self.text(state)?;
        }
        self.save_way(
            plan,
            SaveWay {
                forgets: true,
                ..SaveWay::default()
            },
        )
    }

    /// Puts `plan` into a new file at `path`, where nothing may be yet, and goes on there.
    pub fn save_at<T: Serialize>(&mut self, plan: &T, path: &Path) -> Result<(), Error> {
        if path.symlink_metadata().is_ok() {
            return Err(Error::AlreadyThere(path.into()));
        }
        file::check_writable(path)?;
        let content = self.content(plan)?;
        let lent = self.copy_key_to(path)?;
        let saved = ignore_unsynced(file::write_new_on(self.disk.as_ref(), path, &content));
        if saved.is_err() && lent {
            let _ = file::remove(&crypto::key_path(path));
        }
        saved?;
        (self.path, self.seen, self.lock) = (path.into(), Some(content), None);
        self.lock();
        Ok(())
    }

    /// Puts a copy of `plan` beside, under a name that is not taken; the store stays if it is.
    pub fn save_copy<T: Serialize>(&mut self, plan: &T, label: &str) -> Result<PathBuf, Error> {
        let path = beside(&self.path, label)?;
        let content = self.content(plan)?;
        self.copy_key_to(&path)?;
        file::write_new(&path, content)?;
        Ok(path)
    }

    /// Puts a copy of what is in the file beside, under a name that is not taken.
    pub fn copy_file(&self, label: &str) -> Result<PathBuf, Error> {
        let path = beside(&self.path, label)?;
        let there = file::read_bytes(&self.path)?;
        self.copy_key_for(&there, &path)?;
        file::write_new(&path, there)?;
        Ok(path)
    }

    /// Removes a copy that was put beside, with its key.
    pub fn remove_copy(&self, copy: &Path) -> Result<(), Error> {
        ignore_unsynced(file::remove(copy))?;
        crypto::existing_key(copy).map_or(Ok(()), |key| ignore_unsynced(file::remove(&key)))
    }

    /// False where something else is there than was last read or written, or nothing any more.
    pub fn is_as_left(&self) -> bool {
        file::read_if_there(&self.path).map_or(true, |there| self.check_unchanged(there.as_deref()).is_ok())
    }

    /// That what is there is what was last read or written.
    pub(super) fn check_unchanged(&self, there: Option<&[u8]>) -> Result<(), Error> {
        let path = || self.path.clone();
        match (there, self.seen.as_deref()) {
            (None, Some(_)) => Err(Error::Gone(path())),
            (there, seen) if there != seen => Err(Error::ChangedUnderneath(path())),
            _ => Ok(()),
        }
    }

    fn content<T: Serialize>(&mut self, plan: &T) -> Result<Vec<u8>, Error> {
        let text = self.text(plan)?;
        encrypted::content(&self.path, &text, self.key.as_ref())
    }

    fn text<T: Serialize>(&mut self, plan: &T) -> Result<String, Error> {
        self.document.write(plan).map_err(|_| {
            let unwritable = io::ErrorKind::InvalidData.into();
            Error::io(FileOperation::Saving, &self.path, &unwritable)
        })
    }

    fn save_way<T: Serialize>(&mut self, plan: &T, way: SaveWay) -> Result<(), Error> {
        let text = self.text(plan)?;
        let target = file::resolve(&self.path)?;
        let _mark = (self.lock.is_none() && target.exists()).then(|| lock::mark_saving(&target));
        let there = file::read_if_there(&self.path)?;
        let key = self.key.as_ref();
        let says = |there: &Vec<u8>| encrypted::holds_text(there, &text, key);
        let said = there.as_ref().is_some_and(says);
        if said && folder::is_private(&self.path) {
            self.seen = there;
            return Ok(());
        }
        if there.is_none() {
            // Before a folder is made: that of a disk which was pulled out is not its place.
            self.check_unchanged(None)?;
        }
        if way.over {
            // Whoever took the passphrase off there took the key away too.
            self.copy_key_to(&file::resolve(&self.path)?)?;
        }
        let content = encrypted::content(&self.path, &text, key)?;
        let (disk, path) = (self.disk.as_ref(), &self.path);
        let mut version = None;
        let mut last = |target: &Path| {
            let now = file::read_if_there(target)?;
            if !way.over || now.is_none() {
                self.check_unchanged(now.as_deref())?;
            }
            // What was opened once is not opened again.
            let said = if now == there {
                said
            } else {
                now.as_ref().is_some_and(says)
            };
            if let Some(now) = now.as_ref().filter(|_| !said && !way.forgets) {
                version = history::add_version(disk, target, now, way.back_to)?;
            }
            Ok(now)
        };
        let saved = file::write_plan(disk, path, &content, &mut last);
        if saved.as_ref().is_err_and(|error| !error.is_only_unsynced()) {
            // If it says what the file itself still says, nobody needs it.
            let same = |version: &&PathBuf| {
                let now = file::read_bytes(path).ok();
                now.is_some_and(|now| file::holds_bytes(version, &now))
            };
            version
                .iter()
                .filter(same)
                .for_each(|version| drop(disk.remove(version)));
            return saved;
        }
        if let Ok(target) = file::resolve(path) {
            history::remove_old_versions(disk, &target);
        }
        self.seen = Some(content);
        self.lock();
        saved
    }
}
