//! Ended from outside in every kind of question: the terminal as it was found, one line, and the right code.

use std::fs;
use std::time::Duration;

use rustix::process::Signal;

use super::hands::DOWN;
use super::harness::{Home, Session};
use super::prompts::{prompt, sentence};
use super::view::Waits;
use super::walks::ten_minutes;

/// Where the visit stands when the signal comes.
#[derive(Clone, Copy, PartialEq, Debug)]
enum At {
    Danger,
    Page,
    List,
    Words,
    Ticks,
    Lines,
    Whether,
    Order,
    Neutral,
}

const ON_THE_WAY: [At; 5] = [At::Danger, At::Page, At::List, At::Words, At::Ticks];
const IN_A_WHOLE_PLAN: [At; 4] = [At::Neutral, At::Lines, At::Whether, At::Order];

impl At {
    /// Walks there.
    fn walk(self, it: &mut Session) {
        let steps = ten_minutes();
        match self {
            At::Danger => drop(it.until("danger")),
            At::Page => {
                it.until("danger");
                it.pick(&sentence("danger.answer.overdose"));
                it.wait("a page", |view| {
                    super::view::waiting(view, it.is_plain()).filter(|at| *at == Waits::Enter)
                });
            }
            At::List => it.walk_to(&steps, "visit.length"),
            At::Words => {
                it.walk_to(&steps, "planner.name");
                it.press("half a na");
                it.sees("half a na");
            }
            At::Ticks => it.walk_to(&steps, "person.substances"),
            At::Neutral => drop(it.waits()),
            At::Lines => open(it, "day.seats"),
            At::Whether => open(it, "day.order"),
            At::Order => {
                open(it, "day.order");
                it.pick(&sentence("ask.order_change"));
                it.waits();
                it.press(" ");
                it.waits();
                it.press(DOWN);
                it.waits();
            }
        }
    }
}

/// Opens an answer of the day in a plan that is whole.
fn open(it: &mut Session, id: &str) {
    it.until("home");
    it.pick(&sentence("home.steps_done"));
    it.until("choose");
    it.pick(&sentence("day.title"));
    it.sees(&sentence("engine.review_ask"));
    let row = format!("{}: ", prompt(id));
    for _ in 0..40 {
        let at = it.view().pointer().map(str::to_owned);
        if at.as_deref().is_some_and(|at| at.starts_with(&row)) {
            break;
        }
        it.press(DOWN);
        it.wait("the next row", |view| {
            (view.pointer().is_some() && view.pointer() != at.as_deref()).then_some(())
        });
    }
    it.press("\r");
    it.until(id);
}

/// How a signal comes: by the key or from outside.
fn send(it: &mut Session, signal: &str) {
    match signal {
        "key" => it.press("\x03"),
        name => it.signal(name),
    }
}

fn code(signal: &str) -> i32 {
    match signal {
        "TERM" => 143,
        "HUP" => 129,
        "USR1" => 128 + Signal::USR1.as_raw(),
        "ALRM" => 128 + Signal::ALARM.as_raw(),
        "XCPU" => 128 + Signal::XCPU.as_raw(),
        _ => 130,
    }
}

fn ends_well(at: At, signal: &str, args: &[&str]) -> Option<()> {
    let whole = matches!(at, At::Lines | At::Whether | At::Order | At::Neutral);
    let home = if whole { Home::new().with_example() } else { Home::new() };
    let mut it = Session::start_with(&home, 24, 80, args, &[])?;
    at.walk(&mut it);
    let kept = home.file().exists();
    send(&mut it, signal);
    let ended = it.end();
    assert_eq!(ended.code, code(signal), "{at:?} {signal} {args:?}\n{}", ended.screen);
    assert!(ended.tidy, "{at:?} {signal} {args:?}\n{:?}", ended.text);
    let line = sentence(if kept { "engine.saved" } else { "engine.nothing_saved" }).replace("{command}", "steadfast");
    // If nothing can be cleared, that is said behind it.
    let line = match args.contains(&"--plain") {
        true => format!("{line} {}", sentence("home.not_cleared")),
        false => line,
    };
    // Nobody reads a line on a terminal that went away.
    let said = ended.screen.lines().last().is_some_and(|last| last == line);
    assert_eq!(said, signal != "HUP", "{at:?} {signal} {args:?}\n{}", ended.screen);
    if kept {
        home.plan();
    }
    Some(())
}

#[test]
fn ctrl_c_ends_every_kind_of_question_with_130() {
    for at in ON_THE_WAY.into_iter().chain(IN_A_WHOLE_PLAN) {
        let Some(()) = ends_well(at, "key", &[]) else { return };
    }
}

#[test]
fn an_interrupt_from_outside_ends_every_kind_of_question_with_130() {
    for at in ON_THE_WAY {
        let Some(()) = ends_well(at, "INT", &[]) else { return };
    }
}

#[test]
fn sigterm_ends_every_kind_of_question_with_143() {
    for at in ON_THE_WAY.into_iter().chain(IN_A_WHOLE_PLAN) {
        let Some(()) = ends_well(at, "TERM", &[]) else { return };
    }
}

#[test]
fn what_nobody_sends_on_purpose_ends_it_as_well() {
    for (at, signal) in [(At::List, "USR1"), (At::Words, "ALRM"), (At::Ticks, "XCPU")] {
        let Some(()) = ends_well(at, signal, &[]) else { return };
    }
}

/// The terminal is held with Ctrl-S while the program has something to say.
#[test]
fn a_terminal_that_is_held_does_not_hold_up_the_end_and_hears_the_last_line() {
    for args in [&["--plain"][..], &[]] {
        let home = Home::new();
        let Some(mut it) = Session::start_with(&home, 24, 80, args, &[]) else {
            return;
        };
        it.walk_to(&ten_minutes(), "planner.name");
        // Where keys come one by one, Ctrl-S is a key.
        if it.is_plain() {
            it.press("\x13");
            it.wait_for("rest", Duration::from_millis(100), |_| Some(()));
        } else {
            it.hold();
        }
        it.signal("TERM");
        let ended = it.end();
        assert_eq!((ended.code, ended.tidy), (143, true), "{args:?}");
        let line = sentence("engine.saved").replace("{command}", "steadfast");
        assert!(ended.screen.contains(&line), "{args:?}\n{}", ended.screen);
    }
}

#[test]
fn a_terminal_that_takes_nothing_more_does_not_hold_up_the_end() {
    let home = Home::new();
    let Some(mut it) = Session::start(&home, 24, 80) else {
        return;
    };
    it.walk_to(&ten_minutes(), "visit.length");
    assert_eq!(it.end_deaf(&DOWN.repeat(100), "TERM"), 143);
}

#[test]
fn sighup_ends_every_kind_of_question_with_129_and_says_nothing() {
    for at in ON_THE_WAY.into_iter().chain(IN_A_WHOLE_PLAN) {
        let Some(()) = ends_well(at, "HUP", &[]) else { return };
    }
}

#[test]
fn a_line_at_a_time_ends_the_same_way() {
    // The page of a visit that goes on: no page comes before the first question here.
    let page = |at| if at == At::Page { At::Neutral } else { at };
    for at in ON_THE_WAY.map(page) {
        for signal in ["key", "TERM", "HUP"] {
            let Some(()) = ends_well(at, signal, &["--plain"]) else {
                return;
            };
        }
    }
}

#[test]
fn nothing_is_drawn_behind_the_last_line_though_keys_wait() {
    for _ in 0..2 {
        let home = Home::new();
        let Some(mut it) = Session::start_with(&home, 24, 80, &[], &[]) else {
            return;
        };
        At::List.walk(&mut it);
        it.press(&format!("\x1b[200~{}\x1b[201~", "calm words\n".repeat(2_000)));
        it.signal("TERM");
        let ended = it.end();
        assert!(ended.tidy, "{:?}", ended.text);
        let last = ended.text.lines().last().unwrap_or_default();
        assert!(
            ended.screen.ends_with(last) && !last.contains('\x1b'),
            "{last:?}\n{}",
            ended.screen
        );
    }
}

#[test]
fn a_signal_at_the_question_of_two_plans_does_not_say_that_all_is_saved() {
    for args in [&[][..], &["--plain"]] {
        let home = Home::new();
        let Some(mut it) = Session::start_with(&home, 24, 80, args, &[]) else {
            return;
        };
        it.walk_to(&ten_minutes(), "planner.name");
        // Somebody else writes the file, in another program.
        let theirs = fs::read_to_string(home.file()).unwrap() + "\n";
        fs::write(home.file(), &theirs).unwrap();
        it.line("Juniper");
        it.sees(&sentence("keeping.conflict.ask"));
        it.waits();
        it.signal("TERM");
        let ended = it.end();
        assert_eq!(ended.code, 143);
        assert!(ended.tidy, "{args:?}\n{:?}", ended.text);
        let left = sentence("keeping.conflict.left");
        let (left, _) = left.split_once("{ours}").unwrap();
        assert!(ended.screen.contains(left.trim_end()), "{args:?}\n{}", ended.screen);
        assert_eq!(fs::read_to_string(home.file()).unwrap(), theirs);
    }
}

#[test]
fn a_terminal_that_is_closed_ends_the_visit_in_each_kind_of_question_and_the_plan_is_whole() {
    let walked = [At::Danger, At::Page, At::List, At::Words, At::Ticks];
    let whole = [At::Neutral, At::Lines, At::Order];
    let rich = walked.into_iter().chain(whole).map(|at| (at, &[][..]));
    let plain = [At::List, At::Words].map(|at| (at, &["--plain"][..]));
    for (at, args) in rich.chain(plain) {
        // It is told; nobody tells it, and the end of the input does; it was started as with `nohup`.
        for (on_hup, code) in [("-", 129), (":", 1), ("", 1)] {
            let new = Home::new();
            let home = if whole.contains(&at) { new.with_example() } else { new };
            let vars = [("ON_HUP", on_hup)];
            let Some(mut it) = Session::start_with(&home, 24, 80, args, &vars) else {
                return;
            };
            at.walk(&mut it);
            let before = fs::read(home.file()).ok();
            assert_eq!(it.close(), code, "{at:?} {args:?} {on_hup:?}");
            assert_eq!(fs::read(home.file()).ok(), before, "{at:?} {args:?} {on_hup:?}");
        }
    }
}
