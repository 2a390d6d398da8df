//! Reads JSON with each number as it is spelled in the file: serde_json makes `1e+5` of `1E5`, and a number of an object
//! that has its own private key. What this program does not know goes back into the file as it came.

use serde::Deserialize;
use serde::de::{Deserializer, Error, MapAccess, Visitor};
use serde_json::value::RawValue;
use serde_json::{Map, Number, Value};
use std::fmt;

/// The value in `text`.
///
/// # Errors
/// It is not JSON, or a key of an object is no text.
pub(super) fn value_as_spelled(text: &str) -> serde_json::Result<Value> {
    serde_json::from_str::<Spelled>(text).map(|spelled| spelled.0)
}

struct Spelled(Value);

impl<'de> Deserialize<'de> for Spelled {
    fn deserialize<D: Deserializer<'de>>(value: D) -> Result<Self, D::Error> {
        let text = <&RawValue>::deserialize(value)?.get();
        let read = match text.as_bytes().first() {
            Some(b'{') => serde_json::from_str(text).map(|Members(members)| Value::Object(members)),
            Some(b'[') => {
                let items = serde_json::from_str::<Vec<Self>>(text);
                items.map(|items| items.into_iter().map(|item| item.0).collect())
            }
            // Whatever is parsed is spelled anew.
            Some(b'-' | b'0'..=b'9') => Ok(Value::Number(Number::from_string_unchecked(text.to_owned()))),
            _ => serde_json::from_str(text),
        };
        read.map(Self).map_err(D::Error::custom)
    }
}

struct Members(Map<String, Value>);

impl<'de> Deserialize<'de> for Members {
    fn deserialize<D: Deserializer<'de>>(object: D) -> Result<Self, D::Error> {
        object.deserialize_map(Self(Map::new()))
    }
}

impl<'de> Visitor<'de> for Members {
    type Value = Self;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut members: A) -> Result<Self, A::Error> {
        while let Some((key, Spelled(value))) = members.next_entry()? {
            self.0.insert(key, value);
        }
        Ok(self)
    }
}
