//! From facts to a state and its reasons.

use crate::plan::Gate;

use super::Reason;

/// What one question came to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Finding {
    /// Not put.
    NotAsked,
    /// Put off, passed over, not sure, rather not.
    Unclear,
    /// A clear no.
    No,
    /// Something between.
    Partly,
    /// A yes. A word this program does not know is heard as one.
    Yes,
}

/// Everything the gate depends on.
pub(super) struct Facts {
    pub(super) harm: Finding,
    /// [`Finding::Partly`]: before the last weeks.
    pub(super) suicide: Finding,
    pub(super) pregnant: Finding,
    pub(super) means: Finding,
    pub(super) overdose: bool,
    pub(super) alone: bool,
    pub(super) stopping: bool,
    pub(super) mixing: bool,
    /// The person is under 18, and not guarded.
    pub(super) unguarded_minor: bool,
    pub(super) planner_is_minor: bool,
    pub(super) advised_against: bool,
    pub(super) not_yet: bool,
    /// A kept question that was put and not answered.
    pub(super) left_open: bool,
    /// A question was not put.
    pub(super) not_asked: bool,
    /// The private questions are under way.
    pub(super) begun: bool,
    /// The state of before.
    pub(super) floor: Gate,
    /// A professional agrees who was told of all of this: whether they are a licensed clinician.
    pub(super) agreement: Option<bool>,
}

/// What follows from them: a state, and its reasons, the gravest first.
pub(super) struct Judgment {
    /// Without what was not put yet, and without an agreement.
    pub(super) before_agreement: Gate,
    /// What the answers that are not kept ask for, whatever a professional agrees to.
    pub(super) private: Option<Gate>,
    pub(super) gate: Gate,
    pub(super) reasons: Vec<Reason>,
    pub(super) agreed: bool,
}

impl Facts {
    pub(super) fn evaluate(&self) -> Judgment {
        use Reason::*;
        let rows = [
            (self.harm == Finding::Yes, Harm),
            (self.suicide == Finding::Yes, Suicide),
            (self.advised_against, AdvisedAgainst),
            (self.begun, Begun),
            (self.unguarded_minor, PersonUnder18),
            (self.planner_is_minor, PlannerUnder18),
            (self.suicide == Finding::Partly, EarlierAttempt),
            (self.overdose, Overdose),
            (self.alone, UsesAlone),
            (self.mixing, Mixing),
            (self.pregnant == Finding::Yes, Pregnancy),
            (self.means == Finding::Yes, Means),
            (self.stopping, StoppingNow),
            (self.not_yet, NotYet),
            (self.has_unclear_answer(), NotSure),
        ];
        let mut reasons: Vec<Reason> = rows
            .into_iter()
            .filter_map(|(holds, reason)| holds.then_some(reason))
            .collect();
        let spoken = gate_of(&reasons);
        let private = reasons.iter().filter(|reason| reason.is_private());
        let private = private.map(|reason| reason.gate()).max();
        let floor = if self.lifts_floor() {
            Gate::Open
        } else {
            self.floor.clone()
        };
        let said = spoken.clone().max(floor.clone());
        if self.not_asked {
            reasons.push(NotPut);
        }
        if floor > gate_of(&reasons) {
            reasons.push(if self.all_private_asked() { LeftOpen } else { Earlier });
        }
        let agreed = match said {
            Gate::Closed | Gate::Other(_) => self.agreement == Some(true),
            _ => self.agreement.is_some(),
        };
        if agreed {
            reasons.retain(|reason| reason.outlasts_agreement());
        }
        let unput = if self.not_asked { Gate::AskFirst } else { Gate::Open };
        let gate = match agreed {
            true => gate_of(&reasons),
            false => said.clone().max(unput),
        };
        Judgment {
            before_agreement: said,
            private,
            gate,
            reasons,
            agreed,
        }
    }

    /// Some question was put and not answered.
    fn has_unclear_answer(&self) -> bool {
        self.left_open || self.has_unclear_private_answer() || self.means == Finding::Unclear
    }

    /// A private question was put and not answered.
    pub(super) fn has_unclear_private_answer(&self) -> bool {
        [self.harm, self.suicide, self.pregnant].contains(&Finding::Unclear)
    }

    /// Each question with an unkept answer has one that lifts the state of before: a given no. "Not sure", "rather
    /// not", leaving it open and putting it off say nothing new. An attempt of long ago is as clear a no to the last
    /// weeks, and a possible pregnancy asks first by itself.
    fn lifts_floor(&self) -> bool {
        self.harm == Finding::No
            && matches!(self.suicide, Finding::No | Finding::Partly)
            && matches!(self.pregnant, Finding::No | Finding::Yes)
    }

    /// Every question with an unkept answer was put, whatever was done with it.
    pub(super) fn all_private_asked(&self) -> bool {
        ![self.harm, self.suicide, self.pregnant].contains(&Finding::NotAsked)
    }
}

pub(super) fn gate_of(reasons: &[Reason]) -> Gate {
    reasons.iter().map(|reason| reason.gate()).max().unwrap_or(Gate::Open)
}
