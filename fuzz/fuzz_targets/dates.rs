//! Any words as a date, on any day: one day, two days in their order, or a fault.
#![no_main]

use std::sync::LazyLock;

use chrono::{Days, NaiveDate};
use libfuzzer_sys::fuzz_target;
use steadfast::plan::when;
use steadfast::words::Words;

static WORDS: LazyLock<Words> = LazyLock::new(|| Words::load("en", None).expect("the words are built in"));

fuzz_target!(|typed: (u32, &str)| {
    // From 1970 on, some thousand years.
    let today = NaiveDate::default() + Days::new(u64::from(typed.0 % 400_000));
    if let Ok(days) = when::parse(typed.1, today, &WORDS.dates) {
        assert!((1..=2).contains(&days.len()) && days.is_sorted());
    }
});
