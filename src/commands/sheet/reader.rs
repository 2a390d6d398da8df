//! For whom a page is.

use crate::plan::{Id, Plan};
use crate::sheets::{self, SheetKind};
use crate::text;
use crate::words::{Words, fill_placeholders};

/// The person a page is for: by their number, or by their name as it is written, capitals aside; for the calls, who is
/// called.
///
/// # Errors
/// The sentence to say: nobody was named, nobody is called so, or the page is nobody's own.
pub fn find(kind: SheetKind, named: Option<&str>, plan: &Plan, words: &Words) -> Result<Option<Id>, String> {
    let own = &words.sheet;
    if kind == SheetKind::Calls {
        return named.map(|named| called(named, plan, words)).transpose();
    }
    if !kind.is_personal() {
        return match named {
            None => Ok(None),
            Some(_) => Err(own.not_theirs.into()),
        };
    }
    let readers = sheets::readers_of(kind, plan);
    if readers.is_empty() {
        return Err(own.missing.said("nobody").into());
    }
    let Some(named) = named else {
        return Err(fill_placeholders(own.for_whom, &[("people", &people(&readers, plan))]));
    };
    one_of(&readers, named, plan, words).map(Some)
}

/// Who is called: by their number, by their name, or by a piece of it that no other has.
fn called(named: &str, plan: &Plan, words: &Words) -> Result<Id, String> {
    let all = sheets::whom_to_call(plan, words);
    let wanted = folded(named);
    let number = |at: usize| (at + 1).to_string();
    let by = |is_it: &dyn Fn(usize, &str) -> bool| {
        let mut found = all
            .iter()
            .enumerate()
            .filter(|(at, (_, name))| is_it(*at, &folded(name)));
        let one = found.next().map(|(_, (id, _))| id.clone());
        one.filter(|_| found.next().is_none())
    };
    let found = by(&|at, _| number(at) == wanted).or_else(|| by(&|_, name| name == wanted));
    let found = found.or_else(|| by(&|_, name| !wanted.is_empty() && name.contains(&wanted)));
    found.ok_or_else(|| {
        let rows = all.iter().enumerate();
        let rows: Vec<String> = rows.map(|(at, (_, name))| format!("{} {name}", number(at))).collect();
        let (who, people) = (text::sanitize_line(named), rows.join(", "));
        fill_placeholders(words.sheet.no_such_call, &[("who", &who), ("people", &people)])
    })
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

    #[test]
    fn a_call_is_found_by_number_by_name_and_by_a_piece_of_it_that_no_other_has() {
        let words = Words::load("en", None).unwrap();
        let plan: Plan = serde_json::from_str(words.example).unwrap();
        let found = |named: &str| find(SheetKind::Calls, Some(named), &plan, &words);
        for (named, id) in [
            ("2", "o7"),
            ("harbor", "o7"),
            ("Linden", "p5"),
            ("insurance", "insurer"),
        ] {
            assert_eq!(found(named).unwrap().unwrap().as_str(), id, "{named}");
        }
        for nobody in ["", "made up", "9"] {
            let said = found(nobody).unwrap_err();
            assert!(said.contains("2 Harbor House"), "{said}");
        }
        let abroad = Plan {
            country: "gb".into(),
            ..plan.clone()
        };
        assert!(find(SheetKind::Calls, Some("insurance"), &abroad, &words).is_err());
        assert_eq!(find(SheetKind::Calls, None, &plan, &words), Ok(None));
    }
}
