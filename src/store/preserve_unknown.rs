//! Puts back what a program does not know: a new plan is written into the file it came from.
//!
//! Three values stand side by side: `original`, what the file holds; `echo`, what of it the program understood; and
//! `new`, what the program now says. What is in `original` and not in `echo` is not the program's to throw away.

use super::ids::id;
use super::unread::{JsonStep, Unread};
use serde_json::{Map, Value};
use std::collections::{HashMap, VecDeque};

/// The new file: `new`, with everything of `original` that is not in `echo` back if it was, and the marks of what is
/// still unread in it.
pub(super) fn preserve_unknown(original: &Value, marks: &Unread, echo: &Value, new: Value) -> (Value, Unread) {
    // Nothing in it is unknown.
    if *marks == Unread::default() && original == echo {
        return (new, Unread::default());
    }
    // An answer put off is another value, not the same object with other keys: nothing of the one belongs in the other.
    if is_put_off(echo) != is_put_off(&new) {
        return (new, Unread::default());
    }
    match (original, new) {
        (Value::Object(original), Value::Object(new)) => {
            let nothing = Map::new();
            let echo = echo.as_object().unwrap_or(&nothing);
            let (object, marks) = preserve_in_object(original, marks, echo, new);
            (Value::Object(object), marks)
        }
        (Value::Array(original), Value::Array(new)) => {
            let echo = echo.as_array().map_or(&[][..], Vec::as_slice);
            let (list, marks) = preserve_in_list(original, marks, echo, new);
            (Value::Array(list), marks)
        }
        (_, new) => (new, Unread::default()),
    }
}

fn is_put_off(value: &Value) -> bool {
    value
        .as_object()
        .is_some_and(|object| object.len() == 1 && object.contains_key("later"))
}

type Object = Map<String, Value>;

fn preserve_in_object(original: &Object, marks: &Unread, echo: &Object, mut new: Object) -> (Object, Unread) {
    let mut written = Unread::default();
    // What the program does not know, by the known key it follows; `None` is the front.
    let mut rest: HashMap<Option<&str>, Vec<(&str, &Value)>> = HashMap::new();
    let mut before = None;
    for (key, value) in original {
        let step = JsonStep::Key(key.clone());
        let under = marks.at(&step);
        // A value that could not be read stays until the program has something else to say there.
        let unanswered = under.is_unread() && new.get(key) == echo.get(key);
        match new.get_mut(key) {
            Some(slot) => {
                before = Some(key.as_str());
                if unanswered {
                    *slot = value.clone();
                    written.insert(step, Unread::all());
                } else if !under.is_unread() {
                    let known = echo.get(key).unwrap_or(&Value::Null);
                    let (grafted, under) = preserve_unknown(value, under, known, slot.take());
                    *slot = grafted;
                    written.insert(step, under);
                }
            }
            None if unanswered || !echo.contains_key(key) => {
                rest.entry(before).or_default().push((key, value));
                written.insert(step, under.clone());
            }
            // Known, and taken back.
            None => {}
        }
    }
    let mut object = Object::new();
    let put_rest = |object: &mut Object, after: Option<&str>| {
        for (key, value) in rest.get(&after).into_iter().flatten() {
            object.insert((*key).to_owned(), (*value).clone());
        }
    };
    put_rest(&mut object, None);
    for (key, value) in new {
        object.insert(key.clone(), value);
        put_rest(&mut object, Some(&key));
    }
    (object, written)
}

fn preserve_in_list(original: &[Value], marks: &Unread, echo: &[Value], new: Vec<Value>) -> (Vec<Value>, Unread) {
    let under = |index| marks.at(&JsonStep::Index(index));
    let read: Vec<usize> = (0..original.len()).filter(|i| !under(*i).is_unread()).collect();
    let candidates: Vec<&Value> = read.iter().map(|index| &original[*index]).collect();
    let mut understood = vec![None; original.len()];
    for (index, found) in read.iter().zip(pair_items(&candidates, echo, Ids::MayChange)) {
        understood[*index] = found;
    }
    let stayed = pair_items(&echo.iter().collect::<Vec<_>>(), &new, Ids::Hold);

    // For each new element the one it came from, and what the program does not know by the new element it follows.
    let mut source = vec![None; new.len()];
    let mut rest: HashMap<Option<usize>, Vec<usize>> = HashMap::new();
    let mut before = None;
    for (index, echoed) in understood.iter().enumerate() {
        match echoed.map(|echoed| (echoed, stayed[echoed])) {
            Some((echoed, Some(place))) => {
                source[place] = Some((index, echoed));
                before = Some(place);
            }
            // Understood, and removed: gone with the keys nobody knew.
            Some((_, None)) => {}
            None => rest.entry(before).or_default().push(index),
        }
    }

    let mut list = Vec::new();
    let mut written = Unread::default();
    let mut push = |value: Value, marks: Unread| {
        written.insert(JsonStep::Index(list.len()), marks);
        list.push(value);
    };
    let left_over = |after| rest.get(&after).into_iter().flatten().copied();
    for index in left_over(None) {
        push(original[index].clone(), under(index).clone());
    }
    for (place, value) in new.into_iter().enumerate() {
        let (value, marks) = match source[place] {
            Some((index, echoed)) => preserve_unknown(&original[index], under(index), &echo[echoed], value),
            None => (value, Unread::default()),
        };
        push(value, marks);
        for index in left_over(Some(place)) {
            push(original[index].clone(), under(index).clone());
        }
    }
    (list, written)
}

/// Whether an element whose id is not found on the other side may still be found by its place.
#[derive(Clone, Copy, PartialEq)]
enum Ids {
    /// Yes: reading may have cleaned the id.
    MayChange,
    /// No: the element was removed.
    Hold,
}

/// For each of `from` the place in `to` where the same element stands: by id; without one, by what is equal from the
/// front and from the back, and between those by position.
fn pair_items(from: &[&Value], to: &[Value], ids: Ids) -> Vec<Option<usize>> {
    let mut places: HashMap<&str, VecDeque<usize>> = HashMap::new();
    for (place, value) in to.iter().enumerate() {
        if let Some(id) = id(value) {
            places.entry(id).or_default().push_back(place);
        }
    }
    let mut pairs: Vec<Option<usize>> = from
        .iter()
        .map(|value| places.get_mut(id(value)?)?.pop_front())
        .collect();

    let mut taken = vec![false; to.len()];
    pairs.iter().flatten().for_each(|place| taken[*place] = true);
    let mut here: Vec<usize> = (0..from.len())
        .filter(|i| pairs[*i].is_none() && (ids == Ids::MayChange || id(from[*i]).is_none()))
        .collect();
    let mut there: Vec<usize> = (0..to.len())
        .filter(|i| !taken[*i] && (ids == Ids::MayChange || id(&to[*i]).is_none()))
        .collect();

    while let (Some(a), Some(b)) = (here.last(), there.last()) {
        if from[*a] != &to[*b] {
            break;
        }
        pairs[*a] = Some(*b);
        here.pop();
        there.pop();
    }
    if ids == Ids::Hold || here.len() == there.len() {
        // From the front, equal elements and the changed ones after them both go by position.
        for (a, b) in here.into_iter().zip(there) {
            pairs[a] = Some(b);
        }
        return pairs;
    }
    // Reading dropped elements without a fault: what is not plainly the same is rather kept twice than lost.
    let mut there = there.into_iter().peekable();
    for a in here {
        let same = |b: &usize| from[a] == &to[*b] || (from[a].is_object() && to[*b].is_object());
        pairs[a] = there.next_if(same);
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::json;

    fn grafted(original: Value, echo: Value, new: Value) -> String {
        preserve_unknown(&original, &Unread::default(), &echo, new)
            .0
            .to_string()
    }

    #[test]
    fn an_unknown_key_follows_the_key_it_followed() {
        let original = json!({"x": 1, "b": 2, "y": {"z": []}, "a": 3, "w": 4});
        let text = grafted(original, json!({"a": 3, "b": 2}), json!({"a": 5, "b": 2, "c": 1}));
        assert_eq!(text, r#"{"x":1,"a":5,"w":4,"b":2,"y":{"z":[]},"c":1}"#);
    }

    #[test]
    fn a_known_key_that_was_taken_back_vanishes_and_an_answered_one_wins() {
        let original = json!({"a": 1, "x": 2, "b": 3});
        let text = grafted(original, json!({"a": 1, "b": 3}), json!({"x": 9, "b": 3}));
        assert_eq!(text, r#"{"x":9,"b":3}"#);
    }

    #[test]
    fn items_are_known_by_their_ids_however_they_move() {
        let original = json!([{"id": "a", "x": 1}, {"id": "b", "x": 2}, {"id": "c", "x": 3}]);
        let echo = json!([{"id": "a"}, {"id": "b"}, {"id": "c"}]);
        let text = grafted(original, echo, json!([{"id": "c"}, {"id": "n"}, {"id": "a"}]));
        assert_eq!(text, r#"[{"id":"c","x":3},{"id":"n"},{"id":"a","x":1}]"#);
    }

    #[test]
    fn items_without_ids_are_known_by_what_is_equal_around_them() {
        let original = json!([{"n": 1, "x": 1}, {"n": 2, "x": 2}, {"n": 3, "x": 3}]);
        let echo = json!([{"n": 1}, {"n": 2}, {"n": 3}]);
        let text = grafted(original, echo, json!([{"n": 1}, {"n": 3}]));
        assert_eq!(text, r#"[{"n":1,"x":1},{"n":3,"x":3}]"#);
    }

    #[test]
    fn an_id_given_or_cleaned_while_reading_does_not_part_an_item_from_its_keys() {
        let original = json!([{"n": 0, "x": 1}, {"id": " b", "x": 2}]);
        let echo = json!([{"id": "a", "n": 0}, {"id": "b"}]);
        let text = grafted(original, echo.clone(), echo);
        assert_eq!(text, r#"[{"id":"a","n":0,"x":1},{"id":"b","x":2}]"#);
    }

    #[test]
    fn list_elements_that_were_not_understood_stay_between_their_neighbours() {
        let original = json!(["a", 5, "b ", 6]);
        let (echo, new) = (json!(["a", "b"]), json!(["n", "a", "b"]));
        let mut marks = Unread::default();
        marks.mark_unread(&[JsonStep::Index(1)]);
        marks.mark_unread(&[JsonStep::Index(3)]);
        let (list, left) = preserve_unknown(&original, &marks, &echo, new);
        assert_eq!(list, json!(["n", "a", 5, "b", 6]));
        assert!(left.is_on_path(&[JsonStep::Index(2)]) && left.is_on_path(&[JsonStep::Index(4)]));
        // The same when the type dropped them without a word.
        let text = grafted(json!(["a", 5, "b", 6]), echo.clone(), echo);
        assert_eq!(text, r#"["a",5,"b",6]"#);
    }

    #[test]
    fn an_answer_put_off_takes_nothing_of_the_answer_along() {
        let original = json!({"way": {"name": "A", "x": 1}});
        let later = json!({"way": {"later": {"owner": "p1"}}});
        let text = grafted(original, json!({"way": {"name": "A"}}), later.clone());
        assert_eq!(text, later.to_string());
    }

    /// What one place of a random file is: known to the program, unknown to it, or a container with both.
    #[derive(Debug, Clone)]
    enum Part {
        Known(i32),
        Unknown(i32),
        Unread(i32),
        Object(Vec<(String, Part)>),
        List(Vec<Part>),
    }

    fn part() -> impl Strategy<Value = Part> {
        let leaf = prop_oneof![
            any::<i32>().prop_map(Part::Known),
            any::<i32>().prop_map(Part::Unknown),
            any::<i32>().prop_map(Part::Unread),
        ];
        leaf.prop_recursive(5, 60, 6, |inner| {
            prop_oneof![
                prop::collection::btree_map("[a-h]", inner.clone(), 0..6)
                    .prop_map(|m| m.into_iter().collect::<Vec<_>>())
                    .prop_shuffle()
                    .prop_map(Part::Object),
                prop::collection::vec(inner, 0..6).prop_map(Part::List),
            ]
        })
    }

    /// `known` says what stands for a known value; `all` says whether the rest is there too.
    fn draw(part: &Part, known: &dyn Fn(i32) -> Value, all: bool) -> Option<Value> {
        match part {
            Part::Known(n) => Some(known(*n)),
            Part::Unknown(n) | Part::Unread(n) => all.then(|| json!(n)),
            Part::Object(parts) => Some(Value::Object(
                parts
                    .iter()
                    .filter_map(|(key, part)| Some((key.clone(), draw(part, known, all)?)))
                    .collect(),
            )),
            Part::List(parts) => Some(Value::Array(
                parts.iter().filter_map(|part| draw(part, known, all)).collect(),
            )),
        }
    }

    fn marks(part: &Part, in_list: bool) -> Unread {
        let mut found = Unread::default();
        match part {
            Part::Unread(_) => found = Unread::all(),
            Part::Unknown(_) if in_list => found = Unread::all(),
            Part::Known(_) | Part::Unknown(_) => {}
            Part::Object(parts) => parts
                .iter()
                .for_each(|(key, part)| found.insert(JsonStep::Key(key.clone()), marks(part, false))),
            Part::List(parts) => parts
                .iter()
                .enumerate()
                .for_each(|(index, part)| found.insert(JsonStep::Index(index), marks(part, true))),
        }
        found
    }

    proptest! {
        #[test]
        fn nothing_unknown_is_lost_moved_or_changed(part in part().prop_filter("a container", |part| {
            matches!(part, Part::Object(_) | Part::List(_))
        })) {
            let same = |n| json!(n);
            let other = |n: i32| json!(format!("new {n}"));
            let original = draw(&part, &same, true).unwrap();
            let echo = draw(&part, &same, false).unwrap();
            let new = draw(&part, &other, false).unwrap();
            let expected = draw(&part, &other, true).unwrap();
            let (once, kept) = preserve_unknown(&original, &marks(&part, false), &echo, new.clone());
            prop_assert_eq!(once.to_string(), expected.to_string());
            prop_assert_eq!(&kept, &marks(&part, false));
            let (twice, _) = preserve_unknown(&once, &kept, &new, echo);
            prop_assert_eq!(twice.to_string(), original.to_string());
        }
    }
}
