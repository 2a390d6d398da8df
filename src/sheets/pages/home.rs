//! What is agreed for coming home, filled in with the person (evidence#home): room to write, and nothing that the family
//! wrote before, since it is no agreement until both of them made it.

use chrono::NaiveDate;

use crate::plan::{Children, Plan};
use crate::words::{Words, lines_of};

use super::frame::page;
use super::{Block, Page};

/// The page for coming home.
pub fn home(plan: &Plan, words: &Words, today: NaiveDate) -> Page {
    let own = &words.pages.home;
    let opioids = plan.may_be_opioids();
    let blank = |label: &str, rows: usize| Block::Blank(words.fill_names(label, plan, ""), rows);
    let points = |title: &str, lines: Vec<String>| {
        Block::points(
            words.fill_names(title, plan, ""),
            lines.iter().map(|line| words.fill_names(line, plan, "")),
        )
    };
    let heading = |title: &str| Block::Heading(words.fill_names(title, plan, ""));
    let days = match plan.person.children.is(&Children::Yes) {
        true => own.days,
        false => own.days_alone,
    };
    let mut blocks = vec![points(own.top_title, lines_of(own.top))];
    if opioids {
        blocks.extend([heading(own.alive_title), blank(own.naloxone, 1), blank(own.alone, 1)]);
    }
    blocks.extend([
        points(own.medicine_title, vec![own.medicine.into()]),
        blank(own.visit, 1),
        blank(own.clinic, 1),
        heading(own.touch_title),
        blank(own.touch, 2),
        blank(own.ask, 2),
        heading(own.home_title),
        blank(own.gone, 1),
        blank(own.room, 3),
        blank(own.money, 3),
        blank(days, 3),
        heading(own.hard_title),
        blank(own.helps, 3),
        blank(own.ours, 2),
    ]);
    let again = own.again.iter().chain(own.again_opioids.iter().filter(|_| opioids));
    blocks.extend([
        points(own.again_title, again.map(|line| line.to_string()).collect()),
        blank(own.first, 3),
        blank(own.look, 1),
        blank(own.names, 1),
    ]);
    page(plan, words, today, own.title.into(), blocks)
}
