//! Every page of a plan into one folder, killed on the way.

use std::collections::BTreeMap;
use std::fs;
use std::process::Command;

use super::{Errand, Home, can_trace, plan_at};

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
