//! Which way, the day, and what comes afterwards (evidence#checklist).

use crate::journey::Question;
use crate::journey::Tier::*;
use crate::journey::kinds::{
    DateInput, DatesInput, ItemList, LineCheck, LineInput, PeopleOrder as Ordered, PersonPick, Pick, TextInput,
};
use crate::plan::Field::*;
use crate::plan::{self, ById, Id, List, Plan, Section, at};

use super::gate_lets;

/// Which way.
pub static WAY: &[Question] = &[
    Question::new(Way, ThePlan, &Pick::of(at!(way.kind))).when(gate_lets),
    Question::new(Invitation, Everything, &TextInput::one_paragraph(at!(way.invitation))).when(gate_lets),
];

/// The day and afterwards.
pub static DAY: &[Question] = &[
    Question::new(Date, ThePlan, &DateInput(at!(day.date))).when(gate_lets),
    Question::new(Place, ThePlan, &LineInput(at!(day.place), LineCheck::Nothing)).when(gate_lets),
    Question::new(Time, Everything, &LineInput(at!(day.time), LineCheck::Nothing)).when(gate_lets),
    Question::new(BadDays, Everything, &DatesInput(at!(day.days_that_will_not_do))).when(gate_lets),
    Question::new(
        ClearTime,
        Everything,
        &LineInput(at!(day.clear_time), LineCheck::Nothing),
    )
    .when(gate_lets),
    Question::new(Rehearsal, Everything, &DateInput(at!(day.rehearsal))).when(group_meets),
    Question::new(Order, OnRequest, &Ordered(at!(day.order))).when(group_meets),
    Question::new(Seats, OnRequest, &TextInput::many_lines(at!(day.seats))).when(group_meets),
    Question::new(Opening, Everything, &TextInput::one_paragraph(at!(day.opening))).when(group_meets),
    Question::new(Closing, Everything, &TextInput::one_paragraph(at!(day.closing))).when(group_meets),
    Question::new(StopWord, Everything, &LineInput(at!(day.stop_word), LineCheck::Nothing)).when(group_meets),
    Question::new(Transport, Everything, &TextInput::one_paragraph(at!(day.transport))).when(gate_lets),
    Question::new(Bag, OnRequest, &TextInput::many_lines(at!(day.bag))).when(gate_lets),
    Question::new(HomeCare, Everything, &TextInput::one_paragraph(at!(day.home_care))),
    Question::new(Leave, OnRequest, &TextInput::one_paragraph(at!(day.leave))),
    Question::new(Money, OnRequest, &TextInput::one_paragraph(at!(day.money))),
    Question::new(PlanB, OnRequest, &TextInput::many_lines(at!(day.plan_b))).when(gate_lets),
    Question::new(GoesAlong, Everything, &PersonPick::adult(at!(afterwards.goes_along))).when(gate_lets),
    Question::new(NotYet, Everything, &TextInput::one_paragraph(at!(afterwards.not_yet))).when(gate_lets),
    Question::new(IfNo, Everything, &TextInput::one_paragraph(at!(afterwards.if_no))).when(gate_lets),
    Question::new(Tonight, Everything, &PersonPick::adult(at!(afterwards.tonight))).when(gate_lets),
    Question::new(Tomorrow, Everything, &PersonPick::adult(at!(afterwards.tomorrow))).when(gate_lets),
    Question::new(
        NaloxoneWith,
        Everything,
        &PersonPick::adult(at!(afterwards.naloxone_with)),
    )
    .when(|it, _| it.may_be_opioids()),
    Question::new(
        IfReturns,
        Everything,
        &TextInput::one_paragraph(at!(afterwards.if_use_returns)),
    ),
    Question::new(
        FollowUps,
        Everything,
        &ItemList {
            list: List::FollowUps,
            section: Section::Day,
            questions: FOLLOW_UP,
            title: |plan, id, _| {
                let follow_up = plan.afterwards.follow_ups.by_id(id);
                follow_up.map_or("", |it| it.what.words()).into()
            },
            prepare: |_, _| None,
            init_item: |_, _| {},
        },
    )
    .when(gate_lets),
];

static FOLLOW_UP: &[Question] = &[
    Question::new(
        FolWhat,
        ThePlan,
        &LineInput(at!(afterwards.follow_ups[].what), LineCheck::Nothing),
    ),
    Question::new(FolOn, ThePlan, &DateInput(at!(afterwards.follow_ups[].on))),
    Question::new(FolWho, ThePlan, &PersonPick::adult(at!(afterwards.follow_ups[].person))),
];

/// More than one person speaks.
fn group_meets(plan: &Plan, item: &Id) -> bool {
    gate_lets(plan, item) && !plan.way.kind.is(&plan::Way::Talk)
}

/// Review: a page of its own, asked by whoever shows it.
pub static REVIEW: &[Question] = &[Question::new(Review, Everything, &super::review::ReviewDone)];
