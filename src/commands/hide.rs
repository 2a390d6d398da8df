//! `hide`: clears the screen after the fact, and leaves a line that says nothing.

use crate::error::Error;
use crate::prompt;

use crate::app::{Context, Exit};

/// Clears the screen and what has scrolled away; no plan is opened. Where that cannot be done, it says so.
///
/// # Errors
/// The terminal failed.
pub fn hide(context: &mut Context) -> Result<Exit, Error> {
    if !prompt::can_clear(context.plain, &context.surroundings) {
        context.print_notice(context.words.commands.hide.cannot)?;
        return Ok(Exit::Failed);
    }
    prompt::clear_all().map_err(Error::Terminal)?;
    context.print_notice(context.words.home.hidden_line)?;
    Ok(Exit::Done)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::test_context::TestContext;

    #[test]
    fn where_no_screen_can_be_cleared_it_says_so() {
        let mut trial = TestContext::new();
        assert_eq!(trial.run(hide).unwrap(), Exit::Failed);
        assert!(trial.stderr().contains("Close") && trial.stdout().is_empty());
        assert!(!trial.path().exists());
    }
}
