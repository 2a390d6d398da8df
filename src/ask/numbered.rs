//! Numbered lists of the plain back end, with "something else" as their last number and the menu behind it.

use std::io::{self, BufRead, Write};
use std::sync::Arc;

use super::numbers::{self, Meant};
use super::phrases::fill;
use super::plain::Line;
use super::typed::{Found, find};
use super::{Choice, Listens, Menu, Plain, Put, Wish, page};
use crate::text;

/// What was decided at a numbered list.
pub(super) enum Numbers {
    Rows(Vec<usize>),
    None,
    Kept,
    Wish(Wish),
}

/// What a numbered list takes besides its numbers.
pub(super) struct Listing<'a> {
    /// The rows, without "something else".
    pub(super) options: &'a [Choice],
    /// How to answer.
    pub(super) how: &'a str,
    /// What Enter alone keeps, in words; without it Enter alone is no answer.
    pub(super) keeps: Option<String>,
    /// Nothing may be ticked, by 0.
    pub(super) zero: bool,
    /// The rows say so by themselves: row 0 is not shown.
    pub(super) own_none: bool,
    /// More than one number is an answer.
    pub(super) many: bool,
}

impl<R: BufRead, W: Write> Plain<R, W> {
    fn rows(&mut self, labels: &[String], options: &[Choice], zero: bool) -> io::Result<()> {
        if zero {
            let row = format!("0. {}", self.phrases.none_row);
            self.print(&row)?;
        }
        for (at, label) in labels.iter().enumerate() {
            for row in text::hang(label, self.columns, &format!("{}. ", at + 1), "   ") {
                writeln!(self.out, "{row}")?;
            }
            if let Some(option) = options.get(at) {
                for row in page::lines(&option.note, self.columns - 3) {
                    if !row.trim().is_empty() {
                        writeln!(self.out, "   {}", row.trim_start())?;
                    }
                }
            }
        }
        Ok(())
    }

    /// Asks at a numbered list until there is something to go on with.
    pub(super) fn number(&mut self, put: &Put, list: &Listing) -> io::Result<Numbers> {
        let phrases = Arc::clone(&self.phrases);
        let labels = page::labels(list.options, Some(&phrases.else_row));
        let last = labels.len();
        self.rows(&labels, list.options, list.zero && !list.own_none)?;
        self.print(list.how)?;
        self.drop_unseen()?;
        loop {
            let typed = match self.hear(put, list.keeps.as_deref())? {
                Line::Wish(wish) => return Ok(Numbers::Wish(wish)),
                Line::Nothing if list.keeps.is_some() => return Ok(Numbers::Kept),
                Line::Nothing => {
                    self.print(&fill(&phrases.nothing_picked, last))?;
                    continue;
                }
                Line::Answer(typed) => typed,
            };
            match self.meant(&typed, &labels, put, list.zero) {
                Meant::Rows(rows) if rows.contains(&(last - 1)) => {
                    if let Some(wish) = self.menu()? {
                        return Ok(Numbers::Wish(wish));
                    }
                    self.print_part(&put.ask)?;
                    self.rows(&labels, list.options, list.zero && !list.own_none)?;
                }
                Meant::Rows(rows) if list.many || rows.len() == 1 => {
                    return Ok(Numbers::Rows(rows));
                }
                Meant::None => return Ok(Numbers::None),
                Meant::OffList => self.print(&fill(&phrases.not_on_list, last))?,
                Meant::Twice => self.print(&phrases.twice)?,
                Meant::OneOf(rows) => {
                    let numbers: Vec<String> = rows.iter().map(|row| (row + 1).to_string()).collect();
                    self.print(&fill(&phrases.which_row, numbers.join(", ")))?;
                }
                Meant::Words if put.listens == Listens::Safety => self.print(&fill(&phrases.plain_nearest, last))?,
                Meant::Words | Meant::Rows(_) | Meant::Unclear => self.print(&fill(&phrases.not_a_number, last))?,
            }
        }
    }

    /// What numbers or words mean at a list.
    fn meant(&self, typed: &str, labels: &[String], put: &Put, zero: bool) -> Meant {
        let meant = numbers::read(typed, labels.len(), zero);
        // An emergency number is a sentence.
        let is_number = meant == Meant::OffList && put.listens.is_speech();
        if meant != Meant::Words && !is_number {
            return meant;
        }
        match find(typed, labels, &put.listens, &self.phrases.everyday) {
            Found::Row(row) => Meant::Rows(vec![row]),
            Found::OneOf(rows) => Meant::OneOf(rows),
            Found::Nothing => Meant::Words,
        }
    }

    /// The list behind "something else"; `None` goes back to the question.
    fn menu(&mut self) -> io::Result<Option<Wish>> {
        let phrases = Arc::clone(&self.phrases);
        let options = phrases.menu.rows();
        let labels = page::labels(&options, None);
        let put = Put::new("", &phrases.else_ask, &phrases.else_prompt);
        self.head(&put)?;
        self.rows(&labels, &options, false)?;
        loop {
            match self.hear(&put, None)? {
                // Back from this list is the question it was opened from.
                Line::Wish(Wish::Back) => return Ok(None),
                Line::Wish(wish) => return Ok(Some(wish)),
                Line::Nothing => self.print(&fill(&phrases.nothing_picked, labels.len()))?,
                Line::Answer(typed) => match self.meant(&typed, &labels, &put, false) {
                    Meant::Rows(rows) if rows.len() == 1 => {
                        return Ok(rows.first().map(|&row| Menu::ORDER[row]));
                    }
                    Meant::OffList => self.print(&fill(&phrases.not_on_list, labels.len()))?,
                    _ => self.print(&fill(&phrases.not_a_number, labels.len()))?,
                },
            }
        }
    }
}
