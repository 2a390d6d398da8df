//! A language is complete or it is not offered: every key that is owed, and none that nobody asks for.

use std::collections::{BTreeMap, BTreeSet};

use crate::error::{Error, WordsFault};
use crate::plan::{BoundaryKind, Change, Choice, Field, Gate, List, ObjectionKind, OptionKind, Section, choice_sets};
use crate::readiness::Reason;
use crate::tasks::{Kind, Phase, Role};

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
    let tasks = &words.tasks;
    same(
        "tasks",
        codes_of(Kind::ALL.iter().map(|kind| kind.code())),
        tasks.task.keys().cloned(),
    )?;
    same(
        "tasks",
        codes_of(Phase::ALL.iter().map(|phase| phase.code())),
        tasks.phase.keys().cloned(),
    )?;
    same(
        "tasks",
        codes_of(Role::ALL.iter().map(|role| role.code())),
        tasks.role.keys().cloned(),
    )?;
    same(
        "gain",
        codes_of(Section::ALL.iter().map(|section| section.code())),
        words.gain.step.keys().cloned(),
    )?;
    let kinds = BoundaryKind::all();
    same(
        "boundaries",
        codes_of(kinds.iter().map(Choice::code)),
        words.step(Section::Boundaries).kind.keys().cloned(),
    )?;
    let kinds = ObjectionKind::all();
    same(
        "words",
        codes_of(kinds.iter().map(Choice::code)),
        words.step(Section::Words).objection.keys().cloned(),
    )?;
    let kinds = OptionKind::all();
    same(
        "options",
        codes_of(kinds.iter().map(Choice::code)),
        words.step(Section::Options).option_note.keys().cloned(),
    )?;
    super::help::complete(&words.help)
}

fn codes_of<'a>(codes: impl Iterator<Item = &'a str>) -> impl Iterator<Item = String> {
    codes.map(str::to_string)
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
