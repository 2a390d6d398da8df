//! What is to be done, by whom and by when: a plan and a date turned into dated, owned tasks with reasons.
//!
//! Here live the rows of the list, the plan's own tasks, owners, dates, and which tasks matter most. Not here: any
//! sentence (`prompts/*/tasks.toml` has one for each [`TaskKind`]), what the safety answers mean
//! ([`readiness`](crate::readiness)), and how a checklist looks.

mod codes;
mod conditions;
mod context;
mod dates;
mod from_plan;
mod priorities;
mod row;
mod rows;
#[cfg(test)]
mod sample;
mod settled;

use chrono::NaiveDate;

use crate::plan::{Field, Id, Plan, Text};

pub use codes::{Phase, Role, TaskKind};
pub use priorities::{keeps_alive, this_week, top_three};
pub use row::{Each, Helps, Offset, TaskRow};
pub use settled::{Settled, Settling};

use context::TaskContext;
#[cfg(test)]
use from_plan::FIRST_OWN;

/// Who does a task.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Owner {
    /// The planner or an attendee whose name the plan knows.
    Person(Id),
    /// The part that holds it, where no name is known.
    Role(Role),
    /// Several people, each their share.
    Several,
}

/// One of several people who each do the same.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Share {
    /// The id of the mark: the kind's code, `.` and whose it is.
    pub id: String,
    /// Who.
    pub person: Id,
    /// The day they did it.
    pub done: Option<NaiveDate>,
    /// The answer that settled it for them.
    pub settled: Option<Settled>,
}

impl Share {
    /// True if they did it, or an answer settled it.
    pub fn is_done(&self) -> bool {
        self.done.is_some() || self.settled.is_some()
    }
}

/// What "when" is said as if there is no date.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Timeframe {
    /// Today, whatever the day.
    Today,
    /// So many days from the day, negative before it ("about 3 weeks before": R-40 as amended).
    DaysFromDay(i32),
    /// Within the next seven days.
    ThisWeek,
    /// As soon as somebody answers the phone.
    WhenPlacesOpen,
    /// Whenever it comes up.
    AnyTime,
    /// Every week.
    Weekly,
    /// Before the person comes home from care.
    BeforeReturn,
    /// From the day they come home, for so many days.
    AfterReturn(i32),
}

/// One task. Its words are found by its kind.
#[derive(Clone, PartialEq, Debug)]
pub struct Task {
    /// Stable: the kind's code, and `.` with what it is about.
    pub id: String,
    /// The number it is printed with, the same on every page; none for what only an answer settles.
    pub number: Option<u16>,
    /// What is to be done.
    pub kind: TaskKind,
    /// Under which heading it stands.
    pub phase: Phase,
    /// Who does it.
    pub owner: Owner,
    /// Those who each do it, where it is for several people; the marks are theirs.
    pub shares: Vec<Share>,
    /// The question it finds out or that answers it.
    pub field: Option<Field>,
    /// The item of a list it is about.
    pub item: Option<Id>,
    /// The family's own words, if it is theirs.
    pub own_text: Option<Text>,
    /// The day, if it can be worked out.
    pub due: Option<NaiveDate>,
    /// What is said if there is no day.
    pub when: Timeframe,
    /// A day that the family gave has passed, and it is not done.
    pub past: bool,
    /// Moved earlier, off a day the family marked as impossible.
    pub moved: bool,
    /// The day it was done: by the last one, where several do it.
    pub done: Option<NaiveDate>,
    /// The answer that settled it.
    pub settled: Option<Settled>,
    /// What it rests on: codes of sources (evidence#sources), or `D` for derived.
    pub source: &'static [&'static str],
}

impl Task {
    /// True if it was ticked, or an answer settled it; where several do it, for each of them.
    pub fn is_done(&self) -> bool {
        match self.shares.as_slice() {
            [] => self.done.is_some() || self.settled.is_some(),
            shares => shares.iter().all(Share::is_done),
        }
    }

    /// The ids that a tick is kept under.
    pub fn marks(&self) -> Vec<&str> {
        match self.shares.as_slice() {
            [] => vec![self.id.as_str()],
            shares => shares.iter().map(|share| share.id.as_str()).collect(),
        }
    }

    /// The task as it is for one of those who do it; nothing if they do not.
    pub fn share_of(&self, person: &Id) -> Option<Task> {
        let share = self.shares.iter().find(|share| share.person == *person)?;
        Some(Task {
            id: share.id.clone(),
            owner: Owner::Person(share.person.clone()),
            shares: Vec::new(),
            done: share.done,
            settled: share.settled.clone(),
            ..self.clone()
        })
    }
}

/// Every task of this plan, done or not, in printing order.
pub fn derive(plan: &Plan, today: NaiveDate) -> Vec<Task> {
    let view = TaskContext::new(plan, today);
    let mut drafts = Vec::new();
    for row in rows::all().filter(|row| view.shows(row)) {
        drafts.extend(view.task_of_row(row));
    }
    drafts.extend(from_plan::tasks_from_plan(&view));
    // Stable: what shares a place keeps the order of the rows.
    drafts.sort_by_key(|draft| (draft.task.phase, draft.place));
    drafts.into_iter().map(|draft| draft.task).collect()
}

/// What a kind of task rests on: codes of evidence#sources, or `D` for derived; nothing for what a family adds itself.
pub fn sources(kind: TaskKind) -> &'static [&'static str] {
    match kind {
        TaskKind::CallOption => from_plan::CALL,
        TaskKind::FindOut | TaskKind::FollowUp => &["D"],
        _ => rows::all().find(|row| row.kind == kind).map_or(&[], |row| row.source),
    }
}

/// True if it is a question put off about a boundary, somebody's own words or their own support: it is on the page of
/// that one person, and others see only that there is something to finish.
pub fn is_one_persons(task: &Task) -> bool {
    let one_persons = |field: &Field| {
        let code = field.code();
        *field == Field::AttSupport
            || ["boundaries", "statements", "support_groups"]
                .iter()
                .any(|list| code.starts_with(list))
    };
    task.kind == TaskKind::FindOut && task.field.as_ref().is_some_and(one_persons)
}

/// True if coming home can be spoken of: while there is a day, and while they are in care, in a hospital or in jail, but
/// not with a closed gate (design#pages).
pub fn speaks_of_coming_home(plan: &Plan) -> bool {
    let away = [row::PlanShape::InCare, row::PlanShape::InJail];
    row::shapes(plan).iter().all(|shape| away.contains(shape))
}

/// True if the list may speak of the day: not with a closed gate, and not after a big change (design#gate and
/// design#return). If it is false no row has a date that hangs on the day, and the headings need words without one.
pub fn speaks_of_the_day(plan: &Plan) -> bool {
    row::shapes(plan).is_empty()
}

#[cfg(test)]
mod tests;
