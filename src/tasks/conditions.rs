//! When a task shows, by what a plan knows.

use crate::plan::*;
use crate::readiness::gate;
pub use crate::readiness::is_group_meeting as group;

/// Rows without a condition.
pub fn always(_: &Plan) -> bool {
    true
}

/// Somebody sends a letter.
pub fn by_letter(plan: &Plan) -> bool {
    plan.attendees.iter().any(Attendee::writes)
}

/// A meeting or a letter: row 27.
pub fn letters(plan: &Plan) -> bool {
    group(plan) || by_letter(plan)
}

/// The planner is under 18 (design#gate).
pub fn young(plan: &Plan) -> bool {
    plan.person.ages.is(&Ages::PlannerUnder)
}

/// The planner is not known to be under 18.
pub fn grown(plan: &Plan) -> bool {
    !young(plan)
}

/// Naloxone, where an adult plans: row 1.
pub fn naloxone(plan: &Plan) -> bool {
    grown(plan) && plan.may_be_opioids()
}

/// Naloxone, where the planner is under 18.
pub fn naloxone_by_adult(plan: &Plan) -> bool {
    young(plan) && plan.may_be_opioids()
}

/// Days without opioids, or stopping now: the body takes less than before.
pub fn tolerance(plan: &Plan) -> bool {
    let without = plan.recently(Recent::DaysWithout) || plan.recently(Recent::StoppingNow);
    plan.may_be_opioids() && without
}

/// In jail.
pub fn jailed(plan: &Plan) -> bool {
    plan.change() == Some(&Change::InJail)
}

/// In jail, where the first day out can kill.
pub fn jailed_opioids(plan: &Plan) -> bool {
    jailed(plan) && plan.may_be_opioids()
}

/// In hospital.
pub fn in_hospital(plan: &Plan) -> bool {
    plan.change() == Some(&Change::InHospital)
}

/// They cannot be found.
pub fn missing(plan: &Plan) -> bool {
    plan.change() == Some(&Change::CannotFind)
}

/// They found the plan.
pub fn found_plan(plan: &Plan) -> bool {
    plan.change() == Some(&Change::FoundPlan)
}

/// The family is stopping.
pub fn stopping(plan: &Plan) -> bool {
    plan.change() == Some(&Change::Stopping)
}

/// The person is under 18.
pub fn person_under(plan: &Plan) -> bool {
    plan.person.ages.is(&Ages::PersonUnder)
}

/// Alcohol, whatever else.
pub fn alcohol(plan: &Plan) -> bool {
    plan.uses(Substance::Alcohol)
}

/// Calming pills, whatever else.
pub fn calming(plan: &Plan) -> bool {
    plan.uses(Substance::Benzodiazepines)
}

/// Somebody alive may be feared: everybody is alive, or it is known of somebody else than the one who died.
pub fn may_be_feared(plan: &Plan) -> bool {
    !died(plan) || plan.safety.this_session.harm.is_one_of(&[Harm::ToThem, Harm::BothWays])
}

/// A detox program is among the options.
pub fn detox(plan: &Plan) -> bool {
    plan.uses_an_opioid() && plan.treatment_options.iter().any(is_detox)
}

/// A detox program.
pub fn is_detox(place: &TreatmentOption) -> bool {
    place.kind.is(&OptionKind::Detox)
}

/// Row 8. A counselor tells nobody.
pub fn tells(plan: &Plan) -> bool {
    grown(plan) && !plan.is_at_work()
}

/// The gate is not open; a planner under 18 has a first task of their own.
pub fn talk_first(plan: &Plan) -> bool {
    grown(plan) && gate(plan) != Gate::Open
}

/// A safety question was passed over, left or put off. Read from what the file keeps, so that it is the same after
/// the program was closed.
pub fn safety_unasked(plan: &Plan) -> bool {
    let kept = [plan.person.recent.state(), plan.safety.means.state()];
    let unput = Safety::PRIVATE_QUESTIONS
        .iter()
        .any(|field| !plan.safety.was_asked(*field));
    unput || kept.iter().any(|state| *state != AnswerState::Given)
}

/// There is insurance: row 19.
pub fn insured(plan: &Plan) -> bool {
    plan.person.insurance.is(&Known::Yes)
}

/// No insurance, or none known of: row 20.
pub fn uninsured(plan: &Plan) -> bool {
    !insured(plan)
}

/// An opioid is used, and no place on the list offers a medicine for it yet.
pub fn no_medicine(plan: &Plan) -> bool {
    plan.uses_an_opioid() && !plan.treatment_options.iter().any(TreatmentOption::offers_medicine)
}

/// An option with a bed: rows 23 and 39.
pub fn stays_over(plan: &Plan) -> bool {
    plan.treatment_options.iter().any(has_beds)
}

/// One stays there overnight.
pub fn has_beds(place: &TreatmentOption) -> bool {
    use OptionKind::*;
    place.kind.is_one_of(&[Residential, Detox, Hospital])
}

/// There is a first choice: rows 37 and 44.
pub fn chosen(plan: &Plan) -> bool {
    plan.first_choice().is_some()
}

/// A boundary on housing, children or the phone: row 29.
pub fn grave_boundary(plan: &Plan) -> bool {
    plan.boundaries.iter().any(Boundary::is_grave)
}

/// They work or study: rows 30 and 56.
pub fn works(plan: &Plan) -> bool {
    plan.person.work.is_one_of(&[Work::Works, Work::Studies, Work::Both])
}

/// Somebody works, and nobody has said yet that they will find out about leave, which is a task of its own: row 30.
pub fn leave_to_ask(plan: &Plan) -> bool {
    works(plan) && plan.day.leave.later().is_none()
}

/// Children in the home, or somebody under 18 among those who help: row 32.
pub fn children(plan: &Plan) -> bool {
    let home = plan
        .person
        .children
        .given()
        .is_some_and(|children| *children != Children::No);
    home || plan.attendees.iter().any(Attendee::is_minor)
}

/// They may come home to the family: row 65. Unknown counts, for it is a row of safety.
pub fn returning_home(plan: &Plan) -> bool {
    !plan
        .person
        .home
        .is_one_of(&[Home::OwnPlace, Home::WithOthers, Home::NoFixed])
}

/// They have died: row 71.
pub fn died(plan: &Plan) -> bool {
    plan.change() == Some(&Change::Died)
}
