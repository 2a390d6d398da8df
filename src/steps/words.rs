//! Words: what each of us says, in nine parts, and what may be said back.

use crate::journey::Question;
use crate::journey::Tier::*;
use crate::journey::kinds::{ItemList, PersonPick, Pick, TextInput};
use crate::plan::Field::*;
use crate::plan::{ById, CodedChoice, Id, List, Objection, ObjectionKind, Plan, Section, at};

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
            title: |plan, id, _| {
                let statement = plan.statements.by_id(id);
                name(plan, statement.and_then(|it| it.person.given()))
            },
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
            title: |plan, id, words| kind(plan, id).map(|kind| words.label(kind)).unwrap_or_default(),
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
        .when(|plan, id| plan.objections.by_id(id).is_some_and(Objection::only_if_true)),
    Question::new(
        ObjAnswer,
        ThePlan,
        &TextInput::starting_with(at!(objections[].answer), |plan, id, words| {
            let known = kind(plan, id).and_then(|kind| words.step(Section::Words).objection.get(kind.code()));
            known
                .map(|objection| words.fill_names(&objection.answer, plan, ""))
                .unwrap_or_default()
        }),
    ),
    Question::new(ObjSpeaker, ThePlan, &PersonPick::adult(at!(objections[].speaker))),
];

fn kind<'a>(plan: &'a Plan, id: &Id) -> Option<&'a ObjectionKind> {
    plan.objections.by_id(id)?.kind.given()
}

fn name(plan: &Plan, id: Option<&Id>) -> String {
    id.and_then(|id| plan.name_of(id)).unwrap_or_default()
}
