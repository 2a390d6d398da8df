//! Questions answered with one of the people of the plan, or with their order.

use std::io;

use crate::ask::{Choice, Reply};
use crate::plan::{Id, Lens, Plan};
use crate::words::Words;

use super::{Desk, Here, Kept};

/// One of the people who help.
pub struct Who(pub Lens<Id>);

/// The order of those who attend.
pub struct Order(pub Lens<Vec<Id>>);

impl Kept for Who {
    type Value = Id;

    fn lens(&self) -> &Lens<Id> {
        &self.0
    }

    fn show(&self, value: &Id, plan: &Plan, words: &Words) -> String {
        plan.name_of(value).unwrap_or_else(|| words.engine.unnamed.clone())
    }

    fn ask_value(&self, here: Here, plan: &Plan, desk: &mut Desk) -> io::Result<Reply<Id>> {
        let people = plan.people();
        let mut put = desk.put(here, plan);
        let rows: Vec<Choice> = people.iter().map(|(_, name)| Choice::new(name)).collect();
        if rows.is_empty() {
            // Nobody to choose from yet: the only answers are later and leaving it open.
            put.why = desk.words.engine.nobody_yet.clone();
        }
        let before = (self.0.see)(plan, here.spot.at)
            .given()
            .and_then(|id| people.iter().position(|(known, _)| known == id));
        Ok(match desk.asker.pick(&put, &rows, before)? {
            Reply::Given(at) => Reply::Given(people[at].0.clone()),
            Reply::Wish(wish) => Reply::Wish(wish),
        })
    }
}

impl Kept for Order {
    type Value = Vec<Id>;

    fn lens(&self) -> &Lens<Vec<Id>> {
        &self.0
    }

    fn show(&self, value: &Vec<Id>, plan: &Plan, words: &Words) -> String {
        words.list(&value.iter().filter_map(|id| plan.name_of(id)).collect::<Vec<_>>())
    }

    fn ask_value(&self, here: Here, plan: &Plan, desk: &mut Desk) -> io::Result<Reply<Vec<Id>>> {
        let before = (self.0.see)(plan, here.spot.at).given().cloned().unwrap_or_default();
        let mut ids = before;
        ids.retain(|id| plan.attendee(id).is_some());
        let speakers = plan.attendees.iter().filter(|a| a.attends() || a.writes());
        let missing: Vec<Id> = speakers.map(|a| a.id.clone()).filter(|id| !ids.contains(id)).collect();
        ids.extend(missing);
        let rows: Vec<Choice> = ids
            .iter()
            .map(|id| Choice::new(plan.name_of(id).unwrap_or_default()))
            .collect();
        let put = desk.put(here, plan);
        Ok(match desk.asker.order(&put, &rows)? {
            Reply::Given(order) => Reply::Given(order.into_iter().filter_map(|at| ids.get(at).cloned()).collect()),
            Reply::Wish(wish) => Reply::Wish(wish),
        })
    }
}
