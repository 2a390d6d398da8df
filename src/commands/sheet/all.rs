//! `sheet all`: every page of a plan into one folder, all of them or none.

use std::fs;
use std::path::Path;

use crate::app::publish::{file_name, format, print_log, print_safety};
use crate::app::{Context, Exit, open, output_file};
use crate::cli::PrintOptions;
use crate::error::Error;
use crate::plan::Plan;
use crate::sheets;
use crate::store::file;
use crate::words::display_path;

use crate::app::publish::rendered::{RenderedSheet, hand_over_notes, kinds, left_out_of, shown_first, write_all};

/// Makes the folder for its owner only, and puts each page in it that the plan has. Every page is drawn before the
/// first is written.
///
/// # Errors
/// [`Error::AlreadyThere`] where the folder holds something and nobody said that pages may be written over; as for one
/// page.
pub fn all(printing: &PrintOptions, context: &mut Context) -> Result<Exit, Error> {
    let (mut store, mut plan, _) = open(context)?;
    let words = context.words;
    let Some(folder) = &printing.out else {
        return context.end(Exit::Failed, words.sheet.out_needed);
    };
    // The name of a folder says no format.
    let as_format = PrintOptions {
        out: None,
        ..printing.clone()
    };
    let format = format::format(&as_format);
    if format::is_of_the_checklist(format) {
        return context.end(Exit::Failed, words.sheet.checklist_only);
    }
    if !printing.force && fs::read_dir(folder).is_ok_and(|mut inside| inside.next().is_some()) {
        return Err(Error::AlreadyThere(folder.clone()));
    }
    if !print_safety::is_safe(&plan, format, context)? {
        return Ok(Exit::Done);
    }
    file::make_folder(folder).map_err(output_file::as_output_error)?;
    let mut made = compose(folder, &as_format, &plan, context);
    for page in &made {
        output_file::may_write(&page.path, printing.force, context)?;
    }
    if let Some(said) = shown_first(made.iter().map(|made| (made.kind, &made.page)), &plan, words) {
        context.print_notice(&said)?;
    }
    let notes = made.iter().map(|page| page.print_record(context.today)).collect();
    print_log::give_out(notes, &mut store, &mut plan, context, |plan, context| {
        for page in &mut made {
            page.content = format::render(&page.page, plan, &as_format, folder, context)?;
        }
        write_all(&made, printing.force).map_err(output_file::as_output_error)
    })?;
    let saved = words
        .sheet
        .all_saved
        .with(made.len(), &[("path", &display_path(folder))]);
    context.confirm(&saved)?;
    output_file::warn_if_unlocked(context)?;
    hand_over_notes(&kinds(&made), format, words)
        .iter()
        .chain(&left_out_of(&made, words))
        .try_for_each(|said| context.print_notice(said))?;
    Ok(Exit::Done)
}

/// Every page that this plan has, for this folder; not drawn yet.
fn compose(folder: &Path, printing: &PrintOptions, plan: &Plan, context: &Context) -> Vec<RenderedSheet> {
    let ending = format::ending(format::format(printing));
    let mut made = Vec::new();
    for (kind, reader) in sheets::every(plan) {
        let Ok(page) = sheets::compose(kind, reader.as_ref(), plan, context.words, context.today) else {
            continue;
        };
        let path = folder.join(format!("{}.{ending}", file_name(kind, reader.as_ref(), plan)));
        made.push(RenderedSheet {
            kind,
            reader,
            page,
            path,
            content: Vec::new(),
        });
    }
    made
}
