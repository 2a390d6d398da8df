//! Turns the result of [`steadfast`] into an exit code.
fn main() {}
