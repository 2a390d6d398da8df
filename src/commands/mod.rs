//! One command each.

pub mod example;
pub mod visit;
