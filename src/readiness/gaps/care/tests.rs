//! Where the rules on professionals and options speak, and where they are silent.

use super::super::sample::{GapCase, case, date, nothing};
use super::*;
use crate::readiness::{Level::*, Rule};

fn no_medicine_at_all(plan: &mut Plan) {
    for option in &mut plan.treatment_options {
        option.medication_offered = Answer::Given(Checked::No);
    }
}

fn suited_nowhere(plan: &mut Plan) {
    for option in &mut plan.treatment_options {
        option.suited_treatment = Answer::Given(Checked::No);
    }
}

pub(in crate::readiness::gaps) const CASES: &[GapCase] = &[
    case(
        Rule::NoProfessional,
        Must,
        Field::Professionals,
        |p| p.professionals[0].status = Answer::Given(ProStatus::Looking),
        |p| p.professionals[0].status = Answer::Given(ProStatus::Contacted),
    ),
    case(
        Rule::ProSaysNotYet,
        Must,
        Field::ProAgrees,
        |p| p.professionals[0].agrees_meeting_is_safe = Answer::Given(Agrees::NotYet),
        nothing,
    ),
    case(
        Rule::ProNotAsked,
        Better,
        Field::ProAgrees,
        |p| p.professionals[0].agrees_meeting_is_safe = Answer::Given(Agrees::NotAsked),
        |p| p.professionals[0].agrees_meeting_is_safe = Answer::Given(Agrees::NotYet),
    ),
    case(
        Rule::DateNotTold,
        Must,
        Field::ProKnowsDate,
        |p| p.professionals[0].knows_the_date = Answer::Unasked,
        |p| {
            let id = p.add(List::Professionals);
            p.professionals[&id].status = Answer::Given(ProStatus::Contacted);
        },
    ),
    case(
        Rule::NoOption,
        Must,
        Field::Options,
        |p| p.treatment_options.clear(),
        |p| p.treatment_options.truncate(1),
    ),
    case(Rule::NoMedicineOption, Must, Field::Options, no_medicine_at_all, |p| {
        no_medicine_at_all(p);
        p.task_record(ASKED_PRESCRIBER).done = Some(date("2026-11-20"));
    }),
    // Every place said no, and asking places is no asking of a prescriber. A place with naltrexone alone is no yes.
    case(
        Rule::NoMedicineOption,
        Must,
        Field::Options,
        |p| {
            no_medicine_at_all(p);
            p.task_record("ask_about_medicine").done = Some(date("2026-11-20"));
        },
        |p| {
            no_medicine_at_all(p);
            p.treatment_options[1].medication_offered = Answer::Given(Checked::Yes);
            p.treatment_options[1].medications = Answer::Given(vec![Medicine::Naltrexone, Medicine::Methadone]);
        },
    ),
    case(
        Rule::NoMedicineOption,
        Must,
        Field::Options,
        |p| {
            for option in &mut p.treatment_options {
                option.medications = Answer::Given(vec![Medicine::Naltrexone]);
            }
        },
        nothing,
    ),
    case(
        Rule::NoMedicineOption,
        Must,
        Field::OptMedication,
        |p| {
            no_medicine_at_all(p);
            p.treatment_options[1].medication_offered = Answer::Given(Checked::NotAsked);
        },
        |p| {
            no_medicine_at_all(p);
            p.person.substances = Answer::Given(vec![Substance::Alcohol]);
        },
    ),
    // Methadone and buprenorphine are asked for where an opioid is used, and nowhere else.
    case(
        Rule::NoMedicineOption,
        Must,
        Field::Options,
        |p| {
            no_medicine_at_all(p);
            p.person.substances = Answer::Given(vec![Substance::Alcohol, Substance::PainPills]);
        },
        |p| {
            no_medicine_at_all(p);
            p.person.substances = Answer::Given(vec![Substance::Meth, Substance::Benzodiazepines]);
        },
    ),
    case(
        Rule::NotSuited,
        Better,
        Field::OptSuited,
        |p| {
            p.person.substances = Answer::Given(vec![Substance::Meth]);
            p.treatment_options[0].suited_treatment = Answer::Given(Checked::No);
            p.treatment_options[1].suited_treatment = Answer::Unasked;
        },
        |p| {
            p.person.substances = Answer::Given(vec![Substance::Meth]);
            p.treatment_options[0].suited_treatment = Answer::Given(Checked::No);
        },
    ),
    // Every place said no: look for another one. Where an opioid is used the other rule speaks.
    case(
        Rule::NotSuited,
        Better,
        Field::Options,
        |p| {
            p.person.substances = Answer::Given(vec![Substance::Alcohol]);
            suited_nowhere(p);
        },
        suited_nowhere,
    ),
    case(
        Rule::BedNotFree,
        Must,
        Field::OptSoonest,
        |p| p.treatment_options[0].soonest_start = Answer::Given(date("2026-12-13").into()),
        |p| p.treatment_options[1].soonest_start = Answer::Given(date("2026-12-13").into()),
    ),
    case(
        Rule::BedGone,
        Must,
        Field::OptHeldUntil,
        |p| p.treatment_options[0].bed_or_slot_held_until = Answer::Given(date("2026-12-11")),
        |p| p.treatment_options[0].bed_or_slot_held_until = Answer::Given(date("2026-12-12")),
    ),
    case(
        Rule::InsuranceOpen,
        Must,
        Field::Insurance,
        |p| {
            p.person.insurance = Answer::Given(Known::NotSure);
            p.treatment_options[1].pays_with = Answer::Unasked;
        },
        |p| {
            p.person.insurance = Answer::Given(Known::No);
            for option in &mut p.treatment_options {
                option.pays_with = Answer::Given(vec![Pays::Private, Pays::Sliding]);
            }
        },
    ),
    case(
        Rule::FirstRedFlags,
        Must,
        Field::OptRedFlags,
        |p| p.treatment_options[0].red_flags_noticed = Answer::Given(vec![RedFlag::Gifts]),
        |p| p.treatment_options[0].red_flags_noticed = Answer::Given(vec![RedFlag::Nothing]),
    ),
    case(
        Rule::BackupRedFlags,
        Better,
        Field::OptRedFlags,
        |p| p.treatment_options[1].red_flags_noticed = Answer::Given(vec![RedFlag::Gifts]),
        |p| p.treatment_options[0].red_flags_noticed = Answer::Given(vec![RedFlag::Gifts]),
    ),
    case(
        Rule::StartUnknown,
        Better,
        Field::OptSoonest,
        |p| p.treatment_options[0].soonest_start = Answer::Unasked,
        |p| p.treatment_options[1].soonest_start = Answer::Unasked,
    ),
    case(
        Rule::FewOptions,
        Better,
        Field::Options,
        |p| p.treatment_options[1].kind = Answer::Given(OptionKind::Office),
        |p| p.treatment_options.clear(),
    ),
];
