//! Killed anywhere and started again: the plan is whole, and the question that was open is the one that is asked, but
//! for the private ones, which begin again.

use std::fs;

use super::hands::ENTER;
use super::harness::{Home, Session};
use super::prompts::row;
use super::walks::{Do, Step, ten_minutes, the_plan};

#[test]
fn killed_between_answers_it_goes_on_with_the_open_question_and_asks_nothing_twice() {
    let home = Home::new();
    let Some(mut it) = Session::start(&home, 24, 80) else {
        return;
    };
    let steps = the_plan();
    let mut kills = 0;
    for (at, step) in steps.iter().enumerate() {
        it.step(*step);
        let Some((next, _)) = steps.get(at + 1) else { break };
        let kept = match step.1 {
            // What was only opened is no answer yet, and neither is a day that is read back.
            Do::PickIn(_, row) => row == "everyone",
            _ => step.0 != "danger" && *next != "read_back",
        };
        if !kept || at % 3 == 0 {
            continue;
        }
        it.until(next);
        let before = home.plan();
        it.signal("KILL");
        assert_eq!(it.end().code, 137);
        assert_eq!(home.plan(), before);
        let Some(again) = Session::go_on(&home, 24, 80) else {
            return;
        };
        it = again;
        // The private questions are one sitting: until the last was answered, all of them are put again.
        let begun = home.answer("/safety/begun") == true;
        let private = |step: &&Step| ["person.recent", "safety.harm", "safety.suicide"].contains(&step.0);
        for step in steps[..=at].iter().filter(private).filter(|_| begun) {
            if let Do::Tick(_) = step.1 {
                // What was ticked is ticked still.
                it.until(step.0);
                it.press(ENTER);
            } else {
                it.step(*step);
            }
        }
        it.until(next);
        kills += 1;
    }
    assert!(kills > 20, "{kills}");
    it.until("home");
    assert_eq!(home.answer("/day/place"), "The kitchen");
    assert_eq!(home.answer("/attendees/1/phone"), "555 0100 202");
}

/// Killed here, and started again if it was left: nothing is another on the disk, and this question is asked.
fn killed(mut it: Session, home: &Home, id: &str) -> Option<Session> {
    let before = fs::read(home.file()).unwrap();
    it.signal("KILL");
    assert_eq!(it.end().code, 137);
    assert_eq!(fs::read(home.file()).unwrap(), before, "{id}");
    assert_eq!(home.answer("/planner/name"), "Juniper");
    let mut again = Session::go_on(home, 24, 80)?;
    again.until(id);
    Some(again)
}

#[test]
fn killed_between_two_keys_of_an_answer_the_ones_before_are_whole_and_it_is_asked_again() {
    let home = Home::new();
    let Some(mut it) = Session::start(&home, 24, 80) else {
        return;
    };
    it.walk_to(&ten_minutes(), "person.name");
    let name = "Robin";
    for end in 1..=name.len() {
        for key in name[..end].chars() {
            it.press(&key.to_string());
        }
        it.sees(&format!(": {}", &name[..end]));
        let Some(again) = killed(it, &home, "person.name") else {
            return;
        };
        it = again;
        assert!(!it.view().line.contains('R'), "{}", it.view().line);
    }
    it.line(name);
    it.until("person.relation");
    assert_eq!(home.answer("/person/name"), name);
    // Ticks that no Enter has made an answer.
    it.pick(&row("relation.child"));
    it.until("person.ages");
    it.pick(&row("ages.both_adults"));
    it.until("person.substances");
    it.go_to(&row("substance.heroin"));
    it.press(" ");
    it.wait("a tick", |view| view.is_ticked().then_some(()));
    let Some(it) = killed(it, &home, "person.substances") else {
        return;
    };
    assert!(!it.view().text().contains("[x]"));
    assert!(home.answer("/person/substances").is_null());
}

#[test]
fn killed_before_the_first_kept_answer_it_leaves_nothing_behind() {
    let home = Home::new();
    let Some(mut it) = Session::start(&home, 24, 80) else {
        return;
    };
    it.until("danger");
    it.signal("KILL");
    it.end();
    assert!(!home.file().exists());
}
