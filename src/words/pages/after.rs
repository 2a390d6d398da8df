//! The words of the first weeks.

use serde::Deserialize;

/// `pages/after.toml`. Each key is a sentence, a list or a label; its name says which.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct AfterPage {
    pub title: String,
    pub top_title: String,
    pub dates_title: String,
    pub what: String,
    pub day: String,
    pub who: String,
    pub talks: String,
    pub visit: String,
    pub home: String,
    pub four_weeks: String,
    pub weeks_title: String,
    pub weeks_away: Vec<String>,
    pub weeks_opioids: Vec<String>,
    pub weeks_home: Vec<String>,
    pub medicine_title: String,
    pub medicine: Vec<String>,
    pub returns_title: String,
    pub support_title: String,
    pub support_blank: String,
}
