//! What somebody was typing when a visit ended. It lies beside the plan: for its owner alone, under the plan's passphrase
//! where that is, and in no version.

use std::path::Path;

use super::crypto::Key;
use super::encrypted;
use super::file::{self, ignore_unsynced};
use super::unfinished::typed_path;

/// Keeps it. False where there is no plan, where the plan is under a passphrase and this is no key of it, and where the disk
/// fails.
pub fn keep_typed(path: &Path, text: &str, key: Option<&Key>) -> bool {
    let Ok(target) = file::resolve(path) else { return false };
    let is_as_plan = target.is_file() && encrypted::is_encrypted(&target).is_ok_and(|locked| locked == key.is_some());
    let typed = typed_path(&target);
    let written = || {
        let content = encrypted::content(&typed, text, key)?;
        ignore_unsynced(file::write_over(&typed, content))
    };
    is_as_plan && written().is_ok()
}

/// What was kept, if anything was; from then on it is not on the disk.
pub fn take_typed(path: &Path, key: Option<&Key>) -> Option<String> {
    let typed = typed_path(&file::resolve(path).ok()?);
    let bytes = file::read_if_there(&typed).ok()??;
    ignore_unsynced(file::remove(&typed)).ok()?;
    let plain = encrypted::decrypted(&typed, &bytes, key).ok()?;
    String::from_utf8(plain.to_vec()).ok()
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::super::{FileRole, delete, files};
    use super::*;

    /// A plan in a folder of its own.
    fn plan() -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plan.json");
        std::fs::write(&path, "{\"format\": 1}").unwrap();
        (folder, path)
    }

    #[test]
    fn it_is_there_once_belongs_to_the_plan_and_goes_with_it() {
        let (folder, path) = plan();
        assert!(keep_typed(&path, "half a na", None));
        let roles: Vec<FileRole> = files(&path).unwrap().into_iter().map(|file| file.role).collect();
        assert!(roles.contains(&FileRole::HalfTyped), "{roles:?}");
        assert_eq!(take_typed(&path, None).as_deref(), Some("half a na"));
        assert_eq!(take_typed(&path, None), None);
        assert!(keep_typed(&path, "half a na", None));
        delete(&path).unwrap();
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
        assert!(!keep_typed(&path, "half a na", None), "there is no plan");
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_can_read_it() {
        use std::os::unix::fs::PermissionsExt;
        let (_folder, path) = plan();
        assert!(keep_typed(&path, "half a na", None));
        let mode = std::fs::metadata(typed_path(&path)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }

    #[cfg(feature = "encryption")]
    #[test]
    fn it_is_locked_with_the_plan_and_never_open_beside_a_locked_one() {
        use crate::plan::Plan;
        use crate::store::Store;
        let (_folder, path) = plan();
        assert!(keep_typed(&path, "half a na", None));
        let (mut store, _) = Store::open::<Plan>(&path, crate::plan::LISTS).unwrap();
        store
            .encrypt(&secrecy::SecretString::from("a passphrase of six words"))
            .unwrap();
        assert_eq!(take_typed(&path, store.key()), None, "what lay open is gone");
        assert!(!keep_typed(&path, "half a na", None), "without the key");
        assert!(keep_typed(&path, "half a na", store.key()));
        let bytes = std::fs::read(typed_path(&path)).unwrap();
        assert!(!bytes.windows(6).any(|six| six == b"half a"));
        assert_eq!(take_typed(&path, store.key()).as_deref(), Some("half a na"));
    }
}
