//! Reads a typed plan out of a file of which parts may be wrong: what is wrong is listed and left out, the rest is
//! read.

use super::ids::{self, Lists};
use super::unread::{JsonStep, Unread, path_text};
use super::whole_number::whole_number;
use crate::error::{Damage, Fault, FaultKind, JsonKind};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use serde_path_to_error::{Path, Segment};

/// So many faults are found one by one; beyond them a whole top-level key is left unread, because every fault costs
/// another reading of the file.
const ONE_BY_ONE: usize = 100;

/// A plan, the same as a value, where the file could not be read, and what to tell about it.
type LenientRead<T> = (T, Value, Unread, Vec<Fault>);

/// Reads `file` as a `T`, leaving out each value that does not fit. `T` must be readable from an empty object.
pub(super) fn read<T: DeserializeOwned + Serialize>(file: &Value, lists: Lists) -> Result<LenientRead<T>, Damage> {
    let mut working = file.clone();
    write_whole_numbers_plainly(&mut working);
    let mut marks = Unread::default();
    let mut faults = Vec::new();
    loop {
        // Again after each fault: a faulty id was taken out, and an item without an id cannot be pointed at.
        ids::assign_ids(&mut working, lists);
        let UnfitValue { mut steps, wrong_kind } = match deserialize::<T>(&working) {
            Ok((plan, echo)) => {
                faults.extend(ids::duplicate_ids(file, lists));
                return Ok((plan, echo, marks, faults));
            }
            Err(misfit) => misfit,
        };
        let many = faults.len() >= ONE_BY_ONE;
        if many {
            steps.truncate(1);
        }
        let place = marks.path_in_file(&steps);
        let Some(removed) = remove_value(&mut working, &steps) else {
            return Err(Damage::NotAPlan);
        };
        let found = kind_of(&removed);
        let kind = match wrong_kind {
            _ if many => FaultKind::TooMany,
            Some(expected) => FaultKind::WrongKind { found, expected },
            None => FaultKind::Unfit { found },
        };
        // An object that fails only because a part of it was taken out is the same fault, already told.
        if many || !marks.is_on_path(&place) {
            let path = path_text(&place);
            faults.push(Fault { path, kind });
        }
        marks.mark_unread(&place);
    }
}

/// Some programs write every number with a point: `1.0` is 1. Only for reading; the file keeps what nobody answers anew.
fn write_whole_numbers_plainly(value: &mut Value) {
    match value {
        Value::Number(number) if number.is_f64() => {
            if let Some(whole) = whole_number(value) {
                *value = whole.into();
            }
        }
        Value::Array(values) => values.iter_mut().for_each(write_whole_numbers_plainly),
        Value::Object(keys) => keys.values_mut().for_each(write_whole_numbers_plainly),
        _ => {}
    }
}

/// The first value that does not fit.
struct UnfitValue {
    steps: Vec<JsonStep>,
    /// Where another kind of value belongs there: which, if that is known.
    wrong_kind: Option<Option<JsonKind>>,
}

/// The whole of `working` as a `T`, and that as a value again.
fn deserialize<T: DeserializeOwned + Serialize>(working: &Value) -> Result<(T, Value), UnfitValue> {
    let plan = serde_path_to_error::deserialize::<_, T>(working).map_err(|error| {
        let told = error.inner().to_string();
        UnfitValue {
            steps: existing_path(working, error.path()),
            wrong_kind: told.starts_with("invalid type").then(|| expected_kind(&told)),
        }
    })?;
    let whole = |_| UnfitValue {
        steps: Vec::new(),
        wrong_kind: None,
    };
    let echo = serde_json::to_value(&plan).map_err(whole)?;
    match list_as_object(working, &echo) {
        None => Ok((plan, echo)),
        Some(steps) => Err(UnfitValue {
            steps,
            wrong_kind: Some(Some(JsonKind::Object)),
        }),
    }
}

/// The way to a list that was read as an object. serde takes one for the object's values in order, which nobody writes;
/// what is in it would not come back.
fn list_as_object(read: &Value, echo: &Value) -> Option<Vec<JsonStep>> {
    let (step, mut steps) = match (read, echo) {
        (Value::Array(_), Value::Object(_)) => return Some(Vec::new()),
        (Value::Array(list), Value::Array(echo)) => {
            let mut both = list.iter().zip(echo).enumerate();
            both.find_map(|(index, (value, echo))| Some((JsonStep::Index(index), list_as_object(value, echo)?)))?
        }
        (Value::Object(keys), Value::Object(echo)) => keys.iter().find_map(|(key, value)| {
            let steps = list_as_object(value, echo.get(key)?)?;
            Some((JsonStep::Key(key.clone()), steps))
        })?,
        _ => return None,
    };
    steps.insert(0, step);
    Some(steps)
}

/// The deepest value of `working` on the way that `path` names.
fn existing_path(working: &Value, path: &Path) -> Vec<JsonStep> {
    let mut at = working;
    let mut steps = Vec::new();
    for segment in path {
        let step = match segment {
            Segment::Seq { index } => JsonStep::Index(*index),
            Segment::Map { key } | Segment::Enum { variant: key } => JsonStep::Key(key.clone()),
            Segment::Unknown => break,
        };
        match step.child_of(at) {
            Some(child) => {
                at = child;
                steps.push(step);
            }
            // A choice written as plain text has no key of its own.
            None if matches!(segment, Segment::Enum { .. }) => {}
            None => break,
        }
    }
    steps
}

/// Takes the value at `steps` out; without steps, everything. `None` when nothing was left to take.
fn remove_value(working: &mut Value, steps: &[JsonStep]) -> Option<Value> {
    let Some((last, way)) = steps.split_last() else {
        let nothing_left = working.as_object().is_none_or(Map::is_empty);
        let all = std::mem::replace(working, Value::Object(Map::new()));
        return (!nothing_left).then_some(all);
    };
    let parent = way.iter().try_fold(working, |at, step| match step {
        JsonStep::Key(key) => at.get_mut(key),
        JsonStep::Index(index) => at.get_mut(index),
    })?;
    match (parent, last) {
        (Value::Object(object), JsonStep::Key(key)) => object.shift_remove(key),
        (Value::Array(list), JsonStep::Index(index)) => Some(list.remove(*index)),
        _ => None,
    }
}

fn kind_of(value: &Value) -> JsonKind {
    match value {
        Value::Null => JsonKind::Nothing,
        Value::Bool(_) => JsonKind::TrueOrFalse,
        Value::Number(_) => JsonKind::Number,
        Value::String(_) => JsonKind::Text,
        Value::Array(_) => JsonKind::List,
        Value::Object(_) => JsonKind::Object,
    }
}

/// What serde had expected. Only the end of its message is looked at: the rest may quote the file.
fn expected_kind(told: &str) -> Option<JsonKind> {
    let (_, wish) = told.rsplit_once(", expected ")?;
    match wish {
        "a string" | "a formatted date string" => Some(JsonKind::Text),
        "a sequence" => Some(JsonKind::List),
        "a boolean" => Some(JsonKind::TrueOrFalse),
        "a map" => Some(JsonKind::Object),
        _ if wish.starts_with("struct ") => Some(JsonKind::Object),
        _ if wish.len() <= 5 && wish.starts_with(['u', 'i', 'f']) => Some(JsonKind::Number),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::{Deserialize, Serialize};
    use serde_json::json;

    #[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
    #[serde(default)]
    struct P {
        name: String,
        guests: Vec<Guest>,
        pets: Vec<String>,
        way: Option<Way>,
    }

    #[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
    #[serde(default)]
    struct Guest {
        id: String,
        name: String,
        day: Option<std::net::Ipv4Addr>,
    }

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    enum Way {
        Later { owner: String },
    }

    const LISTS: Lists = &[("guests", "g")];

    fn faults(file: &Value) -> (P, Vec<(String, FaultKind)>) {
        let (plan, _, _, faults) = read::<P>(file, LISTS).unwrap();
        let told = faults.into_iter().map(|f| (f.path, f.kind)).collect();
        (plan, told)
    }

    fn wrong(found: JsonKind, expected: JsonKind) -> FaultKind {
        FaultKind::WrongKind {
            found,
            expected: Some(expected),
        }
    }

    #[test]
    fn every_fault_is_told_with_its_place_in_the_file_and_the_rest_is_read() {
        let (plan, told) = faults(&json!({
            "name": 5,
            "guests": [3, {"name": "A"}, [], {"name": {}, "day": "12"}, {"name": "B"}, {"name": null}],
            "pets": ["x", true, "y", {}],
        }));
        let expected = [
            ("name", wrong(JsonKind::Number, JsonKind::Text)),
            ("guests[0]", wrong(JsonKind::Number, JsonKind::Object)),
            ("guests[2]", wrong(JsonKind::List, JsonKind::Object)),
            ("guests[3].name", wrong(JsonKind::Object, JsonKind::Text)),
            ("guests[3].day", FaultKind::Unfit { found: JsonKind::Text }),
            ("guests[5].name", wrong(JsonKind::Nothing, JsonKind::Text)),
            ("pets[1]", wrong(JsonKind::TrueOrFalse, JsonKind::Text)),
            ("pets[3]", wrong(JsonKind::Object, JsonKind::Text)),
        ];
        for (path, kind) in expected {
            assert!(told.contains(&(path.into(), kind)), "{path} {told:?}");
        }
        assert_eq!(told.len(), expected.len(), "{told:?}");
        assert_eq!(plan.pets, ["x", "y"]);
        let names: Vec<_> = plan.guests.iter().map(|g| g.name.as_str()).collect();
        assert_eq!(names, ["A", "", "B", ""]);
    }

    #[test]
    fn an_object_that_fails_for_its_part_is_told_once() {
        let (plan, told) = faults(&json!({"way": {"later": {"owner": 5}}}));
        assert_eq!(
            told,
            [("way.later.owner".into(), wrong(JsonKind::Number, JsonKind::Text))]
        );
        assert_eq!(plan.way, None);
        let (_, told) = faults(&json!({"way": "sometime"}));
        assert_eq!(told, [("way".into(), FaultKind::Unfit { found: JsonKind::Text })]);
    }

    #[test]
    fn a_faulty_id_is_told_and_the_item_has_one_of_its_own() {
        let (plan, told) = faults(&json!({"guests": [{"id": 5}, {"id": "g1"}, {"id": "g1"}]}));
        let ids: Vec<_> = plan.guests.iter().map(|guest| guest.id.as_str()).collect();
        assert_eq!(ids, ["g3", "g1", "g2"]);
        let second = ("guests[2].id".into(), FaultKind::SameId);
        assert_eq!(
            told,
            [("guests[0].id".into(), wrong(JsonKind::Number, JsonKind::Text)), second]
        );
    }

    #[test]
    fn a_flood_of_faults_ends() {
        let flood = Value::Array((0..5000).map(Value::from).collect());
        let (plan, told) = faults(&json!({"guests": flood, "name": "A"}));
        assert_eq!(plan.name, "A");
        assert_eq!(told.len(), ONE_BY_ONE + 1);
        assert_eq!(told[ONE_BY_ONE], ("guests".into(), FaultKind::TooMany));
    }

    #[test]
    fn a_type_that_nothing_fits_ends_too() {
        let read = read::<Vec<u8>>(&json!({"a": 1}), LISTS);
        assert_eq!(read.unwrap_err(), Damage::NotAPlan);
    }
}
