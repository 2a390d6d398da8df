//! `delete`: removes a plan, after a typed word.

use std::io;
use std::path::{Path, PathBuf};

use crate::ask::{Asker, Put, Reply, Said, Wish};
use crate::error::Error;
use crate::store;
use crate::words::{DeleteWords, fill, shown};

use super::reach::{Reach, stand_in};
use super::sheet::printed::saved;
use super::{Errand, Exit, open_unasked};

/// Says what goes and what cannot be reached, asks for the word, and removes every file of the plan. Anything but the
/// word keeps them; that is no failure. A damaged plan can be removed too.
///
/// # Errors
/// [`Error::Missing`] where there is no plan; the terminal or the disk failed.
pub fn delete(errand: &mut Errand) -> Result<Exit, Error> {
    let path = errand.path()?;
    let files = store::files(&path)?;
    if files.is_empty() {
        return Err(Error::Missing { path });
    }
    // What is deleted while another window works on it would be written again there.
    if store::is_in_use(&path) {
        return Err(Error::InUse { path });
    }
    let mut asker = errand.asker()?;
    let asker = asker.as_mut();
    let words = &errand.words.commands.delete;
    explain(&path, &files, words, asker)?;
    let opened = open_unasked(errand);
    if let Err(Error::Locked { .. }) = opened {
        asker.say(&Said::plain(&words.locked))?;
    }
    let plan = opened.unwrap_or_else(|_| stand_in(errand));
    name_pages(&saved(&plan), words, asker)?;
    asker.say(&Said::plain(&words.watched))?;
    let reach = Reach::new(&plan, errand.words, errand.today);
    match ask_for_the_word("delete", &reach, asker)? {
        Answer::Yes => {
            // A folder counts as what is in it.
            let folders = files.iter().filter(|file| file.is_dir()).count();
            remove(&path, files.len() - folders + versions(&path), words, asker)?
        }
        Answer::No => asker.say(&Said::plain(&words.kept))?,
        Answer::Hide => {}
    }
    Ok(Exit::Done)
}

/// What came of asking for the word.
pub(super) enum Answer {
    /// It was typed.
    Yes,
    /// Anything else.
    No,
    /// The person went away at once.
    Hide,
}

fn explain(path: &Path, files: &[PathBuf], words: &DeleteWords, asker: &mut dyn Asker) -> io::Result<()> {
    asker.say(&Said::title(&words.title).fresh())?;
    asker.say(&Said::plain(&words.removes))?;
    for file in files {
        let versions = match file.is_dir() {
            true => format!(" ({})", words.versions.of(versions(path))),
            false => String::new(),
        };
        asker.say(&Said::strong(format!("  {}{versions}", shown(file))))?;
    }
    asker.say(&Said::plain(&words.reach))
}

/// The pages that the plan knows of and that stay: somebody may still need them, or want them gone too.
fn name_pages(pages: &[PathBuf], words: &DeleteWords, asker: &mut dyn Asker) -> io::Result<()> {
    if pages.is_empty() {
        return Ok(());
    }
    asker.say(&Said::plain(&words.pages))?;
    pages
        .iter()
        .try_for_each(|page| asker.say(&Said::plain(format!("  {}", shown(page)))))
}

/// Asks for the word before files go for good, with no default; what was typed ahead is thrown away. Help and danger
/// come back here, everything else keeps them.
///
/// # Errors
/// The terminal failed.
pub(super) fn ask_for_the_word(id: &str, reach: &Reach, asker: &mut dyn Asker) -> io::Result<Answer> {
    let words = &reach.words.commands.delete;
    let reach = Reach {
        help: &words.help,
        ..*reach
    };
    let ask = fill(&words.ask, &[("word", &words.word)]);
    let put = Put {
        must_move: true,
        unseen: true,
        ..Put::new(id, ask, &words.prompt)
    };
    Ok(match reach.ask(put, asker, |asker, put| asker.line(put, ""))? {
        Reply::Given(typed) if typed.trim().to_lowercase() == words.word.to_lowercase() => Answer::Yes,
        Reply::Wish(Wish::Hide) => Answer::Hide,
        Reply::Given(_) | Reply::Wish(_) => Answer::No,
    })
}

/// How many versions there are.
fn versions(path: &Path) -> usize {
    store::versions(path).map_or(0, |versions| versions.len())
}

fn remove(path: &Path, count: usize, words: &DeleteWords, asker: &mut dyn Asker) -> Result<(), Error> {
    store::delete(path)?;
    let said = if count == 1 { &words.gone_one } else { &words.gone_many };
    asker.say(&Said::plain(fill(said, &[("n", &count.to_string())])))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::trial::Trial;
    use super::*;
    use crate::ask::{Answered, Scripted};

    /// Whether the plan is still there after these answers.
    fn stays(answers: Vec<Answered>) -> bool {
        let mut trial = Trial::new();
        trial.write("damaged");
        trial.asker = Some(Box::new(Scripted::new(answers)));
        assert_eq!(trial.run(delete).unwrap(), Exit::Done);
        trial.path().exists()
    }

    #[test]
    fn only_the_word_removes_a_plan() {
        assert!(!stays(vec![Answered::Line("Delete".into())]));
        for kept in [
            vec![],
            vec![Answered::Line("yes".into())],
            vec![Answered::Line("delete it".into())],
            vec![Answered::Wish(Wish::Back)],
            vec![Answered::Wish(Wish::Skip)],
            vec![Answered::Wish(Wish::Hide)],
        ] {
            assert!(stays(kept.clone()), "{kept:?}");
        }
    }

    #[test]
    fn help_and_danger_come_back_to_the_question() {
        let word = || Answered::Line("delete".into());
        assert!(!stays(vec![Answered::Wish(Wish::Help), word()]));
        assert!(!stays(vec![
            Answered::Wish(Wish::Danger),
            Answered::PickLabel("No".into()),
            word()
        ]));
        assert!(stays(vec![
            Answered::Wish(Wish::Danger),
            Answered::Wish(Wish::Hide),
            word()
        ]));
    }

    #[test]
    fn without_a_plan_nothing_is_asked() {
        let mut trial = Trial::new();
        trial.asker = Some(Box::new(Scripted::default()));
        trial.run(|errand| {
            assert!(matches!(delete(errand), Err(Error::Missing { .. })));
            assert!(errand.asker.is_some(), "somebody was asked");
        });
    }
}
