//! What no printed page may say, whatever the plan.

#[path = "../common/mod.rs"]
mod common;
mod names;
