//! Puts a plan under a passphrase in a conversation.

mod leftovers;
mod passphrase_dialog;

use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::prompt::{Message, Prompt, Prompter};
use crate::session::{Destination, Dialog, Reply, Stop, answer_in_command};
use crate::sheets;
use crate::store::{Store, check_encryption, file, key_path, with_second_names};
use crate::words::{display_path, fill_placeholders};

use super::publish::unused_path;
pub use leftovers::Leftovers;
pub use passphrase_dialog::{passphrase as new_passphrase, pick};

/// Locks a plan, or the one that is about to begin, in a conversation. Back means that nothing was changed.
///
/// # Errors
/// As [`Store::encrypt`]; the terminal failed; the person went elsewhere, and by hiding also after it was locked.
pub fn lock_plan(store: &mut Store, dialog: &Dialog, prompter: &mut dyn Prompter) -> Result<Reply<()>, Stop> {
    check_encryption()?;
    let words = dialog.words;
    let before = Dialog {
        help: words.lock.lock_help,
        ..*dialog
    };
    let passphrase = match passphrase_dialog::passphrase(&before, prompter)?.answered() {
        Ok(passphrase) => passphrase,
        Err(other) => return Ok(other),
    };
    let second = with_second_names(store.path())?;
    store.encrypt(&passphrase)?;
    // From here on it is locked, and so is what is older, before anything is asked.
    let rest = Leftovers { store, dialog };
    let mut said = vec![rest.locked()?, rest.lock_copies()?];
    said.push(rest.saved_pages(prompter)?);
    said.push(offer_recovery_page(store, dialog, prompter)?);
    said.extend(rest.not_reached(&second)?);
    said.push(words.lock.reach.into());
    said.retain(|line| !line.is_empty());
    let prompt = Prompt {
        above: vec![Message::plain(said.join("\n\n"))],
        fresh: true,
        ..Prompt::new("lock.done", "", words.engine.go_on)
    };
    match dialog.pause(prompt, prompter) {
        Err(Stop::Go(Destination::Home | Destination::Leave)) => Ok(Reply::Given(())),
        reply => reply.map(|_| Reply::Given(())),
    }
}

fn names(paths: &[PathBuf]) -> String {
    paths
        .iter()
        .map(|path| display_path(path))
        .collect::<Vec<_>>()
        .join(", ")
}

/// Offers the page that says how to open the plan on any computer.
fn offer_recovery_page(store: &Store, dialog: &Dialog, prompter: &mut dyn Prompter) -> Result<String, Error> {
    let own = &dialog.words.lock;
    let rows = [own.page_yes, own.page_no];
    let row = answer_in_command(pick("lock.page", own.page_ask, &rows, Vec::new(), dialog, prompter))?;
    if row != Some(0) {
        return Ok(String::new());
    }
    let target = file::resolve(store.path())?;
    let page = sheets::recovery(
        &dialog.plan.country,
        dialog.words,
        dialog.today,
        &target,
        &key_path(&target),
    );
    let path = unused_path(target.parent().unwrap_or(Path::new(".")), "recovery", "html");
    file::write_new(&path, sheets::html(&page))?;
    Ok(fill_placeholders(own.page_saved, &[("path", &display_path(&path))]))
}
