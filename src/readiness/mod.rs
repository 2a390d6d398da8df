//! What is missing or unwise: rules over the plan, each with its number.
//!
//! Here lives what the answers mean for safety and for the day. Not here: sentences, tasks, and how anything is asked.

mod boundary_after;
mod earliest;
mod gaps;
mod gate;

pub use boundary_after::{BoundaryStart, boundary_after};
pub use earliest::{ComesFirst, before_the_day};
#[cfg(test)]
pub(crate) use gaps::gaps_in_english;
#[cfg(any(test, feature = "testing"))]
pub use gaps::rules;
pub use gaps::{Gap, Level, Rule, gaps, is_group_meeting, is_ready, takes_vital_help};
pub use gate::{
    Reason, gate, is_contacted, is_safety, opening_agreement, outdated_agreement, raise_to, raise_to_match, reasons,
    standing_agreement, update_gate,
};
