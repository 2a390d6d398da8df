//! A plan under a passphrase: encrypted as any age tool can open it, and never by halves.
//!
//! The plan is encrypted to one key, so that a save costs next to nothing. The key lies beside it in a file of its own,
//! encrypted with the passphrase, which is slow on purpose and happens once a visit.
//!
//! Without the feature `encryption` no key can be had: what is locked is still known as such, and stays as it is.

#[cfg(feature = "encryption")]
mod age_key;
#[cfg(not(feature = "encryption"))]
mod no_key;

#[cfg(feature = "encryption")]
pub use age_key::{Key, check_encryption};
#[cfg(not(feature = "encryption"))]
pub use no_key::{NoKey as Key, check_encryption};

use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The first line of every age file.
const HEADER: &[u8] = b"age-encryption.org/v1\n";

/// What is put behind the name of a plan for its key file.
const KEY_SUFFIX: &str = ".key.age";

/// Whether these bytes are encrypted, whole or not. A file that was cut off inside the first line is no plan either
/// way.
pub fn is_encrypted_bytes(bytes: &[u8]) -> bool {
    bytes.starts_with(HEADER)
}

/// Where the key of the plan at `target` lies.
pub fn key_path(target: &Path) -> PathBuf {
    let mut name = OsString::from(target);
    name.push(KEY_SUFFIX);
    name.into()
}

/// The same, if it is there.
pub(super) fn existing_key(target: &Path) -> Option<PathBuf> {
    Some(key_path(target)).filter(|path| path.is_file())
}
