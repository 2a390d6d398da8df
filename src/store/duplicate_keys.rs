//! Finds a key that is twice in one object, which serde_json would settle silently in favour of the last.

use super::unread::JsonStep;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::cell::RefCell;
use std::collections::HashSet;
use std::fmt;

/// The way to the first key that its object has already, and the line and the column in bytes right after it. `text`
/// must be good JSON.
pub(super) fn first_duplicate_key(text: &str) -> Option<(Vec<JsonStep>, usize, usize)> {
    let way = RefCell::default();
    let mut reader = serde_json::Deserializer::from_str(text);
    let error = DuplicateKeys { way: &way }.deserialize(&mut reader).err()?;
    let mut steps = way.into_inner();
    steps.reverse();
    (!steps.is_empty()).then(|| (steps, error.line(), error.column()))
}

/// Walks a value and fails at the first key that it meets twice in an object.
#[derive(Clone, Copy)]
struct DuplicateKeys<'a> {
    /// The steps to that key, the last one first; empty until it is met.
    way: &'a RefCell<Vec<JsonStep>>,
}

impl DuplicateKeys<'_> {
    /// On the way out after a failure: the key lies below this step.
    fn below(self, step: JsonStep) {
        let mut way = self.way.borrow_mut();
        if !way.is_empty() {
            way.push(step);
        }
    }
}

impl<'de> DeserializeSeed<'de> for DuplicateKeys<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, value: D) -> Result<(), D::Error> {
        value.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for DuplicateKeys<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut seen = HashSet::new();
        while let Some(key) = map.next_key::<String>()? {
            if seen.contains(&key) {
                self.way.borrow_mut().push(JsonStep::Key(key));
                return Err(A::Error::custom("the same key twice"));
            }
            if let Err(error) = map.next_value_seed(self) {
                self.below(JsonStep::Key(key));
                return Err(error);
            }
            seen.insert(key);
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        for index in 0.. {
            match list.next_element_seed(self) {
                Ok(Some(())) => {}
                Ok(None) => break,
                Err(error) => {
                    self.below(JsonStep::Index(index));
                    return Err(error);
                }
            }
        }
        Ok(())
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_compared_within_one_object_only() {
        let once = r#"{"a": {"a": [{"a": 1e400}, {"a": -1}]}, "b": null, "c": true, "d": "a"}"#;
        assert_eq!(first_duplicate_key(once), None);
        let a = || JsonStep::Key("a".into());
        assert_eq!(
            first_duplicate_key("{\"a\": 1,\n\"\\u0061\": 2}"),
            Some((vec![a()], 2, 8))
        );
        let deep = r#"{"a": [[], {"b": 1, "a": {"a": 1}, "a": 2}]}"#;
        let (steps, line, column) = first_duplicate_key(deep).unwrap();
        assert_eq!((steps, line), (vec![a(), JsonStep::Index(1), a()], 1));
        assert!(deep[..column].ends_with("{\"a\": 1}, \"a\""));
    }
}
