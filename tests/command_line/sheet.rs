//! `sheet blank` and the list of pages.

use std::fs;

use crate::home::Home;

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
