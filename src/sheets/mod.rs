//! What is printed: pages composed once as blocks, and drawn in many formats.
//!
//! Here a page is put together from the plan, the gaps, the tasks and the words: `pages` holds one file a sheet,
//! `may_name` what they may name, `formats` one a format. Not here: what a task is ([`tasks`](crate::tasks)), and any
//! sentence.

mod calendar;
mod contacts;
mod formats;
mod kind;
mod may_name;
mod page;
mod pages;
mod terms;

pub use calendar::{CalendarEvent, EventTime, EventTitles, calendar};
pub use contacts::{Contact, contacts};
pub use formats::{
    Paper, csv, html, ics, json, markdown, missing_letters, on_screen, pdf, printing_folders, remove_leftovers,
    remove_printing_folder, text, text_of_blocks, text_within, vcf,
};
pub use kind::{WhyMissing, compose, every, readers, readers_of};
pub use page::{Block, Drawing, Illustration, LeftOut, Number, Page, Week};
#[cfg(any(test, feature = "testing"))]
pub use pages::checklist;
pub use pages::{SheetKind, blank, in_short, recovery, this_week, whole_list, whom_to_call};
