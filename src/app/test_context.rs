//! A context with a folder of its own, for the tests of the commands.

use std::path::PathBuf;

use chrono::NaiveDate;

use crate::app::Context;
use crate::prompt::terminal_guard::ExitMessage;
use crate::prompt::{Prompter, Surroundings};
use crate::words::Words;

/// Where the command of a test runs, and what it printed.
pub(crate) struct TestContext {
    folder: tempfile::TempDir,
    words: Words,
    /// How a person is asked, for the next command.
    pub prompter: Option<Box<dyn Prompter>>,
    /// `--passphrase-file`, for the next errands.
    pub passphrase: Option<PathBuf>,
    /// What was printed.
    pub out: Vec<u8>,
    /// What was told beside it.
    pub err: Vec<u8>,
}

impl TestContext {
    pub(crate) fn new() -> Self {
        TestContext {
            folder: tempfile::tempdir().unwrap(),
            words: Words::load("en", None).unwrap(),
            prompter: None,
            passphrase: None,
            out: Vec::new(),
            err: Vec::new(),
        }
    }

    pub(crate) fn path(&self) -> PathBuf {
        self.folder.path().join("plan.json")
    }

    pub(crate) fn write(&self, text: &str) {
        std::fs::write(self.path(), text).unwrap();
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            std::fs::set_permissions(self.path(), std::fs::Permissions::from_mode(0o600)).unwrap();
        }
    }

    /// The same plan as the example's, changed.
    pub(crate) fn write_example(&self, change: impl FnOnce(&mut serde_json::Value)) {
        let mut plan = serde_json::from_str(self.words.example).unwrap();
        change(&mut plan);
        self.write(&serde_json::to_string_pretty(&plan).unwrap());
    }

    pub(crate) fn run<T>(&mut self, job: impl FnOnce(&mut Context) -> T) -> T {
        job(&mut Context {
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
            quiet: false,
            no_input: false,
            surroundings: Surroundings::default(),
            prompter: self.prompter.take(),
            exit_message: ExitMessage::default(),
        })
    }

    pub(crate) fn stdout(&self) -> String {
        String::from_utf8(self.out.clone()).unwrap()
    }

    pub(crate) fn stderr(&self) -> String {
        String::from_utf8(self.err.clone()).unwrap()
    }
}
