//! What was typed and not yet given. Esc and the signs may be pressed by mistake (a slow line splits an arrow key
//! and it reads as Esc), so nothing typed goes away with them: it is there when the question comes again.

use std::collections::HashMap;

use super::{HalfTyped, Prompt, unfinished};

/// Unfinished answers, for as long as the visit lasts.
#[derive(Debug, Default)]
pub(super) struct Drafts {
    /// Texts are with `unfinished`, and there in the next visit too.
    outlasts: bool,
    texts: HashMap<DraftKey, String>,
    ticks: HashMap<DraftKey, Vec<bool>>,
}

/// The same question about another person has the same id, so the words and the earlier answer count too.
type DraftKey = (String, String, String);

fn draft_key(prompt: &Prompt, before: &str) -> DraftKey {
    (prompt.id.clone(), prompt.ask.clone(), before.to_owned())
}

fn ticks_key(prompt: &Prompt, before: &[bool]) -> DraftKey {
    draft_key(prompt, &format!("{before:?}"))
}

/// The same, as it outlasts a visit.
pub(super) fn half_typed(prompt: &Prompt, before: &str, text: &str) -> HalfTyped {
    let (question, ask, before) = draft_key(prompt, before);
    HalfTyped {
        question,
        ask,
        before,
        text: text.to_owned(),
    }
}

impl Drafts {
    /// Texts that are there in the next visit too, if that is kept.
    pub(super) fn outlasting() -> Self {
        Self {
            outlasts: true,
            ..Self::default()
        }
    }

    /// Keeps what was typed, unless it is nothing new.
    pub(super) fn keep(&mut self, prompt: &Prompt, before: &str, typed: &str) {
        if typed.trim() != before.trim() && !typed.trim().is_empty() {
            self.keep_all(prompt, before, typed);
        }
    }

    /// Keeps what stands in the field, whatever it is.
    pub(super) fn keep_all(&mut self, prompt: &Prompt, before: &str, typed: &str) {
        match self.outlasts {
            true => unfinished::leave_field(half_typed(prompt, before, typed)),
            false => drop(self.texts.insert(draft_key(prompt, before), typed.to_owned())),
        }
    }

    /// Takes back what was typed when this question was last left.
    pub(super) fn take(&mut self, prompt: &Prompt, before: &str) -> Option<String> {
        match self.outlasts {
            true => unfinished::take_left(&half_typed(prompt, before, "")),
            false => self.texts.remove(&draft_key(prompt, before)),
        }
    }

    /// Keeps ticks, unless they are nothing new.
    pub(super) fn keep_ticks(&mut self, prompt: &Prompt, before: &[bool], ticks: Vec<bool>) {
        if ticks.as_slice() != before {
            self.ticks.insert(ticks_key(prompt, before), ticks);
        }
    }

    /// Takes back the ticks of when this question was last left.
    pub(super) fn take_ticks(&mut self, prompt: &Prompt, before: &[bool]) -> Option<Vec<bool>> {
        self.ticks.remove(&ticks_key(prompt, before))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_belongs_to_one_question_and_comes_back_once() {
        let mut drafts = Drafts::default();
        let mother = Prompt::new("attendee.name", "What is the name?", "Name");
        let other = Prompt::new("attendee.name", "What is the other name?", "Name");
        drafts.keep(&mother, "", "Ann");
        assert_eq!(drafts.take(&other, ""), None);
        assert_eq!(drafts.take(&mother, ""), Some("Ann".to_owned()));
        assert_eq!(drafts.take(&mother, ""), None);
        drafts.keep(&mother, "Ann", "Ann ");
        assert_eq!(drafts.take(&mother, "Ann"), None);
    }
}
