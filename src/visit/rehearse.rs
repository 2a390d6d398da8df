//! A statement read aloud against a clock, and what the person may say to it (design#calls).

use std::time::Instant;

use crate::plan::{Answer, ById, CodedChoice, Id, List, ObjectionKind, Plan, Statement};
use crate::prompt::{Message, Prompt};
use crate::session::{ItemAction, Outcome, Session, Stop, pause};
use crate::words::{Words, fill_placeholders};

use super::choose;

/// Under a minute is short, over three minutes is long (evidence#words).
const SHORT: u64 = 60;
const LONG: u64 = 180;

/// The row in the menu of a statement.
pub(super) fn item_action(words: &Words) -> ItemAction {
    ItemAction {
        list: List::Statements,
        label: words.engine.aloud.row.into(),
        run: rehearse,
    }
}

fn rehearse(plan: &mut Plan, id: &Id, session: &mut Session) -> Result<Outcome, Stop> {
    let words = &session.words.engine.aloud;
    let prompt = |above, prompt: &str| Prompt {
        above,
        fresh: true,
        ..Prompt::new("aloud", "", prompt)
    };
    if pause(prompt(Vec::new(), words.begin), plan, session)? == Outcome::Back {
        return Ok(Outcome::Back);
    }
    let begun = Instant::now();
    let Some(statement) = plan.statements.by_id(id) else {
        return Ok(Outcome::Back);
    };
    let text = vec![Message::plain(whole(statement))];
    if pause(prompt(text, words.end), plan, session)? == Outcome::Back {
        return Ok(Outcome::Back);
    }
    session.notice(duration_text(begun.elapsed().as_secs(), session.words));
    ask_may_say(plan, session)
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

fn duration_text(seconds: u64, words: &Words) -> String {
    let own = &words.engine.aloud;
    let length = match seconds {
        ..SHORT => own.short,
        SHORT..=LONG => own.good,
        _ => own.long,
    };
    let (minutes, rest) = ((seconds / 60).to_string(), (seconds % 60).to_string());
    format!(
        "{} {length}",
        fill_placeholders(own.took, &[("minutes", &minutes), ("seconds", &rest)])
    )
}

/// Asks what the person may say to it; what is chosen joins the objections, to be answered there.
fn ask_may_say(plan: &mut Plan, session: &mut Session) -> Result<Outcome, Stop> {
    let words = session.words;
    let own = &words.engine.aloud;
    let kinds = ObjectionKind::all();
    let labels: Vec<String> = kinds.iter().map(|kind| words.label(kind)).collect();
    let rows: Vec<&str> = labels.iter().map(String::as_str).chain([own.nothing]).collect();
    let ask = words.fill_names(own.ask, plan, "");
    let kind = kinds.get(choose("aloud.may_say", &ask, &rows, Some(kinds.len()), plan, session)?);
    if let Some(kind) = kind.filter(|kind| plan.objections.iter().all(|objection| !objection.kind.is(kind))) {
        let id = plan.add(List::Objections);
        if let Some(added) = plan.objections.by_id_mut(&id) {
            added.kind = Answer::Given(kind.clone());
        }
        session.save(plan)?;
    }
    Ok(Outcome::Done)
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::prompt::{Action, Scripted, ScriptedReply};
    use crate::session::Destination;

    #[test]
    fn it_is_read_and_what_may_be_said_joins_the_objections_once() {
        let words = Words::load("en", None).unwrap();
        let mut plan: Plan = serde_json::from_str(words.example).unwrap();
        let (before, id) = (plan.objections.len(), plan.statements[0].id.clone());
        let known = ObjectionKind::all()
            .iter()
            .position(|kind| plan.objections.iter().all(|o| !o.kind.is(kind)))
            .unwrap();
        let round = || vec![ScriptedReply::Enter, ScriptedReply::Enter, ScriptedReply::Pick(known)];
        let mut prompter = Scripted::new([round(), round()].concat());
        let mut keep = |_: &mut Plan, _: &mut dyn crate::prompt::Prompter| Ok(());
        let mut session = Session::new(&mut prompter, &words, NaiveDate::default(), &mut keep);
        for _ in 0..2 {
            assert_eq!(rehearse(&mut plan, &id, &mut session).unwrap(), Outcome::Done);
        }
        assert_eq!(plan.objections.len(), before + 1);
    }

    #[test]
    fn help_and_danger_come_back_to_the_reading_and_never_begin_or_end_it() {
        let words = Words::load("en", None).unwrap();
        let mut plan: Plan = serde_json::from_str(words.example).unwrap();
        let id = plan.statements[0].id.clone();
        let no = || ScriptedReply::PickLabel(words.danger.answer.no.into());
        let asked = vec![
            ScriptedReply::Action(Action::Help),
            ScriptedReply::Action(Action::Danger),
            no(),
            ScriptedReply::Enter,
            ScriptedReply::Action(Action::Danger),
            no(),
            ScriptedReply::Enter,
            ScriptedReply::Action(Action::Leave),
        ];
        let mut prompter = Scripted::new(asked);
        let mut keep = |_: &mut Plan, _: &mut dyn crate::prompt::Prompter| Ok(());
        let mut session = Session::new(&mut prompter, &words, NaiveDate::default(), &mut keep);
        let end = rehearse(&mut plan, &id, &mut session);
        assert!(matches!(end, Err(Stop::Go(Destination::Leave))), "{end:?}");
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
        assert_eq!(prompter.asked(), ids);
    }

    #[test]
    fn the_clock_is_kind_about_every_length() {
        let words = Words::load("en", None).unwrap();
        let own = &words.engine.aloud;
        for (seconds, said) in [(10, own.short), (150, own.good), (400, own.long)] {
            assert!(duration_text(seconds, &words).ends_with(said), "{seconds}");
        }
    }
}
