//! Nothing but a deliberate pick answers a question about safety: not words, not a paste, not keys typed ahead.

use std::thread;
use std::time::Duration;

use super::hands::{DOWN, ENTER, ESC};
use super::harness::{Home, Session};
use super::prompts::{row, sentence};
use super::view::{View, Waits};
use super::walks::{Step, ten_minutes};

/// What a frightened person types over a list. Each holds a word of a row, or begins as one.
pub const SENTENCES: [&str; 5] = [
    "yes he hit me once",
    "no idea it was him",
    "he pushed his dad once",
    "no he never hit me",
    "i think hes ok",
];

/// The questions about safety of the ten minutes, in their order. The first of all opens cards instead, see below.
pub const ABOUT_SAFETY: [&str; 7] = [
    "visit.computer",
    "person.ages",
    "person.recent",
    "screen",
    "safety.harm",
    "safety.means",
    "safety.suicide",
];

/// How long nothing must come for a program to be at rest.
const REST: Duration = Duration::from_millis(60);

/// The steps of the ten minutes, with the question whether others see the screen if it is put.
pub fn steps() -> Vec<Step> {
    use super::walks::Do::Pick;
    let mut steps = ten_minutes();
    let harm = steps.iter().position(|(id, _)| *id == "safety.harm").unwrap();
    steps.insert(harm, ("screen", Pick("engine.screen_no")));
    steps
}

/// The rows of the list, with the pointer and the boxes.
fn rows(it: &Session) -> Vec<String> {
    it.wait_for("rest", REST, |_| Some(()));
    rows_of(&it.view())
}

fn rows_of(view: &View) -> Vec<String> {
    let is_row = |row: &&String| {
        let numbered = row.trim_start().trim_start_matches('>').trim_start();
        numbered
            .split(' ')
            .next()
            .is_some_and(|number| number.parse::<usize>().is_ok())
    };
    view.rows.iter().filter(is_row).cloned().collect()
}

/// Types these keys one by one.
fn type_slowly(it: &mut Session, keys: &str) {
    for key in keys.chars() {
        it.press(&key.to_string());
        thread::sleep(Duration::from_millis(2));
    }
}

#[test]
fn no_sentence_answers_a_question_about_safety() {
    for (high, wide) in [(24, 80), (12, 40)] {
        let home = Home::new();
        let Some(mut it) = Session::start(&home, high, wide) else {
            return;
        };
        for step in steps() {
            if !ABOUT_SAFETY.contains(&step.0) {
                it.step(step);
                continue;
            }
            it.until(step.0);
            let refused = sentence("ask.nearest_row").split(" {").next().unwrap().to_owned();
            let (before, file) = (rows(&it), std::fs::read(home.file()).ok());
            for words in SENTENCES {
                let same = |it: &Session, how: &str| {
                    // A busy machine draws late.
                    let what = format!("{}: {words}, {how}: {before:?}", step.0);
                    it.wait_for(&what, REST, |view| (rows_of(view) == before).then_some(()));
                    assert_eq!(std::fs::read(home.file()).ok(), file, "{}: {words}, {how}", step.0);
                };
                type_slowly(&mut it, words);
                same(&it, "letter by letter");
                it.press(ESC);
                same(&it, "taken back");
                type_slowly(&mut it, &format!("{words}{ENTER}"));
                same(&it, "letter by letter, and Enter");
                let said = it.wait("a refusal", |view| {
                    view.rows
                        .iter()
                        .find(|row| row.trim_start().starts_with(&refused))
                        .cloned()
                });
                assert!(said.ends_with('.') && !said.ends_with("..."), "{}: {words}", step.0);
                it.press(&format!("{words}{ENTER}"));
                same(&it, "at once, and Enter");
            }
            // At an arrow nothing is refused any more.
            it.press(DOWN);
            it.step(step);
        }
        it.until("home");
        assert_eq!(home.answer("/safety/means"), "no");
    }
}

#[test]
fn a_sentence_at_the_first_question_opens_a_card_and_only_with_enter() {
    for (high, wide) in [(24, 80), (12, 40)] {
        let home = Home::new();
        let Some(mut it) = Session::start(&home, high, wide) else {
            return;
        };
        it.until("danger");
        for words in SENTENCES {
            let before = rows(&it).len();
            type_slowly(&mut it, words);
            assert_eq!(rows(&it).len(), before, "{words}");
            it.press(ENTER);
            assert_eq!(it.waits(), Waits::Enter, "{words}");
            while it.waits() == Waits::Enter {
                it.line("");
            }
            // Behind the card of "not sure" nobody is asked the same again.
            if it.view().text().contains(&sentence("danger.next.go_on")) {
                it.pick(&sentence("danger.next.go_on"));
                it.until("visit.computer");
                return;
            }
            it.until("danger");
        }
        assert!(!home.file().exists());
    }
}

#[test]
fn keys_typed_ahead_reach_no_question_about_safety() {
    let home = Home::new();
    let Some(mut it) = Session::start(&home, 24, 80) else {
        return;
    };
    let steps = steps();
    for pair in steps.windows(2) {
        let [step, (next, _)] = pair else { unreachable!() };
        it.until(step.0);
        let keys = match (it.waits(), *next) {
            (Waits::Rows, "person.ages" | "safety.harm" | "safety.means" | "safety.suicide") => "1\r",
            (Waits::Rows, "person.recent") => " \r",
            _ => {
                it.step(*step);
                continue;
            }
        };
        it.press(&keys.repeat(4));
        it.until(next);
        it.wait_for("rest", REST, |_| Some(()));
        assert!(it.view().asks(next, Waits::Rows), "{next}\n{}", it.view().text());
        assert!(!it.view().text().contains("[x]"), "{next}");
        let first = (*next == "person.recent").then(|| row("recent.overdose"));
        assert_eq!(it.view().pointer().map(str::to_owned), first, "{next}");
    }
}

#[test]
fn keys_typed_ahead_reach_no_question_that_the_last_answer_opened() {
    let home = Home::new();
    let Some(mut it) = Session::start(&home, 24, 80) else {
        return;
    };
    it.walk_to(&steps(), "person.children");
    it.go_to(&row("children.yes"));
    it.press(&format!("{ENTER}Bob{ENTER}"));
    it.until("person.calm_adult");
    assert!(it.view().line.ends_with(':'), "{}", it.view().line);
    it.line("Ana");
    it.until("planner.tell");
    assert_eq!(home.answer("/person/calm_adult"), "Ana");
}

#[test]
fn words_typed_at_a_page_go_nowhere() {
    for (high, wide) in [(24, 80), (12, 40)] {
        let home = Home::new().with_example();
        let Some(mut it) = Session::start(&home, high, wide) else {
            return;
        };
        assert_eq!(it.waits(), Waits::Enter);
        it.press(&format!("not sure{ENTER}ot sure{ENTER}{ENTER}"));
        it.sees("Enter continues, < back");
        it.wait_for("rest", REST, |_| Some(()));
        assert!(
            !it.since().contains("\x1b[2J"),
            "the page was left\n{}",
            it.view().text()
        );
        // Nor do they stand in whatever comes next.
        it.line("");
        it.until("home");
        assert!(!it.view().text().contains("ot sure"), "{}", it.view().text());
    }
}
