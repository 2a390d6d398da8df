use std::fs;

use super::super::check::check;
use super::super::done::done;
use super::super::plan::plan;
use super::super::trial::Trial;
use super::*;
use crate::ask::{Answered, Scripted};

fn ran(trial: &mut Trial, replies: Vec<Answered>) -> Exit {
    trial.asker = Some(Box::new(Scripted::new(replies)));
    trial.run(plan).unwrap()
}

/// A plan with a version, and then damaged.
fn ruin(text: &str) -> Trial {
    let mut trial = Trial::new();
    trial.write_example(|_| {});
    let ids = ["naloxone".to_string()];
    trial.run(|errand| done(&ids, false, errand)).unwrap();
    trial.write(text);
    trial
}

#[test]
fn a_damaged_plan_goes_on_in_a_copy_of_the_newest_good_version_and_stays_as_it_is() {
    let mut trial = ruin("{\"format\": 1, ");
    let second = trial.path().with_file_name("plan-2.json");
    assert_eq!(ran(&mut trial, vec![Answered::Pick(1)]), Exit::Failed);
    assert!(!second.exists());
    // The copy, its name, and away from its neutral screen.
    let replies = vec![Answered::Pick(0), Answered::Enter, Answered::Wish(Wish::Leave)];
    assert_eq!(ran(&mut trial, replies), Exit::Done);
    assert_eq!(fs::read_to_string(trial.path()).unwrap(), "{\"format\": 1, ");
    let copy: serde_json::Value = serde_json::from_str(&fs::read_to_string(&second).unwrap()).unwrap();
    assert_eq!(copy["person"]["name"], "Robin");
    assert!(copy["safety"].get("asked").is_none(), "safety is asked about again");
    assert!(trial.told().contains("plan-2.json"), "{}", trial.told());
    // The next time that copy is offered first.
    let replies = vec![Answered::Pick(0), Answered::Wish(Wish::Leave)];
    assert_eq!(ran(&mut trial, replies), Exit::Done);
    assert!(!trial.path().with_file_name("plan-3.json").exists());
}

#[test]
fn a_plan_without_a_good_version_or_of_a_newer_steadfast_is_refused() {
    let mut trial = Trial::new();
    trial.write("damaged");
    assert!(matches!(trial.run(plan), Err(Error::Damaged { .. })));
    let mut trial = ruin("{\"format\": 9}");
    assert!(matches!(trial.run(plan), Err(Error::Damaged { .. })));
    let mut trial = ruin("damaged");
    assert!(matches!(trial.run(check), Err(Error::Damaged { .. })));
}

#[test]
fn danger_comes_back_to_what_stands_in_the_way_and_hide_ends_there() {
    let mut damaged = ruin("damaged");
    let mut second = Trial::new();
    second.write_example(|_| {});
    let (mut first, _) = Store::open::<Plan>(&second.path(), LISTS).unwrap();
    first.lock();
    for (trial, leave, exit) in [(&mut damaged, 1, Exit::Failed), (&mut second, 3, Exit::Done)] {
        let danger = vec![
            Answered::Wish(Wish::Danger),
            Answered::PickLabel("No".into()),
            Answered::Pick(leave),
        ];
        assert_eq!(ran(trial, danger), exit);
        for answers in [vec![], vec![Answered::Wish(Wish::Danger)]] {
            let hide = [answers, vec![Answered::Wish(Wish::Hide)]].concat();
            trial.asker = Some(Box::new(Scripted::new(hide)));
            assert!(matches!(trial.run(plan), Err(Error::Hidden)));
        }
    }
}

#[test]
fn what_is_wished_at_the_page_after_a_damaged_plan_is_done() {
    let go_on = |wish| vec![Answered::Pick(0), Answered::Wish(wish)];
    let mut trial = ruin("damaged");
    trial.asker = Some(Box::new(Scripted::new(go_on(Wish::Hide))));
    assert!(matches!(trial.run(plan), Err(Error::Hidden)));
    let mut trial = ruin("damaged");
    let danger = vec![
        Answered::Pick(0),
        Answered::Wish(Wish::Danger),
        Answered::Wish(Wish::Leave),
    ];
    for answers in [go_on(Wish::Leave), danger] {
        // Nothing but the wish is left to answer: a visit behind it would ask.
        let mut script = answers;
        script.push(Answered::Pick(99));
        assert_eq!(ran(&mut trial, script), Exit::Done);
    }
}

#[test]
fn a_second_window_may_look_wait_or_take_a_copy() {
    let mut trial = Trial::new();
    trial.write_example(|_| {});
    let (mut first, _) = Store::open::<Plan>(&trial.path(), LISTS).unwrap();
    first.lock();
    assert_eq!(ran(&mut trial, vec![Answered::Pick(1), Answered::Pick(0)]), Exit::Done);
    assert!(trial.printed().contains("Robin"));
    let ids = ["naloxone".to_string()];
    assert!(matches!(
        trial.run(|errand| done(&ids, false, errand)),
        Err(Error::InUse { .. })
    ));
    let replies = vec![Answered::Pick(2), Answered::Enter, Answered::Wish(Wish::Leave)];
    assert_eq!(ran(&mut trial, replies), Exit::Done);
    assert!(trial.told().contains("(a copy, "), "{}", trial.told());
    drop(first);
    assert_eq!(ran(&mut trial, vec![Answered::Wish(Wish::Leave)]), Exit::Done);
    assert_eq!(trial.run(|errand| done(&ids, false, errand)).unwrap(), Exit::Done);
}
