//! The pages a visit ends in, on the screen and as a file to print.

use std::io;
use std::path::{Path, PathBuf};

use crate::ask::Wish;
use crate::error::Error;
use crate::plan::{Gate, Plan};
use crate::walk::{Desk, End, Tier};
use crate::words::fill;
use crate::{readiness, sheets, store};

use super::{begin, choose};

/// What stands at the end of a length: the short list after ten minutes, else the checklist.
pub(super) fn end_of_length(plan: &Plan, desk: &mut Desk) -> io::Result<End> {
    let page = match Tier::of(plan) {
        Tier::TenMinutes => sheets::tonight(plan, desk.words, desk.today),
        _ => sheets::checklist(plan, desk.words, desk.today),
    };
    read(&sheets::text(&page), desk)
}

/// The checklist on the screen.
pub(super) fn show_checklist(plan: &Plan, desk: &mut Desk) -> io::Result<End> {
    read(&sheets::text(&sheets::checklist(plan, desk.words, desk.today)), desk)
}

fn read(text: &str, desk: &mut Desk) -> io::Result<End> {
    Ok(match desk.read(text)? {
        Some(Wish::Hide) => End::Hide,
        Some(Wish::Leave) => End::Leave,
        _ => End::Home,
    })
}

/// Saves the checklist as a page to print, beside the plan, never over another file, and says where.
pub(super) fn save_checklist(plan: &Plan, desk: &mut Desk, folder: &Path) -> io::Result<End> {
    let home = &desk.words.home;
    if readiness::gate(plan) == Gate::Closed {
        match choose(
            "paper",
            &home.paper_ask,
            &[&home.paper_no, &home.paper_yes],
            None,
            plan,
            desk,
        )? {
            Ok(1) => {}
            Ok(_) => return Ok(End::Home),
            Err(end) => return Ok(end),
        }
    }
    let html = sheets::html(&sheets::checklist(plan, desk.words, desk.today));
    let said = match write_new(folder, &html) {
        Ok(path) => fill(&home.page_saved, &[("path", &path.display().to_string())]),
        Err(error) => fill(&home.page_failed, &[("why", &desk.words.error(&error, "steadfast"))]),
    };
    Ok(match begin::tell(&said, desk)? {
        Some(Wish::Hide) => End::Hide,
        Some(Wish::Leave) => End::Leave,
        _ => End::Home,
    })
}

/// Writes under the first free name: `list.html`, `list-2.html` and so on.
fn write_new(folder: &Path, text: &str) -> Result<PathBuf, Error> {
    let names = std::iter::once("list.html".to_string()).chain((2..).map(|n| format!("list-{n}.html")));
    let free = names.map(|name| folder.join(name)).find(|path| !path.exists());
    let path = free.unwrap_or_else(|| folder.join("list.html"));
    store::file::write_whole(&path, text)?;
    Ok(path)
}
