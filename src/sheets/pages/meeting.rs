//! What the pages for the day share: who holds a part, the calm answers, and the family's own words.

use crate::plan::{Answer, Attendee, CodedChoice, Field, Objection, Part, Plan, Text};
use crate::text;
use crate::words::Words;

use super::super::may_name;
use super::Block;

/// The names of those who hold a part.
pub(super) fn holders(plan: &Plan, part: Part, words: &Words) -> String {
    all_of_them(&may_name::holders(plan, part), words)
}

/// Their names, as a list in words.
pub(super) fn all_of_them(people: &[&Attendee], words: &Words) -> String {
    let names = people.iter().map(|one| one.name.words().to_string());
    words.list(&names.filter(|name| !name.is_empty()).collect::<Vec<_>>())
}

/// Labels as one sentence: only the first begins with a capital, unless a later one is a name or an abbreviation.
pub(super) fn joined_labels(labels: impl Iterator<Item = String>) -> String {
    let said = labels.enumerate().map(|(at, label)| match at {
        0 => label,
        _ => text::small_start(&label),
    });
    said.collect::<Vec<_>>().join(", ")
}

/// What the person may say, as it is said.
pub(super) fn objection_line(words: &Words, objection: &Objection) -> String {
    let known = objection
        .kind
        .given()
        .and_then(|kind| words.words.objection.get(kind.code()));
    known.map_or("", |known| known.says).into()
}

/// The family's own words to read aloud, or room to write them, under the label of their question.
pub(super) fn own_words(words: &Words, field: Field, typed: &Answer<Text>, rows: usize) -> Vec<Block> {
    let label = words.question(field).short;
    match typed.words() {
        "" => vec![Block::Blank(label.into(), rows)],
        typed => vec![Block::Heading(label.into()), Block::Said(vec![typed.to_string()])],
    }
}
