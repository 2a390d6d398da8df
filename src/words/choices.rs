//! `choices.toml`: the labels of every set of choices, and a note where a label alone is not enough.

use std::collections::BTreeMap;

use crate::error::Error;

use super::check;
use super::load::parse_toml;

/// Sentences by set and code.
type Sets = BTreeMap<String, BTreeMap<String, String>>;

/// The words of the choices.
pub struct ChoiceWords {
    /// What stands in a row.
    pub labels: Sets,
    /// What a row means.
    pub notes: Sets,
}

/// Reads the file: one table for each set, and the notes in a table of their own.
pub(super) fn read(text: &str, file: &str) -> Result<ChoiceWords, Error> {
    let mut all: BTreeMap<String, toml::Value> = parse_toml(text, file)?;
    let sets = |tables: BTreeMap<String, toml::Value>| -> Result<Sets, Error> {
        let read = |(set, table)| Ok((set, check::labels("choices", table)?));
        tables.into_iter().map(read).collect()
    };
    let notes = match all.remove("note") {
        Some(toml::Value::Table(tables)) => tables.into_iter().collect(),
        _ => BTreeMap::new(),
    };
    Ok(ChoiceWords {
        notes: sets(notes)?,
        labels: sets(all)?,
    })
}
