//! Files that are being written: how they are named, and how they go if the process ends.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

const PREFIX: &str = ".steadfast-";

pub(super) const SUFFIX: &str = ".tmp";

/// How the unfinished copies of one plan begin, so that those of another in the same folder are left alone. A name
/// near the system's limit of 255 is left out of it.
pub(super) fn unfinished_prefix(target: &Path) -> OsString {
    let mut prefix = OsString::from(PREFIX);
    if let Some(name) = target.file_name().filter(|name| name.len() <= 200) {
        prefix.push(name);
        prefix.push("-");
    }
    prefix
}

/// Where lies what somebody was typing, of the plan file `target`: no leftover, and not swept.
pub(super) fn typed_path(target: &Path) -> PathBuf {
    let mut name = unfinished_prefix(target);
    name.push("typed");
    target.with_file_name(name)
}

pub(super) fn is_leftover(name: &OsStr, prefix: &OsStr) -> bool {
    let rest = name.as_encoded_bytes().strip_prefix(prefix.as_encoded_bytes());
    rest.and_then(|rest| rest.strip_suffix(SUFFIX.as_bytes()))
        .is_some_and(|random| random.iter().all(u8::is_ascii_alphanumeric))
}

/// Whether this is the name of an unfinished copy of whatever file.
pub(super) fn is_unfinished(name: &OsStr) -> bool {
    let name = name.as_encoded_bytes();
    name.starts_with(PREFIX.as_bytes()) && name.ends_with(SUFFIX.as_bytes())
}

/// Remembers the name of a file that is being written.
pub(super) fn note(path: &Path) {
    let mut unfinished = unfinished();
    unfinished.retain(|path| path.exists());
    unfinished.push(path.to_path_buf());
}

/// The files that are being written, and some that are in their place by now and have no such name any more.
static UNFINISHED: Mutex<Vec<PathBuf>> = Mutex::new(Vec::new());

fn unfinished() -> MutexGuard<'static, Vec<PathBuf>> {
    UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Takes away what is being written, for a process that ends in the next moment.
pub fn remove_unfinished() {
    for path in unfinished().iter() {
        let _ = fs::remove_file(path);
    }
}
