//! Days that come every week.

use chrono::{Datelike, NaiveDate};

use super::{DateWords, MOST_BYTES, days, grammar, lex};

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
