//! A clock that was set back, a plan from days to come, a time zone that there is not.

use std::fs::{self, File};
use std::time::{Duration, SystemTime};

use serde_json::Value;

use super::*;

impl Home {
    /// Whether a task is ticked.
    fn ticked(&self, id: &str) -> bool {
        let plan: Value = serde_json::from_str(&fs::read_to_string(self.plan()).unwrap()).unwrap();
        let tasks = plan["tasks"].as_array().unwrap();
        tasks.iter().any(|task| task["id"] == id && task["done"].is_string())
    }
}

#[test]
fn versions_go_by_their_numbers_whatever_the_clock_says() {
    let home = Home::with_plan();
    let tasks = ["naloxone", "lock_up", "private_place"];
    for task in tasks {
        home.run(&format!("done {task}")).ends(0);
    }
    // Each version is as old as if the clock had been set back a year between two saves.
    let mut versions: Vec<_> = fs::read_dir(home.0.path().join(".plan.json.before"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    versions.sort();
    assert_eq!(versions.len(), tasks.len());
    let year = Duration::from_secs(365 * 24 * 60 * 60);
    for (years, version) in (1..).zip(&versions) {
        let file = File::options().write(true).open(version).unwrap();
        file.set_modified(SystemTime::now() - year * years).unwrap();
    }
    let listed = home.run("history").ends(0).out;
    let numbers: Vec<u32> = listed
        .lines()
        .filter_map(|row| row.trim_start().split(':').next()?.parse().ok())
        .collect();
    assert_eq!(numbers, [3, 2, 1], "{listed}");
    for (at, task) in tasks.iter().enumerate().rev() {
        home.run("undo").ends(0);
        let still: Vec<bool> = tasks.iter().map(|task| home.ticked(task)).collect();
        assert_eq!(
            still,
            (0..tasks.len()).map(|other| other < at).collect::<Vec<_>>(),
            "{task}"
        );
    }
}

#[test]
fn a_plan_from_days_to_come_is_a_plan() {
    let home = Home::new();
    for day in ["2038-01-20", "9999-12-31"] {
        let mut plan: Value = serde_json::from_str(EXAMPLE).unwrap();
        for key in ["created", "changed"] {
            assert!(plan[key].is_string());
            plan[key] = day.into();
        }
        home.file("plan.json", plan.to_string());
        for line in [
            "check",
            "show",
            "checklist",
            "ready",
            "calendar",
            "plan --plain",
            "done naloxone",
            "history",
        ] {
            let ran = home.run(line);
            // Something may stand between this plan and its day.
            let ends = [Some(0), Some(3)];
            assert!(
                ends.contains(&ran.code) && (line == "ready" || ran.code == ends[0]),
                "{day} {line} {ran:?}"
            );
        }
        assert!(home.ticked("naloxone"), "{day}");
    }
}

#[test]
fn a_time_zone_that_there_is_not_is_the_worlds_and_the_day_stands_on_the_page() {
    let home = Home::with_plan();
    for zone in ["Mars/Olympus", "", "\u{1b}[31m", "/nowhere"] {
        let days = || chrono::Utc::now().date_naive().to_string();
        let before = days();
        let ran = home.run_in_zone(zone, "checklist --format json").ends(0);
        let page: Value = serde_json::from_str(&ran.out).unwrap();
        let day = page["printed"].as_str().unwrap();
        assert!(day == before || day == days(), "{zone:?}: {day}");
        assert_eq!(ran.err, "", "{zone:?}");
        // Every page that is printed says its day.
        let year = &day[..4];
        for line in ["checklist", "sheet plan"] {
            assert!(
                home.run_in_zone(zone, line).ends(0).out.contains(&format!(" {year}\n")),
                "{zone:?} {line}"
            );
        }
    }
}
