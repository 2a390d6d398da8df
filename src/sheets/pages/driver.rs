//! The ride, for the one who drives: where to, with whom, what is in the bag, and what to do on the way
//! (evidence#checklist).

use chrono::NaiveDate;

use crate::plan::{CodedChoice, Field, OptionKind, Part, Plan, TreatmentOption};
use crate::words::Words;

use super::super::may_name::{self, Audience, name};
use super::frame::{OverdoseDetail, day, facts, left_out, page, spoken, steps, the_day, unless_empty};
use super::meeting::{all_of_them, holders};
use super::{Block, LeftOut, Page};

/// The page for the one who drives: before they leave, then in the car. A calm talk may end in a ride as well.
pub fn driver(plan: &Plan, words: &Words, today: NaiveDate) -> Page {
    let own = &words.pages.driver;
    let mut blocks = vec![summary(plan, words)];
    blocks.extend(the_car(plan, words));
    let first = may_name::first(plan, Audience::Them);
    blocks.extend(place(plan, words, first, own.first_title));
    // Nobody drives to a visit by video.
    let backup = may_name::backup(plan, Audience::Them).filter(|option| !option.kind.is(&OptionKind::Telehealth));
    if first.is_some() {
        blocks.extend(
            backup
                .map(|option| second_place(plan, words, option))
                .into_iter()
                .flatten(),
        );
    }
    blocks.push(the_bag(plan, words));
    blocks.push(rules(plan, words));
    blocks.extend(on_the_way(plan, words));
    let mut page = page(plan, words, today, own.title.into(), blocks);
    page.left_out = left_out(&[(LeftOut::Place, may_name::held_back(plan, Audience::Them))]);
    page
}

/// What holds on every ride.
fn summary(plan: &Plan, words: &Words) -> Block {
    let own = &words.pages.driver;
    Block::Words(spoken(plan, words, &[own.two_line, own.stop_line, own.call_line]).join(" "))
}

/// Who is in the car, and when; room to write while one of the two is missing.
fn the_car(plan: &Plan, words: &Words) -> Vec<Block> {
    let (own, all) = (&words.pages.driver, &words.pages.plan);
    let (drives, rides) = (
        holders(plan, Part::Driver, words),
        all_of_them(&may_name::second(plan), words),
    );
    let missing = [(&own.driver, drives.is_empty()), (&own.second, rides.is_empty())];
    let rows = facts(&[
        (all.day, the_day(plan, words)),
        (own.driver, drives),
        (own.second, rides),
        (all.goes_along, name(plan, &plan.afterwards.goes_along)),
        (all.naloxone, name(plan, &plan.afterwards.naloxone_with)),
        (all.time, plan.day.time.words().into()),
        (all.place, plan.day.place.words().into()),
        (
            words.question(Field::Transport).short,
            plan.day.transport.words().into(),
        ),
    ]);
    let blanks = missing.into_iter().filter(|(_, is_missing)| *is_missing);
    let blanks = blanks.map(|(label, _)| Block::Blank(label.to_string(), 1));
    let mut blocks = unless_empty(own.car_title, rows);
    blocks.extend(blanks);
    blocks
}

/// One place: if it is, whom to call, and what they want at the door.
fn place(plan: &Plan, words: &Words, option: Option<&TreatmentOption>, title: &str) -> Vec<Block> {
    let own = &words.pages.driver;
    let mut blocks = vec![Block::Heading(title.to_string())];
    let Some(option) = option else {
        let blanks = [
            (&own.place, 1),
            (&own.address, 2),
            (&own.number, 1),
            (&own.door_title, 2),
        ];
        blocks.extend(blanks.map(|(label, rows)| Block::Blank(label.to_string(), rows)));
        return blocks;
    };
    let call = [
        (own.place, words.item_name(&option.id, plan)),
        (own.call_first, option.phone.words().into()),
    ];
    let along = (own.along, name(plan, &option.who_goes_along));
    let rows: Vec<_> = call
        .into_iter()
        .chain(way_there(words, option))
        .chain([along])
        .collect();
    blocks.push(facts(&rows));
    let (phone, address) = (option.phone.words().is_empty(), option.address.words().is_empty());
    blocks.extend(phone.then(|| Block::Blank(own.call_first.into(), 1)));
    blocks.extend(address.then(|| Block::Blank(own.address.into(), 2)));
    blocks.extend(at_the_door(words, option));
    blocks.extend(caution(plan, words, option));
    blocks
}

/// The second place in a few lines: whoever needs it calls first, and hears what they want at the door.
fn second_place(plan: &Plan, words: &Words, option: &TreatmentOption) -> Vec<Block> {
    let own = &words.pages.driver;
    let place = [
        (own.place, words.item_name(&option.id, plan)),
        (own.number, option.phone.words().into()),
    ];
    let rows: Vec<_> = place.into_iter().chain(way_there(words, option)).collect();
    let mut blocks = unless_empty(own.backup_title, facts(&rows));
    blocks.extend(caution(plan, words, option));
    blocks
}

/// How to get to a place, whom to ask for there, and when it is open.
fn way_there(words: &Words, option: &TreatmentOption) -> [(&'static str, String); 7] {
    let own = &words.pages.driver;
    let start = option.soonest_start.given().map(|start| words.start(*start));
    [
        (own.address, option.address.words().into()),
        (own.travel, option.distance_or_travel_time.words().into()),
        (own.way, option.transport_plan_to_get_there.words().into()),
        (own.contact, option.contact_person.words().into()),
        (own.hours, option.opening_hours.words().into()),
        (own.soonest, start.unwrap_or_default()),
        (own.held, day(words, &option.bed_or_slot_held_until)),
    ]
}

/// What the place wants on the first day, as it was asked on the phone.
fn at_the_door(words: &Words, option: &TreatmentOption) -> Vec<Block> {
    let short = |field: Field| &words.question(field).short;
    let rows = facts(&[
        (short(Field::OptAdmission), option.admission_requirements.words().into()),
        (short(Field::OptDueDayOne), option.due_on_day_one.words().into()),
        (short(Field::OptAllowed), option.allowed_items.words().into()),
        (short(Field::OptPhoneRules), option.phone_rules.words().into()),
        (short(Field::OptWhoCalls), option.who_must_call.words().into()),
    ]);
    match &rows {
        Block::Facts(known) if known.is_empty() => vec![Block::Blank(words.pages.driver.door_title.into(), 2)],
        _ => vec![Block::Heading(words.pages.driver.door_title.into()), rows],
    }
}

/// a detox program is a first step.
fn caution(plan: &Plan, words: &Words, option: &TreatmentOption) -> Option<Block> {
    let detox = option.kind.is(&OptionKind::Detox) && plan.may_be_opioids();
    let notes = &words.options.option_note;
    let note = detox.then(|| notes.get(OptionKind::Detox.code())).flatten()?;
    Some(Block::Words(words.fill_names(note, plan, "")))
}

fn rules(plan: &Plan, words: &Words) -> Block {
    let own = &words.pages.driver;
    let naloxone = if plan.may_be_opioids() { own.naloxone } else { &[] };
    Block::points(own.rules_title, spoken(plan, words, &[own.rules, naloxone].concat()))
}

/// What the family packs, and what most places ask for.
fn the_bag(plan: &Plan, words: &Words) -> Block {
    let own = &words.pages.driver;
    let ours = Some(plan.day.bag.words()).filter(|ours| !ours.is_empty());
    Block::points(
        own.bag_title,
        ours.into_iter().chain(own.bag.iter().copied()).map(String::from),
    )
}

/// Sleepy is the beginning of an overdose: stop. Sick from going without is the hour of help: go on (evidence#driver).
/// The steps are below.
fn on_the_way(plan: &Plan, words: &Words) -> Vec<Block> {
    let own = &words.pages.driver;
    let part = |title: &str, lines: &[&[&str]]| {
        Block::points(words.fill_names(title, plan, ""), spoken(plan, words, &lines.concat()))
    };
    let where_it_is = |lines: &'static [&'static str], is: bool| if is { lines } else { &[] };
    let naloxone = where_it_is(own.sleepy_opioids, plan.may_be_opioids());
    let medicine = where_it_is(own.sick_opioids, plan.uses_an_opioid());
    let take_along = where_it_is(own.out_opioids, plan.may_be_opioids());
    let parts = [
        part(own.sleepy_title, &[own.sleepy, naloxone]),
        part(own.sick_title, &[own.sick, medicine, own.sick_call]),
        part(own.used_title, &[own.used]),
        part(own.out_title, &[own.out, take_along]),
    ];
    parts
        .into_iter()
        .chain(steps(plan, words, OverdoseDetail::Short))
        .collect()
}
