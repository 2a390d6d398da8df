//! The checklist: every task of the plan, by phase, with an owner, a date and a reason.

use chrono::NaiveDate;

use crate::plan::{Change, Gate, Plan, Section};
use crate::readiness;
use crate::tasks::{self, Phase, Task};
use crate::words::{ChecklistWords, Words, fill};

use super::numbers::lines;
use super::{Block, Page};

/// The checklist of this plan, as of `today`.
pub fn checklist(plan: &Plan, words: &Words, today: NaiveDate) -> Page {
    let own = &words.checklist;
    let tasks = tasks::derive(plan, today);
    let day = tasks::speaks_of_the_day(plan);
    let mut blocks = Vec::new();
    if plan.change() != Some(&Change::Died) {
        blocks.extend([Block::Words(own.done_line.clone()), top(plan, words, &tasks)]);
    }
    if let (Some(date), true) = (plan.day.date.given(), day) {
        blocks.push(Block::Words(day_line(plan, words, *date)));
    }
    for phase in Phase::ALL {
        let under: Vec<&Task> = tasks.iter().filter(|task| task.phase == *phase).collect();
        if !under.is_empty() {
            blocks.push(Block::Heading(words.phase(*phase, day)));
            blocks.extend(under.into_iter().map(|task| block(plan, words, task, Shown::Whole)));
        }
    }
    blocks.extend(never(plan, words));
    blocks.extend(emergencies(plan, words));
    blocks.extend(lines(plan, words));
    blocks.push(Block::Blank(own.notes_title.clone(), 4));
    page(plan, words, today, own.title.clone(), blocks)
}

/// A page with what stands on every one: private, the day it was printed, the emergency line, the disclaimer.
pub(super) fn page(plan: &Plan, words: &Words, today: NaiveDate, title: String, blocks: Vec<Block>) -> Page {
    let own = &words.checklist;
    let lines = words.lines(&plan.country);
    let country = words.line_words.country.get(&lines.country);
    let emergency = std::iter::once(lines.fill(&own.emergency, words))
        .chain(country.map(|name| fill(&own.country_line, &[("country", name)])))
        .collect();
    Page {
        language: plan.language.clone(),
        title,
        under: vec![
            own.private.clone(),
            fill(&own.printed, &[("date", &words.long_date(today))]),
        ],
        emergency,
        blocks,
        foot: vec![lines.fill(&own.disclaimer, words)],
    }
}

/// How much of a task is printed.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Shown {
    /// Who, when and why.
    Whole,
    /// Who and why; the heading says when.
    Short,
}

/// One task as it is printed.
pub(super) fn block(plan: &Plan, words: &Words, task: &Task, shown: Shown) -> Block {
    let ChecklistWords { owner, when, why, .. } = &words.checklist;
    let mut first = fill(owner, &[("who", &words.task_owner(task, plan))]);
    if shown == Shown::Whole {
        first = format!("{first} {}", fill(when, &[("when", &words.task_when(task))]));
    }
    let lines = vec![first, fill(why, &[("why", &words.task_why(task, plan))])];
    Block::Task {
        done: task.done.is_some(),
        text: words.task_text(task, plan),
        lines,
    }
}

/// The overdose steps of a plan that may be about opioids, and when to call (facts 3.3 and 3.10). After a death neither.
pub(super) fn emergencies(plan: &Plan, words: &Words) -> Vec<Block> {
    if plan.change() == Some(&Change::Died) {
        return Vec::new();
    }
    let numbers = words.lines(&plan.country);
    let card = &words.danger.card.overdose;
    let overdose = plan.may_be_opioids().then(|| Block::Points {
        ordered: true,
        title: card.title.clone(),
        lines: card.steps.iter().map(|step| numbers.fill(step, words)).collect(),
    });
    let signs = Block::Points {
        ordered: false,
        title: numbers.fill(&words.checklist.signs_title, words),
        lines: words.danger.signs_to_call.clone(),
    };
    overdose.into_iter().chain([signs]).collect()
}

/// What is never withdrawn, beside the boundaries: nothing of them is printed while the gate is closed.
fn never(plan: &Plan, words: &Words) -> Option<Block> {
    let closed = readiness::gate(plan) == Gate::Closed || plan.change() == Some(&Change::Died);
    let stays = &words.step(Section::Boundaries).never_withdraw;
    (!closed && !plan.boundaries.is_empty()).then(|| Block::Points {
        ordered: false,
        title: words.checklist.never_title.clone(),
        lines: stays.iter().map(|line| words.speak(line, plan, "")).collect(),
    })
}

fn top(plan: &Plan, words: &Words, tasks: &[Task]) -> Block {
    let lines = tasks::three(tasks)
        .into_iter()
        .map(|task| words.task_text(task, plan))
        .collect();
    Block::Summary {
        title: words.checklist.top_title.clone(),
        lines,
    }
}

/// The day, marked while no professional has agreed to it.
fn day_line(plan: &Plan, words: &Words, date: NaiveDate) -> String {
    let said = fill(&words.checklist.day, &[("date", &words.long_date(date))]);
    match readiness::gate(plan) {
        Gate::Open => said,
        _ => format!("{said} ({})", words.checklist.unagreed),
    }
}
