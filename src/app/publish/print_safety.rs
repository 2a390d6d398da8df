//! Before a page of a closed plan is printed: is it safe to have this on paper? (design#pages)

use crate::app::Context;
use crate::cli::PageFormat;
use crate::error::Error;
use crate::plan::{Gate, Plan};
use crate::prompt::Prompt;
use crate::readiness;
use crate::session::{Dialog, answer_in_command};

use super::format;

/// Asked where somebody can answer, else said. What other programs read is no paper.
///
/// # Errors
/// [`Error::Hidden`] where the person went away at once; the terminal failed.
pub fn is_safe(plan: &Plan, format: PageFormat, context: &mut Context) -> Result<bool, Error> {
    if readiness::gate(plan) != Gate::Closed || format::is_of_the_checklist(format) {
        return Ok(true);
    }
    let words = context.words;
    let home = &words.home;
    if context.no_input || !(context.surroundings.stdin_tty && context.surroundings.stderr_tty) {
        context.print_notice(home.paper_said)?;
        return Ok(true);
    }
    let prompt = Prompt::new("paper", home.paper_ask, home.prompt);
    let rows = [home.paper_no, home.paper_yes];
    let mut prompter = context.open_prompter()?;
    let dialog = Dialog::new(plan, words, context.today);
    let row = answer_in_command(dialog.pick(prompt, &rows, None, prompter.as_mut()))?;
    Ok(row == Some(1))
}
