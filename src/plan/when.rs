//! Reads a date as a person types it. The rules of a language are handed in ([`DateWords`]).
//!
//! What could mean two days gives both, for the person to pick: no order of day and month is ever
//! assumed. Writing a date out is not done here; a text with a time in it is not a date, so that the time is not lost
//! unseen. A time of day that stands alone is read by [`time_of_day`].

mod clock;
mod days;
mod grammar;
mod lex;

pub use clock::{TimeWords, time_of_day};

use chrono::{Datelike, NaiveDate};

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
    /// "next", before or after a weekday, a week or a month.
    pub next: &'static [&'static str],
    /// "this", before or after a weekday.
    pub this: &'static [&'static str],
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

/// For so many weeks a day that comes again and again is written out.
const WEEKS: u64 = 26;

/// The days that are meant by "Mondays" or "every Monday": each of them for half a year from `today` on. `None` for any
/// other text.
pub fn weekly(typed: &str, today: NaiveDate, words: &DateWords) -> Option<Vec<NaiveDate>> {
    if typed.len() > MOST_BYTES {
        return None;
    }
    let day = grammar::weekly(&lex::lexemes(typed, words)?)?;
    let coming = u64::from(day.days_since(today.weekday()));
    let days = (0..WEEKS).map(|week| days::after(today, coming + 7 * week));
    days.collect::<Result<_, _>>().ok()
}

/// Takes from sorted days those that come every week for as long as [`weekly`] writes them out, and says of which day of
/// the week they are, counted from Monday.
pub fn take_weekly(days: &mut Vec<NaiveDate>) -> Vec<usize> {
    let mut found = Vec::new();
    for weekday in 0..7 {
        let is_that = |day: &NaiveDate| day.weekday().num_days_from_monday() as usize == weekday;
        if days.iter().filter(|day| is_that(day)).count() as u64 >= WEEKS {
            days.retain(|day| !is_that(day));
            found.push(weekday);
        }
    }
    found
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
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn english() -> DateWords {
        include!(concat!(env!("OUT_DIR"), "/dates.rs"))
    }

    fn date(iso: &str) -> NaiveDate {
        iso.parse().unwrap()
    }

    /// A Saturday.
    fn today() -> NaiveDate {
        date("2026-11-21")
    }

    #[track_caller]
    fn reads(rows: &[(&str, &[&str])]) {
        let words = english();
        for (typed, days) in rows {
            let days: Vec<NaiveDate> = days.iter().map(|iso| date(iso)).collect();
            assert_eq!(parse(typed, today(), &words), Ok(days), "{typed}");
        }
    }

    #[track_caller]
    fn refuses(fault: DateFault, rows: &[&str]) {
        let words = english();
        for typed in rows {
            assert_eq!(parse(typed, today(), &words), Err(fault), "{typed}");
        }
    }

    #[test]
    fn english_is_whole() {
        let words = english();
        assert_eq!(
            (words.months.len(), words.weekdays.len(), words.numbers.len()),
            (12, 7, 12)
        );
    }

    #[test]
    fn figures() {
        reads(&[
            ("2026-12-05", &["2026-12-05"]),
            ("2026/12/05", &["2026-12-05"]),
            ("12/5", &["2026-12-05", "2027-05-12"]),
            ("5.12.", &["2026-12-05", "2027-05-12"]),
            ("5-12", &["2026-12-05", "2027-05-12"]),
            ("5\u{2013}12", &["2026-12-05", "2027-05-12"]),
            ("5/12/2026", &["2026-05-12", "2026-12-05"]),
            ("5. 12. 2026", &["2026-05-12", "2026-12-05"]),
            ("05/12/26", &["2026-05-12", "2026-12-05"]),
            ("12/25", &["2026-12-25"]),
            ("25.12.", &["2026-12-25"]),
            ("25/12/2025", &["2025-12-25"]),
            ("12/12", &["2026-12-12"]),
            ("11/21", &["2026-11-21"]),
            ("20.11", &["2027-11-20"]),
            ("29/2", &["2028-02-29"]),
            ("sat 5/12/2026", &["2026-12-05"]),
        ]);
    }

    #[test]
    fn so_many_weeks_behind_a_day_of_the_week() {
        reads(&[
            ("a week sunday", &["2026-11-29"]),
            ("a week on Sunday", &["2026-11-29"]),
            ("Sunday week", &["2026-11-29"]),
            ("week from Monday", &["2026-11-30"]),
            ("two weeks on friday", &["2026-12-11"]),
            ("a week saturday", &["2026-11-28", "2026-12-05"]),
        ]);
        refuses(DateFault::NotADate, &["sunday week monday", "week sunday sunday"]);
    }

    #[test]
    fn a_day_that_comes_every_week_is_each_of_them_for_half_a_year() {
        let words = english();
        for typed in ["Mondays", "on mondays", "every Monday", "each mon"] {
            let mut days = weekly(typed, today(), &words).expect(typed);
            assert_eq!((days[0], days[1], days.len()), (date("2026-11-23"), date("2026-11-30"), 26), "{typed}");
            days.push(date("2027-12-25"));
            assert_eq!((take_weekly(&mut days), days), (vec![0], vec![date("2027-12-25")]), "{typed}");
        }
        for typed in ["monday", "every", "mondays and tuesdays", "next mondays"] {
            assert_eq!(weekly(typed, today(), &words), None, "{typed}");
        }
        refuses(DateFault::NotADate, &["Mondays", "every Monday"]);
    }

    #[test]
    fn with_the_name_of_a_month() {
        reads(&[
            ("5 December", &["2026-12-05"]),
            ("Dec 5th", &["2026-12-05"]),
            ("Dec. 5", &["2026-12-05"]),
            ("December 5, 2027", &["2027-12-05"]),
            ("5. december 2027", &["2027-12-05"]),
            ("the 5th of December", &["2026-12-05"]),
            ("on  THE 1st , of   january", &["2027-01-01"]),
            ("5-Dec-2026", &["2026-12-05"]),
            ("2026 Dec 5", &["2026-12-05"]),
            ("5Dec", &["2026-12-05"]),
            ("21 November", &["2026-11-21"]),
            ("20 November", &["2027-11-20"]),
            ("20 November 2026", &["2026-11-20"]),
            ("29 February", &["2028-02-29"]),
            ("Saturday, December 5, 2026", &["2026-12-05"]),
            ("sat 5 dec", &["2026-12-05"]),
        ]);
    }

    #[test]
    fn weekdays() {
        reads(&[
            ("saturday", &["2026-11-21", "2026-11-28"]),
            ("on Saturday", &["2026-11-21", "2026-11-28"]),
            ("sunday", &["2026-11-22"]),
            ("fri", &["2026-11-27"]),
            ("this saturday", &["2026-11-21", "2026-11-28"]),
            ("this coming Friday", &["2026-11-27"]),
            ("next saturday", &["2026-11-28", "2026-12-05"]),
            ("next friday", &["2026-11-27", "2026-12-04"]),
        ]);
    }

    #[test]
    fn counted_from_today() {
        reads(&[
            ("today", &["2026-11-21"]),
            ("Tonight", &["2026-11-21"]),
            ("tomorrow", &["2026-11-22"]),
            ("the day after tomorrow", &["2026-11-23"]),
            ("in 3 weeks", &["2026-12-12"]),
            ("in two weeks", &["2026-12-05"]),
            ("two weeks from now", &["2026-12-05"]),
            ("3 weeks", &["2026-12-12"]),
            ("in 1 day", &["2026-11-22"]),
            ("in a month", &["2026-12-21"]),
            ("in three months", &["2027-02-21"]),
            ("next week", &["2026-11-28"]),
            ("next month", &["2026-12-21"]),
        ]);
    }

    #[test]
    fn not_dates() {
        refuses(
            DateFault::NotADate,
            &[
                "",
                " ",
                "soon",
                "+3",
                "-3 weeks",
                "in -3 weeks",
                "3",
                "3 weeks 2",
                "week",
                "next",
                "next day",
                "in december",
                "december",
                "December 2026",
                "a december",
                "12/2026",
                "1/2/3/4",
                "1/2-2026",
                "2026-12",
                "12345-01-01",
                "005/12",
                "5/12/226",
                "tomorrow at 7pm",
                "saturday at 7",
                "5 December 19",
                "5 December 7:30",
                "5 december saturday",
                "5th 6th",
                "saturday!",
                "this week",
                "next this friday",
                "👪",
                "december 5-",
            ],
        );
        refuses(
            DateFault::NotADate,
            &[&"1".repeat(300), &format!("today{}", " ".repeat(300))],
        );
    }

    #[test]
    fn no_such_days() {
        refuses(
            DateFault::NoSuchDay,
            &[
                "31 April",
                "April 31st, 2027",
                "31/4",
                "30.2.2027",
                "29 February 2027",
                "2026-13-01",
                "2026-00-10",
                "0 May",
                "13/13",
                "99/5",
                "Friday, 5 December 2026",
                "fri 5 dec",
            ],
        );
    }

    #[test]
    fn too_far() {
        for (typed, off) in [
            ("2040-01-01", 14),
            ("0001-01-01", -2025),
            ("1 May 2009", -17),
            ("in 600 weeks", 12),
            ("in 200 months", 17),
            ("in 99999999999 weeks", 1_917_808_219),
            ("in 99999999999999999999999999 weeks", i32::MAX),
            ("in 4000000000 months", 333_333_333),
            ("in 99999999999999999999999999 months", i32::MAX),
        ] {
            refuses(DateFault::TooFar { years: off }, &[typed]);
        }
    }

    proptest! {
        #[test]
        fn never_panics(typed in any::<String>()) {
            let _ = parse(&typed, today(), &english());
        }

        #[test]
        fn known_pieces_never_panic(
            pieces in prop::collection::vec(
                prop::sample::select(vec![
                    "next", "this", "sat", "dec", "in", "a", "two", "weeks", "months", "days", "from now", "5", "th",
                    "31", "2026", "99999999999999999999", "/", "-", ".", " ", ",", "é", "İ", "tomorrow", "feb", "29",
                ]),
                0..8,
            ),
            off in -200_000i64..200_000,
        ) {
            let day = today() + chrono::TimeDelta::days(off);
            for glue in ["", " "] {
                let found = parse(&pieces.join(glue), day, &english());
                if let Ok(days) = found {
                    prop_assert!((1..=2).contains(&days.len()) && days.is_sorted());
                }
            }
        }
    }
}
