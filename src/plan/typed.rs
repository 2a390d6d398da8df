//! How much of a plan was typed in the family's own words, for a page that holds none of them.

use chrono::NaiveDate;

use super::{Answer, Choice, Id, Plan, Text};

/// Whether an answer is free words, or something picked.
pub trait Typed {
    /// True for free words.
    const FREE: bool = false;
}

impl Typed for Text {
    const FREE: bool = true;
}

impl Typed for Id {}
impl Typed for NaiveDate {}
impl<V: Typed> Typed for Vec<V> {
    const FREE: bool = V::FREE;
}
impl<C: Choice> Typed for C {}

impl<V: Typed> Answer<V> {
    /// 1 where free words were given.
    pub(super) fn typed(&self) -> usize {
        usize::from(V::FREE && self.given().is_some())
    }
}

impl Plan {
    /// How many answers are free words: names, contacts, notes, statements, tasks of the family's own.
    pub fn typed(&self) -> usize {
        let (safety, after) = (&self.safety, &self.afterwards);
        let alone = self.planner.typed() + self.person.typed() + self.way.typed() + self.day.typed();
        let safety = safety.naloxone_place.typed() + safety.overdose_roles.typed();
        let after = after.not_yet.typed() + after.if_no.typed() + after.if_use_returns.typed();
        let lists = [
            self.professionals.iter().map(|it| it.typed()).sum::<usize>(),
            self.attendees.iter().map(|it| it.typed()).sum(),
            self.treatment_options.iter().map(|it| it.typed()).sum(),
            self.support_groups.iter().map(|it| it.typed()).sum(),
            self.boundaries.iter().map(|it| it.typed()).sum(),
            self.statements.iter().map(|it| it.typed()).sum(),
            self.objections.iter().map(|it| it.typed()).sum(),
            self.afterwards.follow_ups.iter().map(|it| it.typed()).sum(),
        ];
        let own_tasks = self.tasks.iter().filter(|mark| mark.text.is_some()).count();
        alone + safety + after + lists.iter().sum::<usize>() + own_tasks
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Checked, List, Mark, Substance};

    fn given(text: &str) -> Answer<Text> {
        Answer::Given(Text::new(text))
    }

    #[test]
    fn free_words_count_and_what_was_picked_does_not() {
        let mut plan = Plan::default();
        assert_eq!(plan.typed(), 0);
        plan.person.substances = Answer::Given(vec![Substance::Heroin]);
        plan.day.date = Answer::Given(NaiveDate::from_ymd_opt(2026, 12, 12).unwrap());
        List::ALL.into_iter().for_each(|list| {
            plan.add(list);
        });
        plan.treatment_options[0].licensed = Answer::Given(Checked::Yes);
        plan.treatment_options[0].notes = Answer::Left;
        assert_eq!(plan.typed(), 0);
        plan.person.name = given("Robin");
        plan.planner.own_care = given("walks");
        plan.way.invitation = given("come");
        plan.day.stop_word = given("pause");
        plan.safety.naloxone_place = given("shelf");
        plan.afterwards.if_no = given("wait");
        plan.attendees[0].phone = given("555-0100");
        plan.treatment_options[0].notes = given("note");
        plan.professionals[0].fee = given("free");
        plan.support_groups[0].when = given("Tuesday");
        plan.boundaries[0].i_will = given("I will");
        plan.statements[0].love = given("love");
        plan.objections[0].answer = given("yes");
        plan.afterwards.follow_ups[0].what = given("talk");
        plan.tasks.push(Mark {
            text: Some(Text::new("own")),
            ..Mark::default()
        });
        assert_eq!(plan.typed(), 15);
    }
}
