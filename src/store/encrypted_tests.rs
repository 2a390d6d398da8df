//! A store under a passphrase while somebody else writes there too, and what becomes of the keys.

use super::*;
use crate::store::disk::{Disk, RealDisk};
use crate::store::new_file::NewFile;
use crate::store::sample::{LISTS, SamplePlan};
use crate::store::{beside, unused_name};
use std::fs;
use tempfile::TempPath;

const LABEL: &str = "typed here, 2026-11-21 22.14";

const THEIRS: &str = "{\"format\": 2, \"about\": \"theirs\"}";

/// A disk on which somebody else writes the plan while a save is under way.
struct Shared;

/// A disk that puts a file in its place and says that it could not.
struct Unsure;

macro_rules! real {
    () => {
        fn make_folder(&self, folder: &Path) -> Result<(), Error> {
            RealDisk.make_folder(folder)
        }
        fn write(&self, file: &mut NewFile, content: &[u8]) -> io::Result<()> {
            RealDisk.write(file, content)
        }
        fn sync(&self, file: &NewFile) -> io::Result<()> {
            RealDisk.sync(file)
        }
        fn read(&self, file: &mut NewFile) -> io::Result<Vec<u8>> {
            RealDisk.read(file)
        }
        fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
            RealDisk.link(from, to)
        }
        fn put_new(&self, file: NewFile) -> io::Result<()> {
            RealDisk.put_new(file)
        }
        fn put_over(&self, file: NewFile) -> io::Result<()> {
            RealDisk.put_over(file)
        }
        fn sync_folder(&self, folder: &Path) -> io::Result<()> {
            RealDisk.sync_folder(folder)
        }
        fn remove(&self, path: &Path) -> io::Result<()> {
            RealDisk.remove(path)
        }
    };
}

impl Disk for Shared {
    real!();

    fn create_beside(&self, target: &Path) -> io::Result<NewFile> {
        fs::write(target, THEIRS)?;
        RealDisk.create_beside(target)
    }

    fn swap(&self, file: &mut NewFile) -> io::Result<Option<TempPath>> {
        RealDisk.swap(file)
    }
}

impl Disk for Unsure {
    real!();

    fn create_beside(&self, target: &Path) -> io::Result<NewFile> {
        RealDisk.create_beside(target)
    }

    fn swap(&self, file: &mut NewFile) -> io::Result<Option<TempPath>> {
        RealDisk.swap(file)?;
        Err(io::ErrorKind::TimedOut.into())
    }
}

fn words(words: &str) -> SecretString {
    SecretString::from(words)
}

fn plan(about: &str) -> SamplePlan {
    SamplePlan {
        about: Some(about.into()),
        ..SamplePlan::default()
    }
}

/// A folder with a plain plan, and its store.
fn plain() -> (tempfile::TempDir, PathBuf, Store) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.json");
    let (mut store, _) = Store::open::<SamplePlan>(&path, LISTS).unwrap();
    store.save(&plan("ours")).unwrap();
    (folder, path, store)
}

fn locked() -> (tempfile::TempDir, PathBuf, Store) {
    let (folder, path, mut store) = plain();
    store.encrypt(&words("calm river")).unwrap();
    (folder, path, store)
}

fn bytes(path: &Path) -> Vec<u8> {
    fs::read(path).unwrap()
}

#[test]
fn what_somebody_else_writes_while_the_lock_goes_on_or_off_stays() {
    let (_folder, path, mut store) = plain();
    store.disk = Box::new(Shared);
    let refused = store.encrypt(&words("calm river")).unwrap_err();
    assert!(matches!(refused, Error::ChangedUnderneath(_)), "{refused}");
    assert_eq!(bytes(&path), THEIRS.as_bytes());
    assert!(!has_key(&path) && store.key().is_none());

    let (_folder, path, mut store) = locked();
    store.disk = Box::new(Shared);
    let refused = store.decrypt().unwrap_err();
    assert!(matches!(refused, Error::ChangedUnderneath(_)), "{refused}");
    assert_eq!(bytes(&path), THEIRS.as_bytes());
    assert!(has_key(&path) && store.key().is_some());
    fs::remove_file(&path).unwrap();
    assert!(matches!(store.decrypt(), Err(Error::Gone(_))));
}

#[test]
fn the_key_stays_where_the_plan_was_locked_although_the_disk_says_no() {
    let (_folder, path, mut store) = plain();
    store.disk = Box::new(Unsure);
    assert!(store.encrypt(&words("calm river")).is_err());
    let key = key(&path, &words("calm river")).unwrap();
    assert!(is_encrypted(&path).unwrap() && plain_bytes(&path, Some(&key)).is_ok());
    // This window does not have the key, and writes nothing over it.
    assert!(store.is_fully_encrypted() && store.save(&plan("more")).is_err());
}

#[test]
fn a_key_file_that_is_there_is_never_written_over() {
    let (folder, path, _) = locked();
    let backup = folder.path().join("backup.json");
    fs::rename(&path, &backup).unwrap();
    let key_file = bytes(&crypto::key_path(&path));
    fs::write(&path, THEIRS).unwrap();
    let (mut store, _) = Store::open::<SamplePlan>(&path, LISTS).unwrap();
    let refused = store.encrypt(&words("other words")).unwrap_err();
    assert!(matches!(refused, Error::OtherKey(_)), "{refused}");
    assert_eq!(bytes(&path), THEIRS.as_bytes());
    assert_eq!(bytes(&crypto::key_path(&path)), key_file);
    // With the same passphrase it is the key of both; a lock that was cut off is taken up so too.
    store.encrypt(&words("calm river")).unwrap();
    assert_eq!(bytes(&crypto::key_path(&path)), key_file);
    assert!(plain_bytes(&backup, store.key()).is_ok() && plain_bytes(&path, store.key()).is_ok());
}

#[test]
fn no_copy_takes_the_key_of_another() {
    let (folder, path, mut store) = locked();
    let own = bytes(&crypto::key_path(&path));
    let taken = [
        beside(&path, LABEL).unwrap(),
        unused_name(&path).unwrap(),
        folder.path().join("new.json"),
    ];
    for taken in &taken {
        fs::write(crypto::key_path(taken), "the key of another").unwrap();
    }
    let copies = [
        store.save_copy(&plan("a"), LABEL).unwrap(),
        store.copy_file(LABEL).unwrap(),
    ];
    for copy in copies {
        assert_eq!(bytes(&crypto::key_path(&copy)), own);
        store.remove_copy(&copy).unwrap();
        assert!(!copy.exists() && !has_key(&copy));
    }
    assert_ne!(unused_name(&path).unwrap(), taken[1]);
    let refused = store.save_at(&plan("a"), &taken[2]).unwrap_err();
    assert!(matches!(refused, Error::OtherKey(_)) && !taken[2].exists());
    for taken in taken {
        assert_eq!(bytes(&crypto::key_path(&taken)), b"the key of another");
    }
}

#[test]
fn a_locked_plan_goes_on_in_another_place_with_its_key_although_its_own_is_gone() {
    let (folder, path, mut store) = locked();
    let key_file = bytes(&crypto::key_path(&path));
    fs::remove_file(&path).unwrap();
    fs::remove_file(crypto::key_path(&path)).unwrap();
    assert!(matches!(store.save(&plan("more")), Err(Error::Gone(_))));
    assert!(matches!(store.save_over(&plan("more")), Err(Error::Gone(_))));
    assert!(!has_key(&path), "nothing is put where the plan was");
    let stick = folder.path().join("stick/plan.json");
    store.save_at(&plan("more"), &stick).unwrap();
    assert_eq!(bytes(&crypto::key_path(&stick)), key_file);
    assert!(is_encrypted(&stick).unwrap());
}

#[test]
fn a_copy_of_what_stands_there_has_a_key_where_it_is_locked() {
    // Somebody else locked the plan meanwhile: their key goes with their copy.
    let (_folder, path, mut store) = plain();
    let (mut theirs, _) = Store::open::<SamplePlan>(&path, LISTS).unwrap();
    theirs.encrypt(&words("calm river")).unwrap();
    let copy = store.copy_file(LABEL).unwrap();
    assert!(store.is_fully_encrypted() && plain_bytes(&copy, Some(&key(&copy, &words("calm river")).unwrap())).is_ok());
    // They took it off, and the key away: their copy needs none, and what is written over them needs ours.
    (store.key, store.seen) = (theirs.key.clone(), theirs.seen.clone());
    theirs.decrypt().unwrap();
    assert!(!store.is_fully_encrypted() && !has_key(&path));
    let copy = store.copy_file(LABEL).unwrap();
    assert!(!is_encrypted(&copy).unwrap() && !has_key(&copy));
    store.save_over(&plan("ours")).unwrap();
    assert!(is_encrypted(&path).unwrap() && key(&path, &words("calm river")).is_ok());
}

#[test]
fn a_passphrase_with_an_accent_opens_from_every_keyboard() {
    let (_folder, path, mut store) = plain();
    store.encrypt(&words("cafe\u{301}\u{a0}river")).unwrap();
    for typed in ["cafe\u{301}\u{a0}river", "caf\u{e9} river", "cafe\u{301} river"] {
        assert!(key(&path, &words(typed)).is_ok(), "{typed:?}");
    }
    assert!(matches!(key(&path, &words("cafe river")), Err(Error::WrongPassphrase)));
    // One that was set with each accent apart, before this was so, still opens, as it was typed and as it is now.
    let (_folder, path, _) = plain();
    let old = Key::generate().encrypt_key(&path, &words("cafe\u{301} river")).unwrap();
    fs::write(crypto::key_path(&path), old).unwrap();
    for typed in ["cafe\u{301} river", "caf\u{e9} river"] {
        assert!(key(&path, &words(typed)).is_ok(), "{typed:?}");
    }
}

#[test]
fn the_passphrase_changes_for_the_plan_and_its_copies_and_nothing_is_open_meanwhile() {
    let (folder, path, mut store) = locked();
    let copy = store.save_copy(&plan("a"), LABEL).unwrap();
    store.save(&plan("more")).unwrap();
    let sealed = bytes(&path);
    store.change_passphrase(&words("other words")).unwrap();
    for plan in [&path, &copy] {
        let key_of = |typed: &str| key(plan, &words(typed));
        assert!(plain_bytes(plan, Some(&key_of("other words").unwrap())).is_ok());
        assert!(matches!(key_of("calm river"), Err(Error::WrongPassphrase)));
    }
    assert_eq!(bytes(&path), sealed);
    store.save(&plan("and more")).unwrap();
    let copy = store.save_copy(&plan("a"), LABEL).unwrap();
    assert!(key(&copy, &words("other words")).is_ok());
    assert!(
        fs::read_dir(folder.path())
            .unwrap()
            .all(|file| !file.unwrap().path().ends_with(".tmp"))
    );
}
