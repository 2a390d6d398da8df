//! The words of the tasks: what to do, why, who and when.

use crate::plan::{
    Ages, Agrees, Answer, ById, Change, Children, CodedChoice, Field, Id, Naloxone, Plan, Professional, Text,
};
use crate::tasks::{Owner, Phase, Share, Task, TaskKind, Timeframe};
use crate::text;

use super::catalog::{Plural, TaskSentences};
use super::{Words, fill_placeholders};

impl TaskSentences {
    /// What is said in this plan: the first that holds and has words. `knows`: the plan names who, where or when.
    fn sentence(&self, plan: &Plan, knows: bool) -> &'static str {
        let change = plan.change();
        let cases = [
            (change == Some(&Change::Died), self.after_death),
            (change == Some(&Change::InJail), self.in_jail),
            (change == Some(&Change::CannotFind), self.cannot_find),
            (plan.person.ages.is(&Ages::PersonUnder), self.under_18),
            (asked_already(plan), self.asked_already),
            (!plan.may_be_opioids(), self.not_opioids),
            (!plan.uses_an_opioid(), self.no_opioid),
            (plan.person.children.is(&Children::No), self.no_children),
            (plan.safety.naloxone.is(&Naloxone::InReach), self.in_reach),
            (knows, self.named),
        ];
        let held = cases.into_iter().filter(|(holds, _)| *holds).map(|(_, said)| said);
        let mut own = held.filter(|said| !said.is_empty());
        own.next().unwrap_or(self.text)
    }
}

/// The first of several questions.
fn first_question(said: &str) -> &str {
    said.find('?').map_or(said, |end| &said[..=end])
}

/// What was typed, without the full stop that would end the sentence around it.
fn within_a_sentence(typed: &Answer<Text>) -> String {
    typed.words().trim().trim_end_matches('.').into()
}

/// A professional said what they think of a meeting, and it was no yes.
fn asked_already(plan: &Plan) -> bool {
    plan.professionals
        .iter()
        .any(|pro| pro.agrees_meeting_is_safe.is_one_of(&[Agrees::NotYet, Agrees::Against]))
}

impl Words {
    /// A heading of the checklist.
    pub fn phase(&self, phase: Phase, speaks_of_the_day: bool) -> String {
        match self.tasks.phase_without_day.get(phase.code()) {
            Some(without) if !speaks_of_the_day => (*without).into(),
            _ => self.tasks.phase.said(phase.code()).into(),
        }
    }

    /// What is to be done.
    pub fn task_text(&self, task: &Task, plan: &Plan) -> String {
        let sentences = &self.tasks.task[task.kind.code()];
        let knows = !self.task_item(task, plan).is_empty();
        self.task_sentence(sentences.sentence(plan, knows), task, plan)
    }

    /// Why.
    pub fn task_why(&self, task: &Task, plan: &Plan) -> String {
        self.task_sentence(self.tasks.task[task.kind.code()].why, task, plan)
    }

    /// Who does it: a name where the plan knows one, else the part.
    pub fn task_owner(&self, task: &Task, plan: &Plan) -> String {
        match &task.owner {
            Owner::Person(id) => plan.name_of(id).unwrap_or_else(|| self.engine.you.into()),
            Owner::Role(role) => self.tasks.role.said(role.code()).into(),
            Owner::Several => {
                let names = task.shares.iter().filter_map(|share| plan.name_of(&share.person));
                self.list(&names.collect::<Vec<_>>())
            }
        }
    }

    /// Those who each do it, by name, and whether they did.
    pub fn task_shares(&self, task: &Task, plan: &Plan) -> Vec<(String, bool)> {
        let named = |share: &Share| (plan.name_of(&share.person).unwrap_or_default(), share.is_done());
        task.shares.iter().map(named).collect()
    }

    /// When: the date with its weekday, or how it is said without one; what has passed or was moved says so.
    pub fn task_when(&self, task: &Task) -> String {
        let when = &self.tasks.when;
        let mut said = match (task.due, task.when) {
            (_, spoken) if task.phase == Phase::Today && !task.past => self.format_when(spoken),
            (Some(due), _) => self.short_date(due),
            (None, spoken) => self.format_when(spoken),
        };
        for (holds, words) in [(task.past, &when.past), (task.moved, &when.moved)] {
            if holds {
                said = format!("{said} ({words})");
            }
        }
        said
    }

    fn format_when(&self, when: Timeframe) -> String {
        let words = &self.tasks.when;
        let count = |days: i32, few: &Plural, many: &Plural| {
            let days = days.unsigned_abs() as usize;
            if days < 7 {
                few.of(days)
            } else {
                many.of((days + 3) / 7)
            }
        };
        match when {
            Timeframe::Today => words.today.into(),
            Timeframe::DaysFromDay(0) => words.on_the_day.into(),
            Timeframe::DaysFromDay(days) if days < 0 => count(days, &words.days_before, &words.weeks_before),
            Timeframe::DaysFromDay(days) => count(days, &words.days_after, &words.weeks_after),
            Timeframe::ThisWeek => words.this_week.into(),
            Timeframe::WhenPlacesOpen => words.when_places_open.into(),
            Timeframe::AnyTime => words.any_time.into(),
            Timeframe::Weekly => words.weekly.into(),
            Timeframe::BeforeReturn => words.before_return.into(),
            Timeframe::AfterReturn(days) => words.after_return.of((days.unsigned_abs() as usize).div_ceil(7)),
        }
    }

    /// The answer that settled it, by what its question is called; nothing where somebody ticked it.
    pub fn settled_by(&self, task: &Task, plan: &Plan) -> Option<String> {
        let settled = task.settled.as_ref().filter(|_| task.done.is_none())?;
        let item = settled.item.as_ref().map(|id| self.item_name(id, plan));
        // A part of a letter has its number in front.
        let short = self
            .question(settled.field)
            .short
            .trim_start_matches(|at: char| at.is_ascii_digit() || at == ' ');
        Some(self.fill_names(short, plan, &item.unwrap_or_default()))
    }

    fn task_sentence(&self, sentence: &str, task: &Task, plan: &Plan) -> String {
        let item = self.task_item(task, plan);
        self.fill_names_and(sentence, plan, "", &[("item", &item)])
    }

    /// What a task is about: the family's own words, the label of a question, the name of an item.
    fn task_item(&self, task: &Task, plan: &Plan) -> String {
        if let Some(own) = &task.own_text {
            return own.as_str().to_string();
        }
        match task.kind {
            TaskKind::FindOut => {}
            TaskKind::CallProfessional => return self.professional_to_call(plan),
            TaskKind::CallPrescriber | TaskKind::TalkToProfessionalFirst => {
                return within_a_sentence(&plan.person.care_contact);
            }
            TaskKind::SetDate => {
                let day = plan.day.date.given();
                return day.map(|day| self.short_date(*day)).unwrap_or_default();
            }
            _ => return task.item.as_ref().map(|id| self.to_call(id, plan)).unwrap_or_default(),
        }
        task.field
            .map(|field| self.find_out(field, task.item.as_ref(), plan))
            .unwrap_or_default()
    }

    /// What to do about a question put off: what a place is asked on the phone, or a sentence of its own.
    fn find_out(&self, field: Field, item: Option<&Id>, plan: &Plan) -> String {
        let named = |id: &Id| match self.item_name(id, plan) {
            name if name.is_empty() => self.engine.unnamed.into(),
            name => name,
        };
        // The insurance is in no list.
        let ours = || {
            self.call
                .say_insurer
                .get(field.code())
                .map(|_| text::small_start(self.call.insurer_row))
        };
        let item = item.map(named).or_else(ours).unwrap_or_default();
        let other_calls = || {
            let professional = self.call.say_professional.get(field.code());
            professional
                .or_else(|| self.call.say_insurer.get(field.code()))
                .copied()
        };
        match (
            self.tasks.find_out.get(field.code()),
            self.call.sentence_for(field, plan).or_else(other_calls),
        ) {
            (Some(sentence), _) => self.fill_names(sentence, plan, &item),
            (None, Some(said)) => {
                let said = self.fill_names(first_question(said), plan, &item);
                fill_placeholders(self.tasks.ask_place, &[("item", &item), ("question", &said)])
            }
            (None, None) => {
                let short = self.fill_names(self.question(field).short, plan, &item);
                format!("{item}: {short}")
            }
        }
    }

    /// The name of an item of a list.
    pub fn item_name(&self, id: &Id, plan: &Plan) -> String {
        if let Some(it) = plan.treatment_options.by_id(id) {
            self.name_or_kind(it.name.words(), &it.kind)
        } else if let Some(it) = plan.professionals.by_id(id) {
            self.name_or_kind(it.name.words(), &it.r#type)
        } else if let Some(it) = plan.boundaries.by_id(id) {
            self.name_or_kind("", &it.kind)
        } else if let Some(it) = plan.objections.by_id(id) {
            self.name_or_kind("", &it.kind).trim_end_matches('.').into()
        } else if let Some(it) = plan.support_groups.by_id(id) {
            self.name_or_kind(it.name.words(), &it.kind)
        } else if let Some(it) = plan.afterwards.follow_ups.by_id(id) {
            it.what.words().into()
        } else {
            plan.name_of(id).unwrap_or_default()
        }
    }

    fn name_or_kind<C: CodedChoice>(&self, name: &str, kind: &Answer<C>) -> String {
        match kind.given() {
            Some(kind) if name.is_empty() => self.label(kind),
            _ => name.into(),
        }
    }

    /// The first professional who was not spoken with yet, with the number.
    fn professional_to_call(&self, plan: &Plan) -> String {
        let named = |pro: &&Professional| !pro.name.words().is_empty();
        let first = plan.professionals.iter().find(named);
        first.map(|pro| self.to_call(&pro.id, plan)).unwrap_or_default()
    }

    /// A place or a professional with the number to call and the hours, where they are known.
    fn to_call(&self, id: &Id, plan: &Plan) -> String {
        let option = plan.treatment_options.by_id(id);
        let professional = plan.professionals.by_id(id);
        let phone = option.map(|it| &it.phone).or(professional.map(|it| &it.phone));
        let hours = option.map(|it| &it.opening_hours);
        let known = [phone, hours]
            .into_iter()
            .flatten()
            .map(Answer::words)
            .filter(|said| !said.is_empty());
        let parts: Vec<String> = std::iter::once(self.item_name(id, plan))
            .chain(known.map(String::from))
            .collect();
        parts.join(", ")
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::plan::List;
    use crate::tasks;

    #[test]
    fn a_place_to_call_stands_with_its_number_and_hours_and_what_to_find_out_with_its_name() {
        let words = Words::load("en", None).unwrap();
        let mut plan = Plan::default();
        plan.add(List::Options);
        let option = &mut plan.treatment_options[0];
        option.name = Answer::Given(Text::new("Harbor House"));
        option.phone = Answer::Given(Text::new("555-0101"));
        option.opening_hours = Answer::Given(Text::new("9 to 5"));
        option.estimated_cost = Answer::Later(crate::plan::Later { owner: Id::planner() });
        let tasks = tasks::derive(&plan, NaiveDate::from_ymd_opt(2026, 11, 21).unwrap());
        let said = |kind: TaskKind| {
            let task = tasks.iter().find(|task| task.kind == kind).unwrap();
            words.task_text(task, &plan)
        };
        assert!(
            said(TaskKind::CallOption).contains("Harbor House, 555-0101, 9 to 5"),
            "{}",
            said(TaskKind::CallOption)
        );
        assert!(
            said(TaskKind::FindOut).contains("Harbor House: "),
            "{}",
            said(TaskKind::FindOut)
        );
    }
}
