//! What the tests of whole visits share: a script of replies, a computer with a plan on it, a long story, a prompter that
//! answers at random. Everything is keyed on ids and codes; words come from the program's own.

#![allow(dead_code, reason = "each test uses its part")]

pub mod files;
pub mod home;
pub mod large_plan;
pub mod random;
pub mod script;
pub mod source;
pub mod story;
