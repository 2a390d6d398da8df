//! What a command prints where it is longer than the window: what is somebody's own is leafed through on a screen of its
//! own, and what anybody may read goes to the pager that is named, since a pager keeps what it shows.

use std::io::Write;
use std::process::{Command, Stdio};

use crate::error::Error;
use crate::plan::Plan;
use crate::prompt::{self, terminal_guard};
use crate::session::{Dialog, answer_in_command};

use super::Context;

impl Context<'_> {
    /// Prints what is somebody's own, `drawn` for so many columns. In a window that does not hold it, it is leafed through
    /// below the number to call, and nothing of it stays.
    ///
    /// # Errors
    /// [`Error::Hidden`] where the person went away at once; [`Error::Terminal`].
    pub fn print_private(&mut self, plan: &Plan, drawn: impl Fn(usize) -> String) -> Result<(), Error> {
        let text = drawn(self.columns());
        if !self.is_longer_than_window(&text) {
            return self.print(&text);
        }
        let mut prompter = self.open_prompter()?;
        terminal_guard::clear_at_end(true);
        let text = drawn(prompter.columns());
        let read = Dialog::new(plan, self.words, self.today).read(&text, prompter.as_mut());
        terminal_guard::clear();
        answer_in_command(read).map(drop)
    }

    /// Prints what anybody may read; what a window does not hold, through the pager of `PAGER`.
    ///
    /// # Errors
    /// [`Error::Terminal`].
    pub fn print_public(&mut self, text: &str) -> Result<(), Error> {
        let pager = self
            .surroundings
            .pager
            .clone()
            .filter(|_| self.is_longer_than_window(text));
        match pager.is_some_and(|pager| is_paged(&pager, text)) {
            true => Ok(()),
            false => self.print(text),
        }
    }

    /// Whether a text goes to a window that cannot show it at once, with the line below it, and somebody is there to leaf.
    fn is_longer_than_window(&self, text: &str) -> bool {
        let around = &self.surroundings;
        let leafs = around.stdout_tty && !self.no_input && !prompt::wants_plain(self.plain, around);
        let rows = around.size.filter(|_| leafs);
        rows.is_some_and(|(rows, _)| text.lines().count() >= usize::from(rows))
    }
}

/// Gives a text to a pager and waits for its end. False where there is no such program.
fn is_paged(pager: &str, text: &str) -> bool {
    let mut words = pager.split_whitespace();
    let Some(program) = words.next() else { return false };
    let Ok(mut child) = Command::new(program).args(words).stdin(Stdio::piped()).spawn() else {
        return false;
    };
    // Ctrl-C is the pager's meanwhile.
    terminal_guard::lend(true);
    // Whoever leaves before the end has read enough.
    let _ = child.stdin.take().map(|mut input| input.write_all(text.as_bytes()));
    let _ = child.wait();
    terminal_guard::lend(false);
    true
}

#[cfg(test)]
mod tests {
    use super::super::test_context::TestContext;
    use super::*;
    use crate::prompt::{Action, Scripted, ScriptedReply};

    /// What is printed of twenty lines in a window of so many rows, with this pager.
    fn public(rows: u16, pager: Option<&str>) -> String {
        let mut trial = TestContext::new();
        trial.run(|context| {
            in_window(context, rows);
            context.surroundings.pager = pager.map(String::from);
            context.print_public(&"line\n".repeat(20)).unwrap();
        });
        trial.stdout()
    }

    fn in_window(context: &mut Context, rows: u16) {
        context.plain = false;
        let around = &mut context.surroundings;
        (around.stdin_tty, around.stdout_tty, around.stderr_tty) = (true, true, true);
        around.term = Some("xterm".into());
        around.size = Some((rows, 80));
    }

    #[cfg(unix)]
    #[test]
    fn only_what_a_window_does_not_hold_goes_to_the_pager_that_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let kept = folder.path().join("kept");
        let pager = format!("tee {}", kept.display());
        assert_eq!(public(21, Some(&pager)).lines().count(), 20, "it fits");
        assert!(!kept.exists());
        assert_eq!(public(20, Some(&pager)), "");
        assert_eq!(std::fs::read_to_string(&kept).unwrap().lines().count(), 20);
        for none in [None, Some(""), Some("no-such-pager-here")] {
            assert_eq!(public(20, none).lines().count(), 20, "{none:?}");
        }
    }

    /// What is printed, and asked, of twenty lines of somebody's own.
    fn private(set: impl FnOnce(&mut Context), action: Option<Action>) -> (String, Result<(), Error>) {
        let mut trial = TestContext::new();
        let reply = action.map_or(ScriptedReply::Enter, ScriptedReply::Action);
        trial.prompter = Some(Box::new(Scripted::new(vec![reply])));
        let ended = trial.run(|context| {
            in_window(context, 20);
            set(context);
            context.print_private(&Plan::default(), |columns| format!("{columns} columns\n").repeat(20))
        });
        (trial.stdout(), ended)
    }

    #[test]
    fn what_is_somebodys_own_is_leafed_through_where_a_window_does_not_hold_it() {
        let (printed, ended) = private(|_| {}, None);
        assert!(printed.is_empty() && ended.is_ok(), "{printed}");
        for (why, set) in [
            (
                "it fits",
                (|context: &mut Context| context.surroundings.size = Some((21, 80))) as fn(&mut Context),
            ),
            ("a pipe", |context| context.surroundings.stdout_tty = false),
            ("nobody to leaf", |context| context.no_input = true),
            ("by ear", |context| context.plain = true),
            ("a terminal that cannot", |context| {
                context.surroundings.term = Some("dumb".into())
            }),
        ] {
            assert_eq!(private(set, None).0.lines().count(), 20, "{why}");
        }
        for action in [Action::Back, Action::Home, Action::Leave] {
            assert!(private(|_| {}, Some(action)).1.is_ok());
        }
        assert!(matches!(private(|_| {}, Some(Action::Hide)).1, Err(Error::Hidden)));
    }
}
