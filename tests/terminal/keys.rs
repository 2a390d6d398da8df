//! Every way to move, in questions for words and in lists.

use serde_json::Value;

use super::hands::{ENTER, ESC};
use super::harness::{Home, Session};
use super::prompts::{asked, prompt, row, sentence};
use super::view::Waits;
use super::walks::ten_minutes;

const CLEAR_LINE: &str = "\x15";
const END_OF_INPUT: &str = "\x04";

/// At this question of the ten minutes.
fn at(home: &Home, id: &str) -> Option<Session> {
    let mut it = Session::start(home, 24, 80)?;
    it.walk_to(&ten_minutes(), id);
    Some(it)
}

#[test]
fn esc_and_the_sign_go_back_to_the_earlier_answer() {
    let home = Home::new();
    let Some(mut it) = at(&home, "person.ages") else { return };
    it.press(ESC);
    it.until("person.relation");
    assert_eq!(it.view().pointer(), Some(row("relation.child").as_str()));
    it.press(ESC);
    it.until("person.name");
    assert_eq!(it.view().line, format!("{}: Robin", prompt("person.name")));
    it.press(&format!("{CLEAR_LINE}<{ENTER}"));
    it.until("planner.name");
    assert!(it.view().line.ends_with(": Juniper"));
    // Enter keeps what stands there, and what is answered is not asked again.
    it.press(ENTER);
    it.until("person.ages");
}

#[test]
fn esc_keeps_the_words_that_were_begun() {
    let home = Home::new();
    let Some(mut it) = at(&home, "person.name") else { return };
    it.press("Rob");
    it.sees(": Rob");
    it.press(ESC);
    it.until("planner.name");
    it.press(ENTER);
    it.until("person.name");
    assert!(it.view().line.ends_with(": Rob"), "{}", it.view().line);
    it.line("in");
    it.until("person.relation");
    assert_eq!(home.answer("/person/name"), "Robin");
}

#[test]
fn ticks_survive_going_back() {
    let home = Home::new();
    let Some(mut it) = at(&home, "person.substances") else {
        return;
    };
    it.go_to(&row("substance.fentanyl"));
    it.press(" ");
    it.sees("[x]");
    it.press(ESC);
    it.until("person.ages");
    it.press(ENTER);
    it.until("person.substances");
    assert!(it.view().text().contains(&format!("[x] {}", row("substance.fentanyl"))));
    it.press(ENTER);
    it.until("person.recent");
    assert_eq!(home.answer("/person/substances"), serde_json::json!(["fentanyl"]));
}

#[test]
fn nothing_ticked_is_asked_about() {
    let home = Home::new();
    let Some(mut it) = at(&home, "person.recent") else {
        return;
    };
    it.press(ENTER);
    it.sees(&sentence("ask.none_ask"));
    assert_eq!(it.waits(), Waits::Rows);
    it.pick(&sentence("ask.none_yes"));
    it.until("person.care");
    assert_eq!(home.answer("/person/recent"), serde_json::json!(["none"]));
}

#[test]
fn the_signs_move_from_a_question_for_words() {
    let home = Home::new();
    let Some(mut it) = at(&home, "planner.name") else {
        return;
    };
    it.action("help");
    it.sees(&sentence("engine.help_title"));
    it.sees(&asked("planner.name", "help"));
    it.until("planner.name");
    it.action("danger");
    it.until("danger");
    it.pick(&sentence("danger.answer.no"));
    it.until("planner.name");
    it.action("later");
    it.until("person.name");
    assert!(
        home.answer("/planner/name").is_object(),
        "{}",
        home.answer("/planner/name")
    );
    it.action("skip");
    it.until("person.relation");
    it.action("back");
    it.until("person.name");
    it.action("home");
    it.until("home");
    it.action("leave");
    let ended = it.end();
    assert_eq!((ended.code, ended.tidy), (0, true));
}

#[test]
fn the_menu_one_key_away_moves_from_a_list() {
    let home = Home::new();
    let Some(mut it) = at(&home, "visit.computer") else {
        return;
    };
    it.press("/");
    it.until("else");
    assert_eq!(it.view().pointer(), Some(row("ask.menu.danger.label").as_str()));
    it.press(ENTER);
    it.until("danger");
    it.pick(&sentence("danger.answer.no"));
    it.until("visit.computer");
    it.action("help");
    // With the question below it there is no room: the help comes first, and whole.
    it.sees(&sentence("engine.help_title"));
    it.sees(&asked("visit.computer", "help"));
    it.until("visit.computer");
    // Esc in the menu is the question again.
    it.press("/");
    it.until("else");
    it.press(ESC);
    it.until("visit.computer");
    it.action("later");
    it.until("visit.length");
    it.action("back");
    it.until("visit.computer");
    it.action("skip");
    it.until("visit.length");
    it.action("home");
    it.until("home");
}

#[test]
fn the_signs_move_from_a_list_too() {
    let home = Home::new();
    let Some(mut it) = at(&home, "person.relation") else {
        return;
    };
    it.line("?");
    it.sees(&asked("person.relation", "help"));
    it.until("person.relation");
    it.line("!");
    it.until("danger");
    it.pick(&sentence("danger.answer.no"));
    it.until("person.relation");
    it.line(">");
    it.until("person.ages");
    assert!(home.answer("/person/relation").is_object());
    it.line("/back");
    it.until("person.relation");
    it.line("/skip");
    it.until("person.ages");
    it.pick(&row("ages.both_adults"));
    it.until("person.substances");
    it.press(" ");
    it.sees("[x]");
    it.line("?");
    it.sees(&asked("person.substances", "help"));
    it.until("person.substances");
    assert!(it.view().text().contains("[x]"), "a tick is lost");
    it.line("/hide");
    let ended = it.end();
    assert_eq!((ended.code, ended.tidy), (0, true));
    assert_eq!(ended.screen, sentence("home.hidden_line"));
}

#[test]
fn a_sign_behind_the_earlier_answer_moves_and_the_answer_stays() {
    let home = Home::new();
    let Some(mut it) = at(&home, "person.relation") else {
        return;
    };
    it.press(ESC);
    it.until("person.name");
    it.sees(": Robin");
    it.line("!");
    it.until("danger");
    it.pick(&sentence("danger.answer.no"));
    it.until("person.name");
    assert!(it.view().line.ends_with(": Robin"), "{}", it.view().line);
    it.line("/hide");
    let ended = it.end();
    assert_eq!((ended.code, ended.tidy), (0, true));
    assert_eq!(ended.screen, sentence("home.hidden_line"));
    assert_eq!(home.answer("/person/name"), "Robin");
}

#[test]
fn words_typed_over_a_list_find_their_row_and_others_pick_nothing() {
    let home = Home::new();
    let Some(mut it) = at(&home, "person.relation") else {
        return;
    };
    it.line("zebra");
    it.sees(sentence("ask.not_a_row").split('.').next().unwrap());
    assert!(home.answer("/person/relation").is_null());
    it.press("FRIE");
    it.wait("the row", |view| {
        (view.pointer() == Some(&row("relation.friend"))).then_some(())
    });
    it.sees(": FRIE");
    it.press(ENTER);
    // A word within a row is a guess: the row is shown, and the next Enter takes it.
    it.sees(&sentence("ask.perhaps_row").replace("{}", "7"));
    it.press(ENTER);
    it.until("person.ages");
    assert_eq!(home.answer("/person/relation"), "friend");
}

#[test]
fn home_and_end_go_to_the_ends_of_a_list() {
    let home = Home::new();
    let Some(mut it) = at(&home, "person.relation") else {
        return;
    };
    for (key, label) in [
        ("\x1b[F", row("relation.rather_not")),
        ("\x1b[1~", row("relation.child")),
    ] {
        it.press(key);
        it.wait(&label, |view| (view.pointer() == Some(&label)).then_some(()));
    }
}

#[test]
fn leaving_says_how_to_go_on_from_words_from_a_list_and_from_ticks() {
    for id in ["planner.name", "person.relation", "person.substances"] {
        let home = Home::new();
        let Some(mut it) = at(&home, id) else { return };
        it.action("leave");
        let ended = it.end();
        assert_eq!((ended.code, ended.tidy), (0, true), "{id}");
        let saved = sentence("engine.saved").replace("{command}", "steadfast");
        assert!(ended.screen.ends_with(&saved), "{id} {}", ended.screen);
    }
}

#[test]
fn hiding_leaves_a_screen_that_says_nothing() {
    for id in ["planner.name", "person.relation", "person.substances"] {
        let home = Home::new();
        let Some(mut it) = at(&home, id) else { return };
        it.action("hide");
        let ended = it.end();
        assert_eq!((ended.code, ended.tidy), (0, true), "{id}");
        assert_eq!(ended.screen, sentence("home.hidden_line"), "{id}");
        assert!(ended.text.contains("\x1b[2J\x1b[3J"), "{id}: what scrolled away stays");
    }
}

#[test]
fn the_end_of_input_on_an_empty_line_leaves() {
    let home = Home::new();
    let Some(mut it) = at(&home, "person.name") else { return };
    it.press(END_OF_INPUT);
    let ended = it.end();
    assert_eq!((ended.code, ended.tidy), (0, true));
    assert_eq!(home.answer("/person/name"), Value::Null);
    let Some(mut it) = Session::start(&home, 24, 80) else {
        return;
    };
    assert_eq!(it.waits(), Waits::Enter);
    it.press(END_OF_INPUT);
    assert_eq!(it.end().code, 0);
}

#[test]
fn a_sign_behind_a_space_is_an_answer() {
    let home = Home::new();
    let Some(mut it) = at(&home, "planner.name") else {
        return;
    };
    it.line(" <");
    // It is no name that anybody has, so it is asked back, and is there to be kept.
    it.sees("\"<\"");
    it.press(ENTER);
    it.until("person.name");
    assert_eq!(home.answer("/planner/name"), "<");
    it.press(ESC);
    it.until("planner.name");
    it.press(ENTER);
    it.until("person.name");
    it.line(" /leave");
    it.until("person.relation");
    assert_eq!(home.answer("/person/name"), "/leave");
}

#[test]
fn enter_alone_never_answers_danger_now() {
    let home = Home::new();
    let Some(mut it) = Session::start(&home, 24, 80) else {
        return;
    };
    it.until("danger");
    for _ in 0..3 {
        it.press(ENTER);
    }
    it.pick(&sentence("danger.answer.suicide"));
    assert_eq!(it.waits(), Waits::Enter);
    assert!(it.view().text().contains("988"), "{}", it.view().text());
    // One key leaves that card, and nothing of it stays.
    it.press(ENTER);
    it.until("danger");
    assert!(!it.view().text().contains("988"));
}
