//! One list that is moved through: where its pointer stands, what is ticked, and what was typed over it. How it comes
//! to a terminal is in `list_view`.

use super::keys::Stroke;
use super::row_match::{RowMatch, TypedWords, find_row};
use super::{Action, Menu, Phrases};
use crate::text;

/// The most letters that are typed over a list.
const TYPED: usize = 120;

/// How a list ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ListEnd {
    /// With Enter, at this row. A list to tick is done, unless the row has no box.
    Enter(usize),
    /// With an action.
    Action(Action),
    /// To the menu.
    More,
}

/// A list with its pointer.
pub(super) struct ListState {
    /// The whole label of each row.
    labels: Vec<String>,
    accepts: TypedWords,
    /// One a box; the rows behind the boxes have none. `None`: a list to pick from.
    ticks: Option<Vec<bool>>,
    at: Option<usize>,
    typed: String,
    /// Where the pointer stood before something was typed.
    before: Option<usize>,
    refused: Option<KeyRefused>,
    /// The menu itself: its words are found without their sign.
    is_menu: bool,
}

/// Why a key did nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum KeyRefused {
    /// What was typed is no row and no sign.
    NoRow,
    /// What was typed could be one of these rows.
    OneOf(Vec<usize>),
    /// The pointer is at no row yet.
    Nowhere,
    /// Space, where there are no boxes.
    NoBox,
    /// Words found no row to tick, and Enter alone would have ended the list without it.
    NotTicked,
}

impl ListState {
    /// To pick one row from. Without a place to begin no row is marked, and Enter does nothing until one is.
    pub(super) fn pick(labels: Vec<String>, listens: TypedWords, at: Option<usize>) -> Self {
        Self {
            labels,
            accepts: listens,
            ticks: None,
            at,
            typed: String::new(),
            before: None,
            refused: None,
            is_menu: false,
        }
    }

    /// The menu.
    pub(super) fn menu(labels: Vec<String>) -> Self {
        Self {
            is_menu: true,
            ..Self::pick(labels, TypedWords::Any, Some(0))
        }
    }

    /// To tick rows in: a box for each of the ticks.
    pub(super) fn tick(labels: Vec<String>, listens: TypedWords, ticks: Vec<bool>) -> Self {
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

    /// True if what was typed so far is words, and not the number of a row.
    pub(super) fn has_words(&self) -> bool {
        let typed = self.typed.trim();
        !typed.is_empty() && !typed.bytes().all(|byte| byte.is_ascii_digit())
    }

    /// The row that the typed words mean for certain, counted from 1.
    pub(super) fn row_meant(&self, phrases: &Phrases) -> Option<usize> {
        match self.matched_row(phrases) {
            RowMatch::Row(row) => Some(row + 1),
            _ => None,
        }
    }

    /// What is said to the typed words, if it is not the row alone.
    pub(super) fn reply(&self) -> Option<&str> {
        match &self.accepts {
            TypedWords::Sentences(speech) => speech.reply(&self.typed),
            _ => None,
        }
    }

    /// True if only a row itself is an answer.
    pub(super) fn is_safety(&self) -> bool {
        self.accepts == TypedWords::WholeRow
    }

    /// Why the last key did nothing.
    pub(super) fn refused(&self) -> Option<&KeyRefused> {
        self.refused.as_ref()
    }

    /// The row that is pointed at.
    pub(super) fn at(&self) -> Option<usize> {
        self.at
    }

    /// What is in each row.
    pub(super) fn labels(&self) -> &[String] {
        &self.labels
    }

    /// The boxes, where there are any.
    pub(super) fn boxes(&self) -> Option<&[bool]> {
        self.ticks.as_deref()
    }

    /// Does what a stroke means where so many rows show. `None`: the list goes on.
    pub(super) fn press(&mut self, stroke: Stroke, room: usize, phrases: &Phrases) -> Option<ListEnd> {
        let refused = self.refused.take();
        if let Some(ended) = self.sign(&stroke, phrases) {
            return Some(ended);
        }
        match stroke {
            Stroke::Enter if self.typed.is_empty() && self.settle_tick(refused) => {}
            Stroke::Enter if self.typed.is_empty() => {
                self.refused = self.at.is_none().then_some(KeyRefused::Nowhere);
                return self.at.map(ListEnd::Enter);
            }
            Stroke::Enter => return self.end_by_typed(phrases),
            Stroke::Esc if self.typed.is_empty() => return Some(ListEnd::Action(Action::Back)),
            Stroke::Esc => self.clear_typed(),
            Stroke::Erase => {
                self.typed.pop();
                self.point_at_match(phrases);
            }
            Stroke::Letter(' ') if self.typed.is_empty() || self.names_a_box(phrases) => self.press_space(),
            Stroke::Letter(letter) => self.type_words(letter.encode_utf8(&mut [0; 4]), phrases),
            Stroke::Pasted(words) => self.type_words(&words, phrases),
            // Whoever reads the keys has seen to it.
            Stroke::Interrupt => {}
            moved => self.move_pointer(&moved, room),
        }
        None
    }

    /// What a sign means by itself: at once, where nothing is typed.
    fn sign(&self, stroke: &Stroke, phrases: &Phrases) -> Option<ListEnd> {
        let Stroke::Letter(letter) = stroke else { return None };
        if !self.typed.is_empty() {
            return None;
        }
        let sign = letter.to_string();
        if sign == phrases.more {
            return (!self.is_menu).then_some(ListEnd::More);
        }
        phrases.signs.action(&sign).map(ListEnd::Action)
    }

    /// Enter behind words that ticked nothing does not end a list of ticks: it ticks the one row they were near, or says
    /// that nothing was ticked. True if that was all.
    fn settle_tick(&mut self, refused: Option<KeyRefused>) -> bool {
        let Some(ticks) = self.ticks.as_mut() else { return false };
        match refused {
            Some(KeyRefused::OneOf(rows)) if rows.len() == 1 && rows[0] < ticks.len() => {
                ticks[rows[0]] = true;
                self.at = Some(rows[0]);
                true
            }
            Some(KeyRefused::OneOf(_) | KeyRefused::NoRow) => {
                self.refused = Some(KeyRefused::NotTicked);
                true
            }
            _ => false,
        }
    }

    /// A key that moves the pointer; the words that were typed are done with.
    fn move_pointer(&mut self, stroke: &Stroke, room: usize) {
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

    /// The words that were typed are gone, and the pointer is if it was before them.
    fn clear_typed(&mut self) {
        self.typed.clear();
        self.at = self.before;
    }

    /// True if the number of a row to tick was typed, and nothing else.
    fn names_a_box(&self, phrases: &Phrases) -> bool {
        self.ticks.is_some() && !self.has_words() && matches!(self.matched_row(phrases), RowMatch::Row(_))
    }

    /// Space ticks where there is a box, behind the number of its row too, and is nothing elsewhere.
    fn press_space(&mut self) {
        self.typed.clear();
        let at = self.at;
        match self.ticks.as_mut().zip(at).and_then(|(ticks, at)| ticks.get_mut(at)) {
            Some(tick) => *tick = !*tick,
            None => self.refused = Some(KeyRefused::NoBox),
        }
    }

    /// Words typed over the list.
    fn type_words(&mut self, words: &str, phrases: &Phrases) {
        if self.typed.is_empty() {
            self.before = self.at;
        }
        let words = if words == " " {
            words.into()
        } else {
            text::sanitize_line(words)
        };
        self.typed = format!("{}{words}", self.typed).chars().take(TYPED).collect();
        self.point_at_match(phrases);
    }

    /// The pointer goes to the row that the words mean, where they mean one, and stays if it was elsewhere.
    fn point_at_match(&mut self, phrases: &Phrases) {
        self.at = match self.matched_row(phrases) {
            RowMatch::Row(row) => Some(row),
            RowMatch::OneOf(rows) if rows.len() == 1 => Some(rows[0]),
            _ => self.before,
        };
    }

    fn matched_row(&self, phrases: &Phrases) -> RowMatch {
        // A sign that is begun is no sentence.
        if self.typed.starts_with(['/', '!', '?', '<', '>']) {
            return RowMatch::Nothing;
        }
        match text::plain_signs(self.typed.trim()).parse::<usize>() {
            Ok(number) if (1..=self.labels.len()).contains(&number) => RowMatch::Row(number - 1),
            // An emergency number is a sentence.
            Ok(_) if !self.accepts.is_speech() => RowMatch::Nothing,
            _ => find_row(&self.typed, &self.labels, &self.accepts, phrases.everyday),
        }
    }

    /// Enter behind words: a sign, or the row they mean for certain. What is only a guess is shown first, and the next
    /// Enter takes it.
    fn end_by_typed(&mut self, phrases: &Phrases) -> Option<ListEnd> {
        let of_menu = format!("{}{}", phrases.more, self.typed.trim_start_matches(phrases.more));
        if let Some(action) = phrases.signs.action(&of_menu).filter(|_| self.is_menu) {
            // Its row, since "back" alone closes the menu.
            return Menu::ORDER
                .iter()
                .position(|known| *known == action)
                .map(ListEnd::Enter);
        }
        if let Some(action) = phrases.signs.action(&self.typed) {
            return Some(ListEnd::Action(action));
        }
        let found = self.matched_row(phrases);
        match found {
            RowMatch::Row(row) if self.ticks.is_none() => return Some(ListEnd::Enter(row)),
            // In a list to tick, the words tick the row, and Enter alone is still to come.
            RowMatch::Row(row) => {
                self.typed.clear();
                self.at = Some(row);
                match self.ticks.as_mut().and_then(|ticks| ticks.get_mut(row)) {
                    Some(tick) => *tick = !*tick,
                    None => return Some(ListEnd::Enter(row)),
                }
            }
            RowMatch::OneOf(rows) => {
                self.typed.clear();
                self.at = if rows.len() == 1 { Some(rows[0]) } else { self.before };
                self.refused = Some(KeyRefused::OneOf(rows));
            }
            RowMatch::Nothing => {
                self.clear_typed();
                self.refused = Some(KeyRefused::NoRow);
            }
        }
        None
    }
}

#[cfg(test)]
#[path = "list_state_tests.rs"]
mod tests;
