//! Keys that come in two halves, the second at another question than the first.
//!
//! Where Enter is sent as two letters (a serial line, telnet, some programs that type), the second is no Enter of its own:
//! it came in one piece with the first. Where a slow line brings an arrow so late that its first letter was Esc, what
//! comes behind is no words.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use super::keys::SILENCE;

/// Whether something waited already when Enter was read.
static FOLLOWED: AtomicBool = AtomicBool::new(false);

/// When Esc was obeyed.
static ESC: Mutex<Option<Instant>> = Mutex::new(None);

/// Another key was read; `followed` if it was Enter, and something came in one piece with it.
pub(super) fn note_enter(followed: bool) {
    FOLLOWED.store(followed, Ordering::SeqCst);
}

/// Whether an Enter that is read now came in one piece with the one before. Asked once.
pub(super) fn is_second_enter() -> bool {
    FOLLOWED.swap(false, Ordering::SeqCst)
}

/// Esc is obeyed now.
pub(super) fn note_esc() {
    *ESC.lock().unwrap_or_else(PoisonError::into_inner) = Some(Instant::now());
}

/// Whether this letter, the first one since Esc was obeyed, is the second half of an arrow.
pub(super) fn is_rest_of_esc(letter: char) -> bool {
    let esc = ESC.lock().unwrap_or_else(PoisonError::into_inner).take();
    letter == '[' && esc.is_some_and(|at| at.elapsed() < SILENCE)
}
