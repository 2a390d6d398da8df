//! Numbered lists of the plain back end, with "something else" as their last number and the menu behind it.

use std::io::{self, BufRead, Write};

use super::layout::{self, ParsedInput};
use super::parse_choice::{self, ParsedChoice};
use super::phrases::fill_phrase;
use super::row_match::{RowMatch, find_row};
use super::{Action, Choice, Menu, Plain, Prompt, TypedWords};
use crate::text;

/// What was decided at a numbered list.
pub(super) enum ListReply {
    Rows(Vec<usize>),
    None,
    Kept,
    Action(Action),
}

/// What a numbered list takes besides its numbers.
pub(super) struct NumberedList<'a> {
    /// The rows, without "something else".
    pub(super) options: &'a [Choice],
    /// How to answer.
    pub(super) how: &'static str,
    /// What Enter alone keeps, in words; without it Enter alone is no answer.
    pub(super) kept_on_enter: Option<String>,
    /// Nothing may be ticked, by 0.
    pub(super) zero: bool,
    /// The rows say so by themselves: row 0 is not shown.
    pub(super) own_none: bool,
    /// More than one number is an answer.
    pub(super) many: bool,
}

impl<R: BufRead, W: Write> Plain<R, W> {
    fn print_rows(&mut self, labels: &[String], options: &[Choice], zero: bool) -> io::Result<()> {
        if zero {
            let row = format!("0. {}", self.phrases.none_row);
            self.print(&row)?;
        }
        for (at, label) in labels.iter().enumerate() {
            for row in text::hanging(label, self.columns, &format!("{}. ", at + 1), "   ") {
                writeln!(self.out, "{row}")?;
            }
            if let Some(option) = options.get(at) {
                for row in layout::wrap_lines(&option.below(), self.columns - 3) {
                    if !row.trim().is_empty() {
                        writeln!(self.out, "   {}", row.trim_start())?;
                    }
                }
            }
        }
        Ok(())
    }

    /// Asks at a numbered list until there is something to go on with.
    pub(super) fn ask_numbers(&mut self, prompt: &Prompt, list: &NumberedList) -> io::Result<ListReply> {
        let phrases = self.phrases;
        let labels = layout::row_labels(list.options, Some(phrases.else_row));
        let last = labels.len();
        self.print_rows(&labels, list.options, list.zero && !list.own_none)?;
        self.print_hint(list.how)?;
        self.drop_unseen()?;
        loop {
            let typed = match self.read_answer(prompt, list.kept_on_enter.as_deref())? {
                ParsedInput::Action(action) => return Ok(ListReply::Action(action)),
                ParsedInput::Nothing if list.kept_on_enter.is_some() => return Ok(ListReply::Kept),
                ParsedInput::Nothing => {
                    self.print(&fill_phrase(phrases.nothing_picked, last))?;
                    continue;
                }
                ParsedInput::Answer(typed) => typed,
            };
            let opens_menu = typed.trim() == phrases.more;
            match self.parse_numbers(&typed, &labels, prompt, list.zero) {
                meant if opens_menu || matches!(&meant, ParsedChoice::Rows(rows) if rows.contains(&(last - 1))) => {
                    if let Some(action) = self.menu()? {
                        return Ok(ListReply::Action(action));
                    }
                    self.print_part(&prompt.ask)?;
                    self.print_rows(&labels, list.options, list.zero && !list.own_none)?;
                }
                ParsedChoice::Rows(rows) if list.many || rows.len() == 1 => {
                    return Ok(ListReply::Rows(rows));
                }
                ParsedChoice::None => return Ok(ListReply::None),
                ParsedChoice::OffList => self.print(&fill_phrase(phrases.not_on_list, last))?,
                ParsedChoice::Twice => self.print(phrases.twice)?,
                ParsedChoice::OneOf(rows) if rows.len() == 1 => {
                    self.print(&fill_phrase(phrases.plain_perhaps, rows[0] + 1))?;
                }
                ParsedChoice::OneOf(rows) => {
                    let numbers: Vec<String> = rows.iter().map(|row| (row + 1).to_string()).collect();
                    self.print(&fill_phrase(phrases.which_row, numbers.join(", ")))?;
                }
                ParsedChoice::Words if prompt.accepts == TypedWords::WholeRow => {
                    self.print(&fill_phrase(phrases.plain_nearest, last))?
                }
                ParsedChoice::Words | ParsedChoice::Rows(_) | ParsedChoice::Unclear => {
                    self.print(&fill_phrase(phrases.not_a_number, last))?
                }
            }
        }
    }

    /// What numbers or words mean at a list.
    fn parse_numbers(&self, typed: &str, labels: &[String], prompt: &Prompt, zero: bool) -> ParsedChoice {
        let meant = parse_choice::parse_choice(typed, labels.len(), zero);
        // An emergency number is a sentence.
        let is_number = meant == ParsedChoice::OffList && prompt.accepts.is_speech();
        if meant != ParsedChoice::Words && !is_number {
            return meant;
        }
        match find_row(typed, labels, &prompt.accepts, self.phrases.everyday) {
            RowMatch::Row(row) => ParsedChoice::Rows(vec![row]),
            RowMatch::OneOf(rows) => ParsedChoice::OneOf(rows),
            RowMatch::Nothing => ParsedChoice::Words,
        }
    }

    /// The list behind "something else"; `None` goes back to the question.
    fn menu(&mut self) -> io::Result<Option<Action>> {
        let phrases = self.phrases;
        let options = phrases.menu.rows();
        let labels = layout::row_labels(&options, None);
        let prompt = Prompt::new("", phrases.else_ask, phrases.else_prompt);
        self.print_head(&prompt)?;
        self.print_rows(&labels, &options, false)?;
        loop {
            match self.read_answer(&prompt, None)? {
                // Back from this list is the question it was opened from.
                ParsedInput::Action(Action::Back) => return Ok(None),
                ParsedInput::Action(action) => return Ok(Some(action)),
                ParsedInput::Nothing => self.print(&fill_phrase(phrases.nothing_picked, labels.len()))?,
                ParsedInput::Answer(typed) => match self.parse_numbers(&typed, &labels, &prompt, false) {
                    ParsedChoice::Rows(rows) if rows.len() == 1 => {
                        return Ok(rows.first().map(|&row| Menu::ORDER[row]));
                    }
                    ParsedChoice::OffList => self.print(&fill_phrase(phrases.not_on_list, labels.len()))?,
                    _ => self.print(&fill_phrase(phrases.not_a_number, labels.len()))?,
                },
            }
        }
    }
}
