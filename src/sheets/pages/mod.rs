//! One file a sheet: each composes blocks from the plan, the tasks and the words.

mod after;
mod blank;
mod cards;
mod chair;
mod checklist;
mod driver;
mod frame;
mod meeting;
mod numbers;
mod offer;
mod person;
mod plan;
mod talk;
mod tonight;
mod weeks;

use super::{Block, LeftOut, Number, Page, Paper, Week};

pub use after::after;
pub use blank::blank;
pub use cards::cards;
pub use chair::chair;
pub use checklist::checklist;
pub use driver::driver;
pub use offer::offer;
pub use person::person;
pub use plan::plan;
pub use talk::talk;
pub use tonight::tonight;
