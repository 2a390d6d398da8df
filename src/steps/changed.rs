//! At which steps two states of a plan differ.

use serde_json::Value;

use crate::plan::{Field, Section};
use crate::text;
use crate::words::Words;

/// The titles of the steps in which two states of a plan differ. What cannot be read differs nowhere.
pub fn steps_between(one: Option<&Value>, other: Option<&Value>, words: &Words) -> Vec<String> {
    let (Some(one), Some(other)) = (one, other) else {
        return Vec::new();
    };
    let mut titles: Vec<&str> = Vec::new();
    for path in differences(one, other) {
        let title = match section_of_path(&path) {
            Some(section) => words.step(section).title,
            None if path == "tasks" => words.keeping.the_list,
            None => continue,
        };
        if !titles.contains(&title) {
            titles.push(title);
        }
    }
    titles.into_iter().map(text::sanitize_line).collect()
}

/// The keys, and in objects the keys one level below, whose values differ.
fn differences(one: &Value, other: &Value) -> Vec<String> {
    let keys = |value: &Value| -> Vec<String> {
        let keys = value.as_object().map(|object| object.keys().cloned().collect());
        keys.unwrap_or_default()
    };
    let all = |one: &Value, other: &Value| -> Vec<String> {
        let mut all = keys(one);
        all.extend(keys(other).into_iter().filter(|key| one.get(key).is_none()));
        all.retain(|key| one.get(key) != other.get(key));
        all
    };
    let mut found = Vec::new();
    for key in all(one, other) {
        let (one, other) = (&one[&key], &other[&key]);
        if one.is_object() || other.is_object() {
            found.extend(all(one, other).iter().map(|below| format!("{key}.{below}")));
        } else {
            found.push(key);
        }
    }
    found
}

/// The step in which what is at a path is asked. What only follows from answers belongs to none.
fn section_of_path(path: &str) -> Option<Section> {
    if let Some(section) = Field::from_code(path).and_then(super::section_of) {
        return Some(section);
    }
    match path.split('.').next().unwrap_or_default() {
        "safety" => Some(Section::Safety),
        "country" => Some(Section::Start),
        _ => None,
    }
}
