//! The rules of what is safe, fair and kind to say. Each has a number, `R-01` to `R-41` and `R-51` to `R-59`: the code
//! names it if it is built, and [`ledger`] names the tests that hold it. `steadfast sources` says in a line what
//! each rests on.

mod ledger;
mod lines;
mod local;
mod pages;
mod visits;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use crate::common::source::{Source, of_the_program};
use ledger::{Row, rows};

/// The lines of the program that are compiled for tests only, or those that are not.
fn lines(source: &Source, tests: bool) -> String {
    let kept = source.text.lines().enumerate();
    let kept = kept.filter(|(at, _)| source.is_test(at + 1) == tests);
    kept.map(|(_, line)| format!("{line}\n")).collect()
}

/// The text of every file of tests below a folder.
fn gather(folder: &Path, text: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, text);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            text.push_str(&fs::read_to_string(path).unwrap());
        }
    }
}

/// The names of the functions that are run as tests.
fn tests_in(text: &str) -> BTreeSet<String> {
    let mut marked = false;
    let mut found = BTreeSet::new();
    for line in text.lines().map(str::trim) {
        if line.starts_with("#[test]") || line.starts_with("#[rstest") {
            marked = true;
        } else if let Some(rest) = line.strip_prefix("fn ") {
            let name = rest.split(['(', '<']).next().unwrap_or_default();
            found.extend(marked.then(|| name.to_string()));
            marked = false;
        }
    }
    found
}

/// Every name that may stand in the ledger: tests, and the cases of gaps and tasks.
fn known() -> BTreeSet<String> {
    let mut text = String::new();
    gather(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests"), &mut text);
    let mut cases = BTreeSet::new();
    for source in of_the_program() {
        let own = lines(&source, true);
        let table = match &source.path {
            path if path.starts_with("readiness/gaps/") => "Rule::",
            path if path.starts_with("tasks/rows/") => "Kind::",
            _ => "",
        };
        if !table.is_empty() {
            let named = own.split(table).skip(1);
            let name = |rest: &str| rest.split(|c: char| !c.is_alphanumeric()).next().map(String::from);
            cases.extend(named.filter_map(name).map(|name| format!("{table}{name}")));
        }
        text.push_str(&own);
    }
    tests_in(&text).into_iter().chain(cases).collect()
}

#[test]
fn the_ledger_has_a_row_for_every_rule() {
    let numbers: Vec<String> = (1..=41).chain(51..=59).map(|number| format!("R-{number:02}")).collect();
    let named: Vec<&str> = rows().map(|row| row.rule).collect();
    assert_eq!(named, numbers);
    assert!(rows().all(|row| !row.about.is_empty()));
}

#[test]
fn every_rule_is_named_where_it_is_built() {
    let program: String = of_the_program().iter().map(|source| lines(source, false)).collect();
    let nowhere: Vec<&str> = rows()
        .map(|row| row.rule)
        .filter(|rule| !program.contains(rule))
        .collect();
    assert!(nowhere.is_empty(), "no place in src/ names {nowhere:?}");
}

#[test]
fn every_rule_is_held_where_it_speaks_and_where_it_is_silent() {
    let known = known();
    let mut faults = Vec::new();
    for Row {
        rule, speaks, silent, ..
    } in rows()
    {
        if speaks.is_empty() || silent.is_empty() {
            faults.push(format!("{rule} is not held for both cases"));
        }
        let gone = speaks.iter().chain(*silent).filter(|name| !known.contains(**name));
        faults.extend(gone.map(|name| format!("{rule}: there is no {name}")));
    }
    assert!(faults.is_empty(), "{faults:#?}");
}
