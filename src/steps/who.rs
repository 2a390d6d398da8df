//! Who this is about.

use crate::plan::Field::*;
use crate::plan::{self, at};
use crate::walk::Question;
use crate::walk::Tier::*;
use crate::walk::kinds::{Check, Line, Pick, RecentTicks, Ticks};

/// Who this is about.
pub static WHO: &[Question] = &[
    Question::new(PlannerName, TenMinutes, &Line(at!(planner.name), Check::Nothing)),
    Question::new(PersonName, TenMinutes, &Line(at!(person.name), Check::Nothing)).beside(),
    Question::new(Relation, TenMinutes, &Pick(at!(person.relation))),
    Question::new(Ages, TenMinutes, &Pick(at!(person.ages))).beside(),
    Question::new(Guardian, TenMinutes, &Pick(at!(person.guardian)))
        .when(|plan, _| plan.person.ages.is(&plan::Ages::PersonUnder))
        .beside(),
    Question::new(Pronouns, More, &Line(at!(person.pronouns), Check::Nothing)),
    Question::new(Substances, TenMinutes, &Ticks(at!(person.substances))),
    Question::new(Recent, TenMinutes, &RecentTicks),
    Question::new(Care, TenMinutes, &Pick(at!(person.care))),
    Question::new(CareContact, TenMinutes, &Line(at!(person.care_contact), Check::Nothing)).beside(),
    Question::new(Signs, Everything, &Ticks(at!(person.signs))),
];
