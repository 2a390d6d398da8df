//! Every page of a plan into one folder, killed on the way.

use std::collections::BTreeMap;
use std::fs;
use std::process::Command;

use super::{Errand, Home, can_trace, plan_at, versions};

/// Where something of a page may be half done.
const CALLS: [&str; 3] = ["write", "fsync", "linkat"];

/// Prints all pages, killed at the nth call, or not at all. What lies in the folder then.
fn pages(home: &Home, killed: Option<(&str, usize)>) -> BTreeMap<String, String> {
    let folder = home.0.path().join("pages");
    let program = assert_cmd::cargo::cargo_bin("steadfast");
    let mut command = match killed {
        Some((call, nth)) => home.traced(call, &format!("{call}:signal=SIGKILL:when={nth}"), program),
        None => Command::new(program),
    };
    command.args(["sheet", "all", "--format", "text", "--out"]).arg(&folder);
    home.ran(&Errand(&[], ""), command);
    let Ok(inside) = fs::read_dir(&folder) else {
        return BTreeMap::new();
    };
    let page = |path: std::path::PathBuf| {
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        (name, fs::read_to_string(path).unwrap())
    };
    inside.map(|entry| page(entry.unwrap().path())).collect()
}

#[test]
fn all_pages_killed_at_any_call_are_whole_or_not_there_and_each_is_named() {
    if !can_trace() {
        return;
    }
    let whole = pages(&Home::new(), None);
    assert!(whole.len() > 10);
    let mut parts = 0;
    for call in CALLS {
        for nth in (1..).step_by(5) {
            let home = Home::new();
            let there = pages(&home, Some((call, nth)));
            if !home.was_hit() {
                break;
            }
            plan_at(&home.plan());
            let places = home.run(&Errand(&["where"], ""), None).stdout;
            let places = String::from_utf8(places).unwrap();
            for (name, page) in &there {
                assert!(places.contains(name), "{call} {nth}: {name} is not named: {places}");
                assert!(
                    name.starts_with(".steadfast-") || whole[name] == *page,
                    "{call} {nth}: {name}"
                );
            }
            parts += usize::from(!there.is_empty() && there.len() < whole.len());
        }
    }
    assert!(parts > 2, "{parts}");
}

#[test]
fn a_disk_that_cannot_sync_takes_pages_and_lets_a_plan_go() {
    if !can_trace() {
        return;
    }
    for error in ["EINVAL", "EOPNOTSUPP", "ENOSYS"] {
        let home = Home::new();
        let fault = format!("fsync:error={error}");
        let unconfirmed = "the disk did not confirm";
        let run = |line: &str, typed: &'static str, is_said: bool| {
            let program = assert_cmd::cargo::cargo_bin("steadfast");
            let mut command = home.traced("fsync", &fault, program);
            command.args(line.split(' ')).current_dir(home.0.path());
            let output = home.ran(&Errand(&[], typed), command);
            assert!(output.status.success(), "{error} {line}: {output:?}");
            let said = String::from_utf8_lossy(&output.stderr).contains(unconfirmed);
            assert_eq!(said, is_said, "{error} {line}: {output:?}");
        };
        let answer = "The singing in the kitchen. How gentle they are with little kids and old dogs.";
        let says_it = || {
            let files = versions(&home.plan()).unwrap().into_iter().map(|version| version.path);
            files
                .chain([home.plan()])
                .any(|path| fs::read_to_string(path).unwrap().contains(answer))
        };
        run("sheet all --format text --out pages", "", true);
        run("sheet chair --out chair.txt", "", true);
        run("sheet chair --out chair.txt --force", "", false);
        run("calendar --out dates.ics", "", true);
        run("done naloxone", "", true);
        run("undo", "", true);
        assert!(says_it());
        run("forget person.love", "", true);
        assert!(!says_it());
        assert!(fs::read_dir(home.0.path().join("pages")).unwrap().count() > 10);
        run("delete", "delete\n", false);
        assert!(!home.plan().exists() && !home.0.path().join(".plan.json.before").exists());
    }
}
