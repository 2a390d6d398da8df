//! Files that others touch: links and folders in the way, copies that a shared folder left, folders without locks.

use super::sample::{LISTS, SamplePlan, as_nobody_after};
use super::*;
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};

fn plan(about: &str) -> SamplePlan {
    SamplePlan {
        about: Some(about.into()),
        ..SamplePlan::default()
    }
}

/// A plan that said these things one after another.
fn kept(all: &[&str]) -> (tempfile::TempDir, PathBuf, Store) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().canonicalize().unwrap().join("plan.json");
    let (mut store, _) = Store::open::<SamplePlan>(&path, LISTS).unwrap();
    all.iter().for_each(|about| store.save(&plan(about)).unwrap());
    (folder, path, store)
}

fn said(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

fn roles(path: &Path, role: FileRole) -> Vec<String> {
    let all = files(path).unwrap().into_iter().filter(|file| file.role == role);
    all.map(|file| file.path.file_name().unwrap().to_string_lossy().into_owned())
        .collect()
}

#[test]
fn whatever_lies_where_the_next_version_goes_is_passed_by_and_not_written() {
    let (folder, path, mut store) = kept(&["a", "b"]);
    let victim = folder.path().join("victim");
    fs::write(&victim, "mine").unwrap();
    let before = history::folder(&path);
    let at = |number: u32| {
        let written = fs::metadata(&path).unwrap().modified().unwrap();
        before.join(history::version_name(number, Some(written), None))
    };
    symlink(&victim, at(2)).unwrap();
    symlink("nowhere", at(3)).unwrap();
    fs::create_dir(at(4)).unwrap();
    fs::write(before.join("4294967295.json"), "theirs").unwrap();
    store.save(&plan("c")).unwrap();
    assert_eq!(said(&victim), "mine");
    assert_eq!(said(&before.join("4294967295.json")), "theirs");
    let newest = versions(&path).unwrap().remove(0);
    assert_eq!(newest.number, 5);
    assert!(said(&newest.path).contains("\"b\""));
}

#[test]
fn a_folder_of_versions_that_is_a_link_is_not_written_through() {
    let (folder, path, mut store) = kept(&["a"]);
    let elsewhere = folder.path().join("elsewhere");
    fs::create_dir(&elsewhere).unwrap();
    symlink(&elsewhere, history::folder(&path)).unwrap();
    assert!(matches!(store.save(&plan("b")), Err(Error::NotAFile(_))));
    assert_eq!(fs::read_dir(elsewhere).unwrap().count(), 0);
    assert!(said(&path).contains("\"a\""));
}

#[test]
fn a_link_in_the_place_of_the_lock_makes_nothing_elsewhere() {
    let (folder, path, store) = kept(&["a"]);
    drop(store);
    let elsewhere = folder.path().join("elsewhere");
    symlink(&elsewhere, lock::path_of(&path)).unwrap();
    let (mut store, _) = Store::open::<SamplePlan>(&path, LISTS).unwrap();
    assert_eq!(store.lock(), Locked::CannotLock);
    assert!(!elsewhere.exists());
}

#[cfg(feature = "encryption")]
#[test]
fn copies_that_a_shared_folder_made_of_versions_are_searched_locked_and_removed_as_these() {
    let (_folder, path, mut store) = kept(&["secret", "b"]);
    let before = history::folder(&path);
    let copies = [
        "000001.sync-conflict-20261120-101010-ABCDEFG.json",
        "000001 (1).json",
        ".syncthing.000001.json.tmp",
        "000001.json~",
    ]
    .map(|name| before.join(name));
    let version = versions(&path).unwrap().remove(0).path;
    for copy in &copies {
        fs::copy(&version, copy).unwrap();
    }
    fs::write(before.join("notes.txt"), "mine").unwrap();
    assert_eq!(
        roles(&path, FileRole::Stranger),
        [".syncthing.000001.json.tmp", "notes.txt"]
    );
    let mut edit = |mut plan: SamplePlan, _| {
        let had = plan.about.take_if(|about| about == "secret").is_some();
        if had { vec![plan] } else { Vec::new() }
    };
    assert_eq!(store.edit_versions(LISTS, &mut edit).unwrap().changed, 4);
    store.encrypt(&secrecy::SecretString::from("calm river")).unwrap();
    assert_eq!(store.encrypt_copies().unwrap().done, 4);
    drop(store);
    delete(&path).unwrap();
    let mut left: Vec<_> = fs::read_dir(&before)
        .unwrap()
        .map(|it| it.unwrap().file_name())
        .collect();
    left.sort();
    assert_eq!(left, [".syncthing.000001.json.tmp", "notes.txt"]);
}

#[test]
fn the_list_names_what_belongs_to_a_plan_and_what_may() {
    let (folder, path, mut store) = kept(&["a", "b"]);
    store.lock();
    for name in ["plan-2.json", "plan.json~", ".plan.json.swp", "other.json", "plan.html"] {
        fs::write(folder.path().join(name), "{}").unwrap();
    }
    assert_eq!(roles(&path, FileRole::Relative), ["plan-2.json"]);
    assert_eq!(roles(&path, FileRole::OthersCopy), [".plan.json.swp", "plan.json~"]);
    assert_eq!(roles(&path, FileRole::Versions), [".plan.json.before"]);
    assert_eq!(roles(&path, FileRole::Lock), [".plan.json.lock"]);
}

#[test]
fn what_a_kill_left_among_the_versions_goes_at_the_next_start() {
    let (_folder, path, store) = kept(&["a", "b"]);
    drop(store);
    let left = history::folder(&path).join(".steadfast-000001.json-AbC123.tmp");
    fs::write(&left, "secret").unwrap();
    assert_eq!(roles(&path, FileRole::Unfinished).len(), 1);
    let (mut store, _) = Store::open::<SamplePlan>(&path, LISTS).unwrap();
    store.lock();
    assert!(!left.exists());
}

#[test]
fn a_plan_that_is_gone_still_has_its_versions_and_no_new_one_is_called_as_it() {
    let (_folder, path, store) = kept(&["a", "b"]);
    drop(store);
    fs::remove_file(&path).unwrap();
    assert_eq!(versions(&path).unwrap().len(), 1);
    assert_eq!(roles(&path, FileRole::Versions).len(), 1);
    let second = path.with_file_name("plan-2.json");
    fs::create_dir(history::folder(&second)).unwrap();
    assert_eq!(unused_name(&path).unwrap(), path.with_file_name("plan-3.json"));
    delete(&path).unwrap();
    assert_eq!(versions(&path).unwrap(), []);
}

#[test]
fn what_others_could_open_is_closed() {
    let (_folder, path, store) = kept(&["a", "b"]);
    let (before, version) = (history::folder(&path), versions(&path).unwrap().remove(0).path);
    assert!(!store.make_private());
    for (path, mode) in [(&path, 0o644), (&before, 0o755), (&version, 0o664)] {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    }
    assert!(is_open_to_others(&version) && store.make_private());
    for (path, mode) in [(&path, 0o600), (&before, 0o700), (&version, 0o600)] {
        assert_eq!(fs::metadata(path).unwrap().permissions().mode() & 0o777, mode);
    }
}

#[test]
fn the_day_of_a_version_stands_in_its_name_and_outlasts_a_copied_folder() {
    let (_folder, path, _store) = kept(&["a", "b"]);
    let version = versions(&path).unwrap().remove(0);
    let file = fs::OpenOptions::new().write(true).open(&version.path).unwrap();
    file.set_modified(std::time::SystemTime::UNIX_EPOCH).unwrap();
    assert_eq!(versions(&path).unwrap()[0].written, version.written);
    // Those of an older Steadfast say it by their time alone.
    let old = version.path.with_file_name("000001.json");
    fs::rename(&version.path, &old).unwrap();
    assert_eq!(versions(&path).unwrap()[0].written, std::time::SystemTime::UNIX_EPOCH);
}

#[test]
fn in_a_folder_without_locks_one_save_waits_for_the_other() {
    let (_folder, path, store) = kept(&["a"]);
    drop(store);
    let mark = lock::mark_saving(&path);
    let waits = std::time::Instant::now();
    let second = std::thread::spawn({
        let path = path.clone();
        move || {
            let (mut store, _) = Store::open::<SamplePlan>(&path, LISTS).unwrap();
            store.save(&plan("b")).unwrap();
            std::time::Instant::now()
        }
    });
    std::thread::sleep(std::time::Duration::from_millis(200));
    drop(mark);
    assert!(second.join().unwrap() - waits >= std::time::Duration::from_millis(200));
    assert!(said(&path).contains("\"b\"") && !lock::saving_path(&path).exists());
}

#[test]
fn what_an_administrator_writes_stays_the_familys() {
    use std::os::unix::fs::{MetadataExt, chown};
    if !rustix::process::geteuid().is_root() {
        println!("skipped: only root can give a file away");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.json");
    fs::write(&path, "old").unwrap();
    for path in [folder.path(), &path] {
        chown(path, Some(65534), Some(65534)).unwrap();
    }
    file::write_over(&path, "new").unwrap();
    file::write_new(&folder.path().join("before/1.json"), "new").unwrap();
    for path in ["plan.json", "before", "before/1.json"] {
        assert_eq!(folder.path().join(path).metadata().unwrap().uid(), 65534, "{path}");
    }
}

#[test]
fn a_plan_of_another_login_is_refused_every_time_and_nothing_is_left() {
    let name = "store::touched_tests::a_plan_of_another_login_is_refused_every_time_and_nothing_is_left";
    if std::env::var_os("STEADFAST_TEST_FOLDER").is_none() && !rustix::process::geteuid().is_root() {
        println!("skipped: only root can be two logins");
        return;
    }
    if !as_nobody_after(name, "echo '{\"format\": 2}' > plan.json && chmod 666 plan.json") {
        return;
    }
    let folder = PathBuf::from(std::env::var_os("STEADFAST_TEST_FOLDER").unwrap());
    let path = folder.join("plan.json");
    for _ in 0..2 {
        let (mut store, _) = Store::open::<SamplePlan>(&path, LISTS).unwrap();
        for refused in [
            store.save(&plan("new")),
            file::write_over(&path, "new"),
            store.check_writable(),
        ] {
            let kind = io::ErrorKind::PermissionDenied;
            assert!(
                matches!(refused, Err(Error::Io { kind: found, .. }) if found == kind),
                "{refused:?}"
            );
        }
        assert_eq!(fs::read(&path).unwrap(), b"{\"format\": 2}\n");
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
    }
}
