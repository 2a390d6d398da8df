//! The review, as a question like any other: all answers, each to be changed, and then "this is how it is".

use crate::journey::{QuestionAt, QuestionKind, Tier, browse};
use crate::plan::{Answer, AnswerState, Later, Plan};
use crate::session::{Outcome, Reply, Session, Stop};
use crate::words::Words;

/// Settled by looking through all answers once.
pub struct ReviewDone;

impl QuestionKind for ReviewDone {
    fn state(&self, _here: &QuestionAt, plan: &Plan) -> AnswerState {
        plan.visit.complete.state()
    }

    fn recap(&self, _here: &QuestionAt, plan: &Plan, words: &Words) -> String {
        plan.visit
            .complete
            .given()
            .map(|day| words.long_date(*day))
            .unwrap_or_default()
    }

    fn ask_once(&self, here: &QuestionAt, plan: &mut Plan, session: &mut Session) -> Result<Reply<()>, Stop> {
        let mut journey = super::journey(Tier::of(plan));
        journey
            .entries
            .retain(|entry| entry.here.question.field != here.question.field);
        Ok(match browse(&journey, plan, session)? {
            Outcome::Done => {
                plan.visit.complete = Answer::Given(session.today);
                Reply::Given(())
            }
            Outcome::Back => Reply::Back,
        })
    }

    fn skip(&self, _here: &QuestionAt, plan: &mut Plan, later: Option<Later>) {
        plan.visit.complete = later.map_or(Answer::Left, Answer::Later);
    }

    fn clear(&self, _here: &QuestionAt, plan: &mut Plan) {
        plan.visit.complete = Answer::Unasked;
    }
}
