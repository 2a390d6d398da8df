//! A store under a passphrase: what it reads and writes, and how a plan comes under one and out again.

use super::crypto::{self, Key};
use super::file::ignore_unsynced;
use super::unfinished::typed_path;
use super::{Store, copy_names, file, history, passphrase, plan_files};
use crate::error::{Damage, Error, FileOperation};
use secrecy::SecretString;
use std::io;
use std::path::{Path, PathBuf};
use zeroize::Zeroizing;

/// What came of locking the versions and copies.
#[derive(Debug, Default)]
pub struct CopiesHandled {
    /// So many are locked now.
    pub done: usize,
    /// What is not, and may still be read.
    pub failed: Vec<PathBuf>,
}

impl CopiesHandled {
    fn note(&mut self, path: PathBuf, came: Result<(), Error>) {
        match came {
            Ok(()) => self.done += 1,
            Err(_) => self.failed.push(path),
        }
    }
}

/// Whether the file at `path` is under a passphrase; a file that is not there is not.
pub fn is_encrypted(path: &Path) -> Result<bool, Error> {
    Ok(file::read_if_there(path)?.is_some_and(|bytes| crypto::is_encrypted_bytes(&bytes)))
}

/// Whether there is a key file beside the plan at `path`.
pub fn has_key(path: &Path) -> bool {
    file::resolve(path).is_ok_and(|target| crypto::existing_key(&target).is_some())
}

/// The key of the plan at `path`, from the file beside it. It takes about a second.
///
/// # Errors
/// `WrongPassphrase`; `NoKey`; `Damaged` where no passphrase can open the key file.
pub fn key(path: &Path, passphrase: &SecretString) -> Result<Key, Error> {
    let path = crypto::key_path(&file::resolve(path)?);
    match file::read_if_there(&path)? {
        Some(bytes) => decrypt_key(&path, &bytes, passphrase),
        None => Err(Error::NoKey(path)),
    }
}

/// The key in a key file, with the passphrase in whichever form opens it.
fn decrypt_key(path: &Path, bytes: &[u8], passphrase: &SecretString) -> Result<Key, Error> {
    let forms = passphrase::to_open(passphrase);
    let mut keys = forms.iter().map(|form| Key::decrypt_key(path, bytes, form));
    let opened = keys.find(|key| !matches!(key, Err(Error::WrongPassphrase)));
    opened.unwrap_or(Err(Error::WrongPassphrase))
}

/// What the file at `path` says, whether it is under a passphrase or not.
///
/// # Errors
/// As [`file::read_bytes`]; `Locked` without a key; `Damaged`.
pub fn plain_bytes(path: &Path, key: Option<&Key>) -> Result<Zeroizing<Vec<u8>>, Error> {
    decrypted(path, &file::read_bytes(path)?, key)
}

/// What these bytes of the file at `path` say.
pub(super) fn decrypted(path: &Path, bytes: &[u8], key: Option<&Key>) -> Result<Zeroizing<Vec<u8>>, Error> {
    match (crypto::is_encrypted_bytes(bytes), key) {
        (false, _) => Ok(Zeroizing::new(bytes.to_vec())),
        (true, Some(key)) => key.decrypt(path, bytes),
        (true, None) => Err(Error::Locked(path.into())),
    }
}

/// What is written to the file at `path` so that it says this.
pub(super) fn content(path: &Path, text: &str, key: Option<&Key>) -> Result<Vec<u8>, Error> {
    match key {
        Some(key) => key.encrypt(path, text.as_bytes()),
        None => Ok(text.as_bytes().to_vec()),
    }
}

/// Whether a file with these bytes says this already, and is under a passphrase where it should be.
pub(super) fn holds_text(bytes: &[u8], text: &str, key: Option<&Key>) -> bool {
    match key {
        None => bytes == text.as_bytes(),
        Some(key) => {
            let says = |said: Zeroizing<Vec<u8>>| *said == text.as_bytes();
            crypto::is_encrypted_bytes(bytes) && key.decrypt(Path::new(""), bytes).is_ok_and(says)
        }
    }
}

impl Store {
    /// What the plan is sealed with, if it is under a passphrase.
    pub fn key(&self) -> Option<&Key> {
        self.key.as_ref()
    }

    /// Puts the plan under a passphrase, or the plan that the first keep begins: first the key file, which is opened
    /// again to see that it can be, then the plan. A key file that is there stays: it is used where the passphrase
    /// opens it. The versions and copies stay as they are: see [`Store::plain_copies`].
    ///
    /// # Errors
    /// With nothing changed: `ChangedUnderneath`; `Gone`; `OtherKey` where a key is there that the passphrase does not
    /// open; the disk.
    pub fn encrypt(&mut self, passphrase: &SecretString) -> Result<(), Error> {
        let target = file::resolve(&self.path)?;
        let there = file::read_if_there(&target)?;
        self.check_unchanged(there.as_deref())?;
        let path = crypto::key_path(&target);
        if self.key.is_some() {
            return Err(Error::OtherKey(path));
        }
        let made = file::read_if_there(&path)?.is_none();
        if made {
            write_key(&path, &Key::new_file(&path, &passphrase::to_set(passphrase))?)?;
        }
        match self.encrypt_with_key_file(&target, &path, there.as_deref(), passphrase) {
            // What it was made for may need it, wherever that is now.
            Err(Error::WrongPassphrase | Error::Damaged { .. }) if !made => Err(Error::OtherKey(path)),
            Err(error) => {
                // A disk may have done what it says it could not: only a plain plan needs no key.
                if made && is_encrypted(&target).is_ok_and(|sealed| !sealed) {
                    let _ = file::remove(&path);
                }
                Err(error)
            }
            Ok(()) => Ok(()),
        }
    }

    fn encrypt_with_key_file(
        &mut self,
        target: &Path,
        path: &Path,
        there: Option<&[u8]>,
        passphrase: &SecretString,
    ) -> Result<(), Error> {
        // What is on the disk, not what should be.
        let key = decrypt_key(path, &file::read_bytes(path)?, passphrase)?;
        self.encrypt_under(target, there, key)
    }

    /// Puts the plan back under the key that its versions are under: somebody put an open copy in its place.
    ///
    /// # Errors
    /// With nothing changed: `ChangedUnderneath`; the disk.
    pub fn encrypt_again(&mut self, key: Key) -> Result<(), Error> {
        let target = file::resolve(&self.path)?;
        let there = file::read_if_there(&target)?;
        self.check_unchanged(there.as_deref())?;
        self.encrypt_under(&target, there.as_deref(), key)
    }

    /// Puts the key of the plan, and of its copies, under another passphrase; nothing is open meanwhile. The key of the
    /// plan itself comes last: where this is cut off, the old passphrase still opens the plan. Whoever has an older copy
    /// of the key file can still open it with the old one.
    ///
    /// # Errors
    /// `NoRoom`; the disk.
    pub fn change_passphrase(&mut self, passphrase: &SecretString) -> Result<(), Error> {
        let target = file::resolve(&self.path)?;
        let path = crypto::key_path(&target);
        let Some(key) = self.key.clone() else { return Ok(()) };
        let content = key.encrypt_key(&path, &passphrase::to_set(passphrase))?;
        // That it opens what is there is seen before the old one goes.
        let new = decrypt_key(&path, &content, passphrase)?;
        let opens = |copy: &PathBuf| plain_bytes(copy, Some(&new)).is_ok();
        if !opens(&target) {
            return Err(Error::OtherKey(path));
        }
        let copies = copy_names::copies_beside(&target)?;
        let copies = copies
            .iter()
            .filter(|copy| is_encrypted(copy).unwrap_or(false) && opens(copy));
        for key in copies.filter_map(|copy| crypto::existing_key(copy)) {
            file::write_over(&key, &content)?;
        }
        file::write_over(&path, &content)?;
        self.key = Some(new);
        Ok(())
    }

    fn encrypt_under(&mut self, target: &Path, there: Option<&[u8]>, key: Key) -> Result<(), Error> {
        if let Some(there) = there {
            self.replace(target, encrypt_and_verify(target, there, &key)?)?;
        }
        self.key = Some(key);
        // What was being typed may lie open.
        let _ = file::remove(&typed_path(target));
        Ok(())
    }

    /// Puts other bytes in the place of the plan, where that still is what was last read or written: a passphrase takes
    /// long enough for somebody else to write.
    fn replace(&mut self, target: &Path, content: Vec<u8>) -> Result<(), Error> {
        let mut last = |target: &Path| {
            let there = file::read_if_there(target)?;
            self.check_unchanged(there.as_deref()).map(|()| there)
        };
        ignore_unsynced(file::write_plan(self.disk.as_ref(), target, &content, &mut last))?;
        self.seen = Some(content);
        Ok(())
    }

    /// The versions and copies beside that are not under the passphrase.
    ///
    /// # Errors
    /// A folder cannot be read.
    pub fn plain_copies(&self) -> Result<Vec<PathBuf>, Error> {
        let copies = copy_names::copies(&file::resolve(&self.path)?)?.into_iter();
        Ok(copies.filter(|path| !is_encrypted(path).unwrap_or(false)).collect())
    }

    /// Puts them under the passphrase of the plan, each with the time at which it was written. One that fails does not
    /// keep the others in the clear.
    ///
    /// # Errors
    /// A folder cannot be read.
    pub fn encrypt_copies(&self) -> Result<CopiesHandled, Error> {
        let mut brought = CopiesHandled::default();
        let Some(key) = &self.key else { return Ok(brought) };
        for path in self.plain_copies()? {
            let came = self.encrypt_copy(&path, key);
            brought.note(path, came);
        }
        brought.failed.extend(self.leftovers_that_stay()?);
        Ok(brought)
    }

    fn encrypt_copy(&self, path: &Path, key: &Key) -> Result<(), Error> {
        let sealed = encrypt_and_verify(path, &file::read_bytes(path)?, key)?;
        if !self.is_version(path) {
            self.copy_key_to(path)?;
        }
        ignore_unsynced(file::write_as_of(path, &sealed))
    }

    /// Removes what kills left behind, beside the plan and among its versions; what cannot be removed is handed back.
    fn leftovers_that_stay(&self) -> Result<Vec<PathBuf>, Error> {
        let mut left = plan_files::leftovers(&file::resolve(&self.path)?)?;
        left.retain(|path| ignore_unsynced(file::remove(path)).is_err());
        Ok(left)
    }

    /// Takes the passphrase off: the versions and copies first, the plan, and last the key files.
    ///
    /// # Errors
    /// `ChangedUnderneath` and `Gone`, with the plan as it is there; the disk. What could not be opened again stays
    /// sealed, and the key file then stays for it.
    pub fn decrypt(&mut self) -> Result<(), Error> {
        let target = file::resolve(&self.path)?;
        let Some(key) = self.key.clone() else { return Ok(()) };
        self.check_unchanged(file::read_if_there(&target)?.as_deref())?;
        for path in encrypted_copies(&target)? {
            if let Ok(plain) = plain_bytes(&path, Some(&key)) {
                ignore_unsynced(file::write_as_of(&path, &plain))?;
                if let Some(lent) = crypto::existing_key(&path) {
                    ignore_unsynced(file::remove(&lent))?;
                }
            }
        }
        if let Some(there) = &self.seen {
            let plain = decrypted(&target, there, Some(&key))?.to_vec();
            self.replace(&target, plain)?;
        }
        self.key = None;
        if encrypted_copies(&target)?.next().is_none()
            && let Some(path) = crypto::existing_key(&target)
        {
            ignore_unsynced(file::remove(&path))?;
        }
        Ok(())
    }

    /// A plan under another name needs the key file under that name too. True if it was not there yet.
    ///
    /// # Errors
    /// `OtherKey` where another key is there; the disk.
    pub fn copy_key_to(&self, copy: &Path) -> Result<bool, Error> {
        let lend = |key: &Key| write_key(&crypto::key_path(copy), key.file());
        self.key.as_ref().map_or(Ok(false), lend)
    }

    /// The same for a copy of these bytes, which somebody else may have written: where our key does not open them, with
    /// the key file that lies beside them.
    pub(super) fn copy_key_for(&self, bytes: &[u8], copy: &Path) -> Result<(), Error> {
        if !crypto::is_encrypted_bytes(bytes) {
            return Ok(());
        }
        if decrypted(copy, bytes, self.key.as_ref()).is_ok() {
            return self.copy_key_to(copy).map(drop);
        }
        let theirs = file::read_if_there(&crypto::key_path(&file::resolve(&self.path)?))?;
        theirs.map_or(Ok(()), |key| write_key(&crypto::key_path(copy), &key).map(drop))
    }

    /// Whether what is in the file now is under a passphrase that is not known here.
    pub fn is_fully_encrypted(&self) -> bool {
        let other = |error| {
            matches!(
                error,
                Error::Locked(_)
                    | Error::Damaged {
                        damage: Damage::OtherKey,
                        ..
                    }
            )
        };
        plain_bytes(&self.path, self.key.as_ref()).err().is_some_and(other)
    }

    fn is_version(&self, path: &Path) -> bool {
        let folder = file::resolve(&self.path).map(|target| history::folder(&target));
        folder.is_ok_and(|folder| path.starts_with(folder))
    }
}

/// Puts a key file where none is yet, and says whether. Another one there is never written over: what it opens may be
/// anywhere.
fn write_key(path: &Path, content: &[u8]) -> Result<bool, Error> {
    let is_there = |path: &Path| match file::read_if_there(path)? {
        None => Ok(false),
        Some(there) if there == content => Ok(true),
        Some(_) => Err(Error::OtherKey(path.into())),
    };
    if is_there(path)? {
        return Ok(false);
    }
    match file::write_new(path, content) {
        Err(Error::AlreadyThere(_)) => is_there(path).map(|_| false),
        written => written.map(|()| true),
    }
}

fn encrypted_copies(target: &Path) -> Result<impl Iterator<Item = PathBuf> + use<>, Error> {
    let copies = copy_names::copies(target)?.into_iter();
    Ok(copies.filter(|path| is_encrypted(path).unwrap_or(false)))
}

/// These bytes sealed, and opened again before anything plain goes.
fn encrypt_and_verify(path: &Path, plain: &[u8], key: &Key) -> Result<Vec<u8>, Error> {
    let sealed = key.encrypt(path, plain)?;
    match key.decrypt(path, &sealed) {
        Ok(again) if *again == plain => Ok(sealed),
        _ => Err(Error::io(
            FileOperation::Comparing,
            path,
            &io::ErrorKind::InvalidData.into(),
        )),
    }
}

#[cfg(all(test, unix, feature = "encryption"))]
#[path = "encrypted_tests.rs"]
mod tests;
