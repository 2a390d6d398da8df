//! One attendee's own page: what is theirs, and nothing of anybody else's.

mod aloud;
mod bounds;
mod days;

use chrono::NaiveDate;

use crate::plan::{Answer, Attendee, Id, Part, Plan, Text};
use crate::tasks::{self, Owner, Phase, Role, Task, TaskKind};
use crate::words::{Words, fill_placeholders};

use super::super::may_name::{self, name};
use super::frame::{TaskDetail, advocate, facts, left_out, page, task_block, the_day, unless_empty, what_is_known};
use super::meeting::{all_of_them, joined_labels};
use super::numbers::lines;
use super::{Block, LeftOut, Page};

/// The page of `reader`. What is read aloud is on one sheet of paper, what holds whatever the answer is on another one,
/// and what is only for after a no on a third.
///
/// Somebody under 18 gets their own support only, somebody behind the scenes what they do, and nobody anything
/// of a meeting while the plan is not about a day (design#gate).
pub fn person(plan: &Plan, reader: &Id, words: &Words, today: NaiveDate) -> Page {
    let mine = PersonSheet::new(plan, reader, words);
    let tasks = mine.tasks(today);
    let mut blocks = vec![mine.whose()];
    if !mine.child {
        blocks.extend(advocate(plan, words, &tasks::derive(plan, today)));
    }
    if mine.meets && !mine.child {
        blocks.extend(mine.part(today));
    }
    blocks.extend(mine.support());
    blocks.extend(mine.to_do(&tasks));
    // While there is a day, the tasks have the numbers they need, and each sheet has the emergency line.
    if !mine.child && !mine.meets {
        blocks.extend(lines(plan, words));
    }
    if mine.speaks() {
        // Whoever sends their letter reads nothing in the room.
        match mine.sends() {
            true => blocks.extend(mine.aloud()),
            false => {
                blocks.push(Block::Together);
                blocks.extend(mine.aloud());
            }
        }
        blocks.extend(new_sheet(mine.anyway()));
        blocks.extend(new_sheet(mine.only_after_a_no(&tasks)));
    }
    let mut page = page(plan, words, today, words.pages.person.title.into(), blocks);
    if !mine.child {
        page.foot.insert(0, what_is_known(plan, words));
    }
    page.left_out = mine.left_out();
    page
}

/// What begins a new sheet of paper, where there is any of it.
fn new_sheet(blocks: Vec<Block>) -> Vec<Block> {
    let begins = (!blocks.is_empty()).then_some(Block::NewPage);
    begins.into_iter().chain(blocks).collect()
}

/// A plan as one of those who help may see it.
struct PersonSheet<'a> {
    plan: &'a Plan,
    words: &'a Words,
    reader: &'a Id,
    attendee: Option<&'a Attendee>,
    /// The plan speaks of a day.
    meets: bool,
    /// Under 18.
    child: bool,
}

impl<'a> PersonSheet<'a> {
    fn new(plan: &'a Plan, reader: &'a Id, words: &'a Words) -> Self {
        let attendee = may_name::helper(plan, reader);
        PersonSheet {
            plan,
            words,
            reader,
            attendee,
            meets: tasks::speaks_of_the_day(plan),
            child: attendee.is_some_and(crate::plan::Attendee::is_minor),
        }
    }

    /// They send a letter, and are not there.
    fn sends(&self) -> bool {
        self.attendee.is_some_and(Attendee::writes)
    }

    /// In the room, on the line, or by letter; the planner of a talk for two is on no list.
    fn speaks(&self) -> bool {
        may_name::speaks(self.plan, self.reader)
    }

    /// What they do: the tasks that are theirs by name, and those of each of the adults. What nobody holds falls to the
    /// planner, so that no task is on nobody's page. A planner under 18 has a list of their own (design#gate).
    ///
    /// While there is a day, what comes in the weeks after it is on a page of its own, and the planner, who has the
    /// list, has from there only what is theirs alone and what to do in danger.
    fn tasks(&self, today: NaiveDate) -> Vec<Task> {
        let own_care = |task: &Task| matches!(task.kind, TaskKind::OwnSupport | TaskKind::KeepSupport);
        let plans = *self.reader == Id::planner();
        let mine = |task: Task| match &task.owner {
            _ if !task.shares.is_empty() => task.share_of(self.reader),
            Owner::Person(id) => (id == self.reader).then_some(task),
            Owner::Role(Role::Everyone) => (!self.child).then_some(task),
            Owner::Several => None,
            Owner::Role(_) => plans.then_some(task),
        };
        let all = !self.child || plans;
        let is_elsewhere = |task: &Task| match task.phase {
            Phase::After => true,
            Phase::Today | Phase::Weeks => plans && !own_care(task) && !is_danger(task) && !tasks::is_one_persons(task),
            _ => false,
        };
        let tasks = tasks::derive(self.plan, today).into_iter().filter_map(mine);
        let tasks = tasks.filter(|task| all || own_care(task));
        tasks
            .filter(|task| !self.meets || self.child || !is_elsewhere(task))
            .collect()
    }

    /// True if what comes after a no is on a sheet of its own, with their boundaries.
    fn has_own_sheet(&self) -> bool {
        self.speaks() && !self.after_a_no().is_empty()
    }

    /// What is only for after a no: their boundaries, and what they do then. Nobody holds it after a yes.
    fn only_after_a_no(&self, tasks: &[Task]) -> Vec<Block> {
        let mut blocks = self.after_a_no();
        if !blocks.is_empty() {
            blocks.extend(self.tasks_of(tasks, &[Phase::IfNo], TaskDetail::Bare));
        }
        blocks
    }

    fn whose(&self) -> Block {
        let own = &self.words.pages.person;
        let who = may_name::own_name(self.plan, self.reader);
        let whose = fill_placeholders(own.for_line, &[("who", &who)]);
        if !self.meets || self.child {
            return Block::Words(format!("{whose}. {}", own.support_line));
        }
        Block::summary(whose, vec![format!("{} {}", own.do_line, own.support_line)])
    }

    fn parts(&self) -> String {
        let parts = self.attendee.and_then(|one| one.parts.given()).into_iter().flatten();
        let parts = parts.filter(|part| **part != Part::Nothing);
        joined_labels(parts.map(|part| self.words.label(part)))
    }

    /// When and where, what they do and bring, and whose letter they read.
    fn part(&self, today: NaiveDate) -> Vec<Block> {
        let (own, all, plan) = (self.words.pages.person, self.words.pages.plan, self.plan);
        let typed = |answer: Option<&Answer<Text>>| answer.map_or(String::new(), |it| it.words().to_string());
        let letters = all_of_them(&may_name::letters_read_by(plan, self.reader), self.words);
        let writes = self.attendee.filter(|one| one.writes());
        // The line of their days says when and where, where there is one.
        let days = self.days(own.part_title, today);
        let when = |said: String| if days.is_some() { String::new() } else { said };
        let known = facts(&[
            (all.day, when(the_day(plan, self.words))),
            (all.time, when(typed(Some(&plan.day.time)))),
            (all.place, when(typed(Some(&plan.day.place)))),
            (own.part, self.parts()),
            (own.brings, typed(self.attendee.map(|one| &one.brings))),
            (own.reads, letters),
            (
                own.read_by,
                writes.map(|one| name(plan, &one.reader)).unwrap_or_default(),
            ),
        ]);
        let rows = match known {
            Block::Facts(known) => Block::Facts(known.into_iter().chain(self.supports()).collect()),
            other => other,
        };
        let nobody = writes.is_some_and(|one| name(plan, &one.reader).is_empty());
        let blank = nobody.then(|| Block::Blank(own.read_by.into(), 1));
        let known = match days {
            Some(days) => vec![days, rows],
            None => unless_empty(own.part_title, rows),
        };
        known.into_iter().chain(blank).collect()
    }

    /// What they do, each branch of the day under its own heading: what is for a yes and what is for a no has no date,
    /// since it hangs on the answer.
    fn to_do(&self, tasks: &[Task]) -> Vec<Block> {
        use Phase::*;
        let own = &self.words.pages.person;
        let before = if self.meets { own.before_title } else { own.tasks_title };
        let mut blocks = self.under(before.to_string(), tasks, &[Today, Weeks, Days], TaskDetail::Mine);
        let rest = [
            (Day, TaskDetail::Bare),
            (IfYes, TaskDetail::Bare),
            (IfNo, TaskDetail::Bare),
            (After, TaskDetail::Mine),
        ];
        for (phase, shown) in rest {
            // Between a yes and a no there is most often a not yet.
            if phase == IfNo {
                blocks.extend(self.not_yet());
            }
            if phase == IfNo && self.has_own_sheet() {
                continue;
            }
            blocks.extend(self.under(self.words.phase(phase, self.meets), tasks, &[phase], shown));
        }
        if tasks.is_empty() {
            blocks.insert(0, Block::Heading(own.tasks_title.into()));
            blocks.insert(1, Block::Words(own.no_tasks.into()));
        }
        blocks
    }

    /// The tasks of these phases under one heading; nothing where there are none.
    fn under(&self, title: String, tasks: &[Task], phases: &[Phase], shown: TaskDetail) -> Vec<Block> {
        let here = self.tasks_of(tasks, phases, shown);
        let heading = (!here.is_empty()).then_some(Block::Heading(title));
        heading.into_iter().chain(here).collect()
    }

    fn tasks_of(&self, tasks: &[Task], phases: &[Phase], shown: TaskDetail) -> Vec<Block> {
        let here = tasks
            .iter()
            .filter(|task| !task.is_done() && phases.contains(&task.phase));
        here.map(|task| task_block(self.plan, self.words, task, shown))
            .collect()
    }

    /// What a not yet asks of those who speak, as the card for it says.
    fn not_yet(&self) -> Vec<Block> {
        let card = &self.words.pages.cards.not_yet;
        let speak = |line: &&str| self.words.fill_names(line, self.plan, "");
        let steps: Vec<String> = card.steps.iter().map(speak).collect();
        let said = [Block::Heading(speak(&card.title)), Block::Words(steps.join(" "))];
        said.into_iter().filter(|_| self.speaks()).collect()
    }

    /// Who is there for them; room to write where nobody is known.
    fn support(&self) -> Vec<Block> {
        let own = &self.words.pages.person;
        let rows = self.supports();
        match self.meets && !self.child {
            _ if rows.is_empty() => vec![Block::Blank(own.support_blank.into(), 1)],
            // It is among the facts of their part.
            true => Vec::new(),
            false => vec![Block::Facts(rows)],
        }
    }

    fn supports(&self) -> Vec<(String, String)> {
        let own = &self.words.pages.person;
        let mut rows = Vec::new();
        let typed = self.attendee.map(|one| one.own_support.words()).unwrap_or_default();
        rows.extend((!typed.is_empty()).then(|| (own.support.to_string(), typed.to_string())));
        for group in may_name::groups_of(self.plan, self.reader) {
            let parts = [
                self.words.item_name(&group.id, self.plan),
                group.when.words().to_string(),
            ];
            let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            rows.extend((!parts.is_empty()).then(|| (own.group.to_string(), parts.join(", "))));
        }
        rows
    }

    /// What is not here. While the plan is not about a day, all that is theirs is kept back with it.
    fn left_out(&self) -> Vec<(LeftOut, usize)> {
        let all = may_name::all_of(self.plan, self.reader);
        let others = (LeftOut::OfOthers, all.others);
        match (self.meets, self.speaks()) {
            (false, _) => left_out(&[(LeftOut::Closed, all.mine), others]),
            (true, false) => left_out(&[(LeftOut::Kept, all.mine), others]),
            (true, true) => left_out(&[
                (LeftOut::NotFirm, all.shaky),
                (LeftOut::NotKnownTrue, all.untrue),
                others,
            ]),
        }
    }
}

/// True if it says what to do in danger: that is on everybody's page.
fn is_danger(task: &Task) -> bool {
    matches!(task.kind, TaskKind::IfAfraid | TaskKind::IfSuicide)
}

/// What was written, a paragraph each.
fn given(parts: &[&Answer<Text>]) -> Vec<String> {
    let written = parts.iter().map(|part| part.words().to_string());
    written.filter(|part| !part.is_empty()).collect()
}
