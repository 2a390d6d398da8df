//! Does one command each.
//!
//! Here live the commands of the command line, one file each, and nothing else. Not here: what they share
//! ([`app`](crate::app)), the wizard itself ([`visit`](crate::visit)), how the line is read ([`cli`](crate::cli)), and
//! any sentence.

mod calendar;
mod call;
mod check;
mod contacts;
mod delete;
mod done;
#[cfg(all(test, feature = "encryption"))]
mod every_prompt_tests;
mod example;
mod forget;
mod help;
mod hide;
mod history;
mod installed;
mod lines;
mod lock;
mod misuse;
mod places;
mod plan;
mod ready;
#[cfg(test)]
mod recovery_tests;
mod sheet;
mod show;
mod sources;

pub use misuse::misuse;

use crate::app::{Context, Exit};
use crate::cli::Command;
use crate::error::Error;
use crate::sheets::EventTitles;

/// Does what was asked for.
///
/// # Errors
/// What failed outside; nothing was said of it yet.
pub fn carry_out(command: &Command, context: &mut Context) -> Result<Exit, Error> {
    match command {
        Command::Plan(_) => plan::plan(context),
        Command::Checklist { printing, .. } => sheet::sheet(Some("checklist"), None, printing, context),
        Command::Sheet {
            kind, reader, printing, ..
        } => sheet::sheet(kind.as_deref(), reader.as_deref(), printing, context),
        Command::Ready(list) => ready::ready(list.format(), context),
        Command::Done { ids, undo } => done::done(ids, *undo, context),
        Command::Calendar { options, .. } => {
            let asked = calendar::CalendarRequest {
                reader: options.reader.as_deref(),
                titles: titles(options.plain_titles),
                alarm: options.alarm,
                code: options.code.as_deref().unwrap_or_default(),
            };
            calendar::calendar(options.out.as_deref(), asked, options.force, context)
        }
        Command::Contacts { options, .. } => {
            let titles = titles(options.plain_titles);
            contacts::contacts(options.out.as_deref(), titles, options.force, context)
        }
        Command::After(_) => plan::after(context),
        Command::Call { option } => call::call(option.as_deref(), context),
        Command::Lines { country, printing } => lines::lines(country.as_deref(), printing.format, context),
        Command::Sources(printing) => sources::sources(printing.format, context),
        Command::Forget { question, item } => forget::forget(question.as_deref(), item.as_deref(), context),
        Command::History(list) => history::history(list.format(), context),
        Command::Undo(_) => history::undo(context),
        Command::Restore { number, .. } => history::restore(number.as_deref(), context),
        Command::Show(list) => show::show(list.format(), context),
        Command::Example => example::example(context),
        Command::Check(_) => check::check(context),
        Command::Where(list) => places::places(list.format(), context),
        Command::Lock { change: true, .. } => lock::change(context),
        Command::Lock { off, .. } => lock::lock(*off, context),
        Command::Delete(_) => delete::delete(context),
        Command::Hide => hide::hide(context),
        Command::Words { export, force } => installed::words(export.as_deref(), *force, context),
        Command::Completions { shell } => installed::completions(*shell, context),
        Command::Man { out, force } => installed::man(out.as_deref(), *force, context),
        Command::Help { topic } => help::help(topic.as_deref(), context),
        Command::Version => {
            context.print(&format!("steadfast {}\n", env!("CARGO_PKG_VERSION")))?;
            Ok(Exit::Done)
        }
    }
}

fn titles(plain: bool) -> EventTitles {
    match plain {
        true => EventTitles::Plain,
        false => EventTitles::Neutral,
    }
}
