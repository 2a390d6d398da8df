//! Reads a date as a person types it. The rules of a language are handed in ([`DateWords`]).
//!
//! What could mean two days gives both, for the person to pick: no order of day and month is ever
//! assumed. Writing a date out is not done here; a text with a time in it is not a date, so that the time is not lost
//! unseen. A time of day that stands alone is read by [`time_of_day`].

mod clock;
mod days;
mod grammar;
mod lex;
mod weekly;

pub use clock::{TimeWords, time_of_day};
pub use weekly::{take_weekly, weekly};

use chrono::NaiveDate;

/// Names and words for dates in one language, filled from its prompts.
///
/// Capitals do not matter; an entry may be a phrase of several words.
#[derive(Debug, Clone, Copy)]
pub struct DateWords {
    /// Twelve months, January first; for each the full name, then short forms.
    pub months: &'static [&'static [&'static str]],
    /// Seven days, Monday first; for each the full name, then short forms.
    pub weekdays: &'static [&'static [&'static str]],
    /// Seven, Monday first: each of that day, "Mondays".
    pub weekly: &'static [&'static [&'static str]],
    /// "every", before a weekday.
    pub every: &'static [&'static str],
    /// "today".
    pub today: &'static [&'static str],
    /// "tomorrow".
    pub tomorrow: &'static [&'static str],
    /// "day after tomorrow".
    pub after_tomorrow: &'static [&'static str],
    /// "yesterday".
    pub yesterday: &'static [&'static str],
    /// "next", before or after a weekday, a week or a month.
    pub next: &'static [&'static str],
    /// "this", before or after a weekday.
    pub this: &'static [&'static str],
    /// "last", before a weekday.
    pub last: &'static [&'static str],
    /// "in", before a count of days, weeks or months.
    pub within: &'static [&'static str],
    /// "from now", after such a count.
    pub from_now: &'static [&'static str],
    /// "day", "days".
    pub days: &'static [&'static str],
    /// "week", "weeks".
    pub weeks: &'static [&'static str],
    /// "month", "months".
    pub months_unit: &'static [&'static str],
    /// "one" to "twelve", in order.
    pub numbers: &'static [&'static str],
    /// "a", "an": a count of one.
    pub a: &'static [&'static str],
    /// Endings of a number of a day: "st", "nd", "rd", "th".
    pub ordinals: &'static [&'static str],
    /// Words that add nothing: "on", "the", "of".
    pub fillers: &'static [&'static str],
    /// For times of the day.
    pub time: TimeWords,
}

/// Why a text is not taken as a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateFault {
    /// Nothing known as a date.
    NotADate,
    /// A date no calendar has (31 April), or not on the weekday written beside it.
    NoSuchDay,
    /// More than [`MOST_YEARS`] from today, in the past or in the future.
    TooFar {
        /// About how many years off; below zero in the past.
        years: i32,
    },
}

/// The most years a date may lie from today, either way.
pub const MOST_YEARS: u32 = 10;

/// A longer text is no date; this also bounds the work.
const MOST_BYTES: usize = 200;

/// What a text could mean, each as a day or as the fault in it.
type Readings = Vec<Result<NaiveDate, DateFault>>;

/// One reading of `typed`, or two where two are possible (the person picks), earliest first. A
/// date without a year is the next such day from `today` on; with its year it may be past.
///
/// # Errors
/// See [`DateFault`]; a fault counts only when no reading is left.
pub fn parse(typed: &str, today: NaiveDate, words: &DateWords) -> Result<Vec<NaiveDate>, DateFault> {
    if typed.len() > MOST_BYTES {
        return Err(DateFault::NotADate);
    }
    let readings = lex::lexemes(typed, words)
        .and_then(|lexemes| grammar::readings(&lexemes, today))
        .ok_or(DateFault::NotADate)?;
    settle(readings, today)
}

/// Keeps the days that can be meant, each once, earliest first; with none left, names the fault.
fn settle(readings: Readings, today: NaiveDate) -> Result<Vec<NaiveDate>, DateFault> {
    let mut kept = Vec::new();
    let mut fault = DateFault::NoSuchDay;
    for reading in readings {
        match reading.and_then(|day| days::near(day, today)) {
            Ok(day) => kept.push(day),
            Err(DateFault::NoSuchDay) => {}
            Err(other) => fault = other,
        }
    }
    kept.sort();
    kept.dedup();
    if kept.is_empty() { Err(fault) } else { Ok(kept) }
}

#[cfg(test)]
mod tests;
