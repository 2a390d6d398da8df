//! What is printed: pages composed once as blocks, and one file a format.
//!
//! Here a page is put together from the plan, the gaps, the tasks and the words. Not here: what a task is
//! ([`tasks`](crate::tasks)), and any sentence.

mod blank;
mod checklist;
mod html;
mod json;
mod numbers;
mod text;
mod tonight;

pub use blank::blank;
pub use checklist::checklist;
pub use html::html;
pub use json::json;
pub use text::text;
pub use tonight::tonight;

/// One page, before it has a format.
pub struct Page {
    /// Its language, for formats that say it.
    pub language: String,
    /// Says nothing to a stranger.
    pub title: String,
    /// Under the title: "Private", the day it was printed.
    pub under: Vec<String>,
    /// What to call in an emergency.
    pub emergency: Vec<String>,
    /// What stands on it, in order.
    pub blocks: Vec<Block>,
    /// At its foot.
    pub foot: Vec<String>,
}

/// One piece of a page.
pub enum Block {
    /// A heading.
    Heading(String),
    /// A paragraph.
    Words(String),
    /// The box that sums the page up.
    Summary {
        /// Its title.
        title: String,
        /// Its lines, the most important first.
        lines: Vec<String>,
    },
    /// A short list under a title.
    Points {
        /// Its title.
        title: String,
        /// Its lines are steps, one after the other.
        ordered: bool,
        /// Its lines.
        lines: Vec<String>,
    },
    /// One task with its box to tick.
    Task {
        /// Ticked.
        done: bool,
        /// What to do.
        text: String,
        /// Who, when and why, each with its label.
        lines: Vec<String>,
    },
    /// A line to be filled in by hand: its label, and how many rows it has.
    Blank(String, usize),
}
