//! The one way in which commands open a plan.

use std::path::Path;

use crate::error::{Error, Fault};
use crate::plan::{LISTS, Plan};
use crate::store::{self, Key, LockState, Locked, Opened, Store};
use crate::words::{Words, fill_placeholders};

use crate::app::recovery::key_of_versions;
use crate::app::{Context, belongings, country_of, unlock};

/// A plan, and what of its file could not be read.
pub type OpenedPlan = (Plan, Vec<Fault>);

/// Opens the plan that is meant, with what of its file could not be read. Where it should be locked and is not, or not
/// all of it, that is said.
///
/// # Errors
/// [`Error::Missing`] if there is none; [`Error::OnlyVersions`] if there was one; [`Error::Damaged`] and what else
/// [`Store::open_with`] fails with.
pub fn open(context: &mut Context) -> Result<(Store, Plan, Vec<Fault>), Error> {
    let opened = open_quietly(context)?;
    if let Some(said) = lock_notice(opened.0.path(), context)? {
        context.print_notice(&said)?;
    }
    Ok(opened)
}

fn open_quietly(context: &mut Context) -> Result<(Store, Plan, Vec<Fault>), Error> {
    let path = context.plan_path()?;
    match open_or_begin(context)? {
        (store, Some((plan, faults))) => Ok((store, plan, faults)),
        (_, None) if store::versions(&path)?.is_empty() => Err(Error::Missing(path)),
        (_, None) => Err(Error::OnlyVersions(path)),
    }
}

/// What is said where not all of a plan is locked that should be.
///
/// # Errors
/// A folder cannot be read.
pub fn lock_notice(path: &Path, context: &Context) -> Result<Option<String>, Error> {
    let own = &context.words.lock;
    let command = context.command_for("lock");
    let pairs = [("command", command.as_str())];
    Ok(match store::lock_state(path)? {
        LockState::Open | LockState::Locked => None,
        LockState::OpenBesideKey => Some(fill_placeholders(own.open_beside_key, &pairs)),
        LockState::OpenAmongLocked => Some(fill_placeholders(own.open_plan, &pairs)),
        LockState::LockedWithOpen(copies) => Some(own.open_copies.with(copies, &pairs)),
    })
}

/// The same for a command that changes the plan: this window is then the one that works on it, until the store is
/// dropped. Where a folder knows no locks it goes on without one. What [`take_over`] did is said.
///
/// # Errors
/// [`Error::InUse`] where another window works on it; as [`open()`] and [`take_over`].
pub fn open_to_write(context: &mut Context) -> Result<(Store, Plan, Vec<Fault>), Error> {
    let (mut store, plan, faults) = open_quietly(context)?;
    // Whose it is is asked before anything is left there.
    store.check_writable()?;
    if store.lock() == Locked::Elsewhere {
        return Err(Error::InUse(context.plan_path()?));
    }
    for said in take_over(&mut store, &plan, context)? {
        context.print_notice(&said)?;
    }
    Ok((store, plan, faults))
}

/// What a window does before it writes to a plan for the first time, and what is to be said of it: what was cut off is
/// finished, and a locked plan stays locked. Where its versions are locked and it is not, somebody put an open copy in
/// its place: it comes under the same passphrase again before a word is written.
///
/// # Errors
/// [`Error::Locked`] where the versions are locked and nobody gives the passphrase; the disk.
pub fn take_over(store: &mut Store, plan: &Plan, context: &mut Context) -> Result<Vec<String>, Error> {
    let mut said = Vec::new();
    belongings::sweep(store.path(), plan);
    if store.key().is_none()
        && let Some(key) = key_of_versions(store.path(), context)?
    {
        store.encrypt_again(key)?;
        said.push(context.words.lock.locked_again.into());
    }
    let locked = store.encrypt_copies()?;
    if locked.done > 0 {
        said.push(context.words.lock.older_locked.of(locked.done));
    }
    if store.make_private() {
        said.push(context.words.keeping.made_private.into());
    }
    said.extend(lock_notice(store.path(), context)?);
    Ok(said)
}

/// The same for the visit, which may begin a plan: `None` if there is no file yet. None is made.
///
/// # Errors
/// As [`open()`], but for `Missing`.
///
/// What is said from then on is said as in its country.
pub fn open_or_begin(context: &mut Context) -> Result<(Store, Option<OpenedPlan>), Error> {
    let path = context.plan_path()?;
    let key = unlock::plan_key(&path, context)?;
    let found = opened(&path, key, context.words)?;
    context.words = match &found.1 {
        Some((plan, _)) => context.words.spoken_in(&plan.country),
        None => context.words.spoken_in(&country_of(context.locale.as_deref())),
    };
    Ok(found)
}

/// The same for a command that goes on without the plan if that is locked: nobody is asked for a passphrase.
///
/// # Errors
/// As [`open()`]; [`Error::Locked`].
pub fn open_unasked(context: &Context) -> Result<Plan, Error> {
    let path = context.plan_path()?;
    let (_, found) = opened(&path, unlock::key_unasked(&path, context)?, context.words)?;
    found.map(|(plan, _)| plan).ok_or(Error::Missing(path))
}

fn opened(path: &Path, key: Option<Key>, words: &Words) -> Result<(Store, Option<OpenedPlan>), Error> {
    let (store, opened) = Store::open_with::<Plan>(path, key, LISTS)?;
    let found = match opened {
        Opened::Missing => None,
        Opened::Found { mut plan, faults } => {
            plan.leave_shrugs_open(|typed| words.is_shrug(typed));
            plan.take_noted_lines(|field| words.question(field).short);
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
            assert!(matches!(open(context), Err(Error::Missing(_))));
            assert!(open_or_begin(context).unwrap().1.is_none());
        });
        assert!(!trial.path().exists());
    }

    /// The gate of a plan in which every question was asked, with this text in its file.
    fn gate_of(text: &str) -> Option<Gate> {
        let mut trial = TestContext::new();
        trial.write(text);
        trial.run(|context| open(context).ok().map(|(_, plan, _)| crate::readiness::gate(&plan)))
    }

    #[test]
    fn no_state_that_cannot_be_read_opens_a_plan() {
        let file = |gate: &str| {
            let asked = r#""asked": ["person.recent", "safety.harm", "safety.suicide"]"#;
            let person = r#""person": {"ages": "both_adults", "substances": ["heroin"], "recent": ["none"]}"#;
            format!(r#"{{"format": 2, {person}, "safety": {{{gate}{asked}, "means": "no", "on": "2026-11-21"}}}}"#)
        };
        assert_eq!(gate_of(&file(r#""gate": "open", "#)), Some(Gate::Open));
        for unread in [
            "5",
            "null",
            "[]",
            "true",
            "{}",
            "\"Closed\"",
            "\"closed \"",
            "\"OPEN\"",
            "1.0",
        ] {
            let gate = format!("\"gate\": {unread}, ");
            assert_eq!(gate_of(&file(&gate)), Some(Gate::Closed), "{unread}");
        }
        assert_eq!(gate_of(&file("")), Some(Gate::Closed));
        let (closed, begin) = (file(r#""gate": "closed", "#), file("").find(r#""asked""#).unwrap());
        for at in begin..begin + r#""gate": "closed""#.len() {
            for bit in 0..8 {
                let mut bytes = closed.clone().into_bytes();
                bytes[at] ^= 1 << bit;
                // What is no text any more is refused by itself.
                let Ok(text) = String::from_utf8(bytes) else { continue };
                assert_ne!(gate_of(&text), Some(Gate::Open), "{text}");
            }
        }
    }

    #[cfg(unix)]
    #[test]
    fn what_other_logins_could_open_is_closed_and_that_is_said_once() {
        use std::os::unix::fs::PermissionsExt;
        let mut trial = TestContext::new();
        trial.write_example(|_| {});
        std::fs::set_permissions(trial.path(), std::fs::Permissions::from_mode(0o660)).unwrap();
        let mut said = || {
            trial.run(|context| drop(open_to_write(context).unwrap()));
            trial.stderr().matches("Other logins").count()
        };
        assert_eq!((said(), said()), (1, 1));
        assert_eq!(trial.path().metadata().unwrap().permissions().mode() & 0o777, 0o600);
    }
}
