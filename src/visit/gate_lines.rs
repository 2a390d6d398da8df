//! What the screen says while the plan waits: never which answer closed it.

use crate::plan::{Field, Gate, Plan};
use crate::readiness::{self, Reason};
use crate::words::{Words, fill_placeholders};

/// The safety questions, in the order in which they are named.
const QUESTIONS: [Field; 5] = [Field::Ages, Field::Recent, Field::Harm, Field::Means, Field::Suicide];

/// What stands on the home page while the gate is not open.
pub(super) fn gate_lines(plan: &Plan, words: &Words) -> Vec<String> {
    let gate = readiness::gate(plan);
    let reasons = readiness::reasons(plan);
    let sentence = |reason: &Reason| words.home.reason.get(reason.code()).cloned();
    if gate != Gate::Closed {
        let why: Vec<String> = reasons
            .iter()
            .filter(|reason| reason.gate() == gate)
            .filter_map(sentence)
            .collect();
        let state = format!("{}. {}", words.label(&gate), why.join(" "));
        return vec![state.trim_end().into()]
            .into_iter()
            .chain(outdated_yes(plan, words))
            .collect();
    }
    let kept: Vec<String> = reasons
        .iter()
        .filter(|reason| reason.may_be_named())
        .filter_map(sentence)
        .collect();
    let mut lines = vec![
        format!("{} {}", words.home.closed, kept.join(" "))
            .trim_end()
            .to_string(),
    ];
    lines.extend(opens(plan, words));
    lines.extend(outdated_yes(plan, words));
    lines
}

/// Which questions may be answered again, and what else opens the plan. Nobody's yes opens it for a planner under 18.
pub(super) fn opens(plan: &Plan, words: &Words) -> Vec<String> {
    let was_put = |field: &Field| match field {
        Field::Ages => !plan.person.ages.is_unasked(),
        Field::Means => !plan.safety.means.is_unasked(),
        other => plan.safety.was_asked(*other),
    };
    let named = QUESTIONS.iter().filter(|field| was_put(field));
    let named: Vec<String> = named.map(|field| words.question(*field).short.clone()).collect();
    let own = &words.home.opens;
    let asked = (!named.is_empty()).then(|| fill_placeholders(&own.asked, &[("questions", &words.list(&named))]));
    let young = readiness::reasons(plan).contains(&Reason::PlannerUnder18);
    asked.into_iter().chain((!young).then(|| own.by_whom.clone())).collect()
}

/// The yes of a professional that is older than the last safety answer: the day, not the answer.
fn outdated_yes(plan: &Plan, words: &Words) -> Option<String> {
    let pro = readiness::outdated_agreement(plan)?;
    let (when, on) = (pro.agreed_on.given()?, plan.safety.on?);
    let facts = [
        ("who", words.item_name(&pro.id, plan)),
        ("when", words.long_date(*when)),
        ("on", words.long_date(on)),
    ];
    let facts: Vec<(&str, &str)> = facts.iter().map(|(place, said)| (*place, said.as_str())).collect();
    Some(fill_placeholders(&words.home.opens.older, &facts))
}
