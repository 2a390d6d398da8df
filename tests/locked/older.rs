//! Older versions come under the passphrase too, and are read through it.

use std::fs;

use super::{EXAMPLE, Home};

/// A plan with versions before it, locked.
fn with_versions() -> Home {
    let home = Home::new();
    assert!(home.run(&["done", "naloxone"], "").status.success());
    fs::write(home.folder().join(".steadfast-plan.json-AbC123.tmp"), EXAMPLE).unwrap();
    let versions = home.folder().join(".plan.json.before");
    fs::write(versions.join(".steadfast-000001.json-AbC123.tmp"), EXAMPLE).unwrap();
    // The plan, a version, and what two kills left.
    assert_eq!(home.files().len(), 4);
    home.done(&["lock"]);
    home
}

#[test]
fn nothing_older_stays_readable_and_each_keeps_its_time() {
    let home = with_versions();
    home.says_nothing();
    let output = home.run(&["history"], &format!("{}\n", super::WORDS));
    let listed = String::from_utf8(output.stdout).unwrap();
    assert!(listed.contains("\n  1: ") || listed.starts_with("  1: "), "{listed}");
}

#[test]
fn undo_restore_forget_and_history_go_through_the_passphrase() {
    let home = with_versions();
    let before = home.done(&["checklist", "--format", "json"]);
    home.done(&["undo"]);
    assert_ne!(home.done(&["checklist", "--format", "json"]), before);
    home.done(&["restore", "1"]);
    let listed = home.done(&["history"]);
    assert!(!listed.contains("cannot be read"), "{listed}");
    home.done(&["forget", "person.love"]);
    home.says_nothing();
    home.done(&["restore", "1"]);
    home.done(&["check"]);
}

#[test]
fn the_lock_comes_off_everything() {
    let home = with_versions();
    home.done(&["lock", "--off"]);
    assert!(!home.key().exists());
    for (path, bytes) in home.files() {
        let lock = path.extension().is_some_and(|it| it == "lock");
        assert!(lock || bytes.starts_with(b"{"), "{path:?}");
    }
    assert!(home.run(&["show"], "").status.success());
}

#[test]
fn a_damaged_plan_goes_on_from_a_locked_version() {
    let home = with_versions();
    fs::write(home.plan(), "").unwrap();
    let typed = format!("{}\n1\n\n\n/leave\n", super::WORDS);
    let output = home.run(&["plan", "--plain"], &typed);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{said}");
    assert!(home.folder().join("plan-2.json").exists(), "{said}");
    home.says_nothing();
    let copy = home.folder().join("plan-2.json");
    assert!(home.done(&["show", copy.to_str().unwrap()]).contains("Robin"));
}

/// `lock` by hand in plain mode, with these lines typed: what is said.
fn typed(home: &Home, args: &[&str], lines: &[&str]) -> String {
    let typed: String = lines.iter().map(|line| format!("{line}\n")).collect();
    let output = home.run(args, &typed);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success(), "{said}");
    said
}

#[test]
fn each_question_after_the_lock_has_its_own_help_and_names_what_may_go() {
    let home = Home::new();
    assert!(home.run(&["done", "naloxone"], "").status.success());
    let copy = home.folder().join("plan (a copy, 2026-11-21 22.14).json");
    fs::write(&copy, EXAMPLE).unwrap();
    let page = home.folder().join("chair.html");
    let printed = home.run(&["sheet", "chair", "--out", page.to_str().unwrap()], "");
    assert!(printed.status.success(), "{printed:?}");
    let words = super::WORDS;
    let said = typed(
        &home,
        &["lock", "--plain"],
        &[
            "2", words, words, "2", // My own words, twice, and yes
            "?", "1", "delete", // the page goes
            "?", "2", "", // no recovery page
        ],
    );
    assert!(!said.contains("Nothing has been changed yet"), "{said}");
    for piece in ["the pages stay", "To skip the page", "locked now too"] {
        assert!(said.contains(piece), "{piece}: {said}");
    }
    assert!(copy.exists() && !page.exists());
    home.says_nothing();
    let said = typed(&home, &["lock", "--off", "--plain"], &[words, "?", "1"]);
    assert!(
        !said.contains("Nothing has been changed yet") && said.contains("leave it locked, type <"),
        "{said}"
    );
    home.says_nothing();
}
