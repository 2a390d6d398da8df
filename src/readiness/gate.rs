//! The gate (visit 4): what the safety answers allow, and why.

use chrono::NaiveDate;

use crate::codes;
use crate::plan::{
    Ages, Agrees, Answer, Care, Field, Gate, Harm, Known, Means, Plan, ProType, Recent, Safety, State, Substance, YesNo,
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
}

/// The state that holds now.
///
/// A question that was not put yet makes it *ask first* at least; so does a state of an earlier visit, until every
/// question whose answer is not kept was put again.
pub fn gate(plan: &Plan) -> Gate {
    let said = said(plan);
    if reasons(plan).contains(&Reason::NotPut) {
        said.max(Gate::AskFirst)
    } else {
        said
    }
}

/// Writes the state that follows from the answers so far into the plan, and keeps of the unkept answers what the
/// family chose to keep. *Open* is written only when every question was put. Until then no state is, rather than *ask
/// first*: the next visit would take that for something that was said, and never open.
pub fn settle(plan: &mut Plan, today: NaiveDate) {
    plan.safety.settle_kept();
    let said = said(plan);
    let now = (said != Gate::Open || !unput(plan)).then_some(said);
    if plan.safety.gate != now {
        plan.safety.gate = now;
        plan.safety.on = Some(today);
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
    matches!(
        field,
        Field::Recent | Field::Harm | Field::Means | Field::Suicide | Field::Ages | Field::Substances
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 21).unwrap()
    }

    /// A plan in which every safety question was put and none asks or closes.
    fn calm() -> Plan {
        let mut plan = Plan::default();
        plan.person.ages = Answer::Given(Ages::Both);
        plan.person.substances = Answer::Given(vec![Substance::Heroin]);
        plan.person.recent = Answer::Given(vec![Recent::Nothing]);
        plan.safety.means = Answer::Given(Means::No);
        plan.safety.heard.harm = Answer::Given(Harm::No);
        plan.safety.heard.suicide = Answer::Given(Known::No);
        plan.safety.heard.pregnant = Answer::Given(YesNo::No);
        for field in Safety::UNKEPT {
            plan.safety.note_asked(field, today());
        }
        plan
    }

    /// One change to a calm plan, the state it asks for and its reason.
    type Case = (fn(&mut Plan), Gate, Reason);

    #[test]
    fn open_when_all_was_put_and_nothing_asks() {
        assert_eq!(gate(&calm()), Gate::Open);
        assert!(reasons(&calm()).is_empty());
    }

    #[test]
    fn each_reason_has_its_state() {
        let cases: &[Case] = &[
            (
                |p| p.safety.heard.harm = Answer::Given(Harm::ToThem),
                Gate::Closed,
                Reason::Harm,
            ),
            (
                |p| p.safety.heard.harm = Answer::Given(Harm::ByThem),
                Gate::Closed,
                Reason::Harm,
            ),
            (
                |p| p.safety.heard.suicide = Answer::Given(Known::Yes),
                Gate::Closed,
                Reason::Suicide,
            ),
            (
                |p| p.person.ages = Answer::Given(Ages::PersonUnder),
                Gate::Closed,
                Reason::PersonUnder18,
            ),
            (
                |p| p.person.ages = Answer::Given(Ages::PlannerUnder),
                Gate::Closed,
                Reason::PlannerUnder18,
            ),
            (
                |p| p.person.recent = Answer::Given(vec![Recent::Overdose]),
                Gate::AskFirst,
                Reason::Overdose,
            ),
            (
                |p| p.person.recent = Answer::Given(vec![Recent::Alone]),
                Gate::AskFirst,
                Reason::UsesAlone,
            ),
            (
                |p| p.person.substances = Answer::Given(vec![Substance::Alcohol]),
                Gate::AskFirst,
                Reason::Mixing,
            ),
            (
                |p| p.safety.heard.pregnant = Answer::Given(YesNo::Yes),
                Gate::AskFirst,
                Reason::Pregnancy,
            ),
            (
                |p| p.safety.means = Answer::Given(Means::Pills),
                Gate::AskFirst,
                Reason::Means,
            ),
            (
                |p| p.safety.heard.suicide = Answer::Given(Known::NotSure),
                Gate::AskFirst,
                Reason::NotSure,
            ),
            (|p| p.safety.heard.harm = Answer::Left, Gate::AskFirst, Reason::NotSure),
            (|p| p.safety.asked.clear(), Gate::AskFirst, Reason::NotPut),
        ];
        for (change, state, reason) in cases {
            let mut plan = calm();
            change(&mut plan);
            assert_eq!(
                (gate(&plan), reasons(&plan)),
                (state.clone(), vec![*reason]),
                "{reason:?}"
            );
        }
    }

    #[test]
    fn a_professional_who_advises_against_closes_it() {
        let mut plan = calm();
        let at = plan.add(crate::plan::List::Professionals);
        plan.professionals[at].agrees_meeting_is_safe = Answer::Given(Agrees::Against);
        assert_eq!(gate(&plan), Gate::Closed);
    }

    #[test]
    fn a_state_of_an_earlier_visit_holds_until_all_was_put_again() {
        let mut plan = calm();
        plan.safety.heard = Default::default();
        plan.safety.before = Some(Gate::Closed);
        assert_eq!(gate(&plan), Gate::Closed);
        assert_eq!(reasons(&plan), vec![Reason::Earlier]);
        plan.safety.heard.harm = Answer::Given(Harm::No);
        assert_eq!(gate(&plan), Gate::Closed, "one answer alone does not open it");
        plan.safety.heard.suicide = Answer::Given(Known::No);
        plan.safety.heard.pregnant = Answer::Given(YesNo::No);
        assert_eq!(gate(&plan), Gate::Open);
    }

    #[test]
    fn settle_writes_open_only_when_all_was_put() {
        let mut plan = calm();
        settle(&mut plan, today());
        assert_eq!(plan.safety.gate, Some(Gate::Open));
        plan.safety.asked.pop();
        settle(&mut plan, today());
        assert_eq!(plan.safety.gate, None);
        plan.person.recent = Answer::Given(vec![Recent::Overdose]);
        settle(&mut plan, today());
        assert_eq!(plan.safety.gate, Some(Gate::AskFirst));
    }

    #[test]
    fn settle_writes_the_state_and_not_the_reason() {
        let mut plan = calm();
        plan.safety.heard.harm = Answer::Given(Harm::ByThem);
        settle(&mut plan, today());
        let json = serde_json::to_string(&plan.safety).unwrap();
        assert!(json.contains("closed") && !json.contains("by_them"), "{json}");
    }
}
