//! What the screen says while the plan waits: never which answer closed it.

use crate::plan::{Field, Gate, Plan};
use crate::readiness::{self, Reason};
use crate::words::{Words, fill_placeholders};

/// The safety questions, in the order in which they are named.
const QUESTIONS: [Field; 5] = [Field::Ages, Field::Recent, Field::Harm, Field::Means, Field::Suicide];

/// What is on the home page while the gate is not open.
pub(super) fn gate_lines(plan: &Plan, words: &Words) -> Vec<String> {
    let gate = readiness::gate(plan);
    let reasons = readiness::reasons(plan);
    let sentence = |reason: &Reason| words.home.reason.get(reason.code()).map(|said| said.to_string());
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

/// Which questions may be answered again, a line for each, and what else opens the plan. Nobody's yes opens it for a
/// planner under 18.
pub(super) fn opens(plan: &Plan, words: &Words) -> Vec<String> {
    let was_put = |field: &Field| match field {
        Field::Ages => !plan.person.ages.is_unasked(),
        Field::Means => !plan.safety.means.is_unasked(),
        other => plan.safety.was_asked(*other),
    };
    let own = &words.home.opens;
    let row = |field: &Field| fill_placeholders(own.row, &[("question", words.question(*field).short)]);
    let mut lines: Vec<String> = QUESTIONS.iter().filter(|field| was_put(field)).map(row).collect();
    if !lines.is_empty() {
        lines.insert(0, own.asked.into());
        lines.push(own.again.into());
    }
    let young = readiness::reasons(plan).contains(&Reason::PlannerUnder18);
    lines.extend((!young).then(|| own.by_whom.into()));
    lines
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
    Some(fill_placeholders(words.home.opens.older, &facts))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Answer, Harm, Means, Suicide};
    use chrono::NaiveDate;

    /// Everything was asked, and one answer closed the plan.
    fn closed(by: Field) -> Plan {
        let mut plan = Plan::default();
        plan.person.ages = Answer::Given(crate::plan::Ages::Both);
        plan.safety.means = Answer::Given(Means::No);
        let today = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        for field in crate::plan::Safety::PRIVATE_QUESTIONS {
            plan.safety.note_asked(field, today);
        }
        let session = &mut plan.safety.this_session;
        match by {
            Field::Harm => session.harm = Answer::Given(Harm::ByThem),
            _ => session.suicide = Answer::Given(Suicide::Yes),
        }
        plan
    }

    #[test]
    fn each_question_has_a_line_of_its_own_and_none_tells_which_closed_the_plan() {
        let words = Words::load("en", None).unwrap();
        let by_harm = opens(&closed(Field::Harm), &words);
        assert_eq!(by_harm, opens(&closed(Field::Suicide), &words));
        let own = &words.home.opens;
        let at = by_harm.iter().position(|line| *line == own.asked).unwrap();
        let end = by_harm.iter().position(|line| *line == own.again).unwrap();
        let rows = &by_harm[at + 1..end];
        let put: Vec<&str> = QUESTIONS.iter().map(|field| words.question(*field).short).collect();
        assert_eq!(rows.len(), put.len(), "{by_harm:?}");
        for (row, label) in rows.iter().zip(put) {
            assert!(row.ends_with(label), "{row}");
        }
    }
}
