//! The words of the calm talk.

use serde::Deserialize;

/// `pages/talk.toml`. Each key is a sentence, a list or a label; its name says which.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct TalkPage {
    pub title: String,
    pub top_title: String,
    pub top: Vec<String>,
    pub when: String,
    pub moment: String,
    pub clear_time: String,
    pub love: String,
    pub hopes: String,
    pub like: String,
    pub invitation: String,
    pub parts_title: String,
    pub parts: Vec<String>,
    pub ask: String,
    pub asked: String,
    pub leave: String,
    pub left: String,
    pub no: String,
    pub said_no: String,
    pub hard_title: String,
}
