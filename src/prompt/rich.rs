//! In a terminal: one frame a question, drawn over the one before; lists one moves through, lines one edits. If the
//! window is too small the same question is asked by the plain back end.

use std::io::{self, Stderr, StdinLock};

use console::Term;
use secrecy::SecretString;

use super::backend::is_big_enough;
use super::drafts::Drafts;
use super::layout;
use super::line_editor::LineEditor;
use super::list_view::ListAnswer;
use super::look::Appearance;
use super::order::{self, SortReply};
use super::pager::FittedPrompt;
use super::phrases::fill_phrase;
use super::screen::{COLUMNS, Screen};
use super::{Action, Choice, Message, Phrases, Plain, Prompt, PromptReply, Prompter, terminal_guard};
use crate::text;

/// The lines that are left for a field with nothing below it.
const FIELD: usize = 2;

/// What is in front of a row to sort: pointer, box and spaces.
const SORT_MARK: usize = 6;

/// Asks in a terminal.
pub struct Rich {
    pub(super) phrases: &'static Phrases,
    pub(super) screen: Screen,
    pub(super) editor: LineEditor,
    plain: Plain<StdinLock<'static>, Stderr>,
    pub(super) drafts: Drafts,
    /// What was said and waits for the next question.
    said: Vec<Message>,
    /// Part of the question stood on pages before it, for want of room.
    pub(super) is_cut: bool,
}

impl Rich {
    /// On the terminal of this process. `colour`: whether the accent may be sent.
    ///
    /// # Errors
    /// When there is no terminal to edit lines on.
    pub fn new(phrases: &'static Phrases, colour: bool) -> io::Result<Self> {
        let look = Appearance { colour };
        let typing = LineEditor::new(look)?;
        let plain = Plain::new(io::stdin().lock(), io::stderr(), phrases).echoing(true);
        terminal_guard::touched();
        Ok(Self {
            phrases,
            screen: Screen::new(look),
            editor: typing,
            plain,
            drafts: Drafts::outlasting(),
            said: Vec::new(),
            is_cut: false,
        })
    }

    /// The plain back end, when the window is too small for this one.
    fn plain_if_small(&mut self) -> Option<&mut Plain<StdinLock<'static>, Stderr>> {
        let size = Term::stderr().size_checked();
        if is_big_enough(size) {
            return None;
        }
        self.screen.forget_frame();
        let columns = size.map_or(COLUMNS, |(_, columns)| usize::from(columns));
        self.plain.narrow(columns);
        Some(&mut self.plain)
    }

    /// What was said since the last question, above this one.
    pub(super) fn with_said(&mut self, prompt: &Prompt) -> Prompt {
        let mut shown = prompt.clone();
        shown.above.splice(0..0, std::mem::take(&mut self.said));
        shown
    }

    /// The question with the earlier answer in words, where no row may stand for it.
    fn with_earlier(&self, mut prompt: Prompt, options: &[Choice], before: Option<usize>) -> Prompt {
        if let Some(row) = before.filter(|_| prompt.no_default) {
            let earlier = fill_phrase(self.phrases.earlier, &options[row].label);
            prompt.why = format!("{}\n{earlier}", prompt.why).trim_start().to_owned();
        }
        prompt
    }

    /// Moves the rows themselves. The menu is behind the list before.
    fn sort(&mut self, prompt: &Prompt, items: &[Choice]) -> io::Result<ListAnswer<Vec<usize>>> {
        let phrases = self.phrases;
        self.draw_field(prompt, "", phrases.foot_order, FIELD)?;
        let (rows, columns) = self.screen.size();
        let label = text::cut(&text::sanitize_line(layout::label_or_default(prompt, phrases)), columns);
        let wide = columns.saturating_sub(SORT_MARK);
        let labels: Vec<String> = layout::row_labels(items, None)
            .iter()
            .map(|label| text::cut(label, wide))
            .collect();
        let room = rows.saturating_sub(self.screen.lines_drawn() + 2).max(1);
        let sorted = order::sort(self.screen.look, &label, &labels, room)?;
        self.screen.forget_frame();
        Ok(match sorted {
            SortReply::Given(order) => ListAnswer::Given(order),
            SortReply::Away => ListAnswer::Again,
            SortReply::End => ListAnswer::Action(Action::Leave),
            SortReply::Broken => ListAnswer::Resized,
        })
    }

    /// Asks whether an order is right, and lets it be changed.
    fn ask_order(&mut self, prompt: &Prompt, items: &[Choice]) -> io::Result<PromptReply<Vec<usize>>> {
        let phrases = self.phrases;
        let labels = layout::row_labels(items, None).into_iter().enumerate();
        let now: Vec<String> = labels.map(|(at, label)| format!("{}. {label}", at + 1)).collect();
        let why = format!("{}\n{}", prompt.why, now.join("\n"));
        let whether = Prompt {
            why: why.trim_start().to_owned(),
            ..prompt.clone()
        };
        let options = [Choice::new(phrases.order_keep), Choice::new(phrases.order_change)];
        let default = (!prompt.no_default).then_some(0);
        loop {
            if let Some(plain) = self.plain_if_small() {
                return plain.order(prompt, items);
            }
            let order = match self.pick_row(&whether, &options, default)? {
                ListAnswer::Given(0) => ListAnswer::Given((0..items.len()).collect()),
                ListAnswer::Given(_) => self.sort(prompt, items)?,
                ListAnswer::Action(action) => ListAnswer::Action(action),
                ListAnswer::Again | ListAnswer::Resized => ListAnswer::Again,
            };
            match order {
                ListAnswer::Given(order) => return Ok(PromptReply::Given(order)),
                ListAnswer::Action(action) => return Ok(PromptReply::Action(action)),
                ListAnswer::Again => {}
                ListAnswer::Resized => return self.plain.order(prompt, items),
            }
        }
    }
}

impl Prompter for Rich {
    fn holds(&self, prompt: &Prompt, options: &[Choice]) -> bool {
        self.only_scrolls() || self.fits(prompt, options)
    }

    fn columns(&self) -> usize {
        super::frame::text_width(self.screen.size().1)
    }

    fn is_by_ear(&self) -> bool {
        self.screen.size().1 < COLUMNS - 1
    }

    fn reads_back(&self) -> bool {
        !self.only_scrolls()
    }

    fn only_scrolls(&self) -> bool {
        !is_big_enough(Term::stderr().size_checked())
    }

    fn show(&mut self, said: &Message) -> io::Result<()> {
        if !terminal_guard::has_screen() {
            if said.fresh {
                self.screen.clear(false)?;
            }
            return self.screen.print(&said.text, said.tone);
        }
        if said.fresh {
            self.said.clear();
        }
        self.said.push(said.clone());
        Ok(())
    }

    fn line(&mut self, prompt: &Prompt, before: &str) -> io::Result<PromptReply<String>> {
        match self.plain_if_small() {
            Some(plain) => plain.line(prompt, before),
            None => self.ask_words(prompt, before, false),
        }
    }

    fn text(&mut self, prompt: &Prompt, before: &str) -> io::Result<PromptReply<String>> {
        match self.plain_if_small() {
            Some(plain) => plain.text(prompt, before),
            None => self.ask_words(prompt, before, true),
        }
    }

    fn pick(&mut self, prompt: &Prompt, options: &[Choice], before: Option<usize>) -> io::Result<PromptReply<usize>> {
        self.editor.drop_ahead()?;
        if let Some(plain) = self.plain_if_small() {
            return plain.pick(prompt, options, before);
        }
        let prompt = &self.with_said(prompt);
        let fitted = match self.page_what_overflows(prompt, options)? {
            Ok(fitted) => fitted,
            Err(action) => return Ok(PromptReply::Action(action)),
        };
        let earlier = before.filter(|&row| row < options.len());
        let default = earlier.filter(|_| !prompt.no_default);
        let shown = self.with_earlier(fitted.prompt, options, earlier);
        loop {
            match self.pick_row(&shown, &fitted.options, default)? {
                ListAnswer::Given(row) => return Ok(PromptReply::Given(row)),
                ListAnswer::Action(action) => return Ok(PromptReply::Action(action)),
                ListAnswer::Again => {}
                ListAnswer::Resized => return self.pick(prompt, options, before),
            }
        }
    }

    fn tick(&mut self, prompt: &Prompt, options: &[Choice], before: &[bool]) -> io::Result<PromptReply<Vec<bool>>> {
        self.editor.drop_ahead()?;
        if let Some(plain) = self.plain_if_small() {
            return plain.tick(prompt, options, before);
        }
        let prompt = &self.with_said(prompt);
        let fitted = match self.page_what_overflows(prompt, options)? {
            Ok(fitted) => fitted,
            Err(action) => return Ok(PromptReply::Action(action)),
        };
        let draft = self.drafts.take_ticks(prompt, before);
        let mut ticks = draft.unwrap_or_else(|| before.to_vec());
        ticks.resize(options.len(), false);
        loop {
            match self.ticks(&fitted.prompt, &fitted.options, &mut ticks)? {
                ListAnswer::Given(given) => return Ok(PromptReply::Given(given)),
                ListAnswer::Action(action) => {
                    self.drafts.keep_ticks(prompt, before, ticks);
                    return Ok(PromptReply::Action(action));
                }
                ListAnswer::Again => {}
                ListAnswer::Resized => {
                    self.drafts.keep_ticks(prompt, before, ticks);
                    return self.tick(prompt, options, before);
                }
            }
        }
    }

    fn order(&mut self, prompt: &Prompt, items: &[Choice]) -> io::Result<PromptReply<Vec<usize>>> {
        if items.len() < 2 {
            return Ok(PromptReply::Given((0..items.len()).collect()));
        }
        self.editor.drop_ahead()?;
        let prompt = self.with_said(prompt);
        self.ask_order(&prompt, items)
    }

    fn secret(&mut self, prompt: &Prompt) -> io::Result<PromptReply<SecretString>> {
        self.editor.drop_ahead()?;
        if let Some(plain) = self.plain_if_small() {
            return plain.secret(prompt);
        }
        let prompt = &self.with_said(prompt);
        match self.page_what_overflows(prompt, &[])? {
            Ok(FittedPrompt { prompt, .. }) => {
                self.draw_field(&prompt, "", self.phrases.secret_how, FIELD)?;
                self.screen.use_plain_keys()?;
                let reply = self.plain.ask_secret(&prompt);
                self.screen.forget_frame();
                reply
            }
            Err(action) => Ok(PromptReply::Action(action)),
        }
    }

    fn pause(&mut self, prompt: &Prompt) -> io::Result<PromptReply<()>> {
        if let Some(plain) = self.plain_if_small() {
            return plain.pause(prompt);
        }
        let prompt = self.with_said(prompt);
        // No keys here: a neutral screen says nothing of its own.
        self.page_through(&prompt).map(PromptReply::from)
    }

    fn hide(&mut self) -> io::Result<()> {
        self.screen.clear(true)
    }
}
