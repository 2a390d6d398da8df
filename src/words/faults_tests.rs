//! Every error has a sentence, and no sentence keeps a gap.

use std::path::PathBuf;

use super::*;

fn words() -> Words {
    Words::load("en", None).unwrap()
}

fn path() -> PathBuf {
    "/a/plan\u{1b}[2J.json".into()
}

fn damages() -> Vec<Error> {
    let (line, column) = (3, 7);
    let syntax = |kind| Damage::Syntax { line, column, kind };
    let damages = [
        Damage::Empty,
        syntax(SyntaxKind::Truncated),
        syntax(SyntaxKind::Other),
        Damage::DuplicateKey { line, column },
        Damage::NotAPlan,
        Damage::Newer { format: 9 },
        Damage::NotText { line, column },
        Damage::Utf16,
        Damage::TooLarge { limit: 5 },
    ];
    damages
        .map(|damage| Error::Damaged { path: path(), damage })
        .into_iter()
        .collect()
}

fn refusals() -> impl Iterator<Item = Error> {
    use What::*;
    let kind = ErrorKind::StorageFull;
    [Reading, Saving, MakingFolder, Comparing, Settling, Removing, Giving]
        .into_iter()
        .map(move |what| Error::Io {
            what,
            path: path(),
            kind,
        })
}

fn browser_faults() -> impl Iterator<Item = Error> {
    use BrowserFault::*;
    let what = [NotStarted(ErrorKind::Other), TooLong { seconds: 60 }, NoPage];
    what.into_iter().map(|what| Error::Browser { path: path(), what })
}

fn words_faults() -> impl Iterator<Item = Error> {
    use WordsFault::*;
    let misfit = Misfit { message: "m".into() };
    let harmful = Harmful { word: "w".into() };
    [
        NoFile, Unreadable, NoLanguage, misfit, MissingKey, UnknownKey, Protected, Contact, harmful,
    ]
    .into_iter()
    .map(|what| Error::Words {
        file: path(),
        line: Some(3),
        key: Some("k".into()),
        what,
    })
}

#[test]
fn no_sentence_keeps_a_gap_and_none_is_bare() {
    let words = words();
    let others = [
        Error::Missing { path: path() },
        Error::DeadLink { path: path() },
        Error::NotAFile { path: path() },
        Error::NoHome,
        Error::Terminal(ErrorKind::Other.into()),
        Error::NoBrowser { named: None },
        Error::NoBrowser { named: Some(path()) },
    ];
    let all = damages()
        .into_iter()
        .chain(refusals())
        .chain(words_faults())
        .chain(browser_faults());
    for error in all.chain(others) {
        let said = words.error(&error, "steadfast");
        assert!(!said.contains(['{', '}', '\u{1b}']), "{said}");
        assert!(said.len() > 30, "{said}");
    }
}

#[test]
fn damage_is_told_with_its_place() {
    let words = words();
    let told = damages().into_iter().map(|error| words.error(&error, ""));
    let placed = told.filter(|said| said.contains("line 3") && said.contains("column 7"));
    assert_eq!(placed.count(), 4);
}

#[test]
fn a_fault_names_its_path_and_both_kinds() {
    let said = words().fault(&Fault {
        path: "attendees[1].name".into(),
        kind: FaultKind::WrongKind {
            found: Kind::Number,
            expected: Some(Kind::Text),
        },
    });
    assert!(said.starts_with("attendees[1].name: "), "{said}");
    assert!(said.contains("text") && said.contains("a number"), "{said}");
}
