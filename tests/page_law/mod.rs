//! What no printed page may say, whatever the plan: every page of every pair of a country, what is used, ages, the gate
//! and a change, for a plan of nine people.

mod law;
mod names;
mod plans;
