//! What every command takes: say less, ask nobody, and which program this is.

use super::*;
use crate::table::OPENING;

/// What is in a folder and below it, with what each file holds.
fn everything_in(folder: &Path) -> Vec<(std::path::PathBuf, Vec<u8>)> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => all.extend(everything_in(&path)),
            false => all.push((path.clone(), fs::read(&path).unwrap())),
        }
    }
    all.sort();
    all
}

#[test]
fn with_no_input_nobody_is_asked_and_what_would_ask_changes_nothing() {
    let mut refused = Vec::new();
    for line in OPENING.iter().chain(&["delete"]) {
        let home = Home::with_plan();
        let before = everything_in(home.0.path());
        // Whatever waits at the input is no answer.
        let args = format!("{line} --no-input");
        let args = args.split_whitespace().map(OsString::from).collect();
        let ran = home.run_with(args, "1\n1\ndelete\n");
        if ran.err.contains("--no-input") {
            assert_eq!((ran.code, ran.out.as_str()), (Some(1), ""), "{line}");
            assert_eq!(everything_in(home.0.path()), before, "{line}");
            refused.push(*line);
        }
        assert!(!ran.err.contains("\n1. "), "{line}: a list was shown: {ran:?}");
    }
    assert_eq!(
        refused,
        ["", "plan", "done", "call", "call 1", "after", "lock", "delete"]
    );
}

#[test]
fn quiet_says_nothing_of_what_worked_and_still_warns() {
    let home = Home::with_plan();
    let said = |line: &str| home.run(line).ends(0).err;
    let out = home.0.path().join("a.txt");
    // Something to take back, twice.
    said("done lock_up");
    said("done private_place");
    for line in [
        format!("sheet tonight --out {}", out.display()),
        "done naloxone".into(),
        "undo".into(),
    ] {
        assert_ne!(said(&line), "", "{line}");
        let quiet = match line.starts_with("sheet") {
            true => format!("{line} --force -q"),
            false => format!("{line} --quiet"),
        };
        assert_eq!(said(&quiet), "", "{quiet}");
    }
    // Whoever hands over the page for the person is told when, however quiet it should be.
    assert!(said("sheet offer -q").contains("safe"));
    assert_eq!(home.run("done nothing -q").code, Some(1));
}

#[test]
fn every_example_of_the_help_works_on_the_example_plan() {
    let words = steadfast::words::Words::load("en", None).unwrap();
    for (command, examples) in words.help.example.iter() {
        // The examples of one command follow on from each other.
        let home = Home::with_plan();
        fs::write(home.0.path().join("our-plan.json"), EXAMPLE).unwrap();
        if ["undo", "restore"].contains(&command) {
            home.run("done naloxone").ends(0);
        }
        for example in examples.iter() {
            let (typed, into) = example.line.split_once(" > ").unwrap_or((example.line, ""));
            let line = typed.strip_prefix("steadfast").unwrap();
            // Only made, not looked at; the first versions have small numbers; what asks is answered by the end of input.
            let line = line.replace(" --open", "").replace("restore 12", "restore 1");
            let ran = home.run_inside(&line);
            // No terminal is there to be cleared and no plan is locked: that is said.
            let code = i32::from(command == "hide" || example.line == "steadfast lock --change");
            assert_eq!(ran.code, Some(code), "{}: {ran:?}", example.line);
            if !into.is_empty() {
                let into = home.0.path().join(into.trim_start_matches("~/"));
                fs::create_dir_all(into.parent().unwrap()).unwrap();
                fs::write(into, ran.out).unwrap();
            }
        }
    }
}

#[test]
fn a_wave_that_no_shell_has_read_makes_no_folder() {
    let home = Home::new();
    for (given, meant) in [("~somebody/plans", None), ("~/plans", Some("plans/plan.json"))] {
        let mut command = Command::cargo_bin("steadfast").unwrap();
        command
            .env_clear()
            .env("HOME", home.0.path())
            .env("STEADFAST_HOME", given);
        let output = command.current_dir(home.0.path()).arg("where").output().unwrap();
        match meant {
            Some(path) => assert!(Ran::from(output).ends(0).out.contains(path)),
            None => assert!(
                Ran::from(output)
                    .refused(1)
                    .err
                    .contains("~somebody/plans begins with ~")
            ),
        }
    }
    assert_eq!(everything_in(home.0.path()), []);
    assert_eq!(fs::read_dir(home.0.path()).unwrap().count(), 0);
}
