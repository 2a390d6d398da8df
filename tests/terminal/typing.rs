//! Words of every kind: pasted, typed ahead, accented, wide, and taken back a letter at a time.

use std::time::Duration;

use super::hands::{ENTER, ESC};
use super::harness::{Home, Session};
use super::prompts::{asked, prompt, sentence};
use super::walks::{BEGIN, ten_minutes};

/// How long nothing must come for a program to be at rest.
const REST: Duration = Duration::from_millis(400);

const BACKSPACE: &str = "\x7f";
const FAMILY: &str = "👨\u{200d}👩\u{200d}👧";

/// At the first question for words.
fn first_words(home: &Home) -> Option<Session> {
    let mut it = Session::start(home, 24, 80)?;
    it.walk_to(&ten_minutes(), "planner.name");
    Some(it)
}

#[test]
fn a_paste_of_three_lines_is_joined_and_waits_for_enter() {
    let home = Home::new();
    let Some(mut it) = first_words(&home) else { return };
    it.press("\x1b[200~Juniper\rof the\rhill\x1b[201~");
    it.sees("hill");
    it.press(ENTER);
    it.until("person.name");
    assert_eq!(home.answer("/planner/name"), "Juniper of the hill");
}

#[test]
fn lines_that_come_in_one_piece_stand_in_the_field_they_were_typed_into_until_enter() {
    let home = Home::new();
    let Some(mut it) = first_words(&home) else { return };
    lines_in_one_piece_wait_for_enter(&mut it, &home);
    assert!(it.view().line.ends_with(':'), "{}", it.view().line);
    // Sent as carriage return and line feed, Enter is one.
    it.press("Robin\r\n");
    it.until("person.relation");
    assert_eq!(home.answer("/person/name"), "Robin");
}

/// As telnet, a serial line and some programs that type send it.
#[test]
fn an_enter_of_two_letters_picks_a_row_and_leafs_past_no_page() {
    let home = Home::new();
    let Some(mut it) = Session::start(&home, 24, 80) else {
        return;
    };
    it.until("danger");
    it.go_to(&sentence("danger.answer.no"));
    it.press("\r\n");
    // What is said first stands there until it is read.
    let hope = sentence("disclaimers.one");
    it.sees(&hope);
    it.wait_for("rest", REST, |_| Some(()));
    assert!(it.view().words().contains(&hope), "{}", it.view().text());
    let steps = ten_minutes();
    let answered = steps.iter().position(|(id, _)| *id == "danger").unwrap();
    it.walk_to(&steps[answered + 1..], "planner.name");
    for (typed, next) in [
        ("Juniper", "person.name"),
        ("Robin", "person.relation"),
        ("1", "person.ages"),
    ] {
        it.press(&format!("{typed}\r\n"));
        it.until(next);
        it.wait_for("rest", REST, |_| Some(()));
        for refused in ["ask.nothing_typed", "ask.no_row_yet"].map(sentence) {
            assert!(!it.view().words().contains(&refused), "{next}\n{}", it.view().text());
        }
    }
    assert_eq!(home.answer("/person/name"), "Robin");
}

#[test]
fn a_line_at_a_time_lines_that_come_in_one_piece_wait_for_enter_too() {
    let home = Home::new();
    let Some(mut it) = Session::start_with(&home, 24, 80, &["--plain"], &[]) else {
        return;
    };
    it.walk_to(&ten_minutes(), "planner.name");
    lines_in_one_piece_wait_for_enter(&mut it, &home);
}

/// Lines in one piece stay in the field of the planner's name, and answer it only at the next Enter.
fn lines_in_one_piece_wait_for_enter(it: &mut Session, home: &Home) {
    it.press("I love you.\rNo, I am not sure.\r\rYes\r");
    it.sees(&sentence("ask.typed_ahead"));
    it.until("planner.name");
    assert!(home.answer("/planner/name").is_null());
    it.press(ENTER);
    it.until("person.name");
    assert_eq!(home.answer("/planner/name"), "I love you. No, I am not sure. Yes");
}

#[test]
fn a_paste_without_brackets_answers_no_list_and_leafs_past_no_page() {
    let home = Home::new();
    let Some(mut it) = first_words(&home) else { return };
    it.line("Juniper");
    it.until("person.name");
    // More than the line editor reads at once: some of it is still in the terminal when the list comes.
    it.press(&format!("Robin\r{}", "\x1b[B\r".repeat(400)));
    it.sees(&sentence("ask.typed_ahead"));
    it.until("person.name");
    it.press(ENTER);
    it.until("person.relation");
    assert_eq!(it.view().pointer(), None);
    assert_eq!(home.answer("/person/name"), "Robin");
}

#[test]
fn a_paste_whose_end_never_comes_takes_no_key_away() {
    let pause = || std::thread::sleep(std::time::Duration::from_millis(300));
    for id in ["planner.name", "person.relation"] {
        let home = Home::new();
        let Some(mut it) = Session::start(&home, 24, 80) else {
            return;
        };
        it.walk_to(&ten_minutes(), id);
        it.press("\x1b[200~calm words");
        pause();
        it.press("\x03");
        assert_eq!(it.end().code, 130, "{id}");
        let Some(mut it) = Session::go_on(&home, 24, 80) else {
            return;
        };
        it.until(id);
        it.press("\x1b[200~calm words");
        pause();
        it.press(ESC);
        it.until(if id == "planner.name" {
            "visit.length"
        } else {
            "person.name"
        });
    }
}

#[test]
fn letters_of_every_kind_are_kept_and_stand_there_again() {
    let home = Home::new();
    let Some(mut it) = first_words(&home) else { return };
    let name = format!("Zoë Müller 김민 {FAMILY} é");
    it.line(&name);
    it.until("person.name");
    assert_eq!(home.answer("/planner/name"), name.as_str());
    it.press(ESC);
    it.until("planner.name");
    assert!(it.since().contains(&name), "{}", it.since());
    assert!(
        it.view()
            .line
            .starts_with(&format!("{}: Zoë Müller 김민", prompt("planner.name")))
    );
    it.press(ENTER);
    it.until("person.name");
    assert_eq!(home.answer("/planner/name"), name.as_str());
}

#[test]
fn backspace_takes_back_whole_letters() {
    let home = Home::new();
    let Some(mut it) = first_words(&home) else { return };
    for (typed, kept) in [
        (format!("A{FAMILY}"), "A"),
        ("B김".to_owned(), "B"),
        ("Ce\u{301}".to_owned(), "C"),
    ] {
        it.press(&format!("{typed}{BACKSPACE}"));
        it.until("planner.name");
        it.press(ENTER);
        it.until("person.name");
        assert_eq!(home.answer("/planner/name"), kept, "{typed:?}");
        it.press(ESC);
        it.until("planner.name");
        it.press("\x15");
        it.wait("an empty field", |view| view.line.ends_with(':').then_some(()));
    }
}

#[test]
fn a_long_answer_runs_over_the_edge_and_is_kept() {
    let home = Home::new();
    let Some(mut it) = Session::start(&home, 12, 40) else {
        return;
    };
    it.walk_to(&[BEGIN, &ten_minutes()[2..]].concat(), "person.name");
    let long = "a name that is much longer than the window is wide, and then some more of it";
    it.line(long);
    it.until("person.relation");
    assert_eq!(home.answer("/person/name"), long);
}

#[test]
fn lines_pasted_into_a_list_stay_there_and_pick_nothing() {
    let home = Home::new();
    let Some(mut it) = first_words(&home) else { return };
    it.line("Juniper");
    it.until("person.name");
    it.line("Robin");
    it.until("person.relation");
    it.press("friend\rof my son\rand of Fern\r");
    it.sees(&sentence("ask.perhaps_row").replace("{}", "1"));
    assert!(home.answer("/person/relation").is_null());
    it.press(&format!("7{ENTER}"));
    it.until("person.ages");
    assert_eq!(home.answer("/person/relation"), "friend");
}

#[test]
fn a_suggestion_stands_in_its_field_and_enter_keeps_it_typing_replaces_it_and_backspace_clears_it() {
    let home = Home::new().with_example();
    let suggested = asked("day.stop_word", "start");
    let at_the_word = |keys: &str| {
        let mut plan = home.plan();
        plan["day"].as_object_mut().unwrap().remove("stop_word");
        std::fs::write(home.file(), plan.to_string()).unwrap();
        let mut it = Session::go_on(&home, 24, 80)?;
        it.until("day.stop_word");
        it.sees(&format!("{}: {suggested}", prompt("day.stop_word")));
        it.sees(&sentence("ask.suggestion_keys"));
        it.press(keys);
        Some(it)
    };
    for (keys, kept) in [
        ("\r", suggested.as_str()),
        ("Heron\r", "Heron"),
        ("\x1b[Cs\r", "Pauses"),
    ] {
        let Some(it) = at_the_word(keys) else { return };
        it.wait(keys, |_| (home.answer("/day/stop_word") == kept).then_some(()));
    }
    let Some(mut it) = at_the_word(BACKSPACE) else { return };
    it.wait("cleared", |view| (!view.words().contains(&suggested)).then_some(()));
    it.press(ENTER);
    it.sees(&sentence("ask.nothing_typed"));
    assert!(home.answer("/day/stop_word").is_null());
}

#[test]
fn a_text_is_moved_through_and_a_word_comes_back_and_help_says_how() {
    let home = Home::new().with_example();
    let mut plan = home.plan();
    plan["way"].as_object_mut().unwrap().remove("invitation");
    std::fs::write(home.file(), plan.to_string()).unwrap();
    let Some(mut it) = Session::go_on(&home, 24, 80) else {
        return;
    };
    it.until("way.invitation");
    it.press(&format!("?{ENTER}"));
    it.sees(&sentence("engine.help_field"));
    // Alt-Enter, Ctrl-O, two lines up and to its beginning, a word taken away and brought back.
    for (keys, seen) in [
        ("one", "one"),
        ("\x1b\r", "one"),
        ("two\x0fthree", "two three"),
        ("\x1b[A\x1b[A\x1b[H", "two three"),
        ("number ", "number one"),
        ("\x17", "one two three"),
        ("\x1a", "number one two three"),
    ] {
        it.press(keys);
        it.sees(seen);
    }
    it.press(ENTER);
    it.wait("one paragraph", |_| {
        (home.answer("/way/invitation") == "number one two three").then_some(())
    });
}
