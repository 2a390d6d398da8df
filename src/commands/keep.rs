//! The one way in which commands keep a plan: everything that follows from the answers is brought up to date first.

use chrono::NaiveDate;

use crate::error::Error;
use crate::plan::Plan;
use crate::readiness;
use crate::store::Store;
use crate::words::Words;

/// Brings up to date what follows from the answers: the gate, the dates, the line that says what the file is.
pub fn stamp(plan: &mut Plan, words: &Words, today: NaiveDate) {
    readiness::settle(plan, today);
    plan.about = words.engine.about.clone();
    plan.created.get_or_insert(today);
    plan.changed = Some(today);
}

/// Keeps the plan, stamped.
///
/// # Errors
/// As [`Store::keep`].
pub fn keep(store: &mut Store, plan: &mut Plan, words: &Words, today: NaiveDate) -> Result<(), Error> {
    stamp(plan, words, today);
    store.keep(plan)
}
