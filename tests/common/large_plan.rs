//! Plans with very much in them, for what measures how work grows.

use std::path::Path;

use chrono::NaiveDate;
use serde_json::{Value, json};
use steadfast::plan::LISTS;
use steadfast::prompt::Surroundings;
use steadfast::prompt::terminal_guard::ExitMessage;
use steadfast::{Exit, Now, World, run};

pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 16).expect("a day")
}

/// The example with `size` of everything, and for each person a task that is done.
pub fn file_of(size: usize, example: &Value) -> Value {
    let mut file = example.clone();
    let person = |number: usize| json!(format!("a{}", 1_000 + number));
    for (list, letter) in LISTS {
        let place = format!("/{}", list.replace('.', "/"));
        let written = example.pointer(&place).and_then(Value::as_array).expect("a list");
        let one = |number: usize| {
            let mut one = written[number % written.len()].clone();
            one["id"] = json!(format!("{letter}{}", 1_000 + number));
            for key in ["person", "researched_by", "speaker"] {
                if one.get(key).is_some() {
                    one[key] = person(number);
                }
            }
            if *letter == "a" {
                one["name"] = json!(format!("{} {number}", one["name"].as_str().unwrap_or_default()));
            }
            one
        };
        *file.pointer_mut(&place).expect("a list") = (0..size).map(one).collect();
    }
    file["day"]["order"] = (0..size).map(person).collect();
    let mark = |number| json!({"id": format!("save_lines.a{}", 1_000 + number), "done": "2026-11-10"});
    file["tasks"] = (0..size).map(mark).collect();
    file
}

/// What a command prints for the plan in this folder.
pub fn command(home: &Path, line: &str) -> Vec<u8> {
    let args = ["steadfast", "--today", "2026-11-16"]
        .into_iter()
        .chain(line.split(' '));
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let exit = run(World {
        args: args.map(Into::into).collect(),
        out: &mut out,
        err: &mut err,
        home: Some(home.into()),
        locale: None,
        around: Surroundings::default(),
        now: Now { date: today() },
        prompter: None,
        exit_message: ExitMessage::default(),
    });
    assert!(
        matches!(exit, Exit::Done | Exit::Found),
        "{line}: {}",
        String::from_utf8_lossy(&err)
    );
    out
}
