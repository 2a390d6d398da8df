//! Writes what follows into the plan, and keeps a plan as careful as it was.

use chrono::NaiveDate;

use crate::plan::{Agrees, Answer, Gate, Plan};

use super::facts::facts;
use super::gate;

/// Writes the state that follows from the answers so far into the plan, without what a professional agreed to, and
/// keeps of the unkept answers what the family chose to keep. Its day is that of the last safety answer, so that the
/// word of a professional alone does not make their own agreement too old.
///
/// While the private questions are under way the plan says *closed* and nothing of what was answered: no two versions
/// tell which question moved the gate. A yes holds from here on as one of an earlier visit does: it goes with a no, not
/// with "I would rather not say", and an agreement that covers it today does not make it unsaid.
pub fn update_gate(plan: &mut Plan, today: NaiveDate) {
    let floor = plan.safety.floor();
    plan.safety.floor.get_or_insert(floor);
    plan.safety.end_private_questions();
    if plan.safety.is_unfinished() {
        plan.safety.gate = Some(Gate::Closed);
        plan.safety.saved = Default::default();
        return;
    }
    plan.safety.update_saved();
    let found = facts(plan);
    if found.all_private_asked() {
        plan.safety.left = found.has_unclear_private_answer();
    }
    if let Some(yes) = found.evaluate().private {
        plan.safety.floor = plan.safety.floor.take().max(Some(yes));
    }
    let said = facts(plan).evaluate().before_agreement;
    let now = (said != Gate::Open || !found.not_asked).then_some(said);
    if plan.safety.gate != now {
        plan.safety.gate = now;
        plan.safety.on.get_or_insert(today);
    }
}

/// Where the plan would be less careful than `floor`, puts the safety questions again first. True if it did.
pub fn raise_to(plan: &mut Plan, floor: Gate) -> bool {
    if gate(plan) >= floor {
        return false;
    }
    plan.safety.ask_again();
    plan.safety.floor = Some(plan.safety.floor().max(floor));
    true
}

/// Makes a plan of before, or of somewhere else, at least as careful as `other`, the one it takes the place of: an
/// older open gate never comes back over a closed one. Where the two were told other things about safety, the questions
/// are put again; a professional's yes that `other` does not have any more opens nothing. True if it had to.
pub fn raise_to_match(plan: &mut Plan, other: &Plan) -> bool {
    let floor = gate(other);
    let (mine, theirs) = (&plan.safety, &other.safety);
    let told_otherwise = mine.saved != theirs.saved || mine.asked != theirs.asked;
    let less = gate(plan) < floor;
    if told_otherwise || less {
        plan.safety.ask_again();
    }
    plan.safety.floor = Some(plan.safety.floor().max(other.safety.floor()).max(floor.clone()));
    // What was told to a professional before an answer that is taken back is no later than it.
    plan.safety.answers = plan.safety.answers.max(other.safety.answers);
    plan.safety.on = plan.safety.on.max(other.safety.on);
    plan.safety.left |= other.safety.left;
    if gate(plan) < floor {
        for pro in &mut plan.professionals {
            if pro.agrees_meeting_is_safe.is(&Agrees::Yes) {
                pro.agrees_meeting_is_safe = Answer::Unasked;
            }
        }
    }
    told_otherwise || less
}
