//! What the plain back end says around an answer: the head of a question, how it is answered, what Enter keeps.

use std::io::{self, BufRead, Write};

use super::phrases::fill_phrase;
use super::{Plain, Prompt, layout};
use crate::text;

/// So often it is said how a kind of question is answered; then it is known, and `?` says it again.
const HINTS: usize = 3;

/// The longest earlier answer that is said again at the cursor, in columns.
const SHORT: usize = 40;

impl<R: BufRead, W: Write> Plain<R, W> {
    pub(super) fn print(&mut self, words: &str) -> io::Result<()> {
        for row in layout::wrap_lines(words, self.columns) {
            writeln!(self.out, "{row}")?;
        }
        Ok(())
    }

    /// Says how to answer, while that is not known yet.
    pub(super) fn print_hint(&mut self, how: &'static str) -> io::Result<()> {
        let said = self.hints.entry(how).or_default();
        *said += 1;
        if *said > HINTS { Ok(()) } else { self.print(how) }
    }

    pub(super) fn print_part(&mut self, words: &str) -> io::Result<()> {
        if words.trim().is_empty() {
            Ok(())
        } else {
            self.print(words)
        }
    }

    pub(super) fn print_head(&mut self, prompt: &Prompt) -> io::Result<()> {
        if prompt.fresh {
            writeln!(self.out)?;
        }
        for said in &prompt.above {
            self.print_part(&said.text)?;
        }
        self.print_alarm(prompt)?;
        self.print_part(&prompt.place)?;
        self.print_part(&prompt.ask)?;
        self.print_part(&prompt.why)
    }

    /// Says the number to call where a step begins: on a screen it stands above every question.
    fn print_alarm(&mut self, prompt: &Prompt) -> io::Result<()> {
        let step = prompt.place.split(". ").next().unwrap_or_default();
        if step.is_empty() || self.step == step {
            return Ok(());
        }
        step.clone_into(&mut self.step);
        self.print_part(&prompt.alarm)
    }

    /// Says an earlier answer that the cursor line will not say, and gives what Enter alone keeps in words.
    pub(super) fn print_kept(&mut self, prompt: &Prompt, before: &str) -> io::Result<Option<String>> {
        let phrases = self.phrases;
        if before.is_empty() {
            return Ok(None);
        }
        let short = text::width(before) <= SHORT && !before.contains('\n');
        if prompt.no_default || !short {
            let gap = if before.contains('\n') { "\n" } else { "" };
            self.print(&fill_phrase(phrases.earlier, format!("{gap}{before}")))?;
        }
        Ok(match (prompt.no_default, short) {
            (true, _) => None,
            (false, true) => Some(fill_phrase(phrases.enter_keeps, before)),
            (false, false) => Some(phrases.enter_keeps_it.into()),
        })
    }

    /// Says what is suggested, if anything is, and gives what Enter alone keeps, in words and whole.
    pub(super) fn print_suggestion(&mut self, prompt: &Prompt) -> io::Result<(Option<String>, String)> {
        let suggestion = text::sanitize::sanitize_text(&prompt.suggestion);
        if suggestion.is_empty() {
            return Ok((None, suggestion));
        }
        self.print(&fill_phrase(self.phrases.suggestion, &suggestion))?;
        Ok((Some(self.phrases.enter_keeps_it.into()), suggestion))
    }
}
