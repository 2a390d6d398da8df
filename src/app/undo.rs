//! Back to an earlier version of a plan: which one is the last that says something else, and what it would be now.

use std::path::Path;

use chrono::NaiveDate;
use serde_json::Value;

use crate::error::Error;
use crate::plan::{LISTS, Plan};
use crate::readiness;
use crate::store::{self, Key, Store, Version};
use crate::words::Words;

use super::save::update_derived;

/// The newest version that says something else than the plan does.
///
/// # Errors
/// The folder of versions cannot be read.
pub fn version_before(store: &Store) -> Result<Option<Version>, Error> {
    let key = store.key();
    let now = value(store.path(), key);
    store.before(&|path| is_same_content(value(path, key), now.clone()))
}

/// The plan of a version, ready to be kept, and whether the safety questions are put again. It is at least as careful
/// as the plan it takes the place of, and what was printed since stays printed.
pub fn older_plan(
    store: &mut Store,
    version: &Version,
    plan: &Plan,
    words: &Words,
    today: NaiveDate,
) -> Result<(Plan, bool), Error> {
    let (mut older, _) = store.read_version_of::<Plan>(version, LISTS)?;
    let careful = readiness::raise_to_match(&mut older, plan);
    older.printed = plan.printed.clone();
    update_derived(&mut older, words, today);
    Ok((older, careful))
}

/// What is in a file of a plan, if it can be read.
pub fn value(path: &Path, key: Option<&Key>) -> Option<Value> {
    let bytes = store::plain_bytes(path, key).ok()?;
    serde_json::from_str(store::document::text_of(&bytes).ok()?).ok()
}

/// Whether two files say the same to a family, whatever day they were written and whatever was printed since.
fn is_same_content(one: Option<Value>, other: Option<Value>) -> bool {
    let answers = |value: Option<Value>| {
        let mut value = value?;
        let keys = value.as_object_mut()?;
        keys.retain(|key, _| !["about", "created", "changed", "printed"].contains(&key.as_str()));
        Some(value)
    };
    // What cannot be read is told if it is gone back to.
    answers(one).is_some_and(|one| Some(one) == answers(other))
}
