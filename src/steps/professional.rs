//! The professional (facts 5.4).

use crate::plan::Field::*;
use crate::plan::{self, List, Plan, ProStatus as Status, Section, at};
use crate::walk::Question;
use crate::walk::Tier::*;
use crate::walk::kinds::{Check, Day, Group, Line, Long, Pick};

/// The list of professionals.
pub static PROFESSIONAL: &[Question] = &[Question::new(
    Professionals,
    ThePlan,
    &Group {
        list: List::Professionals,
        section: Section::Professional,
        questions: ONE,
        title: |plan, at, words| words.item_name(&plan.professionals[at].id, plan),
        ready: |_, _| None,
        begin: |_, _| {},
    },
)];

static ONE: &[Question] = &[
    Question::new(ProStatus, ThePlan, &Pick(at!(professionals[].status))),
    Question::new(ProName, ThePlan, &Line(at!(professionals[].name), Check::Nothing)).when(known),
    Question::new(ProType, ThePlan, &Pick(at!(professionals[].r#type))).when(wanted),
    Question::new(ProPhone, ThePlan, &Line(at!(professionals[].phone), Check::Phone)).when(known),
    Question::new(ProAgrees, ThePlan, &Pick(at!(professionals[].agrees_meeting_is_safe))).when(known),
    Question::new(ProAgreedOn, More, &Day(at!(professionals[].agreed_on))).when(agrees),
    Question::new(ProConditions, More, &Long::joined(at!(professionals[].conditions))).when(agrees),
    Question::new(ProLetters, More, &Line(at!(professionals[].letters), Check::Nothing)).when(known),
    Question::new(ProLicence, More, &Pick(at!(professionals[].licence_checked))).when(known),
    Question::new(
        ProOrganisation,
        More,
        &Line(at!(professionals[].organisation), Check::Nothing),
    )
    .when(known),
    Question::new(ProFirstContact, More, &Day(at!(professionals[].first_contact_date))).when(known),
    Question::new(ProNext, More, &Day(at!(professionals[].next_appointment))).when(known),
    Question::new(ProRole, More, &Pick(at!(professionals[].role_in_meeting))).when(known),
    Question::new(ProKnowsDate, More, &Pick(at!(professionals[].knows_the_date))).when(known),
    Question::new(ProApproach, More, &Line(at!(professionals[].approach), Check::Nothing)).when(known),
    Question::new(
        ProMedication,
        More,
        &Long::joined(at!(professionals[].medication_stance)),
    )
    .when(known),
    Question::new(
        ProReferrals,
        More,
        &Long::joined(at!(professionals[].paid_referrals_answer)),
    )
    .when(known),
    Question::new(ProFee, More, &Line(at!(professionals[].fee), Check::Nothing)).when(known),
    Question::new(ProAdvice, More, &Long::lines(at!(professionals[].advice_given))).when(known),
];

fn known(plan: &Plan, at: usize) -> bool {
    matches!(
        plan.professionals[at].status.given(),
        Some(Status::Have | Status::Contacted | Status::Other(_))
    )
}

fn wanted(plan: &Plan, at: usize) -> bool {
    !plan.professionals[at].status.is(&Status::NotYet)
}

fn agrees(plan: &Plan, at: usize) -> bool {
    plan.professionals[at].agrees_meeting_is_safe.is(&plan::Agrees::Yes)
}
