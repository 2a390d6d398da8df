//! Somebody's boundaries, while they hold: what holds whatever the answer is, and what is read only after a
//! no, each on a sheet of its own.

use crate::plan::{Boundary, BoundaryKind, CodedChoice, Field, Statement};
use crate::words::fill_placeholders;

use super::super::super::may_name::{self, Moment, name};
use super::super::Block;
use super::super::frame::{day, facts, still_true_block};
use super::{PersonSheet, given};

impl PersonSheet<'_> {
    /// What holds whatever the answer is. They tell it themselves, on a quiet day and if that is safe: nobody should
    /// learn of it only by a no, nor never because of a yes.
    pub(super) fn anyway(&self) -> Vec<Block> {
        let own = &self.words.pages.person;
        self.bounds(Moment::Anyway, own.anyway_title, own.anyway_line)
    }

    /// What is read only after a no, with what is never withdrawn beside it.
    pub(super) fn after_a_no(&self) -> Vec<Block> {
        let own = &self.words.pages.person;
        let line = if self.sends() {
            &own.boundaries_sent
        } else {
            &own.boundaries_line
        };
        self.bounds(Moment::OnlyNo, own.boundaries_title, line)
    }

    fn bounds(&self, moment: Moment, title: &str, line: &str) -> Vec<Block> {
        let mut blocks: Vec<Block> = Vec::new();
        let firm = may_name::boundaries(self.plan, self.reader, moment);
        let parts = may_name::eighth_parts(self.plan, self.reader, moment);
        for one in parts.into_iter().filter(|one| says_more(one, &firm)) {
            let letter = (!one.person.is(self.reader)).then(|| name(self.plan, &one.person));
            let title = letter.map(|who| fill_placeholders(self.words.pages.person.letter_title, &[("who", &who)]));
            blocks.extend(title.map(Block::Heading));
            blocks.push(Block::Said(vec![one.boundary.words().to_string()]));
        }
        blocks.extend(firm.into_iter().flat_map(|one| self.boundary(one)));
        if blocks.is_empty() {
            return blocks;
        }
        let head = [
            Block::Heading(title.to_string()),
            Block::Words(self.words.fill_names(line, self.plan, "")),
        ];
        let stays = still_true_block(self.plan, self.words);
        head.into_iter().chain(blocks).chain([stays]).collect()
    }

    fn boundary(&self, one: &Boundary) -> Vec<Block> {
        let words = self.words;
        // what ends a home, or touches it.
        let home = one
            .kind
            .given()
            .filter(|kind| matches!(kind, BoundaryKind::LivingHere | BoundaryKind::MovingOut));
        let note = home.and_then(|kind| words.boundaries.kind.get(kind.code()));
        let note = note.map(|kind| Block::Words(words.fill_names(kind.note, self.plan, "")));
        let rows = facts(&[
            (words.question(Field::BouStarts).short, day(words, &one.starts)),
            (
                words.question(Field::BouSupporter).short,
                one.who_supports_me.words().into(),
            ),
            (words.question(Field::BouReview).short, day(words, &one.review_date)),
        ]);
        let rows = Some(rows).filter(|rows| !matches!(rows, Block::Facts(rows) if rows.is_empty()));
        let said = Block::Said(given(&[&one.i_will, &one.what_stays]));
        std::iter::once(said).chain(rows).chain(note).collect()
    }
}

/// False where one of their boundaries, which are below, says all of it.
fn says_more(one: &Statement, firm: &[&Boundary]) -> bool {
    let said = one.boundary.words().trim();
    !firm
        .iter()
        .any(|it| format!("{} {}", it.i_will.words(), it.what_stays.words()).contains(said))
}
