//! The same where a process has no signals: the console keeps its own modes, and tells a thread of its own what ends the
//! process (Ctrl-C, a closed window, a system that shuts down).

use std::io::{self, Write};
use std::sync::OnceLock;
use std::sync::atomic::Ordering;
use std::time::Duration;

use super::ExitMessage;
use crate::text::sanitize::sanitize_line;

/// What is said at the end, and what is done last.
static END: OnceLock<(ExitMessage, fn())> = OnceLock::new();

/// Begins to wait for what ends the process. `last` is done before that, when the console is back already.
///
/// # Errors
/// When there is no such thread to be had.
pub fn watch(farewell: ExitMessage, last: fn()) -> io::Result<()> {
    let _ = END.set((farewell, last));
    let heard = || {
        if !super::LENT.load(Ordering::SeqCst) {
            end()
        }
    };
    ctrlc::set_handler(heard).map_err(io::Error::other)
}

/// Puts the console back, says one line and ends the process.
pub(super) fn end() -> ! {
    restore();
    super::clear();
    if let Some((farewell, last)) = END.get() {
        write(format!("\n{}\n", sanitize_line(&farewell.whole())).as_bytes());
        last();
    }
    std::process::exit(130)
}

/// Nothing to remember here.
pub fn touched() {}

/// The console keeps its keys.
pub(crate) fn drop_keys() {}

/// The line editor hears it here.
pub(crate) fn hear_ctrl_c() {}

/// Nobody reads them otherwise here.
pub(crate) fn wait_for_keys() {}

/// Nobody is stopped and woken here.
pub(crate) fn wake_reader() -> bool {
    false
}

/// Writes what is no words.
pub(super) fn write(bytes: &[u8]) {
    let _ = io::stderr().write_all(bytes);
}

/// Nobody is stopped and woken here.
pub(crate) fn take_woken() -> bool {
    false
}

/// It is measured whenever it is asked for here.
pub(crate) fn take_unmeasured() -> bool {
    true
}

/// What happened to the window between two keys is not known here.
pub(crate) fn take_resized() -> bool {
    true
}

/// Nobody waits for it here.
pub(crate) fn is_resized() -> bool {
    false
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
