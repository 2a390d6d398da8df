//! What the program asks of the system, seen from outside with strace, in whole visits through a pipe.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Child, Command};
use std::thread;
use std::time::{Duration, Instant};

use super::harness::{Home, Session};
use super::plain::{lines_of, spawn_in_pipes};
use super::prompts::sentence;
use super::walks::{ten_minutes, the_plan};

/// Whether anything can be traced here; where not, a line says so.
pub fn can_trace() -> bool {
    let works = Command::new("strace").args(["-o", "/dev/null", "true"]).output();
    let works = works.is_ok_and(|output| output.status.success());
    if !works {
        println!("skipped: strace is missing or may not trace here");
    }
    works
}

/// The program under strace; `None` if nothing can be traced.
fn traced(home: &Home, strace: &[&str], args: &[&str]) -> Option<Child> {
    if !can_trace() {
        return None;
    }
    let mut command = Command::new("strace");
    command.arg("-f").args(strace).arg(env!("CARGO_BIN_EXE_steadfast"));
    command.args(["--today", "2026-11-21"]).args(args);
    Some(spawn_in_pipes(command, home))
}

fn type_into(child: &mut Child, lines: &[String]) {
    let text: String = lines.iter().map(|line| format!("{line}\n")).collect();
    // A program that left early reads no more.
    let _ = child.stdin.as_mut().unwrap().write_all(text.as_bytes());
}

#[test]
fn no_socket_is_opened_in_a_whole_visit_or_by_any_command() {
    let Some(lines) = lines_of(&the_plan()) else { return };
    let home = Home::new();
    let trace = home.folder().with_extension("trace");
    let trace = trace.to_str().unwrap();
    let commands: [&[&str]; 11] = [
        &["--plain"],
        &["checklist"],
        &["checklist", "--format", "html"],
        &["show"],
        &["ready"],
        &["done", "own.none"],
        &["calendar"],
        &["check"],
        &["where"],
        &["help", "privacy"],
        &["delete", "--plain"],
    ];
    for args in commands {
        // `socketpair` is left out: signals wake the thread that waits for them through a pair with no way out.
        let calls = "trace=socket,connect,bind,listen,accept,accept4,execve";
        let strace = ["-o", trace, "-e", calls];
        let Some(mut child) = traced(&home, &strace, args) else {
            return;
        };
        match args[0] {
            "--plain" => type_into(&mut child, &lines),
            "delete" => type_into(&mut child, &["delete".to_owned()]),
            _ => {}
        }
        child.wait_with_output().unwrap();
        let calls = fs::read_to_string(trace).unwrap();
        // The first line is the program's own start, so that an empty trace cannot pass.
        assert!(calls.contains("execve("), "{args:?} was not traced");
        let others: Vec<&str> = calls
            .lines()
            .filter(|call| !["execve(", "+++", "---"].iter().any(|known| call.contains(known)))
            .collect();
        assert!(others.is_empty(), "{args:?} {others:#?}");
        if args == ["--plain"] {
            assert_eq!(home.answer("/day/place"), "The kitchen");
        }
    }
    assert!(!home.file().exists());
}

#[test]
fn without_a_home_nobody_is_asked_for_one_over_a_socket() {
    let home = Home::new();
    let trace = home.folder().with_extension("trace");
    for nothing in [&["-E", "HOME"][..], &["-E", "HOME="]] {
        let calls = ["-o", trace.to_str().unwrap(), "-e", "trace=socket,connect,execve"];
        let strace = [&calls[..], nothing, &["-E", "STEADFAST_HOME", "-E", "XDG_DATA_HOME"]].concat();
        let Some(child) = traced(&home, &strace, &["where"]) else {
            return;
        };
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(1), "{output:?}");
        let calls = fs::read_to_string(&trace).unwrap();
        assert!(calls.contains("execve("), "nothing was traced");
        assert!(!calls.contains("socket("), "{calls}");
    }
}

/// What lies in the folder of the plan and is no whole file.
fn unfinished(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).unwrap();
    let names = names.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.ends_with(".tmp")).collect()
}

/// The program's own id, once it has begun: the one that strace started.
fn begun(strace: u32) -> Option<String> {
    let children = format!("/proc/{strace}/task/{strace}/children");
    let found = fs::read_to_string(children).ok()?;
    found.split_whitespace().next().map(str::to_owned)
}

fn inside(strace: u32) -> String {
    begun(strace).unwrap()
}

/// Whether the program holds a file open in this folder that has no name yet, or its name is that of an unfinished one.
fn is_writing(strace: u32, folder: &Path) -> bool {
    let open = begun(strace).map(|id| fs::read_dir(format!("/proc/{id}/fd")));
    let files = open.into_iter().flatten().flatten().flatten();
    let mut paths = files.filter_map(|file| fs::read_link(file.path()).ok());
    paths.any(|path| path.starts_with(folder) && path.to_string_lossy().ends_with("(deleted)"))
        || !unfinished(folder).is_empty()
}

#[test]
fn a_signal_during_a_save_leaves_the_old_plan_or_the_new() {
    let Some(lines) = lines_of(&ten_minutes()) else { return };
    for signals in [&["INT"][..], &["TERM"], &["HUP"], &["INT", "INT"]] {
        let home = Home::new();
        let trace = home.folder().with_extension("trace");
        // Each save takes a second, so that the signal meets one.
        let slow = ["-o", trace.to_str().unwrap(), "-e", "trace=fsync"];
        let strace = [&slow[..], &["-e", "inject=fsync:delay_enter=1000000"]].concat();
        let Some(mut child) = traced(&home, &strace, &["--plain"]) else {
            return;
        };
        type_into(&mut child, &lines);
        let end = Instant::now() + Duration::from_secs(40);
        while !home.file().exists() || !is_writing(child.id(), &home.folder()) {
            assert!(Instant::now() < end, "no save was met");
            thread::sleep(Duration::from_millis(5));
        }
        let program = inside(child.id());
        for signal in signals {
            Command::new("kill").args(["-s", signal, &program]).status().unwrap();
        }
        let code = child.wait().unwrap().code();
        let expected = match signals[0] {
            "TERM" => 143,
            "HUP" => 129,
            _ => 130,
        };
        assert_eq!(code, Some(expected), "{signals:?}");
        assert!(unfinished(&home.folder()).is_empty(), "{signals:?}");
        let before = home.plan();
        assert!(before["visit"]["computer"].is_string(), "{before}");
        // The next start finds the plan.
        let mut child = traced(&home, &["-o", "/dev/null"], &["--plain"]).unwrap();
        drop(child.stdin.take());
        assert_eq!(child.wait().unwrap().code(), Some(0));
        assert_eq!(home.plan(), before);
    }
}

#[test]
fn a_signal_while_a_page_is_written_leaves_nothing_of_it() {
    let home = Home::new().with_example();
    let page = home.folder().join("page.html");
    let slow = [
        "-o",
        "/dev/null",
        "-e",
        "trace=fsync",
        "-e",
        "inject=fsync:delay_enter=1000000",
    ];
    let args = ["sheet", "checklist", "--out", page.to_str().unwrap()];
    let Some(mut child) = traced(&home, &slow, &args) else {
        return;
    };
    let end = Instant::now() + Duration::from_secs(40);
    // The plan knows of the page before the first byte of it is written.
    let noted = || fs::read_to_string(home.file()).is_ok_and(|plan| plan.contains("page.html"));
    while !noted() || !is_writing(child.id(), &home.folder()) {
        assert!(Instant::now() < end, "no page was written");
        thread::sleep(Duration::from_millis(5));
    }
    let program = inside(child.id());
    Command::new("kill").args(["-s", "INT", &program]).status().unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(130));
    assert!(unfinished(&home.folder()).is_empty());
    assert!(!page.exists());
}

#[test]
fn a_save_that_takes_long_says_so_before_the_next_question() {
    let Some(lines) = lines_of(&ten_minutes()) else { return };
    let line = sentence("keeping.slow");
    for (delay, said) in [("3000000", 1), ("1", 0)] {
        let home = Home::new();
        // Only the first save meets a slow disk.
        let slow = format!("inject=fsync:delay_enter={delay}:when=1");
        let Some(mut child) = traced(
            &home,
            &["-o", "/dev/null", "-e", "trace=fsync", "-e", &slow],
            &["--plain"],
        ) else {
            return;
        };
        type_into(&mut child, &lines);
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(0));
        let heard = String::from_utf8_lossy(&output.stderr);
        assert_eq!(heard.lines().filter(|heard| *heard == line).count(), said, "{heard}");
        assert!(home.file().exists());
    }
}

#[test]
fn a_mistake_of_its_own_in_a_terminal_leaves_it_as_it_was_found_and_the_plan_whole() {
    // A moment's sleep that the system refuses is a panic in the standard library, and so in the middle of a question.
    let refused = "strace -f -qq -o /dev/null -e trace=clock_nanosleep -e inject=clock_nanosleep:error=EINVAL";
    if !can_trace() {
        return;
    }
    let home = Home::new().with_example();
    let before = fs::read(home.file()).unwrap();
    let Some(it) = Session::start_with(&home, 24, 80, &["delete"], &[("UNDER", refused)]) else {
        return;
    };
    let ended = it.end();
    assert_eq!((ended.code, ended.tidy), (1, true), "{}", ended.text);
    let said = ended.screen.split_whitespace().collect::<Vec<_>>().join(" ");
    let mistake = sentence("faults.panic");
    let mistake = mistake.split("{path}").next().unwrap();
    assert!(said.contains(mistake.trim()), "{said}");
    assert!(ended.text.contains("plan.json"), "{}", ended.text);
    for word in ["panicked", "assertion", "src/", "Robin"] {
        assert!(!ended.text.contains(word), "{word}: {}", ended.text);
    }
    assert_eq!(fs::read(home.file()).unwrap(), before);
}

/// So much a save costs, and no more: the file, the folder of its versions and its folder are synced, and it comes to its
/// place in one step.
#[test]
fn a_save_syncs_three_times_and_takes_its_place_once() {
    let home = Home::new();
    let trace = home.folder().with_extension("saved");
    let example = include_str!("../../prompts/en/example.json");
    fs::create_dir_all(home.folder()).unwrap();
    fs::write(home.folder().join("plan.json"), example).unwrap();
    // The first makes the folder of versions.
    for task in ["lock_up", "naloxone"] {
        let calls = "trace=/^(f(data)?sync|sync|syncfs|rename(at2?)?)$";
        let strace = ["-o", trace.to_str().unwrap(), "-e", calls];
        let Some(child) = traced(&home, &strace, &["done", task]) else {
            return;
        };
        assert!(child.wait_with_output().unwrap().status.success());
    }
    let seen = fs::read_to_string(&trace).unwrap();
    let count = |call: &str| seen.lines().filter(|line| line.contains(call)).count();
    assert_eq!((count("sync"), count("rename")), (3, 1), "{seen}");
}
