//! `contacts`: the numbers of a plan, for the address book of a phone.

use std::path::Path;

use crate::error::Error;
use crate::sheets::{self, EventTitles};

use crate::app::publish::print_log;
use crate::app::{Context, Exit, open, output_file};

/// Prints the contacts, or writes them to `out`, which the plan notes. No answer changes.
///
/// # Errors
/// As [`open()`] and [`output_file::write`]; stdout is closed.
pub fn contacts(out: Option<&Path>, titles: EventTitles, force: bool, context: &mut Context) -> Result<Exit, Error> {
    let (mut store, mut plan, _) = open(context)?;
    let words = context.words;
    let all = sheets::contacts(&plan, words, titles);
    if all.is_empty() {
        return context.end(Exit::Failed, words.calendar.no_contacts);
    }
    let text = sheets::vcf(&all);
    match out {
        Some(path) => {
            output_file::may_write(path, force, context)?;
            let note = print_log::export_record(print_log::CONTACTS, path, context.today);
            print_log::give_out(vec![note], &mut store, &mut plan, context, |_, context| {
                output_file::write(path, text, force, context)
            })?;
        }
        None => context.print(&text)?,
    }
    context.end(Exit::Done, words.calendar.shared_contacts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::test_context::TestContext;

    #[test]
    fn a_plan_gives_its_numbers_and_stays_as_it_was() {
        let mut trial = TestContext::new();
        trial.write_example(|_| {});
        let before = std::fs::read_to_string(trial.path()).unwrap();
        let exit = trial.run(|context| contacts(None, EventTitles::Neutral, false, context));
        assert_eq!(exit.unwrap(), Exit::Done);
        let printed = trial.stdout();
        assert!(printed.contains(":911\r\n") && !printed.contains("Linden"), "{printed}");
        assert_eq!(std::fs::read_to_string(trial.path()).unwrap(), before);
        let out = trial.path().with_file_name("a.vcf");
        std::fs::write(&out, "mine").unwrap();
        let refused = trial.run(|context| contacts(Some(&out), EventTitles::Neutral, false, context));
        assert!(matches!(refused, Err(Error::AlreadyThere(_))));
    }

    #[test]
    fn without_a_number_there_is_one_sentence_and_no_file() {
        let mut trial = TestContext::new();
        trial.write("{\"format\": 2}");
        let exit = trial.run(|context| contacts(None, EventTitles::Neutral, false, context));
        assert_eq!(exit.unwrap(), Exit::Failed);
        assert!(trial.stdout().is_empty() && !trial.stderr().is_empty());
    }
}
