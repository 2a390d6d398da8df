//! `completions`, `man` and `words`: what goes with the program where it is installed, and the words to change.

use std::path::Path;

use crate::cli::{self, ManualLine, Shell};
use crate::error::Error;
use crate::words::HelpWords;

use crate::app::{Context, Exit, output_file};

use super::help::{self, Described};

/// Prints the completions for a shell; without one, how to ask for them.
///
/// # Errors
/// stdout is closed.
pub fn completions(shell: Option<Shell>, context: &mut Context) -> Result<Exit, Error> {
    let Some(shell) = shell else {
        return help::help(Some("completions"), context);
    };
    let file = cli::completions(shell, &Described(context.words.help));
    context.print_bytes(&file)?;
    Ok(Exit::Done)
}

/// Writes the pages of the manual into a folder; without one, prints the program's own.
///
/// # Errors
/// As [`output_file::write_folder`]; stdout is closed.
pub fn man(out: Option<&Path>, force: bool, context: &mut Context) -> Result<Exit, Error> {
    let words = context.words.help;
    let day = context.today.to_string();
    let pages = cli::manual(&Described(words), &|name| parts(name, words), &day).map_err(Error::Terminal)?;
    match (out, pages.first()) {
        (Some(folder), _) => output_file::write_folder(folder, &pages, force, context)?,
        (None, Some((_, page))) => context.print_bytes(page)?,
        (None, None) => {}
    }
    Ok(Exit::Done)
}

/// Writes the words of the language that is spoken into a folder, to be changed and used with `--words`; without one,
/// says how.
///
/// # Errors
/// As [`output_file::write_folder`]; stdout is closed.
pub fn words(export: Option<&Path>, force: bool, context: &mut Context) -> Result<Exit, Error> {
    let Some(folder) = export else {
        return help::help(Some("words"), context);
    };
    let files = context.words.files().iter();
    let files: Vec<_> = files.map(|(name, text)| (format!("{name}.toml"), *text)).collect();
    output_file::write_folder(folder, &files, force, context)?;
    Ok(Exit::Done)
}

/// What a page of the manual says besides what the command line takes.
fn parts(name: Option<&str>, words: &HelpWords) -> Vec<(String, Vec<ManualLine>)> {
    let said = |text: &[&str]| text.iter().map(|said| ManualLine::Words(said.to_string())).collect();
    match name {
        Some(name) => {
            let examples = words.example.said(name).iter();
            let examples = examples.map(|example| ManualLine::Typed(example.to.into(), example.line.into()));
            vec![(words.examples.into(), examples.collect())]
        }
        None => {
            let about = std::iter::once((words.about_title.into(), said(words.long_about)));
            let topics = words.topic.iter().map(|(_, topic)| topic);
            about
                .chain(topics.map(|topic| (topic.title.into(), said(topic.text))))
                .collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::test_context::TestContext;

    #[test]
    fn what_can_be_typed_is_completed_in_every_shell() {
        for shell in [Shell::Bash, Shell::Zsh, Shell::Fish, Shell::Powershell, Shell::Elvish] {
            let mut trial = TestContext::new();
            assert_eq!(
                trial.run(|context| completions(Some(shell), context)).unwrap(),
                Exit::Done
            );
            let file = trial.stdout();
            let all = ["checklist", "passphrase-file", "plain"];
            assert!(all.iter().all(|piece| file.contains(piece)), "{shell:?}");
            // The other three complete commands, options and files, and no words of a command's own.
            if [Shell::Bash, Shell::Zsh].contains(&shell) {
                let words = ["tonight", "stale", "counselor", "person.love"];
                assert!(words.iter().all(|piece| file.contains(piece)), "{shell:?}");
            }
        }
    }

    #[test]
    fn the_manual_has_a_page_for_the_program_and_one_for_each_command() {
        let mut trial = TestContext::new();
        let folder = trial.path().with_file_name("man");
        trial.run(|context| man(Some(&folder), false, context)).unwrap();
        let mut names: Vec<String> = std::fs::read_dir(&folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        let commands = cli::commands().into_iter().map(|name| format!("steadfast-{name}.1"));
        let mut wanted: Vec<String> = commands.chain(["steadfast.1".into()]).collect();
        wanted.sort();
        assert_eq!(names, wanted);
        let page = std::fs::read_to_string(folder.join("steadfast-sheet.1")).unwrap();
        let place = |piece: &str| page.find(piece).unwrap_or_else(|| panic!("{piece}: {page}"));
        assert!(place(".SH EXAMPLES") < place(".SH OPTIONS") && place("2026") > 0);
        // A folder that holds something is left alone.
        let again = trial.run(|context| man(Some(&folder), false, context));
        assert!(matches!(again, Err(Error::AlreadyThere(_))));
        trial.run(|context| man(Some(&folder), true, context)).unwrap();
    }

    #[test]
    fn without_a_shell_or_a_folder_the_way_is_shown() {
        let mut trial = TestContext::new();
        trial.run(|context| completions(None, context)).unwrap();
        trial.run(|context| words(None, false, context)).unwrap();
        trial.run(|context| man(None, false, context)).unwrap();
        for piece in ["completions bash", "--export", ".TH STEADFAST"] {
            assert!(trial.stdout().contains(piece), "{piece}");
        }
    }
}
