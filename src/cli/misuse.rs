//! Why a command line was not understood, as a fact.

use clap::error::{ContextKind, ContextValue, ErrorKind};

/// Why a command line was not understood. What is quoted is what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misuse {
    /// No command has this name.
    UnknownCommand {
        /// The name.
        typed: String,
        /// The command it looks like.
        nearest: Option<String>,
    },
    /// No such option here.
    UnknownOption {
        /// The option.
        typed: String,
        /// The option it looks like.
        nearest: Option<String>,
    },
    /// An option needs a value and has none.
    MissingValue {
        /// The option.
        option: String,
    },
    /// An option takes no value and has one.
    NeedlessValue {
        /// The option.
        option: String,
    },
    /// Not a day that exists, written `YYYY-MM-DD`.
    BadDay {
        /// What was typed.
        typed: String,
    },
    /// None of the values that are offered.
    BadChoice {
        /// What was typed.
        typed: String,
        /// What is offered.
        offered: Vec<String>,
    },
    /// One word more than the command takes.
    TooMuch {
        /// The first one too many.
        typed: String,
    },
    /// The same option twice.
    Twice {
        /// The option.
        option: String,
    },
    /// Two different plan files.
    TwoFiles,
    /// Letters that are no text, where no path is meant.
    NotText,
    /// Something else.
    Unclear,
}

impl Misuse {
    /// What clap found, without its sentence.
    pub(super) fn of(error: &clap::Error) -> Misuse {
        let all = |kind| match error.get(kind) {
            Some(ContextValue::String(one)) => vec![one.clone()],
            Some(ContextValue::Strings(all)) => all.clone(),
            _ => Vec::new(),
        };
        let first = |kind| all(kind).into_iter().next();
        let typed = |kind| first(kind).unwrap_or_default();
        // clap writes `--plan <file>`; only the name was typed.
        let option = || {
            let shown = typed(ContextKind::InvalidArg);
            shown.split([' ', '=']).next().unwrap_or_default().to_string()
        };
        match error.kind() {
            ErrorKind::InvalidSubcommand => Misuse::UnknownCommand {
                typed: typed(ContextKind::InvalidSubcommand),
                // clap names all that are near, the nearest last.
                nearest: all(ContextKind::SuggestedSubcommand).pop(),
            },
            ErrorKind::UnknownArgument if typed(ContextKind::InvalidArg).starts_with('-') => Misuse::UnknownOption {
                typed: typed(ContextKind::InvalidArg),
                nearest: first(ContextKind::SuggestedArg),
            },
            ErrorKind::UnknownArgument => Misuse::TooMuch {
                typed: typed(ContextKind::InvalidArg),
            },
            ErrorKind::InvalidValue if typed(ContextKind::InvalidValue).is_empty() => {
                Misuse::MissingValue { option: option() }
            }
            ErrorKind::InvalidValue => Misuse::BadChoice {
                typed: typed(ContextKind::InvalidValue),
                offered: all(ContextKind::ValidValue),
            },
            // Only the day has a parser of its own.
            ErrorKind::ValueValidation => Misuse::BadDay {
                typed: typed(ContextKind::InvalidValue),
            },
            ErrorKind::TooManyValues => Misuse::NeedlessValue { option: option() },
            ErrorKind::ArgumentConflict => Misuse::Twice { option: option() },
            ErrorKind::InvalidUtf8 => Misuse::NotText,
            _ => Misuse::Unclear,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::read;
    use super::*;

    fn refused(line: &str) -> Misuse {
        read(line).unwrap_err()
    }

    #[test]
    fn a_name_that_is_not_known_comes_with_the_nearest() {
        let (typed, nearest) = (String::from("shwo"), Some("show".into()));
        assert_eq!(refused("shwo"), Misuse::UnknownCommand { typed, nearest });
        let (typed, nearest) = (String::from("--plian"), Some("--plain".into()));
        assert_eq!(refused("show --plian"), Misuse::UnknownOption { typed, nearest });
        // More than one is near, and it is still the nearest that is named.
        let near = |line: &str| match refused(line) {
            Misuse::UnknownCommand { nearest, .. } => nearest.unwrap_or_default(),
            other => panic!("{other:?}"),
        };
        for command in super::super::commands() {
            // Of three letters, two that changed places are another word.
            let swapped = format!("{}{}", &command[1..2], &command[..1]) + &command[2..];
            let swapped = if command.len() > 3 {
                swapped
            } else {
                command.clone() + "n"
            };
            for typed in [format!("{command}s"), format!("{command}{}", &command[2..3]), swapped] {
                assert_eq!(near(&typed), command, "{typed}");
            }
        }
        let typed = String::from("zzzzzz");
        assert_eq!(refused("zzzzzz"), Misuse::UnknownCommand { typed, nearest: None });
    }

    #[test]
    fn each_way_to_misuse_an_option_is_a_fact() {
        let plan = || String::from("--plan");
        assert_eq!(refused("show --plan"), Misuse::MissingValue { option: plan() });
        assert_eq!(refused("show --plan="), Misuse::MissingValue { option: plan() });
        let option = String::from("--plain");
        assert_eq!(refused("--plain=yes"), Misuse::NeedlessValue { option });
        assert_eq!(refused("--plan a --plan b"), Misuse::Twice { option: plan() });
        for typed in ["2026-02-30", "2026-2-3", "today"] {
            let misuse = Misuse::BadDay { typed: typed.into() };
            assert_eq!(refused(&format!("--today {typed}")), misuse);
        }
        let offered = vec!["text".into(), "json".into()];
        let typed = String::from("xml");
        assert_eq!(refused("ready --format xml"), Misuse::BadChoice { typed, offered });
    }

    #[test]
    fn one_plan_is_named_once() {
        let typed = String::from("b");
        assert_eq!(refused("show a b"), Misuse::TooMuch { typed });
        assert_eq!(refused("show a --plan b"), Misuse::TwoFiles);
        assert!(read("show a --plan a").is_ok());
    }
}
