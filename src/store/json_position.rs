//! Walks the text of a file: where a value stands, and which key an object has twice (serde_json would settle that
//! silently in favour of the last).

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::unread::JsonStep;

/// The line and the column, both from 1 and the column in characters, at which the value at `steps` begins. `text` must
/// be good JSON; `None` if nothing is there.
pub(super) fn position_of(text: &str, steps: &[JsonStep]) -> Option<(usize, usize)> {
    let wanted = BTreeSet::from([steps.to_vec()]);
    positions_of(text, &wanted).remove(steps)
}

/// The same for many values: the text is walked through once, however many they are.
pub(super) fn positions_of(text: &str, wanted: &BTreeSet<Vec<JsonStep>>) -> BTreeMap<Vec<JsonStep>, (usize, usize)> {
    Walk::of(text, wanted).found
}

/// The way to the first key that its object has already, and the line and the column of the last sign of it. `text` must be
/// good JSON.
pub(super) fn first_duplicate_key(text: &str) -> Option<(Vec<JsonStep>, usize, usize)> {
    Walk::of(text, &BTreeSet::new()).twice
}

struct Walk<'a> {
    text: &'a str,
    at: usize,
    /// Up to here the lines and columns are counted, and where that is.
    counted: usize,
    place: (usize, usize),
    steps: Vec<JsonStep>,
    wanted: &'a BTreeSet<Vec<JsonStep>>,
    found: BTreeMap<Vec<JsonStep>, (usize, usize)>,
    /// The first key that its object had already, and where it ends.
    twice: Option<(Vec<JsonStep>, usize, usize)>,
}

impl<'a> Walk<'a> {
    fn of(text: &'a str, wanted: &'a BTreeSet<Vec<JsonStep>>) -> Self {
        let begin = if text.starts_with('\u{feff}') { 3 } else { 0 };
        let mut walk = Walk {
            text,
            at: begin,
            counted: begin,
            place: (1, 1),
            steps: Vec::new(),
            wanted,
            found: BTreeMap::new(),
            twice: None,
        };
        walk.value();
        walk
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip(&mut self) {
        self.at = skip_blank(self.text.as_bytes(), self.at);
    }

    /// Goes behind the value that begins here, and notes what is wanted of it and in it.
    fn value(&mut self) {
        self.skip();
        if self.wanted.contains(&self.steps) {
            self.count();
            // Of a key that is there twice, the first.
            self.found.entry(self.steps.clone()).or_insert(self.place);
        }
        match self.byte() {
            Some(b'{') => {
                let mut keys = HashSet::new();
                self.inside(b'}', |walk, _| walk.key(&mut keys));
            }
            Some(b'[') => self.inside(b']', |_, index| Some(JsonStep::Index(index))),
            _ => self.at = end_of_value(self.text.as_bytes(), self.at),
        }
    }

    /// Each value of a list or an object, with the step that leads to it.
    fn inside(&mut self, end: u8, mut step: impl FnMut(&mut Self, usize) -> Option<JsonStep>) {
        self.at += 1;
        for index in 0.. {
            self.skip();
            if self.byte() == Some(end) {
                break;
            }
            let Some(step) = step(self, index) else { break };
            self.steps.push(step);
            self.value();
            self.steps.pop();
            self.skip();
            if self.byte() != Some(b',') {
                break;
            }
            self.at += 1;
        }
        self.at += 1;
    }

    /// Goes behind a key and its colon; `keys` are those before it in the same object.
    fn key(&mut self, keys: &mut HashSet<String>) -> Option<JsonStep> {
        let end = end_of_value(self.text.as_bytes(), self.at);
        let key: String = serde_json::from_str(self.text.get(self.at..end)?).ok()?;
        if self.twice.is_none() && !keys.insert(key.clone()) {
            self.at = end;
            self.count();
            let (line, column) = self.place;
            let way = [&self.steps[..], &[JsonStep::Key(key.clone())]].concat();
            self.twice = Some((way, line, column - 1));
        }
        self.at = skip_blank(self.text.as_bytes(), end) + 1;
        Some(JsonStep::Key(key))
    }

    fn count(&mut self) {
        for letter in self.text[self.counted..self.at].chars() {
            match letter {
                '\n' => self.place = (self.place.0 + 1, 1),
                _ => self.place.1 += 1,
            }
        }
        self.counted = self.at;
    }
}

fn skip_blank(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    at + rest.iter().take_while(|byte| byte.is_ascii_whitespace()).count()
}

/// Behind the value that begins at `at`.
fn end_of_value(bytes: &[u8], mut at: usize) -> usize {
    let mut depth = 0_usize;
    let mut within = false;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'\\' if within => at += 1,
            b'"' => within = !within,
            _ if within => {}
            b'{' | b'[' => depth += 1,
            b'}' | b']' | b',' | b':' if depth == 0 => return at,
            b'}' | b']' => depth -= 1,
            byte if depth == 0 && byte.is_ascii_whitespace() => return at,
            _ => {}
        }
        at += 1;
        let closed = !within && matches!(byte, b'"' | b'}' | b']');
        if depth == 0 && closed {
            return at;
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::unread::parse_path;

    #[test]
    fn each_value_is_found_at_its_line_and_column() {
        let text = "\u{feff}{\"é\\\"]\": [1, {\"a\": \"x, y\"}],\n  \"list\" : [ [], {\"q\": [true,\n5]}, -1.5e3 ]\n, \"end\":null}";
        for (path, place_) in [
            ("list[0]", (2, 14)),
            ("list[1]", (2, 18)),
            ("list[1].q", (2, 24)),
            ("list[1].q[1]", (3, 1)),
            ("list[2]", (3, 6)),
            ("end", (4, 9)),
        ] {
            assert_eq!(position_of(text, &parse_path(path)), Some(place_), "{path}");
        }
        assert_eq!(position_of(text, &[]), Some((1, 1)));
        let odd = [
            JsonStep::Key("é\"]".into()),
            JsonStep::Index(1),
            JsonStep::Key("a".into()),
        ];
        assert_eq!(position_of(text, &odd), Some((1, 20)));
        for gone in ["list[3]", "list[0][0]", "nobody", "end.x", "list.x"] {
            assert_eq!(position_of(text, &parse_path(gone)), None, "{gone}");
        }
    }

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
