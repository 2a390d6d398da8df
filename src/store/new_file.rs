//! A file on its way to its place: without a name until it is whole where the system can do that, so that nothing of it
//! stays behind whatever ends the program; else under the name of an unfinished file.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use tempfile::TempPath;

use super::folder::{folder_of, keep_owner, make_private_file};
use super::unfinished::{SUFFIX, note, unfinished_prefix};

/// A new file for the place of `target`, which nobody but its owner can read. Dropped, it is gone.
pub(super) struct NewFile {
    file: File,
    /// Where it lies meanwhile, if it has a name.
    name: Option<TempPath>,
    target: PathBuf,
}

/// How long, in milliseconds, a file that another program holds for a moment is waited for: on Windows, what looks for
/// viruses or copies a folder elsewhere opens a file just after it was written. Nowhere else does that stand in the way.
const PAUSES: &[u64] = match cfg!(windows) {
    true => &[10, 20, 40, 80, 160, 250, 250, 250],
    false => &[],
};

impl NewFile {
    /// One in the folder of `target`. It belongs to whom `target` belongs: a save never changes whose a file is.
    pub(super) fn beside(target: &Path) -> io::Result<Self> {
        let (file, name) = match nameless(folder_of(target)) {
            Some(file) => (file, None),
            None => {
                let (file, name) = named(target)?;
                (file, Some(name))
            }
        };
        // It was made with 0600; a umask may have taken even the owner's bits away.
        make_private_file(&file)?;
        keep_owner(&file, target)?;
        Ok(Self {
            file,
            name,
            target: target.into(),
        })
    }

    pub(super) fn write(&mut self, content: &[u8]) -> io::Result<()> {
        self.file.write_all(content)
    }

    pub(super) fn sync(&self) -> io::Result<()> {
        self.file.sync_all()
    }

    /// What is in it now.
    pub(super) fn read(&mut self) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        self.file.seek(SeekFrom::Start(0))?;
        self.file.read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// Puts it where nothing is yet.
    ///
    /// # Errors
    /// `AlreadyExists`, a link that leads nowhere among it.
    pub(super) fn put_new(mut self) -> io::Result<()> {
        let target = self.target.clone();
        if self.name.is_none() {
            match link_nameless(&self.file, &target) {
                Err(error) if error.kind() != io::ErrorKind::AlreadyExists => {}
                put => return put,
            }
        }
        self.named()?.persist_noclobber(&target).map_err(|failed| failed.error)
    }

    /// Puts it in the place of what is there; a link is replaced and not followed.
    pub(super) fn put_over(mut self) -> io::Result<()> {
        let mut name = self.named()?;
        let mut pauses = PAUSES.iter();
        loop {
            let failed = match name.persist(&self.target) {
                Ok(()) => return Ok(()),
                Err(failed) => failed,
            };
            match pauses.next() {
                Some(pause) if failed.error.kind() == io::ErrorKind::PermissionDenied => {
                    std::thread::sleep(Duration::from_millis(*pause));
                    name = failed.path;
                }
                _ => return Err(failed.error),
            }
        }
    }

    /// Changes places with what is there, and hands back where that lies now; it goes when that is dropped. `None`
    /// where the system cannot do that: nothing was done.
    pub(super) fn swap(&mut self) -> io::Result<Option<TempPath>> {
        let name = self.named()?;
        match exchange(&name, &self.target) {
            Ok(true) => Ok(Some(name)),
            Ok(false) => {
                self.name = Some(name);
                Ok(None)
            }
            Err(error) => Err(error),
        }
    }

    /// Its name, which it gets now if it has none.
    fn named(&mut self) -> io::Result<TempPath> {
        if let Some(name) = self.name.take() {
            return Ok(name);
        }
        if let Ok(name) = name_for(&self.target, |path| link_nameless(&self.file, path)) {
            return Ok(name);
        }
        // There are folders where a file without a name can never have one.
        let content = self.read()?;
        let (mut file, name) = named(&self.target)?;
        make_private_file(&file)?;
        keep_owner(&file, &self.target)?;
        file.write_all(&content)?;
        file.sync_all()?;
        Ok(name)
    }
}

fn named(target: &Path) -> io::Result<(File, TempPath)> {
    let mut builder = tempfile::Builder::new();
    let prefix = unfinished_prefix(target);
    let new = builder.prefix(&prefix).suffix(SUFFIX).tempfile_in(folder_of(target))?;
    note(new.path());
    Ok(new.into_parts())
}

/// A free name beside `target` for what `make` puts there.
fn name_for(target: &Path, mut make: impl FnMut(&Path) -> io::Result<()>) -> io::Result<TempPath> {
    let mut builder = tempfile::Builder::new();
    let prefix = unfinished_prefix(target);
    let made = builder
        .prefix(&prefix)
        .suffix(SUFFIX)
        .make_in(folder_of(target), |path| {
            note(path);
            make(path)
        });
    made.map(tempfile::NamedTempFile::into_temp_path)
}

#[cfg(target_os = "linux")]
fn nameless(folder: &Path) -> Option<File> {
    use rustix::fs::{Mode, OFlags, open};
    // By this path it gets its name.
    if !Path::new(OPEN_FILES).is_dir() {
        return None;
    }
    let flags = OFlags::TMPFILE | OFlags::RDWR | OFlags::CLOEXEC;
    open(folder, flags, Mode::RUSR | Mode::WUSR).ok().map(File::from)
}

#[cfg(target_os = "linux")]
const OPEN_FILES: &str = "/proc/self/fd";

#[cfg(target_os = "linux")]
fn link_nameless(file: &File, path: &Path) -> io::Result<()> {
    use rustix::fs::{AtFlags, CWD, linkat};
    use std::os::fd::AsRawFd;
    let open = format!("{OPEN_FILES}/{}", file.as_raw_fd());
    Ok(linkat(CWD, open, CWD, path, AtFlags::SYMLINK_FOLLOW)?)
}

/// Lets two files change places; false where the system cannot do that.
#[cfg(target_os = "linux")]
pub(super) fn exchange(one: &Path, other: &Path) -> io::Result<bool> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    match renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(true),
        Err(Errno::INVAL | Errno::NOSYS | Errno::OPNOTSUPP) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

#[cfg(not(target_os = "linux"))]
fn nameless(_: &Path) -> Option<File> {
    None
}

#[cfg(not(target_os = "linux"))]
fn link_nameless(_: &File, _: &Path) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}

#[cfg(not(target_os = "linux"))]
pub(super) fn exchange(_: &Path, _: &Path) -> io::Result<bool> {
    Ok(false)
}
