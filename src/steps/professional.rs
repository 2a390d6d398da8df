//! The professional (R-21).

use crate::journey::Question;
use crate::journey::Tier::*;
use crate::journey::kinds::{DateInput, ItemList, LineCheck, LineInput, Pick, TextInput};
use crate::plan::Field::*;
use crate::plan::{self, Gate, List, Plan, ProStatus as Status, Section, at};
use crate::readiness;
use crate::words::Words;

use super::{gate_lets, is_adult};

/// The list of professionals. "Not sure" and "we have none yet" are answers, and lead to a task (R-21). A court is
/// named once, in the help of the list, as somewhere to ask about (R-33).
pub static PROFESSIONAL: &[Question] = &[Question::new(
    Professionals,
    ThePlan,
    &ItemList {
        list: List::Professionals,
        section: Section::Professional,
        questions: ONE,
        title: |plan, at, words| words.item_name(&plan.professionals[at].id, plan),
        prepare: |_, _| None,
        init_item: |_, _| {},
    },
)
.when(is_adult)];

static ONE: &[Question] = &[
    Question::new(ProStatus, ThePlan, &Pick::of(at!(professionals[].status))),
    Question::new(
        ProName,
        ThePlan,
        &LineInput(at!(professionals[].name), LineCheck::Nothing),
    )
    .when(known),
    Question::new(ProType, ThePlan, &Pick::of(at!(professionals[].r#type))).when(wanted),
    Question::new(
        ProPhone,
        ThePlan,
        &LineInput(at!(professionals[].phone), LineCheck::Phone),
    )
    .when(known),
    Question::new(
        ProAgrees,
        ThePlan,
        &Pick::of(at!(professionals[].agrees_meeting_is_safe)),
    )
    .when(known),
    Question::new(ProAgreedOn, ThePlan, &DateInput(at!(professionals[].agreed_on))).when(agrees),
    Question::new(
        ProConditions,
        ThePlan,
        &TextInput::one_paragraph(at!(professionals[].conditions)),
    )
    .when(agrees),
    Question::new(
        ProKnows,
        ThePlan,
        &Pick::of(at!(professionals[].knows_answers)).with_note(counts_when),
    )
    .when(may_know),
    Question::new(
        ProKnowsOfNo,
        ThePlan,
        &Pick::of(at!(professionals[].knows_of_no)).with_note(counts_when),
    )
    .when(|plan, at| agrees(plan, at) && plan.another_advised_against(&plan.professionals[at].id)),
    Question::new(
        ProLicence,
        ThePlan,
        &Pick::of(at!(professionals[].licence_checked)).with_note(counts_when),
    )
    .when(agrees),
    Question::new(
        ProLetters,
        OnRequest,
        &LineInput(at!(professionals[].letters), LineCheck::Nothing),
    )
    .when(known),
    Question::new(
        ProOrganisation,
        OnRequest,
        &LineInput(at!(professionals[].organisation), LineCheck::Nothing),
    )
    .when(known),
    Question::new(
        ProFirstContact,
        OnRequest,
        &DateInput(at!(professionals[].first_contact_date)),
    )
    .when(known),
    Question::new(ProNext, OnRequest, &DateInput(at!(professionals[].next_appointment))).when(known),
    Question::new(ProRole, OnRequest, &Pick::of(at!(professionals[].role_in_meeting))).when(meets),
    Question::new(ProKnowsDate, OnRequest, &Pick::of(at!(professionals[].knows_the_date))).when(meets),
    Question::new(
        ProApproach,
        OnRequest,
        &LineInput(at!(professionals[].approach), LineCheck::Nothing),
    )
    .when(known),
    Question::new(
        ProMedication,
        OnRequest,
        &TextInput::one_paragraph(at!(professionals[].medication_stance)),
    )
    .when(|plan, at| known(plan, at) && plan.uses_an_opioid()),
    Question::new(
        ProReferrals,
        OnRequest,
        &TextInput::one_paragraph(at!(professionals[].paid_referrals_answer)),
    )
    .when(known),
    Question::new(
        ProFee,
        OnRequest,
        &LineInput(at!(professionals[].fee), LineCheck::Nothing),
    )
    .when(known),
    Question::new(
        ProAdvice,
        OnRequest,
        &TextInput::many_lines(at!(professionals[].advice_given)),
    )
    .when(known),
];

fn known(plan: &Plan, at: usize) -> bool {
    matches!(
        plan.professionals[at].status.given(),
        Some(Status::Have | Status::Contacted | Status::Other(_))
    )
}

/// While the gate is closed nobody is asked about a meeting or its day (design#gate).
fn meets(plan: &Plan, at: usize) -> bool {
    known(plan, at) && gate_lets(plan, at)
}

fn wanted(plan: &Plan, at: usize) -> bool {
    !plan.professionals[at].status.is(&Status::NotYet)
}

fn agrees(plan: &Plan, at: usize) -> bool {
    plan.professionals[at].agrees_meeting_is_safe.is(&plan::Agrees::Yes)
}

/// A youth professional protects somebody under 18 only once they were told.
fn may_know(plan: &Plan, at: usize) -> bool {
    agrees(plan, at) || (known(plan, at) && plan.professionals[at].r#type.is(&plan::ProType::Youth))
}

/// What a yes came to: the plan is open, or what is still missing.
fn counts_when(plan: &Plan, at: usize, words: &Words) -> String {
    let pro = &plan.professionals[at];
    if !agrees(plan, at) || pro.knows_answers.is_unasked() || pro.licence_checked.is_unasked() {
        return String::new();
    }
    let title = words.item_name(&pro.id, plan);
    let counts = readiness::opening_agreement(plan).is_some_and(|agreed| agreed.id == pro.id);
    let said = match readiness::gate(plan) {
        Gate::Closed | Gate::Other(_) if !counts => words.professional.agreed,
        _ if counts => words.professional.opened,
        _ => return String::new(),
    };
    words.fill_names(said, plan, &title)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::{ItemRef, QuestionAt};
    use crate::plan::{Agrees, Answer, Field, Harm, Plan, ProType as Kind};

    fn asked(status: Status) -> Vec<Field> {
        let mut plan = Plan::default();
        let at = plan.add(List::Professionals);
        plan.professionals[at].status = Answer::Given(status);
        let item = ItemRef { at, ..ItemRef::PLAN };
        let applies = |question: &&'static Question| QuestionAt { question, item }.is_asked(&plan, ThePlan);
        ONE.iter().filter(applies).map(|question| question.field).collect()
    }

    #[test]
    fn r_21_who_has_none_yet_is_asked_nothing_more_and_not_sure_is_an_answer() {
        assert_eq!(asked(Status::NotYet), [ProStatus]);
        assert_eq!(asked(Status::Looking), [ProStatus, ProType]);
        assert_eq!(asked(Status::Have), [ProStatus, ProName, ProType, ProPhone, ProAgrees]);
        assert!(plan::CodedChoice::all().contains(&Kind::NotSure));
        // Letters behind the name are whatever was written.
        let typed: plan::Professional = serde_json::from_str(r#"{"id": "p1", "letters": "LADC, MLADC"}"#).unwrap();
        assert_eq!(typed.letters.words(), "LADC, MLADC");
    }

    #[test]
    fn a_closed_gate_asks_no_professional_about_a_part_or_a_day() {
        let mut plan = Plan::default();
        let at = plan.add(List::Professionals);
        plan.professionals[at].status = Answer::Given(Status::Have);
        assert!(meets(&plan, at));
        plan.safety.this_session.harm = Answer::Given(plan::Harm::ByThem);
        assert!(!meets(&plan, at) && known(&plan, at));
    }

    #[test]
    fn a_yes_says_what_it_still_needs_while_the_gate_is_not_open() {
        let words = Words::load("en", None).unwrap();
        let mut plan: Plan = serde_json::from_str(words.example).unwrap();
        assert_eq!(counts_when(&plan, 0, &words), "");
        plan.safety.this_session.harm = Answer::Given(Harm::ByThem);
        plan.professionals[0].conditions = Answer::Unasked;
        assert!(!counts_when(&plan, 0, &words).is_empty());
        plan.professionals[0].agrees_meeting_is_safe = Answer::Given(Agrees::NotYet);
        assert_eq!(counts_when(&plan, 0, &words), "");
    }
}
