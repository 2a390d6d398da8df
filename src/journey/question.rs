//! A question as a value, and how it is put until it is answered or left.

use crate::plan::{AnswerState, Field, Id, Later, Length, Plan};
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
    pub applies: fn(&Plan, usize) -> bool,
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
    pub const fn when(mut self, applies: fn(&Plan, usize) -> bool) -> Self {
        self.applies = applies;
        self
    }

    /// The same, on the screen of the question before it.
    pub const fn on_same_screen(mut self) -> Self {
        self.shares_screen = true;
        self
    }
}

/// What a question is about: the plan, or one item of a list with its name.
#[derive(Clone, Copy)]
pub struct ItemRef {
    /// The item's place in its list; 0 for the plan.
    pub at: usize,
    /// The item's name, for `{item}`.
    pub title: fn(&Plan, usize, &Words) -> String,
}

impl ItemRef {
    /// The plan itself.
    pub const PLAN: ItemRef = ItemRef {
        at: 0,
        title: |_, _, _| String::new(),
    };
}

/// A question and what it is about.
#[derive(Clone, Copy)]
pub struct QuestionAt {
    /// The question.
    pub question: &'static Question,
    /// What it is about.
    pub item: ItemRef,
}

/// A kind of question: implements the asking once, for every question of that kind.
pub trait QuestionKind: Sync {
    /// The state of the answer.
    fn state(&self, here: QuestionAt, plan: &Plan) -> AnswerState;
    /// A given answer in words, for the review.
    fn recap(&self, here: QuestionAt, plan: &Plan, words: &Words) -> String;
    /// Asks once and writes a given answer into the plan.
    ///
    /// # Errors
    /// The terminal or the disk failed.
    fn ask_once(&self, here: QuestionAt, plan: &mut Plan, session: &mut Session) -> Result<Reply<()>, Stop>;
    /// Who finds out, where the question was put off.
    fn later(&self, _here: QuestionAt, _plan: &Plan) -> Option<Later> {
        None
    }
    /// Leaves the question open on purpose, or for later where an owner is given.
    fn skip(&self, here: QuestionAt, plan: &mut Plan, later: Option<Later>);
    /// Takes the answer out of the plan, as if the question had never been put.
    fn clear(&self, here: QuestionAt, plan: &mut Plan);
    /// The list, where the question is one.
    fn item_list(&self) -> Option<&super::kinds::ItemList> {
        None
    }
}

impl QuestionAt {
    /// True if it applies and belongs to this length.
    pub fn is_asked(self, plan: &Plan, tier: Tier) -> bool {
        self.question.tier <= tier && (self.question.applies)(plan, self.item.at)
    }

    /// The state of the answer.
    pub fn state(self, plan: &Plan) -> AnswerState {
        self.question.kind.state(self, plan)
    }

    /// True if nothing is to be asked any more.
    pub fn is_settled(self, plan: &Plan) -> bool {
        self.state(plan) != AnswerState::Unasked
    }

    /// Takes the answer out of the plan.
    pub fn clear(self, plan: &mut Plan) {
        self.question.kind.clear(self, plan);
    }

    /// The answer in words, whatever its state.
    pub fn recap(self, plan: &Plan, words: &Words) -> String {
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

    /// Puts the question until it is answered or left, and keeps the answer before anything else is shown.
    ///
    /// # Errors
    /// The terminal or the disk failed.
    pub fn ask(self, plan: &mut Plan, session: &mut Session) -> Result<Outcome, Stop> {
        let (field, at, kind) = (self.question.field, self.item.at, self.question.kind);
        let reply = kind.ask_once(self, plan, session)?;
        let later = match reply {
            Reply::Given(()) => {
                session.run_after_answer(field, at, plan);
                session.save(plan)?;
                session.run_on_answer(field, at, plan);
                return Ok(Outcome::Done);
            }
            Reply::Back => return Ok(Outcome::Back),
            Reply::Later => Some(Later { owner: Id::planner() }),
            Reply::Skip => None,
        };
        kind.skip(self, plan, later);
        session.run_after_answer(field, at, plan);
        session.save(plan)?;
        Ok(Outcome::Done)
    }

    /// The prompt, with the names of the plan in it.
    pub fn prompt(self, plan: &Plan, session: &mut Session) -> Prompt {
        let title = (self.item.title)(plan, self.item.at, session.words);
        session.prompt_for(
            self.question.field,
            self.item.at,
            &title,
            self.question.shares_screen,
            plan,
        )
    }
}
