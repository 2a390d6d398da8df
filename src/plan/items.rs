//! A list of a plan, in which an item is found by its id without a search.

use std::collections::HashMap;
use std::ops::{Deref, DerefMut};
use std::sync::OnceLock;

use serde::{Deserialize, Deserializer, Serialize};

use super::Id;

/// One thing in a list: it has an id that is never used twice.
pub trait Item {
    /// A new one, with nothing answered.
    fn with_id(id: Id) -> Self;
    /// Its id.
    fn id(&self) -> &Id;
}

/// The items of a list, each by its id. There is none where it is gone meanwhile.
pub trait ById<T> {
    /// The item with this id.
    fn by_id(&self, id: &Id) -> Option<&T>;
    /// The item with this id, to be changed.
    fn by_id_mut(&mut self, id: &Id) -> Option<&mut T>;
}
/// Items in order. Where each stands is noted when it is first asked, and forgotten when something changes: a search
/// for each of a thousand would look a million times.
#[derive(Serialize)]
#[serde(transparent)]
pub struct Items<T> {
    items: Vec<T>,
    #[serde(skip)]
    places: OnceLock<HashMap<Id, usize>>,
}

impl<T: Item> Items<T> {
    /// The place of the item with this id: of the first, where a file gave it twice.
    fn place_of(&self, id: &Id) -> Option<usize> {
        let note = || {
            let mut places = HashMap::with_capacity(self.items.len());
            for (place, item) in self.items.iter().enumerate() {
                places.entry(item.id().clone()).or_insert(place);
            }
            places
        };
        self.places.get_or_init(note).get(id).copied()
    }
}

impl<T: Item> ById<T> for Items<T> {
    fn by_id(&self, id: &Id) -> Option<&T> {
        self.place_of(id).map(|place| &self.items[place])
    }

    fn by_id_mut(&mut self, id: &Id) -> Option<&mut T> {
        self.place_of(id).map(|place| &mut self[place])
    }
}

impl<T> From<Vec<T>> for Items<T> {
    fn from(items: Vec<T>) -> Self {
        Items {
            items,
            places: OnceLock::new(),
        }
    }
}

impl<T> Default for Items<T> {
    fn default() -> Self {
        Vec::new().into()
    }
}

impl<T: Clone> Clone for Items<T> {
    fn clone(&self) -> Self {
        self.items.clone().into()
    }
}

impl<T: PartialEq> PartialEq for Items<T> {
    fn eq(&self, other: &Self) -> bool {
        self.items == other.items
    }
}

impl<T: std::fmt::Debug> std::fmt::Debug for Items<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        self.items.fmt(f)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Items<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Vec::deserialize(deserializer).map(Into::into)
    }
}

impl<T> Deref for Items<T> {
    type Target = Vec<T>;

    fn deref(&self) -> &Vec<T> {
        &self.items
    }
}

impl<T> DerefMut for Items<T> {
    fn deref_mut(&mut self) -> &mut Vec<T> {
        self.places = OnceLock::new();
        &mut self.items
    }
}

impl<'a, T> IntoIterator for &'a Items<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.items.iter()
    }
}

impl<'a, T> IntoIterator for &'a mut Items<T> {
    type Item = &'a mut T;
    type IntoIter = std::slice::IterMut<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter_mut()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Attendee;

    #[test]
    fn an_item_is_found_by_its_id_whatever_became_of_the_list() {
        let [one, two, three] = ["a1", "a2", "a3"].map(Id::new);
        let mut items: Items<Attendee> = vec![Attendee::with_id(one.clone()), Attendee::with_id(two.clone())].into();
        assert!(items.by_id(&two).is_some() && items.by_id(&three).is_none());
        items.remove(0);
        assert_eq!(items.by_id(&two).map(Item::id), Some(&two));
        assert!(items.by_id(&one).is_none());
        items.by_id_mut(&two).unwrap().id = three.clone();
        assert!(items.by_id(&three).is_some() && items.clone().by_id(&two).is_none());
        // Of two that a file gave one id, the first is meant.
        items.insert(0, Attendee::with_id(three.clone()));
        items[0].takes_part = crate::plan::Answer::Left;
        assert_eq!(items.by_id(&three), Some(&items[0]));
    }
}
