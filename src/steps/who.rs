//! Who this is about.

use crate::journey::Question;
use crate::journey::kinds::RecentTicks;
use crate::plan::{self, Id, Plan};
use crate::words::Words;

use super::is_adult;
use super::table::questions;

/// Who this is about.
pub static WHO: &[Question] = questions! {
    PlannerName, TenMinutes, line(planner.name);
    PersonName, TenMinutes, line(person.name), on_same_screen();
    Relation, TenMinutes, pick(person.relation).with_note(duties);
    Ages, TenMinutes, pick(person.ages).told_after(), on_same_screen();
    Guardian, TenMinutes, pick(person.guardian), when(is_under_18), on_same_screen();
    Pronouns, OnRequest, line(person.pronouns);
    Substances, TenMinutes, ticks(person.substances);
    Recent, TenMinutes, own(RecentTicks);
    Care, TenMinutes, pick(person.care).told_after();
    CareContact, TenMinutes, line(person.care_contact), when(is_adult), on_same_screen();
    Signs, Everything, ticks(person.signs);
};

/// A counselor is told of their own duties once they said that they are one: nobody else has to read of laws.
fn duties(plan: &Plan, _: &Id, words: &Words) -> String {
    if plan.is_at_work() {
        words.who.at_work.into()
    } else {
        String::new()
    }
}

fn is_under_18(plan: &Plan, _: &Id) -> bool {
    plan.person.ages.is(&plan::Ages::PersonUnder)
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
        assert_eq!(duties(&plan, &Id::NONE, &words), "");
        plan.person.relation = Answer::Given(plan::Relation::Client);
        assert!(!duties(&plan, &Id::NONE, &words).is_empty());
    }
}
