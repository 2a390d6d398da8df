//! The way to the key of a locked plan: the passphrase of a person, or of a file.

use std::path::Path;

use crate::error::Error;
use crate::prompt::{Message, Prompt, Prompter};
use crate::store::{self, Key};

use crate::app::Context;
use crate::app::passphrase_file::{passphrase_from_file, warn_if_open};
use crate::app::plan_of_country;
use crate::session::{Dialog, answer_in_command};

/// The key of the plan at `path`, if that is locked; it is asked for once. `None` if the plan is not.
///
/// # Errors
/// [`Error::Locked`] where no passphrase was given, [`Error::Hidden`] where the person went away at once;
/// [`Error::WrongPassphrase`] from a file; the key file is missing or damaged.
pub fn plan_key(path: &Path, context: &mut Context) -> Result<Option<Key>, Error> {
    if !store::is_encrypted(path)? {
        return Ok(None);
    }
    required_key(path, context).map(Some)
}

/// The same if it is known that a key is needed.
///
/// # Errors
/// As [`plan_key`]; [`Error::NoEncryption`].
pub fn required_key(path: &Path, context: &mut Context) -> Result<Key, Error> {
    if let Some((of, key)) = &context.key
        && (of == path || opens(path, key))
    {
        return Ok(key.clone());
    }
    store::check_encryption()?;
    let key = match context.passphrase.clone() {
        Some(file) => {
            warn_if_open(&file, context)?;
            store::key(path, &passphrase_from_file(&file)?)?
        }
        None if context.no_input => return Err(Error::Locked(path.into())),
        None => {
            let mut prompter = context.open_prompter()?;
            let asked = ask_passphrase(path, context, prompter.as_mut());
            context.prompter = Some(prompter);
            asked?
        }
    };
    context.key = Some((path.to_path_buf(), key.clone()));
    Ok(key)
}

/// Whether this key is that of a plan too: a copy beside has the same.
fn opens(path: &Path, key: &Key) -> bool {
    store::plain_bytes(path, Some(key)).is_ok()
}

/// The same for a command that does not need the plan: nobody is asked.
///
/// # Errors
/// As [`plan_key`].
pub fn key_unasked(path: &Path, context: &Context) -> Result<Option<Key>, Error> {
    if !store::is_encrypted(path)? {
        return Ok(None);
    }
    match (&context.key, &context.passphrase) {
        (Some((of, key)), _) if of == path => Ok(Some(key.clone())),
        (_, Some(file)) if file != Path::new("-") => store::key(path, &passphrase_from_file(file)?).map(Some),
        _ => Err(Error::Locked(path.into())),
    }
}

/// Asks until the passphrase fits, as often as it takes: whoever has the files can try elsewhere as often as they like.
fn ask_passphrase(path: &Path, context: &Context, prompter: &mut dyn Prompter) -> Result<Key, Error> {
    let own = &context.words.lock;
    let plan = plan_of_country(context);
    let dialog = Dialog {
        help: own.help,
        ..Dialog::new(&plan, context.words, context.today)
    };
    let mut above = Vec::new();
    let mut misses = 0;
    loop {
        let prompt = Prompt {
            above: std::mem::take(&mut above),
            ..Prompt::new("passphrase", own.ask, own.prompt)
        };
        match answer_in_command(dialog.secret(prompt, prompter))? {
            Some(passphrase) => match store::key(path, &passphrase) {
                Err(Error::WrongPassphrase) => {
                    misses += 1;
                    let said = if misses < 2 { &own.wrong } else { &own.wrong_again };
                    above.push(Message::strong(*said));
                }
                key => return key,
            },
            None => return Err(Error::Locked(path.into())),
        }
    }
}
