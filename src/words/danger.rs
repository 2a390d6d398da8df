//! The words of danger now (design#danger). There are no steps for stopping at home among them, and a safety
//! plan is named, with its parts, and left to the person and a clinician.

use serde::Deserialize;

/// `danger.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DangerWords {
    /// One sentence of kindness, for the very first screen.
    pub kindness: String,
    /// The emergency line, with `{emergency}`.
    pub line: String,
    /// The question.
    pub ask: String,
    /// What is at the cursor.
    pub prompt: String,
    /// Why it is asked; may be empty.
    pub why: String,
    /// Its answers.
    pub answer: DangerAnswers,
    /// What is asked after the card of "not sure".
    pub next: DangerNext,
    /// What people type instead of a row.
    pub heard: DangerHeard,
    /// The cards.
    pub card: Cards,
    /// What is different after other things than opioids.
    pub other: Other,
    /// When to call (evidence#card-all).
    pub signs_to_call: Vec<String>,
    /// How a card is left with one key.
    pub leave_key: String,
}

/// The labels of the answers.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct DangerAnswers {
    pub overdose: String,
    pub suicide: String,
    pub violence: String,
    pub not_sure: String,
    pub no: String,
}

/// After the card of "not sure".
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct DangerNext {
    pub ask: String,
    pub prompt: String,
    pub go_on: String,
}

/// Phrases by the card they open, as [`Speech`](crate::ask::Speech) reads them; `no` holds whole texts,
/// `right` words that are no slip of another.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct DangerHeard {
    pub strangled: Vec<String>,
    pub overdose: Vec<String>,
    pub suicide: Vec<String>,
    pub violence: Vec<String>,
    pub call: Vec<String>,
    pub help: Vec<String>,
    pub no: Vec<String>,
    pub right: Vec<String>,
    pub said: DangerSaid,
}

/// What is said to a cry for help while it is typed.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct DangerSaid {
    pub call: String,
    pub help: String,
}

/// The cards.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct Cards {
    pub overdose: Card,
    pub suicide: Card,
    pub violence: Card,
    /// How to tell them apart, for "not sure".
    pub all: Card,
}

/// What is done after other things than opioids, on paper.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Other {
    /// Cocaine, meth and their like.
    pub uppers: OtherSteps,
    /// Alcohol.
    pub alcohol: OtherSteps,
}

/// One of them.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OtherSteps {
    /// Its title.
    pub title: String,
    /// What to do.
    pub steps: Vec<String>,
}

/// One card.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Card {
    /// Its title, with the number to call.
    pub title: String,
    /// What holds for every step; may be empty.
    #[serde(default)]
    pub top: String,
    /// The steps in a few lines, for a card in a pocket; may be none.
    #[serde(default)]
    pub short: Vec<String>,
    /// What to do in the next minute, in order.
    pub steps: Vec<String>,
    /// What comes after.
    pub after: Vec<String>,
    /// What is said beside the violence line; may be empty.
    #[serde(default)]
    pub with_violence_line: String,
    /// What is said in a country that has no violence line; may be empty.
    #[serde(default)]
    pub without_violence_line: String,
    /// The help lines that are on it, by id.
    pub lines: Vec<String>,
    /// The screen is cleared when it is left.
    #[serde(default)]
    pub leaves_with_one_key: bool,
}
