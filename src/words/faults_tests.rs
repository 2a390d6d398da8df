//! Every error has a sentence, and no sentence keeps a gap.

use std::path::PathBuf;

use super::*;
use crate::error::{Damage, Fault, FaultKind, JsonKind, JsonPath, SyntaxKind};
use crate::plan::Plan;

fn words() -> Words {
    Words::load("en", None).unwrap()
}

fn path() -> PathBuf {
    "/a/plan\u{1b}[2J.json".into()
}

fn twice(path: &str) -> Damage {
    Damage::DuplicateKey {
        way: JsonPath(path.into()),
        before: 2,
        line: 3,
        column: 7,
    }
}

fn damages() -> Vec<Error> {
    let (line, column) = (3, 7);
    let syntax = |kind| Damage::Syntax { line, column, kind };
    let damages = [
        Damage::Empty,
        syntax(SyntaxKind::Truncated),
        syntax(SyntaxKind::TooDeep),
        syntax(SyntaxKind::Other),
        twice("attendees[1].name"),
        Damage::NotAPlan,
        Damage::Newer { format: 9 },
        Damage::NotText { line, column },
        Damage::Utf16,
        Damage::LongList { limit: 5, line, column },
        Damage::LongText { limit: 5, line, column },
        Damage::TooLarge { limit: 5 },
    ];
    damages
        .map(|damage| Error::Damaged { path: path(), damage })
        .into_iter()
        .collect()
}

fn refusals() -> impl Iterator<Item = Error> {
    use FileOperation::*;
    let kinds = [
        ErrorKind::StorageFull,
        ErrorKind::InvalidFilename,
        ErrorKind::NotADirectory,
        ErrorKind::Other,
    ];
    let doings = [
        Reading,
        ReadingPassphrase,
        Saving,
        MakingFolder,
        Comparing,
        SyncingFolder,
        Removing,
        WritingOutput,
    ];
    doings.into_iter().flat_map(move |what| {
        kinds.map(|kind| Error::Io {
            what,
            path: path(),
            kind,
        })
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
        Error::Missing(path()),
        Error::DeadLink(path()),
        Error::NotAFile(path()),
        Error::AlreadyThere(path()),
        Error::IsThePlan(path()),
        Error::Gone(path()),
        Error::ChangedUnderneath(path()),
        Error::BothKept {
            path: path(),
            ours: path(),
        },
        Error::InUse(path()),
        Error::LongPassphrase { path: path(), limit: 5 },
        Error::UntypablePassphrase(path()),
        Error::NoRoom { megabytes: 256 },
        Error::NoHome,
        Error::NoInput,
        Error::Unexpanded("~robin".into()),
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
    assert_eq!(placed.count(), 7);
}

#[test]
fn a_fault_names_its_answer_its_place_and_both_kinds() {
    let (words, kind) = (
        words(),
        FaultKind::WrongKind {
            found: JsonKind::Number,
            expected: Some(JsonKind::Text),
        },
    );
    let said = |path: &str, place| {
        let path = path.into();
        words.fault(&Fault { path, kind }, place, &Plan::default())
    };
    let told = said("attendees[1].name", Some((12, 5)));
    assert!(
        told.starts_with("Person 2, First name (attendees[1].name, line 12, column 5): "),
        "{told}"
    );
    assert!(told.contains("text") && told.contains("a number"), "{told}");
    let follow_up = said("afterwards.follow_ups[0].person.later", None);
    assert!(follow_up.starts_with("Follow-up 1, "), "{follow_up}");
    assert!(said("attendees[0]", None).starts_with("Person 1 (attendees[0]): "));
    assert!(said("tasks[3].done", None).starts_with("tasks[3].done: "));
    assert!(!said("a\u{1b}[2J", None).contains('\u{1b}'));
}

#[test]
fn a_key_that_stands_twice_is_named_as_a_person_says_it_or_as_it_stands_in_the_file() {
    let words = words();
    let told = |key: &str| {
        let damage = twice(key);
        words.error(&Error::Damaged { path: path(), damage }, "")
    };
    let known = told("attendees[1].name");
    assert!(
        known.contains(" Person 2, First name (attendees[1].name), at line 2 and "),
        "{known}"
    );
    assert!(told("attendees[1].nick").contains(" Person 2 (attendees[1].nick), "));
    assert!(told("shoe.size").contains(" shoe.size, "));
    // Whoever wrote the file chose the key: nothing in it steers the terminal, and it has an end.
    let odd = told(&format!("a\u{1b}[2J{}", ".b".repeat(5_000)));
    assert!(odd.contains(": a.b.b") && odd.len() < 400, "{odd}");
}

#[test]
fn a_file_in_the_place_of_a_folder_is_no_fault_of_the_disk() {
    for kind in [ErrorKind::NotADirectory, ErrorKind::AlreadyExists] {
        let error = Error::io(FileOperation::WritingOutput, "F".as_ref(), &kind.into());
        let said = words().error(&error, "sheet");
        assert!(
            said.contains("a file where a folder should be") && said.contains("--out"),
            "{said}"
        );
    }
}
