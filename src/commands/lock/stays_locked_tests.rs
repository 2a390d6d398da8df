//! A locked plan stays locked, whatever is put in its place, and under another passphrase too.

use super::super::done::done;
use super::tests::{WORDS, by_hand, is_locked, row, secret, trial, words};
use super::*;
use crate::app::open;
use crate::app::test_context::TestContext;
use crate::prompt::Scripted;
use crate::store;

#[test]
fn an_open_plan_in_the_place_of_a_locked_one_is_locked_before_a_word_is_written() {
    let words = words();
    let mut trial = trial(by_hand(&words));
    trial.run(|context| lock(false, context)).unwrap();
    trial.prompter = Some(Box::new(Scripted::new(vec![secret(WORDS)])));
    trial.run(|context| done(&["naloxone".into()], false, context)).unwrap();
    trial.write_example(|plan| plan["person"]["name"] = "Somebody".into());
    trial.run(|context| open(context).unwrap());
    assert!(
        trial.stderr().contains("put another file in its place"),
        "{}",
        trial.stderr()
    );
    // Nobody who has no passphrase writes to it.
    trial.prompter = Some(Box::new(Scripted::new(vec![])));
    let refused = trial.run(|context| done(&["lock_up".into()], false, context));
    assert!(matches!(refused, Err(Error::Locked(_))), "{refused:?}");
    assert!(!is_encrypted_now(&trial));
    trial.prompter = Some(Box::new(Scripted::new(vec![secret(WORDS)])));
    trial.run(|context| done(&["lock_up".into()], false, context)).unwrap();
    assert!(is_locked(&trial) && trial.stderr().contains(words.lock.locked_again));
    // With nothing but the key beside it, it is said.
    std::fs::remove_dir_all(trial.path().with_file_name(".plan.json.before")).unwrap();
    trial.write_example(|_| {});
    trial.run(|context| open(context).unwrap());
    assert!(trial.stderr().contains("a key beside the plan"), "{}", trial.stderr());
}

fn is_encrypted_now(trial: &TestContext) -> bool {
    store::is_encrypted(&trial.path()).unwrap()
}

#[test]
fn another_passphrase_is_taken_and_nothing_is_open_meanwhile() {
    let own = words().lock;
    let other = "four dry hills sleep";
    let mut trial = trial(by_hand(&words()));
    trial.run(|context| lock(false, context)).unwrap();
    let sealed = std::fs::read(trial.path()).unwrap();
    for answers in [
        vec![secret(WORDS), row(own.not_now)],
        vec![
            secret(WORDS),
            row(own.mine),
            secret(other),
            secret(other),
            row(own.lock_it),
        ],
    ] {
        trial.prompter = Some(Box::new(Scripted::new(answers)));
        assert_eq!(trial.run(change).unwrap(), Exit::Done);
    }
    assert!(trial.stderr().contains(own.not_changed) && trial.stderr().contains(own.changed));
    assert_eq!(std::fs::read(trial.path()).unwrap(), sealed);
    trial.prompter = Some(Box::new(Scripted::new(vec![secret(WORDS), secret(other)])));
    trial.run(|context| open(context).unwrap());
    assert!(is_locked(&trial));
}
