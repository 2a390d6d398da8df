//! The words of one attendee's own page.

use serde::Deserialize;

/// `pages/person.toml`. Each key is a sentence or a label; its name says which.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct PersonPage {
    pub title: String,
    pub top_title: String,
    pub for_line: String,
    pub part_line: String,
    pub support_line: String,
    pub part_title: String,
    pub part: String,
    pub brings: String,
    pub practice: String,
    pub reads: String,
    pub read_by: String,
    pub tasks_title: String,
    pub before_title: String,
    pub no_tasks: String,
    pub support_title: String,
    pub support: String,
    pub group: String,
    pub support_blank: String,
    pub say_title: String,
    pub letter_title: String,
    pub sent_title: String,
    pub first_line: String,
    pub turn_line: String,
    pub after_line: String,
    pub say_blank: String,
    pub answers_title: String,
    pub answers_line: String,
    pub says: String,
    pub answer: String,
    pub anyway_title: String,
    pub anyway_line: String,
    pub boundaries_title: String,
    pub boundaries_line: String,
    pub boundaries_sent: String,
}
