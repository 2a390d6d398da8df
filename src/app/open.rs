//! The one way in which commands open a plan.

use std::path::Path;

use crate::error::{Error, Fault};
use crate::plan::{LISTS, Plan};
use crate::store::{Key, Locked, Opened, Store};
use crate::words::Words;

use crate::app::recovery::key_of_versions;
use crate::app::{Context, unlock};

/// A plan, and what of its file could not be read.
pub type OpenedPlan = (Plan, Vec<Fault>);

/// Opens the plan that is meant, with what of its file could not be read.
///
/// # Errors
/// [`Error::Missing`] if there is none; [`Error::Damaged`] and what else [`Store::open`] fails with.
pub fn open(context: &mut Context) -> Result<(Store, Plan, Vec<Fault>), Error> {
    match open_or_begin(context)? {
        (store, Some((plan, faults))) => Ok((store, plan, faults)),
        (_, None) => Err(Error::Missing {
            path: context.plan_path()?,
        }),
    }
}

/// The same for a command that changes the plan: this window is then the one that works on it, until the store is
/// dropped. Where a folder knows no locks it goes on without one.
///
/// # Errors
/// [`Error::InUse`] where another window works on it; as [`open`].
pub fn open_to_write(context: &mut Context) -> Result<(Store, Plan, Vec<Fault>), Error> {
    let (mut store, plan, faults) = open(context)?;
    match store.lock() {
        Locked::Elsewhere => Err(Error::InUse {
            path: context.plan_path()?,
        }),
        Locked::Ours | Locked::CannotLock => Ok((store, plan, faults)),
    }
}

/// The same for a command that works on the versions too. Where these are locked and the plan is not, somebody put an
/// open copy in its place: it comes under the same passphrase again, so that nothing of it is left open.
///
/// # Errors
/// As [`open_to_write`]; [`Error::Locked`] where the versions are locked and nobody gives the passphrase.
pub fn open_with_versions(context: &mut Context) -> Result<(Store, Plan, Vec<Fault>), Error> {
    let (mut store, plan, faults) = open_to_write(context)?;
    if store.key().is_none()
        && let Some(key) = key_of_versions(store.path(), context)?
    {
        store.encrypt_again(key)?;
        context.print_notice(context.words.lock.locked_again)?;
    }
    Ok((store, plan, faults))
}

/// The same for the visit, which may begin a plan: `None` if there is no file yet. None is made.
///
/// # Errors
/// As [`open`], but for `Missing`.
pub fn open_or_begin(context: &mut Context) -> Result<(Store, Option<OpenedPlan>), Error> {
    let path = context.plan_path()?;
    let key = unlock::plan_key(&path, context)?;
    opened(&path, key, context.words)
}

/// The same for a command that goes on without the plan if that is locked: nobody is asked for a passphrase.
///
/// # Errors
/// As [`open`]; [`Error::Locked`].
pub fn open_unasked(context: &Context) -> Result<Plan, Error> {
    let path = context.plan_path()?;
    let (_, found) = opened(&path, unlock::key_unasked(&path, context)?, context.words)?;
    found.map(|(plan, _)| plan).ok_or(Error::Missing { path })
}

fn opened(path: &Path, key: Option<Key>, words: &Words) -> Result<(Store, Option<OpenedPlan>), Error> {
    let (store, opened) = Store::open_with::<Plan>(path, key, LISTS)?;
    let found = match opened {
        Opened::Missing => None,
        Opened::Found { mut plan, faults } => {
            plan.leave_shrugs_open(|typed| words.is_shrug(typed));
            Some((plan, faults))
        }
    };
    Ok((store, found))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::test_context::TestContext;
    use crate::plan::{Answer, Gate};

    #[test]
    fn the_state_of_the_file_is_the_floor_of_the_plan() {
        let mut trial = TestContext::new();
        trial.write("{\"format\": 1, \"safety\": {\"gate\": \"closed\"}}");
        trial.run(|context| {
            let (_, plan, faults) = open(context).unwrap();
            assert_eq!(plan.safety.floor(), Gate::Closed);
            assert!(faults.is_empty());
        });
    }

    #[test]
    fn a_shrug_of_an_old_plan_is_an_open_answer() {
        let mut trial = TestContext::new();
        trial.write(
            "{\"format\": 1, \"safety\": {\"naloxone_place\": \"none yet\"}, \"day\": {\"place\": \"Our den\"}}",
        );
        trial.run(|context| {
            let (_, plan, _) = open(context).unwrap();
            assert_eq!(plan.safety.naloxone_place, Answer::Left);
            assert_eq!(plan.day.place.words(), "Our den");
        });
    }

    #[test]
    fn no_file_is_no_plan_and_none_is_made() {
        let mut trial = TestContext::new();
        trial.run(|context| {
            assert!(matches!(open(context), Err(Error::Missing { .. })));
            assert!(open_or_begin(context).unwrap().1.is_none());
        });
        assert!(!trial.path().exists());
    }
}
