//! An answer is forgotten while the disk does not tell of every version.

use std::fs;

use super::{EXAMPLE, Errand, Home, can_trace};

#[test]
fn a_version_of_which_the_disk_tells_nothing_is_searched_or_named() {
    if !can_trace() {
        return;
    }
    let example: serde_json::Value = serde_json::from_str(EXAMPLE).unwrap();
    let secret = example["person"]["love"].as_str().unwrap();
    for nth in 1.. {
        let home = Home::new();
        home.run(&Errand(&["done", "naloxone"], ""), None);
        home.run(&Errand(&["done", "lock_up"], ""), None);
        let folder = home.0.path().join(".plan.json.before");
        let program = assert_cmd::cargo::cargo_bin("steadfast");
        let mut command = home.traced("statx", &format!("statx:error=EIO:when={nth}"), "-P".into());
        command.arg(&folder).arg(program);
        let output = home.ran(&Errand(&["forget", "person.love"], ""), command);
        if !home.was_hit() {
            assert!(nth > 2);
            return;
        }
        let told = String::from_utf8(output.stderr).unwrap();
        for version in fs::read_dir(&folder).unwrap() {
            let path = version.unwrap().path();
            let is_named = told.contains(path.file_name().unwrap().to_str().unwrap());
            let holds = fs::read_to_string(&path).unwrap().contains(secret);
            assert!(!holds || is_named || !output.status.success(), "{nth}: {told}");
        }
    }
}

/// Killed at any call, the plan still says it, or nothing says it any more: nobody takes for gone what is there.
#[test]
fn forget_killed_at_any_call_is_not_done_or_done_everywhere() {
    if !can_trace() {
        return;
    }
    let example: serde_json::Value = serde_json::from_str(EXAMPLE).unwrap();
    let secret = example["person"]["love"].as_str().unwrap();
    let (mut still, mut gone) = (0, 0);
    for call in [
        "write",
        "fsync",
        "linkat",
        "rename",
        "renameat",
        "renameat2",
        "unlink",
        "unlinkat",
    ] {
        for nth in 1.. {
            let home = Home::new();
            home.run(&Errand(&["done", "naloxone"], ""), None);
            home.run(&Errand(&["done", "lock_up"], ""), None);
            let errand = Errand(&["forget", "person.love"], "");
            home.run(&errand, Some(&format!("{call}:signal=SIGKILL:when={nth}")));
            if !home.was_hit() {
                break;
            }
            let says_it = |path: &std::path::Path| fs::read_to_string(path).unwrap().contains(secret);
            match says_it(&home.plan()) {
                true => still += 1,
                false => gone += 1,
            }
            let is_gone = !says_it(&home.plan());
            // The next start takes away what was unfinished.
            home.run(&Errand(&["done", "private_place"], ""), None);
            let folder = fs::read_dir(home.0.path().join(".plan.json.before")).unwrap();
            let versions = folder.map(|version| version.unwrap().path());
            let left: Vec<_> = versions.filter(|version| is_gone && says_it(version)).collect();
            assert_eq!(left, [] as [std::path::PathBuf; 0], "{call} {nth}");
            assert_eq!(home.leftovers(), [] as [String; 0], "{call} {nth}");
        }
    }
    assert!(still > 5 && gone > 1, "{still} {gone}");
}
