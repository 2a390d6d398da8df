//! Reads the command line into one enum.
//!
//! Here lives what may be typed, and what of it could not be understood, as facts. Not here: any sentence. The help, the
//! manual and the completions are drawn from this one definition with the words that [`Descriptions`] hands in.

mod command;
mod help;
mod installed;
mod misuse;
mod printing;

use std::ffi::OsString;
use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{CommandFactory, FromArgMatches, Parser};

pub use command::{Command, ListArguments, PlanArgument};
pub use help::{Descriptions, HelpHeadings, commands, help};
pub use installed::{ManualLine, Shell, completions, manual};
pub use misuse::Misuse;
pub use printing::{CalendarOptions, ContactsOptions, Format, ListFormat, PageFormat, PrintOptions};

/// What was asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Invocation {
    /// Which command.
    pub command: Command,
    /// The plan file that was named, before or after the command.
    pub plan: Option<PathBuf>,
    /// `--passphrase-file`; `-` is stdin.
    pub passphrase: Option<PathBuf>,
    /// `--plain`.
    pub plain: bool,
    /// `--lang`, as it was typed.
    pub lang: Option<String>,
    /// `--words`.
    pub words: Option<PathBuf>,
    /// `--today`.
    pub today: Option<NaiveDate>,
    /// `--quiet`: what only says that it worked is not said.
    pub quiet: bool,
    /// `--no-input`: nobody is asked.
    pub no_input: bool,
    /// `--no-color`.
    pub no_color: bool,
}

/// A command line that was not understood, with what is needed to say so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejected {
    /// Why.
    pub misuse: Misuse,
    /// `--lang`, where it could be found.
    pub lang: Option<String>,
    /// `--words`, where it could be found.
    pub words: Option<PathBuf>,
}

#[derive(Parser, Default)]
#[command(name = "steadfast", disable_help_flag = true, disable_version_flag = true)]
#[command(disable_help_subcommand = true)]
struct CliArgs {
    #[arg(long, global = true, value_name = "file")]
    plan: Option<PathBuf>,
    #[arg(long, global = true)]
    plain: bool,
    #[arg(long, global = true)]
    no_color: bool,
    #[arg(short = 'q', long, global = true)]
    quiet: bool,
    #[arg(long, global = true)]
    no_input: bool,
    #[arg(long, global = true, value_name = "path")]
    passphrase_file: Option<PathBuf>,
    #[arg(long, global = true, value_name = "folder")]
    words: Option<PathBuf>,
    #[arg(long, global = true, value_name = "lang")]
    lang: Option<String>,
    #[arg(long, global = true, value_name = "day", value_parser = parse_date)]
    today: Option<NaiveDate>,
    #[arg(short = 'h', long, global = true)]
    help: bool,
    #[arg(short = 'V', long, global = true)]
    version: bool,
    #[command(subcommand)]
    verb: Option<Command>,
}

/// The whole definition, every command with what it takes.
fn definition() -> clap::Command {
    let mut whole = CliArgs::command();
    whole.build();
    whole
}

/// Four figures, two, two: chrono alone would also take `2026-1-2` and signs.
fn parse_date(typed: &str) -> Result<NaiveDate, String> {
    let form = typed.len() == 10 && typed.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    let read = NaiveDate::parse_from_str(typed, "%Y-%m-%d").ok();
    read.filter(|_| form).ok_or_else(String::new)
}

/// Reads the arguments; the first is the program's own name.
///
/// # Errors
/// [`Rejected`], with the language and the words that were asked for, so that it can be said in them.
pub fn parse(args: &[OsString]) -> Result<Invocation, Rejected> {
    let (lang, words) = language_and_words(args);
    let refuse = |misuse| Rejected { misuse, lang, words };
    let read = match args {
        // Most often nothing is typed behind the name, and there is nothing to read.
        [] | [_] => Ok((CliArgs::default(), None)),
        _ => CliArgs::command().try_get_matches_from(args).and_then(|found| {
            let about = found.subcommand_name().map(String::from);
            Ok((CliArgs::from_arg_matches(&found)?, about))
        }),
    };
    let (line, about) = match read {
        Ok(read) => read,
        Err(error) => return Err(refuse(Misuse::of(&error))),
    };
    let mut command = line.verb.unwrap_or(Command::Plan(PlanArgument::default()));
    let file = command.take_file();
    command.print_to_stdout();
    if line.help {
        command = Command::Help { topic: about };
    } else if line.version {
        command = Command::Version;
    }
    if let (Some(one), Some(other)) = (&line.plan, &file)
        && one != other
    {
        return Err(refuse(Misuse::TwoFiles));
    }
    Ok(Invocation {
        command,
        plan: file.or(line.plan),
        passphrase: line.passphrase_file,
        plain: line.plain,
        lang: line.lang,
        words: line.words,
        today: line.today,
        quiet: line.quiet,
        no_input: line.no_input,
        no_color: line.no_color,
    })
}

/// Looks for the language and the words in a line that may be wrong elsewhere.
fn language_and_words(args: &[OsString]) -> (Option<String>, Option<PathBuf>) {
    let before_dashes: Vec<&OsString> = args.iter().take_while(|arg| *arg != "--").collect();
    let value = |name: &str| {
        let joined = format!("{name}=");
        before_dashes.iter().enumerate().find_map(|(at, arg)| {
            if *arg == name {
                return before_dashes.get(at + 1).map(|value| (*value).clone());
            }
            arg.to_str()?.strip_prefix(&joined).map(OsString::from)
        })
    };
    let lang = value("--lang").and_then(|lang| lang.into_string().ok());
    (lang, value("--words").map(PathBuf::from))
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(super) fn read(line: &str) -> Result<Invocation, Misuse> {
        let args: Vec<OsString> = line
            .split(' ')
            .filter(|word| !word.is_empty())
            .map(Into::into)
            .collect();
        let name = OsString::from("steadfast");
        parse(&[vec![name], args].concat()).map_err(|refused| refused.misuse)
    }

    #[test]
    fn options_stand_before_or_after_the_command() {
        let after = read("show a.json --plain --lang en --words w --today 2026-11-21").unwrap();
        let before = read("--plain --lang=en --words w --today 2026-11-21 --plan a.json show").unwrap();
        assert_eq!(after, before);
        assert_eq!(after.command, Command::Show(ListArguments::default()));
        assert_eq!(after.plan, Some("a.json".into()));
        assert_eq!(after.today, NaiveDate::from_ymd_opt(2026, 11, 21));
    }

    #[test]
    fn no_command_is_the_plan_on_this_computer() {
        assert_eq!(read("").unwrap().command, Command::Plan(PlanArgument::default()));
        assert_eq!(read("plan").unwrap(), read("").unwrap());
        assert_eq!(read("--plan a").unwrap(), read("plan a").unwrap());
    }

    #[test]
    fn every_form_of_help_is_one_command() {
        let of = |topic: Option<&str>| Command::Help {
            topic: topic.map(Into::into),
        };
        for (line, topic) in [
            ("help", None),
            ("--help", None),
            ("-h", None),
            ("help keys", Some("keys")),
            ("plan --help", Some("plan")),
            ("-h check", Some("check")),
        ] {
            assert_eq!(read(line).unwrap().command, of(topic), "{line}");
        }
        for line in ["--version", "-V", "show -V"] {
            assert_eq!(read(line).unwrap().command, Command::Version, "{line}");
        }
    }

    #[test]
    fn a_dash_is_the_standard_output_and_a_format_may_be_in_any_case() {
        for (dash, none) in [
            ("checklist --out -", "checklist"),
            ("sheet plan --out=- --format PDF", "sheet plan --format pdf"),
            ("calendar --out -", "calendar"),
            ("ready --format JSON", "ready --format json"),
        ] {
            assert_eq!(read(dash).unwrap(), read(none).unwrap(), "{dash}");
        }
    }

    #[test]
    fn a_refusal_knows_the_language_and_the_words() {
        let args = ["steadfast", "bogus", "--lang=xx", "--words", "w"].map(OsString::from);
        let refused = parse(&args).unwrap_err();
        assert_eq!(refused.lang.as_deref(), Some("xx"));
        assert_eq!(refused.words, Some("w".into()));
    }

    #[cfg(unix)]
    #[test]
    fn a_path_need_not_be_text() {
        use std::os::unix::ffi::OsStringExt;
        let odd = OsString::from_vec(vec![b'a', 0xFF]);
        let asked = parse(&["steadfast".into(), "show".into(), odd.clone()]).unwrap();
        assert_eq!(asked.plan, Some(odd.clone().into()));
        let refused = parse(&["steadfast".into(), "--lang".into(), odd.clone()]).unwrap_err();
        assert_eq!(refused.misuse, Misuse::NotText);
        assert!(parse(&["steadfast".into(), odd]).is_err());
    }
}
