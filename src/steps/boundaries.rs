//! Boundaries. Nobody starts from a blank: a boundary begins from its kind's sentence, to be changed.

use crate::coach::{self, Firmness};
use crate::journey::Question;
use crate::journey::Tier::*;
use crate::journey::kinds::{DateInput, ItemList, LineCheck, LineInput, PersonPick, Pick, TextInput};
use crate::plan::Field::*;
use crate::plan::{Answer, Boundary, CodedChoice, List, Plan, Section, YesNo, at};
use crate::words::{KindWords, Words};

use super::gate_lets;

/// The list of boundaries.
pub static BOUNDARIES: &[Question] = &[Question::new(
    Boundaries,
    ThePlan,
    &ItemList {
        list: List::Boundaries,
        section: Section::Boundaries,
        questions: ONE,
        title: |plan, at, words| {
            let boundary = &plan.boundaries[at];
            let who = boundary
                .person
                .given()
                .and_then(|id| plan.name_of(id))
                .unwrap_or_default();
            let kind = boundary.kind.given().map(|kind| words.label(kind)).unwrap_or_default();
            [who, kind]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(": ")
        },
        prepare: |_, _| None,
        init_item: |_, _| {},
    },
)
.when(gate_lets)];

static ONE: &[Question] = &[
    Question::new(BouPerson, ThePlan, &PersonPick::adult(at!(boundaries[].person))),
    Question::new(BouKind, ThePlan, &Pick::of(at!(boundaries[].kind)).with_note(kind_note)),
    Question::new(
        BouWill,
        ThePlan,
        &TextInput::starting_with(at!(boundaries[].i_will), |plan, at, words| {
            sentence(plan, at, words, |kind| kind.i_will)
        }),
    ),
    Question::new(
        BouStays,
        ThePlan,
        &TextInput::starting_with(at!(boundaries[].what_stays), |plan, at, words| {
            sentence(plan, at, words, |kind| kind.what_stays)
        }),
    ),
    Question::new(BouStarts, OnRequest, &DateInput(at!(boundaries[].starts))),
    Question::new(
        BouOnlyIfNo,
        OnRequest,
        &Pick::of(at!(boundaries[].only_if_answer_is_no)),
    ),
    Question::new(BouAfterYes, OnRequest, &Pick::of(at!(boundaries[].kept_after_yes))),
    Question::new(BouAlone, OnRequest, &Pick::of(at!(boundaries[].i_can_do_this_alone))),
    Question::new(BouHard, OnRequest, &Pick::of(at!(boundaries[].how_hard_1_5))),
    Question::new(
        BouSupporter,
        OnRequest,
        &LineInput(at!(boundaries[].who_supports_me), LineCheck::Nothing),
    ),
    Question::new(BouReview, OnRequest, &DateInput(at!(boundaries[].review_date))),
    Question::new(
        BouTalked,
        OnRequest,
        &Pick::of(at!(boundaries[].talked_with_professional)),
    ),
    Question::new(BouNight, OnRequest, &Pick::of(at!(boundaries[].holds_at_night))),
    Question::new(BouTears, OnRequest, &Pick::of(at!(boundaries[].holds_in_tears))),
    Question::new(
        BouLeaving,
        OnRequest,
        &Pick::of(at!(boundaries[].holds_when_leaving)).with_note(firmness_note),
    ),
    Question::new(BouPrint, OnRequest, &Pick::of(at!(boundaries[].print_anyway)))
        .when(|plan, at| firmness(&plan.boundaries[at]).is_some_and(|firm| firm != Firmness::Firm)),
];

fn sentence(plan: &Plan, at: usize, words: &Words, part: fn(&KindWords) -> &'static str) -> String {
    let kind = plan.boundaries[at]
        .kind
        .given()
        .and_then(|kind| words.boundaries.kind.get(kind.code()));
    kind.map(|kind| words.fill_names(part(kind), plan, ""))
        .unwrap_or_default()
}

/// What the follow-through test says, once its three questions are answered.
fn firmness(boundary: &Boundary) -> Option<Firmness> {
    let yes = |answer: &Answer<YesNo>| answer.given().map(|answer| *answer == YesNo::Yes);
    let (night, tears) = (yes(&boundary.holds_at_night)?, yes(&boundary.holds_in_tears)?);
    Some(coach::firmness(night, tears, yes(&boundary.holds_when_leaving)?))
}

fn firmness_note(plan: &Plan, at: usize, words: &Words) -> String {
    firmness(&plan.boundaries[at])
        .map(|firm| words.firmness(firm).to_string())
        .unwrap_or_default()
}

/// The safety note of a kind, and beside the first boundary what is never withdrawn.
fn kind_note(plan: &Plan, at: usize, words: &Words) -> String {
    let note = sentence(plan, at, words, |kind| kind.note);
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
            let at = plan.add(List::Boundaries);
            plan.boundaries[at].kind = Answer::Given(kind.clone());
        }
        kind_note(&plan, kinds.len() - 1, &Words::load("en", None).unwrap())
    }

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

    #[test]
    fn r_26_what_is_never_withdrawn_is_said_beside_the_first_boundary_only() {
        let never = "Whatever else changes, these stay:";
        assert!(note(&[BoundaryKind::OwnLife]).starts_with(never));
        assert_eq!(note(&[BoundaryKind::Car, BoundaryKind::OwnLife]), "");
    }
}
