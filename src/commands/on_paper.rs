//! On paper only: one file of blank pages where the person says, and nothing else on this computer.

use std::path::{Path, PathBuf};

use crate::ask::{Asker, Put, Reply, Said, Wish};
use crate::error::Error;
use crate::plan::Plan;
use crate::sheets;
use crate::store::file;
use crate::words::{fill, shown};

use super::Errand;
use super::give::may_write;
use super::reach::Reach;

/// The name of the file says nothing to a stranger.
const NAME: &str = "pages.html";

/// Asks for a place until the pages lie there, and says where. The window is cleared; whoever leaves without a place has
/// the pages printed instead, so that nobody goes with nothing in the hand.
///
/// # Errors
/// [`Error::Hidden`]; the terminal failed.
pub(super) fn blank_pages(country: &str, errand: &mut Errand) -> Result<(), Error> {
    let words = errand.words;
    let page = sheets::blank(country, words, errand.today);
    let html = sheets::html(&page);
    let mut asker = errand.asker()?;
    let path = saved(&html, country, asker.as_mut(), errand)?;
    asker.hide().map_err(Error::Terminal)?;
    drop(asker);
    match path {
        Some(path) => errand.tell(&fill(&words.home.on_paper, &[("path", &shown(&path))])),
        None => errand.print(&sheets::text(&page)),
    }
}

fn saved(html: &str, country: &str, asker: &mut dyn Asker, errand: &Errand) -> Result<Option<PathBuf>, Error> {
    let words = errand.words;
    let plan = Plan {
        country: country.into(),
        ..Plan::default()
    };
    let reach = Reach::new(&plan, words, errand.today);
    let mut above = Vec::new();
    loop {
        let put = Put {
            above: std::mem::take(&mut above),
            why: words.home.paper_place_why.clone(),
            fresh: true,
            ..Put::new("paper.place", &words.home.paper_place_ask, &words.home.paper_place)
        };
        let typed = match reach
            .ask(put, asker, |asker, put| asker.line(put, ""))
            .map_err(Error::Terminal)?
        {
            Reply::Given(typed) => typed,
            Reply::Wish(Wish::Hide) => return Err(Error::Hidden),
            Reply::Wish(_) => return Ok(None),
        };
        let path = place(&typed);
        let written = may_write(&path, false, errand).and_then(|()| file::write_whole(&path, html));
        match written {
            Ok(()) => return Ok(Some(path)),
            Err(error) => above.push(Said::strong(words.error(&error, &errand.command()))),
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
    use super::super::trial::Trial;
    use super::*;
    use crate::ask::{Answered, Scripted};

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
        let asked = |path: &Path| Answered::Line(path.to_str().unwrap().into());
        let mut trial = Trial::new();
        trial.asker = Some(Box::new(Scripted::answering(vec![
            ("paper.place", asked(&other)),
            ("paper.place", asked(folder.path())),
        ])));
        trial.run(|errand| blank_pages("us", errand)).unwrap();
        let names: Vec<_> = std::fs::read_dir(folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name())
            .collect();
        assert_eq!(names.len(), 2);
        let written = std::fs::read_to_string(folder.path().join(NAME)).unwrap();
        assert!(written.contains("<html") && written.contains("911"));
        assert_eq!(std::fs::read_to_string(&other).unwrap(), "mine");
        assert!(trial.told().contains(&shown(&folder.path().join(NAME))));
        assert!(!trial.path().exists());
    }

    #[test]
    fn whoever_leaves_without_a_place_has_the_pages_printed() {
        let mut trial = Trial::new();
        trial.asker = Some(Box::new(Scripted::answering(vec![(
            "paper.place",
            Answered::Wish(Wish::Leave),
        )])));
        trial.run(|errand| blank_pages("us", errand)).unwrap();
        assert!(trial.printed().contains("____"));
    }
}
