//! Questions answered with one of the people of the plan, or with their order.

use crate::plan::{Accessor, Id, Plan};
use crate::prompt::Choice;
use crate::words::Words;

use super::{QuestionAt, SingleAnswer};
use crate::session::{Reply, Session, Stop};

/// One of the people of the plan, of those that are offered for this item.
pub struct PersonPick {
    accessor: Accessor<Id>,
    offered: fn(&Plan, &Id) -> Vec<(Id, String)>,
    /// Who stands chosen before anybody was.
    begin: fn(&Plan, &Id) -> Option<Id>,
}

impl PersonPick {
    /// Any of the people who help.
    pub const fn any(accessor: Accessor<Id>) -> Self {
        PersonPick::of(accessor, |plan, _| plan.people())
    }

    /// Any of the people who help and are not known to be under 18: for what an adult has to do.
    pub const fn adult(accessor: Accessor<Id>) -> Self {
        PersonPick::of(accessor, |plan, _| plan.adults())
    }

    /// One of those in the room, but for the one it is asked of: who reads out what they write.
    pub const fn reader(accessor: Accessor<Id>) -> Self {
        PersonPick::of(accessor, readers)
    }

    const fn of(accessor: Accessor<Id>, offered: fn(&Plan, &Id) -> Vec<(Id, String)>) -> Self {
        PersonPick {
            accessor,
            offered,
            begin: |_, _| None,
        }
    }

    /// The same, where another answer says who it will be.
    pub const fn starting_with(mut self, begin: fn(&Plan, &Id) -> Option<Id>) -> Self {
        self.begin = begin;
        self
    }
}

fn readers(plan: &Plan, writer: &Id) -> Vec<(Id, String)> {
    let mut people = plan.adults();
    people.retain(|(id, _)| id != writer && plan.attendee(id).is_none_or(|it| it.attends() && !it.writes()));
    people
}

/// The order of those who attend.
pub struct PeopleOrder(pub Accessor<Vec<Id>>);

impl SingleAnswer for PersonPick {
    type Value = Id;

    fn accessor(&self) -> &Accessor<Id> {
        &self.accessor
    }

    fn format(&self, value: &Id, plan: &Plan, words: &Words) -> String {
        plan.name_of(value).unwrap_or_else(|| words.engine.unnamed.into())
    }

    fn ask_value(&self, here: &QuestionAt, plan: &Plan, session: &mut Session) -> Result<Reply<Id>, Stop> {
        let id = &here.item.id;
        let before = self
            .accessor
            .given(plan, id)
            .cloned()
            .or_else(|| (self.begin)(plan, id));
        one_of((self.offered)(plan, id), before.as_ref(), here, plan, session)
    }
}

/// Asks for one of these people.
fn one_of(
    people: Vec<(Id, String)>,
    before: Option<&Id>,
    here: &QuestionAt,
    plan: &Plan,
    session: &mut Session,
) -> Result<Reply<Id>, Stop> {
    let mut prompt = here.prompt(plan, session);
    let rows: Vec<Choice> = people.iter().map(|(_, name)| Choice::new(name)).collect();
    if rows.is_empty() {
        // Nobody to choose from yet: the only answers are later and leaving it open.
        prompt.why = session.words.engine.nobody_yet.into();
    }
    let before = before.and_then(|id| people.iter().position(|(known, _)| known == id));
    let reply = session.pick(plan, prompt, &rows, before)?;
    Ok(reply.map(|at| people[at].0.clone()))
}

impl SingleAnswer for PeopleOrder {
    type Value = Vec<Id>;

    fn accessor(&self) -> &Accessor<Vec<Id>> {
        &self.0
    }

    fn format(&self, value: &Vec<Id>, plan: &Plan, words: &Words) -> String {
        words.list(&value.iter().filter_map(|id| plan.name_of(id)).collect::<Vec<_>>())
    }

    fn ask_value(&self, here: &QuestionAt, plan: &Plan, session: &mut Session) -> Result<Reply<Vec<Id>>, Stop> {
        let before = self.0.given(plan, &here.item.id).cloned().unwrap_or_default();
        let mut ids = before;
        ids.retain(|id| plan.attendee(id).is_some());
        let speakers = plan.attendees.iter().filter(|a| a.attends() || a.writes());
        let missing: Vec<Id> = speakers.map(|a| a.id.clone()).filter(|id| !ids.contains(id)).collect();
        ids.extend(missing);
        let rows: Vec<Choice> = ids
            .iter()
            .map(|id| Choice::new(plan.name_of(id).unwrap_or_default()))
            .collect();
        let prompt = here.prompt(plan, session);
        let reply = session.order(plan, prompt, &rows)?;
        Ok(reply.map(|order| order.into_iter().filter_map(|at| ids.get(at).cloned()).collect()))
    }
}

#[cfg(test)]
mod tests {

    use chrono::NaiveDate;

    use super::*;
    use crate::journey::{ItemRef, Question, Tier};
    use crate::plan::{Answer, Field, List, TakesPart, Text, at};
    use crate::prompt::{Plain, Prompter};

    #[test]
    fn who_writes_a_letter_is_not_offered_as_its_reader() {
        static READER: Question = Question::new(
            Field::AttReader,
            Tier::ThePlan,
            &PersonPick::reader(at!(attendees[].reader)),
        );
        let mut plan = Plan::default();
        for (name, part) in [
            ("Wren", TakesPart::Letter),
            ("Alder", TakesPart::InTheRoom),
            ("Hazel", TakesPart::Letter),
        ] {
            let id = plan.add(List::Attendees);
            plan.attendees[&id].name = Answer::Given(Text::new(name));
            plan.attendees[&id].takes_part = Answer::Given(part);
        }
        let words = Words::load("en", None).unwrap();
        let mut shown = Vec::new();
        let mut prompter = Plain::new(&b"1\n"[..], &mut shown, words.ask);
        let mut keep = |_: &mut Plan, _: &mut dyn Prompter| Ok(());
        let mut session = Session::new(&mut prompter, &words, NaiveDate::default(), &mut keep);
        let here = QuestionAt {
            question: &READER,
            item: ItemRef {
                id: plan.attendees[0].id.clone(),
                ..ItemRef::PLAN
            },
        };
        here.ask(&mut plan, &mut session).unwrap();
        let alder = plan.attendees[1].id.clone();
        assert!(plan.attendees[0].reader.is(&alder));
        let shown = String::from_utf8(shown).unwrap();
        assert!(shown.contains("Alder") && !shown.contains("Hazel"), "{shown}");
    }
}
