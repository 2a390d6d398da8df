//! One file a sheet: each composes blocks from the plan, the tasks and the words.

mod after;
mod blank;
mod brief;
mod calls;
mod cards;
mod chair;
mod checklist;
mod clinic;
mod driver;
mod frame;
mod home;
mod letter;
mod meeting;
mod numbers;
mod offer;
mod overdose;
mod person;
mod plan;
mod recovery;
mod supervision;
mod talk;
mod tonight;
mod weeks;

use super::{Block, Drawing, LeftOut, Number, Page, Paper, Week};

pub use after::after;
pub use blank::blank;
pub use brief::brief;
pub use calls::{calls, whom_to_call};
pub use cards::cards;
pub use chair::chair;
pub use checklist::{checklist, in_short, this_week, whole_list};
pub use clinic::clinic;
pub use driver::driver;
pub use home::home;
pub use letter::letter;
pub use offer::offer;
pub use overdose::overdose;
pub use person::person;
pub use plan::plan;
pub use recovery::recovery;
pub use supervision::supervision;
pub use talk::talk;
pub use tonight::tonight;
