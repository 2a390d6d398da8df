//! Which back end asks, from what is around the program.

use std::io::{self, IsTerminal};

use console::Term;

use super::{Phrases, Plain, Prompter, Rich};

/// The fewest rows the rich back end draws in.
pub(super) const ROWS: u16 = 10;

/// The fewest columns the rich back end draws in.
pub(super) const COLUMNS: u16 = 30;

/// What is around the program.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Surroundings {
    /// Keys come from a terminal.
    pub stdin_tty: bool,
    /// The conversation goes to a terminal.
    pub stderr_tty: bool,
    /// Results go to a terminal.
    pub stdout_tty: bool,
    /// `TERM`, if it is set.
    pub term: Option<String>,
    /// `ACCESSIBLE` asks for one line at a time.
    pub accessible: bool,
    /// The program `screen` is between: it keeps what has scrolled away.
    pub in_screen: bool,
    /// What `PAGER` names, if it is set: the program that shows what is longer than a window.
    pub pager: Option<String>,
    /// `NO_COLOR` is set to something.
    pub no_color: bool,
    /// Rows and columns, where the terminal tells.
    pub size: Option<(u16, u16)>,
}

impl Surroundings {
    /// As it is now, here.
    pub fn from_env() -> Self {
        let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        Self {
            stdin_tty: io::stdin().is_terminal(),
            stderr_tty: io::stderr().is_terminal(),
            stdout_tty: io::stdout().is_terminal(),
            term: std::env::var("TERM").ok(),
            accessible: std::env::var_os("ACCESSIBLE").is_some_and(|value| is_on(&value.to_string_lossy())),
            in_screen: set("STY"),
            pager: std::env::var("PAGER").ok(),
            no_color: set("NO_COLOR"),
            size: [Term::stderr(), Term::stdout()].iter().find_map(Term::size_checked),
        }
    }
}

/// Whether a switch of the surroundings is on: set, and not to nothing or a no.
fn is_on(value: &str) -> bool {
    !matches!(
        value.trim().to_ascii_lowercase().as_str(),
        "" | "0" | "false" | "no" | "off"
    )
}

/// Whether the plain back end asks: because of `--plain` (`flag`), or because the rich one could not be seen or used.
pub fn wants_plain(flag: bool, around: &Surroundings) -> bool {
    let dumb = match around.term.as_deref() {
        None | Some("" | "dumb") => true,
        // These are what rustyline will not edit a line on.
        Some(term) => ["cons25", "emacs"].contains(&term),
    };
    // A terminal without a name is nothing unusual on Windows.
    let dumb = dumb && (cfg!(unix) || around.term.is_some());
    flag || !around.stdin_tty || !around.stderr_tty || dumb || around.accessible || !is_big_enough(around.size)
}

/// Whether a screen can be cleared here: nobody asked for one line at a time, and there is a terminal that knows how.
pub fn can_clear(flag: bool, around: &Surroundings) -> bool {
    let anywhere = Surroundings {
        stdin_tty: true,
        size: None,
        ..around.clone()
    };
    !wants_plain(flag, &anywhere)
}

/// Whether lists and lines fit; a terminal that does not tell its size is taken for a usual one.
pub(super) fn is_big_enough(size: Option<(u16, u16)>) -> bool {
    size.is_none_or(|(rows, columns)| rows >= ROWS && columns >= COLUMNS)
}

/// The back end that asks on this terminal. A rich one that cannot be had is a plain one.
pub fn open(plain: bool, around: &Surroundings, phrases: &'static Phrases) -> Box<dyn Prompter> {
    if !plain && let Ok(rich) = Rich::new(phrases, !around.no_color) {
        return Box::new(rich);
    }
    let mut plain = Plain::new(io::stdin().lock(), io::stderr(), phrases);
    if let Some((_, columns)) = around.size {
        plain.narrow(usize::from(columns));
    }
    Box::new(plain.echoing(around.stdin_tty))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn usual() -> Surroundings {
        Surroundings {
            stdin_tty: true,
            stderr_tty: true,
            term: Some("xterm-256color".into()),
            size: Some((24, 80)),
            ..Surroundings::default()
        }
    }

    #[test]
    fn accessible_is_on_unless_it_is_a_no() {
        for on in ["1", "true", "yes", "screen reader"] {
            assert!(is_on(on), "{on}");
        }
        for off in ["", " ", "0", "false", "FALSE", "no", "off"] {
            assert!(!is_on(off), "{off}");
        }
    }

    #[test]
    fn a_usual_terminal_is_rich_and_colour_is_no_matter() {
        assert!(!wants_plain(false, &usual()));
        assert!(!wants_plain(
            false,
            &Surroundings {
                no_color: true,
                ..usual()
            }
        ));
        assert!(!wants_plain(
            false,
            &Surroundings {
                size: Some((10, 30)),
                ..usual()
            }
        ));
        assert!(!wants_plain(false, &Surroundings { size: None, ..usual() }));
    }

    #[test]
    fn a_screen_is_cleared_however_small_and_whatever_feeds_the_program() {
        let small = Surroundings {
            size: Some((1, 1)),
            stdin_tty: false,
            ..usual()
        };
        assert!(can_clear(false, &small) && !can_clear(true, &small));
        assert!(!can_clear(
            false,
            &Surroundings {
                stderr_tty: false,
                ..usual()
            }
        ));
    }

    #[test]
    fn everything_that_asks_for_plain_gets_it() {
        assert!(wants_plain(true, &usual()));
        for around in [
            Surroundings {
                stdin_tty: false,
                ..usual()
            },
            Surroundings {
                stderr_tty: false,
                ..usual()
            },
            Surroundings {
                term: Some("dumb".into()),
                ..usual()
            },
            Surroundings {
                accessible: true,
                ..usual()
            },
            Surroundings {
                size: Some((9, 80)),
                ..usual()
            },
            Surroundings {
                size: Some((24, 29)),
                ..usual()
            },
        ] {
            assert!(wants_plain(false, &around), "{around:?}");
        }
        #[cfg(unix)]
        assert!(wants_plain(false, &Surroundings { term: None, ..usual() }));
    }
}
