//! Where the visits got: which prompts of the words and which pages were seen.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use toml::{Table, Value};

use super::record::Record;

/// What was seen of all there is.
pub struct Reached {
    /// Each prompt with its longest piece without a placeholder.
    prompts: BTreeMap<String, String>,
    seen: BTreeSet<String>,
    pages: BTreeSet<String>,
    outputs: usize,
    lines: usize,
}

impl Default for Reached {
    fn default() -> Self {
        let mut prompts = BTreeMap::new();
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("prompts/en");
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|ext| ext == "toml") {
                let table: Table = fs::read_to_string(&path).unwrap().parse().unwrap();
                gather(&Value::Table(table), "", &mut prompts);
            }
        }
        Reached {
            prompts,
            seen: BTreeSet::new(),
            pages: BTreeSet::new(),
            outputs: 0,
            lines: 0,
        }
    }
}

/// Every question with a key of its own.
fn gather(value: &Value, key: &str, found: &mut BTreeMap<String, String>) {
    let Value::Table(table) = value else { return };
    for (name, below) in table {
        let key = match (key, name.as_str()) {
            (key, "ask") => key.to_string(),
            ("" | "q", name) => name.to_string(),
            (key, name) => format!("{key}.{name}"),
        };
        match below {
            Value::String(said) if name == "ask" || name.ends_with("_ask") => {
                let pieces = said.split(['{', '}']).step_by(2);
                let longest = pieces.max_by_key(|piece| piece.len()).unwrap_or_default();
                found.insert(key, longest.trim().to_string());
            }
            other => gather(other, &key, found),
        }
    }
}

impl Reached {
    pub fn note(&mut self, record: &Record) {
        for (name, text) in record.entries() {
            self.outputs += 1;
            self.lines += text.lines().count();
            if name.contains("asked") {
                let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
                let seen = self.prompts.iter().filter(|(_, piece)| flat.contains(piece.as_str()));
                self.seen.extend(seen.map(|(key, _)| key.clone()));
            }
            if let Some((_, page)) = name.split_once("pages: the file ") {
                let stem = page.split(['.', '-']).next().unwrap_or_default();
                self.pages
                    .insert(stem.trim_end_matches(|sign: char| sign.is_ascii_digit()).to_string());
            }
        }
    }

    pub fn prompts(&self) -> usize {
        self.seen.len()
    }

    /// The kinds of pages, as the words name them, that were never made.
    pub fn pages_missing(&self) -> Vec<String> {
        let words: Table = include_str!("../../prompts/en/sheet.toml").parse().unwrap();
        let kinds = words["kind"].as_table().unwrap().keys();
        kinds.filter(|kind| !self.pages.contains(*kind)).cloned().collect()
    }

    /// Nine prompts of ten, and every page. Some wait for a disk that fails or a terminal.
    pub fn is_far(&self) -> bool {
        self.seen.len() * 10 >= self.prompts.len() * 9 && self.pages_missing().is_empty()
    }

    pub fn told(&self) -> String {
        let never: Vec<&str> = self
            .prompts
            .keys()
            .map(String::as_str)
            .filter(|key| !self.seen.contains(*key))
            .collect();
        format!(
            "{} outputs and files with {} lines; {} of {} prompts, never: {}; pages: {}; never: {}",
            self.outputs,
            self.lines,
            self.seen.len(),
            self.prompts.len(),
            never.join(", "),
            self.pages.iter().cloned().collect::<Vec<_>>().join(", "),
            self.pages_missing().join(", ")
        )
    }
}
