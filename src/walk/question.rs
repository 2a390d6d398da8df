//! A question as a value, and how it is put until it is answered or left.

use std::io;

use crate::ask::{Reply, Said, Wish};
use crate::plan::{Field, Id, Later, Length, Plan, State};
use crate::words::{Words, fill};

use super::Desk;

/// The shortest length a question belongs to (visit 5), and *more*, which no straight walk asks.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[allow(missing_docs)]
pub enum Tier {
    TenMinutes,
    ThePlan,
    Everything,
    More,
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
    pub beside: bool,
    /// True where it applies to this plan and this item.
    pub applies: fn(&Plan, usize) -> bool,
    /// How it is asked.
    pub kind: &'static dyn Kind,
}

impl Question {
    /// A question that always applies, on a screen of its own.
    pub const fn new(field: Field, tier: Tier, kind: &'static dyn Kind) -> Self {
        Question {
            field,
            tier,
            beside: false,
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
    pub const fn beside(mut self) -> Self {
        self.beside = true;
        self
    }
}

/// What a question is about: the plan, or one item of a list with its name.
#[derive(Clone, Copy)]
pub struct Spot {
    /// The item's place in its list; 0 for the plan.
    pub at: usize,
    /// The item's name, for `{item}`.
    pub title: fn(&Plan, usize, &Words) -> String,
}

impl Spot {
    /// The plan itself.
    pub const PLAN: Spot = Spot {
        at: 0,
        title: |_, _, _| String::new(),
    };
}

/// A question and what it is about.
#[derive(Clone, Copy)]
pub struct Here {
    /// The question.
    pub question: &'static Question,
    /// What it is about.
    pub spot: Spot,
}

/// A kind of question: implements the asking once, for every question of that kind.
pub trait Kind: Sync {
    /// The state of the answer.
    fn state(&self, here: Here, plan: &Plan) -> State;
    /// A given answer in words, for the review.
    fn recap(&self, here: Here, plan: &Plan, words: &Words) -> String;
    /// Asks once and writes a given answer into the plan.
    ///
    /// # Errors
    /// The terminal or the disk failed.
    fn ask(&self, here: Here, plan: &mut Plan, desk: &mut Desk) -> io::Result<Reply<()>>;
    /// Who finds out, where the question was put off.
    fn later(&self, _here: Here, _plan: &Plan) -> Option<Later> {
        None
    }
    /// Leaves the question open on purpose, or for later where an owner is given.
    fn set_aside(&self, here: Here, plan: &mut Plan, later: Option<Later>);
    /// Takes the answer out of the plan, as if the question had never been put.
    fn clear(&self, here: Here, plan: &mut Plan);
    /// The list, where the question is one.
    fn group(&self) -> Option<&super::kinds::Group> {
        None
    }
}

/// Where to, after a question.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Turn {
    /// On to the next.
    Next,
    /// To the one before.
    Back,
    /// To the home page.
    Home,
    /// Away at once.
    Hide,
    /// Out.
    Leave,
}

impl Here {
    /// True where it applies and belongs to this length.
    pub fn stands(self, plan: &Plan, tier: Tier) -> bool {
        self.question.tier <= tier && (self.question.applies)(plan, self.spot.at)
    }

    /// The state of the answer.
    pub fn state(self, plan: &Plan) -> State {
        self.question.kind.state(self, plan)
    }

    /// True where nothing is to be asked any more.
    pub fn settled(self, plan: &Plan) -> bool {
        self.state(plan) != State::Unasked
    }

    /// Takes the answer out of the plan.
    pub fn clear(self, plan: &mut Plan) {
        self.question.kind.clear(self, plan);
    }

    /// The answer in words, whatever its state.
    pub fn recap(self, plan: &Plan, words: &Words) -> String {
        match self.state(plan) {
            State::Unasked => words.engine.not_asked.clone(),
            State::Left => words.engine.left_open.clone(),
            State::Later => {
                let owner = self
                    .question
                    .kind
                    .later(self, plan)
                    .and_then(|later| plan.name_of(&later.owner));
                fill(
                    &words.engine.later,
                    &[("who", owner.as_ref().unwrap_or(&words.engine.you))],
                )
            }
            State::Given => self.question.kind.recap(self, plan, words),
        }
    }

    /// Puts the question until it is answered or left, and keeps the answer before anything else is shown.
    ///
    /// # Errors
    /// The terminal or the disk failed.
    pub fn put(self, plan: &mut Plan, desk: &mut Desk) -> io::Result<Turn> {
        let kind = self.question.kind;
        loop {
            let wish = match kind.ask(self, plan, desk)? {
                Reply::Given(()) => {
                    desk.whispered(self, plan);
                    desk.keep(plan)?;
                    desk.heard(self, plan);
                    return Ok(Turn::Next);
                }
                Reply::Wish(wish) => wish,
            };
            match wish {
                Wish::Skip | Wish::Later => {
                    let later = (wish == Wish::Later).then(|| Later { owner: Id::planner() });
                    kind.set_aside(self, plan, later);
                    desk.whispered(self, plan);
                    desk.keep(plan)?;
                    return Ok(Turn::Next);
                }
                Wish::Help => self.help(plan, desk),
                Wish::Danger => {
                    if let Some(turn) = super::danger(plan, desk)? {
                        return Ok(turn);
                    }
                }
                Wish::Back => return Ok(Turn::Back),
                Wish::Home => return Ok(Turn::Home),
                Wish::Hide => return Ok(Turn::Hide),
                Wish::Leave => return Ok(Turn::Leave),
            }
        }
    }

    fn help(self, plan: &Plan, desk: &mut Desk) {
        let words = desk.words;
        let question = words.question(self.question.field);
        let title = (self.spot.title)(plan, self.spot.at, words);
        let text = words.speak(question.help(plan), plan, &title);
        desk.carry_said(Said::title(&words.engine.help_title));
        desk.carry(text);
        desk.carry_said(Said::quiet(&words.engine.help_signs));
        desk.fresh_next();
    }
}
