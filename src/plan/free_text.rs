//! The answers that were typed in the family's own words.

use super::{Answer, AnswerState, Field, Plan, Text};

impl Plan {
    /// How many answers are free words: names, contacts, notes, statements, tasks of the family's own.
    pub fn free_text_count(&self) -> usize {
        let mut count = self.tasks.iter().filter(|mark| mark.text.is_some()).count();
        self.answers(&mut |_, answer| {
            count += usize::from(answer.of::<Text>().is_some_and(|text| text.given().is_some()));
        });
        count
    }

    /// How many questions were put off, lists among them. One that could tell why the plan is closed is not counted, and
    /// while it is closed none of the meeting.
    pub fn put_off_count(&self, closed: bool) -> usize {
        let mut count = 0;
        self.answers(&mut |path, answer| {
            let list = path.key.strip_prefix("everyone.").and_then(Field::from_code);
            let counted = path.field().or(list).is_some_and(|field| {
                let privacy = field.privacy();
                let meets = privacy.of_the_meeting || field == Field::Attendees;
                !(privacy.tells_why || closed && meets)
            });
            count += usize::from(counted && answer.state() == AnswerState::Later);
        });
        count
    }

    /// Leaves open what says by itself that there is no answer yet, in a plan of before such words were heard so. A
    /// name may be any word.
    pub fn leave_shrugs_open(&mut self, is_shrug: impl Fn(&str) -> bool) {
        self.answers_mut(&mut |path, answer| {
            let is_name = path.field().is_some_and(Field::is_name_of_somebody);
            if let Some(text) = answer.of::<Text>()
                && is_shrug(text.words())
                && !is_name
            {
                *text = Answer::Left;
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

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
