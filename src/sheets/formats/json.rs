//! The checklist as JSON, for other programs.

use chrono::NaiveDate;
use serde::Serialize;

use crate::plan::Plan;
use crate::tasks;
use crate::text;
use crate::words::Words;

/// The whole list: only tasks have a key `id`.
#[derive(Serialize)]
struct JsonTaskList {
    printed: NaiveDate,
    tasks: Vec<JsonTask>,
}

/// One task.
#[derive(Serialize)]
struct JsonTask {
    id: String,
    number: Option<u16>,
    phase: &'static str,
    text: String,
    owner: String,
    /// Those who share it; nobody where one does it.
    each: Vec<JsonShare>,
    due: Option<NaiveDate>,
    when: String,
    why: String,
    source: String,
    done: bool,
    /// The day it was ticked.
    done_on: Option<NaiveDate>,
    /// The question whose answer settled it.
    settled_by: Option<&'static str>,
}

/// One of several people who do the same.
#[derive(Serialize)]
struct JsonShare {
    /// What `done` takes for their share alone.
    mark: String,
    name: String,
    done: bool,
}

/// The checklist of this plan, as of `today`, with a final line break.
pub fn json(plan: &Plan, words: &Words, today: NaiveDate) -> String {
    let share = |share: &tasks::Share| JsonShare {
        mark: text::sanitize_line(&share.id),
        name: plan.name_of(&share.person).unwrap_or_default(),
        done: share.is_done(),
    };
    let row = |task: tasks::Task| JsonTask {
        phase: task.phase.code(),
        text: words.task_text(&task, plan),
        owner: words.task_owner(&task, plan),
        due: task.due,
        when: words.task_when(&task),
        why: words.task_why(&task, plan),
        source: task.source.join(", "),
        number: task.number,
        each: task.shares.iter().map(share).collect(),
        done: task.is_done(),
        done_on: task.done,
        settled_by: task.settled.as_ref().map(|settled| settled.field.code()),
        id: text::sanitize_line(&task.id),
    };
    let list = JsonTaskList {
        printed: today,
        tasks: tasks::derive(plan, today).into_iter().map(row).collect(),
    };
    // A struct of texts, dates and truth values always has a JSON form.
    serde_json::to_string_pretty(&list)
        .map(|json| json + "\n")
        .unwrap_or_default()
}
