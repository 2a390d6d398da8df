//! A letter in its nine parts with room to write (evidence#words), for somebody who is not at the computer on which the
//! plan is. What they wrote already is there.

use chrono::NaiveDate;

use crate::plan::{Answer, Field, Id, Plan, Statement, Text};
use crate::words::{Words, fill_placeholders};

use super::super::may_name::{self, Moment};
use super::frame::{page, still_true_block};
use super::{Block, Page};

/// The rows of a part, and of the one thing that was seen.
const ROWS: usize = 3;
const MORE: usize = 4;

/// A part of a letter: its question, and what the reader wrote of it.
type LetterPart = (Field, usize, fn(&Statement) -> &Answer<Text>);

/// What is read before the turn of the one it is about, and what after it; the eighth part has a sheet of its own.
const FIRST: [LetterPart; 5] = [
    (Field::StaLove, MORE, |one| &one.love),
    (Field::StaIllness, ROWS, |one| &one.illness),
    (Field::StaEvents, MORE, |one| &one.events),
    (Field::StaFeeling, ROWS, |one| &one.feeling),
    (Field::StaUnderstanding, ROWS, |one| &one.understanding),
];
const THEN: [LetterPart; 3] = [
    (Field::StaAsk, ROWS, |one| &one.ask),
    (Field::StaOffer, MORE, |one| &one.offer),
    (Field::StaHope, ROWS, |one| &one.hope),
];

/// The letter of `reader`.
pub fn letter(plan: &Plan, reader: &Id, words: &Words, today: NaiveDate) -> Page {
    let own = &words.pages.letter;
    let speak = |line: &str| words.fill_names(line, plan, "");
    let written = may_name::written(plan, reader);
    let part = |(field, rows, of): LetterPart| {
        let said = written.iter().map(|one| of(one).words()).find(|said| !said.is_empty());
        part(plan, words, field, said, rows)
    };
    let who = may_name::own_name(plan, reader);
    let mut blocks = vec![
        Block::Words(fill_placeholders(own.for_line, &[("who", &who)])),
        Block::points(own.top_title, own.top.iter().map(|line| speak(line))),
    ];
    // Each part stays on one sheet, and the turn with what is read before it.
    let whole = |one| std::iter::once(Block::Together).chain(part(one));
    blocks.extend(FIRST.into_iter().flat_map(whole));
    blocks.push(Block::Words(speak(own.turn)));
    blocks.extend(THEN.into_iter().flat_map(whole));
    blocks.push(Block::NewPage);
    blocks.extend(boundary(plan, reader, words));
    page(plan, words, today, own.title.into(), blocks)
}

/// The eighth part, apart from the letter, with what is never withdrawn.
fn boundary(plan: &Plan, reader: &Id, words: &Words) -> Vec<Block> {
    let line = words.fill_names(words.pages.letter.boundary_line, plan, "");
    let firm = may_name::eighth_parts(plan, reader, Moment::OnlyNo);
    let mine = firm.into_iter().find(|one| one.person.is(reader));
    let said = mine.map(|one| one.boundary.words());
    let mut blocks = part(plan, words, Field::StaBoundary, said, MORE);
    blocks.insert(1, Block::Words(line));
    blocks.push(still_true_block(plan, words));
    blocks
}

/// One part: its question, and what was written, or how it could begin with room to go on.
fn part(plan: &Plan, words: &Words, field: Field, said: Option<&str>, rows: usize) -> Vec<Block> {
    let asked = words.question(field);
    let written = match said {
        Some(said) => Block::Said(vec![said.to_string()]),
        None => Block::Blank(words.answer_start(asked.start, plan, ""), rows),
    };
    vec![
        Block::Heading(asked.short.into()),
        Block::Words(words.fill_names(asked.ask(plan), plan, "")),
        written,
    ]
}
