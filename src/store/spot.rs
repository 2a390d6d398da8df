//! Finds where in the text of a file a value stands.

use super::marks::Step;

/// The line and the column, both from 1 and the column in characters, at which the value at `steps` begins. `text` must
/// be good JSON; `None` where nothing stands there.
pub(super) fn place(text: &str, steps: &[Step]) -> Option<(usize, usize)> {
    let bytes = text.as_bytes();
    let mut at = blank(bytes, if text.starts_with('\u{feff}') { 3 } else { 0 });
    for step in steps {
        at = match (step, bytes.get(at)?) {
            (Step::Key(key), b'{') => in_object(text, at, key)?,
            (Step::Index(index), b'[') => in_list(bytes, at, *index)?,
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
    let mut at = blank(bytes, at + 1);
    while bytes.get(at) == Some(&b'"') {
        let end = past(bytes, at);
        let colon = blank(bytes, end);
        let value = blank(bytes, colon + 1);
        if serde_json::from_str::<String>(&text[at..end]).is_ok_and(|there| there == key) {
            return Some(value);
        }
        at = blank(bytes, past(bytes, value));
        if bytes.get(at) == Some(&b',') {
            at = blank(bytes, at + 1);
        }
    }
    None
}

/// Where an element begins, in the list that begins at `at`.
fn in_list(bytes: &[u8], at: usize, index: usize) -> Option<usize> {
    let mut at = blank(bytes, at + 1);
    for _ in 0..index {
        at = blank(bytes, past(bytes, at));
        if bytes.get(at) != Some(&b',') {
            return None;
        }
        at = blank(bytes, at + 1);
    }
    (bytes.get(at) != Some(&b']')).then_some(at)
}

fn blank(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    at + rest.iter().take_while(|byte| byte.is_ascii_whitespace()).count()
}

/// Behind the value that begins at `at`.
fn past(bytes: &[u8], mut at: usize) -> usize {
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
    use crate::store::marks::parsed;

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
            assert_eq!(place(text, &parsed(path)), Some(place_), "{path}");
        }
        assert_eq!(place(text, &[]), Some((1, 1)));
        let odd = [Step::Key("é\"]".into()), Step::Index(1), Step::Key("a".into())];
        assert_eq!(place(text, &odd), Some((1, 20)));
        for gone in ["list[3]", "list[0][0]", "nobody", "end.x", "list.x"] {
            assert_eq!(place(text, &parsed(gone)), None, "{gone}");
        }
    }
}
