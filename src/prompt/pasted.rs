//! Whether a Ctrl-C was part of what is pasted into a field: there it is a letter like any other, and ends nothing.

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;

#[cfg(unix)]
use super::keys::ALONE;

/// While words are typed: when the last key of a paste was read.
static FIELD: Mutex<Option<Option<Instant>>> = Mutex::new(None);

fn field() -> MutexGuard<'static, Option<Option<Instant>>> {
    FIELD.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Words are typed from now on, or no longer.
pub(super) fn begin_field(typed: bool) {
    *field() = typed.then_some(None);
}

/// A key of a paste was read.
pub(super) fn note_key() {
    *field() = Some(Some(Instant::now()));
}

/// Whether a Ctrl-C that came just now is in the middle of a paste. What came in one piece with it is read first.
#[cfg(unix)]
pub(super) fn holds_ctrl_c() -> bool {
    let came = Instant::now();
    if field().is_none() {
        return false;
    }
    std::thread::sleep(ALONE);
    field().flatten().is_some_and(|last| last + ALONE >= came)
}
