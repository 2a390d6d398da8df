//! One list that is moved through: where its pointer stands, what is ticked, and what was typed over it. How it comes to
//! a terminal is in `drawn`.

use super::strokes::Stroke;
use super::typed::{Found, Listens, find};
use super::{Phrases, Wish};
use crate::text;

/// What stands in front of a row: pointer, box and spaces.
pub(super) const MARK: usize = 6;

/// The most letters that are typed over a list.
const TYPED: usize = 120;

/// How a list ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ended {
    /// With Enter, at this row. A list to tick is done, unless the row has no box.
    Enter(usize),
    /// With a wish.
    Wish(Wish),
}

/// A list with its pointer.
pub(super) struct List {
    /// The whole label of each row.
    labels: Vec<String>,
    listens: Listens,
    /// One a box; the rows behind the boxes have none. `None`: a list to pick from.
    ticks: Option<Vec<bool>>,
    at: Option<usize>,
    /// The first row that shows.
    first: usize,
    typed: String,
    /// Where the pointer stood before something was typed.
    before: Option<usize>,
    refused: Option<Refused>,
}

/// Why a key did nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Refused {
    /// What was typed is no row and no sign.
    NoRow,
    /// What was typed could be one of these rows.
    OneOf(Vec<usize>),
    /// The pointer stands at no row yet.
    Nowhere,
    /// Space, where there are no boxes.
    NoBox,
}

impl List {
    /// To pick one row from. Without a place to begin no row is marked, and Enter does nothing until one is.
    pub(super) fn pick(labels: Vec<String>, listens: Listens, at: Option<usize>) -> Self {
        Self {
            labels,
            listens,
            ticks: None,
            at,
            first: 0,
            typed: String::new(),
            before: None,
            refused: None,
        }
    }

    /// To tick rows in: a box for each of the ticks.
    pub(super) fn tick(labels: Vec<String>, listens: Listens, ticks: Vec<bool>) -> Self {
        Self {
            ticks: Some(ticks),
            ..Self::pick(labels, listens, Some(0))
        }
    }

    /// How many rows there are.
    pub(super) fn len(&self) -> usize {
        self.labels.len()
    }

    /// What is ticked now.
    pub(super) fn ticks(&self) -> &[bool] {
        self.ticks.as_deref().unwrap_or_default()
    }

    /// What was typed so far.
    pub(super) fn typed(&self) -> &str {
        &self.typed
    }

    /// The row that the typed words mean for certain, counted from 1.
    pub(super) fn meant(&self, phrases: &Phrases) -> Option<usize> {
        match self.found(phrases) {
            Found::Row(row) => Some(row + 1),
            _ => None,
        }
    }

    /// What is said to the typed words, where it is not the row alone.
    pub(super) fn says(&self) -> Option<&str> {
        match &self.listens {
            Listens::Speech(speech) => speech.says(&self.typed),
            _ => None,
        }
    }

    /// True where only a row itself is an answer.
    pub(super) fn is_safety(&self) -> bool {
        self.listens == Listens::Safety
    }

    /// Why the last key did nothing.
    pub(super) fn refused(&self) -> Option<&Refused> {
        self.refused.as_ref()
    }

    /// The rows that show where there is room for so many, each with whether the pointer stands there. They are cut to
    /// `columns`.
    pub(super) fn shown(&mut self, room: usize, columns: usize) -> impl Iterator<Item = (String, bool)> {
        let room = room.clamp(1, self.labels.len().max(1));
        let at = self.at.unwrap_or(self.first);
        let end = self.labels.len().saturating_sub(room);
        self.first = self.first.clamp((at + 1).saturating_sub(room), at.min(end));
        let last = self.labels.len().min(self.first + room);
        (self.first..last).map(move |row| (self.row(row, columns), self.at == Some(row)))
    }

    /// The first and the last row that showed last, counted from 1.
    pub(super) fn range(&self, room: usize) -> (usize, usize) {
        (self.first + 1, self.labels.len().min(self.first + room))
    }

    fn row(&self, row: usize, columns: usize) -> String {
        let pointer = if self.at == Some(row) { ">" } else { " " };
        let mark = match self.ticks.as_ref().map(|ticks| ticks.get(row)) {
            None => "",
            Some(Some(true)) => "[x] ",
            Some(Some(false)) => "[ ] ",
            Some(None) => "    ",
        };
        let label = text::cut(&self.labels[row], columns.saturating_sub(MARK));
        format!("{pointer} {mark}{label}")
    }

    /// Does what a stroke means where so many rows show. `None`: the list goes on.
    pub(super) fn press(&mut self, stroke: Stroke, room: usize, phrases: &Phrases) -> Option<Ended> {
        self.refused = None;
        match stroke {
            Stroke::Enter if self.typed.is_empty() => {
                self.refused = self.at.is_none().then_some(Refused::Nowhere);
                return self.at.map(Ended::Enter);
            }
            Stroke::Enter => return self.said(phrases),
            Stroke::Esc if self.typed.is_empty() => return Some(Ended::Wish(Wish::Back)),
            Stroke::Esc => self.take_back(),
            Stroke::Erase => {
                self.typed.pop();
                self.follow(phrases);
            }
            Stroke::Letter(' ') if self.typed.is_empty() => self.space(),
            Stroke::Letter(letter) => self.hear(letter.encode_utf8(&mut [0; 4]), phrases),
            Stroke::Pasted(words) => self.hear(&words, phrases),
            // Whoever reads the keys has seen to it.
            Stroke::Interrupt => {}
            moved => self.go(&moved, room),
        }
        None
    }

    /// A key that moves the pointer; the words that were typed are done with.
    fn go(&mut self, stroke: &Stroke, room: usize) {
        self.typed.clear();
        let last = self.labels.len().saturating_sub(1);
        self.at = Some(match (stroke, self.at) {
            (Stroke::Up, Some(at)) => at.checked_sub(1).unwrap_or(last),
            (Stroke::Up, None) | (Stroke::Last, _) => last,
            (Stroke::Down, Some(at)) if at < last => at + 1,
            (Stroke::PageUp, Some(at)) => at.saturating_sub(room),
            (Stroke::PageDown, Some(at)) => last.min(at + room),
            _ => 0,
        });
    }

    /// The words that were typed are gone, and the pointer is where it was before them.
    fn take_back(&mut self) {
        self.typed.clear();
        self.at = self.before;
    }

    /// Space ticks where there is a box, and is nothing elsewhere.
    fn space(&mut self) {
        let at = self.at;
        match self.ticks.as_mut().zip(at).and_then(|(ticks, at)| ticks.get_mut(at)) {
            Some(tick) => *tick = !*tick,
            None => self.refused = Some(Refused::NoBox),
        }
    }

    /// Words typed over the list.
    fn hear(&mut self, words: &str, phrases: &Phrases) {
        if self.typed.is_empty() {
            self.before = self.at;
        }
        let words = if words == " " { words.into() } else { text::line(words) };
        self.typed = format!("{}{words}", self.typed).chars().take(TYPED).collect();
        self.follow(phrases);
    }

    /// The pointer goes to the row that the words mean, where they mean one, and stays where it was elsewhere.
    fn follow(&mut self, phrases: &Phrases) {
        self.at = match self.found(phrases) {
            Found::Row(row) => Some(row),
            Found::OneOf(rows) if rows.len() == 1 => Some(rows[0]),
            _ => self.before,
        };
    }

    fn found(&self, phrases: &Phrases) -> Found {
        // A sign that is begun is no sentence.
        if self.typed.starts_with(['/', '!', '?', '<', '>']) {
            return Found::Nothing;
        }
        match self.typed.trim().parse::<usize>() {
            Ok(number) if (1..=self.labels.len()).contains(&number) => Found::Row(number - 1),
            // An emergency number is a sentence.
            Ok(_) if !self.listens.is_speech() => Found::Nothing,
            _ => find(&self.typed, &self.labels, &self.listens, &phrases.everyday),
        }
    }

    /// Enter behind words: a sign, or the row they mean for certain. What is only a guess is shown first, and the next
    /// Enter takes it.
    fn said(&mut self, phrases: &Phrases) -> Option<Ended> {
        if let Some(wish) = phrases.signs.read(&self.typed) {
            return Some(Ended::Wish(wish));
        }
        let found = self.found(phrases);
        match found {
            Found::Row(row) if self.ticks.is_none() => return Some(Ended::Enter(row)),
            // In a list to tick, the words tick the row, and Enter alone is still to come.
            Found::Row(row) => {
                self.typed.clear();
                self.at = Some(row);
                match self.ticks.as_mut().and_then(|ticks| ticks.get_mut(row)) {
                    Some(tick) => *tick = !*tick,
                    None => return Some(Ended::Enter(row)),
                }
            }
            Found::OneOf(rows) => {
                self.typed.clear();
                self.at = if rows.len() == 1 { Some(rows[0]) } else { self.before };
                self.refused = Some(Refused::OneOf(rows));
            }
            Found::Nothing => {
                self.take_back();
                self.refused = Some(Refused::NoRow);
            }
        }
        None
    }
}

#[cfg(test)]
#[path = "list_tests.rs"]
mod tests;
