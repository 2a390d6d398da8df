//! `sheet` and `checklist`: prints one page, all pages, or the names of those that are out of date.

mod all;
mod drawn;
pub(super) mod made;
mod paper;
pub(super) mod printed;
mod reader;

use std::path::{Path, PathBuf};

use crate::cli::{PageFormat, Printing};
use crate::error::Error;
use crate::plan::{Id, Plan};
use crate::sheets::{self, Kind, Why};
use crate::text;
use crate::words::{Words, fill, shown};

use super::{COLUMNS, Errand, Exit, give, open};

/// Prints the page `kind`, for `reader` where it is a personal one; `all` prints each into a folder, `stale` names the
/// printed ones that are wrong by now, and no name at all says which there are.
///
/// # Errors
/// As [`open`]; the page could not be written; no browser makes a PDF; nobody takes what is printed.
pub fn sheet(
    kind: Option<&str>,
    reader: Option<&str>,
    printing: &Printing,
    errand: &mut Errand,
) -> Result<Exit, Error> {
    match kind {
        None => list(errand),
        Some("all") => all::all(printing, errand),
        Some("stale") => printed::tell_stale(errand),
        Some(code) => match Kind::of(code) {
            Some(kind) => one(kind, reader, printing, errand),
            None => unknown(code, errand),
        },
    }
}

/// One page.
fn one(kind: Kind, reader: Option<&str>, printing: &Printing, errand: &mut Errand) -> Result<Exit, Error> {
    let (mut store, mut plan, _) = open(errand)?;
    let format = drawn::format(printing);
    let words = errand.words;
    if format == PageFormat::Pdf && printing.out.is_none() && !printing.open && errand.around.stdout_tty {
        return refuse(&words.sheet.pdf_to_screen, errand);
    }
    if drawn::is_of_the_checklist(format) && kind != Kind::Checklist {
        return refuse(&words.sheet.checklist_only, errand);
    }
    // Nobody is asked for whom, where there is no such page for anybody.
    if let Some(why) = kind.missing(&plan) {
        return refuse(&missing(why, &plan, words), errand);
    }
    let reader = match reader::find(kind, reader, &plan, words) {
        Ok(reader) => reader,
        Err(said) => return refuse(&said, errand),
    };
    let page = match sheets::compose(kind, reader.as_ref(), &plan, words, errand.today) {
        Ok(page) => page,
        Err(why) => return refuse(&missing(why, &plan, words), errand),
    };
    if !paper::is_safe(&plan, format, errand)? {
        return Ok(Exit::Done);
    }
    if let Some(out) = &printing.out {
        give::may_write(out, printing.force, errand)?;
    }
    let drawn = drawn::draw(&page, &plan, printing, &folder_for(printing, errand)?, errand)?;
    let name = file_name(kind, reader.as_ref(), &plan);
    let path = deliver(&drawn, &name, format, printing, errand)?;
    if path.is_some() || !errand.around.stdout_tty {
        let note = printed::note(kind, reader, &page, path, errand.today);
        printed::keep(vec![note], &mut store, &mut plan, errand)?;
    }
    let left_out = made::left_out(&page, &words.sheet.left_out_title, words);
    for said in made::hand_over([kind].into_iter(), words).into_iter().chain(left_out) {
        errand.tell(&said)?;
    }
    Ok(Exit::Done)
}

/// Says what is so and what to do; nothing was done.
fn refuse(said: &str, errand: &mut Errand) -> Result<Exit, Error> {
    errand.tell(said)?;
    Ok(Exit::Failed)
}

/// Which pages there are.
fn list(errand: &mut Errand) -> Result<Exit, Error> {
    let own = &errand.words.sheet;
    let mut lines = vec![own.title.clone()];
    for kind in Kind::ALL {
        let about = own.kind.get(kind.code()).map_or("", String::as_str);
        let row = fill(&own.row, &[("kind", kind.code()), ("about", about)]);
        lines.extend(text::hang(&row, COLUMNS, "  ", "    "));
    }
    let how = fill(&own.how, &[("command", &errand.command_on("sheet"))]);
    lines.push(String::new());
    lines.extend(text::wrap(&how, COLUMNS));
    errand.print(&(lines.join("\n") + "\n"))?;
    Ok(Exit::Done)
}

fn unknown(code: &str, errand: &mut Errand) -> Result<Exit, Error> {
    let own = &errand.words.sheet;
    let near = Kind::ALL.iter().map(|kind| kind.code()).chain(["all", "stale"]);
    let near = near
        .map(|known| (strsim::jaro_winkler(code, known), known))
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|one, other| one.0.total_cmp(&other.0));
    let sentence = near.map_or(&own.unknown, |_| &own.meant);
    let said = fill(
        sentence,
        &[
            ("kind", &text::line(code)),
            ("meant", near.map_or("", |(_, known)| known)),
            ("command", "steadfast sheet"),
        ],
    );
    errand.tell(&said)?;
    Ok(Exit::Usage)
}

/// Why a page is not there, and which are.
fn missing(why: Why, plan: &Plan, words: &Words) -> String {
    let own = &words.sheet;
    let there = Kind::ALL.iter().filter(|kind| kind.missing(plan).is_none());
    let kinds: Vec<&str> = there.map(|kind| kind.code()).collect();
    let said = own.missing.get(why.code()).map_or("", String::as_str);
    fill(said, &[("kinds", &kinds.join(", "))])
}

/// The folder the page goes to, else that of the plan.
fn folder_for(printing: &Printing, errand: &Errand) -> Result<PathBuf, Error> {
    let beside = match &printing.out {
        Some(out) => out.clone(),
        None => errand.path()?,
    };
    Ok(beside.parent().map_or_else(PathBuf::new, Path::to_path_buf))
}

/// What a page is called: its kind, and the number of the one it is for.
pub(super) fn file_name(kind: Kind, reader: Option<&Id>, plan: &Plan) -> String {
    let number = sheets::readers(plan).into_iter().find(|(_, id)| Some(id) == reader);
    match number {
        Some((number, _)) => format!("{}-{number}", kind.code()),
        None => kind.code().to_string(),
    }
}

/// To the file that was named, to a new one beside the plan where it is only to be shown, else to stdout.
fn deliver(
    drawn: &[u8],
    name: &str,
    format: PageFormat,
    printing: &Printing,
    errand: &mut Errand,
) -> Result<Option<PathBuf>, Error> {
    let path = match &printing.out {
        Some(path) => path.clone(),
        None if printing.open => free(&folder_for(printing, errand)?, name, drawn::ending(format)),
        None => {
            errand.print_bytes(drawn)?;
            return Ok(None);
        }
    };
    give::write(&path, drawn, printing.force, errand)?;
    if printing.open && opener::open(&path).is_err() {
        errand.tell(&fill(&errand.words.sheet.no_viewer, &[("path", &shown(&path))]))?;
    }
    Ok(Some(path))
}

/// The first free name: `person-2.html`, `person-2-again-2.html` and so on.
pub(super) fn free(folder: &Path, name: &str, ending: &str) -> PathBuf {
    let names = (2..).map(|n| format!("{name}-again-{n}.{ending}"));
    let mut names = std::iter::once(format!("{name}.{ending}"))
        .chain(names)
        .map(|name| folder.join(name));
    names.find(|path| path.symlink_metadata().is_err()).unwrap_or_default()
}

#[cfg(test)]
mod tests;
