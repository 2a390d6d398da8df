//! What matters tonight: the short list after ten minutes (design#lengths).

use chrono::NaiveDate;

use crate::plan::{Change, Plan};
use crate::tasks::{self, Task};
use crate::words::Words;

use super::frame::{OverdoseDetail, TaskDetail, after_a_death, emergencies, page, task_block};
use super::numbers::lines;
use super::{Block, Page};

/// At most ten boxes, and how many things can wait.
pub fn tonight(plan: &Plan, words: &Words, today: NaiveDate) -> Page {
    let own = &words.checklist;
    if plan.change() == Some(&Change::Died) {
        let blocks = after_a_death(plan, words, today);
        return page(plan, words, today, own.tonight.title.into(), blocks);
    }
    let short = tasks::tonight(plan, today);
    let mut blocks = Vec::new();
    let mut part = |title: &str, tasks: &[Task]| {
        if !tasks.is_empty() {
            blocks.push(Block::Heading(title.into()));
            blocks.extend(
                tasks
                    .iter()
                    .map(|task| task_block(plan, words, task, TaskDetail::Short)),
            );
        }
    };
    part(own.tonight.now, &short.now);
    part(own.tonight.places, &short.when_places_open);
    part(own.tonight.week, &short.this_week);
    if short.rest > 0 {
        blocks.push(Block::Words(own.rest_can_wait.of(short.rest)));
    }
    blocks.extend(emergencies(plan, words, OverdoseDetail::Whole));
    blocks.extend(lines(plan, words));
    page(plan, words, today, own.tonight.title.into(), blocks)
}
