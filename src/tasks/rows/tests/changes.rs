//! What changes a calm plan, so that a row is shown or hidden.

use crate::plan::*;
use crate::tasks::sample::{TODAY, add_option, add_person, date};

pub fn as_it_is(_: &mut Plan) {}

pub fn close(plan: &mut Plan) {
    plan.safety.this_session.harm = Answer::Given(Harm::ByThem);
}

pub fn alcohol(plan: &mut Plan) {
    plan.person.substances = Answer::Given(vec![Substance::Alcohol]);
}

pub fn young(plan: &mut Plan) {
    plan.person.ages = Answer::Given(Ages::PlannerUnder);
}

pub fn died(plan: &mut Plan) {
    change(plan, Change::Died);
}

pub fn stopping(plan: &mut Plan) {
    change(plan, Change::Stopping);
}

pub fn invited(plan: &mut Plan) {
    plan.way.kind = Answer::Given(Way::Invited);
}

pub fn a_talk(plan: &mut Plan) {
    plan.way.kind = Answer::Given(Way::Talk);
    add_person(plan, "Mara");
    add_person(plan, "Tom");
}

pub fn a_letter(plan: &mut Plan) {
    add_person(plan, "Gran");
    plan.attendees[0].takes_part = Answer::Given(TakesPart::Letter);
}

pub fn a_statement(plan: &mut Plan) {
    a_letter(plan);
    let writer = plan.attendees[0].id.clone();
    let id = plan.add(List::Statements);
    plan.statements[&id].person = Answer::Given(writer);
}

pub fn insured(plan: &mut Plan) {
    plan.person.insurance = Answer::Given(Known::Yes);
}

pub fn bed(plan: &mut Plan) {
    add_option(plan, "Hillview", OptionKind::Residential);
}

pub fn office(plan: &mut Plan) {
    add_option(plan, "Riverside", OptionKind::Office);
}

pub fn naltrexone(plan: &mut Plan) {
    office(plan);
    plan.treatment_options[0].medications = Answer::Given(vec![Medicine::Naltrexone]);
}

pub fn boundary(plan: &mut Plan, kind: BoundaryKind) {
    let id = plan.add(List::Boundaries);
    plan.boundaries[&id].kind = Answer::Given(kind);
}

pub fn bound(plan: &mut Plan) {
    boundary(plan, BoundaryKind::Money);
    plan.boundaries[0].person = Answer::Given(Id::planner());
}

pub fn detox(plan: &mut Plan) {
    add_option(plan, "Hillview", OptionKind::Detox);
}

pub fn recent(plan: &mut Plan, what: Recent) {
    plan.person.recent = Answer::Given(vec![what]);
}

pub fn days_without(plan: &mut Plan) {
    recent(plan, Recent::DaysWithout);
}

pub fn works(plan: &mut Plan) {
    plan.person.work = Answer::Given(Work::Works);
}

pub fn hospital(plan: &mut Plan) {
    change(plan, Change::InHospital);
}

pub fn found(plan: &mut Plan) {
    change(plan, Change::FoundPlan);
}

pub fn lost(plan: &mut Plan) {
    change(plan, Change::CannotFind);
}

pub fn meth(plan: &mut Plan) {
    plan.person.substances = Answer::Given(vec![Substance::Meth]);
}

pub fn benzos(plan: &mut Plan) {
    plan.person.substances = Answer::Given(vec![Substance::Benzodiazepines]);
}

pub fn on_medicine(plan: &mut Plan) {
    plan.person.care = Answer::Given(Care::Medicine);
}

pub fn under_18(plan: &mut Plan) {
    plan.person.ages = Answer::Given(Ages::PersonUnder);
}

pub fn no_way_yet(plan: &mut Plan) {
    add_person(plan, "Mara");
    add_person(plan, "Tom");
}

pub fn change(plan: &mut Plan, kind: Change) {
    plan.visit.changes.push(ChangeNote { kind, on: date(TODAY) });
}

pub fn child(plan: &mut Plan) {
    add_person(plan, "Kim");
    plan.attendees[0].adult = Answer::Given(YesNo::No);
}
