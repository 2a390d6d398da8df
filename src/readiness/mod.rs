//! What is missing or unwise: rules over the plan, each with its number.
//!
//! Here lives what the answers mean for safety and for the day. Not here: sentences, tasks, and how anything is asked.

mod gate;

pub use gate::{Reason, gate, is_safety, reasons, settle};
