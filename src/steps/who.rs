//! Who this is about.

use crate::journey::Question;
use crate::journey::Tier::*;
use crate::journey::kinds::{LineCheck, LineInput, Pick, RecentTicks, Ticks};
use crate::plan::Field::*;
use crate::plan::{self, Plan, at};
use crate::words::Words;

use super::is_adult;

/// Who this is about.
pub static WHO: &[Question] = &[
    Question::new(
        PlannerName,
        TenMinutes,
        &LineInput(at!(planner.name), LineCheck::Nothing),
    ),
    Question::new(PersonName, TenMinutes, &LineInput(at!(person.name), LineCheck::Nothing)).on_same_screen(),
    Question::new(Relation, TenMinutes, &Pick::of(at!(person.relation)).with_note(duties)),
    Question::new(Ages, TenMinutes, &Pick::of(at!(person.ages))).on_same_screen(),
    Question::new(Guardian, TenMinutes, &Pick::of(at!(person.guardian)))
        .when(|plan, _| plan.person.ages.is(&plan::Ages::PersonUnder))
        .on_same_screen(),
    Question::new(
        Pronouns,
        OnRequest,
        &LineInput(at!(person.pronouns), LineCheck::Nothing),
    ),
    Question::new(Substances, TenMinutes, &Ticks(at!(person.substances))),
    Question::new(Recent, TenMinutes, &RecentTicks),
    Question::new(Care, TenMinutes, &Pick::of(at!(person.care))),
    Question::new(
        CareContact,
        TenMinutes,
        &LineInput(at!(person.care_contact), LineCheck::Nothing),
    )
    .when(is_adult)
    .on_same_screen(),
    Question::new(Signs, Everything, &Ticks(at!(person.signs))),
];

/// A counselor is told of their own duties once they said that they are one: nobody else has to read of laws.
fn duties(plan: &Plan, _at: usize, words: &Words) -> String {
    if plan.is_at_work() {
        words.who.at_work.into()
    } else {
        String::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Answer;

    #[test]
    fn only_a_counselor_is_told_of_their_duties() {
        let words = Words::load("en", None).unwrap();
        let mut plan = Plan::default();
        plan.person.relation = Answer::Given(plan::Relation::Child);
        assert_eq!(duties(&plan, 0, &words), "");
        plan.person.relation = Answer::Given(plan::Relation::Client);
        assert!(!duties(&plan, 0, &words).is_empty());
    }
}
