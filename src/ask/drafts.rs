//! What was typed and not yet given. Esc and the signs may be pressed by mistake (a slow line splits an arrow key
//! and it reads as Esc), so nothing typed goes away with them: it stands there when the question comes again.

use std::collections::HashMap;

use super::Put;

/// Unfinished answers, for as long as the visit lasts; never on disk.
#[derive(Debug, Default)]
pub(super) struct Drafts {
    texts: HashMap<Key, String>,
    ticks: HashMap<Key, Vec<bool>>,
}

/// The same question about another person has the same id, so the words and the earlier answer count too.
type Key = (String, String, String);

fn key(put: &Put, before: &str) -> Key {
    (put.id.clone(), put.ask.clone(), before.to_owned())
}

fn key_of_ticks(put: &Put, before: &[bool]) -> Key {
    key(put, &format!("{before:?}"))
}

impl Drafts {
    /// Keeps what was typed, unless it is nothing new.
    pub(super) fn keep(&mut self, put: &Put, before: &str, typed: &str) {
        if typed.trim() != before.trim() && !typed.trim().is_empty() {
            self.texts.insert(key(put, before), typed.to_owned());
        }
    }

    /// Takes back what was typed when this question was last left.
    pub(super) fn take(&mut self, put: &Put, before: &str) -> Option<String> {
        self.texts.remove(&key(put, before))
    }

    /// Keeps ticks, unless they are nothing new.
    pub(super) fn keep_ticks(&mut self, put: &Put, before: &[bool], ticks: Vec<bool>) {
        if ticks.as_slice() != before {
            self.ticks.insert(key_of_ticks(put, before), ticks);
        }
    }

    /// Takes back the ticks of when this question was last left.
    pub(super) fn take_ticks(&mut self, put: &Put, before: &[bool]) -> Option<Vec<bool>> {
        self.ticks.remove(&key_of_ticks(put, before))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_belongs_to_one_question_and_comes_back_once() {
        let mut drafts = Drafts::default();
        let mother = Put::new("attendee.name", "What is the name?", "Name");
        let other = Put::new("attendee.name", "What is the other name?", "Name");
        drafts.keep(&mother, "", "Ann");
        assert_eq!(drafts.take(&other, ""), None);
        assert_eq!(drafts.take(&mother, ""), Some("Ann".to_owned()));
        assert_eq!(drafts.take(&mother, ""), None);
        drafts.keep(&mother, "Ann", "Ann ");
        assert_eq!(drafts.take(&mother, "Ann"), None);
    }
}
