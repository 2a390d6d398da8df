//! The rows of the task list, in the order in which they are printed (evidence#tasks).
//!
//! None of them needs money, a car or the internet without naming a way around it.
//!
//! Columns: number, kind, part, when, for whom, where it stays, shown when, source.

mod after;
mod answer;
mod before;
mod day;
mod today;

use super::TaskRow;

/// Every row, in order.
pub fn all() -> impl Iterator<Item = &'static TaskRow> {
    [
        today::TODAY,
        before::WEEKS,
        before::DAYS,
        day::DAY,
        answer::IF_YES,
        answer::IF_NO,
        after::AFTER,
    ]
    .into_iter()
    .flatten()
}

#[cfg(test)]
pub(super) mod tests;
