//! Where an answer is in the plan: a pair of accessors that a question carries.

use super::{Answer, Plan};

/// The place of one answer; the number is the item's place in its list and means nothing outside lists.
pub struct Accessor<V: 'static> {
    /// Looks at the answer.
    pub get: fn(&Plan, usize) -> &Answer<V>,
    /// Changes the answer.
    pub get_mut: fn(&mut Plan, usize) -> &mut Answer<V>,
}

/// `at!(person.name)` or, for an item of a list, `at!(attendees[].name)`.
macro_rules! at {
    ($($list:ident).+ [] . $field:ident) => {
        $crate::plan::Accessor { get: |plan, item| &plan.$($list).+[item].$field, get_mut: |plan, item| &mut plan.$($list).+[item].$field }
    };
    ($($path:ident).+) => {
        $crate::plan::Accessor { get: |plan, _| &plan.$($path).+, get_mut: |plan, _| &mut plan.$($path).+ }
    };
}
pub(crate) use at;
