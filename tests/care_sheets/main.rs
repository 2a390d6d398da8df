//! What each sheet holds and leaves out, for plans of every kind. Prose stands in the golden pages.

mod calls;
mod clinic;
mod overdose;
mod supervision;

use chrono::NaiveDate;
use steadfast::plan::{Answer, Change, ChangeNote, Harm, Plan, Text};
use steadfast::sheets::{self, Block, Kind, LeftOut, Page, Why};
use steadfast::words::Words;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 16).unwrap()
}

fn english() -> Words {
    Words::load("en", None).unwrap()
}

fn example() -> Plan {
    serde_json::from_str(include_str!("../../prompts/en/example.json")).unwrap()
}

/// A plan whose gate is closed.
fn closed(mut plan: Plan) -> Plan {
    plan.safety.heard.harm = Answer::Given(Harm::ByThem);
    plan
}

fn changed(mut plan: Plan, kind: Change) -> Plan {
    plan.visit.changes.push(ChangeNote { kind, on: today() });
    plan
}

fn given(text: &str) -> Answer<Text> {
    Answer::Given(Text::new(text))
}

fn compose(kind: Kind, plan: &Plan) -> Result<Page, Why> {
    sheets::compose(kind, None, plan, &english(), today())
}

fn page(kind: Kind, plan: &Plan) -> Page {
    compose(kind, plan).unwrap_or_else(|why| panic!("{}: {why:?}", kind.code()))
}

/// The page as text, its lines joined, so that a sentence is found whatever its breaks.
fn said(kind: Kind, plan: &Plan) -> String {
    let text = sheets::text(&page(kind, plan));
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn left(page: &Page, why: LeftOut) -> usize {
    page.left_out
        .iter()
        .filter(|(known, _)| *known == why)
        .map(|(_, n)| n)
        .sum()
}

const CARE: [Kind; 4] = [Kind::Calls, Kind::Overdose, Kind::Clinic, Kind::Supervision];

#[test]
fn the_sheets_of_care_stay_whatever_the_gate_says_and_only_a_death_takes_them() {
    for kind in CARE {
        for plan in [
            Plan::default(),
            example(),
            closed(example()),
            changed(example(), Change::InJail),
        ] {
            let page = page(kind, &plan);
            assert!(matches!(page.blocks.first(), Some(Block::Summary { lines, .. }) if !lines.is_empty()));
            assert!(!page.title.contains("Robin"));
        }
        assert_eq!(
            compose(kind, &changed(example(), Change::Died)).err(),
            Some(Why::Died),
            "{}",
            kind.code()
        );
    }
}

#[test]
fn what_was_said_of_safety_changes_no_sheet_of_care() {
    use steadfast::plan::{Means, Recent, Suicide, YesNo};
    for kind in [Kind::Calls, Kind::Overdose, Kind::Clinic] {
        let plan = example();
        let mut told = plan.clone();
        told.safety.heard.harm = Answer::Given(Harm::BothWays);
        told.safety.heard.suicide = Answer::Given(Suicide::Yes);
        told.safety.heard.pregnant = Answer::Given(YesNo::Yes);
        told.safety.told = told.safety.heard.clone();
        told.safety.means = Answer::Given(Means::Gun);
        told.person.recent = Answer::Given(vec![Recent::Overdose, Recent::Alone, Recent::StoppingNow]);
        assert_eq!(said(kind, &plan), said(kind, &told), "{}", kind.code());
    }
}

#[test]
fn any_letters_and_any_length_are_drawn() {
    let mut plan = example();
    let long = "Łódź 日本語 עברית مرحبا ".repeat(80);
    plan.treatment_options[0].name = given(&long);
    plan.treatment_options[0].what_happens_after = given(&long);
    plan.safety.overdose_roles = given(&long);
    plan.person.care_contact = given(&long);
    for kind in [Kind::Calls, Kind::Overdose, Kind::Clinic] {
        let text = sheets::text(&page(kind, &plan));
        assert!(text.contains("日本語"), "{}", kind.code());
        assert!(
            text.lines().all(|line| steadfast::text::width(line) <= 80),
            "{}",
            kind.code()
        );
    }
    assert!(!said(Kind::Supervision, &plan).contains("日本語"));
}
