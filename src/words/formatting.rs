//! Writes dates, distances and lists of names as one says them.

use chrono::{Datelike, NaiveDate};

use crate::text;

use super::fill::fill_placeholders;
use super::{Catalog, Words};

/// Days within which a weekday, a month and a day name one date.
const HALF_A_YEAR: i64 = 182;

impl Words {
    /// "Saturday, December 12, 2026"; on paper without the year where nobody could take it for another one.
    pub fn long_date(&self, date: NaiveDate) -> String {
        let writing = &self.engine.writing;
        match self.is_near(date) {
            true => self.write_date(writing.long_day, date),
            false => self.date_with_year(date),
        }
    }

    /// "Sat, Dec 12, 2026"; on paper without the year as well.
    pub fn short_date(&self, date: NaiveDate) -> String {
        let writing = &self.engine.writing;
        match self.is_near(date) {
            true => self.write_date(writing.short_day, date),
            false => self.write_date(writing.short_date, date),
        }
    }

    /// True if it is within half a year of the day that what is printed says with its year.
    fn is_near(&self, date: NaiveDate) -> bool {
        let days = |printed: NaiveDate| (date - printed).num_days().abs();
        self.printed.is_some_and(|printed| days(printed) <= HALF_A_YEAR)
    }
}

impl Catalog {
    /// "Saturday, December 12, 2026", on paper too.
    pub fn date_with_year(&self, date: NaiveDate) -> String {
        self.write_date(self.engine.writing.long_date, date)
    }

    pub(super) fn write_date(&self, pattern: &str, date: NaiveDate) -> String {
        let weekday = date.weekday().num_days_from_monday() as usize;
        let name = |names: &'static [&'static [&'static str]], at: usize, form: usize| {
            let forms = names.get(at).copied().unwrap_or_default();
            forms.get(form).or(forms.first()).copied().unwrap_or_default()
        };
        let (weekdays, months, month) = (self.dates.weekdays, self.dates.months, date.month0() as usize);
        fill_placeholders(
            pattern,
            &[
                ("weekday", name(weekdays, weekday, 0)),
                ("wd", name(weekdays, weekday, 1)),
                ("day", &date.day().to_string()),
                ("month", name(months, month, 0)),
                ("mon", name(months, month, 1)),
                ("year", &date.year().to_string()),
            ],
        )
    }

    /// How far a date is: "in 3 weeks", "tomorrow", "2 days ago".
    pub fn distance(&self, date: NaiveDate, today: NaiveDate) -> String {
        let writing = &self.engine.writing;
        let days = (date - today).num_days();
        let count = days.unsigned_abs() as usize;
        match days {
            0 => writing.today.into(),
            1 => writing.tomorrow.into(),
            -1 => writing.yesterday.into(),
            2..14 => writing.in_days.of(count),
            14.. => writing.in_weeks.of(count / 7),
            -13..0 => writing.days_ago.of(count),
            _ => writing.weeks_ago.of(count / 7),
        }
    }
}

impl Words {
    /// True if what was typed says that there is no answer yet: "idk", "??". It is no place and no name, and stands
    /// on no page.
    pub fn is_shrug(&self, typed: &str) -> bool {
        let marks = typed.trim().chars().all(|c| matches!(c, '?' | '-' | '.'));
        !typed.trim().is_empty() && (marks || self.engine.shrugs.contains(&&*plain_words(typed)))
    }

    /// True if something in what was typed says that it is still to be found out: "on 5th??", "Fern, idk".
    pub fn holds_shrug(&self, typed: &str) -> bool {
        let plain = plain_words(typed);
        let one_word = |shrug: &&str| !shrug.contains(' ') && plain.split(' ').any(|word| word == *shrug);
        typed.contains("??") || self.engine.shrugs.iter().any(one_word)
    }

    /// True if what was typed where somebody is to be named says that there is nobody.
    pub fn is_nobody(&self, typed: &str) -> bool {
        self.engine.nobody.contains(&&*plain_words(typed))
    }

    /// True if what was typed where a name is asked for is plainly none: a "yes", a "no", a shrug, a figure or a sign.
    pub fn is_no_name(&self, typed: &str) -> bool {
        /// With fewer it is no number to call either.
        const FIGURES: usize = 3;
        let figures = typed.chars().filter(char::is_ascii_digit).count();
        let word = self.engine.agreed.contains(&&*plain_words(typed));
        word || self.is_nobody(typed)
            || self.is_shrug(typed)
            || !typed.chars().any(char::is_alphabetic) && figures < FIGURES
    }

    /// Labels in a row: only the first begins with a capital, unless a later one is a name.
    pub fn list_labels(&self, labels: impl Iterator<Item = String>) -> String {
        let said = labels.enumerate().map(|(at, label)| match at {
            0 => label,
            _ => text::small_start(&label),
        });
        self.list(&said.collect::<Vec<_>>())
    }

    /// "Ana, Ben and Cal".
    pub fn list<S: AsRef<str>>(&self, names: &[S]) -> String {
        let writing = &self.engine.writing;
        let Some((last, most)) = names.split_last() else {
            return String::new();
        };
        let most: Vec<&str> = most.iter().map(AsRef::as_ref).collect();
        match most.is_empty() {
            true => last.as_ref().into(),
            false => fill_placeholders(
                writing.list,
                &[("most", &most.join(writing.list_comma)), ("last", last.as_ref())],
            ),
        }
    }
}

/// The words of a text, lower case, without signs.
fn plain_words(typed: &str) -> String {
    let letters = typed.to_lowercase().replace(['\'', '\u{2019}'], "");
    let words = letters.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn on_paper_a_date_near_the_day_it_is_printed_has_no_year() {
        let words = Words::load("en", None).unwrap();
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        for (country, near, with) in [
            ("us", "Mon, Jan 11", "Saturday, December 12, 2026"),
            ("gb", "Mon 11 Jan", "Saturday 12 December 2026"),
        ] {
            let paper = words.spoken_in(country).printed_on(day("2026-11-16"));
            assert_eq!(paper.short_date(day("2027-01-11")), near);
            assert_eq!(
                paper.long_date(day("2026-12-12")),
                with.trim_end_matches(" 2026").trim_end_matches(',')
            );
            assert_eq!(paper.date_with_year(day("2026-12-12")), with);
            for far in ["2027-06-12", "2026-04-01"] {
                assert!(paper.long_date(day(far)).ends_with(&far[..4]), "{far}");
                assert!(paper.short_date(day(far)).ends_with(&far[..4]), "{far}");
            }
            assert_eq!(words.spoken_in(country).long_date(day("2026-12-12")), with);
        }
    }
}
