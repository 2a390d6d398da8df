//! The real program: its command line, a terminal of its own, a system that refuses, and its pages in the hands of other
//! programs. One area: `cargo test --test program terminal::`.

#[path = "common/files.rs"]
mod files;
#[path = "common/table.rs"]
mod table;

mod beside;
mod calendar;
mod command_line;
mod faults;
mod hostile;
mod locked;
mod paper;
mod terminal;
mod trust;
