//! A question as a value, and how it is put until it is answered or left.

use crate::plan::{AnswerState, Field, Id, Later, Length, List, Plan};
use crate::prompt::Prompt;
use crate::words::{Words, fill_placeholders};

use crate::session::{Outcome, Reply, Session, Stop};

/// The shortest length a question belongs to (design#lengths), and *more*, which no straight walk asks.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[allow(missing_docs)]
pub enum Tier {
    TenMinutes,
    ThePlan,
    Everything,
    OnRequest,
}

impl Tier {
    /// What a plan's length asks; *the plan* while none is chosen.
    pub fn of(plan: &Plan) -> Tier {
        match plan.visit.length.given() {
            Some(Length::TenMinutes) => Tier::TenMinutes,
            Some(Length::Everything) => Tier::Everything,
            _ => Tier::ThePlan,
        }
    }
}

/// One question: its id, when it is asked, and how.
pub struct Question {
    /// Its id: where the answer stands and which words are said.
    pub field: Field,
    /// The shortest length that asks it.
    pub tier: Tier,
    /// Shares the screen of the question before it.
    pub shares_screen: bool,
    /// True if it applies to this plan and this item.
    pub applies: fn(&Plan, &Id) -> bool,
    /// How it is asked.
    pub kind: &'static dyn QuestionKind,
}

impl Question {
    /// A question that always applies, on a screen of its own.
    pub const fn new(field: Field, tier: Tier, kind: &'static dyn QuestionKind) -> Self {
        Question {
            field,
            tier,
            shares_screen: false,
            applies: |_, _| true,
            kind,
        }
    }

    /// The same, only where `applies` holds.
    pub const fn when(mut self, applies: fn(&Plan, &Id) -> bool) -> Self {
        self.applies = applies;
        self
    }

    /// The same, on the screen of the question before it.
    pub const fn on_same_screen(mut self) -> Self {
        self.shares_screen = true;
        self
    }
}

/// What a question is about: the plan, or one item of a list with its name. It is held by its id, so that it stays the
/// same item whatever becomes of the list meanwhile.
#[derive(Clone)]
pub struct ItemRef {
    /// The list it is in; `None` for the plan.
    pub list: Option<List>,
    /// The item's id.
    pub id: Id,
    /// The item's name, for `{item}`.
    pub title: fn(&Plan, &Id, &Words) -> String,
}

impl ItemRef {
    /// The plan itself.
    pub const PLAN: ItemRef = ItemRef {
        list: None,
        id: Id::NONE,
        title: |_, _, _| String::new(),
    };

    /// The item's name.
    pub fn name(&self, plan: &Plan, words: &Words) -> String {
        (self.title)(plan, &self.id, words)
    }

    /// True if the item was taken off its list meanwhile: nothing is asked about it any more.
    pub fn is_gone(&self, plan: &Plan) -> bool {
        self.list.is_some_and(|list| !plan.has(list, &self.id))
    }
}

/// A question and what it is about.
#[derive(Clone)]
pub struct QuestionAt {
    /// The question.
    pub question: &'static Question,
    /// What it is about.
    pub item: ItemRef,
}

/// A kind of question: implements the asking once, for every question of that kind.
pub trait QuestionKind: Sync {
    /// The state of the answer.
    fn state(&self, here: &QuestionAt, plan: &Plan) -> AnswerState;
    /// A given answer in words, for the review.
    fn recap(&self, here: &QuestionAt, plan: &Plan, words: &Words) -> String;
    /// Asks once and writes a given answer into the plan.
    ///
    /// # Errors
    /// The terminal or the disk failed.
    fn ask_once(&self, here: &QuestionAt, plan: &mut Plan, session: &mut Session) -> Result<Reply<()>, Stop>;
    /// Who finds out, where the question was put off.
    fn later(&self, _here: &QuestionAt, _plan: &Plan) -> Option<Later> {
        None
    }
    /// Leaves the question open on purpose, or for later where an owner is given.
    fn skip(&self, here: &QuestionAt, plan: &mut Plan, later: Option<Later>);
    /// Takes the answer out of the plan, as if the question had never been put.
    fn clear(&self, here: &QuestionAt, plan: &mut Plan);
    /// The list, where the question is one.
    fn item_list(&self) -> Option<&super::kinds::ItemList> {
        None
    }
}

impl QuestionAt {
    /// True if it applies and belongs to this length.
    pub fn is_asked(&self, plan: &Plan, tier: Tier) -> bool {
        self.question.tier <= tier && !self.item.is_gone(plan) && (self.question.applies)(plan, &self.item.id)
    }

    /// The state of the answer.
    pub fn state(&self, plan: &Plan) -> AnswerState {
        self.question.kind.state(self, plan)
    }

    /// True if nothing is to be asked any more.
    pub fn is_settled(&self, plan: &Plan) -> bool {
        self.state(plan) != AnswerState::Unasked
    }

    /// Takes the answer out of the plan.
    pub fn clear(&self, plan: &mut Plan) {
        self.question.kind.clear(self, plan);
    }

    /// The answer in words, whatever its state.
    pub fn recap(&self, plan: &Plan, words: &Words) -> String {
        match self.state(plan) {
            AnswerState::Unasked => words.engine.not_asked.into(),
            AnswerState::Left => words.engine.left_open.into(),
            AnswerState::Later => {
                let owner = self
                    .question
                    .kind
                    .later(self, plan)
                    .and_then(|later| plan.name_of(&later.owner));
                fill_placeholders(
                    words.engine.later,
                    &[("who", owner.as_deref().unwrap_or(words.engine.you))],
                )
            }
            AnswerState::Given => self.question.kind.recap(self, plan, words),
        }
    }

    /// Puts the question until it is answered or left, and keeps the answer before anything else is shown. Of an item
    /// that is gone nothing is asked.
    ///
    /// # Errors
    /// The terminal or the disk failed.
    pub fn ask(&self, plan: &mut Plan, session: &mut Session) -> Result<Outcome, Stop> {
        if self.item.is_gone(plan) {
            return Ok(Outcome::Done);
        }
        let (field, id, kind) = (self.question.field, &self.item.id, self.question.kind);
        let reply = kind.ask_once(self, plan, session)?;
        let later = match reply {
            Reply::Given(()) => {
                session.run_after_answer(field, id, plan);
                session.save(plan)?;
                session.run_on_answer(field, id, plan);
                return Ok(Outcome::Done);
            }
            Reply::Back => return Ok(Outcome::Back),
            Reply::Later => Some(Later { owner: Id::planner() }),
            Reply::Skip => None,
        };
        kind.skip(self, plan, later);
        session.run_after_answer(field, id, plan);
        session.save(plan)?;
        Ok(Outcome::Done)
    }

    /// The prompt, with the names of the plan in it.
    pub fn prompt(&self, plan: &Plan, session: &mut Session) -> Prompt {
        let title = self.item.name(plan, session.words);
        session.prompt_for(
            self.question.field,
            &self.item.id,
            &title,
            self.question.shares_screen,
            plan,
        )
    }
}
