//! Words that were typed and that no question has taken: they are there when the question comes again, in this visit and in
//! the next. Whoever begins the visit says how they are kept; a signal keeps them too, from a thread of its own.

use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};

/// What was typed at a question. The same question about another person has the same id, so its words and the earlier
/// answer count too.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HalfTyped {
    /// The id of the question.
    pub question: String,
    /// Its words.
    pub ask: String,
    /// The earlier answer.
    pub before: String,
    /// What was typed.
    pub text: String,
}

/// Keeps what was typed; true if all of it is kept.
type Keeper = Box<dyn Fn(&[HalfTyped]) -> bool + Send>;

struct Unfinished {
    /// In the field that is typed into now.
    field: Option<HalfTyped>,
    /// In the fields that were left.
    left: Vec<HalfTyped>,
    keeper: Option<Keeper>,
}

static UNFINISHED: Mutex<Unfinished> = Mutex::new(Unfinished {
    field: None,
    left: Vec::new(),
    keeper: None,
});

fn unfinished() -> MutexGuard<'static, Unfinished> {
    UNFINISHED.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Unfinished {
    fn leave(&mut self, words: HalfTyped) {
        self.left.retain(|other| !is_same(other, &words));
        self.left.push(words);
    }

    fn take(&mut self, question: &HalfTyped) -> Option<String> {
        let at = self.left.iter().position(|left| is_same(left, question))?;
        Some(self.left.remove(at).text)
    }

    fn lose(&mut self) -> bool {
        let field = self.field.take().filter(|field| !field.text.trim().is_empty());
        let words: Vec<HalfTyped> = std::mem::take(&mut self.left).into_iter().chain(field).collect();
        !words.is_empty() && !self.keeper.take().is_some_and(|keeper| keeper(&words))
    }
}

fn is_same(one: &HalfTyped, other: &HalfTyped) -> bool {
    (&one.question, &one.ask, &one.before) == (&other.question, &other.ask, &other.before)
}

/// A question is typed into from now on; `None`: none is.
pub(super) fn begin_field(question: Option<HalfTyped>) {
    unfinished().field = question;
}

/// This stands in the field now; the earlier answer is nothing new.
pub(super) fn note_field(text: &str) {
    if let Some(field) = &mut unfinished().field {
        let new = if text.trim() == field.before.trim() { "" } else { text };
        new.clone_into(&mut field.text);
    }
}

/// A field was left with this in it.
pub(super) fn leave_field(words: HalfTyped) {
    unfinished().leave(words);
}

/// What was left at this question, in this visit or before it.
pub(super) fn take_left(question: &HalfTyped) -> Option<String> {
    unfinished().take(question)
}

/// What an earlier visit has left, and how this one keeps what it leaves.
pub fn keep_unfinished_with(before: Vec<HalfTyped>, keeper: impl Fn(&[HalfTyped]) -> bool + Send + 'static) {
    *unfinished() = Unfinished {
        field: None,
        left: before,
        keeper: Some(Box::new(keeper)),
    };
}

/// Keeps the words that no question has taken. True if there are some, and they are not kept.
pub fn lose_unfinished() -> bool {
    unfinished().lose()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    fn typed(text: &str) -> HalfTyped {
        HalfTyped {
            question: "q".into(),
            text: text.into(),
            ..HalfTyped::default()
        }
    }

    #[test]
    fn what_is_left_is_kept_once_and_what_is_not_kept_is_known() {
        let kept: Arc<Mutex<Vec<HalfTyped>>> = Arc::default();
        let here = kept.clone();
        let mut visit = Unfinished {
            field: None,
            left: vec![typed("before")],
            keeper: Some(Box::new(move |words| {
                here.lock().unwrap().extend_from_slice(words);
                true
            })),
        };
        visit.leave(typed("later"));
        assert_eq!(
            visit.take(&typed("")).as_deref(),
            Some("later"),
            "of one question there is one"
        );
        assert_eq!(visit.take(&typed("")), None);
        visit.field = Some(typed("half"));
        assert!(!visit.lose());
        assert_eq!(*kept.lock().unwrap(), [typed("half")]);
        visit.field = Some(typed("more"));
        assert!(visit.lose(), "nobody keeps it");
        assert!(!visit.lose(), "nothing is left");
        visit.field = Some(typed("  "));
        assert!(!visit.lose(), "spaces are no words");
    }
}
