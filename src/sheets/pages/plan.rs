//! The plan on one side: who, when, where, which professional, which option first and which second, who holds what.

use chrono::NaiveDate;

use crate::plan::{Attendee, CodedChoice, Field, Plan, Professional, Rank, TreatmentOption};
use crate::tasks;
use crate::words::{PagesPlanWords, Words, lines_of};

use super::super::may_name::{self, Audience, name};
use super::frame::{advocate, chosen, facts, left_out, page, phone, the_day, unless_empty, what_is_known};
use super::meeting::joined_labels;
use super::numbers::lines;
use super::weeks::weeks;
use super::{Block, LeftOut, Page};

/// The plan on one side. A closed plan keeps the professional, the options and what the family does for itself.
pub fn plan(plan: &Plan, words: &Words, today: NaiveDate) -> Page {
    let own = &words.pages.plan;
    let meets = tasks::speaks_of_the_day(plan);
    let mut blocks: Vec<Block> = advocate(plan, words, &tasks::derive(plan, today)).into_iter().collect();
    if meets {
        blocks.push(Block::summary(own.top_title, vec![own.top.into()]));
        blocks.extend(when_and_where(plan, words));
        blocks.extend(people(plan, words));
        blocks.extend(weeks(plan, words, today));
    }
    blocks.extend((!meets).then(|| professionals(plan, words)).flatten());
    blocks.extend(options(plan, words));
    // What hangs on the fridge and what the person keeps have the numbers; both are there once there is a day.
    blocks.extend(if meets {
        afterwards(plan, words)
    } else {
        lines(plan, words)
    });
    let mut page = page(plan, words, today, own.title.into(), blocks);
    page.foot.insert(0, what_is_known(plan, words));
    page.left_out = left_out(&[(LeftOut::Place, may_name::held_back(plan, Audience::Us))]);
    page
}

fn when_and_where(plan: &Plan, words: &Words) -> Vec<Block> {
    let own = &words.pages.plan;
    unless_empty(
        own.offer_title,
        facts(&[
            (own.day, the_day(plan, words)),
            (own.time, plan.day.time.words().into()),
            (own.place, plan.day.place.words().into()),
            (own.way, chosen(words, &plan.way.kind)),
            (own.home_care, plan.day.home_care.words().into()),
            (own.leave, plan.day.leave.words().into()),
            (own.professional, the_professionals(plan, words)),
        ]),
    )
}

/// Everybody who helps, how, and which parts they hold.
fn people(plan: &Plan, words: &Words) -> Option<Block> {
    let own = &words.pages.plan;
    let helping = may_name::taking_part(plan);
    let row = |one: &&Attendee| {
        let parts = one.parts.given().into_iter().flatten();
        vec![
            one.name.words().to_string(),
            takes_part(one, words),
            joined_labels(parts.map(|part| words.label(part))),
        ]
    };
    (!helping.is_empty()).then(|| Block::Table {
        title: own.people_title.into(),
        heads: lines_of(&[own.person, own.takes_part, own.parts]),
        rows: helping.iter().map(row).collect(),
    })
}

/// How somebody takes part. The labels of the question say why: that stays between the planner and the plan.
fn takes_part(one: &Attendee, words: &Words) -> String {
    let how = one.takes_part.given().map(|how| how.code().to_string());
    how.and_then(|how| words.pages.plan.how.get(&how).copied())
        .unwrap_or_default()
        .into()
}

/// Who helps them plan, each with a number, in one line.
fn the_professionals(plan: &Plan, words: &Words) -> String {
    let line = |pro: &Professional| phone(&words.item_name(&pro.id, plan), &chosen(words, &pro.r#type), &pro.phone);
    let lines = may_name::professionals(plan).iter().map(|pro| line(pro).words);
    lines.collect::<Vec<_>>().join("; ")
}

fn professionals(plan: &Plan, words: &Words) -> Option<Block> {
    let own = &words.pages.plan;
    let line = |pro: &Professional| phone(&words.item_name(&pro.id, plan), &chosen(words, &pro.r#type), &pro.phone);
    let lines: Vec<_> = may_name::professionals(plan).iter().map(line).collect();
    (!lines.is_empty()).then(|| Block::Numbers {
        title: own.professional_title.into(),
        lines,
    })
}

/// The options side by side, the first choice first.
fn options(plan: &Plan, words: &Words) -> Option<Block> {
    let own = &words.pages.plan;
    let treatment = match plan.uses_an_opioid() {
        true => &own.medicine,
        false => &words.question(Field::OptSuited).short,
    };
    let row = |option: &TreatmentOption| {
        vec![
            words.item_name(&option.id, plan),
            chosen(words, &option.kind),
            chosen(words, &option.rank),
            option.phone.words().to_string(),
            chosen(words, plan.treatment(option).1),
            option
                .soonest_start
                .given()
                .map(|start| words.start(*start))
                .unwrap_or_default(),
        ]
    };
    let mut options = may_name::places(plan, Audience::Us);
    options.sort_by_key(|option| !option.rank.is(&Rank::First));
    (!options.is_empty()).then(|| Block::Table {
        title: own.options_title.into(),
        heads: lines_of(&[own.option, own.kind, own.rank, own.phone, treatment, own.soonest]),
        rows: options.into_iter().map(row).collect(),
    })
}

/// Who is in touch whatever the answer, who goes along, and who has naloxone.
fn afterwards(plan: &Plan, words: &Words) -> Vec<Block> {
    let after = &plan.afterwards;
    let PagesPlanWords {
        after_title,
        goes_along,
        tonight,
        tomorrow,
        naloxone,
        ..
    } = &**words.pages.plan;
    unless_empty(
        after_title,
        facts(&[
            (goes_along, name(plan, &after.goes_along)),
            (tonight, name(plan, &after.tonight)),
            (tomorrow, name(plan, &after.tomorrow)),
            (naloxone, name(plan, &after.naloxone_with)),
        ]),
    )
}
