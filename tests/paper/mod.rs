//! The pages as a browser, a validator and a reader of PDF see them: valid, readable by everybody, right on paper.
//!
//! The outside programs are those that `.ci/run` installs; where one is missing, its test says so and passes. A new
//! page or a new kind of block needs one row in `pages.rs`, and every test here looks at it.

mod html;
mod layout;
mod pages;
mod pdf;
mod tools;
