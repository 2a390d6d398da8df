//! The gate: what the safety answers allow, and why. One function from facts to a state and its reasons; what it
//! remembers comes with the plan as it is read.
//!
//! ```text
//!                 a grave answer, a professional's no, a person or a planner under 18,
//!                 private questions begun and not all put, a state that cannot be read
//!          .------------------------------------------------------------------------.
//!          |                                                                        v
//!        OPEN ---- a careful answer, one left open, "not yet" ----> ASK FIRST ---> CLOSED
//!          ^                                                        |  ^            |
//!          '--- every question put, none asks or closes ------------'  |            |
//!          '--- all three private questions answered with a no --------'------------|
//!          '--- a professional who was told of every answer so far agrees ----------'
//! ```
//!
//! An agreement covers the answers it was given on: each later safety answer ends it, on the same day too, since
//! answers are counted. A closed plan needs a licensed clinician. What lasts is lifted by no agreement
//! ([`Reason::outlasts_agreement`]).

mod agreement;
mod facts;
mod judgment;
mod update;

use crate::plan::{Agrees, Field, Gate, Plan, Professional, Safety, YesNo, codes};

pub use agreement::{is_clinical, is_contacted};
pub use update::{raise_to, raise_to_match, update_gate};

use agreement::{agrees_to_all, valid_agreement};
use facts::facts;

codes! {
/// Why the gate is not open. Shown on the screen only, never on a page.
Reason {
    /// Somebody was hurt, threatened, controlled or afraid, whichever way round (R-15).
    Harm = "harm",
    /// Talk of suicide in the last weeks (R-13).
    Suicide = "suicide",
    /// A professional advised against a meeting (R-23).
    AdvisedAgainst = "advised_against",
    /// The private questions were begun and not all of them put.
    Begun = "begun",
    /// The person is under 18, without a guardian and a youth professional (R-17).
    PersonUnder18 = "person_under_18",
    /// The planner is under 18.
    PlannerUnder18 = "planner_under_18",
    /// An overdose in the last year (R-05).
    Overdose = "overdose",
    /// Uses alone (R-05).
    UsesAlone = "uses_alone",
    /// Talk of suicide or an attempt before the last weeks.
    EarlierAttempt = "earlier_attempt",
    /// Alcohol or benzodiazepines too (R-05, R-11).
    Mixing = "mixing",
    /// A possible pregnancy (R-05).
    Pregnancy = "pregnancy",
    /// A gun or a store of pills within reach (R-05).
    Means = "means",
    /// Stopping right now, or days without use (R-05, R-10).
    StoppingNow = "stopping_now",
    /// A professional says that it is not the time yet.
    NotYet = "not_yet",
    /// A safety question was put off, passed over, or answered "not sure".
    NotSure = "not_sure",
    /// A safety question was not put yet.
    NotPut = "not_put",
    /// An answer of an earlier visit that was not kept.
    Earlier = "earlier",
    /// The same, where the question was put again and left open.
    LeftOpen = "left_open",
}
}

impl Reason {
    /// The state this reason asks for.
    pub fn gate(self) -> Gate {
        match self {
            Reason::Harm
            | Reason::Suicide
            | Reason::AdvisedAgainst
            | Reason::Begun
            | Reason::PersonUnder18
            | Reason::PlannerUnder18 => Gate::Closed,
            _ => Gate::AskFirst,
        }
    }

    /// True if it follows from an answer that is not kept.
    fn is_private(self) -> bool {
        matches!(
            self,
            Reason::Harm | Reason::Suicide | Reason::EarlierAttempt | Reason::Pregnancy
        )
    }

    /// True if it may be named on the screen of a closed plan: it rests on something that is kept anyway.
    pub fn may_be_named(self) -> bool {
        matches!(
            self,
            Reason::AdvisedAgainst | Reason::Begun | Reason::PersonUnder18 | Reason::PlannerUnder18 | Reason::NotYet
        )
    }

    /// True if it holds whatever a professional agrees to: nobody can have been told of a question that was not put
    /// or not answered, a guardian is owed by law, a planner under 18 has a path of their own, and where one
    /// professional advises against a meeting, or asks to wait, another one's yes does not outweigh it, but for one who was
    /// told of the no (R-17, R-23).
    pub fn outlasts_agreement(self) -> bool {
        matches!(
            self,
            Reason::AdvisedAgainst
                | Reason::NotYet
                | Reason::Begun
                | Reason::PersonUnder18
                | Reason::PlannerUnder18
                | Reason::NotSure
                | Reason::NotPut
        )
    }
}

/// The state that holds now.
///
/// A question that was not put yet makes it *ask first* at least; so does a state of an earlier visit, until every
/// question whose answer is not kept was put again. A professional's [`opening_agreement`] answers all but what lasts.
pub fn gate(plan: &Plan) -> Gate {
    facts(plan).evaluate().gate
}

/// Why the gate is not open, the gravest first; empty if it is open.
pub fn reasons(plan: &Plan) -> Vec<Reason> {
    facts(plan).evaluate().reasons
}

/// The agreement that opens the gate again, if there is one that counts.
pub fn opening_agreement(plan: &Plan) -> Option<&Professional> {
    valid_agreement(plan).filter(|_| facts(plan).evaluate().agreed)
}

/// The agreement that a meeting rests on, while the gate is open: somebody trained to weigh the danger agreed, and was
/// told of every answer so far.
pub fn standing_agreement(plan: &Plan) -> Option<&Professional> {
    let mut agreed = plan.professionals.iter().filter(|pro| agrees_to_all(plan, pro));
    agreed.next().filter(|_| gate(plan) == Gate::Open)
}

/// A yes that is older than the last safety answer, and counts no more; for the screen of a plan that waits.
pub fn outdated_agreement(plan: &Plan) -> Option<&Professional> {
    let yes = |pro: &&Professional| pro.agrees_meeting_is_safe.is(&Agrees::Yes) && pro.knows_answers.is(&YesNo::Yes);
    plan.professionals
        .iter()
        .filter(yes)
        .find(|pro| !plan.safety.is_fully_informed(&pro.id))
}

/// True if a field belongs to the safety answers, which carry a date and age.
pub fn is_safety(field: Field) -> bool {
    Safety::is_safety_answer(field)
}

#[cfg(test)]
mod agreement_tests;
#[cfg(test)]
mod table_tests;
#[cfg(test)]
mod tests;
