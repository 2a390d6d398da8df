//! `where`: which files there are.

use std::path::Path;

use crate::error::Error;
use crate::store;
use crate::words::{CommandsWhereWords, display_path, fill_placeholders};

use crate::app::publish::print_log::saved_pages;
use crate::app::{Context, Exit, open_unasked};

/// Prints every file of the plan, one a line with what it is; without one, where it would be.
///
/// # Errors
/// A folder cannot be read.
pub fn places(context: &mut Context) -> Result<Exit, Error> {
    let path = context.plan_path()?;
    let words = &context.words.commands.r#where;
    let files = store::files(&path)?;
    let mut text = String::new();
    let target = store::file::resolve(&path).ok();
    for file in &files {
        let is_plan = Some(file) == target.as_ref();
        let count = match file.is_dir() {
            true => store::versions(&path)?.len(),
            false => 0,
        };
        let what = fill_placeholders(what(file, is_plan, words), &[("n", &count.to_string())]);
        text.push_str(&format!("{what}: {}\n", display_path(file)));
    }
    let plan = open_unasked(context);
    for page in plan.as_ref().map(saved_pages).unwrap_or_default() {
        text.push_str(&format!("{}: {}\n", words.page, display_path(&page)));
    }
    if files.is_empty() {
        text = fill_placeholders(words.none, &[("path", &display_path(&path))]) + "\n";
    }
    context.print(&text)?;
    if let Err(Error::Locked { .. }) = plan {
        context.print_notice(words.locked)?;
    }
    Ok(Exit::Done)
}

/// What a file of a plan is. What a kill left behind, and the lock, begin with a dot and have names of their own.
fn what<'a>(file: &Path, is_plan: bool, words: &'a CommandsWhereWords) -> &'a str {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    if file.is_symlink() {
        words.link
    } else if file.is_dir() {
        words.versions
    } else if name.starts_with(".steadfast-") {
        words.copy
    } else if name.starts_with('.') && name.ends_with(".lock") {
        words.lock
    } else if name.ends_with(".key.age") {
        words.key
    } else if !is_plan {
        words.beside
    } else {
        words.plan
    }
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
        assert_eq!(trial.run(places).unwrap(), Exit::Done);
        let printed = trial.stdout();
        let lines: Vec<&str> = printed.lines().collect();
        assert_eq!(lines.len(), 2, "{printed}");
        assert!(
            lines[0].ends_with("plan.json") && lines[1].ends_with(".tmp"),
            "{printed}"
        );
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
