//! Every way out leaves the terminal as it was found.
//!
//! Signals are waited for in one thread, which puts the terminal back, says one line and ends the process: flags set
//! by a handler are not enough, because a line being edited goes on waiting through them. Only signals that end the
//! visit are handled; a handler for any other (a resized window) would end a list, see `list_state`.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// The line that is said when a signal ends the visit: what is kept, and how to go on. Whoever keeps
/// something sets it at once; empty says nothing. Clones share the line.
#[derive(Clone, Debug, Default)]
pub struct ExitMessage(Arc<Mutex<ExitLines>>);

/// The line, and what is said behind it where the screen cannot be cleared.
#[derive(Debug, Default)]
struct ExitLines {
    line: String,
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

    /// All that is said on a signal.
    #[cfg(unix)]
    fn whole(&self) -> String {
        let said = self.lines();
        format!("{} {}", said.line, said.behind).trim().to_owned()
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

/// Waits for the thread that ends the process; for a reader that was interrupted by a signal.
pub fn wait_for_exit() -> ! {
    // The thread needs some 50 ms. Without one (nobody called `watch`) an interrupted reader still ends as it should.
    std::thread::sleep(Duration::from_secs(5));
    restore();
    std::process::exit(130)
}

/// What Ctrl-C does if it is read as a key: the same as the signal.
pub fn interrupt() -> ! {
    #[cfg(unix)]
    {
        // Without `watch` the default action ends the process here, so the terminal goes back first.
        restore();
        let _ = signal_hook::low_level::raise(signal_hook::consts::SIGINT);
    }
    wait_for_exit()
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
pub(super) use system::EchoOff;
#[cfg(unix)]
pub(super) use system::wait_no_longer;
pub(super) use system::{drop_keys, more_within, wait_for_keys};
pub use system::{restore, touched, watch};

#[cfg(unix)]
mod system {
    use std::io::{self, IsTerminal};
    use std::sync::OnceLock;
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::time::Duration;

    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use rustix::termios::{
        LocalModes, OptionalActions, QueueSelector, SpecialCodeIndex, Termios, tcflush, tcgetattr, tcsetattr,
    };
    use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM};
    use signal_hook::iterator::Signals;

    use super::ExitMessage;

    /// The modes the terminal had, once they were looked at.
    static FOUND: OnceLock<Option<Termios>> = OnceLock::new();

    /// Whether anything but lines was ever sent to the terminal.
    static TOUCHED: AtomicBool = AtomicBool::new(false);

    /// Whether colour or weight was among it.
    static COLOURED: AtomicBool = AtomicBool::new(false);

    /// How long after a signal the list or line it met needs to come to rest. A list that was just being drawn sets
    /// raw mode once more before it waits, and console raises SIGINT of its own on any signal.
    const REST: Duration = Duration::from_millis(25);

    /// Remembers the terminal's modes and begins to wait for INT, TERM, HUP and QUIT. `last` is done before the process
    /// ends, when the terminal is back already: it takes away what must not stay behind.
    ///
    /// # Errors
    /// When the handlers or the thread cannot be set up.
    pub fn watch(farewell: ExitMessage, last: fn()) -> io::Result<()> {
        FOUND.get_or_init(modes);
        let mut signals = Signals::new([SIGINT, SIGTERM, SIGHUP, SIGQUIT])?;
        std::thread::Builder::new().name("leaving".to_owned()).spawn(move || {
            loop {
                let mut came: Vec<i32> = signals.wait().collect();
                if came.is_empty() {
                    continue;
                }
                std::thread::sleep(REST);
                came.extend(signals.pending());
                end(decide(&came), &farewell.whole(), last);
            }
        })?;
        Ok(())
    }

    /// The signal that ended the visit, where several came: the INT may be console's own.
    pub(super) fn decide(came: &[i32]) -> i32 {
        [SIGHUP, SIGTERM, SIGQUIT]
            .into_iter()
            .find(|signal| came.contains(signal))
            .unwrap_or(SIGINT)
    }

    fn end(signal: i32, line: &str, last: fn()) -> ! {
        restore();
        super::clear();
        if signal != SIGHUP {
            // Not through the lock of std: whoever holds it may wait for this very terminal.
            let line = crate::text::sanitize::sanitize_line(line);
            let words = if line.is_empty() {
                "\n".to_owned()
            } else {
                format!("\n{line}\n")
            };
            let _ = rustix::io::write(io::stderr(), words.as_bytes());
        }
        last();
        std::process::exit(128 + signal)
    }

    /// Writes what is no words. Not through the lock of std, as below.
    pub(super) fn write(bytes: &[u8]) {
        let _ = rustix::io::write(io::stderr(), bytes);
    }

    fn modes() -> Option<Termios> {
        if io::stderr().is_terminal() {
            tcgetattr(io::stderr()).ok()
        } else {
            tcgetattr(io::stdin()).ok()
        }
    }

    /// From now on leaving shows the cursor again and ends bracketed paste, and `colour`, if it was sent.
    pub fn touched(colour: bool) {
        FOUND.get_or_init(modes);
        COLOURED.store(colour, Ordering::SeqCst);
        TOUCHED.store(true, Ordering::SeqCst);
    }

    /// Whether the process was started on a terminal and watches for its end.
    pub(super) fn had_terminal() -> bool {
        matches!(FOUND.get(), Some(Some(_)))
    }

    /// No key means this any more (`_POSIX_VDISABLE`).
    const NO_KEY: u8 = if cfg!(any(target_os = "linux", target_os = "android")) {
        0
    } else {
        0xff
    };

    /// While this lives, what is typed is not shown. A signal puts the terminal back, as it does with any other mode.
    pub(crate) struct EchoOff(Option<Termios>);

    impl EchoOff {
        /// From now on a line is typed unseen. Where that cannot be, it is shown.
        pub(crate) fn line() -> Self {
            Self::begin(|modes| {
                modes.local_modes.remove(LocalModes::ECHO | LocalModes::ECHONL);
                modes.local_modes.insert(LocalModes::ICANON | LocalModes::ISIG);
                // Stopped and woken again, the shell would have set the terminal to show what is typed.
                for key in [SpecialCodeIndex::VSUSP, SpecialCodeIndex::VQUIT] {
                    modes.special_codes[key] = NO_KEY;
                }
            })
        }

        /// From now on keys come one by one, Ctrl-C among them. console sets the same for each key it reads, and
        /// between two keys a third would be shown.
        pub(crate) fn keys() -> Self {
            Self::begin(|modes| {
                let lines = LocalModes::ICANON | LocalModes::ISIG;
                modes.local_modes.remove(LocalModes::ECHO | LocalModes::ECHONL | lines);
            })
        }

        fn begin(alter: impl FnOnce(&mut Termios)) -> Self {
            FOUND.get_or_init(modes);
            let before = tcgetattr(io::stdin()).ok();
            if let Some(mut unseen) = before.clone() {
                alter(&mut unseen);
                let _ = tcsetattr(io::stdin(), OptionalActions::Now, &unseen);
            }
            Self(before)
        }
    }

    impl Drop for EchoOff {
        fn drop(&mut self) {
            if let Some(before) = &self.0 {
                let _ = tcsetattr(io::stdin(), OptionalActions::Now, before);
            }
        }
    }

    /// Whether another key, or more of one, comes within this time.
    pub(crate) fn more_within(time: Duration) -> bool {
        let stdin = io::stdin();
        let time = Timespec::try_from(time).ok();
        poll(&mut [PollFd::new(&stdin, PollFlags::IN)], time.as_ref()).is_ok_and(|ready| ready > 0)
    }

    /// Throws away the keys that were pressed and not yet read.
    pub(crate) fn drop_keys() {
        let _ = tcflush(io::stdin(), QueueSelector::IFlush);
    }

    /// While keys come one by one: whoever reads them waits for the next, as usual.
    pub(crate) fn wait_for_keys() {
        waits(1, 0);
    }

    /// While keys come one by one: where none waits, and none comes within a tenth of a second, reading ends.
    pub(crate) fn wait_no_longer() {
        waits(0, 1);
    }

    fn waits(keys: u8, tenths: u8) {
        if let Ok(mut now) = tcgetattr(io::stdin()) {
            now.special_codes[SpecialCodeIndex::VMIN] = keys;
            now.special_codes[SpecialCodeIndex::VTIME] = tenths;
            let _ = tcsetattr(io::stdin(), OptionalActions::Now, &now);
        }
    }

    /// Puts the terminal back as it was found: modes, and where anything but lines was sent, the cursor. Safe to
    /// call at any time and more than once; errors are no use to anybody on the way out.
    pub fn restore() {
        if let (Some(Some(found)), Some(now)) = (FOUND.get(), modes()) {
            // Setting modes stops a process in the background, so only what differs is set.
            let same = found.input_modes == now.input_modes
                && found.output_modes == now.output_modes
                && found.control_modes == now.control_modes
                && found.local_modes == now.local_modes;
            if !same {
                let to_stderr = io::stderr().is_terminal();
                let _ = if to_stderr {
                    tcsetattr(io::stderr(), OptionalActions::Now, found)
                } else {
                    tcsetattr(io::stdin(), OptionalActions::Now, found)
                };
            }
        }
        if TOUCHED.load(Ordering::SeqCst) && io::stderr().is_terminal() {
            let usual: &[u8] = if COLOURED.load(Ordering::SeqCst) {
                b"\x1b[0m\x1b[?25h\x1b[?2004l"
            } else {
                b"\x1b[?25h\x1b[?2004l"
            };
            super::end_screen();
            let _ = rustix::io::write(io::stderr(), usual);
        }
    }
}

#[cfg(not(unix))]
mod system {
    use std::io;
    use std::time::Duration;

    use super::ExitMessage;

    /// Nothing to wait for here: Ctrl-C ends the process, the console keeps its own modes.
    pub fn watch(_farewell: ExitMessage, _last: fn()) -> io::Result<()> {
        Ok(())
    }

    /// Nothing to remember here.
    pub fn touched(_colour: bool) {}

    /// The console keeps its keys.
    pub(crate) fn drop_keys() {}

    /// Nobody reads them otherwise here.
    pub(crate) fn wait_for_keys() {}

    /// Writes what is no words.
    pub(super) fn write(bytes: &[u8]) {
        let _ = io::Write::write_all(&mut io::stderr(), bytes);
    }

    /// A key comes whole here.
    pub(crate) fn more_within(_time: Duration) -> bool {
        false
    }

    /// A hang-up does not come as a signal here.
    pub(super) fn had_terminal() -> bool {
        false
    }

    /// Shows the cursor again.
    pub fn restore() {
        super::end_screen();
        let _ = console::Term::stderr().show_cursor();
    }
}

#[cfg(all(test, unix))]
#[path = "terminal_guard_tests.rs"]
mod tests;
