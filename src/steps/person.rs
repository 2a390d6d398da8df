//! The person: what they love, hope for and fear, and the family around them.

use crate::plan::Field::*;
use crate::plan::{self, at};
use crate::walk::Question;
use crate::walk::Tier::*;
use crate::walk::kinds::{Check, Line, Long, Pick};

/// The person.
pub static PERSON: &[Question] = &[
    Question::new(Children, TenMinutes, &Pick(at!(person.children))),
    Question::new(CalmAdult, TenMinutes, &Line(at!(person.calm_adult), Check::Nothing))
        .when(|it, _| it.person.children.is(&plan::Children::Yes))
        .beside(),
    // A counselor tells nobody.
    Question::new(Tell, TenMinutes, &Line(at!(planner.tell), Check::Nothing)).when(|it, _| !it.is_at_work()),
    Question::new(Love, TenMinutes, &Long::joined(at!(person.love))).beside(),
    Question::new(Hopes, Everything, &Long::joined(at!(person.hopes))),
    Question::new(Fears, Everything, &Long::joined(at!(person.fears))),
    Question::new(Pattern, More, &Long::joined(at!(person.pattern))),
    Question::new(HelpedBefore, Everything, &Long::joined(at!(person.helped_before))),
    Question::new(WhyNow, Everything, &Long::joined(at!(person.why_now))),
    Question::new(Trusts, Everything, &Line(at!(person.trusts), Check::Nothing)),
    Question::new(Asked, Everything, &Pick(at!(person.asked))),
    Question::new(Home, Everything, &Pick(at!(person.home))),
    Question::new(Work, Everything, &Pick(at!(person.work))),
    Question::new(Strain, Everything, &Long::joined(at!(person.strain))),
    Question::new(Easier, More, &Long::joined(at!(planner.easier))),
    Question::new(OwnCare, Everything, &Long::joined(at!(planner.own_care))),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Answer, Plan, Relation};

    #[test]
    fn a_counselor_is_not_asked_whom_they_can_tell() {
        let tell = PERSON.iter().find(|question| question.field == Tell).unwrap();
        let mut plan = Plan::default();
        assert!((tell.applies)(&plan, 0));
        plan.person.relation = Answer::Given(Relation::Client);
        assert!(!(tell.applies)(&plan, 0));
    }
}
