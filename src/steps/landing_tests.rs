//! Where an answer lands when the list it belongs to is another one by then: at its own item, or nowhere.

use chrono::NaiveDate;

use super::*;
use crate::plan::{Answer, Attendee, List, TakesPart, Text};
use crate::prompt::{Prompter, Scripted, ScriptedReply};
use crate::session::{Outcome, Session, Stop};

/// Three attendees; the first of them has a name and no more.
fn three() -> (Plan, Id) {
    let mut plan = Plan::default();
    for name in ["Wren", "Alder", "Hazel"] {
        let id = plan.add(List::Attendees);
        plan.attendees[&id].name = Answer::Given(Text::new(name));
        plan.attendees[&id].takes_part = Answer::Given(TakesPart::Behind);
    }
    let wren = plan.attendees[0].id.clone();
    plan.attendees[&wren].takes_part = Answer::Unasked;
    (plan, wren)
}

/// Walks the open questions of one attendee; after the first answer was kept, `meanwhile` changes the plan.
fn walked(plan: &mut Plan, id: &Id, answers: Vec<ScriptedReply>, meanwhile: fn(&mut Plan)) -> Outcome {
    let words = crate::words::Words::load("en", None).unwrap();
    let mut script = Scripted::new(answers);
    let mut first = true;
    let mut keep = |plan: &mut Plan, _: &mut dyn Prompter| -> Result<(), Stop> {
        if std::mem::take(&mut first) {
            meanwhile(plan);
        }
        Ok(())
    };
    let mut session = Session::new(&mut script, &words, NaiveDate::default(), &mut keep);
    let list = item_lists().find(|list| list.list == List::Attendees).unwrap();
    let journey = Journey::of_item(list.section, list.questions, list.item(id), Tier::ThePlan);
    let begin = crate::journey::first_unsettled(&journey, plan).unwrap();
    let end = crate::journey::run(&journey, plan, &mut session, begin, &mut |_, _| None).unwrap();
    assert_eq!(script.unused(), 0);
    end
}

#[test]
fn an_answer_lands_at_the_item_it_was_asked_of_when_the_list_is_in_another_order_by_then() {
    let (mut plan, wren) = three();
    let answers = vec![
        ScriptedReply::PickLabel("Yes".into()),
        ScriptedReply::Pick(0),
        ScriptedReply::Tick(vec![0]),
    ];
    let end = walked(&mut plan, &wren, answers, |plan| plan.attendees.reverse());
    assert_eq!((end, plan.attendees[2].id == wren), (Outcome::Done, true));
    assert!(plan.attendees[&wren].parts.given().is_some());
    for other in &plan.attendees[..2] {
        assert!(other.parts.is_unasked() && other.adult.is_unasked());
    }
}

#[test]
fn of_an_item_that_is_gone_nothing_more_is_asked_and_nobody_else_gets_its_answers() {
    let (mut plan, wren) = three();
    let others: Vec<Attendee> = plan.attendees[1..].to_vec();
    let answers = vec![ScriptedReply::PickLabel("Yes".into())];
    let end = walked(&mut plan, &wren, answers, |plan| {
        plan.attendees.remove(0);
    });
    assert_eq!(end, Outcome::Done);
    assert!(*plan.attendees == others, "an answer of Wren's is at somebody else");
}

/// Every question of every list, the lines of a call among them: what is written is written to the one item that is
/// named, wherever it stands, and to none once it is gone.
#[test]
fn whatever_is_written_about_an_item_changes_that_item_and_no_other() {
    let item_of = |plan: &Plan, list: List, id: &Id| {
        let file = serde_json::to_value(plan).unwrap();
        let items = list.field().code().split('.').fold(&file, |at, key| &at[key]);
        items
            .as_array()
            .unwrap()
            .iter()
            .find(|it| it["id"] == id.as_str())
            .cloned()
    };
    for list in item_lists() {
        let call = call::questions::questions().filter(|_| list.list == List::Options);
        for question in list.questions.iter().chain(call) {
            let mut plan = Plan::default();
            let (first, second) = (plan.add(list.list), plan.add(list.list));
            let item = list.item(&first);
            let here = QuestionAt { question, item };
            let before = [item_of(&plan, list.list, &first), item_of(&plan, list.list, &second)];
            swap(&mut plan, list.list);
            question.kind.skip(&here, &mut plan, None);
            assert!(here.is_settled(&plan), "{:?}", question.field);
            assert_ne!(item_of(&plan, list.list, &first), before[0], "{:?}", question.field);
            assert_eq!(item_of(&plan, list.list, &second), before[1], "{:?}", question.field);
            plan.remove(list.list, &first);
            assert!(!here.is_asked(&plan, Tier::OnRequest), "{:?}", question.field);
            question.kind.skip(&here, &mut plan, None);
            question.kind.clear(&here, &mut plan);
            assert_eq!(item_of(&plan, list.list, &second), before[1], "{:?}", question.field);
        }
    }
}

/// The two items of a list change places.
fn swap(plan: &mut Plan, list: List) {
    let mut file = serde_json::to_value(&*plan).unwrap();
    let items = list.field().code().split('.').fold(&mut file, |at, key| &mut at[key]);
    items.as_array_mut().unwrap().reverse();
    *plan = serde_json::from_value(file).unwrap();
}
