//! No key is missing and none is idle: what has a code has words, and what has words has a code.
//!
//! Structs hold their own keys (`deny_unknown_fields`), and loading holds questions, choices and the home page. Here
//! stand the tables that are maps, and whether anybody says a key at all.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use steadfast::plan::{BoundaryKind, CodedChoice, Met, ObjectionKind, OptionKind, Section, choice_sets};
use steadfast::tasks::{Phase, Role, TaskKind};
use steadfast::words::{COUNTRIES, LANGUAGES};
use toml::{Table, Value};

fn table(language: usize, file: &str) -> Table {
    let text = LANGUAGES[language].1.iter().find(|(name, _)| *name == file);
    text.unwrap_or_else(|| panic!("no file {file}")).1.parse().unwrap()
}

/// The keys of one table of a file, however deep.
fn keys(language: usize, file: &str, path: &[&str]) -> BTreeSet<String> {
    let mut at = Value::Table(table(language, file));
    for step in path {
        at = at
            .get(step)
            .cloned()
            .unwrap_or_else(|| panic!("{file}.toml has no {path:?}"));
    }
    at.as_table().unwrap().keys().cloned().collect()
}

fn codes<'a>(codes: impl IntoIterator<Item = &'a str>) -> BTreeSet<String> {
    codes.into_iter().map(str::to_string).collect()
}

fn choices<C: CodedChoice>() -> BTreeSet<String> {
    C::all().iter().map(|choice| choice.code().to_string()).collect()
}

/// A language of each in turn: its place in the list.
fn each() -> std::ops::Range<usize> {
    0..LANGUAGES.len()
}

#[test]
fn every_task_phase_and_part_has_its_words() {
    for language in each() {
        let tasks = |table: &str| keys(language, "tasks", &[table]);
        assert_eq!(tasks("task"), codes(TaskKind::ALL.iter().map(|kind| kind.code())));
        assert_eq!(tasks("phase"), codes(Phase::ALL.iter().map(|phase| phase.code())));
        assert_eq!(tasks("role"), codes(Role::ALL.iter().map(|role| role.code())));
        assert!(tasks("phase_without_day").is_subset(&tasks("phase")));
    }
}

#[test]
fn every_outcome_of_the_day_says_what_follows() {
    for language in each() {
        assert_eq!(keys(language, "home", &["outcome"]), choices::<Met>());
    }
}

#[test]
fn every_section_says_what_it_gained() {
    for language in each() {
        let sections = codes(Section::ALL.iter().map(|section| section.code()));
        assert_eq!(keys(language, "gain", &["step"]), sections);
    }
}

#[test]
fn every_boundary_objection_and_option_has_its_words() {
    for language in each() {
        assert_eq!(keys(language, "boundaries", &["kind"]), choices::<BoundaryKind>());
        assert_eq!(keys(language, "words", &["objection"]), choices::<ObjectionKind>());
        assert_eq!(keys(language, "options", &["option_note"]), choices::<OptionKind>());
    }
}

#[test]
fn every_note_explains_a_choice() {
    for language in each() {
        let file = "choices";
        for set in keys(language, file, &["note"]) {
            // What takes a note's place for somebody under 18 who plans explains the same choices.
            let own = set.strip_suffix("_young").unwrap_or(&set);
            let known = choice_sets().into_iter().find(|(name, _)| *name == own);
            let (_, known) = known.unwrap_or_else(|| panic!("{file}.toml: there is no set {set}"));
            let noted = keys(language, file, &["note", &set]);
            assert!(noted.is_subset(&known.into_iter().collect()), "{file}.toml note.{set}");
        }
    }
}

#[test]
fn every_section_asks_its_own_questions() {
    // A table that only one step may have, in the file of another, would be read by nobody.
    let only = [
        ("kind", "boundaries"),
        ("never_withdraw", "boundaries"),
        ("objection", "words"),
        ("option_note", "options"),
        ("continues_warning", "options"),
        ("unagreed", "day"),
        ("intro_closed", "day"),
    ];
    for language in each() {
        for section in Section::ALL {
            let there = keys(language, section.code(), &[]);
            for (key, owner) in only {
                assert_eq!(
                    there.contains(key),
                    section.code() == owner,
                    "{key} in {}",
                    section.code()
                );
            }
        }
    }
}

#[test]
fn every_code_beside_a_help_line_has_its_words() {
    let tables = [
        ("whom", "for"),
        ("about", "about"),
        ("who", "answers"),
        ("more", "more"),
        ("hours", "hours"),
        ("language", "languages"),
        ("name", "id"),
        ("send", "send"),
    ];
    let lines: Vec<Value> = COUNTRIES
        .iter()
        .flat_map(|(_, text)| text.parse::<Table>().unwrap()["line"].as_array().unwrap().clone())
        .collect();
    for language in each() {
        for (table, key) in tables {
            let used = lines.iter().filter_map(|line| line.get(key)).flat_map(texts).collect();
            assert_eq!(keys(language, "lines", &[table]), used, "lines.toml [{table}]");
        }
        let countries = codes(COUNTRIES.iter().map(|(country, _)| *country));
        assert_eq!(keys(language, "lines", &["country"]), countries);
        let places: BTreeSet<String> = lines.iter().flat_map(|line| texts(&line["region"])).collect();
        let places = places.difference(&countries).cloned().collect();
        assert_eq!(keys(language, "lines", &["region"]), places, "lines.toml [region]");
        for (country, text) in COUNTRIES {
            let without = text.parse::<Table>().unwrap().remove("without");
            let without: BTreeSet<String> = without.iter().flat_map(texts).collect();
            let said = match table(language, "lines")["without"].get(country) {
                Some(Value::Table(said)) => said.keys().cloned().collect(),
                _ => BTreeSet::new(),
            };
            assert_eq!(said, without, "lines.toml [without.{country}]");
        }
    }
}

#[test]
fn every_help_line_on_a_card_is_one_that_each_country_can_have() {
    for language in each() {
        let Value::Table(cards) = table(language, "danger")["card"].clone() else {
            panic!("no cards")
        };
        let named = cards
            .values()
            .flat_map(|card| texts(&card["lines"]))
            .collect::<BTreeSet<_>>();
        for (country, text) in COUNTRIES {
            let lines = text.parse::<Table>().unwrap();
            let there: BTreeSet<String> = lines["line"]
                .as_array()
                .unwrap()
                .iter()
                .flat_map(|line| texts(&line["id"]))
                .collect();
            let missing: Vec<_> = named.difference(&there).collect();
            assert!(missing.is_empty(), "{country} has no {missing:?}");
        }
    }
}

fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(items) => items.iter().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn every_key_of_a_struct_is_said_by_somebody() {
    let source = source(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    let files = [
        "ask",
        "engine",
        "home",
        "danger",
        "checklist",
        "gain",
        "disclaimers",
        "lines",
        "calendar",
    ];
    // In these tables the keys are codes, held by the tests above and by loading.
    let maps = [
        "gate",
        "outcome",
        "reason",
        "after_change",
        "step",
        "whom",
        "about",
        "who",
        "more",
        "hours",
        "language",
        "name",
        "send",
        "country",
        "region",
        "without",
    ];
    let mut owed = BTreeSet::new();
    for file in files {
        struct_keys(&table(0, file), &maps, &mut owed);
    }
    for section in Section::ALL {
        owed.extend(keys(0, section.code(), &[]));
    }
    let idle: Vec<_> = owed.iter().filter(|key| !source.contains(key.as_str())).collect();
    assert!(idle.is_empty(), "nobody says {idle:?}");
}

fn struct_keys(table: &Table, maps: &[&str], into: &mut BTreeSet<String>) {
    for (key, value) in table {
        into.insert(key.clone());
        if let (Value::Table(below), false) = (value, maps.contains(&key.as_str())) {
            struct_keys(below, maps, into);
        }
    }
}

/// Every name that is read from something (`.name`) in the program.
fn source(folder: &Path) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            names.extend(source(&path));
        } else {
            let text = fs::read_to_string(&path).unwrap();
            names.extend(text.split('.').skip(1).map(|rest| {
                let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_');
                rest[..end.unwrap_or(rest.len())].to_string()
            }));
        }
    }
    names
}
