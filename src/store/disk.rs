//! The few things a save asks of a disk, so that a test can be a disk that fails.

use super::folder::{make_folder, sync_folder};
use super::new_file::NewFile;
use crate::error::Error;
use std::fs;
use std::io;
use std::path::Path;
use tempfile::TempPath;

/// What a save asks for, in the order in which it asks.
pub(super) trait Disk {
    /// Makes the folder for its owner only, if it is missing.
    fn make_folder(&self, folder: &Path) -> Result<(), Error>;
    /// A new file for the place of `target` that nobody else can read. Dropping it removes it.
    fn create_beside(&self, target: &Path) -> io::Result<NewFile>;
    /// Writes everything.
    fn write(&self, file: &mut NewFile, content: &[u8]) -> io::Result<()>;
    /// Sees what was written to the disk.
    fn sync(&self, file: &NewFile) -> io::Result<()>;
    /// Reads a file back.
    fn read(&self, file: &mut NewFile) -> io::Result<Vec<u8>>;
    /// Gives a file a second name.
    fn link(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Puts the new file where nothing is.
    fn put_new(&self, file: NewFile) -> io::Result<()>;
    /// Puts the new file in the place of what is there.
    fn put_over(&self, file: NewFile) -> io::Result<()>;
    /// The same, and hands back where what was there lies now; `None` where that cannot be done, with nothing changed.
    fn swap(&self, file: &mut NewFile) -> io::Result<Option<TempPath>>;
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

    fn create_beside(&self, target: &Path) -> io::Result<NewFile> {
        NewFile::beside(target)
    }

    fn write(&self, file: &mut NewFile, content: &[u8]) -> io::Result<()> {
        file.write(content)
    }

    fn sync(&self, file: &NewFile) -> io::Result<()> {
        file.sync()
    }

    fn read(&self, file: &mut NewFile) -> io::Result<Vec<u8>> {
        file.read()
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::hard_link(from, to)
    }

    fn put_new(&self, file: NewFile) -> io::Result<()> {
        file.put_new()
    }

    fn put_over(&self, file: NewFile) -> io::Result<()> {
        file.put_over()
    }

    fn swap(&self, file: &mut NewFile) -> io::Result<Option<TempPath>> {
        file.swap()
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        sync_folder(folder)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }
}
