//! How one moves: forward, back, home, review, resume.
//!
//! Here lives the engine: a question as a value, the kinds that ask it, and the journey along them. Where a visit is,
//! is never stored: it is the first question that applies and is not settled. Not here: which questions there are
//! ([`steps`](crate::steps)), and the conversation in which they are asked ([`session`](crate::session)).

mod browse;
pub mod kinds;
mod question;
mod run;

pub use browse::browse;
pub use question::{ItemRef, Question, QuestionAt, QuestionKind, Tier};
pub use run::{Journey, JourneyEntry, first_unsettled, run};
