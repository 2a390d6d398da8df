//! What stops the build, tried on small languages that are made up: every fault is told, at once, with file, line and
//! key.

use std::collections::BTreeMap;

use super::build::{FileTexts, generate};

const ENGLISH: &[(&str, &str)] = &[
    (
        "home",
        "next = \"Next: {step}. Go on now.\"\nlist = [\"one\", \"two\"]\n[rows]\n# protected\ngo_on = \"Go on\"\n",
    ),
    ("pages/plan", "more = { one = \"1 more\", other = \"{n} more\" }\n"),
    ("gain", "[step]\na = \"Well done, all of you.\"\nb = \"Good.\"\n"),
];

fn files(texts: &[(&str, &str)]) -> FileTexts {
    let owned = texts
        .iter()
        .map(|(name, text)| ((*name).to_string(), (*text).to_string()));
    owned.collect()
}

fn built(english: &[(&str, &str)], other: &[(&str, &str)]) -> Result<String, Vec<String>> {
    let languages = BTreeMap::from([("en".to_string(), files(english)), ("xx".to_string(), files(other))]);
    let faults = generate(&languages, &FileTexts::new(), "pub(crate)");
    faults.map_err(|faults| faults.iter().map(ToString::to_string).collect())
}

/// The other language with one file in place of its own.
fn with(file: &str, text: &str) -> Vec<String> {
    let mut other: Vec<(&str, &str)> = TRANSLATED.to_vec();
    other.retain(|(name, _)| *name != file);
    other.push((file, text));
    built(ENGLISH, &other).unwrap_err()
}

const TRANSLATED: &[(&str, &str)] = &[
    (
        "home",
        "next = \"Nun: {step}. Weiter jetzt.\"\nlist = [\"eins\"]\n[rows]\ngo_on = \"Weiter\"\n",
    ),
    (
        "pages/plan",
        "more = { one = \"noch 1\", few = \"noch {n} x\", other = \"noch {n}\" }\n",
    ),
    ("gain", "[step]\na = \"Gut gemacht.\"\nb = \"Good.\"\n"),
];

#[test]
fn two_whole_languages_become_types_and_values() {
    let rust = built(ENGLISH, TRANSLATED).unwrap();
    for part in [
        "pub struct HomeWords {",
        "pub(crate) next: &'static str, // prompts/en/home.toml:1",
        "pub(crate) step: Map<&'static str>",
        "mod lang_xx",
        "Plural { language: \"xx\", forms: &*vec![(\"few\", \"noch {n} x\"), ",
        "(\"home\", &[&[\"rows\", \"go_on\"], ])",
    ] {
        assert!(rust.contains(part), "{part} is not in\n{rust}");
    }
}

#[test]
fn every_fault_of_every_file_is_told_at_once() {
    let broken = [
        (
            "home",
            "nxt = \"Nun: {step}\"\nlist = \"eins\"\n[rows]\ngo_on = \"Weiter {bald}\"\nmore = 3\n",
        ),
        (
            "pages/plan",
            "more = { one = \"noch 1\" }\nless = { one = \"1\", other = \"{\" }\n",
        ),
        ("gone", "a = \"b\"\n"),
        ("lines", "a = \n"),
    ];
    assert_eq!(
        built(ENGLISH, &broken).unwrap_err(),
        [
            "prompts/xx/gain.toml:1: this file is missing",
            "prompts/xx/gone.toml:1: English has no such file",
            "prompts/xx/home.toml:1: next: this key is missing",
            "prompts/xx/home.toml:1: nxt: English has no such key",
            "prompts/xx/home.toml:2: list: this is a text, and English has a list",
            "prompts/xx/home.toml:4: rows.go_on: nothing fills in {bald} in English",
            "prompts/xx/home.toml:5: rows.more: English has no such key",
            "prompts/xx/lines.toml:1: string values must be quoted, expected literal string",
            "prompts/xx/pages/plan.toml:1: more.other: this key is missing",
            "prompts/xx/pages/plan.toml:2: less: English has no such key",
            "prompts/xx/pages/plan.toml:2: less.other: a brace is never closed",
        ]
    );
}

#[test]
fn a_sentence_that_is_still_english_is_found_and_a_name_or_a_mark_is_none() {
    let still = with("gain", "[step]\n\na = \"Well done, all of you.\"\nb = \"Good.\"\n");
    assert_eq!(
        still,
        ["prompts/xx/gain.toml:3: step.a: this is still English: \"Well done, all of you.\""]
    );
    let mut meant: Vec<(&str, &str)> = TRANSLATED.to_vec();
    meant[2].1 = "[step]\n# as in English\na = \"Well done, all of you.\"\nb = \"Good.\"\n";
    assert!(built(ENGLISH, &meant).is_ok());
}

#[test]
fn a_placeholder_that_is_left_out_is_found() {
    let lost = with(
        "home",
        "next = \"Weiter jetzt.\"\nlist = []\n[rows]\ngo_on = \"Weiter\"\n",
    );
    assert_eq!(
        lost,
        ["prompts/xx/home.toml:1: next: English fills in {step}, and this does not"]
    );
}

#[test]
fn english_has_each_plural_form_that_it_has_anywhere() {
    let mut english: Vec<(&str, &str)> = ENGLISH.to_vec();
    english.push(("sheet", "a = { other = \"{n} pages\" }\n"));
    let mut other: Vec<(&str, &str)> = TRANSLATED.to_vec();
    other.push(("sheet", "a = { one = \"1\", few = \"2\", other = \"{n}\" }\n"));
    assert_eq!(
        built(&english, &other).unwrap_err(),
        ["prompts/en/sheet.toml:1: a.one: this key is missing"]
    );
}

#[test]
fn one_thing_is_of_one_kind() {
    let mut english: Vec<(&str, &str)> = ENGLISH.to_vec();
    english[2].1 = "[step]\na = \"Well done.\"\nb = 3\n";
    let mut other: Vec<(&str, &str)> = TRANSLATED.to_vec();
    other[2].1 = "[step]\na = \"Gut gemacht.\"\nb = 3\n";
    let faults = built(&english, &other).unwrap_err();
    assert!(
        faults[0].starts_with("prompts/en/gain.toml:3: gain.step: this is Number"),
        "{faults:?}"
    );
}
