//! Who attends (facts 1.3). Four questions of the sources are one here, and only the outcome is kept.

use crate::plan::Field::*;
use crate::plan::{List, Section, at};
use crate::walk::Question;
use crate::walk::Tier::*;
use crate::walk::kinds::{Check, Days, Group, Line, Long, Pick, Ticks, Who, planner_attends};

use super::gate_lets;

/// The list of attendees.
pub static ATTENDEES: &[Question] = &[Question::new(
    Attendees,
    ThePlan,
    &Group {
        list: List::Attendees,
        section: Section::Attendees,
        questions: ONE,
        title: |plan, at, _| plan.attendees[at].name.words().into(),
        ready: planner_attends,
        begin: |_, _| {},
    },
)
.when(gate_lets)];

static ONE: &[Question] = &[
    Question::new(AttName, ThePlan, &Line(at!(attendees[].name), Check::Nothing)),
    Question::new(AttRelation, ThePlan, &Line(at!(attendees[].relation), Check::Nothing)),
    Question::new(AttTakesPart, ThePlan, &Pick(at!(attendees[].takes_part))),
    Question::new(AttReader, ThePlan, &Who(at!(attendees[].reader))).when(|plan, at| plan.attendees[at].writes()),
    Question::new(AttParts, ThePlan, &Ticks(at!(attendees[].parts)))
        .when(|plan, at| plan.attendees[at].helps() && !plan.attendees[at].writes()),
    Question::new(AttPhone, ThePlan, &Line(at!(attendees[].phone), Check::Phone))
        .when(|plan, at| plan.attendees[at].helps()),
    Question::new(AttAdult, More, &Pick(at!(attendees[].adult))),
    Question::new(AttDaysCannot, More, &Days(at!(attendees[].days_cannot)))
        .when(|plan, at| plan.attendees[at].attends()),
    Question::new(AttSupport, More, &Line(at!(attendees[].own_support), Check::Nothing)),
    Question::new(AttBrings, More, &Long::joined(at!(attendees[].brings))).when(|plan, at| plan.attendees[at].helps()),
];
