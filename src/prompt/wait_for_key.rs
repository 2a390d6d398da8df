//! Waits for a key, and notices what happened to the screen meanwhile.

use std::time::{Duration, Instant};

use super::terminal_guard::more_within;

/// How long nobody looks whether the window has changed.
const LOOK: Duration = Duration::from_millis(250);

/// What ended the waiting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Waited {
    /// A key is there.
    Key,
    /// The window has changed.
    Changed,
    /// The program was stopped and woken, which shows by the time that is missing: nothing is known of the terminal.
    Woken,
}

/// Waits for a key, or until what is on the screen is to be drawn anew.
pub(super) fn wait_for_key(changed: impl Fn() -> bool) -> Waited {
    // Elsewhere it cannot be seen that a key waits.
    if cfg!(not(unix)) {
        return Waited::Key;
    }
    loop {
        let began = Instant::now();
        if more_within(LOOK) {
            return Waited::Key;
        }
        if began.elapsed() > LOOK * 4 {
            return Waited::Woken;
        }
        if changed() {
            return Waited::Changed;
        }
    }
}
