//! Sheets as files: in which format, under which name, whether it is safe to print them, and what was printed.

pub mod calendar_file;
pub mod format;
pub mod print_log;
pub mod print_safety;
pub mod rendered;

use std::path::{Path, PathBuf};

use crate::plan::{Id, Plan};
use crate::sheets::{self, SheetKind};

/// What a page is called: its kind, and the number of the one it is for.
pub fn file_name(kind: SheetKind, reader: Option<&Id>, plan: &Plan) -> String {
    let number = sheets::readers(plan).into_iter().find(|(_, id)| Some(id) == reader);
    match number {
        Some((number, _)) => format!("{}-{number}", kind.code()),
        None => kind.code().to_string(),
    }
}

/// The first free name: `person-2.html`, `person-2-again-2.html` and so on.
pub fn unused_path(folder: &Path, name: &str, ending: &str) -> PathBuf {
    let names = (2..).map(|n| format!("{name}-again-{n}.{ending}"));
    let mut names = std::iter::once(format!("{name}.{ending}"))
        .chain(names)
        .map(|name| folder.join(name));
    names.find(|path| path.symlink_metadata().is_err()).unwrap_or_default()
}
