//! The words of the page for the fridge, beside the steps, which are in `danger.toml`.

use serde::Deserialize;

/// `pages/overdose.toml`. Each key is a sentence or a label; its name says which.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct OverdosePage {
    pub title: String,
    pub naloxone: String,
    pub none_yet: String,
    pub roles: String,
    pub roles_blank: String,
    pub tolerance: String,
    pub after_title: String,
    pub danger_title: String,
}
