//! The words of the tasks: what to do, why, who and when.

use crate::plan::{Ages, Agrees, Answer, Change, Children, Id, Plan};
use crate::tasks::{Owner, Phase, Task, TaskKind, Timeframe};

use super::catalog::{Plural, TaskSentences};
use super::{Words, fill_placeholders};

impl TaskSentences {
    /// What is said in this plan: the first that holds and has words.
    fn sentence(&self, plan: &Plan) -> &'static str {
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
        ];
        let held = cases.into_iter().filter(|(holds, _)| *holds).map(|(_, said)| said);
        let mut own = held.filter(|said| !said.is_empty());
        own.next().unwrap_or(self.text)
    }
}

/// A professional said what they think of a meeting, and it was no yes.
fn asked_already(plan: &Plan) -> bool {
    plan.professionals.iter().any(|pro| {
        matches!(
            pro.agrees_meeting_is_safe.given(),
            Some(Agrees::NotYet | Agrees::Against)
        )
    })
}

impl Words {
    /// A heading of the checklist.
    pub fn phase(&self, phase: Phase, speaks_of_the_day: bool) -> String {
        let without = self
            .tasks
            .phase_without_day
            .get(phase.code())
            .filter(|_| !speaks_of_the_day);
        without
            .or_else(|| self.tasks.phase.get(phase.code()))
            .copied()
            .unwrap_or_default()
            .into()
    }

    /// What is to be done.
    pub fn task_text(&self, task: &Task, plan: &Plan) -> String {
        self.task_sentence(self.tasks.task[task.kind.code()].sentence(plan), task, plan)
    }

    /// Why.
    pub fn task_why(&self, task: &Task, plan: &Plan) -> String {
        self.task_sentence(self.tasks.task[task.kind.code()].why, task, plan)
    }

    /// Who does it: a name where the plan knows one, else the part.
    pub fn task_owner(&self, task: &Task, plan: &Plan) -> String {
        match &task.owner {
            Owner::Person(id) => plan.name_of(id).unwrap_or_else(|| self.engine.you.into()),
            Owner::Role(role) => self.tasks.role.get(role.code()).copied().unwrap_or_default().into(),
        }
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

    fn task_sentence(&self, sentence: &str, task: &Task, plan: &Plan) -> String {
        let who = task
            .person
            .as_ref()
            .and_then(|id| plan.name_of(id))
            .unwrap_or_else(|| self.engine.you.into());
        let item = self.task_item(task, plan);
        // The numbers first: a family's own words are never read for something to fill.
        let sentence = self.help_lines(&plan.country).fill_placeholders(sentence, self);
        fill_placeholders(&sentence, &[("name", &self.name(plan)), ("who", &who), ("item", &item)])
    }

    /// What a task is about: the family's own words, the label of a question, the name of an item.
    fn task_item(&self, task: &Task, plan: &Plan) -> String {
        if let Some(own) = &task.own_text {
            return own.as_str().to_string();
        }
        if task.kind != TaskKind::FindOut {
            return task.item.as_ref().map(|id| self.to_call(id, plan)).unwrap_or_default();
        }
        let item = task
            .item
            .as_ref()
            .map(|id| self.item_name(id, plan))
            .unwrap_or_default();
        let short = task
            .field
            .map(|field| self.fill_names(self.question(field).short, plan, &item))
            .unwrap_or_default();
        [item, short]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(": ")
    }

    /// The name of an item of a list.
    pub fn item_name(&self, id: &Id, plan: &Plan) -> String {
        let named = |name: &str, label: Option<String>| match name {
            "" => label.unwrap_or_default(),
            name => name.to_string(),
        };
        let option = plan.treatment_options.iter().find(|it| it.id == *id);
        let option = option.map(|it| named(it.name.words(), it.kind.given().map(|kind| self.label(kind))));
        let professional = plan.professionals.iter().find(|it| it.id == *id);
        let professional =
            professional.map(|it| named(it.name.words(), it.r#type.given().map(|kind| self.label(kind))));
        let boundary = plan.boundaries.iter().find(|it| it.id == *id);
        let boundary = boundary.and_then(|it| it.kind.given()).map(|kind| self.label(kind));
        let objection = plan.objections.iter().find(|it| it.id == *id);
        let objection = objection
            .and_then(|it| it.kind.given())
            .map(|kind| self.label(kind).trim_end_matches('.').to_string());
        let group = plan.support_groups.iter().find(|it| it.id == *id);
        let group = group.map(|it| named(it.name.words(), it.kind.given().map(|kind| self.label(kind))));
        let follow_up = plan.afterwards.follow_ups.iter().find(|it| it.id == *id);
        let follow_up = follow_up.map(|it| it.what.words().to_string());
        let known = option
            .or(professional)
            .or(boundary)
            .or(objection)
            .or(group)
            .or(follow_up);
        known.or_else(|| plan.name_of(id)).unwrap_or_default()
    }

    /// A place or a professional with the number to call and the hours, where they are known.
    fn to_call(&self, id: &Id, plan: &Plan) -> String {
        let option = plan.treatment_options.iter().find(|it| it.id == *id);
        let professional = plan.professionals.iter().find(|it| it.id == *id);
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
    use crate::plan::{List, Text};
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
