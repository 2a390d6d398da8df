//! What to say and ask when a professional is called for the first time (evidence#brief), to read from on the phone.
//!
//! It lies beside the phone, so it names nobody, and it says none of the answers about safety: those are told by voice.

use chrono::NaiveDate;

use crate::plan::call::{PROFESSIONAL, SHORT};
use crate::plan::{Answer, Care, CodedChoice, Field, Plan, Substance};
use crate::tasks;
use crate::text;
use crate::words::{Words, fill_placeholders, lines_of};

use super::frame::{chosen, facts, page, the_day};
use super::{Block, Page};

/// The page for a first call to a professional, half a side to read from and half to write on: the five questions that are
/// enough, then the others. What is about opioids is asked only where one may be used.
pub fn brief(plan: &Plan, words: &Words, today: NaiveDate) -> Page {
    let own = &words.pages.brief;
    let mut quiet = plan.clone();
    quiet.person.name = Answer::Unasked;
    let ask = |field: &Field| words.fill_names(words.call.say_professional[field.code()], &quiet, "");
    let of_opioids = [Field::ProFamilies, Field::ProMedication];
    let mut asked = PROFESSIONAL.to_vec();
    asked.retain(|field| plan.uses_an_opioid() || !of_opioids.contains(field));
    let (first, then) = asked.split_at(SHORT);
    let points = |title: &str, ordered: bool, fields: &[Field]| Block::Points {
        title: title.into(),
        ordered,
        lines: fields.iter().map(ask).collect(),
    };
    let blocks = vec![
        Block::Words(hello(plan, words)),
        known(plan, words),
        points(own.first_title, true, first),
        points(own.then_title, false, then),
        Block::points(own.tell_title, lines_of(own.tell)),
        Block::Words(own.after.into()),
        Block::Blank(own.note.into(), 6),
    ];
    page(plan, words, today, own.title.into(), blocks)
}

/// The first words on the phone, with what is used where that is known.
fn hello(plan: &Plan, words: &Words) -> String {
    let own = &words.pages.brief;
    let used = plan.person.substances.given().into_iter().flatten();
    let used = used.filter(|it: &&Substance| !matches!(it.code(), "not_sure" | "rather_not"));
    let used: Vec<String> = used.map(|it| text::small_start(&words.label(it))).collect();
    if used.is_empty() {
        return own.hello.into();
    }
    fill_placeholders(own.hello_used, &[("item", &words.list(&used))])
}

/// What they will ask: the care there is, and, while a page may speak of it, the way and the day.
fn known(plan: &Plan, words: &Words) -> Block {
    let care = plan.person.care.given();
    let care = care.filter(|it: &&Care| !matches!(it.code(), "not_sure" | "rather_not"));
    let mut rows = vec![(
        words.pages.brief.care,
        care.map(|it| words.label(it)).unwrap_or_default(),
    )];
    if tasks::speaks_of_the_day(plan) {
        rows.push((words.question(Field::Way).short, chosen(words, &plan.way.kind)));
        rows.push((words.pages.plan.day, the_day(plan, words)));
    }
    facts(&rows)
}
