//! The words of the calendar.

use serde::Deserialize;

/// `calendar.toml`. Each key is a sentence or a label; its name says which.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CalendarWords {
    pub appointment: String,
    pub to_do: String,
    pub to_do_number: String,
    pub meeting: String,
    pub talk: String,
    pub rehearsal: String,
    pub with: String,
    pub time: String,
    pub shared: String,
    /// Said where an earlier one may stand in a phone already.
    pub again: String,
    pub none: String,
    /// In place of it where a day is not to be spoken of.
    pub none_now: String,
    pub unkept: String,
}
