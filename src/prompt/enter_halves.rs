//! Where Enter is sent as two letters (a serial line, telnet, some programs that type), the second is no Enter of its own:
//! it came in one piece with the first, whatever question is there by then.

use std::sync::atomic::{AtomicBool, Ordering};

/// Whether something waited already when Enter was read.
static FOLLOWED: AtomicBool = AtomicBool::new(false);

/// Another key was read; `followed` if it was Enter, and something came in one piece with it.
pub(super) fn note(followed: bool) {
    FOLLOWED.store(followed, Ordering::SeqCst);
}

/// Whether an Enter that is read now came in one piece with the one before. Asked once.
pub(super) fn is_second() -> bool {
    FOLLOWED.swap(false, Ordering::SeqCst)
}
