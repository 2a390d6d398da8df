//! The files of a language, read.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::fault::Fault;
use super::tree::Tree;

/// The files of one folder under `prompts/`.
pub struct Language {
    /// The name of the folder: `en`.
    pub code: String,
    /// Each file by its name without ending: `pages/plan`.
    pub files: BTreeMap<String, Tree>,
}

impl Language {
    /// Reads the files; each that is no TOML is a fault.
    pub fn parse(code: &str, texts: &BTreeMap<String, String>, faults: &mut Vec<Fault>) -> Language {
        let mut language = Language {
            code: code.into(),
            files: BTreeMap::new(),
        };
        for (name, text) in texts {
            match Tree::parse(text) {
                Ok(tree) => drop(language.files.insert(name.clone(), tree)),
                Err((line, what)) => faults.push(language.fault(name, line, "", what)),
            }
        }
        language
    }

    /// The path of one of its files, as a fault names it.
    pub fn path(&self, file: &str) -> String {
        format!("prompts/{}/{file}.toml", self.code)
    }

    /// A fault in one of its files.
    pub fn fault(&self, file: &str, line: usize, key: &str, what: impl Into<String>) -> Fault {
        Fault {
            file: self.path(file),
            line,
            key: key.into(),
            what: what.into(),
        }
    }
}

/// The texts of every TOML file in a folder and in those inside it, by their names without ending.
pub fn texts(folder: &Path) -> std::io::Result<BTreeMap<String, String>> {
    let mut found = BTreeMap::new();
    let mut folders: Vec<PathBuf> = vec![folder.into()];
    while let Some(inside) = folders.pop() {
        for entry in fs::read_dir(inside)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "toml") {
                let name = path.strip_prefix(folder).unwrap_or(&path).with_extension("");
                let name = name.to_string_lossy().replace('\\', "/");
                found.insert(name, fs::read_to_string(&path)?);
            }
        }
    }
    Ok(found)
}
