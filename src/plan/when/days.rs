//! Counts days, checked: nothing here panics, however far a text reaches.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::{DateFault, MOST_YEARS};

/// Years in which 29 February is sure to come round once, over a century without a leap day too.
const LEAP_GAP: i32 = 8;

/// The day `count` days after `today`.
pub(super) fn after(today: NaiveDate, count: u64) -> Result<NaiveDate, DateFault> {
    today
        .checked_add_days(Days::new(count))
        .ok_or_else(|| too_far(count / 365))
}

/// The day `count` days before `today`.
pub(super) fn before(today: NaiveDate, count: u64) -> Result<NaiveDate, DateFault> {
    today
        .checked_sub_days(Days::new(count))
        .ok_or_else(|| too_far(count / 365))
}

/// The same day of the month `count` months after `today`, or the last day of a shorter month.
pub(super) fn months_after(today: NaiveDate, count: u64) -> Result<NaiveDate, DateFault> {
    u32::try_from(count)
        .ok()
        .and_then(|months| today.checked_add_months(Months::new(months)))
        .ok_or_else(|| too_far(count / 12))
}

/// The day of this year, or without a year the next one from `today` on.
pub(super) fn day(year: Option<i32>, month: u32, day: u32, today: NaiveDate) -> Result<NaiveDate, DateFault> {
    let found = match year {
        Some(year) => NaiveDate::from_ymd_opt(year, month, day),
        None => (0..=LEAP_GAP)
            .filter_map(|off| NaiveDate::from_ymd_opt(today.year().saturating_add(off), month, day))
            .find(|day| *day >= today),
    };
    found.ok_or(DateFault::NoSuchDay)
}

/// The day itself, unless it lies more than [`MOST_YEARS`] off.
pub(super) fn near(day: NaiveDate, today: NaiveDate) -> Result<NaiveDate, DateFault> {
    let reach = Months::new(12 * MOST_YEARS);
    let first = today.checked_sub_months(reach).unwrap_or(NaiveDate::MIN);
    let last = today.checked_add_months(reach).unwrap_or(NaiveDate::MAX);
    if (first..=last).contains(&day) {
        return Ok(day);
    }
    Err(DateFault::TooFar {
        years: day.year().saturating_sub(today.year()),
    })
}

fn too_far(years: u64) -> DateFault {
    DateFault::TooFar {
        years: i32::try_from(years).unwrap_or(i32::MAX),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn a_month_on_ends_with_the_shorter_month() {
        assert_eq!(months_after(date(2027, 1, 31), 1), Ok(date(2027, 2, 28)));
    }

    #[test]
    fn a_leap_day_comes_round_over_a_century() {
        assert_eq!(day(None, 2, 29, date(2026, 11, 21)), Ok(date(2028, 2, 29)));
        assert_eq!(day(None, 2, 29, date(2096, 3, 1)), Ok(date(2104, 2, 29)));
        assert_eq!(day(Some(2027), 2, 29, date(2026, 11, 21)), Err(DateFault::NoSuchDay));
        assert_eq!(day(None, 2, 30, date(2026, 11, 21)), Err(DateFault::NoSuchDay));
    }

    #[test]
    fn the_ends_of_the_calendar_are_faults() {
        assert_eq!(after(NaiveDate::MAX, 1), Err(DateFault::TooFar { years: 0 }));
        assert_eq!(
            after(NaiveDate::MIN, u64::MAX),
            Err(DateFault::TooFar { years: i32::MAX })
        );
        assert_eq!(near(NaiveDate::MAX, NaiveDate::MAX), Ok(NaiveDate::MAX));
        assert_eq!(near(NaiveDate::MIN, NaiveDate::MIN), Ok(NaiveDate::MIN));
        assert!(matches!(near(NaiveDate::MIN, NaiveDate::MAX), Err(DateFault::TooFar { years }) if years < 0));
    }

    #[test]
    fn ten_years_are_near_and_a_day_more_is_not() {
        let today = date(2026, 11, 21);
        for day in [date(2036, 11, 21), date(2016, 11, 21)] {
            assert_eq!(near(day, today), Ok(day));
        }
        assert_eq!(near(date(2036, 11, 22), today), Err(DateFault::TooFar { years: 10 }));
        assert_eq!(near(date(2016, 11, 20), today), Err(DateFault::TooFar { years: -10 }));
    }
}
