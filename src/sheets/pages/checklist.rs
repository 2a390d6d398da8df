//! The checklist: every task of the plan, by phase, with an owner, a date and a reason.

use chrono::NaiveDate;

use crate::plan::{Change, Plan};
use crate::tasks::{self, Phase, Task};
use crate::words::Words;

use super::frame::{
    OverdoseDetail, TaskDetail, after_a_death, day_line, emergencies, never_block, page, task_block, three,
};
use super::numbers::lines;
use super::weeks::weeks;
use super::{Block, Page};

/// The checklist of this plan, as of `today`.
pub fn checklist(plan: &Plan, words: &Words, today: NaiveDate) -> Page {
    let own = &words.checklist;
    if plan.change() == Some(&Change::Died) {
        return page(plan, words, today, own.title.into(), after_a_death(plan, words, today));
    }
    let tasks = tasks::derive(plan, today);
    let day = tasks::speaks_of_the_day(plan);
    let mut blocks = vec![Block::Words(own.done_line.into()), three(plan, words, &tasks)];
    blocks.extend(day_line(plan, words).filter(|_| day).map(Block::Words));
    blocks.extend(weeks(plan, words, today, 2));
    for phase in Phase::ALL {
        let under: Vec<&Task> = tasks.iter().filter(|task| task.phase == *phase).collect();
        if !under.is_empty() {
            blocks.push(Block::Heading(words.phase(*phase, day)));
            blocks.extend(
                under
                    .into_iter()
                    .map(|task| task_block(plan, words, task, TaskDetail::Whole)),
            );
        }
    }
    blocks.extend(never_block(plan, words));
    blocks.extend(emergencies(plan, words, OverdoseDetail::Whole));
    blocks.extend(lines(plan, words));
    blocks.push(Block::Blank(own.notes_title.into(), 4));
    page(plan, words, today, own.title.into(), blocks)
}
