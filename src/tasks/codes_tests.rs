//! Every code has its words, and what they may say.

use super::TaskKind::{CallOption, FindOut, FollowUp, Own};
use super::*;
use toml::Table;

const WORDS: &str = include_str!("../../prompts/en/tasks.toml");

fn words() -> Table {
    WORDS.parse().unwrap()
}

fn keys(table: &str) -> Vec<String> {
    let mut keys: Vec<String> = words()[table].as_table().unwrap().keys().cloned().collect();
    keys.sort();
    keys
}

fn codes(codes: impl Iterator<Item = &'static str>) -> Vec<String> {
    let mut codes: Vec<String> = codes.map(String::from).collect();
    codes.sort();
    codes
}

/// Every text a kind may have, what takes its place included, each with its reason, if it has one; first those that name what the
/// plan knows.
fn sentences() -> Vec<(TaskKind, String, String)> {
    named().into_iter().chain(unnamed()).collect()
}

fn named() -> Vec<(TaskKind, String, String)> {
    texts(|key| key == "named")
}

fn unnamed() -> Vec<(TaskKind, String, String)> {
    texts(|key| key != "named")
}

fn texts(wanted: impl Fn(&str) -> bool) -> Vec<(TaskKind, String, String)> {
    let words = words();
    let mut all = Vec::new();
    for kind in TaskKind::ALL {
        let task = words["task"][kind.code()].as_table().unwrap();
        let why = task.get("why").map_or("", |why| why.as_str().unwrap());
        for (key, said) in task.iter().filter(|(key, _)| *key != "why" && wanted(key)) {
            let countries = said.as_table().into_iter().flat_map(|table| table.values());
            let texts = countries.chain([said]).filter_map(|said| said.as_str());
            all.extend(texts.map(|text| (*kind, text.to_string(), why.to_string())));
            assert!(said.is_str() || key == "country", "{kind:?}: {key}");
        }
    }
    all
}

#[test]
fn every_code_has_words_and_no_words_are_left_over() {
    assert_eq!(keys("task"), codes(TaskKind::ALL.iter().map(|kind| kind.code())));
    assert_eq!(keys("phase"), codes(Phase::ALL.iter().map(|phase| phase.code())));
    assert_eq!(keys("role"), codes(Role::ALL.iter().map(|role| role.code())));
    for (kind, task) in words()["task"].as_table().unwrap() {
        let known = [
            "text",
            "why",
            "after_death",
            "in_jail",
            "cannot_find",
            "under_18",
            "asked_already",
            "not_opioids",
            "no_opioid",
            "no_children",
            "in_reach",
            "named",
            "country",
        ];
        assert!(
            task.as_table().unwrap().keys().all(|key| known.contains(&key.as_str())),
            "{kind}"
        );
    }
}

#[test]
fn sentences_are_short_and_hold_only_known_places() {
    for (kind, text, why) in sentences() {
        assert!(
            text.chars().count() <= 140 && why.chars().count() <= 60,
            "{kind:?}: {text}"
        );
        let mut rest = format!("{text} {why}");
        for place in [
            "{name}",
            "{item}",
            "{emergency}",
            "{suicide}",
            "{violence}",
            "{child_line}",
            "{grief}",
        ] {
            rest = rest.replace(place, "");
        }
        for word in ["er", "doctor", "clinic", "naloxone", "naloxone_from"] {
            rest = rest.replace(&format!("{{{word}}}"), "");
        }
        assert!(!rest.contains(['{', '}']), "{kind:?}: {text}");
    }
    for (kind, text, _) in unnamed() {
        let item = matches!(kind, FindOut | CallOption | FollowUp | Own);
        assert_eq!(text.contains("{item}"), item, "{kind:?}");
    }
    assert!(named().iter().all(|(_, text, _)| text.contains("{item}")));
}

#[test]
fn no_sentence_harms() {
    let never = [
        "addict",
        "abus",
        "junkie",
        "user",
        "clean",
        "dirty",
        "habit",
        "enabl",
        "confront",
        "denial",
        "rock bottom",
        "tough love",
        "relapse",
        "ultimatum",
        "refuse",
        "high",
        "rehab",
        "crazy",
        "commit",
        "victim",
        "suffer",
        "fail",
        "resist",
        "codepend",
        "drunk",
        "alcoholic",
    ];
    for (kind, text, why) in sentences() {
        let said = format!("{text} {why}").to_lowercase();
        for term in never {
            assert!(!said.contains(term), "{kind:?} says {term}");
        }
    }
}

#[test]
fn tasks_on_fear_and_suicide_name_nobody_and_naloxone_is_offered() {
    for (kind, text, why) in unnamed() {
        if matches!(
            kind,
            TaskKind::IfAfraid
                | TaskKind::IfSuicide
                | TaskKind::PrivateSafety
                | TaskKind::TalkToProfessionalFirst
                | TaskKind::Tolerance
                | TaskKind::StopSlowly
                | TaskKind::CallPrescriber
        ) {
            let said = format!("{text}{why}");
            assert!(
                ["{name}", "{item}"].iter().all(|place| !said.contains(place)),
                "{kind:?}"
            );
        }
        if matches!(kind, TaskKind::IfAfraid | TaskKind::IfSuicide) {
            assert!(text.starts_with("If anyone"), "{kind:?}");
        }
    }
}
