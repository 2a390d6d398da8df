//! The plain back end, fed from memory.

use super::super::phrases::english;
use super::*;

fn fed(typed: &str) -> Plain<&[u8], Vec<u8>> {
    Plain::new(typed.as_bytes(), Vec::new(), english())
}

fn shown(plain: &Plain<&[u8], Vec<u8>>) -> String {
    String::from_utf8(plain.out.clone()).unwrap()
}

fn put() -> Prompt {
    Prompt {
        place: "Safety, 3 questions left".into(),
        why: "It helps.".into(),
        ..Prompt::new("q", "Who?", "Your answer")
    }
}

fn family() -> Vec<Choice> {
    vec![
        Choice::new("Father"),
        Choice::with_note("Mother", "or who raised you"),
        Choice::new("Aunt"),
    ]
}

#[test]
fn a_line_is_given_and_a_sign_is_a_wish_in_every_kind() {
    assert_eq!(
        fed("Anna\n").line(&put(), "").unwrap(),
        PromptReply::Given("Anna".into())
    );
    assert_eq!(
        fed(" /skip\n").line(&put(), "").unwrap(),
        PromptReply::Given("/skip".into())
    );
    for (typed, action) in [
        ("<\n", Action::Back),
        ("/later\n", Action::Later),
        ("!\n", Action::Danger),
        ("", Action::Leave),
    ] {
        assert_eq!(fed(typed).line(&put(), "x").unwrap(), PromptReply::Action(action));
        assert_eq!(fed(typed).text(&put(), "x").unwrap(), PromptReply::Action(action));
        assert_eq!(
            fed(typed).pick(&put(), &family(), Some(0)).unwrap(),
            PromptReply::Action(action)
        );
        assert_eq!(
            fed(typed).tick(&put(), &family(), &[true]).unwrap(),
            PromptReply::Action(action)
        );
        assert_eq!(
            fed(typed).order(&put(), &family()).unwrap(),
            PromptReply::Action(action)
        );
        assert_eq!(fed(typed).pause(&put()).unwrap(), PromptReply::Action(action));
    }
}

#[test]
fn end_of_input_is_never_an_answer() {
    assert_eq!(
        fed("Ann").line(&put(), "Anna").unwrap(),
        PromptReply::Action(Action::Leave)
    );
    assert_eq!(
        fed("1").pick(&put(), &family(), None).unwrap(),
        PromptReply::Action(Action::Leave)
    );
    assert_eq!(
        fed("one\ntwo\n").text(&put(), "").unwrap(),
        PromptReply::Action(Action::Leave)
    );
    assert_eq!(
        fed("\n\n\n").line(&put(), "").unwrap(),
        PromptReply::Action(Action::Leave)
    );
}

#[test]
fn enter_alone_keeps_what_was_there_and_says_so() {
    let mut plain = fed("\n");
    assert_eq!(plain.pick(&put(), &family(), Some(1)).unwrap(), PromptReply::Given(1));
    assert!(
        shown(&plain).ends_with("Your answer (Enter keeps 2, Mother): \n"),
        "{}",
        shown(&plain)
    );
    assert_eq!(
        fed("\n").line(&put(), "Anna").unwrap(),
        PromptReply::Given("Anna".into())
    );
    assert_eq!(
        fed("\n").text(&put(), "a\nb").unwrap(),
        PromptReply::Given("a\nb".into())
    );
    assert_eq!(
        fed("\n").tick(&put(), &family(), &[true, false, true]).unwrap(),
        PromptReply::Given(vec![true, false, true])
    );
    assert_eq!(
        fed("\n").order(&put(), &family()).unwrap(),
        PromptReply::Given(vec![0, 1, 2])
    );
    assert_eq!(fed("\n").pause(&put()).unwrap(), PromptReply::Given(()));
}

#[test]
fn where_the_person_must_move_enter_alone_is_no_answer() {
    let prompt = Prompt {
        no_default: true,
        ..put()
    };
    assert_eq!(
        fed("\n2\n").pick(&prompt, &family(), Some(0)).unwrap(),
        PromptReply::Given(1)
    );
    assert_eq!(
        fed("\nyes\n").line(&prompt, "no").unwrap(),
        PromptReply::Given("yes".into())
    );
    assert_eq!(
        fed("\n3\n").tick(&prompt, &family(), &[true]).unwrap(),
        PromptReply::Given(vec![false, false, true])
    );
}

#[test]
fn a_number_off_the_list_is_told_and_asked_again() {
    let mut plain = fed("9\nuncle\n1 2\n\nMOTHER\n");
    assert_eq!(plain.pick(&put(), &family(), None).unwrap(), PromptReply::Given(1));
    assert!(shown(&plain).contains("1 to 4."));
}

#[test]
fn ticks_take_many_numbers_and_zero_means_none() {
    assert_eq!(
        fed("1, 3\n").tick(&put(), &family(), &[]).unwrap(),
        PromptReply::Given(vec![true, false, true])
    );
    assert_eq!(
        fed("\n0\n").tick(&put(), &family(), &[]).unwrap(),
        PromptReply::Given(vec![false; 3])
    );
    assert_eq!(
        fed("1 1\n2\n").tick(&put(), &family(), &[]).unwrap(),
        PromptReply::Given(vec![false, true, false])
    );
}

#[test]
fn an_order_names_the_first_and_the_rest_follows() {
    assert_eq!(
        fed("3 1 2\n").order(&put(), &family()).unwrap(),
        PromptReply::Given(vec![2, 0, 1])
    );
    assert_eq!(
        fed("3\n").order(&put(), &family()).unwrap(),
        PromptReply::Given(vec![2, 0, 1])
    );
    assert_eq!(
        fed("").order(&put(), &family()[..1]).unwrap(),
        PromptReply::Given(vec![0])
    );
}

#[test]
fn the_last_row_opens_the_menu_with_danger_first_and_back_closes_it() {
    assert_eq!(
        fed("4\n1\n").pick(&put(), &family(), None).unwrap(),
        PromptReply::Action(Action::Danger)
    );
    assert_eq!(
        fed("something else\nback\n2\n").pick(&put(), &family(), None).unwrap(),
        PromptReply::Action(Action::Back)
    );
    assert_eq!(
        fed("4\n<\n2\n").pick(&put(), &family(), None).unwrap(),
        PromptReply::Given(1)
    );
    assert_eq!(
        fed("1 4\n/home\n").tick(&put(), &family(), &[]).unwrap(),
        PromptReply::Action(Action::Home)
    );
    assert_eq!(
        fed("4\n").pick(&put(), &family(), None).unwrap(),
        PromptReply::Action(Action::Leave)
    );
}

#[test]
fn a_text_ends_at_an_empty_line_and_a_sign_in_it_loses_nothing() {
    assert_eq!(
        fed("one\n  two\n\nnext\n").text(&put(), "").unwrap(),
        PromptReply::Given("one\n  two".into())
    );
    assert_eq!(fed(" <\n\n").text(&put(), "").unwrap(), PromptReply::Given("<".into()));
    let mut plain = fed("one\n?\ntwo\n\n");
    assert_eq!(plain.text(&put(), "").unwrap(), PromptReply::Action(Action::Help));
    assert_eq!(plain.text(&put(), "").unwrap(), PromptReply::Given("one\ntwo".into()));
}

#[test]
fn nothing_but_letters_is_printed_and_no_line_is_too_wide() {
    let mut plain = fed("\u{1b}[31m\nAnn\u{9b}a\n");
    let long = "word ".repeat(60);
    plain
        .show(&Message::title(format!("{long}\u{1b}]0;x\u{7}")).fresh())
        .unwrap();
    let evil = [Choice::with_note("a\u{1b}[2Jb", long.clone())];
    plain.pick(&Prompt { why: long, ..put() }, &evil, Some(0)).unwrap();
    plain.hide().unwrap();
    let shown = shown(&plain);
    assert!(shown.chars().all(|c| c == '\n' || !c.is_control()), "{shown:?}");
    assert!(shown.lines().all(|line| text::width(line) <= COLUMNS));
}

#[test]
fn a_long_row_wraps_and_none_of_it_is_lost() {
    let long = "Ask the place what happens on the day they leave, ".repeat(3);
    let mut plain = fed("1\n");
    plain.pick(&put(), &[Choice::new(long.trim())], None).unwrap();
    let shown = shown(&plain);
    let row: Vec<&str> = shown
        .lines()
        .filter(|line| line.starts_with("1. ") || line.starts_with("   "))
        .collect();
    assert!(
        row.len() > 1 && row.iter().all(|line| text::width(line) <= COLUMNS),
        "{shown}"
    );
    assert_eq!(row.join(" ").matches("leave,").count(), 3, "{shown}");
}

#[test]
fn a_suggestion_is_said_and_an_empty_line_keeps_it() {
    let prompt = Prompt {
        suggestion: "Pause".into(),
        ..put()
    };
    let mut plain = fed("\n");
    assert_eq!(plain.line(&prompt, "").unwrap(), PromptReply::Given("Pause".into()));
    assert!(
        shown(&plain).contains("A suggestion: Pause\nYour answer (Enter keeps it): "),
        "{}",
        shown(&plain)
    );
    assert_eq!(fed("\n").text(&prompt, "").unwrap(), PromptReply::Given("Pause".into()));
    assert_eq!(
        fed("Heron\n").line(&prompt, "").unwrap(),
        PromptReply::Given("Heron".into())
    );
    assert_eq!(
        fed("\n").line(&prompt, "Heron").unwrap(),
        PromptReply::Given("Heron".into())
    );
}

#[test]
fn how_a_question_is_answered_is_said_three_times_and_again_behind_help() {
    let phrases = english();
    let mut plain = fed("1\n2\n3\n1\n?\n2\na\n");
    for _ in 0..6 {
        plain.pick(&put(), &family(), None).unwrap();
    }
    assert_eq!(
        shown(&plain).matches(phrases.plain_pick).count(),
        4,
        "{}",
        shown(&plain)
    );
    plain.line(&put(), "").unwrap();
    let begin: String = phrases.plain_line.chars().take(40).collect();
    assert!(shown(&plain).contains(&begin), "each kind has its own");
}

#[test]
fn the_number_to_call_is_said_where_a_step_begins_and_not_at_each_question() {
    let alarm = "In an emergency call 911.";
    let at = |place: &str| Prompt {
        place: place.into(),
        alarm: alarm.into(),
        ..put()
    };
    let mut plain = fed("a\nb\nc\nd\n");
    for (place, times) in [
        ("Safety. 2 more.", 1),
        ("Safety. 1 more.", 1),
        ("Who attends.", 2),
        ("", 2),
    ] {
        plain.line(&at(place), "").unwrap();
        assert_eq!(shown(&plain).matches(alarm).count(), times, "{place}");
    }
}

#[test]
fn a_word_within_one_row_is_asked_back_by_its_number() {
    let mut plain = fed("mother\n2\n");
    plain
        .pick(&put(), &["My father", "My mother"].map(Choice::new), None)
        .unwrap();
    assert!(
        shown(&plain).contains(&english().plain_perhaps.replace("{}", "2")),
        "{}",
        shown(&plain)
    );
}
