//! The signals that end the process. They are waited for in one thread, which puts the terminal back, says one line and
//! ends the process: flags set by a handler are not enough, because a line being edited goes on waiting through them.
//! Only signals that end the visit are handled here; what any other interrupts would end a list, unless it is kept from it as
//! in `interruptions`.

use std::io;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::sync::mpsc::channel;
use std::thread::{self, Builder};
use std::time::Duration;

use nix::sys::signal::SigSet;
use rustix::process::Signal;
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;

use super::{ExitMessage, system};
use crate::prompt::pasted;
use crate::text::sanitize::sanitize_line;

/// Whatever ends a process that does not ask for it: a person, a system that shuts down, an alarm, a limit of time, a
/// battery that runs out. What the program's own mistakes raise is not among them.
const ENDS: [Signal; 11] = [
    Signal::HUP,
    Signal::TERM,
    Signal::QUIT,
    Signal::USR1,
    Signal::USR2,
    Signal::ALARM,
    Signal::VTALARM,
    Signal::PROF,
    Signal::XCPU,
    Signal::IO,
    Signal::INT,
];

/// What only Linux sends.
#[cfg(target_os = "linux")]
const ENDS_HERE: [Signal; 1] = [Signal::POWER];
#[cfg(not(target_os = "linux"))]
const ENDS_HERE: [Signal; 0] = [];

/// How long after a signal the list or line it met needs to come to rest. A list that was just being drawn sets
/// raw mode once more before it waits, and console raises SIGINT of its own on any signal.
const REST: Duration = Duration::from_millis(25);

/// How long a terminal may take to hear the last line. One that takes nothing any more does not hold up the end.
const PATIENCE: Duration = Duration::from_secs(1);

/// Remembers the terminal's modes and begins to wait for what ends the process. `last` is done before that, when the
/// terminal is back already: it takes away what must not stay behind.
///
/// # Errors
/// When the handlers or the thread cannot be set up.
pub fn watch(farewell: ExitMessage, last: fn()) -> io::Result<()> {
    system::remember();
    // A limit for the size of files is an error of the disk, which is said, and no end.
    signal_hook::flag::register(Signal::XFSZ.as_raw(), Arc::default())?;
    let undisturbed = super::Undisturbed::begin();
    let no_ctrl_c = super::Undisturbed::by_ctrl_c();
    super::interruptions::watch(&undisturbed)?;
    let ends = ENDS.iter().chain(&ENDS_HERE);
    let mut signals = Signals::new(ends.map(|signal| signal.as_raw()))?;
    watch_fields(farewell.clone(), last)?;
    Builder::new().name("leaving".to_owned()).spawn(move || {
        loop {
            let mut came: Vec<i32> = signals.wait().collect();
            if came.is_empty() || (super::LENT.load(Ordering::SeqCst) && came == [SIGINT]) {
                continue;
            }
            if super::ENDING.swap(true, Ordering::SeqCst) {
                return;
            }
            thread::sleep(REST);
            came.extend(signals.pending());
            end(decide(&came), farewell.whole(), last);
        }
    })?;
    drop(no_ctrl_c);
    Ok(())
}

/// Waits for the Ctrl-C that is kept from the line editor: see [`super::Undisturbed::by_ctrl_c`].
fn watch_fields(farewell: ExitMessage, last: fn()) -> io::Result<()> {
    Builder::new().name("ctrl-c".to_owned()).spawn(move || {
        while ctrl_c().wait().is_ok() {
            if !pasted::holds_ctrl_c() {
                // Another signal may have ended the visit already, in the other thread.
                if super::ENDING.swap(true, Ordering::SeqCst) {
                    return;
                }
                thread::sleep(REST);
                end(SIGINT, farewell.whole(), last);
            }
        }
    })?;
    Ok(())
}

fn ctrl_c() -> SigSet {
    SigSet::from(nix::sys::signal::Signal::SIGINT)
}

/// The signal that ended the visit, where several came: the INT may be console's own.
pub(super) fn decide(came: &[i32]) -> i32 {
    let first = [SIGHUP, SIGTERM].into_iter().find(|signal| came.contains(signal));
    let other = || came.iter().copied().find(|signal| *signal != SIGINT);
    first.or_else(other).unwrap_or(SIGINT)
}

fn end(signal: i32, line: String, last: fn()) -> ! {
    let (told, end) = channel::<()>();
    let leave = move || {
        system::let_go();
        system::restore();
        super::clear();
        if signal != SIGHUP {
            write_farewell(&line);
        }
        drop(told);
    };
    // Whoever writes to a terminal that takes nothing waits for ever, so this waits beside it.
    if Builder::new().spawn(leave).is_ok() {
        let _ = end.recv_timeout(PATIENCE);
    }
    last();
    std::process::exit(128 + signal)
}

/// Says the last line. Not through the lock of std: whoever holds it may wait for this very terminal.
fn write_farewell(line: &str) {
    let line = sanitize_line(line);
    let words = if line.is_empty() {
        "\n".to_owned()
    } else {
        format!("\n{line}\n")
    };
    system::write(words.as_bytes());
}
