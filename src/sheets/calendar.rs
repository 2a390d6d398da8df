//! What of a plan has a day, for a calendar: the meeting, the rehearsal, appointments, dated tasks, follow-ups.
//!
//! A phone lies on the table: without [`EventTitles::Plain`] nothing says what it is about.

use chrono::{NaiveDate, NaiveTime};

use crate::plan::when::time_of_day;
use crate::plan::{Change, Gate, Id, Plan, Professional, Way};
use crate::readiness;
use crate::tasks::{self, Owner, Phase, Role, Task, TaskKind};
use crate::words::{Words, fill_placeholders};

/// What a calendar says of each thing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EventTitles {
    /// "Appointment", "To do".
    Neutral,
    /// What it is, who does it, and where.
    Plain,
}

/// One thing with a day.
#[derive(Clone)]
pub struct CalendarEvent {
    /// What it is known by in this plan, whatever its day: never shown.
    pub item: String,
    /// When.
    pub when: EventTime,
    /// What is read in the calendar.
    pub title: String,
    /// Where, or nothing.
    pub place: String,
    /// What else there is to say, or nothing.
    pub note: String,
    /// Whose it is; `None` for everybody.
    pub people: Option<Vec<Id>>,
}

impl CalendarEvent {
    /// True if it is theirs, or everybody's.
    pub fn is_for(&self, person: &Id) -> bool {
        self.people.as_ref().is_none_or(|people| people.contains(person))
    }
}

/// The day, and the time if it is known.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct EventTime {
    /// The day.
    pub day: NaiveDate,
    /// On the clock on the wall.
    pub time: Option<NaiveTime>,
}

/// Everything of this plan that has a day and is not done, in the order of the days, whatever day it is today: what is
/// for today on every checklist has no day of its own and is not here.
///
/// The list of tasks holds the law on the gate, a big change and a death (design#gate and design#return); the meeting
/// and the rehearsal follow it.
pub fn calendar(plan: &Plan, words: &Words, today: NaiveDate, titles: EventTitles) -> Vec<CalendarEvent> {
    // As on the day when the days were worked out: a calendar that is made again has the same days.
    let chosen = plan.visit.day_chosen.as_ref().map(|note| note.on);
    let tasks = tasks::derive(plan, chosen.or(plan.created).unwrap_or(today));
    let drawn = EventComposer { plan, words, titles };
    let mut found: Vec<CalendarEvent> = tasks.iter().filter_map(|task| drawn.task(task)).collect();
    if tasks::speaks_of_the_day(plan) {
        found.extend(drawn.meeting());
        found.extend(drawn.rehearsal(&tasks));
    }
    if plan.change() != Some(&Change::Died) {
        found.extend(plan.professionals.iter().filter_map(|one| drawn.appointment(one)));
    }
    // A list may be worked out from a day before the plan: nothing in a phone was due then.
    // A beginning that is still to come was written by a clock that was wrong.
    let began = plan.created.filter(|created| *created <= today);
    found.retain(|one| began.is_none_or(|began| one.when.day >= began));
    // Stable: what has the same day and id in a file keeps its order.
    found.sort_by(|one, next| (one.when, &one.item).cmp(&(next.when, &next.item)));
    found
}

/// A plan and how it is told.
struct EventComposer<'a> {
    plan: &'a Plan,
    words: &'a Words,
    titles: EventTitles,
}

impl EventComposer<'_> {
    fn event(&self, item: String, day: NaiveDate, neutral: &str, plain: impl FnOnce() -> String) -> CalendarEvent {
        CalendarEvent {
            item,
            when: EventTime { day, time: None },
            title: match self.titles {
                EventTitles::Neutral => neutral.into(),
                EventTitles::Plain => plain(),
            },
            place: String::new(),
            note: String::new(),
            people: None,
        }
    }

    /// The meeting, or the calm talk, marked while no professional has agreed to it.
    fn meeting(&self) -> Option<CalendarEvent> {
        let (own, day) = (self.words.calendar, &self.plan.day);
        let mut meeting = self.event("meeting".into(), *day.date.given()?, own.appointment, || {
            let title = match self.plan.way.kind.given() {
                Some(Way::Talk) => own.talk,
                _ => own.meeting,
            };
            match readiness::gate(self.plan) {
                Gate::Open => title.to_string(),
                _ => format!("{title} ({})", self.words.checklist.unagreed),
            }
        });
        meeting.when.time = time_of_day(day.time.words(), &self.words.dates.time);
        if self.titles == EventTitles::Plain {
            meeting.place = day.place.words().into();
            if meeting.when.time.is_none() && !day.time.words().is_empty() {
                meeting.note = fill_placeholders(own.time, &[("when", day.time.words())]);
            }
        }
        Some(meeting)
    }

    /// The rehearsal, if there is one to hold: its own day stands for that of the task.
    fn rehearsal(&self, tasks: &[Task]) -> Option<CalendarEvent> {
        let own = &self.words.calendar;
        let open = tasks
            .iter()
            .any(|task| task.kind == TaskKind::Rehearse && !task.is_done());
        let day = self.plan.day.rehearsal.given().filter(|_| open)?;
        Some(self.event("rehearsal".into(), *day, own.appointment, || own.rehearsal.into()))
    }

    fn appointment(&self, with: &Professional) -> Option<CalendarEvent> {
        let own = &self.words.calendar;
        let item = format!("appointment.{}", with.id.as_str());
        let day = *with.next_appointment.given()?;
        let event = self.event(item, day, own.appointment, || {
            match self.words.item_name(&with.id, self.plan).as_str() {
                "" => own.appointment.into(),
                name => fill_placeholders(own.with, &[("item", name)]),
            }
        });
        Some(CalendarEvent {
            people: Some(vec![Id::planner()]),
            ..event
        })
    }

    fn task(&self, task: &Task) -> Option<CalendarEvent> {
        if task.is_done() || (task.kind == TaskKind::Rehearse && self.plan.day.rehearsal.given().is_some()) {
            return None;
        }
        let own = &self.words.calendar;
        let day = self.day_of(task)?;
        // Told apart by the number on the printed list, which says nothing to anybody else.
        let neutral = match task.number {
            Some(number) => fill_placeholders(own.to_do_number, &[("n", &number.to_string())]),
            None => own.to_do.into(),
        };
        let mut happening = self.event(format!("task.{}", task.id), day, &neutral, || {
            let text = self.words.task_text(task, self.plan);
            match task.phase {
                // On this day it may be asked for, and it may not.
                Phase::IfYes | Phase::IfNo => format!("{}: {text}", self.words.phase(task.phase, true)),
                _ => text,
            }
        });
        happening.people = whose(task);
        if self.titles == EventTitles::Plain {
            let who = self.words.task_owner(task, self.plan);
            happening.note = fill_placeholders(self.words.checklist.owner, &[("who", &who)]);
        }
        Some(happening)
    }

    /// The day of a task that has one: worked out from the day of the plan, or given by the family. What is under
    /// *today* on a list is due on whatever day the list is made.
    fn day_of(&self, task: &Task) -> Option<NaiveDate> {
        let given = |day: &NaiveDate| {
            let mut marks = self.plan.tasks.iter();
            marks.any(|mark| mark.id == task.id && mark.due == Some(*day))
        };
        task.due.filter(|day| task.phase != Phase::Today || given(day))
    }
}

/// Whose a task is. What no name is known for is the planner's.
fn whose(task: &Task) -> Option<Vec<Id>> {
    match &task.owner {
        Owner::Person(id) => Some(vec![id.clone()]),
        Owner::Several => Some(task.shares.iter().map(|share| share.person.clone()).collect()),
        Owner::Role(Role::Everyone) => None,
        Owner::Role(_) => Some(vec![Id::planner()]),
    }
}

#[cfg(test)]
#[path = "calendar_tests.rs"]
mod tests;
