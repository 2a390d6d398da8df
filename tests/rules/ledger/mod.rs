//! The ledger: which tests hold each rule, for the case in which it speaks and for the case in which it is silent.
//!
//! A name is that of a test. `Rule::X` and `TaskKind::X` stand for the cases of that gap or task in the tables of
//! `readiness/gaps` and `tasks/rows`, each of which holds a plan with it and a plan without.

mod first;
mod second;

/// One rule.
pub struct Row {
    /// Its number, by which the code names the place if it is built.
    pub rule: &'static str,
    /// What it is about.
    pub about: &'static str,
    /// What holds it where it speaks.
    pub speaks: &'static [&'static str],
    /// What holds it if it is silent.
    pub silent: &'static [&'static str],
}

/// Held by different tests.
const fn apart(
    rule: &'static str,
    about: &'static str,
    speaks: &'static [&'static str],
    silent: &'static [&'static str],
) -> Row {
    Row {
        rule,
        about,
        speaks,
        silent,
    }
}

/// Held by tests that try both cases.
const fn both(rule: &'static str, about: &'static str, tests: &'static [&'static str]) -> Row {
    apart(rule, about, tests, tests)
}

/// Every rule, in order.
pub fn rows() -> impl Iterator<Item = &'static Row> {
    first::ROWS.iter().chain(second::ROWS)
}
