//! The terminal of a system where it has modes.

use std::io::{self, IsTerminal};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::process::{Signal, getpgrp, getpid, kill_process};
use rustix::termios::{
    Action, LocalModes, OptionalActions, QueueSelector, SpecialCodeIndex, Termios, tcflow, tcflush, tcgetattr,
    tcgetpgrp, tcsetattr,
};

/// The modes the terminal had, once they were looked at.
static FOUND: OnceLock<Option<Termios>> = OnceLock::new();

/// Whether anything but lines was ever sent to the terminal.
static TOUCHED: AtomicBool = AtomicBool::new(false);

/// Writes what is no words. Not through the lock of std, as below.
pub(super) fn write(bytes: &[u8]) {
    let _ = rustix::io::write(io::stderr(), bytes);
}

/// Remembers the terminal's modes as they are now, unless that was done before.
pub(super) fn remember() {
    FOUND.get_or_init(modes);
}

/// Whether another program has the terminal: whoever changes its modes then is stopped instead.
fn is_behind() -> bool {
    tcgetpgrp(io::stderr()).is_ok_and(|group| group != getpgrp())
}

/// What Ctrl-S holds back is let go: nobody may press Ctrl-Q any more. A terminal that is not held is not told to go on.
pub(super) fn let_go() {
    if !is_behind() {
        let _ = tcflow(io::stderr(), Action::OOff);
        let _ = tcflow(io::stderr(), Action::OOn);
    }
}

fn modes() -> Option<Termios> {
    if io::stderr().is_terminal() {
        tcgetattr(io::stderr()).ok()
    } else {
        tcgetattr(io::stdin()).ok()
    }
}

/// From now on leaving shows the cursor again, and ends bracketed paste and every weight.
pub fn touched() {
    remember();
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
        super::stop_if_ending();
        remember();
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

/// While words are typed: Ctrl-C is a signal, so that half a key or half a letter before it cannot take it along. What
/// waits before it is read all the same, and no other key is more than a key.
pub(crate) fn hear_ctrl_c() {
    super::stop_if_ending();
    let Ok(mut now) = tcgetattr(io::stdin()) else { return };
    if now.local_modes.contains(LocalModes::ISIG) || now.local_modes.contains(LocalModes::ICANON) {
        return;
    }
    now.local_modes.insert(LocalModes::ISIG | LocalModes::NOFLSH);
    for key in [SpecialCodeIndex::VSUSP, SpecialCodeIndex::VQUIT] {
        now.special_codes[key] = NO_KEY;
    }
    let _ = tcsetattr(io::stdin(), OptionalActions::Now, &now);
}

/// Lets whoever waits for keys find that none come. False where another program has the terminal.
pub(crate) fn wake_reader() -> bool {
    if is_behind() {
        return false;
    }
    if let Ok(mut now) = tcgetattr(io::stdin()) {
        // Stopped and woken again, a shell may have set the terminal to lines of its own.
        now.local_modes.remove(LocalModes::ECHO | LocalModes::ICANON);
        let _ = tcsetattr(io::stdin(), OptionalActions::Now, &now);
    }
    wait_no_longer();
    // It interrupts the reading that began before that, which then begins again.
    kill_process(getpid(), Signal::URG).is_ok()
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
        let same = found.input_modes == now.input_modes
            && found.output_modes == now.output_modes
            && found.control_modes == now.control_modes
            && found.local_modes == now.local_modes;
        if !same && !is_behind() {
            let to_stderr = io::stderr().is_terminal();
            let _ = if to_stderr {
                tcsetattr(io::stderr(), OptionalActions::Now, found)
            } else {
                tcsetattr(io::stdin(), OptionalActions::Now, found)
            };
        }
    }
    if TOUCHED.load(Ordering::SeqCst) && io::stderr().is_terminal() {
        super::end_screen();
        let _ = rustix::io::write(io::stderr(), b"\x1b[0m\x1b[?25h\x1b[?2004l");
    }
}
