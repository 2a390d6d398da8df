//! `sheet blank` and the list of pages.

use std::fs;

use super::home::Home;

#[test]
fn the_blank_pages_need_no_plan_and_read_none() {
    for plan in [None, Some("this is no plan")] {
        let home = Home::new();
        if let Some(text) = plan {
            fs::write(home.plan(), text).unwrap();
        }
        for (format, piece) in [("text", "____"), ("markdown", "# "), ("html", "<html")] {
            let ran = home.run(&format!("sheet blank --format {format}")).ends(0);
            assert!(ran.out.contains(piece), "{format} {ran:?}");
        }
        assert_eq!(fs::read_to_string(home.plan()).ok().as_deref(), plan);
    }
}

#[test]
fn the_blank_pages_go_to_the_file_that_is_named_and_to_no_other() {
    let home = Home::new();
    let out = home.0.path().join("a.html");
    let line = format!("sheet blank --out {}", out.display());
    let ran = home.run(&line).ends(0);
    assert_eq!(ran.out, "");
    assert!(ran.err.contains("a.html"), "{ran:?}");
    assert!(fs::read_to_string(&out).unwrap().contains("<html"));
    fs::write(&out, "mine").unwrap();
    home.run(&line).ends(1);
    assert_eq!(fs::read_to_string(&out).unwrap(), "mine");
    home.run(&format!("{line} --force")).ends(0);
    assert!(fs::read_to_string(&out).unwrap().contains("<html"));
}

#[test]
fn the_blank_pages_are_for_nobody_by_name_and_are_no_list_of_tasks() {
    let home = Home::with_plan();
    for line in [
        "sheet blank --for Juniper",
        "sheet blank --format json",
        "sheet blank --format csv",
    ] {
        let ran = home.run(line).ends(1);
        assert_eq!(ran.out, "", "{line}");
        assert!(!ran.err.is_empty(), "{line}");
    }
}

#[test]
fn the_list_of_pages_names_the_blank_ones() {
    let ran = Home::with_plan().run("sheet").ends(0);
    assert!(ran.out.lines().any(|line| line.trim().starts_with("blank:")), "{ran:?}");
    let near = Home::with_plan().run("sheet blnk").ends(2);
    assert!(near.err.contains("blank"), "{near:?}");
}

#[test]
fn the_list_of_pages_names_those_that_the_plan_has_now() {
    let listed = |home: &Home| -> Vec<String> {
        let ran = home.run("sheet").ends(0);
        let rows = ran.out.lines().filter(|line| !line.starts_with("    "));
        rows.filter_map(|line| Some(line.strip_prefix("  ")?.split_once(": ")?.0.to_string()))
            .collect()
    };
    let all = listed(&Home::new());
    assert!(all.iter().any(|kind| kind == "chair") && all.len() == 18, "{all:?}");
    assert_eq!(listed(&Home::with_plan()), all);
    let home = Home::new();
    let mut closed: serde_json::Value = serde_json::from_str(super::EXAMPLE).unwrap();
    closed["safety"]["gate"] = "closed".into();
    closed["professionals"] = serde_json::json!([]);
    fs::write(home.plan(), closed.to_string()).unwrap();
    let now = listed(&home);
    let gone: Vec<&String> = all.iter().filter(|kind| !now.contains(kind)).collect();
    assert_eq!(gone, ["letter", "chair", "driver", "cards", "home", "talk"]);
    for kind in gone {
        home.run(&format!("sheet {kind}")).ends(1);
    }
}
