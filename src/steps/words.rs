//! Words (facts 7): what each of us says, in nine parts, and what may be said back.

use crate::plan::Field::*;
use crate::plan::{Choice, Id, List, Plan, Section, at};
use crate::walk::Question;
use crate::walk::Tier::*;
use crate::walk::kinds::{Group, Long, Pick, Who};

use super::gate_lets;

/// Statements and objections.
pub static WORDS: &[Question] = &[
    Question::new(
        Statements,
        Everything,
        &Group {
            list: List::Statements,
            section: Section::Words,
            questions: STATEMENT,
            title: |plan, at, _| name(plan, plan.statements[at].person.given()),
            ready: |_, _| None,
            begin: |_, _| {},
        },
    )
    .when(gate_lets),
    Question::new(
        Objections,
        Everything,
        &Group {
            list: List::Objections,
            section: Section::Words,
            questions: OBJECTION,
            title: |plan, at, words| {
                plan.objections[at]
                    .kind
                    .given()
                    .map(|kind| words.label(kind))
                    .unwrap_or_default()
            },
            ready: |_, _| None,
            begin: |_, _| {},
        },
    )
    .when(gate_lets),
];

static STATEMENT: &[Question] = &[
    Question::new(StaPerson, ThePlan, &Who(at!(statements[].person))),
    Question::new(StaLove, ThePlan, &Long::joined(at!(statements[].love))),
    Question::new(StaIllness, ThePlan, &Long::joined(at!(statements[].illness))),
    Question::new(StaEvents, ThePlan, &Long::joined(at!(statements[].events))),
    Question::new(StaFeeling, ThePlan, &Long::joined(at!(statements[].feeling))),
    Question::new(
        StaUnderstanding,
        ThePlan,
        &Long::joined(at!(statements[].understanding)),
    ),
    Question::new(StaAsk, ThePlan, &Long::joined(at!(statements[].ask))),
    Question::new(StaOffer, ThePlan, &Long::joined(at!(statements[].offer))),
    Question::new(StaBoundary, ThePlan, &Long::joined(at!(statements[].boundary))),
    Question::new(StaHope, ThePlan, &Long::joined(at!(statements[].hope))),
];

static OBJECTION: &[Question] = &[
    Question::new(ObjKind, ThePlan, &Pick(at!(objections[].kind))),
    Question::new(ObjTrue, ThePlan, &Pick(at!(objections[].is_true)))
        .when(|plan, at| plan.objections[at].only_if_true()),
    Question::new(
        ObjAnswer,
        ThePlan,
        &Long::from(at!(objections[].answer), |plan, at, words| {
            let kind = plan.objections[at].kind.given();
            let known = kind.and_then(|kind| words.step(Section::Words).objection.get(kind.code()));
            known
                .map(|objection| words.speak(&objection.answer, plan, ""))
                .unwrap_or_default()
        }),
    ),
    Question::new(ObjSpeaker, ThePlan, &Who(at!(objections[].speaker))),
];

fn name(plan: &Plan, id: Option<&Id>) -> String {
    id.and_then(|id| plan.name_of(id)).unwrap_or_default()
}
