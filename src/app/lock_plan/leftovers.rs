//! What lies about a plan that was just locked: older copies, saved pages, and what a lock does not reach.

use std::path::{Path, PathBuf};

use crate::app::belongings::others_copies;
use crate::app::publish::print_log;
use crate::app::{Confirmation, confirm_by_word};
use crate::error::Error;
use crate::prompt::{Message, Prompter};
use crate::session::{Dialog, answer_in_command};
use crate::store::{self, CopiesHandled, Store, file, key_path};
use crate::words::{display_path, fill_placeholders, quote_path};

use super::names;
use super::passphrase_dialog::pick;

/// A locked plan, and what is said of the files around it.
pub struct Leftovers<'a> {
    /// The plan file and what is beside it.
    pub store: &'a Store,
    /// How the person is asked.
    pub dialog: &'a Dialog<'a>,
}

impl Leftovers<'_> {
    /// Which files there are now.
    pub fn locked(&self) -> Result<String, Error> {
        let target = file::resolve(self.store.path())?;
        let (path, key) = (display_path(&target), display_path(&key_path(&target)));
        Ok(fill_placeholders(
            self.dialog.words.lock.locked,
            &[("path", &path), ("key", &key)],
        ))
    }

    /// Older copies come under the passphrase; it is said how many, and what failed is named.
    pub fn lock_copies(&self) -> Result<String, Error> {
        let locked = self.store.encrypt_copies()?;
        Ok(self.came(&self.dialog.words.lock.older_locked.of(locked.done), &locked))
    }

    fn came(&self, done: &str, brought: &CopiesHandled) -> String {
        let mut said = Vec::new();
        if brought.done > 0 {
            said.push(done.to_string());
        }
        if !brought.failed.is_empty() {
            let command = format!("steadfast lock {}", quote_path(self.store.path()));
            let paths = self.grouped(&brought.failed).join(", ");
            said.push(fill_placeholders(
                self.dialog.words.lock.older_failed,
                &[("paths", &paths), ("command", &command)],
            ));
        }
        said.join("\n")
    }

    /// The pages that were saved from the plan go, or are named. One that is not as the plan left it may be anything:
    /// it stays.
    pub fn saved_pages(&self, prompter: &mut dyn Prompter) -> Result<String, Error> {
        let own = &self.dialog.words.lock;
        let (ours, mut stay) = print_log::saved_pages_by_change(self.dialog.plan, self.dialog.words);
        if ours.is_empty() {
            return Ok(self.staying(&stay));
        }
        let ask = fill_placeholders(own.pages_ask, &[("paths", &names(&ours))]);
        let rows = [own.pages_remove, own.pages_keep];
        let row = answer_in_command(pick("lock.pages", &ask, &rows, Vec::new(), self.dialog, prompter))?;
        let answer = match row {
            Some(0) => self.is_sure("lock.pages.sure", own.pages_sure, &ours, prompter)?,
            _ => Confirmation::No,
        };
        match answer {
            Confirmation::Yes => stay.extend(
                ours.into_iter()
                    .filter(|path| file::remove(path).is_err() && path.exists()),
            ),
            Confirmation::No => stay.extend(ours),
            Confirmation::Hide => return Err(Error::Hidden),
        }
        stay.sort();
        Ok(self.staying(&stay))
    }

    /// The pages that can still be read.
    pub fn staying(&self, pages: &[PathBuf]) -> String {
        match pages {
            [] => String::new(),
            _ => fill_placeholders(self.dialog.words.lock.pages_stay, &[("paths", &names(pages))]),
        }
    }

    /// What stays open and can be named: a second name of what was locked (`second`, as it was before), plans of the same
    /// family, and what others left of the plan.
    pub fn not_reached(&self, second: &[PathBuf]) -> Result<Vec<String>, Error> {
        let own = &self.dialog.words.lock;
        let relatives = store::plain_relatives(self.store.path())?;
        let others = others_copies(self.store.path())?;
        let told = [
            (own.second_names, second),
            (own.relatives, &relatives),
            (own.others, &others),
        ];
        let told = told.into_iter().filter(|(_, paths)| !paths.is_empty());
        Ok(told
            .map(|(sentence, paths)| fill_placeholders(sentence, &[("paths", &names(paths))]))
            .collect())
    }

    /// Asks for the word before these files go, each of them named.
    fn is_sure(
        &self,
        id: &str,
        sentence: &str,
        paths: &[PathBuf],
        prompter: &mut dyn Prompter,
    ) -> Result<Confirmation, Error> {
        prompter.show(&Message::plain(sentence).fresh())?;
        self.listed(paths).iter().try_for_each(|line| prompter.show(line))?;
        confirm_by_word(id, self.dialog, prompter)
    }

    fn listed(&self, paths: &[PathBuf]) -> Vec<Message> {
        let lines = self.grouped(paths).into_iter();
        lines.map(|line| Message::strong(format!("  {line}"))).collect()
    }

    /// Each file by its name; of the versions there are many, so their folder stands for them, with how many it is.
    fn grouped(&self, paths: &[PathBuf]) -> Vec<String> {
        let is_version = |path: &&PathBuf| is_in_folder_of_versions(path);
        let versions: Vec<&PathBuf> = paths.iter().filter(is_version).collect();
        let folder = versions.first().and_then(|path| path.parent()).map(display_path);
        let counted = folder.map(|folder| {
            let many = self.dialog.words.commands.delete.versions.of(versions.len());
            format!("{folder} ({many})")
        });
        let others = paths
            .iter()
            .filter(|path| !is_version(path))
            .map(|path| display_path(path));
        counted.into_iter().chain(others).collect()
    }
}

fn is_in_folder_of_versions(path: &Path) -> bool {
    let folder = path.parent().and_then(Path::extension);
    folder.is_some_and(|ending| ending == "before")
}
