//! `lock`: puts a plan under a passphrase, or takes it out again.

#[cfg(all(test, not(feature = "encryption")))]
mod refused_tests;
#[cfg(all(test, feature = "encryption"))]
mod stays_locked_tests;
#[cfg(all(test, feature = "encryption"))]
mod tests;

use std::path::Path;

use crate::error::Error;
use crate::store::{Store, file, with_second_names};
use crate::words::{display_path, fill_placeholders};

use crate::app::publish::print_log::saved_pages;
use crate::app::{Context, Exit, Leftovers, lock_plan, new_passphrase, open_to_write, passphrase_file, pick};
use crate::session::{Dialog, answer_in_command};

/// Locks the plan, or with `off` takes the lock off. With a passphrase from a file nothing is asked, and older copies
/// come under it too. A plan that is locked already is looked at again: a kill may have left copies of it open.
///
/// # Errors
/// As [`open_to_write`] and [`Store::encrypt`]; [`Error::Hidden`] where the person went away at once; the terminal
/// failed.
pub fn lock(off: bool, context: &mut Context) -> Result<Exit, Error> {
    let (mut store, plan, _) = open_to_write(context)?;
    let dialog = Dialog::new(&plan, context.words, context.today);
    if off {
        return take_off(&mut store, &dialog, context);
    }
    if store.key().is_some() {
        return already(&store, &dialog, context);
    }
    if let Some(path) = context.passphrase.clone() {
        return by_file(&mut store, &dialog, &path, context);
    }
    let mut prompter = context.open_prompter()?;
    match answer_in_command(lock_plan(&mut store, &dialog, prompter.as_mut()))? {
        Some(()) => {
            // The page that said so may be gone from the window.
            let said = Leftovers {
                store: &store,
                dialog: &dialog,
            };
            context.print_notice(&said.locked()?)?;
            ended(&store)
        }
        None => context.end(Exit::Done, context.words.lock.unchanged),
    }
}

/// Asks for another passphrase and puts the plan under it; the one of now is given as for any command. Nothing is open
/// meanwhile.
///
/// # Errors
/// As [`lock`] and [`Store::change_passphrase`].
pub fn change(context: &mut Context) -> Result<Exit, Error> {
    let (mut store, plan, _) = open_to_write(context)?;
    let own = &context.words.lock;
    if store.key().is_none() {
        return context.end(Exit::Failed, own.not_locked);
    }
    let dialog = Dialog::new(&plan, context.words, context.today);
    let mut prompter = context.open_prompter()?;
    let Some(passphrase) = answer_in_command(new_passphrase(&dialog, prompter.as_mut()))? else {
        return context.end(Exit::Done, own.not_changed);
    };
    store.change_passphrase(&passphrase)?;
    context.end(Exit::Done, own.changed)
}

/// Locks the plan and every copy with the passphrase in a file.
fn by_file(store: &mut Store, dialog: &Dialog, path: &Path, context: &mut Context) -> Result<Exit, Error> {
    let second = with_second_names(store.path())?;
    passphrase_file::warn_if_open(path, context)?;
    store.encrypt(&passphrase_file::passphrase_to_lock_from_file(path)?)?;
    let rest = Leftovers { store, dialog };
    let mut said = vec![
        rest.locked()?,
        rest.lock_copies()?,
        rest.staying(&saved_pages(dialog.plan)),
    ];
    said.extend(rest.not_reached(&second)?);
    said.push(dialog.words.lock.reach.into());
    tell(said, context)?;
    ended(store)
}

/// The plan is locked; what is beside it may not be.
fn already(store: &Store, dialog: &Dialog, context: &mut Context) -> Result<Exit, Error> {
    let second = with_second_names(store.path())?;
    let rest = Leftovers { store, dialog };
    let older = rest.lock_copies()?;
    let command = context.command_for("lock");
    let mut said = vec![
        fill_placeholders(dialog.words.lock.already, &[("command", &command)]),
        older,
    ];
    said.extend(rest.not_reached(&second)?);
    tell(said, context)?;
    ended(store)
}

fn tell(mut said: Vec<String>, context: &mut Context) -> Result<(), Error> {
    said.retain(|line| !line.is_empty());
    context.print_notice(&said.join("\n"))
}

/// Done, where nothing of the plan lies open any more.
fn ended(store: &Store) -> Result<Exit, Error> {
    Ok(match store.plain_copies()?.is_empty() {
        true => Exit::Done,
        false => Exit::Failed,
    })
}

/// Takes the lock off, after a question where nobody brought a file.
fn take_off(store: &mut Store, dialog: &Dialog, context: &mut Context) -> Result<Exit, Error> {
    let own = &context.words.lock;
    if store.key().is_none() {
        return context.end(Exit::Done, own.not_locked);
    }
    if context.passphrase.is_none() {
        let mut prompter = context.open_prompter()?;
        let rows = [own.off_no, own.off_yes];
        let row = pick("lock.off", own.off_ask, &rows, Vec::new(), dialog, prompter.as_mut());
        if answer_in_command(row)? != Some(1) {
            return Ok(Exit::Done);
        }
    }
    store.decrypt()?;
    let path = display_path(&file::resolve(store.path())?);
    context.end(Exit::Done, &fill_placeholders(own.off_done, &[("path", &path)]))
}
