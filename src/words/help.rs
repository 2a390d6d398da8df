//! The words of the command line's help.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::error::Error;

use super::same_keys::same_keys;

/// `help.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct HelpWords {
    pub about: String,
    pub long_about: Vec<String>,
    pub usage_line: String,
    pub usage: String,
    pub commands: String,
    pub options: String,
    pub arguments: String,
    pub topics: String,
    pub more: String,
    pub no_topic: String,
    /// What each command does; `start` is the program without one.
    pub command: BTreeMap<String, String>,
    /// What each option and argument does.
    pub option: BTreeMap<String, String>,
    /// What stands for a value.
    pub value: BTreeMap<String, String>,
    /// What can be read about beside the commands: where the plan is and who can see it, and what
    /// counselors owe.
    pub topic: BTreeMap<String, Topic>,
}

/// One topic.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// Its title.
    pub title: String,
    /// What it is about, for the list of topics.
    pub line: String,
    /// The text, a paragraph each.
    pub text: Vec<String>,
}

/// The keys that are owed, table by table. A test holds them against what the command line takes.
const OWED: [(&str, &[&str]); 4] = [
    (
        "command",
        &[
            "start",
            "plan",
            "checklist",
            "sheet",
            "ready",
            "done",
            "calendar",
            "call",
            "lines",
            "show",
            "history",
            "undo",
            "restore",
            "forget",
            "sources",
            "example",
            "check",
            "where",
            "lock",
            "delete",
            "hide",
            "help",
        ],
    ),
    (
        "option",
        &[
            "plain",
            "lang",
            "words",
            "today",
            "plan",
            "format",
            "undo",
            "off",
            "change",
            "passphrase_file",
            "file",
            "ids",
            "topic",
            "help",
            "version",
            "option",
            "country",
            "question",
            "item",
            "number",
            "out",
            "plain_titles",
            "reader",
            "browser",
            "open",
            "kind",
            "force",
        ],
    ),
    (
        "value",
        &[
            "file", "ids", "folder", "day", "lang", "format", "topic", "option", "country", "question", "path", "kind",
            "who", "number",
        ],
    ),
    ("topic", &["keys", "privacy", "counselor", "files", "exit", "plain"]),
];

/// Every command, option, value and topic has its words, and nothing else has.
pub(super) fn complete(help: &HelpWords) -> Result<(), Error> {
    let tables: [Vec<&String>; 4] = [
        help.command.keys().collect(),
        help.option.keys().collect(),
        help.value.keys().collect(),
        help.topic.keys().collect(),
    ];
    for ((table, owed), there) in OWED.iter().zip(tables) {
        same_keys(
            "help",
            owed.iter().map(|key| format!("{table}.{key}")),
            there.into_iter().map(|key| format!("{table}.{key}")),
        )?;
    }
    Ok(())
}
