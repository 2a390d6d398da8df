//! Every call that a save makes fails once, in every way: the old file or the new, never another.

use super::disk::{Disk, RealDisk};
use super::new_file::NewFile;
use super::sample::{LISTS, SamplePlan};
use super::*;
use std::cell::Cell;
use std::os::unix::fs::PermissionsExt;
use std::rc::Rc;
use tempfile::TempPath;

/// How a call fails.
#[derive(Clone, Copy, Debug, PartialEq)]
enum How {
    Refuses(io::ErrorKind),
    /// Writes half and says that it was all; puts nothing in its place and says that it did.
    Lies,
    /// The program is gone: this call and all after it do nothing.
    Dies,
}

/// A disk whose nth call fails.
struct Failing {
    calls: Rc<Cell<usize>>,
    nth: usize,
    how: How,
    swaps: bool,
}

impl Failing {
    /// True if this call is not to be done; what it says instead.
    fn now(&self) -> Option<io::Result<()>> {
        self.calls.set(self.calls.get() + 1);
        let call = self.calls.get();
        match self.how {
            How::Refuses(kind) if call == self.nth => Some(Err(kind.into())),
            How::Lies if call == self.nth => Some(Ok(())),
            How::Dies if call >= self.nth => Some(Err(io::ErrorKind::Other.into())),
            _ => None,
        }
    }

    fn then(&self, real: impl FnOnce() -> io::Result<()>) -> io::Result<()> {
        self.now().unwrap_or_else(real)
    }

    /// What hands something back cannot lie.
    fn hands<T>(&self, real: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
        match self.now() {
            Some(Err(error)) => Err(error),
            _ => real(),
        }
    }
}

impl Disk for Failing {
    fn make_folder(&self, folder: &Path) -> Result<(), Error> {
        let failed = |error| Error::io(FileOperation::MakingFolder, folder, &error);
        self.hands(|| Ok(())).map_err(failed)?;
        RealDisk.make_folder(folder)
    }

    fn create_beside(&self, target: &Path) -> io::Result<NewFile> {
        self.hands(|| RealDisk.create_beside(target))
    }

    fn write(&self, file: &mut NewFile, content: &[u8]) -> io::Result<()> {
        match self.now() {
            Some(Ok(())) => RealDisk.write(file, &content[..content.len() / 2]),
            Some(Err(error)) => Err(error),
            None => RealDisk.write(file, content),
        }
    }

    fn sync(&self, file: &NewFile) -> io::Result<()> {
        self.then(|| RealDisk.sync(file))
    }

    fn read(&self, file: &mut NewFile) -> io::Result<Vec<u8>> {
        self.hands(|| RealDisk.read(file))
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.then(|| RealDisk.link(from, to))
    }

    fn put_new(&self, file: NewFile) -> io::Result<()> {
        self.hands(|| Ok(()))?;
        RealDisk.put_new(file)
    }

    fn put_over(&self, file: NewFile) -> io::Result<()> {
        self.hands(|| Ok(()))?;
        RealDisk.put_over(file)
    }

    fn swap(&self, file: &mut NewFile) -> io::Result<Option<TempPath>> {
        // A disk that cannot swap is asked to put the file over.
        if !self.swaps {
            return Ok(None);
        }
        self.hands(|| RealDisk.swap(file))
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.then(|| RealDisk.sync_folder(folder))
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.then(|| RealDisk.remove(path))
    }
}

fn plan(about: &str) -> SamplePlan {
    SamplePlan {
        about: Some(about.into()),
        ..SamplePlan::default()
    }
}

/// A save of "new" over "old" whose nth call fails; whether one did.
fn save(nth: usize, how: How, swaps: bool) -> bool {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.json");
    let (mut store, _) = Store::open::<SamplePlan>(&path, LISTS).unwrap();
    store.save(&plan("older")).unwrap();
    store.save(&plan("old")).unwrap();
    let (old, calls) = (std::fs::read(&path).unwrap(), Rc::new(Cell::new(0)));
    store.disk = Box::new(Failing {
        calls: calls.clone(),
        nth,
        how,
        swaps,
    });
    let saved = store.save(&plan("new"));
    let failed = calls.get() >= nth;
    drop(store);

    let text = std::fs::read(&path).unwrap();
    let is_new = text != old;
    let about = |path: &Path| match Store::open::<SamplePlan>(path, LISTS).unwrap().1 {
        Opened::Found { plan, .. } => plan.about.unwrap(),
        Opened::Missing => panic!("missing"),
    };
    assert_eq!(about(&path), if is_new { "new" } else { "old" }, "{nth} {how:?}");
    match saved {
        Ok(()) => assert!(is_new, "{nth} {how:?}: said to be saved"),
        Err(error) => assert_eq!(error.is_only_unsynced(), is_new, "{nth} {how:?}: {error}"),
    }
    let mode = std::fs::metadata(&path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode, 0o600, "{nth} {how:?}");
    assert_eq!(file::leftovers(&path).unwrap(), [] as [PathBuf; 0], "{nth} {how:?}");
    if is_new {
        let newest = versions(&path).unwrap().remove(0);
        assert_eq!(about(&newest.path), "old", "{nth} {how:?}");
    }
    // The next save works, and leaves each state once.
    let (mut store, _) = Store::open::<SamplePlan>(&path, LISTS).unwrap();
    store.save(&plan("newest")).unwrap();
    assert_eq!(about(&path), "newest");
    let mut said: Vec<String> = versions(&path).unwrap().iter().map(|it| about(&it.path)).collect();
    let all = said.len();
    said.dedup();
    assert_eq!(said.len(), all, "{nth} {how:?}: {said:?}");
    failed
}

#[test]
fn whichever_call_fails_the_old_file_or_the_new_is_there_and_nothing_else() {
    use io::ErrorKind::{Other, PermissionDenied, StorageFull};
    let ways = [Other, PermissionDenied, StorageFull].map(How::Refuses);
    for how in ways.into_iter().chain([How::Lies, How::Dies]) {
        for swaps in [true, false] {
            let calls = (1..).take_while(|nth| save(*nth, how, swaps)).count();
            assert!(calls > 6, "{how:?}: only {calls} calls");
        }
    }
}
