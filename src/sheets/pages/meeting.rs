//! What the pages for the day share: who speaks, the calm answers, and the family's own words.

use crate::plan::{Answer, Attendee, Choice, Field, Id, Objection, Part, Plan, Section, Text, YesNo};
use crate::words::Words;

use super::Block;

/// Those who say something on the day or send it, in the order of the day; who has no place in it comes last.
pub(super) fn speakers(plan: &Plan) -> Vec<&Attendee> {
    let speaks = |one: &&Attendee| (one.attends() || one.writes()) && !one.adult.is(&YesNo::No);
    let order = plan.day.order.given().map(Vec::as_slice).unwrap_or_default();
    let place = |one: &Attendee| order.iter().position(|id| *id == one.id).unwrap_or(order.len());
    let mut speakers: Vec<&Attendee> = plan.attendees.iter().filter(speaks).collect();
    speakers.sort_by_key(|one| place(one));
    speakers
}

/// Who gives an answer: the one it was given to, where they are there to give it, else the one who leads.
pub(super) fn answers_it(plan: &Plan, objection: &Objection) -> Option<Id> {
    let away = |one: &Attendee| one.takes_part.given().is_some() && !one.attends() || one.adult.is(&YesNo::No);
    let named = objection.speaker.given().filter(|id| plan.name_of(id).is_some());
    let there = named.filter(|id| !plan.attendee(id).is_some_and(away));
    let leads = || plan.holders(Part::Chair).first().map(|one| one.id.clone());
    there.cloned().or_else(leads)
}

/// The names of those who hold a part.
pub(super) fn holders(plan: &Plan, part: Part, words: &Words) -> String {
    let grown = plan.holders(part).into_iter().filter(|one| !one.adult.is(&YesNo::No));
    let names = grown.map(|one| one.name.words().to_string());
    words.list(&names.filter(|name| !name.is_empty()).collect::<Vec<_>>())
}

/// What the person may say, as it is said.
pub(super) fn says(words: &Words, objection: &Objection) -> String {
    let known = objection
        .kind
        .given()
        .and_then(|kind| words.step(Section::Words).objection.get(kind.code()));
    known.map(|known| known.says.clone()).unwrap_or_default()
}

/// The family's own words to read aloud, or room to write them, under the label of their question.
pub(super) fn own_words(words: &Words, field: Field, typed: &Answer<Text>, rows: usize) -> Vec<Block> {
    let label = words.question(field).short.clone();
    match typed.words() {
        "" => vec![Block::Blank(label, rows)],
        typed => vec![Block::Heading(label), Block::Said(vec![typed.to_string()])],
    }
}
