//! One calm talk on half a page, whichever way the family goes (R-07 and evidence#chair).

use chrono::NaiveDate;

use crate::plan::{Gate, Plan, Way};
use crate::readiness;
use crate::tasks::{self, Task, TaskKind};
use crate::words::{PagesTalkWords, Words};

use super::super::may_name::{self, Audience};
use super::frame::{facts, left_out, page, sentences_of_tasks, spoken};
use super::{Block, LeftOut, Page};

/// When, the seven parts, two things to ask and what to leave out, with what the plan knows put in.
pub fn talk(plan: &Plan, words: &Words, today: NaiveDate) -> Page {
    let own = &words.pages.talk;
    let say = |sentence: &&str| words.fill_names(sentence, plan, "");
    let tasks = tasks::derive(plan, today);
    let blocks = vec![
        summary(plan, words, &tasks),
        known(plan, words),
        Block::steps(own.parts_title, own.parts.iter().map(say)),
        facts(&[
            (own.ask, say(&own.asked)),
            (own.leave, say(&own.left)),
            (own.no, say(&own.said_no)),
        ]),
        Block::points(
            own.hard_title,
            sentences_of_tasks(
                plan,
                words,
                &tasks,
                &[TaskKind::Postpone, TaskKind::IfAfraid, TaskKind::IfSuicide],
            ),
        ),
    ];
    let mut page = page(plan, words, today, own.title.into(), blocks);
    page.left_out = left_out(&[(LeftOut::Place, may_name::held_back(plan, Audience::Them))]);
    page
}

/// The talk in three lines; while no professional has agreed, the talk with one comes before them.
fn summary(plan: &Plan, words: &Words, tasks: &[Task]) -> Block {
    let own = &words.pages.talk;
    let first = match readiness::gate(plan) {
        Gate::Open => Vec::new(),
        _ => sentences_of_tasks(plan, words, tasks, &[TaskKind::TalkToProfessionalFirst]),
    };
    Block::summary(own.top_title, first.into_iter().chain(spoken(plan, words, own.top)))
}

/// When, and what the plan knows that a talk can begin from.
fn known(plan: &Plan, words: &Words) -> Block {
    let PagesTalkWords {
        when,
        moment,
        clear_time,
        love,
        hopes,
        like,
        invitation,
        ..
    } = &**words.pages.talk;
    // The words that ask somebody to a meeting are on the page of the one who leads it.
    let invites = !plan.way.kind.is_one_of(&[Way::Surprise, Way::Invited]);
    let hopes = words.fill_names(hopes, plan, "");
    let mut rows = vec![
        (*when, words.fill_names(moment, plan, "")),
        (*clear_time, plan.day.clear_time.words().to_string()),
        (*love, plan.person.love.words().to_string()),
        (hopes.as_str(), plan.person.hopes.words().to_string()),
    ];
    let places = may_name::two(plan).into_iter().map(|option| {
        let place = words.fill_names(like, plan, &words.item_name(&option.id, plan));
        (place, option.what_the_person_might_like_about_it.words().to_string())
    });
    let places: Vec<(String, String)> = places.collect();
    rows.extend(places.iter().map(|(label, said)| (label.as_str(), said.clone())));
    if invites {
        rows.push((*invitation, plan.way.invitation.words().to_string()));
    }
    facts(&rows)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Answer, RedFlag};
    use crate::sheets::{SheetKind as Sheet, WhyMissing, compose, text};

    fn example() -> Plan {
        serde_json::from_str(include_str!("../../../prompts/en/example.json")).unwrap()
    }

    fn drawn(plan: &Plan) -> Result<String, WhyMissing> {
        let words = Words::load("en", None).unwrap();
        let today = NaiveDate::from_ymd_opt(2026, 11, 16).unwrap();
        let page = text(&compose(Sheet::Talk, None, plan, &words, today)?);
        Ok(page.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    #[test]
    fn what_the_plan_knows_is_put_in_whatever_the_way() {
        let mut plan = example();
        for way in [Way::Talk, Way::NotDecided] {
            plan.way.kind = Answer::Given(way);
            let page = drawn(&plan).unwrap();
            for said in [
                &plan.day.clear_time,
                &plan.person.love,
                &plan.person.hopes,
                &plan.way.invitation,
            ] {
                assert!(page.contains(said.words()), "{}", said.words());
            }
            assert!(page.contains("It's near the water."), "{page}");
        }
        for way in [Way::Surprise, Way::Invited] {
            plan.way.kind = Answer::Given(way);
            assert!(!drawn(&plan).unwrap().contains(plan.way.invitation.words()));
        }
        plan.treatment_options[1].red_flags_noticed = Answer::Given(vec![RedFlag::Tests]);
        assert!(!drawn(&plan).unwrap().contains("It's near the water."));
    }

    #[test]
    fn a_professional_comes_first_while_none_has_agreed_and_a_closed_plan_has_no_talk() {
        let mut plan = Plan::default();
        assert!(
            drawn(&plan)
                .unwrap()
                .contains("1. Talk with a doctor, counselor or clinic")
        );
        assert!(!drawn(&example()).unwrap().contains("1. Talk with a doctor"));
        plan.safety.floor = Some(Gate::Closed);
        assert_eq!(drawn(&plan), Err(WhyMissing::Closed));
    }
}
