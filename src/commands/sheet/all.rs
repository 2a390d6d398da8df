//! `sheet all`: every page of a plan into one folder, all of them or none.

use std::fs;
use std::path::{Path, PathBuf};

use crate::cli::Printing;
use crate::commands::{Errand, Exit, give, open};
use crate::error::Error;
use crate::plan::{Id, Plan};
use crate::sheets::{self, Kind, Page};
use crate::store::file;
use crate::words::{fill, shown};

use super::{drawn, file_name, paper, printed, refuse, tell_left_out};

/// Makes the folder for its owner only, and puts each page in it that the plan has. Every page is drawn before the first
/// is written.
///
/// # Errors
/// [`Error::AlreadyThere`] where the folder holds something and nobody said that pages may be written over; as for one page.
pub fn all(printing: &Printing, errand: &mut Errand) -> Result<Exit, Error> {
    let (mut store, mut plan, _) = open(errand)?;
    let own = &errand.words.sheet;
    let Some(folder) = printing.out.clone() else {
        return refuse(&own.out_needed.clone(), errand);
    };
    // The name of a folder says no format.
    let as_format = Printing {
        out: None,
        ..printing.clone()
    };
    let format = drawn::format(&as_format);
    if drawn::is_of_the_checklist(format) {
        return refuse(&own.checklist_only.clone(), errand);
    }
    if !printing.force && fs::read_dir(&folder).is_ok_and(|mut inside| inside.next().is_some()) {
        return Err(Error::AlreadyThere { path: folder });
    }
    if !paper::is_safe(&plan, format, errand)? {
        return Ok(Exit::Done);
    }
    file::make_folder(&folder)?;
    let mut drawn = Vec::new();
    for (kind, reader, page) in pages(&plan, errand) {
        let name = format!("{}.{}", file_name(kind, reader.as_ref(), &plan), drawn::ending(format));
        let content = drawn::draw(&page, &plan, &as_format, &folder, errand)?;
        drawn.push((folder.join(name), content, kind, reader, page));
    }
    write(
        &drawn
            .iter()
            .map(|(path, content, ..)| (path, content))
            .collect::<Vec<_>>(),
        printing,
        errand,
    )?;
    let notes = drawn.iter().map(|(path, _, kind, reader, page)| {
        printed::note(*kind, reader.clone(), page, Some(path.clone()), errand.today)
    });
    let notes = notes.collect();
    printed::keep(notes, &mut store, &mut plan, errand)?;
    let said = fill(
        &errand.words.sheet.all_saved.of(drawn.len()),
        &[("path", &shown(&folder))],
    );
    errand.tell(&said)?;
    for (path, .., page) in &drawn {
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        let title = fill(&errand.words.sheet.left_out_named, &[("page", &name)]);
        tell_left_out(page, &title, errand)?;
    }
    Ok(Exit::Done)
}

/// Every page that this plan has.
fn pages(plan: &Plan, errand: &Errand) -> Vec<(Kind, Option<Id>, Page)> {
    let composed = sheets::every(plan).into_iter().filter_map(|(kind, reader)| {
        let page = sheets::compose(kind, reader.as_ref(), plan, errand.words, errand.today).ok()?;
        Some((kind, reader, page))
    });
    composed.collect()
}

/// Writes each; where one fails, those before it go again.
fn write(files: &[(&PathBuf, &Vec<u8>)], printing: &Printing, errand: &Errand) -> Result<(), Error> {
    for (at, (path, content)) in files.iter().enumerate() {
        if let Err(error) =
            give::may_write(path, printing.force, errand).and_then(|()| file::write_whole(path, content))
        {
            for (written, _) in &files[..at] {
                let _ = file::remove(Path::new(written));
            }
            return Err(error);
        }
    }
    Ok(())
}
