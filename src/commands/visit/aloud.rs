//! A statement read aloud against a clock, and what the person may say to it (visit 12).

use std::io;
use std::time::Instant;

use crate::ask::{Put, Said};
use crate::plan::{Answer, Choice, List, ObjectionKind, Plan, Statement};
use crate::walk::{Beside, Desk, End, wait};
use crate::words::{Words, fill};

use super::choose;

/// Under a minute is short, over three minutes is long (facts 7.1).
const SHORT: u64 = 60;
const LONG: u64 = 180;

/// The row in the menu of a statement.
pub(super) fn row(words: &Words) -> Beside {
    Beside {
        list: List::Statements,
        label: words.engine.aloud.row.clone(),
        run: read,
    }
}

fn read(plan: &mut Plan, at: usize, desk: &mut Desk) -> io::Result<End> {
    let words = &desk.words.engine.aloud;
    let put = |above, prompt: &str| Put {
        above,
        fresh: true,
        ..Put::new("aloud", "", prompt)
    };
    match wait(&put(Vec::new(), &words.begin), plan, desk)? {
        End::Done => {}
        end => return Ok(end),
    }
    let begun = Instant::now();
    let text = vec![Said::plain(whole(&plan.statements[at]))];
    match wait(&put(text, &words.end), plan, desk)? {
        End::Done => {}
        end => return Ok(end),
    }
    desk.carry(took(begun.elapsed().as_secs(), desk.words));
    may_say(plan, desk)
}

/// What is read out: the parts in order, without the boundary, which has a page of its own.
fn whole(statement: &Statement) -> String {
    let Statement {
        love,
        illness,
        events,
        feeling,
        understanding,
        ask,
        offer,
        hope,
        ..
    } = statement;
    let parts = [love, illness, events, feeling, understanding, ask, offer, hope];
    parts
        .into_iter()
        .map(Answer::words)
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("\n\n")
}

fn took(seconds: u64, words: &Words) -> String {
    let own = &words.engine.aloud;
    let length = match seconds {
        ..SHORT => &own.short,
        SHORT..=LONG => &own.good,
        _ => &own.long,
    };
    let (minutes, rest) = ((seconds / 60).to_string(), (seconds % 60).to_string());
    format!(
        "{} {length}",
        fill(&own.took, &[("minutes", &minutes), ("seconds", &rest)])
    )
}

/// Asks what the person may say to it; what is chosen joins the objections, to be answered there.
fn may_say(plan: &mut Plan, desk: &mut Desk) -> io::Result<End> {
    let words = desk.words;
    let own = &words.engine.aloud;
    let kinds = ObjectionKind::all();
    let labels: Vec<String> = kinds.iter().map(|kind| words.label(kind)).collect();
    let rows: Vec<&str> = labels
        .iter()
        .map(String::as_str)
        .chain([own.nothing.as_str()])
        .collect();
    let ask = words.speak(&own.ask, plan, "");
    let kind = match choose("aloud.may_say", &ask, &rows, Some(kinds.len()), plan, desk)? {
        Ok(row) => kinds.get(row),
        Err(end) => return Ok(end),
    };
    if let Some(kind) = kind.filter(|kind| plan.objections.iter().all(|objection| !objection.kind.is(kind))) {
        let at = plan.add(List::Objections);
        plan.objections[at].kind = Answer::Given(kind.clone());
        desk.keep(plan)?;
    }
    Ok(End::Done)
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::ask::{Answered, Scripted, Wish};

    #[test]
    fn it_is_read_and_what_may_be_said_joins_the_objections_once() {
        let words = Words::load("en", None).unwrap();
        let mut plan: Plan = serde_json::from_str(words.example).unwrap();
        let before = plan.objections.len();
        let known = ObjectionKind::all()
            .iter()
            .position(|kind| plan.objections.iter().all(|o| !o.kind.is(kind)))
            .unwrap();
        let round = || vec![Answered::Enter, Answered::Enter, Answered::Pick(known)];
        let mut asker = Scripted::new([round(), round()].concat());
        let mut keep = |_: &mut Plan, _: &mut dyn crate::ask::Asker| Ok(());
        let mut desk = Desk::new(&mut asker, &words, NaiveDate::default(), &mut keep);
        for _ in 0..2 {
            assert_eq!(read(&mut plan, 0, &mut desk).unwrap(), End::Done);
        }
        assert_eq!(plan.objections.len(), before + 1);
    }

    #[test]
    fn help_and_danger_come_back_to_the_reading_and_never_begin_or_end_it() {
        let words = Words::load("en", None).unwrap();
        let mut plan: Plan = serde_json::from_str(words.example).unwrap();
        let no = || Answered::PickLabel(words.danger.answer.no.clone());
        let asked = vec![
            Answered::Wish(Wish::Help),
            Answered::Wish(Wish::Danger),
            no(),
            Answered::Enter,
            Answered::Wish(Wish::Danger),
            no(),
            Answered::Enter,
            Answered::Wish(Wish::Leave),
        ];
        let mut asker = Scripted::new(asked);
        let mut keep = |_: &mut Plan, _: &mut dyn crate::ask::Asker| Ok(());
        let mut desk = Desk::new(&mut asker, &words, NaiveDate::default(), &mut keep);
        assert_eq!(read(&mut plan, 0, &mut desk).unwrap(), End::Leave);
        let ids = [
            "aloud",
            "aloud",
            "danger",
            "aloud",
            "aloud",
            "danger",
            "aloud",
            "aloud.may_say",
        ];
        assert_eq!(asker.asked(), ids);
    }

    #[test]
    fn the_clock_is_kind_about_every_length() {
        let words = Words::load("en", None).unwrap();
        let own = &words.engine.aloud;
        for (seconds, said) in [(10, &own.short), (150, &own.good), (400, &own.long)] {
            assert!(took(seconds, &words).ends_with(said.as_str()), "{seconds}");
        }
    }
}
