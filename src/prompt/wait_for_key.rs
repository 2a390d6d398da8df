//! Waits for a key, and notices what happened to the screen meanwhile.

use std::time::Duration;

use super::terminal_guard;

/// How long nobody looks whether what is on the screen is to be drawn anew.
const LOOK: Duration = Duration::from_millis(250);

/// What ended the waiting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Waited {
    /// A key is there.
    Key,
    /// The window has changed.
    Changed,
    /// The program was stopped and woken: nothing is known of the terminal.
    Woken,
}

/// Waits for a key, or until what is on the screen is to be drawn anew.
pub(super) fn wait_for_key(changed: impl Fn() -> bool) -> Waited {
    // Elsewhere it cannot be seen that a key waits.
    if cfg!(not(unix)) {
        return Waited::Key;
    }
    loop {
        if terminal_guard::more_within(LOOK) {
            return Waited::Key;
        }
        let (woken, changed) = (terminal_guard::take_woken(), changed());
        // A terminal that went away has no size, and that is no reason to draw.
        if (woken || changed) && terminal_guard::more_within(Duration::ZERO) {
            return Waited::Key;
        }
        if woken {
            return Waited::Woken;
        }
        if changed {
            return Waited::Changed;
        }
    }
}

/// Does what waits for keys by itself. When what is on the screen is to be drawn anew meanwhile, `wake` is called until it
/// says that the work was woken.
#[cfg(unix)]
pub(super) fn while_watched<T>(wake: impl Fn() -> bool + Send, work: impl FnOnce() -> T) -> T {
    use std::sync::mpsc::RecvTimeoutError::Disconnected;

    let _held = terminal_guard::Undisturbed::begin();
    let (telling, changes) = terminal_guard::tell();
    let watch = move || {
        while changes.recv().is_ok() {
            while !wake() {
                if changes.recv_timeout(LOOK) == Err(Disconnected) {
                    return;
                }
            }
        }
    };
    std::thread::scope(|scope| {
        scope.spawn(watch);
        let worked = work();
        drop(telling);
        worked
    })
}

/// Elsewhere nobody is told of it.
#[cfg(not(unix))]
pub(super) fn while_watched<T>(_: impl Fn() -> bool + Send, work: impl FnOnce() -> T) -> T {
    work()
}
