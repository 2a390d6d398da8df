//! The words of the plan on two pages.

use std::collections::BTreeMap;

use serde::Deserialize;

/// `pages/plan.toml`. Each key is a sentence or a label; its name says which.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct PlanPage {
    pub title: String,
    pub top_title: String,
    pub next: String,
    pub professional_line: String,
    pub first_line: String,
    pub not_yet: String,
    pub day_title: String,
    pub day: String,
    pub time: String,
    pub place: String,
    pub way: String,
    pub home_care: String,
    pub leave: String,
    pub people_title: String,
    pub person: String,
    pub takes_part: String,
    pub parts: String,
    pub how: BTreeMap<String, String>,
    pub professional_title: String,
    pub options_title: String,
    pub option: String,
    pub kind: String,
    pub rank: String,
    pub phone: String,
    pub medicine: String,
    pub soonest: String,
    pub after_title: String,
    pub tonight: String,
    pub tomorrow: String,
    pub naloxone: String,
    pub goes_along: String,
}
