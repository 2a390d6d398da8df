//! The words of the page for a case discussion.

use serde::Deserialize;

use crate::words::Count;

/// `pages/supervision.toml`. Each key is a sentence or a label; its name says which.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct SupervisionPage {
    pub title: String,
    pub top_title: String,
    pub top: Vec<String>,
    pub them: String,
    pub planner: String,
    pub helper: String,
    pub professional: String,
    pub place: String,
    pub group: String,
    pub follow_up: String,
    pub person_title: String,
    pub day_title: String,
    pub has_day: String,
    pub no_day: String,
    pub tasks_title: String,
    pub done: String,
    pub questions: String,
    pub before_day: Count,
    pub after_day: Count,
    pub same_day: String,
    pub before_start: Count,
    pub after_start: Count,
    pub same_start: String,
}
