//! The review, as a question like any other: all answers, each to be changed, and then "this is how it is".

use std::io;

use crate::ask::{Reply, Wish};
use crate::plan::{Answer, Later, Plan, State};
use crate::walk::{Desk, End, Here, Kind, Tier, browse};
use crate::words::Words;

/// Settled by looking through all answers once.
pub struct Reviewed;

impl Kind for Reviewed {
    fn state(&self, _here: Here, plan: &Plan) -> State {
        plan.visit.complete.state()
    }

    fn recap(&self, _here: Here, plan: &Plan, words: &Words) -> String {
        plan.visit
            .complete
            .given()
            .map(|day| words.long_date(*day))
            .unwrap_or_default()
    }

    fn ask(&self, here: Here, plan: &mut Plan, desk: &mut Desk) -> io::Result<Reply<()>> {
        let mut road = super::road(Tier::of(plan));
        road.stops
            .retain(|stop| stop.here.question.field != here.question.field);
        Ok(match browse(&road, plan, desk)? {
            End::Done => {
                plan.visit.complete = Answer::Given(desk.today);
                Reply::Given(())
            }
            End::Back => Reply::Wish(Wish::Back),
            End::Home => Reply::Wish(Wish::Home),
            End::Hide => Reply::Wish(Wish::Hide),
            End::Leave => Reply::Wish(Wish::Leave),
        })
    }

    fn set_aside(&self, _here: Here, plan: &mut Plan, later: Option<Later>) {
        plan.visit.complete = later.map_or(Answer::Left, Answer::Later);
    }

    fn clear(&self, _here: Here, plan: &mut Plan) {
        plan.visit.complete = Answer::Unasked;
    }
}
