//! The real program in a real pseudo-terminal: what a person sees, types and is left with. Each test has a folder of
//! its own and waits for what the screen shows, never for a time to pass.
#![cfg(unix)]

mod after;
mod cleared;
mod counts;
mod danger;
mod hands;
mod harness;
mod home;
mod hostile;
mod keys;
mod kills;
#[cfg(feature = "encryption")]
mod locked;
mod long_texts;
mod pictures;
mod plain;
mod prompts;
mod reach;
mod redrawn;
mod safety;
mod signals;
mod sizes;
mod ten_minutes;
mod the_plan;
pub mod traced;
mod typing;
mod view;
mod walks;
