//! `lock`: puts a plan under a passphrase, or takes it out again.

mod rest;
mod talk;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};

use crate::ask::{Asker, Put, Reply, Said, Wish};
use crate::error::Error;
use crate::sheets;
use crate::store::{Store, file, key_path, with_second_names};
use crate::words::{fill, shown};

use super::reach::Reach;
use super::sheet::free;
use super::sheet::printed::saved;
use super::{Errand, Exit, open_with_versions, unlock};
use rest::Rest;
use talk::pick;

/// Locks the plan, or with `off` takes the lock off. With a passphrase from a file nothing is asked, and older copies
/// come under it too. A plan that is locked already is looked at again: a kill may have left copies of it open.
///
/// # Errors
/// As [`open_with_versions`] and [`Store::seal`]; [`Error::Hidden`] where the person went away at once; the terminal
/// failed.
pub fn lock(off: bool, errand: &mut Errand) -> Result<Exit, Error> {
    let (mut store, plan, _) = open_with_versions(errand)?;
    let reach = Reach::new(&plan, errand.words, errand.today);
    if off {
        return take_off(&mut store, &reach, errand);
    }
    if store.key().is_some() {
        return already(&store, &reach, errand);
    }
    if let Some(path) = errand.passphrase.clone() {
        return by_file(&mut store, &reach, &path, errand);
    }
    let mut asker = errand.asker()?;
    match by_hand(&mut store, &reach, asker.as_mut())? {
        Reply::Given(()) => ended(&store),
        Reply::Wish(_) => {
            errand.tell(&errand.words.lock.unchanged)?;
            Ok(Exit::Done)
        }
    }
}

/// Locks the plan and every copy with the passphrase in a file.
fn by_file(store: &mut Store, reach: &Reach, path: &Path, errand: &mut Errand) -> Result<Exit, Error> {
    let second = with_second_names(store.path())?;
    store.seal(&unlock::from_file_to_lock(path)?)?;
    let rest = Rest { store, reach };
    let mut said = vec![rest.locked()?, rest.lock_copies()?, rest.staying(&saved(reach.plan))];
    said.extend(rest.not_reached(&second)?);
    said.push(reach.words.lock.reach.clone());
    tell(said, errand)?;
    ended(store)
}

/// The plan is locked; what is beside it may not be.
fn already(store: &Store, reach: &Reach, errand: &mut Errand) -> Result<Exit, Error> {
    let second = with_second_names(store.path())?;
    let rest = Rest { store, reach };
    let older = if errand.passphrase.is_some() || store.plain_copies()?.is_empty() {
        rest.lock_copies()?
    } else {
        let mut asker = errand.asker()?;
        rest.older_copies(asker.as_mut())?
    };
    let command = format!("{} --off", errand.command_for("lock"));
    let mut said = vec![fill(&reach.words.lock.already, &[("command", &command)]), older];
    said.extend(rest.not_reached(&second)?);
    tell(said, errand)?;
    ended(store)
}

fn tell(mut said: Vec<String>, errand: &mut Errand) -> Result<(), Error> {
    said.retain(|line| !line.is_empty());
    errand.tell(&said.join("\n"))
}

/// Done, where nothing of the plan lies open any more.
fn ended(store: &Store) -> Result<Exit, Error> {
    Ok(match store.plain_copies()?.is_empty() {
        true => Exit::Done,
        false => Exit::Failed,
    })
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
    let second = with_second_names(store.path())?;
    store.seal(&passphrase)?;
    // From here on it is locked: a wish to go leaves the older copies to be told of.
    let rest = Rest { store, reach };
    let mut said = vec![rest.locked()?, rest.older_copies(asker)?, rest.saved_pages(asker)?];
    said.push(recovery(store, reach, asker)?);
    said.extend(rest.not_reached(&second)?);
    said.push(words.lock.reach.clone());
    said.retain(|line| !line.is_empty());
    let put = Put {
        above: vec![Said::plain(said.join("\n\n"))],
        fresh: true,
        ..Put::new("lock.done", "", &words.engine.go_on)
    };
    match reach.pause(put, asker)? {
        Reply::Wish(Wish::Hide) => Err(Error::Hidden),
        _ => Ok(Reply::Given(())),
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
fn take_off(store: &mut Store, reach: &Reach, errand: &mut Errand) -> Result<Exit, Error> {
    let own = &errand.words.lock;
    if store.key().is_none() {
        errand.tell(&own.not_locked)?;
        return Ok(Exit::Done);
    }
    if errand.passphrase.is_none() {
        let mut asker = errand.asker()?;
        let rows = [&own.off_no, &own.off_yes];
        match pick("lock.off", &own.off_ask, &rows, Vec::new(), reach, asker.as_mut())? {
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
