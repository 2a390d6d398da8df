//! Writes a page to the path that was asked for: whole or not at all, for its owner only, never over another file unless
//! that was asked for too, and never over the plan.

use std::path::Path;

use crate::error::{Error, What};
use crate::store::{file, is_sealed, key_path};
use crate::words::{fill, shown};

use super::Errand;

/// Whether [`write()`] may write there, for whoever has something to do before.
///
/// # Errors
/// [`Error::IsThePlan`]; [`Error::NotAFile`] for a folder; [`Error::AlreadyThere`] where `force` is not set.
pub fn may_write(path: &Path, force: bool, errand: &Errand) -> Result<(), Error> {
    // A link counts as what it leads to, and one that leads nowhere is there too.
    if path.symlink_metadata().is_err() {
        return Ok(());
    }
    let there = || path.to_path_buf();
    if let (Ok(target), Ok(plan)) = (path.canonicalize(), errand.path().map(|plan| plan.canonicalize())) {
        // Without its key a locked plan is lost.
        if plan.is_ok_and(|plan| plan == target || key_path(&plan) == target) {
            return Err(Error::IsThePlan { path: there() });
        }
        if !target.is_file() {
            return Err(Error::NotAFile { path: there() });
        }
    }
    if force {
        Ok(())
    } else {
        Err(Error::AlreadyThere { path: there() })
    }
}

/// Writes a page, and says where it is.
///
/// # Errors
/// As [`may_write`] and [`file::write_whole`]; nobody takes what is said.
pub fn write(path: &Path, page: impl AsRef<[u8]>, force: bool, errand: &mut Errand) -> Result<(), Error> {
    may_write(path, force, errand)?;
    file::write_whole(path, page).map_err(given)?;
    let said = fill(&errand.words.commands.give.written, &[("path", &shown(path))]);
    errand.tell(&said)?;
    tell_unlocked(errand)
}

/// Beside a locked plan, says that what was written is not locked.
///
/// # Errors
/// Nobody takes what is said.
pub fn tell_unlocked(errand: &mut Errand) -> Result<(), Error> {
    let is_locked = errand.path().and_then(|plan| is_sealed(&plan)).unwrap_or(false);
    match is_locked {
        true => errand.tell(&errand.words.commands.give.unlocked),
        false => Ok(()),
    }
}

/// The remedy for a page is another path after `--out`, not another plan.
pub(super) fn given(error: Error) -> Error {
    match error {
        Error::Io {
            what: What::Saving | What::MakingFolder,
            path,
            kind,
        } => Error::Io {
            what: What::Giving,
            path,
            kind,
        },
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::super::trial::Trial;
    use super::*;

    #[test]
    fn a_file_that_is_there_is_left_alone_unless_forced() {
        let mut trial = Trial::new();
        trial.write("{\"format\": 1}");
        let path = trial.path().with_file_name("a.ics");
        let mut give = |force, page: &str| trial.run(|errand| write(&path, page, force, errand));
        give(false, "one").unwrap();
        assert!(matches!(give(false, "two"), Err(Error::AlreadyThere { .. })));
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "one");
        give(true, "two").unwrap();
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "two");
        assert!(trial.told().contains("a.ics"));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o600);
        }
    }

    #[test]
    fn a_path_that_cannot_be_written_is_named_with_its_own_remedy() {
        let mut trial = Trial::new();
        trial.write("{\"format\": 1}");
        let below_a_file = trial.path().join("a.ics");
        let told = trial.run(|errand| {
            let error = write(&below_a_file, "x", false, errand).unwrap_err();
            assert!(matches!(error, Error::Io { what: What::Giving, .. }));
            errand.words.error(&error, "steadfast")
        });
        assert!(told.contains("--out") && !told.contains("--plan"), "{told}");
    }

    #[test]
    fn the_plan_is_never_written_over_nor_a_folder() {
        let mut trial = Trial::new();
        trial.write("{\"format\": 1}");
        let plan = trial.path();
        let folder = plan.parent().unwrap().to_path_buf();
        trial.run(|errand| {
            assert!(matches!(write(&plan, "x", true, errand), Err(Error::IsThePlan { .. })));
            let key = key_path(&plan);
            std::fs::write(&key, "key").unwrap();
            assert!(matches!(write(&key, "x", true, errand), Err(Error::IsThePlan { .. })));
            assert!(matches!(write(&folder, "x", true, errand), Err(Error::NotAFile { .. })));
        });
        #[cfg(unix)]
        {
            let link = folder.join("link");
            std::os::unix::fs::symlink(&plan, &link).unwrap();
            trial.run(|errand| assert!(matches!(write(&link, "x", true, errand), Err(Error::IsThePlan { .. }))));
            let dead = folder.join("dead");
            std::os::unix::fs::symlink(folder.join("nowhere"), &dead).unwrap();
            trial.run(|errand| {
                assert!(matches!(
                    write(&dead, "x", false, errand),
                    Err(Error::AlreadyThere { .. })
                ))
            });
        }
        assert_eq!(std::fs::read_to_string(plan).unwrap(), "{\"format\": 1}");
    }
}
