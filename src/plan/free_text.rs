//! How much of a plan was typed in the family's own words, for a page that holds none of them.

use chrono::NaiveDate;

use super::{Answer, CodedChoice, Id, Plan, Text};

/// Whether an answer is free words, or something picked.
pub trait FreeText {
    /// True for free words.
    const FREE: bool = false;
}

impl FreeText for Text {
    const FREE: bool = true;
}

impl FreeText for Id {}
impl FreeText for NaiveDate {}
impl<V: FreeText> FreeText for Vec<V> {
    const FREE: bool = V::FREE;
}
impl<C: CodedChoice> FreeText for C {}

impl<V: FreeText> Answer<V> {
    /// 1 where free words were given.
    pub(super) fn free_text_count(&self) -> usize {
        usize::from(V::FREE && self.given().is_some())
    }
}

impl Plan {
    /// How many answers are free words: names, contacts, notes, statements, tasks of the family's own.
    pub fn free_text_count(&self) -> usize {
        let (safety, after) = (&self.safety, &self.afterwards);
        let alone = self.planner.free_text_count()
            + self.person.free_text_count()
            + self.way.free_text_count()
            + self.day.free_text_count();
        let safety = safety.naloxone_place.free_text_count() + safety.overdose_roles.free_text_count();
        let after =
            after.not_yet.free_text_count() + after.if_no.free_text_count() + after.if_use_returns.free_text_count();
        let lists = [
            self.professionals.iter().map(|it| it.free_text_count()).sum::<usize>(),
            self.attendees.iter().map(|it| it.free_text_count()).sum(),
            self.treatment_options.iter().map(|it| it.free_text_count()).sum(),
            self.support_groups.iter().map(|it| it.free_text_count()).sum(),
            self.boundaries.iter().map(|it| it.free_text_count()).sum(),
            self.statements.iter().map(|it| it.free_text_count()).sum(),
            self.objections.iter().map(|it| it.free_text_count()).sum(),
            self.afterwards.follow_ups.iter().map(|it| it.free_text_count()).sum(),
        ];
        let own_tasks = self.tasks.iter().filter(|mark| mark.text.is_some()).count();
        alone + safety + after + lists.iter().sum::<usize>() + own_tasks
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Checked, List, Substance, TaskRecord};

    fn given(text: &str) -> Answer<Text> {
        Answer::Given(Text::new(text))
    }

    #[test]
    fn free_words_count_and_what_was_picked_does_not() {
        let mut plan = Plan::default();
        assert_eq!(plan.free_text_count(), 0);
        plan.person.substances = Answer::Given(vec![Substance::Heroin]);
        plan.day.date = Answer::Given(NaiveDate::from_ymd_opt(2026, 12, 12).unwrap());
        List::ALL.into_iter().for_each(|list| {
            plan.add(list);
        });
        plan.treatment_options[0].licensed = Answer::Given(Checked::Yes);
        plan.treatment_options[0].notes = Answer::Left;
        assert_eq!(plan.free_text_count(), 0);
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
        plan.tasks.push(TaskRecord {
            text: Some(Text::new("own")),
            ..TaskRecord::default()
        });
        assert_eq!(plan.free_text_count(), 15);
    }
}
