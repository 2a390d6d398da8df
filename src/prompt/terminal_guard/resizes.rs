//! Whether the window had another size, even where it has the old one again: a window made smaller has cut what stood in
//! it. Every system call but waiting goes on through the signal, and while a list is open another thread takes it:
//! console, which waits there, would take it for Ctrl-C.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

use nix::sys::signal::{SigSet, Signal};

/// Set by every change of the window, once it is watched.
static RESIZED: OnceLock<Arc<AtomicBool>> = OnceLock::new();

/// From now on it is known.
pub(super) fn watch() -> io::Result<()> {
    let flag = Arc::clone(RESIZED.get_or_init(Arc::default));
    signal_hook::flag::register(signal_hook::consts::SIGWINCH, flag).map(drop)
}

/// True if the window may have changed since this was last taken.
pub(crate) fn take_resized() -> bool {
    RESIZED.get().is_none_or(|flag| flag.swap(false, Ordering::SeqCst))
}

/// The same, and it stays to be taken.
pub(crate) fn is_resized() -> bool {
    RESIZED.get().is_some_and(|flag| flag.load(Ordering::SeqCst))
}

/// While this lives, a window that changes interrupts nothing in this thread.
pub(crate) struct Undisturbed(SigSet);

impl Undisturbed {
    /// From now on.
    pub(crate) fn begin() -> Self {
        let signals = SigSet::from(Signal::SIGWINCH);
        // Where it cannot be, a list ends as it did when its window changed.
        let _ = signals.thread_block();
        Self(signals)
    }
}

impl Drop for Undisturbed {
    fn drop(&mut self) {
        let _ = self.0.thread_unblock();
    }
}
