//! What lies about a plan that was just locked: older copies, saved pages, and what a lock does not reach.

use std::io;
use std::path::{Path, PathBuf};

use crate::ask::{Asker, Reply, Said, Wish};
use crate::commands::delete::{Answer, ask_for_the_word};
use crate::commands::reach::Reach;
use crate::commands::sheet::printed;
use crate::error::Error;
use crate::store::{self, Brought, Store, file, key_path};
use crate::words::{fill, quoted, shown};

use super::names;
use super::talk::pick;

/// A locked plan, and what is said of the files around it.
pub(super) struct Rest<'a> {
    pub store: &'a Store,
    pub reach: &'a Reach<'a>,
}

impl Rest<'_> {
    /// Which files there are now.
    pub fn locked(&self) -> Result<String, Error> {
        let target = file::resolve(self.store.path())?;
        let (path, key) = (shown(&target), shown(&key_path(&target)));
        Ok(fill(&self.reach.words.lock.locked, &[("path", &path), ("key", &key)]))
    }

    /// Older copies that are not locked come under the passphrase, unless they are to go.
    pub fn older_copies(&self, asker: &mut dyn Asker) -> Result<String, Error> {
        let own = &self.reach.words.lock;
        let copies = self.store.plain_copies()?;
        if copies.is_empty() {
            return self.lock_copies();
        }
        let rows = [&own.older_lock, &own.older_remove];
        let ask = own.older_ask.of(copies.len());
        match pick("lock.older", &ask, &rows, self.listed(&copies), self.reach, asker)? {
            Reply::Given(1) => match self.is_sure("lock.older.sure", &own.older_sure, &copies, asker)? {
                Answer::Yes => {
                    let gone = self.store.remove_plain_copies(&copies)?;
                    Ok(self.came(&own.older_removed.of(gone.done), &gone))
                }
                Answer::No => self.lock_copies(),
                Answer::Hide => self.lock_behind(),
            },
            Reply::Wish(Wish::Hide) => self.lock_behind(),
            _ => self.lock_copies(),
        }
    }

    /// Brings them under the passphrase, and says how many; what failed is named.
    pub fn lock_copies(&self) -> Result<String, Error> {
        let locked = self.store.seal_copies()?;
        Ok(self.came(&self.reach.words.lock.older_locked.of(locked.done), &locked))
    }

    /// The screen is clean already: what takes a while is done behind it.
    fn lock_behind(&self) -> Result<String, Error> {
        // Nothing is said any more; what failed, the next lock names.
        drop(self.store.seal_copies());
        Err(Error::Hidden)
    }

    fn came(&self, done: &str, brought: &Brought) -> String {
        let mut said = Vec::new();
        if brought.done > 0 {
            said.push(done.to_string());
        }
        if !brought.failed.is_empty() {
            let command = format!("steadfast lock {}", quoted(self.store.path()));
            let paths = self.grouped(&brought.failed).join(", ");
            said.push(fill(
                &self.reach.words.lock.older_failed,
                &[("paths", &paths), ("command", &command)],
            ));
        }
        said.join("\n")
    }

    /// The pages that were saved from the plan go, or are named. One that is not as the plan left it may be anything:
    /// it stays.
    pub fn saved_pages(&self, asker: &mut dyn Asker) -> Result<String, Error> {
        let own = &self.reach.words.lock;
        let (ours, mut stay) = printed::saved_as_written(self.reach.plan, self.reach.words);
        if ours.is_empty() {
            return Ok(self.staying(&stay));
        }
        let ask = fill(&own.pages_ask, &[("paths", &names(&ours))]);
        let rows = [&own.pages_remove, &own.pages_keep];
        let answer = match pick("lock.pages", &ask, &rows, Vec::new(), self.reach, asker)? {
            Reply::Given(0) => self.is_sure("lock.pages.sure", &own.pages_sure, &ours, asker)?,
            Reply::Wish(Wish::Hide) => Answer::Hide,
            _ => Answer::No,
        };
        match answer {
            Answer::Yes => stay.extend(
                ours.into_iter()
                    .filter(|path| file::remove(path).is_err() && path.exists()),
            ),
            Answer::No => stay.extend(ours),
            Answer::Hide => return Err(Error::Hidden),
        }
        stay.sort();
        Ok(self.staying(&stay))
    }

    /// The pages that can still be read.
    pub fn staying(&self, pages: &[PathBuf]) -> String {
        match pages {
            [] => String::new(),
            _ => fill(&self.reach.words.lock.pages_stay, &[("paths", &names(pages))]),
        }
    }

    /// What stays open and can be named: a second name of what was locked (`second`, as it was before), and plans of the
    /// same family.
    pub fn not_reached(&self, second: &[PathBuf]) -> Result<Vec<String>, Error> {
        let own = &self.reach.words.lock;
        let relatives = store::plain_relatives(self.store.path())?;
        let told = [(&own.second_names, second), (&own.relatives, &relatives)];
        let told = told.into_iter().filter(|(_, paths)| !paths.is_empty());
        Ok(told
            .map(|(sentence, paths)| fill(sentence, &[("paths", &names(paths))]))
            .collect())
    }

    /// Asks for the word before these files go, each of them named.
    fn is_sure(&self, id: &str, sentence: &str, paths: &[PathBuf], asker: &mut dyn Asker) -> io::Result<Answer> {
        asker.say(&Said::plain(sentence).fresh())?;
        self.listed(paths).iter().try_for_each(|line| asker.say(line))?;
        ask_for_the_word(id, self.reach, asker)
    }

    fn listed(&self, paths: &[PathBuf]) -> Vec<Said> {
        let lines = self.grouped(paths).into_iter();
        lines.map(|line| Said::strong(format!("  {line}"))).collect()
    }

    /// Each file by its name; of the versions there are many, so their folder stands for them, with how many it is.
    fn grouped(&self, paths: &[PathBuf]) -> Vec<String> {
        let is_version = |path: &&PathBuf| is_in_folder_of_versions(path);
        let versions: Vec<&PathBuf> = paths.iter().filter(is_version).collect();
        let folder = versions.first().and_then(|path| path.parent()).map(shown);
        let counted = folder.map(|folder| {
            let many = self.reach.words.commands.delete.versions.of(versions.len());
            format!("{folder} ({many})")
        });
        let others = paths.iter().filter(|path| !is_version(path)).map(|path| shown(path));
        counted.into_iter().chain(others).collect()
    }
}

fn is_in_folder_of_versions(path: &Path) -> bool {
    let folder = path.parent().and_then(Path::extension);
    folder.is_some_and(|ending| ending == "before")
}
