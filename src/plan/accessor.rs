//! Where an answer is in the plan: a pair of accessors that a question carries.

use super::{Answer, Id, Plan, Text};

/// The place of one answer: of the plan itself, which has no id, or of the item of a list that has this id.
pub struct Accessor<V: 'static> {
    /// Looks at the answer; `None` if the item is gone.
    pub get: for<'a> fn(&'a Plan, &Id) -> Option<&'a Answer<V>>,
    /// Changes the answer.
    pub get_mut: for<'a> fn(&'a mut Plan, &Id) -> Option<&'a mut Answer<V>>,
}

impl<V> Accessor<V> {
    /// The value, if one was given.
    pub fn given<'a>(&self, plan: &'a Plan, item: &Id) -> Option<&'a V> {
        (self.get)(plan, item)?.given()
    }

    /// Writes the answer where it belongs, and nowhere if the item is gone.
    pub fn set(&self, plan: &mut Plan, item: &Id, answer: Answer<V>) {
        if let Some(place) = (self.get_mut)(plan, item) {
            *place = answer;
        }
    }
}

impl Accessor<Text> {
    /// The words that were given, or nothing.
    pub fn words<'a>(&self, plan: &'a Plan, item: &Id) -> &'a str {
        self.given(plan, item).map_or("", Text::as_str)
    }
}

/// `at!(person.name)` or, for an item of a list, `at!(attendees[].name)`.
macro_rules! at {
    ($($list:ident).+ [] . $field:ident) => {
        $crate::plan::Accessor {
            get: |plan, item| Some(&$crate::plan::ById::by_id(&plan.$($list).+, item)?.$field),
            get_mut: |plan, item| Some(&mut $crate::plan::ById::by_id_mut(&mut plan.$($list).+, item)?.$field),
        }
    };
    ($($path:ident).+) => {
        $crate::plan::Accessor { get: |plan, _| Some(&plan.$($path).+), get_mut: |plan, _| Some(&mut plan.$($path).+) }
    };
}
pub(crate) use at;
