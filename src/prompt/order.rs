//! Lists to put in order, through dialoguer, on a buffered terminal: two writes a key instead of seventy.

use std::io;
use std::panic::{self, AssertUnwindSafe};

use console::Term;
use dialoguer::Sort;

use super::look::Appearance;
use super::{line_editor, terminal_guard};

/// How it ended.
pub(super) enum SortReply {
    /// With Enter: the rows in their new order.
    Given(Vec<usize>),
    /// With Esc or q.
    Away,
    /// The terminal went away.
    End,
    /// dialoguer broke off: it does when the window shrinks to a row or two.
    Broken,
}

/// Lets somebody put rows, already clean and cut, in another order; so many show at once.
pub(super) fn sort(look: Appearance, prompt: &str, rows: &[String], room: usize) -> io::Result<SortReply> {
    let sort = Sort::with_theme(&look)
        .with_prompt(prompt)
        .items(rows)
        .report(false)
        .max_length(room);
    // The hook would print its report into the middle of the page.
    let hook = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    #[cfg(unix)]
    let _held = terminal_guard::Undisturbed::begin();
    let drawn = panic::catch_unwind(AssertUnwindSafe(|| sort.interact_on_opt(&Term::buffered_stderr())));
    panic::set_hook(hook);
    let Ok(drawn) = drawn else {
        terminal_guard::restore();
        return Ok(SortReply::Broken);
    };
    match drawn {
        Ok(Some(order)) => Ok(SortReply::Given(order)),
        Ok(None) => Ok(SortReply::Away),
        Err(dialoguer::Error::IO(error)) => line_editor::end_on_interrupt(error).map(|()| SortReply::End),
    }
}
