//! Puts values into sentences, and writes numbers, dates and lists of names as one says them.

use chrono::{Datelike, NaiveDate};
use serde::Deserialize;

use super::Words;

/// Replaces each `{key}` of `pairs` in `sentence`. A value is never looked at for keys again.
pub fn fill_placeholders(sentence: &str, pairs: &[(&str, &str)]) -> String {
    let mut done = String::with_capacity(sentence.len());
    let mut rest = sentence;
    while let Some(open) = rest.find('{') {
        let Some(close) = rest[open..].find('}').map(|at| open + at) else {
            break;
        };
        let key = &rest[open + 1..close];
        done.push_str(&rest[..open]);
        match pairs.iter().find(|(known, _)| *known == key) {
            // "your loved one" begins a sentence too; every other value stands as it was typed.
            Some((_, value)) if key == "name" && begins_a_sentence(&done) => done.push_str(&capitalize(value)),
            Some((_, value)) => done.push_str(value),
            None => done.push_str(&rest[open..=close]),
        }
        rest = &rest[close + 1..];
    }
    done.push_str(rest);
    done
}

/// True if the next word is the first of a sentence.
fn begins_a_sentence(before: &str) -> bool {
    let before = before.trim_end_matches(['"', '(']);
    before.is_empty() || before.ends_with(". ") || before.ends_with("? ") || before.ends_with('\n')
}

/// The same with a large first letter.
pub(super) fn capitalize(said: &str) -> String {
    let mut letters = said.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

/// A sentence for one, and one for more (`{n}`).
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Count {
    /// For one.
    pub one: String,
    /// For any other number.
    pub many: String,
}

impl Count {
    /// The sentence for `n`.
    pub fn of(&self, n: usize) -> String {
        fill_placeholders(if n == 1 { &self.one } else { &self.many }, &[("n", &n.to_string())])
    }
}

/// How dates, distances and lists are written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Writing {
    /// `{weekday} {day} {month} {year}`.
    pub long_date: String,
    /// The same without the year and shorter.
    pub short_date: String,
    /// "today".
    pub today: String,
    /// "tomorrow".
    pub tomorrow: String,
    /// "yesterday".
    pub yesterday: String,
    /// "in {n} days".
    pub in_days: Count,
    /// "in {n} weeks".
    pub in_weeks: Count,
    /// "{n} days ago".
    pub days_ago: Count,
    /// "{n} weeks ago".
    pub weeks_ago: Count,
    /// Between the last two of a list: "and".
    pub and: String,
}

impl Words {
    /// "Saturday 12 December 2026".
    pub fn long_date(&self, date: NaiveDate) -> String {
        self.write_date(&self.engine.writing.long_date, date)
    }

    /// "Sat 12 Dec 2026".
    pub fn short_date(&self, date: NaiveDate) -> String {
        self.write_date(&self.engine.writing.short_date, date)
    }

    pub(super) fn write_date(&self, pattern: &str, date: NaiveDate) -> String {
        let weekday = date.weekday().num_days_from_monday() as usize;
        let name = |names: &[Vec<String>], at: usize, form: usize| {
            names
                .get(at)
                .and_then(|n| n.get(form).or(n.first()))
                .cloned()
                .unwrap_or_default()
        };
        fill_placeholders(
            pattern,
            &[
                ("weekday", &capitalize(&name(&self.dates.weekdays, weekday, 0))),
                ("wd", &capitalize(&name(&self.dates.weekdays, weekday, 1))),
                ("day", &date.day().to_string()),
                (
                    "month",
                    &capitalize(&name(&self.dates.months, date.month0() as usize, 0)),
                ),
                ("mon", &capitalize(&name(&self.dates.months, date.month0() as usize, 1))),
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
            0 => writing.today.clone(),
            1 => writing.tomorrow.clone(),
            -1 => writing.yesterday.clone(),
            2..14 => writing.in_days.of(count),
            14.. => writing.in_weeks.of(count / 7),
            -13..0 => writing.days_ago.of(count),
            _ => writing.weeks_ago.of(count / 7),
        }
    }

    /// True if what was typed says that there is no answer yet: "idk", "??". It is no place and no name, and stands
    /// on no page.
    pub fn is_shrug(&self, typed: &str) -> bool {
        let marks = typed.trim().chars().all(|c| matches!(c, '?' | '-' | '.'));
        !typed.trim().is_empty() && (marks || self.engine.shrugs.contains(&plain_words(typed)))
    }

    /// True if what was typed where somebody is to be named says that there is nobody.
    pub fn is_nobody(&self, typed: &str) -> bool {
        self.engine.nobody.contains(&plain_words(typed))
    }

    /// "Ana, Ben and Cal".
    pub fn list(&self, names: &[String]) -> String {
        match names {
            [] => String::new(),
            [one] => one.clone(),
            [most @ .., last] => format!("{} {} {last}", most.join(", "), self.engine.writing.and),
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
    fn a_value_is_never_filled_again() {
        assert_eq!(
            fill_placeholders("{a} and {b}, {c}", &[("a", "{b}"), ("b", "2")]),
            "{b} and 2, {c}"
        );
    }

    #[test]
    fn only_a_name_at_the_beginning_of_a_sentence_gets_a_large_letter() {
        let said = |sentence: &str| fill_placeholders(sentence, &[("name", "your loved one"), ("item", "the gym")]);
        assert_eq!(
            said("{name} rests. {name} eats."),
            "Your loved one rests. Your loved one eats."
        );
        assert_eq!(said("Ask {name}: {item}"), "Ask your loved one: the gym");
        assert_eq!(said("{item}"), "the gym");
    }

    #[test]
    fn an_open_brace_is_kept() {
        assert_eq!(fill_placeholders("a { b", &[]), "a { b");
    }
}
