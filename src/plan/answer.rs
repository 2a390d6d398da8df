//! The four states of an answer, and the small types answers are made of.

use std::fmt;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

use crate::text::sanitize;

/// What is known of one question.
///
/// In the file: `Unasked` is absent, `Left` is `null`, `Later` is `{"later": {"owner": id}}`, and everything else is
/// a given answer.
#[derive(Clone, PartialEq, Default)]
pub enum Answer<V> {
    /// Not asked yet.
    #[default]
    Unasked,
    /// Left open on purpose.
    Left,
    /// To be found out later, by somebody: it becomes a task.
    Later(Later),
    /// Answered.
    Given(V),
}

/// Who finds out what was put off.
#[derive(Clone, PartialEq, Serialize, Deserialize, Debug)]
pub struct Later {
    /// The planner or an attendee.
    pub owner: Id,
}

/// The state of an answer without its value: all that the walk needs to know.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AnswerState {
    /// See [`Answer::Unasked`].
    Unasked,
    /// See [`Answer::Left`].
    Left,
    /// See [`Answer::Later`].
    Later,
    /// See [`Answer::Given`].
    Given,
}

impl<V> Answer<V> {
    /// True if the question was never answered, put off or left open. Named for serde's `skip_serializing_if`.
    pub fn is_unasked(&self) -> bool {
        matches!(self, Answer::Unasked)
    }

    /// The value, if there is one.
    pub fn given(&self) -> Option<&V> {
        match self {
            Answer::Given(value) => Some(value),
            _ => None,
        }
    }

    /// Who finds out, where the question was put off.
    pub fn later(&self) -> Option<&Later> {
        match self {
            Answer::Later(later) => Some(later),
            _ => None,
        }
    }

    /// The state alone.
    pub fn state(&self) -> AnswerState {
        match self {
            Answer::Unasked => AnswerState::Unasked,
            Answer::Left => AnswerState::Left,
            Answer::Later(_) => AnswerState::Later,
            Answer::Given(_) => AnswerState::Given,
        }
    }
}

impl<V: PartialEq> Answer<V> {
    /// True if this very value was given.
    pub fn is(&self, value: &V) -> bool {
        self.given() == Some(value)
    }

    /// True if one of these was given.
    pub fn is_one_of(&self, values: &[V]) -> bool {
        self.given().is_some_and(|given| values.contains(given))
    }
}

impl<V> Answer<Vec<V>> {
    /// All that were given, or none.
    pub fn all(&self) -> &[V] {
        self.given().map_or(&[], Vec::as_slice)
    }
}

impl Answer<Text> {
    /// True if words were given, and more than blanks.
    pub fn is_typed(&self) -> bool {
        !self.words().trim().is_empty()
    }

    /// The words given, or nothing.
    pub fn words(&self) -> &str {
        self.given().map_or("", Text::as_str)
    }
}

/// Only the state: nothing of a plan may reach a log or a panic.
impl<V> fmt::Debug for Answer<V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.state().fmt(f)
    }
}

impl<V: Serialize> Serialize for Answer<V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct LaterJson<'a> {
            later: &'a Later,
        }
        match self {
            Answer::Unasked | Answer::Left => serializer.serialize_none(),
            Answer::Later(later) => LaterJson { later }.serialize(serializer),
            Answer::Given(value) => value.serialize(serializer),
        }
    }
}

impl<'de, V: DeserializeOwned> Deserialize<'de> for Answer<V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        use serde::de::Error;
        let value = Value::deserialize(deserializer)?;
        if value.is_null() {
            return Ok(Answer::Left);
        }
        if let Some(later) = value.get("later") {
            return Later::deserialize(later).map(Answer::Later).map_err(Error::custom);
        }
        V::deserialize(value).map(Answer::Given).map_err(Error::custom)
    }
}

/// What a person typed: cleaned of everything that is not text, and never shown by `Debug`.
#[derive(Clone, PartialEq, Eq, Default, Serialize)]
pub struct Text(String);

impl Text {
    /// Cleans `typed` and keeps its lines.
    pub fn new(typed: &str) -> Self {
        Text(sanitize::sanitize_text(typed))
    }

    /// The text as it was kept.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Text")
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|typed| Text::new(&typed))
    }
}

/// The id of an attendee or of another item of a list; the planner's is [`Id::planner`].
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
pub struct Id(String);

impl Id {
    /// The id of nothing in a list: what is said of the plan itself.
    pub const NONE: Id = Id(String::new());

    /// An id from its letters.
    pub fn new(letters: &str) -> Self {
        Id(sanitize::sanitize_line(letters))
    }

    /// The planner's own id: also their id among the attendees.
    pub fn planner() -> Self {
        Id("planner".into())
    }

    /// The letters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Id {
    /// No number that the program gives is as high: what is higher was made up by hand.
    pub const HIGHEST: u32 = 1_000_000;

    /// The number after the letter, if there is one.
    pub fn number(&self) -> Option<u32> {
        self.0.trim_start_matches(char::is_alphabetic).parse().ok()
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Id")
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(|letters| Id::new(&letters))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Serialize, Deserialize, Default)]
    struct Sheet {
        #[serde(default, skip_serializing_if = "Answer::is_unasked")]
        name: Answer<Text>,
    }

    fn round(json: &str) -> (AnswerState, String) {
        let sheet: Sheet = serde_json::from_str(json).unwrap();
        (sheet.name.state(), serde_json::to_string(&sheet).unwrap())
    }

    #[test]
    fn each_state_is_written_as_it_was_read() {
        for (json, state) in [
            (r#"{}"#, AnswerState::Unasked),
            (r#"{"name":null}"#, AnswerState::Left),
            (r#"{"name":{"later":{"owner":"planner"}}}"#, AnswerState::Later),
            (r#"{"name":"Ana"}"#, AnswerState::Given),
        ] {
            assert_eq!(round(json), (state, json.to_string()));
        }
    }

    #[test]
    fn debug_shows_no_word_of_an_answer() {
        let shown = format!(
            "{:?} {:?} {:?}",
            Answer::Given(Text::new("Ana")),
            Text::new("Ana"),
            Id::new("Ana")
        );
        assert!(!shown.contains("Ana"), "{shown}");
    }

    #[test]
    fn what_is_read_is_cleaned() {
        let sheet: Sheet = serde_json::from_str("{\"name\":\"A\\u001b[31mna\"}").unwrap();
        assert_eq!(sheet.name.words(), "Ana");
    }
}
