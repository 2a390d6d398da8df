//! Does one command each.
//!
//! Here live the commands of the command line, one file each, and what they share: the errand they are sent on and the
//! way they open a plan. Not here: how the line is read ([`cli`](crate::cli)), and any sentence.

mod aside;
mod calendar;
mod call;
mod check;
mod delete;
mod done;
mod drawer;
mod errand;
mod example;
mod forget;
mod give;
mod help;
mod hide;
mod history;
mod keep;
mod lines;
mod lock;
mod misuse;
mod on_paper;
mod open;
mod places;
mod plan;
mod reach;
mod ready;
mod sheet;
mod show;
mod sources;
#[cfg(test)]
mod trial;
mod unlock;
pub mod visit;

pub use errand::Errand;
pub use keep::{keep, stamp};
pub use misuse::misuse;
pub use open::{Found, open, open_or_begin, open_to_write, open_unasked, open_with_versions};

use plan::country as country_of;

use crate::cli::Command;
use crate::error::Error;
use crate::sheets::Titles;

/// The widest line of what a command prints.
const COLUMNS: usize = 80;

/// How the program ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Exit {
    /// Done; leaving a visit is done too.
    Done,
    /// It did not work.
    Failed,
    /// The command line was not understood.
    Usage,
    /// The check found faults, or something stands between the plan and the day.
    Found,
}

impl Exit {
    /// The number the process ends with.
    pub fn code(self) -> u8 {
        match self {
            Exit::Done => 0,
            Exit::Failed => 1,
            Exit::Usage => 2,
            Exit::Found => 3,
        }
    }
}

/// Does what was asked for.
///
/// # Errors
/// What failed outside; nothing was said of it yet.
pub fn carry_out(command: &Command, errand: &mut Errand) -> Result<Exit, Error> {
    match command {
        Command::Plan => plan::plan(errand),
        Command::Checklist(printing) => sheet::sheet(Some("checklist"), None, printing, errand),
        Command::Sheet { kind, reader, printing } => sheet::sheet(kind.as_deref(), reader.as_deref(), printing, errand),
        Command::Ready { format } => ready::ready(*format, errand),
        Command::Done { ids, undo } => done::done(ids, *undo, errand),
        Command::Calendar {
            out,
            plain_titles,
            force,
        } => {
            let titles = if *plain_titles { Titles::Plain } else { Titles::Neutral };
            calendar::calendar(out.as_deref(), titles, *force, errand)
        }
        Command::Call { option } => call::call(option.as_deref(), errand),
        Command::Lines { country } => lines::lines(country.as_deref(), errand),
        Command::Sources => sources::sources(errand),
        Command::Forget { question, item } => forget::forget(question.as_deref(), item.as_deref(), errand),
        Command::History => history::history(errand),
        Command::Undo => history::undo(errand),
        Command::Restore { number } => history::restore(number.as_deref(), errand),
        Command::Show => show::show(errand),
        Command::Example => example::example(errand),
        Command::Check => check::check(errand),
        Command::Where => places::places(errand),
        Command::Lock { off } => lock::lock(*off, errand),
        Command::Delete => delete::delete(errand),
        Command::Hide => hide::hide(errand),
        Command::Help { topic } => help::help(topic.as_deref(), errand),
        Command::Version => {
            errand.print(&format!("steadfast {}\n", env!("CARGO_PKG_VERSION")))?;
            Ok(Exit::Done)
        }
    }
}
