//! The lines that show every command of the program, so that what is said of all of them is tried with each. A command
//! that is new has no line here, and that fails.

/// Lines that open a plan, in each way in which a command does.
pub const OPENING: &[&str] = &[
    "",
    "plan",
    "checklist",
    "checklist --format markdown",
    "checklist --format json",
    "checklist --format csv",
    "sheet plan",
    "sheet plan --format html",
    "sheet stale",
    "ready",
    "ready --format json",
    "done",
    "done naloxone",
    "done naloxone --undo",
    "calendar",
    "calendar --plain-titles",
    "contacts",
    "call",
    "call 1",
    "after",
    "show",
    "show --format json",
    "history",
    "history --format json",
    "undo",
    "restore",
    "restore 1",
    "forget",
    "forget person.love",
    "check",
    "lock",
    "lock --off",
];

/// Lines that need no plan, or do their work where it cannot be read: its files are named and removed, the numbers to
/// call are printed.
pub const OTHERS: &[&str] = &[
    "lines",
    "sources",
    "example",
    "where",
    "where --format json",
    "delete",
    "hide",
    "help",
    "words",
    "completions bash",
    "man",
    "sheet",
    "--version",
];

/// Fails where a command has no line.
#[track_caller]
pub fn none_is_forgotten() {
    let lines = OPENING.iter().chain(OTHERS);
    let mut named: Vec<&str> = lines.filter_map(|line| line.split_whitespace().next()).collect();
    named.retain(|word| !word.starts_with("--"));
    named.sort_unstable();
    named.dedup();
    let mut commands = steadfast::cli::commands();
    commands.sort_unstable();
    assert_eq!(named, commands, "each command has a line, each line a command");
}
