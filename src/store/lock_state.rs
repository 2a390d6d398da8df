//! Whether a plan and what belongs to it are under a passphrase together.

use super::{copy_names, crypto, file, is_encrypted};
use crate::error::Error;
use std::path::{Path, PathBuf};

/// How a plan and its copies lie there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LockState {
    /// Nothing is under a passphrase; or there is no plan.
    Open,
    /// A key lies beside a plan that is open, and nothing needs it: a lock that was cut off, or another file was put in
    /// the place of a locked plan.
    OpenBesideKey,
    /// The plan is open, and copies of it are not: another file was put in the place of a locked plan.
    OpenAmongLocked,
    /// Everything is.
    Locked,
    /// The plan is, and so many copies are not: a lock was cut off.
    LockedWithOpen(usize),
}

/// How the plan at `path` lies there.
///
/// # Errors
/// It cannot be read, or its folder.
pub fn lock_state(path: &Path) -> Result<LockState, Error> {
    let target = file::resolve(path)?;
    if !target.exists() {
        return Ok(LockState::Open);
    }
    let copies: Vec<PathBuf> = copy_names::copies(&target)?;
    let locked = |path: &&PathBuf| is_encrypted(path).unwrap_or(false);
    if is_encrypted(&target)? {
        return Ok(match copies.iter().filter(|path| !locked(path)).count() {
            0 => LockState::Locked,
            open => LockState::LockedWithOpen(open),
        });
    }
    Ok(
        match (crypto::existing_key(&target), copies.iter().any(|path| locked(&path))) {
            (None, _) => LockState::Open,
            (Some(_), true) => LockState::OpenAmongLocked,
            (Some(_), false) => LockState::OpenBesideKey,
        },
    )
}
