//! What a command needs besides its arguments: the words, the streams, the day, and which plan is meant.

use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;

use chrono::NaiveDate;

use crate::error::Error;
use crate::prompt::terminal_guard::ExitMessage;
use crate::prompt::{self, Prompter, Surroundings};
use crate::store::{Key, place};
use crate::words::{Words, quote_path};

use super::{COLUMNS, FEWEST};

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
    /// [`Error::Words`] where the back end's own words do not fit.
    pub fn open_prompter(&mut self) -> Result<Box<dyn Prompter>, Error> {
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
        let window = self.surroundings.size.filter(|_| self.surroundings.stdout_tty);
        window.map_or(COLUMNS, |(_, columns)| usize::from(columns).clamp(FEWEST, COLUMNS))
    }

    /// Prints a result, whole, and sees it out.
    ///
    /// # Errors
    /// [`Error::Terminal`] where nobody takes it.
    pub fn print(&mut self, text: &str) -> Result<(), Error> {
        self.print_bytes(text.as_bytes())
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

    /// Says one line beside the results.
    ///
    /// # Errors
    /// [`Error::Terminal`] where nobody takes it.
    pub fn print_notice(&mut self, line: &str) -> Result<(), Error> {
        writeln!(self.err, "{line}").map_err(Error::Terminal)
    }
}
