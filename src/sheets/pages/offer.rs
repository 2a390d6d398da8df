//! What the person the plan is about keeps (design#gate and design#pages): places or their own choice, what stays,
//! numbers, and what they may do, with what is for a yes apart from what is for a no. Nothing about what was done,
//! about boundaries or about why; only what the plan confirms is promised.
//!
//! Where the plan does not speak of a day, in a closed plan above all, it holds only places, medicine, staying alive
//! and numbers: no name of the family, no day, no driver and no address.

use chrono::NaiveDate;

use crate::plan::{Answer, Care, Children, CodedChoice, Id, Naloxone, OptionKind, Part, Plan, TreatmentOption};
use crate::tasks::{self, TaskKind};
use crate::words::{Words, fill_placeholders, lines_of};

use super::super::may_name::{self, Audience, name};
use super::frame::{chosen, facts, first_sentence, left_out, page, phone, unless_empty};
use super::numbers::lines;
use super::{Block, LeftOut, Number, Page};

/// The page for the person to keep.
pub fn offer(plan: &Plan, words: &Words, today: NaiveDate) -> Page {
    let own = &words.pages.offer;
    let blocks = if tasks::speaks_of_the_day(plan) {
        with_a_day(plan, words, today)
    } else {
        without_a_day(plan, words)
    };
    let mut page = page(plan, words, today, own.title.into(), blocks);
    // It is theirs: it begins with no word of ending a life. The crisis line is among the numbers.
    if let Some(first) = page.emergency.first_mut() {
        first.words = format!("{}.", first_sentence(&first.words));
        first.dial.truncate(1);
    }
    let kept = may_name::counted(plan).bounds - may_name::boundaries_that_hold(plan).len();
    let held_back = may_name::held_back(plan, Audience::Them);
    page.left_out = left_out(&[(LeftOut::Place, held_back), (LeftOut::Kept, kept)]);
    page
}

/// Everything the family stands for: what is for a yes, what is for a no, and what holds either way.
fn with_a_day(plan: &Plan, words: &Words, today: NaiveDate) -> Vec<Block> {
    let own = &words.pages.offer;
    let mut blocks = vec![summary(plan, words, own.top, own.look)];
    blocks.push(Block::Heading(own.yes_title.into()));
    blocks.extend(choices(plan, words, |option| known(words, option, today)));
    blocks.extend(go(plan, words));
    blocks.push(first_visit(words));
    blocks.push(points(own.no_title, lines_of(own.no)));
    blocks.push(stays(plan, words));
    blocks.push(points(own.may_title, lines_of(own.may)));
    blocks.push(medicine(plan, words));
    blocks.extend(alive(plan, words));
    blocks.extend(naloxone(plan, words));
    blocks.extend(lines(plan, words));
    blocks.extend(people(plan, words));
    blocks
}

/// How a first visit goes, in a few lines.
fn first_visit(words: &Words) -> Block {
    let own = &words.pages.offer;
    points(own.visit_title, lines_of(own.visit))
}

/// Help for the person, and nothing by which anybody could be known.
fn without_a_day(plan: &Plan, words: &Words) -> Vec<Block> {
    let own = &words.pages.offer;
    let mut blocks = vec![summary(plan, words, own.help_top, own.look_alone)];
    blocks.push(Block::Heading(own.help_title.into()));
    blocks.extend(choices(plan, words, |option| {
        facts(&[(own.kind, chosen(words, &option.kind))])
    }));
    blocks.push(first_visit(words));
    blocks.push(medicine(plan, words));
    blocks.extend(alive(plan, words));
    blocks.extend(lines(plan, words));
    blocks
}

fn points(title: &str, lines: Vec<String>) -> Block {
    Block::points(title.to_string(), lines)
}

fn summary(plan: &Plan, words: &Words, top: &[&str], look: &str) -> Block {
    let own = &words.pages.offer;
    let look = if may_name::two(plan).is_empty() {
        own.look_none
    } else {
        look
    };
    Block::summary(own.top_title, lines_of(&[top, &[look]].concat()))
}

/// The places to choose from, the care they have, and room for what they would choose.
fn choices(plan: &Plan, words: &Words, known: impl Fn(&TreatmentOption) -> Block) -> Vec<Block> {
    let own = &words.pages.offer;
    let mut blocks = Vec::new();
    for (at, option) in may_name::two(plan).into_iter().enumerate() {
        let said = if at == 0 { &own.choice } else { &own.other };
        let title = fill_placeholders(said, &[("item", &words.item_name(&option.id, plan))]);
        blocks.push(match option.phone.words() {
            "" => Block::Heading(title),
            _ => Block::Numbers {
                title,
                lines: vec![phone("", "", &option.phone)],
            },
        });
        blocks.push(known(option));
        blocks.extend(detox(plan, words, option));
    }
    if plan.person.care.is_one_of(&[Care::Medicine, Care::Program, Care::Both]) {
        blocks.push(Block::Words(own.stay.into()));
    }
    blocks.push(Block::Blank(own.own.into(), 1));
    blocks
}

/// What is known of how to get there. A day that has passed is not offered, and what the family wrote for itself, such
/// as the cost or what they might like, stays with it.
fn known(words: &Words, option: &TreatmentOption, today: NaiveDate) -> Block {
    let own = &words.pages.offer;
    let still = |day: &Answer<NaiveDate>| {
        let day = day.given().filter(|day| **day >= today);
        day.map(|day| words.long_date(*day)).unwrap_or_default()
    };
    let from = option.soonest_start.given().filter(|start| start.is_known());
    let from = from.filter(|start| start.day().is_none_or(|day| day >= today));
    let from = from.map(|start| words.start(*start)).unwrap_or_default();
    facts(&[
        (own.kind, chosen(words, &option.kind)),
        (own.r#where, option.address.words().into()),
        (own.ask_for, option.contact_person.words().into()),
        (own.open, option.opening_hours.words().into()),
        (own.from, from),
        (own.held, still(&option.bed_or_slot_held_until)),
    ])
}

/// a detox program is a first step.
fn detox(plan: &Plan, words: &Words, option: &TreatmentOption) -> Option<Block> {
    let notes = &words.options.option_note;
    let note = notes.get(OptionKind::Detox.code());
    let note = note.filter(|_| option.kind.is(&OptionKind::Detox))?;
    Some(Block::Words(words.fill_names(note, plan, "")))
}

/// What medicine can do where an opioid is used, and what is never stopped suddenly.
fn medicine(plan: &Plan, words: &Words) -> Block {
    let own = &words.pages.offer;
    let slowly = words.tasks.task.get(TaskKind::StopSlowly.code());
    let slowly = slowly.map(|task| words.fill_names(task.text, plan, ""));
    let opioids = [&own.medicine, &own.medicine_weeks];
    let lines = opioids
        .into_iter()
        .filter(|_| plan.uses_an_opioid())
        .chain([&own.medicine_yours])
        .map(|said| said.to_string());
    points(own.medicine_title, lines.chain(slowly).collect())
}

/// How to stay alive, whatever they choose, where opioids may be in it.
fn alive(plan: &Plan, words: &Words) -> Option<Block> {
    let own = &words.pages.offer;
    plan.may_be_opioids()
        .then(|| points(own.alive_title, lines_of(own.alive)))
}

/// Who drives, who comes along, who is with the children.
fn go(plan: &Plan, words: &Words) -> Vec<Block> {
    let own = &words.pages.offer;
    let holds = |part| {
        let holder = may_name::first_holder(plan, part);
        holder.map(|one| one.name.words().to_string()).unwrap_or_default()
    };
    let drives = holds(Part::Driver);
    let along = [name(plan, &plan.afterwards.goes_along), holds(Part::Second)];
    let along = along.into_iter().find(|who| !who.is_empty() && *who != drives);
    let children = plan.person.children.is(&Children::Yes).then(|| holds(Part::Carer));
    let mut blocks = unless_empty(
        own.go_title,
        facts(&[
            (own.drives, drives),
            (own.along, along.unwrap_or_default()),
            (own.children, children.unwrap_or_default()),
        ]),
    );
    if !blocks.is_empty() {
        blocks.push(Block::Words(own.else_line.into()));
    }
    blocks
}

/// What is never withdrawn, said to the person, and what somebody said that they will still do.
fn stays(plan: &Plan, words: &Words) -> Block {
    let (own, stays) = (&words.pages.offer, &words.pages.offer.stays);
    let near = plan.safety.naloxone.is(&Naloxone::InReach) || plan.afterwards.naloxone_with.given().is_some();
    let never = [
        (&stays.love, plan.person.love.given().is_some()),
        (&stays.emergency, true),
        (&stays.naloxone, plan.may_be_opioids() && near),
        (&stays.reach, true),
        (&stays.places, true),
        (&stays.ride, may_name::first_holder(plan, Part::Driver).is_some()),
        (&stays.children, plan.person.children.is(&Children::Yes)),
        (&stays.medicine, true),
    ];
    let never = never
        .into_iter()
        .filter(|(_, is_so)| *is_so)
        .map(|(line, _)| line.to_string());
    let said = may_name::boundaries_that_hold(plan)
        .into_iter()
        .map(|(who, what)| fill_placeholders(own.says, &[("who", &who), ("item", what)]));
    Block::points(own.stays_title, never.chain(said))
}

/// Who is in touch whatever the answer is, each once, with their number; the planner where nobody was named.
fn people(plan: &Plan, words: &Words) -> Option<Block> {
    let (own, after) = (&words.pages.offer, &plan.afterwards);
    let parts = [
        (&after.tonight, &own.tonight),
        (&after.tomorrow, &own.tomorrow),
        (&after.goes_along, &own.along_too),
    ];
    let mut people: Vec<(&Id, String)> = Vec::new();
    for (id, part) in parts.into_iter().filter_map(|(who, part)| Some((who.given()?, part))) {
        match people.iter_mut().find(|(known, _)| *known == id) {
            Some((_, said)) => *said = format!("{said}, {part}"),
            None => people.push((id, part.to_string())),
        }
    }
    let planner = Id::planner();
    if people.is_empty() {
        people.push((&planner, String::new()));
    }
    let line = |(id, said): (&Id, String)| -> Option<Number> {
        let who = name(plan, &Answer::Given(id.clone()));
        (!who.is_empty()).then(|| phone(&who, &said, &may_name::number_of(plan, id)))
    };
    let lines: Vec<Number> = people.into_iter().filter_map(line).collect();
    (!lines.is_empty()).then(|| Block::Numbers {
        title: own.people_title.into(),
        lines,
    })
}

/// Who near them has naloxone.
fn naloxone(plan: &Plan, words: &Words) -> Option<Block> {
    let with = name(plan, &plan.afterwards.naloxone_with);
    (plan.may_be_opioids() && !with.is_empty()).then(|| facts(&[(words.pages.offer.naloxone_with, with)]))
}

#[cfg(test)]
#[path = "offer_tests.rs"]
mod tests;
