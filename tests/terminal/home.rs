//! Where the programs of a test keep their plan.

use std::fs;
use std::path::PathBuf;

use serde_json::Value;
use tempfile::TempDir;

/// A folder for plans, which outlives the programs that use it.
pub struct Home(TempDir);

impl Home {
    pub fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    pub fn folder(&self) -> PathBuf {
        self.0.path().join("home")
    }

    pub fn file(&self) -> PathBuf {
        self.folder().join("plan.json")
    }

    /// The plan on disk, which must be whole.
    pub fn plan(&self) -> Value {
        let text = fs::read_to_string(self.file()).expect("there is a plan");
        serde_json::from_str(&text).expect("the plan is whole")
    }

    /// One answer on disk, as JSON.
    pub fn answer(&self, pointer: &str) -> Value {
        self.plan().pointer(pointer).cloned().unwrap_or_default()
    }

    /// Puts the fictional plan of a whole visit there.
    pub fn with_example(self) -> Self {
        fs::create_dir(self.folder()).unwrap();
        fs::write(self.file(), include_str!("../../prompts/en/example.json")).unwrap();
        self
    }
}
