//! Blank pages, for a family that plans on paper only (design#computer): the questions with room to write, and the
//! list.

use chrono::NaiveDate;

use crate::plan::{Field, Plan};
use crate::words::Words;

use super::checklist::whole_list;
use super::frame::page;
use super::{Block, Page};

/// What is asked on paper, with the rows each answer gets. The private safety questions are not among them: paper lies
/// about.
const ASKED: &[(Field, usize)] = &[
    (Field::PlannerName, 1),
    (Field::PersonName, 1),
    (Field::Substances, 1),
    (Field::Care, 1),
    (Field::CareContact, 2),
    (Field::Naloxone, 1),
    (Field::Children, 1),
    (Field::Tell, 1),
    (Field::Love, 3),
    (Field::Professionals, 3),
    (Field::Way, 1),
    (Field::Attendees, 6),
    (Field::Options, 6),
    (Field::Boundaries, 6),
    (Field::Date, 1),
    (Field::Place, 1),
];

/// The questions of the plan with room to write, then the checklist of a plan nobody has filled in yet.
pub fn blank(country: &str, words: &Words, today: NaiveDate) -> Page {
    let words = words.spoken_in(country);
    let plan = Plan {
        country: country.into(),
        ..Plan::default()
    };
    let asked = ASKED
        .iter()
        .map(|(field, rows)| Block::Blank(words.fill_names(words.question(*field).ask, &plan, ""), *rows));
    let list = whole_list(&plan, words, today).blocks;
    page(
        &plan,
        words,
        today,
        words.checklist.title.into(),
        asked.chain(list).collect(),
    )
}
