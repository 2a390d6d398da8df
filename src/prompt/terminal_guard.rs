//! Every way out leaves the terminal as it was found.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::lose_unfinished;

/// The line that is said when a signal ends the visit: what is kept, and how to go on. Whoever keeps
/// something sets it at once; empty says nothing. Clones share the line.
#[derive(Clone, Debug, Default)]
pub struct ExitMessage(Arc<Mutex<ExitLines>>);

/// The line, and what is said behind it where the screen cannot be cleared.
#[derive(Debug, Default)]
struct ExitLines {
    line: String,
    unfinished: String,
    behind: String,
}

impl ExitMessage {
    /// With a first line.
    pub fn new(line: impl Into<String>) -> Self {
        let said = Self::default();
        said.set(line);
        said
    }

    /// Says this from now on.
    pub fn set(&self, line: impl Into<String>) {
        self.lines().line = line.into();
    }

    /// What would be said now.
    pub fn line(&self) -> String {
        self.lines().line.clone()
    }

    /// Says this behind the line, whatever that is.
    pub fn set_behind(&self, behind: impl Into<String>) {
        self.lines().behind = behind.into();
    }

    /// Says this of words that were typed and that no question has taken, where there are any.
    pub fn set_unfinished(&self, unfinished: impl Into<String>) {
        self.lines().unfinished = unfinished.into();
    }

    /// All that is said on a signal; what was being typed is kept first, where it can be.
    fn whole(&self) -> String {
        let said = self.lines();
        let unfinished = Some(&said.unfinished).filter(|_| lose_unfinished());
        let parts = unfinished.into_iter().chain([&said.line, &said.behind]);
        let parts: Vec<&str> = parts.map(String::as_str).filter(|part| !part.is_empty()).collect();
        parts.join(" ")
    }

    fn lines(&self) -> MutexGuard<'_, ExitLines> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whether what is on the screen, and what has scrolled away above it, is cleared on every way out.
static CLEARS: AtomicBool = AtomicBool::new(false);

/// From now on, or no longer, every way out clears the screen, and what has scrolled away where the terminal can.
pub fn clear_at_end(clears: bool) {
    CLEARS.store(clears, Ordering::SeqCst);
}

/// Whether the visit has a screen to itself: the terminal's second one.
static SECOND: AtomicBool = AtomicBool::new(false);

/// What begins the second screen, empty, and what ends it: what stood on the first one before is there again.
const SCREEN: [&[u8]; 2] = [b"\x1b[?1049h\x1b[H\x1b[J", b"\x1b[H\x1b[J\x1b[?1049l"];

/// Before the first frame of a visit whose every way out clears: from now on it is on the second screen. What ends the
/// program in any way ends that too.
pub(super) fn begin_screen() {
    if CLEARS.load(Ordering::SeqCst) && !SECOND.swap(true, Ordering::SeqCst) {
        system::write(SCREEN[0]);
    }
}

/// True while the visit has a screen to itself.
pub(super) fn has_screen() -> bool {
    SECOND.load(Ordering::SeqCst)
}

/// The terminal's first screen again, if this is the second.
fn end_screen() {
    if SECOND.swap(false, Ordering::SeqCst) {
        system::write(SCREEN[1]);
    }
}

/// Clears the screen if that was asked for; once.
pub fn clear() {
    end_screen();
    if CLEARS.swap(false, Ordering::SeqCst) {
        system::write(crate::prompt::screen::CLEAR_ALL);
    }
}

/// Whether another program has the terminal, for as long as this one waits for it.
static LENT: AtomicBool = AtomicBool::new(false);

/// From now on Ctrl-C is for the program that was given the terminal, or no longer.
pub fn lend(lent: bool) {
    LENT.store(lent, Ordering::SeqCst);
}

/// Whether a signal has ended the visit, and the terminal is being put back.
static ENDING: AtomicBool = AtomicBool::new(false);

/// Before anything is drawn, or a mode set: what comes after the last line would stay in a terminal that was put back.
pub(super) fn stop_if_ending() {
    if ENDING.load(Ordering::SeqCst) {
        wait_for_exit();
    }
}

/// Waits for the thread that ends the process; for a reader that was interrupted by a signal.
pub fn wait_for_exit() -> ! {
    // The thread needs some 50 ms. Without one (nobody called `watch`) an interrupted reader still ends as it should.
    std::thread::sleep(Duration::from_secs(5));
    restore();
    std::process::exit(130)
}

/// What Ctrl-C does if it is read as a key: the same as the signal.
pub fn interrupt() -> ! {
    #[cfg(not(unix))]
    system::end();
    #[cfg(unix)]
    {
        // Without `watch` the default action ends the process here, so the terminal goes back first.
        restore();
        let _ = signal_hook::low_level::raise(signal_hook::consts::SIGINT);
        wait_for_exit()
    }
}

/// Gives a hang-up the time to be seen as one: the end of input that comes with it must not win the race and be
/// taken for leaving by choice.
pub(super) fn wait_for_signal() {
    // A terminal that went away does not answer that it is one, so it counts what was found at the start.
    if system::had_terminal() {
        std::thread::sleep(Duration::from_millis(300));
    }
}

#[cfg(unix)]
pub(super) use interruptions::{Undisturbed, is_resized, take_resized, take_unmeasured, take_woken, tell};
#[cfg(unix)]
pub(super) use system::EchoOff;
#[cfg(unix)]
pub(super) use system::wait_no_longer;
pub(super) use system::{drop_keys, hear_ctrl_c, more_within, wait_for_keys, wake_reader};
#[cfg(not(unix))]
pub(super) use system::{is_resized, take_resized, take_unmeasured, take_woken};
pub use system::{restore, touched};

#[cfg(unix)]
pub use signals::watch;
#[cfg(not(unix))]
pub use system::watch;

#[cfg(unix)]
mod interruptions;
#[cfg(unix)]
mod signals;
#[cfg(unix)]
mod system;

#[cfg(not(unix))]
#[path = "terminal_guard/windows.rs"]
mod system;

#[cfg(all(test, unix))]
#[path = "terminal_guard_tests.rs"]
mod tests;
