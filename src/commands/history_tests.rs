use super::super::done::done;
use super::super::forget::forget;
use serde_json::Value;

use super::*;
use crate::app::open_to_write;
use crate::app::test_context::TestContext;
use crate::plan::Gate;
use crate::readiness;

fn about(trial: &TestContext, pointer: &str) -> Value {
    let plan: Value = serde_json::from_str(&std::fs::read_to_string(trial.path()).unwrap()).unwrap();
    plan.pointer(pointer).cloned().unwrap_or_default()
}

fn forgotten(trial: &mut TestContext, question: &str, item: Option<&str>) {
    assert_eq!(
        trial.run(|context| forget(Some(question), item, context)).unwrap(),
        Exit::Done
    );
}

fn ticked(trial: &mut TestContext, id: &str) {
    let ids = [id.to_string()];
    assert_eq!(trial.run(|context| done(&ids, false, context)).unwrap(), Exit::Done);
}

/// A plan with three changes after one another.
fn changed() -> TestContext {
    let mut trial = TestContext::new();
    trial.write_example(|_| {});
    ticked(&mut trial, "naloxone");
    ticked(&mut trial, "lock_up");
    trial.out.clear();
    trial.err.clear();
    trial
}

#[test]
fn the_versions_are_listed_with_the_step_in_which_they_were_changed() {
    let mut trial = changed();
    let mut plan: Value = serde_json::from_str(&std::fs::read_to_string(trial.path()).unwrap()).unwrap();
    plan["person"]["love"] = "Something else".into();
    trial.write(&plan.to_string());
    ticked(&mut trial, "private_place");
    assert_eq!(trial.run(|context| history(Format::Text, context)).unwrap(), Exit::Done);
    let printed = trial.stdout();
    let rows: Vec<&str> = printed.lines().collect();
    assert!(rows[0].starts_with("  3: "), "{printed}");
    assert!(rows[0].ends_with("The list"), "{printed}");
    // What was changed by hand belongs to the save before it.
    assert!(
        rows[1].contains("The list") && rows[1].contains("The person") || rows[1].contains(','),
        "{printed}"
    );
    assert!(printed.contains("steadfast undo") && printed.contains("steadfast restore"));
}

#[test]
fn without_versions_that_is_said() {
    let mut trial = TestContext::new();
    assert!(matches!(
        trial.run(|context| history(Format::Text, context)),
        Err(Error::Missing(_))
    ));
    trial.write_example(|_| {});
    assert_eq!(trial.run(|context| history(Format::Text, context)).unwrap(), Exit::Done);
    assert_eq!(trial.run(undo).unwrap(), Exit::Failed);
    assert_eq!(trial.run(|context| restore(Some("7"), context)).unwrap(), Exit::Failed);
    assert_eq!(
        trial.run(|context| restore(Some("x\u{1b}"), context)).unwrap(),
        Exit::Failed
    );
    assert!(!trial.stderr().contains('\u{1b}'));
    assert!(trial.stderr().contains("7") && !trial.stdout().is_empty());
}

#[test]
fn undo_twice_goes_two_back_and_a_restore_is_taken_back_too() {
    let mut trial = changed();
    let marks = |trial: &TestContext| -> usize {
        let tasks = about(trial, "/tasks");
        let done = |task: &&Value| task["done"] == "2026-11-21";
        tasks.as_array().map_or(0, |tasks| tasks.iter().filter(done).count())
    };
    let most = marks(&trial);
    trial.run(undo).unwrap();
    assert_eq!(marks(&trial), most - 1);
    assert!(trial.stderr().contains("steadfast restore 3"), "{}", trial.stderr());
    trial.run(undo).unwrap();
    assert_eq!(marks(&trial), most - 2);
    assert_eq!(trial.run(undo).unwrap(), Exit::Failed);
    trial.run(|context| restore(Some("3"), context)).unwrap();
    assert_eq!(marks(&trial), most);
    trial.run(undo).unwrap();
    assert_eq!(marks(&trial), most - 2);
}

#[test]
fn somebody_taken_off_the_list_comes_back() {
    let mut trial = TestContext::new();
    trial.write_example(|_| {});
    let all = about(&trial, "/attendees");
    let mut plan: Value = serde_json::from_str(&std::fs::read_to_string(trial.path()).unwrap()).unwrap();
    plan["boundaries"] = serde_json::json!([]);
    let boundaries = about(&trial, "/boundaries");
    forgotten(&mut trial, "day.place", None);
    // In the same way as the wizard: the item is removed and the plan is kept.
    trial.run(|context| {
        let (mut store, mut plan, _) = open_to_write(context).unwrap();
        let first = plan.attendees[0].id.clone();
        plan.remove(crate::plan::List::Attendees, &first);
        save(&mut store, &mut plan, context).unwrap();
        for id in plan.ids(crate::plan::List::Boundaries) {
            plan.remove(crate::plan::List::Boundaries, &id);
        }
        save(&mut store, &mut plan, context).unwrap();
    });
    assert_ne!(about(&trial, "/attendees"), all);
    trial.run(undo).unwrap();
    trial.run(undo).unwrap();
    assert_eq!(about(&trial, "/attendees"), all);
    assert_eq!(about(&trial, "/boundaries"), boundaries);
}

#[test]
fn an_open_gate_of_before_does_not_come_back_over_a_closed_one() {
    for way in [undo as fn(&mut Context) -> Result<Exit, Error>, |context| {
        restore(Some("1"), context)
    }] {
        let mut trial = TestContext::new();
        trial.write_example(|plan| {
            plan["professionals"] = serde_json::json!([]);
            plan["safety"] = serde_json::json!({
                "gate": "open", "asked": ["person.recent", "safety.harm", "safety.suicide"], "on": "2026-11-01",
                "means": "none", "keep": "yes", "told": {"harm": "no", "suicide": "no", "pregnant": "no"},
            });
        });
        trial.run(|context| {
            let (mut store, mut plan, _) = open_to_write(context).unwrap();
            plan.safety.this_session.harm = crate::plan::Answer::Given(crate::plan::Harm::ByThem);
            save(&mut store, &mut plan, context).unwrap();
            assert_eq!(readiness::gate(&plan), Gate::Closed);
        });
        assert_eq!(trial.run(way).unwrap(), Exit::Done);
        assert_eq!(about(&trial, "/safety/gate"), "closed");
        trial.run(|context| {
            let plan = open(context).unwrap().1;
            assert_eq!(readiness::gate(&plan), Gate::Closed);
            assert!(plan.safety.asked.is_empty(), "the questions are put again");
        });
        assert!(trial.stderr().contains("safety questions"), "{}", trial.stderr());
    }
}

#[test]
fn a_professionals_yes_of_before_opens_nothing_again() {
    let mut trial = TestContext::new();
    trial.write_example(|_| {});
    let mut keep_with = |agrees: crate::plan::Agrees| {
        trial.run(|context| {
            let (mut store, mut plan, _) = open_to_write(context).unwrap();
            plan.safety.on = Some(context.today);
            plan.safety.gate = Some(Gate::Closed);
            let pro = &mut plan.professionals[0];
            pro.name = crate::plan::Answer::Given(crate::plan::Text::new("Ada"));
            pro.conditions = crate::plan::Answer::Given(crate::plan::Text::new("With her there"));
            pro.status = crate::plan::Answer::Given(crate::plan::ProStatus::Have);
            pro.r#type = crate::plan::Answer::Given(crate::plan::ProType::Doctor);
            pro.agreed_on = crate::plan::Answer::Given(context.today);
            pro.agrees_meeting_is_safe = crate::plan::Answer::Given(agrees);
            save(&mut store, &mut plan, context).unwrap();
            readiness::gate(&plan)
        })
    };
    let open_again = keep_with(crate::plan::Agrees::Yes);
    let against = keep_with(crate::plan::Agrees::Against);
    assert!(against == Gate::Closed && open_again < Gate::Closed, "{open_again:?}");
    trial.run(undo).unwrap();
    trial.run(|context| {
        let plan = open(context).unwrap().1;
        assert_eq!(readiness::gate(&plan), Gate::Closed);
    });
}

#[test]
fn what_is_forgotten_is_gone_from_every_version_and_no_undo_brings_it_back() {
    let mut trial = changed();
    let words = about(&trial, "/person/love").as_str().unwrap().to_string();
    forgotten(&mut trial, "person.love", None);
    assert!(trial.stderr().contains("from 2 earlier versions"), "{}", trial.stderr());
    let everything = || -> String {
        let folder = trial.path().with_file_name(".plan.json.before");
        let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        files
            .chain([trial.path()])
            .map(|path| std::fs::read_to_string(path).unwrap())
            .collect()
    };
    assert!(!everything().contains(&words));
    trial.run(undo).unwrap();
    trial.run(undo).unwrap();
    assert_eq!(about(&trial, "/person/love"), Value::Null);
}

#[test]
fn private_answers_that_are_not_kept_any_more_leave_the_versions_too() {
    let mut trial = TestContext::new();
    trial.write_example(|plan| {
        plan["safety"]["keep"] = "yes".into();
        plan["safety"]["told"] = serde_json::json!({"harm": "by_them"});
    });
    ticked(&mut trial, "naloxone");
    trial.run(|context| {
        let (mut store, mut plan, _) = open_to_write(context).unwrap();
        plan.safety.keep = crate::plan::Answer::Given(crate::plan::YesNo::No);
        save(&mut store, &mut plan, context).unwrap();
    });
    let folder = trial.path().with_file_name(".plan.json.before");
    let versions: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    assert_eq!(versions.len(), 2);
    for path in versions.into_iter().chain([trial.path()]) {
        assert!(!std::fs::read_to_string(path).unwrap().contains("by_them"));
    }
}

#[cfg(feature = "encryption")]
#[test]
fn an_open_plan_over_locked_versions_is_locked_again_and_no_dead_end() {
    for way in [
        undo as fn(&mut Context) -> Result<Exit, Error>,
        |context| restore(Some("1"), context),
        |context| forget(Some("person.love"), None, context),
    ] {
        let mut trial = changed();
        let plain = std::fs::read_to_string(trial.path())
            .unwrap()
            .replace("Juniper", "Hazel");
        let file = trial.path().with_file_name("words");
        std::fs::write(&file, "seven calm rivers run").unwrap();
        trial.passphrase = Some(file);
        trial.run(|context| super::super::lock::lock(false, context)).unwrap();
        trial.write(&plain);
        assert_eq!(trial.run(|context| history(Format::Text, context)).unwrap(), Exit::Done);
        assert!(!trial.stdout().contains("cannot be read"), "{}", trial.stdout());
        assert_eq!(trial.run(way).unwrap(), Exit::Done);
        assert!(trial.stderr().contains("locked again"), "{}", trial.stderr());
        let folder = trial.path().with_file_name(".plan.json.before");
        let versions: Vec<_> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .collect();
        assert!(versions.len() > 1);
        for path in versions.into_iter().chain([trial.path()]) {
            assert!(store::is_encrypted(&path).unwrap(), "{path:?}");
        }
    }
}

#[test]
fn a_save_removes_no_file_whatever_is_in_it() {
    let mut trial = TestContext::new();
    trial.write_example(|plan| {
        plan["safety"]["keep"] = "no".into();
        plan["safety"]["told"] = serde_json::json!({"harm": "by_them"});
    });
    let before = trial.path().with_file_name(".plan.json.before");
    std::fs::create_dir(&before).unwrap();
    let left = [
        before.join("000001.json"),
        trial.path().with_file_name("plan (typed here, 2026-11-21 22.14).json"),
    ];
    std::fs::write(&left[0], "damaged").unwrap();
    std::fs::write(&left[1], "{\"format\": 2}").unwrap();
    ticked(&mut trial, "naloxone");
    assert_eq!(std::fs::read_to_string(&left[0]).unwrap(), "damaged");
    assert_eq!(std::fs::read_to_string(&left[1]).unwrap(), "{\"format\": 2}");
    // What can be read is searched all the same.
    let version = store::versions(&trial.path()).unwrap().remove(0);
    let version = std::fs::read_to_string(version.path).unwrap();
    assert!(!version.contains("by_them"), "{version}");
}
