//! Where the rules on safety speak, and where they are silent.

use super::super::sample::{GapCase, case, date, nothing, text};
use super::*;
use crate::readiness::{Level::*, Rule};

fn no_agreement(plan: &mut Plan) {
    plan.professionals[0].agreed_on = Answer::Unasked;
    plan.person.recent = Answer::Given(vec![Recent::Overdose]);
}

fn on_medicine(plan: &mut Plan, keeps: Checked) {
    plan.person.care = Answer::Given(Care::Medicine);
    for option in &mut plan.treatment_options {
        option.continues_existing_medication = Answer::Given(Checked::Yes);
    }
    plan.treatment_options[0].continues_existing_medication = Answer::Given(keeps);
}

fn only_detox(plan: &mut Plan) {
    plan.treatment_options.truncate(1);
    plan.treatment_options[0].kind = Answer::Given(OptionKind::Detox);
    plan.treatment_options[0].medication_offered = Answer::Given(Checked::No);
}

fn calming(plan: &mut Plan) {
    plan.person.substances = Answer::Given(vec![Substance::Heroin, Substance::Alcohol]);
}

fn out(plan: &mut Plan) {
    plan.boundaries[0].kind = Answer::Given(BoundaryKind::MovingOut);
    plan.boundaries[0].talked_with_professional = Answer::Given(YesNo::Yes);
}

/// A boundary of one's own life in these words.
fn says(plan: &mut Plan, words: &str) {
    plan.boundaries[0].kind = Answer::Given(BoundaryKind::OwnLife);
    plan.boundaries[0].i_will = text(words);
    plan.boundaries[0].starts = Answer::Unasked;
}

fn living_here(plan: &mut Plan) {
    out(plan);
    plan.boundaries[0].kind = Answer::Given(BoundaryKind::LivingHere);
}

/// A closed plan whose professional agrees, but is of this kind.
fn closed_with(plan: &mut Plan, kind: ProType) {
    plan.safety.this_session.suicide = Answer::Given(Suicide::Yes);
    plan.professionals[0].r#type = Answer::Given(kind);
}

fn young(plan: &mut Plan) {
    plan.person.ages = Answer::Given(Ages::PersonUnder);
    plan.person.guardian = Answer::Given(Known::Yes);
    plan.professionals[0].r#type = Answer::Given(ProType::Youth);
}

pub(in crate::readiness::gaps) const CASES: &[GapCase] = &[
    case(
        Rule::BigChange,
        Stop,
        Field::Date,
        |p| {
            p.visit.changes.push(ChangeNote {
                kind: Change::InCare,
                on: date("2026-11-20"),
            });
        },
        nothing,
    ),
    case(
        Rule::SafetyNotPut,
        Stop,
        Field::Recent,
        |p| p.safety.ask_again(),
        nothing,
    ),
    case(
        Rule::GateClosed,
        Stop,
        Field::ProConditions,
        |p| {
            p.safety.this_session.suicide = Answer::Given(Suicide::Yes);
            p.professionals[0].conditions = Answer::Unasked;
        },
        // The professional of the sample agrees to it.
        |p| p.safety.this_session.suicide = Answer::Given(Suicide::Yes),
    ),
    case(
        Rule::GateClosed,
        Stop,
        Field::ProType,
        |p| closed_with(p, ProType::NotSure),
        |p| closed_with(p, ProType::Doctor),
    ),
    case(
        Rule::GateClosed,
        Stop,
        Field::ProLicence,
        |p| {
            closed_with(p, ProType::Counselor);
            p.professionals[0].licence_checked = Answer::Given(Checked::NotAsked);
        },
        |p| closed_with(p, ProType::Interventionist),
    ),
    case(
        Rule::GateClosed,
        Stop,
        Field::ProKnows,
        |p| {
            closed_with(p, ProType::Counselor);
            p.safety.answers += 1;
        },
        |p| closed_with(p, ProType::Counselor),
    ),
    // Nobody is led to call a lawyer a doctor: somebody else is asked for.
    case(
        Rule::GateClosed,
        Stop,
        Field::Professionals,
        |p| closed_with(p, ProType::Lawyer),
        nothing,
    ),
    case(
        Rule::GateClosed,
        Stop,
        Field::Tell,
        |p| p.person.ages = Answer::Given(Ages::PlannerUnder),
        nothing,
    ),
    case(
        Rule::GateClosed,
        Stop,
        Field::Professionals,
        |p| {
            p.safety.this_session.harm = Answer::Given(Harm::ByThem);
            p.professionals.clear();
        },
        nothing,
    ),
    case(Rule::DateNotAgreed, Stop, Field::ProAgreedOn, no_agreement, |p| {
        no_agreement(p);
        p.day.date = Answer::Unasked;
    }),
    case(
        Rule::DateNotAgreed,
        Stop,
        Field::ProAgrees,
        |p| {
            no_agreement(p);
            p.professionals[0].agrees_meeting_is_safe = Answer::Unasked;
        },
        |p| p.person.recent = Answer::Given(vec![Recent::Overdose]),
    ),
    case(
        Rule::TalkFirst,
        Must,
        Field::ProAgreedOn,
        |p| {
            no_agreement(p);
            p.day.date = Answer::Unasked;
        },
        no_agreement,
    ),
    case(
        Rule::StopsMedicine,
        Stop,
        Field::OptContinues,
        |p| on_medicine(p, Checked::No),
        |p| p.treatment_options[0].continues_existing_medication = Answer::Given(Checked::No),
    ),
    case(
        Rule::MedicineUnknown,
        Must,
        Field::OptContinues,
        |p| on_medicine(p, Checked::NotAsked),
        |p| on_medicine(p, Checked::No),
    ),
    case(
        Rule::BackupStopsMedicine,
        Must,
        Field::OptContinues,
        |p| {
            on_medicine(p, Checked::Yes);
            p.treatment_options[1].continues_existing_medication = Answer::Given(Checked::No);
        },
        |p| on_medicine(p, Checked::No),
    ),
    case(Rule::DetoxAlone, Stop, Field::Options, only_detox, |p| {
        only_detox(p);
        p.treatment_options[0].medication_offered = Answer::Given(Checked::Yes);
    }),
    // For cocaine or meth alone, detox takes no tolerance for opioids away.
    case(Rule::DetoxAlone, Stop, Field::Options, only_detox, |p| {
        only_detox(p);
        p.person.substances = Answer::Given(vec![Substance::Meth]);
    }),
    case(
        Rule::StoppingAlone,
        Stop,
        Field::Recent,
        |p| {
            calming(p);
            p.person.recent = Answer::Given(vec![Recent::StoppingNow]);
        },
        calming,
    ),
    case(
        Rule::WithdrawalCare,
        Must,
        Field::OptWithdrawal,
        |p| {
            calming(p);
            p.treatment_options[0].withdrawal_care = Answer::Given(Checked::NotAsked);
        },
        calming,
    ),
    case(
        Rule::YoungHousing,
        Stop,
        Field::BouKind,
        |p| {
            young(p);
            out(p);
        },
        young,
    ),
    case(
        Rule::YoungHousing,
        Stop,
        Field::BouKind,
        |p| {
            young(p);
            living_here(p);
        },
        living_here,
    ),
    case(
        Rule::YoungHousing,
        Stop,
        Field::BouKind,
        |p| {
            young(p);
            p.boundaries[0].kind = Answer::Given(BoundaryKind::Tuition);
        },
        |p| p.boundaries[0].kind = Answer::Given(BoundaryKind::Tuition),
    ),
    case(
        Rule::YoungSurprise,
        Stop,
        Field::Way,
        |p| {
            young(p);
            p.way.kind = Answer::Given(Way::Surprise);
        },
        |p| p.way.kind = Answer::Given(Way::Surprise),
    ),
    case(
        Rule::HousingBoundary,
        Must,
        Field::BouTalked,
        |p| {
            out(p);
            p.boundaries[0].talked_with_professional = Answer::Given(YesNo::No);
        },
        out,
    ),
    // "I can still say no" is a boundary of one's own life; the sentence ends housing all the same.
    case(
        Rule::HousingBoundary,
        Must,
        Field::BouKind,
        |p| says(p, "Starting Friday, I will ask you to move out."),
        |p| says(p, "Starting Friday, I will ask you to come along."),
    ),
    case(
        Rule::YoungHousing,
        Stop,
        Field::BouWill,
        |p| {
            young(p);
            says(p, "Starting Friday, I will change the locks.");
        },
        |p| says(p, "Starting Friday, I will not give cash."),
    ),
    case(
        Rule::BoundaryVitalHelp,
        Must,
        Field::BouWill,
        |p| says(p, "Starting Friday, I will not pick up even if you overdose."),
        |p| says(p, "Starting Friday, I will not pick up after ten at night."),
    ),
    case(
        Rule::NaloxoneMissing,
        Must,
        Field::Naloxone,
        |p| p.safety.naloxone = Answer::Given(Naloxone::WhatIsThat),
        |p| {
            p.safety.naloxone = Answer::Unasked;
            p.person.substances = Answer::Given(vec![Substance::Alcohol]);
        },
    ),
    case(
        Rule::NaloxoneMissing,
        Must,
        Field::Naloxone,
        |p| {
            p.safety.naloxone = Answer::Given(Naloxone::NotHere);
            p.person.substances = Answer::Given(vec![Substance::Benzodiazepines]);
        },
        |p| p.person.substances = Answer::Given(vec![Substance::Benzodiazepines]),
    ),
    case(
        Rule::SafetyOpen,
        Must,
        Field::Recent,
        |p| {
            p.safety.means = Answer::Left;
            p.professionals[0].conditions = Answer::Left;
        },
        |p| p.safety.means = Answer::Left,
    ),
];
