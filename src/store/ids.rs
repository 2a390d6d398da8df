//! Gives an id to items that a person added by hand, and finds ids that are twice in a list.

use super::unread::{JsonStep, path_text};
use crate::error::{Fault, FaultKind};
use crate::plan::Id;
use serde_json::Value;
use std::collections::{HashMap, HashSet};

/// The lists whose items have ids: the list's key (`afterwards.follow_ups` for one inside an object) and how its ids
/// begin (`a` for `a1`).
pub type Lists = &'static [(&'static str, &'static str)];

/// Where a plan notes the highest number it ever gave: `last_id` in the object `visit`.
const LAST: (&str, &str) = ("visit", "last_id");

/// What is higher was made up, and stands for itself.
const HIGHEST: u64 = Id::HIGHEST as u64;

/// Gives every item without an id a number above all that the plan ever gave or still speaks of. Whoever was taken out
/// of the file by hand keeps their number: what still points at it would be heard as said of the new one. An id that
/// is there is never changed, unless an earlier item of the list has it (a block that was copied): an item is found by
/// its id, and what is answered about the second would be written to the first. `null` and text of which nothing can be
/// seen are no id.
pub(super) fn assign_ids(plan: &mut Value, lists: Lists) {
    let last = plan
        .get(LAST.0)
        .and_then(|visit| visit.get(LAST.1))
        .and_then(Value::as_u64);
    let last = last.filter(|last| *last <= HIGHEST).unwrap_or(0);
    let mut highest = HashMap::new();
    note_highest(plan, lists, &mut highest);
    for (list, prefix) in lists {
        let mut number = last.max(highest.get(prefix).copied().unwrap_or(0));
        let Some(items) = items_mut(plan, list) else {
            continue;
        };
        let mut seen = HashSet::new();
        for item in items.iter_mut().filter_map(Value::as_object_mut) {
            let missing = match item.get("id") {
                None | Some(Value::Null) => true,
                Some(there) => there.as_str().is_some_and(is_blank),
            };
            let known = item.get("id").and_then(Value::as_str).map(Id::new);
            if missing || known.is_some_and(|id| !seen.insert(id)) {
                number += 1;
                item.insert("id".into(), format!("{prefix}{number}").into());
            }
        }
    }
}

/// Notes for each prefix the highest number that is anywhere in the plan: as an id, as a reference, or inside the id of
/// a task. One walk is enough for all of them, however long the lists are.
fn note_highest(value: &Value, lists: Lists, highest: &mut HashMap<&'static str, u64>) {
    match value {
        Value::String(text) => {
            for word in text.split(|sign: char| !sign.is_alphanumeric()) {
                let letters = word.trim_end_matches(|sign: char| sign.is_ascii_digit());
                let Some((_, prefix)) = lists.iter().find(|(_, prefix)| *prefix == letters) else {
                    continue;
                };
                let number = word[letters.len()..]
                    .parse::<u64>()
                    .ok()
                    .filter(|number| *number <= HIGHEST);
                let before = highest.entry(prefix).or_default();
                *before = number.map_or(*before, |number| number.max(*before));
            }
        }
        Value::Array(values) => values.iter().for_each(|value| note_highest(value, lists, highest)),
        Value::Object(keys) => keys.values().for_each(|value| note_highest(value, lists, highest)),
        _ => {}
    }
}

/// A fault for each id that an earlier item of the same list has already.
pub(super) fn duplicate_ids(plan: &Value, lists: Lists) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (list, _) in lists {
        let found = list.split('.').try_fold(plan, |at, key| at.get(key));
        let Some(items) = found.and_then(Value::as_array) else {
            continue;
        };
        let mut seen = HashSet::new();
        for (index, item) in items.iter().enumerate() {
            if id(item).is_some_and(|id| !seen.insert(id)) {
                let path = [
                    JsonStep::Key((*list).into()),
                    JsonStep::Index(index),
                    JsonStep::Key("id".into()),
                ];
                faults.push(Fault {
                    path: path_text(&path),
                    kind: FaultKind::SameId,
                });
            }
        }
    }
    faults
}

/// The id of an item, if it has one that can be told from others.
pub(super) fn id(item: &Value) -> Option<&str> {
    item.get("id")?.as_str().filter(|id| !is_blank(id))
}

/// True if nothing of an id is left when it is read: signs that nobody sees are no id.
fn is_blank(id: &str) -> bool {
    Id::new(id).as_str().is_empty()
}

fn items_mut<'a>(plan: &'a mut Value, list: &str) -> Option<&'a mut Vec<Value>> {
    list.split('.')
        .try_fold(plan, |at, key| at.get_mut(key))?
        .as_array_mut()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const LISTS: Lists = &[("people", "p"), ("after.calls", "c")];

    #[test]
    fn a_missing_id_gets_a_new_number_and_no_id_changes() {
        let mut plan = json!({"people": [{"n": 1}, {"id": "p1"}, {"id": null}, {"id": "\u{7f}"}, 5, {"id": 7}],
            "after": {"calls": [{}]}});
        assign_ids(&mut plan, LISTS);
        let people = json!([{"n": 1, "id": "p2"}, {"id": "p1"}, {"id": "p3"}, {"id": "p4"}, 5, {"id": 7}]);
        assert_eq!(plan["people"], people);
        assert_eq!(plan["after"]["calls"][0]["id"], "c1");
        let before = plan.clone();
        assign_ids(&mut plan, LISTS);
        assert_eq!(plan, before);
    }

    #[test]
    fn the_second_of_two_same_ids_gets_a_number_of_its_own() {
        let mut plan = json!({"people": [{"id": "p1", "n": 1}, {"id": "p1\u{7f}", "n": 2}, {"id": "p2"}, {"id": "p1", "n": 3}],
            "after": {"calls": [{"id": "p1"}]}});
        assign_ids(&mut plan, LISTS);
        let people = json!([{"id": "p1", "n": 1}, {"id": "p3", "n": 2}, {"id": "p2"}, {"id": "p4", "n": 3}]);
        assert_eq!(
            (&plan["people"], &plan["after"]["calls"][0]["id"]),
            (&people, &json!("p1"))
        );
    }

    #[test]
    fn the_number_of_one_who_was_taken_out_is_not_given_again() {
        for (left_behind, next) in [
            (json!({"visit": {"last_id": 30}}), "p31"),
            (json!({"owner": "p2"}), "p3"),
            (json!({"order": ["p5", "p1"]}), "p6"),
            (json!({"tasks": [{"id": "save_lines.p8"}]}), "p9"),
            (json!({"owner": "p99999999999999999999"}), "p2"),
            (json!({"visit": {"last_id": u64::MAX}}), "p2"),
        ] {
            let mut plan = left_behind;
            plan["people"] = json!([{"id": "p1"}, {"name": "Fern"}]);
            assign_ids(&mut plan, LISTS);
            assert_eq!(plan["people"][1]["id"], next);
        }
    }

    #[test]
    fn the_second_of_two_same_ids_is_named() {
        let plan = json!({"people": [{"id": "p1"}, {"id": "p2"}, {"id": "p1"}, {}, {}, {"id": ""}, {"id": ""}],
            "after": {"calls": [{"id": "p1"}]}});
        let faults = duplicate_ids(&plan, LISTS);
        assert_eq!(faults.len(), 1);
        assert_eq!(faults[0].path, "people[2].id");
        assert_eq!(faults[0].kind, FaultKind::SameId);
    }
}
