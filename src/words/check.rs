//! A language is complete or it is not offered: every key that is owed, and none that nobody asks for.

use std::collections::{BTreeMap, BTreeSet};

use crate::error::{Error, WordsFault};
use crate::plan::{Change, Choice, Field, Gate, List, choice_sets};
use crate::readiness::Reason;

use super::Words;

/// One table of labels.
pub(super) fn labels(file: &str, table: toml::Value) -> Result<BTreeMap<String, String>, Error> {
    table.try_into().map_err(|error: toml::de::Error| Error::Words {
        file: format!("{file}.toml").into(),
        line: None,
        key: None,
        what: WordsFault::Misfit {
            message: error.message().into(),
        },
    })
}

/// Holds the words against everything that has a code.
pub(super) fn complete(words: &Words) -> Result<(), Error> {
    let fields = Field::ALL.iter().map(|field| field.code().to_string());
    same(
        "steps",
        fields,
        words.steps.values().flat_map(|step| step.q.keys().cloned()),
    )?;
    let lists = List::ALL.iter().map(|list| list.field().code().to_string());
    same(
        "steps",
        lists,
        words.steps.values().flat_map(|step| step.list.keys().cloned()),
    )?;
    let codes = choice_sets()
        .into_iter()
        .flat_map(|(set, codes)| codes.into_iter().map(move |code| format!("{set}.{code}")));
    let labels = words
        .choices
        .iter()
        .flat_map(|(set, labels)| labels.keys().map(move |code| format!("{set}.{code}")));
    same("choices", codes, labels)?;
    let home = &words.home;
    same(
        "home",
        Reason::ALL.iter().map(|reason| reason.code().into()),
        home.reason.keys().cloned(),
    )?;
    same(
        "home",
        Gate::all().iter().map(|gate| gate.code().into()),
        home.gate.keys().cloned(),
    )?;
    same(
        "home",
        Change::all().iter().map(|change| change.code().into()),
        home.after_change.keys().cloned(),
    )?;
    super::help::complete(&words.help)
}

/// Each owed key is there, and no other.
pub(super) fn same(
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
