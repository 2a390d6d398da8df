//! What goes with the program where it is installed: completions for shells and pages of the manual, both from the
//! definition by which the command line is read.

use std::io;

use clap::ValueEnum;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

use super::help::{Descriptions, NAME, described};

/// A shell that completes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Shell {
    /// bash.
    Bash,
    /// zsh.
    Zsh,
    /// fish.
    Fish,
    /// PowerShell.
    Powershell,
    /// Elvish.
    Elvish,
}

/// What a page of the manual says besides what it takes, each part with its title; `None` for the program's own.
pub type ManualParts<'a> = &'a dyn Fn(Option<&str>) -> Vec<(String, Vec<ManualLine>)>;

/// A paragraph of a page of the manual.
pub enum ManualLine {
    /// Words.
    Words(String),
    /// What to type, and what it does.
    Typed(String, String),
}

/// The completions for a shell, as a file of its own.
pub fn completions(shell: Shell, words: &dyn Descriptions) -> Vec<u8> {
    use clap_complete::Shell as Known;
    let shell = match shell {
        Shell::Bash => Known::Bash,
        Shell::Zsh => Known::Zsh,
        Shell::Fish => Known::Fish,
        Shell::Powershell => Known::PowerShell,
        Shell::Elvish => Known::Elvish,
    };
    let mut file = Vec::new();
    clap_complete::generate(shell, &mut described(words), NAME, &mut file);
    file
}

/// The pages of the manual, the program's own first: each with the name of its file.
///
/// # Errors
/// None that writing to memory could have.
pub fn manual(words: &dyn Descriptions, parts: ManualParts, day: &str) -> io::Result<Vec<(String, Vec<u8>)>> {
    let whole = described(words)
        .subcommand_help_heading("COMMANDS")
        .subcommand_value_name("COMMAND");
    let page = |command: &clap::Command, name: Option<&str>| {
        let title = command.get_display_name().unwrap_or(NAME).to_string();
        let man = Man::new(command.clone()).title(title.to_uppercase()).date(day);
        let mut page = Vec::new();
        man.render_title(&mut page)?;
        man.render_name_section(&mut page)?;
        man.render_synopsis_section(&mut page)?;
        man.render_description_section(&mut page)?;
        let (examples, others): (Vec<_>, Vec<_>) = parts(name)
            .into_iter()
            .partition(|(_, lines)| matches!(lines.first(), Some(ManualLine::Typed(..))));
        sections(&examples).to_writer(&mut page)?;
        if name.is_none() {
            man.render_subcommands_section(&mut page)?;
        }
        man.render_options_section(&mut page)?;
        sections(&others).to_writer(&mut page)?;
        Ok((
            format!("{title}.1"),
            tidied(&String::from_utf8_lossy(&page)).into_bytes(),
        ))
    };
    let verbs = whole.get_subcommands().map(|verb| page(verb, Some(verb.get_name())));
    std::iter::once(page(&whole, None)).chain(verbs).collect()
}

/// The widest line of a page's source.
const COLUMNS: usize = 80;

/// The same page in lines that are short and end without a space. What is typed stays on one line, as its macro wants.
fn tidied(page: &str) -> String {
    let mut out = String::new();
    let mut before = "";
    for line in page.lines() {
        let mut rest = line.trim_end();
        while !rest.starts_with('.') && before != ".TP" && rest.len() > COLUMNS {
            // A line that began with one of these would be a macro.
            let is_end = |at: &usize| *at <= COLUMNS && !rest[at + 1..].starts_with(['.', '\'', ' ']);
            let Some(end) = rest.rmatch_indices(' ').map(|(at, _)| at).find(is_end) else {
                break;
            };
            out.extend([rest[..end].trim_end(), "\n"]);
            rest = &rest[end + 1..];
        }
        out.extend([rest, "\n"]);
        before = line;
    }
    out
}

fn sections(parts: &[(String, Vec<ManualLine>)]) -> Roff {
    let mut roff = Roff::new();
    for (title, lines) in parts {
        roff.control("SH", [title.to_uppercase().as_str()]);
        for (at, line) in lines.iter().enumerate() {
            match line {
                ManualLine::Words(said) => {
                    // The first follows its heading, and no mark is needed.
                    if at > 0 {
                        roff.control("PP", []);
                    }
                    roff.text([roman(said)])
                }
                ManualLine::Typed(to, typed) => roff.control("TP", []).text([bold(typed)]).text([roman(to)]),
            };
        }
    }
    roff
}
