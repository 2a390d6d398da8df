//! The words of the page for tonight, and of the screen it is on.

use serde::Deserialize;

/// `pages/tonight.toml`. Each key is a sentence or a label; its name says which.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct TonightPage {
    pub title: String,
    pub until: String,
    pub places: String,
    pub week: String,
    pub watch: String,
    pub for_you: String,
    pub alone: String,
    pub children: String,
    pub call: String,
    pub helpline: String,
    pub tell: String,
    pub hour: String,
    pub you: String,
    pub love: String,
    pub code: String,
    pub ask: String,
    pub tomorrow: String,
    pub prompt: String,
    pub photo_now: String,
    pub keep_ask: String,
    pub phone_saved: String,
    pub paper_saved: String,
    pub remove: String,
    pub rows: TonightRows,
}

/// What can be done with the page.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct TonightRows {
    pub enough: String,
    pub whole: String,
    pub keep: String,
    pub paper: String,
    pub phone: String,
    pub file: String,
    pub go_on: String,
}
