//! What every command and the visit need: which plan is meant, how it is opened, saved, locked and recovered, and how a
//! sheet becomes a file.
//!
//! Not here: the commands themselves ([`commands`](crate::commands)), and the wizard ([`visit`](crate::visit)).

pub mod autosave;
pub mod belongings;
mod confirm;
mod context;
mod country;
mod lock_plan;
mod long_text;
mod open;
pub mod output_file;
pub mod passphrase_file;
pub mod publish;
pub mod recovery;
mod save;
#[cfg(test)]
pub mod test_context;
pub mod undo;
pub mod unlock;

pub use confirm::{Confirmation, confirm_by_word};
pub use context::Context;
pub use country::{country_of, plan_of_country};
pub use lock_plan::{Leftovers, lock_plan, new_passphrase, pick};
pub use open::{OpenedPlan, lock_notice, open, open_or_begin, open_to_write, open_unasked, take_over};
pub use save::{format_time, note_unsynced, restore_version, save, save_forgetting, update_derived};

/// The widest line of what a command prints.
pub const COLUMNS: usize = 80;

/// The narrowest window that lines are fitted into.
const FEWEST: usize = 20;

/// How the program ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Exit {
    /// Done; leaving a visit is done too.
    Done,
    /// It did not work.
    Failed,
    /// The command line was not understood.
    Usage,
    /// The check found faults, or something stands between the plan and the day.
    Found,
}

impl Exit {
    /// The number the process ends with.
    pub fn code(self) -> u8 {
        match self {
            Exit::Done => 0,
            Exit::Failed => 1,
            Exit::Usage => 2,
            Exit::Found => 3,
        }
    }
}
