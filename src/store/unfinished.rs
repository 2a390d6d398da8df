//! Files that are being written: how they are named, and how they go if the process ends.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use tempfile::NamedTempFile;

use super::folder::{folder_of, make_private};

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

pub(super) fn beside(target: &Path) -> io::Result<NamedTempFile> {
    let prefix = unfinished_prefix(target);
    let mut builder = tempfile::Builder::new();
    let new = builder.prefix(&prefix).suffix(SUFFIX).tempfile_in(folder_of(target))?;
    // It was made with 0600; a umask may have taken even the owner's bits away.
    make_private(new.path())?;
    let mut unfinished = unfinished();
    unfinished.retain(|path| path.exists());
    unfinished.push(new.path().to_path_buf());
    Ok(new)
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
