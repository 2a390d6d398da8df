//! The words of the printed checklist.

use serde::Deserialize;

use super::Count;

/// `checklist.toml`. Each key is a sentence or a label; its name says which.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ChecklistWords {
    pub title: String,
    pub private: String,
    pub printed: String,
    pub page_number: String,
    pub box_ticked: String,
    pub box_open: String,
    pub top_title: String,
    pub owner: String,
    pub when: String,
    pub why: String,
    pub day: String,
    pub unagreed: String,
    pub notes_title: String,
    pub done_line: String,
    pub this_week: String,
    pub week_of: String,
    pub soon: String,
    pub done_title: String,
    pub settled: String,
    pub rest_can_wait: Count,
    pub emergency: String,
    pub signs_title: String,
    pub lines_title: String,
    pub never_title: String,
    pub country_line: String,
    pub disclaimer: String,
    pub list: TaskListWords,
}

/// The checklist on the screen, and what `done` says.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct TaskListWords {
    pub ask: String,
    pub read: String,
    pub read_all: String,
    pub tick: String,
    pub untick: String,
    pub untick_ask: String,
    pub nothing: String,
    pub add: String,
    pub own: String,
    pub own_ask: String,
    pub no_own: String,
    pub reword: String,
    pub day: String,
    pub day_ask: String,
    pub day_prompt: String,
    pub remove: String,
    pub remove_ask: String,
    pub give: String,
    pub back: String,
    pub tick_ask: String,
    pub tick_prompt: String,
    pub tick_who: String,
    pub untick_who: String,
    pub add_ask: String,
    pub add_prompt: String,
    pub give_ask: String,
    pub give_who: String,
    pub give_new: String,
    pub no_task: String,
    pub ticked: Count,
    pub unticked: Count,
}
