//! Every plan ever saved still opens, whole, and what a program does not know stays if it was.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use steadfast::error::{Damage, Error};
use steadfast::plan::{Answer, FORMAT, Gate, Id, LISTS, List, Plan, Text};
use steadfast::store::{Opened, Store};
use steadfast::tasks::{self, TaskKind};

/// Every plan that is kept here: one for each format, and more where a format grew.
fn old_plans() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/plans");
    let mut plans: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    plans.sort();
    plans
}

/// A copy of a plan in a folder of its own, and its text.
fn copy(of: &Path) -> (tempfile::TempDir, PathBuf, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.json");
    fs::copy(of, &path).unwrap();
    let text = fs::read_to_string(&path).unwrap();
    (folder, path, text)
}

fn open(path: &Path) -> (Store, Plan) {
    match Store::open::<Plan>(path, LISTS).unwrap() {
        (store, Opened::Found { plan, faults }) => {
            assert_eq!(faults, [], "{}", path.display());
            (store, plan)
        }
        (_, Opened::Missing) => panic!("{} is missing", path.display()),
    }
}

#[test]
fn there_is_an_old_plan_for_every_format() {
    for format in 1..=FORMAT {
        let begins = format!("{format}-");
        let there = old_plans()
            .iter()
            .any(|path| path.file_name().unwrap().to_string_lossy().starts_with(&begins));
        assert!(there, "keep a plan of format {format} under tests/plans/");
    }
}

#[test]
fn every_old_plan_opens_with_no_fault() {
    for path in old_plans() {
        let (_, plan) = open(&path);
        assert!(!plan.planner.name.words().is_empty(), "{}", path.display());
    }
}

#[test]
fn every_old_plan_is_written_back_as_it_was() {
    for old in old_plans() {
        let (_folder, path, before) = copy(&old);
        let (mut store, plan) = open(&path);
        store.save(&plan).unwrap();
        // An older one becomes one of today; nothing else of it changes.
        let now = before.replacen("\"format\": 1", &format!("\"format\": {FORMAT}"), 1);
        assert_eq!(fs::read_to_string(&path).unwrap(), now, "{}", old.display());
    }
}

#[test]
fn what_is_not_known_stays_where_it_was_when_an_answer_changes() {
    let first = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/plans/1-first.json");
    let (_folder, path, before) = copy(&first);
    let before = before.replacen("\"format\": 1", &format!("\"format\": {FORMAT}"), 1);
    let (mut store, mut plan) = open(&path);
    let name = plan.planner.name.words().to_string();
    plan.planner.name = steadfast::plan::Answer::Given(Text::new("Saffron"));
    store.save(&plan).unwrap();
    let after = fs::read_to_string(&path).unwrap();
    assert_eq!(
        after,
        before.replacen(&format!("\"name\": \"{name}\""), "\"name\": \"Saffron\"", 1)
    );
    assert_eq!(unknown(&after), unknown(&before));
    assert!(unknown(&after) >= 6, "the plan has unknown keys at several depths");
}

/// How many keys of the test's own stand in a plan.
fn unknown(text: &str) -> usize {
    fn count(value: &Value) -> usize {
        match value {
            Value::Object(object) => object
                .iter()
                .map(|(key, value)| usize::from(key.starts_with("zz_")) + count(value))
                .sum(),
            Value::Array(items) => items.iter().map(count).sum(),
            _ => 0,
        }
    }
    count(&serde_json::from_str(text).unwrap())
}

#[test]
fn a_plan_of_a_newer_format_is_refused_and_left_alone() {
    let first = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/plans/1-first.json");
    let (_folder, path, text) = copy(&first);
    let newer = text.replacen("\"format\": 1", &format!("\"format\": {}", FORMAT + 1), 1);
    fs::write(&path, &newer).unwrap();
    match Store::open::<Plan>(&path, LISTS) {
        Err(Error::Damaged { damage, .. }) => assert_eq!(damage, Damage::Newer { format: FORMAT + 1 }),
        Err(other) => panic!("another fault: {other}"),
        Ok(_) => panic!("a newer plan was opened"),
    }
    assert_eq!(fs::read_to_string(&path).unwrap(), newer);
}

#[test]
fn what_format_1_left_out_of_the_gate_is_read_with_care() {
    for (safety, gate) in [
        (r#"{"asked": ["person.recent"]}"#, Gate::AskFirst),
        (
            r#"{"asked": ["person.recent", "safety.harm", "safety.suicide"]}"#,
            Gate::Closed,
        ),
        (r#"{"gate": "closed", "asked": ["person.recent"]}"#, Gate::Closed),
        (r#"{"naloxone": "in_reach"}"#, Gate::AskFirst),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plan.json");
        fs::write(&path, format!("{{\"format\": 1, \"safety\": {safety}}}")).unwrap();
        assert_eq!(steadfast::readiness::gate(&open(&path).1), gate, "{safety}");
    }
}

#[test]
fn an_agreement_of_format_1_counts_only_once_it_is_known_that_they_were_told() {
    // Gate and agreement carry the same day: whatever came first, the plan is closed.
    let text = r#"{"format": 1, "changed": "2026-11-21", "safety": {"gate": "closed", "on": "2026-11-21", "means": "no",
        "asked": ["person.recent", "safety.harm", "safety.suicide"]}, "person": {"ages": "both_adults",
        "substances": ["heroin"], "recent": ["nothing"]}, "professionals": [{"id": "p1", "status": "have_one",
        "name": "Linden", "type": "doctor", "licence_checked": "yes", "agrees_meeting_is_safe": "yes",
        "agreed_on": "2026-11-21", "conditions": "nothing"}]}"#;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.json");
    fs::write(&path, text).unwrap();
    let (_, mut plan) = open(&path);
    assert_eq!(steadfast::readiness::gate(&plan), Gate::Closed);
    plan.professionals[0].knows_answers = steadfast::plan::Answer::Given(steadfast::plan::YesNo::Yes);
    let linden = plan.professionals[0].id.clone();
    plan.note_professional(steadfast::plan::Field::ProKnows, &linden);
    assert_eq!(steadfast::readiness::gate(&plan), Gate::Open);
}

/// What is done of a task, by whom.
fn done_by(plan: &Plan, kind: TaskKind) -> Vec<(String, bool)> {
    let today = chrono::NaiveDate::from_ymd_opt(2026, 11, 16).unwrap();
    let tasks = tasks::derive(plan, today);
    let task = tasks.iter().find(|task| task.kind == kind).unwrap();
    let shares = task.shares.iter();
    shares
        .map(|share| (plan.name_of(&share.person).unwrap(), share.done.is_some()))
        .collect()
}

#[test]
fn the_marks_of_an_old_plan_are_those_of_each_person_whatever_they_are_called_and_whoever_goes() {
    let old = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/plans/2-told.json");
    let (_folder, path, _) = copy(&old);
    let (mut store, mut plan) = open(&path);
    let who = |names: &[(&str, bool)]| {
        names
            .iter()
            .map(|(name, done)| (name.to_string(), *done))
            .collect::<Vec<_>>()
    };
    let others = [("Alder", false), ("Wren", false), ("Sorrel", false), ("Hazel", false)];
    assert_eq!(
        done_by(&plan, TaskKind::SaveLines),
        who(&[&[("Juniper", true)][..], &others].concat())
    );
    // Marked by each, as `done` does it.
    plan.task_record("save_lines.a1").done = plan.created;
    plan.planner.name = Answer::Given(Text::new("June"));
    for (id, name) in [("planner", "June"), ("a1", "Aldous")] {
        let one = plan.attendees.iter_mut().find(|one| one.id == Id::new(id)).unwrap();
        one.name = Answer::Given(Text::new(name));
    }
    plan.remove(List::Attendees, &Id::new("a2"));
    store.save(&plan).unwrap();
    let (_, plan) = open(&path);
    let left = [("June", true), ("Aldous", true), ("Sorrel", false), ("Hazel", false)];
    assert_eq!(done_by(&plan, TaskKind::SaveLines), who(&left));
    // With whoever is left to do it gone, it is done.
    let mut plan = plan;
    for id in ["a3", "a4"] {
        plan.remove(List::Attendees, &Id::new(id));
    }
    assert_eq!(done_by(&plan, TaskKind::SaveLines), who(&left[..2]));
}
