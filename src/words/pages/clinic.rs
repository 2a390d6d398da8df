//! The words of the page for a first visit.

use serde::Deserialize;

/// `pages/clinic.toml`. Each key is a sentence or a label; its name says which.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ClinicPage {
    pub title: String,
    pub top_title: String,
    pub top: Vec<String>,
    pub known_title: String,
    pub used: String,
    pub care: String,
    pub contact: String,
    pub place_title: String,
    pub alone_title: String,
    pub alone: Vec<String>,
    pub ask_title: String,
    pub ask: Vec<String>,
    pub part: Vec<LinesWords>,
}

/// Lines to fill in by hand under one heading.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct LinesWords {
    pub title: String,
    pub rows: usize,
    pub lines: Vec<String>,
}
