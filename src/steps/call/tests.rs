use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::*;
use crate::plan::{Checked, Field, Known, RedFlag, SoonestStart, Substance};
use crate::prompt::{Action, PromptKind, PromptSeen, Scripted, ScriptedReply};
use crate::session::Destination;
use crate::steps;

#[path = "next_tests.rs"]
mod next;

fn words() -> Words {
    Words::load("en", None).unwrap()
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 21).unwrap()
}

/// A plan with so many options, each with a name.
fn options(count: usize) -> Plan {
    let mut plan = Plan::default();
    for at in 0..count {
        let id = plan.add(List::Options);
        plan.treatment_options[&id].name = Answer::Given(Text::new(&format!("Place {at}")));
    }
    plan
}

fn example(words: &Words) -> Plan {
    serde_json::from_str(words.example).unwrap()
}

/// The first of them.
fn first(plan: &Plan) -> Id {
    plan.treatment_options[0].id.clone()
}

/// Runs a call with these answers; how it ended, what was said and asked, and how many answers were left over.
fn called(plan: &mut Plan, answers: Vec<ScriptedReply>) -> (Result<Outcome, Destination>, Vec<PromptSeen>, usize) {
    let words = words();
    let mut script = Scripted::new(answers);
    let mut keep = |_: &mut Plan, _: &mut dyn crate::prompt::Prompter| Ok(());
    let mut session = Session::new(&mut script, &words, today(), &mut keep);
    let end = call(plan, &first(plan), &mut session).map_err(Stop::destination);
    assert!(session.call_script.is_none());
    (end, script.transcript().to_vec(), script.unused())
}

fn ids(seen: &[PromptSeen]) -> Vec<&str> {
    seen.iter()
        .filter(|s| s.kind != PromptKind::Say)
        .map(|s| s.id.as_str())
        .collect()
}

fn skip() -> ScriptedReply {
    ScriptedReply::Action(Action::Skip)
}

fn line(text: &str) -> ScriptedReply {
    ScriptedReply::Line(text.into())
}

fn here(field: Field, plan: &Plan) -> QuestionAt {
    QuestionAt {
        question: questions::question(field).unwrap(),
        item: item(&first(plan)),
    }
}

#[test]
fn the_call_has_the_order_of_a_real_one_and_each_question_its_spoken_words() {
    let words = words();
    let fields: Vec<Field> = questions::questions().map(|question| question.field).collect();
    let once: BTreeSet<&str> = fields.iter().map(|field| field.code()).collect();
    assert_eq!(
        once.len(),
        crate::plan::call::every_field().count(),
        "asked twice, or not at all"
    );
    // The treatment for what is used is asked in the words of each thing that is.
    let of_use = |key: &&str| !key.starts_with(&format!("{}.", Field::OptSuited.code()));
    let mut said: BTreeSet<&str> = words.call.say.keys().filter(of_use).collect();
    said.insert(Field::OptSuited.code());
    assert_eq!(once, said, "every question has its spoken words, and no other");
    // Open? Who must call? How is it paid? Medicine, and may they keep it? What comes first? Who was on the phone?
    let order = [
        Field::OptOpen,
        Field::OptWhoCalls,
        Field::OptNetwork,
        Field::OptMedication,
        Field::OptContinues,
        Field::OptMustFirst,
        Field::OptIfMissed,
        Field::OptSpokeWith,
        Field::OptVisits,
    ];
    let at = order.map(|field| fields.iter().position(|one| *one == field).unwrap());
    assert!(at.is_sorted(), "{at:?}");
    assert!(
        questions::BEFORE
            .iter()
            .all(|field| questions::question(*field).is_some())
    );
}

#[test]
fn a_whole_call_puts_every_ask_once_and_says_how_to_end() {
    let mut plan = options(1);
    plan.person.insurance = Answer::Given(Known::Yes);
    // One of the two on treatment is put: what is used decides which. Whether they take children is not.
    let count = questions::questions().count() - 2;
    let mut answers = vec![ScriptedReply::Pick(1)];
    answers.extend(vec![skip(); count]);
    answers.push(ScriptedReply::Enter);
    let (end, seen, left) = called(&mut plan, answers);
    assert_eq!((end, left), (Ok(Outcome::Done), 0));
    let asked = ids(&seen);
    assert_eq!(
        asked[..3],
        [
            "call.length",
            "treatment_options.takes_new_people",
            "treatment_options.who_must_call"
        ]
    );
    assert_eq!(asked.len(), count + 2);
    assert_eq!(asked.iter().collect::<BTreeSet<_>>().len(), count + 2);
    assert_eq!(plan.treatment_options[0].date_checked, Answer::Given(today()));
}

#[test]
fn what_has_no_room_is_not_asked() {
    let mut plan = options(1);
    plan.person.insurance = Answer::Given(Known::No);
    plan.treatment_options[0].medication_offered = Answer::Given(Checked::No);
    let (_, seen, _) = called(&mut plan, [vec![ScriptedReply::Pick(1)], vec![skip(); 60]].concat());
    for field in [
        Field::OptNetwork,
        Field::OptPreauth,
        Field::OptSuited,
        Field::OptMedications,
        Field::OptContinues,
    ] {
        assert!(!ids(&seen).contains(&field.code()), "{field:?}");
    }
}

#[test]
fn left_in_the_middle_it_goes_on_with_the_same_person_where_it_stopped() {
    let mut plan = options(1);
    let answers = vec![ScriptedReply::Pick(1), skip(), line("the family")];
    let (end, seen, _) = called(&mut plan, answers);
    assert_eq!(
        (end, *ids(&seen).last().unwrap()),
        (Err(Destination::Leave), "treatment_options.soonest_start")
    );
    let answers = vec![ScriptedReply::Pick(0), ScriptedReply::Pick(1), line("walk-in")];
    let (_, seen, _) = called(&mut plan, answers);
    assert_eq!(
        ids(&seen)[..3],
        ["call.who", "call.length", "treatment_options.soonest_start"],
        "what was left with the same person stays left"
    );
    assert!(seen[0].ask.contains(words().call.somebody));
}

#[test]
fn with_somebody_else_or_on_another_day_what_was_left_is_asked_again() {
    let mut plan = options(1);
    let option = &mut plan.treatment_options[0];
    option.spoke_with = Answer::Given(Text::new("Fern"));
    option.reference_number = Answer::Given(Text::new("R-7"));
    option.takes_new_people = Answer::Given(Checked::NotAsked);
    option.who_must_call = Answer::Left;
    option.date_checked = Answer::Given(today());
    let mut other = plan.clone();
    let whole = ScriptedReply::Pick(1);
    let answers = vec![ScriptedReply::Pick(1), whole.clone(), skip(), skip()];
    let (_, seen, _) = called(&mut other, answers);
    assert!(seen[0].ask.contains("Fern"));
    assert_eq!(
        ids(&seen)[2..4],
        ["treatment_options.takes_new_people", "treatment_options.who_must_call"]
    );
    let option = &other.treatment_options[0];
    assert!(option.spoke_with.is_unasked() && option.reference_number.is_unasked());
    let notes = option.notes.words();
    assert!(notes.contains("Fern") && notes.contains("R-7"), "{notes}");
    plan.treatment_options[0].date_checked = Answer::Given(today() - chrono::Days::new(1));
    let (_, seen, _) = called(&mut plan, vec![whole]);
    assert_eq!(ids(&seen), ["call.length", "treatment_options.takes_new_people"]);
    assert!(plan.treatment_options[0].takes_new_people.is_unasked());
}

// Holds R-55
#[test]
fn r_55_on_the_phone_each_thing_that_is_used_has_its_own_question() {
    let words = words();
    let mut plan = options(1);
    let asked = |plan: &Plan| -> Vec<(Field, String)> {
        let stands = questions::questions().map(|q| here(q.field, plan)).filter(|one| {
            let treatment = [Field::OptMedication, Field::OptMedications, Field::OptSuited];
            treatment.contains(&one.question.field) && one.is_asked(plan, Tier::OnRequest)
        });
        let said = |one: QuestionAt| words.call.sentence_for(one.question.field, plan).unwrap().to_string();
        stands.map(|one| (one.question.field, said(one))).collect()
    };
    for (used, says) in [
        (vec![Substance::Alcohol], "naltrexone or acamprosate"),
        (vec![Substance::Meth], "contingency management"),
        (vec![Substance::Benzodiazepines], "slow taper"),
        (vec![Substance::Alcohol, Substance::Cocaine], "each of these"),
    ] {
        plan.person.substances = Answer::Given(used);
        let found = asked(&plan);
        assert_eq!(found.len(), 1);
        assert!(found[0].0 == Field::OptSuited && found[0].1.contains(says), "{found:?}");
        assert!(words.call.listen_for(Field::OptSuited, &plan).is_some());
        let open: Vec<Field> = crate::plan::call::missing(&plan, &plan.treatment_options[0]).collect();
        assert!(open.contains(&Field::OptSuited));
        let question = words.question(Field::OptSuited);
        for said in [question.ask(&plan), question.why(&plan), question.help(&plan)] {
            assert!(!said.contains("methadone") && !said.contains("buprenorphine"), "{said}");
        }
    }
    plan.person.substances = Answer::Given(vec![Substance::Alcohol, Substance::Heroin]);
    let fields: Vec<Field> = asked(&plan).into_iter().map(|(field, _)| field).collect();
    assert_eq!(fields, [Field::OptMedication, Field::OptMedications]);
}

#[test]
fn red_flags_are_named_when_they_are_heard() {
    let mut plan = options(1);
    let before = questions::questions().take_while(|q| q.field != Field::OptRedFlags);
    let not_put = [Field::OptSuited, Field::OptYoung];
    let before = before.filter(|q| !not_put.contains(&q.field)).count();
    let mut answers = vec![ScriptedReply::Pick(1)];
    answers.extend(vec![skip(); before]);
    answers.push(ScriptedReply::Tick(vec![0]));
    let words = words();
    let mut script = Scripted::new(answers);
    let mut keep = |_: &mut Plan, _: &mut dyn crate::prompt::Prompter| Ok(());
    let mut session = Session::new(&mut script, &words, today(), &mut keep);
    session.call_script = Some(questions::SCRIPT);
    for field in [Field::OptDueDayOne, Field::OptRedFlags] {
        let prompt = here(field, &plan).prompt(&plan, &mut session);
        let above: Vec<&str> = prompt.above.iter().map(|said| said.text.as_str()).collect();
        assert!(above.contains(&words.call.listen[field.code()]), "{above:?}");
        assert!(above[0].contains(words.call.say[field.code()]));
    }
    session.call_script = None;
    assert!(
        here(Field::OptDueDayOne, &plan)
            .prompt(&plan, &mut session)
            .above
            .is_empty()
    );
    let id = first(&plan);
    let ended = call(&mut plan, &id, &mut session).map_err(Stop::destination);
    assert_eq!(ended, Err(Destination::Leave));
    assert!(plan.treatment_options[0].red_flags_noticed.is(&vec![RedFlag::Gifts]));
}

#[test]
fn options_stand_three_at_a_time_in_80_columns_and_one_by_one_by_ear() {
    let words = words();
    let mut plan: Plan = serde_json::from_str(words.example).unwrap();
    while plan.count(List::Options) < 4 {
        let id = plan.add(List::Options);
        plan.treatment_options[&id].name = Answer::Given(Text::new("A place with a very long name indeed, made up"));
    }
    let table = side_by_side(&plan, &words, false);
    assert!(table.lines().all(|line| text::width(line) < 80), "{table}");
    let heads: Vec<&str> = table
        .lines()
        .filter(|line| line.contains("1. ") || line.contains("4. "))
        .collect();
    assert!(
        heads[0].contains("2. ") && heads[0].contains("3. ") && !heads[0].contains("4. "),
        "{table}"
    );
    let ear = side_by_side(&plan, &words, true);
    assert!(!ear.contains("---") && ear.lines().filter(|line| line.starts_with("2. ")).count() == 1);
    for text in [&table, &ear] {
        assert!(text.contains("555-0150") && text.contains("555-0151") && text.contains(words.call.side_unknown));
    }
    let (first, second) = (ear.find("555-0150").unwrap(), ear.find("2. ").unwrap());
    assert!(first < second);
}

#[test]
fn after_the_call_the_options_stand_side_by_side_where_there_are_two() {
    for count in [1, 2] {
        let mut plan = options(count);
        let asked = questions::questions().count() - 2;
        let mut answers = vec![ScriptedReply::Pick(1)];
        answers.extend(vec![skip(); asked]);
        answers.extend(vec![ScriptedReply::Enter; count]);
        let (end, seen, left) = called(&mut plan, answers);
        assert_eq!((end, left), (Ok(Outcome::Done), 0));
        assert_eq!(ids(&seen).iter().filter(|id| **id == "read").count(), count);
    }
}

#[test]
fn the_menu_of_an_option_calls_it_and_other_lists_have_no_such_row() {
    let words = words();
    let mut plan: Plan = serde_json::from_str(words.example).unwrap();
    for (list, has) in [(List::Options, true), (List::Attendees, false)] {
        let question = steps::question(list.field()).unwrap();
        let mut script = Scripted::new(vec![ScriptedReply::Pick(0)]);
        let mut keep = |_: &mut Plan, _: &mut dyn crate::prompt::Prompter| Ok(());
        let mut session = Session::new(&mut script, &words, today(), &mut keep);
        session.resuming = false;
        session.item_actions.push(item_action(&words));
        let item = ItemRef::PLAN;
        drop(QuestionAt { question, item }.ask(&mut plan, &mut session));
        let menu = script.transcript().last().unwrap();
        let there = menu.options.iter().any(|option| option == words.call.row);
        assert_eq!(there, has, "{:?}", menu.options);
    }
    let mut script = Scripted::new(vec![
        ScriptedReply::Pick(0),
        ScriptedReply::PickLabel(words.call.row.into()),
    ]);
    let mut keep = |_: &mut Plan, _: &mut dyn crate::prompt::Prompter| Ok(());
    let mut session = Session::new(&mut script, &words, today(), &mut keep);
    session.resuming = false;
    session.item_actions.push(item_action(&words));
    let question = steps::question(Field::Options).unwrap();
    let turn = QuestionAt {
        question,
        item: ItemRef::PLAN,
    }
    .ask(&mut plan, &mut session);
    assert_eq!(turn.map_err(Stop::destination), Err(Destination::Leave));
    assert_eq!(script.asked().last(), Some(&"call.length"));
}

#[test]
fn an_option_is_found_by_its_id_its_number_or_its_name() {
    let mut plan = options(3);
    plan.treatment_options[2].name = Answer::Given(Text::new("Hill House"));
    let id = plan.treatment_options[1].id.as_str().to_string();
    for (typed, at) in [
        (id.as_str(), Some(1)),
        ("3", Some(2)),
        ("hill HOUSE", Some(2)),
        ("hill", Some(2)),
        ("place", None),
        ("place 0", Some(0)),
        ("0", Some(0)),
        ("4", None),
        ("", None),
    ] {
        let meant = at.map(|at: usize| plan.treatment_options[at].id.clone());
        assert_eq!(find(&plan, typed), meant, "{typed}");
    }
}

#[test]
fn danger_and_help_come_back_to_the_end_of_a_call_and_home_leads_away() {
    let plan = options(2);
    let left = questions::questions()
        .filter(|q| (q.applies)(&plan, &first(&plan)))
        .count();
    let no = || ScriptedReply::PickLabel(words().danger.answer.no.into());
    let action = ScriptedReply::Action;
    let end = |behind: Vec<ScriptedReply>| [vec![ScriptedReply::Pick(1)], vec![skip(); left], behind].concat();
    let again = vec![action(Action::Danger), no(), action(Action::Help), ScriptedReply::Enter];
    let (ended, seen, over) = called(&mut plan.clone(), end([again.clone(), again].concat()));
    assert_eq!((ended, over), (Ok(Outcome::Done), 0));
    let read = ["read", "danger", "read", "read"];
    assert_eq!(ids(&seen)[left + 1..], [read, read].concat());
    for (wish_to, ended) in [
        (Action::Home, Destination::Home),
        (Action::Hide, Destination::Hide),
        (Action::Leave, Destination::Leave),
    ] {
        for way in [vec![action(wish_to)], vec![action(Action::Danger), action(wish_to)]] {
            assert_eq!(called(&mut plan.clone(), end(way)).0, Err(ended));
        }
    }
}
