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
//! An agreement covers the answers it was given on: each later safety answer ends it, on the same day too, since answers
//! are counted. A closed plan needs a licensed clinician. What lasts is lifted by no agreement ([`Reason::lasts`]).

use chrono::NaiveDate;

use crate::codes;
use crate::plan::{
    Ages, Agrees, Answer, Care, Checked, Choice, Field, Gate, Harm, Known, Means, Plan, ProStatus, ProType,
    Professional, Recent, Safety, State, Substance, Suicide, YesNo,
};

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

    /// True where it follows from an answer that is not kept.
    fn is_heard(self) -> bool {
        matches!(
            self,
            Reason::Harm | Reason::Suicide | Reason::EarlierAttempt | Reason::Pregnancy
        )
    }

    /// True where it may be named on the screen of a closed plan: it rests on something that is kept anyway.
    pub fn is_kept(self) -> bool {
        matches!(
            self,
            Reason::AdvisedAgainst | Reason::Begun | Reason::PersonUnder18 | Reason::PlannerUnder18 | Reason::NotYet
        )
    }

    /// True where it holds whatever a professional agrees to: nobody can have been told of a question that was not put
    /// or not answered, a guardian is owed by law, a planner under 18 has a path of their own, and where one
    /// professional advises against a meeting, or asks to wait, another one's yes does not outweigh it (R-17, R-23).
    pub fn lasts(self) -> bool {
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

/// What one question came to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Said {
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
struct Facts {
    harm: Said,
    /// [`Said::Some`]: before the last weeks.
    suicide: Said,
    pregnant: Said,
    means: Said,
    overdose: bool,
    alone: bool,
    stopping: bool,
    mixing: bool,
    /// The person is under 18, and not guarded.
    young: bool,
    planner_young: bool,
    against: bool,
    not_yet: bool,
    /// A kept question that was put and not answered.
    left: bool,
    /// A question was not put.
    unput: bool,
    /// The private questions are under way.
    begun: bool,
    /// The state of before.
    floor: Gate,
    /// A professional agrees who was told of all of this: whether they are a licensed clinician.
    agreement: Option<bool>,
}

/// What follows from them: a state, and its reasons, the gravest first.
struct Judgment {
    /// Without what was not put yet, and without an agreement.
    said: Gate,
    gate: Gate,
    reasons: Vec<Reason>,
    agreed: bool,
}

impl Facts {
    fn judge(&self) -> Judgment {
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
    fn is_unclear(&self) -> bool {
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
    fn is_heard_through(&self) -> bool {
        ![self.harm, self.suicide, self.pregnant].contains(&Said::Unput)
    }
}

fn state(reasons: &[Reason]) -> Gate {
    reasons.iter().map(|reason| reason.gate()).max().unwrap_or(Gate::Open)
}

/// Reads an answer: `meaning` of a choice this program knows, and a yes of any other.
fn said<C: Choice>(answer: &Answer<C>, meaning: fn(&C) -> Said) -> Said {
    match answer {
        Answer::Unasked => Said::Unput,
        Answer::Left | Answer::Later(_) => Said::Left,
        Answer::Given(choice) => meaning(choice),
    }
}

fn facts(plan: &Plan) -> Facts {
    let (person, safety) = (&plan.person, &plan.safety);
    let told = safety.said();
    let kept = [person.recent.state(), person.ages.state(), person.substances.state()];
    let uses = person.substances.given();
    let unclear = |used: &Vec<Substance>| {
        use Substance::{NotSure, Other, RatherNot};
        used.is_empty() || used.iter().any(|one| matches!(one, NotSure | RatherNot | Other(_)))
    };
    let recent = person.recent.given().map_or(&[][..], Vec::as_slice);
    let ages = person.ages.given();
    let says = |word: fn(&Agrees) -> bool| {
        let words = plan
            .professionals
            .iter()
            .filter_map(|pro| pro.agrees_meeting_is_safe.given());
        words.into_iter().any(word)
    };
    let mut facts = Facts {
        harm: said(&told.harm, |harm| match harm {
            Harm::No => Said::No,
            Harm::NotSure | Harm::RatherNot => Said::Left,
            Harm::ByThem | Harm::ToThem | Harm::BothWays | Harm::Other(_) => Said::Yes,
        }),
        suicide: said(&told.suicide, |talk| match talk {
            Suicide::No => Said::No,
            Suicide::NotSure | Suicide::RatherNot => Said::Left,
            Suicide::Before => Said::Some,
            Suicide::Yes | Suicide::Other(_) => Said::Yes,
        }),
        pregnant: said(&told.pregnant, |pregnant| match pregnant {
            YesNo::No => Said::No,
            YesNo::Yes | YesNo::Other(_) => Said::Yes,
        }),
        means: said(&safety.means, |means| match means {
            Means::No => Said::No,
            Means::NotSure | Means::RatherNot => Said::Left,
            Means::Gun | Means::Pills | Means::Both | Means::Other(_) => Said::Yes,
        }),
        overdose: recent
            .iter()
            .any(|one| matches!(one, Recent::Overdose | Recent::Other(_))),
        alone: plan.recently(Recent::Alone),
        stopping: plan.recently(Recent::StoppingNow) || plan.recently(Recent::DaysWithout),
        mixing: mixing(plan),
        young: matches!(ages, Some(Ages::PersonUnder | Ages::Other(_))) && !guarded(plan),
        planner_young: matches!(ages, Some(Ages::PlannerUnder)),
        against: says(|word| matches!(word, Agrees::Against | Agrees::Other(_))),
        not_yet: says(|word| matches!(word, Agrees::NotYet)),
        left: kept.iter().any(|state| matches!(state, State::Left | State::Later))
            || plan.recently(Recent::NotSure)
            || plan.recently(Recent::RatherNot)
            || matches!(ages, Some(Ages::NotSure | Ages::RatherNot))
            || uses.is_some_and(unclear)
            || matches!(person.care.given(), Some(Care::Other(_))),
        unput: Safety::UNKEPT.iter().any(|field| !safety.was_asked(*field))
            || safety.means.is_unasked()
            || person.ages.is_unasked()
            || person.substances.is_unasked(),
        begun: safety.is_open_ended(),
        floor: safety.floor(),
        agreement: agreeing(plan).map(is_licensed),
    };
    // What was left open before holds until every question has been heard again.
    facts.left |= safety.left && !facts.is_heard_through();
    facts
}

/// The state that holds now.
///
/// A question that was not put yet makes it *ask first* at least; so does a state of an earlier visit, until every
/// question whose answer is not kept was put again. A professional's [`agreement`] answers all but what lasts.
pub fn gate(plan: &Plan) -> Gate {
    facts(plan).judge().gate
}

/// Why the gate is not open, the gravest first; empty where it is open.
pub fn reasons(plan: &Plan) -> Vec<Reason> {
    facts(plan).judge().reasons
}

/// The agreement that opens the gate again, where there is one that counts.
pub fn agreement(plan: &Plan) -> Option<&Professional> {
    agreeing(plan).filter(|_| facts(plan).judge().agreed)
}

/// A yes that is older than the last safety answer, and counts no more; for the screen of a plan that waits.
pub fn outdated_agreement(plan: &Plan) -> Option<&Professional> {
    let yes = |pro: &&Professional| pro.agrees_meeting_is_safe.is(&Agrees::Yes) && pro.knows_answers.is(&YesNo::Yes);
    plan.professionals
        .iter()
        .filter(yes)
        .find(|pro| !plan.safety.knows_all(&pro.id))
}

/// The professional who agrees and was told: known by name and kind, told of every answer so far, with the day and the
/// conditions. The day is not before the last safety answer, and had come when the plan was last kept. A licensed
/// clinician goes before others.
fn agreeing(plan: &Plan) -> Option<&Professional> {
    let (on, kept) = (plan.safety.on?, plan.changed?);
    let agrees = |pro: &&Professional| {
        is_known(pro)
            && is_clinical(pro)
            && pro.agrees_meeting_is_safe.is(&Agrees::Yes)
            && pro.knows_answers.is(&YesNo::Yes)
            && plan.safety.knows_all(&pro.id)
            && [&pro.name, &pro.conditions]
                .iter()
                .all(|said| !said.words().trim().is_empty())
            && pro.agreed_on.given().is_some_and(|day| (on..=kept).contains(day))
    };
    let agreeing = || plan.professionals.iter().filter(agrees);
    agreeing().find(|pro| is_licensed(pro)).or_else(|| agreeing().next())
}

/// True where the license or the public register was looked up. A coach has none, and opens no closed plan.
fn is_licensed(pro: &Professional) -> bool {
    pro.licence_checked.is(&Checked::Yes)
}

/// True for those trained to weigh the danger of a meeting. Anybody may call themselves an interventionist or a coach, so
/// that one counts only where the license was looked up.
pub fn is_clinical(pro: &Professional) -> bool {
    use ProType::*;
    match pro.r#type.given() {
        Some(Interventionist | Craft) => is_licensed(pro),
        Some(Doctor | Counselor | SocialWorker | Psychologist | Therapist | Psychiatrist | Youth) => true,
        _ => false,
    }
}

/// True where the family has spoken with this professional: only then are they asked what they say.
pub fn is_known(pro: &Professional) -> bool {
    matches!(
        pro.status.given(),
        Some(ProStatus::Have | ProStatus::Contacted | ProStatus::Other(_))
    )
}

/// Writes the state that follows from the answers so far into the plan, without what a professional agreed to, and
/// keeps of the unkept answers what the family chose to keep. Its day is that of the last safety answer, so that the
/// word of a professional alone does not make their own agreement too old.
///
/// While the private questions are under way the plan says *closed* and nothing of what was answered: no two versions
/// tell which question moved the gate. A yes holds from here on as one of an earlier visit does: it goes with a no, not
/// with "I would rather not say".
pub fn settle(plan: &mut Plan, today: NaiveDate) {
    let floor = plan.safety.floor();
    plan.safety.before.get_or_insert(floor);
    plan.safety.end();
    if plan.safety.is_open_ended() {
        plan.safety.gate = Some(Gate::Closed);
        plan.safety.told = Default::default();
        return;
    }
    plan.safety.settle_kept();
    let found = facts(plan);
    if found.is_heard_through() {
        plan.safety.left = found.is_unclear();
    }
    let reasons = found.judge().reasons;
    let heard = reasons.iter().filter(|reason| reason.is_heard());
    if let Some(yes) = heard.map(|reason| reason.gate()).max() {
        plan.safety.before = plan.safety.before.take().max(Some(yes));
    }
    let said = facts(plan).judge().said;
    let now = (said != Gate::Open || !found.unput).then_some(said);
    if plan.safety.gate != now {
        plan.safety.gate = now;
        plan.safety.on.get_or_insert(today);
    }
}

/// Where the plan would be less careful than `floor`, puts the safety questions again first. True where it did.
pub fn hold(plan: &mut Plan, floor: Gate) -> bool {
    if gate(plan) >= floor {
        return false;
    }
    plan.safety.ask_again();
    plan.safety.before = Some(plan.safety.floor().max(floor));
    true
}

/// Makes a plan of before, or of somewhere else, at least as careful as `other`, the one it takes the place of: an older
/// open gate never comes back over a closed one. Where the two were told other things about safety, the questions are
/// put again; a professional's yes that `other` does not have any more opens nothing. True where it had to.
pub fn hold_as(plan: &mut Plan, other: &Plan) -> bool {
    let floor = gate(other);
    let (mine, theirs) = (&plan.safety, &other.safety);
    let told_otherwise = mine.told != theirs.told || mine.asked != theirs.asked;
    let less = gate(plan) < floor;
    if told_otherwise || less {
        plan.safety.ask_again();
    }
    plan.safety.before = Some(plan.safety.floor().max(other.safety.floor()).max(floor.clone()));
    // What was told to a professional before an answer that is taken back is no later than it.
    plan.safety.answers = plan.safety.answers.max(other.safety.answers);
    plan.safety.on = plan.safety.on.max(other.safety.on);
    if gate(plan) < floor {
        for pro in &mut plan.professionals {
            if pro.agrees_meeting_is_safe.is(&Agrees::Yes) {
                pro.agrees_meeting_is_safe = crate::plan::Answer::Unasked;
            }
        }
    }
    told_otherwise || less
}

/// True for a person under 18 who has a guardian and a youth professional who was told (R-17).
fn guarded(plan: &Plan) -> bool {
    let youth = |pro: &Professional| {
        pro.r#type.is(&ProType::Youth)
            && is_known(pro)
            && pro.knows_answers.is(&YesNo::Yes)
            && !pro.name.words().trim().is_empty()
    };
    plan.person.guardian.is(&Known::Yes) && plan.professionals.iter().any(youth)
}

/// Alcohol or benzodiazepines, or two substances whatever they are (R-05).
fn mixing(plan: &Plan) -> bool {
    let used = plan.person.substances.given().map_or(&[][..], Vec::as_slice);
    let named = |one: &&Substance| !matches!(one, Substance::NotSure | Substance::RatherNot | Substance::Other(_));
    plan.uses(Substance::Alcohol) || plan.uses(Substance::Benzodiazepines) || used.iter().filter(named).count() > 1
}

/// True where a field belongs to the safety answers, which carry a date and age.
pub fn is_safety(field: Field) -> bool {
    Safety::dates(field)
}

#[cfg(test)]
mod table;
#[cfg(test)]
mod tests;
