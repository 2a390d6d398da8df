//! The words around the sheets: which there are, why one is missing, and what a page leaves out.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::error::Error;

use super::Count;
use super::same_keys::same_keys;

/// The sheets that owe a line. A test holds them, and the two tables below, against the room of the sheets, which
/// is above this one.
pub const SHEETS: &[&str] = &[
    "plan",
    "checklist",
    "tonight",
    "person",
    "chair",
    "driver",
    "calls",
    "cards",
    "overdose",
    "clinic",
    "talk",
    "offer",
    "supervision",
    "after",
];

/// Why a plan may lack a sheet.
pub const MISSING: &[&str] = &["closed", "changed", "died", "nobody", "no_meeting"];

/// Why something is not on a page.
pub const LEFT_OUT: &[&str] = &["closed", "not_firm", "not_known_true", "of_others", "kept", "place"];

/// `sheet.toml`. Each key is a sentence or a label; its name says which.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct SheetWords {
    pub title: String,
    pub row: String,
    pub blank: String,
    pub how: String,
    pub unknown: String,
    pub meant: String,
    pub for_whom: String,
    pub not_theirs: String,
    pub several_people: String,
    pub no_such_person: String,
    pub checklist_only: String,
    pub pdf_to_screen: String,
    pub out_needed: String,
    pub unkept: String,
    pub no_viewer: String,
    pub stale_none: String,
    pub stale_title: String,
    pub stale_row: String,
    pub stale_more: String,
    pub for_person: String,
    pub all_saved: Count,
    pub hand_over: String,
    pub left_out_title: String,
    pub left_out_named: String,
    pub left_out: BTreeMap<String, Count>,
    pub missing: BTreeMap<String, String>,
    pub kind: BTreeMap<String, String>,
    pub label: BTreeMap<String, String>,
    pub ask: String,
    pub who_ask: String,
    pub all_row: String,
    pub back: String,
    pub columns: ColumnWords,
}

/// The heads of the checklist as a table.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ColumnWords {
    pub done: String,
    pub task: String,
    pub who: String,
    pub date: String,
    pub when: String,
    pub why: String,
    pub yes: String,
}

/// Holds the words against every page, every reason why one is missing, and all that may be left out.
pub(super) fn complete(words: &SheetWords) -> Result<(), Error> {
    let owed = |codes: Vec<&'static str>| codes.into_iter().map(String::from);
    same_keys("sheet", owed(SHEETS.to_vec()), words.kind.keys().cloned())?;
    same_keys("sheet", owed(SHEETS.to_vec()), words.label.keys().cloned())?;
    same_keys("sheet", owed(MISSING.to_vec()), words.missing.keys().cloned())?;
    same_keys("sheet", owed(LEFT_OUT.to_vec()), words.left_out.keys().cloned())
}
