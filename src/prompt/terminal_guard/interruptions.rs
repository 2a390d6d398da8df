//! What happens to a terminal besides keys: its window gets another size, or the program is stopped and woken. While keys
//! are read, one thread waits for both, and they interrupt no other: console, which waits there, would take them for
//! Ctrl-C, and rustyline would draw a line in the middle of what else stands in the window.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::thread::Builder;

use nix::sys::signal::{SigSet, Signal};
use signal_hook::consts::{SIGCONT, SIGURG, SIGWINCH};
use signal_hook::flag;

/// What happened since it was last taken.
#[derive(Default)]
struct Happened {
    /// A window made smaller has cut what stood in it, even where it has the old size again.
    resized: Arc<AtomicBool>,
    /// It is to be measured again.
    unmeasured: Arc<AtomicBool>,
    woken: Arc<AtomicBool>,
}

/// Once it is watched.
static HAPPENED: OnceLock<Happened> = OnceLock::new();

/// Whoever wants to be told of each.
static TOLD: Mutex<Option<Sender<()>>> = Mutex::new(None);

/// From now on it is known. What threads are started while `Undisturbed` lives are kept from it too.
pub(super) fn watch(_: &Undisturbed) -> io::Result<()> {
    let happened = HAPPENED.get_or_init(Happened::default);
    flag::register(SIGWINCH, Arc::clone(&happened.resized))?;
    flag::register(SIGWINCH, Arc::clone(&happened.unmeasured))?;
    flag::register(SIGCONT, Arc::clone(&happened.woken))?;
    // What interrupts reading, in `system::wake_reader`.
    flag::register(SIGURG, Arc::default())?;
    Builder::new().name("window".to_owned()).spawn(|| {
        while let Ok(signal) = signals().wait() {
            let flags: &[_] = match signal {
                Signal::SIGCONT => &[&happened.woken],
                _ => &[&happened.unmeasured, &happened.resized],
            };
            flags.iter().for_each(|flag| flag.store(true, Ordering::SeqCst));
            if let Some(told) = &*told() {
                let _ = told.send(());
            }
        }
    })?;
    Ok(())
}

fn signals() -> SigSet {
    [Signal::SIGWINCH, Signal::SIGCONT].into_iter().collect()
}

fn told() -> MutexGuard<'static, Option<Sender<()>>> {
    TOLD.lock().unwrap_or_else(PoisonError::into_inner)
}

/// True if the window may have changed since this was last taken.
pub(crate) fn take_resized() -> bool {
    HAPPENED
        .get()
        .is_none_or(|happened| happened.resized.swap(false, Ordering::SeqCst))
}

/// The same, and it stays to be taken.
pub(crate) fn is_resized() -> bool {
    HAPPENED
        .get()
        .is_some_and(|happened| happened.resized.load(Ordering::SeqCst))
}

/// True if the window is to be measured again, and was not since this was last taken.
pub(crate) fn take_unmeasured() -> bool {
    HAPPENED
        .get()
        .is_none_or(|happened| happened.unmeasured.swap(false, Ordering::SeqCst))
}

/// True if the program was stopped and woken since this was last taken: nothing is known of the terminal.
pub(crate) fn take_woken() -> bool {
    HAPPENED
        .get()
        .is_some_and(|happened| happened.woken.swap(false, Ordering::SeqCst))
}

/// Tells of each of the two while `Telling` lives, and of what nobody has drawn for yet.
pub(crate) fn tell() -> (Telling, Receiver<()>) {
    let (sender, receiver) = mpsc::channel();
    let mut told = told();
    if take_woken() || is_resized() {
        let _ = sender.send(());
    }
    *told = Some(sender);
    (Telling, receiver)
}

/// Ends what `tell` began.
pub(crate) struct Telling;

impl Drop for Telling {
    fn drop(&mut self) {
        *told() = None;
    }
}

/// While this lives, these signals interrupt nothing in this thread.
pub(crate) struct Undisturbed(SigSet);

impl Undisturbed {
    /// By a window that changes, and by being woken. Where it cannot be, a list ends when its window changes.
    pub(crate) fn begin() -> Self {
        Self::by(signals())
    }

    /// By Ctrl-C: the line editor has a handler of its own for it, and hears it only where it waits for the next key.
    pub(crate) fn by_ctrl_c() -> Self {
        Self::by(Signal::SIGINT.into())
    }

    fn by(signals: SigSet) -> Self {
        let _ = signals.thread_block();
        Self(signals)
    }
}

impl Drop for Undisturbed {
    fn drop(&mut self) {
        let _ = self.0.thread_unblock();
    }
}
