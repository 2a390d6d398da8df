//! Gives an id to items that a person added by hand, and finds ids that stand twice in a list.

use super::marks::{Step, path_text};
use crate::error::{Fault, FaultKind};
use crate::plan::Id;
use serde_json::Value;
use std::collections::HashSet;

/// The lists whose items have ids: the list's key (`afterwards.follow_ups` for one inside an object) and how its ids
/// begin (`a` for `a1`).
pub type Lists = &'static [(&'static str, &'static str)];

/// Gives every item without an id the first free number of its list. An id that is there is never changed; `null` and
/// text of which nothing can be seen are no id.
pub(super) fn give(plan: &mut Value, lists: Lists) {
    for (list, prefix) in lists {
        let Some(items) = items_mut(plan, list) else {
            continue;
        };
        let mut used: HashSet<String> = items.iter().filter_map(id).map(str::to_owned).collect();
        let mut number = 1;
        for item in items.iter_mut().filter_map(Value::as_object_mut) {
            let missing = match item.get("id") {
                None | Some(Value::Null) => true,
                Some(there) => there.as_str().is_some_and(is_blank),
            };
            if !missing {
                continue;
            }
            while used.contains(&format!("{prefix}{number}")) {
                number += 1;
            }
            let id = format!("{prefix}{number}");
            item.insert("id".into(), id.clone().into());
            used.insert(id);
        }
    }
}

/// A fault for each id that an earlier item of the same list has already.
pub(super) fn twice(plan: &Value, lists: Lists) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (list, _) in lists {
        let found = list.split('.').try_fold(plan, |at, key| at.get(key));
        let Some(items) = found.and_then(Value::as_array) else {
            continue;
        };
        let mut seen = HashSet::new();
        for (index, item) in items.iter().enumerate() {
            if id(item).is_some_and(|id| !seen.insert(id)) {
                let path = [Step::Key((*list).into()), Step::Index(index), Step::Key("id".into())];
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

/// True where nothing of an id is left when it is read: signs that nobody sees are no id.
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
    fn a_missing_id_gets_the_first_free_number_and_no_id_changes() {
        let mut plan = json!({"people": [{"n": 1}, {"id": "p1"}, {"id": null}, {"id": "\u{7f}"}, 5, {"id": 7}],
            "after": {"calls": [{}]}});
        give(&mut plan, LISTS);
        let people = json!([{"n": 1, "id": "p2"}, {"id": "p1"}, {"id": "p3"}, {"id": "p4"}, 5, {"id": 7}]);
        assert_eq!(plan["people"], people);
        assert_eq!(plan["after"]["calls"][0]["id"], "c1");
        let before = plan.clone();
        give(&mut plan, LISTS);
        assert_eq!(plan, before);
    }

    #[test]
    fn the_second_of_two_same_ids_is_named() {
        let plan = json!({"people": [{"id": "p1"}, {"id": "p2"}, {"id": "p1"}, {}, {}, {"id": ""}, {"id": ""}],
            "after": {"calls": [{"id": "p1"}]}});
        let faults = twice(&plan, LISTS);
        assert_eq!(faults.len(), 1);
        assert_eq!(faults[0].path, "people[2].id");
        assert_eq!(faults[0].kind, FaultKind::SameId);
    }
}
