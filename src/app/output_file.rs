//! Writes a page to the path that was asked for: whole or not at all, for its owner only, never over another file
//! unless that was asked for too, and never over the plan.

use std::path::Path;

use crate::error::{Error, FileOperation};
use crate::store::{FILES_ARE_PRIVATE, file, is_encrypted, is_plan_or_key, key_path};
use crate::words::{display_path, fill_placeholders};

use crate::app::Context;

/// Whether [`write()`] may write there, for whoever has something to do before.
///
/// # Errors
/// [`Error::IsThePlan`]; [`Error::NotAFile`] for a folder; [`Error::AlreadyThere`] where `force` is not set.
pub fn may_write(path: &Path, force: bool, context: &Context) -> Result<(), Error> {
    // A link counts as what it leads to, and one that leads nowhere is there too.
    if path.symlink_metadata().is_err() {
        return Ok(());
    }
    let there = || path.to_path_buf();
    if let (Ok(target), Ok(plan)) = (path.canonicalize(), context.plan_path().map(|plan| plan.canonicalize())) {
        // Without its key a locked plan is lost.
        if plan.is_ok_and(|plan| plan == target || key_path(&plan) == target) {
            return Err(Error::IsThePlan(there()));
        }
        if !target.is_file() {
            return Err(Error::NotAFile(there()));
        }
        // Another plan, or the key of one, is not to be had again either.
        if is_plan_or_key(&target) {
            return Err(Error::IsAPlan(there()));
        }
    }
    if force {
        Ok(())
    } else {
        Err(Error::AlreadyThere(there()))
    }
}

/// Writes a page, and says if it is.
///
/// # Errors
/// As [`may_write`] and [`file::write_over`]; nobody takes what is said.
pub fn write(path: &Path, page: impl AsRef<[u8]>, force: bool, context: &mut Context) -> Result<(), Error> {
    may_write(path, force, context)?;
    put(path, page, force)?;
    let words = &context.words.commands.give;
    let written = match FILES_ARE_PRIVATE {
        true => words.written,
        false => words.written_as_its_folder,
    };
    let said = fill_placeholders(written, &[("path", &display_path(path))]);
    context.confirm(&said)?;
    warn_if_unlocked(context)
}

/// Writes files into a folder, by their names in it, and says if they are there.
///
/// # Errors
/// [`Error::AlreadyThere`] where the folder holds something and `force` is not set; as [`write()`].
pub fn write_folder<C: AsRef<[u8]>>(
    folder: &Path,
    files: &[(String, C)],
    force: bool,
    context: &mut Context,
) -> Result<(), Error> {
    if !force && std::fs::read_dir(folder).is_ok_and(|mut inside| inside.next().is_some()) {
        return Err(Error::AlreadyThere(folder.into()));
    }
    for (name, content) in files {
        let path = folder.join(name);
        may_write(&path, force, context)?;
        put(&path, content, force)?;
    }
    let (n, path) = (files.len().to_string(), display_path(folder));
    let said = context.words.commands.give.folder;
    context.confirm(&fill_placeholders(said, &[("n", &n), ("path", &path)]))
}

/// Whatever appeared there meanwhile is written over only where that was asked for.
fn put(path: &Path, content: impl AsRef<[u8]>, force: bool) -> Result<(), Error> {
    let written = match force {
        true => file::write_over(path, content),
        false => file::write_new(path, content),
    };
    written.map_err(as_output_error)
}

/// Beside a locked plan, says that what was written is not locked.
///
/// # Errors
/// Nobody takes what is said.
pub fn warn_if_unlocked(context: &mut Context) -> Result<(), Error> {
    let is_locked = context
        .plan_path()
        .and_then(|plan| is_encrypted(&plan))
        .unwrap_or(false);
    match is_locked {
        true => context.print_notice(context.words.commands.give.unlocked),
        false => Ok(()),
    }
}

/// The remedy for a page is another path after `--out`, not another plan.
pub fn as_output_error(error: Error) -> Error {
    match error {
        Error::Io {
            what: FileOperation::Saving | FileOperation::MakingFolder,
            path,
            kind,
        } => Error::Io {
            what: FileOperation::WritingOutput,
            path,
            kind,
        },
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::test_context::TestContext;

    #[test]
    fn a_file_that_is_there_is_left_alone_unless_forced() {
        let mut trial = TestContext::new();
        trial.write("{\"format\": 1}");
        let path = trial.path().with_file_name("a.ics");
        let mut give = |force, page: &str| trial.run(|context| write(&path, page, force, context));
        give(false, "one").unwrap();
        assert!(matches!(give(false, "two"), Err(Error::AlreadyThere(_))));
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "one");
        give(true, "two").unwrap();
        assert_eq!(std::fs::read_to_string(&path).unwrap(), "two");
        assert!(trial.stderr().contains("a.ics"));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o600);
        }
    }

    #[test]
    fn a_path_that_cannot_be_written_is_named_with_its_own_remedy() {
        let mut trial = TestContext::new();
        trial.write("{\"format\": 1}");
        let below_a_file = trial.path().join("a.ics");
        let told = trial.run(|context| {
            let error = write(&below_a_file, "x", false, context).unwrap_err();
            assert!(matches!(
                error,
                Error::Io {
                    what: FileOperation::WritingOutput,
                    ..
                }
            ));
            context.words.error(&error, "steadfast")
        });
        assert!(told.contains("--out") && !told.contains("--plan"), "{told}");
    }

    #[test]
    fn the_plan_is_never_written_over_nor_a_folder() {
        let mut trial = TestContext::new();
        trial.write("{\"format\": 1}");
        let plan = trial.path();
        let folder = plan.parent().unwrap().to_path_buf();
        trial.run(|context| {
            assert!(matches!(write(&plan, "x", true, context), Err(Error::IsThePlan(_))));
            let key = key_path(&plan);
            std::fs::write(&key, "key").unwrap();
            assert!(matches!(write(&key, "x", true, context), Err(Error::IsThePlan(_))));
            let sealed = b"age-encryption.org/v1\n-> X25519 and so on, more than forty bytes";
            for (name, content) in [
                ("other.json", b"\xef\xbb\xbf {\"about\": 1, \"format\": 1".as_slice()),
                ("half.json", b"{\n  \"format\": 2,"),
                ("locked.json", sealed),
                ("other.json.key.age", &sealed[..40]),
            ] {
                let other = folder.join(name);
                std::fs::write(&other, content).unwrap();
                let refused = write(&other, "x", true, context);
                assert!(matches!(refused, Err(Error::IsAPlan(_))), "{name}");
                assert_eq!(std::fs::read(&other).unwrap(), content);
            }
            assert!(matches!(write(&folder, "x", true, context), Err(Error::NotAFile(_))));
        });
        #[cfg(unix)]
        {
            let link = folder.join("link");
            std::os::unix::fs::symlink(&plan, &link).unwrap();
            trial.run(|context| assert!(matches!(write(&link, "x", true, context), Err(Error::IsThePlan(_)))));
            let dead = folder.join("dead");
            std::os::unix::fs::symlink(folder.join("nowhere"), &dead).unwrap();
            trial.run(|context| assert!(matches!(write(&dead, "x", false, context), Err(Error::AlreadyThere(_)))));
        }
        assert_eq!(std::fs::read_to_string(plan).unwrap(), "{\"format\": 1}");
    }
}
