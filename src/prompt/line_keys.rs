//! What the keys come to while words are typed, before the line editor obeys them. It knows only how the report of a
//! mouse begins, waits for the end of a paste for ever, and takes each Enter for an answer.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use rustyline::{Cmd, ConditionalEventHandler, Event, EventContext, KeyCode, KeyEvent, Modifiers, RepeatCount};

use super::below::Below;
use super::frame::Line;
use super::keys::{ALONE, SILENCE};
use super::{key_halves, pasted, terminal_guard};

/// How long the rest of a report may take to come.
const REPORT: Duration = Duration::from_millis(50);

/// The keys of one answer, shared between the editor and whoever reads the answer.
#[derive(Clone, Default)]
pub(super) struct KeyState(Arc<Mutex<LineState>>);

/// What the keys came to so far.
#[derive(Default)]
pub(super) struct LineState {
    /// What is on the line, for the case that the next key is no letter at all.
    pub(super) line: String,
    /// What was on the line when Esc was pressed.
    pub(super) away: Option<String>,
    /// What stands on the line.
    pub(super) stands: String,
    /// The line ends so that its question is drawn anew around it.
    pub(super) anew: bool,
    /// Enter was pressed, and this is the letter it came as. Whether more waits behind it shows with the next key.
    pub(super) entered: Option<char>,
    /// Half of an Enter may still come, that ended a list before.
    half: bool,
    /// A late answer of the terminal is under way (its color, its version), and when the last of it came.
    string: Option<Instant>,
    /// Lines came that nobody can have meant for the questions behind this one.
    pub(super) behind: bool,
    /// Since when a sequence that the editor does not know is under way, and whether figures of it came.
    report: Option<(Instant, bool)>,
    /// What came of a paste, and when the last of it came.
    paste: Option<(String, Instant)>,
    /// What stands below the words, and its lines as they were drawn last.
    pub(super) below: Below,
    pub(super) drawn: Vec<Line>,
}

impl KeyState {
    pub(super) fn state(&self) -> MutexGuard<'_, LineState> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Sees each key but Esc.
pub(super) struct WatchKeys(pub(super) KeyState);

impl ConditionalEventHandler for WatchKeys {
    fn handle(&self, event: &Event, _: RepeatCount, _: bool, context: &EventContext) -> Option<Cmd> {
        let mut state = self.0.state();
        context.line().clone_into(&mut state.line);
        let KeyEvent(key, held) = *event.get(0)?;
        if state.paste.is_some() || key == KeyCode::BracketedPasteStart {
            pasted::note_key();
        }
        let enter = enter(key, held);
        let half = std::mem::take(&mut state.half);
        if enter == Some('\n') && half {
            // The rest of the Enter that ended the list before: what comes now was seen.
            state.behind = terminal_guard::more_within(Duration::ZERO);
            return Some(Cmd::Noop);
        }
        if enter == Some('\n') && state.entered == Some('\r') {
            // One Enter, sent as two letters.
            state.entered = Some('\n');
            return Some(Cmd::Noop);
        }
        if let Some(swallowed) = state.take_string(key, held, Instant::now()) {
            return Some(swallowed);
        }
        let follows = state.has_more_behind();
        // An Enter pressed twice is one.
        state.behind |= follows && enter.is_none();
        if let Some(obeyed) = state.handle_paste(key, held, Instant::now()) {
            if let Cmd::Insert(_, words) = &obeyed {
                state.line.insert_str(context.pos(), words);
            }
            return Some(obeyed);
        }
        if key == KeyCode::BracketedPasteStart {
            let begin = if follows { "\n" } else { "" };
            state.paste = Some((begin.to_owned(), Instant::now()));
            return Some(Cmd::Noop);
        }
        if let Some(letter) = enter {
            return state.enter(letter, follows);
        }
        if let Some(meant) = state.own_meaning(key, held) {
            return Some(meant);
        }
        if state.is_mouse_report(key) {
            return Some(Cmd::Noop);
        }
        if clears(key, held) && context.line().is_empty() && !state.below.suggestion.is_empty() {
            state.below.clear();
            return Some(Cmd::Repaint);
        }
        match key {
            KeyCode::Char(letter) if held == Modifiers::NONE => {
                let at = if follows { state.line.len() } else { context.pos() };
                state.line.insert(at, letter);
                follows.then(|| Cmd::Insert(1, format!("\n{letter}")))
            }
            _ => None,
        }
    }
}

/// Tells Esc from Ctrl-C, which the editor both ends with "interrupted".
pub(super) struct HandleEsc(pub(super) KeyState);

impl ConditionalEventHandler for HandleEsc {
    fn handle(&self, _: &Event, _: RepeatCount, _: bool, context: &EventContext) -> Option<Cmd> {
        let mut state = self.0.state();
        state.has_more_behind();
        let mut line = context.line().to_owned();
        if let Some((words, last)) = &state.paste {
            if last.elapsed() < ALONE {
                return Some(Cmd::Noop);
            }
            line.push_str(words);
            state.paste = None;
        }
        state.away = Some(line);
        key_halves::note_esc();
        Some(Cmd::Interrupt)
    }
}

/// Whether a key takes letters away: in an empty field, the suggestion.
fn clears(key: KeyCode, held: Modifiers) -> bool {
    matches!(
        (key, held),
        (KeyCode::Backspace | KeyCode::Delete, Modifiers::NONE) | (KeyCode::Char('H' | 'U' | 'W'), Modifiers::CTRL)
    )
}

/// The letter that Enter came as, where this key is Enter.
fn enter(key: KeyCode, held: Modifiers) -> Option<char> {
    match (key, held) {
        (KeyCode::Enter, Modifiers::NONE) | (KeyCode::Char('M'), Modifiers::CTRL) => Some('\r'),
        (KeyCode::Char('J'), Modifiers::CTRL) => Some('\n'),
        _ => None,
    }
}

impl LineState {
    /// Whether more has to come of what came already.
    pub(super) fn is_under_way(&self) -> bool {
        self.entered.is_some() || self.paste.is_some()
    }

    /// What a key means here, where it is another thing than to the editor.
    fn own_meaning(&mut self, key: KeyCode, held: Modifiers) -> Option<Cmd> {
        match (key, held) {
            (KeyCode::Enter | KeyCode::Char('\r'), Modifiers::ALT) => Some(Cmd::Newline),
            // Where a terminal keeps Alt with Enter for itself.
            (KeyCode::Char('O'), Modifiers::CTRL) => Some(Cmd::Newline),
            // Not what stops a program: nobody here would find the way back.
            (KeyCode::Char('Z'), Modifiers::CTRL) => Some(Cmd::Undo(1)),
            // Nor what takes the next key for a letter, or waits for one more: that could be Ctrl-C.
            (KeyCode::Char('V' | 'Q' | 'X'), Modifiers::CTRL) => Some(Cmd::Noop),
            (KeyCode::Char('L'), Modifiers::CTRL) => {
                self.anew = true;
                Some(Cmd::Interrupt)
            }
            _ => None,
        }
    }

    /// Nothing was typed yet, or lines were before the question was seen.
    pub(super) fn new(behind: bool, half: bool, below: Below) -> Self {
        Self {
            behind,
            half,
            below,
            ..Self::default()
        }
    }

    /// A key came: whether an Enter before it still waits to be told what is behind it.
    fn has_more_behind(&mut self) -> bool {
        let follows = self.entered.take().is_some();
        if follows {
            terminal_guard::wait_for_keys();
        }
        follows
    }

    /// Enter: the answer, unless something waits behind it already. A terminal that does not mark a paste sends its
    /// lines so, and all of them belong here. Reading goes on; where nothing comes, it ends as if the input had ended.
    #[cfg(unix)]
    fn enter(&mut self, letter: char, follows: bool) -> Option<Cmd> {
        self.entered = Some(letter);
        terminal_guard::wait_no_longer();
        Some(match follows {
            true => Cmd::Insert(1, "\n".to_owned()),
            false => Cmd::Move(rustyline::Movement::EndOfBuffer),
        })
    }

    #[cfg(not(unix))]
    fn enter(&mut self, _: char, _: bool) -> Option<Cmd> {
        None
    }

    /// A key within a paste. `None`: there is none, or it was over long ago and this key is heard as any other.
    fn handle_paste(&mut self, key: KeyCode, held: Modifiers, now: Instant) -> Option<Cmd> {
        let (mut words, last) = self.paste.take()?;
        let silent = now.saturating_duration_since(last);
        if key == KeyCode::BracketedPasteEnd {
            return Some(Cmd::Insert(1, words));
        }
        let ends = held == Modifiers::CTRL && matches!(key, KeyCode::Char('C' | 'D'));
        if ends && silent >= ALONE {
            return None;
        }
        match letter(key, held) {
            Some('\n') if words.ends_with('\r') => {
                words.pop();
                words.push('\n');
            }
            Some(letter) => words.push(letter),
            None => {}
        }
        if silent >= SILENCE {
            // Its end never came: it is there, and Enter is still to be pressed.
            return Some(Cmd::Insert(1, words));
        }
        self.paste = Some((words, now));
        Some(Cmd::Noop)
    }

    /// A key of an answer that the terminal gives in words, from `ESC ]` or `ESC P` to its end; it comes in one piece.
    fn take_string(&mut self, key: KeyCode, held: Modifiers, now: Instant) -> Option<Cmd> {
        if self.paste.is_some() {
            return None;
        }
        let begins = held == Modifiers::ALT && matches!(key, KeyCode::Char(']' | 'P' | 'X' | '^' | '_'));
        let goes_on = self
            .string
            .take()
            .is_some_and(|last| now.saturating_duration_since(last) < ALONE);
        let ends = matches!(
            (key, held),
            (KeyCode::Char('G'), Modifiers::CTRL)
                | (KeyCode::Char('\\'), Modifiers::ALT)
                | (KeyCode::Char('C'), Modifiers::CTRL)
        );
        if (begins || goes_on) && !ends {
            self.string = Some(now);
        }
        let swallows = begins || goes_on && (key, held) != (KeyCode::Char('C'), Modifiers::CTRL);
        swallows.then_some(Cmd::Noop)
    }

    /// Whether a key is part of a report.
    fn is_mouse_report(&mut self, key: KeyCode) -> bool {
        let report = self.report.take().filter(|(since, _)| since.elapsed() < REPORT);
        match (key, report) {
            (KeyCode::Char(c), _) if key_halves::is_rest_of_esc(c) => {
                self.report = Some((Instant::now(), true));
                true
            }
            (KeyCode::UnknownEscSeq, _) => {
                self.report = Some((Instant::now(), false));
                false
            }
            (KeyCode::Char(c), Some((since, _))) if c.is_ascii_digit() || c == ';' => {
                self.report = Some((since, true));
                true
            }
            (KeyCode::Char(c), Some((_, true))) => c.is_ascii_alphabetic() || c == '~',
            _ => false,
        }
    }
}

/// What a key is within a paste: its letter, a line break, or nothing.
fn letter(key: KeyCode, held: Modifiers) -> Option<char> {
    match key {
        KeyCode::Char(letter) if held == Modifiers::NONE => Some(letter),
        KeyCode::Tab => Some(' '),
        _ => enter(key, held),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CTRL_C: (KeyCode, Modifiers) = (KeyCode::Char('C'), Modifiers::CTRL);

    fn pasting(words: &str) -> (LineState, Instant) {
        let now = Instant::now();
        let state = LineState {
            paste: Some((words.to_owned(), now)),
            ..LineState::default()
        };
        (state, now)
    }

    #[test]
    fn a_paste_is_put_in_at_its_end_and_no_key_in_it_is_obeyed() {
        let (mut state, now) = pasting("a");
        for (key, held) in [
            CTRL_C,
            (KeyCode::Enter, Modifiers::NONE),
            (KeyCode::Char('J'), Modifiers::CTRL),
            (KeyCode::Up, Modifiers::NONE),
            (KeyCode::Char('b'), Modifiers::NONE),
        ] {
            assert_eq!(state.handle_paste(key, held, now), Some(Cmd::Noop), "{key:?}");
        }
        let end = state.handle_paste(KeyCode::BracketedPasteEnd, Modifiers::NONE, now);
        assert_eq!(end, Some(Cmd::Insert(1, "a\nb".to_owned())));
        assert_eq!(state.handle_paste(KeyCode::Char('c'), Modifiers::NONE, now), None);
    }

    #[test]
    fn a_late_answer_of_the_terminal_types_nothing_and_one_without_an_end_takes_no_key_away() {
        let now = Instant::now();
        let mut state = LineState::default();
        let mut swallowed = |key, held, after| state.take_string(KeyCode::Char(key), held, now + after).is_some();
        for end in [('G', Modifiers::CTRL), ('\\', Modifiers::ALT)] {
            assert!(swallowed(']', Modifiers::ALT, ALONE * 9));
            for letter in "11;rgb:ffff/ffff/ffff".chars() {
                assert!(swallowed(letter, Modifiers::NONE, ALONE * 9));
            }
            assert!(swallowed(end.0, end.1, ALONE * 9));
            assert!(!swallowed('y', Modifiers::NONE, ALONE * 9));
        }
        assert!(swallowed('P', Modifiers::ALT, ALONE * 9));
        assert!(!swallowed('C', Modifiers::CTRL, ALONE * 9));
        assert!(swallowed(']', Modifiers::ALT, ALONE * 9));
        assert!(!swallowed('y', Modifiers::NONE, ALONE * 10));
    }

    #[test]
    fn a_paste_without_an_end_takes_no_key_away() {
        let (mut state, now) = pasting("a");
        assert_eq!(state.handle_paste(CTRL_C.0, CTRL_C.1, now + ALONE), None);
        let (mut state, now) = pasting("a");
        let typed = state.handle_paste(KeyCode::Char('b'), Modifiers::NONE, now + SILENCE);
        assert_eq!(typed, Some(Cmd::Insert(1, "ab".to_owned())));
        assert_eq!(state.handle_paste(KeyCode::Enter, Modifiers::NONE, now + SILENCE), None);
    }
}
