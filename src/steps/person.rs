//! The person: what they love, hope for and fear, and the family around them.

use crate::journey::Question;
use crate::plan::{self, Id, Plan};

use super::table::questions;

/// The person.
pub static PERSON: &[Question] = questions! {
    Children, TenMinutes, pick(person.children);
    CalmAdult, TenMinutes, line(person.calm_adult), when(has_children), on_same_screen();
    // A counselor tells nobody.
    Tell, TenMinutes, line(planner.tell), when(|plan, _| !plan.is_at_work());
    Love, TenMinutes, paragraph(person.love), on_same_screen();
    Hopes, Everything, paragraph(person.hopes);
    Fears, Everything, paragraph(person.fears);
    Pattern, OnRequest, paragraph(person.pattern);
    HelpedBefore, Everything, paragraph(person.helped_before);
    WhyNow, Everything, paragraph(person.why_now);
    Trusts, Everything, line(person.trusts);
    Asked, Everything, pick(person.asked);
    Home, Everything, pick(person.home);
    Work, Everything, pick(person.work);
    Strain, Everything, paragraph(person.strain);
    Easier, OnRequest, paragraph(planner.easier);
    OwnCare, Everything, paragraph(planner.own_care);
};

fn has_children(plan: &Plan, _: &Id) -> bool {
    plan.person.children.is(&plan::Children::Yes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Field::*;
    use crate::plan::{Answer, Relation};

    #[test]
    fn a_counselor_is_not_asked_whom_they_can_tell() {
        let tell = PERSON.iter().find(|question| question.field == Tell).unwrap();
        let mut plan = Plan::default();
        assert!((tell.applies)(&plan, &Id::NONE));
        plan.person.relation = Answer::Given(Relation::Client);
        assert!(!(tell.applies)(&plan, &Id::NONE));
    }
}
