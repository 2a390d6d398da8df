//! A list on a terminal: drawn on console, since dialoguer hears no sign in a list, counts bytes for columns, breaks
//! off in a small window and says "Page" in English.

use std::io;
use std::time::Duration;

use console::{Key, Term};

use super::keys::{KeyReader, Stroke};
use super::list_state::{KeyRefused, ListEnd, ListState};
use super::phrases::fill_phrase;
use super::screen::{COLUMNS, ROWS};
use super::wait_for_key::wait_for_key;
use super::{Action, Choice, Menu, Prompt, Rich, Tone, TypedWords, enter_halves, layout, line_editor, terminal_guard};
use crate::text;

/// How long the rest of a key may take on a slow line before Esc is Esc.
const KEY_TIMEOUT: Duration = Duration::from_millis(150);

/// From now on a paste comes between marks, and no longer.
const PASTES: [&str; 2] = ["\x1b[?2004h", "\x1b[?2004l"];

/// A list as it came back, with the menu behind its last row already asked.
pub(super) enum ListAnswer<V> {
    Given(V),
    Action(Action),
    /// The menu was closed again: the question is asked once more.
    Again,
    /// The window has another size: the question is laid out anew.
    Resized,
}

impl Rich {
    /// How many rows of a list show below so many lines.
    pub(super) fn rows_below(&self, used: usize) -> usize {
        let below = self.screen.size().0.saturating_sub(2);
        below.saturating_sub(used).max(ROWS).min(below).max(1)
    }

    /// Lets somebody move through a list below so many lines. `None`: the window has changed, and what is above the
    /// list is to be drawn anew.
    pub(super) fn run_list(&self, list: &mut ListState, prompt: &Prompt, used: usize) -> io::Result<Option<ListEnd>> {
        #[cfg(unix)]
        let _unseen = terminal_guard::EchoOff::keys();
        let term = Term::buffered_stderr();
        term.hide_cursor()?;
        term.write_str(PASTES[0])?;
        let (size, room) = (self.screen.size(), self.rows_below(used));
        let (mut keys, mut drawn) = (KeyReader::default(), 0);
        let ended = loop {
            term.move_cursor_up(drawn)?;
            drawn = self.draw(&term, list, prompt, room)?;
            if !wait_for_key(|| self.screen.size() != size) {
                break None;
            }
            let stroke = match read_stroke(&term, &mut keys) {
                // Where a terminal marks no paste, its lines stay in the list they were pasted into.
                Ok(Some(Stroke::Enter)) if list.has_words() && terminal_guard::more_within(Duration::ZERO) => {
                    Some(Stroke::Letter(' '))
                }
                Ok(stroke) => stroke,
                Err(error) => {
                    break line_editor::end_on_interrupt(error).map(|()| Some(ListEnd::Action(Action::Leave)))?;
                }
            };
            if self.screen.size() != size {
                break None;
            }
            let ended = stroke.and_then(|stroke| list.press(stroke, room, self.phrases));
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
    fn draw(&self, term: &Term, list: &mut ListState, prompt: &Prompt, room: usize) -> io::Result<usize> {
        let columns = self.screen.size().1;
        let rows: Vec<(String, bool)> = list.visible_rows(room, columns).collect();
        let head = text::cut(&self.head_of(list, prompt, room), columns);
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

    /// What is over the rows: what was typed, that it is no row, or which of many rows show.
    fn head_of(&self, list: &ListState, prompt: &Prompt, room: usize) -> String {
        let (phrases, columns) = (&self.phrases, self.screen.size().1);
        let prompt = text::sanitize_line(layout::label_or_default(prompt, phrases));
        let numbers = |rows: &[usize]| {
            rows.iter()
                .map(|row| (row + 1).to_string())
                .collect::<Vec<_>>()
                .join(", ")
        };
        match list.refused() {
            Some(KeyRefused::NoRow) if list.is_safety() => return fill_phrase(phrases.nearest_row, list.len()),
            Some(KeyRefused::NoRow) => return fill_phrase(phrases.not_a_row, list.len()),
            Some(KeyRefused::OneOf(rows)) if rows.len() == 1 => {
                return fill_phrase(phrases.perhaps_row, numbers(rows));
            }
            Some(KeyRefused::OneOf(rows)) => return fill_phrase(phrases.which_row, numbers(rows)),
            Some(KeyRefused::Nowhere) => return phrases.no_row_yet.into(),
            Some(KeyRefused::NoBox) => return phrases.enter_picks.into(),
            Some(KeyRefused::NotTicked) => return phrases.not_ticked.into(),
            None => {}
        }
        if let Some(said) = list.reply() {
            return said.to_owned();
        }
        if let Some(row) = list.row_meant(phrases) {
            let around = text::width(&fill_phrase(&fill_phrase(phrases.heard_row, ""), row));
            let typed = text::last_columns(list.typed(), columns.saturating_sub(around));
            return fill_phrase(&fill_phrase(phrases.heard_row, typed), row);
        }
        if !list.typed().is_empty() {
            // Not the bare mark of a field: in a list it is the pointer.
            let cursor = layout::cursor_text(&text::cut(&prompt, columns / 2));
            let typed = text::last_columns(list.typed(), columns.saturating_sub(text::width(&cursor)));
            return format!("{cursor}{typed}");
        }
        if list.len() <= room {
            return prompt;
        }
        let (first, last) = list.range(room);
        let rows = [first, last, list.len()]
            .iter()
            .fold(phrases.rows_shown.to_string(), |said, number| {
                fill_phrase(&said, number)
            });
        format!("{prompt} [{rows}]")
    }

    /// The list behind "something else".
    pub(super) fn open_menu<V>(&self) -> io::Result<ListAnswer<V>> {
        let phrases = &self.phrases;
        let prompt = Prompt::new("", phrases.else_ask, phrases.else_prompt);
        let options = phrases.menu.rows();
        let (height, columns) = self.screen.size();
        // Explanations that would push themselves off the screen help nobody.
        let notes = layout::row_notes(&options, columns, columns.min(COLUMNS)).len();
        let explained = if notes + options.len() + 6 <= height {
            options.as_slice()
        } else {
            &[]
        };
        let used = self.screen.print_head(&prompt, explained, "", options.len())?;
        let mut list = ListState::pick(layout::row_labels(&options, None), TypedWords::Any, Some(0));
        Ok(match self.run_list(&mut list, &prompt, used)? {
            Some(ListEnd::Enter(row)) => Menu::ORDER
                .get(row)
                .map_or(ListAnswer::Again, |action| ListAnswer::Action(*action)),
            // Back from here is the question.
            Some(ListEnd::Action(Action::Back)) => ListAnswer::Again,
            Some(ListEnd::Action(action)) => ListAnswer::Action(action),
            None => ListAnswer::Resized,
        })
    }

    /// One list to pick from, with "something else" at its end and the menu behind that.
    pub(super) fn pick_row(
        &mut self,
        prompt: &Prompt,
        options: &[Choice],
        default: Option<usize>,
        foot: &str,
    ) -> io::Result<ListAnswer<usize>> {
        let used = self.screen.print_head(prompt, options, foot, options.len() + 1)?;
        if prompt.is_guarded() {
            self.editor.drop_unseen()?;
        }
        let labels = layout::row_labels(options, Some(self.phrases.else_row));
        let mut list = ListState::pick(labels, prompt.accepts.clone(), default);
        Ok(match self.run_list(&mut list, prompt, used)? {
            Some(ListEnd::Enter(row)) if row < options.len() => {
                self.print_answer(prompt, &layout::row_labels(&options[row..=row], None).concat())?;
                ListAnswer::Given(row)
            }
            Some(ListEnd::Enter(_)) => self.open_menu()?,
            Some(ListEnd::Action(action)) => ListAnswer::Action(action),
            None => ListAnswer::Resized,
        })
    }

    /// The list is gone from the screen; one line says what it came to.
    pub(super) fn print_answer(&self, prompt: &Prompt, words: &str) -> io::Result<()> {
        let prompt = text::sanitize_line(layout::label_or_default(prompt, self.phrases));
        self.screen
            .print(&format!("{}{words}", layout::cursor_text(&prompt)), Tone::Plain)
            .map(drop)
    }
}

/// The next stroke, if the next key is one.
fn read_stroke(term: &Term, keys: &mut KeyReader) -> io::Result<Option<Stroke>> {
    let key = term.read_key_raw()?;
    if key == Key::Enter {
        let whole = !enter_halves::is_second();
        enter_halves::note(terminal_guard::more_within(Duration::ZERO));
        return Ok(if whole { keys.read_key(key) } else { None });
    }
    enter_halves::note(false);
    if key == Key::Escape && terminal_guard::more_within(KEY_TIMEOUT) {
        keys.begin();
        return Ok(None);
    }
    match keys.read_key(key) {
        Some(Stroke::Interrupt) => terminal_guard::interrupt(),
        stroke => Ok(stroke),
    }
}
