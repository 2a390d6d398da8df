//! The gate (visit 4): what the safety answers allow, and why.

use chrono::NaiveDate;

use crate::codes;
use crate::plan::{
    Ages, Agrees, Care, Checked, Field, Gate, Harm, Known, Means, Plan, ProStatus, ProType, Professional, Recent,
    Safety, State, Substance, Suicide, YesNo,
};

codes! {
/// Why the gate is not open. Shown on the screen only, never on a page (visit 9).
Reason {
    /// Somebody was hurt, threatened, controlled or afraid, whichever way round.
    Harm = "harm",
    /// Talk of suicide in the last weeks.
    Suicide = "suicide",
    /// A professional advised against a meeting.
    AdvisedAgainst = "advised_against",
    /// The person is under 18, without a guardian and a youth professional.
    PersonUnder18 = "person_under_18",
    /// The planner is under 18.
    PlannerUnder18 = "planner_under_18",
    /// An overdose in the last year.
    Overdose = "overdose",
    /// Uses alone.
    UsesAlone = "uses_alone",
    /// Talk of suicide or an attempt before the last weeks (facts 1.4).
    EarlierAttempt = "earlier_attempt",
    /// Alcohol or benzodiazepines too, or several substances (facts 1.4).
    Mixing = "mixing",
    /// A possible pregnancy.
    Pregnancy = "pregnancy",
    /// A gun or a store of pills within reach.
    Means = "means",
    /// Stopping right now, or days without use.
    StoppingNow = "stopping_now",
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

    /// True where it holds whatever a professional agrees to: nobody can have been told of a question that was not put
    /// or not answered, a guardian is owed by law, a planner under 18 has a path of their own, and where one
    /// professional advises against a meeting another one's yes does not outweigh it.
    pub fn lasts(self) -> bool {
        matches!(
            self,
            Reason::AdvisedAgainst | Reason::PersonUnder18 | Reason::PlannerUnder18 | Reason::NotSure | Reason::NotPut
        )
    }
}

/// The state that holds now.
///
/// A question that was not put yet makes it *ask first* at least; so does a state of an earlier visit, until every
/// question whose answer is not kept was put again. A professional's [`agreement`] answers all but what lasts.
pub fn gate(plan: &Plan) -> Gate {
    if agreement(plan).is_some() {
        return reasons(plan).into_iter().map(Reason::gate).max().unwrap_or(Gate::Open);
    }
    let said = said(plan);
    if reasons(plan).contains(&Reason::NotPut) {
        said.max(Gate::AskFirst)
    } else {
        said
    }
}

/// The agreement that opens the gate again: a named professional who was told of it agrees, with the day and the
/// conditions (visit 4, CJ). One of before the last safety answer cannot have known of it and does not count, and
/// neither does one of a day that had not come when the plan was last kept.
pub fn agreement(plan: &Plan) -> Option<&Professional> {
    let (told, kept) = (plan.safety.on?, plan.changed?);
    plan.professionals.iter().find(|pro| {
        is_known(pro)
            && is_clinical(pro)
            && pro.agrees_meeting_is_safe.is(&Agrees::Yes)
            && [&pro.name, &pro.conditions]
                .iter()
                .all(|said| !said.words().trim().is_empty())
            && pro.agreed_on.given().is_some_and(|day| (told..=kept).contains(day))
    })
}

/// True for those trained to weigh the danger of a meeting. Anybody may call themselves an interventionist (facts 5.1),
/// so that one counts only where the license was looked up.
pub fn is_clinical(pro: &Professional) -> bool {
    use ProType::*;
    match pro.r#type.given() {
        Some(Interventionist) => pro.licence_checked.is(&Checked::Yes),
        Some(Doctor | Counselor | SocialWorker | Psychologist | Therapist | Psychiatrist | Craft | Youth) => true,
        _ => false,
    }
}

/// True where the family has spoken with this professional: only then are they asked what they say (facts 5.4).
pub fn is_known(pro: &Professional) -> bool {
    matches!(
        pro.status.given(),
        Some(ProStatus::Have | ProStatus::Contacted | ProStatus::Other(_))
    )
}

/// Writes the state that follows from the answers so far into the plan, without what a professional agreed to, and
/// keeps of the unkept answers what the family chose to keep. Its day is that of the last safety answer, so that the
/// word of a professional alone does not make their own agreement too old. *Open* is written only when every question
/// was put. Until then no state is, rather than *ask first*: the next visit would take that for something that was
/// said, and never open.
///
/// A yes to a question whose answer is not kept holds from here on as one of an earlier visit does: it goes with a no,
/// not with "I would rather not say".
pub fn settle(plan: &mut Plan, today: NaiveDate) {
    plan.safety.settle_kept();
    let heard = spoken(plan).into_iter().filter(|reason| reason.is_heard());
    if let Some(yes) = heard.map(Reason::gate).max() {
        plan.safety.before = plan.safety.before.take().max(Some(yes));
    }
    let said = said(plan);
    let now = (said != Gate::Open || !unput(plan)).then_some(said);
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
    plan.safety.before = plan.safety.before.take().max(Some(floor));
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
    let known = [
        other.safety.gate.clone(),
        other.safety.before.clone(),
        Some(floor.clone()),
    ];
    let before = plan.safety.before.take();
    plan.safety.before = known.into_iter().fold(before, Option::max);
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

/// Why the gate is not open, the gravest first; empty where it is open.
pub fn reasons(plan: &Plan) -> Vec<Reason> {
    let mut found = spoken(plan);
    if unput(plan) {
        found.push(Reason::NotPut);
    }
    let known = found.iter().map(|reason| reason.gate()).max().unwrap_or(Gate::Open);
    if floor(plan) > known {
        found.push(match all_heard(plan) {
            true => Reason::LeftOpen,
            false => Reason::Earlier,
        });
    }
    if agreement(plan).is_some() {
        found.retain(|reason| reason.lasts());
    }
    found
}

/// True while some safety question was not put.
fn unput(plan: &Plan) -> bool {
    Safety::UNKEPT.iter().any(|field| !plan.safety.was_asked(*field))
        || plan.safety.means.is_unasked()
        || plan.person.ages.is_unasked()
        || plan.person.substances.is_unasked()
}

/// The state from what was said, without what was not put yet.
fn said(plan: &Plan) -> Gate {
    let spoken = spoken(plan)
        .iter()
        .map(|reason| reason.gate())
        .max()
        .unwrap_or(Gate::Open);
    spoken.max(floor(plan))
}

/// The state of an earlier visit, until each question with an unkept answer has one in this visit that lifts it: a given
/// no. "Not sure", "rather not", leaving it open and putting it off say nothing new. An attempt of long ago is as clear
/// a no to the last weeks, and asks first by itself.
fn floor(plan: &Plan) -> Gate {
    let heard = &plan.safety.heard;
    let lifted = heard.harm.is(&Harm::No)
        && matches!(heard.suicide.given(), Some(Suicide::No | Suicide::Before))
        && matches!(heard.pregnant.given(), Some(YesNo::Yes | YesNo::No));
    match &plan.safety.before {
        Some(before) if !lifted => before.clone(),
        _ => Gate::Open,
    }
}

/// True where every question with an unkept answer was put in this visit, whatever was done with it.
fn all_heard(plan: &Plan) -> bool {
    let heard = &plan.safety.heard;
    !heard.harm.is_unasked() && !heard.suicide.is_unasked() && !heard.pregnant.is_unasked()
}

/// True for a person under 18 who has a guardian and a youth professional the family has spoken with.
fn guarded(plan: &Plan) -> bool {
    let youth =
        |pro: &Professional| pro.r#type.is(&ProType::Youth) && is_known(pro) && !pro.name.words().trim().is_empty();
    plan.person.guardian.is(&Known::Yes) && plan.professionals.iter().any(youth)
}

/// Alcohol or benzodiazepines, or two substances whatever they are (R-05, facts 1.4).
fn mixing(plan: &Plan) -> bool {
    let used = plan.person.substances.given().map_or(&[][..], Vec::as_slice);
    let named = |one: &&Substance| !matches!(one, Substance::NotSure | Substance::RatherNot | Substance::Other(_));
    plan.uses(Substance::Alcohol) || plan.uses(Substance::Benzodiazepines) || used.iter().filter(named).count() > 1
}

/// True where some safety question was put and not answered.
fn open_ended(plan: &Plan) -> bool {
    let (heard, person, means) = (&plan.safety.heard, &plan.person, &plan.safety.means);
    let states = [
        heard.harm.state(),
        heard.suicide.state(),
        means.state(),
        person.recent.state(),
        person.ages.state(),
        person.substances.state(),
    ];
    let unknown = |used: &Vec<Substance>| {
        use Substance::{NotSure, Other, RatherNot};
        used.is_empty() || used.iter().any(|one| matches!(one, NotSure | RatherNot | Other(_)))
    };
    states.iter().any(|state| matches!(state, State::Left | State::Later))
        || matches!(
            heard.harm.given(),
            Some(Harm::NotSure | Harm::RatherNot | Harm::Other(_))
        )
        || matches!(
            heard.suicide.given(),
            Some(Suicide::NotSure | Suicide::RatherNot | Suicide::Other(_))
        )
        || matches!(means.given(), Some(Means::NotSure | Means::RatherNot | Means::Other(_)))
        || plan.recently(Recent::NotSure)
        || plan.recently(Recent::RatherNot)
        || matches!(
            person.ages.given(),
            Some(Ages::NotSure | Ages::RatherNot | Ages::Other(_))
        )
        || person.substances.given().is_some_and(unknown)
        || matches!(person.care.given(), Some(Care::Other(_)))
}

fn spoken(plan: &Plan) -> Vec<Reason> {
    let heard = &plan.safety.heard;
    let person = &plan.person;
    let harmed = matches!(heard.harm.given(), Some(Harm::ByThem | Harm::ToThem | Harm::BothWays));
    let against = plan
        .professionals
        .iter()
        .any(|p| p.agrees_meeting_is_safe.is(&Agrees::Against));
    let means = matches!(plan.safety.means.given(), Some(Means::Gun | Means::Pills | Means::Both));
    let stopping = plan.recently(Recent::StoppingNow) || plan.recently(Recent::DaysWithout);
    [
        (harmed, Reason::Harm),
        (heard.suicide.is(&Suicide::Yes), Reason::Suicide),
        (against, Reason::AdvisedAgainst),
        (
            person.ages.is(&Ages::PersonUnder) && !guarded(plan),
            Reason::PersonUnder18,
        ),
        (person.ages.is(&Ages::PlannerUnder), Reason::PlannerUnder18),
        (heard.suicide.is(&Suicide::Before), Reason::EarlierAttempt),
        (plan.recently(Recent::Overdose), Reason::Overdose),
        (plan.recently(Recent::Alone), Reason::UsesAlone),
        (mixing(plan), Reason::Mixing),
        (heard.pregnant.is(&YesNo::Yes), Reason::Pregnancy),
        (means, Reason::Means),
        (stopping, Reason::StoppingNow),
        (open_ended(plan), Reason::NotSure),
    ]
    .into_iter()
    .filter_map(|(holds, reason)| holds.then_some(reason))
    .collect()
}

/// True where a field belongs to the safety answers, which carry a date and age (visit 4).
pub fn is_safety(field: Field) -> bool {
    Safety::dates(field)
}

#[cfg(test)]
mod tests;
