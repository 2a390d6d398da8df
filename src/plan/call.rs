//! The call sheet (evidence#call): what is asked of a place, in the order of a real call, what is said next after which
//! answer, and what is then compared.
//!
//! On a screen and on paper it is the same call. Not here: what is said on the phone, and how an answer is asked.

use super::Field::*;
use super::{
    Ages, Answer, AnswerGroup, AnswerState, ById, Checked, Field, Id, Known, Plan, RedFlag, SoonestStart, Text,
    TreatmentOption,
};

/// What a place that is new needs before anybody can call it.
pub const BEFORE: &[Field] = &[OptName, OptPhone];

/// The call in its parts, in the order of a real one: is there a place and who must call, how it is paid, medicine, what
/// comes before the first visit, the first day, who they are; the last part is for a second call.
pub const SHEET: [&[Field]; 7] = [
    &[OptOpen, OptWhoCalls, OptSoonest, OptWaiting],
    &[OptNetwork, OptPreauth, OptPays],
    &[OptMedication, OptSuited, OptMedications, OptFirstVisit, OptContinues],
    &[OptMustFirst, OptIfMissed, OptYoung, OptPregnancy, OptWithdrawal],
    &[
        OptEvaluation,
        OptAdmission,
        OptAllowed,
        OptHeldUntil,
        OptCost,
        OptDueDayOne,
        OptDistance,
        OptTransport,
    ],
    &[OptSpokeWith, OptReference, OptLicensed, OptRedFlags],
    &[
        OptAccredited,
        OptAfter,
        OptTreats,
        OptPlanMade,
        OptUsesAgain,
        OptLength,
        OptMental,
        OptMedical,
        OptFamily,
        OptPhoneRules,
        OptVisits,
        OptFits,
    ],
];

/// Every question of the call, in order.
pub fn every_field() -> impl Iterator<Item = Field> {
    SHEET.into_iter().flatten().copied()
}

/// The five questions of a short call: open, who must call, how it is paid, medicine (and may they keep what they take),
/// and how soon.
pub fn short_call(plan: &Plan) -> Vec<Field> {
    let insured = !plan.person.insurance.is(&Known::No);
    let stands = |field: &Field| match field {
        OptMedication => plan.uses_an_opioid(),
        OptSuited => !plan.uses_an_opioid(),
        OptContinues => plan.takes_medicine(),
        OptNetwork => insured,
        OptPays => !insured,
        _ => true,
    };
    let all = [
        OptOpen,
        OptWhoCalls,
        OptNetwork,
        OptPays,
        OptMedication,
        OptSuited,
        OptContinues,
        OptSoonest,
    ];
    all.into_iter().filter(stands).collect()
}

/// What is asked first where there is little time, in the order of the call: the five, and what else matters most.
pub fn asked_first(plan: &Plan) -> impl Iterator<Item = Field> + use<> {
    let short = short_call(plan);
    every_field().filter(move |field| short.contains(field) || MATTERS.contains(field))
}

/// What a first call asks beside [`asked_first`]; the rest is for a second one.
pub const FIRST_CALL: [Field; 7] = [
    OptMustFirst,
    OptIfMissed,
    OptYoung,
    OptWithdrawal,
    OptEvaluation,
    OptAdmission,
    OptSpokeWith,
];

/// What is asked of a professional, in order; the first five are enough for a first call.
pub const PROFESSIONAL: [Field; 16] = [
    ProLetters,
    ProFamilies,
    ProMedication,
    ProReferrals,
    ProFee,
    ProApproach,
    ProRisks,
    ProGoesBadly,
    ProNaloxone,
    ProAfterNo,
    ProWhoComes,
    ProNotesKept,
    ProInsured,
    ProLanguage,
    ProExpects,
    ProSoon,
];

/// How many of them a short call puts.
pub const SHORT: usize = 5;

/// What is asked of the insurance, in order.
pub const INSURER: [Field; 8] = [
    InsCovers,
    InsNear,
    InsApproval,
    InsPay,
    InsMedicines,
    InsAppeal,
    InsSpokeWith,
    InsReference,
];

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

/// After which answer something is said next.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NextAfter {
    /// While it is not known.
    Open,
    /// After a no.
    No,
    /// After a no, and while it is not known.
    NotYes,
    /// After a warning sign.
    Sign,
}

/// What to say next: the question, after which answer, and the key of `[next]` in `call.toml`.
pub const NEXT: [(Field, NextAfter, &str); 9] = [
    (OptLicensed, NextAfter::No, "no_license"),
    (OptMedication, NextAfter::No, "no_medicine"),
    (OptMedication, NextAfter::Open, "medicine_open"),
    (OptSuited, NextAfter::NotYes, "not_suited"),
    (OptContinues, NextAfter::No, "stops_medicine"),
    (OptAfter, NextAfter::Open, "after_open"),
    (OptSoonest, NextAfter::Open, "start_open"),
    (OptCost, NextAfter::Open, "cost_open"),
    (OptRedFlags, NextAfter::Sign, "red_flags"),
];

/// What was heard to a question of the call.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CallAnswer {
    /// Nothing, or not asked yet.
    Open,
    /// A no.
    No,
    /// They would not say.
    Refused,
    /// A warning sign.
    Sign,
    /// Anything else.
    Given,
}

impl CallAnswer {
    /// True if something is said next after this answer.
    pub fn leads_to(self, after: NextAfter) -> bool {
        match after {
            NextAfter::Open => matches!(self, CallAnswer::Open | CallAnswer::Refused),
            NextAfter::No => self == CallAnswer::No,
            NextAfter::NotYes => matches!(self, CallAnswer::Open | CallAnswer::Refused | CallAnswer::No),
            NextAfter::Sign => self == CallAnswer::Sign,
        }
    }
}

/// What was heard of a place to one question.
pub fn call_answer(option: &TreatmentOption, field: Field) -> CallAnswer {
    let mut heard = CallAnswer::Open;
    option.clone().answers_mut(&mut |key, answer| {
        if field.code().strip_prefix("treatment_options.") != Some(key) || answer.state() != AnswerState::Given {
            return;
        }
        heard = CallAnswer::Given;
        if let Some(checked) = answer.of::<Checked>() {
            heard = match checked.given() {
                Some(Checked::Yes) => CallAnswer::Given,
                Some(Checked::No) => CallAnswer::No,
                Some(Checked::WouldNotSay) => CallAnswer::Refused,
                _ => CallAnswer::Open,
            };
        } else if let Some(start) = answer.of::<SoonestStart>() {
            heard = match start.given() {
                Some(SoonestStart::WouldNotSay) => CallAnswer::Refused,
                _ => CallAnswer::Given,
            };
        } else if let Some(flags) = answer.of::<Vec<RedFlag>>() {
            let signs = flags.all().iter().any(|flag| *flag != RedFlag::Nothing);
            heard = if signs { CallAnswer::Sign } else { CallAnswer::Given };
        }
    });
    heard
}

/// What matters most and is not known of a place.
pub fn missing<'a>(plan: &'a Plan, option: &'a TreatmentOption) -> impl Iterator<Item = Field> + 'a {
    MATTERS.into_iter().filter(|field| {
        is_still_asked(*field, plan, &option.id) && call_answer(option, *field).leads_to(NextAfter::Open)
    })
}

/// What is compared where options stand side by side, what matters most first.
const COMPARED: &[Field] = &[
    OptKind,
    OptPhone,
    OptOpen,
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
        OptFirstVisit => may_offer_opioids(plan, item),
        OptWaiting => is_wait_unknown(plan, item),
        OptNetwork | OptPreauth => may_be_insured(plan, item),
        OptYoung => is_young(plan, item),
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

/// False where the soonest start says how long the wait is. What they said of it stays.
pub fn is_wait_unknown(plan: &Plan, item: &Id) -> bool {
    let Some(option) = plan.treatment_options.by_id(item) else {
        return true;
    };
    let start = option.soonest_start.given().filter(|start| start.is_known());
    start.is_none() || option.waiting_time.given().is_some()
}

/// True if the person is not known to be 18 or over.
pub fn is_young(plan: &Plan, _: &Id) -> bool {
    plan.person.ages.is(&Ages::PersonUnder)
}

/// False if there is no insurance to ask about.
pub fn may_be_insured(plan: &Plan, _: &Id) -> bool {
    !plan.person.insurance.is(&Known::No)
}

/// The asks that were once numbered lines of the notes, and the question that each is now.
const ONCE_NOTED: [(u8, Field); 4] = [(9, OptTreats), (10, OptPlanMade), (15, OptUsesAgain), (17, OptFits)];

impl Plan {
    /// Takes the answers that an earlier program kept as marked lines of the notes (`9. What they do: talks`) into their
    /// own questions; `label` is what such a line was called. A numbered note of the family's own has no such label, and
    /// stays; so does a line whose question has an answer already.
    pub fn take_noted_lines(&mut self, label: impl Fn(Field) -> &'static str) {
        for option in &mut self.treatment_options {
            let notes = option.notes.words().to_string();
            let mut kept: Vec<&str> = Vec::new();
            for line in notes.lines() {
                let asked = ONCE_NOTED.iter().find_map(|(number, field)| {
                    let rest = line.strip_prefix(&format!("{number}. "))?;
                    Some((*field, rest))
                });
                let answer = asked.and_then(|(field, rest)| Some((option.noted_mut(field)?, field, rest)));
                let Some((answer, field, rest)) = answer.filter(|(answer, ..)| answer.is_unasked()) else {
                    kept.push(line);
                    continue;
                };
                match rest.strip_prefix(label(field)).and_then(|rest| rest.strip_prefix(": ")) {
                    Some(said) => *answer = Answer::Given(Text::new(said)),
                    None if rest == LEFT => *answer = Answer::Left,
                    None => kept.push(line),
                }
            }
            if kept.len() < notes.lines().count() {
                option.notes = match kept.join("\n") {
                    none if none.is_empty() => Answer::Unasked,
                    rest => Answer::Given(Text::new(&rest)),
                };
            }
        }
    }
}

impl TreatmentOption {
    fn noted_mut(&mut self, field: Field) -> Option<&mut Answer<Text>> {
        match field {
            OptTreats => Some(&mut self.kinds_of_treatment),
            OptPlanMade => Some(&mut self.how_plan_is_made),
            OptUsesAgain => Some(&mut self.if_someone_uses_again),
            OptFits => Some(&mut self.who_feels_at_home),
            _ => None,
        }
    }
}

/// What was in the line of an ask that was left.
const LEFT: &str = "-";

#[cfg(test)]
#[path = "call_tests.rs"]
mod tests;
