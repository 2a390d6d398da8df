//! Any bytes through the door of the plan file: nothing panics, nothing is lost on the way in and out again.

use proptest::prelude::*;
use serde_json::{Map, Value, json};
use steadfast::error::{Damage, Fault, FaultKind};
use steadfast::plan::{LISTS, Plan};
use steadfast::store::Document;
use steadfast::store::document::{read, text_of};

const EXAMPLE: &str = include_str!("../../prompts/en/example.json");

/// A plan with something of each kind, small enough that every bit of it can be turned over.
const SMALL: &str = include_str!("../plans/1-calendar.json");

fn load(bytes: &[u8]) -> Result<(Plan, Document, Vec<Fault>), Damage> {
    read::<Plan>(text_of(bytes)?, LISTS)
}

/// What stands at the path of a fault, whose keys may have dots in them.
fn at<'a>(value: &'a Value, path: &str) -> Option<&'a Value> {
    let path = path.strip_prefix('.').unwrap_or(path);
    if path.is_empty() {
        return Some(value);
    }
    if let Some((index, rest)) = path.strip_prefix('[').and_then(|path| path.split_once(']')) {
        return at(value.get(index.parse::<usize>().ok()?)?, rest);
    }
    let ends = path.match_indices(['.', '[']).map(|(end, _)| end).chain([path.len()]);
    ends.filter(|end| *end > 0)
        .find_map(|end| at(value.get(&path[..end])?, &path[end..]))
}

/// What is written of what was read is read as the same again, and what could not be read stands there as it stood.
fn comes_back(file: &[u8], plan: &Plan, mut document: Document, faults: &[Fault]) {
    let text = document.write(plan).unwrap();
    let (again, _, told_again) = load(text.as_bytes()).unwrap();
    assert!(again == *plan, "written and read again it is another plan:\n{text}");
    // One of two with the same id has an id of its own now.
    let stay: Vec<&Fault> = faults.iter().filter(|fault| fault.kind != FaultKind::SameId).collect();
    assert_eq!(
        told_again.iter().collect::<Vec<_>>(),
        stay,
        "the faults are others:\n{text}"
    );
    let [file, written] = [file, text.as_bytes()].map(|bytes| serde_json::from_slice::<Value>(bytes).unwrap());
    for Fault { path, .. } in stay {
        let stood = at(&file, path);
        assert!(stood.is_some(), "nothing stands at {path}");
        assert_eq!(at(&written, path), stood, "{path}");
    }
}

#[test]
fn every_beginning_of_a_plan_is_damage_and_never_a_plan() {
    let whole = SMALL.trim_end();
    for end in 0..whole.len() {
        assert!(load(&whole.as_bytes()[..end]).is_err(), "the first {end} bytes");
    }
    assert!(load(whole.as_bytes()).is_ok());
}

#[test]
fn a_plan_with_any_one_bit_turned_over_is_refused_or_read_and_written_whole() {
    let mut read = 0;
    for at in 0..SMALL.len() * 8 {
        let mut bytes = SMALL.as_bytes().to_vec();
        bytes[at / 8] ^= 1 << (at % 8);
        if let Ok((plan, document, faults)) = load(&bytes) {
            comes_back(&bytes, &plan, document, &faults);
            read += 1;
        }
    }
    // Most bits are letters of a word: the test would prove nothing if all of these were refused.
    assert!(read > 100, "{read}");
}

/// What may stand in a file where anything else stood.
fn anything() -> impl Strategy<Value = Value> {
    prop_oneof![
        4 => any::<String>().prop_map(Value::from),
        1 => "[\u{0}-\u{1F}\u{7F}-\u{9F}\u{202A}-\u{202E}\u{200B}a-z \n]{0,20}".prop_map(Value::from),
        1 => prop::sample::select(vec!["yes", "no", "later", "2026-02-29", "9999-12-31", "0000-00-00", "25:61", "p1"])
            .prop_map(Value::from),
        1 => any::<i64>().prop_map(Value::from),
        1 => any::<f64>().prop_map(|number| json!(number)),
        1 => any::<bool>().prop_map(Value::from),
        1 => Just(Value::Null),
        1 => Just(json!([])),
        1 => Just(json!([[]])),
        1 => Just(json!(["p1", "Anna", ["yes"]])),
        1 => Just(json!({})),
        1 => Just(json!({"later": {"owner": "p1"}})),
        1 => Just(json!([{"id": "p1"}, {"id": "p1"}, {}, 7])),
    ]
}

/// Counts the places of a value, itself included.
fn places(value: &Value) -> usize {
    let below: usize = match value {
        Value::Array(items) => items.iter().map(places).sum(),
        Value::Object(keys) => keys.values().map(places).sum(),
        _ => 0,
    };
    below + 1
}

/// Puts `new` at the place with this number; the number is used up on the way there.
fn put(value: &mut Value, at: &mut usize, new: &Value) {
    if *at == 0 {
        *value = new.clone();
        *at = usize::MAX;
        return;
    }
    *at -= 1;
    let mut below: Vec<&mut Value> = match value {
        Value::Array(items) => items.iter_mut().collect(),
        Value::Object(keys) => Map::values_mut(keys).collect(),
        _ => Vec::new(),
    };
    for value in &mut below {
        if *at == usize::MAX {
            return;
        }
        put(value, at, new);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_bytes_break_the_reading_of_a_plan(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = load(&bytes);
    }

    #[test]
    fn whatever_stands_in_a_plan_what_is_kept_of_it_is_read_as_the_same_again(
        changes in prop::collection::vec((any::<prop::sample::Index>(), anything()), 0..12)
    ) {
        let mut file: Value = serde_json::from_str(EXAMPLE).unwrap();
        for (at, new) in &changes {
            // Never the whole, and not the number of the format, which is the first.
            let mut at = 2 + at.index(places(&file) - 2);
            put(&mut file, &mut at, new);
        }
        let file = file.to_string();
        let (plan, document, faults) = load(file.as_bytes()).unwrap();
        comes_back(file.as_bytes(), &plan, document, &faults);
    }
}

#[test]
fn what_is_put_at_a_place_stands_there() {
    let mut value = json!({"a": [1, 2], "b": {"c": 3}});
    assert_eq!(places(&value), 6);
    for (at, pointer) in [(1, "/a"), (3, "/a/1"), (5, "/b/c")] {
        let mut changed = value.clone();
        put(&mut changed, &mut { at }, &json!("new"));
        assert_eq!(changed.pointer(pointer), Some(&json!("new")));
    }
    put(&mut value, &mut 0, &json!(0));
    assert_eq!(value, json!(0));
}
