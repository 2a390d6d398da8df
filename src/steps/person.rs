//! The person: what they love, hope for and fear, and the family around them.

use crate::journey::Question;
use crate::journey::Tier::*;
use crate::journey::kinds::{LineCheck, LineInput, Pick, TextInput};
use crate::plan::Field::*;
use crate::plan::{self, at};

/// The person.
pub static PERSON: &[Question] = &[
    Question::new(Children, TenMinutes, &Pick::of(at!(person.children))),
    Question::new(
        CalmAdult,
        TenMinutes,
        &LineInput(at!(person.calm_adult), LineCheck::Nothing),
    )
    .when(|it, _| it.person.children.is(&plan::Children::Yes))
    .on_same_screen(),
    // A counselor tells nobody.
    Question::new(Tell, TenMinutes, &LineInput(at!(planner.tell), LineCheck::Nothing)).when(|it, _| !it.is_at_work()),
    Question::new(Love, TenMinutes, &TextInput::one_paragraph(at!(person.love))).on_same_screen(),
    Question::new(Hopes, Everything, &TextInput::one_paragraph(at!(person.hopes))),
    Question::new(Fears, Everything, &TextInput::one_paragraph(at!(person.fears))),
    Question::new(Pattern, OnRequest, &TextInput::one_paragraph(at!(person.pattern))),
    Question::new(
        HelpedBefore,
        Everything,
        &TextInput::one_paragraph(at!(person.helped_before)),
    ),
    Question::new(WhyNow, Everything, &TextInput::one_paragraph(at!(person.why_now))),
    Question::new(Trusts, Everything, &LineInput(at!(person.trusts), LineCheck::Nothing)),
    Question::new(Asked, Everything, &Pick::of(at!(person.asked))),
    Question::new(Home, Everything, &Pick::of(at!(person.home))),
    Question::new(Work, Everything, &Pick::of(at!(person.work))),
    Question::new(Strain, Everything, &TextInput::one_paragraph(at!(person.strain))),
    Question::new(Easier, OnRequest, &TextInput::one_paragraph(at!(planner.easier))),
    Question::new(OwnCare, Everything, &TextInput::one_paragraph(at!(planner.own_care))),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Answer, Id, Plan, Relation};

    #[test]
    fn a_counselor_is_not_asked_whom_they_can_tell() {
        let tell = PERSON.iter().find(|question| question.field == Tell).unwrap();
        let mut plan = Plan::default();
        assert!((tell.applies)(&plan, &Id::NONE));
        plan.person.relation = Answer::Given(Relation::Client);
        assert!(!(tell.applies)(&plan, &Id::NONE));
    }
}
