//! Boundaries. Nobody starts from a blank: a boundary begins from its kind's sentence, to be changed.

use crate::coach::{self, Firmness};
use crate::journey::Question;
use crate::journey::kinds::ItemList;
use crate::plan::Field::BouWill;
use crate::plan::{Answer, ById, CodedChoice, Id, List, Plan, Section, YesNo};
use crate::words::{KindWords, Words};

use super::gate_lets;
use super::table::questions;

/// The list of boundaries.
pub static BOUNDARIES: &[Question] = questions! {
    Boundaries, ThePlan, own(ItemList::of(List::Boundaries, Section::Boundaries, ONE, title).showing(&[BouWill])), when(gate_lets);
};

static ONE: &[Question] = questions! {
    BouPerson, ThePlan, adult(boundaries[].person);
    BouKind, ThePlan, pick(boundaries[].kind).told_after().with_note(kind_note);
    BouWill, ThePlan, paragraph(boundaries[].i_will).starting_with(i_will);
    BouStays, ThePlan, paragraph(boundaries[].what_stays).starting_with(what_stays);
    BouStarts, OnRequest, date(boundaries[].starts);
    BouOnlyIfNo, OnRequest, pick(boundaries[].only_if_answer_is_no);
    BouAfterYes, OnRequest, pick(boundaries[].kept_after_yes), when(is_not_only_after_a_no);
    BouAlone, OnRequest, pick(boundaries[].i_can_do_this_alone);
    BouHard, OnRequest, pick(boundaries[].how_hard_1_5);
    BouSupporter, OnRequest, line(boundaries[].who_supports_me);
    BouReview, OnRequest, date(boundaries[].review_date);
    BouTalked, OnRequest, pick(boundaries[].talked_with_professional);
    BouNight, OnRequest, pick(boundaries[].holds_at_night);
    BouTears, OnRequest, pick(boundaries[].holds_in_tears);
    BouLeaving, OnRequest, pick(boundaries[].holds_when_leaving).with_note(firmness_note);
    BouPrint, OnRequest, pick(boundaries[].print_anyway), when(is_shaky);
    BouSaid, OnRequest, pick(boundaries[].said_aloud), when(|plan, _| plan.talked());
    BouHeld, OnRequest, pick(boundaries[].held), when(is_said);
};

/// What is done only if the answer is no is not kept after a yes.
fn is_not_only_after_a_no(plan: &Plan, id: &Id) -> bool {
    let boundary = plan.boundaries.by_id(id);
    !boundary.is_some_and(|boundary| boundary.only_if_answer_is_no.is(&YesNo::Yes))
}

/// Said aloud on the day: only then there is something to keep.
fn is_said(plan: &Plan, id: &Id) -> bool {
    let boundary = plan.boundaries.by_id(id);
    plan.talked() && boundary.is_some_and(|boundary| boundary.said_aloud.is(&YesNo::Yes))
}

/// Whose it is and its kind.
pub fn title(plan: &Plan, id: &Id, words: &Words) -> String {
    let Some(boundary) = plan.boundaries.by_id(id) else {
        return String::new();
    };
    let who = boundary.person.given().and_then(|id| plan.name_of(id));
    let kind = boundary.kind.given().map(|kind| words.label(kind));
    let parts: Vec<String> = [who, kind]
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(": ")
}

fn i_will(plan: &Plan, id: &Id, words: &Words) -> String {
    sentence(plan, id, words, |kind| kind.i_will)
}

fn what_stays(plan: &Plan, id: &Id, words: &Words) -> String {
    sentence(plan, id, words, |kind| kind.what_stays)
}

fn sentence(plan: &Plan, id: &Id, words: &Words, part: fn(&KindWords) -> &'static str) -> String {
    let boundary = plan.boundaries.by_id(id);
    let kind = boundary
        .and_then(|boundary| boundary.kind.given())
        .and_then(|kind| words.boundaries.kind.get(kind.code()));
    kind.map(|kind| words.fill_names(part(kind), plan, ""))
        .unwrap_or_default()
}

/// What the follow-through test says, once its three questions are answered.
fn firmness(plan: &Plan, id: &Id) -> Option<Firmness> {
    let boundary = plan.boundaries.by_id(id)?;
    let yes = |answer: &Answer<YesNo>| answer.given().map(|answer| *answer == YesNo::Yes);
    let (night, tears) = (yes(&boundary.holds_at_night)?, yes(&boundary.holds_in_tears)?);
    Some(coach::firmness(night, tears, yes(&boundary.holds_when_leaving)?))
}

/// Tested, and not held to.
fn is_shaky(plan: &Plan, id: &Id) -> bool {
    firmness(plan, id).is_some_and(|firm| firm != Firmness::Firm)
}

fn firmness_note(plan: &Plan, id: &Id, words: &Words) -> String {
    firmness(plan, id)
        .map(|firm| words.firmness(firm).to_string())
        .unwrap_or_default()
}

/// The safety note of a kind, and beside the first boundary what is never withdrawn.
fn kind_note(plan: &Plan, id: &Id, words: &Words) -> String {
    let note = sentence(plan, id, words, |kind| kind.note);
    if plan.boundaries.len() > 1 {
        return note;
    }
    [note, words.never_withdrawn(plan)]
        .into_iter()
        .filter(|said| !said.is_empty())
        .collect::<Vec<_>>()
        .join("\n\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::BoundaryKind;

    /// What is said beside the last of these boundaries.
    fn note(kinds: &[BoundaryKind]) -> String {
        let mut plan = Plan::default();
        for kind in kinds {
            let id = plan.add(List::Boundaries);
            plan.boundaries[&id].kind = Answer::Given(kind.clone());
        }
        kind_note(
            &plan,
            &plan.boundaries[kinds.len() - 1].id,
            &Words::load("en", None).unwrap(),
        )
    }

    // Holds R-25
    #[test]
    fn r_25_what_ends_housing_says_what_being_without_a_home_means() {
        let danger = "Being without a home raises the danger of overdose and of using alone.";
        for kind in [BoundaryKind::MovingOut, BoundaryKind::LivingHere] {
            assert!(note(&[kind]).starts_with(danger));
        }
        for kind in [BoundaryKind::OwnLife, BoundaryKind::Car] {
            assert!(!note(&[kind]).contains(danger));
        }
    }

    // Holds R-26
    #[test]
    fn r_26_what_is_never_withdrawn_is_said_beside_the_first_boundary_only() {
        let never = "Whatever else changes, these stay:";
        assert!(note(&[BoundaryKind::OwnLife]).starts_with(never));
        assert_eq!(note(&[BoundaryKind::Car, BoundaryKind::OwnLife]), "");
    }
}
