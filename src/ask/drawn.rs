//! A list on a terminal: drawn on console, since dialoguer hears no sign in a list, counts bytes for columns, breaks off
//! in a small window and says "Page" in English.

use std::io;
use std::time::Duration;

use console::{Key, Term};

use super::list::{Ended, List, Refused};
use super::phrases::fill;
use super::screen::{COLUMNS, ROWS};
use super::strokes::{Keys, Stroke};
use super::{Choice, Listens, Menu, Put, Rich, Tone, Wish, leaving, page, typing};
use crate::text;

/// How long the rest of a key may take on a slow line before Esc is Esc.
const KEY_TIMEOUT: Duration = Duration::from_millis(80);

/// From now on a paste comes between marks, and no longer.
const PASTES: [&str; 2] = ["\x1b[?2004h", "\x1b[?2004l"];

/// A list as it came back, with the menu behind its last row already asked.
pub(super) enum Row<V> {
    Given(V),
    Wish(Wish),
    /// The menu was closed again: the question is asked once more.
    Again,
    /// The window has another size: the question is laid out anew.
    Resized,
}

impl Rich {
    /// How many rows of a list show below so many lines.
    pub(super) fn room(&self, used: usize) -> usize {
        let below = self.screen.size().0.saturating_sub(2);
        below.saturating_sub(used).max(ROWS).min(below).max(1)
    }

    /// Lets somebody move through a list below so many lines. `None`: the window has changed, and what stands above the
    /// list is to be drawn anew.
    pub(super) fn show(&self, list: &mut List, put: &Put, used: usize) -> io::Result<Option<Ended>> {
        #[cfg(unix)]
        let _unseen = leaving::Unseen::keys();
        let term = Term::buffered_stderr();
        term.hide_cursor()?;
        term.write_str(PASTES[0])?;
        let (size, room) = (self.screen.size(), self.room(used));
        let (mut keys, mut drawn) = (Keys::default(), 0);
        let ended = loop {
            term.move_cursor_up(drawn)?;
            drawn = self.draw(&term, list, put, room)?;
            let stroke = match read(&term, &mut keys) {
                Ok(stroke) => stroke,
                Err(error) => break typing::ended(error).map(|()| Some(Ended::Wish(Wish::Leave)))?,
            };
            if self.screen.size() != size {
                break None;
            }
            let ended = stroke.and_then(|stroke| list.press(stroke, room, &self.phrases));
            if ended.is_some() {
                break ended;
            }
        };
        if ended.is_some() {
            term.clear_last_lines(drawn)?;
        }
        term.write_str(PASTES[1])?;
        term.show_cursor()?;
        term.flush()?;
        Ok(ended)
    }

    /// Draws the head of a list and its rows; gives how many lines they took.
    fn draw(&self, term: &Term, list: &mut List, put: &Put, room: usize) -> io::Result<usize> {
        let columns = self.screen.size().1;
        let rows: Vec<(String, bool)> = list.shown(room, columns).collect();
        let head = text::cut(&self.head_of(list, put, room), columns);
        let lines = std::iter::once((head, true)).chain(rows);
        let mut drawn = 0;
        for (line, strong) in lines {
            let tone = if strong { Tone::Strong } else { Tone::Plain };
            term.clear_line()?;
            term.write_line(&self.screen.style(tone).apply_to(line).to_string())?;
            drawn += 1;
        }
        term.flush()?;
        Ok(drawn)
    }

    /// What stands over the rows: what was typed, that it is no row, or which of many rows show.
    fn head_of(&self, list: &List, put: &Put, room: usize) -> String {
        let (phrases, columns) = (&self.phrases, self.screen.size().1);
        let prompt = text::line(page::prompt(put, phrases));
        let numbers = |rows: &[usize]| {
            rows.iter()
                .map(|row| (row + 1).to_string())
                .collect::<Vec<_>>()
                .join(", ")
        };
        match list.refused() {
            Some(Refused::NoRow) if list.is_safety() => return fill(&phrases.nearest_row, list.len()),
            Some(Refused::NoRow) => return fill(&phrases.not_a_row, list.len()),
            Some(Refused::OneOf(rows)) if rows.len() == 1 => return fill(&phrases.perhaps_row, numbers(rows)),
            Some(Refused::OneOf(rows)) => return fill(&phrases.which_row, numbers(rows)),
            Some(Refused::Nowhere) => return phrases.no_row_yet.clone(),
            Some(Refused::NoBox) => return phrases.enter_picks.clone(),
            None => {}
        }
        if let Some(said) = list.says() {
            return said.to_owned();
        }
        if let Some(row) = list.meant(phrases) {
            let around = text::width(&fill(&fill(&phrases.heard_row, ""), row));
            let typed = text::end(list.typed(), columns.saturating_sub(around));
            return fill(&fill(&phrases.heard_row, typed), row);
        }
        if !list.typed().is_empty() {
            // Not the bare mark of a field: in a list it is the pointer.
            let cursor = page::cursor(&text::cut(&prompt, columns / 2));
            let typed = text::end(list.typed(), columns.saturating_sub(text::width(&cursor)));
            return format!("{cursor}{typed}");
        }
        if list.len() <= room {
            return prompt;
        }
        let (first, last) = list.range(room);
        let rows = [first, last, list.len()]
            .iter()
            .fold(phrases.rows_shown.clone(), |said, number| fill(&said, number));
        format!("{prompt} [{rows}]")
    }

    /// The list behind "something else".
    pub(super) fn menu<V>(&self) -> io::Result<Row<V>> {
        let phrases = &self.phrases;
        let put = Put::new("", &phrases.else_ask, &phrases.else_prompt);
        let options = phrases.menu.rows();
        let (height, columns) = self.screen.size();
        // Explanations that would push themselves off the screen help nobody.
        let notes = page::notes(&options, columns, columns.min(COLUMNS)).len();
        let explained = if notes + options.len() + 6 <= height {
            options.as_slice()
        } else {
            &[]
        };
        let used = self.screen.head(&put, explained, "", options.len())?;
        let mut list = List::pick(page::labels(&options, None), Listens::Words, Some(0));
        Ok(match self.show(&mut list, &put, used)? {
            Some(Ended::Enter(row)) => Menu::ORDER.get(row).map_or(Row::Again, |wish| Row::Wish(*wish)),
            // Back from here is the question.
            Some(Ended::Wish(Wish::Back)) => Row::Again,
            Some(Ended::Wish(wish)) => Row::Wish(wish),
            None => Row::Resized,
        })
    }

    /// One list to pick from, with "something else" at its end and the menu behind that.
    pub(super) fn pick_row(
        &mut self,
        put: &Put,
        options: &[Choice],
        default: Option<usize>,
        foot: &str,
    ) -> io::Result<Row<usize>> {
        let used = self.screen.head(put, options, foot, options.len() + 1)?;
        if put.is_guarded() {
            self.typing.drop_unseen()?;
        }
        let labels = page::labels(options, Some(&self.phrases.else_row));
        let mut list = List::pick(labels, put.listens.clone(), default);
        Ok(match self.show(&mut list, put, used)? {
            Some(Ended::Enter(row)) if row < options.len() => {
                self.answered(put, &page::labels(&options[row..=row], None).concat())?;
                Row::Given(row)
            }
            Some(Ended::Enter(_)) => self.menu()?,
            Some(Ended::Wish(wish)) => Row::Wish(wish),
            None => Row::Resized,
        })
    }

    /// The list is gone from the screen; one line says what it came to.
    pub(super) fn answered(&self, put: &Put, words: &str) -> io::Result<()> {
        let prompt = text::line(page::prompt(put, &self.phrases));
        self.screen
            .print(&format!("{}{words}", page::cursor(&prompt)), Tone::Plain)
            .map(drop)
    }
}

/// The next stroke, if the next key is one.
fn read(term: &Term, keys: &mut Keys) -> io::Result<Option<Stroke>> {
    let key = term.read_key_raw()?;
    if key == Key::Escape && leaving::more_within(KEY_TIMEOUT) {
        keys.begin();
        return Ok(None);
    }
    match keys.hear(key) {
        Some(Stroke::Interrupt) => leaving::interrupt(),
        stroke => Ok(stroke),
    }
}
