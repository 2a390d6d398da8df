//! What is typed stays whole, and its question around it, whatever happens to the screen meanwhile.

use std::time::Duration;

use super::danger::title;
use super::hands::{DOWN, ENTER, ESC};
use super::harness::{Home, Session};
use super::prompts::{asks, sentence};
use super::walks::ten_minutes;

const TYPED: &str = "half a na";

/// At a field with words in it.
fn typing() -> Option<(Home, Session)> {
    let home = Home::new();
    let mut it = Session::start(&home, 24, 80)?;
    it.walk_to(&ten_minutes(), "planner.name");
    it.press(TYPED);
    it.sees(TYPED);
    Some((home, it))
}

/// The question stands there with what was typed, and goes on from there.
fn goes_on(home: &Home, mut it: Session) {
    let ask = asks("planner.name").remove(0);
    it.wait("the question and what was typed", |view| {
        (view.words().contains(&ask) && view.line.ends_with(TYPED)).then_some(())
    });
    it.press(&format!("me{ENTER}"));
    it.until("person.name");
    assert_eq!(home.answer("/planner/name"), "half a name");
}

#[test]
fn a_field_is_whole_again_after_the_program_was_stopped_and_woken() {
    for shell_sets_lines in [false, true] {
        let Some((home, mut it)) = typing() else { return };
        it.signal("STOP");
        it.wipe(shell_sets_lines);
        std::thread::sleep(Duration::from_millis(1500));
        it.signal("CONT");
        goes_on(&home, it);
    }
}

#[test]
fn a_list_is_whole_again_after_the_program_was_stopped_and_woken() {
    for shell_sets_lines in [false, true] {
        let home = Home::new();
        let Some(mut it) = Session::start(&home, 24, 80) else {
            return;
        };
        it.walk_to(&ten_minutes(), "person.relation");
        it.press(DOWN);
        it.wait("a row", |view| view.pointer().map(drop));
        let before = it.view().text();
        it.signal("STOP");
        it.wipe(shell_sets_lines);
        std::thread::sleep(Duration::from_millis(1500));
        it.signal("CONT");
        it.wait("the same list", |view| {
            (view.text() == before && view.raw).then_some(())
        });
        it.press(ENTER);
        it.until("person.ages");
        assert_eq!(home.answer("/person/relation"), "child");
    }
}

#[test]
fn a_field_is_whole_again_in_a_window_of_another_size() {
    for sizes in [
        &[(30, 100)][..],
        &[(12, 40)],
        &[(1, 20), (24, 80)],
        &[(6, 80), (24, 80)],
    ] {
        let Some((home, mut it)) = typing() else { return };
        for (rows, columns) in sizes {
            it.resize(*rows, *columns);
            it.wipe(false);
            std::thread::sleep(Duration::from_millis(400));
        }
        goes_on(&home, it);
    }
}

#[test]
fn a_field_is_whole_again_on_request() {
    let Some((home, mut it)) = typing() else { return };
    it.wipe(false);
    it.press("\x0c");
    goes_on(&home, it);
}

#[test]
fn ctrl_z_brings_back_what_was_taken_away_and_stops_nothing() {
    let Some((home, mut it)) = typing() else { return };
    it.press("\x15");
    it.wait("an empty field", |view| (!view.words().contains(TYPED)).then_some(()));
    it.press("\x1a");
    goes_on(&home, it);
}

#[test]
fn a_page_is_whole_again_in_a_window_of_another_size() {
    let home = Home::new();
    let Some(mut it) = Session::start(&home, 24, 80) else {
        return;
    };
    it.until("danger");
    it.pick(&sentence("danger.answer.overdose"));
    it.waits();
    for (rows, columns) in [(12, 40), (30, 100)] {
        it.resize(rows, columns);
        it.wipe(false);
        it.sees(&title("overdose"));
    }
}

/// What lies beside the plan of what was being typed.
fn kept(home: &Home) -> Option<String> {
    std::fs::read_to_string(home.folder().join(".steadfast-plan.json-typed")).ok()
}

#[test]
fn what_was_half_typed_is_there_again_whatever_ended_the_visit() {
    let ways: [fn(&mut Session); 4] = [
        |it| it.press("\x03"),
        |it| it.signal("TERM"),
        |it| it.signal("HUP"),
        |it| {
            it.press(ESC);
            it.until("visit.length");
            it.action("leave");
        },
    ];
    for way in ways {
        let Some((home, mut it)) = typing() else { return };
        way(&mut it);
        let ended = it.end();
        assert!(!ended.text.contains(&sentence("engine.half_typed")), "{}", ended.screen);
        assert!(kept(&home).is_some_and(|kept| kept.contains(TYPED)));
        assert!(!home.plan().to_string().contains(TYPED), "it is no answer");
        let Some(mut it) = Session::go_on(&home, 24, 80) else {
            return;
        };
        it.until("planner.name");
        goes_on(&home, it);
        assert_eq!(kept(&home), None, "it was taken up again");
    }
}

#[test]
fn what_was_half_typed_and_cannot_be_kept_is_said_to_be_lost() {
    for signal in [true, false] {
        let Some((home, mut it)) = typing() else { return };
        std::fs::create_dir(home.folder().join(".steadfast-plan.json-typed")).unwrap();
        if signal {
            it.signal("TERM");
        } else {
            it.press(ESC);
            it.until("visit.length");
            it.action("leave");
        }
        let ended = it.end();
        assert!(ended.text.contains(&sentence("engine.half_typed")), "{}", ended.screen);
    }
}
