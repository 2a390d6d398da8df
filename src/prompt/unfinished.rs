//! Whether words were typed that no question has taken. They are kept for as long as the visit lasts, and the farewell says
//! so.

use std::sync::atomic::{AtomicBool, Ordering};

/// Words stand in a field now that were not there before.
static IN_FIELD: AtomicBool = AtomicBool::new(false);

/// Words were left in a field.
static LEFT: AtomicBool = AtomicBool::new(false);

/// Words stand in the field that is typed into, or no longer.
pub(super) fn note_field(stand: bool) {
    IN_FIELD.store(stand, Ordering::SeqCst);
}

/// A field was left with words in it, or they were taken up again.
pub(super) fn note_left(left: bool) {
    LEFT.store(left, Ordering::SeqCst);
}

/// True if there are words that no question has taken.
pub fn has_unfinished() -> bool {
    IN_FIELD.load(Ordering::SeqCst) || LEFT.load(Ordering::SeqCst)
}
