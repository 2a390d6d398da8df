//! An errand with a folder of its own, for the tests of the commands.

use std::path::PathBuf;

use chrono::NaiveDate;

use super::Errand;
use crate::ask::leaving::Farewell;
use crate::ask::{Asker, Surroundings};
use crate::words::Words;

/// Where a test's errand runs, and what it printed.
pub(super) struct Trial {
    folder: tempfile::TempDir,
    words: Words,
    /// How a person is asked, for the next errand.
    pub asker: Option<Box<dyn Asker>>,
    /// `--passphrase-file`, for the next errands.
    pub passphrase: Option<PathBuf>,
    /// What was printed.
    pub out: Vec<u8>,
    /// What was told beside it.
    pub err: Vec<u8>,
}

impl Trial {
    pub(super) fn new() -> Self {
        Trial {
            folder: tempfile::tempdir().unwrap(),
            words: Words::load("en", None).unwrap(),
            asker: None,
            passphrase: None,
            out: Vec::new(),
            err: Vec::new(),
        }
    }

    pub(super) fn path(&self) -> PathBuf {
        self.folder.path().join("plan.json")
    }

    pub(super) fn write(&self, text: &str) {
        std::fs::write(self.path(), text).unwrap();
    }

    /// The same plan as the example's, changed.
    pub(super) fn write_example(&self, change: impl FnOnce(&mut serde_json::Value)) {
        let mut plan = serde_json::from_str(self.words.example).unwrap();
        change(&mut plan);
        self.write(&serde_json::to_string_pretty(&plan).unwrap());
    }

    pub(super) fn run<T>(&mut self, job: impl FnOnce(&mut Errand) -> T) -> T {
        job(&mut Errand {
            words: &self.words,
            out: &mut self.out,
            err: &mut self.err,
            plan: None,
            passphrase: self.passphrase.clone(),
            key: None,
            home: Some(self.folder.path().into()),
            locale: None,
            today: NaiveDate::from_ymd_opt(2026, 11, 21).unwrap(),
            plain: true,
            around: Surroundings::default(),
            asker: self.asker.take(),
            farewell: Farewell::default(),
        })
    }

    pub(super) fn printed(&self) -> String {
        String::from_utf8(self.out.clone()).unwrap()
    }

    pub(super) fn told(&self) -> String {
        String::from_utf8(self.err.clone()).unwrap()
    }
}
