//! `lock`: puts a plan under a passphrase, or takes it out again.

mod talk;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};

use crate::ask::{Asker, Put, Reply, Said, Wish};
use crate::error::Error;
use crate::plan::Plan;
use crate::sheets;
use crate::store::{Store, file, key_path};
use crate::words::{Words, fill, shown};

use super::reach::Reach;
use super::sheet::free;
use super::sheet::printed::saved;
use super::{Errand, Exit, open_to_write, unlock};
use talk::pick;

/// Locks the plan, or with `off` takes the lock off. With a passphrase from a file nothing is asked, and older copies
/// come under it too.
///
/// # Errors
/// As [`open_to_write`] and [`Store::seal`]; [`Error::Hidden`] where the person went away at once; the terminal failed.
pub fn lock(off: bool, errand: &mut Errand) -> Result<Exit, Error> {
    let (mut store, plan, _) = open_to_write(errand)?;
    if off {
        return take_off(&mut store, &plan, errand);
    }
    let own = &errand.words.lock;
    if store.key().is_some() {
        let command = format!("{} --off", errand.command_for("lock"));
        errand.tell(&fill(&own.already, &[("command", &command)]))?;
        return Ok(Exit::Done);
    }
    if let Some(path) = errand.passphrase.clone() {
        store.seal(&unlock::from_file(&path)?)?;
        let mut said = vec![locked(&store, errand.words)?];
        said.push(older(&own.older_locked, store.seal_copies()?));
        said.push(staying(&saved(&plan), errand.words));
        said.push(own.reach.clone());
        said.retain(|line| !line.is_empty());
        errand.tell(&said.join("\n"))?;
        return Ok(Exit::Done);
    }
    let reach = Reach::new(&plan, errand.words, errand.today);
    let mut asker = errand.asker()?;
    if let Reply::Wish(_) = by_hand(&mut store, &reach, asker.as_mut())? {
        errand.tell(&own.unchanged)?;
    }
    Ok(Exit::Done)
}

/// Locks a plan, or the one that is about to begin, in talk with a person. A wish means that nothing was changed.
///
/// # Errors
/// As [`Store::seal`]; the terminal failed; [`Error::Hidden`] where the person went away at once, before or after it was
/// locked.
pub fn by_hand(store: &mut Store, reach: &Reach, asker: &mut dyn Asker) -> Result<Reply<()>, Error> {
    let words = reach.words;
    let before = Reach {
        help: &words.lock.lock_help,
        ..*reach
    };
    let passphrase = match talk::passphrase(&before, asker)? {
        Reply::Given(passphrase) => passphrase,
        Reply::Wish(Wish::Hide) => return Err(Error::Hidden),
        Reply::Wish(wish) => return Ok(Reply::Wish(wish)),
    };
    store.seal(&passphrase)?;
    // From here on it is locked: a wish to go leaves the older copies to be told of.
    let mut said = vec![locked(store, words)?];
    said.push(older_copies(store, reach, asker)?);
    said.push(saved_pages(reach, asker)?);
    said.push(recovery(store, reach, asker)?);
    said.push(words.lock.reach.clone());
    said.retain(|line| !line.is_empty());
    let put = Put {
        above: vec![Said::plain(said.join("\n\n"))],
        fresh: true,
        ..Put::new("lock.done", "", &words.engine.go_on)
    };
    match reach.ask(put, asker, |asker, put| asker.pause(put))? {
        Reply::Wish(Wish::Hide) => Err(Error::Hidden),
        _ => Ok(Reply::Given(())),
    }
}

/// Which files there are now.
fn locked(store: &Store, words: &Words) -> Result<String, Error> {
    let target = file::resolve(store.path())?;
    let (path, key) = (shown(&target), shown(&key_path(&target)));
    Ok(fill(&words.lock.locked, &[("path", &path), ("key", &key)]))
}

fn older(sentence: &str, count: usize) -> String {
    match count {
        0 => String::new(),
        _ => fill(sentence, &[("n", &count.to_string())]),
    }
}

/// Older copies that are not locked come under the passphrase, unless they are to go.
fn older_copies(store: &Store, reach: &Reach, asker: &mut dyn Asker) -> Result<String, Error> {
    let own = &reach.words.lock;
    let count = store.plain_copies()?.len();
    let rows = [&own.older_lock, &own.older_remove];
    let ask = fill(&own.older_ask, &[("n", &count.to_string())]);
    let reply = match count {
        0 => Reply::Given(0),
        _ => pick("lock.older", &ask, &rows, Vec::new(), reach, asker)?,
    };
    if reply == Reply::Given(1) {
        return Ok(older(&own.older_removed, store.remove_plain_copies()?));
    }
    let sealed = older(&own.older_locked, store.seal_copies()?);
    match reply {
        Reply::Wish(Wish::Hide) => Err(Error::Hidden),
        _ => Ok(sealed),
    }
}

/// The pages that were saved from the plan go, or are named.
fn saved_pages(reach: &Reach, asker: &mut dyn Asker) -> Result<String, Error> {
    let own = &reach.words.lock;
    let there = saved(reach.plan);
    if there.is_empty() {
        return Ok(String::new());
    }
    let ask = fill(&own.pages_ask, &[("paths", &names(&there))]);
    let rows = [&own.pages_remove, &own.pages_keep];
    match pick("lock.pages", &ask, &rows, Vec::new(), reach, asker)? {
        Reply::Given(0) => {
            there.iter().try_for_each(|path| file::remove(path))?;
            Ok(String::new())
        }
        Reply::Wish(Wish::Hide) => Err(Error::Hidden),
        _ => Ok(staying(&there, reach.words)),
    }
}

fn staying(pages: &[PathBuf], words: &Words) -> String {
    match pages {
        [] => String::new(),
        _ => fill(&words.lock.pages_stay, &[("paths", &names(pages))]),
    }
}

fn names(paths: &[PathBuf]) -> String {
    paths.iter().map(|path| shown(path)).collect::<Vec<_>>().join(", ")
}

/// Offers the page that says how to open the plan on any computer.
fn recovery(store: &Store, reach: &Reach, asker: &mut dyn Asker) -> Result<String, Error> {
    let own = &reach.words.lock;
    let rows = [&own.page_yes, &own.page_no];
    match pick("lock.page", &own.page_ask, &rows, Vec::new(), reach, asker)? {
        Reply::Given(0) => {}
        Reply::Wish(Wish::Hide) => return Err(Error::Hidden),
        _ => return Ok(String::new()),
    }
    let target = file::resolve(store.path())?;
    let page = sheets::recovery(
        &reach.plan.country,
        reach.words,
        reach.today,
        &target,
        &key_path(&target),
    );
    let path = free(target.parent().unwrap_or(Path::new(".")), "recovery", "html");
    file::write_whole(&path, sheets::html(&page))?;
    Ok(fill(&own.page_saved, &[("path", &shown(&path))]))
}

/// Takes the lock off, after a question where nobody brought a file.
fn take_off(store: &mut Store, plan: &Plan, errand: &mut Errand) -> Result<Exit, Error> {
    let own = &errand.words.lock;
    if store.key().is_none() {
        errand.tell(&own.not_locked)?;
        return Ok(Exit::Done);
    }
    if errand.passphrase.is_none() {
        let mut asker = errand.asker()?;
        let rows = [&own.off_no, &own.off_yes];
        let reach = Reach::new(plan, errand.words, errand.today);
        match pick("lock.off", &own.off_ask, &rows, Vec::new(), &reach, asker.as_mut())? {
            Reply::Given(1) => {}
            Reply::Wish(Wish::Hide) => return Err(Error::Hidden),
            _ => return Ok(Exit::Done),
        }
    }
    store.unseal()?;
    let path = shown(&file::resolve(store.path())?);
    errand.tell(&fill(&own.off_done, &[("path", &path)]))?;
    Ok(Exit::Done)
}
