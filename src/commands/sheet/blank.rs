//! `sheet blank`: the pages to fill in by hand. No plan is read, and none needs to be there.

use std::path::{Path, PathBuf};

use crate::app::publish::{format, unused_path};
use crate::app::{Context, Exit, output_file, plan_of_country};
use crate::cli::{PageFormat, PrintOptions};
use crate::error::Error;
use crate::sheets;

use super::deliver;

/// The name of the file says nothing to a stranger.
const NAME: &str = "pages";

/// Prints the blank pages, with the numbers of this computer's country. Nothing of it is noted in a plan, and no file
/// goes beside one: what is only to be shown goes into the folder where the person is.
///
/// # Errors
/// The pages could not be written; no browser makes a PDF; stdout is closed.
pub fn blank(reader: Option<&str>, printing: &PrintOptions, context: &mut Context) -> Result<Exit, Error> {
    let format = format::format(printing);
    let own = &context.words.sheet;
    if reader.is_some() {
        return context.end(Exit::Failed, own.not_theirs);
    }
    if format::is_of_the_checklist(format) {
        return context.end(Exit::Failed, own.checklist_only);
    }
    if format == PageFormat::Pdf && printing.out.is_none() && !printing.open && context.surroundings.stdout_tty {
        return context.end(Exit::Failed, own.pdf_to_screen);
    }
    let mut printing = printing.clone();
    if printing.open && printing.out.is_none() {
        printing.out = Some(unused_path(Path::new(""), NAME, format::ending(format)));
    }
    if let Some(out) = &printing.out {
        output_file::may_write(out, printing.force, context)?;
    }
    let beside = printing.out.as_deref().and_then(Path::parent);
    let folder = beside.map_or_else(PathBuf::new, Path::to_path_buf);
    let plan = plan_of_country(context);
    let page = sheets::blank(&plan.country, context.words, context.today);
    let drawn = format::render(&page, &plan, &printing, &folder, context)?;
    deliver(&drawn, printing.out.as_deref(), &printing, context)?;
    Ok(Exit::Done)
}
