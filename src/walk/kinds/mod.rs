//! The kinds of questions. Each implements the asking once; a step is a table of them.

mod dates;
mod group;
mod lines;
mod people;
mod picks;
mod unkept;

pub use dates::{Day, Days, read_back};
pub use group::{Group, planner_attends};
pub use lines::{Check, LONGEST, Line, Long};
pub use people::{Order, Reader, Who};
pub use picks::{Noted, Pick, Ticks};
pub use unkept::{RecentTicks, Unkept};

use std::io;

use crate::ask::Reply;
use crate::plan::{Answer, Later, Lens, Plan, State};
use crate::words::Words;

use super::{Desk, Here, Kind};

/// A kind whose answer stands in one place of the plan.
pub trait Kept: Sync {
    /// What is answered.
    type Value: Clone + 'static;
    /// Where it stands.
    fn lens(&self) -> &Lens<Self::Value>;
    /// A value in words.
    fn show(&self, value: &Self::Value, plan: &Plan, words: &Words) -> String;
    /// Asks for a value once.
    ///
    /// # Errors
    /// The terminal failed.
    fn ask_value(&self, here: Here, plan: &Plan, desk: &mut Desk) -> io::Result<Reply<Self::Value>>;
    /// What a new answer changes beside itself.
    fn given(&self, _here: Here, _plan: &mut Plan, _desk: &mut Desk) {}
}

impl<K: Kept> Kind for K {
    fn state(&self, here: Here, plan: &Plan) -> State {
        (self.lens().see)(plan, here.spot.at).state()
    }

    fn recap(&self, here: Here, plan: &Plan, words: &Words) -> String {
        let answer = (self.lens().see)(plan, here.spot.at);
        answer
            .given()
            .map(|value| self.show(value, plan, words))
            .unwrap_or_default()
    }

    fn ask(&self, here: Here, plan: &mut Plan, desk: &mut Desk) -> io::Result<Reply<()>> {
        Ok(match self.ask_value(here, plan, desk)? {
            Reply::Given(value) => {
                let before = Kind::recap(self, here, plan, desk.words);
                *(self.lens().put)(plan, here.spot.at) = Answer::Given(value);
                if Kind::recap(self, here, plan, desk.words) != before {
                    plan.safety.note_changed(here.question.field, desk.today);
                }
                plan.note_professional(here.question.field, here.spot.at);
                self.given(here, plan, desk);
                Reply::Given(())
            }
            Reply::Wish(wish) => Reply::Wish(wish),
        })
    }

    fn later(&self, here: Here, plan: &Plan) -> Option<Later> {
        (self.lens().see)(plan, here.spot.at).later().cloned()
    }

    fn set_aside(&self, here: Here, plan: &mut Plan, later: Option<Later>) {
        *(self.lens().put)(plan, here.spot.at) = later.map_or(Answer::Left, Answer::Later);
        plan.safety.note_left(here.question.field);
    }

    fn clear(&self, here: Here, plan: &mut Plan) {
        *(self.lens().put)(plan, here.spot.at) = Answer::Unasked;
        plan.safety.note_left(here.question.field);
    }
}
