//! The one way in which commands open a plan.

use std::path::Path;

use crate::error::{Error, Fault};
use crate::plan::{LISTS, Plan};
use crate::store::{Key, Locked, Opened, Store};

use super::aside::key_of_versions;
use super::{Errand, unlock};

/// A plan, and what of its file could not be read.
pub type Found = (Plan, Vec<Fault>);

/// Opens the plan that is meant, with what of its file could not be read.
///
/// # Errors
/// [`Error::Missing`] where there is none; [`Error::Damaged`] and what else [`Store::open`] fails with.
pub fn open(errand: &mut Errand) -> Result<(Store, Plan, Vec<Fault>), Error> {
    match open_or_begin(errand)? {
        (store, Some((plan, faults))) => Ok((store, plan, faults)),
        (_, None) => Err(Error::Missing { path: errand.path()? }),
    }
}

/// The same for a command that changes the plan: this window is then the one that works on it, until the store is
/// dropped. Where a folder knows no locks it goes on without one.
///
/// # Errors
/// [`Error::InUse`] where another window works on it; as [`open`].
pub fn open_to_write(errand: &mut Errand) -> Result<(Store, Plan, Vec<Fault>), Error> {
    let (mut store, plan, faults) = open(errand)?;
    match store.lock() {
        Locked::Elsewhere => Err(Error::InUse { path: errand.path()? }),
        Locked::Ours | Locked::CannotLock => Ok((store, plan, faults)),
    }
}

/// The same for a command that works on the versions too. Where these are locked and the plan is not, somebody put an
/// open copy in its place: it comes under the same passphrase again, so that nothing of it is left open.
///
/// # Errors
/// As [`open_to_write`]; [`Error::Locked`] where the versions are locked and nobody gives the passphrase.
pub fn open_with_versions(errand: &mut Errand) -> Result<(Store, Plan, Vec<Fault>), Error> {
    let (mut store, plan, faults) = open_to_write(errand)?;
    if store.key().is_none()
        && let Some(key) = key_of_versions(store.path(), errand)?
    {
        store.seal_again(key)?;
        errand.tell(&errand.words.lock.locked_again)?;
    }
    Ok((store, plan, faults))
}

/// The same for the visit, which may begin a plan: `None` where there is no file yet. None is made.
///
/// # Errors
/// As [`open`], but for `Missing`.
pub fn open_or_begin(errand: &mut Errand) -> Result<(Store, Option<Found>), Error> {
    let path = errand.path()?;
    let key = unlock::key(&path, errand)?;
    opened(&path, key)
}

/// The same for a command that goes on without the plan where that is locked: nobody is asked for a passphrase.
///
/// # Errors
/// As [`open`]; [`Error::Locked`].
pub fn open_unasked(errand: &Errand) -> Result<Plan, Error> {
    let path = errand.path()?;
    let (_, found) = opened(&path, unlock::key_unasked(&path, errand)?)?;
    found.map(|(plan, _)| plan).ok_or(Error::Missing { path })
}

fn opened(path: &Path, key: Option<Key>) -> Result<(Store, Option<Found>), Error> {
    let (store, opened) = Store::open_with::<Plan>(path, key, LISTS)?;
    let found = match opened {
        Opened::Missing => None,
        Opened::Found { plan, faults } => Some((plan, faults)),
    };
    Ok((store, found))
}

#[cfg(test)]
mod tests {
    use super::super::trial::Trial;
    use super::*;
    use crate::plan::Gate;

    #[test]
    fn the_state_of_the_file_is_the_floor_of_the_plan() {
        let mut trial = Trial::new();
        trial.write("{\"format\": 1, \"safety\": {\"gate\": \"closed\"}}");
        trial.run(|errand| {
            let (_, plan, faults) = open(errand).unwrap();
            assert_eq!(plan.safety.floor(), Gate::Closed);
            assert!(faults.is_empty());
        });
    }

    #[test]
    fn no_file_is_no_plan_and_none_is_made() {
        let mut trial = Trial::new();
        trial.run(|errand| {
            assert!(matches!(open(errand), Err(Error::Missing { .. })));
            assert!(open_or_begin(errand).unwrap().1.is_none());
        });
        assert!(!trial.path().exists());
    }
}
