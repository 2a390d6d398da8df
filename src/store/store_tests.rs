//! The tests of this room's door, apart because together they are longer than a file should be.

use super::sample::{LISTS, SamplePlan};
use super::*;
use crate::error::{Damage, FaultKind, JsonKind};
use std::fs;
use std::os::unix::fs::{MetadataExt, symlink};

fn open(path: &Path) -> Result<(Store, Opened<SamplePlan>), Error> {
    Store::open(path, LISTS)
}

fn plan(about: &str) -> SamplePlan {
    SamplePlan {
        about: Some(about.into()),
        ..SamplePlan::default()
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
    store.save(&plan("é")).unwrap();
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
    store.save(&plan("a")).unwrap();
    let first = fs::metadata(&path).unwrap().ino();
    store.save(&plan("a")).unwrap();
    assert_eq!(fs::metadata(&path).unwrap().ino(), first);
    store.save(&plan("b")).unwrap();
    assert_ne!(fs::metadata(&path).unwrap().ino(), first);
}

#[test]
fn a_plan_that_is_gone_is_not_written_where_it_was() {
    let stick = tempfile::tempdir().unwrap();
    let folder = stick.path().join("mounted/plans");
    let path = folder.join("plan.json");
    let (mut store, _) = open(&path).unwrap();
    store.save(&plan("a")).unwrap();
    assert!(store.is_as_left());
    let away = stick.path().join("away");
    // The stick is pulled out: its folder is there and empty, or not there at all; or the file alone was deleted.
    for (from, to) in [(&folder, &away), (&path, &away)] {
        fs::rename(from, to).unwrap();
        // The same plan as before is no reason to write it either.
        for about in ["a", "b"] {
            assert!(matches!(store.save(&plan(about)), Err(Error::Gone(_))));
            assert!(matches!(store.save_over(&plan(about)), Err(Error::Gone(_))));
        }
        assert!(!from.exists() && !store.is_as_left());
        fs::rename(to, from).unwrap();
    }
    // Back in its place it goes on.
    store.save(&plan("b")).unwrap();
    assert!(store.is_as_left());
    fs::rename(&folder, &away).unwrap();
    store.save_at(&plan("c"), &path).unwrap();
    assert!(fs::read_to_string(&path).unwrap().contains("\"c\""));
}

#[test]
fn a_damaged_or_newer_file_is_never_written_to() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.json");
    let whole = "{\n  \"format\": 2,\n  \"about\": \"é\",\n  \"guests\": [{\"id\": \"g1\"}]\n}";
    let prefixes = (0..whole.len()).map(|end| whole.as_bytes()[..end].to_vec());
    let others = [&b"{\"format\": 9}"[..], b"\xFF\xFE{\0", b"[]", b"\x89PNG\r\n"].map(<[u8]>::to_vec);
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
        "{\"format\": 2, \"about\": \"secret\" \"secret\"}",
        "{\"secret\": \"secret\"}",
        "{\"format\": 2, \"secret\": 1, \"secret\": 2}",
    ] {
        fs::write(&path, text).unwrap();
        let error = open(&path).err().unwrap();
        assert!(!format!("{error} {error:?}").contains("secret"), "{error:?}");
    }
    fs::write(&path, "{\"format\": 2, \"guests\": \"secret\"}").unwrap();
    let (_, opened) = open(&path).unwrap();
    let Opened::Found { faults, .. } = opened else {
        panic!("missing")
    };
    let kind = FaultKind::WrongKind {
        found: JsonKind::Text,
        expected: Some(JsonKind::List),
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
        document::read::<SamplePlan>("{\"format\": 2, \"x\": 1}", LISTS)
            .unwrap()
            .1,
        None,
        None,
    );
    assert!(store.save(&plan("a")).is_err());
    fs::remove_file(folder.path().join("in")).unwrap();
    store.save(&plan("a")).unwrap();
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
    let found: Vec<PathBuf> = files(&link).unwrap().into_iter().map(|file| file.path).collect();
    // The plan itself goes last: a removal that is cut off is seen.
    assert_eq!(found, [leftover, link.clone(), real]);
    delete(&link).unwrap();
    let left: Vec<_> = fs::read_dir(folder.path())
        .unwrap()
        .map(|e| e.unwrap().file_name())
        .collect();
    assert_eq!(left, ["other.json"]);
    assert!(matches!(delete(&link), Err(Error::Missing(_))));
}

#[test]
fn what_somebody_else_wrote_is_never_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.json");
    let (mut store, _) = open(&path).unwrap();
    store.save(&plan("a")).unwrap();
    let theirs = "{\"format\": 2, \"about\": \"theirs\"}";
    fs::write(&path, theirs).unwrap();
    assert!(matches!(store.save(&plan("ours")), Err(Error::ChangedUnderneath(_))));
    assert_eq!(fs::read_to_string(&path).unwrap(), theirs);
    assert_eq!(versions(&path).unwrap(), []);
    // The same when a file came into being where there was none.
    let other = folder.path().join("other.json");
    let (mut second, _) = open(&other).unwrap();
    fs::write(&other, theirs).unwrap();
    assert!(matches!(second.save(&plan("ours")), Err(Error::ChangedUnderneath(_))));
    // Only on purpose, and then it is a version.
    store.save_over(&plan("ours")).unwrap();
    let version = versions(&path).unwrap().remove(0);
    assert_eq!(fs::read_to_string(version.path).unwrap(), theirs);
}

#[test]
fn a_copy_beside_has_a_name_of_its_own_and_goes_with_the_plan() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.json");
    let (mut store, _) = open(&path).unwrap();
    store.save(&plan("a")).unwrap();
    store.save(&plan("b")).unwrap();
    let label = "typed here, 2026-11-21 22.14";
    let first = store.save_copy(&plan("c"), label).unwrap();
    let second = store.copy_file(label).unwrap();
    assert!(first.ends_with("plan (typed here, 2026-11-21 22.14).json"));
    assert!(second.ends_with("plan (typed here, 2026-11-21 22.14) 2.json"));
    fs::write(folder.path().join("plan (old).json"), "").unwrap();
    assert_eq!(store.lock(), Locked::Ours);
    let goes = files(&path).unwrap().into_iter().filter(|file| file.role.goes());
    assert_eq!(goes.count(), 5);
    drop(store);
    delete(&path).unwrap();
    let left: Vec<_> = fs::read_dir(folder.path())
        .unwrap()
        .map(|e| e.unwrap().file_name())
        .collect();
    assert_eq!(left, ["plan (old).json"]);
}

#[test]
fn one_window_works_on_a_plan_and_what_a_kill_left_goes() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.json");
    let (mut first, _) = open(&path).unwrap();
    assert_eq!(first.lock(), Locked::Ours);
    // Nothing is on the disk before the first answer is kept.
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    first.save(&plan("a")).unwrap();
    let leftover = folder.path().join(".steadfast-plan.json-AbC123.tmp");
    fs::write(&leftover, "").unwrap();
    let (mut second, _) = open(&path).unwrap();
    assert_eq!(second.lock(), Locked::Elsewhere);
    assert!(is_in_use(&path) && leftover.exists());
    drop(first);
    assert!(!is_in_use(&path));
    assert_eq!(second.lock(), Locked::Ours);
    assert!(!leftover.exists());
}

#[test]
fn a_deleted_plan_leaves_nothing_in_the_next() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.json");
    fs::write(&path, "{\"format\": 2, \"x\": 1}").unwrap();
    open(&path).unwrap();
    delete(&path).unwrap();
    assert!(!path.exists());
    let (mut store, _) = open(&path).unwrap();
    store.save(&plan("a")).unwrap();
    assert!(!fs::read_to_string(&path).unwrap().contains("\"x\""));
}

#[test]
fn a_plan_goes_on_in_another_place_and_never_over_what_is_there() {
    let folder = tempfile::tempdir().unwrap();
    let (path, other) = (folder.path().join("plan.json"), folder.path().join("stick/plan.json"));
    let (mut store, _) = open(&path).unwrap();
    store.save(&plan("a")).unwrap();
    assert!(matches!(store.save_at(&plan("b"), &path), Err(Error::AlreadyThere(_))));
    store.save_at(&plan("b"), &other).unwrap();
    store.save(&plan("c")).unwrap();
    assert!(fs::read_to_string(&path).unwrap().contains("\"a\""));
    assert!(fs::read_to_string(&other).unwrap().contains("\"c\""));
    let long = folder.path().join(format!("new/{}", "n".repeat(240)));
    assert!(store.save_at(&plan("d"), &long).is_err());
    assert!(!folder.path().join("new").exists());
}
