//! One look at a plan: what narrows it, who holds what, and how a row becomes a task.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::dates::{self, KnownDays, Timing};
use super::row::{PlanShape, allows, shapes};
use super::settled::SettledFor;
use super::{Each, Helps, Offset, Owner, Phase, Role, Settling, Share, Task, TaskKind, TaskRow, Timeframe};
use crate::plan::{Answer, Attendee, Boundary, Id, Met, Part, Plan, TaskRecord};
use crate::readiness::{BoundaryStart, boundary_after};

/// A plan, looked at on one day.
pub struct TaskContext<'a> {
    pub plan: &'a Plan,
    pub today: NaiveDate,
    pub shapes: Vec<PlanShape>,
    /// The day, where the list may speak of it.
    pub day: Option<NaiveDate>,
    /// The marks by the ids of their tasks.
    records: HashMap<&'a str, &'a TaskRecord>,
}

/// A task and its place within its phase.
pub struct Draft {
    pub task: Task,
    pub place: i64,
}

/// What a task is made of before anybody's mark is looked at.
pub struct Sketch {
    pub kind: TaskKind,
    /// What follows the kind's code in the id.
    pub tail: Option<String>,
    pub phase: Phase,
    pub offset: Offset,
    pub owner: Owner,
    pub source: &'static [&'static str],
}

impl<'a> TaskContext<'a> {
    pub fn new(plan: &'a Plan, today: NaiveDate) -> Self {
        let shapes = shapes(plan);
        let day = plan.day.date.given().copied().filter(|_| shapes.is_empty());
        // Of two with one id, the first counts.
        let records = plan.tasks.iter().rev().map(|mark| (mark.id.as_str(), mark));
        TaskContext {
            plan,
            today,
            shapes,
            day,
            records: records.collect(),
        }
    }

    /// True if the row applies, nothing that narrows the plan takes it away, and it still helps or was done.
    pub fn shows(&self, row: &TaskRow) -> bool {
        allows(&self.shapes, row.stays) && (row.show)(self.plan) && self.still_asked(row)
    }

    /// Of the answer that was not given one line stays: the other answer may still come.
    fn still_asked(&self, row: &TaskRow) -> bool {
        use TaskKind::*;
        match (row.phase, self.plan.outcome()) {
            (Phase::IfYes, Some(Met::NotYet | Met::No | Met::WalkedOut | Met::Stopped)) => row.kind == LeaveTogether,
            (Phase::IfNo, Some(Met::Yes)) => row.kind == OfferSafety,
            _ => true,
        }
    }

    /// True if it is not too late for this: the days that are left are enough.
    fn helps(&self, row: &TaskRow) -> bool {
        match (row.helps, self.day) {
            (Helps::AtLeast(days), Some(day)) => (day - self.today).num_days() >= i64::from(days),
            _ => true,
        }
    }

    /// The task a row gives, unless it came too late and was not done; none where nobody is there to do it.
    pub fn task_of_row(&self, row: &TaskRow) -> Option<Draft> {
        let people = self.people_of(row);
        if row.each != Each::One && people.is_empty() {
            return None;
        }
        let owner = match people.as_slice() {
            [] => self.holder(row.role),
            [one] => self.person(one),
            _ => Owner::Several,
        };
        let mut draft = self.draft(Sketch {
            kind: row.kind,
            tail: None,
            // Nobody asks and nobody answers: what a yes would ask for is simply what comes later.
            phase: if self.shapes.is_empty() || row.phase != Phase::IfYes {
                row.phase
            } else {
                Phase::After
            },
            offset: row.offset,
            owner,
            source: row.source,
        });
        let task = &mut draft.task;
        task.number = Some(row.number);
        let settled: SettledFor = match row.settling {
            Settling::ByAnswerOf(answers) => answers(self.plan),
            _ => Box::new(|_| None),
        };
        task.shares = people
            .into_iter()
            .map(|person| self.share(row, person, &settled))
            .collect();
        if let Settling::ByAnswer(answer) = row.settling {
            task.settled = answer(self.plan);
        }
        if !task.shares.is_empty() {
            let all = task.shares.iter().all(Share::is_done);
            task.done = task.shares.iter().filter_map(|share| share.done).max().filter(|_| all);
            task.settled = task
                .shares
                .iter()
                .find_map(|share| share.settled.clone())
                .filter(|_| all);
        }
        let keep = draft.task.is_done() || self.helps(row);
        keep.then_some(draft)
    }

    /// Those who each do it; nobody for what one does.
    fn people_of(&self, row: &TaskRow) -> Vec<Id> {
        let named = |answer: &'a Answer<Id>| answer.given();
        let (mut written, mut bounded) = (HashSet::new(), HashSet::new());
        match row.each {
            Each::Written | Each::Unwritten => {
                written.extend(self.plan.statements.iter().filter_map(|one| named(&one.person)));
            }
            Each::Bounded => {
                let starting = self.plan.boundaries.iter().filter(|one| self.may_start(one));
                bounded.extend(starting.filter_map(|one| named(&one.person)));
            }
            _ => {}
        }
        let mut people = match row.each {
            Each::One => Vec::new(),
            Each::Everybody => self.helpers(),
            Each::Helper | Each::Bounded => self.grown_helpers(),
            Each::Speaker | Each::Written | Each::Unwritten => self.speakers(),
        };
        people.retain(|id| match row.each {
            Each::Bounded => bounded.contains(id),
            Each::Written => written.contains(id),
            Each::Unwritten => !written.contains(id),
            _ => true,
        });
        people
    }

    /// Before the day each may; after it what was not said aloud, or waits, does not. Where nobody has told what was said,
    /// the task itself says which.
    fn may_start(&self, boundary: &Boundary) -> bool {
        let untold = boundary.said_aloud.is_unasked();
        match (self.plan.outcome(), boundary_after(self.plan, boundary, None)) {
            (None, _) | (_, None | Some(BoundaryStart::Now)) => true,
            (Some(Met::No | Met::WalkedOut), Some(BoundaryStart::Waits)) => untold,
            _ => false,
        }
    }

    fn share(&self, row: &TaskRow, person: Id, settled: &SettledFor) -> Share {
        let id = format!("{}.{}", row.kind.code(), person.as_str());
        Share {
            done: self.record_of(&id).and_then(|mark| mark.done),
            settled: settled(&person),
            id,
            person,
        }
    }

    fn known_days(&self) -> KnownDays<'_> {
        let bad = &self.plan.day.days_that_will_not_do;
        KnownDays {
            today: self.today,
            day: self.day,
            chosen: self
                .plan
                .visit
                .day_chosen
                .as_ref()
                .filter(|note| Some(note.day) == self.day)
                .map(|note| note.on),
            bad: bad.all(),
            hang_on_day: self.shapes.is_empty(),
        }
    }

    /// A task with its marks and its dates.
    pub fn draft(&self, sketch: Sketch) -> Draft {
        let code = sketch.kind.code();
        let id = sketch.tail.map_or(code.to_string(), |tail| format!("{code}.{tail}"));
        let mark = self.record_of(&id);
        let done = mark.and_then(|mark| mark.done);
        let timing = dates::timing(&self.known_days(), sketch.phase, sketch.offset);
        let own_due = mark.and_then(|mark| self.own_due(mark));
        let due = own_due.or(match timing.when {
            Timeframe::Today => done.or(timing.due),
            _ => timing.due,
        });
        let owner = mark
            .and_then(|mark| mark.owner.as_ref())
            .filter(|id| self.plan.name_of(id).is_some());
        Draft {
            place: self.sort_key(sketch.phase, &timing, own_due),
            task: Task {
                id,
                number: None,
                kind: sketch.kind,
                phase: sketch.phase,
                owner: owner.map_or(sketch.owner, |id| Owner::Person(id.clone())),
                shares: Vec::new(),
                field: None,
                item: None,
                own_text: None,
                due,
                when: timing.when,
                past: done.is_none() && own_due.is_some_and(|due| due < self.today),
                moved: timing.moved && own_due.is_none(),
                done,
                settled: None,
                source: sketch.source,
            },
        }
    }

    /// The date the family gave. A closed gate holds it back (design#gate): it may tell of a meeting.
    pub fn own_due(&self, mark: &TaskRecord) -> Option<NaiveDate> {
        mark.due.filter(|_| !self.shapes.contains(&PlanShape::Closed))
    }

    fn record_of(&self, id: &str) -> Option<&'a TaskRecord> {
        self.records.get(id).copied()
    }

    /// The weeks and days before are read in the order of their dates, everything else in the order of the rows.
    fn sort_key(&self, phase: Phase, timing: &Timing, own_due: Option<NaiveDate>) -> i64 {
        match (phase, own_due, self.day) {
            (Phase::Weeks | Phase::Days, Some(due), Some(day)) => (due - day).num_days(),
            (Phase::Weeks | Phase::Days, ..) => timing.place,
            _ => 0,
        }
    }

    /// The planner and everybody who helps, each once; nobody without a name, for a task needs one to be handed on.
    pub fn helpers(&self) -> Vec<Id> {
        let others = self
            .plan
            .attendees
            .iter()
            .filter(|a| a.helps() && !a.name.words().is_empty())
            .map(|a| a.id.clone());
        std::iter::once(Id::planner())
            .chain(others.filter(|id| *id != Id::planner()))
            .collect()
    }

    /// The same without attendees under 18: they get their own support and nothing else.
    fn grown_helpers(&self) -> Vec<Id> {
        let child = |id: &Id| self.plan.attendee(id).is_some_and(Attendee::is_minor);
        let mut helpers = self.helpers();
        helpers.retain(|id| *id == Id::planner() || !child(id));
        helpers
    }

    /// Everybody who will speak or send a letter; the planner while nobody is known, but not a counselor.
    pub fn speakers(&self) -> Vec<Id> {
        let speaks = |id: &Id| self.plan.attendee(id).is_some_and(|a| a.attends() || a.writes());
        let speakers: Vec<Id> = self.grown_helpers().into_iter().filter(speaks).collect();
        if speakers.is_empty() && !self.plan.is_at_work() {
            vec![Id::planner()]
        } else {
            speakers
        }
    }

    /// The owner behind an id: by name if there is one, and the planner for somebody who is gone.
    pub fn person(&self, id: &Id) -> Owner {
        let named = |id: &Id| self.plan.name_of(id).map(|_| Owner::Person(id.clone()));
        named(id)
            .or_else(|| named(&Id::planner()))
            .unwrap_or(Owner::Role(Role::Planner))
    }

    /// Who holds this part: the first one named for it, else the part.
    pub fn holder(&self, role: Role) -> Owner {
        let part = match role {
            Role::Planner => return self.person(&Id::planner()),
            Role::Everyone => return Owner::Role(role),
            Role::Chair => Part::Chair,
            Role::Logistics => Part::Logistics,
            Role::Safety => Part::Safety,
            Role::Driver => Part::Driver,
            Role::Carer => Part::Carer,
        };
        let named = self
            .plan
            .holders(part)
            .into_iter()
            .find(|a| !a.name.words().is_empty() && !a.is_minor());
        named.map_or(Owner::Role(role), |a| Owner::Person(a.id.clone()))
    }
}

#[cfg(test)]
mod tests {
    use crate::plan::{Answer, CodedChoice, List, Met, Plan, Recent, Relation, Way, YesNo};
    use crate::tasks::sample::{TODAY, calm, date, full};
    use crate::tasks::{Phase, TaskKind, derive};

    #[test]
    fn how_the_day_went_steers_the_list_and_of_the_other_answer_one_line_stays() {
        use TaskKind::*;
        let mut plan = full();
        let at = plan.add(List::Boundaries);
        plan.boundaries[&at].person = Answer::Given(plan.attendees[0].id.clone());
        plan.boundaries[&at].only_if_answer_is_no = Answer::Given(YesNo::Yes);
        let day = plan.day.date.given().copied();
        let kinds = |plan: &Plan, phase: Phase| -> Vec<TaskKind> {
            let tasks = derive(plan, date("2027-01-03")).into_iter();
            tasks.filter(|task| task.phase == phase).map(|task| task.kind).collect()
        };
        assert!(kinds(&plan, Phase::IfYes).len() > 5 && kinds(&plan, Phase::IfNo).contains(&StartBoundaries));
        let mut told = |met: Met| {
            plan.visit.met = Answer::Given(met);
            plan.visit.met_day = day;
            plan.clone()
        };
        assert_eq!(kinds(&told(Met::Yes), Phase::IfNo), [OfferSafety]);
        assert!(kinds(&told(Met::Yes), Phase::IfYes).contains(&LeftEarly));
        for met in [Met::NotYet, Met::No, Met::WalkedOut, Met::Stopped] {
            let plan = told(met.clone());
            assert_eq!(kinds(&plan, Phase::IfYes), [LeaveTogether], "{met:?}");
            let start = matches!(met, Met::No | Met::WalkedOut);
            assert_eq!(kinds(&plan, Phase::IfNo).contains(&StartBoundaries), start, "{met:?}");
        }
        // What keeps somebody alive, and those who help, stays whatever the answer was.
        let mut plan = full();
        plan.person.recent = Answer::Given(vec![Recent::DaysWithout]);
        plan.visit.met_day = day;
        let never_leaves = [
            Naloxone,
            LearnSteps,
            LockUp,
            SaveLines,
            IfAfraid,
            IfSuicide,
            Tolerance,
            OwnSupport,
            KeepSupport,
            FirstWeeks,
            IfUseReturns,
        ];
        for met in Met::all() {
            plan.visit.met = Answer::Given(met.clone());
            let tasks = derive(&plan, date("2027-01-03"));
            for kind in never_leaves {
                assert!(tasks.iter().any(|task| task.kind == kind), "{met:?}: {kind:?}");
            }
        }
        let mut plan = told(Met::No);
        plan.day.date = Answer::Given(date("2027-02-01"));
        assert!(kinds(&plan, Phase::IfYes).len() > 5, "a new day is a new question");
    }

    #[test]
    fn none_of_the_drugs_on_the_list_is_as_careful_as_not_knowing() {
        let mut plan = calm();
        plan.person.substances = Answer::Given(Vec::new());
        assert_eq!(derive(&plan, date(TODAY))[1].kind, TaskKind::Naloxone);
    }

    #[test]
    fn a_counselor_tells_nobody_and_writes_no_letter_but_keeps_what_is_safe() {
        let mut plan = calm();
        plan.way.kind = Answer::Given(Way::Invited);
        let has = |plan: &_, kind| derive(plan, date(TODAY)).iter().any(|task| task.kind == kind);
        assert!(has(&plan, TaskKind::TellOne) && has(&plan, TaskKind::WriteStatement));
        plan.person.relation = Answer::Given(Relation::Client);
        assert!(!has(&plan, TaskKind::TellOne) && !has(&plan, TaskKind::WriteStatement));
        assert!(has(&plan, TaskKind::Naloxone) && has(&plan, TaskKind::LearnSteps));
    }
}
