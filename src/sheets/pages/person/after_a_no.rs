//! What somebody reads only after a no: their boundaries, on a sheet of their own, while they hold (facts 6.2).

use crate::plan::{Attendee, Boundary, BoundaryKind, Choice, Field, Id, Section, Statement};
use crate::words::fill;

use super::super::Block;
use super::super::frame::{day, facts, name, stays};
use super::{Mine, given};

impl<'a> Mine<'a> {
    /// The eighth part of what they read, and their own boundaries, with what is never withdrawn beside them.
    pub(super) fn after_a_no(&self) -> Vec<Block> {
        let own = &self.words.pages.person;
        let mut blocks: Vec<Block> = Vec::new();
        for one in self.firm_parts().into_iter().filter(|one| self.says_more(one)) {
            let letter = (!one.person.is(self.reader)).then(|| name(self.plan, &one.person));
            let title = letter.map(|who| fill(&own.letter_title, &[("who", &who)]));
            blocks.extend(title.map(Block::Heading));
            blocks.push(Block::Said(vec![one.boundary.words().to_string()]));
        }
        let firm = self.boundaries().filter(|one| one.is_for_the_day());
        blocks.extend(firm.flat_map(|one| self.boundary(one)));
        if blocks.is_empty() {
            return blocks;
        }
        let sends = self.attendee.is_some_and(Attendee::writes);
        let line = if sends {
            &own.boundaries_sent
        } else {
            &own.boundaries_line
        };
        let head = [Block::Heading(own.boundaries_title.clone()), Block::Words(line.clone())];
        let stays = stays(self.plan, self.words);
        head.into_iter().chain(blocks).chain([stays]).collect()
    }

    /// False where one of their boundaries, which stand below, says all of it.
    fn says_more(&self, one: &Statement) -> bool {
        let said = one.boundary.words().trim();
        let mut firm = self.boundaries().filter(|it| it.is_for_the_day());
        !firm.any(|it| format!("{} {}", it.i_will.words(), it.what_stays.words()).contains(said))
    }

    fn boundary(&self, one: &Boundary) -> Vec<Block> {
        let (own, words) = (&self.words.pages.person, self.words);
        let when = if one.only_after_a_no() {
            &own.only_no
        } else {
            &own.holds
        };
        // what ends a home, or touches it.
        let home = one
            .kind
            .given()
            .filter(|kind| matches!(kind, BoundaryKind::LivingHere | BoundaryKind::MovingOut));
        let note = home.and_then(|kind| words.step(Section::Boundaries).kind.get(kind.code()));
        let note = note.map(|kind| Block::Words(words.speak(&kind.note, self.plan, "")));
        let rows = facts(&[
            (&words.question(Field::BouStarts).short, day(words, &one.starts)),
            (
                &words.question(Field::BouSupporter).short,
                one.who_supports_me.words().into(),
            ),
            (&words.question(Field::BouReview).short, day(words, &one.review_date)),
        ]);
        let rows = Some(rows).filter(|rows| !matches!(rows, Block::Facts(rows) if rows.is_empty()));
        let said = [
            Block::Said(given(&[&one.i_will, &one.what_stays])),
            Block::Words(when.clone()),
        ];
        said.into_iter().chain(rows).chain(note).collect()
    }

    pub(super) fn boundaries(&self) -> impl Iterator<Item = &'a Boundary> {
        let written = |one: &&Boundary| !one.i_will.words().is_empty();
        let (plan, reader) = (self.plan, self.reader);
        plan.boundaries
            .iter()
            .filter(written)
            .filter(|one| one.person.is(reader))
    }

    /// The statements with an eighth part that they read: their own, and that of a letter.
    pub(super) fn eighth_parts(&self) -> Vec<&'a Statement> {
        let letters: Vec<&Id> = self.letters().iter().map(|one| &one.id).collect();
        let reads = |id: &Id| id == self.reader || letters.contains(&id);
        let ours = |one: &&Statement| !one.boundary.words().is_empty() && one.person.given().is_some_and(reads);
        self.plan.statements.iter().filter(ours).collect()
    }

    /// Those of them that hold. It is a boundary in other words: where one of its writer's slips, it stands here only if
    /// it says the same as one that holds.
    pub(super) fn firm_parts(&self) -> Vec<&'a Statement> {
        let firm = |one: &&Statement| {
            let theirs: Vec<&Boundary> = self
                .plan
                .boundaries
                .iter()
                .filter(|it| it.person == one.person)
                .collect();
            let slips = theirs
                .iter()
                .any(|it| !it.i_will.words().is_empty() && !it.is_for_the_day());
            let same = |it: &&Boundary| it.is_for_the_day() && one.boundary.words().contains(it.i_will.words());
            !slips || theirs.iter().any(same)
        };
        self.eighth_parts().into_iter().filter(firm).collect()
    }
}
