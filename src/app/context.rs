//! What a command needs besides its arguments: the words, the streams, the day, and which plan is meant.

use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;

use chrono::NaiveDate;
use serde::Serialize;

use crate::error::Error;
use crate::prompt::terminal_guard::ExitMessage;
use crate::prompt::{self, Prompter, Surroundings};
use crate::sheets::{self, Block};
use crate::store::{Key, place};
use crate::text;
use crate::words::{Words, quote_path};

use super::{COLUMNS, Exit, FEWEST};

/// Everything a command needs beside its own arguments.
pub struct Context<'a> {
    /// What is said.
    pub words: &'a Words,
    /// Where results go.
    pub out: &'a mut dyn Write,
    /// Where everything else goes, except the conversation, which goes through the prompter.
    pub err: &'a mut dyn Write,
    /// The plan file that was named.
    pub plan: Option<PathBuf>,
    /// Where the passphrase of a locked plan stands; `-` is stdin. Without it a person is asked.
    pub passphrase: Option<PathBuf>,
    /// The key of a locked plan, once it is known, and whose it is.
    pub key: Option<(PathBuf, Key)>,
    /// The folder for plans, as `STEADFAST_HOME` gives it.
    pub home: Option<OsString>,
    /// The language and country of the computer, such as `en-US`.
    pub locale: Option<String>,
    /// Today.
    pub today: NaiveDate,
    /// Only the plain back end may ask.
    pub plain: bool,
    /// What only says that it worked is not said.
    pub quiet: bool,
    /// Nobody may be asked.
    pub no_input: bool,
    /// What is around the program.
    pub surroundings: Surroundings,
    /// How a person is asked, if that was decided already; see [`Context::open_prompter`].
    pub prompter: Option<Box<dyn Prompter>>,
    /// What is said when a signal ends the visit.
    pub exit_message: ExitMessage,
}

impl Context<'_> {
    /// The plan that is meant: the one that was named, or the plan on this computer.
    ///
    /// # Errors
    /// [`Error::NoHome`].
    pub fn plan_path(&self) -> Result<PathBuf, Error> {
        match &self.plan {
            Some(path) => Ok(path.clone()),
            None => place::default_plan(self.home.as_deref()),
        }
    }

    /// What to type to go on with this plan.
    pub fn command(&self) -> String {
        match &self.plan {
            Some(path) => format!("steadfast plan {}", quote_path(path)),
            None => "steadfast".into(),
        }
    }

    /// What to type for another command on this plan.
    pub fn command_for(&self, name: &str) -> String {
        match &self.plan {
            Some(path) => format!("steadfast {name} {}", quote_path(path)),
            None => format!("steadfast {name}"),
        }
    }

    /// The same for a command that takes another word where others take the file.
    pub fn command_on(&self, name: &str) -> String {
        match &self.plan {
            Some(path) => format!("steadfast {name} --plan {}", quote_path(path)),
            None => format!("steadfast {name}"),
        }
    }

    /// The one who asks: the one that came along, or the back end that suits this terminal. It is handed out once;
    /// give it back by setting [`Context::prompter`].
    ///
    /// # Errors
    /// [`Error::NoInput`] where nobody may be asked.
    pub fn open_prompter(&mut self) -> Result<Box<dyn Prompter>, Error> {
        if self.no_input {
            return Err(Error::NoInput);
        }
        if let Some(prompter) = self.prompter.take() {
            return Ok(prompter);
        }
        let phrases = self.words.ask;
        Ok(prompt::open(
            prompt::wants_plain(self.plain, &self.surroundings),
            &self.surroundings,
            phrases,
        ))
    }

    /// How wide a line of a result may be: no wider than the window it goes to.
    pub fn columns(&self) -> usize {
        self.window(self.surroundings.stdout_tty).unwrap_or(COLUMNS)
    }

    /// How wide a line may be, where it goes to a window.
    fn window(&self, is_terminal: bool) -> Option<usize> {
        let window = self.surroundings.size.filter(|_| is_terminal);
        window.map(|(_, columns)| usize::from(columns).clamp(FEWEST, COLUMNS))
    }

    /// Prints a result, whole, and sees it out.
    ///
    /// # Errors
    /// [`Error::Terminal`] where nobody takes it.
    pub fn print(&mut self, text: &str) -> Result<(), Error> {
        self.print_bytes(text.as_bytes())
    }

    /// Prints a result of sentences and paths, one a line; only a window breaks them.
    ///
    /// # Errors
    /// As [`Context::print`].
    pub fn print_lines(&mut self, lines: &str) -> Result<(), Error> {
        match self.window(self.surroundings.stdout_tty) {
            Some(columns) => self.print(&text::wrap_words(lines, columns)),
            None => self.print(lines),
        }
    }

    /// The same of blocks, in lines that fit the window.
    ///
    /// # Errors
    /// As [`Context::print`].
    pub fn print_blocks(&mut self, blocks: &[Block]) -> Result<(), Error> {
        self.print(&sheets::text_of_blocks(blocks, self.columns()))
    }

    /// Prints a result that need not be text, whole, and sees it out.
    ///
    /// # Errors
    /// As [`Context::print`].
    pub fn print_bytes(&mut self, bytes: &[u8]) -> Result<(), Error> {
        self.out
            .write_all(bytes)
            .and_then(|()| self.out.flush())
            .map_err(Error::Terminal)
    }

    /// Prints a result for programs (the shapes are in `docs/json.md`).
    ///
    /// # Errors
    /// As [`Context::print`].
    pub fn print_json(&mut self, shape: &impl Serialize) -> Result<(), Error> {
        // A shape of texts, numbers and truth values always has a JSON form.
        let json = serde_json::to_string_pretty(shape).unwrap_or_default();
        self.print(&(json + "\n"))
    }

    /// Says that something worked, unless that is not wanted. What keeps somebody safe is a notice.
    ///
    /// # Errors
    /// [`Error::Terminal`] where nobody takes it.
    pub fn confirm(&mut self, line: &str) -> Result<(), Error> {
        match self.quiet {
            true => Ok(()),
            false => self.print_notice(line),
        }
    }

    /// Says one line beside the results; only a window breaks it.
    ///
    /// # Errors
    /// [`Error::Terminal`] where nobody takes it.
    pub fn print_notice(&mut self, line: &str) -> Result<(), Error> {
        let line = match self.window(self.surroundings.stderr_tty) {
            Some(columns) => &text::wrap_words(line, columns),
            None => line,
        };
        writeln!(self.err, "{line}").map_err(Error::Terminal)
    }

    /// Ends a command so, with one line beside the results.
    ///
    /// # Errors
    /// As [`Context::print_notice`].
    pub fn end(&mut self, exit: Exit, line: &str) -> Result<Exit, Error> {
        self.print_notice(line)?;
        Ok(exit)
    }
}

#[cfg(test)]
mod tests {
    use super::super::test_context::TestContext;

    #[test]
    fn what_is_said_breaks_at_spaces_in_a_window_and_nowhere_else() {
        let said = "the plan: /home/somebody/plans/plan.json is open to others";
        for (is_terminal, lines) in [(true, 3), (false, 1)] {
            let mut trial = TestContext::new();
            trial.run(|context| {
                context.surroundings.size = Some((24, 20));
                context.surroundings.stdout_tty = is_terminal;
                context.surroundings.stderr_tty = is_terminal;
                context.print_lines(said).unwrap();
                context.print_notice(said).unwrap();
            });
            assert_eq!(trial.stdout().lines().count(), lines);
            assert_eq!(trial.stderr().trim_end(), trial.stdout());
            assert!(trial.stdout().contains("/home/somebody/plans/plan.json"));
        }
    }
}
