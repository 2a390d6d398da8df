//! Nothing of what was asked about safety stays behind, on the screen or above it, whichever way a visit ends.

use super::hands::ENTER;
use super::harness::{Ended, Home, Session};
use super::prompts::{asked, row, sentence};
use super::walks::ten_minutes;

const CLEARED: &str = "\x1b[2J\x1b[3J";

/// At the question on suicide, the others on safety answered.
fn asked_about_safety(args: &[&str]) -> Option<Session> {
    let home = Box::leak(Box::new(Home::new()));
    let mut it = Session::start_with(home, 24, 80, args, &[])?;
    it.walk_to(&ten_minutes(), "safety.suicide");
    Some(it)
}

/// What a terminal still holds at the end.
fn left_behind(ended: &Ended) -> &str {
    let at = ended.text.rfind(CLEARED).expect("the screen was cleared");
    &ended.text[at + CLEARED.len()..]
}

/// A way to end a visit.
type Way = fn(&mut Session);

#[track_caller]
fn holds_nothing(ended: &Ended) {
    let left = left_behind(ended);
    for words in [
        asked("safety.suicide", "ask"),
        asked("safety.harm", "short"),
        asked("safety.means", "short"),
        asked("safety.naloxone", "short"),
        row("harm.no"),
    ] {
        let words: String = words.chars().take(20).collect();
        assert!(
            !left.contains(&words) && !ended.screen.contains(&words),
            "{words:?} in {left:?}"
        );
    }
}

#[test]
fn leaving_ctrl_c_the_end_of_input_and_signals_clear_the_screen_and_what_is_above_it() {
    let ways: [(&str, Way); 6] = [
        ("leave", |it| it.press(&format!("/leave{ENTER}"))),
        ("hide", |it| it.press(&format!("/hide{ENTER}"))),
        ("Ctrl-C", |it| it.press("\x03")),
        ("the end of input", |it| it.press("\x04")),
        ("TERM", |it| it.signal("TERM")),
        ("QUIT", |it| it.signal("QUIT")),
    ];
    for (name, way) in ways {
        let Some(mut it) = asked_about_safety(&[]) else { return };
        way(&mut it);
        if name == "the end of input" {
            // A list takes it for no answer; a question for words takes it for leaving.
            it.press("\x03");
        }
        let ended = it.end();
        assert!(ended.tidy, "{name}");
        holds_nothing(&ended);
        assert!(
            !left_behind(&ended).trim().is_empty(),
            "{name}: the farewell stands there"
        );
    }
}

#[test]
fn a_line_at_a_time_it_says_once_that_nothing_can_be_cleared() {
    let said = sentence("home.not_cleared");
    let ways: [Way; 2] = [|it| it.press("/leave\n"), |it| it.signal("TERM")];
    for way in ways {
        let Some(mut it) = asked_about_safety(&["--plain"]) else {
            return;
        };
        way(&mut it);
        let ended = it.end();
        let words = ended.text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(words.matches(said.as_str()).count(), 1, "{words}");
        assert!(!ended.text.contains(CLEARED));
    }
}
