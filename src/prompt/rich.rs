//! In a terminal: lists one moves through, lines one edits. Long words are printed above, what is at the cursor
//! stays short. If the window is too small the same question is asked by the plain back end.

use std::io::{self, Stderr, StdinLock};

use console::Term;
use secrecy::SecretString;

use super::backend::is_big_enough;
use super::drafts::Drafts;
use super::layout::{self, ParsedInput};
use super::line_editor::{LineEditor, TypedLine};
use super::list_state::MARK;
use super::list_view::ListAnswer;
use super::order::{self, SortReply};
use super::pager::FittedPrompt;
use super::phrases::fill_phrase;
use super::screen::{COLUMNS, Screen};
use super::{Action, Choice, Message, Phrases, Plain, Prompt, PromptReply, Prompter, Tone, terminal_guard};
use crate::text;

/// Asks in a terminal.
pub struct Rich {
    pub(super) phrases: &'static Phrases,
    pub(super) screen: Screen,
    pub(super) editor: LineEditor,
    plain: Plain<StdinLock<'static>, Stderr>,
    drafts: Drafts,
}

impl Rich {
    /// On the terminal of this process. `colour`: whether anything but letters may be sent.
    ///
    /// # Errors
    /// When there is no terminal to edit lines on.
    pub fn new(phrases: &'static Phrases, colour: bool) -> io::Result<Self> {
        let typing = LineEditor::new()?;
        let plain = Plain::new(io::stdin().lock(), io::stderr(), phrases).echoing(true);
        terminal_guard::touched(colour);
        Ok(Self {
            phrases,
            screen: Screen { colour },
            editor: typing,
            plain,
            drafts: Drafts::default(),
        })
    }

    /// The plain back end, when the window is too small for this one.
    fn plain_if_small(&mut self) -> Option<&mut Plain<StdinLock<'static>, Stderr>> {
        let size = Term::stderr().size_checked();
        if is_big_enough(size) {
            return None;
        }
        let columns = size.map_or(COLUMNS, |(_, columns)| usize::from(columns));
        self.plain.narrow(columns);
        Some(&mut self.plain)
    }

    /// The question with the earlier answer in words, where no row may stand for it.
    fn with_earlier(&self, prompt: &Prompt, options: &[Choice], before: Option<usize>) -> Prompt {
        let mut shown = prompt.clone();
        if let Some(row) = before.filter(|_| prompt.no_default) {
            let earlier = fill_phrase(self.phrases.earlier, &options[row].label);
            shown.why = format!("{}\n{earlier}", prompt.why).trim_start().to_owned();
        }
        shown
    }

    fn ask_words(&mut self, prompt: &Prompt, before: &str, long: bool) -> io::Result<PromptReply<String>> {
        let phrases = self.phrases;
        let foot = if long { &phrases.foot_text } else { &phrases.foot_line };
        self.screen.print_head(prompt, &[], foot, 0)?;
        if prompt.discard_typeahead {
            self.editor.drop_unseen()?;
        }
        let earlier = if prompt.no_default { "" } else { before };
        if prompt.no_default && !before.is_empty() {
            self.screen.print(&fill_phrase(phrases.earlier, before), Tone::Plain)?;
        }
        let draft = self.drafts.take(prompt, before);
        let mut initial = draft.unwrap_or_else(|| layout::editable(phrases, earlier));
        let cursor = self.cursor_line(layout::label_or_default(prompt, phrases));
        loop {
            let stood = text::sanitize::sanitize_text(&initial);
            let typed = match self.editor.edit(&cursor, &stood)? {
                TypedLine::Text(typed) => typed,
                TypedLine::Ahead(typed) => {
                    let (typed, action) = phrases.signs.split_last_line(&typed);
                    if let Some(action) = action {
                        self.drafts.keep(prompt, before, typed);
                        return Ok(PromptReply::Action(action));
                    }
                    self.screen.print(phrases.typed_ahead, Tone::Plain)?;
                    initial = if long {
                        typed.to_owned()
                    } else {
                        text::sanitize_line(typed)
                    };
                    continue;
                }
                TypedLine::Away(typed) => {
                    self.drafts.keep(prompt, before, &typed);
                    return Ok(PromptReply::Action(Action::Back));
                }
                TypedLine::End => return Ok(PromptReply::Action(Action::Leave)),
            };
            if let Some(action) = phrases.signs.action_behind(&typed, &stood) {
                // A mark may have been meant as one: in a longer text it is there again.
                self.drafts.keep(prompt, before, if long { &typed } else { &stood });
                return Ok(PromptReply::Action(action));
            }
            let heard = if long {
                layout::parse_text(phrases, &typed)
            } else {
                layout::parse_line(phrases, &typed)
            };
            match heard {
                ParsedInput::Answer(answer) => return Ok(PromptReply::Given(answer)),
                ParsedInput::Action(action) => return Ok(PromptReply::Action(action)),
                ParsedInput::Nothing => {
                    self.screen.print(phrases.nothing_typed, Tone::Plain)?;
                    initial.clear();
                }
            }
        }
    }

    /// What is at the cursor of a typed answer, never more than half the line.
    pub(super) fn cursor_line(&self, prompt: &str) -> String {
        let cursor = layout::cursor_text(prompt);
        if text::width(&cursor) <= self.screen.size().1 / 2 {
            cursor
        } else {
            "> ".to_owned()
        }
    }

    /// Moves the rows themselves. A list to sort has no room for "something else": that is in the list before.
    fn sort(&self, prompt: &Prompt, items: &[Choice]) -> io::Result<ListAnswer<Vec<usize>>> {
        let phrases = &self.phrases;
        let used = self.screen.print_head(prompt, items, phrases.foot_order, items.len())?;
        let prompt = text::cut(
            &text::sanitize_line(layout::label_or_default(prompt, phrases)),
            self.screen.size().1,
        );
        let strong = self.screen.style(Tone::Strong);
        let wide = self.screen.size().1.saturating_sub(MARK);
        let rows: Vec<String> = layout::row_labels(items, None)
            .iter()
            .map(|label| text::cut(label, wide))
            .collect();
        let sorted = order::sort(strong, &prompt, &rows, self.rows_below(used))?;
        Ok(match sorted {
            SortReply::Given(order) => ListAnswer::Given(order),
            SortReply::Away => ListAnswer::Again,
            SortReply::End => ListAnswer::Action(Action::Leave),
            SortReply::Broken => ListAnswer::Resized,
        })
    }
}

impl Prompter for Rich {
    fn is_by_ear(&self) -> bool {
        self.screen.size().1 < COLUMNS - 1
    }

    fn only_scrolls(&self) -> bool {
        !is_big_enough(Term::stderr().size_checked())
    }

    fn show(&mut self, said: &Message) -> io::Result<()> {
        if said.fresh {
            self.screen.clear(false)?;
        }
        let rows = layout::wrap_lines(&said.text, self.screen.size().1.min(COLUMNS));
        self.screen.print_rows(&rows, said.tone)
    }

    fn line(&mut self, prompt: &Prompt, before: &str) -> io::Result<PromptReply<String>> {
        if let Some(plain) = self.plain_if_small() {
            return plain.line(prompt, before);
        }
        match self.page_what_overflows(prompt, &[])? {
            Ok(fitted) => self.ask_words(&fitted.prompt, before, false),
            Err(action) => Ok(PromptReply::Action(action)),
        }
    }

    fn text(&mut self, prompt: &Prompt, before: &str) -> io::Result<PromptReply<String>> {
        if let Some(plain) = self.plain_if_small() {
            return plain.text(prompt, before);
        }
        match self.page_what_overflows(prompt, &[])? {
            Ok(fitted) => self.ask_words(&fitted.prompt, before, true),
            Err(action) => Ok(PromptReply::Action(action)),
        }
    }

    fn pick(&mut self, prompt: &Prompt, options: &[Choice], before: Option<usize>) -> io::Result<PromptReply<usize>> {
        self.editor.drop_ahead()?;
        if let Some(plain) = self.plain_if_small() {
            return plain.pick(prompt, options, before);
        }
        let fitted = match self.page_what_overflows(prompt, options)? {
            Ok(fitted) => fitted,
            Err(action) => return Ok(PromptReply::Action(action)),
        };
        let earlier = before.filter(|&row| row < options.len());
        let default = earlier.filter(|_| !prompt.no_default);
        let shown = self.with_earlier(&fitted.prompt, options, earlier);
        let foot = &self.phrases.foot_pick;
        loop {
            match self.pick_row(&shown, &fitted.options, default, foot)? {
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
        loop {
            if let Some(plain) = self.plain_if_small() {
                return plain.order(prompt, items);
            }
            let phrases = self.phrases;
            let now: Vec<String> = layout::row_labels(items, None)
                .iter()
                .enumerate()
                .map(|(at, label)| format!("{}. {label}", at + 1))
                .collect();
            let why = format!("{}\n{}", prompt.why, now.join("\n"));
            let whether = Prompt {
                why: why.trim_start().to_owned(),
                ..prompt.clone()
            };
            let options = [Choice::new(phrases.order_keep), Choice::new(phrases.order_change)];
            let default = (!prompt.no_default).then_some(0);
            let order = match self.pick_row(&whether, &options, default, phrases.foot_pick)? {
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

    fn secret(&mut self, prompt: &Prompt) -> io::Result<PromptReply<SecretString>> {
        self.editor.drop_ahead()?;
        if let Some(plain) = self.plain_if_small() {
            return plain.secret(prompt);
        }
        match self.page_what_overflows(prompt, &[])? {
            Ok(FittedPrompt { prompt, .. }) => {
                let how = self.phrases;
                self.screen.print_head(&prompt, &[], how.secret_how, 0)?;
                self.screen.use_plain_keys()?;
                self.plain.ask_secret(&prompt)
            }
            Err(action) => Ok(PromptReply::Action(action)),
        }
    }

    fn pause(&mut self, prompt: &Prompt) -> io::Result<PromptReply<()>> {
        if let Some(plain) = self.plain_if_small() {
            return plain.pause(prompt);
        }
        // No foot here: a neutral screen says nothing of its own.
        self.page_through(prompt).map(PromptReply::from)
    }

    fn hide(&mut self) -> io::Result<()> {
        self.screen.clear(true)
    }
}
