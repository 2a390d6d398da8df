//! Lists to put in order, through dialoguer, on a buffered terminal: two writes a key instead of seventy.

use std::fmt;
use std::io;
use std::panic::{self, AssertUnwindSafe};

use console::{Style, Term};
use dialoguer::Sort;
use dialoguer::theme::Theme;

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

/// Marks in ASCII, and bold where colour is allowed.
struct SortTheme(Style);

impl Theme for SortTheme {
    fn format_prompt(&self, out: &mut dyn fmt::Write, prompt: &str) -> fmt::Result {
        write!(out, "{}", self.0.apply_to(prompt))
    }

    fn format_sort_prompt_item(&self, out: &mut dyn fmt::Write, text: &str, picked: bool, active: bool) -> fmt::Result {
        let mark = if picked && active { "[x] " } else { "[ ] " };
        if active {
            write!(out, "{}", self.0.apply_to(format!("> {mark}{text}")))
        } else {
            write!(out, "  {mark}{text}")
        }
    }
}

/// Lets somebody put rows, already clean and cut, in another order; so many show at once.
pub(super) fn sort(strong: Style, prompt: &str, rows: &[String], room: usize) -> io::Result<SortReply> {
    let look = SortTheme(strong);
    let sort = Sort::with_theme(&look)
        .with_prompt(prompt)
        .items(rows)
        .report(false)
        .max_length(room);
    // The hook would print its report into the middle of the page.
    let hook = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
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
