//! The professional (R-21).

use crate::journey::Question;
use crate::journey::kinds::ItemList;
use crate::plan::Field::{ProAgrees, ProType};
use crate::plan::{self, ById, Gate, Id, List, Plan, ProStatus as Status, Professional, Section, Way};
use crate::readiness;
use crate::words::Words;

use super::table::questions;
use super::{gate_lets, is_adult};

/// The list of professionals. "Not sure" and "we have none yet" are answers, and lead to a task (R-21). A court is
/// named once, in the help of the list, as somewhere to ask about (R-33).
pub static PROFESSIONAL: &[Question] = questions! {
    Professionals, ThePlan, own(ItemList::of(List::Professionals, Section::Professional, ONE, title).showing(&[ProType, ProAgrees])), when(is_adult);
};

static ONE: &[Question] = questions! {
    ProStatus, ThePlan, pick(professionals[].status);
    ProName, ThePlan, name(professionals[].name, phone).starting_with(whom_to_call), when(known);
    ProType, ThePlan, pick(professionals[].r#type).told_after(), when(wanted);
    ProPhone, ThePlan, phone(professionals[].phone), when(known);
    ProAgrees, ThePlan, pick(professionals[].agrees_meeting_is_safe).told_after(), when(known);
    ProAgreedOn, ThePlan, date(professionals[].agreed_on), when(agrees);
    ProConditions, ThePlan, paragraph(professionals[].conditions), when(agrees);
    ProForLeader, Everything, line(professionals[].for_leader), when(helps_the_leader);
    ProKnows, ThePlan, pick(professionals[].knows_answers).with_note(counts_when), when(may_know);
    ProKnowsOfNo, ThePlan, pick(professionals[].knows_of_no).with_note(counts_when), when(agrees_after_a_no);
    ProLicence, ThePlan, pick(professionals[].licence_checked).with_note(counts_when), when(agrees);
    ProLetters, OnRequest, line(professionals[].letters), when(known);
    ProOrganisation, OnRequest, line(professionals[].organisation), when(known);
    ProFirstContact, OnRequest, date(professionals[].first_contact_date), when(known);
    ProNext, OnRequest, date(professionals[].next_appointment), when(known);
    ProRole, OnRequest, pick(professionals[].role_in_meeting), when(meets);
    ProKnowsDate, OnRequest, pick(professionals[].knows_the_date), when(meets);
    ProApproach, OnRequest, line(professionals[].approach), when(known);
    ProMedication, OnRequest, paragraph(professionals[].medication_stance), when(knows_opioids);
    ProReferrals, OnRequest, paragraph(professionals[].paid_referrals_answer), when(known);
    ProFee, OnRequest, line(professionals[].fee), when(known);
    ProFamilies, OnRequest, line(professionals[].families_with_opioid_use), when(known);
    ProRisks, OnRequest, line(professionals[].how_they_handle_risks), when(known);
    ProGoesBadly, OnRequest, line(professionals[].if_it_goes_badly), when(known);
    ProNaloxone, OnRequest, pick(professionals[].carries_naloxone), when(known);
    ProAfterNo, OnRequest, line(professionals[].after_a_no), when(known);
    ProWhoComes, OnRequest, line(professionals[].who_comes), when(known);
    ProNotesKept, OnRequest, line(professionals[].what_is_written_down), when(known);
    ProInsured, OnRequest, line(professionals[].insured_and_references), when(known);
    ProLanguage, OnRequest, line(professionals[].language_and_culture), when(known);
    ProExpects, OnRequest, line(professionals[].expects_of_us), when(known);
    ProSoon, OnRequest, line(professionals[].how_soon), when(known);
    ProAdvice, OnRequest, lines(professionals[].advice_given), when(known);
};

fn title(plan: &Plan, id: &Id, words: &Words) -> String {
    words.item_name(id, plan)
}

/// The doctor, clinic or counselor they said they can call, for the first professional.
fn whom_to_call(plan: &Plan, id: &Id) -> String {
    let first = plan.professionals.first().is_some_and(|pro| pro.id == *id);
    let contact = Some(&plan.person.care_contact).filter(|_| first);
    contact.map_or("", |contact| contact.words()).into()
}

fn known(plan: &Plan, id: &Id) -> bool {
    let status = plan.professionals.by_id(id).and_then(|pro| pro.status.given());
    matches!(status, Some(Status::Have | Status::Contacted | Status::Other(_)))
}

/// While the gate is closed nobody is asked about a meeting or its day (design#gate).
fn meets(plan: &Plan, id: &Id) -> bool {
    known(plan, id) && gate_lets(plan, id)
}

fn wanted(plan: &Plan, id: &Id) -> bool {
    plan.professionals
        .by_id(id)
        .is_some_and(|pro| !pro.status.is(&Status::NotYet))
}

fn agrees(plan: &Plan, id: &Id) -> bool {
    let pro = plan.professionals.by_id(id);
    pro.is_some_and(|pro| pro.agrees_meeting_is_safe.is(&plan::Agrees::Yes))
}

/// Whoever leads a meeting they agree to may have a line from them.
fn helps_the_leader(plan: &Plan, id: &Id) -> bool {
    agrees(plan, id) && gate_lets(plan, id) && !plan.way.kind.is(&Way::Talk)
}

fn agrees_after_a_no(plan: &Plan, id: &Id) -> bool {
    agrees(plan, id) && plan.another_advised_against(id)
}

fn knows_opioids(plan: &Plan, id: &Id) -> bool {
    known(plan, id) && plan.uses_an_opioid()
}

/// A youth professional protects somebody under 18 only once they were told.
fn may_know(plan: &Plan, id: &Id) -> bool {
    let youth = |pro: &Professional| pro.r#type.is(&plan::ProType::Youth);
    agrees(plan, id) || (known(plan, id) && plan.professionals.by_id(id).is_some_and(youth))
}

/// What a yes came to: the plan is open, or what is still missing.
fn counts_when(plan: &Plan, id: &Id, words: &Words) -> String {
    let Some(pro) = plan.professionals.by_id(id) else {
        return String::new();
    };
    if !agrees(plan, id) || pro.knows_answers.is_unasked() || pro.licence_checked.is_unasked() {
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
    use crate::journey::Tier::*;
    use crate::plan::Field::*;
    use crate::plan::{Agrees, Answer, Field, Harm, Plan, ProType as Kind};

    fn asked(status: Status) -> Vec<Field> {
        let mut plan = Plan::default();
        let id = plan.add(List::Professionals);
        plan.professionals[&id].status = Answer::Given(status);
        let applies = |question: &&'static Question| question.tier <= ThePlan && (question.applies)(&plan, &id);
        ONE.iter().filter(applies).map(|question| question.field).collect()
    }

    // Holds R-21
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
        let id = plan.add(List::Professionals);
        plan.professionals[&id].status = Answer::Given(Status::Have);
        assert!(meets(&plan, &id));
        plan.safety.this_session.harm = Answer::Given(plan::Harm::ByThem);
        assert!(!meets(&plan, &id) && known(&plan, &id));
    }

    #[test]
    fn a_yes_says_what_it_still_needs_while_the_gate_is_not_open() {
        let words = Words::load("en", None).unwrap();
        let mut plan: Plan = serde_json::from_str(words.example).unwrap();
        assert_eq!(counts_when(&plan, &plan.professionals[0].id, &words), "");
        plan.safety.this_session.harm = Answer::Given(Harm::ByThem);
        plan.professionals[0].conditions = Answer::Unasked;
        assert!(!counts_when(&plan, &plan.professionals[0].id, &words).is_empty());
        plan.professionals[0].agrees_meeting_is_safe = Answer::Given(Agrees::NotYet);
        assert_eq!(counts_when(&plan, &plan.professionals[0].id, &words), "");
    }
}
