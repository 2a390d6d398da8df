//! Locking in talk with a person, step by step.

use super::super::done::done;
use std::path::PathBuf;

use super::*;
use crate::app::open;
use crate::app::publish::print_log::text_hash;
use crate::app::test_context::TestContext;
use crate::prompt::{Action, Scripted, ScriptedReply};
use crate::store;
use crate::words::Words;

pub(super) const WORDS: &str = "seven calm rivers run";

pub(super) fn secret(words: &str) -> ScriptedReply {
    ScriptedReply::Secret(words.into())
}

pub(super) fn row(sentence: &str) -> ScriptedReply {
    ScriptedReply::PickLabel(sentence.into())
}

/// What is answered to lock with one's own words and no page.
pub(super) fn by_hand(words: &Words) -> Vec<ScriptedReply> {
    let own = &words.lock;
    vec![
        row(own.mine),
        secret(WORDS),
        secret(WORDS),
        row(own.lock_it),
        row(own.page_no),
        ScriptedReply::Enter,
    ]
}

pub(super) fn words() -> Words {
    Words::load("en", None).unwrap()
}

/// A trial with the example in it, and these answers.
pub(super) fn trial(answers: Vec<ScriptedReply>) -> TestContext {
    let mut trial = TestContext::new();
    trial.write_example(|_| {});
    trial.prompter = Some(Box::new(Scripted::new(answers)));
    trial
}

pub(super) fn is_locked(trial: &TestContext) -> bool {
    let (sealed, key) = (
        store::is_encrypted(&trial.path()).unwrap(),
        store::has_key(&trial.path()),
    );
    assert_eq!(sealed, key);
    sealed
}

#[test]
fn a_plan_is_locked_by_hand_and_opens_with_the_words() {
    let mut trial = trial(by_hand(&words()));
    assert_eq!(trial.run(|context| lock(false, context)).unwrap(), Exit::Done);
    assert!(is_locked(&trial));
    trial.prompter = Some(Box::new(Scripted::new(vec![secret("seven calm"), secret(WORDS)])));
    trial.run(|context| {
        let (store, plan, _) = open(context).unwrap();
        assert!(store.key().is_some() && plan.person.name.words() == "Robin");
        // The key is known now: nobody is asked again.
        open(context).unwrap();
    });
    trial.prompter = Some(Box::new(Scripted::new(vec![])));
    let shut = trial.run(|context| open(context).err().unwrap());
    assert!(matches!(shut, Error::Locked(_)));
}

#[test]
fn every_way_out_before_the_last_yes_changes_nothing() {
    let words = words();
    let own = &words.lock;
    let whole = by_hand(&words);
    for answers in [
        vec![],
        vec![row(own.not_now)],
        whole[..1].to_vec(),
        whole[..2].to_vec(),
        whole[..3].to_vec(),
        vec![row(own.seven), ScriptedReply::Enter],
        [&whole[..3], &[row(own.not_now)]].concat(),
        [&whole[..3], &[row(own.show), ScriptedReply::Action(Action::Leave)]].concat(),
        vec![row(own.mine), secret(WORDS), secret("seven calm rivers ran")],
    ] {
        let mut trial = trial(answers.clone());
        let before = std::fs::read(trial.path()).unwrap();
        assert_eq!(
            trial.run(|context| lock(false, context)).unwrap(),
            Exit::Done,
            "{answers:?}"
        );
        assert!(!is_locked(&trial));
        assert_eq!(std::fs::read(trial.path()).unwrap(), before);
    }
    let mut trial = trial(vec![ScriptedReply::Action(Action::Hide)]);
    assert!(matches!(trial.run(|context| lock(false, context)), Err(Error::Hidden)));
    assert!(!is_locked(&trial));
}

#[test]
fn help_and_danger_come_back_to_the_question() {
    let actions = vec![
        ScriptedReply::Action(Action::Help),
        ScriptedReply::Action(Action::Danger),
        ScriptedReply::PickLabel("No".into()),
    ];
    let mut trial = trial([actions, by_hand(&words())].concat());
    trial.run(|context| lock(false, context)).unwrap();
    assert!(is_locked(&trial));
}

/// Notes a page in a plan, as if it had written it.
fn note(trial: &TestContext, page: &Path, mark: &str) {
    let mut plan: serde_json::Value = serde_json::from_slice(&std::fs::read(trial.path()).unwrap()).unwrap();
    let note = serde_json::json!({"sheet": "person", "on": "2026-11-21", "mark": mark, "path": page});
    plan["printed"].as_array_mut().unwrap().push(note);
    trial.write(&plan.to_string());
}

#[test]
fn hide_is_within_reach_after_it_is_locked_and_what_is_older_is_locked_with_it() {
    let words = words();
    let whole = by_hand(&words);
    let hide = vec![ScriptedReply::Action(Action::Hide)];
    for answers in [[&whole[..4], &hide].concat(), [&whole[..5], &hide].concat()] {
        let mut trial = trial(vec![]);
        trial.run(|context| done(&["naloxone".into()], false, context)).unwrap();
        trial.prompter = Some(Box::new(Scripted::new(answers.clone())));
        assert!(
            matches!(trial.run(|context| lock(false, context)), Err(Error::Hidden)),
            "{answers:?}"
        );
        assert!(is_locked(&trial));
        let versions = store::versions(&trial.path()).unwrap();
        assert!(
            !versions.is_empty()
                && versions
                    .iter()
                    .all(|version| store::is_encrypted(&version.path).unwrap())
        );
        assert_eq!(trial.stdout(), "");
    }
}

#[test]
fn danger_is_within_reach_after_it_is_locked_and_before_the_lock_comes_off() {
    let words = words();
    let danger = vec![
        ScriptedReply::Action(Action::Danger),
        ScriptedReply::PickLabel("No".into()),
    ];
    let whole = by_hand(&words);
    let mut trial = trial([&whole[..4], &danger, &whole[4..5], &danger, &whole[5..]].concat());
    assert_eq!(trial.run(|context| lock(false, context)).unwrap(), Exit::Done);
    assert!(is_locked(&trial));
    let off = vec![row(words.lock.off_yes)];
    trial.prompter = Some(Box::new(Scripted::new([vec![secret(WORDS)], danger, off].concat())));
    trial.run(|context| lock(true, context)).unwrap();
    assert!(!is_locked(&trial));
}

#[test]
fn saved_pages_go_or_stay_and_the_page_with_the_way_back_holds_no_passphrase() {
    let words = words();
    let own = &words.lock;
    let typed = |word: &str| ScriptedReply::Line(word.into());
    for (answer, stays) in [
        (vec![row(own.pages_remove), typed("delete")], false),
        (vec![row(own.pages_remove), typed("yes")], true),
        (vec![row(own.pages_keep)], true),
    ] {
        let mut answers = by_hand(&words);
        answers[4] = row(own.page_yes);
        answers.splice(4..4, answer);
        let mut trial = trial(vec![]);
        let page = trial.path().with_file_name("chair.html");
        let printing = crate::cli::PrintOptions {
            out: Some(page.clone()),
            ..Default::default()
        };
        trial
            .run(|context| super::super::sheet::sheet(Some("chair"), None, &printing, context))
            .unwrap();
        // A plan from elsewhere can name any file, and knows what is in many.
        let other = trial.path().with_file_name("not a page.txt");
        std::fs::write(&other, "a letter").unwrap();
        note(&trial, &other, &text_hash(b"a letter"));
        trial.prompter = Some(Box::new(Scripted::new(answers)));
        assert_eq!(trial.run(|context| lock(false, context)).unwrap(), Exit::Done);
        assert!(is_locked(&trial));
        assert_eq!(page.exists(), stays);
        assert!(other.exists(), "a mere row removed a file");
        let way_back = std::fs::read_to_string(trial.path().with_file_name("recovery.html")).unwrap();
        assert!(way_back.contains("age -d -o key.txt plan.json.key.age"), "{way_back}");
        assert!(!way_back.contains("calm rivers") && !way_back.contains("Robin"));
    }
}

/// Whoever knows what stands in a file could write its mark into a plan that the family is handed.
#[test]
fn a_note_in_a_plan_from_elsewhere_makes_no_page_of_another_file() {
    let mut trial = TestContext::new();
    let diary = trial.path().with_file_name("diary.txt");
    std::fs::write(&diary, "Dear diary").unwrap();
    let mark = text_hash(b"Dear diary");
    trial.write_example(|plan| {
        let note = serde_json::json!({"sheet": "chair", "on": "2026-11-20", "path": diary, "mark": mark});
        plan["printed"] = serde_json::json!([note]);
    });
    let plan = trial.run(|context| open(context).unwrap().1);
    assert_eq!(plan.printed.len(), 1);
    let (pages, unsure) = crate::app::publish::print_log::saved_pages_by_change(&plan, &words());
    assert_eq!((pages, unsure), (vec![], vec![diary]));
}

#[test]
fn a_page_is_known_again_in_each_format_until_somebody_writes_in_it() {
    for ending in ["html", "md", "txt"] {
        let mut trial = trial(vec![]);
        let page = trial.path().with_file_name(format!("chair.{ending}"));
        let printing = crate::cli::PrintOptions {
            out: Some(page.clone()),
            ..Default::default()
        };
        trial
            .run(|context| super::super::sheet::sheet(Some("chair"), None, &printing, context))
            .unwrap();
        let words = words();
        let known = |trial: &mut TestContext| {
            let plan = trial.run(|context| open(context).unwrap().1);
            crate::app::publish::print_log::saved_pages_by_change(&plan, &words)
        };
        let page = page.canonicalize().unwrap();
        assert_eq!(known(&mut trial), (vec![page.clone()], vec![]), "{ending}");
        std::fs::write(&page, std::fs::read_to_string(&page).unwrap() + "by hand").unwrap();
        assert_eq!(known(&mut trial), (vec![], vec![page]), "{ending}");
    }
}

/// A version that is not locked.
fn add_version(trial: &TestContext, number: u32, content: &[u8]) -> PathBuf {
    let folder = trial.path().with_file_name(".plan.json.before");
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(format!("{number:06}.json"));
    std::fs::write(&path, content).unwrap();
    path
}

#[test]
fn copies_that_a_kill_left_open_are_locked_the_next_time() {
    let words = words();
    let mut trial = trial(by_hand(&words));
    let plain = std::fs::read(trial.path()).unwrap();
    trial.run(|context| lock(false, context)).unwrap();
    let version = add_version(&trial, 1, &plain);
    // Whoever only reads is told; whatever writes finishes it, and says so.
    trial.prompter = Some(Box::new(Scripted::new(vec![secret(WORDS)])));
    trial.run(|context| open(context).unwrap());
    assert!(
        trial.stderr().contains("1 older copy of it is not"),
        "{}",
        trial.stderr()
    );
    trial.prompter = Some(Box::new(Scripted::new(vec![secret(WORDS)])));
    trial.run(|context| done(&["naloxone".into()], false, context)).unwrap();
    assert!(store::is_encrypted(&version).unwrap());
    assert!(trial.stderr().contains("1 older copy is locked"), "{}", trial.stderr());
    // Nobody is asked where the passphrase comes from a file.
    let version = add_version(&trial, 2, &plain);
    let file = trial.path().with_file_name("words");
    std::fs::write(&file, WORDS).unwrap();
    trial.passphrase = Some(file);
    assert_eq!(trial.run(|context| lock(false, context)).unwrap(), Exit::Done);
    assert!(store::is_encrypted(&version).unwrap());
}

#[test]
fn a_copy_that_cannot_be_locked_is_named_and_keeps_no_other_open() {
    let mut trial = trial(vec![]);
    let plain = std::fs::read(trial.path()).unwrap();
    let file = trial.path().with_file_name("words");
    std::fs::write(&file, WORDS).unwrap();
    trial.passphrase = Some(file);
    let versions = [1, 3].map(|number| add_version(&trial, number, &plain));
    let beside = trial.path().with_file_name("plan (a copy, 2026-11-21 22.14).json");
    std::fs::write(&beside, vec![b' '; 17 * 1024 * 1024]).unwrap();
    assert_eq!(trial.run(|context| lock(false, context)).unwrap(), Exit::Failed);
    assert!(is_locked(&trial));
    for version in versions {
        assert!(store::is_encrypted(&version).unwrap(), "{version:?}");
    }
    let told = trial.stderr();
    assert!(
        told.contains("2 older copies are locked") && told.contains("could not be locked"),
        "{told}"
    );
    assert!(told.contains("plan (a copy, 2026-11-21 22.14).json"), "{told}");
}

#[test]
fn what_a_lock_does_not_reach_is_named() {
    let mut trial = trial(vec![]);
    let file = trial.path().with_file_name("words");
    std::fs::write(&file, WORDS).unwrap();
    trial.passphrase = Some(file);
    let beside = |name: &str| trial.path().with_file_name(name);
    let (second, other) = (beside("plan-2.json"), beside("planner.json"));
    let linked = beside("backup");
    std::fs::write(&second, "{\"format\": 1}").unwrap();
    std::fs::write(&other, "{\"format\": 1}").unwrap();
    std::fs::create_dir(beside(".plan-3.json.before")).unwrap();
    std::fs::write(beside(".plan-3.json.before").join("000001.json"), "{\"format\": 1}").unwrap();
    // A version that is a second name of the plan itself is no stranger.
    let version = add_version(&trial, 1, b"");
    std::fs::remove_file(&version).unwrap();
    std::fs::hard_link(trial.path(), &version).unwrap();
    let mut said = String::new();
    for with_second_name in [false, true] {
        if with_second_name {
            trial.run(|context| lock(true, context)).unwrap();
            std::fs::hard_link(trial.path(), &linked).unwrap();
        }
        let before = trial.stderr().len();
        trial.run(|context| lock(false, context)).unwrap();
        said = trial.stderr()[before..].to_string();
        assert_eq!(said.contains("one more name"), with_second_name && cfg!(unix), "{said}");
    }
    assert!(
        said.contains("plan-2.json") && said.contains(".plan-3.json.before"),
        "{said}"
    );
    assert!(!said.contains("planner"), "{said}");
}

#[test]
fn a_locked_plan_is_locked_once_and_the_lock_comes_off() {
    let mut trial = trial(by_hand(&words()));
    let before = std::fs::read(trial.path()).unwrap();
    trial.run(|context| lock(false, context)).unwrap();
    trial.prompter = Some(Box::new(Scripted::new(vec![secret(WORDS)])));
    trial.run(|context| lock(false, context)).unwrap();
    assert!(trial.stderr().contains("--off"), "{}", trial.stderr());
    let own = words().lock;
    for (answer, off) in [(own.off_no, false), (own.off_yes, true)] {
        trial.prompter = Some(Box::new(Scripted::new(vec![secret(WORDS), row(answer)])));
        trial.run(|context| lock(true, context)).unwrap();
        assert_eq!(is_locked(&trial), !off);
    }
    assert_eq!(std::fs::read(trial.path()).unwrap(), before);
    trial.run(|context| lock(true, context)).unwrap();
    assert!(trial.stderr().contains(own.not_locked));
}

#[test]
fn where_the_plan_is_not_needed_nobody_is_asked() {
    let mut trial = trial(by_hand(&words()));
    trial.run(|context| lock(false, context)).unwrap();
    trial.prompter = Some(Box::new(Scripted::new(vec![])));
    trial.run(|context| {
        let shut = crate::app::open_unasked(context);
        assert!(matches!(shut, Err(Error::Locked(_))));
        assert!(context.prompter.is_some(), "somebody was asked");
    });
}
