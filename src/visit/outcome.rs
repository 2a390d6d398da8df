//! The day after: how it went, what follows from that, a few short questions, and the next day to ask (design#return).

use crate::journey::{JourneyEntry, Tier};
use crate::plan::{Answer, Boundary, ById, CodedChoice, Field, Gate, Id, List, Met, Plan, YesNo};
use crate::prompt::{Choice, Prompt, TypedWords};
use crate::readiness::{BoundaryStart, boundary_after};
use crate::session::{Outcome, Reply, Session, Stop, handle_danger};
use crate::words::fill_placeholders;
use crate::{readiness, steps};

use super::{choose, safety_again};

/// Every answer, in the order of the rows.
const ANSWERS: [Met; 6] = [
    Met::Yes,
    Met::NotYet,
    Met::No,
    Met::WalkedOut,
    Met::Stopped,
    Met::DidNotMeet,
];

/// The day has passed: it may be said how it went, and corrected. No word of a meeting while the gate is closed or the
/// dates wait.
pub(super) fn may_be_told(plan: &Plan, session: &Session) -> bool {
    let passed = plan.day.date.given().is_some_and(|day| *day < session.today);
    passed && plan.change().is_none() && readiness::gate(plan) != Gate::Closed
}

/// The same, and nobody has said it of this day yet.
pub(super) fn is_untold(plan: &Plan, session: &Session) -> bool {
    may_be_told(plan, session) && plan.outcome().is_none()
}

/// How did the day go? It is all right if there was none. Safety comes first, then what follows from the answer.
pub(super) fn ask_outcome(plan: &mut Plan, session: &mut Session) -> Result<(), Stop> {
    let labels = ANSWERS.map(|answer| session.words.label(&answer));
    let rows: Vec<&str> = labels.iter().map(String::as_str).collect();
    let told = plan.outcome().cloned();
    let before = told.as_ref().and_then(|met| ANSWERS.iter().position(|one| one == met));
    let row = choose("visit.met", session.words.home.met_ask, &rows, before, plan, session)?;
    let met = ANSWERS[row].clone();
    plan.visit.met = Answer::Given(met.clone());
    plan.visit.met_day = plan.day.date.given().copied();
    session.save(plan)?;
    if met != Met::DidNotMeet {
        if plan.safety.last_reviewed() != Some(session.today) {
            safety_again::safety_changed(plan, session)?;
        }
        safe_tonight(plan, session)?;
    }
    if readiness::gate(plan) == Gate::Closed {
        // What has just been said about safety comes before what was planned.
        return Ok(());
    }
    session.notice(follows(&met, plan, session));
    match met {
        Met::Yes => after_yes(plan, session)?,
        Met::DidNotMeet => {}
        _ => which_were_said(plan, session)?,
    }
    debrief(&met, told.is_none(), plan, session)
}

/// Is everyone safe tonight? Never kept and never printed; anything but a yes opens the cards.
fn safe_tonight(plan: &Plan, session: &mut Session) -> Result<(), Stop> {
    let own = &session.words.home.safe_tonight;
    let rows = [own.yes, own.no, own.not_sure].map(Choice::new);
    let prompt = Prompt {
        fresh: true,
        no_default: true,
        accepts: TypedWords::WholeRow,
        ..Prompt::new("visit.safe_tonight", own.ask, session.words.home.prompt)
    };
    match session.pick(plan, prompt, &rows, None)? {
        Reply::Given(row) if row > 0 => handle_danger(plan, session),
        _ => Ok(()),
    }
}

/// What follows from the answer, in a few sentences.
fn follows(met: &Met, plan: &Plan, session: &Session) -> String {
    let words = session.words;
    let said = words.home.outcome.get(met.code()).into_iter();
    let card = words.pages.cards.walks_out.steps.iter();
    // They may still be on the way.
    let card = card.filter(|_| *met == Met::WalkedOut);
    let said = said.chain(card).map(|line| words.fill_names(line, plan, ""));
    said.collect::<Vec<_>>().join("\n")
}

/// After a yes it is their care and their consent: taking the statements and boundaries off the plan is offered, but for
/// the boundaries that hold after a yes too (design#pages).
fn after_yes(plan: &mut Plan, session: &mut Session) -> Result<(), Stop> {
    let ends = plan.boundaries.iter().filter(|one| !one.kept_after_yes.is(&YesNo::Yes));
    let ends: Vec<Id> = ends.map(|one| one.id.clone()).collect();
    let letters = plan.ids(List::Statements);
    if letters.is_empty() && ends.is_empty() {
        return Ok(());
    }
    let home = &session.words.home;
    session.notice(session.words.fill_names(home.after_yes_why, plan, ""));
    let rows = [home.after_yes_keep, home.after_yes_take];
    if choose("after_yes", home.after_yes_ask, &rows, None, plan, session)? == 0 {
        return Ok(());
    }
    for (list, ids) in [(List::Statements, letters), (List::Boundaries, ends)] {
        ids.iter().for_each(|id| plan.remove(list, id));
    }
    session.save(plan)
}

/// Which boundaries were said and heard, and what follows for each.
fn which_were_said(plan: &mut Plan, session: &mut Session) -> Result<(), Stop> {
    let words = session.words;
    let written = plan.boundaries.iter().filter(|one| !one.i_will.words().is_empty());
    let ids: Vec<Id> = written.map(|one| one.id.clone()).collect();
    if ids.is_empty() {
        return Ok(());
    }
    let names: Vec<String> = ids.iter().map(|id| steps::boundary_title(plan, id, words)).collect();
    let rows: Vec<Choice> = names.iter().map(Choice::new).collect();
    let said = |id: &Id| {
        plan.boundaries
            .by_id(id)
            .is_some_and(|one| one.said_aloud.is(&YesNo::Yes))
    };
    let before: Vec<bool> = ids.iter().map(said).collect();
    let ask = words.fill_names(words.home.starts.said_ask, plan, "");
    let prompt = Prompt {
        fresh: true,
        discard_typeahead: true,
        ..Prompt::new(Field::BouSaid.code(), ask, words.home.prompt)
    };
    if let Reply::Given(ticks) = session.tick(plan, prompt, &rows, &before)? {
        for (id, tick) in ids.iter().zip(ticks) {
            if let Some(one) = plan.boundaries.by_id_mut(id) {
                one.said_aloud = Answer::Given(if tick { YesNo::Yes } else { YesNo::No });
            }
        }
        session.save(plan)?;
    }
    session.notice(what_starts(plan, session));
    Ok(())
}

/// Which boundaries start now, and which wait.
fn what_starts(plan: &Plan, session: &Session) -> String {
    let (words, own) = (session.words, &session.words.home.starts);
    let those = |what: BoundaryStart| {
        let mut all = plan.boundaries.iter();
        let all = all.by_ref().filter(|one| !one.i_will.words().is_empty());
        let all = all.filter(|one| boundary_after(plan, one, Some(words.coach_rules())) == Some(what));
        all.map(|one| steps::boundary_title(plan, &one.id, words))
            .collect::<Vec<_>>()
    };
    let line = |sentence: &str, who: Vec<String>| {
        (!who.is_empty()).then(|| fill_placeholders(sentence, &[("who", &words.list(&who))]))
    };
    let now = line(own.now, those(BoundaryStart::Now)).unwrap_or_else(|| own.none.into());
    let talk = line(own.talk, those(BoundaryStart::WaitsForTalk));
    std::iter::once(now).chain(talk).collect::<Vec<_>>().join("\n")
}

/// A few short questions, each may be left: a new day puts them all again, a correction only what is open.
fn debrief(met: &Met, anew: bool, plan: &mut Plan, session: &mut Session) -> Result<(), Stop> {
    let mut asked = debrief_entries(met, plan, session);
    asked.retain(|entry| anew || entry.here.question.field == Field::Date || !entry.here.is_settled(plan));
    let mut at = 0;
    while let Some(entry) = asked.get(at) {
        session.place = (entry.section, asked.len() - at - 1);
        if entry.here.question.field == Field::Date {
            session.notice(session.words.fill_names(session.words.home.next_day, plan, ""));
        }
        match entry.here.ask(plan, session)? {
            Outcome::Done => at += 1,
            Outcome::Back if at == 0 => return Ok(()),
            Outcome::Back => at -= 1,
        }
    }
    Ok(())
}

/// What is asked after this answer, in order: what they said, from when and whether what starts was kept, the next day
/// to ask, one thing to do better, who rests.
fn debrief_entries(met: &Met, plan: &Plan, session: &Session) -> Vec<JourneyEntry> {
    let rules = session.words.coach_rules();
    let begun = |one: &&Boundary| one.starts.given().is_some_and(|day| *day < session.today);
    let starts = |one: &&Boundary| boundary_after(plan, one, Some(rules)) == Some(BoundaryStart::Now);
    let begins = plan.boundaries.iter().filter(starts).map(|one| match begun(&one) {
        true => (Field::BouHeld, Some(&one.id)),
        false => (Field::BouStarts, Some(&one.id)),
    });
    let fields = std::iter::once((Field::TheySaid, None))
        .chain(begins.filter(|_| *met != Met::Yes))
        .chain((*met != Met::Yes).then_some((Field::Date, None)))
        .chain([(Field::Better, None), (Field::Rests, None)]);
    let entries = fields.filter_map(|(field, item)| steps::entry(field, item, plan));
    entries
        .filter(|entry| entry.here.is_asked(plan, Tier::OnRequest))
        .collect()
}
