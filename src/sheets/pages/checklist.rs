//! The checklist: this week on one side, with an owner, a date and a reason on every task; then the weeks to
//! come, and what is done. What one person alone has to finish is on their own page.

use chrono::{Days, NaiveDate};

use crate::plan::{Change, Plan};
use crate::tasks::{self, Phase, Task, Timeframe};
use crate::words::{Words, fill_placeholders};

use super::frame::{
    OverdoseDetail, TaskDetail, after_a_death, day_line, emergencies, first_sentence, never_block, page, task_block, three,
    what_is_known,
};
use super::numbers::lines;
use super::{Block, Page};

/// The checklist of this plan, as of `today`.
pub fn checklist(plan: &Plan, words: &Words, today: NaiveDate) -> Page {
    of_tasks(plan, words, today, |words| {
        let list = TaskSheet::new(plan, today);
        let (now, later) = tasks::this_week(&list.tasks, today);
        let mut blocks = list.first_side(plan, words, &now);
        for (title, tasks) in by_week(plan, words, today, &later) {
            blocks.extend(under(plan, words, &title, &tasks));
        }
        blocks.extend(done_so_far(plan, words, &list.tasks));
        blocks.extend(never_block(plan, words));
        blocks.extend(emergencies(plan, words, OverdoseDetail::Whole));
        blocks.extend(lines(plan, words));
        blocks.push(Block::Blank(words.checklist.notes_title.into(), 4));
        (blocks, vec![what_is_known(plan, words)])
    })
}

/// The first side of it alone, with how much comes later: what is read on a screen.
pub fn this_week(plan: &Plan, words: &Words, today: NaiveDate) -> Page {
    of_tasks(plan, words, today, |words| {
        let list = TaskSheet::new(plan, today);
        let (now, later) = tasks::this_week(&list.tasks, today);
        let rest = (!later.is_empty()).then(|| Block::Words(words.checklist.rest_can_wait.of(later.len())));
        (list.first_side(plan, words, &now).into_iter().chain(rest).collect(), vec![])
    })
}

/// What matters most of it, with how much more there is: one screen, for the end of a length and for whoever wants to see
/// what they will get.
pub fn in_short(plan: &Plan, words: &Words, today: NaiveDate) -> Page {
    of_tasks(plan, words, today, |words| {
        let tasks = tasks::derive(plan, today);
        let open = tasks.iter().filter(|task| !task.is_done()).count();
        let more = open.saturating_sub(tasks::top_three(plan, &tasks).len());
        let day = day_line(plan, words).filter(|_| tasks::speaks_of_the_day(plan));
        let blocks = [
            Some(three(plan, words, &tasks)),
            day.map(Block::Words),
            (more > 0).then(|| Block::Words(words.checklist.more_on_the_list.of(more))),
        ];
        (blocks.into_iter().flatten().collect(), vec![])
    })
}

/// A page of tasks, with what stands first at its foot; after a death, what is there in its place.
fn of_tasks(
    plan: &Plan,
    words: &Words,
    today: NaiveDate,
    tasks: impl FnOnce(&Words) -> (Vec<Block>, Vec<String>),
) -> Page {
    let words = &words.spoken_in(&plan.country).printed_on(today);
    let (blocks, foot) = match plan.change() {
        Some(Change::Died) => (after_a_death(plan, words, today), vec![]),
        _ => tasks(words),
    };
    let mut page = page(plan, words, today, words.checklist.title.into(), blocks);
    page.foot.splice(0..0, foot);
    page
}

/// The tasks of the family, and what one person alone has to finish.
struct TaskSheet {
    tasks: Vec<Task>,
    theirs: usize,
}

impl TaskSheet {
    fn new(plan: &Plan, today: NaiveDate) -> TaskSheet {
        let all = tasks::derive(plan, today);
        let (theirs, tasks): (Vec<Task>, Vec<Task>) = all.into_iter().partition(tasks::is_one_persons);
        TaskSheet {
            tasks,
            theirs: theirs.len(),
        }
    }

    /// The three that matter most, the day, and this week.
    fn first_side(&self, plan: &Plan, words: &Words, now: &[&Task]) -> Vec<Block> {
        let own = &words.checklist;
        let day = day_line(plan, words).filter(|_| tasks::speaks_of_the_day(plan));
        let theirs = (self.theirs > 0).then(|| words.tasks.on_their_pages.of(self.theirs));
        [Block::Words(own.done_line.into()), three(plan, words, &self.tasks)]
            .into_iter()
            .chain(day.map(Block::Words))
            .chain(under(plan, words, own.this_week, now))
            .chain(theirs.map(Block::Words))
            .collect()
    }
}

/// Tasks under their heading; nothing where there are none.
fn under(plan: &Plan, words: &Words, title: &str, tasks: &[&Task]) -> Vec<Block> {
    let heading = (!tasks.is_empty()).then(|| Block::Heading(title.into()));
    let tasks = tasks
        .iter()
        .map(|task| task_block(plan, words, task, TaskDetail::Whole));
    heading.into_iter().chain(tasks).collect()
}

/// What is done, in a short list without boxes: nothing of it is left to do.
fn done_so_far(plan: &Plan, words: &Words, tasks: &[Task]) -> Option<Block> {
    let line = |task: &Task| {
        let said = first_sentence(&words.task_text(task, plan));
        task.number.map_or(said.clone(), |number| format!("{said} ({number})"))
    };
    let lines: Vec<String> = tasks.iter().filter(|task| task.is_done()).map(line).collect();
    (!lines.is_empty()).then(|| Block::Points {
        title: words.checklist.done_title.into(),
        ordered: false,
        lines,
    })
}

/// What comes later: before the day by its weeks, then by its phases.
fn by_week<'a>(plan: &Plan, words: &Words, today: NaiveDate, later: &[&'a Task]) -> Vec<(String, Vec<&'a Task>)> {
    let spoken = tasks::speaks_of_the_day(plan);
    let title = |task: &Task| match (task.phase, task.due) {
        (Phase::Today | Phase::Weeks | Phase::Days, Some(due)) => match (due - today).num_days() / 7 {
            ..=0 => words.checklist.soon.into(),
            weeks => {
                let from = today
                    .checked_add_days(Days::new(weeks.unsigned_abs() * 7))
                    .unwrap_or(due);
                fill_placeholders(words.checklist.week_of, &[("date", &words.short_date(from))])
            }
        },
        (_, None) if matches!(task.when, Timeframe::ThisWeek | Timeframe::WhenPlacesOpen) => {
            words.checklist.soon.into()
        }
        (phase, _) => words.phase(phase, spoken),
    };
    let mut weeks: Vec<(String, Vec<&Task>)> = Vec::new();
    for task in later {
        let title = title(task);
        match weeks.iter_mut().find(|(known, _)| *known == title) {
            Some((_, tasks)) => tasks.push(task),
            None => weeks.push((title, vec![task])),
        }
    }
    weeks
}
