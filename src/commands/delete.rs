//! `delete`: removes a plan, after a typed word.

use std::io;
use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::prompt::{Message, Prompter};
use crate::store;
use crate::words::{CommandsDeleteWords, display_path};

use crate::app::publish::print_log::saved_pages;
use crate::app::{Confirmation, confirm_by_word, plan_of_country};
use crate::app::{Context, Exit, open_unasked};
use crate::session::Dialog;

/// Says what goes and what cannot be reached, asks for the word, and removes every file of the plan. Anything but the
/// word keeps them; that is no failure. A damaged plan can be removed too.
///
/// # Errors
/// [`Error::Missing`] if there is no plan; the terminal or the disk failed.
pub fn delete(context: &mut Context) -> Result<Exit, Error> {
    let path = context.plan_path()?;
    let files = store::files(&path)?;
    if files.is_empty() {
        return Err(Error::Missing { path });
    }
    // What is deleted while another window works on it would be written again there.
    if store::is_in_use(&path) {
        return Err(Error::InUse { path });
    }
    let mut prompter = context.open_prompter()?;
    let prompter = prompter.as_mut();
    let words = &context.words.commands.delete;
    explain(&path, &files, words, prompter)?;
    let opened = open_unasked(context);
    if let Err(Error::Locked { .. }) = opened {
        prompter.show(&Message::plain(words.locked))?;
    }
    let plan = opened.unwrap_or_else(|_| plan_of_country(context));
    name_pages(&saved_pages(&plan), words, prompter)?;
    prompter.show(&Message::plain(words.watched))?;
    let dialog = Dialog::new(&plan, context.words, context.today);
    match confirm_by_word("delete", &dialog, prompter)? {
        Confirmation::Yes => {
            // A folder counts as what is in it.
            let folders = files.iter().filter(|file| file.is_dir()).count();
            remove(&path, files.len() - folders + versions(&path), words, prompter)?
        }
        Confirmation::No => prompter.show(&Message::plain(words.kept))?,
        Confirmation::Hide => {}
    }
    Ok(Exit::Done)
}

fn explain(path: &Path, files: &[PathBuf], words: &CommandsDeleteWords, prompter: &mut dyn Prompter) -> io::Result<()> {
    prompter.show(&Message::title(words.title).fresh())?;
    prompter.show(&Message::plain(words.removes))?;
    for file in files {
        let versions = match file.is_dir() {
            true => format!(" ({})", words.versions.of(versions(path))),
            false => String::new(),
        };
        prompter.show(&Message::strong(format!("  {}{versions}", display_path(file))))?;
    }
    prompter.show(&Message::plain(words.reach))
}

/// The pages that the plan knows of and that stay: somebody may still need them, or want them gone too.
fn name_pages(pages: &[PathBuf], words: &CommandsDeleteWords, prompter: &mut dyn Prompter) -> io::Result<()> {
    if pages.is_empty() {
        return Ok(());
    }
    prompter.show(&Message::plain(words.pages))?;
    pages
        .iter()
        .try_for_each(|page| prompter.show(&Message::plain(format!("  {}", display_path(page)))))
}

/// How many versions there are.
fn versions(path: &Path) -> usize {
    store::versions(path).map_or(0, |versions| versions.len())
}

fn remove(path: &Path, count: usize, words: &CommandsDeleteWords, prompter: &mut dyn Prompter) -> Result<(), Error> {
    store::delete(path)?;
    prompter.show(&Message::plain(words.gone.of(count)))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::test_context::TestContext;
    use crate::prompt::{Action, Scripted, ScriptedReply};

    /// Whether the plan is still there after these answers.
    fn stays(answers: Vec<ScriptedReply>) -> bool {
        let mut trial = TestContext::new();
        trial.write("damaged");
        trial.prompter = Some(Box::new(Scripted::new(answers)));
        assert_eq!(trial.run(delete).unwrap(), Exit::Done);
        trial.path().exists()
    }

    #[test]
    fn only_the_word_removes_a_plan() {
        assert!(!stays(vec![ScriptedReply::Line("Delete".into())]));
        for kept in [
            vec![],
            vec![ScriptedReply::Line("yes".into())],
            vec![ScriptedReply::Line("delete it".into())],
            vec![ScriptedReply::Action(Action::Back)],
            vec![ScriptedReply::Action(Action::Skip)],
            vec![ScriptedReply::Action(Action::Hide)],
        ] {
            assert!(stays(kept.clone()), "{kept:?}");
        }
    }

    #[test]
    fn help_and_danger_come_back_to_the_question() {
        let word = || ScriptedReply::Line("delete".into());
        assert!(!stays(vec![ScriptedReply::Action(Action::Help), word()]));
        assert!(!stays(vec![
            ScriptedReply::Action(Action::Danger),
            ScriptedReply::PickLabel("No".into()),
            word()
        ]));
        assert!(stays(vec![
            ScriptedReply::Action(Action::Danger),
            ScriptedReply::Action(Action::Hide),
            word()
        ]));
    }

    #[test]
    fn without_a_plan_nothing_is_asked() {
        let mut trial = TestContext::new();
        trial.prompter = Some(Box::new(Scripted::default()));
        trial.run(|context| {
            assert!(matches!(delete(context), Err(Error::Missing { .. })));
            assert!(context.prompter.is_some(), "somebody was asked");
        });
    }
}
