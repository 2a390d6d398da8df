//! The meeting step by step, for the one who leads it (R-28 and evidence#chair).

use chrono::NaiveDate;

use crate::plan::{Answer, Attendee, Field, Part, Plan, Professional, TakesPart, Way};
use crate::tasks::{self, Role, Task, TaskKind};
use crate::text;
use crate::words::{Words, fill_placeholders, lines_of};

use super::super::may_name::{self, Audience, EarliestStart, Moment, name, speakers};
use super::frame::{chosen, facts, left_out, page, sentences_of_tasks, spoken, the_day, unless_empty};
use super::meeting::{holders, objection_line, own_words};
use super::{Block, LeftOut, Page};

/// Minutes of each step. A statement takes two to three minutes read aloud (evidence#words), its second part one of
/// them; the rest is advice (D).
const EARLY: usize = 15;
const OPENING: usize = 3;
const READ: usize = 2;
const TURN: usize = 10;
const SECOND_PART: usize = 1;
const OFFER: usize = 5;
const ANSWERS: usize = 10;
const AGAIN: usize = 3;
const CLOSING: usize = 2;
const AFTER: usize = 20;

/// The page for the one who leads, on two sides: what is done, then what may be said. Boundaries are not on it: each
/// reads their own. The signs of danger are on the card that everybody has in the pocket.
pub fn chair(plan: &Plan, words: &Words, today: NaiveDate) -> Page {
    let own = &words.pages.chair;
    let tasks = tasks::derive(plan, today);
    let mut blocks = vec![summary(plan, words)];
    blocks.extend(when_and_where(plan, words));
    blocks.push(steps(plan, words, &tasks));
    blocks.push(Block::Words(total(plan, words)));
    blocks.push(Block::points(own.rules_title, spoken(plan, words, own.rules)));
    blocks.extend(own_words(words, Field::Opening, &plan.day.opening, 3));
    blocks.extend(invitation(plan, words));
    blocks.extend(offer(plan, words, today));
    blocks.extend(answers(plan, words));
    blocks.extend(own_words(words, Field::Closing, &plan.day.closing, 3));
    // What to do if it turns is found in one place.
    blocks.push(Block::Together);
    blocks.push(stop(plan, words, &tasks));
    blocks.extend(another_way(plan, words, &tasks));
    let mut page = page(plan, words, today, own.title.into(), blocks);
    page.shown_first = asked_for(plan, words)
        .into_iter()
        .map(|(label, said)| format!("{label}: {said}"))
        .collect();
    page.left_out = left_out(&[
        (LeftOut::NotKnownTrue, may_name::answers_kept_back(plan)),
        (LeftOut::Place, may_name::held_back(plan, Audience::Them)),
    ]);
    page
}

/// What matters most, in a breath.
fn summary(plan: &Plan, words: &Words) -> Block {
    let own = &words.pages.chair;
    let lines = [own.lead_line, own.stop_line, own.once_line].map(|line| words.fill_names(line, plan, ""));
    Block::Words(lines.join(" "))
}

/// When, where and who, what was asked for, and room to write what is not known.
fn when_and_where(plan: &Plan, words: &Words) -> Vec<Block> {
    let (own, all) = (&words.pages.chair, &words.pages.plan);
    let pro = may_name::comes_along(plan).map(|pro| {
        format!(
            "{}, {}",
            words.item_name(&pro.id, plan),
            text::small_start(&chosen(words, &pro.role_in_meeting))
        )
    });
    let (order, unordered) = match order(plan, words) {
        Some(order) => (order, None),
        None => (
            String::new(),
            Some(Block::Blank(
                own.order_blank.into(),
                speakers(plan).len().div_ceil(2).max(2),
            )),
        ),
    };
    let stop = plan.day.stop_word.words();
    let short = words.question(Field::StopWord).short;
    let unset = stop.is_empty().then(|| Block::Blank(short.into(), 1));
    let mut rows = vec![
        (all.day, the_day(plan, words)),
        (all.time, plan.day.time.words().into()),
        (all.place, plan.day.place.words().into()),
        (own.leads, holders(plan, Part::Chair, words)),
        (own.safety, holders(plan, Part::Safety, words)),
        (all.naloxone, name(plan, &plan.afterwards.naloxone_with)),
        (own.professional, pro.unwrap_or_default()),
        (short, stop.into()),
        (own.order, order),
        (words.question(Field::Seats).short, plan.day.seats.words().into()),
    ];
    let asked = asked_for(plan, words);
    rows.extend(asked.iter().map(|(label, said)| (label.as_str(), said.clone())));
    let mut blocks = unless_empty(all.day_title, facts(&rows));
    blocks.extend(unset.into_iter().chain(unordered));
    blocks
}

/// What they were invited to: every word of it has to be true in the room.
fn invitation(plan: &Plan, words: &Words) -> Option<Block> {
    let said = plan.way.invitation.words();
    let invited = plan.way.kind.is(&Way::Invited) && !said.is_empty();
    invited.then(|| facts(&[(words.question(Field::Invitation).short, said.into())]))
}

/// What the professionals asked for, and their line for whoever leads, in their words.
fn asked_for(plan: &Plan, words: &Words) -> Vec<(String, String)> {
    let own = &words.pages.chair;
    let said = |pro: &Professional| {
        let named = words.item_name(&pro.id, plan);
        let who = Some(named.as_str())
            .filter(|who| !who.is_empty())
            .unwrap_or(own.professional);
        [(own.conditions, &pro.conditions), (own.for_leader, &pro.for_leader)]
            .map(|(label, said)| (fill_placeholders(label, &[("who", who)]), said.words().to_string()))
    };
    let said = may_name::agreeing(plan).into_iter().flat_map(said);
    said.filter(|(_, said)| !said.is_empty() && !words.is_nobody(said))
        .collect()
}

/// The one who leads, by name if there is one.
fn leads(plan: &Plan, words: &Words) -> String {
    match holders(plan, Part::Chair, words) {
        named if !named.is_empty() => named,
        _ => words.tasks.role.said(Role::Chair.code()).into(),
    }
}

/// Each step with its minutes and who does it.
fn steps(plan: &Plan, words: &Words, tasks: &[Task]) -> Block {
    let own = &words.pages.chair;
    let (step, lead, n) = (&own.step, leads(plan, words), speakers(plan).len().max(1));
    let row = |what: &str, minutes: String, who: &str| vec![words.fill_names(what, plan, ""), minutes, who.into()];
    // Naloxone only where opioids may be used.
    let naloxone = sentences_of_tasks(plan, words, tasks, &[TaskKind::CarryNaloxone]);
    let early = [step.early.to_string()]
        .into_iter()
        .chain(naloxone)
        .collect::<Vec<_>>()
        .join(" ");
    let more = fill_placeholders(own.more, &[("n", &TURN.to_string())]);
    Block::Table {
        title: own.run_title.into(),
        heads: vec![own.what.into(), own.minutes.into(), own.who.into()],
        rows: vec![
            row(&early, EARLY.to_string(), own.all_of_us),
            row(step.opening, OPENING.to_string(), &lead),
            row(step.read, (READ * n).to_string(), own.in_order),
            row(step.turn, more, &words.name(plan)),
            row(step.offer, (SECOND_PART * n + OFFER).to_string(), own.in_order),
            row(step.answers, ANSWERS.to_string(), own.as_named),
            row(step.again, AGAIN.to_string(), &lead),
            row(step.closing, CLOSING.to_string(), &lead),
            row(step.after, AFTER.to_string(), own.all_of_us),
        ],
    }
}

/// How long it is for the one it is about.
fn total(plan: &Plan, words: &Words) -> String {
    let each = (READ + SECOND_PART) * speakers(plan).len().max(1);
    let minutes = OPENING + each + TURN + OFFER + ANSWERS + AGAIN + CLOSING;
    let pairs = [("n", &*minutes.to_string()), ("name", &words.name(plan))];
    fill_placeholders(words.pages.chair.total, &pairs)
}

/// Who speaks after whom; nothing while the order was not set.
fn order(plan: &Plan, words: &Words) -> Option<String> {
    let own = &words.pages.chair;
    let name = may_name::names(plan);
    let line = |one: &Attendee| {
        let who = one.name.words();
        match one.takes_part.given() {
            Some(TakesPart::Letter) => {
                let reader = match name(&one.reader) {
                    unknown if unknown.is_empty() => "...".into(),
                    reader => reader,
                };
                fill_placeholders(own.letter, &[("who", who), ("item", &reader)])
            }
            Some(TakesPart::ByPhone) => fill_placeholders(own.by_phone, &[("who", who)]),
            _ => who.to_string(),
        }
    };
    let is_set = plan.day.order.given().is_some_and(|order| !order.is_empty());
    let speakers: Vec<String> = speakers(plan).into_iter().filter(|_| is_set).map(line).collect();
    (!speakers.is_empty()).then(|| speakers.join(own.then))
}

/// The offer: two places to choose from where there are two, and what they would choose.
fn offer(plan: &Plan, words: &Words, today: NaiveDate) -> Vec<Block> {
    let own = &words.pages.chair;
    let ask = ask(plan, words, today);
    let blank = ask.is_none().then(|| Block::Blank(own.offer_blank.into(), 2));
    let rest = spoken(plan, words, own.offer);
    let points = Block::steps(words.fill_names(own.offer_title, plan, ""), ask.into_iter().chain(rest));
    blank.into_iter().chain([points]).collect()
}

/// The question of the offer. It is true in every word: only a place that can begin on the day is offered for it, and
/// another one with the day from which it can.
fn ask(plan: &Plan, words: &Words, today: NaiveDate) -> Option<String> {
    let own = &words.pages.chair;
    let day = plan.day.date.given().copied().unwrap_or(today);
    let named = may_name::two(plan)
        .into_iter()
        .map(|option| (words.item_name(&option.id, plan), may_name::start(option, day)));
    let (at_once, other): (Vec<_>, Vec<_>) = named
        .filter(|(name, _)| !name.is_empty())
        .partition(|(_, start)| *start == EarliestStart::ThatDay);
    let later = other.iter().find_map(|(name, start)| match start {
        EarliestStart::From(from) => Some((name, words.long_date(*from))),
        _ => None,
    });
    let say = |sentence: &str, first: &str, second: &str, when: &str| {
        fill_placeholders(sentence, &[("first", first), ("second", second), ("when", when)])
    };
    match (&at_once[..], later, other.first()) {
        ([(first, _), (second, _), ..], ..) => Some(say(own.offer_two, first, second, "")),
        ([(first, _)], Some((second, when)), _) => Some(say(own.offer_later, first, second, &when)),
        ([(first, _)], None, _) => Some(say(own.offer_one, first, "", "")),
        ([], Some((first, when)), _) => Some(say(own.offer_from, first, "", &when)),
        ([], None, Some((first, _))) => Some(say(own.offer_ask, first, "", "")),
        ([], None, None) => None,
    }
}

/// Every calm answer that can be said, with the one who gives it.
fn answers(plan: &Plan, words: &Words) -> Vec<Block> {
    let own = &words.pages.chair;
    let (answers_it, name) = (may_name::answers_it(plan), may_name::names(plan));
    let rows: Vec<Vec<String>> = may_name::answers(plan)
        .into_iter()
        .map(|one| {
            let who = match answers_it(one) {
                Some(id) => name(&Answer::Given(id)),
                None => leads(plan, words),
            };
            vec![objection_line(words, one), one.answer.words().to_string(), who]
        })
        .collect();
    if rows.is_empty() {
        return vec![Block::Blank(words.fill_names(own.answers_blank, plan, ""), 6)];
    }
    let table = Block::Table {
        title: own.answers_title.into(),
        heads: vec![own.says.into(), own.answer.into(), own.who.into()],
        rows,
    };
    vec![table, Block::Words(own.answers_line.into())]
}

/// When to stop: loud or afraid, sleepy or sick (evidence#driver), talk of dying, and the signs to call,
/// which are on the card for danger (evidence#card-all).
fn stop(plan: &Plan, words: &Words, tasks: &[Task]) -> Block {
    let own = &words.pages.chair;
    let safety = [TaskKind::Postpone, TaskKind::IfSuicide];
    Block::points(
        own.stop_title,
        [lines_of(own.stop), sentences_of_tasks(plan, words, tasks, &safety)].concat(),
    )
}

/// What the family means to do if it goes another way, and where the rest is.
fn another_way(plan: &Plan, words: &Words, tasks: &[Task]) -> Vec<Block> {
    let own = &words.pages.chair;
    let typed = plan.day.plan_b.words();
    let ours = (!typed.is_empty()).then(|| fill_placeholders(own.plan_b, &[("item", typed)]));
    let blank = typed
        .is_empty()
        .then(|| Block::Blank(words.question(Field::PlanB).short.into(), 2));
    let bounds = may_name::has_boundary(plan, Moment::OnlyNo).then(|| own.boundaries_line.into());
    let wait = sentences_of_tasks(plan, words, tasks, &[TaskKind::IfWait]);
    let lines = [words.fill_names(own.cards_line, plan, "")]
        .into_iter()
        .chain(bounds)
        .chain(wait)
        .chain(ours);
    let points = Block::points(own.else_title, lines);
    [points].into_iter().chain(blank).collect()
}
