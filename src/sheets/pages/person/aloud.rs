//! What somebody reads aloud on the day, and the calm answers that are theirs.

use crate::plan::Id;
use crate::words::fill_placeholders;

use super::super::super::may_name;
use super::super::Block;
use super::super::meeting::objection_line;
use super::{PersonSheet, given};

impl PersonSheet<'_> {
    /// What is read aloud, and the calm answers that are theirs.
    pub(super) fn aloud(&self) -> Vec<Block> {
        let own = &self.words.pages.person;
        let title = if self.sends() { &own.sent_title } else { &own.say_title };
        let mut blocks = self.statements(self.reader, title);
        if blocks.is_empty() {
            blocks = vec![Block::Heading(title.to_string()), Block::Blank(own.say_blank.into(), 8)];
        }
        for one in may_name::letters_read_by(self.plan, self.reader) {
            let title = fill_placeholders(own.letter_title, &[("who", one.name.words())]);
            let letter = self.statements(&one.id, &title);
            let room = letter.is_empty().then_some(Block::Blank(title, 8));
            blocks.extend(letter.into_iter().chain(room));
        }
        blocks.extend(self.answers());
        blocks
    }

    /// What somebody says, in the order of the room: the person's turn to speak comes before what is asked
    /// (design#order). Whoever sends their letter is not there to pause.
    fn statements(&self, who: &Id, title: &str) -> Vec<Block> {
        let own = &self.words.pages.person;
        let sent = who == self.reader && self.sends();
        let say = |line: &str| (!sent).then(|| Block::Words(self.words.fill_names(line, self.plan, "")));
        let mut blocks = Vec::new();
        for one in may_name::written(self.plan, who) {
            let first = given(&[&one.love, &one.illness, &one.events, &one.feeling, &one.understanding]);
            let second = given(&[&one.ask, &one.offer, &one.hope]);
            if first.is_empty() && second.is_empty() {
                continue;
            }
            blocks.push(Block::Heading(title.to_string()));
            if !first.is_empty() {
                blocks.extend(say(own.first_line));
                blocks.push(Block::Said(first));
            }
            blocks.extend(say(own.turn_line));
            if !second.is_empty() {
                blocks.extend(say(own.after_line));
                blocks.push(Block::Said(second));
            }
        }
        blocks
    }

    fn answers(&self) -> Vec<Block> {
        let own = &self.words.pages.person;
        let answers_it = may_name::answers_it(self.plan);
        let mine = may_name::answers(self.plan).into_iter();
        let rows: Vec<Vec<String>> = mine
            .filter(|one| answers_it(one).as_ref() == Some(self.reader))
            .map(|one| vec![objection_line(self.words, one), one.answer.words().to_string()])
            .collect();
        if rows.is_empty() {
            return Vec::new();
        }
        let table = Block::Table {
            title: own.answers_title.into(),
            heads: vec![own.says.into(), own.answer.into()],
            rows,
        };
        vec![table, Block::Words(own.answers_line.into())]
    }
}
