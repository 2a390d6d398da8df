//! The day after: how it went, what follows from that, and the next day to ask (design#return).

use crate::plan::{Answer, CodedChoice, Field, Gate, Id, List, Met, Plan, YesNo};
use crate::session::{Session, Stop};
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
    let before = plan.outcome().and_then(|met| ANSWERS.iter().position(|one| one == met));
    let row = choose("visit.met", session.words.home.met_ask, &rows, before, plan, session)?;
    let met = ANSWERS[row].clone();
    plan.visit.met = Answer::Given(met.clone());
    plan.visit.met_day = plan.day.date.given().copied();
    session.save(plan)?;
    if met != Met::DidNotMeet && plan.safety.last_reviewed() != Some(session.today) {
        safety_again::safety_changed(plan, session)?;
    }
    if readiness::gate(plan) == Gate::Closed {
        // What has just been said about safety comes before what was planned.
        return Ok(());
    }
    session.notice(follows(&met, plan, session));
    match met {
        Met::Yes => after_yes(plan, session),
        _ => next_day(plan, session),
    }
}

/// What follows from the answer, in a few sentences.
fn follows(met: &Met, plan: &Plan, session: &Session) -> String {
    let words = session.words;
    let said = words.home.outcome.get(met.code()).into_iter();
    let card = &words.pages.cards.walks_out.steps;
    // They may still be on the way.
    let card = card.iter().filter(|_| *met == Met::WalkedOut);
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

/// The next day to ask, put as the day was; it may stay open.
fn next_day(plan: &mut Plan, session: &mut Session) -> Result<(), Stop> {
    let Some(entry) = steps::entry(Field::Date, None, plan) else {
        return Ok(());
    };
    session.place = (entry.section, 0);
    session.notice(session.words.fill_names(session.words.home.next_day, plan, ""));
    entry.here.ask(plan, session).map(drop)
}
