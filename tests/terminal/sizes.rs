//! Small, large and changing windows, with colour and without.

use std::time::Duration;

use steadfast::text::width;

use super::hands::{DOWN, ENTER, ESC};
use super::harness::{Home, Session};
use super::prompts::{row, sentence};
use super::walks::ten_minutes;

/// How long nothing more comes of a key once it is obeyed.
const MOMENT: Duration = Duration::from_millis(400);

/// The ten minutes, whole, at a size; everything that came.
fn walked(rows: u16, columns: u16, vars: &[(&str, &str)]) -> Option<String> {
    let home = Home::new();
    let mut it = Session::start_with(&home, rows, columns, &[], vars)?;
    // No row may be wider than the screen: `until` looks at every question and every page.
    it.walk(&ten_minutes());
    it.until("home");
    assert_eq!(home.answer("/person/love"), "Songs in the kitchen");
    assert_eq!(
        home.answer("/person/substances"),
        serde_json::json!(["heroin", "alcohol"])
    );
    it.action("leave");
    let ended = it.end();
    assert_eq!((ended.code, ended.tidy), (0, true));
    Some(ended.text)
}

/// The sequences that set colour or weight.
fn weights(text: &str) -> usize {
    let after = text.split("\x1b[").skip(1);
    after
        .filter(|rest| {
            rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == ';')
                .starts_with('m')
        })
        .count()
}

#[test]
fn ten_minutes_fit_forty_columns_and_twelve_rows() {
    walked(12, 40, &[]);
}

#[test]
fn ten_minutes_fit_a_large_screen() {
    walked(60, 200, &[]);
}

#[test]
fn ten_minutes_fit_a_window_of_five_hundred_columns() {
    walked(24, 500, &[]);
}

#[test]
fn no_color_sends_no_color_and_keeps_the_weights() {
    let Some(without) = walked(24, 80, &[("NO_COLOR", "1")]) else {
        return;
    };
    // Bold, dim and reversed are no colors: what is weighed stays weighed.
    assert!(weights(&without) > 50 && without.contains("\x1b[1;7m"));
    assert!(!without.contains("95m"));
    let home = Home::new();
    let mut asked = Session::start_with(&home, 24, 80, &["--no-color"], &[]).unwrap();
    asked.sees("Is anyone in danger");
    asked.press("\x03");
    let switched = asked.end().text;
    assert!(weights(&switched) > 0 && !switched.contains("95m"));
    assert!(walked(24, 80, &[]).unwrap().contains("\x1b[1;95m"));
}

#[test]
fn a_list_goes_on_through_every_size() {
    let home = Home::new();
    let Some(mut it) = Session::start(&home, 12, 40) else {
        return;
    };
    it.walk_to(&ten_minutes(), "person.relation");
    for (rows, columns) in [(24, 80), (10, 30), (24, 80)] {
        it.resize(rows, columns);
        it.press(DOWN);
        // The key counts where the question is drawn, and that takes a moment.
        it.wait_for("a moment", MOMENT, |_| Some(()));
        // Where it does not fit on one screen now, its words stand on pages before it.
        it.until("person.relation");
    }
    it.pick(&row("relation.sibling"));
    it.until("person.ages");
    assert_eq!(home.answer("/person/relation"), "sibling");
    assert_eq!(it.view().over, Vec::<String>::new());
}

#[test]
fn a_window_that_changes_keeps_the_pointer_and_takes_no_key() {
    let home = Home::new();
    let Some(mut it) = Session::start(&home, 24, 80) else {
        return;
    };
    it.walk_to(&ten_minutes(), "person.relation");
    it.go_to(&row("relation.partner"));
    let rows = ["relation.former_partner", "relation.parent", "relation.sibling"].map(row);
    for ((rows, columns), next) in [(30, 100), (16, 60), (24, 80)].into_iter().zip(rows) {
        it.resize(rows, columns);
        it.press(DOWN);
        it.wait(&next, |view| (view.pointer() == Some(&next)).then_some(()));
    }
}

#[test]
fn a_key_writes_only_the_lines_that_changed_and_all_that_a_smaller_window_has_cut() {
    let home = Home::new();
    let Some(mut it) = Session::start(&home, 24, 80) else {
        return;
    };
    it.walk_to(&ten_minutes(), "person.relation");
    let first = row("relation.child");
    it.go_to(&first);
    let stood = it.view().text();
    for (key, pointer) in [(DOWN, row("relation.partner")), ("\x1b[A", first)] {
        it.press(key);
        it.wait(&pointer, |view| (view.pointer() == Some(&pointer)).then_some(()));
        let sent = it.since();
        assert!(sent.len() <= 200 && !sent.contains("\x1b[J"), "{} {sent:?}", sent.len());
    }
    assert_eq!(it.view().text(), stood);
    // Small and wide again at once: nobody who looks at the size sees it.
    it.resize(24, 20);
    it.resize(24, 80);
    assert_ne!(it.view().text(), stood, "the terminal has cut nothing");
    it.wait("what was cut", |view| (view.text() == stood).then_some(()));
    it.resize(24, 20);
    it.resize(24, 80);
    it.press("\x1b[B\x1b[A");
    it.wait("what was cut", |view| (view.text() == stood).then_some(()));
}

#[test]
fn ticks_stay_through_every_size() {
    let home = Home::new();
    let Some(mut it) = Session::start(&home, 24, 80) else {
        return;
    };
    it.walk_to(&ten_minutes(), "person.substances");
    for (size, label) in [((12, 40), "substance.fentanyl"), ((30, 100), "substance.meth")] {
        it.go_to(&row(label));
        it.press(" ");
        it.wait(label, |view| view.is_ticked().then_some(()));
        it.resize(size.0, size.1);
        it.press(DOWN);
        it.wait_for("a moment", MOMENT, |_| Some(()));
        it.until("person.substances");
    }
    it.press(ENTER);
    it.until("person.recent");
    assert_eq!(
        home.answer("/person/substances"),
        serde_json::json!(["fentanyl", "meth"])
    );
}

#[test]
fn a_window_of_one_row_breaks_no_list() {
    let home = Home::new();
    let Some(mut it) = Session::start(&home, 24, 80) else {
        return;
    };
    it.walk_to(&ten_minutes(), "person.relation");
    it.resize(1, 80);
    it.press(DOWN);
    it.set_plain(true);
    it.until("person.relation");
    it.resize(24, 80);
    it.pick(&row("relation.friend"));
    it.set_plain(false);
    it.until("person.ages");
    assert_eq!(home.answer("/person/relation"), "friend");
    it.action("leave");
    assert_eq!(it.end().code, 0);
}

#[test]
fn a_line_goes_on_through_every_size() {
    let home = Home::new();
    let Some(mut it) = Session::start(&home, 24, 80) else {
        return;
    };
    it.walk_to(&ten_minutes(), "planner.name");
    it.press("Jun");
    it.sees("Jun");
    for (rows, columns) in [(10, 30), (1, 20), (24, 80)] {
        it.resize(rows, columns);
    }
    it.press("iper\r");
    it.until("person.name");
    assert_eq!(home.answer("/planner/name"), "Juniper");
}

#[test]
fn a_tiny_window_is_asked_a_line_at_a_time() {
    let home = Home::new();
    let Some(mut it) = Session::start(&home, 9, 80) else {
        return;
    };
    it.set_plain(true);
    it.walk_to(&ten_minutes(), "planner.name");
    it.action("leave");
    let ended = it.end();
    assert_eq!(ended.code, 0);
    // But for the end, where even a tiny window is cleared.
    assert!(!ended.text.replacen("\x1b[H\x1b[2J\x1b[3J", "", 1).contains('\x1b'));
    assert!(
        ended
            .text
            .contains(&sentence("engine.saved").replace("{command}", "steadfast"))
    );
}

#[test]
fn back_leafs_to_the_page_before() {
    let home = Home::new();
    let Some(mut it) = Session::start(&home, 12, 40) else {
        return;
    };
    it.until("danger");
    it.pick(&sentence("danger.answer.overdose"));
    it.waits();
    let first = it.view().text();
    it.press(ENTER);
    it.wait("the second page", |view| {
        (view.text() != first && view.new).then_some(())
    });
    it.waits();
    it.line("<");
    it.wait("the first page", |view| (view.text() == first).then_some(()));
}

#[test]
fn the_menu_is_behind_a_page_too() {
    let home = Home::new();
    let Some(mut it) = Session::start(&home, 12, 40) else {
        return;
    };
    it.walk_to(&ten_minutes(), "visit.length");
    it.pick(&sentence("engine.sample_row"));
    it.waits();
    let page = it.view().text();
    it.line("/");
    it.sees(&sentence("ask.else_ask"));
    it.press(ESC);
    it.wait("the page again", |view| (view.text() == page).then_some(()));
}

#[test]
fn a_card_for_danger_begins_with_its_first_step_on_every_screen() {
    for (rows, columns) in [(24, 80), (12, 40), (60, 200)] {
        for card in ["overdose", "suicide", "violence"] {
            let home = Home::new();
            let Some(mut it) = Session::start(&home, rows, columns) else {
                return;
            };
            it.until("danger");
            it.pick(&sentence(&format!("danger.answer.{card}")));
            it.waits();
            let page = it.view().words();
            let said = |key: &str| sentence(&format!("danger.card.{card}.{key}"));
            let title = said("title").replace("{emergency}", "911").replace("{suicide}", "988");
            assert!(
                page.starts_with(&format!("{title} {} 1. ", said("top"))),
                "{card} {rows}x{columns}\n{page}"
            );
            assert!(page.contains("911"), "{card} {rows}x{columns}\n{page}");
            // These two are left with one key, from their first page.
            if card != "overdose" {
                it.press(ESC);
            }
            it.until("danger");
        }
    }
}

#[test]
fn what_a_command_prints_fits_a_narrow_window_and_no_word_is_broken() {
    let home = Home::new().with_example();
    for line in [
        "help",
        "help privacy",
        "help sheet",
        "checklist",
        "sheet",
        "sheet plan",
        "show",
        "ready",
        "lines",
        "history",
        "where",
        "check",
        "forget",
        "restore 99",
        "done nothing-at-all",
    ] {
        let args: Vec<&str> = line.split(' ').collect();
        // In a window that holds all of it, none of it is leafed through.
        let printed = |columns: u16| Some(Session::start_with(&home, 2000, columns, &args, &[])?.end().text);
        let (Some(narrow), Some(wide)) = (printed(40), printed(120)) else {
            return;
        };
        // The path of a file stays whole.
        let lines = narrow.lines().filter(|row| row.trim().contains(' '));
        let long: Vec<&str> = lines.filter(|row| width(row.trim_end()) > 40).collect();
        assert!(long.is_empty(), "{line} {long:#?}");
        let whole: Vec<&str> = narrow.split_whitespace().collect();
        let ruler = |word: &str| word.trim_matches(['=', '-', '_']).is_empty();
        for word in wide.split_whitespace().filter(|word| word.len() < 34 && !ruler(word)) {
            assert!(whole.contains(&word), "{line} {word}");
        }
    }
}
