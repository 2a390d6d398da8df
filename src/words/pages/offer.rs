//! The words of the page that the person keeps.

use serde::Deserialize;

/// `pages/offer.toml`. Each key is a sentence, a list or a label; its name says which.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct OfferPage {
    pub title: String,
    pub top_title: String,
    pub top: Vec<String>,
    pub help_top: Vec<String>,
    pub look: String,
    pub look_alone: String,
    pub look_none: String,
    pub yes_title: String,
    pub help_title: String,
    pub no_title: String,
    pub no: Vec<String>,
    pub choice: String,
    pub other: String,
    pub kind: String,
    pub r#where: String,
    pub ask_for: String,
    pub open: String,
    pub from: String,
    pub held: String,
    pub stay: String,
    pub own: String,
    pub go_title: String,
    pub drives: String,
    pub along: String,
    pub children: String,
    pub else_line: String,
    pub stays_title: String,
    pub says: String,
    pub may_title: String,
    pub may: Vec<String>,
    pub people_title: String,
    pub tonight: String,
    pub tomorrow: String,
    pub along_too: String,
    pub naloxone: String,
    pub naloxone_with: String,
    pub medicine_title: String,
    pub medicine: String,
    pub medicine_yours: String,
    pub alive_title: String,
    pub alive: Vec<String>,
    pub stays: StaysWords,
}

/// What is never withdrawn, said to the person.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct StaysWords {
    pub love: String,
    pub emergency: String,
    pub naloxone: String,
    pub reach: String,
    pub places: String,
    pub ride: String,
    pub children: String,
    pub medicine: String,
}
