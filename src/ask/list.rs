//! Lists, through dialoguer, on a buffered terminal: two writes a key instead of seventy.

use std::cell::RefCell;
use std::collections::HashMap;
use std::fmt;
use std::io;
use std::panic::{self, AssertUnwindSafe};

use console::{Style, Term};
use dialoguer::theme::Theme;
use dialoguer::{MultiSelect, Select, Sort};

use super::{leaving, typing};

/// What dialoguer puts in front of a row: pointer, box and spaces.
pub(super) const MARK: usize = 6;

/// How a list ended.
pub(super) enum Drawn<V> {
    /// With Enter.
    Given(V),
    /// With Esc or q.
    Away,
    /// The terminal went away.
    End,
    /// dialoguer broke off: it does when the window shrinks to a row or two.
    Broken,
}

/// What a list looks like: marks in ASCII, and bold where colour is allowed. It also remembers the ticks it drew,
/// because dialoguer throws them away on Esc, and at which row of a list to tick the pointer stood.
pub(super) struct Look {
    strong: Style,
    ticks: RefCell<HashMap<String, bool>>,
    at: RefCell<String>,
}

impl Look {
    /// `colour`: whether anything but letters may be sent.
    pub(super) fn new(colour: bool) -> Self {
        Self {
            strong: Style::new().bold().force_styling(colour),
            ticks: RefCell::default(),
            at: RefCell::default(),
        }
    }

    fn row(&self, out: &mut dyn fmt::Write, mark: &str, text: &str, active: bool) -> fmt::Result {
        let pointer = if active { ">" } else { " " };
        if active {
            write!(out, "{}", self.strong.apply_to(format!("{pointer} {mark}{text}")))
        } else {
            write!(out, "{pointer} {mark}{text}")
        }
    }
}

impl Theme for Look {
    fn format_prompt(&self, out: &mut dyn fmt::Write, prompt: &str) -> fmt::Result {
        write!(out, "{}", self.strong.apply_to(prompt))
    }

    fn format_select_prompt_item(&self, out: &mut dyn fmt::Write, text: &str, active: bool) -> fmt::Result {
        self.row(out, "", text, active)
    }

    fn format_multi_select_prompt_item(
        &self,
        out: &mut dyn fmt::Write,
        text: &str,
        checked: bool,
        active: bool,
    ) -> fmt::Result {
        self.ticks.borrow_mut().insert(text.to_owned(), checked);
        if active {
            text.clone_into(&mut self.at.borrow_mut());
        }
        self.row(out, if checked { "[x] " } else { "[ ] " }, text, active)
    }

    fn format_sort_prompt_item(&self, out: &mut dyn fmt::Write, text: &str, picked: bool, active: bool) -> fmt::Result {
        self.row(out, if picked && active { "[x] " } else { "[ ] " }, text, active)
    }
}

/// A list to tick as it ended.
pub(super) struct Ticked {
    /// How, and with which rows.
    pub(super) drawn: Drawn<Vec<usize>>,
    /// What was ticked, even where it ended by Esc.
    pub(super) seen: Vec<bool>,
    /// The pointer stood at the last row.
    pub(super) at_last: bool,
}

/// One list: what stands at its head, its rows (already clean and cut), and how many of them show at once.
pub(super) struct List<'a> {
    pub(super) look: &'a Look,
    pub(super) prompt: &'a str,
    pub(super) rows: &'a [String],
    pub(super) room: usize,
}

impl List<'_> {
    /// Picks one row. Without a default no row is marked, Enter does nothing and the first Up is the last row.
    pub(super) fn pick(&self, default: Option<usize>) -> io::Result<Drawn<usize>> {
        draw(|term| {
            let select = Select::with_theme(self.look)
                .with_prompt(self.prompt)
                .items(self.rows)
                .report(false);
            let select = select.max_length(self.room);
            match default {
                Some(row) => select.default(row),
                None => select,
            }
            .interact_on_opt(term)
        })
    }

    /// Ticks rows.
    pub(super) fn tick(&self, ticked: &[bool]) -> io::Result<Ticked> {
        self.look.ticks.borrow_mut().clear();
        let drawn = draw(|term| {
            MultiSelect::with_theme(self.look)
                .with_prompt(self.prompt)
                .items_checked(self.rows.iter().zip(ticked.iter().copied()))
                .report(false)
                .max_length(self.room)
                .interact_on_opt(term)
        })?;
        let shown = self.look.ticks.borrow();
        let seen = self
            .rows
            .iter()
            .zip(ticked)
            .map(|(row, &before)| shown.get(row).copied().unwrap_or(before));
        Ok(Ticked {
            drawn,
            seen: seen.collect(),
            at_last: self.rows.last().is_some_and(|last| *last == *self.look.at.borrow()),
        })
    }

    /// Puts the rows in another order.
    pub(super) fn order(&self) -> io::Result<Drawn<Vec<usize>>> {
        draw(|term| {
            Sort::with_theme(self.look)
                .with_prompt(self.prompt)
                .items(self.rows)
                .report(false)
                .max_length(self.room)
                .interact_on_opt(term)
        })
    }
}

fn draw<V>(ask: impl FnOnce(&Term) -> dialoguer::Result<Option<V>>) -> io::Result<Drawn<V>> {
    // The hook would print its report into the middle of the page.
    let hook = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    let drawn = panic::catch_unwind(AssertUnwindSafe(|| ask(&Term::buffered_stderr())));
    panic::set_hook(hook);
    let Ok(drawn) = drawn else {
        leaving::restore();
        return Ok(Drawn::Broken);
    };
    match drawn {
        Ok(Some(value)) => Ok(Drawn::Given(value)),
        Ok(None) => Ok(Drawn::Away),
        // console has raised SIGINT, or has been met by the signal that ends the visit.
        Err(dialoguer::Error::IO(error)) if error.kind() == io::ErrorKind::Interrupted => leaving::park(),
        Err(dialoguer::Error::IO(error)) if typing::is_hang_up(&error) => {
            leaving::settle();
            leaving::restore();
            Ok(Drawn::End)
        }
        Err(dialoguer::Error::IO(error)) => Err(error),
    }
}
