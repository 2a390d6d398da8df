//! What the lexemes of a date can stand for, one pattern after another.

use chrono::{Datelike, NaiveDate, Weekday};

use super::lex::{Digits, Lexeme, Sense};
use super::{DateFault, Readings, days};

/// The readings of the first pattern that takes all the lexemes; nothing if none does.
pub(super) fn readings(lexemes: &[Lexeme], today: NaiveDate) -> Option<Readings> {
    [spoken_day, gone_by, weekday, weeks_behind, counted, next_unit, written]
        .iter()
        .find_map(|pattern| pattern(&mut LexemeReader(lexemes), today))
}

/// The day of the week that comes again and again: "Mondays", "every Monday".
pub(super) fn weekly(lexemes: &[Lexeme]) -> Option<Weekday> {
    let mut reader = LexemeReader(lexemes);
    let day = match reader.is(Sense::Every) {
        true => reader.weekday()?,
        false => reader.sense(|sense| match sense {
            Sense::Weekly(day) => Some(day),
            _ => None,
        })?,
    };
    reader.end().map(|()| day)
}

/// Walks over the lexemes of one text.
struct LexemeReader<'a>(&'a [Lexeme]);

impl LexemeReader<'_> {
    fn take<T>(&mut self, wanted: impl Fn(&Lexeme) -> Option<T>) -> Option<T> {
        let (first, rest) = self.0.split_first()?;
        let found = wanted(first)?;
        self.0 = rest;
        Some(found)
    }

    fn sense<T>(&mut self, wanted: impl Fn(Sense) -> Option<T>) -> Option<T> {
        self.take(|lexeme| lexeme.senses().iter().find_map(|sense| wanted(*sense)))
    }

    fn is(&mut self, sense: Sense) -> bool {
        self.sense(|found| (found == sense).then_some(())).is_some()
    }

    fn weekday(&mut self) -> Option<Weekday> {
        self.sense(|sense| match sense {
            Sense::Weekday(day) => Some(day),
            _ => None,
        })
    }

    fn month(&mut self) -> Option<u32> {
        self.sense(|sense| match sense {
            Sense::Month(month) => Some(month),
            _ => None,
        })
    }

    fn digits(&mut self) -> Option<Digits> {
        self.take(|lexeme| match lexeme {
            Lexeme::Digits(digits) => Some(*digits),
            _ => None,
        })
    }

    fn day(&mut self) -> Option<u32> {
        self.take(|lexeme| match lexeme {
            Lexeme::Digits(digits) => digits.day_or_month(),
            _ => None,
        })
    }

    fn year(&mut self) -> Option<i32> {
        self.take(|lexeme| match lexeme {
            Lexeme::Digits(digits) => digits.year(),
            _ => None,
        })
    }

    /// "3", "three" or "a".
    fn count(&mut self) -> Option<u64> {
        if let Some(digits) = self.digits() {
            return Some(digits.value);
        }
        self.sense(|sense| match sense {
            Sense::Number(number) => Some(number),
            Sense::A => Some(1),
            _ => None,
        })
    }

    fn end(&self) -> Option<()> {
        self.0.is_empty().then_some(())
    }
}

/// "today", "tomorrow", "the day after tomorrow".
fn spoken_day(reader: &mut LexemeReader<'_>, today: NaiveDate) -> Option<Readings> {
    let off = reader.sense(|sense| match sense {
        Sense::Today => Some(0),
        Sense::Tomorrow => Some(1),
        Sense::AfterTomorrow => Some(2),
        _ => None,
    })?;
    reader.end()?;
    Some(vec![days::after(today, off)])
}

/// "yesterday", "last saturday". Families differ over "last" too, so it gives the one that was and the one before it.
fn gone_by(reader: &mut LexemeReader<'_>, today: NaiveDate) -> Option<Readings> {
    if reader.is(Sense::Yesterday) {
        reader.end()?;
        return Some(vec![days::before(today, 1)]);
    }
    if !reader.is(Sense::Last) {
        return None;
    }
    let day = reader.weekday()?;
    reader.end()?;
    let back = match u64::from(today.weekday().days_since(day)) {
        0 => 7,
        back => back,
    };
    Some(vec![days::before(today, back), days::before(today, back + 7)])
}

/// "saturday", "this saturday", "next saturday". Families differ over "next", so it gives both the
/// coming one and the one after it.
fn weekday(reader: &mut LexemeReader<'_>, today: NaiveDate) -> Option<Readings> {
    let this = reader.is(Sense::This);
    let mut next = !this && reader.is(Sense::Next);
    let day = reader.weekday()?;
    if !this && !next && !reader.is(Sense::This) {
        next = reader.is(Sense::Next);
    }
    reader.end()?;
    let ahead = today.weekday().days_since(day);
    let coming = u64::from(7 - ahead);
    Some(match (next, ahead) {
        (true, _) => vec![days::after(today, coming), days::after(today, coming + 7)],
        (false, 0) => vec![Ok(today), days::after(today, 7)],
        (false, _) => vec![days::after(today, coming)],
    })
}

/// "a week Sunday", "Sunday week", "two weeks on Friday": so many weeks behind the coming one. On that day of the week
/// itself both are given.
fn weeks_behind(reader: &mut LexemeReader<'_>, today: NaiveDate) -> Option<Readings> {
    let first = reader.weekday();
    let count = reader.count().unwrap_or(1);
    if !reader.is(Sense::Weeks) {
        return None;
    }
    let day = match first {
        Some(day) => day,
        None => reader.weekday()?,
    };
    reader.end()?;
    let ahead = today.weekday().days_since(day);
    let behind = count.saturating_mul(7);
    Some(match ahead {
        0 => vec![days::after(today, behind), days::after(today, behind.saturating_add(7))],
        _ => vec![days::after(today, behind.saturating_add(u64::from(7 - ahead)))],
    })
}

/// "in 3 weeks", "two weeks from now", "a month".
fn counted(reader: &mut LexemeReader<'_>, today: NaiveDate) -> Option<Readings> {
    reader.is(Sense::Within);
    let count = reader.count()?;
    let unit = reader.sense(unit)?;
    reader.is(Sense::FromNow);
    reader.end()?;
    Some(vec![match unit {
        Unit::Days => days::after(today, count),
        Unit::Weeks => days::after(today, count.saturating_mul(7)),
        Unit::Months => days::months_after(today, count),
    }])
}

/// "next week", "next month", in either order of the two words.
fn next_unit(reader: &mut LexemeReader<'_>, today: NaiveDate) -> Option<Readings> {
    let before = reader.is(Sense::Next);
    let unit = reader.sense(unit)?;
    if !before && !reader.is(Sense::Next) {
        return None;
    }
    reader.end()?;
    match unit {
        Unit::Days => None,
        Unit::Weeks => Some(vec![days::after(today, 7)]),
        Unit::Months => Some(vec![days::months_after(today, 1)]),
    }
}

enum Unit {
    Days,
    Weeks,
    Months,
}

fn unit(sense: Sense) -> Option<Unit> {
    match sense {
        Sense::Days => Some(Unit::Days),
        Sense::Weeks => Some(Unit::Weeks),
        Sense::Months => Some(Unit::Months),
        _ => None,
    }
}

/// A date in figures or with the name of its month, with or without its weekday before it.
fn written(reader: &mut LexemeReader<'_>, today: NaiveDate) -> Option<Readings> {
    let weekday = reader.weekday();
    let figures = reader.take(|lexeme| match lexeme {
        Lexeme::Figures(parts) => Some(parts.clone()),
        _ => None,
    });
    let mut readings = match figures {
        Some(parts) => in_figures(&parts, today)?,
        None => vec![with_month_name(reader, today)?],
    };
    reader.end()?;
    if let Some(weekday) = weekday {
        readings.retain(|reading| reading.is_err() || reading.is_ok_and(|day| day.weekday() == weekday));
    }
    Some(readings)
}

/// "5 December", "December 5 2027", "2026 December 5".
fn with_month_name(reader: &mut LexemeReader<'_>, today: NaiveDate) -> Option<Result<NaiveDate, DateFault>> {
    let year = reader.year();
    let (day, month) = match reader.day() {
        Some(day) => (day, reader.month()?),
        None => {
            let month = reader.month()?;
            (reader.day()?, month)
        }
    };
    let year = year.or_else(|| reader.year());
    Some(days::day(year, month, day, today))
}

/// "2026-12-05", "12/5", "5.12.2026": year first, or both orders of day and month.
fn in_figures(parts: &[Digits], today: NaiveDate) -> Option<Readings> {
    if let [first, month, day] = parts
        && let Some(year) = first.year()
    {
        let (month, day) = (month.day_or_month()?, day.day_or_month()?);
        return Some(vec![days::day(Some(year), month, day, today)]);
    }
    let (first, second, year) = match parts {
        [first, second] => (first, second, None),
        [first, second, year] => (first, second, Some(year.year().or(year.short_year())?)),
        _ => return None,
    };
    let (first, second) = (first.day_or_month()?, second.day_or_month()?);
    Some(vec![
        days::day(year, second, first, today),
        days::day(year, first, second, today),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(month: u32, day: u32) -> Result<NaiveDate, DateFault> {
        Ok(NaiveDate::from_ymd_opt(2026, month, day).unwrap())
    }

    fn read(senses: &[&[Sense]]) -> Option<Readings> {
        let lexemes: Vec<Lexeme> = senses.iter().map(|one| Lexeme::Words(one.to_vec())).collect();
        readings(&lexemes, day(11, 21).unwrap())
    }

    #[test]
    fn next_may_stand_behind() {
        let friday = Sense::Weekday(Weekday::Fri);
        let both = Some(vec![day(11, 27), day(12, 4)]);
        assert_eq!(read(&[&[friday], &[Sense::Next]]), both);
        assert_eq!(read(&[&[friday], &[Sense::This]]), Some(vec![day(11, 27)]));
        assert_eq!(read(&[&[Sense::Weeks], &[Sense::Next]]), Some(vec![day(11, 28)]));
        assert_eq!(read(&[&[Sense::Next], &[friday], &[Sense::Next]]), None);
    }

    #[test]
    fn a_word_of_two_senses_takes_the_one_that_fits() {
        let mar = [Sense::Month(3), Sense::Weekday(Weekday::Tue)];
        assert_eq!(read(&[&mar]), Some(vec![day(11, 24)]));
        let un = [Sense::A, Sense::Number(1)];
        assert_eq!(read(&[&un, &[Sense::Months]]), Some(vec![day(12, 21)]));
    }
}
