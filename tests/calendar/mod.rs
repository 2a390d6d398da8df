//! The calendar, read by a parser that has nothing to do with the one who wrote it: PyPI `icalendar`, which `.ci/run`
//! installs. If it is missing each test says so and passes.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use assert_cmd::Command as Program;
use serde_json::{Value, json};

const EXAMPLE: &str = include_str!("../../prompts/en/example.json");

/// What an event may have: always, and where it takes a whole day. Nothing else may be there.
const ALWAYS: [&str; 7] = ["CLASS", "DTEND", "DTSTAMP", "DTSTART", "SEQUENCE", "SUMMARY", "UID"];
const ALL_DAY: &str = "TRANSP";
const PLAIN: [&str; 2] = ["DESCRIPTION", "LOCATION"];

/// The Python that `.ci/run` made, if it did.
fn python() -> Option<PathBuf> {
    let tools = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/tools/calendar");
    let found = ["bin/python3", "Scripts/python.exe"].map(|name| tools.join(name));
    let python = found.into_iter().find(|path| path.exists());
    if python.is_none() {
        eprintln!(
            "skipped: no parser of calendars under {}; .ci/run installs one",
            tools.display()
        );
    }
    python
}

/// What the other parser found.
struct Read(Value);

impl Read {
    fn of(python: &Path, calendar: &[u8]) -> Read {
        use std::io::Write;
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/calendar/read.py");
        let mut child = Command::new(python)
            .arg(script)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(calendar).unwrap();
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        Read(serde_json::from_slice(&output.stdout).unwrap())
    }

    /// Sound as a file, and nothing in it but what belongs there.
    #[track_caller]
    fn holds_only(&self, beside: &[&str]) {
        let whole = &self.0;
        assert_eq!((&whole["bare"], &whole["ends"]), (&json!(0), &json!(true)), "CRLF only");
        assert!(whole["longest"].as_u64().unwrap() <= 75);
        assert_eq!(whole["zones"], json!([]));
        assert_eq!(
            names(&whole["calendar"]),
            BTreeSet::from(["CALSCALE", "PRODID", "VERSION"])
        );
        assert_eq!(
            (&whole["calendar"]["missing"], &whole["calendar"]["errors"]),
            (&json!([]), &json!([]))
        );
        for part in self.parts() {
            assert_eq!((&part["kind"], &part["inside"]), (&json!("VEVENT"), &json!([])));
            assert_eq!((&part["missing"], &part["errors"]), (&json!([]), &json!([])));
            let mut owed = BTreeSet::from(ALWAYS);
            if first(part, "DTSTART").len() == "2026-11-21".len() {
                owed.insert(ALL_DAY);
            }
            let there = names(part);
            assert!(owed.is_subset(&there), "{part}");
            assert!(there.difference(&owed).all(|name| beside.contains(name)), "{part}");
            let once = part["properties"].as_object().unwrap().values();
            assert!(
                once.clone().all(|values| values.as_array().unwrap().len() == 1),
                "{part}"
            );
            assert_eq!(first(part, "CLASS"), "PRIVATE");
            assert!(first(part, "DTEND") > first(part, "DTSTART"));
        }
        assert_eq!(self.starts().len(), self.parts().len(), "no UID stands twice");
    }

    fn parts(&self) -> &Vec<Value> {
        self.0["parts"].as_array().unwrap()
    }

    /// The start of each event by its UID.
    fn starts(&self) -> BTreeMap<String, String> {
        let pair = |part| (first(part, "UID").to_string(), first(part, "DTSTART").to_string());
        self.parts().iter().map(pair).collect()
    }

    /// The one event with a time: the meeting.
    #[track_caller]
    fn meeting(&self) -> &Value {
        let timed = |part: &&Value| first(part, "DTSTART").contains('T');
        let found: Vec<&Value> = self.parts().iter().filter(timed).collect();
        assert_eq!(found.len(), 1);
        found[0]
    }
}

fn names(component: &Value) -> BTreeSet<&str> {
    let properties = component["properties"].as_object().unwrap();
    properties.keys().map(String::as_str).collect()
}

fn first<'a>(component: &'a Value, name: &str) -> &'a str {
    component["properties"][name][0]["is"].as_str().unwrap_or_default()
}

/// A plan of its own, and the program on it.
struct Home(tempfile::TempDir);

impl Home {
    fn new() -> Home {
        Home::with(EXAMPLE)
    }

    fn with(plan: &str) -> Home {
        let home = Home(tempfile::tempdir().unwrap());
        fs::write(home.plan(), plan).unwrap();
        home
    }

    fn plan(&self) -> PathBuf {
        self.0.path().join("plan.json")
    }

    fn change(&self, change: impl FnOnce(&mut Value)) {
        let mut plan = serde_json::from_str(&fs::read_to_string(self.plan()).unwrap()).unwrap();
        change(&mut plan);
        fs::write(self.plan(), plan.to_string()).unwrap();
    }

    fn calendar(&self, options: &[&str]) -> Vec<u8> {
        let mut program = Program::cargo_bin("steadfast").unwrap();
        program.env_clear().env("STEADFAST_HOME", self.0.path());
        let line = ["--today", "2026-11-21", "calendar"];
        let ran = program.args(line).args(options).assert().success();
        ran.get_output().stdout.clone()
    }
}

#[test]
fn the_examples_calendar_is_read_and_holds_only_what_belongs_there() {
    let Some(python) = python() else { return };
    let home = Home::new();
    let neutral = Read::of(&python, &home.calendar(&[]));
    neutral.holds_only(&[]);
    assert!(neutral.parts().len() > 30);
    let titles: BTreeSet<_> = neutral.parts().iter().map(|part| first(part, "SUMMARY")).collect();
    // "To do" with the number of the printed list, which says nothing more.
    let numbered = |title: &str| {
        title
            .strip_prefix("To do ")
            .is_some_and(|number| number.parse::<u16>().is_ok())
    };
    let others: Vec<_> = titles.iter().filter(|title| !numbered(title)).collect();
    assert_eq!(others.len(), 1, "{titles:?}");
    let plain = Read::of(&python, &home.calendar(&["--plain-titles"]));
    plain.holds_only(&PLAIN);
    assert_eq!(plain.starts(), neutral.starts());
}

#[test]
fn a_meeting_that_moves_keeps_its_uids_and_grows_its_number() {
    let Some(python) = python() else { return };
    let home = Home::new();
    let first_time = home.calendar(&[]);
    assert_eq!(home.calendar(&[]), first_time, "the same plan, the same bytes");
    let before = Read::of(&python, &first_time);
    home.change(|plan| plan["day"]["date"] = "2027-01-16".into());
    let after = Read::of(&python, &home.calendar(&[]));
    after.holds_only(&[]);
    let (was, is) = (before.starts(), after.starts());
    assert_eq!(was.keys().collect::<Vec<_>>(), is.keys().collect::<Vec<_>>());
    let moved = was.iter().filter(|(uid, start)| is[*uid] != **start).count();
    assert!(moved > 30, "{moved}");
    assert_eq!(first(after.meeting(), "DTSTART"), "2027-01-16T10:00:00");
    let number = |of: &Read| first(of.meeting(), "SEQUENCE").parse::<u32>().unwrap();
    assert!(number(&after) > number(&before));
}

#[test]
fn the_hour_stays_across_a_change_to_daylight_saving_time_and_back() {
    let Some(python) = python() else { return };
    let home = Home::new();
    // The days before, of and after the change in the United States, in Europe, and back.
    for change in ["2027-03-14", "2027-03-28", "2027-10-31", "2027-11-07"] {
        let change: chrono::NaiveDate = change.parse().unwrap();
        for day in [change.pred_opt().unwrap(), change, change.succ_opt().unwrap()] {
            home.change(|plan| plan["day"]["date"] = day.to_string().into());
            let read = Read::of(&python, &home.calendar(&[]));
            let meeting = read.meeting();
            assert_eq!(first(meeting, "DTSTART"), format!("{day}T10:00:00"));
            assert_eq!(
                meeting["properties"]["DTSTART"][0]["zone"],
                Value::Null,
                "a time of no zone"
            );
            assert!(
                read.parts()
                    .iter()
                    .any(|part| first(part, "DTSTART") == day.to_string())
            );
        }
    }
}

#[test]
fn a_closed_plan_has_no_meeting_in_it() {
    let Some(python) = python() else { return };
    let home = Home::new();
    home.change(|plan| plan["safety"]["gate"] = "closed".into());
    home.change(|plan| plan["professionals"][0]["agreed_on"] = Value::Null);
    let read = Read::of(&python, &home.calendar(&["--plain-titles"]));
    read.holds_only(&PLAIN);
    let days: Vec<_> = read.parts().iter().map(|part| first(part, "DTSTART")).collect();
    assert_eq!(days, ["2026-12-08"], "only the appointment");
}

#[test]
fn a_hostile_plan_adds_no_property_and_no_component() {
    let Some(python) = python() else { return };
    let nasty = "x\r\nATTENDEE:mailto:x@example.org\r\nBEGIN:VALARM\nX-A:1\rX-B;C=\"d\":1\u{85}X-C:1\u{2028}X-D:1";
    let odd = "\u{1B}[31m\u{1B}]0;t\u{7}\u{202E}\u{200B}\"q\"; a, b\\ : \\n \u{1F469}\u{200D}\u{1F467}";
    let long = format!("{odd}{}", "é, ".repeat(300));
    for text in [nasty, odd, &long] {
        let home = Home::with(&hostile(text));
        let neutral = Read::of(&python, &home.calendar(&[]));
        neutral.holds_only(&[]);
        let plain = Read::of(&python, &home.calendar(&["--plain-titles"]));
        plain.holds_only(&PLAIN);
        let tame = Read::of(&python, &Home::with(&hostile("x")).calendar(&[]));
        assert_eq!(neutral.parts().len(), tame.parts().len());
        assert_eq!(plain.parts().len(), tame.parts().len());
        assert!(!plain.0.to_string().contains(['\u{1B}', '\u{202E}']));
    }
}

/// The example with this text wherever a family types one, and as the ids of its own task.
fn hostile(text: &str) -> String {
    fn fill(value: &mut Value, text: &str) {
        match value {
            Value::String(was) if was.contains(' ') => *was = text.into(),
            Value::Array(all) => all.iter_mut().for_each(|value| fill(value, text)),
            Value::Object(keys) => keys.values_mut().for_each(|value| fill(value, text)),
            _ => {}
        }
    }
    let mut plan: Value = serde_json::from_str(EXAMPLE).unwrap();
    fill(&mut plan, text);
    for name in ["planner", "person"] {
        plan[name]["name"] = text.into();
    }
    for one in plan["professionals"].as_array_mut().unwrap() {
        one["name"] = text.into();
    }
    let own = json!({"id": text, "text": text, "due": "2026-12-01"});
    plan["tasks"].as_array_mut().unwrap().extend([own.clone(), own]);
    plan.to_string()
}
