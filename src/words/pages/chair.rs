//! The words of the page for the one who leads the meeting.

use serde::Deserialize;

/// `pages/chair.toml`. Each key is a sentence or a label; its name says which.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ChairPage {
    pub title: String,
    pub top_title: String,
    pub lead_line: String,
    pub stop_line: String,
    pub once_line: String,
    pub leads: String,
    pub safety: String,
    pub professional: String,
    pub order_title: String,
    pub order_blank: String,
    pub letter: String,
    pub by_phone: String,
    pub run_title: String,
    pub what: String,
    pub minutes: String,
    pub who: String,
    pub step: ChairSteps,
    pub all_of_us: String,
    pub in_order: String,
    pub as_named: String,
    pub more: String,
    pub total: String,
    pub rules_title: String,
    pub rules: Vec<String>,
    pub offer_title: String,
    pub offer_two: String,
    pub offer_one: String,
    pub offer_later: String,
    pub offer_from: String,
    pub offer_ask: String,
    pub offer: Vec<String>,
    pub offer_blank: String,
    pub answers_title: String,
    pub answers_line: String,
    pub answers_blank: String,
    pub says: String,
    pub answer: String,
    pub stop_title: String,
    pub stop: Vec<String>,
    pub else_title: String,
    pub cards_line: String,
    pub boundaries_line: String,
}

/// The steps of the meeting.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ChairSteps {
    pub early: String,
    pub opening: String,
    pub read: String,
    pub turn: String,
    pub offer: String,
    pub answers: String,
    pub again: String,
    pub closing: String,
    pub after: String,
}
