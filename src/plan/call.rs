//! The call sheet (evidence#call): what is asked of a place, in the order of a real call, and what is then compared.
//!
//! On a screen and on paper it is the same call. Not here: what is said on the phone, and how an answer is asked.

use super::Field::*;
use super::{ById, Checked, Field, Id, Known, Plan};

/// One ask of the call (evidence#call).
pub struct Ask {
    /// Its number there; 0 for what opens every call.
    pub number: u8,
    /// What it fills: fields of the option (evidence#call), asked one by one.
    pub fields: &'static [Field],
}

/// What a place that is new needs before anybody can call it.
pub const BEFORE: &[Field] = &[OptName, OptPhone];

/// The call sheet. 16 asks who is paid for sending people, and is answered with the warning signs that were heard
/// (evidence#call). What has no field of its own is in the notes.
pub const SHEET: &[Ask] = &[
    ask(0, &[OptSpokeWith, OptReference]),
    ask(1, &[OptLicensed, OptAccredited]),
    ask(2, &[OptMedication, OptSuited, OptMedications, OptContinues]),
    ask(3, &[OptAfter]),
    ask(4, &[OptEvaluation]),
    ask(5, &[OptSoonest, OptWaiting, OptHeldUntil]),
    ask(6, &[OptAdmission, OptAllowed, OptWhoCalls]),
    ask(7, &[OptCost, OptDueDayOne, OptPays]),
    ask(8, &[OptNetwork, OptPreauth]),
    ask(9, &[OptNotes]),
    ask(10, &[OptNotes]),
    ask(11, &[OptLength]),
    ask(12, &[OptMental, OptMedical, OptPregnancy, OptWithdrawal]),
    ask(13, &[OptFamily]),
    ask(14, &[OptPhoneRules, OptVisits]),
    ask(15, &[OptNotes]),
    ask(16, &[OptRedFlags]),
    ask(17, &[OptNotes]),
    ask(18, &[OptDistance, OptTransport]),
];

const fn ask(number: u8, fields: &'static [Field]) -> Ask {
    Ask { number, fields }
}

/// What matters most and has to be asked next time, if it is not known.
pub const MATTERS: [Field; 7] = [
    OptMedication,
    OptSuited,
    OptContinues,
    OptAfter,
    OptSoonest,
    OptCost,
    OptLicensed,
];

/// What is compared where options stand side by side, what matters most first.
const COMPARED: &[Field] = &[
    OptKind,
    OptPhone,
    OptMedication,
    OptSuited,
    OptMedications,
    OptContinues,
    OptSoonest,
    OptWaiting,
    OptAfter,
    OptLicensed,
    OptCost,
    OptDueDayOne,
    OptNetwork,
    OptLength,
    OptFamily,
    OptDistance,
    OptRedFlags,
];

/// True if the answers before leave room for this ask.
pub fn is_still_asked(field: Field, plan: &Plan, item: &Id) -> bool {
    match field {
        OptMedication => opioids(plan, item),
        OptSuited => other(plan, item),
        OptMedications => may_offer_opioids(plan, item),
        OptContinues => may_offer(plan, item),
        OptNetwork | OptPreauth => may_be_insured(plan, item),
        _ => true,
    }
}

/// The fields that are compared in this plan: of the treatments only those for what is used.
pub fn compared(plan: &Plan) -> impl Iterator<Item = Field> {
    let opioids = plan.uses_an_opioid();
    let stands = move |field: &Field| match field {
        OptMedication | OptMedications => opioids,
        OptSuited => !opioids,
        _ => true,
    };
    COMPARED.iter().copied().filter(stands)
}

/// True if methadone and buprenorphine are asked about.
pub fn opioids(plan: &Plan, _: &Id) -> bool {
    plan.uses_an_opioid()
}

/// True if another treatment is asked about.
pub fn other(plan: &Plan, _: &Id) -> bool {
    !plan.uses_an_opioid()
}

/// True if which of the medicines for opioids is asked.
pub fn may_offer_opioids(plan: &Plan, item: &Id) -> bool {
    opioids(plan, item) && may_offer(plan, item)
}

/// False where the place said that it gives no medicine.
pub fn may_offer(plan: &Plan, item: &Id) -> bool {
    !plan
        .treatment_options
        .by_id(item)
        .is_some_and(|option| option.medication_offered.is(&Checked::No))
}

/// False if there is no insurance to ask about.
pub fn may_be_insured(plan: &Plan, _: &Id) -> bool {
    !plan.person.insurance.is(&Known::No)
}

/// What is in the line of an ask that was left.
pub const LEFT: &str = "-";

/// How the line of an ask begins in the notes.
pub fn note_prefix(number: u8) -> String {
    format!("{number}. ")
}

/// The line of an ask in the notes of an option, without its mark.
pub fn note_of_ask(notes: &str, number: u8) -> Option<&str> {
    notes.lines().find_map(|line| line.strip_prefix(&note_prefix(number)))
}
