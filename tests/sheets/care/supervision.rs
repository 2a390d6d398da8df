//! The page for a case discussion.

use chrono::Days;
use steadfast::plan::{Agrees, CodedChoice, Harm, List, Met, Recent, Substance, Suicide};

use super::*;

/// Every string of a plan, with the key it stands under.
fn strings(value: &serde_json::Value, key: &str, found: &mut Vec<(String, String)>) {
    match value {
        serde_json::Value::String(text) => found.push((key.into(), text.clone())),
        serde_json::Value::Array(items) => items.iter().for_each(|item| strings(item, key, found)),
        serde_json::Value::Object(keys) => keys.iter().for_each(|(key, item)| strings(item, key, found)),
        _ => {}
    }
}

#[test]
fn not_one_name_contact_or_word_that_was_typed_is_on_it() {
    for plan in [example(), closed(example()), changed(example(), Change::InCare)] {
        let text = said(SheetKind::Supervision, &plan);
        let mut typed = Vec::new();
        strings(&serde_json::to_value(&plan).unwrap(), "", &mut typed);
        // Codes and ids hold no space, and names may be one word.
        let typed = typed.into_iter().filter(|(key, text)| {
            !matches!(key.as_str(), "about" | "created" | "changed" | "on" | "id")
                && (key == "name" || text.contains([' ', '@']))
        });
        let found: Vec<_> = typed.filter(|(_, typed)| text.contains(typed.as_str())).collect();
        assert!(found.is_empty(), "{found:?}");
        for name in ["Robin", "Juniper", "Alder", "Wren", "Hazel", "Birch", "555", "EXAMPLE"] {
            assert!(!text.contains(name), "{name}");
        }
    }
}

#[test]
fn dates_are_weeks_from_the_day_or_from_the_beginning() {
    let mut plan = Plan {
        created: Some(today()),
        ..Plan::default()
    };
    let day = today() + Days::new(28);
    plan.add(List::Options);
    plan.treatment_options[0].soonest_start = Answer::Given((today() + Days::new(7)).into());
    assert!(said(SheetKind::Supervision, &plan).contains("1 week after the plan began"));
    plan.day.date = Answer::Given(day);
    assert!(said(SheetKind::Supervision, &plan).contains("3 weeks before the day"));
    plan.treatment_options[0].soonest_start = Answer::Given((day + Days::new(15)).into());
    assert!(said(SheetKind::Supervision, &plan).contains("2 weeks after the day"));
    plan.treatment_options[0].soonest_start = Answer::Given(day.into());
    let text = said(SheetKind::Supervision, &plan);
    assert!(text.contains("in the week of the day"));
    assert_eq!(text.matches("2026").count(), 1, "only the day it was printed");
}

#[test]
fn after_the_day_it_says_how_it_went_as_it_was_told_last() {
    let words = english();
    let line = |met: &Met| format!("{}: {}", words.pages.supervision.met, words.label(met));
    let told = |plan: &Plan| {
        let text = sheets::text(&page(SheetKind::Supervision, plan));
        let is_said = |met: &Met| text.lines().any(|said| said.trim() == line(met));
        Met::all().into_iter().filter(is_said).collect::<Vec<_>>()
    };
    let mut plan = example();
    assert_eq!(told(&plan), []);
    for met in Met::all() {
        plan.visit.met = Answer::Given(met.clone());
        plan.visit.met_day = plan.day.date.given().copied();
        assert_eq!(told(&plan), [met]);
    }
    assert_eq!(told(&closed(plan)), []);
}

#[test]
fn a_made_up_name_is_the_same_each_time() {
    let mut plan = Plan::default();
    plan.add(List::Attendees);
    plan.add(List::Attendees);
    plan.attendees[1].name = text("Quillon");
    let text = said(SheetKind::Supervision, &plan);
    assert!(
        text.matches("Supporter 2").count() > 1,
        "in the table and in what is missing: {text}"
    );
    assert!(!text.contains("Quillon"));
}

#[test]
fn no_reason_of_the_gate_can_be_read_from_it() {
    let with = |alter: &dyn Fn(&mut Plan)| {
        let mut plan = example();
        alter(&mut plan);
        said(SheetKind::Supervision, &plan)
    };
    let harm = with(&|plan| plan.safety.this_session.harm = Answer::Given(Harm::ByThem));
    let suicide = with(&|plan| plan.safety.this_session.suicide = Answer::Given(Suicide::Yes));
    assert_eq!(harm, suicide);
    let against = with(&|plan| plan.professionals[0].agrees_meeting_is_safe = Answer::Given(Agrees::Against));
    assert!(!against.contains("against"));
    assert!(
        !harm.contains("before the day") && !harm.contains("Supporter 2"),
        "nothing of a meeting: {harm}"
    );
    assert!(harm.contains("not agreed with a professional yet"));
    let stopping = with(&|plan| {
        plan.person.substances = Answer::Given(vec![Substance::Alcohol]);
        plan.person.recent = Answer::Given(vec![Recent::StoppingNow]);
    });
    assert!(!stopping.contains("nobody should stop them"), "{stopping}");
}

#[test]
fn what_was_typed_is_counted_for_the_one_who_prints() {
    assert_eq!(left(&page(SheetKind::Supervision, &Plan::default()), LeftOut::Kept), 0);
    assert!(left(&page(SheetKind::Supervision, &example()), LeftOut::Kept) > 50);
    assert_eq!(left(&page(SheetKind::Supervision, &example()), LeftOut::Closed), 0);
    assert!(left(&page(SheetKind::Supervision, &closed(example())), LeftOut::Closed) > 10);
}

#[test]
fn a_choice_of_a_newer_program_is_not_shown_since_it_may_be_anything() {
    let mut plan = example();
    plan.person.home = serde_json::from_value(serde_json::json!("with Quillon")).unwrap();
    assert!(!said(SheetKind::Supervision, &plan).contains("Quillon"));
}
