//! `where`: which files there are.

use std::path::Path;

use crate::error::Error;
use crate::store;
use crate::words::{PlaceWords, fill, shown};

use super::{Errand, Exit};

/// Prints every file of the plan, one a line with what it is; without one, where it would be.
///
/// # Errors
/// A folder cannot be read.
pub fn places(errand: &mut Errand) -> Result<Exit, Error> {
    let path = errand.path()?;
    let words = &errand.words.commands.places;
    let files = store::files(&path)?;
    let mut text = String::new();
    for file in &files {
        text.push_str(&format!("{}: {}\n", what(file, words), shown(file)));
    }
    if files.is_empty() {
        text = fill(&words.none, &[("path", &shown(&path))]) + "\n";
    }
    errand.print(&text)?;
    Ok(Exit::Done)
}

/// What a file of a plan is. Only what a kill left behind begins with a dot and a name of the program's own.
fn what<'a>(file: &Path, words: &'a PlaceWords) -> &'a str {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    if file.is_symlink() {
        &words.link
    } else if name.starts_with(".steadfast-") {
        &words.copy
    } else {
        &words.plan
    }
}

#[cfg(test)]
mod tests {
    use super::super::trial::Trial;
    use super::*;

    #[test]
    fn each_file_stands_on_a_line_with_what_it_is() {
        let mut trial = Trial::new();
        trial.run(places).unwrap();
        assert!(trial.printed().contains(&shown(&trial.path())));
        trial.out.clear();
        trial.write("damaged");
        let left = trial.path().with_file_name(".steadfast-plan.json-AbC123.tmp");
        std::fs::write(&left, "").unwrap();
        assert_eq!(trial.run(places).unwrap(), Exit::Done);
        let printed = trial.printed();
        let lines: Vec<&str> = printed.lines().collect();
        assert_eq!(lines.len(), 2, "{printed}");
        assert!(
            lines[0].ends_with("plan.json") && lines[1].ends_with(".tmp"),
            "{printed}"
        );
        assert_ne!(lines[0].split(':').next(), lines[1].split(':').next());
    }
}
