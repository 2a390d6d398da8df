//! Pages as PDF: the HTML page, printed by a browser that is on the computer.
//!
//! The page lies in a folder that only its owner can open, beside where the PDF will be. The browser works in there
//! with an empty profile, offline, and the folder goes on every way out: [`remove_leftovers`] is for the way out of a signal, and
//! what even that could not reach (a power cut) goes the next time a page is printed beside it.

mod browser;

use std::fs::{self, DirBuilder};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread::sleep;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::error::{BrowserFault, Error, FileOperation};

/// How the private folder's name begins: it says nothing of the program to whoever sees it beside a page. No dot before
/// it: browsers in a snap cannot open hidden folders.
const PREFIX: &str = "printing-page-";

/// How long a browser may take: far longer than any needs, so that a hung one is known by it.
const LIMIT: Duration = Duration::from_secs(60);

/// How long the last parts of a browser may take to let go of their files.
const LETTING_GO: Duration = Duration::from_secs(3);

/// One look to the next at what the browser does.
const LOOK: Duration = Duration::from_millis(20);

/// What is being printed now.
static NOW: Mutex<Option<BrowserRun>> = Mutex::new(None);

/// One page at a time: a browser takes a computer's whole strength for a second.
static ONE: Mutex<()> = Mutex::new(());

/// The page as a PDF, as the browser prints it: `browser`, or the first that is found. It works inside `folder`, which
/// must be there.
///
/// # Errors
/// [`Error::NoBrowser`] and [`Error::Browser`]; [`Error::Io`] where the folder cannot be written or tidied.
pub fn pdf(html: &str, folder: &Path, browser: Option<&Path>) -> Result<Vec<u8>, Error> {
    print(html, folder, &browser::find(browser)?, LIMIT)
}

/// Ends what is being printed and takes it away, for a process that ends in the next moment: nothing can be printed
/// after it.
pub fn remove_leftovers() {
    let mut now = lock(&NOW);
    drop(now.take());
    std::mem::forget(now);
}

fn print(html: &str, folder: &Path, browser: &Path, limit: Duration) -> Result<Vec<u8>, Error> {
    let _one = lock(&ONE);
    let folder = match folder.as_os_str().is_empty() {
        true => Path::new("."),
        false => folder,
    };
    let folder = std::path::absolute(folder).map_err(|error| Error::io(FileOperation::MakingFolder, folder, &error))?;
    remove_old_leftovers(&folder, LIMIT * 10);
    let path = start_browser(html, &folder, browser)?;
    let made = wait_for_browser(browser, limit).and_then(|()| read_pdf(&path.join("page.pdf"), browser));
    let printing = lock(&NOW).take();
    if let Some(printing) = printing {
        printing.end()?;
    }
    made
}

/// A page on its way through a browser. Dropped, it ends the browser and takes its folder away.
struct BrowserRun {
    folder: TempDir,
    browser: Option<Child>,
}

impl BrowserRun {
    /// # Errors
    /// Where something of it cannot be taken away.
    fn end(mut self) -> Result<(), Error> {
        self.stop()
    }

    /// Ends the browser and takes the folder away; parts of a browser may outlive it by a moment and hold on to it.
    fn stop(&mut self) -> Result<(), Error> {
        if let Some(mut browser) = self.browser.take() {
            end_all(&mut browser);
        }
        let path = self.folder.path();
        // The page itself first: it goes even where something of the browser stays.
        let _ = fs::remove_file(path.join("page.html"));
        let _ = fs::remove_file(path.join("page.pdf"));
        let began = Instant::now();
        loop {
            match fs::remove_dir_all(path) {
                Ok(()) => return Ok(()),
                Err(error) if error.kind() == io::ErrorKind::NotFound && !path.exists() => return Ok(()),
                Err(error) if began.elapsed() > LETTING_GO => {
                    return Err(Error::io(FileOperation::Removing, path, &error));
                }
                Err(_) => sleep(LOOK),
            }
        }
    }
}

impl Drop for BrowserRun {
    fn drop(&mut self) {
        // On the way out nobody can be told any more.
        let _ = self.stop();
    }
}

/// Ends a browser with every process it started.
fn end_all(browser: &mut Child) {
    #[cfg(unix)]
    {
        use rustix::process::{Pid, Signal, kill_process_group};
        let _ = kill_process_group(Pid::from_child(browser), Signal::KILL);
    }
    let _ = browser.kill();
    let _ = browser.wait();
}

/// Makes the private folder, puts the page into it and starts the browser. Gives the folder's path.
fn start_browser(html: &str, folder: &Path, browser: &Path) -> Result<PathBuf, Error> {
    // Held from the first file to the browser's start, so that `remove_leftovers` finds all of it or nothing.
    let mut now = lock(&NOW);
    let folder = private_folder(folder).map_err(|error| Error::io(FileOperation::MakingFolder, folder, &error))?;
    let path = folder.path().to_path_buf();
    let printing = now.insert(BrowserRun { folder, browser: None });
    let begun = start(html, &path, browser);
    match begun {
        Ok(child) => printing.browser = Some(child),
        Err(error) => {
            *now = None;
            return Err(error);
        }
    }
    Ok(path)
}

fn private_folder(folder: &Path) -> io::Result<TempDir> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(PREFIX);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(fs::Permissions::from_mode(0o700));
    }
    builder.tempdir_in(folder)
}

fn start(html: &str, private: &Path, browser: &Path) -> Result<Child, Error> {
    let (page, profile) = (private.join("page.html"), private.join("profile"));
    let kept = DirBuilder::new()
        .create(&profile)
        .and_then(|()| create_private(&page)?.write_all(html.as_bytes()));
    kept.map_err(|error| Error::io(FileOperation::Saving, &page, &error))?;
    let mut command = Command::new(browser);
    command
        .args(browser::arguments(&page, &private.join("page.pdf"), &profile))
        .env_clear()
        .envs(browser::surroundings(browser, private))
        .current_dir(private)
        // What a browser says names files, and is of no use to a family.
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    #[cfg(unix)]
    {
        // A group of its own: it can be ended whole, and Ctrl-C reaches it through `remove_leftovers` alone.
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
    }
    command
        .spawn()
        .map_err(|error| fault(browser, BrowserFault::NotStarted(error.kind())))
}

fn create_private(path: &Path) -> io::Result<fs::File> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    }
    options.open(path)
}

/// Waits until the browser is done.
fn wait_for_browser(browser: &Path, limit: Duration) -> Result<(), Error> {
    let began = Instant::now();
    loop {
        let child = lock(&NOW)
            .as_mut()
            .and_then(|printing| printing.browser.as_mut()?.try_wait().transpose());
        match child {
            Some(Ok(_)) => return Ok(()),
            Some(Err(error)) => return Err(fault(browser, BrowserFault::NotStarted(error.kind()))),
            None if began.elapsed() > limit => {
                let seconds = limit.as_secs();
                return Err(fault(browser, BrowserFault::TooLong { seconds }));
            }
            None => sleep(LOOK),
        }
    }
}

/// What the browser made, if it is a whole PDF.
fn read_pdf(path: &Path, browser: &Path) -> Result<Vec<u8>, Error> {
    // A pipe would be waited on for ever.
    let is_file = path.symlink_metadata().is_ok_and(|facts| facts.is_file());
    let made = is_file.then(|| fs::read(path).ok()).flatten().unwrap_or_default();
    match made.starts_with(b"%PDF-") && made.trim_ascii_end().ends_with(b"%%EOF") {
        true => Ok(made),
        false => Err(fault(browser, BrowserFault::NoPage)),
    }
}

fn fault(path: &Path, what: BrowserFault) -> Error {
    let path = path.to_path_buf();
    Error::Browser { path, what }
}

/// Takes away what a process left that was cut off: our own folders, older than any browser may run.
fn remove_old_leftovers(folder: &Path, age: Duration) {
    let is_old = |path: &&PathBuf| {
        let made = fs::metadata(path).and_then(|made| made.modified()).ok();
        made.and_then(|at| at.elapsed().ok()).is_some_and(|since| since > age)
    };
    for left in printing_folders(folder).iter().filter(is_old) {
        let _ = fs::remove_dir_all(left);
    }
}

/// The folders in `folder` in which a browser works or worked. One of that name in which no browser could have worked is
/// somebody's own.
pub fn printing_folders(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let named = entry.file_name().to_string_lossy().starts_with(PREFIX);
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        if named && is_folder && entry.path().join("profile").is_dir() {
            found.push(entry.path());
        }
    }
    found.sort();
    found
}

/// Takes one of them away.
///
/// # Errors
/// Something in it cannot be removed.
pub fn remove_printing_folder(folder: &Path) -> Result<(), Error> {
    fs::remove_dir_all(folder).map_err(|error| Error::io(FileOperation::Removing, folder, &error))
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests;
