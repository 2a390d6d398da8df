//! Before a page of a closed plan is printed: is it safe to have this on paper? (visit 9)

use crate::ask::{Put, Reply, Wish};
use crate::cli::PageFormat;
use crate::commands::Errand;
use crate::commands::reach::Reach;
use crate::error::Error;
use crate::plan::{Gate, Plan};
use crate::readiness;

use super::drawn;

/// Asked where somebody can answer, else said. What other programs read is no paper.
///
/// # Errors
/// [`Error::Hidden`] where the person went away at once; the terminal failed.
pub fn is_safe(plan: &Plan, format: PageFormat, errand: &mut Errand) -> Result<bool, Error> {
    if readiness::gate(plan) != Gate::Closed || drawn::is_of_the_checklist(format) {
        return Ok(true);
    }
    let words = errand.words;
    let home = &words.home;
    if !(errand.around.stdin_tty && errand.around.stderr_tty) {
        errand.tell(&home.paper_said)?;
        return Ok(true);
    }
    let put = Put::new("paper", &home.paper_ask, &home.prompt);
    let rows = [&home.paper_no, &home.paper_yes];
    let mut asker = errand.asker()?;
    match Reach::new(plan, words, errand.today).pick(put, &rows, None, asker.as_mut())? {
        Reply::Given(row) => Ok(row == 1),
        Reply::Wish(Wish::Hide) => Err(Error::Hidden),
        Reply::Wish(_) => Ok(false),
    }
}
