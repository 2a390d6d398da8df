//! Asks for a word before files go for good.

use std::io;

use crate::prompt::{Action, Prompt, Prompter, Reply};
use crate::session::Dialog;
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
pub fn confirm_by_word(id: &str, dialog: &Dialog, prompter: &mut dyn Prompter) -> io::Result<Confirmation> {
    let words = &dialog.words.commands.delete;
    let dialog = Dialog {
        help: &words.help,
        ..*dialog
    };
    let ask = fill_placeholders(&words.ask, &[("word", &words.word)]);
    let prompt = Prompt {
        no_default: true,
        discard_typeahead: true,
        ..Prompt::new(id, ask, &words.prompt)
    };
    Ok(
        match dialog.ask(prompt, prompter, |prompter, prompt| prompter.line(prompt, ""))? {
            Reply::Given(typed) if typed.trim().to_lowercase() == words.word.to_lowercase() => Confirmation::Yes,
            Reply::Action(Action::Hide) => Confirmation::Hide,
            Reply::Given(_) | Reply::Action(_) => Confirmation::No,
        },
    )
}
