//! Treatment options and support (evidence#call). Five questions an option; the rest under *more about this one*.

use crate::journey::Question;
use crate::journey::kinds::ItemList;
use crate::plan::Field::{OptKind, OptSoonest};
use crate::plan::{ById, Checked, CodedChoice, Id, List, OptionKind, Pays, Plan, Section, call};
use crate::words::Words;

use super::table::questions;
use super::{gate_lets, is_adult};

/// Options, insurance, support for the family.
pub static OPTIONS: &[Question] = questions! {
    Options, ThePlan, own(ItemList::of(List::Options, Section::Options, OPTION, title).showing(&[OptKind, OptSoonest])), when(is_adult);
    Insurance, Everything, pick(person.insurance), when(is_adult);
    InsCovers, OnRequest, line(insurer.covers_care), when(insured);
    InsNear, OnRequest, line(insurer.places_near_us), when(insured);
    InsApproval, OnRequest, line(insurer.approval_first), when(insured);
    InsPay, OnRequest, line(insurer.what_we_pay), when(insured);
    InsMedicines, OnRequest, line(insurer.medicines_covered), when(insured);
    InsAppeal, OnRequest, line(insurer.if_it_says_no), when(insured);
    InsSpokeWith, OnRequest, line(insurer.spoke_with), when(insured);
    InsReference, OnRequest, line(insurer.call_number), when(insured);
    SupportGroups, Everything, own(ItemList::of(List::SupportGroups, Section::Options, SUPPORT, title));
};

/// An adult plans, and there may be an insurance to ask.
fn insured(plan: &Plan, id: &Id) -> bool {
    is_adult(plan, id) && call::may_be_insured(plan, id)
}

/// Medicaid, Medicare and the VA pay in the United States alone; without a country all are offered.
fn pays_here(plan: &Plan, ways: &Pays) -> bool {
    matches!(plan.country.as_str(), "" | "us") || !matches!(ways, Pays::Medicaid | Pays::Medicare | Pays::Veterans)
}

/// What an option or a group is called: its name, else its kind.
pub(super) fn title(plan: &Plan, id: &Id, words: &Words) -> String {
    words.item_name(id, plan)
}

/// The questions about one option.
pub(super) static OPTION: &[Question] = questions! {
    OptName, ThePlan, name(treatment_options[].name, phone);
    OptKind, ThePlan, pick(treatment_options[].kind).with_note(kind_note);
    OptPhone, ThePlan, phone(treatment_options[].phone);
    OptMedication, ThePlan, pick(treatment_options[].medication_offered).starting_with(by_kind), when(call::opioids);
    OptSuited, ThePlan, pick(treatment_options[].suited_treatment), when(call::other);
    OptSoonest, ThePlan, start(treatment_options[].soonest_start);
    OptRank, OnRequest, pick(treatment_options[].rank);
    OptContact, OnRequest, line(treatment_options[].contact_person);
    OptWebsite, OnRequest, web(treatment_options[].website);
    OptEmail, OnRequest, email(treatment_options[].email);
    OptAddress, OnRequest, line(treatment_options[].address);
    OptDistance, OnRequest, line(treatment_options[].distance_or_travel_time);
    OptHours, OnRequest, line(treatment_options[].opening_hours);
    OptResearchedBy, OnRequest, adult(treatment_options[].researched_by);
    OptChecked, OnRequest, date(treatment_options[].date_checked);
    OptSpokeWith, OnRequest, line(treatment_options[].spoke_with);
    OptReference, OnRequest, line(treatment_options[].reference_number);
    OptLicensed, OnRequest, pick(treatment_options[].licensed);
    OptAccredited, OnRequest, line(treatment_options[].accredited_by);
    OptMedications, OnRequest, ticks(treatment_options[].medications), when(call::opioids);
    OptContinues, OnRequest, pick(treatment_options[].continues_existing_medication).with_note(stop_note);
    OptEvaluation, OnRequest, paragraph(treatment_options[].evaluation_steps);
    OptAdmission, OnRequest, paragraph(treatment_options[].admission_requirements);
    OptWhoCalls, OnRequest, line(treatment_options[].who_must_call);
    OptWaiting, OnRequest, line(treatment_options[].waiting_time), when(call::is_wait_unknown);
    OptHeldUntil, OnRequest, date(treatment_options[].bed_or_slot_held_until);
    OptPays, OnRequest, ticks(treatment_options[].pays_with).offering(pays_here);
    OptNetwork, OnRequest, pick(treatment_options[].in_network);
    OptPreauth, OnRequest, pick(treatment_options[].preauthorisation);
    OptCost, OnRequest, line(treatment_options[].estimated_cost);
    OptDueDayOne, OnRequest, line(treatment_options[].due_on_day_one);
    OptLength, OnRequest, line(treatment_options[].length_of_program);
    OptAfter, OnRequest, paragraph(treatment_options[].what_happens_after);
    OptMental, OnRequest, pick(treatment_options[].mental_health_care);
    OptMedical, OnRequest, pick(treatment_options[].medical_care);
    OptPregnancy, OnRequest, pick(treatment_options[].pregnancy_care);
    OptWithdrawal, OnRequest, pick(treatment_options[].withdrawal_care);
    OptFamily, OnRequest, paragraph(treatment_options[].family_involvement);
    OptAllowed, OnRequest, lines(treatment_options[].allowed_items);
    OptPhoneRules, OnRequest, line(treatment_options[].phone_rules);
    OptVisits, OnRequest, line(treatment_options[].visits);
    OptTransport, OnRequest, paragraph(treatment_options[].transport_plan_to_get_there).starting_with(the_ride);
    OptGoesAlong, OnRequest, adult(treatment_options[].who_goes_along).starting_with(who_goes);
    OptRedFlags, OnRequest, ticks(treatment_options[].red_flags_noticed);
    OptMightLike, OnRequest, paragraph(treatment_options[].what_the_person_might_like_about_it);
    OptOpen, OnRequest, pick(treatment_options[].takes_new_people);
    OptFirstVisit, OnRequest, pick(treatment_options[].medicine_at_first_visit), when(call::opioids);
    OptMustFirst, OnRequest, line(treatment_options[].must_do_first);
    OptIfMissed, OnRequest, line(treatment_options[].if_test_or_missed);
    OptYoung, OnRequest, pick(treatment_options[].takes_under_18), when(call::is_young);
    OptTreats, OnRequest, line(treatment_options[].kinds_of_treatment);
    OptPlanMade, OnRequest, line(treatment_options[].how_plan_is_made);
    OptUsesAgain, OnRequest, line(treatment_options[].if_someone_uses_again);
    OptFits, OnRequest, line(treatment_options[].who_feels_at_home);
    OptNotes, OnRequest, lines(treatment_options[].notes);
};

static SUPPORT: &[Question] = questions! {
    GroupKind, ThePlan, pick(support_groups[].kind).told_after();
    GroupName, ThePlan, line(support_groups[].name);
    GroupWho, ThePlan, person(support_groups[].person);
    GroupWhen, ThePlan, line(support_groups[].when);
};

/// A methadone clinic is there for methadone.
fn by_kind(plan: &Plan, id: &Id) -> Option<Checked> {
    let option = plan.treatment_options.by_id(id)?;
    option.kind.is(&OptionKind::Otp).then_some(Checked::Yes)
}

/// True of the first choice while a day may be spoken of: what was said of that day is said of this place.
fn is_gone_to(plan: &Plan, id: &Id) -> bool {
    gate_lets(plan, id) && plan.first_choice().is_some_and(|first| first.id == *id)
}

/// How they get to the first choice that day.
fn the_ride(plan: &Plan, id: &Id, _: &Words) -> String {
    let ride = Some(plan.day.transport.words()).filter(|_| is_gone_to(plan, id));
    ride.unwrap_or_default().into()
}

/// Who goes with them there if they say yes.
fn who_goes(plan: &Plan, id: &Id) -> Option<Id> {
    let goes = plan.afterwards.goes_along.given().filter(|_| is_gone_to(plan, id));
    goes.cloned()
}

/// What a kind of option is, and its caution (R-18, for detox R-09). Of a second place of the same kind only the caution
/// is said again.
fn kind_note(plan: &Plan, id: &Id, words: &Words) -> String {
    let Some(option) = plan.treatment_options.by_id(id) else {
        return String::new();
    };
    let kind = option.kind.given();
    let before = plan.treatment_options.iter().take_while(|other| other.id != *id);
    let is_known = kind != Some(&OptionKind::Detox) && before.into_iter().any(|other| other.kind.given() == kind);
    let kind = kind.filter(|_| !is_known);
    let note = kind.and_then(|kind| words.options.option_note.get(kind.code()));
    note.map(|note| words.fill_names(note, plan, option.name.words()))
        .unwrap_or_default()
}

/// A place that would stop a medicine already taken says so at once.
fn stop_note(plan: &Plan, id: &Id, words: &Words) -> String {
    let Some(option) = plan.treatment_options.by_id(id) else {
        return String::new();
    };
    if plan.takes_medicine() && option.continues_existing_medication.is(&Checked::No) {
        words.fill_names(words.options.continues_warning, plan, option.name.words())
    } else {
        String::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Answer, Care};

    fn option(kind: OptionKind) -> (Plan, Words) {
        let mut plan = Plan::default();
        let id = plan.add(List::Options);
        plan.treatment_options[&id].kind = Answer::Given(kind);
        (plan, Words::load("en", None).unwrap())
    }

    // Holds R-09
    #[test]
    fn r_09_a_detox_program_says_what_it_is_not_where_it_is_chosen() {
        let said = |kind| {
            let (plan, words) = option(kind);
            kind_note(&plan, &plan.treatment_options[0].id, &words)
        };
        let detox = "Detox is a first step, not a treatment for opioids by itself. Ask what happens the same day it ends, \
                     and whether medicine continues.";
        assert!(said(OptionKind::Detox).starts_with(detox));
        assert!(!said(OptionKind::Residential).contains("Detox"));
    }

    #[test]
    fn of_a_second_place_of_a_kind_only_the_caution_on_detox_is_said_again() {
        for (kind, again) in [(OptionKind::Detox, true), (OptionKind::Office, false)] {
            let (mut plan, words) = option(kind.clone());
            let second = plan.add(List::Options);
            plan.treatment_options[&second].kind = Answer::Given(kind);
            assert!(!kind_note(&plan, &plan.treatment_options[0].id, &words).is_empty());
            assert_eq!(!kind_note(&plan, &second, &words).is_empty(), again);
        }
    }

    // Holds R-18
    #[test]
    fn r_18_a_level_of_care_is_kept_as_it_was_written_and_a_kind_has_a_plain_name() {
        let (plan, words) = option(OptionKind::Other("Level 3.7".into()));
        assert_eq!(
            words.label(plan.treatment_options[0].kind.given().unwrap()),
            "Level 3.7"
        );
        for kind in OptionKind::all() {
            let label = words.label(&kind);
            assert!(
                !label.is_empty() && !label.contains(|c: char| c.is_ascii_digit()),
                "{label}"
            );
        }
    }

    #[test]
    fn a_place_that_would_stop_a_medicine_says_so_where_one_is_taken() {
        let (mut plan, words) = option(OptionKind::Detox);
        plan.treatment_options[0].continues_existing_medication = Answer::Given(Checked::No);
        assert_eq!(stop_note(&plan, &plan.treatment_options[0].id, &words), "");
        plan.person.care = Answer::Given(Care::Medicine);
        assert!(stop_note(&plan, &plan.treatment_options[0].id, &words).starts_with("Stop here for a moment."));
    }
}
