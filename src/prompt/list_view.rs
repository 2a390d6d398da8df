//! A list on a terminal: drawn on console, since dialoguer hears no sign in a list, counts bytes for columns, breaks
//! off in a small window and says "Page" in English.

use std::io;
use std::time::Duration;

use console::{Key, Term};

use super::backend::is_big_enough;
use super::frame::{self, Parts, Rows};
use super::keys::{KeyReader, Stroke};
use super::list_state::{KeyRefused, ListEnd, ListState};
use super::phrases::fill_phrase;
use super::wait_for_key::{Waited, wait_for_key};
use super::{Action, Choice, Menu, Prompt, Rich, key_halves, layout, line_editor, terminal_guard};
use crate::text;

/// How long the rest of a key may take on a slow line before Esc is Esc.
const KEY_TIMEOUT: Duration = Duration::from_millis(150);

/// How soon behind a sign, which acts at once, an Enter belongs to it.
const HABIT: Duration = Duration::from_millis(300);

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

/// What is not as usual while keys are read for a list.
struct Held {
    #[cfg(unix)]
    _modes: (terminal_guard::EchoOff, terminal_guard::Undisturbed),
}

impl Held {
    fn begin() -> Self {
        Self {
            #[cfg(unix)]
            _modes: (terminal_guard::EchoOff::keys(), terminal_guard::Undisturbed::begin()),
        }
    }

    /// After whoever stopped the program has set the terminal: first it is as usual, and then it is held again.
    fn begin_again(held: &mut Option<Self>) {
        *held = None;
        *held = Some(Self::begin());
    }
}

/// A list with the question it answers.
pub(super) struct Shown<'a> {
    pub(super) prompt: &'a Prompt,
    pub(super) options: &'a [Choice],
    /// What the keys do.
    pub(super) keys: &'a str,
}

impl Rich {
    /// Lets somebody move through a list. `None`: in the window as it is now the question is to be laid out in another way.
    pub(super) fn run_list(&mut self, list: &mut ListState, shown: &Shown) -> io::Result<Option<ListEnd>> {
        let mut held = Some(Held::begin());
        let term = Term::stderr();
        term.write_str(PASTES[0])?;
        let mut size = self.screen.size();
        let mut keys = KeyReader::default();
        let ended = loop {
            let room = self.draw_list(list, shown)?;
            let waited = wait_for_key(|| self.screen.size() != size || terminal_guard::is_resized());
            if waited == Waited::Woken {
                Held::begin_again(&mut held);
                term.write_str(PASTES[0])?;
                self.screen.forget_frame();
            }
            let now = self.screen.size();
            if now != size && !self.may_stay(shown, size, now) {
                break None;
            }
            if now != size || waited != Waited::Key {
                // A key that waits is for what is drawn now.
                size = now;
                continue;
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
            let by_sign = matches!(stroke, Some(Stroke::Letter(_)));
            let ended = stroke.and_then(|stroke| list.press(stroke, room, self.phrases));
            if by_sign && matches!(ended, Some(ListEnd::Action(_))) && terminal_guard::more_within(HABIT) {
                // An Enter behind a sign, out of habit, must not answer what comes now.
                terminal_guard::drop_keys();
            }
            if ended.is_some() {
                break ended;
            }
        };
        match ended {
            Some(_) => self.screen.leave_frame()?,
            None => self.screen.forget_frame(),
        }
        term.write_str(PASTES[1])?;
        Ok(ended)
    }

    /// True if a question that was laid out for one window can stay as it is in another: it fits there, and where there is
    /// more room now, nothing was taken from it.
    fn may_stay(&self, shown: &Shown, before: (usize, usize), now: (usize, usize)) -> bool {
        let grown = now.0 > before.0 || now.1 > before.1;
        let is_cut = self.is_cut && grown;
        is_big_enough(Term::stderr().size_checked()) && !is_cut && self.fits(shown.prompt, shown.options)
    }

    /// Draws a list and its question; gives how many rows show.
    fn draw_list(&mut self, list: &ListState, shown: &Shown) -> io::Result<usize> {
        let size = self.screen.size();
        let talk = self.talk(list, frame::text_width(size.1));
        let parts = Parts {
            prompt: shown.prompt,
            talk: &talk,
            rows: Some(Rows {
                labels: list.labels(),
                options: shown.options,
                ticks: list.boxes(),
                at: list.at(),
            }),
            keys: shown.keys,
            below: 0,
        };
        let frame = frame::frame(&parts, size);
        self.screen.draw(&frame)?;
        Ok(frame.rows.len().max(1))
    }

    /// What is said over the rows: what was typed, or that it is no row; usually nothing.
    fn talk(&self, list: &ListState, columns: usize) -> String {
        let phrases = &self.phrases;
        let numbers = |rows: &[usize]| {
            let rows = rows.iter().map(|row| (row + 1).to_string());
            rows.collect::<Vec<_>>().join(", ")
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
        if list.typed().is_empty() {
            return String::new();
        }
        // Not the bare mark of a field: in a list it is the pointer.
        let typed = text::last_columns(list.typed(), columns.saturating_sub(2));
        format!(": {typed}")
    }

    /// The list of all the ways to move.
    pub(super) fn open_menu<V>(&mut self, over: &Prompt) -> io::Result<ListAnswer<V>> {
        let phrases = self.phrases;
        let prompt = Prompt {
            place: phrases.else_prompt.into(),
            alarm: over.alarm.clone(),
            ..Prompt::new("", phrases.else_ask, phrases.else_prompt)
        };
        let options = phrases.menu.rows();
        let mut list = ListState::menu(layout::row_labels(&options, None));
        let shown = Shown {
            prompt: &prompt,
            options: &options,
            keys: phrases.foot_menu,
        };
        Ok(match self.run_list(&mut list, &shown)? {
            Some(ListEnd::Enter(row)) => Menu::ORDER
                .get(row)
                .map_or(ListAnswer::Again, |action| ListAnswer::Action(*action)),
            // Back from here is the question.
            Some(ListEnd::Action(Action::Back) | ListEnd::More) => ListAnswer::Again,
            Some(ListEnd::Action(action)) => ListAnswer::Action(action),
            None => ListAnswer::Resized,
        })
    }

    /// One list to pick from, with the menu behind it.
    pub(super) fn pick_row(
        &mut self,
        prompt: &Prompt,
        options: &[Choice],
        default: Option<usize>,
    ) -> io::Result<ListAnswer<usize>> {
        let labels = layout::row_labels(options, None);
        let mut list = ListState::pick(labels, prompt.accepts.clone(), default);
        let shown = Shown {
            prompt,
            options,
            keys: self.phrases.foot_pick,
        };
        self.drop_unseen_if_guarded(&list, &shown)?;
        Ok(match self.run_list(&mut list, &shown)? {
            Some(ListEnd::Enter(row)) => ListAnswer::Given(row),
            Some(ListEnd::More) => self.open_menu(prompt)?,
            Some(ListEnd::Action(action)) => ListAnswer::Action(action),
            None => ListAnswer::Resized,
        })
    }

    /// Throws away what was typed before a question was seen that nothing unseen may answer.
    pub(super) fn drop_unseen_if_guarded(&mut self, list: &ListState, shown: &Shown) -> io::Result<()> {
        if shown.prompt.is_guarded() {
            // What is thrown away is not shown either, and where some of it was, all is drawn again.
            #[cfg(unix)]
            let _unseen = terminal_guard::EchoOff::line();
            self.draw_list(list, shown)?;
            self.editor.drop_unseen()?;
            self.screen.forget_frame();
        }
        Ok(())
    }
}

/// The next stroke, if the next key is one.
fn read_stroke(term: &Term, keys: &mut KeyReader) -> io::Result<Option<Stroke>> {
    let key = term.read_key_raw()?;
    if key == Key::Enter {
        let whole = !key_halves::is_second_enter();
        key_halves::note_enter(terminal_guard::more_within(Duration::ZERO));
        return Ok(if whole { keys.read_key(key) } else { None });
    }
    key_halves::note_enter(false);
    match &key {
        Key::Escape if terminal_guard::more_within(KEY_TIMEOUT) => {
            keys.begin();
            return Ok(None);
        }
        Key::Escape => key_halves::note_esc(),
        Key::Char(letter) if key_halves::is_rest_of_esc(*letter) => keys.begin(),
        _ => {}
    }
    match keys.read_key(key) {
        Some(Stroke::Interrupt) => terminal_guard::interrupt(),
        stroke => Ok(stroke),
    }
}
