//! The tests of `history`: what stays, and where an undo goes.

use super::*;
use crate::store::sample::{LISTS, SamplePlan};
use crate::store::{Opened, Store};
use std::os::unix::fs::PermissionsExt;
use std::time::Duration;

fn plan(about: &str) -> SamplePlan {
    SamplePlan {
        about: Some(about.into()),
        ..SamplePlan::default()
    }
}

fn about(path: &Path) -> String {
    match Store::open::<SamplePlan>(path, LISTS).unwrap().1 {
        Opened::Found { plan, .. } => plan.about.unwrap_or_default(),
        Opened::Missing => panic!("missing"),
    }
}

/// A plan that said these things one after another.
fn kept(all: &[&str]) -> (tempfile::TempDir, PathBuf, Store) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.json");
    let (mut store, _) = Store::open::<SamplePlan>(&path, LISTS).unwrap();
    all.iter().for_each(|about| store.save(&plan(about)).unwrap());
    (folder, path, store)
}

/// One undo in a program of its own; what the plan then says.
fn undo(path: &Path) -> Option<String> {
    let (mut store, _) = Store::open::<SamplePlan>(path, LISTS).unwrap();
    let now = about(path);
    let version = store.before(&|version| about(version) == now).unwrap()?;
    let (plan, _) = store.read_version_of::<SamplePlan>(&version, LISTS).unwrap();
    store.save_restored(&plan, &version).unwrap();
    Some(about(path))
}

#[test]
fn each_change_leaves_what_was_there_and_a_save_of_the_same_leaves_nothing() {
    let (_folder, path, mut store) = kept(&["a", "b", "b", "c"]);
    store.save(&plan("c")).unwrap();
    let found = versions(&path).unwrap();
    let said: Vec<(u32, String)> = found.iter().map(|it| (it.number, about(&it.path))).collect();
    assert_eq!(said, [(2, "b".into()), (1, "a".into())]);
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&folder(&path)), mode(&found[0].path)), (0o700, 0o600));
}

#[test]
fn an_undo_goes_further_back_each_time_and_never_to_and_fro() {
    let (_folder, path, mut store) = kept(&["a", "b", "c"]);
    assert_eq!(undo(&path).unwrap(), "b");
    assert_eq!(undo(&path).unwrap(), "a");
    assert_eq!(undo(&path), None);
    // Everything is still there, and a new change is what the next undo takes back.
    store.reload::<SamplePlan>(LISTS).unwrap();
    store.save(&plan("d")).unwrap();
    assert_eq!(undo(&path).unwrap(), "a");
    assert_eq!(undo(&path), None);
    let said: Vec<String> = versions(&path).unwrap().iter().map(|it| about(&it.path)).collect();
    assert_eq!(said, ["d", "a", "b", "c", "b", "a"]);
}

#[test]
fn an_undo_after_a_change_back_by_hand_goes_to_what_was_before_it() {
    let (_folder, path, _) = kept(&["a", "b", "a", "d"]);
    for expected in ["a", "b", "a"] {
        assert_eq!(undo(&path).unwrap(), expected);
    }
    assert_eq!(undo(&path), None);
}

#[test]
fn a_restored_version_is_a_change_and_is_taken_back() {
    let (_folder, path, _) = kept(&["a", "b", "c"]);
    let (mut store, _) = Store::open::<SamplePlan>(&path, LISTS).unwrap();
    let first = versions(&path).unwrap().pop().unwrap();
    let (older, _) = store.read_version_of::<SamplePlan>(&first, LISTS).unwrap();
    store.save(&older).unwrap();
    assert_eq!(about(&path), "a");
    assert_eq!(undo(&path).unwrap(), "c");
    assert_eq!(undo(&path).unwrap(), "b");
}

#[test]
fn what_was_left_by_a_save_that_was_cut_off_is_no_second_version() {
    let (_folder, path, mut store) = kept(&["a", "b"]);
    add_version(&super::super::disk::RealDisk, &path, &fs::read(&path).unwrap(), None).unwrap();
    assert_eq!(versions(&path).unwrap().len(), 2);
    assert_eq!(undo(&path).unwrap(), "a");
    store.reload::<SamplePlan>(LISTS).unwrap();
    store.save(&plan("b")).unwrap();
    let said: Vec<String> = versions(&path).unwrap().iter().map(|it| about(&it.path)).collect();
    assert_eq!(said, ["a", "b", "a"]);
}

#[test]
fn the_last_ones_stay_and_the_newest_of_each_of_the_last_days() {
    let now = SystemTime::now();
    let day = Duration::from_secs(24 * 60 * 60);
    // Two a day for forty days, the newest first.
    let all: Vec<Version> = (0..80)
        .map(|n| Version {
            number: 80 - n,
            back_to: None,
            path: PathBuf::new(),
            written: now - day * (n / 2),
        })
        .collect();
    let gone: HashSet<u32> = superfluous(&all).iter().map(|it| it.number).collect();
    let stays: Vec<u32> = all.iter().map(|it| it.number).filter(|n| !gone.contains(n)).collect();
    let last: Vec<u32> = (61..=80).rev().collect();
    let daily: Vec<u32> = (22..=60).rev().filter(|n| n % 2 == 0).collect();
    assert_eq!(stays, [last, daily].concat());
}

#[test]
fn a_save_thins_out() {
    let all: Vec<String> = (0..30).map(|n| n.to_string()).collect();
    let all: Vec<&str> = all.iter().map(String::as_str).collect();
    let (_folder, path, _) = kept(&all);
    let found = versions(&path).unwrap();
    assert_eq!((found.len(), found[0].number), (LAST, 29));
}

#[test]
fn a_sweep_reaches_every_version_and_leaves_its_time() {
    let (_folder, path, mut store) = kept(&["secret", "b", "secret again", "d"]);
    let copy = store
        .save_copy(&plan("secret"), "typed here, 2026-11-21 22.14")
        .unwrap();
    let before: Vec<SystemTime> = versions(&path).unwrap().iter().map(|it| it.written).collect();
    let mut edit = |mut plan: SamplePlan, _| {
        let had = plan.about.take_if(|about| about.contains("secret")).is_some();
        if had { vec![plan] } else { Vec::new() }
    };
    let swept = store.edit_versions(LISTS, &mut edit).unwrap();
    assert_eq!((swept.changed, swept.unread), (3, vec![]));
    let after: Vec<SystemTime> = versions(&path).unwrap().iter().map(|it| it.written).collect();
    assert_eq!(after, before);
    for path in versions(&path).unwrap().into_iter().map(|it| it.path).chain([copy]) {
        assert!(!fs::read_to_string(path).unwrap().contains("secret"));
    }
}

#[cfg(feature = "encryption")]
#[test]
fn a_sweep_leaves_what_it_cannot_read_and_names_it() {
    let (_folder, path, mut store) = kept(&["a", "b"]);
    let sealed = crate::store::Key::generate()
        .encrypt(&path, b"{\"format\": 2}")
        .unwrap();
    let mut left = Vec::new();
    for (number, content) in [
        (9, &b"damaged"[..]),
        (8, b""),
        (7, b"{\"format\": 9}"),
        (6, &sealed),
        (5, &sealed[..30]),
    ] {
        let version = folder(&path).join(format!("{number:06}.json"));
        fs::write(&version, content).unwrap();
        left.push((version, content.to_vec()));
    }
    let copy = store.save_copy(&plan("c"), "typed here, 2026-11-21 22.14").unwrap();
    fs::write(&copy, b"{\"format\": 9}").unwrap();
    left.push((copy, b"{\"format\": 9}".to_vec()));
    // With a key of another plan it is the same.
    for key in [None, Some(crate::store::Key::generate())] {
        store.key = key;
        let swept = store.edit_versions(LISTS, &mut |_: SamplePlan, _| Vec::new()).unwrap();
        let paths: Vec<PathBuf> = left.iter().map(|(path, _)| path.clone()).collect();
        assert_eq!((swept.changed, swept.unread), (0, paths));
        for (path, content) in &left {
            assert_eq!(&fs::read(path).unwrap(), content, "{path:?}");
        }
    }
}
