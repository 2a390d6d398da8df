//! Turns the text of a plan file into a plan and back, and keeps what this program does not know.

use super::ids::Lists;
use super::json_position;
use super::lenient;
use super::preserve_unknown::preserve_unknown;
use super::spelled::value_as_spelled;
use super::unread::{JsonStep, Unread, parse_path, path_text};
use super::whole_number::whole_number;
use crate::error::{Damage, Fault, JsonPath, SyntaxKind};
use crate::plan::FORMAT;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

/// What a plan file held when it was read, so that keys this program does not know stay where they were.
pub struct Document {
    /// The file, as last read or written.
    original: Value,
    /// What of it the program understood; `None`: all of it, which is so of nearly every plan.
    echo: Option<Value>,
    /// Where in `original` stands what could not be read.
    marks: Unread,
}

/// The text in a file's bytes: UTF-8, with or without a byte order mark.
///
/// Fails with `Utf16`, with `NotText`, or with `Syntax` when the bytes end inside a character.
pub fn text_of(bytes: &[u8]) -> Result<&str, Damage> {
    let utf16 = matches!(
        bytes,
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] | [b'{', 0, ..] | [0, b'{', ..]
    );
    if utf16 {
        return Err(Damage::Utf16);
    }
    std::str::from_utf8(bytes).map_err(|error| {
        let good = bytes[..error.valid_up_to()].utf8_chunks().next();
        let (line, column) = end_of(good.map_or("", |chunk| chunk.valid()));
        match error.error_len() {
            Some(_) => Damage::NotText { line, column },
            None => Damage::Syntax {
                line,
                column,
                kind: SyntaxKind::Truncated,
            },
        }
    })
}

/// Whether a file with these bytes is a plan or what is left of one: an object with the key by which a plan is known.
pub fn looks_like_plan(bytes: &[u8]) -> bool {
    let Ok(text) = text_of(bytes) else { return false };
    text.trim_start_matches('\u{feff}').trim_start().starts_with('{') && text.contains("\"format\"")
}

/// Reads text: syntax, header, then the typed plan. Values that do not fit are listed and left out of the plan, and
/// stay in the file; `lists` names the lists whose items have ids. `T` must be readable from an empty object.
///
/// Fails when the text as a whole is no plan of a format that this program knows.
pub fn read<T: DeserializeOwned + Serialize>(text: &str, lists: Lists) -> Result<(T, Document, Vec<Fault>), Damage> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut original = parse(text)?;
    let format = check_header(&original)?;
    check_lengths(text, &original)?;
    // An older `Value` becomes a newer one here, one step after another.
    if format < 2 {
        from_1(&mut original);
    }
    let (plan, echo, marks, faults) = lenient::read::<T>(&original, lists)?;
    let (original, echo) = (without_format(original), without_format(echo));
    let document = Document {
        echo: unless_all(echo, &original, &marks),
        original,
        marks,
    };
    Ok((plan, document, faults))
}

/// Format 2 has what orders agreements and safety answers. Format 1 has nothing of it, so its agreements count again
/// only once it is answered that the professional was told.
fn from_1(file: &mut Value) {
    file["format"] = 2.into();
}

impl Document {
    /// A document for a plan that was never in a file.
    pub fn fresh() -> Self {
        Self {
            original: json!({}),
            echo: None,
            marks: Unread::default(),
        }
    }

    /// The path in the file of what is at `path` in the plan: list elements that could not be read are counted.
    pub fn path_in_file(&self, path: &str) -> String {
        path_text(&self.marks.path_in_file(&parse_path(path)))
    }

    /// Whether the file said something at this place, a JSON pointer.
    pub(super) fn has_value(&self, pointer: &str) -> bool {
        self.original.pointer(pointer).is_some()
    }

    /// The text of the file for `plan`: `format`, then the plan's keys in their order, with all that was in the file
    /// and is not this program's if it was.
    ///
    /// Fails only for a type that has no JSON, such as a map whose keys are no text.
    pub fn write<T: Serialize>(&mut self, plan: &T) -> serde_json::Result<String> {
        let new = without_format(serde_json::to_value(plan)?);
        let (written, echo, marks) = match &self.echo {
            None => (new, None, Unread::default()),
            Some(echo) => {
                let (written, marks) = preserve_unknown(&self.original, &self.marks, echo, new.clone());
                let echo = unless_all(new, &written, &marks);
                (written, echo, marks)
            }
        };
        let mut file = Map::new();
        file.insert("format".into(), FORMAT.into());
        if let Value::Object(keys) = written {
            file.extend(keys);
        }
        let mut text = serde_json::to_string_pretty(&file)?;
        text.push('\n');
        self.original = without_format(Value::Object(file));
        self.echo = echo;
        self.marks = marks;
        Ok(text)
    }
}

/// What the program understood of a file, where that is not all.
fn unless_all(echo: Value, file: &Value, marks: &Unread) -> Option<Value> {
    (*marks != Unread::default() || echo != *file).then_some(echo)
}

/// `format` is the header's: it is written first whatever the plan says, and is no unknown key.
fn without_format(mut value: Value) -> Value {
    if let Some(object) = value.as_object_mut() {
        object.shift_remove("format");
    }
    value
}

fn parse(text: &str) -> Result<Value, Damage> {
    if text.chars().all(|c| c.is_whitespace() || c == '\0') {
        return Err(Damage::Empty);
    }
    let syntax = |error: serde_json::Error| {
        let (line, column) = in_characters(text, error.line(), error.column());
        let kind = if error.is_eof() {
            SyntaxKind::Truncated
        } else if error.to_string().starts_with("recursion limit") {
            // serde_json's own, at 128: a plan is six deep, and a reader that goes on could be led out of its memory.
            SyntaxKind::TooDeep
        } else {
            SyntaxKind::Other
        };
        Damage::Syntax { line, column, kind }
    };
    // First as a whole: only this knows how deep it is, and where a fault stands.
    serde_json::from_str::<Value>(text).map_err(syntax)?;
    match json_position::first_duplicate_key(text) {
        Some((steps, line, column)) => {
            let (way, before) = (JsonPath(path_text(&steps)), json_position::position_of(text, &steps));
            Err(Damage::DuplicateKey {
                way,
                before: before.map_or(line, |(line, _)| line),
                line,
                column,
            })
        }
        None => value_as_spelled(text).map_err(syntax),
    }
}

fn check_header(file: &Value) -> Result<u64, Damage> {
    match file.get("format").and_then(whole_number) {
        None | Some(0) => Err(Damage::NotAPlan),
        Some(format) if format > FORMAT => Err(Damage::Newer { format }),
        Some(format) => Ok(format),
    }
}

/// No list in a file is longer: a wizard takes in a hundred items, and what is derived from some thousands would keep
/// a person waiting.
const LONGEST_LIST: usize = 2_000;

/// No text in a file is longer, in letters: a question takes in eight thousand, and one that is longer than a book's
/// chapter is no answer.
const LONGEST_TEXT: usize = 100_000;

/// Refuses a list or a text beyond what a plan can hold, rather than cut it.
fn check_lengths(text: &str, file: &Value) -> Result<(), Damage> {
    let mut steps = Vec::new();
    let Some(is_list) = find_too_long(file, &mut steps) else {
        return Ok(());
    };
    let (line, column) = json_position::position_of(text, &steps).unwrap_or((1, 1));
    Err(match is_list {
        true => Damage::LongList {
            limit: LONGEST_LIST,
            line,
            column,
        },
        false => Damage::LongText {
            limit: LONGEST_TEXT,
            line,
            column,
        },
    })
}

/// Whether a list (true) or a text is too long, and the way to it.
fn find_too_long(value: &Value, steps: &mut Vec<JsonStep>) -> Option<bool> {
    let mut below = |step: JsonStep, value: &Value| {
        steps.push(step);
        let found = find_too_long(value, steps);
        if found.is_none() {
            steps.pop();
        }
        found
    };
    match value {
        // Bytes are counted first: they are never fewer than the letters.
        Value::String(text) => (text.len() > LONGEST_TEXT && text.chars().count() > LONGEST_TEXT).then_some(false),
        Value::Array(list) if list.len() > LONGEST_LIST => Some(true),
        Value::Array(list) => {
            let mut all = list.iter().enumerate();
            all.find_map(|(at, value)| below(JsonStep::Index(at), value))
        }
        Value::Object(keys) => keys
            .iter()
            .find_map(|(key, value)| below(JsonStep::Key(key.clone()), value)),
        _ => None,
    }
}

/// serde_json counts columns in bytes; people count characters.
fn in_characters(text: &str, line: usize, column: usize) -> (usize, usize) {
    let bytes = text.split('\n').nth(line.saturating_sub(1)).unwrap_or("");
    let column = bytes.char_indices().take_while(|(start, _)| *start < column).count();
    (line, column)
}

/// The place right after `text`.
fn end_of(text: &str) -> (usize, usize) {
    let last = text.rsplit('\n').next().unwrap_or("");
    (text.matches('\n').count() + 1, last.chars().count() + 1)
}

#[cfg(test)]
#[path = "document_tests.rs"]
mod tests;
