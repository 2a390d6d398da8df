//! Rules on safety: the gate, naloxone, medicine that goes on, detox, alcohol, housing.

use chrono::NaiveDate;

use crate::coach::{CoachWords, TakenAway};
use crate::plan::*;
use crate::readiness::gate::{Reason, gate, is_clinical, is_contacted, opening_agreement, reasons};

use super::{About, GapRule, about_plan, gap_rules};

/// The gap_rules of this theme.
pub(super) const RULES: &[GapRule] = gap_rules! {
    BigChange, Stop, Rest, Date, Answers(big_change), ["D"];
    SafetyNotPut, Stop, Safety, Recent, Answers(not_put), ["M8", "W4"];
    GateClosed, Stop, Safety, Professionals, Answers(gate_closed), ["M8", "N18"];
    DateNotAgreed, Stop, Meeting, Professionals, Answers(date_not_agreed), ["M8", "L1"];
    StopsMedicine, Stop, Care, OptContinues, Answers(stops_medicine), ["E20", "E25"];
    DetoxAlone, Stop, Care, Options, Answers(detox_alone), ["E23", "E24"];
    StoppingAlone, Stop, Safety, Recent, Answers(stopping_alone), ["D"];
    YoungHousing, Stop, Meeting, BouKind, Sentences(young_housing), ["D"];
    YoungSurprise, Stop, Meeting, Way, Answers(young_surprise), ["N191", "D"];
    NaloxoneMissing, Must, Safety, Naloxone, Answers(naloxone_missing), ["N8", "N2"];
    TalkFirst, Must, Meeting, Professionals, Answers(talk_first), ["M8", "L1"];
    SafetyOpen, Must, Safety, Recent, Answers(safety_open), ["M8", "W4"];
    MedicineUnknown, Must, Care, OptContinues, Answers(medicine_unknown), ["E20", "E25"];
    BackupStopsMedicine, Must, Care, OptContinues, Answers(backup_stops), ["E20", "E25"];
    WithdrawalCare, Must, Care, OptWithdrawal, Answers(withdrawal_care), ["D"];
    HousingBoundary, Must, Meeting, BouTalked, Sentences(housing_boundary), ["E14", "Bd7"];
    BoundaryVitalHelp, Must, Meeting, BouWill, Sentences(boundary_vital_help), ["E21", "N2"];
};

/// Stop: while somebody is in care, in jail, gone or dead, no day counts (design#return).
fn big_change(plan: &Plan, _: NaiveDate) -> Vec<About> {
    about_plan(plan.change().is_some())
}

/// Stop: without the questions nobody knows what the meeting would do. Which one is missing is never named, as on the
/// checklist: the label alone could put somebody in danger (design#gate).
fn not_put(plan: &Plan, _: NaiveDate) -> Vec<About> {
    about_plan(reasons(plan).contains(&Reason::NotPut))
}

/// Stop, whatever closed it; the reason is never named (design#pages).
fn gate_closed(plan: &Plan, _: NaiveDate) -> Vec<About> {
    if gate(plan) != Gate::Closed {
        return Vec::new();
    }
    if plan.person.ages.is(&Ages::PlannerUnder) {
        // Their own path: a trusted adult, not a professional of theirs.
        return vec![About::default().by(Field::Tell)];
    }
    vec![next_of_agreement(plan)]
}

/// Stop: a day was chosen that a professional has to be asked about first.
fn date_not_agreed(plan: &Plan, _: NaiveDate) -> Vec<About> {
    match asks_first(plan) && plan.day.date.given().is_some() {
        true => vec![next_of_agreement(plan)],
        false => Vec::new(),
    }
}

/// Must: the same while no day is chosen. Nothing is unsafe yet, so it stops nothing.
fn talk_first(plan: &Plan, _: NaiveDate) -> Vec<About> {
    match asks_first(plan) && plan.day.date.given().is_none() {
        true => vec![next_of_agreement(plan)],
        false => Vec::new(),
    }
}

/// The gate wants a professional to be asked, for more than a question that was not put.
fn asks_first(plan: &Plan) -> bool {
    gate(plan) == Gate::AskFirst
        && opening_agreement(plan).is_none()
        && reasons(plan).iter().any(|reason| *reason != Reason::NotPut)
}

/// The question that brings an agreement nearer: somebody to ask, who they are, what they say, when they said so, on
/// which conditions. Nobody is led to call a lawyer a doctor: where only such people are known, somebody else is asked
/// for.
fn next_of_agreement(plan: &Plan) -> About {
    use ProType::{Faith, Lawyer, Peer};
    let may_count = |pro: &&Professional| is_contacted(pro) && !pro.r#type.is_one_of(&[Lawyer, Peer, Faith]);
    let known = || plan.professionals.iter().filter(may_count);
    let agreeing = || known().filter(|pro| pro.agrees_meeting_is_safe.is(&Agrees::Yes));
    let agrees = agreeing().find(|pro| is_clinical(pro)).or_else(|| agreeing().next());
    let Some(pro) = agrees.or_else(|| known().next()) else {
        return About::default();
    };
    let field = match agrees {
        None => Field::ProAgrees,
        Some(pro) if has_kind(pro) && wants_license(plan, pro) => Field::ProLicence,
        Some(pro) if !is_clinical(pro) => Field::ProType,
        Some(pro) if !pro.name.is_typed() => Field::ProName,
        Some(pro) if !pro.conditions.is_typed() => Field::ProConditions,
        Some(pro) if !pro.knows_answers.is(&YesNo::Yes) || !plan.safety.is_fully_informed(&pro.id) => Field::ProKnows,
        Some(_) => Field::ProAgreedOn,
    };
    About::item(&pro.id).by(field)
}

/// A kind of professional whose yes can count.
fn has_kind(pro: &Professional) -> bool {
    use ProType::*;
    matches!(
        pro.r#type.given(),
        Some(
            Interventionist
                | Craft
                | Doctor
                | Counselor
                | SocialWorker
                | Psychologist
                | Therapist
                | Psychiatrist
                | Youth
        )
    )
}

/// Their yes counts only once the license was looked up.
fn wants_license(plan: &Plan, pro: &Professional) -> bool {
    !pro.licence_checked.is(&Checked::Yes) && (gate(plan) == Gate::Closed || !is_clinical(pro))
}

/// Must, not stop: an honest "not sure" makes the plan careful, and a professional who was told of it settles it.
fn safety_open(plan: &Plan, _: NaiveDate) -> Vec<About> {
    about_plan(opening_agreement(plan).is_none() && reasons(plan).contains(&Reason::NotSure))
}

/// Stop: who loses a medicine for opioid use is in danger of dying within weeks (R-10, design#order).
fn stops_medicine(plan: &Plan, _: NaiveDate) -> Vec<About> {
    let first = plan.first_choice().filter(|_| plan.takes_medicine());
    let ends = first.filter(|option| option.continues_existing_medication.is(&Checked::No));
    ends.map(|option| About::item(&option.id)).into_iter().collect()
}

/// Must: one question on the phone tells a good place from a dangerous one.
fn medicine_unknown(plan: &Plan, _: NaiveDate) -> Vec<About> {
    let first = plan.first_choice().filter(|_| plan.takes_medicine());
    let open = first.filter(|option| {
        !option
            .continues_existing_medication
            .is_one_of(&[Checked::Yes, Checked::No])
    });
    open.map(|option| About::item(&option.id)).into_iter().collect()
}

/// Must: the person may choose any option that is laid before them.
fn backup_stops(plan: &Plan, _: NaiveDate) -> Vec<About> {
    let first = plan.first_choice().map(|option| &option.id);
    let ends = plan.treatment_options.iter().filter(|option| {
        plan.takes_medicine() && Some(&option.id) != first && option.continues_existing_medication.is(&Checked::No)
    });
    ends.map(|option| About::item(&option.id)).collect()
}

/// True for what treats a person; homes, groups and help for the family are support.
pub(super) fn treats(option: &TreatmentOption) -> bool {
    !option
        .kind
        .is_one_of(&[OptionKind::SoberLiving, OptionKind::Peer, OptionKind::Family])
}

/// Stop: detox alone takes the tolerance away and leaves the danger.
pub(super) fn detox_alone(plan: &Plan, _: NaiveDate) -> Vec<About> {
    let mut treating = plan.treatment_options.iter().filter(|option| treats(option)).peekable();
    let only = treating.peek().is_some() && treating.all(|option| option.kind.is(&OptionKind::Detox));
    let medicine = plan.treatment_options.iter().any(TreatmentOption::offers_medicine);
    about_plan(plan.uses_an_opioid() && only && !medicine)
}

/// Stop: stopping these at once can kill, today, whatever the plan says. Worded for anybody.
fn stopping_alone(plan: &Plan, _: NaiveDate) -> Vec<About> {
    about_plan(plan.stops_slowly() && plan.recently(Recent::StoppingNow))
}

/// Must, not stop: the plan itself harms nobody, and one question to the first choice answers it.
fn withdrawal_care(plan: &Plan, _: NaiveDate) -> Vec<About> {
    let first = plan.first_choice().filter(|_| plan.stops_slowly());
    let open = first.filter(|option| !option.withdrawal_care.is(&Checked::Yes));
    open.map(|option| About::item(&option.id)).into_iter().collect()
}

fn on_housing(boundary: &Boundary) -> bool {
    boundary
        .kind
        .is_one_of(&[BoundaryKind::MovingOut, BoundaryKind::LivingHere])
}

/// Stop: parents owe a child a home and school; no boundary may take them, or make them hang on anything. A
/// sentence that takes them counts like the kind.
fn young_housing(plan: &Plan, rules: &CoachWords) -> Vec<About> {
    let young = plan.person.ages.is(&Ages::PersonUnder);
    let out = plan.boundaries.iter().filter(|_| young);
    out.filter_map(|b| {
        if on_housing(b) || b.kind.is(&BoundaryKind::Tuition) {
            return Some(About::item(&b.id));
        }
        let heard = TakenAway::by(b.i_will.words(), rules).is_owed_to_a_minor();
        heard.then(|| About::item(&b.id).by(Field::BouWill))
    })
    .collect()
}

/// Stop: many adults around one child, who was not told, are no help.
fn young_surprise(plan: &Plan, _: NaiveDate) -> Vec<About> {
    about_plan(plan.person.ages.is(&Ages::PersonUnder) && plan.way.kind.is(&Way::Surprise))
}

/// Must: being without a home raises the danger, so a professional hears of it first. It may still be right, where
/// there is violence: therefore no stop. A sentence that ends housing counts like the kind, and the kind is
/// asked again, since the talk with a professional belongs to it.
fn housing_boundary(plan: &Plan, rules: &CoachWords) -> Vec<About> {
    let untold = plan
        .boundaries
        .iter()
        .filter(|b| !b.talked_with_professional.is(&YesNo::Yes));
    untold
        .filter_map(|b| {
            if on_housing(b) {
                return Some(About::item(&b.id));
            }
            let heard = TakenAway::by(b.i_will.words(), rules).housing;
            heard.then(|| About::item(&b.id).by(Field::BouKind))
        })
        .collect()
}

/// True if the sentence of a boundary takes back help that keeps somebody alive.
pub fn takes_vital_help(boundary: &Boundary, rules: &CoachWords) -> bool {
    TakenAway::by(boundary.i_will.words(), rules).vital_help
}

/// Must: naloxone, an emergency call, medicine and a ride to care are never taken back. No stop, because it is
/// heard in their own words.
fn boundary_vital_help(plan: &Plan, rules: &CoachWords) -> Vec<About> {
    let heard = |b: &&Boundary| takes_vital_help(b, rules);
    plan.boundaries
        .iter()
        .filter(heard)
        .map(|b| About::item(&b.id))
        .collect()
}

/// Must, not stop: it is mended in a day, often for nothing, and everything else may go on meanwhile. All but "in
/// reach" counts as missing: a spray nobody can find helps nobody (evidence#card-overdose).
fn naloxone_missing(plan: &Plan, _: NaiveDate) -> Vec<About> {
    about_plan(plan.may_be_opioids() && !plan.safety.naloxone.is(&Naloxone::InReach))
}

#[cfg(test)]
pub(super) mod tests;
