//! The sheets of care: calls, overdose, a first visit, a case discussion.

mod calls;
mod clinic;
mod overdose;
mod supervision;

use super::*;

/// A plan whose gate is closed.
fn closed(mut plan: Plan) -> Plan {
    plan.safety.this_session.harm = Answer::Given(Harm::ByThem);
    plan
}

fn changed(mut plan: Plan, kind: Change) -> Plan {
    plan.visit.changes.push(ChangeNote { kind, on: today() });
    plan
}

fn compose(kind: SheetKind, plan: &Plan) -> Result<Page, WhyMissing> {
    super::page(kind, "", plan)
}

fn page(kind: SheetKind, plan: &Plan) -> Page {
    compose(kind, plan).unwrap_or_else(|why| panic!("{}: {why:?}", kind.code()))
}

fn said(kind: SheetKind, plan: &Plan) -> String {
    super::said(kind, "", plan)
}

const CARE: [SheetKind; 4] = [
    SheetKind::Calls,
    SheetKind::Overdose,
    SheetKind::Clinic,
    SheetKind::Supervision,
];

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
            let first = page.blocks.first().unwrap();
            // A call begins with whom to call.
            assert!(match first {
                Block::Summary { lines, .. } => !lines.is_empty(),
                Block::Steps { steps, .. } => !steps.is_empty(),
                Block::Numbers { .. } | Block::Heading(_) => kind == SheetKind::Calls,
                _ => false,
            });
            assert!(!page.title.contains("Robin"));
        }
        assert_eq!(
            compose(kind, &changed(example(), Change::Died)).err(),
            Some(WhyMissing::Died),
            "{}",
            kind.code()
        );
    }
}

#[test]
fn what_was_said_of_safety_changes_no_sheet_of_care() {
    use steadfast::plan::{Means, Recent, Suicide, YesNo};
    for kind in [SheetKind::Calls, SheetKind::Overdose, SheetKind::Clinic] {
        let plan = example();
        let mut told = plan.clone();
        told.safety.this_session.harm = Answer::Given(Harm::BothWays);
        told.safety.this_session.suicide = Answer::Given(Suicide::Yes);
        told.safety.this_session.pregnant = Answer::Given(YesNo::Yes);
        told.safety.saved = told.safety.this_session.clone();
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
    for kind in [SheetKind::Calls, SheetKind::Overdose, SheetKind::Clinic] {
        let text = sheets::text(&page(kind, &plan));
        assert!(text.contains("日本語"), "{}", kind.code());
        assert!(
            text.lines().all(|line| steadfast::text::width(line) <= 80),
            "{}",
            kind.code()
        );
    }
    assert!(!said(SheetKind::Supervision, &plan).contains("日本語"));
}
