//! Pages that are drawn and go into a folder together.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use crate::cli::PageFormat;
use crate::error::Error;
use crate::plan::{Id, Plan, PrintRecord, Text};
use crate::sheets::{self, Page, SheetKind};
use crate::store::file;
use crate::text;
use crate::words::{Words, fill_placeholders};

use super::print_log;

/// A page that is drawn, and where it goes.
pub struct RenderedSheet {
    /// Which page it is.
    pub kind: SheetKind,
    /// For whom, if it is a personal one.
    pub reader: Option<Id>,
    /// What is on it, and what is not.
    pub page: Page,
    /// Where it goes.
    pub path: PathBuf,
    /// The page in its format.
    pub content: Vec<u8>,
}

impl RenderedSheet {
    /// The note that it was given out.
    pub fn print_record(&self, today: NaiveDate) -> PrintRecord {
        let path = Some(self.path.clone());
        print_log::print_record(self.kind, self.reader.clone(), &self.page, path, today)
    }
}

/// Puts every page in its place, once all of them are whole on the disk: where one cannot be written, nothing that was
/// there before is touched, and no new page stays.
///
/// # Errors
/// As [`file::write_over`] or, without `force`, [`file::write_new`], of the page that could not be written.
pub fn write_all(made: &[RenderedSheet], force: bool) -> Result<(), Error> {
    let is_new = |page: &&RenderedSheet| page.path.symlink_metadata().is_err();
    let new: Vec<&Path> = made.iter().filter(is_new).map(|page| page.path.as_path()).collect();
    let waiting = made
        .iter()
        .map(|page| file::write_beside(&page.path, &page.content, force));
    let waiting = waiting.collect::<Result<Vec<_>, Error>>()?;
    put_all(made, waiting, &new)
}

/// Puts the pages in their places one after the other. Where one cannot be put, those of them that are `new` go again;
/// what somebody else put there meanwhile stays.
fn put_all(made: &[RenderedSheet], waiting: Vec<file::UnfinishedFile>, new: &[&Path]) -> Result<(), Error> {
    let mut put: Vec<&Path> = Vec::new();
    for (page, file) in made.iter().zip(waiting) {
        if let Err(error) = file.finish() {
            for path in put.iter().filter(|path| new.contains(path)) {
                let _ = file::remove(path);
            }
            return Err(error);
        }
        put.push(page.path.as_path());
    }
    Ok(())
}

/// What is not on these pages, for the one who prints, each with its title; of several pages each is named.
pub fn left_out_of(made: &[RenderedSheet], words: &Words) -> Vec<String> {
    let own = &words.sheet;
    let title = |page: &RenderedSheet| match made {
        [_] => own.left_out_title.into(),
        _ => {
            let name = page.path.file_stem().unwrap_or_default().to_string_lossy();
            fill_placeholders(own.left_out_named, &[("page", &name)])
        }
    };
    made.iter()
        .filter_map(|page| left_out(&page.page, &title(page), words))
        .collect()
}

/// The most letters that are named.
const NAMED: usize = 20;

/// What is to be known before these pages are handed out, and is not said on them: the one for the person only if that
/// is safe, and where there are letters that no font of this computer has.
pub fn hand_over_notes(pages: &[(SheetKind, &Page)], format: PageFormat, words: &Words) -> Vec<String> {
    let among = pages.iter().any(|(kind, _)| *kind == SheetKind::Offer);
    let safe = among.then(|| words.sheet.hand_over.into());
    let drawn = matches!(format, PageFormat::Html | PageFormat::Pdf);
    let missing = match drawn {
        true => sheets::missing_letters(pages.iter().map(|(_, page)| *page)),
        false => String::new(),
    };
    let named: String = missing.chars().take(NAMED).collect();
    let boxes = || fill_placeholders(words.sheet.no_font, &[("letters", &named)]);
    safe.into_iter().chain((!named.is_empty()).then(boxes)).collect()
}

/// Which pages these are, for [`hand_over_notes`].
pub fn kinds(made: &[RenderedSheet]) -> Vec<(SheetKind, &Page)> {
    made.iter().map(|page| (page.kind, &page.page)).collect()
}

/// What somebody else said that is on a page which was never given out before, as it was typed: to be seen by the one who
/// prints before anybody gets it (design#pages).
pub fn shown_first<'a>(
    pages: impl Iterator<Item = (SheetKind, &'a Page)>,
    plan: &Plan,
    words: &Words,
) -> Option<String> {
    let is_new = |kind: SheetKind| plan.printed.iter().all(|note| note.sheet != kind.code());
    let new: Vec<(SheetKind, &Page)> = pages.filter(|(kind, _)| is_new(*kind)).collect();
    let said = new.iter().flat_map(|(_, page)| &page.shown_first);
    let said: Vec<String> = said.map(|line| text::sanitize_line(line)).collect();
    // The list and the page for tonight are for the one who prints.
    let for_others = |kind: SheetKind| !matches!(kind, SheetKind::Checklist | SheetKind::Tonight);
    let others = new.iter().filter(|(kind, _)| for_others(*kind));
    let raw = raw_words(others.map(|(_, page)| *page), plan, words);
    let listed = |title: &str, lines: Vec<String>| {
        let all: Vec<String> = std::iter::once(title.to_string()).chain(lines).collect();
        (all.len() > 1).then(|| all.join("\n  "))
    };
    let parts = [
        listed(words.sheet.shown_first, said),
        listed(words.sheet.raw_first, raw),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join("\n"))
}

/// What was typed and is still to be found out, as it is on one of these pages.
fn raw_words<'a>(pages: impl Iterator<Item = &'a Page>, plan: &Plan, words: &Words) -> Vec<String> {
    let folded = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut raw: Vec<String> = Vec::new();
    plan.answers(&mut |_, answer| {
        let typed = answer
            .of::<Text>()
            .map(|text| folded(&text::sanitize_line(text.words())));
        raw.extend(typed.filter(|typed| words.holds_shrug(typed)));
    });
    if !raw.is_empty() {
        let pages: Vec<String> = pages.map(|page| folded(&sheets::text(page))).collect();
        raw.retain(|typed| pages.iter().any(|page| page.contains(typed)));
        raw.sort();
        raw.dedup();
    }
    raw
}

/// What is not on a page, under `title`; `None` if all of it is there.
pub fn left_out(page: &Page, title: &str, words: &Words) -> Option<String> {
    let counts = &words.sheet.left_out;
    let rows = page
        .left_out
        .iter()
        .filter_map(|(why, n)| counts.get(why.code()).map(|count| count.of(*n)));
    let said: Vec<String> = std::iter::once(title.to_string()).chain(rows).collect();
    (said.len() > 1).then(|| said.join("\n  "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheets;

    /// A page that goes to `path`.
    fn made(path: PathBuf) -> RenderedSheet {
        let words = Words::load("en", None).unwrap();
        let plan = serde_json::from_str(words.example).unwrap();
        let kind = SheetKind::Overdose;
        let page = sheets::compose(kind, None, &plan, &words, NaiveDate::default());
        RenderedSheet {
            kind,
            reader: None,
            page: page.ok().unwrap(),
            path,
            content: b"new".to_vec(),
        }
    }

    #[test]
    fn where_a_page_cannot_be_put_in_its_place_no_new_one_stays_and_none_is_lost() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        for name in ["first", "last"] {
            std::fs::write(at(name), "old").unwrap();
        }
        // By the time the third is put, the folder of the fourth is there.
        let pages = ["first", "second", "third", "third/fourth", "last"].map(|name| made(at(name)));
        assert!(write_all(&pages, true).is_err());
        assert!(!at("second").exists() && !at("third/fourth").exists());
        let said = |name| std::fs::read_to_string(at(name)).unwrap();
        assert_eq!((said("first"), said("last")), ("new".into(), "old".into()));
        let left = std::fs::read_dir(at("third")).unwrap().count();
        assert_eq!((std::fs::read_dir(folder.path()).unwrap().count(), left), (3, 0));
    }

    #[test]
    fn a_file_that_appears_while_pages_are_made_stays_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let pages = ["first", "second", "third"].map(|name| made(folder.path().join(name)));
        let new: Vec<&Path> = pages.iter().map(|page| page.path.as_path()).collect();
        let waiting = pages
            .iter()
            .map(|page| file::write_beside(&page.path, &page.content, false));
        let waiting: Vec<file::UnfinishedFile> = waiting.map(Result::unwrap).collect();
        std::fs::write(&pages[1].path, "theirs").unwrap();
        assert!(matches!(put_all(&pages, waiting, &new), Err(Error::AlreadyThere(_))));
        assert_eq!(std::fs::read_to_string(&pages[1].path).unwrap(), "theirs");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_in_the_place_of_a_page_is_replaced_and_not_followed() {
        let folder = tempfile::tempdir().unwrap();
        let (victim, page) = (folder.path().join("victim"), folder.path().join("page"));
        std::fs::write(&victim, "mine").unwrap();
        std::os::unix::fs::symlink(&victim, &page).unwrap();
        assert!(write_all(&[made(page.clone())], false).is_err());
        write_all(&[made(page.clone())], true).unwrap();
        assert_eq!(std::fs::read_to_string(&victim).unwrap(), "mine");
        assert!(!page.is_symlink() && std::fs::read_to_string(&page).unwrap() == "new");
    }
}
