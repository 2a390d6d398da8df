//! The key that a program without encryption cannot have: nobody can make one, so nothing is ever done with it.

use std::convert::Infallible;
use std::path::Path;

use secrecy::SecretString;
use zeroize::Zeroizing;

use crate::error::Error;

/// No key.
#[derive(Clone)]
pub struct NoKey(Infallible);

impl NoKey {
    pub(in crate::store) fn file(&self) -> &[u8] {
        match self.0 {}
    }

    pub(in crate::store) fn new_file(_: &Path, _: &SecretString) -> Result<Vec<u8>, Error> {
        Err(Error::NoEncryption)
    }

    /// Never called.
    ///
    /// # Errors
    /// None.
    pub fn encrypt_key(&self, _: &Path, _: &SecretString) -> Result<Vec<u8>, Error> {
        match self.0 {}
    }

    /// No key file can be opened.
    ///
    /// # Errors
    /// [`Error::NoEncryption`].
    pub fn decrypt_key(_: &Path, _: &[u8], _: &SecretString) -> Result<Self, Error> {
        Err(Error::NoEncryption)
    }

    /// Never called.
    ///
    /// # Errors
    /// None.
    pub fn encrypt(&self, _: &Path, _: &[u8]) -> Result<Vec<u8>, Error> {
        match self.0 {}
    }

    /// Never called.
    ///
    /// # Errors
    /// None.
    pub fn decrypt(&self, _: &Path, _: &[u8]) -> Result<Zeroizing<Vec<u8>>, Error> {
        match self.0 {}
    }
}

/// Whether this program can lock a plan, and open one that is locked: it cannot.
///
/// # Errors
/// [`Error::NoEncryption`].
pub fn check_encryption() -> Result<(), Error> {
    Err(Error::NoEncryption)
}
