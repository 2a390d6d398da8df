//! What a first visit asks (evidence#cards and R-34): what may be said is filled in, the rest is left to the person's
//! own hand.
//!
//! No name is put on it, and no safety answer: what is better said than written, the page says so (design#never).

use chrono::NaiveDate;

use crate::plan::{Answer, Care, CodedChoice, Field, Plan, Recent, Substance};
use crate::text;
use crate::words::{Words, lines_of};

use super::super::may_name::{self, Audience};
use super::frame::{left_out, page, unless_empty};
use super::{Block, LeftOut, Page};

/// What a place told us of the first visit.
const PLACE: &[Field] = &[
    Field::OptName,
    Field::OptKind,
    Field::OptPhone,
    Field::OptReference,
    Field::OptSpokeWith,
    Field::OptSoonest,
    Field::OptEvaluation,
    Field::OptAdmission,
    Field::OptAllowed,
];

/// The page for a first visit, in the words of the one who goes.
pub fn clinic(plan: &Plan, words: &Words, today: NaiveDate) -> Page {
    let own = &words.pages.clinic;
    let mut blocks = vec![Block::summary(own.top_title, lines_of(own.top))];
    blocks.extend(unless_empty(own.known_title, known(plan, words)));
    blocks.extend(place(plan, words));
    for part in own.part {
        blocks.push(Block::Heading(part.title.into()));
        blocks.extend(
            part.lines
                .iter()
                .map(|line| Block::Blank((*line).into(), part.rows as usize)),
        );
    }
    let points = |title: &str, lines: &[&str]| Block::points(title, lines_of(lines));
    blocks.push(points(own.alone_title, own.alone));
    blocks.push(points(own.ask_title, own.ask));
    if plan.may_be_opioids() {
        // whoever goes may be without for some days.
        blocks.push(points(
            words.pages.overdose.danger_title,
            &[words.note(&Recent::DaysWithout)],
        ));
    }
    let mut page = page(plan, words, today, own.title.into(), blocks);
    page.left_out = left_out(&[(LeftOut::Kept, kept(plan))]);
    page
}

/// What the family knows and may say. "Not sure" is no news, and what nobody would write is not written here.
fn known(plan: &Plan, words: &Words) -> Block {
    let own = &words.pages.clinic;
    let silent = |code: &str| matches!(code, "not_sure" | "rather_not");
    let used = plan.person.substances.given().into_iter().flatten();
    let used = used.filter(|it: &&Substance| !silent(it.code()));
    let care = plan.person.care.given().filter(|it: &&Care| !silent(it.code()));
    let rows = [
        (&own.used, words.list_labels(used.map(|it| words.label(it)))),
        (&own.care, care.map(|it| words.label(it)).unwrap_or_default()),
        (&own.contact, text::sanitize_line(plan.person.care_contact.words())),
    ];
    let rows = rows.into_iter().filter(|(_, known)| !known.is_empty());
    Block::Facts(rows.map(|(label, known)| (label.to_string(), known)).collect())
}

/// The first choice, and what it told us.
fn place(plan: &Plan, words: &Words) -> Vec<Block> {
    let Some(option) = may_name::first(plan, Audience::Them) else {
        return Vec::new();
    };
    let row = |field: &Field| {
        let known = text::sanitize_line(&words.option_answer(option, *field));
        let short = words.fill_names(words.question(*field).short, &Plan::default(), "");
        (!known.is_empty()).then_some((short, known))
    };
    let rows = Block::Facts(PLACE.iter().filter_map(row).collect());
    unless_empty(words.pages.clinic.place_title, rows)
}

/// How much the plan knows that a clinic may ask, and that the person says themselves or not at all.
fn kept(plan: &Plan) -> usize {
    fn given<V>(answer: &Answer<V>) -> usize {
        usize::from(answer.given().is_some())
    }
    let person = &plan.person;
    given(&person.name)
        + given(&person.pronouns)
        + given(&person.recent)
        + given(&person.helped_before)
        + given(&person.children)
        + given(&person.home)
        + given(&person.work)
        + given(&person.insurance)
}
