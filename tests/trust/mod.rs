//! What a family trusts the program with: nothing is lost, and nobody sees what is not theirs. [`ledger`] says which
//! test holds which promise, and what becomes of each thing that can go wrong.

#[cfg(unix)]
mod cores;
mod ledger;
mod plans;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use ledger::{Held, Row, rows};

/// Each section, and how many rows it owes. They are counted here and not beside the rows, so that no row goes without
/// somebody saying so.
const OWED: &[(&str, usize)] = &[
    // What is promised: in so many words, of the file, of the terminal, of who sees what.
    ("promise", 5),
    ("file", 9),
    ("terminal", 6),
    ("shown", 9),
    // What goes wrong: with the process, the disk, what a file holds, the typing, time, pages, secrets.
    ("process", 12),
    ("disk", 17),
    ("content", 18),
    ("typing", 11),
    ("time", 6),
    ("page", 8),
    ("secret", 8),
];

/// The names of the functions that are run as tests.
fn tests() -> BTreeSet<String> {
    let text = crate::files::of_program_and_tests();
    let mut marked = false;
    let mut found = BTreeSet::new();
    for line in text.lines().map(str::trim) {
        if line == "#[test]" {
            marked = true;
        } else if let Some(rest) = line.strip_prefix("fn ") {
            let name = rest.split(['(', '<']).next().unwrap_or_default();
            found.extend(marked.then(|| name.to_owned()));
            marked = false;
        }
    }
    found
}

#[test]
fn every_promise_and_every_fault_has_its_row() {
    let owed: Vec<String> = OWED
        .iter()
        .flat_map(|(section, count)| (1..=*count).map(move |place| format!("{section}-{place}")))
        .collect();
    let there: Vec<&str> = rows().map(|row| row.number).collect();
    assert_eq!(there, owed);
}

#[test]
fn every_row_is_held_by_tests_that_exist_or_says_why_not() {
    let tests = tests();
    let mut faults = Vec::new();
    for Row { number, about, held } in rows() {
        match held {
            Held::By([]) => faults.push(format!("{number}: nothing holds it")),
            Held::By(names) => {
                let gone = names.iter().filter(|name| !tests.contains(**name));
                faults.extend(gone.map(|name| format!("{number}: there is no {name}")));
            }
            Held::Not("") => faults.push(format!("{number}: no reason is given")),
            Held::Not(_) => {}
        }
        if about.is_empty() {
            faults.push(format!("{number}: it says nothing"));
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}

/// A file of the repository as one line, wherever it is wrapped.
fn words(path: &str) -> String {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap();
    let words: Vec<&str> = text.split_whitespace().filter(|word| *word != ">").collect();
    words.join(" ")
}

#[test]
fn the_promise_is_printed_where_people_look_for_it() {
    for (path, sentences) in [
        (
            "README.md",
            [
                "Each answer is on your disk before the next question appears.",
                "If the computer stops, at most the answer you were typing is lost.",
                "Earlier versions are kept.",
                "Nothing leaves this computer unless you export it.",
            ],
        ),
        (
            "prompts/en/help.toml",
            [
                "Each answer is on your disk before the next question shows.",
                "If the computer stops, you lose at most the answer you were typing.",
                "Earlier versions are kept.",
                "Nothing leaves this computer unless you export it.",
            ],
        ),
    ] {
        let text = words(path);
        for sentence in sentences {
            assert!(text.contains(sentence), "{path}: {sentence}");
        }
    }
}

#[test]
fn the_help_names_the_way_to_hide() {
    let engine: toml::Table = words_of("prompts/en/engine.toml");
    for key in ["help_signs", "hide_explained", "hide_scrolling"] {
        let said = engine[key].as_str().unwrap();
        assert!(said.contains("/hide"), "{key}: {said}");
    }
    for key in ["hide_explained", "hide_scrolling"] {
        let said = engine[key].as_str().unwrap();
        assert!(said.contains("cannot hide"), "{key}: {said}");
    }
}

fn words_of(path: &str) -> toml::Table {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap();
    text.parse().unwrap()
}
