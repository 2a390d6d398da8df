//! What a terminal sends that nobody meant as an answer: pastes, keys typed ahead, reports, broken letters.

use std::thread;
use std::time::{Duration, Instant};

use super::hands::{DOWN, ENTER};
use super::harness::{Home, Session};
use super::plain::lines_of;
use super::prompts::{prompt, row, sentence};
use super::view::Waits;
use super::walks::{TONIGHT, ten_minutes};

const PASTE: &str = "\x1b[200~";
const PASTED: &str = "\x1b[201~";

/// The window gets and loses the focus, a mouse button goes down and up.
const REPORTS: [&str; 4] = ["\x1b[I", "\x1b[O", "\x1b[<0;10;10M", "\x1b[<0;10;10m"];

/// How long nothing must come for a program to be at rest that has a queue of keys to read.
const REST: Duration = Duration::from_millis(400);

/// At this question of the ten minutes.
fn at(home: &Home, id: &str, args: &[&str]) -> Option<Session> {
    let mut it = Session::start_with(home, 24, 80, args, &[])?;
    it.walk_to(&ten_minutes(), id);
    Some(it)
}

#[test]
fn a_megabyte_pasted_is_one_answer_too_long_for_a_plan_and_that_is_said() {
    let home = Home::new();
    let Some(mut it) = at(&home, "planner.name", &[]) else {
        return;
    };
    let long = "calm words ".repeat(100_000);
    it.press(&format!("{PASTE}{long}{PASTED}{ENTER}"));
    let (said, _) = sentence("engine.too_long")
        .split_once('{')
        .map(|(a, b)| (a.to_owned(), b.to_owned()))
        .unwrap();
    let end = Instant::now() + Duration::from_secs(60);
    while !it.since().contains(&said) {
        assert!(Instant::now() < end, "nothing was said of its length");
        thread::sleep(Duration::from_millis(50));
    }
    // It stands there again, and can be taken back.
    it.wait_for("the words again", REST, |view| view.raw.then_some(()));
    it.press("\x15");
    it.wait("an empty field", |view| {
        (view.new && view.line.ends_with(':')).then_some(())
    });
    it.line("Juniper");
    // Rows of the paste still stand above, wider than the screen.
    it.sees(&prompt("person.name"));
    assert_eq!(home.answer("/planner/name"), "Juniper");
}

#[test]
fn a_line_break_and_ctrl_c_inside_a_paste_are_part_of_it() {
    let home = Home::new();
    let Some(mut it) = at(&home, "planner.name", &[]) else {
        return;
    };
    it.press(&format!("{PASTE}Juni\x03per\rof\x04 the\x1a\nhill{PASTED}"));
    it.sees("hill");
    it.press(ENTER);
    it.until("person.name");
    assert_eq!(home.answer("/planner/name"), "Juniper of the hill");
}

#[test]
fn ctrl_c_in_a_paste_without_brackets_leaves_and_answers_nothing() {
    let home = Home::new();
    let Some(mut it) = at(&home, "planner.name", &[]) else {
        return;
    };
    it.press("Juniper\rRob\x03in\r");
    let ended = it.end();
    assert_eq!((ended.code, ended.tidy), (130, true));
    assert!(home.answer("/planner/name").is_null());
}

#[test]
fn twenty_enters_typed_ahead_begin_no_plan() {
    for args in [&[][..], &["--plain"]] {
        let home = Home::new();
        let Some(mut it) = Session::start_with(&home, 24, 80, args, &[]) else {
            return;
        };
        it.press(&ENTER.repeat(20));
        it.wait_for("rest", REST, |_| Some(()));
        // In a list the last Enter is answered in the place of its prompt.
        if it.is_plain() {
            it.until("danger");
        } else {
            it.sees(&sentence("danger.answer.suicide"));
        }
        it.signal("TERM");
        assert!(it.end().tidy);
        assert!(!home.file().exists());
    }
}

#[test]
fn twenty_enters_typed_ahead_change_no_answer_of_a_whole_plan() {
    for args in [&[][..], &["--plain"]] {
        let home = Home::new().with_example();
        let before = home.plan();
        let Some(mut it) = Session::start_with(&home, 24, 80, args, &[]) else {
            return;
        };
        it.waits();
        it.press(&ENTER.repeat(20));
        it.wait_for("rest", REST, |_| Some(()));
        it.signal("TERM");
        assert!(it.end().tidy);
        assert_eq!(home.plan(), before, "{args:?}");
    }
}

#[test]
fn the_word_that_deletes_counts_only_when_it_is_typed_after_the_question() {
    for args in [&["delete"][..], &["delete", "--plain"]] {
        let home = Home::new().with_example();
        let Some(mut it) = Session::start_with(&home, 24, 80, args, &[]) else {
            return;
        };
        it.press("delete\r");
        it.sees(&sentence("commands.delete.prompt"));
        it.wait_for("rest", REST, |_| Some(()));
        assert!(home.file().exists(), "{args:?}");
        it.press("delete\r");
        assert_eq!(it.end().code, 0);
        assert!(!home.file().exists(), "{args:?}");
    }
}

#[test]
fn nothing_but_the_word_deletes() {
    for args in [&["delete"][..], &["delete", "--plain"]] {
        let home = Home::new().with_example();
        let Some(mut it) = Session::start_with(&home, 24, 80, args, &[]) else {
            return;
        };
        it.sees(&sentence("commands.delete.prompt"));
        it.wait_for("rest", REST, |_| Some(()));
        it.press(&ENTER.repeat(20));
        it.wait_for("rest", REST, |_| Some(()));
        it.press("yes\r");
        assert_eq!(it.end().code, 0);
        assert!(home.file().exists(), "{args:?}");
    }
}

#[test]
fn reports_of_mouse_and_focus_answer_nothing_and_leave_no_letters() {
    let home = Home::new();
    let Some(mut it) = at(&home, "planner.name", &[]) else {
        return;
    };
    for report in REPORTS {
        it.press(report);
        it.wait_for("rest", REST, |_| Some(()));
    }
    it.line("Juniper");
    it.until("person.name");
    assert_eq!(home.answer("/planner/name"), "Juniper");
    it.line("Robin");
    for id in ["person.relation", "person.substances"] {
        it.until(id);
        let before = it.view().pointer().map(str::to_owned);
        for report in REPORTS {
            it.press(report);
            it.wait_for("rest", REST, |_| Some(()));
        }
        assert_eq!(it.view().pointer().map(str::to_owned), before, "{id}");
        assert!(!it.view().text().contains("[x]"), "{id}");
        // What means nothing draws nothing; the next key does.
        it.press(DOWN);
        let rest = TONIGHT.iter().skip_while(|(at, _)| *at != id);
        for step in rest.take(2) {
            it.step(*step);
        }
    }
}

#[test]
fn ctrl_d_in_a_list_answers_nothing() {
    for id in ["person.relation", "person.substances"] {
        let home = Home::new();
        let Some(mut it) = at(&home, id, &[]) else { return };
        it.press("\x04");
        it.wait_for("rest", REST, |_| Some(()));
        assert!(it.view().asks(id, Waits::Rows), "{id}\n{}", it.view().text());
    }
}

/// What is said of words that are none of the rows, up to their number.
fn no_row() -> String {
    let said = sentence("ask.not_a_row");
    said.split(" {").next().unwrap().to_owned()
}

#[test]
fn a_paste_answers_no_list() {
    for id in ["person.relation", "person.substances"] {
        let home = Home::new();
        let Some(mut it) = at(&home, id, &[]) else { return };
        assert!(it.view().marks_pastes, "{id}");
        let before = it.view().pointer().map(str::to_owned);
        for paste in [
            format!("{PASTE}calm\rwords\n\r\x03\x1b[B {PASTED}"),
            format!("{PASTE}{}{PASTED}", "calm words\n".repeat(2_000)),
            // Nothing marks this one, so its lines are words typed one after another.
            "zebra\rxylophone".to_owned(),
        ] {
            it.press(&paste);
            it.wait_for("rest", REST, |_| Some(()));
            it.press(ENTER);
            it.sees(&no_row());
            assert_eq!(it.view().pointer().map(str::to_owned), before, "{id}");
            assert!(!it.view().text().contains("[x]"), "{id}");
        }
        it.signal("TERM");
        assert!(it.end().tidy);
        assert_eq!(home.answer("/person/substances"), serde_json::Value::Null);
    }
}

#[test]
fn an_arrow_in_pieces_is_no_esc() {
    let home = Home::new();
    let Some(mut it) = at(&home, "person.relation", &[]) else {
        return;
    };
    for piece in ["\x1b", "[", "B"] {
        it.press(piece);
        thread::sleep(Duration::from_millis(20));
    }
    it.wait("the first row", |view| {
        (view.pointer() == Some(&row("relation.child"))).then_some(())
    });
}

#[test]
fn an_arrow_whose_rest_comes_too_late_goes_back_and_types_nothing() {
    let home = Home::new();
    let Some(mut it) = at(&home, "person.ages", &[]) else {
        return;
    };
    // Back to a list, and from there to a field.
    for before in ["person.relation", "person.name"] {
        it.press("\x1b");
        it.until(before);
        it.press("[B");
        it.wait_for("rest", REST, |_| Some(()));
        assert!(!it.view().text().contains("[B"), "{}", it.view().text());
    }
    assert!(it.view().line.ends_with(": Robin"), "{}", it.view().line);
    it.press(ENTER);
    it.until("person.ages");
}

#[test]
fn a_letter_that_comes_byte_by_byte_is_one_letter() {
    for args in [&[][..], &["--plain"]] {
        let home = Home::new();
        let Some(mut it) = at(&home, "planner.name", args) else {
            return;
        };
        for byte in "김é👪".bytes() {
            it.press_bytes(&[byte]);
            thread::sleep(Duration::from_millis(15));
        }
        it.press(ENTER);
        it.until("person.name");
        assert_eq!(home.answer("/planner/name"), "김é👪", "{args:?}");
    }
}

#[test]
fn bytes_that_are_no_letter_break_nothing_and_the_letters_around_them_stay() {
    for args in [&[][..], &["--plain"]] {
        let home = Home::new();
        let Some(mut it) = at(&home, "planner.name", args) else {
            return;
        };
        it.press_bytes(b"Jun");
        it.wait_for("rest", REST, |_| Some(()));
        it.press_bytes(b"\xFF\x80");
        it.wait_for("rest", REST, |_| Some(()));
        it.press_bytes(b"iper\r");
        it.until("person.name");
        let kept = home.answer("/planner/name");
        let letters: String = kept.as_str().unwrap().chars().filter(char::is_ascii).collect();
        assert_eq!(letters, "Juniper", "{args:?} {kept}");
    }
}

#[test]
fn what_steers_a_terminal_is_taken_out_of_what_is_typed() {
    for args in [&[][..], &["--plain"]] {
        let home = Home::new();
        let Some(mut it) = at(&home, "planner.name", args) else {
            return;
        };
        it.press_bytes("Ju\u{202E}ni\u{200B}pe\u{FEFF}r\r".as_bytes());
        it.until("person.name");
        assert_eq!(home.answer("/planner/name"), "Juniper", "{args:?}");
    }
}

#[test]
fn ctrl_c_twice_is_ctrl_c() {
    for id in ["planner.name", "person.relation", "person.substances"] {
        for args in [&[][..], &["--plain"]] {
            let home = Home::new();
            let Some(mut it) = at(&home, id, args) else { return };
            it.press("\x03\x03");
            let ended = it.end();
            assert_eq!((ended.code, ended.tidy), (130, true), "{id} {args:?}");
        }
    }
}

#[test]
fn the_command_hide_clears_the_window_and_leaves_a_line_that_says_nothing() {
    let home = Home::new().with_example();
    for size in [(24, 80), (3, 20)] {
        let Some(it) = Session::start_with(&home, size.0, size.1, &["hide"], &[]) else {
            return;
        };
        let ended = it.end();
        assert_eq!((ended.code, ended.tidy), (0, true));
        assert_eq!(ended.screen, sentence("home.hidden_line"));
        assert!(ended.text.contains("\x1b[2J\x1b[3J"), "what scrolled away stays");
    }
    for (args, vars) in [
        (&["hide", "--plain"][..], &[][..]),
        (&["hide"], &[("TERM", "dumb")]),
        (&["hide"], &[("ACCESSIBLE", "1")]),
    ] {
        let ended = Session::start_with(&home, 24, 100, args, vars).unwrap().end();
        assert_eq!(ended.code, 1);
        let said: Vec<&str> = ended.screen.split_whitespace().collect();
        assert_eq!(said.join(" "), sentence("commands.hide.cannot"));
        assert!(!ended.bytes.contains(&0x1b));
    }
}

#[test]
fn ten_minutes_go_through_windows_too_small_to_read() {
    let Some(lines) = lines_of(&ten_minutes()) else { return };
    for (rows, columns) in [(1, 1), (1, 500), (200, 1), (2, 2), (3, 10), (9, 29)] {
        let home = Home::new();
        let Some(mut it) = Session::start(&home, rows, columns) else {
            return;
        };
        for line in &lines {
            it.until_a_cursor();
            it.press(&format!("{line}\n"));
        }
        let ended = it.end();
        assert_eq!((ended.code, ended.tidy), (0, true), "{rows}x{columns}");
        assert_eq!(home.answer("/person/love"), "Songs in the kitchen", "{rows}x{columns}");
    }
}

#[test]
fn a_storm_of_sizes_leaves_no_question() {
    let home = Home::new();
    let Some(mut it) = at(&home, "planner.name", &[]) else {
        return;
    };
    let storm = |it: &mut Session| {
        for turn in 0..100 {
            it.resize(10 + turn % 40, 30 + turn * 3 % 470);
        }
        it.resize(24, 80);
    };
    it.press("Juni");
    it.sees("Juni");
    storm(&mut it);
    it.press("per\r");
    it.until("person.name");
    assert_eq!(home.answer("/planner/name"), "Juniper");
    it.line("Robin");
    for (id, key) in [
        ("person.relation", "relation.child"),
        ("person.ages", "ages.both_adults"),
    ] {
        it.until(id);
        storm(&mut it);
        it.pick(&row(key));
    }
    it.until("person.substances");
    storm(&mut it);
    it.go_to(&row("substance.heroin"));
    it.press(" ");
    it.wait("a tick", |view| view.is_ticked().then_some(()));
    it.press(ENTER);
    it.until("person.recent");
    assert_eq!(home.answer("/person/relation"), "child");
    assert_eq!(home.answer("/person/substances"), serde_json::json!(["heroin"]));
}

/// What an editor of lines has for people who write programs: a key that makes a letter of the next one.
#[test]
fn no_key_takes_the_next_one_from_ctrl_c() {
    for key in ["\x16", "\x11", "\x18", "\x1b", "\x12"] {
        let home = Home::new();
        let Some(mut it) = at(&home, "planner.name", &[]) else {
            return;
        };
        it.press(key);
        it.wait_for("rest", REST, |_| Some(()));
        it.press("\x03");
        let ended = it.end();
        assert_eq!((ended.code, ended.tidy), (130, true), "{key:?}");
    }
}

/// The rest of a key or of a letter that never comes.
#[test]
fn ctrl_c_behind_half_a_key_or_half_a_letter_leaves_at_once() {
    for half in ["\x1b[", "\x1bO", "\x1b[1;", "\x1b[20"]
        .map(str::as_bytes)
        .into_iter()
        .chain([&b"\xc3"[..], b"\xe4\xb8"])
    {
        let home = Home::new();
        let Some(mut it) = at(&home, "planner.name", &[]) else {
            return;
        };
        it.press("Jun");
        it.sees(": Jun");
        it.press_bytes(half);
        it.wait_for("rest", REST, |_| Some(()));
        it.press("\x03");
        let ended = it.end();
        assert_eq!((ended.code, ended.tidy), (130, true), "{half:?}");
    }
}

/// Bytes that nobody thought of, from a seed: parts of keys, of answers of a terminal and of pastes, and any others. What
/// leaves by itself is not among them.
fn any_bytes(seed: u64) -> Vec<u8> {
    const PARTS: [&[u8]; 20] = [
        b"\x1b",
        b"\x1b[",
        b"\x1bO",
        b"\x1b]11;",
        b"\x1bP",
        b"\x1b\\",
        b"\x1b[200~",
        b"\x1b[201~",
        b"\x1b[A",
        b"\x1b[1;5B",
        b"\x1b[<0;9;9M",
        b"~",
        b";5",
        b"\x07",
        b"\x1b\xc3\xa9",
        b"\xe4\xb8",
        b" ",
        b"y",
        b"\t",
        b"\x7f",
    ];
    let mut seed = seed;
    let mut next = || {
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize
    };
    let mut bytes = Vec::new();
    while bytes.len() < 800 {
        match next() % 3 {
            0 => bytes.push((next() % 256) as u8),
            _ => bytes.extend(PARTS[next() % PARTS.len()]),
        }
    }
    // Enter, Ctrl-C, Ctrl-D, Ctrl-\, Ctrl-S and Ctrl-Z; the signs.
    bytes.retain(|byte| !b"\r\n\x03\x04\x1c\x13\x1a/!?<>".contains(byte));
    bytes
}

#[test]
fn no_bytes_stop_a_question_and_ctrl_c_ends_it_behind_them() {
    for (id, args) in [
        ("person.relation", &[][..]),
        ("person.substances", &[]),
        ("planner.name", &[]),
        ("planner.name", &["--plain"]),
    ] {
        for seed in 1..=2 {
            let home = Home::new();
            let Some(mut it) = at(&home, id, args) else { return };
            for burst in any_bytes(seed).chunks(97) {
                it.press_bytes(burst);
                thread::sleep(Duration::from_millis(5));
            }
            it.wait_for("rest", REST * 3, |_| Some(()));
            it.press("\x03");
            let ended = it.end();
            assert_eq!(
                (ended.code, ended.tidy),
                (130, true),
                "{id} {args:?} {seed}\n{}",
                ended.screen
            );
            home.plan();
        }
    }
}
