//! What the engine itself says, in any step.

use serde::Deserialize;

use super::formatting::{Count, Writing};

/// `engine.toml`. Each key is a sentence or a label; its name says which.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct EngineWords {
    pub loved_one: String,
    pub this_person: String,
    pub you: String,
    pub place: String,
    pub last_here: String,
    pub nothing_typed: String,
    pub too_long: String,
    pub not_a_date: String,
    pub no_such_day: String,
    pub too_far: String,
    pub date_is: String,
    pub date_which: String,
    pub date_yes: String,
    pub date_other: String,
    pub date_past: String,
    /// Day: what was said cannot have been said on a day to come.
    pub date_to_come: String,
    pub both_none: String,
    pub phone_short: String,
    pub email_short: String,
    pub web_short: String,
    pub could_begin: String,
    pub nobody_yet: String,
    pub left_open: String,
    pub later: String,
    pub not_asked: String,
    pub asked_not_kept: String,
    pub unfinished: String,
    pub unnamed: String,
    pub item_change: String,
    pub item_more: String,
    pub item_remove: String,
    pub item_back: String,
    pub remove_ask: String,
    pub remove_yes: String,
    pub remove_no: String,
    pub list_full: String,
    pub removed: String,
    pub put_yourself: String,
    pub more_which: String,
    pub more_done: String,
    pub hint: String,
    pub aloud: AloudWords,
    pub about: String,
    pub hide_explained: String,
    pub hide_scrolling: String,
    pub sample_row: String,
    pub they_ask: String,
    pub they_why: String,
    pub they_lock: String,
    pub they_device: String,
    pub they_paper: String,
    pub not_saved: String,
    pub not_saved_ask: String,
    pub try_again: String,
    pub stop_unsaved: String,
    pub review_ask: String,
    pub screen_ask: String,
    pub screen_why: String,
    pub screen_prompt: String,
    pub screen_yes: String,
    pub screen_no: String,
    /// Only the professional who is there can.
    pub screen_professional: String,
    pub go_on: String,
    pub saved: String,
    pub nothing_saved: String,
    pub help_title: String,
    pub help_signs: String,
    /// Typed instead of an answer: left open.
    pub shrugs: Vec<String>,
    /// Typed where somebody is to be named: there is nobody, and it is left open.
    pub nobody: Vec<String>,
    pub questions_left: Count,
    pub writing: Writing,
}

/// A statement read aloud against a clock.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct AloudWords {
    pub row: String,
    pub begin: String,
    pub end: String,
    pub took: String,
    pub short: String,
    pub good: String,
    pub long: String,
    pub ask: String,
    pub nothing: String,
}
