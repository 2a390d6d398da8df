//! Words: what each of us says, in nine parts, and what may be said back.

use crate::journey::Question;
use crate::journey::kinds::ItemList;
use crate::plan::{Boundary, ById, CodedChoice, Id, List, Objection, ObjectionKind, Plan, Section};
use crate::readiness;
use crate::words::Words;

use super::gate_lets;
use super::table::questions;

/// Statements and objections.
pub static WORDS: &[Question] = questions! {
    Statements, Everything, own(ItemList::of(List::Statements, Section::Words, STATEMENT, who_speaks)), when(gate_lets);
    Objections, Everything, own(ItemList::of(List::Objections, Section::Words, OBJECTION, what_is_said)), when(gate_lets);
};

static STATEMENT: &[Question] = questions! {
    StaPerson, ThePlan, person(statements[].person);
    StaLove, ThePlan, paragraph(statements[].love).starting_with(what_we_love);
    StaIllness, ThePlan, paragraph(statements[].illness);
    StaEvents, ThePlan, paragraph(statements[].events);
    StaFeeling, ThePlan, paragraph(statements[].feeling);
    StaUnderstanding, ThePlan, paragraph(statements[].understanding);
    StaAsk, ThePlan, paragraph(statements[].ask);
    StaOffer, ThePlan, paragraph(statements[].offer);
    StaBoundary, ThePlan, paragraph(statements[].boundary).starting_with(own_boundary);
    StaHope, ThePlan, paragraph(statements[].hope);
};

static OBJECTION: &[Question] = questions! {
    ObjKind, ThePlan, pick(objections[].kind).told_after();
    ObjTrue, ThePlan, pick(objections[].is_true), when(only_if_true);
    ObjAnswer, ThePlan, paragraph(objections[].answer).starting_with(calm_answer);
    ObjSpeaker, ThePlan, adult(objections[].speaker);
};

fn kind<'a>(plan: &'a Plan, id: &Id) -> Option<&'a ObjectionKind> {
    plan.objections.by_id(id)?.kind.given()
}

fn what_is_said(plan: &Plan, id: &Id, words: &Words) -> String {
    kind(plan, id).map(|kind| words.label(kind)).unwrap_or_default()
}

fn calm_answer(plan: &Plan, id: &Id, words: &Words) -> String {
    let known = kind(plan, id).and_then(|kind| words.words.objection.get(kind.code()));
    known
        .map(|objection| words.fill_names(objection.answer, plan, ""))
        .unwrap_or_default()
}

fn only_if_true(plan: &Plan, id: &Id) -> bool {
    plan.objections.by_id(id).is_some_and(Objection::only_if_true)
}

/// What the planner has said already that they love about the person, in their own statement.
fn what_we_love(plan: &Plan, id: &Id, _: &Words) -> String {
    let own = plan
        .statements
        .by_id(id)
        .is_some_and(|one| one.person.is(&Id::planner()));
    if own {
        plan.person.love.words().to_string()
    } else {
        String::new()
    }
}

/// Their own boundary, where they have one that holds and takes back nothing that keeps somebody alive.
fn own_boundary(plan: &Plan, id: &Id, words: &Words) -> String {
    let speaker = plan.statements.by_id(id).and_then(|one| one.person.given());
    let theirs = |one: &&Boundary| {
        speaker.is_some_and(|id| one.person.is(id))
            && one.is_for_the_day()
            && !readiness::takes_vital_help(one, words.coach_rules())
    };
    let own = plan.boundaries.iter().find(theirs);
    own.map(|one| one.i_will.words().to_string()).unwrap_or_default()
}

fn who_speaks(plan: &Plan, id: &Id, _: &Words) -> String {
    let statement = plan.statements.by_id(id);
    let speaker = statement.and_then(|it| it.person.given());
    speaker.and_then(|id| plan.name_of(id)).unwrap_or_default()
}
