//! Safety is asked about again: when the answers have aged, the day before the day, and after it (design#gate).

use crate::journey::{JourneyEntry, Tier, first_unsettled, run};
use crate::plan::{Answer, Change, Field, Gate, Plan, Section};
use crate::session::{Session, Stop, unless_home};
use crate::{readiness, steps};

use super::choose;

/// The days after which safety is asked about again (design#gate, CJ).
const SAFETY_AGES: i64 = 14;

/// Has anything about safety changed? Asked when the answers have aged, and the day before the day; never after a
/// death.
pub(super) fn ask_changed(plan: &mut Plan, session: &mut Session) -> Result<(), Stop> {
    let Some(on) = plan.safety.last_reviewed() else {
        return Ok(());
    };
    if plan.change() == Some(&Change::Died) || plan.safety.asked.is_empty() {
        // Where the questions are to be put again anyway, "has anything changed" was answered.
        return Ok(());
    }
    let aged = (session.today - on).num_days() >= SAFETY_AGES;
    let tomorrow = plan
        .day
        .date
        .given()
        .is_some_and(|day| (*day - session.today).num_days() == 1 && on < session.today);
    if !aged && !tomorrow {
        return Ok(());
    }
    safety_changed(plan, session)
}

/// Asks whether anything about safety has changed; a yes puts the safety questions again.
pub(super) fn safety_changed(plan: &mut Plan, session: &mut Session) -> Result<(), Stop> {
    let home = &session.words.home;
    session.notice(home.changed_why);
    let rows = [home.changed_no, home.changed_yes];
    if choose("safety.changed", home.changed_ask, &rows, None, plan, session)? == 0 {
        plan.safety.unchanged_on = Some(session.today);
        return session.save(plan);
    }
    let before = readiness::gate(plan);
    plan.safety.ask_again();
    plan.safety.means = Answer::Unasked;
    session.save(plan)?;
    let mut journey = steps::journey(Tier::of(plan));
    journey.entries.retain(again_when_changed);
    let begin = first_unsettled(&journey, plan).unwrap_or(0);
    unless_home(run(&journey, plan, session, begin, &mut |_, _| None))?;
    if before == Gate::Closed && readiness::gate(plan) == Gate::Open {
        session.notice(session.words.home.opens.now_open);
    }
    Ok(())
}

/// The safety step, and what makes tonight more dangerous, which is in an earlier one.
fn again_when_changed(entry: &JourneyEntry) -> bool {
    entry.section == Section::Safety || entry.here.question.field == Field::Recent
}
