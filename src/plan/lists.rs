//! The lists of a plan, handled alike: how many, which, add, remove.

use serde_json::Value;

use super::{ById, Field, Id, Item, Plan};

/// One list a row: its name, which is that of the question that shows it, and the letter its ids begin with.
macro_rules! lists {
    ($($list:ident, $letter:literal;)+) => {
        /// Which list.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        #[allow(missing_docs)]
        pub enum List { $($list),+ }

        impl List {
            /// All lists, in the order of the plan.
            pub const ALL: [List; [$(List::$list),+].len()] = [$(List::$list),+];

            /// The question that shows the list.
            pub const fn field(self) -> Field {
                match self { $(List::$list => Field::$list),+ }
            }

            fn letter(self) -> &'static str {
                match self { $(List::$list => $letter),+ }
            }
        }

        /// Every list's key in the file, as a path, and the letter its ids begin with, for whoever keeps the file.
        pub const LISTS: &[(&str, &str)] = &[$((Field::$list.code(), $letter)),+];
    };
}

lists! {
    Professionals, "p";
    Attendees, "a";
    Options, "o";
    SupportGroups, "g";
    Boundaries, "b";
    Statements, "s";
    Objections, "j";
    FollowUps, "f";
}

/// Runs `$body` with `$items` bound to the `Items` of the list, borrowed as `&` or `&mut`.
macro_rules! on_list {
    ($list:expr, ($($borrow:tt)+) $plan:ident, $items:ident => $body:expr) => {
        match $list {
            List::Professionals => { let $items = $($borrow)+ $plan.professionals; $body }
            List::Attendees => { let $items = $($borrow)+ $plan.attendees; $body }
            List::Options => { let $items = $($borrow)+ $plan.treatment_options; $body }
            List::SupportGroups => { let $items = $($borrow)+ $plan.support_groups; $body }
            List::Boundaries => { let $items = $($borrow)+ $plan.boundaries; $body }
            List::Statements => { let $items = $($borrow)+ $plan.statements; $body }
            List::Objections => { let $items = $($borrow)+ $plan.objections; $body }
            List::FollowUps => { let $items = $($borrow)+ $plan.afterwards.follow_ups; $body }
        }
    };
}

impl Plan {
    /// How many things the list holds.
    pub fn count(&self, list: List) -> usize {
        on_list!(list, (&) self, items => items.len())
    }

    /// The ids in the list, in order.
    pub fn ids(&self, list: List) -> Vec<Id> {
        on_list!(list, (&) self, items => items.iter().map(|item| item.id().clone()).collect())
    }

    /// True if the list still holds it.
    pub fn has(&self, list: List, id: &Id) -> bool {
        on_list!(list, (&) self, items => items.by_id(id).is_some())
    }

    /// Adds a thing with nothing answered, and gives its id.
    pub fn add(&mut self, list: List) -> Id {
        let id = self.new_id(list.letter());
        self.add_with(list, id.clone());
        id
    }

    /// Adds a thing under a given id.
    pub fn add_with(&mut self, list: List, id: Id) {
        on_list!(list, (&mut) self, items => items.push(Item::with_id(id)));
    }

    /// Removes a thing and every reference to it, and takes back that the list is complete.
    pub fn remove(&mut self, list: List, id: &Id) {
        // An id that was written by hand may be above all that were given: it is not given after it is gone.
        let number = id.number().filter(|number| *number <= Id::HIGHEST);
        self.visit.last_id = self.visit.last_id.max(number.unwrap_or(0));
        on_list!(list, (&mut) self, items => {
            if let Some(at) = items.iter().position(|item| item.id() == id) {
                items.remove(at);
            }
        });
        if list == List::Attendees {
            self.remove_references(id);
        }
    }

    /// Notes the highest number that an item has, so that one which was given while a file was read, and is taken out of
    /// it by hand later, is not given again.
    pub fn note_ids_given(&mut self) {
        let ids = List::ALL.into_iter().flat_map(|list| self.ids(list));
        let numbers = ids.filter_map(|id| id.number()).filter(|number| *number <= Id::HIGHEST);
        self.visit.last_id = numbers.fold(self.visit.last_id, u32::max);
    }

    /// An id nothing in the plan ever had, and nothing in it still points at.
    pub fn new_id(&mut self, letter: &str) -> Id {
        let file = serde_json::to_value(&*self).unwrap_or_default();
        loop {
            self.visit.last_id = self.visit.last_id.wrapping_add(1);
            let id = Id::new(&format!("{letter}{}", self.visit.last_id));
            if !mentions_id(&file, id.as_str()) {
                return id;
            }
        }
    }
}

/// True if the id is anywhere: as an id, as a reference, or inside the id of a task.
fn mentions_id(value: &Value, id: &str) -> bool {
    match value {
        Value::String(text) => text.split(|sign: char| !sign.is_alphanumeric()).any(|word| word == id),
        Value::Array(values) => values.iter().any(|value| mentions_id(value, id)),
        Value::Object(keys) => keys.values().any(|value| mentions_id(value, id)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Answer, Later};

    /// A test knows that the item is there.
    impl<T: Item> std::ops::Index<&Id> for Vec<T> {
        type Output = T;

        fn index(&self, id: &Id) -> &T {
            self.iter().find(|item| item.id() == id).unwrap()
        }
    }

    impl<T: Item> std::ops::IndexMut<&Id> for Vec<T> {
        fn index_mut(&mut self, id: &Id) -> &mut T {
            self.iter_mut().find(|item| item.id() == id).unwrap()
        }
    }

    #[test]
    fn an_id_is_never_used_twice() {
        let mut plan = Plan::default();
        let id = plan.add(List::Attendees);
        plan.remove(List::Attendees, &id);
        plan.add(List::Attendees);
        assert!(!plan.ids(List::Attendees).contains(&id));
    }

    #[test]
    fn an_id_written_by_hand_is_not_given_again_and_neither_is_one_that_is_still_pointed_at() {
        let mut plan = Plan::default();
        plan.add_with(List::Attendees, Id::new("a2"));
        plan.remove(List::Attendees, &Id::new("a2"));
        plan.day.order = Answer::Given(vec![Id::new("a3")]);
        assert_eq!(plan.add(List::Attendees).as_str(), "a4");
    }

    #[test]
    fn what_the_one_who_is_gone_was_to_find_out_is_the_planners() {
        let mut plan = Plan::default();
        let owner = plan.add(List::Attendees);
        plan.person.fears = Answer::Later(Later { owner: owner.clone() });
        plan.safety.screen_seen = Some(true);
        plan.remove(List::Attendees, &owner);
        assert_eq!(
            plan.person.fears.later().map(|later| &later.owner),
            Some(&Id::planner())
        );
        assert_eq!(
            plan.safety.screen_seen,
            Some(true),
            "what is never in the file is still there"
        );
    }

    #[test]
    fn removing_an_attendee_removes_what_points_at_them() {
        let mut plan = Plan::default();
        let id = plan.add(List::Attendees);
        let letter = plan.add(List::Attendees);
        plan.attendees[&letter].reader = Answer::Given(id.clone());
        plan.day.order = Answer::Given(vec![id.clone()]);
        plan.remove(List::Attendees, &id);
        assert!(plan.attendees[0].reader.is_unasked());
        assert_eq!(plan.day.order.given().map(Vec::len), Some(0));
    }

    #[test]
    fn a_number_that_came_from_elsewhere_is_noted_and_not_given_again() {
        let mut plan = Plan::default();
        plan.add_with(List::Attendees, Id::new("a7"));
        plan.add_with(List::Options, Id::new("o4000000000"));
        plan.note_ids_given();
        plan.attendees.clear();
        assert_eq!(plan.new_id("a").as_str(), "a8");
    }
}
