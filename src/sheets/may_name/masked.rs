//! A copy with made-up names, and how much there is: what a page may say of a plan that must not be known by it.

use crate::plan::{Answer, Id, Plan, Text, YesNo};
use crate::words::{PagesSupervisionWords, fill_placeholders};

/// A copy in which everybody and every place has a made-up name: the same each time, and equal to no real one, since
/// each is a word of ours and a number.
pub fn masked(plan: &Plan, own: &PagesSupervisionWords) -> Plan {
    let given = |name: String| Answer::Given(Text::new(&name));
    let counted = |name: &str, at: usize| given(fill_placeholders(name, &[("n", &(at + 1).to_string())]));
    let mut masked = plan.clone();
    masked.person.name = given(own.them.into());
    masked.planner.name = given(own.planner.into());
    for (at, it) in masked.attendees.iter_mut().enumerate() {
        it.name = match it.id == Id::planner() {
            true => given(own.planner.into()),
            false => counted(own.helper, at),
        };
    }
    for (at, it) in masked.professionals.iter_mut().enumerate() {
        it.name = counted(own.professional, at);
    }
    for (at, it) in masked.treatment_options.iter_mut().enumerate() {
        it.name = counted(own.place, at);
    }
    for (at, it) in masked.support_groups.iter_mut().enumerate() {
        it.name = counted(own.group, at);
    }
    for (at, it) in masked.afterwards.follow_ups.iter_mut().enumerate() {
        it.what = counted(own.follow_up, at);
    }
    masked
}

/// How many there are of what is said and kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[allow(missing_docs)]
pub struct Counted {
    pub bounds: usize,
    /// Of these, what was said aloud on the day.
    pub said: usize,
    pub letters: usize,
    pub answers: usize,
    pub talks: usize,
    /// All that is about a meeting, the way and the days among it.
    pub of_a_meeting: usize,
}

/// Counts, and names nobody.
pub fn counted(plan: &Plan) -> Counted {
    let lists = [
        plan.boundaries.len(),
        plan.statements.len(),
        plan.objections.len(),
        plan.afterwards.follow_ups.len(),
    ];
    let alone = [
        plan.way.kind.given().is_some(),
        plan.day.date.given().is_some(),
        plan.day.rehearsal.given().is_some(),
    ];
    let [bounds, letters, answers, talks] = lists;
    let alone = alone.into_iter().filter(|given| *given).count();
    Counted {
        bounds,
        said: plan
            .boundaries
            .iter()
            .filter(|one| one.said_aloud.is(&YesNo::Yes))
            .count(),
        letters,
        answers,
        talks,
        of_a_meeting: lists.iter().sum::<usize>() + plan.attendees.len() + alone,
    }
}
