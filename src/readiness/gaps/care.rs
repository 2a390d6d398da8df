//! Rules on professionals and treatment options.

use chrono::NaiveDate;

use crate::plan::*;
use crate::readiness::gate::is_contacted;

use super::safety::{detox_alone, treats};
use super::{About, GapRule, about_plan, gap_rules};

/// The gap_rules of this theme.
pub(super) const RULES: &[GapRule] = gap_rules! {
    NoProfessional, Must, Care, Professionals, Answers(no_professional), ["M3", "H2"];
    ProSaysNotYet, Must, Meeting, ProAgrees, Answers(pro_says_not_yet), ["M3", "H2"];
    DateNotTold, Must, Meeting, ProKnowsDate, Answers(date_not_told), ["D"];
    NoOption, Must, Care, Options, Answers(no_option), ["M2", "L2"];
    NoMedicineOption, Must, Care, OptMedication, Answers(no_medicine), ["E20", "E25"];
    NotSuited, Better, Care, OptSuited, Answers(not_suited), ["N180", "N182", "N183"];
    BedNotFree, Must, Meeting, OptSoonest, Answers(bed_not_free), ["Wd2", "E21"];
    BedGone, Must, Meeting, OptHeldUntil, Answers(bed_gone), ["W3", "L2"];
    InsuranceOpen, Must, Care, Insurance, Answers(insurance_open), ["T11", "M2"];
    FirstRedFlags, Must, Care, OptRedFlags, Answers(first_red_flags), ["B2", "T8"];
    ProNotAsked, Better, Meeting, ProAgrees, Answers(pro_not_asked), ["M3", "H2"];
    BackupRedFlags, Better, Care, OptRedFlags, Answers(backup_red_flags), ["B2", "T8"];
    StartUnknown, Better, Care, OptSoonest, Answers(start_unknown), ["Wd2", "L2"];
    FewOptions, Better, Care, Options, Answers(few_options), ["Wd4", "W10b"];
};

/// The task that, ticked, says that a prescriber was asked. Asking every place is not that.
const ASKED_PRESCRIBER: &str = "ask_a_prescriber";

fn known(plan: &Plan) -> impl Iterator<Item = &Professional> {
    plan.professionals.iter().filter(|pro| is_contacted(pro))
}

fn items<'a>(options: impl IntoIterator<Item = &'a TreatmentOption>) -> Vec<About> {
    options.into_iter().map(|option| About::item(&option.id)).collect()
}

/// Must: one talk with somebody who knows this work comes before every meeting.
fn no_professional(plan: &Plan, _: NaiveDate) -> Vec<About> {
    about_plan(known(plan).next().is_none())
}

/// Must: "not yet" is an answer, and it means wait. *Advised against* closes the gate.
fn pro_says_not_yet(plan: &Plan, _: NaiveDate) -> Vec<About> {
    let waits = known(plan).filter(|pro| pro.agrees_meeting_is_safe.is(&Agrees::NotYet));
    waits.map(|pro| About::item(&pro.id)).collect()
}

/// Better: with an open gate the plan may go on without a word of theirs, and it is good to have it.
fn pro_not_asked(plan: &Plan, _: NaiveDate) -> Vec<About> {
    let said = |pro: &&Professional| {
        pro.agrees_meeting_is_safe
            .is_one_of(&[Agrees::Yes, Agrees::NotYet, Agrees::Against])
    };
    if known(plan).any(|pro| said(&pro)) {
        return Vec::new();
    }
    known(plan).take(1).map(|pro| About::item(&pro.id)).collect()
}

/// Must: they said yes to a day they know, or to none. Where one knows, only who is known not to have heard speaks up.
fn date_not_told(plan: &Plan, _: NaiveDate) -> Vec<About> {
    if plan.day.date.given().is_none() {
        return Vec::new();
    }
    let one_knows = known(plan).any(|pro| pro.knows_the_date.is(&YesNo::Yes));
    let untold = known(plan).filter(|pro| match pro.knows_the_date.given() {
        Some(YesNo::Yes) => false,
        Some(YesNo::No) => true,
        _ => !one_knows,
    });
    untold.map(|pro| About::item(&pro.id)).collect()
}

/// Must: an offer is what the meeting is for.
fn no_option(plan: &Plan, _: NaiveDate) -> Vec<About> {
    about_plan(!plan.treatment_options.iter().any(treats))
}

/// Must: for opioids only medicine is known to keep people alive, methadone or buprenorphine: naltrexone
/// alone is no yes. Where no opioid is used it is not asked for. Silent where the family ticked that a
/// prescriber was asked, and where a graver rule says the same.
fn no_medicine(plan: &Plan, today: NaiveDate) -> Vec<About> {
    let offered = plan.treatment_options.iter().any(TreatmentOption::offers_medicine);
    let asked = plan
        .tasks
        .iter()
        .any(|mark| mark.id == ASKED_PRESCRIBER && mark.done.is_some());
    let graver = !no_option(plan, today).is_empty() || !detox_alone(plan, today).is_empty();
    if !plan.uses_an_opioid() || offered || asked || graver {
        return Vec::new();
    }
    vec![first_not_asked(plan, |option| &option.medication_offered)]
}

/// A question about a place is easier than a search for another one: the first that was not asked, if any.
fn first_not_asked(plan: &Plan, answer: fn(&TreatmentOption) -> &Answer<Checked>) -> About {
    let answered = |o: &TreatmentOption| answer(o).is_one_of(&[Checked::Yes, Checked::No]);
    let open = |o: &&TreatmentOption| treats(o) && !answered(o);
    match plan.treatment_options.iter().find(open) {
        Some(option) => About::item(&option.id),
        None => About::default().by(Field::Options),
    }
}

/// Better: where no opioid is used, something else is known to help. It is not to be had everywhere, so it
/// is in nobody's way.
fn not_suited(plan: &Plan, today: NaiveDate) -> Vec<About> {
    let offered = |option: &TreatmentOption| option.suited_treatment.is(&Checked::Yes);
    let found = plan.treatment_options.iter().any(offered);
    if plan.uses_an_opioid() || found || !no_option(plan, today).is_empty() {
        return Vec::new();
    }
    vec![first_not_asked(plan, |option| &option.suited_treatment)]
}

/// Must: a yes that has to wait is a time of danger (evidence#cards).
fn bed_not_free(plan: &Plan, _: NaiveDate) -> Vec<About> {
    let soonest = |option: &TreatmentOption| option.soonest_start.given()?.day();
    first_date(plan, soonest, |free, day| free > day)
}

/// Must: see above.
fn bed_gone(plan: &Plan, _: NaiveDate) -> Vec<About> {
    let held = |option: &TreatmentOption| option.bed_or_slot_held_until.given().copied();
    first_date(plan, held, |held, day| held < day)
}

/// The first choice, where a date of it does not fit the day.
fn first_date(
    plan: &Plan,
    date: fn(&TreatmentOption) -> Option<NaiveDate>,
    clashes: fn(NaiveDate, NaiveDate) -> bool,
) -> Vec<About> {
    let (Some(first), Some(day)) = (plan.first_choice(), plan.day.date.given()) else {
        return Vec::new();
    };
    let clash = date(first).filter(|date| clashes(*date, *day));
    clash.map(|date| About::item(&first.id).on(date)).into_iter().collect()
}

/// Must: a place that cannot be paid is no offer (evidence#call). One that takes other money too needs no insurance.
fn insurance_open(plan: &Plan, _: NaiveDate) -> Vec<About> {
    let insured = plan.person.insurance.is(&Known::Yes);
    let needs = |option: &&TreatmentOption| {
        let ways = option.pays_with.all();
        let insurance = |way: &Pays| matches!(way, Pays::Private | Pays::Medicaid | Pays::Medicare | Pays::Veterans);
        let other = |way: &Pays| matches!(way, Pays::SelfPay | Pays::Sliding | Pays::State);
        ways.iter().any(insurance) && !ways.iter().any(other)
    };
    items(plan.treatment_options.iter().filter(|option| !insured && needs(option)))
}

/// Must, not stop: a sign is no proof, and another place or a second look mends it (evidence#call).
fn first_red_flags(plan: &Plan, _: NaiveDate) -> Vec<About> {
    items(plan.first_choice().filter(|option| option.has_red_flag()))
}

/// Better: there is a first choice without them.
fn backup_red_flags(plan: &Plan, _: NaiveDate) -> Vec<About> {
    let first = plan.first_choice().map(|option| &option.id);
    let backups = plan.treatment_options.iter().filter(|o| Some(&o.id) != first);
    items(backups.filter(|option| option.has_red_flag()))
}

/// Better: the call to the place is a task already.
fn start_unknown(plan: &Plan, _: NaiveDate) -> Vec<About> {
    items(
        plan.first_choice()
            .filter(|option| !option.soonest_start.given().is_some_and(|start| start.is_known())),
    )
}

/// Better: people choose care more often where there is a choice.
fn few_options(plan: &Plan, today: NaiveDate) -> Vec<About> {
    let mut kinds: Vec<&OptionKind> = Vec::new();
    for option in plan.treatment_options.iter().filter(|option| treats(option)) {
        if let Some(kind) = option.kind.given().filter(|kind| !kinds.contains(kind)) {
            kinds.push(kind);
        }
    }
    about_plan(kinds.len() < 2 && no_option(plan, today).is_empty())
}

#[cfg(test)]
pub(super) mod tests;
