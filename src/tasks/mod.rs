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

use chrono::NaiveDate;

use crate::plan::{Field, Id, Plan, Text};

pub use codes::{Phase, Role, TaskKind};
pub use priorities::top_three;
pub use row::{Each, Offset, PlanShape, TaskRow};

use context::TaskContext;

/// Who does a task.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Owner {
    /// The planner or an attendee whose name the plan knows.
    Person(Id),
    /// The part that holds it, where no name is known.
    Role(Role),
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
    /// Stable: the kind's code, and for a copy `.` and whose it is, or what it is about.
    pub id: String,
    /// What is to be done.
    pub kind: TaskKind,
    /// Under which heading it stands.
    pub phase: Phase,
    /// Who does it.
    pub owner: Owner,
    /// Whose copy it is, where everybody has one.
    pub person: Option<Id>,
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
    /// The day has passed and it is not done.
    pub past: bool,
    /// Moved earlier, off a day the family marked as impossible.
    pub moved: bool,
    /// The day it was done.
    pub done: Option<NaiveDate>,
    /// What it rests on: codes of sources (evidence#sources), or `D` for derived.
    pub source: &'static [&'static str],
}

/// Every task of this plan, done or not, in printing order.
pub fn derive(plan: &Plan, today: NaiveDate) -> Vec<Task> {
    let view = TaskContext::new(plan, today);
    let mut drafts = Vec::new();
    for row in rows::all().filter(|row| view.shows(row)) {
        drafts.extend(view.tasks_of_row(row));
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

/// True if the list may speak of the day: not with a closed gate, and not after a big change (design#gate and
/// design#return). If it is false no row has a date that hangs on the day, and the headings need words without one.
pub fn speaks_of_the_day(plan: &Plan) -> bool {
    row::shapes(plan).is_empty()
}

#[cfg(test)]
mod tests;
