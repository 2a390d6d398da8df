//! Before a page of a closed plan is printed: is it safe to have this on paper? (visit 9)

use crate::ask::{Choice, Put, Reply};
use crate::cli::PageFormat;
use crate::commands::Errand;
use crate::error::Error;
use crate::plan::{Gate, Plan};
use crate::readiness;

use super::drawn;

/// Asked where somebody can answer, else said. What other programs read is no paper.
///
/// # Errors
/// The terminal failed.
pub fn is_safe(plan: &Plan, format: PageFormat, errand: &mut Errand) -> Result<bool, Error> {
    if readiness::gate(plan) != Gate::Closed || drawn::is_of_the_checklist(format) {
        return Ok(true);
    }
    let home = &errand.words.home;
    if !(errand.around.stdin_tty && errand.around.stderr_tty) {
        errand.tell(&home.paper_said)?;
        return Ok(true);
    }
    let rows = [Choice::new(&home.paper_no), Choice::new(&home.paper_yes)];
    let reply = errand
        .asker()?
        .pick(&Put::new("paper", &home.paper_ask, ">"), &rows, None)?;
    Ok(reply == Reply::Given(1))
}
