use serde_json::{Value, json};

use super::*;
use crate::app::test_context::TestContext;
use crate::plan::Safety;
use crate::plan::{Ages, Answer, Gate, Harm, Means, Recent, Substance, Suicide, YesNo};

fn file(trial: &TestContext) -> Value {
    serde_json::from_str(&std::fs::read_to_string(trial.path()).unwrap()).unwrap()
}

fn forgotten(trial: &mut TestContext, question: &str, item: Option<&str>) -> Exit {
    trial.run(|context| forget(Some(question), item, context)).unwrap()
}

#[test]
fn an_answer_is_gone_from_the_file_and_nothing_else_is() {
    let mut trial = TestContext::new();
    trial.write_example(|plan| plan["person"]["from_elsewhere"] = "kept".into());
    let mut before = file(&trial);
    assert_eq!(forgotten(&mut trial, "person.love", None), Exit::Done);
    assert!(before["person"].as_object_mut().unwrap().remove("love").is_some());
    before["changed"] = "2026-11-21".into();
    assert_eq!(file(&trial), before);
    assert!(!trial.stderr().is_empty() && trial.stdout().is_empty());
    let first = trial.stderr();
    assert_eq!(forgotten(&mut trial, "person.love", None), Exit::Done);
    assert_ne!(trial.stderr().replacen(&first, "", 1), first, "there is none any more");
}

#[test]
fn an_answer_about_an_item_goes_in_every_item_or_in_one() {
    let phones = |trial: &TestContext| -> Vec<bool> {
        let plan = file(trial);
        let options = plan["treatment_options"].as_array().unwrap();
        options.iter().map(|o| o.get("phone").is_some()).collect()
    };
    let mut trial = TestContext::new();
    trial.write_example(|_| {});
    let all = phones(&trial);
    assert!(all.len() > 1 && all.iter().all(|there| *there));
    assert_eq!(forgotten(&mut trial, "treatment_options.phone", Some("o7")), Exit::Done);
    assert_eq!(phones(&trial)[..2], [true, false]);
    assert_eq!(forgotten(&mut trial, "treatment_options.phone", None), Exit::Done);
    assert!(phones(&trial).iter().all(|there| !there));
}

#[test]
fn a_list_goes_whole_or_by_the_item() {
    let mut trial = TestContext::new();
    trial.write_example(|_| {});
    assert_eq!(forgotten(&mut trial, "treatment_options", Some("o6")), Exit::Done);
    assert_eq!(file(&trial)["treatment_options"][0]["id"], "o7");
    assert_eq!(forgotten(&mut trial, "boundaries", None), Exit::Done);
    assert_eq!(file(&trial)["boundaries"], json!([]));
}

#[test]
fn what_could_not_be_read_goes_too() {
    let mut trial = TestContext::new();
    trial.write_example(|plan| {
        plan["person"]["love"] = 5.into();
        plan["person"]["hopes"] = 6.into();
    });
    assert_eq!(forgotten(&mut trial, "person.love", None), Exit::Done);
    assert!(file(&trial)["person"].get("love").is_none());
    assert_eq!(file(&trial)["person"]["hopes"], 6);
}

#[test]
fn a_version_that_cannot_be_opened_is_named_and_left_to_the_person() {
    let mut trial = TestContext::new();
    trial.write_example(|_| {});
    let before = trial.path().with_file_name(".plan.json.before");
    std::fs::create_dir(&before).unwrap();
    let sealed = b"age-encryption.org/v1\n-> X25519 and so on".to_vec();
    let left = [
        (before.join("000001.json"), b"damaged".to_vec()),
        (before.join("000002.json"), sealed),
    ];
    for (path, content) in &left {
        std::fs::write(path, content).unwrap();
    }
    assert_eq!(forgotten(&mut trial, "person.love", None), Exit::Done);
    for (path, content) in &left {
        assert_eq!(&std::fs::read(path).unwrap(), content);
        assert!(trial.stderr().contains(path.to_str().unwrap()), "{}", trial.stderr());
    }
    assert!(trial.stderr().contains("2 older copies"), "{}", trial.stderr());
}

#[test]
fn an_unknown_question_or_item_changes_nothing_and_names_the_nearest() {
    for (question, item, piece) in [
        ("love", None, "person.love"),
        ("person.lvoe", None, "person.love"),
        ("Person.love", None, "person.love"),
        ("zzzzzzzzzzzz", None, "steadfast forget"),
        ("person.love", Some("a1"), "a1"),
        ("treatment_options.phone", Some("a1"), "o6, o7"),
        ("afterwards.follow_ups.what", Some("x\u{1b}"), "f"),
    ] {
        let mut trial = TestContext::new();
        trial.write_example(|_| {});
        let before = file(&trial);
        assert_eq!(forgotten(&mut trial, question, item), Exit::Usage, "{question}");
        assert!(trial.stderr().contains(piece), "{question} {}", trial.stderr());
        assert!(!trial.stderr().contains(['{', '\u{1b}']), "{}", trial.stderr());
        assert_eq!(file(&trial), before);
    }
}

#[test]
fn without_a_question_those_with_an_answer_are_listed_and_no_answer_is() {
    let mut trial = TestContext::new();
    trial.write("{\"format\": 1, \"person\": {\"love\": \"Her laugh\"}}");
    assert_eq!(trial.run(|context| forget(None, None, context)).unwrap(), Exit::Done);
    let printed = trial.stdout();
    assert!(
        printed.contains("person.love") && !printed.contains("Her laugh"),
        "{printed}"
    );
    assert!(!printed.contains("person.hopes"));
}

/// A plan in which everything about safety was put, and kept by choice.
fn calm() -> Plan {
    let mut plan = Plan::default();
    plan.person.ages = Answer::Given(Ages::Both);
    plan.person.substances = Answer::Given(vec![Substance::Heroin]);
    plan.person.recent = Answer::Given(vec![Recent::Nothing]);
    plan.safety.means = Answer::Given(Means::No);
    plan.safety.keep = Answer::Given(YesNo::Yes);
    plan.safety.this_session.harm = Answer::Given(Harm::No);
    plan.safety.this_session.suicide = Answer::Given(Suicide::No);
    plan.safety.this_session.pregnant = Answer::Given(YesNo::No);
    for field in Safety::PRIVATE_QUESTIONS {
        plan.safety.note_asked(field, chrono::NaiveDate::default());
    }
    plan
}

/// A change of a calm plan, what is forgotten, and the gate that stays.
type Case = (fn(&mut Plan), Field, Gate);

#[test]
fn what_was_heard_is_gone_and_the_gate_stays_as_careful() {
    let cases: [Case; 7] = [
        (
            |p| p.safety.this_session.harm = Answer::Given(Harm::ByThem),
            Field::Harm,
            Gate::Closed,
        ),
        (
            |p| p.safety.this_session.suicide = Answer::Given(Suicide::Yes),
            Field::Suicide,
            Gate::Closed,
        ),
        (
            |p| p.safety.this_session.pregnant = Answer::Given(YesNo::Yes),
            Field::Recent,
            Gate::AskFirst,
        ),
        (
            |p| p.person.ages = Answer::Given(Ages::PlannerUnder),
            Field::Ages,
            Gate::Closed,
        ),
        (
            |p| p.safety.means = Answer::Given(Means::Gun),
            Field::Means,
            Gate::AskFirst,
        ),
        (
            |p| p.person.substances = Answer::Given(vec![Substance::Alcohol]),
            Field::Substances,
            Gate::AskFirst,
        ),
        (|_| {}, Field::Harm, Gate::AskFirst),
    ];
    for (change, field, gate) in cases {
        let mut plan = calm();
        change(&mut plan);
        readiness::update_gate(&mut plan, chrono::NaiveDate::default());
        assert_eq!(remove_answer(&mut plan, field, None), 1, "{field:?}");
        assert_eq!(readiness::gate(&plan), gate, "{field:?}");
        readiness::update_gate(&mut plan, chrono::NaiveDate::default());
        // The same after the file was closed and opened again.
        let text = serde_json::to_string(&plan).unwrap();
        let again: Plan = serde_json::from_str(&text).unwrap();
        assert_eq!(readiness::gate(&again), gate, "{field:?} {text}");
        for word in [
            "by_them",
            "planner_under",
            "gun",
            "alcohol",
            "suicide\":\"yes",
            "pregnant\":\"yes",
        ] {
            assert!(!text.contains(word), "{word} {text}");
        }
        assert!(!Safety::PRIVATE_QUESTIONS.contains(&field) || !again.safety.was_asked(field));
    }
}

#[test]
fn asked_again_it_opens_again() {
    let mut plan = calm();
    plan.safety.this_session.harm = Answer::Given(Harm::ByThem);
    readiness::update_gate(&mut plan, chrono::NaiveDate::default());
    remove_answer(&mut plan, Field::Harm, None);
    assert_eq!(readiness::gate(&plan), Gate::Closed);
    plan.safety.this_session.harm = Answer::Given(Harm::No);
    plan.safety.note_asked(Field::Harm, chrono::NaiveDate::default());
    assert_eq!(readiness::gate(&plan), Gate::Open);
}

#[test]
fn every_question_can_be_forgotten() {
    let words = Words::load("en", None).unwrap();
    let example: Plan = serde_json::from_str(words.example).unwrap();
    for field in Field::ALL {
        let mut plan = example.clone();
        remove_answer(&mut plan, *field, None);
        for here in entries_of(&plan, *field, None) {
            assert_eq!(here.state(&plan), AnswerState::Unasked, "{field:?}");
        }
        if *field != Field::Review {
            assert!(!entries_of(&example, *field, None).is_empty(), "{field:?}");
        }
    }
}

#[test]
fn the_pages_that_were_saved_are_named_since_they_may_still_say_it() {
    let mut trial = TestContext::new();
    let page = trial.path().with_file_name("page.html");
    std::fs::write(&page, "").unwrap();
    let path = page.canonicalize().unwrap();
    trial.write_example(|plan| {
        plan["printed"] = serde_json::json!([{"sheet": "plan", "on": "2026-11-01", "mark": "0", "path": path}]);
    });
    trial.run(|context| forget(Some("person.love"), None, context)).unwrap();
    assert!(trial.stderr().contains("page.html"), "{}", trial.stderr());
}

#[test]
fn the_mark_of_a_page_does_not_tell_what_was_forgotten_and_the_page_stays_out_of_date() {
    let mut trial = TestContext::new();
    trial.write_example(|_| {});
    for kind in ["chair", "overdose"] {
        let printing = crate::cli::PrintOptions {
            out: Some(trial.path().with_file_name(format!("{kind}.txt"))),
            ..Default::default()
        };
        trial
            .run(|context| crate::commands::sheet::sheet(Some(kind), None, &printing, context))
            .unwrap();
    }
    let marks = |plan: &Value| -> Vec<String> {
        let notes = plan["printed"].as_array().unwrap();
        notes[notes.len() - 2..]
            .iter()
            .map(|note| note["mark"].as_str().unwrap_or_default().into())
            .collect()
    };
    let before = marks(&file(&trial));
    assert!(before.iter().all(|mark| mark.len() == 16));
    assert_eq!(forgotten(&mut trial, "person.name", None), Exit::Done);
    assert_eq!(marks(&file(&trial)), ["".to_string(), before[1].clone()]);
    for version in crate::store::versions(&trial.path()).unwrap() {
        assert!(!std::fs::read_to_string(version.path).unwrap().contains(&before[0]));
    }
    let words = crate::words::Words::load("en", None).unwrap();
    let plan = trial.run(|context| crate::app::open(context).unwrap().1);
    let stale = print_log::stale_pages(&plan, &words);
    assert!(stale.iter().any(|note| note.sheet == "chair"));
}

#[test]
fn what_forget_does_not_reach_is_named() {
    let mut trial = TestContext::new();
    trial.write_example(|_| {});
    let beside = |name: &str| trial.path().with_file_name(name);
    std::fs::write(beside("plan-2.json"), "{}").unwrap();
    std::fs::write(beside("plan.json~"), "{}").unwrap();
    #[cfg(unix)]
    std::fs::hard_link(trial.path(), beside("linked")).unwrap();
    assert_eq!(forgotten(&mut trial, "person.love", None), Exit::Done);
    let said = trial.stderr();
    assert!(said.contains("plan-2.json") && said.contains("plan.json~"), "{said}");
    assert_eq!(said.contains("one more name"), cfg!(unix), "{said}");
}
