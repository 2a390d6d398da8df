//! From facts to a state and its reasons.

use crate::plan::Gate;

use super::Reason;

/// What one question came to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Said {
    /// Not put.
    Unput,
    /// Put off, passed over, not sure, rather not.
    Left,
    /// A clear no.
    No,
    /// Something between.
    Some,
    /// A yes. A word this program does not know is heard as one.
    Yes,
}

/// Everything the gate depends on.
pub(super) struct Facts {
    pub(super) harm: Said,
    /// [`Said::Some`]: before the last weeks.
    pub(super) suicide: Said,
    pub(super) pregnant: Said,
    pub(super) means: Said,
    pub(super) overdose: bool,
    pub(super) alone: bool,
    pub(super) stopping: bool,
    pub(super) mixing: bool,
    /// The person is under 18, and not guarded.
    pub(super) young: bool,
    pub(super) planner_young: bool,
    pub(super) against: bool,
    pub(super) not_yet: bool,
    /// A kept question that was put and not answered.
    pub(super) left: bool,
    /// A question was not put.
    pub(super) unput: bool,
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
    pub(super) said: Gate,
    pub(super) gate: Gate,
    pub(super) reasons: Vec<Reason>,
    pub(super) agreed: bool,
}

impl Facts {
    pub(super) fn judge(&self) -> Judgment {
        use Reason::*;
        let rows = [
            (self.harm == Said::Yes, Harm),
            (self.suicide == Said::Yes, Suicide),
            (self.against, AdvisedAgainst),
            (self.begun, Begun),
            (self.young, PersonUnder18),
            (self.planner_young, PlannerUnder18),
            (self.suicide == Said::Some, EarlierAttempt),
            (self.overdose, Overdose),
            (self.alone, UsesAlone),
            (self.mixing, Mixing),
            (self.pregnant == Said::Yes, Pregnancy),
            (self.means == Said::Yes, Means),
            (self.stopping, StoppingNow),
            (self.not_yet, NotYet),
            (self.is_open_ended(), NotSure),
        ];
        let mut reasons: Vec<Reason> = rows
            .into_iter()
            .filter_map(|(holds, reason)| holds.then_some(reason))
            .collect();
        let spoken = state(&reasons);
        let floor = if self.is_lifted() {
            Gate::Open
        } else {
            self.floor.clone()
        };
        let said = spoken.clone().max(floor.clone());
        if self.unput {
            reasons.push(NotPut);
        }
        if floor > state(&reasons) {
            reasons.push(if self.is_heard_through() { LeftOpen } else { Earlier });
        }
        let agreed = match said {
            Gate::Closed | Gate::Other(_) => self.agreement == Some(true),
            _ => self.agreement.is_some(),
        };
        if agreed {
            reasons.retain(|reason| reason.lasts());
        }
        let unput = if self.unput { Gate::AskFirst } else { Gate::Open };
        let gate = match agreed {
            true => state(&reasons),
            false => said.clone().max(unput),
        };
        Judgment {
            said,
            gate,
            reasons,
            agreed,
        }
    }

    /// Some question was put and not answered.
    fn is_open_ended(&self) -> bool {
        self.left || self.is_unclear() || self.means == Said::Left
    }

    /// A private question was put and not answered.
    pub(super) fn is_unclear(&self) -> bool {
        [self.harm, self.suicide, self.pregnant].contains(&Said::Left)
    }

    /// Each question with an unkept answer has one that lifts the state of before: a given no. "Not sure", "rather not",
    /// leaving it open and putting it off say nothing new. An attempt of long ago is as clear a no to the last weeks, and
    /// a possible pregnancy asks first by itself.
    fn is_lifted(&self) -> bool {
        self.harm == Said::No
            && matches!(self.suicide, Said::No | Said::Some)
            && matches!(self.pregnant, Said::No | Said::Yes)
    }

    /// Every question with an unkept answer was put, whatever was done with it.
    pub(super) fn is_heard_through(&self) -> bool {
        ![self.harm, self.suicide, self.pregnant].contains(&Said::Unput)
    }
}

pub(super) fn state(reasons: &[Reason]) -> Gate {
    reasons.iter().map(|reason| reason.gate()).max().unwrap_or(Gate::Open)
}
