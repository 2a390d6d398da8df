//! A plan from elsewhere in which every text would steer the terminal: no command sends any of it there.

use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};

use super::*;
use crate::table::{self, OPENING, OTHERS};

/// Colour, a title, a bell, one letter that begins a sequence, what turns the reading direction, what is not seen.
const TAIL: &str = "\u{1b}[31m\u{1b}]0;t\u{7}\u{9b}1m\u{8}\u{7f}\u{85}\u{202e}\u{2066}\u{200b}\r\n\u{2028}z";

/// Which texts of the plan have the tail.
#[derive(Clone, Copy, PartialEq, Debug)]
enum Which {
    /// Those that may be anything: the rest is as it should be, so that every page can be made of it.
    Words,
    /// Every text that is there, codes and days as well.
    All,
}

/// A code, a day, a number of a telephone.
fn is_code(text: &str) -> bool {
    text.bytes()
        .all(|sign| sign.is_ascii_lowercase() || sign.is_ascii_digit() || b"_-:".contains(&sign))
}

/// Puts the tail behind each text. What refers to an id is changed as the id is.
fn steer(value: &mut Value, ids: &[String], which: Which) {
    match value {
        Value::Object(keys) => keys.values_mut().for_each(|value| steer(value, ids, which)),
        Value::Array(items) => items.iter_mut().for_each(|value| steer(value, ids, which)),
        Value::String(text) if which == Which::All || !is_code(text) || ids.contains(text) => text.push_str(TAIL),
        _ => {}
    }
}

fn ids(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(keys) => {
            found.extend(keys.get("id").and_then(Value::as_str).map(String::from));
            keys.values().for_each(|value| ids(value, found));
        }
        Value::Array(items) => items.iter().for_each(|value| ids(value, found)),
        _ => {}
    }
}

/// The example so changed; it knows of pages in files whose names are like this too.
fn plan(which: Which, page: &Path) -> Value {
    let mut plan: Value = serde_json::from_str(EXAMPLE).unwrap();
    let mut known = Vec::new();
    ids(&plan, &mut known);
    steer(&mut plan, &known, which);
    let reader = plan["attendees"][0]["id"].clone();
    let note = |sheet: &str, reader: Value| {
        let path = page.to_str().unwrap();
        json!({"sheet": sheet, "reader": reader, "on": "2026-11-20", "mark": TAIL, "path": path})
    };
    plan["printed"] = json!([
        note("plan", Value::Null),
        note("person", reader),
        note(&format!("of a newer program{TAIL}"), Value::Null),
        note("talk", json!(format!("nobody{TAIL}"))),
    ]);
    plan[format!("a_key{TAIL}")] = Value::Object(Map::from_iter([(TAIL.to_string(), TAIL.into())]));
    plan
}

/// What a terminal would obey, or a reader could not see.
fn steers(letter: char) -> bool {
    let unseen = matches!(
        letter,
        '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}' | '\u{feff}'
    );
    let turns = matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    unseen || turns || letter.is_control() && !['\n', '\t'].contains(&letter)
}

/// The first line of what was said that would steer a terminal.
fn steering(line: &str, said: &str) -> Option<String> {
    // In these two a line ends as their standards say, and a spreadsheet is told what letters are.
    let said = match line.starts_with("calendar") || line.starts_with("contacts") || line.ends_with("csv") {
        true => said.trim_start_matches('\u{feff}').replace("\r\n", "\n"),
        false => said.to_owned(),
    };
    said.split('\n').find(|line| line.contains(steers)).map(String::from)
}

/// A plan file in a folder of its own, with a version before it.
fn with_a_version(which: Which) -> (Home, PathBuf) {
    let home = Home::new();
    let page = home.file(&format!("page{TAIL}.txt"), "");
    let mut plan = plan(which, &page);
    let name = format!("plan{TAIL}.json");
    let path = home.file(&name, plan.to_string());
    let before = home.0.path().join(format!(".{name}.before"));
    fs::create_dir(&before).unwrap();
    plan["person"]["love"] = TAIL.into();
    fs::write(before.join("000001.json"), plan.to_string()).unwrap();
    (home, path)
}

#[test]
fn no_command_prints_anything_that_steers_a_terminal() {
    table::none_is_forgotten();
    // Through lists and pages, and where a word is wanted it is no word that removes anything.
    let typed: String = (0..60).map(|turn| format!("{}\n\n", turn % 6 + 1)).collect();
    let more = [
        "sheet all --out pages",
        "sheet talk --for 1",
        "sheet nothing",
        "call nobody",
        "forget nothing",
    ];
    for which in [Which::Words, Which::All] {
        let (mut told, mut faults) = (0, Vec::new());
        for line in OPENING.iter().chain(OTHERS).chain(&more) {
            let (home, path) = with_a_version(which);
            let mut args: Vec<OsString> = line.split_whitespace().map(OsString::from).collect();
            if let Some(pages) = args.iter_mut().find(|arg| *arg == "pages") {
                *pages = home.0.path().join(format!("pages{TAIL}")).into();
            }
            args.extend(["--plan".into(), path.into()]);
            let ran = home.run_with(args, &typed);
            assert!(ran.code.is_some(), "{line:?} {ran:?}");
            let found = [&ran.out, &ran.err].into_iter().filter_map(|said| steering(line, said));
            faults.extend(found.map(|found| format!("{line}: {found:?}")));
            told += usize::from((ran.out + &ran.err).contains('z'));
        }
        assert!(faults.is_empty(), "{which:?}: {faults:#?}");
        // The letter behind all that came through: the test would prove nothing if no text of the plan was printed.
        assert!(told > 20, "{told}");
    }
}
