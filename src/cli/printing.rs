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

/// For people, or for programs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, clap::Args)]
pub struct ListFormat {
    /// Which.
    #[arg(
        id = "list_format",
        long = "format",
        value_enum,
        ignore_case = true,
        default_value_t,
        value_name = "format"
    )]
    pub format: Format,
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

/// What a calendar holds, and where it goes.
#[derive(clap::Args, Clone, Debug, PartialEq, Eq)]
pub struct CalendarOptions {
    /// Where to, if not to stdout.
    #[arg(long, value_name = "path")]
    pub out: Option<PathBuf>,
    /// For whom alone: a name or a number.
    #[arg(long = "for", value_name = "who")]
    pub reader: Option<String>,
    /// Says what each thing is.
    #[arg(long)]
    pub plain_titles: bool,
    /// Rings the evening before.
    #[arg(long)]
    pub alarm: bool,
    /// A code of the family's own before each title.
    #[arg(long, value_name = "code")]
    pub code: Option<String>,
    /// Writes over a file that is there.
    #[arg(long)]
    pub force: bool,
}

/// Where contacts go, and what they say.
#[derive(clap::Args, Clone, Debug, PartialEq, Eq)]
pub struct ContactsOptions {
    /// Where to, if not to stdout.
    #[arg(long, value_name = "path")]
    pub out: Option<PathBuf>,
    /// Says who each is.
    #[arg(long)]
    pub plain_titles: bool,
    /// Writes over a file that is there.
    #[arg(long)]
    pub force: bool,
}
