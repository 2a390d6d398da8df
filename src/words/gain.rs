//! What each step gained, and what is said once at the start.

use std::collections::BTreeMap;

use serde::Deserialize;

/// `gain.toml`: the one line after each step.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct GainWords {
    pub boxes_one: String,
    pub boxes_many: String,
    pub yours_one: String,
    pub yours_many: String,
    pub of_who_one: String,
    pub of_who_many: String,
    pub none: String,
    /// In place of the sentence of the safety step, while somebody else can see the screen.
    pub passed_over: String,
    /// A kind closing sentence a step.
    pub step: BTreeMap<String, String>,
}

/// `disclaimers.toml`: the five things of R-06 and the disclaimer of R-36. No number in them is a promise, and a study says
/// whom it was about.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct OnceWords {
    pub one: String,
    pub two: String,
    pub three: String,
    pub four: String,
    pub five: String,
    pub disclaimer: String,
}
