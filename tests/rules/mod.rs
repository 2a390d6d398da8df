//! The rules of what is safe, fair and kind to say. Each has a number, `R-01` to `R-41` and `R-51` to `R-59`: the code
//! names it if it is built, and the tests that hold it say so: `// Holds R-05, R-13 (speaks), R-14 (silent)`. A gap or a
//! task that names a rule holds both, since each has a case with it and one without. `steadfast sources` says in a line
//! what each rests on.

mod lines;
mod local;
mod pages;
mod visits;

use std::collections::{BTreeMap, BTreeSet};

use crate::common::files::of_program_and_tests;
use crate::common::source::{Source, of_the_program};

/// What a line says that holds rules.
const HOLDS: &str = "// Holds ";

/// Whether something holds a rule where it speaks, and where it is silent.
type Held = BTreeMap<String, [bool; 2]>;

/// The lines of the program without its tests.
fn program(source: &Source) -> String {
    let kept = source.text.lines().enumerate();
    let kept = kept.filter(|(at, _)| !source.is_test(at + 1));
    kept.map(|(_, line)| format!("{line}\n")).collect()
}

/// Each rule that a test says it holds. What is no test, or says it otherwise, is a fault.
fn by_tests(faults: &mut Vec<String>) -> Held {
    let text = of_program_and_tests();
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let mut held = Held::new();
    for pair in lines.windows(2) {
        let Some(rules) = pair[0].strip_prefix(HOLDS) else {
            continue;
        };
        if pair[1] != "#[test]" {
            faults.push(format!("{} stands above no test", pair[0]));
        }
        for rule in rules.split(", ") {
            let (rule, cases) = match rule.split_once(' ') {
                None => (rule, [true, true]),
                Some((rule, "(speaks)")) => (rule, [true, false]),
                Some((rule, "(silent)")) => (rule, [false, true]),
                Some(_) => {
                    faults.push(format!("{} says neither speaks nor silent", pair[0]));
                    continue;
                }
            };
            let known = held.entry(rule.into()).or_default();
            *known = [known[0] || cases[0], known[1] || cases[1]];
        }
    }
    held
}

/// Each rule that the documentation of a gap or a task names.
fn by_cases() -> BTreeSet<String> {
    let codes = [
        include_str!("../../src/readiness/gaps/codes.rs"),
        include_str!("../../src/tasks/codes.rs"),
    ];
    let named = codes.iter().flat_map(|text| text.split("R-").skip(1));
    named
        .filter_map(|rest| rest.get(..2))
        .map(|number| format!("R-{number}"))
        .collect()
}

fn numbers() -> impl Iterator<Item = String> {
    (1..=41).chain(51..=59).map(|number| format!("R-{number:02}"))
}

#[test]
fn every_rule_is_named_where_it_is_built() {
    let program: String = of_the_program().iter().map(program).collect();
    let nowhere: Vec<String> = numbers().filter(|rule| !program.contains(rule)).collect();
    assert!(nowhere.is_empty(), "no place in src/ names {nowhere:?}");
}

#[test]
fn every_rule_is_held_where_it_speaks_and_where_it_is_silent() {
    let mut faults = Vec::new();
    let mut held = by_tests(&mut faults);
    for rule in by_cases() {
        held.insert(rule, [true, true]);
    }
    for rule in numbers() {
        if held.remove(&rule) != Some([true, true]) {
            faults.push(format!("{rule} is not held for both cases"));
        }
    }
    faults.extend(held.into_keys().map(|rule| format!("{rule} is no rule")));
    assert!(faults.is_empty(), "{faults:#?}");
}
