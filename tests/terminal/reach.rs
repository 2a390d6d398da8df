//! The home page: what is within reach of it.

use std::fs;

use super::harness::{Home, Session};
use super::prompts::sentence;
use super::walks::ten_minutes;

/// The home page after ten minutes.
fn at_home(home: &Home) -> Option<Session> {
    let mut it = Session::start(home, 24, 80)?;
    it.walk(&ten_minutes());
    it.until("home");
    Some(it)
}

#[test]
fn after_ten_minutes_the_plan_is_one_row_away() {
    let home = Home::new();
    let Some(mut it) = at_home(&home) else { return };
    it.pick(&sentence("pages/tonight.rows.go_on"));
    it.until("professionals");
    assert_eq!(home.answer("/visit/length"), "the_plan");
}

#[test]
fn the_last_change_is_named_and_undone() {
    let home = Home::new();
    let Some(mut it) = at_home(&home) else { return };
    assert_eq!(home.answer("/person/love"), "Songs in the kitchen");
    it.pick(&sentence("home.rows.keep"));
    it.sees(&sentence("home.keep.ask"));
    it.waits();
    it.pick(&sentence("home.rows.undo"));
    it.sees(&sentence("home.keep.undo_in").replace("{steps}", &sentence("person.title")));
    it.waits();
    it.pick(&sentence("home.keep.undo_yes"));
    it.sees(&sentence("commands.history.undone").replace("{steps}", &sentence("person.title")));
    assert!(home.answer("/person/love").is_null());
}

#[test]
fn the_dates_are_saved_for_a_calendar_with_titles_that_say_nothing() {
    let home = Home::new().with_example();
    let Some(mut it) = Session::start(&home, 24, 80) else {
        return;
    };
    it.until("home");
    it.pick(&sentence("home.rows.keep"));
    it.sees(&sentence("home.keep.ask"));
    it.waits();
    it.pick(&sentence("home.rows.calendar"));
    it.sees(sentence("calendar.shared").split('.').next().unwrap());
    let saved = fs::read_to_string(home.folder().join("calendar.ics")).unwrap();
    assert!(
        saved.starts_with("BEGIN:VCALENDAR") && !saved.contains("Robin"),
        "{saved}"
    );
    assert_eq!(home.answer("/printed/0/sheet"), "calendar");
}
