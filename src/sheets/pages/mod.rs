//! One file a sheet: each composes blocks from the plan, the tasks and the words.

mod blank;
mod checklist;
mod frame;
mod numbers;
mod plan;
mod tonight;

use super::{Block, Number, Page, Paper};

pub use blank::blank;
pub use checklist::checklist;
pub use plan::plan;
pub use tonight::tonight;
