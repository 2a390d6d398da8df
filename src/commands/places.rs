//! `where`: which files there are.

use std::path::Path;

use crate::error::Error;
use crate::store::{self, FileRole, PlanFile};
use crate::words::{CommandsWhereWords, display_path, fill_placeholders};

use crate::app::belongings::Belongings;
use crate::app::{Context, Exit, lock_notice, open_unasked};

/// Prints every file of the plan, one a line with what it is; without one, where it would be.
///
/// # Errors
/// A folder cannot be read.
pub fn places(context: &mut Context) -> Result<Exit, Error> {
    let path = context.plan_path()?;
    let words = &context.words.commands.r#where;
    let files = store::files(&path)?;
    let mut text: String = files.iter().map(|file| row(file, &path, words)).collect();
    let plan = open_unasked(context);
    let belongings = Belongings::of(&path, plan.as_ref().ok());
    let named = [
        (words.unfinished, &belongings.unfinished),
        (words.page, &belongings.pages),
    ];
    for (what, paths) in named {
        text.extend(paths.iter().map(|path| format!("{what}: {}\n", display_path(path))));
    }
    if !files.iter().any(|file| file.role.goes()) {
        text += &(fill_placeholders(words.none, &[("path", &display_path(&path))]) + "\n");
    }
    context.print(&text)?;
    if let Some(said) = lock_notice(&path, context).ok().flatten() {
        context.print_notice(&said)?;
    }
    if let Err(Error::Locked { .. }) = plan {
        context.print_notice(words.locked)?;
    }
    Ok(Exit::Done)
}

/// One of the files on its line.
pub(super) fn row(file: &PlanFile, plan: &Path, words: &CommandsWhereWords) -> String {
    let count = match file.role {
        FileRole::Versions => store::versions(plan).map_or(0, |versions| versions.len()),
        _ => 0,
    };
    let what = match file.role {
        FileRole::Link => words.link,
        FileRole::Plan => words.plan,
        FileRole::Versions => words.versions,
        FileRole::Unfinished => words.copy,
        FileRole::Lock => words.lock,
        FileRole::Key => words.key,
        FileRole::Beside => words.beside,
        FileRole::Relative => words.relative,
        FileRole::OthersCopy => words.others,
        FileRole::Stranger => words.stranger,
    };
    let open = match file.role {
        FileRole::Link | FileRole::Lock => false,
        _ => store::is_open_to_others(&file.path),
    };
    let open = if open {
        format!(" ({})", words.open_to_others)
    } else {
        String::new()
    };
    let what = fill_placeholders(what, &[("n", &count.to_string())]);
    format!("{what}: {}{open}\n", display_path(&file.path))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::test_context::TestContext;

    #[test]
    fn each_file_stands_on_a_line_with_what_it_is() {
        let mut trial = TestContext::new();
        trial.run(places).unwrap();
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
        assert_eq!(trial.run(places).unwrap(), Exit::Done);
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
        trial.run(places).unwrap();
        assert!(trial.stdout().contains("page.txt"), "{}", trial.stdout());
        std::fs::remove_file(page).unwrap();
        trial.out.clear();
        trial.run(places).unwrap();
        assert!(!trial.stdout().contains("page.txt"));
    }
}
