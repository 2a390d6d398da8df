//! The one way in which commands save a plan: everything that follows from the answers is brought up to date first.

use chrono::{DateTime, Local, NaiveDate};
use std::time::SystemTime;

use crate::error::Error;
use crate::plan::{LISTS, Plan, PrivateAnswers, YesNo};
use crate::readiness;
use crate::store::{Store, Version};
use crate::words::{Words, fill_placeholders};

use crate::app::Context;

/// Brings up to date what follows from the answers: the gate, the dates, the line that says what the file is.
pub fn update_derived(plan: &mut Plan, words: &Words, today: NaiveDate) {
    readiness::update_gate(plan, today);
    plan.note_ids_given();
    plan.note_day_chosen(today);
    plan.about = words.engine.about.into();
    plan.created.get_or_insert(today);
    plan.changed = Some(today);
}

/// Keeps the plan, stamped. A disk that cannot sync is used, and that is said.
///
/// # Errors
/// [`Error::BothKept`], and as [`Store::save`].
pub fn save(store: &mut Store, plan: &mut Plan, context: &mut Context) -> Result<(), Error> {
    update_derived(plan, context.words, context.today);
    let saved = save_as_is(store, plan, context.words);
    note_unsynced(saved, context)
}

/// The same for what is to be gone: see [`Store::save_forgetting`].
///
/// # Errors
/// As [`save`].
pub fn save_forgetting(
    store: &mut Store,
    states: &[Plan],
    plan: &mut Plan,
    context: &mut Context,
) -> Result<(), Error> {
    update_derived(plan, context.words, context.today);
    let saved = save_with(store, plan, context.words, |store| store.save_forgetting(states, plan));
    note_unsynced(saved, context)
}

/// Says that a disk did not confirm what is on it, and goes on: the plan is in its place.
///
/// # Errors
/// Whatever else failed.
pub fn note_unsynced(saved: Result<(), Error>, context: &mut Context) -> Result<(), Error> {
    match saved {
        Err(error) if error.is_only_unsynced() => {
            context.print_notice(&context.words.error(&error, &context.command()))
        }
        saved => saved,
    }
}

/// Keeps a stamped plan. Where somebody else wrote the file meanwhile, both are kept. Once the family chooses that the
/// private answers are not kept, they go from the versions before too.
///
/// # Errors
/// [`Error::BothKept`], and as [`Store::save`].
pub fn save_as_is(store: &mut Store, plan: &Plan, words: &Words) -> Result<(), Error> {
    save_with(store, plan, words, |store| store.save(plan))
}

/// The same for an undo.
///
/// # Errors
/// As [`save_as_is`].
pub fn restore_version(store: &mut Store, plan: &Plan, to: &Version, words: &Words) -> Result<(), Error> {
    save_with(store, plan, words, |store| store.save_restored(plan, to))
}

fn save_with(
    store: &mut Store,
    plan: &Plan,
    words: &Words,
    keep: impl FnOnce(&mut Store) -> Result<(), Error>,
) -> Result<(), Error> {
    let told = store.has_value("/safety/told");
    match keep(store) {
        Err(Error::ChangedUnderneath(path)) => {
            let ours = store.save_copy(plan, &version_label(words.keeping.typed_here))?;
            Err(Error::BothKept { path, ours })
        }
        // What only could not be synced is in its place: the versions owe the same then.
        Err(error) if !error.is_only_unsynced() => Err(error),
        kept => {
            if told && plan.safety.saved.is_empty() && !plan.safety.keep.is(&YesNo::Yes) {
                clear_answers_in_versions(store)?;
            }
            kept
        }
    }
}

/// Takes the private answers out of every version that can be read. A save removes no file: the rest stays.
fn clear_answers_in_versions(store: &Store) -> Result<(), Error> {
    let mut edit = |mut plan: Plan, _| {
        if plan.safety.saved.is_empty() {
            return Vec::new();
        }
        plan.safety.saved = PrivateAnswers::default();
        vec![plan]
    };
    store.edit_versions(LISTS, &mut edit).map(drop)
}

/// What a copy is called: whose it is, and when it was put there.
pub fn version_label(whose: &str) -> String {
    let now = DateTime::<Local>::from(SystemTime::now());
    fill_placeholders(whose, &[("when", &now.format("%Y-%m-%d %H.%M").to_string())])
}

/// A time as a person says it.
pub fn format_time(time: SystemTime, words: &Words) -> String {
    let local = DateTime::<Local>::from(time);
    let day = words.long_date(local.date_naive());
    fill_placeholders(
        words.keeping.when,
        &[("date", &day), ("time", &local.format("%H:%M").to_string())],
    )
}
