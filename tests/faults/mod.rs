//! The real program while the system refuses what it asks for, call after call: the old file or the new, never another.
//! Needs `strace`; without it these tests say so and pass.
#![cfg(target_os = "linux")]

mod forget;
#[cfg(feature = "encryption")]
mod lock;
mod pages;

use std::fs;
use std::io::Write;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use steadfast::plan::{LISTS, Plan};
use steadfast::store::{Opened, Store, versions};

use crate::terminal::traced::can_trace;

const EXAMPLE: &str = include_str!("../../prompts/en/example.json");

/// What a save asks of the system.
const CALLS: [&str; 14] = [
    "write",
    "openat",
    "fsync",
    "link",
    "linkat",
    "rename",
    "renameat",
    "renameat2",
    "unlink",
    "unlinkat",
    "mkdir",
    "chmod",
    "fchmod",
    "flock",
];

/// One command: its line and what is typed.
struct Errand(&'static [&'static str], &'static str);

/// Ticks one task.
const DONE: Errand = Errand(&["done", "naloxone"], "");

/// A short visit: past the neutral screen, another country, and out. The end of the input leaves too.
const VISIT: Errand = Errand(&["--plain"], "\n8\n2\n9\n");

struct Home(tempfile::TempDir);

impl Home {
    fn new() -> Self {
        let home = Self(tempfile::tempdir().unwrap());
        fs::write(home.plan(), EXAMPLE).unwrap();
        fs::set_permissions(home.plan(), fs::Permissions::from_mode(0o600)).unwrap();
        home
    }

    fn plan(&self) -> PathBuf {
        self.0.path().join("plan.json")
    }

    /// Runs a command while the system refuses `fault`; without one, as it is.
    fn run(&self, errand: &Errand, fault: Option<&str>) -> Output {
        let program = assert_cmd::cargo::cargo_bin("steadfast");
        self.ran(
            errand,
            match fault {
                None => Command::new(program),
                Some(fault) => self.traced(&CALLS.join(","), fault, program),
            },
        )
    }

    /// Runs a command while the plan, and no other file, cannot be read from the nth call on.
    fn run_unreadable(&self, errand: &Errand, nth: usize) -> Output {
        let program = assert_cmd::cargo::cargo_bin("steadfast");
        let mut strace = self.traced("read", &format!("read:error=EIO:when={nth}+"), "-P".into());
        strace.arg(self.plan()).arg(program);
        self.ran(errand, strace)
    }

    /// These calls are traced and `fault` comes about; `last` is the program, or what comes before it.
    fn traced(&self, calls: &str, fault: &str, last: PathBuf) -> Command {
        let mut strace = Command::new("strace");
        strace.args(["-f", "-qq", "-o"]).arg(self.trace());
        strace.args(["-e", &format!("trace={calls}"), "-e", &format!("inject={fault}")]);
        strace.arg(last);
        strace
    }

    fn ran(&self, errand: &Errand, mut command: Command) -> Output {
        let mut child = command
            .args(errand.0)
            .args(["--today", "2026-11-15"])
            // Cargo's own would have the loader look in many folders first.
            .env_remove("LD_LIBRARY_PATH")
            .env("STEADFAST_HOME", self.0.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // It may be gone before it has read all.
        let _ = child.stdin.take().unwrap().write_all(errand.1.as_bytes());
        child.wait_with_output().unwrap()
    }

    fn trace(&self) -> PathBuf {
        self.0.path().join("trace")
    }

    /// Whether the fault came about: past the last call it does not.
    fn was_hit(&self) -> bool {
        let trace = fs::read_to_string(self.trace()).unwrap();
        trace.contains("INJECTED") || trace.contains("killed by SIGKILL")
    }

    fn leftovers(&self) -> Vec<String> {
        let names = fs::read_dir(self.0.path()).unwrap();
        let names = names.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        names.filter(|name| name.starts_with(".steadfast-")).collect()
    }
}

fn plan_at(path: &Path) -> Plan {
    match Store::open::<Plan>(path, LISTS).unwrap().1 {
        Opened::Found { plan, faults } => {
            assert!(faults.is_empty());
            plan
        }
        Opened::Missing => panic!("missing"),
    }
}

/// What a command makes of the example when nothing fails.
fn expected(errand: &Errand) -> String {
    let home = Home::new();
    assert!(home.run(errand, None).status.success());
    fs::read_to_string(home.plan()).unwrap()
}

/// Fails the nth call of each kind, for n from 1 until none fails: strace counts each kind by itself.
fn every_call(errand: &Errand, way: &str, calls: &[&'static str]) {
    if !can_trace() {
        return;
    }
    let new = expected(errand);
    assert_ne!(new, EXAMPLE);
    let of_each = |call: &&'static str| {
        let call = *call;
        let new = &new;
        (1..).map_while(move |nth| failed(errand, new, &format!("{call}:{way}:when={nth}")))
    };
    let saved: Vec<bool> = calls.iter().flat_map(of_each).collect();
    let new_ones = saved.iter().filter(|saved| **saved).count();
    let old_ones = saved.len() - new_ones;
    assert!(old_ones > 9 && new_ones > 3, "{way}: {old_ones} {new_ones}");
}

/// Runs the command with this fault: whether it was saved, and nothing where the fault did not come about.
fn failed(errand: &Errand, new: &str, fault: &str) -> Option<bool> {
    let home = Home::new();
    let output = home.run(errand, Some(fault));
    if !home.was_hit() {
        return None;
    }
    let text = fs::read_to_string(home.plan()).unwrap();
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(text == new || text == EXAMPLE, "{fault}: another file: {told}");
    assert!(!told.contains("panicked"), "{fault}: {told}");
    let mode = fs::metadata(home.plan()).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode, 0o600, "{fault}");
    if text == new {
        let newest = versions(&home.plan()).unwrap().remove(0);
        assert_eq!(fs::read_to_string(&newest.path).unwrap(), EXAMPLE, "{fault}");
    } else {
        assert!(!told.contains("ticked"), "{fault}: said to be saved: {told}");
    }
    // What a kill left is found and removed the next time, and that time works.
    assert!(home.run(&Errand(&["done", "lock_up"], ""), None).status.success());
    assert_eq!(home.leftovers(), [] as [String; 0], "{fault}");
    assert!(
        plan_at(&home.plan())
            .tasks
            .iter()
            .any(|mark| mark.id == "lock_up" && mark.done.is_some())
    );
    Some(text == new)
}

#[test]
fn done_with_a_disk_that_gives_an_error() {
    every_call(&DONE, "error=EIO", &CALLS);
}

#[test]
fn done_with_a_disk_that_is_full() {
    every_call(&DONE, "error=ENOSPC", &CALLS);
}

#[test]
fn done_killed_at_any_call() {
    every_call(&DONE, "signal=SIGKILL", &CALLS);
}

#[test]
fn a_visit_with_a_disk_that_gives_an_error() {
    // Most of what a visit writes is what it says; what a failed write does to a plan stands above.
    every_call(&VISIT, "error=EIO", &CALLS[1..]);
}

#[test]
fn a_visit_killed_at_any_call() {
    every_call(&VISIT, "signal=SIGKILL", &CALLS[1..]);
}

#[test]
fn a_call_that_is_interrupted_is_done_again_unseen() {
    if !can_trace() {
        return;
    }
    let home = Home::new();
    let output = home.run(&DONE, Some("write:error=EINTR:when=1"));
    assert!(output.status.success() && home.was_hit());
    assert_eq!(fs::read_to_string(home.plan()).unwrap(), expected(&DONE));
}

#[test]
fn a_plan_that_cannot_be_read_is_said_and_nothing_is_written() {
    if !can_trace() {
        return;
    }
    let all = |home: &Home| {
        let mut all: Vec<_> = fs::read_dir(home.0.path())
            .unwrap()
            .map(|it| it.unwrap().path())
            .collect();
        // A window that works on a plan says so in a file of its own.
        all.retain(|path| *path != home.trace() && !path.ends_with(".plan.json.lock"));
        all
    };
    for errand in [
        &DONE,
        &VISIT,
        &Errand(&["show"], ""),
        &Errand(&["undo"], ""),
        &Errand(&["lock"], ""),
    ] {
        let home = Home::new();
        let output = home.run_unreadable(errand, 1);
        let told = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(home.was_hit() && output.stdout.is_empty(), "{:?} {told}", errand.0);
        assert_eq!(output.status.code(), Some(1), "{:?} {told}", errand.0);
        let sentence = format!("{} could not be read: the disk gave an error.", home.plan().display());
        assert!(told.contains(&sentence), "{:?} {told}", errand.0);
        assert_eq!(all(&home), [home.plan()], "{:?}", errand.0);
        assert_eq!(fs::read_to_string(home.plan()).unwrap(), EXAMPLE, "{:?}", errand.0);
    }
}

#[test]
fn whichever_reading_of_the_plan_fails_the_old_file_or_the_new_is_there() {
    if !can_trace() {
        return;
    }
    for errand in [&DONE, &VISIT] {
        let (new, mut hits) = (expected(errand), 0);
        for nth in 1.. {
            let home = Home::new();
            let output = home.run_unreadable(errand, nth);
            if !home.was_hit() {
                break;
            }
            hits += 1;
            let text = fs::read_to_string(home.plan()).unwrap();
            let told = String::from_utf8_lossy(&output.stderr).into_owned();
            assert!(text == new || text == EXAMPLE, "{nth}: another file: {told}");
            assert!(text == EXAMPLE || !told.contains("could not be read"), "{nth}: {told}");
            assert!(!told.contains("panicked"), "{nth}: {told}");
            assert!(text == new || !told.contains("ticked"), "{nth}: {told}");
            assert_eq!(home.leftovers(), [] as [String; 0], "{nth}");
        }
        assert!(hits > 1, "{hits}");
    }
}

/// The program's own id, once it has begun: strace writes it before each call.
fn traced_id(home: &Home) -> Option<rustix::process::Pid> {
    let trace = fs::read_to_string(home.trace()).ok()?;
    rustix::process::Pid::from_raw(trace.split_whitespace().next()?.parse().ok()?)
}

#[test]
fn a_write_that_takes_a_part_at_first_is_gone_on_with_and_nobody_notices() {
    use rustix::process::{Resource, Rlimit, getrlimit, prlimit};
    if !can_trace() {
        return;
    }
    let home = Home::new();
    let program = assert_cmd::cargo::cargo_bin("steadfast");
    // No file may be longer than this, so that the system takes a part; while strace holds the program back, the limit
    // goes.
    let mut strace = home.traced(&CALLS.join(","), "write:delay_exit=3000000:when=1", "sh".into());
    strace.args(["-c", "ulimit -S -f 2 && exec \"$0\" \"$@\""]).arg(program);
    // What is being written has no name yet: it is found among what the program holds open.
    let part = |length: u64| {
        let open = traced_id(&home).map(|id| fs::read_dir(format!("/proc/{}/fd", id.as_raw_pid())));
        let files = open.into_iter().flatten().flatten().flatten();
        let unnamed = files.filter(|file| {
            let path = fs::read_link(file.path()).unwrap_or_default();
            path.starts_with(home.0.path()) && path.to_string_lossy().ends_with("(deleted)")
        });
        let facts = unnamed.filter_map(|file| fs::metadata(file.path()).ok());
        facts.map(|facts| facts.len()).any(|found| found == length)
    };
    let met = std::thread::scope(|scope| {
        let raised = scope.spawn(|| {
            let end = std::time::Instant::now() + std::time::Duration::from_secs(40);
            while std::time::Instant::now() < end {
                if part(1024) || part(2048) {
                    let maximum = getrlimit(Resource::Fsize).maximum;
                    let all = Rlimit {
                        current: maximum,
                        maximum,
                    };
                    return traced_id(&home).is_some_and(|id| prlimit(Some(id), Resource::Fsize, all).is_ok());
                }
                std::thread::sleep(std::time::Duration::from_millis(5));
            }
            false
        });
        let output = home.ran(&DONE, strace);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        raised.join().unwrap()
    });
    assert!(met, "no write took a part only");
    assert_eq!(fs::read_to_string(home.plan()).unwrap(), expected(&DONE));
    assert_eq!(home.leftovers(), [] as [String; 0]);
}

#[test]
fn a_disk_that_says_yes_and_writes_nothing_is_found_out() {
    if !can_trace() {
        return;
    }
    let home = Home::new();
    let output = home.run(&DONE, Some("write:retval=5:when=1"));
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(fs::read_to_string(home.plan()).unwrap(), EXAMPLE);
    assert_eq!(home.leftovers(), [] as [String; 0]);
}

#[test]
fn a_folder_without_locks_works_and_is_named_in_a_visit() {
    if !can_trace() {
        return;
    }
    let home = Home::new();
    assert!(home.run(&DONE, Some("flock:error=EOPNOTSUPP")).status.success() && home.was_hit());
    let output = home.run(&VISIT, Some("flock:error=EOPNOTSUPP"));
    assert!(output.status.success());
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(told.contains("cannot tell if the plan is open"), "{told}");
    assert!(!home.0.path().join(".plan.json.lock").exists());
}

#[test]
fn what_is_written_is_on_the_disk_before_it_takes_its_place() {
    if !can_trace() {
        return;
    }
    let home = Home::new();
    assert!(home.run(&DONE, Some("write:error=EINTR:when=1")).status.success());
    let trace = fs::read_to_string(home.trace()).unwrap();
    let order: Vec<&str> = trace
        .lines()
        .filter_map(|line| {
            let calls = [" fsync(", " link(", " linkat(", " rename(", " renameat(", " renameat2("];
            calls.into_iter().find(|call| line.contains(call))
        })
        .map(|call| {
            call.trim()
                .trim_end_matches("at(")
                .trim_end_matches("at2(")
                .trim_end_matches('(')
        })
        .collect();
    // The new file; the version, and its folder; the new file gets a name and takes its place, and that lasts.
    let last = &order[order.len() - 6..];
    assert_eq!(last, ["fsync", "link", "fsync", "link", "rename", "fsync"], "{trace}");
}
