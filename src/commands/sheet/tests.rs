//! What `sheet` and `checklist` do.

use super::*;
use crate::commands::trial::Trial;
use crate::error::What;

fn checklist(format: PageFormat, errand: &mut Errand) -> Result<Exit, Error> {
    let printing = Printing {
        format: Some(format),
        ..Printing::default()
    };
    sheet(Some("checklist"), None, &printing, errand)
}

fn to(out: &str) -> Printing {
    Printing {
        out: Some(out.into()),
        ..Printing::default()
    }
}

#[test]
fn the_example_has_at_least_45_open_tasks_the_first_among_them() {
    let mut trial = Trial::new();
    trial.write_example(|_| {});
    assert_eq!(
        trial.run(|errand| checklist(PageFormat::Json, errand)).unwrap(),
        Exit::Done
    );
    let list: serde_json::Value = serde_json::from_str(&trial.printed()).unwrap();
    let tasks = list["tasks"].as_array().unwrap();
    let open = tasks.iter().filter(|task| task["done"] == false).count();
    assert!(open >= 45 && tasks[0]["done"] == false, "{open}");
}

#[test]
fn a_closed_plan_asks_whether_paper_is_safe_or_says_it_once() {
    use crate::ask::{Answered, Scripted};
    let closed = |plan: &mut serde_json::Value| plan["safety"]["gate"] = "closed".into();
    let mut trial = Trial::new();
    trial.write_example(closed);
    trial.run(|errand| checklist(PageFormat::Text, errand)).unwrap();
    assert!(!trial.printed().is_empty() && !trial.told().is_empty());
    for (answer, printed) in [(0, false), (1, true)] {
        let mut trial = Trial::new();
        trial.write_example(closed);
        trial.asker = Some(Box::new(Scripted::new(vec![Answered::Pick(answer)])));
        trial
            .run(|errand| {
                (errand.around.stdin_tty, errand.around.stderr_tty) = (true, true);
                checklist(PageFormat::Text, errand)
            })
            .unwrap();
        assert_eq!(!trial.printed().is_empty(), printed);
    }
}

#[test]
fn danger_and_hide_are_within_reach_where_paper_is_asked_about() {
    use crate::ask::{Answered, Scripted, Wish};
    let printed = |answers: Vec<Answered>| {
        let mut trial = Trial::new();
        trial.write_example(|plan| plan["safety"]["gate"] = "closed".into());
        trial.asker = Some(Box::new(Scripted::new(answers)));
        let exit = trial.run(|errand| {
            (errand.around.stdin_tty, errand.around.stderr_tty) = (true, true);
            checklist(PageFormat::Text, errand)
        });
        (exit, !trial.printed().is_empty())
    };
    let danger = || vec![Answered::Wish(Wish::Danger), Answered::PickLabel("No".into())];
    let (exit, there) = printed([danger(), vec![Answered::Pick(1)]].concat());
    assert_eq!((exit.unwrap(), there), (Exit::Done, true));
    let (exit, there) = printed(vec![Answered::Wish(Wish::Hide)]);
    assert!(matches!(exit, Err(Error::Hidden)) && !there);
    let (exit, there) = printed(vec![Answered::Wish(Wish::Back)]);
    assert_eq!((exit.unwrap(), there), (Exit::Done, false));
}

#[test]
fn only_tasks_have_a_key_id() {
    let mut trial = Trial::new();
    trial.write_example(|_| {});
    trial.run(|errand| checklist(PageFormat::Json, errand)).unwrap();
    let list: serde_json::Value = serde_json::from_str(&trial.printed()).unwrap();
    let tasks = list["tasks"].as_array().unwrap().len();
    assert_eq!(trial.printed().matches("\"id\":").count(), tasks);
}

#[test]
fn a_page_goes_to_a_file_of_its_format_and_never_over_another() {
    let mut trial = Trial::new();
    trial.write_example(|_| {});
    let path = trial.path().with_file_name("page.md");
    let mut printing = to(path.to_str().unwrap());
    let mut plan = |printing: &Printing| trial.run(|errand| sheet(Some("plan"), None, printing, errand));
    assert_eq!(plan(&printing).unwrap(), Exit::Done);
    let page = std::fs::read_to_string(&path).unwrap();
    assert!(page.starts_with("# "));
    std::fs::write(&path, "mine").unwrap();
    assert!(matches!(plan(&printing), Err(Error::AlreadyThere { .. })));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "mine");
    printing.force = true;
    plan(&printing).unwrap();
    assert_eq!(std::fs::read_to_string(&path).unwrap(), page);
}

#[test]
fn all_pages_go_into_a_folder_of_their_own() {
    let mut trial = Trial::new();
    trial.write_example(|_| {});
    let folder = trial.path().with_file_name("pages");
    let printing = Printing {
        format: Some(PageFormat::Html),
        ..to(folder.to_str().unwrap())
    };
    let mut all = || trial.run(|errand| sheet(Some("all"), None, &printing, errand));
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
    assert!(matches!(all(), Err(Error::AlreadyThere { .. })));
    let nowhere = Printing {
        out: None,
        ..printing.clone()
    };
    assert_eq!(
        trial.run(|errand| sheet(Some("all"), None, &nowhere, errand)).unwrap(),
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
    let mut trial = Trial::new();
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
        let printing = Printing {
            force: true,
            ..to(out.to_str().unwrap())
        };
        trial.run(|errand| sheet(Some(kind), None, &printing, errand))
    };
    read_only(true);
    for (kind, out) in [("all", &folder), ("talk", &locked)] {
        let failed = force(kind, out).unwrap_err();
        assert!(matches!(failed, Error::Io { what: What::Giving, .. }), "{failed:?}");
        assert_eq!(files(&folder), before, "{kind}");
    }
    read_only(false);
    force("all", &folder).unwrap();
    let after = files(&folder);
    assert!(after.len() > 5 && after.iter().all(|file| !before.contains(file)));
}

#[test]
fn the_names_of_the_pages_are_said_and_a_wrong_one_is_answered() {
    let mut trial = Trial::new();
    trial
        .run(|errand| sheet(None, None, &Printing::default(), errand))
        .unwrap();
    assert!(Kind::ALL.iter().all(|kind| trial.printed().contains(kind.code())));
    let exit = trial.run(|errand| sheet(Some("chekclist"), None, &Printing::default(), errand));
    assert_eq!(exit.unwrap(), Exit::Usage);
    assert!(trial.told().contains("checklist"));
}

#[test]
fn a_format_for_programs_is_for_the_checklist_only() {
    let mut trial = Trial::new();
    trial.write_example(|_| {});
    let csv = Printing {
        format: Some(PageFormat::Csv),
        ..Printing::default()
    };
    let exit = trial.run(|errand| sheet(Some("plan"), None, &csv, errand));
    assert_eq!((exit.unwrap(), trial.printed().as_str()), (Exit::Failed, ""));
}

#[test]
fn after_a_death_a_page_is_refused_in_one_kind_sentence_and_nobody_is_asked_for_whom() {
    let mut trial = Trial::new();
    trial.write_example(|plan| {
        plan["visit"]["changes"] = serde_json::json!([{ "kind": "died", "on": "2026-11-16" }]);
    });
    for kind in ["person", "offer", "chair"] {
        let ran = trial.run(|errand| sheet(Some(kind), None, &Printing::default(), errand));
        assert_eq!(ran.unwrap(), Exit::Failed);
    }
    let told = trial.told();
    assert_eq!(told.matches("nothing has to be done").count(), 3, "{told}");
    assert!(!told.contains("--for") && trial.printed().is_empty());
}

#[test]
fn the_page_for_the_person_comes_with_a_word_on_handing_it_over() {
    let mut trial = Trial::new();
    trial.write_example(|_| {});
    trial
        .run(|errand| sheet(Some("offer"), None, &Printing::default(), errand))
        .unwrap();
    assert!(trial.told().contains("hand it over only if that is safe"));
    assert!(!trial.printed().contains("hand it over"));
}
