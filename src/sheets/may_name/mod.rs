//! Which places, people and sentences of a plan a page may name: the only way from a page to the lists of a plan.
//!
//! Here the gate, a big change, the age of somebody, a warning sign, a medicine that would end and a boundary that
//! slips decide, once for every page; a test holds that no page reads those lists by itself. Not here: how it is said.

mod masked;
mod people;
mod places;
mod statements;

use crate::plan::{Change, Plan};

pub use masked::{counted, masked};
pub use people::{
    agreeing, answers_it, caller, comes_along, first_holder, groups, groups_of, grown_readers, helper, holders,
    letters_read_by, name, names, number_of, own_name, professionals, second, speakers, speaks, taking_part,
};
pub use places::{Audience, EarliestStart, backup, first, held_back, places, start, two};
pub use statements::{
    Moment, all_of, answers, answers_kept_back, boundaries, boundaries_after, boundaries_that_hold, eighth_parts,
    has_boundary, talks, talks_kept_back, without_withheld_help, written,
};

/// True if the person has died: then nothing but help for the family is named.
fn died(plan: &Plan) -> bool {
    plan.change() == Some(&Change::Died)
}
