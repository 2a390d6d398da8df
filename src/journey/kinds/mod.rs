//! The kinds of questions. Each implements the asking once; a step is a table of them.

mod dates;
mod item_list;
mod people;
mod picks;
mod private_answer;
mod text;
mod together;

pub use dates::{DateInput, DatesInput, StartInput, confirm_date};
pub use item_list::{ItemList, planner_attends};
pub use people::{PeopleOrder, PersonPick};
pub use picks::{Pick, Ticks};
pub use private_answer::{PrivateAnswer, RecentTicks};
pub use text::{LineCheck, LineInput, NameInput, TextInput};
pub use together::NamesInput;

use crate::plan::{Accessor, Answer, AnswerState, Later, Plan};
use crate::words::Words;

use super::{QuestionAt, QuestionKind};
use crate::session::{Reply, Session, Stop};

/// The most things a list takes in: no family has more helpers, places or boundaries, and each is several questions and
/// a page of tasks. What is in a file already stays.
const MOST: usize = 100;

/// A kind whose answer is in one place of the plan.
pub trait SingleAnswer: Sync {
    /// What is answered.
    type Value: Clone + 'static;
    /// Where it stands.
    fn accessor(&self) -> &Accessor<Self::Value>;
    /// A value in words.
    fn format(&self, value: &Self::Value, plan: &Plan, words: &Words) -> String;
    /// Asks for a value once.
    ///
    /// # Errors
    /// The terminal failed.
    fn ask_value(&self, here: &QuestionAt, plan: &Plan, session: &mut Session) -> Result<Reply<Self::Value>, Stop>;
    /// What a new answer changes beside itself.
    fn after_given(&self, _here: &QuestionAt, _plan: &mut Plan, _desk: &mut Session) {}
}

impl<K: SingleAnswer> QuestionKind for K {
    fn state(&self, here: &QuestionAt, plan: &Plan) -> AnswerState {
        (self.accessor().get)(plan, &here.item.id).map_or(AnswerState::Unasked, Answer::state)
    }

    fn recap(&self, here: &QuestionAt, plan: &Plan, words: &Words) -> String {
        let value = self.accessor().given(plan, &here.item.id);
        value.map(|value| self.format(value, plan, words)).unwrap_or_default()
    }

    fn ask_once(&self, here: &QuestionAt, plan: &mut Plan, session: &mut Session) -> Result<Reply<()>, Stop> {
        Ok(self.ask_value(here, plan, session)?.map(|value| {
            let before = QuestionKind::recap(self, here, plan, session.words);
            self.accessor().set(plan, &here.item.id, Answer::Given(value));
            if QuestionKind::recap(self, here, plan, session.words) != before {
                plan.safety.note_changed(here.question.field, session.today);
            }
            plan.note_professional(here.question.field, &here.item.id);
            self.after_given(here, plan, session);
        }))
    }

    fn later(&self, here: &QuestionAt, plan: &Plan) -> Option<Later> {
        (self.accessor().get)(plan, &here.item.id)?.later().cloned()
    }

    fn skip(&self, here: &QuestionAt, plan: &mut Plan, later: Option<Later>) {
        let answer = later.map_or(Answer::Left, Answer::Later);
        self.accessor().set(plan, &here.item.id, answer);
        plan.safety.note_left(here.question.field);
    }

    fn clear(&self, here: &QuestionAt, plan: &mut Plan) {
        self.accessor().set(plan, &here.item.id, Answer::Unasked);
        plan.safety.note_left(here.question.field);
    }
}
