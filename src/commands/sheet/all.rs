//! `sheet all`: every page of a plan into one folder, all of them or none.

use std::fs;
use std::path::Path;

use crate::cli::Printing;
use crate::commands::{Errand, Exit, give, open};
use crate::error::Error;
use crate::plan::Plan;
use crate::sheets;
use crate::store::file;
use crate::words::{fill, shown};

use super::made::{Made, hand_over, left_out_of, put};
use super::{drawn, file_name, paper, printed, refuse};

/// Makes the folder for its owner only, and puts each page in it that the plan has. Every page is drawn before the first
/// is written.
///
/// # Errors
/// [`Error::AlreadyThere`] where the folder holds something and nobody said that pages may be written over; as for one page.
pub fn all(printing: &Printing, errand: &mut Errand) -> Result<Exit, Error> {
    let (mut store, mut plan, _) = open(errand)?;
    let words = errand.words;
    let Some(folder) = &printing.out else {
        return refuse(&words.sheet.out_needed, errand);
    };
    // The name of a folder says no format.
    let as_format = Printing {
        out: None,
        ..printing.clone()
    };
    let format = drawn::format(&as_format);
    if drawn::is_of_the_checklist(format) {
        return refuse(&words.sheet.checklist_only, errand);
    }
    if !printing.force && fs::read_dir(folder).is_ok_and(|mut inside| inside.next().is_some()) {
        return Err(Error::AlreadyThere { path: folder.clone() });
    }
    if !paper::is_safe(&plan, format, errand)? {
        return Ok(Exit::Done);
    }
    file::make_folder(folder).map_err(give::given)?;
    let made = make(folder, &as_format, &plan, errand)?;
    for page in &made {
        give::may_write(&page.path, printing.force, errand)?;
    }
    put(&made).map_err(give::given)?;
    let notes = made.iter().map(|page| page.note(errand.today)).collect();
    printed::keep(notes, &mut store, &mut plan, errand)?;
    errand.tell(&fill(
        &words.sheet.all_saved.of(made.len()),
        &[("path", &shown(folder))],
    ))?;
    give::tell_unlocked(errand)?;
    hand_over(made.iter().map(|page| page.kind), words)
        .iter()
        .chain(&left_out_of(&made, words))
        .try_for_each(|said| errand.tell(said))?;
    Ok(Exit::Done)
}

/// Draws every page that this plan has, for this folder.
fn make(folder: &Path, printing: &Printing, plan: &Plan, errand: &Errand) -> Result<Vec<Made>, Error> {
    let ending = drawn::ending(drawn::format(printing));
    let mut made = Vec::new();
    for (kind, reader) in sheets::every(plan) {
        let Ok(page) = sheets::compose(kind, reader.as_ref(), plan, errand.words, errand.today) else {
            continue;
        };
        let path = folder.join(format!("{}.{ending}", file_name(kind, reader.as_ref(), plan)));
        let content = drawn::draw(&page, plan, printing, folder, errand)?;
        made.push(Made {
            kind,
            reader,
            page,
            path,
            content,
        });
    }
    Ok(made)
}
