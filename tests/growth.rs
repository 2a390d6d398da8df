//! What a command does grows with the plan, and not with the square of one of its lists.
#![cfg(target_os = "linux")]

use std::fs;
use std::path::Path;

use serde_json::Value;

use super::common::large_plan::{command, file_of};

/// Four times as much of everything may take so many times the work. What looks through a list for each item of it
/// takes some sixteen times.
const MOST: f64 = 7.0;

/// The nanoseconds that a processor worked for this thread: what else a busy machine does is no work of it.
fn worked() -> f64 {
    let told = fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    told.split(' ').next().unwrap().parse().unwrap()
}

fn work(home: &Path, line: &str) -> f64 {
    let begun = worked();
    command(home, line);
    worked() - begun
}

#[test]
fn four_times_as_much_of_everything_is_no_more_than_seven_times_the_work() {
    let example: Value = serde_json::from_str(include_str!("../prompts/en/example.json")).unwrap();
    let homes = [150, 600].map(|size| {
        let home = tempfile::tempdir().unwrap();
        fs::write(home.path().join("plan.json"), file_of(size, &example).to_string()).unwrap();
        home
    });
    for line in ["check", "show", "ready", "checklist"] {
        let [few, many] = homes.each_ref().map(|home| work(home.path(), line));
        assert!(many / few < MOST, "{line}: {:.1} times", many / few);
    }
}
