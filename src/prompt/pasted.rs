//! Whether a Ctrl-C was part of what is pasted into a field: there it is a letter like any other, and ends nothing.

use std::sync::{Mutex, PoisonError};
use std::time::Instant;

#[cfg(unix)]
use super::keys::ALONE;

/// When the last key of a paste was read.
static LAST_KEY: Mutex<Option<Instant>> = Mutex::new(None);

/// A key of a paste was read.
pub(super) fn note_key() {
    *LAST_KEY.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now());
}

/// Whether a Ctrl-C that came just now is in the middle of a paste. What came in one piece with it is read first.
#[cfg(unix)]
pub(super) fn holds_ctrl_c() -> bool {
    let came = Instant::now();
    std::thread::sleep(ALONE);
    let last = *LAST_KEY.lock().unwrap_or_else(PoisonError::into_inner);
    last.is_some_and(|last| last + ALONE >= came)
}
