//! One conversation with a person: the only way to a [`Prompter`](crate::prompt::Prompter).
//!
//! Here lives what every question has in common: the notices above it, help, danger now, where it goes on, and the
//! saving after an answer. Not here: which question comes next ([`journey`](crate::journey)), and how a terminal is
//! drawn ([`prompt`](crate::prompt)).

mod ask;
mod conversation;
mod danger;
mod dialog;
mod outcome;
mod page;

pub use conversation::{CallScript, ItemAction, SaferPlace, Saver, Session, Undone};
#[cfg(any(test, feature = "testing"))]
pub use danger::danger_sentences;
pub use danger::{DangerOutcome, ask_danger, danger_rows, danger_sentences_from, handle_danger, show_danger};
pub use dialog::Dialog;
pub use outcome::{Destination, Outcome, Reply, Stop, answer_in_command, unless_home};
pub use page::{pause, show_text};
