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
        return context.end(Exit::Failed, context.words.commands.hide.cannot);
    }
    prompt::clear_all().map_err(Error::Terminal)?;
    if context.surroundings.in_screen {
        return context.end(Exit::Failed, context.words.commands.hide.kept_above);
    }
    context.end(Exit::Done, context.words.home.hidden_line)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::test_context::TestContext;

    #[test]
    fn what_the_program_screen_keeps_is_said() {
        let mut trial = TestContext::new();
        let exit = trial.run(|context| {
            context.plain = false;
            context.surroundings.stderr_tty = true;
            context.surroundings.term = Some("screen".into());
            context.surroundings.in_screen = true;
            hide(context).unwrap()
        });
        assert_eq!(exit, Exit::Failed);
        assert!(trial.stderr().contains("scrolled"), "{}", trial.stderr());
    }

    #[test]
    fn where_no_screen_can_be_cleared_it_says_so() {
        let mut trial = TestContext::new();
        assert_eq!(trial.run(hide).unwrap(), Exit::Failed);
        assert!(trial.stderr().contains("Close") && trial.stdout().is_empty());
        assert!(!trial.path().exists());
    }
}
