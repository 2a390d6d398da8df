//! `sheet` and `checklist`: prints one page, all pages, or the names of those that are out of date.

mod all;
mod blank;
pub mod reader;

use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::cli::{PageFormat, PrintOptions};
use crate::error::Error;
use crate::plan::Plan;
use crate::sheets::{self, Block, Page, SheetKind, WhyMissing};
use crate::text;
use crate::words::{Words, display_path, fill_placeholders};

use crate::app::publish::{file_name, format, print_log, print_safety, rendered, unused_path};
use crate::app::{Context, Exit, open, open_unasked, output_file};

/// What the pages to fill in by hand are called: they are no page of a plan.
const BLANK: &str = "blank";

/// Prints the page `kind`, for `reader` if it is a personal one; `all` prints each into a folder, `stale` names the
/// printed ones that are wrong by now, `blank` prints the pages to fill in by hand, and no name at all says which
/// there are.
///
/// # Errors
/// As [`open()`]; the page could not be written; no browser makes a PDF; stdout is closed.
pub fn sheet(
    kind: Option<&str>,
    reader: Option<&str>,
    printing: &PrintOptions,
    context: &mut Context,
) -> Result<Exit, Error> {
    match kind {
        None => list_sheets(printing, context),
        Some("all") => all::all(printing, context),
        Some(BLANK) => blank::blank(reader, printing, context),
        Some("stale") => print_log::print_stale_pages(context),
        Some(code) => match SheetKind::from_code(code) {
            Some(kind) => print_sheet(kind, reader, printing, context),
            None => unknown(code, context),
        },
    }
}

/// One page.
fn print_sheet(
    kind: SheetKind,
    reader: Option<&str>,
    printing: &PrintOptions,
    context: &mut Context,
) -> Result<Exit, Error> {
    let (mut store, mut plan, _) = open(context)?;
    let format = format::format(printing);
    let words = context.words;
    if format == PageFormat::Pdf && printing.out.is_none() && !printing.open && context.surroundings.stdout_tty {
        return context.end(Exit::Failed, words.sheet.pdf_to_screen);
    }
    if format::is_of_the_checklist(format) && kind != SheetKind::Checklist {
        return context.end(Exit::Failed, words.sheet.checklist_only);
    }
    // Nobody is asked for whom, if there is no such page for anybody.
    if let Some(why) = kind.missing(&plan) {
        return context.end(Exit::Failed, &missing_because(why, &plan, words));
    }
    let reader = match reader::find(kind, reader, &plan, words) {
        Ok(reader) => reader,
        Err(said) => return context.end(Exit::Failed, &said),
    };
    let page = match sheets::compose(kind, reader.as_ref(), &plan, words, context.today) {
        Ok(page) => page,
        Err(why) => return context.end(Exit::Failed, &missing_because(why, &plan, words)),
    };
    if !print_safety::is_safe(&plan, format, context)? {
        return Ok(Exit::Done);
    }
    if let Some(out) = &printing.out {
        output_file::may_write(out, printing.force, context)?;
    }
    let first = rendered::shown_first([(kind, &page)].into_iter(), &plan, words);
    let name = file_name(kind, reader.as_ref(), &plan);
    let path = destination(&name, format, printing, context)?;
    let is_read_here = format == PageFormat::Text && path.is_none() && context.surroundings.stdout_tty;
    if let Some(said) = first.as_ref().filter(|_| !is_read_here) {
        context.print_notice(said)?;
    }
    let noted = path.is_some() || !context.surroundings.stdout_tty;
    let note = noted.then(|| print_log::print_record(kind, reader, &page, path.clone(), context.today));
    print_log::give_out(
        note.into_iter().collect(),
        &mut store,
        &mut plan,
        context,
        |plan, context| {
            if is_read_here {
                return read_here(&page, first.as_deref(), plan, context);
            }
            let drawn = format::render(&page, plan, printing, &folder_for(printing, context)?, context)?;
            deliver(&drawn, path.as_deref(), printing, context)
        },
    )?;
    say_of_page(kind, &page, format, context)?;
    Ok(Exit::Done)
}

/// What is told of a page that was given out, and not on it.
fn say_of_page(kind: SheetKind, page: &Page, format: PageFormat, context: &mut Context) -> Result<(), Error> {
    let words = context.words;
    let left_out = rendered::left_out(page, words.sheet.left_out_title, words);
    let notes = rendered::hand_over_notes(&[(kind, page)], format, words);
    notes
        .into_iter()
        .chain(left_out)
        .try_for_each(|said| context.print_notice(&said))
}

/// Shows a page in this window, below what is to be seen before anybody gets it.
fn read_here(page: &Page, first: Option<&str>, plan: &Plan, context: &mut Context) -> Result<(), Error> {
    context.print_private(plan, |columns| {
        let first = first.map(|said| text::wrap_words(said, columns) + "\n\n");
        first.unwrap_or_default() + &sheets::text_within(page, columns)
    })
}

/// Which pages there are: those that the plan has now. Nobody is asked for a passphrase to see them, so where the plan
/// is locked, or there is none, each is here.
fn list_sheets(printing: &PrintOptions, context: &mut Context) -> Result<Exit, Error> {
    let plan = open_unasked(context).ok();
    let is_there = |kind: &SheetKind| plan.as_ref().is_none_or(|plan| kind.missing(plan).is_none());
    let own = &context.words.sheet;
    let kinds = SheetKind::ALL
        .iter()
        .filter(|kind| is_there(kind))
        .map(|kind| (kind.code(), own.kind.said(kind.code())));
    let pages = kinds
        .chain([(BLANK, own.blank)])
        .map(|(page, about)| PageRow { page, about });
    let pages: Vec<PageRow> = pages.collect();
    if printing.format == Some(PageFormat::Json) {
        context.print_json(&PageList { pages: &pages })?;
        return Ok(Exit::Done);
    }
    let rows = pages.iter().map(|row| (row.page.into(), row.about.into()));
    let how = fill_placeholders(own.how, &[("command", &context.command_on("sheet"))]);
    context.print_blocks(&[
        Block::Words(own.title.into()),
        Block::Facts(rows.collect()),
        Block::Words(how),
    ])?;
    Ok(Exit::Done)
}

/// The pages there are.
#[derive(Serialize)]
struct PageList<'a> {
    pages: &'a [PageRow],
}

/// One of them.
#[derive(Serialize)]
struct PageRow {
    page: &'static str,
    about: &'static str,
}

fn unknown(code: &str, context: &mut Context) -> Result<Exit, Error> {
    let own = &context.words.sheet;
    let near = SheetKind::ALL
        .iter()
        .map(|kind| kind.code())
        .chain(["all", "stale", BLANK]);
    let near = near
        .map(|known| (strsim::jaro_winkler(code, known), known))
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|one, other| one.0.total_cmp(&other.0));
    let sentence = near.map_or(own.unknown, |_| own.meant);
    let said = fill_placeholders(
        sentence,
        &[
            ("kind", &text::sanitize_line(code)),
            ("meant", near.map_or("", |(_, known)| known)),
            ("command", "steadfast sheet"),
        ],
    );
    context.end(Exit::Usage, &said)
}

/// Why a page is not there, and which are.
fn missing_because(why: WhyMissing, plan: &Plan, words: &Words) -> String {
    let own = &words.sheet;
    let there = SheetKind::ALL.iter().filter(|kind| kind.missing(plan).is_none());
    let kinds: Vec<&str> = there.map(|kind| kind.code()).collect();
    let said = own.missing.said(why.code());
    fill_placeholders(said, &[("kinds", &kinds.join(", "))])
}

/// The folder the page goes to, else that of the plan.
fn folder_for(printing: &PrintOptions, context: &Context) -> Result<PathBuf, Error> {
    let beside = match &printing.out {
        Some(out) => out.clone(),
        None => context.plan_path()?,
    };
    Ok(beside.parent().map_or_else(PathBuf::new, Path::to_path_buf))
}

/// Where the page goes: to the file that was named, or to a new one beside the plan if it is only to be shown; `None` is
/// stdout.
fn destination(
    name: &str,
    format: PageFormat,
    printing: &PrintOptions,
    context: &Context,
) -> Result<Option<PathBuf>, Error> {
    Ok(match &printing.out {
        Some(path) => Some(path.clone()),
        None if printing.open => Some(unused_path(
            &folder_for(printing, context)?,
            name,
            format::ending(format),
        )),
        None => None,
    })
}

fn deliver(drawn: &[u8], path: Option<&Path>, printing: &PrintOptions, context: &mut Context) -> Result<(), Error> {
    let Some(path) = path else {
        return context.print_bytes(drawn);
    };
    output_file::write(path, drawn, printing.force, context)?;
    // With its full path it is no option of the viewer, and no address.
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.into());
    if printing.open && open::that_detached(whole).is_err() {
        context.print_notice(&fill_placeholders(
            context.words.sheet.no_viewer,
            &[("path", &display_path(path))],
        ))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
