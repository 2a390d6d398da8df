//! What `sheet` and `checklist` do.

use super::*;
use crate::app::test_context::TestContext;
use crate::error::FileOperation;

fn checklist(format: PageFormat, context: &mut Context) -> Result<Exit, Error> {
    let printing = PrintOptions {
        format: Some(format),
        ..PrintOptions::default()
    };
    sheet(Some("checklist"), None, &printing, context)
}

fn to(out: &str) -> PrintOptions {
    PrintOptions {
        out: Some(out.into()),
        ..PrintOptions::default()
    }
}

#[test]
fn the_example_has_at_least_45_open_tasks_the_first_among_them() {
    let mut trial = TestContext::new();
    trial.write_example(|_| {});
    assert_eq!(
        trial.run(|context| checklist(PageFormat::Json, context)).unwrap(),
        Exit::Done
    );
    let list: serde_json::Value = serde_json::from_str(&trial.stdout()).unwrap();
    let tasks = list["tasks"].as_array().unwrap();
    let open = tasks.iter().filter(|task| task["done"] == false).count();
    assert!(open >= 45 && tasks[0]["done"] == false, "{open}");
}

#[test]
fn a_closed_plan_asks_whether_paper_is_safe_or_says_it_once() {
    use crate::prompt::{Scripted, ScriptedReply};
    let closed = |plan: &mut serde_json::Value| plan["safety"]["gate"] = "closed".into();
    let mut trial = TestContext::new();
    trial.write_example(closed);
    trial.run(|context| checklist(PageFormat::Text, context)).unwrap();
    assert!(!trial.stdout().is_empty() && !trial.stderr().is_empty());
    for (answer, printed) in [(0, false), (1, true)] {
        let mut trial = TestContext::new();
        trial.write_example(closed);
        trial.prompter = Some(Box::new(Scripted::new(vec![ScriptedReply::Pick(answer)])));
        trial
            .run(|context| {
                (context.surroundings.stdin_tty, context.surroundings.stderr_tty) = (true, true);
                checklist(PageFormat::Text, context)
            })
            .unwrap();
        assert_eq!(!trial.stdout().is_empty(), printed);
    }
}

#[test]
fn danger_and_hide_are_within_reach_where_paper_is_asked_about() {
    use crate::prompt::{Action, Scripted, ScriptedReply};
    let printed = |answers: Vec<ScriptedReply>| {
        let mut trial = TestContext::new();
        trial.write_example(|plan| plan["safety"]["gate"] = "closed".into());
        trial.prompter = Some(Box::new(Scripted::new(answers)));
        let exit = trial.run(|context| {
            (context.surroundings.stdin_tty, context.surroundings.stderr_tty) = (true, true);
            checklist(PageFormat::Text, context)
        });
        (exit, !trial.stdout().is_empty())
    };
    let danger = || {
        vec![
            ScriptedReply::Action(Action::Danger),
            ScriptedReply::PickLabel("No".into()),
        ]
    };
    let (exit, there) = printed([danger(), vec![ScriptedReply::Pick(1)]].concat());
    assert_eq!((exit.unwrap(), there), (Exit::Done, true));
    let (exit, there) = printed(vec![ScriptedReply::Action(Action::Hide)]);
    assert!(matches!(exit, Err(Error::Hidden)) && !there);
    let (exit, there) = printed(vec![ScriptedReply::Action(Action::Back)]);
    assert_eq!((exit.unwrap(), there), (Exit::Done, false));
}

#[test]
fn only_tasks_have_a_key_id() {
    let mut trial = TestContext::new();
    trial.write_example(|_| {});
    trial.run(|context| checklist(PageFormat::Json, context)).unwrap();
    let list: serde_json::Value = serde_json::from_str(&trial.stdout()).unwrap();
    let tasks = list["tasks"].as_array().unwrap().len();
    assert_eq!(trial.stdout().matches("\"id\":").count(), tasks);
}

#[test]
fn a_page_goes_to_a_file_of_its_format_and_never_over_another() {
    let mut trial = TestContext::new();
    trial.write_example(|_| {});
    let path = trial.path().with_file_name("page.md");
    let mut printing = to(path.to_str().unwrap());
    let mut plan = |printing: &PrintOptions| trial.run(|context| sheet(Some("plan"), None, printing, context));
    assert_eq!(plan(&printing).unwrap(), Exit::Done);
    let page = std::fs::read_to_string(&path).unwrap();
    assert!(page.starts_with("# "));
    std::fs::write(&path, "mine").unwrap();
    assert!(matches!(plan(&printing), Err(Error::AlreadyThere(_))));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "mine");
    printing.force = true;
    plan(&printing).unwrap();
    assert_eq!(std::fs::read_to_string(&path).unwrap(), page);
}

#[test]
fn all_pages_go_into_a_folder_of_their_own() {
    let mut trial = TestContext::new();
    trial.write_example(|_| {});
    let folder = trial.path().with_file_name("pages");
    let printing = PrintOptions {
        format: Some(PageFormat::Html),
        ..to(folder.to_str().unwrap())
    };
    let mut all = || trial.run(|context| sheet(Some("all"), None, &printing, context));
    assert_eq!(all().unwrap(), Exit::Done);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&folder), mode(&folder.join("plan.html"))), (0o700, 0o600));
    }
    let names = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name());
    let names: Vec<String> = names.map(|name| name.into_string().unwrap()).collect();
    assert!(names.iter().all(|name| name.ends_with(".html")), "{names:?}");
    assert!(names.contains(&"plan.html".to_string()));
    assert!(matches!(all(), Err(Error::AlreadyThere(_))));
    let nowhere = PrintOptions {
        out: None,
        ..printing.clone()
    };
    assert_eq!(
        trial
            .run(|context| sheet(Some("all"), None, &nowhere, context))
            .unwrap(),
        Exit::Failed
    );
}

/// The files of a folder with what they say.
fn files(folder: &Path) -> Vec<(String, String)> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let name = |path: &Path| path.file_name().unwrap().to_str().unwrap().to_string();
    let mut files: Vec<(String, String)> = entries
        .map(|path| (name(&path), std::fs::read_to_string(&path).unwrap()))
        .collect();
    files.sort();
    files
}

#[test]
fn pages_that_were_there_outlast_a_write_that_fails() {
    let mut trial = TestContext::new();
    trial.write_example(|_| {});
    let folder = trial.path().with_file_name("pages");
    std::fs::create_dir(&folder).unwrap();
    let (written, locked) = (folder.join("checklist.txt"), folder.join("talk.txt"));
    std::fs::write(&written, "mine").unwrap();
    std::fs::write(&locked, "read only").unwrap();
    let before = files(&folder);
    let read_only = |yes| {
        let mut permissions = locked.metadata().unwrap().permissions();
        permissions.set_readonly(yes);
        std::fs::set_permissions(&locked, permissions).unwrap();
    };
    let mut force = |kind, out: &Path| {
        let printing = PrintOptions {
            force: true,
            ..to(out.to_str().unwrap())
        };
        trial.run(|context| sheet(Some(kind), None, &printing, context))
    };
    read_only(true);
    for (kind, out) in [("all", &folder), ("talk", &locked)] {
        let failed = force(kind, out).unwrap_err();
        assert!(
            matches!(
                failed,
                Error::Io {
                    what: FileOperation::WritingOutput,
                    ..
                }
            ),
            "{failed:?}"
        );
        assert_eq!(files(&folder), before, "{kind}");
    }
    read_only(false);
    force("all", &folder).unwrap();
    let after = files(&folder);
    assert!(after.len() > 5 && after.iter().all(|file| !before.contains(file)));
}

#[test]
fn the_names_of_the_pages_are_said_and_a_wrong_one_is_answered() {
    let mut trial = TestContext::new();
    trial
        .run(|context| sheet(None, None, &PrintOptions::default(), context))
        .unwrap();
    assert!(SheetKind::ALL.iter().all(|kind| trial.stdout().contains(kind.code())));
    let exit = trial.run(|context| sheet(Some("chekclist"), None, &PrintOptions::default(), context));
    assert_eq!(exit.unwrap(), Exit::Usage);
    assert!(trial.stderr().contains("checklist"));
}

#[test]
fn a_format_for_programs_is_for_the_checklist_only() {
    let mut trial = TestContext::new();
    trial.write_example(|_| {});
    let csv = PrintOptions {
        format: Some(PageFormat::Csv),
        ..PrintOptions::default()
    };
    let exit = trial.run(|context| sheet(Some("plan"), None, &csv, context));
    assert_eq!((exit.unwrap(), trial.stdout().as_str()), (Exit::Failed, ""));
}

#[test]
fn after_a_death_a_page_is_refused_in_one_kind_sentence_and_nobody_is_asked_for_whom() {
    let mut trial = TestContext::new();
    trial.write_example(|plan| {
        plan["visit"]["changes"] = serde_json::json!([{ "kind": "died", "on": "2026-11-16" }]);
    });
    for kind in ["person", "offer", "chair"] {
        let ran = trial.run(|context| sheet(Some(kind), None, &PrintOptions::default(), context));
        assert_eq!(ran.unwrap(), Exit::Failed);
    }
    let told = trial.stderr();
    assert_eq!(told.matches("nothing has to be done").count(), 3, "{told}");
    assert!(!told.contains("--for") && trial.stdout().is_empty());
}

#[test]
fn the_page_for_the_person_comes_with_a_word_on_handing_it_over() {
    let mut trial = TestContext::new();
    trial.write_example(|_| {});
    trial
        .run(|context| sheet(Some("offer"), None, &PrintOptions::default(), context))
        .unwrap();
    assert!(trial.stderr().contains("Hand it over only if that is safe"));
    assert!(!trial.stdout().contains("Hand it over"));
}

#[test]
fn what_a_professional_asked_for_is_seen_before_the_page_is_first_given_out() {
    let mut trial = TestContext::new();
    trial.write_example(|_| {});
    let asked = "Linden asked for: ";
    for (at, (kind, first)) in [("driver", false), ("chair", true), ("chair", false)]
        .into_iter()
        .enumerate()
    {
        let before = trial.stderr().matches(asked).count();
        let path = trial.path().with_file_name(format!("{at}.html"));
        let printing = to(path.to_str().unwrap());
        let done = trial.run(|context| sheet(Some(kind), None, &printing, context));
        assert_eq!(done.unwrap(), Exit::Done);
        let shown = trial.stderr().matches(asked).count() > before;
        assert_eq!(shown, first, "{kind}");
    }
}

#[test]
fn what_is_still_to_be_found_out_is_seen_before_a_page_for_others_is_first_given_out() {
    let mut trial = TestContext::new();
    trial.write_example(|plan| {
        plan["treatment_options"][0]["address"] = "on 5th street??".into();
        plan["treatment_options"][1]["contact_person"] = "Fern, idk".into();
        plan["person"]["hopes"] = "To row again? Yes.".into();
    });
    let seen = ["on 5th street??", "Fern, idk"];
    for (at, (kind, first)) in [("talk", false), ("offer", true), ("offer", false), ("checklist", false)]
        .into_iter()
        .enumerate()
    {
        let before = trial.stderr().len();
        let path = trial.path().with_file_name(format!("{at}.html"));
        let printing = to(path.to_str().unwrap());
        let done = trial.run(|context| sheet(Some(kind), None, &printing, context));
        assert_eq!(done.unwrap(), Exit::Done);
        let said = trial.stderr()[before..].to_string();
        assert_eq!(seen.map(|typed| said.contains(typed)), [first; 2], "{kind}: {said}");
        assert!(!said.contains("To row again?"), "a question is no shrug: {said}");
    }
}

#[test]
fn a_page_is_out_of_date_when_the_plan_says_something_else() {
    let mut trial = TestContext::new();
    trial.write_example(|_| {});
    let printing = PrintOptions {
        out: Some(trial.path().with_file_name("a.txt")),
        ..PrintOptions::default()
    };
    trial
        .run(|context| sheet(Some("plan"), None, &printing, context))
        .unwrap();
    assert_eq!(
        trial.run(print_log::print_stale_pages).unwrap(),
        Exit::Done,
        "another day alone changes nothing"
    );
    let mut plan: serde_json::Value = serde_json::from_slice(&std::fs::read(trial.path()).unwrap()).unwrap();
    plan["day"]["date"] = "2026-12-19".into();
    trial.write(&plan.to_string());
    trial.out.clear();
    assert_eq!(trial.run(print_log::print_stale_pages).unwrap(), Exit::Found);
    assert!(trial.stdout().contains("plan"), "{}", trial.stdout());
    plan["printed"][0]["sheet"] = "a sheet of a newer program".into();
    trial.write(&plan.to_string());
    assert_eq!(trial.run(print_log::print_stale_pages).unwrap(), Exit::Found);
}

#[test]
fn a_page_is_noted_before_its_first_byte_and_a_page_that_failed_is_not() {
    let mut trial = TestContext::new();
    trial.write_example(|_| {});
    let folder = trial.path().with_file_name("pages");
    std::fs::create_dir(&folder).unwrap();
    let out = folder.join("chair.txt");
    let printed = |plan: &Plan| plan.printed.iter().any(|note| note.path.as_deref() == out.to_str());
    let path = trial.path();
    trial.run(|context| {
        let (mut store, mut plan, _) = open(context).unwrap();
        let note = print_log::print_record(
            SheetKind::Chair,
            None,
            &sheets::compose(SheetKind::Chair, None, &plan, context.words, context.today)
                .ok()
                .unwrap(),
            Some(out.clone()),
            context.today,
        );
        let give = |_: &Plan, context: &mut Context| {
            assert!(
                printed(&open_unasked(context).unwrap()),
                "nothing is known of the page yet"
            );
            Err(Error::NotAFile(path.clone()))
        };
        assert!(print_log::give_out(vec![note], &mut store, &mut plan, context, give).is_err());
        assert!(!printed(&open_unasked(context).unwrap()));
    });
}
