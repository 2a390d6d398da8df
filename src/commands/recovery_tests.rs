use std::fs;

use super::call::call;
use super::check::check;
use super::delete::delete;
use super::done::done;
use super::forget::forget;
use super::history::{restore, undo};
use super::lock::lock;
use super::plan::plan;
use crate::app::test_context::TestContext;
use crate::app::{Context, Exit};
use crate::error::Error;
use crate::plan::{LISTS, Plan};
use crate::prompt::{Action, Scripted, ScriptedReply};
use crate::store::Store;

fn ran(trial: &mut TestContext, replies: Vec<ScriptedReply>) -> Exit {
    trial.prompter = Some(Box::new(Scripted::new(replies)));
    trial.run(plan).unwrap()
}

/// A plan with a version, and then damaged.
fn ruin(text: &str) -> TestContext {
    let mut trial = TestContext::new();
    trial.write_example(|_| {});
    let ids = ["naloxone".to_string()];
    trial.run(|context| done(&ids, false, context)).unwrap();
    trial.write(text);
    trial
}

#[test]
fn a_damaged_plan_goes_on_in_a_copy_of_the_newest_good_version_and_stays_as_it_is() {
    let mut trial = ruin("{\"format\": 1, ");
    let second = trial.path().with_file_name("plan-2.json");
    assert_eq!(ran(&mut trial, vec![ScriptedReply::Pick(1)]), Exit::Failed);
    assert!(!second.exists());
    // The copy, its name, and away from its neutral screen.
    let replies = vec![
        ScriptedReply::Pick(0),
        ScriptedReply::Enter,
        ScriptedReply::Action(Action::Leave),
    ];
    assert_eq!(ran(&mut trial, replies), Exit::Done);
    assert_eq!(fs::read_to_string(trial.path()).unwrap(), "{\"format\": 1, ");
    let copy: serde_json::Value = serde_json::from_str(&fs::read_to_string(&second).unwrap()).unwrap();
    assert_eq!(copy["person"]["name"], "Robin");
    assert!(copy["safety"].get("asked").is_none(), "safety is asked about again");
    assert!(trial.stderr().contains("plan-2.json"), "{}", trial.stderr());
    // The next time that copy is offered first.
    let replies = vec![ScriptedReply::Pick(0), ScriptedReply::Action(Action::Leave)];
    assert_eq!(ran(&mut trial, replies), Exit::Done);
    assert!(!trial.path().with_file_name("plan-3.json").exists());
}

#[test]
fn a_plan_without_a_good_version_or_of_a_newer_steadfast_is_refused() {
    let mut trial = TestContext::new();
    trial.write("damaged");
    assert!(matches!(trial.run(plan), Err(Error::Damaged { .. })));
    let mut trial = ruin("{\"format\": 9}");
    assert!(matches!(trial.run(plan), Err(Error::Damaged { .. })));
    let mut trial = ruin("damaged");
    assert!(matches!(trial.run(check), Err(Error::Damaged { .. })));
}

#[test]
fn a_plan_that_is_gone_goes_on_from_its_newest_version_and_no_new_one_takes_these() {
    let mut trial = ruin("x");
    fs::remove_file(trial.path()).unwrap();
    let only = |error: &Error| matches!(error, Error::OnlyVersions(_));
    for command in [check, undo, |context: &mut Context| {
        done(&["naloxone".into()], false, context)
    }] {
        assert!(trial.run(command).is_err_and(|error| only(&error)));
    }
    assert_eq!(ran(&mut trial, vec![ScriptedReply::Pick(1)]), Exit::Failed);
    assert!(!trial.path().exists());
    assert_eq!(
        ran(
            &mut trial,
            vec![ScriptedReply::Pick(0), ScriptedReply::Action(Action::Leave)]
        ),
        Exit::Done
    );
    let again: serde_json::Value = serde_json::from_str(&fs::read_to_string(trial.path()).unwrap()).unwrap();
    assert_eq!(again["person"]["name"], "Robin");
    assert!(again["safety"].get("asked").is_none(), "safety is asked about again");
    // Where no version can be read, nothing is begun either.
    fs::remove_file(trial.path()).unwrap();
    for version in fs::read_dir(trial.path().with_file_name(".plan.json.before")).unwrap() {
        fs::write(version.unwrap().path(), "damaged").unwrap();
    }
    assert!(trial.run(plan).is_err_and(|error| only(&error)));
}

#[test]
fn danger_comes_back_to_what_stands_in_the_way_and_hide_ends_there() {
    let mut damaged = ruin("damaged");
    let mut second = TestContext::new();
    second.write_example(|_| {});
    let (mut first, _) = Store::open::<Plan>(&second.path(), LISTS).unwrap();
    first.lock();
    for (trial, leave, exit) in [(&mut damaged, 1, Exit::Failed), (&mut second, 3, Exit::Done)] {
        let danger = vec![
            ScriptedReply::Action(Action::Danger),
            ScriptedReply::PickLabel("No".into()),
            ScriptedReply::Pick(leave),
        ];
        assert_eq!(ran(trial, danger), exit);
        for answers in [vec![], vec![ScriptedReply::Action(Action::Danger)]] {
            let hide = [answers, vec![ScriptedReply::Action(Action::Hide)]].concat();
            trial.prompter = Some(Box::new(Scripted::new(hide)));
            assert!(matches!(trial.run(plan), Err(Error::Hidden)));
        }
    }
}

#[test]
fn what_is_wished_at_the_page_after_a_damaged_plan_is_done() {
    let go_on = |action| vec![ScriptedReply::Pick(0), ScriptedReply::Action(action)];
    let mut trial = ruin("damaged");
    trial.prompter = Some(Box::new(Scripted::new(go_on(Action::Hide))));
    assert!(matches!(trial.run(plan), Err(Error::Hidden)));
    let mut trial = ruin("damaged");
    let danger = vec![
        ScriptedReply::Pick(0),
        ScriptedReply::Action(Action::Danger),
        ScriptedReply::Action(Action::Leave),
    ];
    for answers in [go_on(Action::Leave), danger] {
        // Nothing but the action is left to answer: a visit behind it would ask.
        let mut script = answers;
        script.push(ScriptedReply::Pick(99));
        assert_eq!(ran(&mut trial, script), Exit::Done);
    }
}

#[test]
fn no_command_writes_a_plan_that_another_window_works_on() {
    let mut trial = TestContext::new();
    trial.write_example(|_| {});
    let ids = ["naloxone".to_string()];
    trial.run(|context| done(&ids, false, context)).unwrap();
    let (mut first, _) = Store::open::<Plan>(&trial.path(), LISTS).unwrap();
    first.lock();
    let before = fs::read(trial.path()).unwrap();
    type Writes = fn(&mut Context) -> Result<Exit, Error>;
    let all: [(&str, Writes); 7] = [
        ("done", |context| done(&["lock_up".to_string()], false, context)),
        ("undo", undo),
        ("restore", |context| restore(Some("1"), context)),
        ("forget", |context| forget(Some("person.love"), None, context)),
        ("lock", |context| lock(false, context)),
        ("call", |context| call(Some("1"), context)),
        ("delete", delete),
    ];
    for (name, writes) in all {
        trial.prompter = Some(Box::new(Scripted::default()));
        let refused = trial.run(writes);
        assert!(matches!(refused, Err(Error::InUse(_))), "{name}: {refused:?}");
        assert_eq!(fs::read(trial.path()).unwrap(), before, "{name}");
    }
}

#[test]
fn a_second_window_may_look_wait_or_take_a_copy() {
    let mut trial = TestContext::new();
    trial.write_example(|_| {});
    let (mut first, _) = Store::open::<Plan>(&trial.path(), LISTS).unwrap();
    first.lock();
    assert_eq!(
        ran(&mut trial, vec![ScriptedReply::Pick(1), ScriptedReply::Pick(0)]),
        Exit::Done
    );
    assert!(trial.stdout().contains("Robin"));
    let ids = ["naloxone".to_string()];
    assert!(matches!(
        trial.run(|context| done(&ids, false, context)),
        Err(Error::InUse(_))
    ));
    let replies = vec![
        ScriptedReply::Pick(2),
        ScriptedReply::Enter,
        ScriptedReply::Action(Action::Leave),
    ];
    assert_eq!(ran(&mut trial, replies), Exit::Done);
    assert!(trial.stderr().contains("(a copy, "), "{}", trial.stderr());
    drop(first);
    assert_eq!(ran(&mut trial, vec![ScriptedReply::Action(Action::Leave)]), Exit::Done);
    assert_eq!(trial.run(|context| done(&ids, false, context)).unwrap(), Exit::Done);
}
