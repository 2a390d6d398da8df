//! On paper only: the blank pages where the person says, as a PDF too where a browser can make one, and nothing else
//! on this computer.

use std::path::{Path, PathBuf};

use crate::error::Error;
use crate::plan::Plan;
use crate::prompt::{Message, Prompt, Prompter};
use crate::sheets;
use crate::store::file;
use crate::words::{display_path, fill_placeholders};

use crate::app::Context;
use crate::app::output_file::may_write;
use crate::app::publish::unused_path;
use crate::session::{Dialog, answer_in_command};

/// The name of the file says nothing to a stranger.
const NAME: &str = "pages.html";

/// Asks for a place until the pages lie there, and says where. The window is cleared; whoever leaves without a place
/// has the pages printed instead, so that nobody goes with nothing in the hand.
///
/// # Errors
/// [`Error::Hidden`]; the terminal failed.
pub fn blank_pages(country: &str, context: &mut Context) -> Result<(), Error> {
    blank_pages_with(None, country, context)
}

/// The same with a browser that is named; else the first that is found makes the PDF.
fn blank_pages_with(browser: Option<&Path>, country: &str, context: &mut Context) -> Result<(), Error> {
    let words = context.words;
    let page = sheets::blank(country, words, context.today);
    let html = sheets::html(&page);
    let mut prompter = context.open_prompter()?;
    let path = saved(&html, country, prompter.as_mut(), context)?;
    prompter.hide().map_err(Error::Terminal)?;
    drop(prompter);
    let Some(path) = path else {
        return context.print(&sheets::text_within(&page, context.columns()));
    };
    // Said before a browser is begun: what is written is found, whatever becomes of the rest.
    let said = |sentence: &str, path: &Path| fill_placeholders(sentence, &[("path", &display_path(path))]);
    context.print_notice(&said(words.home.on_paper, &path))?;
    match pdf_beside(&path, &html, browser) {
        Ok(pdf) => context.print_notice(&said(words.home.on_paper_pdf, &pdf)),
        Err(_) => context.print_notice(words.home.on_paper_no_pdf),
    }
}

/// The same pages as a PDF beside the file, under the first name that is free. Says where it is.
fn pdf_beside(path: &Path, html: &str, browser: Option<&Path>) -> Result<PathBuf, Error> {
    let folder = path.parent().unwrap_or(Path::new(""));
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    let drawn = sheets::pdf(html, folder, browser)?;
    let pdf = unused_path(folder, &name, "pdf");
    file::write_new(&pdf, drawn)?;
    Ok(pdf)
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
            why: words.home.paper_place_why.into(),
            fresh: true,
            ..Prompt::new("paper.place", words.home.paper_place_ask, words.home.paper_place)
        };
        let Some(typed) = answer_in_command(dialog.line(prompt, prompter))? else {
            return Ok(None);
        };
        let path = place(&typed);
        let written = may_write(&path, false, context).and_then(|()| file::write_new(&path, html));
        match written {
            Ok(()) => return Ok(Some(path)),
            Err(error) => above.push(Message::strong(words.error(&error, &context.command()))),
        }
    }
}

/// A folder holds the file; anything else is the file itself. What ends as a PDF would is the PDF's name: the other file
/// lies beside it.
fn place(typed: &str) -> PathBuf {
    let path = Path::new(typed);
    if path.is_dir() {
        return path.join(NAME);
    }
    match path.extension() {
        Some(ending) if ending.eq_ignore_ascii_case("pdf") => path.with_extension("html"),
        _ => path.into(),
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::app::test_context::TestContext;
    use crate::prompt::{Action, Scripted, ScriptedReply};

    /// A file that is there already: it is not written over.
    fn trial_file(folder: &Path) -> PathBuf {
        let path = folder.join("letter.txt");
        std::fs::write(&path, "mine").unwrap();
        path
    }

    /// No computer has this browser.
    const NONE: &str = "/nowhere/at/all";

    /// What lies in the folder after the pages were asked for at `place`, and what was said.
    fn asked_for(place: &Path, browser: &Path) -> (Vec<String>, String) {
        let mut trial = TestContext::new();
        let typed = place.to_str().unwrap().into();
        let replies = vec![("paper.place", ScriptedReply::Line(typed))];
        trial.prompter = Some(Box::new(Scripted::answering(replies)));
        trial
            .run(|context| blank_pages_with(Some(browser), "us", context))
            .unwrap();
        let folder = std::fs::read_dir(place.parent().unwrap()).unwrap();
        let mut names: Vec<String> = folder
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        (names, trial.stderr())
    }

    /// A script that prints as a browser does.
    #[cfg(unix)]
    pub(in crate::visit) fn browser(folder: &Path) -> PathBuf {
        use std::os::unix::fs::PermissionsExt;
        let path = folder.join("browser");
        let script = "#!/bin/sh\nfor word; do case $word in --print-to-pdf=*) pdf=${word#*=};; esac; done\n\
                      { echo %PDF-1.4; echo %%EOF; } > \"$pdf\"\n";
        std::fs::write(&path, script).unwrap();
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o700)).unwrap();
        path
    }

    #[cfg(unix)]
    #[test]
    fn where_a_browser_is_a_pdf_lies_beside_and_both_are_named() {
        let (folder, tools) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let browser = browser(tools.path());
        let (names, said) = asked_for(&folder.path().join("a.PDF"), &browser);
        assert_eq!(names, ["a.html", "a.pdf"]);
        assert!(said.contains("a.html") && said.contains("a.pdf"), "{said}");
        let pdf = std::fs::read(folder.path().join("a.pdf")).unwrap();
        assert!(pdf.starts_with(b"%PDF"));
        // A PDF that is there already is somebody's: it stays.
        std::fs::write(folder.path().join("b.pdf"), "mine").unwrap();
        asked_for(&folder.path().join("b.html"), &browser);
        assert_eq!(std::fs::read(folder.path().join("b.pdf")).unwrap(), b"mine");
        assert!(folder.path().join("b-again-2.pdf").exists());
    }

    #[test]
    fn without_a_browser_the_one_file_is_there_and_that_is_said() {
        let folder = tempfile::tempdir().unwrap();
        let (names, said) = asked_for(&folder.path().join("a.html"), Path::new(NONE));
        assert_eq!(names, ["a.html"]);
        let words = crate::words::Words::load("en", None).unwrap();
        assert!(said.contains("a.html"), "{said}");
        let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat(&said).contains(&flat(words.home.on_paper_no_pdf)), "{said}");
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
        trial
            .run(|context| blank_pages_with(Some(Path::new(NONE)), "us", context))
            .unwrap();
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
