//! The shape of a row of the task list, and the shapes of a plan in which a row stays.

use super::settled::Settling;
use super::{Phase, Role, TaskKind, Timeframe};
use crate::plan::{Ages, Change, Gate, Plan};
use crate::readiness::gate;

/// One row of the task list: everything about a task that does not depend on a family.
#[derive(Clone, Copy, Debug)]
pub struct TaskRow {
    /// Its number (evidence#tasks), as it is printed.
    pub number: u16,
    /// What is to be done.
    pub kind: TaskKind,
    /// Under which heading it stands.
    pub phase: Phase,
    /// Who normally holds it.
    pub role: Role,
    /// When, counted from the day.
    pub offset: Offset,
    /// How long before the day it still helps.
    pub helps: Helps,
    /// Is it for one, or for each of several people?
    pub each: Each,
    /// What settles it.
    pub settling: Settling,
    /// The shapes of a plan that leave it on the list; the whole plan always does.
    pub stays: &'static [PlanShape],
    /// The column "show when".
    pub show: fn(&Plan) -> bool,
    /// What it rests on: codes of sources (evidence#sources), or `D` for derived.
    pub source: &'static [&'static str],
}

/// When a row falls due.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Offset {
    /// Today, whatever the day.
    Today,
    /// Today, as soon as somebody answers the phone.
    OpenToday,
    /// So many days from the day, negative before it.
    Day(i32),
    /// The same, for what is done by phone: it needs no day to be possible.
    Call(i32),
    /// At a time that no date can be worked out for.
    Timeframe(Timeframe),
}

/// Until when a row still helps. What lapses with the days is chosen row by row; nothing about naloxone, an overdose,
/// a gun, pills, fear, suicide or children does before the day is over.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Helps {
    /// Whenever it is done.
    Always,
    /// While so many days are left, negative after the day.
    AtLeast(i32),
}

/// For whom a row is a task.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Each {
    /// One does it.
    One,
    /// The planner and every attendee who helps, whatever their age.
    Everybody,
    /// The same without those under 18.
    Helper,
    /// Each of these who has a boundary in the plan.
    Bounded,
    /// Everybody who will speak or send a letter; the planner while nobody is known.
    Speaker,
    /// Each of these who has a statement in the plan.
    Written,
    /// Each of these who has none yet.
    Unwritten,
}

/// What narrows a plan (design#gate and design#return). A row stays only where every shape that holds leaves it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PlanShape {
    /// The gate is closed: no date, letters, boundaries or meeting tasks.
    Closed,
    /// The planner is under 18: a path of its own, without a meeting.
    Young,
    /// In care or in hospital.
    InCare,
    /// In jail.
    InJail,
    /// They found the plan.
    Waiting,
    /// They cannot be found.
    Missing,
    /// The family is stopping.
    Stopping,
    /// They have died.
    Died,
}

use PlanShape::*;

/// Only in the whole plan: everything of the meeting.
pub const MEETING: &[PlanShape] = &[];
/// What a closed gate always leaves: options and calls (design#gate).
pub const CALLS: &[PlanShape] = &[Closed, InCare, InJail, Waiting];
/// What the program itself still asks, whoever plans.
pub const QUESTIONS: &[PlanShape] = &[Closed, Young, InCare, InJail, Waiting, Missing];
/// Safety and own support: gone only after a death.
pub const SAFETY: &[PlanShape] = &[Closed, Young, InCare, InJail, Waiting, Missing, Stopping];
/// For an adult who plans.
pub const GROWN: &[PlanShape] = &[Closed, InCare, InJail, Waiting, Missing, Stopping];
/// For an adult who plans, and not beside a closed gate.
pub const CALM: &[PlanShape] = &[InCare, InJail, Waiting, Stopping];
/// On every checklist there is (design#pages).
pub const ALWAYS: &[PlanShape] = &[Closed, Young, InCare, InJail, Waiting, Missing, Stopping, Died];
/// While they cannot be found, for an adult who plans.
pub const SEARCH: &[PlanShape] = &[Closed, Missing];
/// The same, whoever plans.
pub const LOST: &[PlanShape] = &[Closed, Young, Missing];
/// After they found the plan, whoever plans.
pub const FOUND: &[PlanShape] = &[Closed, Young, Waiting];
/// The same, for an adult who plans, and not beside a closed gate: it brings somebody near.
pub const TOLD: &[PlanShape] = &[Waiting];
/// When the family stops.
pub const ENDED: &[PlanShape] = &[Closed, Young, Stopping];
/// While they are in care or in hospital.
pub const CARE: &[PlanShape] = &[InCare];
/// While they are in jail, whatever the gate.
pub const JAIL: &[PlanShape] = &[Closed, InJail];
/// While they are in care, in hospital or in jail.
pub const AWAY: &[PlanShape] = &[InCare, InJail];

/// What narrows this plan now.
pub fn shapes(plan: &Plan) -> Vec<PlanShape> {
    let change = plan.change().map(|change| match change {
        Change::InCare | Change::InHospital => InCare,
        Change::InJail => InJail,
        // A change of a newer program freezes the dates as every change does.
        Change::FoundPlan | Change::Other(_) => Waiting,
        Change::CannotFind => Missing,
        Change::Stopping => Stopping,
        Change::Died => Died,
    });
    let closed = (gate(plan) == Gate::Closed).then_some(Closed);
    let young = plan.person.ages.is(&Ages::PlannerUnder).then_some(Young);
    change.into_iter().chain(closed).chain(young).collect()
}

/// True if this list of shapes leaves a row that stays in `stays`.
pub fn allows(shapes: &[PlanShape], stays: &[PlanShape]) -> bool {
    shapes.iter().all(|shape| stays.contains(shape))
}

/// A table of rows of one phase. A macro, so that a row stays one line.
macro_rules! rows {
    ($(#[$doc:meta])* $table:ident $phase:ident {
        $($number:literal $kind:ident, $role:ident, $offset:expr, $helps:expr, $each:ident, $settling:expr, $stays:ident,
            $show:expr, [$($source:literal),+];)+
    }) => {
        $(#[$doc])*
        pub const $table: &[$crate::tasks::TaskRow] = &[$($crate::tasks::TaskRow {
            number: $number,
            kind: $crate::tasks::TaskKind::$kind,
            phase: $crate::tasks::Phase::$phase,
            role: $crate::tasks::Role::$role,
            offset: $offset,
            helps: $helps,
            settling: $settling,
            each: $crate::tasks::Each::$each,
            stays: $crate::tasks::row::$stays,
            show: $show,
            source: &[$($source),+],
        }),+];
    };
}
pub(super) use rows;
