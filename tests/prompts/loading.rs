//! A language is complete or it is not offered; what is wrong with a private copy is said by file, line or key.

use std::fs;
use std::path::{Path, PathBuf};

use steadfast::error::Error;
use steadfast::prompt::Phrases;
use steadfast::words::{Files, LANGUAGES, Words};

/// What is built in is read when it is first needed: here it is read whole, as with a folder that replaces nothing.
#[test]
fn every_language_is_complete() {
    let nothing = tempfile::tempdir().unwrap();
    for (language, _) in LANGUAGES {
        let words = Words::load(language, Some(nothing.path())).unwrap_or_else(|error| panic!("{language}: {error}"));
        words
            .load_file::<Phrases>("ask")
            .unwrap_or_else(|error| panic!("{language}: {error}"));
    }
}

#[test]
fn every_file_of_a_language_is_built_in() {
    for (language, files) in LANGUAGES {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("prompts").join(language);
        for path in toml_files(&folder) {
            let name = path.strip_prefix(&folder).unwrap().with_extension("");
            let loaded = files.iter().any(|(known, _)| Path::new(known) == name);
            assert!(loaded, "{} is in no list of files", path.display());
        }
    }
}

/// The files of words in a folder and in those inside it.
fn toml_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let (folders, files): (Vec<_>, Vec<_>) = entries.partition(|path| path.is_dir());
    let words = files
        .into_iter()
        .filter(|path| path.extension().is_some_and(|ending| ending == "toml"));
    words
        .chain(folders.iter().flat_map(|inside| toml_files(inside)))
        .collect()
}

#[test]
fn every_language_has_the_same_files() {
    let names = |files: Files| files.iter().map(|(name, _)| *name).collect::<Vec<_>>();
    for (language, files) in LANGUAGES {
        assert_eq!(names(files), names(LANGUAGES[0].1), "{language}");
    }
}

/// Loads the first language with one file of it changed, and says how it was refused: file, line and key.
fn refused(file: &str, change: impl Fn(&str) -> String) -> (String, Option<usize>, Option<String>) {
    let (language, files) = LANGUAGES[0];
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let text = if *name == file { change(text) } else { text.to_string() };
        let path = folder.path().join(format!("{name}.toml"));
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    match Words::load(language, Some(folder.path())) {
        Err(Error::Words { file, line, key, .. }) => (file.display().to_string(), line, key),
        Err(other) => panic!("another fault: {other}"),
        Ok(_) => panic!("{file}.toml was taken as it is"),
    }
}

/// The number of the line that begins with `start`, from 1.
fn line_of(file: &str, start: &str) -> usize {
    let text = LANGUAGES[0].1.iter().find(|(name, _)| *name == file).unwrap().1;
    text.lines().position(|line| line.starts_with(start)).unwrap() + 1
}

fn without(text: &str, start: &str) -> String {
    let kept = text.lines().filter(|line| !line.starts_with(start));
    kept.map(|line| format!("{line}\n")).collect()
}

#[test]
fn a_copy_with_a_missing_key_is_refused_by_file() {
    let (file, line, _) = refused("danger", |text| without(text, "kindness = "));
    assert_eq!(file, "danger.toml");
    assert!(line.is_some());
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
    assert_eq!(key.as_deref(), Some("way.colour"));
}

#[test]
fn a_copy_with_a_broken_line_is_refused_by_line() {
    let (file, line, _) = refused("disclaimers", |text| text.replacen("three = \"", "three = ", 1));
    assert_eq!(
        (file.as_str(), line),
        ("disclaimers.toml", Some(line_of("disclaimers", "three =")))
    );
}
