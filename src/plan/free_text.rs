//! The answers that were typed in the family's own words.

use chrono::NaiveDate;

use super::{Answer, CodedChoice, Id, Plan, Text};

/// Whether an answer is free words, or something picked.
pub trait FreeText: Sized {
    /// The answer itself where it is free words.
    fn text_of(_: &mut Answer<Self>) -> Option<&mut Answer<Text>> {
        None
    }
}

impl FreeText for Text {
    fn text_of(answer: &mut Answer<Text>) -> Option<&mut Answer<Text>> {
        Some(answer)
    }
}

impl FreeText for Id {}
impl FreeText for NaiveDate {}
impl<V: FreeText> FreeText for Vec<V> {}
impl<C: CodedChoice> FreeText for C {}

impl Plan {
    /// Every answer that is free words, and whether it is the name of somebody.
    fn texts_mut(&mut self) -> Vec<(bool, &mut Answer<Text>)> {
        let (safety, after) = (&mut self.safety, &mut self.afterwards);
        let mut people = self.planner.texts_mut();
        people.extend(self.person.texts_mut());
        people.extend(self.professionals.iter_mut().flat_map(|it| it.texts_mut()));
        people.extend(self.attendees.iter_mut().flat_map(|it| it.texts_mut()));
        let mut others = self.way.texts_mut();
        others.extend(self.day.texts_mut());
        others.extend(self.treatment_options.iter_mut().flat_map(|it| it.texts_mut()));
        others.extend(self.support_groups.iter_mut().flat_map(|it| it.texts_mut()));
        others.extend(self.boundaries.iter_mut().flat_map(|it| it.texts_mut()));
        others.extend(self.statements.iter_mut().flat_map(|it| it.texts_mut()));
        others.extend(self.objections.iter_mut().flat_map(|it| it.texts_mut()));
        others.extend(after.follow_ups.iter_mut().flat_map(|it| it.texts_mut()));
        let mut all: Vec<(bool, &mut Answer<Text>)> = people
            .into_iter()
            .map(|(key, answer)| (key == "name", answer))
            .collect();
        all.extend(others.into_iter().map(|(_, answer)| (false, answer)));
        let alone = [
            &mut safety.naloxone_place,
            &mut safety.overdose_roles,
            &mut after.not_yet,
            &mut after.if_no,
            &mut after.if_use_returns,
        ];
        all.extend(alone.into_iter().map(|answer| (false, answer)));
        all
    }

    /// How many answers are free words: names, contacts, notes, statements, tasks of the family's own.
    pub fn free_text_count(&self) -> usize {
        let mut copy = self.clone();
        let given = copy
            .texts_mut()
            .iter()
            .filter(|(_, answer)| answer.given().is_some())
            .count();
        given + self.tasks.iter().filter(|mark| mark.text.is_some()).count()
    }

    /// Leaves open what says by itself that there is no answer yet, in a plan of before such words were heard so. A
    /// name may be any word.
    pub fn leave_shrugs_open(&mut self, is_shrug: impl Fn(&str) -> bool) {
        for (_, answer) in self.texts_mut().into_iter().filter(|(is_name, _)| !is_name) {
            if is_shrug(answer.words()) {
                *answer = Answer::Left;
            }
        }
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

    #[test]
    fn a_shrug_is_left_open_and_a_name_is_not() {
        let mut plan = Plan::default();
        plan.add(List::Attendees);
        plan.attendees[0].name = given("Idk");
        plan.attendees[0].phone = given("idk");
        plan.person.love = given("How Robin sings.");
        plan.afterwards.if_no = given("??");
        plan.leave_shrugs_open(|typed| ["idk", "Idk", "??"].contains(&typed));
        assert_eq!(plan.attendees[0].name.words(), "Idk");
        assert_eq!(plan.attendees[0].phone, Answer::Left);
        assert_eq!(plan.afterwards.if_no, Answer::Left);
        assert_eq!(plan.person.love.words(), "How Robin sings.");
    }
}
