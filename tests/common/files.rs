//! The files in a folder, for both binaries of the tests.

use std::fs;
use std::path::{Path, PathBuf};

/// What the files and folders in a folder are called, in order.
pub fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

/// The files of Rust below a folder, in order.
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
