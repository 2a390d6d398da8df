//! How one moves: forward, back, home, review, resume.
//!
//! Here lives the engine: a question as a value, the kinds that ask it, and the road along them. Where a visit stands
//! is never stored: it is the first question that applies and is not settled. Not here: which questions there are
//! ([`steps`](crate::steps)), and how a terminal is drawn ([`ask`](crate::ask)).

mod browse;
mod danger;
mod desk;
pub mod kinds;
mod question;
mod road;

pub use browse::{browse, read, wait, wished};
pub use danger::{Danger, ask_danger, danger, speech};
pub use desk::{Beside, Desk, Elsewhere, Keep, Lock, Whisper};
pub use question::{Here, Kind, Question, Spot, Tier, Turn};
pub use road::{End, Road, Stop, first_open, travel};
