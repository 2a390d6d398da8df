//! Safety (visit 4). Whether somebody can see the screen is asked before the first private question.

use crate::plan::Field::*;
use crate::plan::{Plan, Relation, at};
use crate::walk::Question;
use crate::walk::Tier::*;
use crate::walk::kinds::{Long, Pick, Unkept};

/// Safety.
pub static SAFETY: &[Question] = &[
    Question::new(Naloxone, TenMinutes, &Pick(at!(safety.naloxone))).when(|plan, _| plan.may_be_opioids()),
    Question::new(NaloxonePlace, Everything, &Long::joined(at!(safety.naloxone_place)))
        .when(|plan, _| plan.may_be_opioids()),
    Question::new(OverdoseRoles, More, &Long::joined(at!(safety.overdose_roles))).when(|plan, _| plan.may_be_opioids()),
    Question::new(
        Harm,
        TenMinutes,
        &Unkept {
            see: |told| &told.harm,
            put: |told| &mut told.harm,
            after: |plan, words| match plan.person.relation.given() {
                // For a partner or former partner the violence line is always shown (visit 4).
                Some(Relation::Partner | Relation::FormerPartner) => {
                    words.lines(&plan.country).say("violence", words).join("\n")
                }
                _ => String::new(),
            },
        },
    )
    .when(unseen),
    Question::new(Means, TenMinutes, &Pick(at!(safety.means))),
    Question::new(
        Suicide,
        TenMinutes,
        &Unkept {
            see: |told| &told.suicide,
            put: |told| &mut told.suicide,
            after: |plan, words| words.lines(&plan.country).fill(&words.home.suicide_after, words),
        },
    )
    .when(unseen),
    Question::new(KeepSafety, More, &Pick(at!(safety.keep))).when(unseen),
];

/// Passed over in silence while somebody can see the screen (visit 2).
fn unseen(plan: &Plan, _item: usize) -> bool {
    plan.safety.screen_seen != Some(true)
}
