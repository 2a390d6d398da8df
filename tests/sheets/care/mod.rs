//! The sheets of care: calls, overdose, a first visit, a case discussion.

mod calls;
mod clinic;
mod overdose;
mod supervision;

use steadfast::sheets::Block;

use super::*;

/// A plan whose gate is closed.
fn closed(mut plan: Plan) -> Plan {
    plan.safety.heard.harm = Answer::Given(Harm::ByThem);
    plan
}

fn changed(mut plan: Plan, kind: Change) -> Plan {
    plan.visit.changes.push(ChangeNote { kind, on: today() });
    plan
}

fn compose(kind: Kind, plan: &Plan) -> Result<Page, Why> {
    super::page(kind, "", plan)
}

fn page(kind: Kind, plan: &Plan) -> Page {
    compose(kind, plan).unwrap_or_else(|why| panic!("{}: {why:?}", kind.code()))
}

fn said(kind: Kind, plan: &Plan) -> String {
    super::said(kind, "", plan)
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
    plan.treatment_options[0].name = text(&long);
    plan.treatment_options[0].what_happens_after = text(&long);
    plan.safety.overdose_roles = text(&long);
    plan.person.care_contact = text(&long);
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
