//! A field in a terminal: one line or a longer text, typed below its question.

use std::io;

use super::below::Below;
use super::drafts::half_typed;
use super::frame::{self, Parts};
use super::layout::{self, ParsedInput};
use super::line_editor::TypedLine;
use super::list_view::ListAnswer;
use super::phrases::fill_phrase;
use super::{Action, Prompt, PromptReply, Prompter, Rich, unfinished};
use crate::text;

impl Rich {
    /// Draws the question of a field; the cursor stands where its words are typed.
    pub(super) fn draw_field(&mut self, prompt: &Prompt, talk: &str, keys: &str, below: usize) -> io::Result<()> {
        let parts = Parts {
            prompt,
            talk,
            rows: None,
            keys,
            below,
        };
        let frame = frame::frame(&parts, self.screen.size());
        self.screen.draw(&frame)
    }

    /// What stands below the words that answer a question.
    pub(super) fn below(&self, prompt: &Prompt, keys: &str) -> Below {
        let cursor = self.cursor_line(layout::label_or_default(prompt, self.phrases));
        Below::new(prompt, self.phrases, keys, &cursor, self.screen.size())
    }

    /// Draws the question of a field, and lets somebody type into it.
    fn edit_field(
        &mut self,
        prompt: &Prompt,
        before: &str,
        talk: &str,
        initial: &str,
        below: &mut Below,
    ) -> io::Result<TypedLine> {
        self.draw_field(prompt, talk, "", below.lines())?;
        if prompt.discard_typeahead {
            self.editor.drop_unseen()?;
        }
        let cursor = self.cursor_line(layout::label_or_default(prompt, self.phrases));
        let mut here = below.clone().beginning_at(self.screen.cursor_line());
        unfinished::begin_field(Some(half_typed(prompt, before, "")));
        let typed = self.editor.edit(&cursor, initial, &mut here);
        self.screen.forget_frame();
        if here.suggestion.is_empty() {
            below.clear();
        }
        typed
    }

    pub(super) fn ask_words(&mut self, prompt: &Prompt, before: &str, long: bool) -> io::Result<PromptReply<String>> {
        let prompt = &self.with_said(prompt);
        match self.page_what_overflows(prompt, &[])? {
            Ok(fitted) => self.ask_in_field(prompt, &fitted.prompt, before, long),
            Err(action) => Ok(PromptReply::Action(action)),
        }
    }

    fn ask_in_field(
        &mut self,
        prompt: &Prompt,
        fitted: &Prompt,
        before: &str,
        long: bool,
    ) -> io::Result<PromptReply<String>> {
        let phrases = self.phrases;
        let keys = if long { phrases.foot_text } else { phrases.foot_line };
        let (earlier, mut talk) = match prompt.no_default && !before.is_empty() {
            true => ("", fill_phrase(phrases.earlier, before)),
            false => (before, String::new()),
        };
        let mut fitted = fitted.clone();
        let mut below = self.below(&fitted, keys);
        let editable = || layout::editable(phrases, earlier);
        let mut initial = self.drafts.take(prompt, before).unwrap_or_else(editable);
        loop {
            let stood = text::sanitize::sanitize_text(&initial);
            let typed = self.edit_field(&fitted, before, &talk, &stood, &mut below)?;
            fitted.discard_typeahead = false;
            let typed = match typed {
                TypedLine::Text(typed) => typed,
                TypedLine::Ahead(typed) => {
                    let (typed, action) = phrases.signs.split_last_line(&typed);
                    if let Some(action) = action {
                        self.drafts.keep(prompt, before, typed);
                        return Ok(PromptReply::Action(action));
                    }
                    phrases.typed_ahead.clone_into(&mut talk);
                    let clean = if long { str::to_owned } else { text::sanitize_line };
                    initial = clean(typed);
                    continue;
                }
                TypedLine::Away(typed) => {
                    self.drafts.keep(prompt, before, &typed);
                    return Ok(PromptReply::Action(Action::Back));
                }
                TypedLine::Anew(typed) => return self.ask_anew(prompt, before, &typed, long),
                TypedLine::End => return Ok(PromptReply::Action(Action::Leave)),
            };
            if typed.trim() == phrases.more {
                if let ListAnswer::Action(action) = self.open_menu::<()>(prompt)? {
                    self.drafts.keep(prompt, before, &stood);
                    return Ok(PromptReply::Action(action));
                }
                continue;
            }
            if let Some(reply) = self.understand(prompt, before, &typed, &stood, long) {
                return Ok(reply);
            }
            phrases.nothing_typed.clone_into(&mut talk);
            initial.clear();
        }
    }

    /// Asks once more in a window that has changed, around what was typed.
    fn ask_anew(&mut self, prompt: &Prompt, before: &str, typed: &str, long: bool) -> io::Result<PromptReply<String>> {
        self.drafts.keep_all(prompt, before, typed);
        let mut prompt = prompt.clone();
        // It was seen before.
        prompt.discard_typeahead = false;
        match long {
            true => self.text(&prompt, before),
            false => self.line(&prompt, before),
        }
    }

    /// What a typed line comes to; `None` where nothing was typed.
    fn understand(
        &mut self,
        prompt: &Prompt,
        before: &str,
        typed: &str,
        stood: &str,
        long: bool,
    ) -> Option<PromptReply<String>> {
        let phrases = self.phrases;
        if let Some(action) = phrases.signs.action_behind(typed, stood) {
            // A mark may have been meant as one: in a longer text it is there again.
            self.drafts.keep(prompt, before, if long { typed } else { stood });
            return Some(PromptReply::Action(action));
        }
        let heard = match long {
            true => layout::parse_text(phrases, typed),
            false => layout::parse_line(phrases, typed),
        };
        match heard {
            ParsedInput::Answer(answer) => Some(PromptReply::Given(answer)),
            ParsedInput::Action(action) => Some(PromptReply::Action(action)),
            ParsedInput::Nothing => None,
        }
    }

    /// What is at the cursor of a typed answer, in its margin and never more than half the line.
    pub(super) fn cursor_line(&self, prompt: &str) -> String {
        let columns = self.screen.size().1;
        let cursor = layout::cursor_text(prompt);
        let begin = " ".repeat(frame::margin(columns));
        if text::width(&cursor) <= columns / 2 {
            format!("{begin}{cursor}")
        } else {
            format!("{begin}> ")
        }
    }
}
