//! A line at a time: in a terminal, on a dumb one, and through a pipe.

use std::io::Write;
use std::process::{Child, Command, Output, Stdio};

use super::harness::{Home, Session};
use super::prompts::{prompt, sentence};
use super::safety::{ABOUT_SAFETY, SENTENCES, steps};
use super::walks::{Step, ten_minutes};

const ESCAPE: u8 = 0x1b;

/// Walks the ten minutes by numbers; the lines that were typed.
fn walked(args: &[&str], vars: &[(&str, &str)]) -> Option<Vec<String>> {
    let home = Home::new();
    let mut it = Session::start_with(&home, 24, 80, args, vars)?;
    it.walk(&ten_minutes());
    it.until("home");
    assert_eq!(home.answer("/person/love"), "Songs in the kitchen");
    assert_eq!(home.answer("/safety/naloxone"), "not_here");
    it.pick(&sentence("home.rows.leave"));
    let lines = std::mem::take(&mut it.typed);
    let ended = it.end();
    assert_eq!((ended.code, ended.tidy), (0, true), "{args:?} {vars:?}");
    assert!(!ended.bytes.contains(&ESCAPE), "{args:?} {vars:?}");
    Some(lines)
}

/// The lines that walk these questions by numbers and leave.
pub fn lines_of(steps: &[Step]) -> Option<Vec<String>> {
    let home = Home::new();
    let mut it = Session::start_with(&home, 24, 80, &["--plain"], &[])?;
    it.walk(steps);
    it.until("home");
    it.pick(&sentence("home.rows.leave"));
    let lines = std::mem::take(&mut it.typed);
    it.end();
    Some(lines)
}

/// Starts a command at this home, in English, with a pipe at each end.
pub fn spawn_in_pipes(mut command: Command, home: &Home) -> Child {
    command.env("STEADFAST_HOME", home.folder()).env("LANG", "en_US.UTF-8");
    for other in ["LC_ALL", "LC_MESSAGES", "LANGUAGE"] {
        command.env_remove(other);
    }
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command.spawn().unwrap()
}

fn piped(home: &Home, lines: &[String]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_steadfast"));
    command.args(["--today", "2026-11-21"]);
    let mut child = spawn_in_pipes(command, home);
    let input: String = lines.iter().map(|line| format!("{line}\n")).collect();
    // A program that left early reads no more.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

#[test]
fn ten_minutes_by_numbers_send_no_escape() {
    for (args, vars) in [
        (&["--plain"][..], &[][..]),
        (&[], &[("TERM", "dumb")]),
        (&[], &[("ACCESSIBLE", "1")]),
    ] {
        let Some(_) = walked(args, vars) else { return };
    }
}

#[test]
fn a_pipe_feeds_the_same_ten_minutes_and_its_end_is_leaving_wherever_it_comes() {
    let Some(lines) = walked(&["--plain"], &[]) else { return };
    let home = Home::new();
    let whole = piped(&home, &lines);
    assert_eq!(whole.status.code(), Some(0));
    assert_eq!(home.answer("/person/love"), "Songs in the kitchen");
    assert!(whole.stdout.is_empty() && !whole.stderr.contains(&ESCAPE));
    let mut kept = 0;
    for end in 0..lines.len() {
        let home = Home::new();
        let part = piped(&home, &lines[..end]);
        assert_eq!(part.status.code(), Some(0), "after {end} lines");
        assert!(
            part.stdout.is_empty() && !part.stderr.contains(&ESCAPE),
            "after {end} lines"
        );
        let said = sentence(if home.file().exists() {
            "engine.saved"
        } else {
            "engine.nothing_saved"
        });
        let said = said.replace("{command}", "steadfast");
        let told = String::from_utf8(part.stderr).unwrap();
        assert!(told.ends_with(&format!("{said}\n")), "after {end} lines: {told}");
        if home.file().exists() {
            let now = home.plan().to_string().len();
            assert!(now >= kept, "after {end} lines");
            kept = now;
        }
    }
}

#[test]
fn a_line_that_the_end_cuts_off_is_no_answer() {
    let home = Home::new();
    let mut command = Command::new(env!("CARGO_BIN_EXE_steadfast"));
    command
        .args(["--today", "2026-11-21"])
        .env("STEADFAST_HOME", home.folder());
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(b"1\n\n1").unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(0));
    assert!(!home.file().exists());
}

#[test]
fn through_a_pipe_no_sentence_answers_a_question_about_safety() {
    let home = Home::new();
    let Some(mut it) = Session::start_with(&home, 24, 80, &["--plain"], &[]) else {
        return;
    };
    let refused = sentence("ask.plain_nearest").split(" {").next().unwrap().to_owned();
    for (step, next) in steps().into_iter().zip(steps().into_iter().skip(1)) {
        it.until(step.0);
        if ABOUT_SAFETY.contains(&step.0) {
            let (part, asked) = (Home::new(), Home::new());
            piped(&part, &it.typed);
            let sentences = SENTENCES.map(str::to_owned);
            let told = piped(&asked, &[&it.typed[..], &sentences].concat()).stderr;
            let told = String::from_utf8(told).unwrap();
            assert_eq!(told.matches(&refused).count(), SENTENCES.len(), "{}: {told}", step.0);
            assert!(!told.contains(&format!("{}:", prompt(next.0))), "{}: {told}", step.0);
            let kept = |home: &Home| home.file().exists().then(|| home.plan());
            assert_eq!(kept(&asked), kept(&part), "{}", step.0);
        }
        it.step(step);
    }
}
