//! What does not fit opens nothing, and nothing is written.

use std::fs;
use std::path::Path;

use super::Home;
use crate::table::{self, OPENING};

/// One command that looks, one that writes, the visit, and what takes the lock off.
const FOUR: &[&str] = &["show", "done naloxone", "plan", "lock --off"];

/// One line for each command that opens a plan: a passphrase takes its time.
fn one_each() -> Vec<&'static str> {
    let mut lines = OPENING.to_vec();
    lines.dedup_by_key(|line| line.split_whitespace().next());
    lines
}

/// What these files hold opens nothing with these words, and stays as it is.
#[track_caller]
fn refused(home: &Home, words: &Path, why: &str) {
    refused_by(FOUR, home, words, why);
}

#[track_caller]
fn refused_by(lines: &[&str], home: &Home, words: &Path, why: &str) {
    let before = home.files();
    for line in lines {
        let mut args: Vec<&str> = line.split_whitespace().collect();
        args.extend(["--passphrase-file", words.to_str().unwrap()]);
        let output = home.run(&args, "");
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{args:?}: {said}");
        assert!(said.contains(why) && output.stdout.is_empty(), "{args:?}: {said}");
        assert_eq!(home.files(), before, "{args:?}");
    }
}

#[test]
fn another_passphrase_or_none_opens_nothing() {
    table::none_is_forgotten();
    let home = Home::locked();
    let other = home.0.path().join("other");
    fs::write(&other, "seven calm rivers ran\n").unwrap();
    refused_by(&one_each(), &home, &other, "not the passphrase");
    fs::write(&other, "\n").unwrap();
    refused_by(OPENING, &home, &other, "There is no passphrase in");
    refused(&home, Path::new("/nowhere/at/all"), "There is no passphrase in");
    let before = home.files();
    let output = home.run(&["show"], "");
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(
        output.status.code() == Some(1) && said.contains("--passphrase-file"),
        "{said}"
    );
    assert_eq!(home.files(), before);
}

#[test]
fn a_plan_that_was_cut_off_or_changed_is_left_as_it_is() {
    let home = Home::locked();
    let whole = fs::read(home.plan()).unwrap();
    fs::write(home.plan(), &whole[..whole.len() - 1]).unwrap();
    refused(&home, &home.words(), "cut off or changed");
    let mut changed = whole.clone();
    changed[whole.len() / 2] ^= 1;
    fs::write(home.plan(), &changed).unwrap();
    refused(&home, &home.words(), "cut off or changed");
}

#[test]
fn a_key_file_that_is_gone_or_changed_is_named() {
    let home = Home::locked();
    let whole = fs::read(home.key()).unwrap();
    fs::write(home.key(), &whole[..whole.len() - 1]).unwrap();
    refused(&home, &home.words(), "plan.json.key.age is locked, and it was cut off");
    fs::remove_file(home.key()).unwrap();
    refused(&home, &home.words(), "key file");
    let other = Home::locked();
    fs::copy(other.key(), home.key()).unwrap();
    refused(&home, &home.words(), "a different key");
}

#[test]
fn a_failed_save_of_the_lock_leaves_the_plan_as_it_was() {
    let home = Home::new();
    let mut bits = fs::metadata(home.plan()).unwrap().permissions();
    bits.set_readonly(true);
    fs::set_permissions(home.plan(), bits).unwrap();
    let before = home.files();
    let output = home.run(&["lock", "--passphrase-file", home.words().to_str().unwrap()], "");
    assert_eq!(output.status.code(), Some(1), "{output:?}");
    let after: Vec<_> = home
        .files()
        .into_iter()
        .filter(|(path, _)| !path.ends_with(".plan.json.lock"))
        .collect();
    assert_eq!(after, before);
}

#[test]
fn too_little_memory_for_a_passphrase_is_said_and_nothing_changes() {
    for home in [Home::new(), Home::locked()] {
        let before = home.files();
        let program = assert_cmd::cargo::cargo_bin("steadfast");
        let output = std::process::Command::new("bash")
            .args(["-c", "ulimit -v 250000; exec \"$@\"", "bash"])
            .arg(program)
            .args(["lock", "--passphrase-file", home.words().to_str().unwrap()])
            .env("STEADFAST_HOME", home.folder())
            .output()
            .unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(said.contains("256 MB of memory"), "{said}");
        let after = home
            .files()
            .into_iter()
            .filter(|(path, _)| !path.ends_with(".plan.json.lock"));
        assert_eq!(
            after.collect::<Vec<_>>(),
            before
                .into_iter()
                .filter(|(path, _)| !path.ends_with(".plan.json.lock"))
                .collect::<Vec<_>>()
        );
    }
}

#[test]
fn a_file_that_holds_no_passphrase_is_named_with_what_helps() {
    let home = Home::locked();
    refused(&home, &home.folder(), "is not a file");
    let long = home.0.path().join("long");
    fs::write(&long, "a".repeat(5000)).unwrap();
    refused(&home, &long, "longer than 4096 bytes");
    let tab = home.0.path().join("tab");
    fs::write(&tab, "a\tb").unwrap();
    let open = Home::new();
    let output = open.run(&["lock", "--passphrase-file", tab.to_str().unwrap()], "");
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(
        output.status.code() == Some(1) && said.contains("Nothing was locked"),
        "{said}"
    );
    assert!(!open.key().exists());
}
