//! For whom a page is.

use crate::plan::{Id, Plan};
use crate::sheets::{self, SheetKind};
use crate::text;
use crate::words::{Words, fill_placeholders};

/// The person a page is for: by their number, or by their name as it is written, capitals aside.
///
/// # Errors
/// The sentence to say: nobody was named, nobody is called so, or the page is nobody's own.
pub fn find(kind: SheetKind, named: Option<&str>, plan: &Plan, words: &Words) -> Result<Option<Id>, String> {
    let own = &words.sheet;
    if !kind.is_personal() {
        return match named {
            None => Ok(None),
            Some(_) => Err(own.not_theirs.into()),
        };
    }
    let readers = sheets::readers_of(kind, plan);
    if readers.is_empty() {
        return Err(own.missing.get("nobody").copied().unwrap_or_default().into());
    }
    let Some(named) = named else {
        return Err(fill_placeholders(own.for_whom, &[("people", &people(&readers, plan))]));
    };
    one_of(&readers, named, plan, words).map(Some)
}

/// Each of them with their number.
fn people(readers: &[(usize, Id)], plan: &Plan) -> String {
    let people: Vec<String> = readers
        .iter()
        .map(|(number, id)| format!("{number} {}", plan.name_of(id).unwrap_or_default()))
        .collect();
    people.join(", ")
}

/// Somebody of the plan: by their number, or by their name as it is written, capitals aside.
///
/// # Errors
/// The sentence to say: nobody is called so, or more than one.
pub fn person(named: &str, plan: &Plan, words: &Words) -> Result<Id, String> {
    one_of(&sheets::readers(plan), named, plan, words)
}

fn one_of(readers: &[(usize, Id)], named: &str, plan: &Plan, words: &Words) -> Result<Id, String> {
    let (own, people) = (&words.sheet, people(readers, plan));
    let name = |id: &Id| plan.name_of(id).unwrap_or_default();
    let wanted = folded(named);
    let mut called = readers.iter().filter(|(_, id)| folded(&name(id)) == wanted);
    let by_number = readers.iter().find(|(number, _)| number.to_string() == wanted);
    let who = text::sanitize_line(named);
    match (called.next().or(by_number), called.next()) {
        (Some((_, id)), None) => Ok(id.clone()),
        // A page of one of them in the hand of the other would tell what is private.
        (Some(_), Some(_)) => Err(fill_placeholders(
            own.several_people,
            &[("who", &who), ("people", &people)],
        )),
        (None, _) => Err(fill_placeholders(
            own.no_such_person,
            &[("who", &who), ("people", &people)],
        )),
    }
}

/// A name as it is compared: capitals, and the signs of typesetting, make no other one.
fn folded(name: &str) -> String {
    text::plain_signs(name.trim()).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_of_one_name_are_told_apart_and_signs_find_each_other() {
        let words = Words::load("en", None).unwrap();
        let plan: Plan = serde_json::from_value(serde_json::json!({"attendees": [
            {"id": "a1", "name": "Maria"}, {"id": "a2", "name": "maria"}, {"id": "a3", "name": "O\u{2019}Brien"},
        ]}))
        .unwrap();
        let found = |named: &str| find(SheetKind::Person, Some(named), &plan, &words);
        let numbers = sheets::readers(&plan);
        let number = |id: &str| {
            numbers
                .iter()
                .find(|(_, reader)| reader.as_str() == id)
                .unwrap()
                .0
                .to_string()
        };
        let said = found("Maria").unwrap_err();
        assert!(said.contains("More than one") && said.contains(&number("a2")), "{said}");
        assert_eq!(found(&number("a2")).unwrap().unwrap().as_str(), "a2");
        assert_eq!(found("o'brien").unwrap().unwrap().as_str(), "a3");
        assert!(found("Nobody").is_err());
    }
}
