//! A plan under a passphrase, with the real program: what opens it, what does not, and what lies about.
#![cfg(all(unix, feature = "encryption"))]

mod age_tool;
mod older;
mod refused;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use assert_cmd::Command;
use steadfast::words::Words;
use tempfile::TempDir;

const EXAMPLE: &str = include_str!("../../prompts/en/example.json");

const WORDS: &str = "seven calm rivers run";

/// Words of the example that must not lie about.
const SECRETS: [&str; 3] = ["Juniper", "Robin", "\"format\""];

/// A folder with a plan, and beside it another with the passphrase.
struct Home(TempDir);

impl Home {
    fn new() -> Self {
        let home = Self(tempfile::tempdir().unwrap());
        fs::create_dir(home.folder()).unwrap();
        fs::write(home.plan(), EXAMPLE).unwrap();
        fs::write(home.words(), format!("{WORDS}\n")).unwrap();
        home
    }

    fn locked() -> Self {
        let home = Self::new();
        home.done(&["lock"]);
        home
    }

    fn folder(&self) -> PathBuf {
        self.0.path().join("home")
    }

    fn plan(&self) -> PathBuf {
        self.folder().join("plan.json")
    }

    fn key(&self) -> PathBuf {
        self.folder().join("plan.json.key.age")
    }

    fn words(&self) -> PathBuf {
        self.0.path().join("words")
    }

    fn run(&self, args: &[&str], typed: &str) -> Output {
        let mut command = Command::cargo_bin("steadfast").unwrap();
        command.env("STEADFAST_HOME", self.folder()).env("LC_ALL", "C");
        command.args(args).write_stdin(typed).output().unwrap()
    }

    /// With the passphrase in a file: what it prints.
    fn done(&self, args: &[&str]) -> String {
        let words = self.words();
        let args = [args, &["--passphrase-file", words.to_str().unwrap()]].concat();
        let output = self.run(&args, "");
        assert!(output.status.success(), "{args:?}: {output:?}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// Every file there, with what it holds.
    fn files(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let mut found = Vec::new();
        gather(&self.folder(), &mut found);
        found.sort();
        found
    }

    /// No word of the plan stands in any file.
    #[track_caller]
    fn says_nothing(&self) {
        for (path, bytes) in self.files() {
            let text = String::from_utf8_lossy(&bytes);
            assert!(SECRETS.iter().all(|word| !text.contains(word)), "{path:?}");
        }
    }
}

fn gather(folder: &Path, into: &mut Vec<(PathBuf, Vec<u8>)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, into);
        } else {
            into.push((path.clone(), fs::read(&path).unwrap()));
        }
    }
}

#[test]
fn every_command_works_with_the_passphrase_in_a_file_and_asks_nothing() {
    let home = Home::locked();
    home.says_nothing();
    assert!(home.done(&["checklist"]).contains("Juniper"));
    assert!(home.done(&["show"]).contains("Robin"));
    let before = home.done(&["checklist", "--format", "json"]);
    home.done(&["done", "naloxone"]);
    assert_ne!(home.done(&["checklist", "--format", "json"]), before);
    // The end of input leaves the visit at once.
    home.done(&["plan", "--plain"]);
    home.says_nothing();
}

#[cfg(unix)]
#[test]
fn a_file_with_the_passphrase_that_others_can_read_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let home = Home::new();
    let path = home.words();
    let said = |mode: u32, command: &str| {
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
        let output = home.run(&[command, "--passphrase-file", path.to_str().unwrap()], "");
        assert!(output.status.success(), "{output:?}");
        String::from_utf8(output.stderr)
            .unwrap()
            .contains(&format!("chmod 600 {}", path.display()))
    };
    assert!(said(0o640, "lock") && said(0o604, "show"));
    assert!(!said(0o600, "show"));
}

#[test]
fn the_first_line_of_stdin_is_a_passphrase_and_answers_follow() {
    let home = Home::locked();
    let typed = format!("{WORDS}\n\n/leave\n");
    let output = home.run(&["plan", "--plain", "--passphrase-file", "-"], &typed);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success() && said.contains("Welcome back."), "{said}");
    let asked = home.run(&["show"], &format!("no\n{WORDS}\n"));
    assert!(asked.status.success());
    let said = String::from_utf8(asked.stderr).unwrap();
    assert!(said.contains("did not open") && !said.contains("rivers"), "{said}");
}

#[test]
fn the_files_are_named_and_go_together() {
    let home = Home::locked();
    let places = home.run(&["where"], "");
    let said = String::from_utf8(places.stdout).unwrap();
    assert!(
        said.contains("plan.json\n") && said.contains("plan.json.key.age\n"),
        "{said}"
    );
    let deleted = home.run(&["delete", "--plain"], "delete\n");
    let said = String::from_utf8(deleted.stderr).unwrap();
    assert!(said.contains("plan.json.key.age"), "{said}");
    assert_eq!(home.files(), []);
}

/// What it says beside its results, as one line wherever it is wrapped.
fn told(output: &Output) -> String {
    let said = String::from_utf8_lossy(&output.stderr);
    said.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_page_beside_a_locked_plan_is_said_to_be_open_and_is_named_by_who_may_see_the_plan() {
    let own = Words::load("en", None).unwrap().commands;
    let home = Home::locked();
    let page = home.folder().join("page.html");
    let words = home.words();
    let with = ["--passphrase-file", words.to_str().unwrap()];
    for args in [
        &["sheet", "checklist", "--out", page.to_str().unwrap()][..],
        &["sheet", "all", "--out", "pages"],
        &["calendar", "--out", "a.ics"],
    ] {
        let mut args = args.to_vec();
        let here = home.0.path().join(args.pop().unwrap());
        let said = told(&home.run(&[&args[..], &[here.to_str().unwrap()], &with].concat(), ""));
        assert!(said.contains(own.give.unlocked), "{args:?} {said}");
    }
    for (command, locked) in [("where", &own.r#where.locked), ("delete", &own.delete.locked)] {
        let asked = home.run(&[command, "--plain"], "no\n");
        assert!(told(&asked).contains(locked), "{}", told(&asked));
        let known = home.run(&[&[command, "--plain"], &with[..]].concat(), "no\n");
        let said = format!("{}{}", told(&known), String::from_utf8_lossy(&known.stdout));
        assert!(said.contains("page.html") && !said.contains(locked), "{said}");
    }
    // A plan that is not locked needs no such words.
    let home = Home::new();
    let said = told(&home.run(&["sheet", "checklist", "--out", page.to_str().unwrap()], ""));
    assert!(!said.contains(own.give.unlocked), "{said}");
}

#[test]
fn the_numbers_to_call_need_no_passphrase() {
    let home = Home::locked();
    let output = home.run(&["lines", "--country", "us"], "");
    assert!(output.status.success());
    let output = home.run(&["lines"], "");
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success() && !said.contains("locked"), "{said}");
}
