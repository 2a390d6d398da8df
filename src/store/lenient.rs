//! Reads a typed plan out of a file of which parts may be wrong: what is wrong is listed and left out, the rest is read.

use super::ids::{self, Lists};
use super::marks::{Marks, Step, path_text};
use crate::error::{Damage, Fault, FaultKind, Kind};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use serde_path_to_error::{Path, Segment};

/// So many faults are found one by one; beyond them a whole top-level key is left unread, because every fault costs
/// another reading of the file.
const ONE_BY_ONE: usize = 100;

/// A plan, the same as a value, where the file could not be read, and what to tell about it.
type Lenient<T> = (T, Value, Marks, Vec<Fault>);

/// Reads `file` as a `T`, leaving out each value that does not fit. `T` must be readable from an empty object.
pub(super) fn read<T: DeserializeOwned + Serialize>(file: &Value, lists: Lists) -> Result<Lenient<T>, Damage> {
    let mut working = file.clone();
    let mut marks = Marks::default();
    let mut faults = Vec::new();
    loop {
        // Again after each fault: a faulty id was taken out, and an item without an id cannot be pointed at.
        ids::give(&mut working, lists);
        let Misfit { mut steps, wrong_kind } = match fit::<T>(&working) {
            Ok((plan, echo)) => {
                faults.extend(ids::twice(file, lists));
                return Ok((plan, echo, marks, faults));
            }
            Err(misfit) => misfit,
        };
        let many = faults.len() >= ONE_BY_ONE;
        if many {
            steps.truncate(1);
        }
        let place = marks.in_file(&steps);
        let Some(removed) = take(&mut working, &steps) else {
            return Err(Damage::NotAPlan);
        };
        let found = found(&removed);
        let kind = match wrong_kind {
            _ if many => FaultKind::TooMany,
            Some(expected) => FaultKind::WrongKind { found, expected },
            None => FaultKind::Unfit { found },
        };
        // An object that fails only because a part of it was taken out is the same fault, already told.
        if many || !marks.touches(&place) {
            let path = path_text(&place);
            faults.push(Fault { path, kind });
        }
        marks.mark(&place);
    }
}

/// The first value that does not fit.
struct Misfit {
    steps: Vec<Step>,
    /// Where another kind of value belongs there: which, if that is known.
    wrong_kind: Option<Option<Kind>>,
}

/// The whole of `working` as a `T`, and that as a value again.
fn fit<T: DeserializeOwned + Serialize>(working: &Value) -> Result<(T, Value), Misfit> {
    let plan = serde_path_to_error::deserialize::<_, T>(working).map_err(|error| {
        let told = error.inner().to_string();
        Misfit {
            steps: reach(working, error.path()),
            wrong_kind: told.starts_with("invalid type").then(|| expected(&told)),
        }
    })?;
    let whole = |_| Misfit {
        steps: Vec::new(),
        wrong_kind: None,
    };
    let echo = serde_json::to_value(&plan).map_err(whole)?;
    match list_as_object(working, &echo) {
        None => Ok((plan, echo)),
        Some(steps) => Err(Misfit {
            steps,
            wrong_kind: Some(Some(Kind::Object)),
        }),
    }
}

/// The way to a list that was read as an object. serde takes one for the object's values in order, which nobody writes;
/// what stands in it would not come back.
fn list_as_object(read: &Value, echo: &Value) -> Option<Vec<Step>> {
    let (step, mut steps) = match (read, echo) {
        (Value::Array(_), Value::Object(_)) => return Some(Vec::new()),
        (Value::Array(list), Value::Array(echo)) => {
            let mut both = list.iter().zip(echo).enumerate();
            both.find_map(|(index, (value, echo))| Some((Step::Index(index), list_as_object(value, echo)?)))?
        }
        (Value::Object(keys), Value::Object(echo)) => keys.iter().find_map(|(key, value)| {
            let steps = list_as_object(value, echo.get(key)?)?;
            Some((Step::Key(key.clone()), steps))
        })?,
        _ => return None,
    };
    steps.insert(0, step);
    Some(steps)
}

/// The deepest value of `working` on the way that `path` names.
fn reach(working: &Value, path: &Path) -> Vec<Step> {
    let mut at = working;
    let mut steps = Vec::new();
    for segment in path {
        let step = match segment {
            Segment::Seq { index } => Step::Index(*index),
            Segment::Map { key } | Segment::Enum { variant: key } => Step::Key(key.clone()),
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
fn take(working: &mut Value, steps: &[Step]) -> Option<Value> {
    let Some((last, way)) = steps.split_last() else {
        let nothing_left = working.as_object().is_none_or(Map::is_empty);
        let all = std::mem::replace(working, Value::Object(Map::new()));
        return (!nothing_left).then_some(all);
    };
    let parent = way.iter().try_fold(working, |at, step| match step {
        Step::Key(key) => at.get_mut(key),
        Step::Index(index) => at.get_mut(index),
    })?;
    match (parent, last) {
        (Value::Object(object), Step::Key(key)) => object.shift_remove(key),
        (Value::Array(list), Step::Index(index)) => Some(list.remove(*index)),
        _ => None,
    }
}

fn found(value: &Value) -> Kind {
    match value {
        Value::Null => Kind::Nothing,
        Value::Bool(_) => Kind::TrueOrFalse,
        Value::Number(_) => Kind::Number,
        Value::String(_) => Kind::Text,
        Value::Array(_) => Kind::List,
        Value::Object(_) => Kind::Object,
    }
}

/// What serde had expected. Only the end of its message is looked at: the rest may quote the file.
fn expected(told: &str) -> Option<Kind> {
    let (_, wish) = told.rsplit_once(", expected ")?;
    match wish {
        "a string" | "a formatted date string" => Some(Kind::Text),
        "a sequence" => Some(Kind::List),
        "a boolean" => Some(Kind::TrueOrFalse),
        "a map" => Some(Kind::Object),
        _ if wish.starts_with("struct ") => Some(Kind::Object),
        _ if wish.len() <= 5 && wish.starts_with(['u', 'i', 'f']) => Some(Kind::Number),
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

    fn wrong(found: Kind, expected: Kind) -> FaultKind {
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
            ("name", wrong(Kind::Number, Kind::Text)),
            ("guests[0]", wrong(Kind::Number, Kind::Object)),
            ("guests[2]", wrong(Kind::List, Kind::Object)),
            ("guests[3].name", wrong(Kind::Object, Kind::Text)),
            ("guests[3].day", FaultKind::Unfit { found: Kind::Text }),
            ("guests[5].name", wrong(Kind::Nothing, Kind::Text)),
            ("pets[1]", wrong(Kind::TrueOrFalse, Kind::Text)),
            ("pets[3]", wrong(Kind::Object, Kind::Text)),
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
        assert_eq!(told, [("way.later.owner".into(), wrong(Kind::Number, Kind::Text))]);
        assert_eq!(plan.way, None);
        let (_, told) = faults(&json!({"way": "sometime"}));
        assert_eq!(told, [("way".into(), FaultKind::Unfit { found: Kind::Text })]);
    }

    #[test]
    fn a_faulty_id_is_told_and_the_item_has_one_of_its_own() {
        let (plan, told) = faults(&json!({"guests": [{"id": 5}, {"id": "g1"}, {"id": "g1"}]}));
        assert_eq!(plan.guests[0].id, "g2");
        let second = ("guests[2].id".into(), FaultKind::SameId);
        assert_eq!(told, [("guests[0].id".into(), wrong(Kind::Number, Kind::Text)), second]);
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
