//! Treatment options and support (evidence#call). Five questions an option; the rest under *more about this one*.

use crate::journey::Question;
use crate::journey::Tier::*;
use crate::journey::kinds::{DateInput, ItemList, LineCheck, LineInput, PersonPick, Pick, TextInput, Ticks};
use crate::plan::Field::*;
use crate::plan::{Checked, CodedChoice, List, Plan, Section, at, call};
use crate::words::Words;

use super::is_adult;

/// Options, insurance, support for the family.
pub static OPTIONS: &[Question] = &[
    Question::new(
        Options,
        ThePlan,
        &ItemList {
            list: List::Options,
            section: Section::Options,
            questions: OPTION,
            title,
            prepare: |_, _| None,
            init_item: |_, _| {},
        },
    )
    .when(is_adult),
    Question::new(Insurance, Everything, &Pick::of(at!(person.insurance))).when(is_adult),
    Question::new(
        SupportGroups,
        Everything,
        &ItemList {
            list: List::SupportGroups,
            section: Section::Options,
            questions: SUPPORT,
            title: |plan, at, words| words.item_name(&plan.support_groups[at].id, plan),
            prepare: |_, _| None,
            init_item: |_, _| {},
        },
    ),
];

/// What an option is called: its name, else its kind.
pub(super) fn title(plan: &Plan, at: usize, words: &Words) -> String {
    words.item_name(&plan.treatment_options[at].id, plan)
}

/// The questions about one option.
pub(super) static OPTION: &[Question] = &[
    Question::new(
        OptName,
        ThePlan,
        &LineInput(at!(treatment_options[].name), LineCheck::Nothing),
    ),
    Question::new(
        OptKind,
        ThePlan,
        &Pick::of(at!(treatment_options[].kind)).with_note(kind_note),
    ),
    Question::new(
        OptPhone,
        ThePlan,
        &LineInput(at!(treatment_options[].phone), LineCheck::Phone),
    ),
    Question::new(
        OptMedication,
        ThePlan,
        &Pick::of(at!(treatment_options[].medication_offered)),
    )
    .when(call::opioids),
    Question::new(OptSuited, ThePlan, &Pick::of(at!(treatment_options[].suited_treatment))).when(call::other),
    Question::new(OptSoonest, ThePlan, &DateInput(at!(treatment_options[].soonest_start))),
    Question::new(OptRank, OnRequest, &Pick::of(at!(treatment_options[].rank))),
    Question::new(
        OptContact,
        OnRequest,
        &LineInput(at!(treatment_options[].contact_person), LineCheck::Nothing),
    ),
    Question::new(
        OptWebsite,
        OnRequest,
        &LineInput(at!(treatment_options[].website), LineCheck::Web),
    ),
    Question::new(
        OptEmail,
        OnRequest,
        &LineInput(at!(treatment_options[].email), LineCheck::Email),
    ),
    Question::new(
        OptAddress,
        OnRequest,
        &LineInput(at!(treatment_options[].address), LineCheck::Nothing),
    ),
    Question::new(
        OptDistance,
        OnRequest,
        &LineInput(at!(treatment_options[].distance_or_travel_time), LineCheck::Nothing),
    ),
    Question::new(
        OptHours,
        OnRequest,
        &LineInput(at!(treatment_options[].opening_hours), LineCheck::Nothing),
    ),
    Question::new(
        OptResearchedBy,
        OnRequest,
        &PersonPick::adult(at!(treatment_options[].researched_by)),
    ),
    Question::new(OptChecked, OnRequest, &DateInput(at!(treatment_options[].date_checked))),
    Question::new(
        OptSpokeWith,
        OnRequest,
        &LineInput(at!(treatment_options[].spoke_with), LineCheck::Nothing),
    ),
    Question::new(
        OptReference,
        OnRequest,
        &LineInput(at!(treatment_options[].reference_number), LineCheck::Nothing),
    ),
    Question::new(OptLicensed, OnRequest, &Pick::of(at!(treatment_options[].licensed))),
    Question::new(
        OptAccredited,
        OnRequest,
        &LineInput(at!(treatment_options[].accredited_by), LineCheck::Nothing),
    ),
    Question::new(OptMedications, OnRequest, &Ticks(at!(treatment_options[].medications))).when(call::opioids),
    Question::new(
        OptContinues,
        OnRequest,
        &Pick::of(at!(treatment_options[].continues_existing_medication)).with_note(stop_note),
    ),
    Question::new(
        OptEvaluation,
        OnRequest,
        &TextInput::one_paragraph(at!(treatment_options[].evaluation_steps)),
    ),
    Question::new(
        OptAdmission,
        OnRequest,
        &TextInput::one_paragraph(at!(treatment_options[].admission_requirements)),
    ),
    Question::new(
        OptWhoCalls,
        OnRequest,
        &LineInput(at!(treatment_options[].who_must_call), LineCheck::Nothing),
    ),
    Question::new(
        OptWaiting,
        OnRequest,
        &LineInput(at!(treatment_options[].waiting_time), LineCheck::Nothing),
    ),
    Question::new(
        OptHeldUntil,
        OnRequest,
        &DateInput(at!(treatment_options[].bed_or_slot_held_until)),
    ),
    Question::new(OptPays, OnRequest, &Ticks(at!(treatment_options[].pays_with))),
    Question::new(OptNetwork, OnRequest, &Pick::of(at!(treatment_options[].in_network))),
    Question::new(
        OptPreauth,
        OnRequest,
        &Pick::of(at!(treatment_options[].preauthorisation)),
    ),
    Question::new(
        OptCost,
        OnRequest,
        &LineInput(at!(treatment_options[].estimated_cost), LineCheck::Nothing),
    ),
    Question::new(
        OptDueDayOne,
        OnRequest,
        &LineInput(at!(treatment_options[].due_on_day_one), LineCheck::Nothing),
    ),
    Question::new(
        OptLength,
        OnRequest,
        &LineInput(at!(treatment_options[].length_of_program), LineCheck::Nothing),
    ),
    Question::new(
        OptAfter,
        OnRequest,
        &TextInput::one_paragraph(at!(treatment_options[].what_happens_after)),
    ),
    Question::new(
        OptMental,
        OnRequest,
        &Pick::of(at!(treatment_options[].mental_health_care)),
    ),
    Question::new(OptMedical, OnRequest, &Pick::of(at!(treatment_options[].medical_care))),
    Question::new(
        OptPregnancy,
        OnRequest,
        &Pick::of(at!(treatment_options[].pregnancy_care)),
    ),
    Question::new(
        OptWithdrawal,
        OnRequest,
        &Pick::of(at!(treatment_options[].withdrawal_care)),
    ),
    Question::new(
        OptFamily,
        OnRequest,
        &TextInput::one_paragraph(at!(treatment_options[].family_involvement)),
    ),
    Question::new(
        OptAllowed,
        OnRequest,
        &TextInput::many_lines(at!(treatment_options[].allowed_items)),
    ),
    Question::new(
        OptPhoneRules,
        OnRequest,
        &LineInput(at!(treatment_options[].phone_rules), LineCheck::Nothing),
    ),
    Question::new(
        OptVisits,
        OnRequest,
        &LineInput(at!(treatment_options[].visits), LineCheck::Nothing),
    ),
    Question::new(
        OptTransport,
        OnRequest,
        &TextInput::one_paragraph(at!(treatment_options[].transport_plan_to_get_there)),
    ),
    Question::new(
        OptGoesAlong,
        OnRequest,
        &PersonPick::adult(at!(treatment_options[].who_goes_along)),
    ),
    Question::new(
        OptRedFlags,
        OnRequest,
        &Ticks(at!(treatment_options[].red_flags_noticed)),
    ),
    Question::new(
        OptMightLike,
        OnRequest,
        &TextInput::one_paragraph(at!(treatment_options[].what_the_person_might_like_about_it)),
    ),
    Question::new(
        OptNotes,
        OnRequest,
        &TextInput::many_lines(at!(treatment_options[].notes)),
    ),
];

static SUPPORT: &[Question] = &[
    Question::new(GroupKind, ThePlan, &Pick::of(at!(support_groups[].kind))),
    Question::new(
        GroupName,
        ThePlan,
        &LineInput(at!(support_groups[].name), LineCheck::Nothing),
    ),
    Question::new(GroupWho, ThePlan, &PersonPick::any(at!(support_groups[].person))),
    Question::new(
        GroupWhen,
        ThePlan,
        &LineInput(at!(support_groups[].when), LineCheck::Nothing),
    ),
];

/// What a kind of option is, and its caution (R-18, for detox R-09).
fn kind_note(plan: &Plan, at: usize, words: &Words) -> String {
    let kind = plan.treatment_options[at].kind.given();
    let note = kind.and_then(|kind| words.options.option_note.get(kind.code()));
    note.map(|note| words.fill_names(note, plan, plan.treatment_options[at].name.words()))
        .unwrap_or_default()
}

/// A place that would stop a medicine already taken says so at once.
fn stop_note(plan: &Plan, at: usize, words: &Words) -> String {
    let option = &plan.treatment_options[at];
    if plan.takes_medicine() && option.continues_existing_medication.is(&Checked::No) {
        words.fill_names(words.options.continues_warning, plan, option.name.words())
    } else {
        String::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Answer, Care, OptionKind};

    fn option(kind: OptionKind) -> (Plan, Words) {
        let mut plan = Plan::default();
        let at = plan.add(List::Options);
        plan.treatment_options[at].kind = Answer::Given(kind);
        (plan, Words::load("en", None).unwrap())
    }

    #[test]
    fn r_09_a_detox_program_says_what_it_is_not_where_it_is_chosen() {
        let said = |kind| {
            let (plan, words) = option(kind);
            kind_note(&plan, 0, &words)
        };
        let detox = "Detox is a first step, not a treatment for opioids by itself. Ask what comes the same day it ends, \
                     and whether medication continues.";
        assert!(said(OptionKind::Detox).starts_with(detox));
        assert!(!said(OptionKind::Residential).contains("Detox"));
    }

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
        assert_eq!(stop_note(&plan, 0, &words), "");
        plan.person.care = Answer::Given(Care::Medicine);
        assert!(stop_note(&plan, 0, &words).starts_with("Stop here for a moment."));
    }
}
