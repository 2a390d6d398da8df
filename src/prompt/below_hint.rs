//! What stands below a field, as the line editor wants it: a hint that it draws and takes away with the line.

use std::borrow::Cow;

use rustyline::completion::Completer;
use rustyline::highlight::Highlighter;
use rustyline::hint::{Hint, Hinter};
use rustyline::validate::Validator;
use rustyline::{Context, Helper};

use super::below;
use super::line_keys::KeyState;
use super::look::Appearance;
use super::{terminal_guard, unfinished};

/// Draws what stands below the line.
pub(super) struct FieldHelper {
    keys: KeyState,
    look: Appearance,
}

impl FieldHelper {
    /// For the lines whose keys these are.
    pub(super) fn new(keys: KeyState, look: Appearance) -> Self {
        Self { keys, look }
    }
}

/// What is drawn, and what the right arrow puts into an empty line.
pub(super) struct FieldHint {
    plain: String,
    suggestion: Option<String>,
}

impl Hint for FieldHint {
    fn display(&self) -> &str {
        &self.plain
    }

    fn completion(&self) -> Option<&str> {
        self.suggestion.as_deref()
    }
}

impl Hinter for FieldHelper {
    type Hint = FieldHint;

    fn hint(&self, line: &str, _: usize, _: &Context<'_>) -> Option<FieldHint> {
        // The line editor has set its modes, and begins to read.
        terminal_guard::hear_ctrl_c();
        let mut state = self.keys.state();
        line.clone_into(&mut state.stands);
        unfinished::note_field(line);
        state.drawn = state.below.shown(line);
        let suggestion = state.below.suggestion.clone();
        Some(FieldHint {
            plain: below::joined(&state.drawn, None),
            suggestion: (line.is_empty() && !suggestion.is_empty()).then_some(suggestion),
        })
    }
}

impl Highlighter for FieldHelper {
    fn highlight_hint<'h>(&self, _: &'h str) -> Cow<'h, str> {
        Cow::Owned(below::joined(&self.keys.state().drawn, Some(self.look)))
    }
}

impl Completer for FieldHelper {
    type Candidate = String;
}

impl Validator for FieldHelper {}

impl Helper for FieldHelper {}
