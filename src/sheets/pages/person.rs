//! One attendee's own page: what is theirs, and nothing of anybody else's.

mod after_a_no;
mod aloud;

use chrono::NaiveDate;

use crate::plan::{Answer, Attendee, Id, Objection, Part, Plan, Statement, TakesPart, Text, YesNo};
use crate::tasks::{self, Kind, Owner, Task};
use crate::words::{Words, fill};

use super::frame::{Shown, block, day, day_line, facts, left_out, name, page, the_day, unless_empty};
use super::numbers::lines;
use super::{Block, LeftOut, Page};

/// The page of `reader`. What is read aloud begins a new sheet of paper, and what is for after a no another one.
///
/// Somebody under 18 gets their own support only, somebody behind the scenes what they do, and nobody anything of
/// a meeting while the plan is not about a day (visit 4).
pub fn person(plan: &Plan, reader: &Id, words: &Words, today: NaiveDate) -> Page {
    let mine = Mine::new(plan, reader, words);
    let tasks = mine.tasks(today);
    let mut blocks = vec![mine.summary(&tasks)];
    if mine.meets && !mine.child {
        blocks.extend(mine.part());
    }
    blocks.extend(mine.to_do(&tasks));
    blocks.extend(mine.support());
    if !mine.child {
        blocks.extend(lines(plan, words));
    }
    if mine.speaks() {
        blocks.extend(new_sheet(mine.aloud()));
        blocks.extend(new_sheet(mine.after_a_no()));
    }
    let mut page = page(plan, words, today, words.pages.person.title.clone(), blocks);
    page.left_out = mine.left_out();
    page
}

/// What begins a new sheet of paper, where there is any of it.
fn new_sheet(blocks: Vec<Block>) -> Vec<Block> {
    let begins = (!blocks.is_empty()).then_some(Block::NewPage);
    begins.into_iter().chain(blocks).collect()
}

/// A plan as one of those who help may see it.
struct Mine<'a> {
    plan: &'a Plan,
    words: &'a Words,
    reader: &'a Id,
    attendee: Option<&'a Attendee>,
    /// The plan speaks of a day.
    meets: bool,
    /// Under 18.
    child: bool,
}

impl<'a> Mine<'a> {
    fn new(plan: &'a Plan, reader: &'a Id, words: &'a Words) -> Self {
        let attendee = plan.attendee(reader);
        Mine {
            plan,
            words,
            reader,
            attendee,
            meets: tasks::speaks_of_the_day(plan),
            child: attendee.is_some_and(|one| one.adult.is(&YesNo::No)),
        }
    }

    /// In the room, on the line, or by letter; the planner of a talk for two is on no list.
    fn speaks(&self) -> bool {
        let behind = |one: &Attendee| matches!(one.takes_part.given(), Some(TakesPart::Behind | TakesPart::NotPart));
        self.meets && !self.child && !self.attendee.is_some_and(behind)
    }

    /// What they do, of the tasks that are theirs by name. A planner under 18 has a list of their own (visit 4).
    fn tasks(&self, today: NaiveDate) -> Vec<Task> {
        let own_care = |task: &Task| matches!(task.kind, Kind::OwnSupport | Kind::KeepSupport);
        let all = !self.child || *self.reader == Id::planner();
        let mut tasks = tasks::derive(self.plan, today);
        tasks.retain(|task| task.owner == Owner::Person(self.reader.clone()) && (all || own_care(task)));
        tasks
    }

    fn summary(&self, tasks: &[Task]) -> Block {
        let own = &self.words.pages.person;
        let who = self.plan.name_of(self.reader).unwrap_or_default();
        let day = day_line(self.plan, self.words).filter(|_| self.meets && !self.child);
        let parts = self.parts();
        let part = (self.meets && !self.child && !parts.is_empty()).then(|| fill(&own.part_line, &[("item", &parts)]));
        let next = tasks.iter().find(|task| task.done.is_none());
        let next = next.map(|task| {
            let text = self.words.task_text(task, self.plan);
            fill(&self.words.pages.plan.next, &[("item", &text)])
        });
        let lines = [fill(&own.for_line, &[("who", &who)])].into_iter();
        let lines = lines.chain(day);
        Block::Summary {
            title: own.top_title.clone(),
            lines: lines
                .chain(part)
                .chain(next)
                .chain([own.support_line.clone()])
                .collect(),
        }
    }

    fn parts(&self) -> String {
        let parts = self.attendee.and_then(|one| one.parts.given()).into_iter().flatten();
        let parts = parts.filter(|part| **part != Part::Nothing);
        parts.map(|part| self.words.label(part)).collect::<Vec<_>>().join(", ")
    }

    /// When and where, what they do and bring, and whose letter they read.
    fn part(&self) -> Vec<Block> {
        let (own, all, plan) = (&self.words.pages.person, &self.words.pages.plan, self.plan);
        let typed = |answer: Option<&Answer<Text>>| answer.map_or(String::new(), |it| it.words().to_string());
        let letters: Vec<String> = self.letters().iter().map(|one| one.name.words().to_string()).collect();
        let writes = self.attendee.filter(|one| one.writes());
        let practice = if self.speaks() {
            day(self.words, &plan.day.rehearsal)
        } else {
            String::new()
        };
        let rows = facts(&[
            (&all.day, the_day(plan, self.words)),
            (&all.time, typed(Some(&plan.day.time))),
            (&all.place, typed(Some(&plan.day.place))),
            (&own.practice, practice),
            (&own.part, self.parts()),
            (&own.brings, typed(self.attendee.map(|one| &one.brings))),
            (&own.reads, self.words.list(&letters)),
            (
                &own.read_by,
                writes.map(|one| name(plan, &one.reader)).unwrap_or_default(),
            ),
        ]);
        let nobody = writes.is_some_and(|one| name(plan, &one.reader).is_empty());
        let blank = nobody.then(|| Block::Blank(own.read_by.clone(), 1));
        unless_empty(&own.part_title, rows).into_iter().chain(blank).collect()
    }

    /// Those whose letter they read.
    fn letters(&self) -> Vec<&'a Attendee> {
        if !self.speaks() {
            return Vec::new();
        }
        let reads = |one: &&Attendee| one.writes() && one.reader.is(self.reader) && one.id != *self.reader;
        self.plan.attendees.iter().filter(reads).collect()
    }

    fn to_do(&self, tasks: &[Task]) -> Vec<Block> {
        let own = &self.words.pages.person;
        let done = |task: &Task| block(self.plan, self.words, task, Shown::Mine);
        let mut blocks = vec![Block::Heading(own.tasks_title.clone())];
        if tasks.is_empty() {
            blocks.push(Block::Words(own.no_tasks.clone()));
        }
        blocks.extend(tasks.iter().map(done));
        blocks
    }

    fn support(&self) -> Vec<Block> {
        let own = &self.words.pages.person;
        let mut rows = Vec::new();
        let typed = self.attendee.map(|one| one.own_support.words()).unwrap_or_default();
        rows.extend((!typed.is_empty()).then(|| (own.support.clone(), typed.to_string())));
        for group in self
            .plan
            .support_groups
            .iter()
            .filter(|group| group.person.is(self.reader))
        {
            let parts = [
                self.words.item_name(&group.id, self.plan),
                group.when.words().to_string(),
            ];
            let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            rows.extend((!parts.is_empty()).then(|| (own.group.clone(), parts.join(", "))));
        }
        let known = if rows.is_empty() {
            Block::Blank(own.support_blank.clone(), 2)
        } else {
            Block::Facts(rows)
        };
        vec![Block::Heading(own.support_title.clone()), known]
    }

    /// What is not here. While the plan is not about a day, all that is theirs is kept back with it.
    fn left_out(&self) -> Vec<(LeftOut, usize)> {
        let plan = self.plan;
        let spoken = |one: &Statement| !given(&all_parts(one)).is_empty();
        let statements = plan.statements.iter().filter(|one| spoken(one));
        let letters: Vec<&Id> = self.letters().iter().map(|one| &one.id).collect();
        let ours = |one: &&Statement| {
            one.person
                .given()
                .is_some_and(|id| id == self.reader || letters.contains(&id))
        };
        let (our_words, other_words) = (statements.clone().filter(ours).count(), statements.count());
        let answers = plan.objections.iter().filter(|one| !one.answer.words().is_empty());
        let my_answers: Vec<&Objection> = answers.clone().filter(|one| self.is_my_answer(one)).collect();
        let bounds = plan
            .boundaries
            .iter()
            .filter(|one| !one.i_will.words().is_empty())
            .count();
        let my_bounds = self.boundaries().count();
        let mine = our_words + my_answers.len() + my_bounds;
        let others = (LeftOut::OfOthers, other_words + answers.count() + bounds - mine);
        if !self.meets {
            return left_out(&[(LeftOut::Closed, mine), others]);
        }
        if !self.speaks() {
            return left_out(&[(LeftOut::Kept, mine), others]);
        }
        let shaky = self.boundaries().filter(|one| !one.is_for_the_day()).count();
        let shaky_parts = self.eighth_parts().len() - self.firm_parts().len();
        let untrue = my_answers.iter().filter(|one| !one.can_be_said()).count();
        left_out(&[
            (LeftOut::NotFirm, shaky + shaky_parts),
            (LeftOut::NotKnownTrue, untrue),
            others,
        ])
    }
}

/// The nine parts.
fn all_parts(one: &Statement) -> [&Answer<Text>; 9] {
    [
        &one.love,
        &one.illness,
        &one.events,
        &one.feeling,
        &one.understanding,
        &one.ask,
        &one.offer,
        &one.boundary,
        &one.hope,
    ]
}

/// What was written, a paragraph each.
fn given(parts: &[&Answer<Text>]) -> Vec<String> {
    let written = parts.iter().map(|part| part.words().to_string());
    written.filter(|part| !part.is_empty()).collect()
}
