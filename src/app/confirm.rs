//! Asks for a word before files go for good.

use crate::error::Error;
use crate::prompt::{Prompt, Prompter};
use crate::session::{Dialog, answer_in_command};
use crate::words::fill_placeholders;

/// What came of asking for the word.
pub enum Confirmation {
    /// It was typed.
    Yes,
    /// Anything else.
    No,
    /// The person went away at once.
    Hide,
}

/// Asks for the word before files go for good, with no default; what was typed ahead is thrown away. Help and danger
/// come back here, everything else keeps them.
///
/// # Errors
/// The terminal failed.
pub fn confirm_by_word(id: &str, dialog: &Dialog, prompter: &mut dyn Prompter) -> Result<Confirmation, Error> {
    let words = &dialog.words.commands.delete;
    let dialog = Dialog {
        help: words.help,
        ..*dialog
    };
    let ask = fill_placeholders(words.ask, &[("word", words.word)]);
    let prompt = Prompt {
        no_default: true,
        discard_typeahead: true,
        ..Prompt::new(id, ask, words.prompt)
    };
    let is_word = |typed: String| typed.trim().to_lowercase() == words.word.to_lowercase();
    match answer_in_command(dialog.line(prompt, prompter)) {
        Ok(typed) => Ok(match typed.is_some_and(is_word) {
            true => Confirmation::Yes,
            false => Confirmation::No,
        }),
        Err(Error::Hidden) => Ok(Confirmation::Hide),
        Err(error) => Err(error),
    }
}
