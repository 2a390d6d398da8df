//! Which way, the day, and what comes afterwards (evidence#checklist).

use crate::journey::Question;
use crate::journey::kinds::ItemList;
use crate::plan::{self, ById, Id, List, Plan, Section};
use crate::words::Words;

use super::gate_lets;
use super::table::questions;

/// Which way.
pub static WAY: &[Question] = questions! {
    Way, ThePlan, pick(way.kind).told_after(), when(gate_lets);
    Invitation, Everything, paragraph(way.invitation), when(gate_lets);
};

/// The day and afterwards.
pub static DAY: &[Question] = questions! {
    Date, ThePlan, date(day.date), when(gate_lets);
    Place, ThePlan, line(day.place), when(gate_lets);
    Time, Everything, line(day.time), when(gate_lets);
    BadDays, Everything, dates(day.days_that_will_not_do), when(gate_lets);
    ClearTime, Everything, line(day.clear_time), when(gate_lets);
    Rehearsal, Everything, date(day.rehearsal), when(group_meets);
    Order, OnRequest, order(day.order), when(group_meets);
    Seats, OnRequest, lines(day.seats), when(group_meets);
    Opening, Everything, paragraph(day.opening), when(group_meets);
    Closing, Everything, paragraph(day.closing), when(group_meets);
    StopWord, Everything, line(day.stop_word), when(group_meets);
    Transport, Everything, paragraph(day.transport).starting_with(way_to_the_first), when(gate_lets);
    Bag, OnRequest, lines(day.bag), when(gate_lets);
    HomeCare, Everything, paragraph(day.home_care).starting_with(the_calm_adult);
    Leave, OnRequest, paragraph(day.leave);
    Money, OnRequest, paragraph(day.money);
    PlanB, OnRequest, lines(day.plan_b), when(gate_lets);
    GoesAlong, Everything, adult(afterwards.goes_along).starting_with(who_goes_to_the_first), when(gate_lets);
    NotYet, Everything, paragraph(afterwards.not_yet), when(gate_lets);
    IfNo, Everything, paragraph(afterwards.if_no), when(gate_lets);
    Tonight, Everything, adult(afterwards.tonight), when(gate_lets);
    Tomorrow, Everything, adult(afterwards.tomorrow), when(gate_lets);
    NaloxoneWith, Everything, adult(afterwards.naloxone_with), when(|plan, _| plan.may_be_opioids());
    IfReturns, Everything, paragraph(afterwards.if_use_returns);
    TheySaid, ThePlan, paragraph(afterwards.they_said), when(was_the_day);
    Better, ThePlan, paragraph(afterwards.better), when(was_the_day);
    Rests, ThePlan, person(afterwards.rests), when(was_the_day);
    FollowUps, Everything, own(ItemList::of(List::FollowUps, Section::Day, FOLLOW_UP, title)), when(gate_lets);
};

static FOLLOW_UP: &[Question] = questions! {
    FolWhat, ThePlan, line(afterwards.follow_ups[].what);
    FolOn, ThePlan, date(afterwards.follow_ups[].on);
    FolWho, ThePlan, adult(afterwards.follow_ups[].person);
};

/// How they get to the first choice, if that was asked with the place.
fn way_to_the_first(plan: &Plan, _: &Id, _: &Words) -> String {
    let first = plan.first_choice();
    first
        .map_or("", |first| first.transport_plan_to_get_there.words())
        .into()
}

/// Who goes with them to the first choice.
fn who_goes_to_the_first(plan: &Plan, _: &Id) -> Option<Id> {
    plan.first_choice()?.who_goes_along.given().cloned()
}

/// The calm adult for the children, while there are any.
fn the_calm_adult(plan: &Plan, _: &Id, _: &Words) -> String {
    let theirs = plan.person.children.is(&plan::Children::Yes);
    let adult = Some(plan.person.calm_adult.words()).filter(|_| theirs);
    adult.unwrap_or_default().into()
}

/// What a talk is about.
fn title(plan: &Plan, id: &Id, _: &Words) -> String {
    let follow_up = plan.afterwards.follow_ups.by_id(id);
    follow_up.map_or("", |it| it.what.words()).into()
}

/// They came together: how it went is asked about (design#return).
fn was_the_day(plan: &Plan, item: &Id) -> bool {
    gate_lets(plan, item) && plan.change().is_none() && plan.talked()
}

/// More than one person speaks.
fn group_meets(plan: &Plan, item: &Id) -> bool {
    gate_lets(plan, item) && !plan.way.kind.is(&plan::Way::Talk)
}

/// Review: a page of its own, asked by whoever shows it.
pub static REVIEW: &[Question] = questions! {
    Review, Everything, own(super::review::ReviewDone);
};
