//! Keeps the plan whole through any interruption.
//!
//! Here live the file (`file`), where it is (`place`), and what in it is not this program's (`document`, and under it
//! `lenient`, `graft`, `ids`, `marks`, `twice`). What a plan means is not known here: every function takes the plan as
//! any type that serde reads and writes. No sentence is said here either.
//!
//! The promise: an answer that was kept is on the disk, whole, before `keep` returns; at any moment the old file or the
//! new one is there; and a file that this program does not understand is never written to, because [`Store::open`]
//! hands out no store for it. It holds as far as the disk does what it says when it is asked to sync.

pub mod document;
pub mod file;
mod graft;
mod ids;
mod lenient;
mod marks;
pub mod place;
#[cfg(all(test, unix))]
mod sample;
mod twice;

pub use document::Document;
pub use ids::Lists;

use crate::error::{Error, Fault, What};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::io;
use std::path::{Path, PathBuf};

/// The place where one plan is kept.
pub struct Store {
    path: PathBuf,
    document: Document,
}

/// What stood at a path.
#[derive(Debug, PartialEq)]
pub enum Opened<T> {
    /// No file; one comes into being with the first [`Store::keep`].
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
    /// Opens the plan at `path`; `lists` names the lists whose items have ids. Writes nothing.
    ///
    /// Fails when something stands there that is no plan of a known format, or that cannot be read.
    pub fn open<T>(path: &Path, lists: Lists) -> Result<(Self, Opened<T>), Error>
    where
        T: DeserializeOwned + Serialize,
    {
        let bytes = match file::read_bytes(path) {
            Err(Error::Missing { .. }) => {
                return Ok((Self::at(path, Document::fresh()), Opened::Missing));
            }
            bytes => bytes?,
        };
        let read = document::text_of(&bytes).and_then(|text| document::read(text, lists));
        let (plan, document, faults) = read.map_err(|damage| Error::Damaged {
            path: path.to_path_buf(),
            damage,
        })?;
        Ok((Self::at(path, document), Opened::Found { plan, faults }))
    }

    fn at(path: &Path, document: Document) -> Self {
        Self {
            path: path.to_path_buf(),
            document,
        }
    }

    /// Puts `plan` on the disk, whole, before it returns; a file that already says so is not touched.
    ///
    /// Fails with the old file as it was, unless the error is `Settling` (see [`What`]). The store stays good: keep
    /// again when the person has made room.
    pub fn keep<T: Serialize>(&mut self, plan: &T) -> Result<(), Error> {
        let text = self.document.write(plan).map_err(|_| {
            let unwritable = io::ErrorKind::InvalidData.into();
            Error::io(What::Saving, &self.path, &unwritable)
        })?;
        if file::holds(&self.path, &text) {
            return Ok(());
        }
        file::write_whole(&self.path, &text)
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

    /// See [`files`].
    pub fn files(&self) -> Result<Vec<PathBuf>, Error> {
        files(&self.path)
    }

    /// See [`delete`]. The next keep begins a new file.
    pub fn delete(&mut self) -> Result<(), Error> {
        delete(&self.path)?;
        self.document = Document::fresh();
        Ok(())
    }
}

/// Every file there is that belongs to the plan at `path`, readable or damaged: a link and what it leads to, and
/// unfinished copies that a kill left behind. None when there is no plan.
pub fn files(path: &Path) -> Result<Vec<PathBuf>, Error> {
    let mut found = Vec::new();
    if path.is_symlink() {
        found.push(path.to_path_buf());
    }
    // A dead link still is a file of the plan; what it led to is gone.
    let target = match file::resolve(path) {
        Err(Error::DeadLink { .. }) => return Ok(found),
        target => target?,
    };
    if target.is_file() {
        found.push(target.clone());
    }
    found.extend(file::leftovers(&target)?);
    Ok(found)
}

/// Removes every one of [`files`], the plan's own first. A damaged plan can be deleted too.
///
/// Fails with `Missing` when there is none, and at the first file that cannot be removed.
pub fn delete(path: &Path) -> Result<(), Error> {
    let files = files(path)?;
    if files.is_empty() {
        return Err(Error::Missing { path: path.into() });
    }
    files.iter().try_for_each(|file| file::remove(file))
}

#[cfg(all(test, unix))]
mod tests {
    use super::sample::{LISTS, P};
    use super::*;
    use crate::error::{Damage, FaultKind, Kind};
    use std::fs;
    use std::os::unix::fs::{MetadataExt, symlink};

    fn open(path: &Path) -> Result<(Store, Opened<P>), Error> {
        Store::open(path, LISTS)
    }

    fn plan(about: &str) -> P {
        P {
            about: Some(about.into()),
            ..P::default()
        }
    }

    #[test]
    fn a_file_comes_into_being_with_the_first_keep() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plans/plan.json");
        let (mut store, opened) = open(&path).unwrap();
        assert_eq!(opened, Opened::Missing);
        store.check_writable().unwrap();
        assert!(!folder.path().join("plans").exists());
        store.keep(&plan("é")).unwrap();
        let found = Opened::Found {
            plan: plan("é"),
            faults: vec![],
        };
        assert_eq!(open(&path).unwrap().1, found);
        assert_eq!(store.path(), path);
    }

    #[test]
    fn a_keep_that_changes_nothing_writes_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plan.json");
        let (mut store, _) = open(&path).unwrap();
        store.keep(&plan("a")).unwrap();
        let first = fs::metadata(&path).unwrap().ino();
        store.keep(&plan("a")).unwrap();
        assert_eq!(fs::metadata(&path).unwrap().ino(), first);
        store.keep(&plan("b")).unwrap();
        assert_ne!(fs::metadata(&path).unwrap().ino(), first);
        fs::remove_file(&path).unwrap();
        store.keep(&plan("b")).unwrap();
        assert!(path.exists());
    }

    #[test]
    fn a_damaged_or_newer_file_is_never_written_to() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plan.json");
        let whole = "{\n  \"format\": 1,\n  \"about\": \"é\",\n  \"guests\": [{\"id\": \"g1\"}]\n}";
        let prefixes = (0..whole.len()).map(|end| whole.as_bytes()[..end].to_vec());
        let others = [&b"{\"format\": 2}"[..], b"\xFF\xFE{\0", b"[]", b"\x89PNG\r\n"].map(<[u8]>::to_vec);
        for bytes in prefixes.chain(others) {
            fs::write(&path, &bytes).unwrap();
            assert!(matches!(open(&path), Err(Error::Damaged { .. })));
            assert_eq!(fs::read(&path).unwrap(), bytes);
        }
        let entries = fs::read_dir(folder.path()).unwrap().count();
        assert_eq!(entries, 1);
        fs::write(&path, "{\"format\": 9}").unwrap();
        let newer = open(&path).err().unwrap();
        assert!(matches!(
            newer,
            Error::Damaged {
                damage: Damage::Newer { format: 9 },
                ..
            }
        ));
    }

    #[test]
    fn nothing_that_was_written_shows_in_an_error() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plan.json");
        for text in [
            "{\"format\": 1, \"about\": \"secret\" \"secret\"}",
            "{\"secret\": \"secret\"}",
            "{\"format\": 1, \"secret\": 1, \"secret\": 2}",
        ] {
            fs::write(&path, text).unwrap();
            let error = open(&path).err().unwrap();
            assert!(!format!("{error} {error:?}").contains("secret"), "{error:?}");
        }
        fs::write(&path, "{\"format\": 1, \"guests\": \"secret\"}").unwrap();
        let (_, opened) = open(&path).unwrap();
        let Opened::Found { faults, .. } = opened else {
            panic!("missing")
        };
        let kind = FaultKind::WrongKind {
            found: Kind::Text,
            expected: Some(Kind::List),
        };
        assert_eq!(
            faults,
            [Fault {
                path: "guests".into(),
                kind
            }]
        );
    }

    #[test]
    fn the_store_is_good_after_a_save_that_failed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("in/plan.json");
        fs::write(folder.path().join("in"), "a file where the folder should be").unwrap();
        let mut store = Store::at(
            &path,
            document::read::<P>("{\"format\": 1, \"x\": 1}", LISTS).unwrap().1,
        );
        assert!(store.keep(&plan("a")).is_err());
        fs::remove_file(folder.path().join("in")).unwrap();
        store.keep(&plan("a")).unwrap();
        assert!(fs::read_to_string(&path).unwrap().contains("\"x\": 1"));
    }

    #[test]
    fn delete_takes_the_link_its_target_and_unfinished_copies() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().canonicalize().unwrap().join(name);
        let (link, real) = (at("plan.json"), at("real.json"));
        let leftover = at(".steadfast-real.json-AbC123.tmp");
        symlink("real.json", &link).unwrap();
        fs::write(&real, "damaged").unwrap();
        fs::write(&leftover, "").unwrap();
        fs::write(at("other.json"), "").unwrap();
        assert_eq!(files(&link).unwrap(), [link.clone(), real, leftover]);
        delete(&link).unwrap();
        let left: Vec<_> = fs::read_dir(folder.path())
            .unwrap()
            .map(|e| e.unwrap().file_name())
            .collect();
        assert_eq!(left, ["other.json"]);
        assert!(matches!(delete(&link), Err(Error::Missing { .. })));
    }

    #[test]
    fn a_deleted_plan_leaves_nothing_in_the_next() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plan.json");
        fs::write(&path, "{\"format\": 1, \"x\": 1}").unwrap();
        let (mut store, _) = open(&path).unwrap();
        store.delete().unwrap();
        assert!(!path.exists());
        store.keep(&plan("a")).unwrap();
        assert!(!fs::read_to_string(&path).unwrap().contains("\"x\""));
    }
}
