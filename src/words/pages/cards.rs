//! The words of the cards to cut out.

use serde::Deserialize;

/// `pages/cards.toml`. Each key is a sentence or a label; its name says which.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CardsPage {
    pub title: String,
    pub top_title: String,
    pub top: Vec<String>,
    pub say_first: String,
    pub our_step: String,
    pub do_title: String,
    pub again_on: String,
    pub returns: String,
    pub yes: AnsweredWords,
    pub not_yet: AnsweredWords,
    pub no: AnsweredWords,
    pub walks_out: AnsweredWords,
    pub unsafe_now: AnsweredWords,
    pub calm: String,
}

/// One card: its title and what to do.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct AnsweredWords {
    pub title: String,
    pub steps: Vec<String>,
}
