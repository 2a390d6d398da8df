//! What is wrong with a private copy is said by file, line and key.

use std::fs;

use steadfast::error::Error;
use steadfast::words::{LANGUAGES, Words};

#[test]
fn the_rules_of_the_coach_can_be_read_in_every_language() {
    for language in LANGUAGES {
        let words = Words::load(language.code, None).unwrap();
        assert!(!words.coach_rules().never.is_empty());
    }
}

/// Loads the first language with one file of it changed, and says how it was refused: file, line and key.
fn refused(file: &str, change: impl Fn(&str) -> String) -> (String, Option<usize>, Option<String>) {
    let language = &LANGUAGES[0];
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in language.files {
        let text = if *name == file { change(text) } else { text.to_string() };
        let path = folder.path().join(format!("{name}.toml"));
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    match Words::load(language.code, Some(folder.path())) {
        Err(Error::Words { file, line, key, .. }) => (file.display().to_string(), line, key),
        Err(other) => panic!("another fault: {other}"),
        Ok(_) => panic!("{file}.toml was taken as it is"),
    }
}

/// The number of the line that begins with `start`, from 1.
fn line_of(file: &str, start: &str) -> usize {
    let text = LANGUAGES[0].files.iter().find(|(name, _)| *name == file).unwrap().1;
    text.lines().position(|line| line.starts_with(start)).unwrap() + 1
}

fn without(text: &str, start: &str) -> String {
    let kept = text.lines().filter(|line| !line.starts_with(start));
    kept.map(|line| format!("{line}\n")).collect()
}

#[test]
fn a_copy_with_a_missing_key_is_refused_by_file() {
    let (file, line, key) = refused("danger", |text| without(text, "kindness = "));
    assert_eq!(
        (file.as_str(), line, key.as_deref()),
        ("danger.toml", Some(1), Some("kindness"))
    );
}

#[test]
fn a_copy_with_a_missing_label_is_refused_by_key() {
    let (file, _, key) = refused("choices", |text| without(text, "heroin = "));
    assert_eq!(
        (file.as_str(), key.as_deref()),
        ("choices.toml", Some("substance.heroin"))
    );
}

#[test]
fn a_copy_with_an_unknown_key_is_refused_by_line() {
    let (file, line, _) = refused("home", |text| text.replacen("neutral =", "neutrall =", 1));
    assert_eq!((file.as_str(), line), ("home.toml", Some(line_of("home", "neutral ="))));
}

#[test]
fn a_copy_with_a_question_nobody_asks_is_refused_by_key() {
    let more = "\n[q.\"way.colour\"]\nshort = \"A\"\nask = \"B\"\n";
    let (_, _, key) = refused("way", |text| text.to_string() + more);
    assert_eq!(key.as_deref(), Some("q.way.colour"));
}

#[test]
fn a_copy_with_a_broken_line_is_refused_by_line() {
    let (file, line, _) = refused("disclaimers", |text| text.replacen("three = \"", "three = ", 1));
    assert_eq!(
        (file.as_str(), line),
        ("disclaimers.toml", Some(line_of("disclaimers", "three =")))
    );
}
