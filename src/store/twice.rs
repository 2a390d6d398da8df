//! Finds a key that stands twice in one object, which serde_json would settle silently in favour of the last.

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use std::cell::Cell;
use std::collections::HashSet;
use std::fmt;

/// The line and the column in bytes right after the first key that its object has already. `text` must be good JSON.
pub(super) fn same_key_twice(text: &str) -> Option<(usize, usize)> {
    let found = Cell::new(false);
    let mut reader = serde_json::Deserializer::from_str(text);
    let error = Keys { found: &found }.deserialize(&mut reader).err()?;
    found.get().then(|| (error.line(), error.column()))
}

/// Walks a value and fails at the first key that it meets twice in an object.
#[derive(Clone, Copy)]
struct Keys<'a> {
    found: &'a Cell<bool>,
}

impl<'de> DeserializeSeed<'de> for Keys<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, value: D) -> Result<(), D::Error> {
        value.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Keys<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut seen = HashSet::new();
        while let Some(key) = map.next_key::<String>()? {
            if !seen.insert(key) {
                self.found.set(true);
                return Err(A::Error::custom("the same key twice"));
            }
            map.next_value_seed(self)?;
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while list.next_element_seed(self)?.is_some() {}
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
    use super::same_key_twice;

    #[test]
    fn keys_are_compared_within_one_object_only() {
        let once = r#"{"a": {"a": [{"a": 1e400}, {"a": -1}]}, "b": null, "c": true, "d": "a"}"#;
        assert_eq!(same_key_twice(once), None);
        assert_eq!(same_key_twice("{\"a\": 1,\n\"\\u0061\": 2}"), Some((2, 8)));
    }
}
