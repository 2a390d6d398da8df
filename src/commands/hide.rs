//! `hide`: clears the screen after the fact, and leaves a line that says nothing.

use crate::ask;
use crate::error::Error;

use super::{Errand, Exit};

/// Clears the screen and what has scrolled away; no plan is opened. Where that cannot be done, it says so.
///
/// # Errors
/// The terminal failed.
pub fn hide(errand: &mut Errand) -> Result<Exit, Error> {
    if !ask::can_clear(errand.plain, &errand.around) {
        errand.tell(&errand.words.commands.hide.cannot)?;
        return Ok(Exit::Failed);
    }
    ask::clear_all().map_err(Error::Terminal)?;
    errand.tell(&errand.words.home.hidden_line)?;
    Ok(Exit::Done)
}

#[cfg(test)]
mod tests {
    use super::super::trial::Trial;
    use super::*;

    #[test]
    fn where_no_screen_can_be_cleared_it_says_so() {
        let mut trial = Trial::new();
        assert_eq!(trial.run(hide).unwrap(), Exit::Failed);
        assert!(trial.told().contains("Close") && trial.printed().is_empty());
        assert!(!trial.path().exists());
    }
}
