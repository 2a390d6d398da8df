//! The numbers of a plan, for the contacts of a phone: the lines of the country, professionals, places.
//!
//! A phone lies on the table: without plain titles nothing says what a number is for.

use crate::plan::{Answer, Plan, Text};
use crate::text;
use crate::words::{Words, fill_placeholders};

use super::EventTitles;
use super::may_name::{self, Audience};

/// One entry of an address book.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Contact {
    /// What it is called.
    pub name: String,
    /// The numbers to call or to text.
    pub numbers: Vec<String>,
    /// When somebody answers, or nothing.
    pub note: String,
}

/// Every number that may be named, in the order in which it helps: the verified lines of the country first. Of a plan whose
/// gate is closed the lines, professionals and places stay.
pub fn contacts(plan: &Plan, words: &Words, titles: EventTitles) -> Vec<Contact> {
    let own = &words.calendar;
    let numbered = |label: &str, at: usize| fill_placeholders(label, &[("n", &(at + 1).to_string())]);
    let title = |neutral: &str, at: usize, plain: String| match titles {
        EventTitles::Plain if !plain.is_empty() => plain,
        _ => numbered(neutral, at),
    };
    let note = |plain: &str| match titles {
        EventTitles::Plain => plain.to_string(),
        EventTitles::Neutral => String::new(),
    };
    let sure = words
        .help_lines(&plan.country)
        .line
        .iter()
        .filter(|line| line.is_verified());
    let lines = sure.filter_map(|line| {
        let numbers: Vec<String> = [line.number, line.also, line.text]
            .into_iter()
            .flatten()
            .map(String::from)
            .collect();
        let hours = line.hours.and_then(|hours| words.lines.hours.get(hours)).copied();
        (!numbers.is_empty()).then(|| (line.service.to_string(), numbers, note(hours.unwrap_or_default())))
    });
    let called = |phone: &Answer<Text>| {
        let number = phone.words();
        text::phone_looks_whole(number).then(|| vec![number.to_string()])
    };
    let professionals = may_name::professionals(plan)
        .iter()
        .filter_map(|one| Some((words.item_name(&one.id, plan), called(&one.phone)?, String::new())));
    let places = may_name::places(plan, Audience::Us).into_iter().filter_map(|one| {
        let hours = note(one.opening_hours.words());
        Some((words.item_name(&one.id, plan), called(&one.phone)?, hours))
    });
    let told = |neutral: &'static str| {
        move |(at, (name, numbers, note)): (usize, (String, Vec<String>, String))| Contact {
            name: title(neutral, at, name),
            numbers,
            note,
        }
    };
    lines
        .enumerate()
        .map(told(own.line_number))
        .chain(professionals.enumerate().map(told(own.contact_number)))
        .chain(places.enumerate().map(told(own.place_number)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Change, ChangeNote, Gate, RedFlag};

    fn of(plan: &Plan, titles: EventTitles) -> Vec<Contact> {
        contacts(plan, &Words::load("en", None).unwrap(), titles)
    }

    fn example() -> Plan {
        serde_json::from_str(Words::load("en", None).unwrap().example).unwrap()
    }

    #[test]
    fn the_lines_come_first_and_no_neutral_name_says_what_it_is_for() {
        let plan = example();
        let plain = of(&plan, EventTitles::Plain);
        assert_eq!(plain[0].numbers[0], "911");
        for there in ["Linden", "555-0150"] {
            let said = format!("{plain:?}");
            assert!(said.contains(there), "{there}: {said}");
        }
        let neutral = of(&plan, EventTitles::Neutral);
        assert_eq!(neutral.len(), plain.len());
        let names: Vec<&str> = neutral.iter().map(|one| one.name.as_str()).collect();
        for (name, told) in names.iter().zip(&plain) {
            assert!(!name.contains(&told.name), "{name}");
            assert_eq!(name.split(' ').count(), 2, "{name}");
        }
        assert!(neutral.iter().all(|one| one.note.is_empty()));
    }

    #[test]
    fn a_place_with_a_warning_sign_and_a_number_that_is_none_are_left_out() {
        let mut plan = example();
        let all = of(&plan, EventTitles::Plain).len();
        plan.treatment_options[0].red_flags_noticed = Answer::Given(vec![RedFlag::Gifts]);
        plan.treatment_options[1].phone = Answer::Given(Text::new("ask Alder"));
        assert_eq!(of(&plan, EventTitles::Plain).len(), all - 2);
    }

    #[test]
    fn a_closed_plan_keeps_its_numbers_and_after_a_death_no_place_is_named() {
        let mut plan = example();
        let all = of(&plan, EventTitles::Plain);
        plan.safety.floor = Some(Gate::Closed);
        plan.safety.asked.clear();
        assert_eq!(of(&plan, EventTitles::Plain), all);
        plan.visit.changes.push(ChangeNote {
            kind: Change::Died,
            on: chrono::NaiveDate::default(),
        });
        let left = of(&plan, EventTitles::Plain);
        assert!(left[0].numbers[0] == "911" && !format!("{left:?}").contains("555-0150"));
    }
}
