//! Which pages were given out, and which of them are wrong by now.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use crate::app::{Context, Exit, belongings, open};
use crate::error::Error;
use crate::plan::{Id, Plan, PrintRecord};
use crate::sheets::{self, Page, SheetKind};
use crate::store::{Locked, Store, file};
use crate::text;
use crate::words::{Words, fill_placeholders};

/// Notes that a page was given out.
pub fn print_record(
    kind: SheetKind,
    reader: Option<Id>,
    page: &Page,
    path: Option<PathBuf>,
    today: NaiveDate,
) -> PrintRecord {
    PrintRecord {
        sheet: kind.code().into(),
        reader,
        on: today,
        mark: page_hash(page),
        path: path.map(|path| whole(&path).to_string_lossy().into_owned()),
    }
}

/// What goes out of a plan as a file for another program, and is no page: nobody asks whether it is out of date.
const EXPORTS: [&str; 2] = [CALENDAR, CONTACTS];

/// The dates, for a calendar.
pub const CALENDAR: &str = "calendar";

/// The numbers, for an address book.
pub const CONTACTS: &str = "contacts";

/// Notes that such a file was given out: it holds words of the plan as a page does.
pub fn export_record(what: &str, path: &Path, today: NaiveDate) -> PrintRecord {
    PrintRecord {
        sheet: what.into(),
        reader: None,
        on: today,
        mark: String::new(),
        path: Some(whole(path).to_string_lossy().into_owned()),
    }
}

/// Gives pages out with `give`, and notes them in the plan before the first byte: whatever ends the program then, it is
/// known where something of them may lie. The newest note of the same page in the same place takes the place of the one
/// before. No question was answered, so nothing else of the plan changes. Where it cannot be noted, that is said.
///
/// # Errors
/// As `give`, and the notes are as they were then; nobody takes what is said.
pub fn give_out(
    notes: Vec<PrintRecord>,
    store: &mut Store,
    plan: &mut Plan,
    context: &mut Context,
    give: impl FnOnce(&Plan, &mut Context) -> Result<(), Error>,
) -> Result<(), Error> {
    // The window that works on the plan would find it changed underneath; the page is given out all the same.
    let noted = !notes.is_empty() && store.lock() != Locked::Elsewhere;
    let before = plan.printed.clone();
    if noted {
        notes.into_iter().for_each(|note| add_record(note, plan));
        belongings::sweep(store.path(), plan);
        if let Err(error) = store.save(plan) {
            let why = context.words.error(&error, &context.command());
            context.print_notice(&fill_placeholders(context.words.sheet.unkept, &[("why", &why)]))?;
        }
    }
    let given = give(plan, context);
    if given.is_err() && noted {
        plan.printed = before;
        let _ = store.save(plan);
    }
    given
}

/// The full path of a page that may not be there yet.
fn whole(path: &Path) -> PathBuf {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.into());
    let folder = absolute.parent().and_then(|folder| dunce::canonicalize(folder).ok());
    match (folder, absolute.file_name()) {
        (Some(folder), Some(name)) => folder.join(name),
        _ => absolute,
    }
}

/// Puts a note into the plan, in the place of the one before.
pub fn add_record(note: PrintRecord, plan: &mut Plan) {
    let same = |old: &PrintRecord| (&old.sheet, &old.reader, &old.path) == (&note.sheet, &note.reader, &note.path);
    plan.printed.retain(|old| !same(old));
    plan.printed.push(note);
}

/// What is on a page, as a number that is the same on every computer.
fn page_hash(page: &Page) -> String {
    text_hash(sheets::text(page).as_bytes())
}

/// FNV-1a, in 64 bits: old plans hold it, so it stays what it is.
pub fn text_hash(text: &[u8]) -> String {
    let step = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    format!("{:016x}", text.iter().fold(0xcbf2_9ce4_8422_2325, step))
}

/// The printed pages that would be others today, although the day alone makes no page wrong: each is composed as of the
/// day it was printed.
pub fn stale_pages<'a>(plan: &'a Plan, words: &Words) -> Vec<&'a PrintRecord> {
    let is_other = |note: &&PrintRecord| {
        let now = SheetKind::from_code(&note.sheet)
            .and_then(|kind| sheets::compose(kind, note.reader.as_ref(), plan, words, note.on).ok());
        now.is_none_or(|page| page_hash(&page) != note.mark)
    };
    let pages = plan.printed.iter();
    pages
        .filter(|note| !EXPORTS.contains(&note.sheet.as_str()))
        .filter(is_other)
        .collect()
}

/// The pages that were saved and are still there.
pub fn saved_pages(plan: &Plan) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = plan
        .printed
        .iter()
        .filter_map(|note| note.path.as_ref())
        .map(PathBuf::from)
        .collect();
    paths.retain(|path| path.is_file());
    paths.sort();
    paths.dedup();
    paths
}

/// The same in two: those that are as they were written, and those of which nobody can say so. A plan can name any
/// file.
pub fn saved_pages_by_change(plan: &Plan, words: &Words) -> (Vec<PathBuf>, Vec<PathBuf>) {
    saved_pages(plan).into_iter().partition(|path| {
        let named = |note: &&PrintRecord| note.path.as_ref().is_some_and(|named| path == Path::new(named));
        let mut notes = plan.printed.iter().filter(named);
        !path.is_symlink() && notes.any(|note| is_as_written(note, path, plan, words))
    })
}

/// Whether a file is the page of this note, drawn again as it was: a note alone may come from anybody.
fn is_as_written(note: &PrintRecord, path: &Path, plan: &Plan, words: &Words) -> bool {
    let Ok(bytes) = file::read_bytes(path) else {
        return false;
    };
    let page = SheetKind::from_code(&note.sheet)
        .and_then(|kind| sheets::compose(kind, note.reader.as_ref(), plan, words, note.on).ok())
        .filter(|page| page_hash(page) == note.mark);
    let drawn = |page: &Page| [sheets::text(page), sheets::html(page), sheets::markdown(page)];
    page.is_some_and(|page| drawn(&page).iter().any(|drawn| drawn.as_bytes() == bytes))
}

/// The mark of a page tells whoever guesses what stood on it. Of those that the plan would not give out so any more,
/// nothing is kept: they stay out of date.
pub fn let_go_of_stale_marks(plan: &mut Plan, words: &Words) {
    let stale: Vec<String> = stale_pages(plan, words).iter().map(|note| note.mark.clone()).collect();
    let stale = plan.printed.iter_mut().filter(|note| stale.contains(&note.mark));
    stale.for_each(|note| note.mark.clear());
}

/// The same in an older plan: only what is kept `now` stays.
pub fn let_go_of_other_marks(plan: &mut Plan, now: &Plan) {
    let is_kept = |note: &PrintRecord| now.printed.iter().any(|kept| kept.mark == note.mark);
    let others = plan.printed.iter_mut().filter(|note| !is_kept(note));
    others.for_each(|note| note.mark.clear());
}

/// `sheet stale`: names them. Some are found: 3, as a check that finds something.
///
/// # Errors
/// As [`open()`]; stdout is closed.
pub fn print_stale_pages(context: &mut Context) -> Result<Exit, Error> {
    let (_, plan, _) = open(context)?;
    let own = &context.words.sheet;
    let found = stale_pages(&plan, context.words);
    if found.is_empty() {
        context.print_lines(&format!("{}\n", own.stale_none))?;
        return Ok(Exit::Done);
    }
    let rows = found
        .iter()
        .map(|note| format!("  {}\n", record_row(note, &plan, context.words)));
    let said = format!("{}\n{}", own.stale_title, rows.collect::<String>());
    context.print_lines(&said)?;
    Ok(Exit::Found)
}

/// One printed page as it is named: which, for whom, and from which day.
pub fn record_row(note: &PrintRecord, plan: &Plan, words: &Words) -> String {
    let own = &words.sheet;
    let who = note.reader.as_ref().and_then(|id| plan.name_of(id));
    let page = match who {
        Some(who) => fill_placeholders(own.for_person, &[("who", &who)]),
        // A sheet of a newer program has no label here, and its name may be anything.
        None => own
            .label
            .get(&note.sheet)
            .map_or_else(|| text::sanitize_line(&note.sheet), |label| label.to_string()),
    };
    fill_placeholders(own.stale_row, &[("page", &page), ("date", &words.long_date(note.on))])
}

#[cfg(test)]
mod tests {
    use super::text_hash;

    /// The numbers that whoever made FNV-1a gives for these.
    #[test]
    fn the_mark_of_a_page_is_what_it_was_in_every_plan_that_holds_one() {
        let known = [
            ("", "cbf29ce484222325"),
            ("a", "af63dc4c8601ec8c"),
            ("foobar", "85944171f73967e8"),
        ];
        for (text, mark) in known {
            assert_eq!(text_hash(text.as_bytes()), mark, "{text}");
        }
    }
}
