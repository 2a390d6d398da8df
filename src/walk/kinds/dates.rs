//! Questions answered with a day, or with several. A day is read back in words before it is kept.

use std::io;

use chrono::NaiveDate;

use crate::ask::{Choice, Put, Reply, Wish};
use crate::plan::when::{DateFault, parse};
use crate::plan::{Field, Lens, Plan};
use crate::words::{Words, fill};

use super::{Desk, Here, Kept};

/// One day.
pub struct Day(pub Lens<NaiveDate>);

/// Several days, with commas between them.
pub struct Days(pub Lens<Vec<NaiveDate>>);

impl Kept for Day {
    type Value = NaiveDate;

    fn lens(&self) -> &Lens<NaiveDate> {
        &self.0
    }

    fn show(&self, value: &NaiveDate, _plan: &Plan, words: &Words) -> String {
        words.long_date(*value)
    }

    fn ask_value(&self, here: Here, plan: &Plan, desk: &mut Desk) -> io::Result<Reply<NaiveDate>> {
        let mut before = (self.0.see)(plan, here.spot.at)
            .given()
            .map(|d| desk.words.long_date(*d))
            .unwrap_or_default();
        loop {
            let put = desk.put(here, plan);
            let typed = match desk.asker.line(&put, &before)? {
                Reply::Given(typed) => typed,
                Reply::Wish(wish) => return Ok(Reply::Wish(wish)),
            };
            match read_back(&put.id, &typed, desk)? {
                Reply::Given(Some(day)) if day > desk.today && is_past(here.question.field) => {
                    desk.carry(desk.words.engine.date_to_come.clone());
                    before = typed;
                }
                Reply::Given(Some(day)) => return Ok(Reply::Given(day)),
                Reply::Given(None) if parse(&typed, desk.today, &desk.words.dates).is_ok() => before = typed,
                // What is no day was said again, and the next try would be typed behind it.
                Reply::Given(None) => before.clear(),
                Reply::Wish(wish) => return Ok(Reply::Wish(wish)),
            }
        }
    }
}

/// True where the day is that of something that was said: nobody can agree on a day to come (visit 4).
fn is_past(field: Field) -> bool {
    field == Field::ProAgreedOn
}

impl Kept for Days {
    type Value = Vec<NaiveDate>;

    fn lens(&self) -> &Lens<Vec<NaiveDate>> {
        &self.0
    }

    fn show(&self, value: &Vec<NaiveDate>, _plan: &Plan, words: &Words) -> String {
        words.list(&value.iter().map(|day| words.short_date(*day)).collect::<Vec<_>>())
    }

    fn ask_value(&self, here: Here, plan: &Plan, desk: &mut Desk) -> io::Result<Reply<Vec<NaiveDate>>> {
        let earlier = (self.0.see)(plan, here.spot.at).given().cloned().unwrap_or_default();
        let mut before = earlier
            .iter()
            .map(|day| desk.words.short_date(*day))
            .collect::<Vec<_>>()
            .join(", ");
        'ask: loop {
            let put = desk.put(here, plan);
            let typed = match desk.asker.line(&put, &before)? {
                Reply::Given(typed) => typed,
                Reply::Wish(wish) => return Ok(Reply::Wish(wish)),
            };
            let mut days = Vec::new();
            for part in typed.split([',', ';']).filter(|part| !part.trim().is_empty()) {
                match read_back(&put.id, part, desk)? {
                    Reply::Given(Some(day)) => days.push(day),
                    Reply::Given(None) => {
                        before = typed;
                        continue 'ask;
                    }
                    Reply::Wish(wish) => return Ok(Reply::Wish(wish)),
                }
            }
            days.sort_unstable();
            days.dedup();
            return Ok(Reply::Given(days));
        }
    }
}

/// Reads what was typed back with its weekday and its distance. `None`: not a day, or not the one that was meant.
///
/// # Errors
/// The terminal failed.
pub fn read_back(id: &str, typed: &str, desk: &mut Desk) -> io::Result<Reply<Option<NaiveDate>>> {
    let words = desk.words;
    let days = match parse(typed, desk.today, &words.dates) {
        Ok(days) => days,
        Err(fault) => {
            desk.carry(fault_words(fault, typed, words));
            return Ok(Reply::Given(None));
        }
    };
    let with_distance = |day: &NaiveDate| {
        let passed = if *day < desk.today {
            format!(" {}", words.engine.date_past)
        } else {
            String::new()
        };
        (words.long_date(*day), words.distance(*day, desk.today), passed)
    };
    let (ask, rows, before) = match days.as_slice() {
        [day] => {
            let (date, distance, passed) = with_distance(day);
            let ask = fill(&words.engine.date_is, &[("date", &date), ("distance", &distance)]) + &passed;
            (ask, vec![Choice::new(&words.engine.date_yes)], Some(0))
        }
        days => {
            let rows = days.iter().map(|day| {
                let (date, distance, passed) = with_distance(day);
                Choice::with_note(date, distance + &passed)
            });
            (words.engine.date_which.clone(), rows.collect(), None)
        }
    };
    let rows: Vec<Choice> = rows
        .into_iter()
        .chain([Choice::new(&words.engine.date_other)])
        .collect();
    let put = Put {
        unseen: true,
        ..Put::new(format!("{id}.read_back"), ask, "")
    };
    Ok(match desk.asker.pick(&put, &rows, before)? {
        Reply::Given(at) => Reply::Given(days.get(at).copied()),
        // Back to what was typed, not past it.
        Reply::Wish(Wish::Back) => Reply::Given(None),
        Reply::Wish(wish) => Reply::Wish(wish),
    })
}

fn fault_words(fault: DateFault, typed: &str, words: &Words) -> String {
    match fault {
        DateFault::NotADate => fill(&words.engine.not_a_date, &[("typed", typed)]),
        DateFault::NoSuchDay => words.engine.no_such_day.clone(),
        DateFault::TooFar { .. } => fill(
            &words.engine.too_far,
            &[("years", &crate::plan::when::MOST_YEARS.to_string())],
        ),
    }
}
