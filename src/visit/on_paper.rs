//! On paper only: one file of blank pages where the person says, and nothing else on this computer.

use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::plan::Plan;
use crate::prompt::{Action, Message, Prompt, Prompter, Reply};
use crate::sheets;
use crate::store::file;
use crate::words::{display_path, fill_placeholders};

use crate::app::Context;
use crate::app::output_file::may_write;
use crate::session::Dialog;

/// The name of the file says nothing to a stranger.
const NAME: &str = "pages.html";

/// Asks for a place until the pages lie there, and says where. The window is cleared; whoever leaves without a place
/// has the pages printed instead, so that nobody goes with nothing in the hand.
///
/// # Errors
/// [`Error::Hidden`]; the terminal failed.
pub fn blank_pages(country: &str, context: &mut Context) -> Result<(), Error> {
    let words = context.words;
    let page = sheets::blank(country, words, context.today);
    let html = sheets::html(&page);
    let mut prompter = context.open_prompter()?;
    let path = saved(&html, country, prompter.as_mut(), context)?;
    prompter.hide().map_err(Error::Terminal)?;
    drop(prompter);
    match path {
        Some(path) => context.print_notice(&fill_placeholders(
            &words.home.on_paper,
            &[("path", &display_path(&path))],
        )),
        None => context.print(&sheets::text(&page)),
    }
}

fn saved(html: &str, country: &str, prompter: &mut dyn Prompter, context: &Context) -> Result<Option<PathBuf>, Error> {
    let words = context.words;
    let plan = Plan {
        country: country.into(),
        ..Plan::default()
    };
    let dialog = Dialog::new(&plan, words, context.today);
    let mut above = Vec::new();
    loop {
        let prompt = Prompt {
            above: std::mem::take(&mut above),
            why: words.home.paper_place_why.clone(),
            fresh: true,
            ..Prompt::new("paper.place", &words.home.paper_place_ask, &words.home.paper_place)
        };
        let typed = match dialog
            .ask(prompt, prompter, |prompter, prompt| prompter.line(prompt, ""))
            .map_err(Error::Terminal)?
        {
            Reply::Given(typed) => typed,
            Reply::Action(Action::Hide) => return Err(Error::Hidden),
            Reply::Action(_) => return Ok(None),
        };
        let path = place(&typed);
        let written = may_write(&path, false, context).and_then(|()| file::write_whole(&path, html));
        match written {
            Ok(()) => return Ok(Some(path)),
            Err(error) => above.push(Message::strong(words.error(&error, &context.command()))),
        }
    }
}

/// A folder holds the file; anything else is the file itself.
fn place(typed: &str) -> PathBuf {
    let path = Path::new(typed);
    if path.is_dir() { path.join(NAME) } else { path.into() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::test_context::TestContext;
    use crate::prompt::{Scripted, ScriptedReply};

    /// A file that is there already: it is not written over.
    fn trial_file(folder: &Path) -> PathBuf {
        let path = folder.join("letter.txt");
        std::fs::write(&path, "mine").unwrap();
        path
    }

    #[test]
    fn the_pages_lie_where_they_were_asked_for_and_nothing_else_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let other = trial_file(folder.path());
        let asked = |path: &Path| ScriptedReply::Line(path.to_str().unwrap().into());
        let mut trial = TestContext::new();
        trial.prompter = Some(Box::new(Scripted::answering(vec![
            ("paper.place", asked(&other)),
            ("paper.place", asked(folder.path())),
        ])));
        trial.run(|context| blank_pages("us", context)).unwrap();
        let names: Vec<_> = std::fs::read_dir(folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name())
            .collect();
        assert_eq!(names.len(), 2);
        let written = std::fs::read_to_string(folder.path().join(NAME)).unwrap();
        assert!(written.contains("<html") && written.contains("911"));
        assert_eq!(std::fs::read_to_string(&other).unwrap(), "mine");
        assert!(trial.stderr().contains(&display_path(&folder.path().join(NAME))));
        assert!(!trial.path().exists());
    }

    #[test]
    fn whoever_leaves_without_a_place_has_the_pages_printed() {
        let mut trial = TestContext::new();
        trial.prompter = Some(Box::new(Scripted::answering(vec![(
            "paper.place",
            ScriptedReply::Action(Action::Leave),
        )])));
        trial.run(|context| blank_pages("us", context)).unwrap();
        assert!(trial.stdout().contains("____"));
    }
}
