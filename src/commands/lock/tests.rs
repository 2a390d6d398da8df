//! Locking in talk with a person, step by step.

use super::super::done::done;
use super::super::open;
use super::super::trial::Trial;
use super::*;
use crate::ask::{Answered, Scripted, Wish};
use crate::store;

const WORDS: &str = "seven calm rivers run";

fn secret(words: &str) -> Answered {
    Answered::Secret(words.into())
}

fn row(sentence: &str) -> Answered {
    Answered::PickLabel(sentence.into())
}

/// What is answered to lock with one's own words and no page.
fn by_hand(words: &Words) -> Vec<Answered> {
    let own = &words.lock;
    vec![
        row(&own.mine),
        secret(WORDS),
        secret(WORDS),
        row(&own.lock_it),
        row(&own.page_no),
        Answered::Enter,
    ]
}

fn words() -> Words {
    Words::load("en", None).unwrap()
}

/// A trial with the example in it, and these answers.
fn trial(answers: Vec<Answered>) -> Trial {
    let mut trial = Trial::new();
    trial.write_example(|_| {});
    trial.asker = Some(Box::new(Scripted::new(answers)));
    trial
}

fn is_locked(trial: &Trial) -> bool {
    let (sealed, key) = (store::is_sealed(&trial.path()).unwrap(), store::has_key(&trial.path()));
    assert_eq!(sealed, key);
    sealed
}

#[test]
fn a_plan_is_locked_by_hand_and_opens_with_the_words() {
    let mut trial = trial(by_hand(&words()));
    assert_eq!(trial.run(|errand| lock(false, errand)).unwrap(), Exit::Done);
    assert!(is_locked(&trial));
    trial.asker = Some(Box::new(Scripted::new(vec![secret("seven calm"), secret(WORDS)])));
    trial.run(|errand| {
        let (store, plan, _) = open(errand).unwrap();
        assert!(store.key().is_some() && plan.person.name.words() == "Robin");
        // The key is known now: nobody is asked again.
        open(errand).unwrap();
    });
    trial.asker = Some(Box::new(Scripted::new(vec![])));
    let shut = trial.run(|errand| open(errand).err().unwrap());
    assert!(matches!(shut, Error::Locked { .. }));
}

#[test]
fn every_way_out_before_the_last_yes_changes_nothing() {
    let words = words();
    let own = &words.lock;
    let whole = by_hand(&words);
    for answers in [
        vec![],
        vec![row(&own.not_now)],
        whole[..1].to_vec(),
        whole[..2].to_vec(),
        whole[..3].to_vec(),
        vec![row(&own.seven), Answered::Enter],
        [&whole[..3], &[row(&own.not_now)]].concat(),
        [&whole[..3], &[row(&own.show), Answered::Wish(Wish::Leave)]].concat(),
        vec![row(&own.mine), secret(WORDS), secret("seven calm rivers ran")],
    ] {
        let mut trial = trial(answers.clone());
        let before = std::fs::read(trial.path()).unwrap();
        assert_eq!(
            trial.run(|errand| lock(false, errand)).unwrap(),
            Exit::Done,
            "{answers:?}"
        );
        assert!(!is_locked(&trial));
        assert_eq!(std::fs::read(trial.path()).unwrap(), before);
    }
    let mut trial = trial(vec![Answered::Wish(Wish::Hide)]);
    assert!(matches!(trial.run(|errand| lock(false, errand)), Err(Error::Hidden)));
    assert!(!is_locked(&trial));
}

#[test]
fn help_and_danger_come_back_to_the_question() {
    let wishes = vec![
        Answered::Wish(Wish::Help),
        Answered::Wish(Wish::Danger),
        Answered::Pick(0),
    ];
    let mut trial = trial([wishes, by_hand(&words())].concat());
    trial.run(|errand| lock(false, errand)).unwrap();
    assert!(is_locked(&trial));
}

#[test]
fn hide_is_within_reach_after_it_is_locked_and_what_is_older_is_locked_with_it() {
    let words = words();
    let whole = by_hand(&words);
    let hide = vec![Answered::Wish(Wish::Hide)];
    let older = vec![row(&words.lock.older_lock)];
    for answers in [
        [&whole[..4], &hide].concat(),
        [&whole[..4], &older, &hide].concat(),
        [&whole[..4], &older, &whole[4..5], &hide].concat(),
    ] {
        let mut trial = trial(vec![]);
        trial.run(|errand| done(&["naloxone".into()], false, errand)).unwrap();
        trial.asker = Some(Box::new(Scripted::new(answers.clone())));
        assert!(
            matches!(trial.run(|errand| lock(false, errand)), Err(Error::Hidden)),
            "{answers:?}"
        );
        assert!(is_locked(&trial));
        let versions = store::versions(&trial.path()).unwrap();
        assert!(!versions.is_empty() && versions.iter().all(|version| store::is_sealed(&version.path).unwrap()));
        assert_eq!(trial.printed(), "");
    }
}

#[test]
fn danger_is_within_reach_after_it_is_locked_and_before_the_lock_comes_off() {
    let words = words();
    let danger = vec![Answered::Wish(Wish::Danger), Answered::Pick(0)];
    let whole = by_hand(&words);
    let mut trial = trial([&whole[..4], &danger, &whole[4..5], &danger, &whole[5..]].concat());
    assert_eq!(trial.run(|errand| lock(false, errand)).unwrap(), Exit::Done);
    assert!(is_locked(&trial));
    let off = vec![row(&words.lock.off_yes)];
    trial.asker = Some(Box::new(Scripted::new([vec![secret(WORDS)], danger, off].concat())));
    trial.run(|errand| lock(true, errand)).unwrap();
    assert!(!is_locked(&trial));
}

#[test]
fn saved_pages_go_or_stay_and_the_page_with_the_way_back_holds_no_passphrase() {
    let words = words();
    let own = &words.lock;
    for (answer, stays) in [(&own.pages_remove, false), (&own.pages_keep, true)] {
        let mut answers = by_hand(&words);
        answers[4] = row(&own.page_yes);
        answers.insert(4, row(answer));
        let mut trial = trial(answers);
        let page = trial.path().with_file_name("person-2.html");
        std::fs::write(&page, "Robin").unwrap();
        let mut plan: serde_json::Value = serde_json::from_slice(&std::fs::read(trial.path()).unwrap()).unwrap();
        let note = serde_json::json!({"sheet": "person", "on": "2026-11-21", "mark": "0", "path": page});
        plan["printed"] = serde_json::json!([note]);
        trial.write(&plan.to_string());
        trial.run(|errand| lock(false, errand)).unwrap();
        assert!(is_locked(&trial));
        assert_eq!(page.exists(), stays);
        let way_back = std::fs::read_to_string(trial.path().with_file_name("recovery.html")).unwrap();
        assert!(way_back.contains("age -d -o key.txt plan.json.key.age"), "{way_back}");
        assert!(!way_back.contains("calm rivers") && !way_back.contains("Robin"));
    }
}

#[test]
fn a_locked_plan_is_locked_once_and_the_lock_comes_off() {
    let mut trial = trial(by_hand(&words()));
    let before = std::fs::read(trial.path()).unwrap();
    trial.run(|errand| lock(false, errand)).unwrap();
    trial.asker = Some(Box::new(Scripted::new(vec![secret(WORDS)])));
    trial.run(|errand| lock(false, errand)).unwrap();
    assert!(trial.told().contains("--off"), "{}", trial.told());
    let own = words().lock;
    for (answer, off) in [(&own.off_no, false), (&own.off_yes, true)] {
        trial.asker = Some(Box::new(Scripted::new(vec![secret(WORDS), row(answer)])));
        trial.run(|errand| lock(true, errand)).unwrap();
        assert_eq!(is_locked(&trial), !off);
    }
    assert_eq!(std::fs::read(trial.path()).unwrap(), before);
    trial.run(|errand| lock(true, errand)).unwrap();
    assert!(trial.told().contains(&own.not_locked));
}

#[test]
fn where_the_plan_is_not_needed_nobody_is_asked() {
    let mut trial = trial(by_hand(&words()));
    trial.run(|errand| lock(false, errand)).unwrap();
    trial.asker = Some(Box::new(Scripted::new(vec![])));
    trial.run(|errand| {
        let shut = super::super::open_unasked(errand);
        assert!(matches!(shut, Err(Error::Locked { .. })));
        assert!(errand.asker.is_some(), "somebody was asked");
    });
}
