//! `delete`: removes a plan, after a typed word.

use std::io;
use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::prompt::{Message, Prompter};
use crate::store::{self, FileRole, PlanFile};
use crate::words::{CommandsDeleteWords, display_path};

use crate::app::belongings::Belongings;
use crate::app::{Confirmation, confirm_by_word, plan_of_country};
use crate::app::{Context, Exit, open_unasked};
use crate::session::Dialog;

/// Says what goes and what cannot be reached, asks for the word, and removes every file of the plan. Anything but the
/// word keeps them; that is no failure. A damaged plan can be removed too.
///
/// # Errors
/// [`Error::Missing`] if there is no plan; [`Error::Hidden`] where the person went away at once; the terminal or the disk failed.
pub fn delete(context: &mut Context) -> Result<Exit, Error> {
    let path = context.plan_path()?;
    let (goes, stays): (Vec<PlanFile>, Vec<PlanFile>) = store::files(&path)?.into_iter().partition(|it| it.role.goes());
    if goes.is_empty() {
        return Err(Error::Missing(path));
    }
    // What is deleted while another window works on it would be written again there.
    if store::is_in_use(&path) {
        return Err(Error::InUse(path));
    }
    let mut prompter = context.open_prompter()?;
    let prompter = prompter.as_mut();
    let words = &context.words.commands.delete;
    let opened = open_unasked(context);
    let belongings = Belongings::of(&path, opened.as_ref().ok());
    explain(&path, &goes, &belongings.unfinished, words, prompter)?;
    name_files(words.stays, stays.iter().map(|file| file.path.as_path()), prompter)?;
    if let Err(Error::Locked(_)) = opened {
        prompter.show(&Message::plain(words.locked))?;
    }
    let plan = opened.unwrap_or_else(|_| plan_of_country(context));
    name_files(words.pages, belongings.pages.iter().map(PathBuf::as_path), prompter)?;
    prompter.show(&Message::plain(words.watched))?;
    let dialog = Dialog::new(&plan, context.words, context.today);
    match confirm_by_word("delete", &dialog, prompter)? {
        Confirmation::Yes => {
            // A folder counts as what is in it.
            let folders = goes.iter().filter(|file| file.role == FileRole::Versions).count();
            let count = goes.len() - folders + versions(&path) + belongings.unfinished.len();
            belongings.remove_unfinished()?;
            remove(&path, count, words, prompter)?
        }
        Confirmation::No => prompter.show(&Message::plain(words.kept))?,
        Confirmation::Hide => return Err(Error::Hidden),
    }
    Ok(Exit::Done)
}

fn explain(
    path: &Path,
    goes: &[PlanFile],
    unfinished: &[PathBuf],
    words: &CommandsDeleteWords,
    prompter: &mut dyn Prompter,
) -> io::Result<()> {
    prompter.show(&Message::title(words.title).fresh())?;
    prompter.show(&Message::plain(words.removes))?;
    for file in goes {
        let versions = match file.role {
            FileRole::Versions => format!(" ({})", words.versions.of(versions(path))),
            _ => String::new(),
        };
        prompter.show(&Message::strong(format!("  {}{versions}", display_path(&file.path))))?;
    }
    for path in unfinished {
        prompter.show(&Message::strong(format!("  {}", display_path(path))))?;
    }
    prompter.show(&Message::plain(words.reach))
}

/// What stays, under a sentence that says why it is named: somebody may still need it, or want it gone too.
fn name_files<'a>(
    sentence: &str,
    files: impl Iterator<Item = &'a Path>,
    prompter: &mut dyn Prompter,
) -> io::Result<()> {
    let mut files = files.peekable();
    if files.peek().is_none() {
        return Ok(());
    }
    prompter.show(&Message::plain(sentence))?;
    files.try_for_each(|file| prompter.show(&Message::plain(format!("  {}", display_path(file)))))
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
        let ended = trial.run(delete);
        assert!(matches!(ended, Ok(Exit::Done) | Err(Error::Hidden)), "{ended:?}");
        trial.path().exists()
    }

    // Holds R-16 (speaks)
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

    // Holds R-16 (silent)
    #[test]
    fn without_a_plan_nothing_is_asked() {
        let mut trial = TestContext::new();
        trial.prompter = Some(Box::new(Scripted::default()));
        trial.run(|context| {
            assert!(matches!(delete(context), Err(Error::Missing(_))));
            assert!(context.prompter.is_some(), "somebody was asked");
        });
    }
}
