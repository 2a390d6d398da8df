//! Questions answered with a day, or with several. A day is read back in words before it is kept.

use chrono::NaiveDate;

use crate::plan::when::{self, DateFault, parse};
use crate::plan::{Accessor, Field, Plan, SoonestStart};
use crate::prompt::{Choice, Prompt, Reading};
use crate::words::{Words, fill_placeholders};

use super::{QuestionAt, SingleAnswer};
use crate::session::{Reply, Session, Stop};

/// One day.
pub struct DateInput(pub Accessor<NaiveDate>);

/// Several days, with commas between them.
pub struct DatesInput(pub Accessor<Vec<NaiveDate>>);

impl SingleAnswer for DateInput {
    type Value = NaiveDate;

    fn accessor(&self) -> &Accessor<NaiveDate> {
        &self.0
    }

    fn format(&self, value: &NaiveDate, _plan: &Plan, words: &Words) -> String {
        words.long_date(*value)
    }

    fn ask_value(&self, here: &QuestionAt, plan: &Plan, session: &mut Session) -> Result<Reply<NaiveDate>, Stop> {
        let given = self.0.given(plan, &here.item.id);
        let before = given.map(|day| session.words.long_date(*day)).unwrap_or_default();
        ask_day(here, before, plan, session, |_, _| None)
    }
}

/// Asks until a day is meant, or what `otherwise` hears in place of one.
fn ask_day<T: From<NaiveDate>>(
    here: &QuestionAt,
    mut before: String,
    plan: &Plan,
    session: &mut Session,
    otherwise: fn(&str, &Words) -> Option<T>,
) -> Result<Reply<T>, Stop> {
    loop {
        let mut prompt = here.prompt(plan, session);
        prompt.reading = Some(reading(session.words, session.today));
        let id = prompt.id.clone();
        let typed = match session.line(plan, prompt, &before)?.answered() {
            Ok(typed) => typed,
            Err(other) => return Ok(other),
        };
        if let Some(heard) = otherwise(&typed, session.words) {
            return Ok(Reply::Given(heard));
        }
        let read = match day_read(&typed, session) {
            Some(day) => Reply::Given(Some(day)),
            None => confirm_date(&id, &typed, plan, session)?,
        };
        match read.answered() {
            Ok(Some(day)) if day > session.today && is_past(here.question.field) => {
                session.notice(session.words.engine.date_to_come);
                before = typed;
            }
            Ok(Some(day)) => return Ok(Reply::Given(day.into())),
            Ok(None) if parse(&typed, session.today, session.words.dates).is_ok() => before = typed,
            // What is no day was said again, and the next try would be typed behind it.
            Ok(None) => before.clear(),
            Err(other) => return Ok(other),
        }
    }
}

/// What a date field says below itself: the day that is meant, or both.
fn reading(words: &Words, today: NaiveDate) -> Reading {
    let words = words.catalog();
    Reading::new(move |typed| {
        let days = parse(&crate::text::plain_signs(typed), today, words.dates).ok()?;
        let said = days.iter().map(|day| {
            let (date, distance) = (words.date_with_year(*day), words.distance(*day, today));
            fill_placeholders(words.engine.date_read, &[("date", &date), ("distance", &distance)])
        });
        Some(said.collect::<Vec<_>>().join(words.engine.date_or))
    })
}

/// The day that stood below the field when Enter was pressed, where there was one and it is no day of the past: that is
/// asked about.
fn day_read(typed: &str, session: &Session) -> Option<NaiveDate> {
    let days = parse(&crate::text::plain_signs(typed), session.today, session.words.dates).ok()?;
    match days.as_slice() {
        [day] if session.reads_back() && *day >= session.today => Some(*day),
        _ => None,
    }
}

/// The soonest start of a place: a day, or a way in that needs none.
pub struct StartInput(pub Accessor<SoonestStart>);

impl SingleAnswer for StartInput {
    type Value = SoonestStart;

    fn accessor(&self) -> &Accessor<SoonestStart> {
        &self.0
    }

    fn format(&self, value: &SoonestStart, _plan: &Plan, words: &Words) -> String {
        words.start(*value)
    }

    fn ask_value(&self, here: &QuestionAt, plan: &Plan, session: &mut Session) -> Result<Reply<SoonestStart>, Stop> {
        let given = self.0.given(plan, &here.item.id);
        let before = given.map(|start| session.words.start(*start)).unwrap_or_default();
        ask_day(here, before, plan, session, |typed, words| {
            words.start_without_day(typed)
        })
    }
}

/// True if the day is that of something that was said: nobody can agree on a day to come (design#gate).
fn is_past(field: Field) -> bool {
    field == Field::ProAgreedOn
}

impl SingleAnswer for DatesInput {
    type Value = Vec<NaiveDate>;

    fn accessor(&self) -> &Accessor<Vec<NaiveDate>> {
        &self.0
    }

    fn format(&self, value: &Vec<NaiveDate>, _plan: &Plan, words: &Words) -> String {
        words.list(&days_in_words(value, words))
    }

    fn ask_value(&self, here: &QuestionAt, plan: &Plan, session: &mut Session) -> Result<Reply<Vec<NaiveDate>>, Stop> {
        let earlier = self.0.given(plan, &here.item.id).cloned().unwrap_or_default();
        let mut before = days_in_words(&earlier, session.words).join(", ");
        'ask: loop {
            let prompt = here.prompt(plan, session);
            let id = prompt.id.clone();
            let typed = match session.line(plan, prompt, &before)?.answered() {
                Ok(typed) => typed,
                Err(other) => return Ok(other),
            };
            let mut days = Vec::new();
            for part in typed.split([',', ';']).filter(|part| !part.trim().is_empty()) {
                match confirm_days(&id, part, plan, session)?.answered() {
                    Ok(Some(meant)) => days.extend(meant),
                    Ok(None) => {
                        before = typed;
                        continue 'ask;
                    }
                    Err(other) => return Ok(other),
                }
            }
            days.sort_unstable();
            days.dedup();
            return Ok(Reply::Given(days));
        }
    }
}

/// Several days in words; what comes every week is one.
fn days_in_words(days: &[NaiveDate], words: &Words) -> Vec<String> {
    let mut single = days.to_vec();
    let weekly = when::take_weekly(&mut single);
    let weekly = weekly
        .into_iter()
        .filter_map(|day| words.dates.weekly.get(day)?.first());
    let single = single.into_iter().map(|day| words.short_date(day));
    weekly.map(|name| (*name).to_owned()).chain(single).collect()
}

/// As [`confirm_date`], for one day or what comes every week.
fn confirm_days(
    id: &str,
    typed: &str,
    plan: &Plan,
    session: &mut Session,
) -> Result<Reply<Option<Vec<NaiveDate>>>, Stop> {
    let words = session.words;
    let Some(days) = when::weekly(&crate::text::plain_signs(typed), session.today, words.dates) else {
        return Ok(confirm_date(id, typed, plan, session)?.map(|day| day.map(|day| vec![day])));
    };
    let last = days.last().map(|day| words.long_date(*day)).unwrap_or_default();
    let name = days_in_words(&days, words).join(", ");
    let ask = fill_placeholders(words.engine.date_weekly, &[("days", &name), ("date", &last)]);
    let rows = [
        Choice::new(words.engine.date_yes_all),
        Choice::new(words.engine.date_other),
    ];
    let prompt = Prompt {
        discard_typeahead: true,
        ..Prompt::new(format!("{id}.read_back"), ask, "")
    };
    Ok(match session.pick(plan, prompt, &rows, Some(0))? {
        Reply::Back => Reply::Given(None),
        reply => reply.map(|at| (at == 0).then(|| days.clone())),
    })
}

/// Reads what was typed back with its weekday and its distance. `None`: not a day, or not the one that was meant.
///
/// # Errors
/// The person goes elsewhere; the terminal failed.
pub fn confirm_date(
    id: &str,
    typed: &str,
    plan: &Plan,
    session: &mut Session,
) -> Result<Reply<Option<NaiveDate>>, Stop> {
    let words = session.words;
    // A day out of a mail has the hyphens of typesetting.
    let days = match parse(&crate::text::plain_signs(typed), session.today, words.dates) {
        Ok(days) => days,
        Err(fault) => {
            session.notice(fault_words(fault, typed, session.today, words));
            return Ok(Reply::Given(None));
        }
    };
    let with_distance = |day: &NaiveDate| {
        let passed = if *day < session.today {
            format!(" {}", words.engine.date_past)
        } else {
            String::new()
        };
        (words.long_date(*day), words.distance(*day, session.today), passed)
    };
    let (ask, rows, before) = match days.as_slice() {
        [day] => {
            let (date, distance, passed) = with_distance(day);
            let ask = fill_placeholders(words.engine.date_is, &[("date", &date), ("distance", &distance)]) + &passed;
            (ask, vec![Choice::new(words.engine.date_yes)], Some(0))
        }
        days => {
            let rows = days.iter().map(|day| {
                let (date, distance, passed) = with_distance(day);
                Choice::with_note(date, distance + &passed)
            });
            (words.engine.date_which.into(), rows.collect(), None)
        }
    };
    let rows: Vec<Choice> = rows.into_iter().chain([Choice::new(words.engine.date_other)]).collect();
    let prompt = Prompt {
        discard_typeahead: true,
        ..Prompt::new(format!("{id}.read_back"), ask, "")
    };
    Ok(match session.pick(plan, prompt, &rows, before)? {
        // Back to what was typed, not past it.
        Reply::Back => Reply::Given(None),
        reply => reply.map(|at| days.get(at).copied()),
    })
}

fn fault_words(fault: DateFault, typed: &str, today: NaiveDate, words: &Words) -> String {
    match fault {
        DateFault::NotADate => fill_placeholders(words.engine.not_a_date, &[("typed", typed)]),
        DateFault::NoSuchDay => words.engine.no_such_day.into(),
        DateFault::TooFar { .. } => fill_placeholders(
            words.engine.too_far,
            &[
                ("years", &crate::plan::when::MOST_YEARS.to_string()),
                ("today", &words.long_date(today)),
            ],
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_a_day_is_refused_it_is_said_what_day_this_computer_takes_it_for() {
        let words = Words::load("en", None).unwrap();
        let (typed, today) = ("2026-12-20", NaiveDate::from_ymd_opt(1970, 1, 2).unwrap());
        let fault = parse(typed, today, words.dates).unwrap_err();
        let said = fault_words(fault, typed, today, &words);
        assert!(
            said.contains(&words.long_date(today)) && said.contains("--today"),
            "{said}"
        );
    }
}
