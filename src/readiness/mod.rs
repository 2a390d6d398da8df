//! What is missing or unwise: rules over the plan, each with its number.
//!
//! Here lives what the answers mean for safety and for the day. Not here: sentences, tasks, and how anything is asked.

mod gaps;
mod gate;

pub use gaps::{About, Gap, GapRule, Level, Rule, Stage, gaps, is_ready, rules};
pub use gate::{
    Reason, agreement, gate, hold, hold_as, is_clinical, is_known, is_safety, outdated_agreement, reasons, settle,
};
