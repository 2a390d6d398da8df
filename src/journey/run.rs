//! The questions in their order, forward over what is open and back over what applies.

use crate::plan::{Plan, Section};

use super::{ItemRef, Question, QuestionAt, Tier};
use crate::session::{Outcome, Session, Stop};

/// One question and the section it is in.
#[derive(Clone)]
pub struct JourneyEntry {
    /// The section.
    pub section: Section,
    /// The question and what it is about.
    pub here: QuestionAt,
}

/// Questions in the order in which they are asked.
pub struct Journey {
    /// The stops, in order.
    pub entries: Vec<JourneyEntry>,
    /// How far it goes.
    pub tier: Tier,
    /// Each section begins with its first words; an item of a list is in a section that has begun already.
    pub introduces: bool,
}

impl Journey {
    /// The questions of one item of a list.
    pub fn of_item(section: Section, questions: &'static [Question], item: ItemRef, tier: Tier) -> Journey {
        let entry = |question| JourneyEntry {
            section,
            here: QuestionAt {
                question,
                item: item.clone(),
            },
        };
        Journey {
            entries: questions.iter().map(entry).collect(),
            tier,
            introduces: false,
        }
    }

    /// The questions that apply.
    pub fn asked_entries(&self, plan: &Plan) -> impl DoubleEndedIterator<Item = (usize, &JourneyEntry)> {
        let all = self.entries.iter().enumerate();
        all.filter(|(_, entry)| entry.here.is_asked(plan, self.tier))
    }

    fn next_unsettled(&self, plan: &Plan, at: usize) -> Option<usize> {
        self.asked_entries(plan)
            .find(|(i, entry)| *i >= at && !entry.here.is_settled(plan))
            .map(|(i, _)| i)
    }

    fn previous(&self, plan: &Plan, at: usize) -> Option<usize> {
        self.asked_entries(plan).rev().find(|(i, _)| *i < at).map(|(i, _)| i)
    }

    fn left_in_section(&self, plan: &Plan, at: usize) -> usize {
        let section = self.entries[at].section;
        self.asked_entries(plan)
            .filter(|(i, s)| *i > at && s.section == section && !s.here.is_settled(plan))
            .count()
    }
}

/// The first question that applies and is not settled: where a visit goes on.
pub fn first_unsettled(journey: &Journey, plan: &Plan) -> Option<usize> {
    journey.next_unsettled(plan, 0)
}

/// What a walk tells the one who sent it when a section ends; what comes back is said on the next screen.
pub type OnSectionEnd<'a> = dyn FnMut(&Plan, Section) -> Option<String> + 'a;

/// Asks from entry `begin` on: forward over what is open, back over what applies.
///
/// # Errors
/// The terminal or the disk failed.
pub fn run(
    journey: &Journey,
    plan: &mut Plan,
    session: &mut Session,
    begin: usize,
    gained: &mut OnSectionEnd,
) -> Result<Outcome, Stop> {
    let mut at = begin;
    let mut entered = None;
    loop {
        let entry = &journey.entries[at];
        if journey.introduces && entered.is_none_or(|section| section != entry.section) {
            introduce(entry.section, journey.tier, plan, session);
        }
        entered = Some(entry.section);
        session.place = (entry.section, journey.left_in_section(plan, at));
        let stood: Vec<usize> = journey.asked_entries(plan).map(|(at, _)| at).collect();
        let turn = entry.here.ask(plan, session)?;
        (session.resuming, session.is_followup) = (false, false);
        match turn {
            Outcome::Done => {
                // Else it would be asked again and again: an answer settles a question, or ends that it applies.
                debug_assert!(entry.here.is_settled(plan) || !entry.here.is_asked(plan, journey.tier));
                let next = journey
                    .next_unsettled(plan, at + 1)
                    .or_else(|| journey.next_unsettled(plan, 0));
                if next.is_none_or(|next| journey.entries[next].section != entry.section) {
                    gained(plan, entry.section)
                        .into_iter()
                        .for_each(|said| session.notice(said));
                }
                match next {
                    Some(next) => {
                        session.is_followup = !stood.contains(&next);
                        at = next;
                    }
                    None => return Ok(Outcome::Done),
                }
            }
            Outcome::Back => match journey.previous(plan, at) {
                Some(before) => {
                    at = before;
                    entered = Some(journey.entries[at].section);
                }
                None => return Ok(Outcome::Back),
            },
        }
    }
}

/// A section's first words, on the screen of its first question. In ten minutes there are none, and in the plan none over
/// the few easy questions about the person and the day.
fn introduce(section: Section, tier: Tier, plan: &Plan, session: &mut Session) {
    let easy = matches!(section, Section::Person | Section::Day);
    if tier == Tier::TenMinutes || (tier == Tier::ThePlan && easy) {
        return;
    }
    let intro = session.words.intro(section, plan);
    if !intro.is_empty() {
        session.notice(session.words.fill_names(intro, plan, ""));
    }
}
