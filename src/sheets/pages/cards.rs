//! What comes after each answer: a quarter of a page each, to cut out (evidence#cards and R-15).

use chrono::NaiveDate;

use crate::plan::{Answer, CodedChoice, Field, ObjectionKind, Plan, Text};
use crate::tasks::{self, Task, TaskKind};
use crate::words::{AnsweredWords, Words};

use super::super::may_name::name;
use super::frame::{facts, overdose_in_short, page, sentences_of_tasks, signs_to_call, spoken, what_is_known};
use super::{Block, Page};

/// Five cards: four on one side, and on the other the one for danger, with how they are used.
pub fn cards(plan: &Plan, words: &Words, today: NaiveDate) -> Page {
    let own = &words.pages.cards;
    let hand = AnswerCards {
        plan,
        words,
        tasks: tasks::derive(plan, today),
    };
    let how = Block::summary(own.top_title, vec![own.calm.into()]);
    let blocks = vec![
        how,
        hand.yes(),
        hand.not_yet(),
        hand.no(),
        hand.walks_out(),
        Block::NewPage,
        hand.becomes_unsafe(),
    ];
    let mut page = page(plan, words, today, own.title.into(), blocks);
    page.foot.insert(0, what_is_known(plan, words));
    page
}

/// What the cards are made of.
struct AnswerCards<'a> {
    plan: &'a Plan,
    words: &'a Words,
    tasks: Vec<Task>,
}

impl AnswerCards<'_> {
    fn yes(&self) -> Block {
        use TaskKind::*;
        let own = &self.words.pages.cards;
        // the old amount is too much after a break; it is in the last of these.
        let kinds = [CarryNaloxone, LeaveTogether, IfWait, IfUseReturns];
        let mut blocks = self.steps(&own.yes, &kinds);
        blocks.extend(self.in_touch(true));
        card(self.title(&own.yes), blocks)
    }

    fn not_yet(&self) -> Block {
        let own = &self.words.pages.cards;
        let mut blocks = self.steps(&own.not_yet, &[TaskKind::OfferSafety, TaskKind::StopSlowly]);
        blocks.push(typed(own.our_step, &self.plan.afterwards.not_yet, 3));
        blocks.push(Block::Blank(own.again_on.into(), 1));
        blocks.extend(self.in_touch(false));
        card(self.title(&own.not_yet), blocks)
    }

    fn no(&self) -> Block {
        use TaskKind::*;
        let (own, after) = (&self.words.pages.cards, &self.plan.afterwards);
        let mut blocks = vec![typed(own.say_first, &after.if_no, 3)];
        blocks.extend(self.steps(&own.no, &[SayLove, OfferSafety, StopSlowly]));
        blocks.push(Block::Blank(own.again_on.into(), 1));
        blocks.extend(self.in_touch(false));
        card(self.title(&own.no), blocks)
    }

    fn walks_out(&self) -> Block {
        let own = &self.words.pages.cards;
        // The calm answer to silence, as it is among the answers.
        let silence = self.words.words.objection.get(ObjectionKind::Silence.code());
        let say = silence.map(|silence| facts(&[(own.say_first, silence.answer.into())]));
        let mut blocks: Vec<Block> = say.into_iter().collect();
        // What is offered is offered at the door: the last step lets them go.
        let mut steps: Vec<String> = self.speak(&own.walks_out).collect();
        let at_the_door = steps.len().saturating_sub(1);
        steps.splice(at_the_door..at_the_door, self.tasks_of(&[TaskKind::OfferSafety]));
        steps.extend(self.tasks_of(&[TaskKind::IfSuicide]));
        blocks.push(self.to_do(steps));
        blocks.extend(self.in_touch(false));
        card(self.title(&own.walks_out), blocks)
    }

    /// Somebody who is hard to wake, talk of dying, and force or fear, each as it stands where danger is spoken of, and the
    /// signs to call.
    fn becomes_unsafe(&self) -> Block {
        let (own, danger) = (&self.words.pages.cards, &self.words.danger);
        let filled = |said| spoken(self.plan, self.words, said);
        let points = [
            (danger.answer.suicide, self.tasks_of(&[TaskKind::IfSuicide])),
            (danger.answer.violence, filled(danger.card.violence.steps)),
        ];
        let points = points.map(|(title, lines)| Block::Points {
            title: title.to_string(),
            ordered: lines.len() > 1,
            lines,
        });
        let first = Block::Words(self.speak(&own.unsafe_now).collect::<Vec<_>>().join(" "));
        let stop = (
            self.words.question(Field::StopWord).short,
            self.plan.day.stop_word.words().to_string(),
        );
        let stop = Some(stop)
            .filter(|(_, word)| !word.is_empty())
            .map(|stop| facts(&[stop]));
        let overdose = overdose_in_short(danger.answer.overdose.into(), self.plan, self.words);
        // What to expect of naloxone, and that it does no harm.
        let naloxone = filled(danger.card.overdose.after).into_iter().skip(1).take(2);
        let naloxone = Block::points(self.words.pages.overdose.after_title, naloxone);
        let signs = signs_to_call(self.plan, self.words);
        let parts = [first]
            .into_iter()
            .chain(stop)
            .chain([overdose, naloxone])
            .chain(points)
            .chain([signs]);
        card(self.title(&own.unsafe_now), parts.collect())
    }

    fn title(&self, one: &AnsweredWords) -> String {
        self.words.fill_names(one.title, self.plan, "")
    }

    fn speak<'a>(&'a self, one: &'a AnsweredWords) -> impl Iterator<Item = String> + 'a {
        one.steps.iter().map(|step| self.words.fill_names(step, self.plan, ""))
    }

    /// What to do: the card's own steps, then what the list says of it.
    fn steps(&self, one: &AnsweredWords, kinds: &[TaskKind]) -> Vec<Block> {
        vec![self.to_do(self.speak(one).chain(self.tasks_of(kinds)).collect())]
    }

    fn to_do(&self, lines: Vec<String>) -> Block {
        Block::steps(self.words.pages.cards.do_title, lines)
    }

    /// What the list says of it.
    fn tasks_of(&self, kinds: &[TaskKind]) -> Vec<String> {
        sentences_of_tasks(self.plan, self.words, &self.tasks, kinds)
    }

    /// Who is in touch, and who has naloxone; room to write what is not known.
    fn in_touch(&self, goes: bool) -> Vec<Block> {
        let (all, after) = (&self.words.pages.plan, &self.plan.afterwards);
        let rows = [
            (goes, &all.goes_along, &after.goes_along),
            (true, &all.tonight, &after.tonight),
            (true, &all.tomorrow, &after.tomorrow),
            (self.plan.may_be_opioids(), &all.naloxone, &after.naloxone_with),
        ];
        let rows = rows.into_iter().filter(|(shown, ..)| *shown);
        let (known, unknown): (Vec<_>, Vec<_>) = rows
            .map(|(_, label, who)| (*label, name(self.plan, who)))
            .partition(|(_, who)| !who.is_empty());
        let known = (!known.is_empty()).then(|| facts(&known));
        let blanks = unknown.into_iter().map(|(label, _)| Block::Blank(label.to_string(), 1));
        known.into_iter().chain(blanks).collect()
    }
}

fn card(title: String, blocks: Vec<Block>) -> Block {
    Block::Card { title, blocks }
}

/// The family's own words with a label, or room to write them.
fn typed(label: &str, answer: &Answer<Text>, rows: usize) -> Block {
    match answer.words() {
        "" => Block::Blank(label.into(), rows),
        ours => facts(&[(label, ours.to_string())]),
    }
}
