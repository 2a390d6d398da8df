//! The road: questions in their order, walked forward over what is open and back over what applies.

use std::io;

use crate::ask::Wish;
use crate::plan::{Plan, Section};

use super::{Desk, Here, Question, Spot, Tier, Turn};

/// One question and the section it stands in.
#[derive(Clone, Copy)]
pub struct Stop {
    /// The section.
    pub section: Section,
    /// The question and what it is about.
    pub here: Here,
}

/// Questions in the order in which they are asked.
pub struct Road {
    /// The stops, in order.
    pub stops: Vec<Stop>,
    /// How far it goes.
    pub tier: Tier,
    /// Each section begins with its first words; an item of a list stands in a section that has begun already.
    pub introduces: bool,
}

impl Road {
    /// The questions of one item of a list.
    pub fn of_item(section: Section, questions: &'static [Question], spot: Spot, tier: Tier) -> Road {
        let stop = |question| Stop {
            section,
            here: Here { question, spot },
        };
        Road {
            stops: questions.iter().map(stop).collect(),
            tier,
            introduces: false,
        }
    }

    /// The questions that apply.
    pub fn standing(&self, plan: &Plan) -> impl DoubleEndedIterator<Item = (usize, Stop)> {
        let standing: Vec<(usize, Stop)> = self
            .stops
            .iter()
            .copied()
            .enumerate()
            .filter(|(_, stop)| stop.here.stands(plan, self.tier))
            .collect();
        standing.into_iter()
    }

    fn open_from(&self, plan: &Plan, at: usize) -> Option<usize> {
        self.standing(plan)
            .find(|(i, stop)| *i >= at && !stop.here.settled(plan))
            .map(|(i, _)| i)
    }

    fn before(&self, plan: &Plan, at: usize) -> Option<usize> {
        self.standing(plan).rev().find(|(i, _)| *i < at).map(|(i, _)| i)
    }

    fn left_in_section(&self, plan: &Plan, at: usize) -> usize {
        let section = self.stops[at].section;
        self.standing(plan)
            .filter(|(i, s)| *i > at && s.section == section && !s.here.settled(plan))
            .count()
    }
}

/// The first question that applies and is not settled: where a visit goes on.
pub fn first_open(road: &Road, plan: &Plan) -> Option<usize> {
    road.open_from(plan, 0)
}

/// How a walk ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum End {
    /// Every question on the road is settled.
    Done,
    /// Back from the first question.
    Back,
    /// To the home page.
    Home,
    /// Away at once.
    Hide,
    /// Out.
    Leave,
}

impl End {
    /// The wish that leads there; none where it goes on here.
    pub fn wish(self) -> Option<Wish> {
        match self {
            End::Done | End::Back => None,
            End::Home => Some(Wish::Home),
            End::Hide => Some(Wish::Hide),
            End::Leave => Some(Wish::Leave),
        }
    }
}

/// What a walk tells the one who sent it when a section ends; what comes back is said on the next screen.
pub type Gained<'a> = dyn FnMut(&Plan, Section) -> Option<String> + 'a;

/// Walks the road from stop `begin`: forward over what is open, back over what applies.
///
/// # Errors
/// The terminal or the disk failed.
pub fn travel(road: &Road, plan: &mut Plan, desk: &mut Desk, begin: usize, gained: &mut Gained) -> io::Result<End> {
    let mut at = begin;
    let mut entered = None;
    loop {
        let stop = road.stops[at];
        if road.introduces && entered.is_none_or(|section| section != stop.section) {
            introduce(stop.section, plan, desk);
        }
        entered = Some(stop.section);
        desk.place = (stop.section, road.left_in_section(plan, at));
        let stood: Vec<usize> = road.standing(plan).map(|(at, _)| at).collect();
        let turn = stop.here.put(plan, desk)?;
        (desk.resuming, desk.sudden) = (false, false);
        match turn {
            Turn::Next => {
                // Else it would be asked again and again: an answer settles a question, or ends that it applies.
                debug_assert!(stop.here.settled(plan) || !stop.here.stands(plan, road.tier));
                let next = road.open_from(plan, at + 1).or_else(|| road.open_from(plan, 0));
                if next.is_none_or(|next| road.stops[next].section != stop.section) {
                    gained(plan, stop.section).into_iter().for_each(|said| desk.carry(said));
                }
                match next {
                    Some(next) => {
                        desk.sudden = !stood.contains(&next);
                        at = next;
                    }
                    None => return Ok(End::Done),
                }
            }
            Turn::Back => match road.before(plan, at) {
                Some(before) => {
                    at = before;
                    entered = Some(road.stops[at].section);
                }
                None => return Ok(End::Back),
            },
            Turn::Home => return Ok(End::Home),
            Turn::Hide => return Ok(End::Hide),
            Turn::Leave => return Ok(End::Leave),
        }
    }
}

/// A section's first words, on the screen of its first question.
fn introduce(section: Section, plan: &Plan, desk: &mut Desk) {
    let intro = desk.words.intro(section, plan);
    if !intro.is_empty() {
        desk.carry(desk.words.speak(intro, plan, ""));
    }
}
