//! The keys of a table of words, held against the keys that it owes.

use std::collections::BTreeSet;

use crate::error::{Error, WordsFault};

/// Each owed key is there, and no other.
pub(super) fn same_keys(
    file: &str,
    owed: impl Iterator<Item = String>,
    there: impl Iterator<Item = String>,
) -> Result<(), Error> {
    let (owed, there): (BTreeSet<String>, BTreeSet<String>) = (owed.collect(), there.collect());
    let fault = |key: &String, what| Error::Words {
        file: format!("{file}.toml").into(),
        line: None,
        key: Some(key.clone()),
        what,
    };
    if let Some(key) = owed.difference(&there).next() {
        return Err(fault(key, WordsFault::MissingKey));
    }
    match there.difference(&owed).next() {
        Some(key) => Err(fault(key, WordsFault::UnknownKey)),
        None => Ok(()),
    }
}
