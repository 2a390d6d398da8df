//! What the library promises, from its parts to whole visits, and what is held of its sources, words and papers: one
//! binary, since each links the library again. One area: `cargo test --test library golden::`.

mod common;

mod asked_once;
mod back_ends;
mod coach;
mod every_prompt;
mod field_law;
mod golden;
mod growth;
mod import_law;
mod interruption;
mod journeys;
mod lengths;
mod mutations;
mod old_plans;
mod page_law;
mod pages;
mod papers;
mod pinned;
mod prompts;
mod random_visits;
mod roads;
mod rules;
mod sheets;
