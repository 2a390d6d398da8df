//! How what is printed is given out.

use std::path::PathBuf;

use clap::ValueEnum;

/// How a list is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, ValueEnum)]
pub enum Format {
    /// For people.
    #[default]
    Text,
    /// For programs.
    Json,
}

/// How a page is given out.
#[derive(Clone, Debug, PartialEq, Eq, Default, clap::Args)]
pub struct PrintOptions {
    /// In which format; `None` if none was named.
    #[arg(long, value_enum, ignore_case = true, value_name = "format")]
    pub format: Option<PageFormat>,
    /// Into which file; for all pages, into which folder.
    #[arg(long, value_name = "path")]
    pub out: Option<PathBuf>,
    /// Shows it in the system's viewer.
    #[arg(long)]
    pub open: bool,
    /// Writes over what is there.
    #[arg(long)]
    pub force: bool,
    /// The browser that makes a PDF.
    #[arg(long, value_name = "path")]
    pub browser: Option<PathBuf>,
}

/// The format of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum PageFormat {
    /// 80 columns of text.
    Text,
    /// Markdown.
    Markdown,
    /// One HTML file.
    Html,
    /// PDF, through a browser.
    Pdf,
    /// The checklist for programs.
    Json,
    /// The checklist for spreadsheets.
    Csv,
}
