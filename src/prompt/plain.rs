//! One line at a time: no redraw, no escape sequence, no colour. For screen readers, pipes and terminals that are
//! dumb or tiny. Not a second code path of the visit: the same questions come through the same port.

use std::collections::HashMap;
use std::io::{self, BufRead, Write};

use secrecy::SecretString;

use super::drafts::Drafts;
use super::layout::{self, ParsedInput};
use super::phrases::fill_phrase;
use super::plain_list::{ListReply, NumberedList};
use super::{Action, Choice, Message, Phrases, Prompt, PromptReply, Prompter, line_editor, terminal_guard};
use crate::text;

/// The widest line that is printed, in columns.
const COLUMNS: usize = 80;

/// Asks by printing lines to `out` and reading lines from `input`.
pub struct Plain<R, W> {
    pub(super) input: R,
    pub(super) out: W,
    pub(super) phrases: &'static Phrases,
    pub(super) columns: usize,
    pub(super) echoes: bool,
    drafts: Drafts,
    /// A line that came where only Enter was waited for: it answers the next question.
    early: Option<String>,
    /// The step of the question before.
    pub(super) step: String,
    /// How often it was said how to answer each kind of question.
    pub(super) hints: HashMap<&'static str, usize>,
}

impl<R: BufRead, W: Write> Plain<R, W> {
    /// A plain back end over any two streams.
    pub fn new(input: R, out: W, phrases: &'static Phrases) -> Self {
        Self {
            input,
            out,
            phrases,
            columns: COLUMNS,
            echoes: false,
            drafts: Drafts::default(),
            early: None,
            step: String::new(),
            hints: HashMap::new(),
        }
    }

    /// For an input that shows what is typed, line ends included, as a terminal does. From any other the line at the
    /// cursor is ended here, so that a record of the conversation reads well.
    pub fn echoing(mut self, echoes: bool) -> Self {
        self.echoes = echoes;
        self
    }

    /// The same with lines of at most `columns`, for a window narrower than usual.
    pub(super) fn narrow(&mut self, columns: usize) {
        self.columns = columns.clamp(10, COLUMNS);
    }

    /// Puts the cursor line and reads one line as it was typed, without its end; `None` at the end of input.
    /// A line that the end of input cut off was not finished and is no answer.
    pub(super) fn read_raw(&mut self, cursor: &str) -> io::Result<Option<String>> {
        write!(self.out, "{cursor}")?;
        self.out.flush()?;
        if let Some(line) = self.early.take() {
            writeln!(self.out)?;
            return Ok(Some(line));
        }
        let mut bytes = Vec::new();
        match self.input.read_until(b'\n', &mut bytes) {
            Err(error) if !line_editor::is_hang_up(&error) => return Err(error),
            _ => {}
        }
        if bytes.pop() != Some(b'\n') {
            terminal_guard::wait_for_signal();
            writeln!(self.out)?;
            return Ok(None);
        }
        if !self.echoes {
            writeln!(self.out)?;
        }
        Ok(Some(String::from_utf8_lossy(&bytes).trim_end_matches('\r').to_owned()))
    }

    pub(super) fn read_answer(&mut self, prompt: &Prompt, keeps: Option<&str>) -> io::Result<ParsedInput> {
        let prompt = layout::label_or_default(prompt, self.phrases);
        let cursor = match keeps {
            Some(words) => layout::cursor_text(&format!("{prompt} ({words})")),
            None => layout::cursor_text(prompt),
        };
        let read = match self.read_raw(&cursor)? {
            None => ParsedInput::Action(Action::Leave),
            Some(typed) => layout::parse_line(self.phrases, &typed),
        };
        if matches!(read, ParsedInput::Action(Action::Help)) {
            self.hints.clear();
        }
        Ok(read)
    }

    /// Reads lines up to an empty one. A sign counts on every line; what stood before it is kept as a draft.
    fn read_text(&mut self, prompt: &Prompt, keeps: Option<&str>, before: &str) -> io::Result<ParsedInput> {
        let mut lines: Vec<String> = match self.drafts.take(prompt, before) {
            Some(draft) => {
                self.print(&draft)?;
                draft.lines().map(str::to_owned).collect()
            }
            None => match self.read_first_line(prompt, keeps)? {
                Ok(first) => vec![first],
                Err(other) => return Ok(other),
            },
        };
        loop {
            let Some(typed) = self.read_raw("")? else {
                self.drafts.keep(prompt, before, &lines.join("\n"));
                return Ok(ParsedInput::Action(Action::Leave));
            };
            if let Some(action) = self.phrases.signs.action(&typed) {
                self.drafts.keep(prompt, before, &lines.join("\n"));
                return Ok(ParsedInput::Action(action));
            }
            if typed.trim().is_empty() {
                break;
            }
            lines.push(typed);
        }
        // The signs were read line by line: a space in front keeps the whole from being read as one again.
        Ok(layout::parse_text(self.phrases, &format!(" {}", lines.join("\n"))))
    }

    /// The first line of a longer text, or what was meant instead of one.
    fn read_first_line(&mut self, prompt: &Prompt, keeps: Option<&str>) -> io::Result<Result<String, ParsedInput>> {
        Ok(match self.read_answer(prompt, keeps)? {
            ParsedInput::Answer(first) => Ok(first),
            other => Err(other),
        })
    }

    fn ask_words(&mut self, prompt: &Prompt, before: &str, long: bool) -> io::Result<PromptReply<String>> {
        let phrases = self.phrases;
        let before = text::sanitize::sanitize_text(before).trim().to_owned();
        self.print_head(prompt)?;
        self.print_hint(if long { phrases.plain_text } else { phrases.plain_line })?;
        let (mut keeps, mut stands) = match before.is_empty() {
            true => self.print_suggestion(prompt)?,
            false => (self.print_kept(prompt, &before)?, before.clone()),
        };
        let mut ahead = if prompt.discard_typeahead {
            self.drop_unseen()?;
            String::new()
        } else {
            self.typed_ahead()?
        };
        loop {
            if !ahead.trim().is_empty() {
                let (words, action) = phrases.signs.split_last_line(&ahead);
                if let Some(action) = action {
                    return Ok(PromptReply::Action(action));
                }
                stands = if long {
                    text::sanitize::sanitize_text(words)
                } else {
                    text::sanitize_line(words)
                };
                self.print(&fill_phrase(phrases.earlier, &stands))?;
                self.print(phrases.typed_ahead)?;
                keeps = Some(phrases.enter_keeps_it.into());
            }
            let line = if long {
                self.read_text(prompt, keeps.as_deref(), &before)?
            } else {
                self.read_answer(prompt, keeps.as_deref())?
            };
            ahead = match line {
                ParsedInput::Answer(answer) if long => return Ok(PromptReply::Given(answer)),
                ParsedInput::Answer(answer) => match self.rest_of_paste()? {
                    rest if rest.trim().is_empty() => return Ok(PromptReply::Given(answer)),
                    rest => format!("{answer}\n{rest}"),
                },
                ParsedInput::Action(action) => return Ok(PromptReply::Action(action)),
                ParsedInput::Nothing if keeps.is_some() => return Ok(PromptReply::Given(stands)),
                ParsedInput::Nothing => {
                    self.print(phrases.nothing_typed)?;
                    String::new()
                }
            };
        }
    }
}

impl<R: BufRead, W: Write> Prompter for Plain<R, W> {
    fn is_by_ear(&self) -> bool {
        true
    }

    fn only_scrolls(&self) -> bool {
        true
    }

    fn show(&mut self, said: &Message) -> io::Result<()> {
        if said.fresh {
            writeln!(self.out)?;
        }
        self.print(&said.text)
    }

    fn line(&mut self, prompt: &Prompt, before: &str) -> io::Result<PromptReply<String>> {
        self.ask_words(prompt, before, false)
    }

    fn text(&mut self, prompt: &Prompt, before: &str) -> io::Result<PromptReply<String>> {
        self.ask_words(prompt, before, true)
    }

    fn pick(&mut self, prompt: &Prompt, options: &[Choice], before: Option<usize>) -> io::Result<PromptReply<usize>> {
        self.print_head(prompt)?;
        let phrases = self.phrases;
        let kept = before.and_then(|row| {
            let label = text::sanitize::sanitize_line(&options.get(row)?.label);
            Some((row, format!("{}, {label}", row + 1)))
        });
        let keeps = match &kept {
            Some((_, words)) => self.print_kept(prompt, words)?,
            None => None,
        };
        let list = NumberedList {
            options,
            how: phrases.plain_pick,
            kept_on_enter: keeps,
            zero: false,
            own_none: false,
            many: false,
        };
        Ok(match (self.ask_numbers(prompt, &list)?, kept) {
            (ListReply::Action(action), _) => PromptReply::Action(action),
            (ListReply::Kept, Some((row, _))) => PromptReply::Given(row),
            (ListReply::Rows(rows), _) if rows.len() == 1 => PromptReply::Given(rows[0]),
            // `number` gives none of these for a list like this one.
            _ => return Err(io::Error::other("a list gave no row")),
        })
    }

    fn tick(&mut self, prompt: &Prompt, options: &[Choice], before: &[bool]) -> io::Result<PromptReply<Vec<bool>>> {
        self.print_head(prompt)?;
        let phrases = self.phrases;
        let ticked = |rows: &[usize]| (0..options.len()).map(|row| rows.contains(&row)).collect::<Vec<bool>>();
        let kept: Vec<usize> = (0..options.len())
            .filter(|&row| before.get(row) == Some(&true))
            .collect();
        let spoken: Vec<String> = kept.iter().map(|row| (row + 1).to_string()).collect();
        let keeps = self.print_kept(prompt, &spoken.join(", "))?;
        let list = NumberedList {
            options,
            how: phrases.plain_tick,
            kept_on_enter: keeps,
            zero: true,
            own_none: prompt.has_own_none_row,
            many: true,
        };
        Ok(match self.ask_numbers(prompt, &list)? {
            ListReply::Action(action) => PromptReply::Action(action),
            ListReply::Kept => PromptReply::Given(ticked(&kept)),
            ListReply::None => PromptReply::Given(ticked(&[])),
            ListReply::Rows(rows) => PromptReply::Given(ticked(&rows)),
        })
    }

    fn order(&mut self, prompt: &Prompt, items: &[Choice]) -> io::Result<PromptReply<Vec<usize>>> {
        if items.len() < 2 {
            return Ok(PromptReply::Given((0..items.len()).collect()));
        }
        self.print_head(prompt)?;
        let phrases = self.phrases;
        let keeps = (!prompt.no_default).then(|| phrases.enter_keeps_order.into());
        let list = NumberedList {
            options: items,
            how: phrases.plain_order,
            kept_on_enter: keeps,
            zero: false,
            own_none: false,
            many: true,
        };
        Ok(match self.ask_numbers(prompt, &list)? {
            ListReply::Action(action) => PromptReply::Action(action),
            ListReply::Rows(rows) => {
                // The rows that were named come first, the others follow as they stood.
                let others = (0..items.len()).filter(|row| !rows.contains(row));
                PromptReply::Given(rows.iter().copied().chain(others).collect())
            }
            ListReply::Kept | ListReply::None => PromptReply::Given((0..items.len()).collect()),
        })
    }

    fn secret(&mut self, prompt: &Prompt) -> io::Result<PromptReply<SecretString>> {
        self.print_head(prompt)?;
        self.print(self.phrases.secret_how)?;
        self.ask_secret(prompt)
    }

    fn pause(&mut self, prompt: &Prompt) -> io::Result<PromptReply<()>> {
        self.print_head(prompt)?;
        let own = (!prompt.label.trim().is_empty()).then(|| prompt.label.clone());
        let cursor = layout::cursor_text(&own.unwrap_or_else(|| self.phrases.enter_goes_on.into()));
        self.drop_unseen()?;
        loop {
            let Some(typed) = self.read_raw(&cursor)? else {
                return Ok(PromptReply::Action(Action::Leave));
            };
            if let Some(action) = self.phrases.signs.action(&typed) {
                return Ok(PromptReply::Action(action));
            }
            if typed.trim().is_empty() {
                return Ok(PromptReply::Given(()));
            }
            if !self.echoes {
                // It was meant for the question behind this page.
                self.early = Some(typed);
                return Ok(PromptReply::Given(()));
            }
            self.print(self.phrases.page_keys)?;
        }
    }

    fn hide(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
#[path = "plain_tests.rs"]
mod tests;
