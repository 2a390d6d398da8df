//! What the program costs while it waits, counted, not timed.
#![cfg(target_os = "linux")]

use std::fs;
use std::thread;
use std::time::{Duration, Instant};

use super::harness::{Home, Session};
use super::walks::ten_minutes;

/// How often each thread of the program has gone to sleep: once for every time that something woke it.
fn sleeps(it: &Session) -> u64 {
    let threads = fs::read_dir(format!("/proc/{}/task", it.pid())).unwrap();
    let status = threads.map(|thread| fs::read_to_string(thread.unwrap().path().join("status")).unwrap());
    let counted = |status: String| {
        let (_, count) = status.split_once("\nvoluntary_ctxt_switches:").unwrap();
        count.lines().next().unwrap().trim().parse::<u64>().unwrap()
    };
    status.map(counted).sum()
}

/// Nobody's battery is used up by a question that waits: a list looks four times a second whether the window has changed,
/// and a field is told.
#[test]
fn a_list_wakes_four_times_a_second_at_most_and_a_field_never() {
    for (id, looks) in [("person.relation", 4), ("person.name", 0)] {
        let home = Home::new();
        let Some(mut it) = Session::start(&home, 24, 80) else {
            return;
        };
        it.walk_to(&ten_minutes(), id);
        thread::sleep(Duration::from_millis(300));
        let (before, began) = (sleeps(&it), Instant::now());
        thread::sleep(Duration::from_secs(2));
        let woke = sleeps(&it) - before;
        let allowed = (f64::from(looks) * began.elapsed().as_secs_f64()).ceil() as u64;
        assert!(woke <= allowed, "{id}: {woke} times, and {allowed} at most");
        assert!(sleeps(&it) > 0 && (woke > 0 || looks == 0), "{id}: nothing was counted");
    }
}
