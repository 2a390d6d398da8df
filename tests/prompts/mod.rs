//! Every sentence a person can read, held by machine: complete, filled, harmless, plain and short enough.

// What stops the build is tried on languages that are made up.
#[allow(dead_code)]
#[path = "../../build/mod.rs"]
mod build;
mod contact;
mod danger;
mod harm;
mod keys;
mod labels;
mod loading;
mod made_up;
mod old_words;
mod pinned;
mod placeholders;
mod reading;
mod rules;
mod tone;
mod voice;
mod voice_shape;

use steadfast::words::{COUNTRIES, LANGUAGES};
use toml::Value;

/// One sentence or label of a language, and where it stands.
pub struct Sentence {
    /// The file, without its ending.
    pub file: &'static str,
    /// The keys that lead to it, with dots between; a place in a list is a number from 0.
    pub key: String,
    /// What it says.
    pub text: String,
}

impl Sentence {
    /// How a failing test names it.
    pub fn place(&self) -> String {
        format!("{}.toml {}: {:?}", self.file, self.key, self.text)
    }

    /// The key, a part a piece. The parts of a quoted key ("person.name") come apart too.
    pub fn last_key(&self) -> &str {
        self.key.rsplit('.').next().unwrap_or_default()
    }
}

/// Each language with all its sentences, in the order of the files. The hints of the coach are rules, not sentences.
pub fn languages() -> impl Iterator<Item = (&'static str, Vec<Sentence>)> {
    LANGUAGES.iter().map(|language| {
        let said = language.files.iter().filter(|(file, _)| *file != "coach");
        (
            language.code,
            said.flat_map(|(file, text)| sentences(file, text)).collect(),
        )
    })
}

/// The sentences of the country files: names of services, and codes.
pub fn of_countries() -> Vec<Sentence> {
    COUNTRIES
        .iter()
        .flat_map(|(country, text)| sentences(country, text))
        .collect()
}

fn sentences(file: &'static str, text: &str) -> Vec<Sentence> {
    let table: toml::Table = text.parse().unwrap_or_else(|error| panic!("{file}.toml: {error}"));
    let mut found = Vec::new();
    gather(file, "", &Value::Table(table), &mut found);
    found
}

fn gather(file: &'static str, key: &str, value: &Value, found: &mut Vec<Sentence>) {
    let below = |step: &str| {
        if key.is_empty() {
            step.to_string()
        } else {
            format!("{key}.{step}")
        }
    };
    match value {
        Value::String(text) => found.push(Sentence {
            file,
            key: key.into(),
            text: text.clone(),
        }),
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                gather(file, &below(&at.to_string()), item, found);
            }
        }
        Value::Table(table) => {
            for (step, item) in table {
                gather(file, &below(step), item, found);
            }
        }
        _ => {}
    }
}

/// Fails with every place at once: whoever mends words wants the whole list.
#[track_caller]
pub fn nothing(faults: Vec<String>) {
    assert!(faults.is_empty(), "{} to mend:\n{}", faults.len(), faults.join("\n"));
}
