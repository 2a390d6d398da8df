//! Writes dates, distances and lists of names as one says them.

use chrono::{Datelike, NaiveDate};

use crate::text;

use super::{Catalog, Words};
use super::fill::fill_placeholders;

impl Catalog {
    /// "Saturday, December 12, 2026".
    pub fn long_date(&self, date: NaiveDate) -> String {
        self.write_date(self.engine.writing.long_date, date)
    }

    /// "Sat, Dec 12, 2026".
    pub fn short_date(&self, date: NaiveDate) -> String {
        self.write_date(self.engine.writing.short_date, date)
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

    /// True if what was typed where somebody is to be named says that there is nobody.
    pub fn is_nobody(&self, typed: &str) -> bool {
        self.engine.nobody.contains(&&*plain_words(typed))
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
