//! What belongs to a plan and is not its own file: pages that were saved, and pages that were never finished.

use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::app::publish::print_log::saved_pages;
use crate::error::Error;
use crate::plan::Plan;
use crate::sheets;
use crate::store::{self, FileRole, PlanFile, file};

/// No page is under way for so long: what is older was left by a kill.
const OLD: Duration = Duration::from_secs(600);

/// What there is of a plan besides what [`store::files`] names.
#[derive(Debug, Default)]
pub struct Belongings {
    /// Pages that were saved from it and are still there.
    pub pages: Vec<PathBuf>,
    /// What was left of pages that were never finished: files, and folders in which a browser worked.
    pub unfinished: Vec<PathBuf>,
}

impl Belongings {
    /// Those of this plan, as far as it is known.
    pub fn of(path: &Path, plan: Option<&Plan>) -> Self {
        let own = store::files(path).unwrap_or_default();
        let mut unfinished = unfinished_pages(path, plan);
        unfinished.retain(|path| own.iter().all(|file| file.path != *path));
        Self {
            pages: plan.map(saved_pages).unwrap_or_default(),
            unfinished,
        }
    }

    /// Takes away what was never finished.
    ///
    /// # Errors
    /// Something cannot be removed.
    pub fn remove_unfinished(&self) -> Result<(), Error> {
        self.unfinished.iter().try_for_each(|path| remove(path))
    }
}

/// Takes away what a kill left of pages long ago, beside the plan and wherever pages of it lie.
pub fn sweep(path: &Path, plan: &Plan) {
    let is_old = |path: &&PathBuf| {
        let made = path.symlink_metadata().and_then(|facts| facts.modified());
        made.is_ok_and(|made| made.elapsed().is_ok_and(|age| age > OLD))
    };
    let left = unfinished_pages(path, Some(plan));
    left.iter().filter(is_old).for_each(|path| drop(remove(path)));
}

fn remove(path: &Path) -> Result<(), Error> {
    match path.is_dir() && !path.is_symlink() {
        true => sheets::remove_printing_folder(path),
        false => file::remove(path),
    }
}

fn unfinished_pages(path: &Path, plan: Option<&Plan>) -> Vec<PathBuf> {
    let printed = plan.map(|plan| plan.printed.as_slice()).unwrap_or_default();
    let printed = printed.iter().filter_map(|note| note.path.as_deref().map(Path::new));
    let plan = file::resolve(path).ok();
    let folders = printed
        .chain(plan.as_deref())
        .filter_map(Path::parent)
        .filter(|folder| folder.is_absolute());
    let mut folders: Vec<&Path> = folders.collect();
    folders.sort();
    folders.dedup();
    let left = |folder: &&Path| [sheets::printing_folders(folder), file::unfinished_in(folder)].concat();
    folders.iter().flat_map(left).collect()
}

/// What others may have left of the plan at `path`: beside it, and among its versions.
///
/// # Errors
/// A folder cannot be read.
pub fn others_copies(path: &Path) -> Result<Vec<PathBuf>, Error> {
    let others = |file: &PlanFile| matches!(file.role, FileRole::OthersCopy | FileRole::Stranger);
    let found = store::files(path)?.into_iter().filter(others);
    Ok(found.map(|file| file.path).collect())
}
