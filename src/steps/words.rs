//! Words: what each of us says, in nine parts, and what may be said back.

use crate::journey::Question;
use crate::journey::Tier::*;
use crate::journey::kinds::{ItemList, PersonPick, Pick, TextInput};
use crate::plan::Field::*;
use crate::plan::{CodedChoice, Id, List, Plan, Section, at};

use super::gate_lets;

/// Statements and objections.
pub static WORDS: &[Question] = &[
    Question::new(
        Statements,
        Everything,
        &ItemList {
            list: List::Statements,
            section: Section::Words,
            questions: STATEMENT,
            title: |plan, at, _| name(plan, plan.statements[at].person.given()),
            prepare: |_, _| None,
            init_item: |_, _| {},
        },
    )
    .when(gate_lets),
    Question::new(
        Objections,
        Everything,
        &ItemList {
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
            prepare: |_, _| None,
            init_item: |_, _| {},
        },
    )
    .when(gate_lets),
];

static STATEMENT: &[Question] = &[
    Question::new(StaPerson, ThePlan, &PersonPick::any(at!(statements[].person))),
    Question::new(StaLove, ThePlan, &TextInput::one_paragraph(at!(statements[].love))),
    Question::new(
        StaIllness,
        ThePlan,
        &TextInput::one_paragraph(at!(statements[].illness)),
    ),
    Question::new(StaEvents, ThePlan, &TextInput::one_paragraph(at!(statements[].events))),
    Question::new(
        StaFeeling,
        ThePlan,
        &TextInput::one_paragraph(at!(statements[].feeling)),
    ),
    Question::new(
        StaUnderstanding,
        ThePlan,
        &TextInput::one_paragraph(at!(statements[].understanding)),
    ),
    Question::new(StaAsk, ThePlan, &TextInput::one_paragraph(at!(statements[].ask))),
    Question::new(StaOffer, ThePlan, &TextInput::one_paragraph(at!(statements[].offer))),
    Question::new(
        StaBoundary,
        ThePlan,
        &TextInput::one_paragraph(at!(statements[].boundary)),
    ),
    Question::new(StaHope, ThePlan, &TextInput::one_paragraph(at!(statements[].hope))),
];

static OBJECTION: &[Question] = &[
    Question::new(ObjKind, ThePlan, &Pick::of(at!(objections[].kind))),
    Question::new(ObjTrue, ThePlan, &Pick::of(at!(objections[].is_true)))
        .when(|plan, at| plan.objections[at].only_if_true()),
    Question::new(
        ObjAnswer,
        ThePlan,
        &TextInput::starting_with(at!(objections[].answer), |plan, at, words| {
            let kind = plan.objections[at].kind.given();
            let known = kind.and_then(|kind| words.words.objection.get(kind.code()));
            known
                .map(|objection| words.fill_names(objection.answer, plan, ""))
                .unwrap_or_default()
        }),
    ),
    Question::new(ObjSpeaker, ThePlan, &PersonPick::adult(at!(objections[].speaker))),
];

fn name(plan: &Plan, id: Option<&Id>) -> String {
    id.and_then(|id| plan.name_of(id)).unwrap_or_default()
}
