//! One list that is moved through: where its pointer stands, what is ticked, and what was typed over it. How it comes to
//! a terminal is in `drawn`.

use super::strokes::Stroke;
use super::{Signs, Wish};
use crate::text;

/// What stands in front of a row: pointer, box and spaces.
pub(super) const MARK: usize = 6;

/// The most letters that are typed over a list.
const TYPED: usize = 40;

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
    /// What stands in each row.
    rows: Vec<String>,
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

/// Why Enter did nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refused {
    /// What was typed is no row and no sign.
    NoRow,
    /// The pointer stands at no row yet.
    Nowhere,
}

impl List {
    /// To pick one row from. Without a place to begin no row is marked, and Enter does nothing until one is.
    pub(super) fn pick(rows: Vec<String>, at: Option<usize>) -> Self {
        Self {
            rows,
            ticks: None,
            at,
            first: 0,
            typed: String::new(),
            before: None,
            refused: None,
        }
    }

    /// To tick rows in: a box for each of the ticks.
    pub(super) fn tick(rows: Vec<String>, ticks: Vec<bool>) -> Self {
        Self {
            ticks: Some(ticks),
            ..Self::pick(rows, Some(0))
        }
    }

    /// How many rows there are.
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// What is ticked now.
    pub(super) fn ticks(&self) -> &[bool] {
        self.ticks.as_deref().unwrap_or_default()
    }

    /// What was typed so far.
    pub(super) fn typed(&self) -> &str {
        &self.typed
    }

    /// Why the last Enter did nothing.
    pub(super) fn refused(&self) -> Option<Refused> {
        self.refused
    }

    /// The rows that show where there is room for so many, each with whether the pointer stands there.
    pub(super) fn shown(&mut self, room: usize) -> impl Iterator<Item = (String, bool)> {
        let room = room.clamp(1, self.rows.len().max(1));
        let at = self.at.unwrap_or(self.first);
        let end = self.rows.len().saturating_sub(room);
        self.first = self.first.clamp((at + 1).saturating_sub(room), at.min(end));
        let last = self.rows.len().min(self.first + room);
        (self.first..last).map(|row| (self.row(row), self.at == Some(row)))
    }

    /// The first and the last row that showed last, counted from 1.
    pub(super) fn range(&self, room: usize) -> (usize, usize) {
        (self.first + 1, self.rows.len().min(self.first + room))
    }

    fn row(&self, row: usize) -> String {
        let pointer = if self.at == Some(row) { ">" } else { " " };
        let mark = match self.ticks.as_ref().map(|ticks| ticks.get(row)) {
            None => "",
            Some(Some(true)) => "[x] ",
            Some(Some(false)) => "[ ] ",
            Some(None) => "    ",
        };
        format!("{pointer} {mark}{}", self.rows[row])
    }

    /// Does what a stroke means where so many rows show. `None`: the list goes on.
    pub(super) fn press(&mut self, stroke: Stroke, room: usize, signs: &Signs) -> Option<Ended> {
        self.refused = None;
        match stroke {
            Stroke::Enter if self.typed.is_empty() => {
                self.refused = self.at.is_none().then_some(Refused::Nowhere);
                return self.at.map(Ended::Enter);
            }
            Stroke::Enter => return self.said(signs),
            Stroke::Esc if self.typed.is_empty() => return Some(Ended::Wish(Wish::Back)),
            Stroke::Esc => self.take_back(),
            Stroke::Erase => drop(self.typed.pop()),
            Stroke::Letter(' ') if self.goes_on_with_a_space() => self.hear(" "),
            Stroke::Letter(' ') => return self.space(),
            Stroke::Letter(letter) => self.hear(&text::line(letter.encode_utf8(&mut [0; 4]))),
            Stroke::Pasted(words) => self.hear(&text::line(&words)),
            // Whoever reads the keys has seen to it.
            Stroke::Interrupt => {}
            moved => self.go(&moved, room),
        }
        None
    }

    /// A key that moves the pointer; the words that were typed are done with.
    fn go(&mut self, stroke: &Stroke, room: usize) {
        self.typed.clear();
        let last = self.rows.len().saturating_sub(1);
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

    /// Whether a space belongs to the words that are being typed: a row goes on with it.
    fn goes_on_with_a_space(&self) -> bool {
        let longer = format!("{} ", self.typed);
        !self.typed.is_empty() && (0..self.rows.len()).any(|row| self.place(&longer, row).is_some())
    }

    /// Space ticks where there is a box, and is Enter elsewhere. Behind words that found a row it is meant for that row;
    /// behind others no row is meant.
    fn space(&mut self) -> Option<Ended> {
        let at = self.at?;
        if !self.typed.is_empty() {
            self.place(&self.typed, at)?;
            self.typed.clear();
        }
        match self.ticks.as_mut().and_then(|ticks| ticks.get_mut(at)) {
            Some(tick) => {
                *tick = !*tick;
                None
            }
            None => Some(Ended::Enter(at)),
        }
    }

    /// Words typed over the list; the pointer goes to the first row that begins with them, or has a word that does.
    fn hear(&mut self, words: &str) {
        if self.typed.is_empty() {
            self.before = self.at;
        }
        self.typed = format!("{}{words}", self.typed).chars().take(TYPED).collect();
        let places = (0..self.rows.len()).filter_map(|row| Some((self.place(&self.typed, row)?, row)));
        let best = places.min();
        self.at = best.map(|(_, row)| row).or(self.at);
    }

    /// At which letter of a row these words stand, beginning with a word of it: 0 is the first. Capitals do not matter.
    fn place(&self, typed: &str, row: usize) -> Option<usize> {
        let (typed, row) = (typed.to_lowercase(), self.rows[row].to_lowercase());
        let begins = |at: &usize| !row[..*at].ends_with(char::is_alphanumeric);
        let mut places = row.match_indices(&typed).map(|(at, _)| at);
        places.find(begins).filter(|_| !typed.is_empty())
    }

    /// Enter behind words: a sign, or the row they brought the pointer to.
    fn said(&mut self, signs: &Signs) -> Option<Ended> {
        let wish = signs.read(&self.typed);
        let row = self.at.filter(|&at| self.place(self.typed.trim_end(), at).is_some());
        match (wish, row) {
            (Some(wish), _) => Some(Ended::Wish(wish)),
            // In a list to tick, the words tick the row, and Enter alone is still to come.
            (None, Some(_)) => {
                self.typed.clear();
                self.space()
            }
            (None, None) => {
                self.take_back();
                self.refused = Some(Refused::NoRow);
                None
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::phrases::english;
    use super::*;

    const ROWS: [&str; 5] = ["No", "Not sure", "Yes", "Somebody's cat", "Something else"];

    fn rows() -> Vec<String> {
        ROWS.iter().map(|row| (*row).to_owned()).collect()
    }

    /// Presses these letters; `U`, `D`, `E`, `X` and `B` are Up, Down, Enter, Esc and Backspace.
    fn press(list: &mut List, typed: &str) -> Option<Ended> {
        let mut ended = None;
        for letter in typed.chars() {
            let stroke = match letter {
                'U' => Stroke::Up,
                'D' => Stroke::Down,
                'E' => Stroke::Enter,
                'X' => Stroke::Esc,
                'B' => Stroke::Erase,
                letter => Stroke::Letter(letter),
            };
            assert_eq!(ended, None, "it had ended before {letter:?}");
            ended = list.press(stroke, 3, &english().signs);
        }
        ended
    }

    fn picked(at: Option<usize>, typed: &str) -> Option<Ended> {
        press(&mut List::pick(rows(), at), typed)
    }

    #[test]
    fn without_a_place_to_begin_enter_does_nothing() {
        assert_eq!(picked(None, "E"), None);
        assert_eq!(picked(None, " "), None);
        let mut list = List::pick(rows(), None);
        press(&mut list, "E");
        assert_eq!(list.refused(), Some(Refused::Nowhere));
        assert_eq!(picked(None, "DE"), Some(Ended::Enter(0)));
        assert_eq!(picked(None, "UE"), Some(Ended::Enter(4)));
        assert_eq!(picked(Some(2), "E"), Some(Ended::Enter(2)));
    }

    #[test]
    fn the_pointer_goes_around_and_by_pages() {
        assert_eq!(picked(Some(0), "UE"), Some(Ended::Enter(4)));
        assert_eq!(picked(Some(4), "DE"), Some(Ended::Enter(0)));
        let mut list = List::pick(rows(), Some(0));
        for (stroke, at) in [
            (Stroke::PageDown, 3),
            (Stroke::PageDown, 4),
            (Stroke::PageUp, 1),
            (Stroke::First, 0),
            (Stroke::Last, 4),
        ] {
            list.press(stroke, 3, &english().signs);
            assert_eq!(list.at, Some(at));
        }
    }

    #[test]
    fn signs_are_heard_in_a_list() {
        for (typed, wish) in [
            ("<E", Wish::Back),
            ("?E", Wish::Help),
            ("!E", Wish::Danger),
            (">E", Wish::Later),
            ("/hideE", Wish::Hide),
            ("/homBmeE", Wish::Home),
            ("X", Wish::Back),
        ] {
            assert_eq!(picked(Some(0), typed), Some(Ended::Wish(wish)), "{typed}");
        }
    }

    #[test]
    fn words_find_their_row_and_others_pick_nothing() {
        assert_eq!(picked(None, "yE"), Some(Ended::Enter(2)));
        assert_eq!(picked(Some(2), "not E"), Some(Ended::Enter(1)));
        assert_eq!(picked(None, "somethingE"), Some(Ended::Enter(4)));
        assert_eq!(picked(None, "catE"), Some(Ended::Enter(3)));
        // The beginning of a row comes before a word within one.
        assert_eq!(picked(None, "sE"), Some(Ended::Enter(3)));
        assert_eq!(picked(None, "sureE"), Some(Ended::Enter(1)));
        let mut list = List::pick(rows(), Some(0));
        assert_eq!(press(&mut list, "zebraE"), None);
        assert!(list.refused() == Some(Refused::NoRow) && list.typed().is_empty());
        // The words it is not are gone with them.
        assert_eq!(press(&mut list, "E"), Some(Ended::Enter(0)));
    }

    #[test]
    fn words_with_spaces_find_their_row_and_a_space_behind_them_is_meant_for_it() {
        assert_eq!(picked(None, "not sE"), Some(Ended::Enter(1)));
        assert_eq!(picked(None, "somebody's cE"), Some(Ended::Enter(3)));
        let mut list = List::tick(rows(), vec![false; 4]);
        assert_eq!(press(&mut list, "ye "), None);
        assert_eq!(list.ticks(), [false, false, true, false]);
        assert_eq!(press(&mut list, "zebra "), None);
        assert_eq!(list.ticks(), [false, false, true, false]);
    }

    #[test]
    fn what_was_refused_leaves_the_pointer_where_it_was_and_an_arrow_is_done_with_words() {
        // The letter y had found a row.
        assert_eq!(picked(Some(0), "yxEE"), Some(Ended::Enter(0)));
        assert_eq!(picked(None, "yxEE"), None);
        assert_eq!(picked(None, "yUE"), Some(Ended::Enter(1)));
        assert_eq!(picked(Some(0), "yXE"), Some(Ended::Enter(0)));
    }

    #[test]
    fn what_was_typed_can_be_taken_back_letter_by_letter_or_whole() {
        let mut list = List::pick(rows(), Some(0));
        assert_eq!(press(&mut list, "/hidBB"), None);
        assert_eq!(list.typed(), "/h");
        assert_eq!(press(&mut list, "X"), None);
        assert_eq!(list.typed(), "");
        assert_eq!(press(&mut list, "X"), Some(Ended::Wish(Wish::Back)));
    }

    #[test]
    fn a_paste_answers_nothing_and_steers_nothing() {
        let mut list = List::pick(rows(), Some(0));
        let paste = Stroke::Pasted("\u{1b}[31mhello\u{202e} there ".repeat(9));
        assert_eq!(list.press(paste, 3, &english().signs), None);
        assert_eq!(list.typed().chars().count(), TYPED);
        assert!(!list.typed().contains(['\u{1b}', '\u{202e}']));
        assert_eq!(press(&mut list, "E"), None);
    }

    #[test]
    fn space_and_words_tick_and_the_row_without_a_box_is_a_door() {
        let mut list = List::tick(rows(), vec![false, true, false, false]);
        assert_eq!(press(&mut list, " DD yesE"), None);
        assert_eq!(list.ticks(), [true, true, false, false]);
        assert_eq!(press(&mut list, "yesE"), None);
        assert_eq!(list.ticks(), [true, true, true, false]);
        assert_eq!(press(&mut list, "E"), Some(Ended::Enter(2)));
        assert_eq!(press(&mut list, "DD "), Some(Ended::Enter(4)));
    }

    #[test]
    fn so_many_rows_show_as_there_is_room_and_the_pointer_is_among_them() {
        let mut list = List::pick(rows(), Some(0));
        let shown = |list: &mut List| list.shown(3).map(|(row, _)| row).collect::<Vec<_>>();
        assert_eq!(shown(&mut list), ["> No", "  Not sure", "  Yes"]);
        press(&mut list, "U");
        assert_eq!(shown(&mut list), ["  Yes", "  Somebody's cat", "> Something else"]);
        assert_eq!(list.range(3), (3, 5));
        press(&mut list, "U");
        assert_eq!(shown(&mut list)[1], "> Somebody's cat");
        assert_eq!(list.shown(99).count(), 5);
        assert_eq!(list.shown(0).count(), 1);
    }
}
