//! The few things a save asks of a disk, so that a test can be a disk that fails.

use super::folder::{make_folder, sync_folder};
use super::unfinished::beside;
use crate::error::Error;
use std::fs;
use std::io::{self, Write};
use std::path::Path;
use tempfile::NamedTempFile;

/// What a save asks for, in the order in which it asks.
pub(super) trait Disk {
    /// Makes the folder for its owner only, if it is missing.
    fn make_folder(&self, folder: &Path) -> Result<(), Error>;
    /// A new file beside `target` that nobody else can read. Dropping it removes it.
    fn create_beside(&self, target: &Path) -> io::Result<NamedTempFile>;
    /// Writes everything.
    fn write(&self, file: &mut NamedTempFile, content: &[u8]) -> io::Result<()>;
    /// Sees what was written to the disk.
    fn sync(&self, file: &NamedTempFile) -> io::Result<()>;
    /// Reads a file back.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;
    /// Gives a file a second name.
    fn link(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Puts the new file in the place of `target`.
    fn rename_over(&self, file: NamedTempFile, target: &Path) -> io::Result<()>;
    /// Makes a new name outlast a power cut.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;
    /// Removes a file.
    fn remove(&self, path: &Path) -> io::Result<()>;
}

/// The disk of this computer.
pub(super) struct RealDisk;

impl Disk for RealDisk {
    fn make_folder(&self, folder: &Path) -> Result<(), Error> {
        make_folder(folder)
    }

    fn create_beside(&self, target: &Path) -> io::Result<NamedTempFile> {
        beside(target)
    }

    fn write(&self, file: &mut NamedTempFile, content: &[u8]) -> io::Result<()> {
        file.write_all(content)
    }

    fn sync(&self, file: &NamedTempFile) -> io::Result<()> {
        file.as_file().sync_all()
    }

    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        fs::read(path)
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::hard_link(from, to)
    }

    fn rename_over(&self, file: NamedTempFile, target: &Path) -> io::Result<()> {
        file.persist(target).map(drop).map_err(|error| error.error)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        sync_folder(folder)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }
}
