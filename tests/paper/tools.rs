//! The outside programs, and a clear line where one is missing.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where `.ci/run` puts what npm brings.
pub fn tools() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("target/tools")
}

/// A file that npm brings; without it a line says that the test is skipped.
pub fn brought(file: &str) -> Option<PathBuf> {
    let path = tools().join("node_modules").join(file);
    found(path.exists().then_some(path), file)
}

/// The first of these programs that is there; without any a line says that the test is skipped.
pub fn program(names: &[&str]) -> Option<PathBuf> {
    let folders = std::env::var_os("PATH").unwrap_or_default();
    let folders: Vec<PathBuf> = std::env::split_paths(&folders).collect();
    let paths = names
        .iter()
        .flat_map(|name| folders.iter().map(move |folder| folder.join(name)));
    found({ paths }.find(|path| path.is_file()), names[0])
}

/// The browser on this computer.
pub fn browser() -> Option<PathBuf> {
    program(&["chromium", "google-chrome", "chromium-browser", "microsoft-edge"])
}

fn found(path: Option<PathBuf>, name: &str) -> Option<PathBuf> {
    if path.is_none() {
        // Not through the macro, whose words are shown for failed tests alone.
        let _ = writeln!(std::io::stderr(), "skipped: {name} is not here (.ci/run installs it)");
    }
    path
}

/// What a program says, on both ways out; fails where it did.
#[track_caller]
pub fn said(command: &mut Command) -> String {
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command:?}: {said}");
    said
}
