use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::PathBuf;

use super::*;
use crate::plan::{Answer, Gate, Harm, Text};
use crate::prompt::{Action, Scripted, ScriptedReply};

pub(super) fn plan(love: &str) -> Plan {
    let mut plan = Plan::default();
    plan.person.love = Answer::Given(Text::new(love));
    plan
}

pub(super) fn loves(path: &Path) -> String {
    match Store::open::<Plan>(path, LISTS).unwrap().1 {
        Opened::Found { plan, .. } => plan.person.love.words().into(),
        Opened::Missing => "missing".into(),
    }
}

/// Keeps "one", lets `meanwhile` happen, and keeps "two" with these replies: how it went, why the visit was left, the
/// command to go on with, and what was not asked for.
fn keeps(path: &Path, meanwhile: impl FnOnce(), replies: Vec<ScriptedReply>) -> (bool, Option<AutosaveEnd>, String) {
    let words = Words::load("en", None).unwrap();
    let exit_message = ExitMessage::default();
    let (store, _) = Store::open::<Plan>(path, LISTS).unwrap();
    let mut autosave = Autosave::new(store, &words, NaiveDate::default(), "steadfast".into(), &exit_message);
    let mut prompter = Scripted::new(replies);
    autosave.save_as_is(&plan("one"), &mut prompter).unwrap();
    meanwhile();
    let kept = autosave.save_as_is(&plan("two"), &mut prompter).is_ok();
    assert_eq!(prompter.unused(), 0, "something was not asked");
    (kept, autosave.left, autosave.command().into())
}

/// The plan was made one that may only be read: a save fails, whoever is logged in.
pub(super) fn read_only(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut all: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    all.retain(|path| path.is_file() && !path.ends_with(".plan.json.lock"));
    all.sort();
    all
}

#[test]
fn a_failed_save_is_tried_again_only_when_the_person_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.json");
    let entry = vec![ScriptedReply::Pick(0), ScriptedReply::Pick(0), ScriptedReply::Pick(2)];
    let (kept, left, _) = keeps(&path, || read_only(&path, 0o400), entry);
    assert_eq!((kept, left), (false, None));
    assert_eq!(loves(&path), "one");
    assert_eq!(files(folder.path()), std::slice::from_ref(&path));
    // The end of the input stops too, and so does hiding, with a clean screen.
    fs::remove_file(&path).unwrap();
    assert!(
        !keeps(
            &path,
            || read_only(&path, 0o400),
            vec![ScriptedReply::Action(Action::Leave)]
        )
        .0
    );
    fs::remove_file(&path).unwrap();
    let hidden = keeps(
        &path,
        || read_only(&path, 0o400),
        vec![ScriptedReply::Action(Action::Hide)],
    );
    assert_eq!((hidden.0, hidden.1), (false, Some(AutosaveEnd::Hidden)));
    // Where another place is named it is the same.
    fs::remove_file(&path).unwrap();
    let there = vec![ScriptedReply::Pick(1), ScriptedReply::Action(Action::Hide)];
    let hidden = keeps(&path, || read_only(&path, 0o400), there);
    assert_eq!((hidden.0, hidden.1), (false, Some(AutosaveEnd::Hidden)));
    fs::remove_file(&path).unwrap();
    let card = [ScriptedReply::Pick(0), ScriptedReply::Enter, ScriptedReply::Pick(4)];
    // Help, danger and home come back.
    let keys = [Action::Help, Action::Home, Action::Danger].map(ScriptedReply::Action);
    let danger = [keys.to_vec(), card.to_vec()].concat();
    let named = [
        vec![ScriptedReply::Pick(1)],
        danger.clone(),
        vec![ScriptedReply::Action(Action::Back)],
    ];
    let danger = [danger, named.concat(), vec![ScriptedReply::Pick(2)]].concat();
    assert!(!keeps(&path, || read_only(&path, 0o400), danger).0);
}

#[cfg(feature = "encryption")]
#[test]
fn hide_is_a_wish_of_the_visit_before_and_after_the_plan_is_locked() {
    let words = Words::load("en", None).unwrap();
    let own = &words.lock;
    let row = |sentence: &str| ScriptedReply::PickLabel(sentence.into());
    let secret = || ScriptedReply::Secret("seven calm rivers run".into());
    let whole = [row(own.mine), secret(), secret(), row(own.lock_it)];
    for (answers, locked) in [(0, false), (2, false), (4, true)] {
        let folder = tempfile::tempdir().unwrap();
        let exit_message = ExitMessage::default();
        let (store, _) = Store::open::<Plan>(&folder.path().join("plan.json"), LISTS).unwrap();
        let mut autosave = Autosave::new(store, &words, NaiveDate::default(), "steadfast".into(), &exit_message);
        let hide = vec![ScriptedReply::Action(Action::Hide)];
        let mut prompter = Scripted::new([whole[..answers].to_vec(), hide].concat());
        let stop = autosave.lock(&plan("one"), &mut prompter);
        assert!(matches!(stop, Err(Stop::Go(Destination::Hide))), "{stop:?}");
        assert_eq!(prompter.unused(), 0);
        assert_eq!(autosave.store.key().is_some(), locked);
    }
}

#[test]
fn a_failed_save_can_go_to_another_place_and_the_plan_goes_on_there() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.json");
    let stick = folder.path().join("stick");
    fs::create_dir(&stick).unwrap();
    let typed = |path: &Path| ScriptedReply::Line(path.to_str().unwrap().into());
    // The first name is taken, the second is a folder.
    let replies = vec![
        ScriptedReply::Pick(1),
        typed(&path),
        ScriptedReply::Pick(1),
        typed(&stick),
        ScriptedReply::Enter,
    ];
    let (kept, _, command) = keeps(&path, || read_only(&path, 0o400), replies);
    assert!(kept && command.ends_with("stick/plan.json"), "{command}");
    assert_eq!(
        (loves(&path), loves(&stick.join("plan.json"))),
        ("one".into(), "two".into())
    );
}

#[test]
fn a_plan_that_is_gone_is_asked_about_and_not_written_where_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("mounted");
    let (path, stick) = (place.join("plan.json"), folder.path().join("other.json"));
    let typed = ScriptedReply::Line(stick.to_str().unwrap().into());
    let replies = vec![
        ScriptedReply::Pick(0),
        ScriptedReply::Pick(1),
        typed,
        ScriptedReply::Enter,
    ];
    let (kept, ..) = keeps(
        &path,
        || fs::rename(&place, folder.path().join("away")).unwrap(),
        replies,
    );
    assert!(kept && !place.exists());
    assert_eq!(loves(&stick), "two");
    // Whoever deleted it by hand is asked too, and it stays deleted.
    let (kept, left, _) = keeps(&path, || fs::remove_file(&path).unwrap(), vec![ScriptedReply::Pick(2)]);
    assert_eq!((kept, left, path.exists()), (false, None, false));
}

#[test]
fn half_a_path_is_said_whole_so_that_it_works_from_any_folder() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.json");
    let here = std::env::current_dir().unwrap();
    let up = "../".repeat(here.components().count() - 1);
    let half = format!(
        "{up}{}/stick.json",
        folder.path().to_str().unwrap().trim_start_matches('/')
    );
    let replies = vec![ScriptedReply::Pick(1), ScriptedReply::Line(half), ScriptedReply::Enter];
    let (kept, _, command) = keeps(&path, || read_only(&path, 0o400), replies);
    let whole = Path::new(command.strip_prefix("steadfast plan ").unwrap());
    assert!(kept && whole.is_absolute(), "{command}");
    assert_eq!(
        (loves(whole), loves(&folder.path().join("stick.json"))),
        ("two".into(), "two".into())
    );
}

#[cfg(feature = "encryption")]
#[test]
fn over_a_plan_that_was_locked_meanwhile_nothing_is_written() {
    let words = Words::load("en", None).unwrap();
    let own = &words.keeping.conflict;
    for (row, left) in [
        (own.theirs, AutosaveEnd::ForTheOther),
        (own.leave, AutosaveEnd::BothKept),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plan.json");
        let lock = || {
            let (mut theirs, _) = Store::open::<Plan>(&path, LISTS).unwrap();
            theirs.encrypt(&secrecy::SecretString::from("calm river")).unwrap();
        };
        // There are no more rows: the first is not "with what I typed here".
        let at = usize::from(left == AutosaveEnd::BothKept);
        let (kept, why, _) = keeps(&path, lock, vec![ScriptedReply::Pick(at)]);
        assert_eq!((kept, why), (false, Some(left)), "{row}");
        assert!(crate::store::is_encrypted(&path).unwrap() && crate::store::has_key(&path));
        let all = files(folder.path());
        assert_eq!((all.len(), loves(&all[0])), (3, "two".into()), "{all:?}");
    }
}

#[test]
fn of_two_plans_both_are_kept_and_the_person_says_which() {
    let theirs = serde_json::to_string(&plan("theirs")).unwrap();
    for (row, left, stands) in [
        (0, None, "two"),
        (1, Some(AutosaveEnd::ForTheOther), "theirs"),
        (2, Some(AutosaveEnd::BothKept), "theirs"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plan.json");
        let mut replies = vec![ScriptedReply::Pick(row)];
        replies.extend((row == 0).then_some(ScriptedReply::Enter));
        let (kept, why, _) = keeps(&path, || fs::write(&path, &theirs).unwrap(), replies);
        assert_eq!((kept, why), (row == 0, left));
        assert_eq!(loves(&path), stands);
        let all = files(folder.path());
        let said: Vec<String> = all.iter().map(|path| loves(path)).collect();
        assert_eq!(all.len(), 2, "{all:?}");
        assert!(
            said.contains(&"two".into()) && said.contains(&"theirs".into()),
            "{said:?}"
        );
        let beside = all[0].to_string_lossy().into_owned();
        let whose = if row == 0 { "the other one, " } else { "typed here, " };
        assert!(beside.contains(whose), "{beside}");
    }
}

#[test]
fn the_other_plan_is_as_careful_as_what_was_said_here() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.json");
    let words = Words::load("en", None).unwrap();
    let exit_message = ExitMessage::default();
    let (store, _) = Store::open::<Plan>(&path, LISTS).unwrap();
    let mut autosave = Autosave::new(store, &words, NaiveDate::default(), "steadfast".into(), &exit_message);
    let mut prompter = Scripted::new(vec![ScriptedReply::Pick(1)]);
    autosave.save_as_is(&plan("one"), &mut prompter).unwrap();
    fs::write(&path, "{\"format\": 1, \"safety\": {\"gate\": \"open\"}}").unwrap();
    let mut ours = plan("two");
    ours.safety.this_session.harm = Answer::Given(Harm::ByThem);
    assert!(autosave.save_as_is(&ours, &mut prompter).is_err());
    let Opened::Found { plan, .. } = Store::open::<Plan>(&path, LISTS).unwrap().1 else {
        panic!("missing")
    };
    assert_eq!(plan.safety.gate, Some(Gate::Closed));
    assert!(!fs::read_to_string(&path).unwrap().contains("by_them"));
}

/// What was said when a save failed and these replies came.
fn heard_at_a_failed_save(replies: Vec<ScriptedReply>) -> (String, Option<AutosaveEnd>) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.json");
    let words = Words::load("en", None).unwrap();
    let exit_message = ExitMessage::default();
    let (store, _) = Store::open::<Plan>(&path, LISTS).unwrap();
    let mut autosave = Autosave::new(store, &words, NaiveDate::default(), "steadfast".into(), &exit_message);
    let mut prompter = Scripted::new(replies);
    autosave.save_as_is(&plan("one"), &mut prompter).unwrap();
    read_only(&path, 0o400);
    let _ = autosave.save_as_is(&plan("two"), &mut prompter);
    assert_eq!(prompter.unused(), 0, "something was not asked");
    let said: Vec<String> = prompter.transcript().iter().map(|seen| seen.ask.clone()).collect();
    (said.join("\n"), autosave.left)
}

#[test]
fn whoever_leaves_at_a_failed_save_is_told_that_the_answer_is_not_saved() {
    let unsaved = &Words::load("en", None).unwrap().keeping.left_unsaved;
    let unsaved = unsaved.split('{').next().unwrap();
    let (said, _) = heard_at_a_failed_save(vec![ScriptedReply::Action(Action::Leave)]);
    assert!(said.contains(unsaved), "{said}");
    // Who hides is told nothing.
    let (said, left) = heard_at_a_failed_save(vec![ScriptedReply::Action(Action::Hide)]);
    assert!(!said.contains(unsaved) && left == Some(AutosaveEnd::Hidden), "{said}");
}

#[test]
fn no_folder_is_made_for_a_path_with_a_wrong_letter() {
    let nowhere = std::env::temp_dir().join("steadfast-no-such-folder/at-all");
    let typed = nowhere.join("plan.json").to_string_lossy().into_owned();
    // What now is asked again.
    heard_at_a_failed_save(vec![
        ScriptedReply::Pick(1),
        ScriptedReply::Line(typed),
        ScriptedReply::Pick(2),
    ]);
    assert!(!nowhere.exists() && !nowhere.parent().unwrap().exists());
}

#[test]
fn a_change_is_taken_back_within_a_visit_and_the_plan_stays_as_careful() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.json");
    let words = Words::load("en", None).unwrap();
    let exit_message = ExitMessage::default();
    let (store, _) = Store::open::<Plan>(&path, LISTS).unwrap();
    let mut autosave = Autosave::new(store, &words, NaiveDate::default(), "steadfast".into(), &exit_message);
    let mut prompter = Scripted::new(Vec::new());
    let mut now = plan("one");
    assert!(autosave.last_change().unwrap().is_none(), "there is nothing before");
    autosave.save(&mut now, &mut prompter).unwrap();
    for love in ["two", "three"] {
        now.person.love = Answer::Given(Text::new(love));
        now.safety.this_session.harm = Answer::Given(Harm::ByThem);
        autosave.save(&mut now, &mut prompter).unwrap();
    }
    for before in ["two", "one"] {
        let change = autosave.last_change().unwrap().unwrap();
        let loved = change.map(|plan| plan.unwrap()["person"]["love"].clone());
        assert_eq!(loved[0], before);
        let undone = autosave.undo(&mut now, &mut prompter).unwrap();
        assert!(matches!(undone, Undone::Done(_)));
        assert_eq!((now.person.love.words(), loves(&path).as_str()), (before, before));
        assert_eq!(
            readiness::gate(&now),
            Gate::Closed,
            "what closed the plan is not forgotten"
        );
    }
    assert!(autosave.kept);
    // It goes on from there, and what comes is saved as usual.
    now.person.love = Answer::Given(Text::new("four"));
    autosave.save(&mut now, &mut prompter).unwrap();
    assert_eq!(loves(&path), "four");
}
