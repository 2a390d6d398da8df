//! Which way, the day, and what comes afterwards (facts 8).

use crate::plan::Field::*;
use crate::plan::{self, List, Plan, Section, at};
use crate::walk::Question;
use crate::walk::Tier::*;
use crate::walk::kinds::{Check, Day, Days, Group, Line, Long, Order as Ordered, Pick, Who};

use super::gate_lets;

/// Which way.
pub static WAY: &[Question] = &[
    Question::new(Way, ThePlan, &Pick(at!(way.kind))).when(gate_lets),
    Question::new(Invitation, Everything, &Long::joined(at!(way.invitation))).when(gate_lets),
];

/// The day and afterwards.
pub static DAY: &[Question] = &[
    Question::new(Date, ThePlan, &Day(at!(day.date))).when(gate_lets),
    Question::new(Place, ThePlan, &Line(at!(day.place), Check::Nothing)).when(gate_lets),
    Question::new(Time, Everything, &Line(at!(day.time), Check::Nothing)).when(gate_lets),
    Question::new(BadDays, Everything, &Days(at!(day.days_that_will_not_do))).when(gate_lets),
    Question::new(ClearTime, Everything, &Line(at!(day.clear_time), Check::Nothing)).when(gate_lets),
    Question::new(Rehearsal, Everything, &Day(at!(day.rehearsal))).when(group_meets),
    Question::new(Order, More, &Ordered(at!(day.order))).when(group_meets),
    Question::new(Seats, More, &Long::lines(at!(day.seats))).when(group_meets),
    Question::new(Opening, Everything, &Long::joined(at!(day.opening))).when(group_meets),
    Question::new(Closing, Everything, &Long::joined(at!(day.closing))).when(group_meets),
    Question::new(StopWord, Everything, &Line(at!(day.stop_word), Check::Nothing)).when(group_meets),
    Question::new(Transport, Everything, &Long::joined(at!(day.transport))).when(gate_lets),
    Question::new(Bag, More, &Long::lines(at!(day.bag))).when(gate_lets),
    Question::new(HomeCare, Everything, &Long::joined(at!(day.home_care))),
    Question::new(Leave, More, &Long::joined(at!(day.leave))),
    Question::new(Money, More, &Long::joined(at!(day.money))),
    Question::new(PlanB, More, &Long::lines(at!(day.plan_b))).when(gate_lets),
    Question::new(GoesAlong, Everything, &Who(at!(afterwards.goes_along))).when(gate_lets),
    Question::new(NotYet, Everything, &Long::joined(at!(afterwards.not_yet))).when(gate_lets),
    Question::new(IfNo, Everything, &Long::joined(at!(afterwards.if_no))).when(gate_lets),
    Question::new(Tonight, Everything, &Who(at!(afterwards.tonight))).when(gate_lets),
    Question::new(Tomorrow, Everything, &Who(at!(afterwards.tomorrow))).when(gate_lets),
    Question::new(NaloxoneWith, Everything, &Who(at!(afterwards.naloxone_with))).when(|it, _| it.may_be_opioids()),
    Question::new(IfReturns, Everything, &Long::joined(at!(afterwards.if_use_returns))),
    Question::new(
        FollowUps,
        Everything,
        &Group {
            list: List::FollowUps,
            section: Section::Day,
            questions: FOLLOW_UP,
            title: |plan, at, _| plan.afterwards.follow_ups[at].what.words().into(),
            ready: |_, _| None,
            begin: |_, _| {},
        },
    )
    .when(gate_lets),
];

static FOLLOW_UP: &[Question] = &[
    Question::new(
        FolWhat,
        ThePlan,
        &Line(at!(afterwards.follow_ups[].what), Check::Nothing),
    ),
    Question::new(FolOn, ThePlan, &Day(at!(afterwards.follow_ups[].on))),
    Question::new(FolWho, ThePlan, &Who(at!(afterwards.follow_ups[].person))),
];

/// More than one person speaks.
fn group_meets(plan: &Plan, item: usize) -> bool {
    gate_lets(plan, item) && !plan.way.kind.is(&plan::Way::Talk)
}

/// Review: a page of its own, asked by whoever shows it.
pub static REVIEW: &[Question] = &[Question::new(Review, Everything, &super::review::Reviewed)];
