//! Finds where in the text of a file a value stands.

use super::unread::JsonStep;

/// The line and the column, both from 1 and the column in characters, at which the value at `steps` begins. `text` must
/// be good JSON; `None` if nothing is there.
pub(super) fn position_of(text: &str, steps: &[JsonStep]) -> Option<(usize, usize)> {
    let bytes = text.as_bytes();
    let mut at = skip_blank(bytes, if text.starts_with('\u{feff}') { 3 } else { 0 });
    for step in steps {
        at = match (step, bytes.get(at)?) {
            (JsonStep::Key(key), b'{') => in_object(text, at, key)?,
            (JsonStep::Index(index), b'[') => in_list(bytes, at, *index)?,
            _ => return None,
        };
    }
    let before = &text[..at];
    let line = before.rsplit('\n').next().unwrap_or_default();
    let mark = usize::from(before.len() == line.len() && line.starts_with('\u{feff}'));
    Some((before.matches('\n').count() + 1, line.chars().count() + 1 - mark))
}

/// Where the value of a key begins, in the object that begins at `at`.
fn in_object(text: &str, at: usize, key: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = skip_blank(bytes, at + 1);
    while bytes.get(at) == Some(&b'"') {
        let end = end_of_value(bytes, at);
        let colon = skip_blank(bytes, end);
        let value = skip_blank(bytes, colon + 1);
        if serde_json::from_str::<String>(&text[at..end]).is_ok_and(|there| there == key) {
            return Some(value);
        }
        at = skip_blank(bytes, end_of_value(bytes, value));
        if bytes.get(at) == Some(&b',') {
            at = skip_blank(bytes, at + 1);
        }
    }
    None
}

/// Where an element begins, in the list that begins at `at`.
fn in_list(bytes: &[u8], at: usize, index: usize) -> Option<usize> {
    let mut at = skip_blank(bytes, at + 1);
    for _ in 0..index {
        at = skip_blank(bytes, end_of_value(bytes, at));
        if bytes.get(at) != Some(&b',') {
            return None;
        }
        at = skip_blank(bytes, at + 1);
    }
    (bytes.get(at) != Some(&b']')).then_some(at)
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
}
