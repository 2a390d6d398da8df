//! The words of the weeks as a picture.

use serde::Deserialize;

use crate::words::Count;

/// `pages/weeks.toml`. Each key is a sentence or a label; its name says which.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct WeeksWords {
    pub title: String,
    pub about: String,
    pub week: String,
    pub more: Count,
}
