//! A language is complete or it is not offered: every key that is owed, and none that nobody asks for.

use std::collections::BTreeMap;

use crate::error::{Error, WordsFault};
use crate::plan::{
    BoundaryKind, Change, CodedChoice, Field, Gate, List, ObjectionKind, OptionKind, Section, choice_sets,
};
use crate::readiness::{Level, Reason, Rule};
use crate::tasks::{Phase, Role, TaskKind};

use super::Words;
use super::same_keys::same_keys;

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
    questions(words)?;
    labels_of_choices(words)?;
    let (home, tasks) = (&words.home, &words.tasks);
    same_keys(
        "home",
        codes_of(Reason::ALL.iter().map(|it| it.code())),
        keys(&home.reason),
    )?;
    same_keys("home", choices::<Gate>(), keys(&home.gate))?;
    same_keys("home", choices::<Change>(), keys(&home.after_change))?;
    same_keys(
        "tasks",
        codes_of(TaskKind::ALL.iter().map(|it| it.code())),
        keys(&tasks.task),
    )?;
    same_keys(
        "tasks",
        codes_of(Phase::ALL.iter().map(|it| it.code())),
        keys(&tasks.phase),
    )?;
    same_keys(
        "tasks",
        codes_of(Role::ALL.iter().map(|it| it.code())),
        keys(&tasks.role),
    )?;
    same_keys(
        "gain",
        codes_of(Section::ALL.iter().map(|it| it.code())),
        keys(&words.gain.step),
    )?;
    kinds(words)?;
    let ready = &words.ready;
    same_keys(
        "ready",
        codes_of(Level::ALL.iter().map(|it| it.code())),
        keys(&ready.level),
    )?;
    same_keys(
        "ready",
        codes_of(Rule::ALL.iter().map(|it| it.code())),
        keys(&ready.rule),
    )?;
    super::coach::complete(words)?;
    super::call::complete(&words.call)?;
    super::sheet::complete(&words.sheet)?;
    super::sources::complete(&words.sources)?;
    super::help::complete(&words.help)
}

/// What begins from the sentence of its kind.
fn kinds(words: &Words) -> Result<(), Error> {
    let step = |section| words.step(section);
    same_keys(
        "boundaries",
        choices::<BoundaryKind>(),
        keys(&step(Section::Boundaries).kind),
    )?;
    same_keys(
        "words",
        choices::<ObjectionKind>(),
        keys(&step(Section::Words).objection),
    )?;
    same_keys(
        "options",
        choices::<OptionKind>(),
        keys(&step(Section::Options).option_note),
    )
}

fn questions(words: &Words) -> Result<(), Error> {
    let steps = || words.steps.values();
    same_keys(
        "steps",
        codes_of(Field::ALL.iter().map(|it| it.code())),
        steps().flat_map(|step| keys(&step.q)),
    )?;
    same_keys(
        "steps",
        codes_of(List::ALL.iter().map(|it| it.field().code())),
        steps().flat_map(|step| keys(&step.list)),
    )
}

fn labels_of_choices(words: &Words) -> Result<(), Error> {
    let name = |set: &str, code: &str| format!("{set}.{code}");
    let owed = choice_sets().into_iter();
    let owed = owed.flat_map(|(set, codes)| codes.into_iter().map(move |code| name(set, &code)));
    let there = words.choices.labels.iter();
    same_keys(
        "choices",
        owed,
        there.flat_map(|(set, labels)| labels.keys().map(move |code| name(set, code))),
    )
}

fn keys<V>(map: &BTreeMap<String, V>) -> impl Iterator<Item = String> {
    map.keys().cloned()
}

fn choices<C: CodedChoice>() -> impl Iterator<Item = String> {
    C::all().into_iter().map(|choice| choice.code().to_string())
}

fn codes_of<'a>(codes: impl Iterator<Item = &'a str>) -> impl Iterator<Item = String> {
    codes.map(str::to_string)
}
