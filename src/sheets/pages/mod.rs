//! One file a sheet: each composes blocks from the plan, the tasks and the words.

mod blank;
mod cards;
mod chair;
mod checklist;
mod driver;
mod frame;
mod meeting;
mod numbers;
mod person;
mod plan;
mod tonight;

use super::{Block, LeftOut, Number, Page, Paper};

pub use blank::blank;
pub use cards::cards;
pub use chair::chair;
pub use checklist::checklist;
pub use driver::driver;
pub use person::person;
pub use plan::plan;
pub use tonight::tonight;
