//! Waits for a key, and notices what happened to the screen meanwhile.

use std::time::{Duration, Instant};

use super::terminal_guard::more_within;

/// How long nobody looks whether the window has changed.
const LOOK: Duration = Duration::from_millis(250);

/// Waits for a key. False where what is on the screen is to be drawn anew: the window has changed, or the program was
/// stopped and woken, which shows by the time that is missing.
pub(super) fn wait_for_key(changed: impl Fn() -> bool) -> bool {
    // Elsewhere it cannot be seen that a key waits.
    if cfg!(not(unix)) {
        return true;
    }
    loop {
        let began = Instant::now();
        if more_within(LOOK) {
            return true;
        }
        let anew = began.elapsed() > LOOK * 4 || changed();
        // A terminal that went away has no size, and that is no reason to draw.
        if anew {
            return more_within(Duration::ZERO);
        }
    }
}
