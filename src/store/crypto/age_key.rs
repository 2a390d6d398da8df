//! The key of a plan, made by the crate `age`.

use std::io;
use std::path::Path;

use age::DecryptError;
use age::x25519::{Identity, Recipient};
use secrecy::{ExposeSecret, SecretString};
use zeroize::Zeroizing;

use crate::error::{Damage, Error, FileOperation};

/// How hard a passphrase is to try out: 2 to this power. Fixed, since what age would measure here another computer may
/// refuse. It takes about a second and 256 MB, as much as an old computer can give; each one more doubles both.
const WORK: u8 = 18;

/// The most work that is accepted from a key file, for one that a later Steadfast or another tool has made: four times
/// as much. A file that asks for more may have been made to stop the computer.
const MOST_WORK: u8 = 20;

/// The key of one plan. It never shows itself, and is wiped when it is let go.
#[derive(Clone)]
pub struct Key {
    identity: Identity,
    recipient: Recipient,
    /// The key file it was read from, for a copy of the plan: the file itself may be out of reach by then.
    file: Vec<u8>,
}

impl Key {
    /// A new one, from the random number generator of the system.
    pub fn generate() -> Self {
        Self::of(Identity::generate(), &[])
    }

    fn of(identity: Identity, file: &[u8]) -> Self {
        let recipient = identity.to_public();
        let file = file.to_vec();
        Self {
            identity,
            recipient,
            file,
        }
    }

    /// The content of the key file it was read from; nothing for one that was never in a file.
    pub(in crate::store) fn file(&self) -> &[u8] {
        &self.file
    }

    /// The content of a key file for a new key.
    ///
    /// # Errors
    /// As [`Key::encrypt_key`].
    pub(in crate::store) fn new_file(path: &Path, passphrase: &SecretString) -> Result<Vec<u8>, Error> {
        Self::generate().encrypt_key(path, passphrase)
    }

    /// The content of its key file at `path`, under a passphrase.
    ///
    /// # Errors
    /// [`Error::NoRoom`]; no random numbers are available.
    pub fn encrypt_key(&self, path: &Path, passphrase: &SecretString) -> Result<Vec<u8>, Error> {
        check_memory_for(WORK)?;
        self.encrypt_key_with(passphrase, WORK)
            .map_err(|error| Error::io(FileOperation::Saving, path, &error))
    }

    fn encrypt_key_with(&self, passphrase: &SecretString, work: u8) -> io::Result<Vec<u8>> {
        let mut recipient = age::scrypt::Recipient::new(passphrase.clone());
        recipient.set_work_factor(work);
        let key = self.identity.to_string();
        // With the end of its line it is a file of keys, as `age -i` reads one.
        let mut line = Zeroizing::new(Vec::with_capacity(key.expose_secret().len() + 1));
        line.extend_from_slice(key.expose_secret().as_bytes());
        line.push(b'\n');
        age::encrypt(&recipient, &line).map_err(io::Error::other)
    }

    /// The key in the content of the key file at `path`.
    ///
    /// # Errors
    /// [`Error::WrongPassphrase`]; [`Error::Damaged`] where no passphrase can open it.
    pub fn decrypt_key(path: &Path, bytes: &[u8], passphrase: &SecretString) -> Result<Self, Error> {
        check_memory_for(work_of(bytes))?;
        let mut identity = age::scrypt::Identity::new(passphrase.clone());
        identity.set_max_work_factor(MOST_WORK);
        let line = age::decrypt(&identity, bytes).map(Zeroizing::new);
        let line = line.map_err(|error| match error {
            // Whether the passphrase or the file is another cannot be told apart, and need not be.
            DecryptError::DecryptionFailed | DecryptError::KeyDecryptionFailed => Error::WrongPassphrase,
            DecryptError::NoMatchingKeys => damaged(path, Damage::NotAKey),
            _ => damaged(path, Damage::Altered),
        })?;
        let key = std::str::from_utf8(&line).ok().and_then(|key| key.trim().parse().ok());
        key.map(|key| Self::of(key, bytes))
            .ok_or_else(|| damaged(path, Damage::NotAKey))
    }

    /// What is written instead of these bytes.
    ///
    /// # Errors
    /// No random numbers are available.
    pub fn encrypt(&self, path: &Path, bytes: &[u8]) -> Result<Vec<u8>, Error> {
        age::encrypt(&self.recipient, bytes)
            .map_err(|_| Error::io(FileOperation::Saving, path, &io::ErrorKind::Other.into()))
    }

    /// What was sealed, whole or not at all.
    ///
    /// # Errors
    /// [`Error::Damaged`] if it was cut off, changed, or sealed with another key.
    pub fn decrypt(&self, path: &Path, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, Error> {
        let opened = age::decrypt(&self.identity, sealed).map(Zeroizing::new);
        opened.map_err(|error| match error {
            DecryptError::NoMatchingKeys => damaged(path, Damage::OtherKey),
            _ => damaged(path, Damage::Altered),
        })
    }
}

/// Whether this program can lock a plan, and open one that is locked: it can.
///
/// # Errors
/// None.
pub fn check_encryption() -> Result<(), Error> {
    Ok(())
}

/// Whether the computer has the room that a passphrase of this work factor needs. scrypt takes 1024 bytes times 2 to its
/// power at once, and if there is no room, the whole program would fall over.
fn check_memory_for(work: u8) -> Result<(), Error> {
    let bytes = 1024_usize << work;
    let mut room: Vec<u8> = Vec::new();
    let there = room.try_reserve_exact(bytes);
    // Unseen, the compiler would leave it out.
    std::hint::black_box(&mut room);
    there.map_err(|_| Error::NoRoom { megabytes: bytes >> 20 })
}

/// The work factor that a key file says it needs: the last word of its second line. More than is accepted needs no
/// room.
fn work_of(bytes: &[u8]) -> u8 {
    let line = bytes.split(|byte| *byte == b'\n').nth(1).unwrap_or_default();
    let word = line.rsplit(|byte| *byte == b' ').next().unwrap_or_default();
    let number = std::str::from_utf8(word).ok().and_then(|word| word.parse().ok());
    number.filter(|work| *work <= MOST_WORK).unwrap_or(0)
}

fn damaged(path: &Path, damage: Damage) -> Error {
    let path = path.into();
    Error::Damaged { path, damage }
}

#[cfg(test)]
#[path = "age_key_tests.rs"]
mod tests;
