//! What the person the plan is about keeps (visit 9): two choices or their own, what stays, numbers, and what they may
//! do. Nothing about what was done, about boundaries or about why; only what the plan confirms is promised.

use chrono::NaiveDate;

use crate::plan::{
    Attendee, BoundaryKind, Care, Checked, Children, Choice, Id, Naloxone, OptionKind, Part, Plan, Rank, RedFlag,
    Section, TreatmentOption, YesNo,
};
use crate::tasks::Kind;
use crate::words::{Words, fill};

use super::frame::{chosen, facts, left_out, name, page, phone, unless_empty};
use super::numbers::lines;
use super::{Block, LeftOut, Number, Page};

/// The page for the person to keep.
pub fn offer(plan: &Plan, words: &Words, today: NaiveDate) -> Page {
    let own = &words.pages.offer;
    let choices = choices(plan);
    let look = if choices.is_empty() { &own.look_none } else { &own.look };
    let mut blocks = vec![Block::Summary {
        title: own.top_title.clone(),
        lines: own.top.iter().chain([look]).cloned().collect(),
    }];
    for (at, option) in choices.iter().enumerate() {
        let said = if at == 0 { &own.choice } else { &own.other };
        blocks.extend(choice(plan, words, today, option, said));
    }
    if matches!(
        plan.person.care.given(),
        Some(Care::Medicine | Care::Program | Care::Both)
    ) {
        blocks.push(Block::Words(own.stay.clone()));
    }
    blocks.push(Block::Blank(own.own.clone(), 2));
    blocks.extend(go(plan, words));
    blocks.push(stays(plan, words));
    blocks.push(Block::Points {
        title: own.may_title.clone(),
        ordered: false,
        lines: own.may.clone(),
    });
    blocks.extend(people(plan, words));
    blocks.extend(naloxone(plan, words));
    blocks.extend(lines(plan, words));
    let mut page = page(plan, words, today, own.title.clone(), blocks);
    let unfit = plan
        .treatment_options
        .iter()
        .filter(|option| !suits(plan, option))
        .count();
    let kept = plan.boundaries.len() - still(plan).count();
    page.left_out = left_out(&[(LeftOut::Place, unfit), (LeftOut::Kept, kept)]);
    page
}

/// The two places that are laid before the person, the first choice first.
pub(super) fn choices(plan: &Plan) -> Vec<&TreatmentOption> {
    let rank = |option: &&TreatmentOption| match option.rank.given() {
        Some(Rank::First) => 0,
        Some(Rank::Backup) => 1,
        None => 2,
        Some(_) => 3,
    };
    let named = |option: &&TreatmentOption| option.name.given().is_some() || option.kind.given().is_some();
    let helps_them = |option: &&TreatmentOption| !option.kind.is(&OptionKind::Family);
    let all = plan.treatment_options.iter().filter(|option| suits(plan, option));
    let mut all: Vec<_> = all.filter(named).filter(helps_them).collect();
    all.sort_by_key(rank);
    all.truncate(2);
    all
}

/// True for a place without a warning sign (facts 5.3) where a medicine they take surely goes on: who loses it is in
/// danger of dying within weeks (facts 3.1).
pub(super) fn suits(plan: &Plan, option: &TreatmentOption) -> bool {
    let warned = option.red_flags_noticed.given().into_iter().flatten();
    let warned = warned.into_iter().any(|flag| *flag != RedFlag::Nothing) || option.licensed.is(&Checked::No);
    let takes = matches!(plan.person.care.given(), Some(Care::Medicine | Care::Both));
    !warned && (!takes || option.continues_existing_medication.is(&Checked::Yes))
}

/// One place: its number, and what is known of how to get there. A day that has passed is not offered, and what the
/// family wrote for itself, such as the cost or what they might like, stays with it.
fn choice(plan: &Plan, words: &Words, today: NaiveDate, option: &TreatmentOption, said: &str) -> Vec<Block> {
    let own = &words.pages.offer;
    let title = fill(said, &[("item", &words.item_name(&option.id, plan))]);
    let still = |day: &crate::plan::Answer<NaiveDate>| {
        let day = day.given().filter(|day| **day >= today);
        day.map(|day| words.long_date(*day)).unwrap_or_default()
    };
    let first = match option.phone.words() {
        "" => Block::Heading(title),
        _ => Block::Numbers {
            title,
            lines: vec![phone("", "", &option.phone)],
        },
    };
    let known = facts(&[
        (&own.kind, chosen(words, &option.kind)),
        (&own.r#where, option.address.words().into()),
        (&own.ask_for, option.contact_person.words().into()),
        (&own.open, option.opening_hours.words().into()),
        (&own.from, still(&option.soonest_start)),
        (&own.held, still(&option.bed_or_slot_held_until)),
    ]);
    let detox = option.kind.is(&OptionKind::Detox);
    let note = words.step(Section::Options).option_note.get(OptionKind::Detox.code());
    let note = note
        .filter(|_| detox)
        .map(|note| Block::Words(words.speak(note, plan, "")));
    [first, known].into_iter().chain(note).collect()
}

/// The first adult with a name who holds this part.
fn holder(plan: &Plan, part: Part) -> Option<&Attendee> {
    let fit = |one: &&Attendee| !one.name.words().is_empty() && !one.adult.is(&YesNo::No);
    plan.holders(part).into_iter().find(fit)
}

/// Who drives, who comes along, who is with the children.
fn go(plan: &Plan, words: &Words) -> Vec<Block> {
    let own = &words.pages.offer;
    let holds = |part| {
        holder(plan, part)
            .map(|one| one.name.words().to_string())
            .unwrap_or_default()
    };
    let drives = holds(Part::Driver);
    let along = [name(plan, &plan.afterwards.goes_along), holds(Part::Second)];
    let along = along.into_iter().find(|who| !who.is_empty() && *who != drives);
    let children = plan.person.children.is(&Children::Yes).then(|| holds(Part::Carer));
    let mut blocks = unless_empty(
        &own.go_title,
        facts(&[
            (&own.drives, drives),
            (&own.along, along.unwrap_or_default()),
            (&own.children, children.unwrap_or_default()),
        ]),
    );
    if !blocks.is_empty() {
        blocks.push(Block::Words(own.else_line.clone()));
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
        (&stays.ride, holder(plan, Part::Driver).is_some()),
        (&stays.children, plan.person.children.is(&Children::Yes)),
        (&stays.medicine, true),
    ];
    let never = never
        .into_iter()
        .filter(|(_, is_so)| *is_so)
        .map(|(line, _)| line.clone());
    let said = still(plan).map(|(who, what)| fill(&own.says, &[("who", &who), ("item", what)]));
    Block::Points {
        title: own.stays_title.clone(),
        ordered: false,
        lines: never.chain(said).collect(),
    }
}

/// Who will still do what, whatever the answer is. Only of those kinds whose words tell nothing of a boundary: what
/// stays beside moving out, bail or debts would.
fn still(plan: &Plan) -> impl Iterator<Item = (String, &str)> {
    use BoundaryKind::{Bills, Car, Money, Phone};
    plan.boundaries.iter().filter_map(|boundary| {
        let quiet = matches!(boundary.kind.given(), Some(Money | Bills | Car | Phone));
        let holds = boundary.only_if_answer_is_no.is(&YesNo::No) && !boundary.kept_after_yes.is(&YesNo::No);
        let who = boundary.person.given().and_then(|id| plan.name_of(id));
        let what = boundary.what_stays.words();
        who.filter(|_| quiet && holds && !what.is_empty())
            .map(|who| (who, what))
    })
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
            None => people.push((id, part.clone())),
        }
    }
    let planner = Id::planner();
    if people.is_empty() {
        people.push((&planner, String::new()));
    }
    let line = |(id, said): (&Id, String)| -> Option<Number> {
        let number = plan.attendee(id).map(|one| one.phone.clone()).unwrap_or_default();
        Some(phone(&plan.name_of(id)?, &said, &number))
    };
    let lines: Vec<Number> = people.into_iter().filter_map(line).collect();
    (!lines.is_empty()).then(|| Block::Numbers {
        title: own.people_title.clone(),
        lines,
    })
}

/// What naloxone does, and who has it.
fn naloxone(plan: &Plan, words: &Words) -> Option<Block> {
    let own = &words.pages.offer;
    let why = words.tasks.task.get(Kind::Naloxone.code()).map(|task| &task.why);
    let why = why.map(|why| words.lines(&plan.country).fill(why, words));
    plan.may_be_opioids().then(|| {
        facts(&[
            (&own.naloxone, why.unwrap_or_default()),
            (&own.naloxone_with, name(plan, &plan.afterwards.naloxone_with)),
        ])
    })
}

#[cfg(test)]
#[path = "offer_tests.rs"]
mod tests;
