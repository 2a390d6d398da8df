//! The files of Rust below a folder: both binaries of the tests read them.

use std::fs;
use std::path::{Path, PathBuf};

/// Their paths, in order.
pub fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let (mut found, mut waiting) = (Vec::new(), vec![folder.to_path_buf()]);
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            waiting.extend(fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The text of the program and of its tests, file after file.
pub fn of_program_and_tests() -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = ["src", "tests"]
        .into_iter()
        .flat_map(|folder| rust_files(&root.join(folder)));
    files.map(|file| fs::read_to_string(file).unwrap()).collect()
}
