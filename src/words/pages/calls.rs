//! The words of the call pages, beside those of the call itself.

use serde::Deserialize;

/// `pages/calls.toml`. Each key is a sentence or a label; its name says which.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct CallsPage {
    pub title: String,
    pub top_title: String,
    pub blank_title: String,
    pub this_place: String,
    pub top: Vec<String>,
    pub number_title: String,
    pub matters_title: String,
    pub if_no: String,
    pub if_sign: String,
    pub end_title: String,
    pub compared: String,
    /// The headings of a call, in order.
    pub chunk: [String; 6],
}
