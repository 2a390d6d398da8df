//! In which format a page is drawn.

use std::path::Path;

use crate::app::Context;
use crate::cli::{PageFormat, PrintOptions};
use crate::error::Error;
use crate::plan::Plan;
use crate::sheets::{self, Page};
use crate::store::file;

/// The format that was named, else that of the file's ending, else text.
pub fn format(printing: &PrintOptions) -> PageFormat {
    let ending = printing.out.as_ref().and_then(|path| path.extension()?.to_str());
    let of_the_file = ending.and_then(|ending| FORMATS.iter().find(|(_, known)| *known == ending));
    printing
        .format
        .or(of_the_file.map(|(format, _)| *format))
        .unwrap_or(PageFormat::Text)
}

const FORMATS: [(PageFormat, &str); 6] = [
    (PageFormat::Text, "txt"),
    (PageFormat::Markdown, "md"),
    (PageFormat::Html, "html"),
    (PageFormat::Pdf, "pdf"),
    (PageFormat::Json, "json"),
    (PageFormat::Csv, "csv"),
];

/// How a file of this format ends.
pub fn ending(format: PageFormat) -> &'static str {
    FORMATS
        .iter()
        .find(|(known, _)| *known == format)
        .map_or("", |(_, ending)| ending)
}

/// True for the formats that only the checklist has: they hold tasks and no page.
pub fn is_of_the_checklist(format: PageFormat) -> bool {
    matches!(format, PageFormat::Json | PageFormat::Csv)
}

/// The page in this format. `folder` is where a browser may work for a moment.
///
/// # Errors
/// No browser makes a PDF.
pub fn render(
    page: &Page,
    plan: &Plan,
    printing: &PrintOptions,
    folder: &Path,
    context: &Context,
) -> Result<Vec<u8>, Error> {
    let (words, today) = (context.words, context.today);
    Ok(match format(printing) {
        PageFormat::Text if printing.out.is_none() => sheets::text_within(page, context.columns()).into_bytes(),
        PageFormat::Text => sheets::text(page).into_bytes(),
        PageFormat::Markdown => sheets::markdown(page).into_bytes(),
        PageFormat::Html => sheets::html(page).into_bytes(),
        PageFormat::Pdf => {
            if !folder.as_os_str().is_empty() {
                file::make_folder(folder)?;
            }
            sheets::pdf(&sheets::html(page), folder, printing.browser.as_deref())?
        }
        PageFormat::Json => sheets::json(plan, words, today).into_bytes(),
        PageFormat::Csv => sheets::csv(plan, words, today).into_bytes(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_file_says_its_format_where_nothing_else_does() {
        let of = |out: &str, format| {
            let out = Some(out.into());
            super::format(&PrintOptions {
                format,
                out,
                ..PrintOptions::default()
            })
        };
        assert_eq!(of("a.html", None), PageFormat::Html);
        assert_eq!(of("a.html", Some(PageFormat::Text)), PageFormat::Text);
        assert_eq!(of("a", None), PageFormat::Text);
        assert_eq!(super::format(&PrintOptions::default()), PageFormat::Text);
    }
}
