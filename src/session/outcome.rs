//! Where it goes on after a question, a page or a whole journey.

use crate::prompt::Action;

/// Where it goes on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Outcome {
    /// It is done: on to what comes next.
    Done,
    /// To what came before.
    Back,
    /// To the home page.
    Home,
    /// Away at once.
    Hide,
    /// Out.
    Leave,
}

impl Outcome {
    /// The action that leads there; none if it goes on here.
    pub fn action(self) -> Option<Action> {
        match self {
            Outcome::Done | Outcome::Back => None,
            Outcome::Home => Some(Action::Home),
            Outcome::Hide => Some(Action::Hide),
            Outcome::Leave => Some(Action::Leave),
        }
    }
}
