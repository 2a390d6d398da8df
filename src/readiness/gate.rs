//! The gate (visit 4): what the safety answers allow, and why.

use chrono::NaiveDate;

use crate::codes;
use crate::plan::{
    Ages, Agrees, Answer, Care, Field, Gate, Harm, Known, Means, Plan, ProStatus, ProType, Professional, Recent,
    Safety, State, Substance, YesNo,
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
    /// Alcohol or benzodiazepines too.
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
/// conditions (visit 4, CJ). One of before the last safety answer cannot have known of it and does not count.
pub fn agreement(plan: &Plan) -> Option<&Professional> {
    let told = plan.safety.on?;
    plan.professionals.iter().find(|pro| {
        is_known(pro)
            && pro.agrees_meeting_is_safe.is(&Agrees::Yes)
            && [&pro.name, &pro.conditions]
                .iter()
                .all(|said| !said.words().trim().is_empty())
            && pro.agreed_on.given().is_some_and(|day| *day >= told)
    })
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
pub fn settle(plan: &mut Plan, today: NaiveDate) {
    plan.safety.settle_kept();
    let said = said(plan);
    let now = (said != Gate::Open || !unput(plan)).then_some(said);
    if plan.safety.gate != now {
        plan.safety.gate = now;
        plan.safety.on.get_or_insert(today);
    }
}

/// Why the gate is not open, the gravest first; empty where it is open.
pub fn reasons(plan: &Plan) -> Vec<Reason> {
    let mut found = spoken(plan);
    if unput(plan) {
        found.push(Reason::NotPut);
    }
    let known = found.iter().map(|reason| reason.gate()).max().unwrap_or(Gate::Open);
    if floor(plan) > known {
        found.push(Reason::Earlier);
    }
    if agreement(plan).is_some() {
        found.retain(|reason| reason.lasts());
    }
    found
}

/// True while some safety question was not put.
fn unput(plan: &Plan) -> bool {
    Safety::UNKEPT.iter().any(|field| !plan.safety.was_asked(*field)) || plan.safety.means.is_unasked()
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

/// The state of an earlier visit, as long as some question with an unkept answer was not put in this one.
fn floor(plan: &Plan) -> Gate {
    let heard = &plan.safety.heard;
    let all_heard = !heard.harm.is_unasked() && !heard.suicide.is_unasked() && !heard.pregnant.is_unasked();
    match &plan.safety.before {
        Some(before) if !all_heard => before.clone(),
        _ => Gate::Open,
    }
}

fn spoken(plan: &Plan) -> Vec<Reason> {
    let heard = &plan.safety.heard;
    let person = &plan.person;
    let unsure = |state: State| matches!(state, State::Left | State::Later);
    let known = |answer: &Answer<Known>| {
        unsure(answer.state())
            || matches!(
                answer.given(),
                Some(Known::NotSure | Known::RatherNot | Known::Other(_))
            )
    };
    let harmed = matches!(heard.harm.given(), Some(Harm::ByThem | Harm::ToThem | Harm::BothWays));
    let against = plan
        .professionals
        .iter()
        .any(|p| p.agrees_meeting_is_safe.is(&Agrees::Against));
    let youth = plan.professionals.iter().any(|p| p.r#type.is(&ProType::Youth));
    let guarded = person.guardian.is(&Known::Yes) && youth;
    let mixing = plan.uses(Substance::Alcohol) || plan.uses(Substance::Benzodiazepines);
    let means = matches!(plan.safety.means.given(), Some(Means::Gun | Means::Pills | Means::Both));
    let stopping = plan.recently(Recent::StoppingNow) || plan.recently(Recent::DaysWithout);
    let open_ended = unsure(heard.harm.state())
        || matches!(
            heard.harm.given(),
            Some(Harm::NotSure | Harm::RatherNot | Harm::Other(_))
        )
        || known(&heard.suicide)
        || unsure(plan.safety.means.state())
        || matches!(
            plan.safety.means.given(),
            Some(Means::NotSure | Means::RatherNot | Means::Other(_))
        )
        || unsure(person.recent.state())
        || plan.recently(Recent::NotSure)
        || plan.recently(Recent::RatherNot)
        || unsure(person.ages.state())
        || matches!(
            person.ages.given(),
            Some(Ages::NotSure | Ages::RatherNot | Ages::Other(_))
        )
        || matches!(person.care.given(), Some(Care::Other(_)));
    [
        (harmed, Reason::Harm),
        (heard.suicide.is(&Known::Yes), Reason::Suicide),
        (against, Reason::AdvisedAgainst),
        (person.ages.is(&Ages::PersonUnder) && !guarded, Reason::PersonUnder18),
        (person.ages.is(&Ages::PlannerUnder), Reason::PlannerUnder18),
        (plan.recently(Recent::Overdose), Reason::Overdose),
        (plan.recently(Recent::Alone), Reason::UsesAlone),
        (mixing, Reason::Mixing),
        (heard.pregnant.is(&YesNo::Yes), Reason::Pregnancy),
        (means, Reason::Means),
        (stopping, Reason::StoppingNow),
        (open_ended, Reason::NotSure),
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
