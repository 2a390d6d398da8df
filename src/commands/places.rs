//! `where`: which files there are.

use std::path::Path;

use serde::Serialize;

use crate::cli::Format;
use crate::error::Error;
use crate::store::{self, FileRole, PlanFile};
use crate::words::{CommandsWhereWords, display_path, fill_placeholders};

use crate::app::belongings::Belongings;
use crate::app::{Context, Exit, lock_notice, open_unasked};

/// Prints every file of the plan, one a line with what it is; without one, where it would be.
///
/// # Errors
/// A folder cannot be read.
pub fn places(format: Format, context: &mut Context) -> Result<Exit, Error> {
    let path = context.plan_path()?;
    let words = &context.words.commands.r#where;
    let files = store::files(&path)?;
    let plan = open_unasked(context);
    let belongings = Belongings::of(&path, plan.as_ref().ok());
    match format {
        Format::Text => context.print_lines(&page(&files, &belongings, &path, words))?,
        Format::Json => context.print_json(&list(&files, &belongings, &path))?,
    }
    if let Some(said) = lock_notice(&path, context).ok().flatten() {
        context.print_notice(&said)?;
    }
    if let Err(Error::Locked(_)) = plan {
        context.print_notice(words.locked)?;
    }
    Ok(Exit::Done)
}

/// One a line; where there is no plan, how to begin one comes last.
fn page(files: &[PlanFile], belongings: &Belongings, plan: &Path, words: &CommandsWhereWords) -> String {
    let mut text: String = files.iter().map(|file| row(file, plan, words)).collect();
    let named = [
        (words.unfinished, &belongings.unfinished),
        (words.page, &belongings.pages),
    ];
    for (what, paths) in named {
        text.extend(paths.iter().map(|path| format!("{what}: {}\n", display_path(path))));
    }
    if !files.iter().any(|file| file.role.goes()) {
        text += &(fill_placeholders(words.none, &[("path", &display_path(plan))]) + "\n");
    }
    text
}

/// Where a plan is, or would be, and every file that belongs to it.
#[derive(Serialize)]
struct PlaceList {
    plan: String,
    files: Vec<PlaceRow>,
}

/// One of the files.
#[derive(Serialize)]
struct PlaceRow {
    path: String,
    role: &'static str,
    versions: Option<usize>,
    open_to_others: bool,
}

fn list(files: &[PlanFile], belongings: &Belongings, plan: &Path) -> PlaceList {
    let own = files.iter().map(|file| PlaceRow {
        path: display_path(&file.path),
        role: file.role.code(),
        versions: (file.role == FileRole::Versions).then(|| versions_of(file, plan)),
        open_to_others: is_open(file),
    });
    let named = [("unfinished_page", &belongings.unfinished), ("page", &belongings.pages)];
    let others = named.into_iter().flat_map(|(role, paths)| {
        paths.iter().map(move |path| PlaceRow {
            path: display_path(path),
            role,
            versions: None,
            open_to_others: false,
        })
    });
    PlaceList {
        plan: display_path(plan),
        files: own.chain(others).collect(),
    }
}

fn versions_of(file: &PlanFile, plan: &Path) -> usize {
    match file.role {
        FileRole::Versions => store::versions(plan).map_or(0, |versions| versions.len()),
        _ => 0,
    }
}

fn is_open(file: &PlanFile) -> bool {
    match file.role {
        FileRole::Link | FileRole::Lock => false,
        _ => store::is_open_to_others(&file.path),
    }
}

/// One of the files on its line.
pub(super) fn row(file: &PlanFile, plan: &Path, words: &CommandsWhereWords) -> String {
    let what = match file.role {
        FileRole::Link => words.link,
        FileRole::Plan => words.plan,
        FileRole::Versions => words.versions,
        FileRole::Unfinished => words.copy,
        FileRole::HalfTyped => words.half_typed,
        FileRole::Lock => words.lock,
        FileRole::Key => words.key,
        FileRole::Beside => words.beside,
        FileRole::Relative => words.relative,
        FileRole::OthersCopy => words.others,
        FileRole::Stranger => words.stranger,
    };
    let open = match is_open(file) {
        true => format!(" ({})", words.open_to_others),
        false => String::new(),
    };
    let what = fill_placeholders(what, &[("n", &versions_of(file, plan).to_string())]);
    format!("{what}: {}{open}\n", display_path(&file.path))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::test_context::TestContext;

    #[test]
    fn each_file_stands_on_a_line_with_what_it_is() {
        let mut trial = TestContext::new();
        trial.run(|context| places(Format::Text, context)).unwrap();
        assert!(trial.stdout().contains(&display_path(&trial.path())));
        trial.out.clear();
        trial.write("damaged");
        let left = trial.path().with_file_name(".steadfast-plan.json-AbC123.tmp");
        std::fs::write(&left, "").unwrap();
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            std::fs::set_permissions(&left, std::fs::Permissions::from_mode(0o604)).unwrap();
        }
        assert_eq!(trial.run(|context| places(Format::Text, context)).unwrap(), Exit::Done);
        let printed = trial.stdout();
        let lines: Vec<&str> = printed.lines().collect();
        assert_eq!(lines.len(), 2, "{printed}");
        assert!(
            lines[1].ends_with("plan.json") && lines[0].contains(".tmp"),
            "{printed}"
        );
        assert_eq!(lines[0].contains("other logins"), cfg!(unix), "{printed}");
        assert_ne!(lines[0].split(':').next(), lines[1].split(':').next());
    }

    #[test]
    fn a_saved_page_is_named_while_it_is_there() {
        let mut trial = TestContext::new();
        trial.write_example(|_| {});
        let page = trial.path().with_file_name("page.txt");
        let printing = crate::cli::PrintOptions {
            out: Some(page.clone()),
            ..Default::default()
        };
        trial
            .run(|context| crate::commands::sheet::sheet(Some("overdose"), None, &printing, context))
            .unwrap();
        trial.run(|context| places(Format::Text, context)).unwrap();
        assert!(trial.stdout().contains("page.txt"), "{}", trial.stdout());
        std::fs::remove_file(page).unwrap();
        trial.out.clear();
        trial.run(|context| places(Format::Text, context)).unwrap();
        assert!(!trial.stdout().contains("page.txt"));
    }
}
