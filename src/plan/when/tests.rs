//! Dates as people type them.

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
        assert_eq!(
            (days[0], days[1], days.len()),
            (date("2026-11-23"), date("2026-11-30"), 26),
            "{typed}"
        );
        days.push(date("2027-12-25"));
        assert_eq!(
            (take_weekly(&mut days), days),
            (vec![0], vec![date("2027-12-25")]),
            "{typed}"
        );
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
        ("yesterday", &["2026-11-20"]),
        ("Last night", &["2026-11-20"]),
        ("last friday", &["2026-11-13", "2026-11-20"]),
        ("on last Saturday", &["2026-11-07", "2026-11-14"]),
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
                "next", "this", "last", "yesterday", "sat", "dec", "in", "a", "two", "weeks", "months", "days", "from now", "5", "th",
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
