//! Waits for a key, and notices what happened to the screen meanwhile.

use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
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
        let (stopped, changed) = (was_stopped(began), changed());
        // A terminal that went away has no size, and that is no reason to draw.
        if (stopped || changed) && more_within(Duration::ZERO) {
            return Waited::Key;
        }
        if stopped {
            return Waited::Woken;
        }
        if changed {
            return Waited::Changed;
        }
    }
}

/// Does what waits for keys by itself. Where what is on the screen is to be drawn anew meanwhile, `wake` is called until
/// it says that the work was woken.
pub(super) fn while_watched<T>(
    changed: impl Fn() -> bool + Send,
    wake: impl Fn() -> bool + Send,
    work: impl FnOnce() -> T,
) -> T {
    let (done, over) = mpsc::channel::<()>();
    let watch = move || {
        let mut anew = false;
        loop {
            let began = Instant::now();
            if over.recv_timeout(LOOK) != Err(RecvTimeoutError::Timeout) {
                return;
            }
            anew |= was_stopped(began) || changed();
            if anew && wake() {
                return;
            }
        }
    };
    thread::scope(|scope| {
        scope.spawn(watch);
        let worked = work();
        drop(done);
        worked
    })
}

/// Whether more time is missing since then than anybody looked for.
fn was_stopped(began: Instant) -> bool {
    began.elapsed() > LOOK * 4
}
