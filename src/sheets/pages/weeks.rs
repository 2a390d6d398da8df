//! The weeks from today to four weeks after the day, as rows of a picture.

use chrono::{Days, NaiveDate};

use crate::plan::{Gate, Plan};
use crate::readiness;
use crate::tasks::{self, Phase, Task};
use crate::words::{Words, fill_placeholders};

use super::{Block, Week};

/// So long after the day the picture ends.
const AFTER: u64 = 28;
/// As many things of a week are named.
const NAMED: usize = 3;

/// The line of time; none where the plan does not speak of a day (design#gate and design#return). A week without
/// anything to name is left out.
pub(super) fn weeks(plan: &Plan, words: &Words, today: NaiveDate) -> Option<Block> {
    let own = &words.pages.weeks;
    let date = *plan.day.date.given().filter(|_| tasks::speaks_of_the_day(plan))?;
    let last = date.checked_add_days(Days::new(AFTER)).filter(|last| *last >= today)?;
    let tasks = shown(plan, words, today, last);
    let row = |at: usize| {
        let holds = |day: NaiveDate| day >= today && weeks_to(today, day) == at;
        let under = tasks.iter().filter(|task| task.due.is_some_and(holds));
        let said: Vec<String> = under.take(NAMED).map(|task| named(task, plan, words)).collect();
        let day = holds(date).then(|| the_day(plan, words, date));
        (day.is_some() || !said.is_empty()).then(|| Week {
            label: label(words, today, at),
            day,
            tasks: said.join("; "),
        })
    };
    Some(Block::Weeks {
        title: own.title.into(),
        caption: own.caption.into(),
        rows: (0..=weeks_to(today, last)).filter_map(row).collect(),
    })
}

/// What it is and who does it, in two or three words.
fn named(task: &Task, plan: &Plan, words: &Words) -> String {
    let own = &words.pages.weeks;
    let what = own.short.said(task.kind.code());
    let who = match task.shares.len() {
        0..=2 => words.task_owner(task, plan),
        _ => own.all.into(),
    };
    fill_placeholders(own.task, &[("what", what), ("who", &who)])
}

fn weeks_to(today: NaiveDate, day: NaiveDate) -> usize {
    usize::try_from((day - today).num_days() / 7).unwrap_or(0)
}

fn label(words: &Words, today: NaiveDate, at: usize) -> String {
    let from = today.checked_add_days(Days::new(7 * at as u64)).unwrap_or(today);
    fill_placeholders(words.pages.weeks.week, &[("date", &words.short_date(from))])
}

/// What is still to be done in this time and has a short name. What the day itself, a yes or a no asks for is not among
/// them: that hangs on the answer, and the day has its own mark.
fn shown(plan: &Plan, words: &Words, today: NaiveDate, last: NaiveDate) -> Vec<Task> {
    let waits = |task: &Task| matches!(task.phase, Phase::Day | Phase::IfYes | Phase::IfNo);
    let mut tasks = tasks::derive(plan, today);
    tasks.retain(|task| {
        let dated = task.due.is_some_and(|due| (today..=last).contains(&due));
        let has_name = words.pages.weeks.short.get(task.kind.code()).is_some();
        dated && has_name && !task.is_done() && !waits(task)
    });
    tasks.sort_by_key(|task| task.due);
    tasks
}

/// The day, marked while no professional has agreed to it.
fn the_day(plan: &Plan, words: &Words, date: NaiveDate) -> String {
    let own = &words.checklist;
    let day = fill_placeholders(own.day, &[("date", &words.short_date(date))]);
    match readiness::gate(plan) {
        Gate::Open => day,
        _ => format!("{day} ({})", own.unagreed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Answer, Change, ChangeNote};

    fn example() -> Plan {
        serde_json::from_str(include_str!("../../../prompts/en/example.json")).unwrap()
    }

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 16).unwrap()
    }

    fn rows(plan: &Plan) -> Option<Vec<Week>> {
        match weeks(plan, &Words::load("en", None).unwrap(), today())? {
            Block::Weeks { rows, .. } => Some(rows),
            _ => None,
        }
    }

    #[test]
    fn a_line_a_week_says_what_and_who_and_no_week_is_empty() {
        let rows = rows(&example()).unwrap();
        assert!(
            rows.iter().all(|row| row.day.is_some() || !row.tasks.is_empty()),
            "{rows:?}"
        );
        assert!(
            rows.iter().all(|row| row.tasks.matches(';').count() < NAMED),
            "{rows:?}"
        );
        let day = rows.iter().filter(|row| row.day.is_some());
        assert_eq!(day.count(), 1, "{rows:?}");
        assert!(
            rows.iter().any(|row| row.tasks.contains("meet to plan (Alder)")),
            "{rows:?}"
        );
    }

    #[test]
    fn a_long_time_leaves_out_the_weeks_without_anything() {
        let mut plan = example();
        plan.day.date = Answer::Given(NaiveDate::from_ymd_opt(2027, 6, 12).unwrap());
        let rows = rows(&plan).unwrap();
        assert!(rows.len() < 20, "{}", rows.len());
    }

    #[test]
    fn without_a_day_to_speak_of_there_is_no_picture() {
        let mut plan = example();
        plan.day.date = Answer::Unasked;
        assert_eq!(rows(&plan), None);
        let mut plan = example();
        plan.day.date = Answer::Given(NaiveDate::from_ymd_opt(2026, 10, 1).unwrap());
        assert_eq!(rows(&plan), None, "it is over");
        let mut plan = example();
        plan.safety.floor = Some(Gate::Closed);
        plan.safety.asked.clear();
        assert_eq!(rows(&plan), None);
        let mut plan = example();
        plan.visit.changes.push(ChangeNote {
            kind: Change::InCare,
            on: today(),
        });
        assert_eq!(rows(&plan), None);
    }

    #[test]
    fn an_unagreed_day_says_so() {
        let day = |plan: &Plan| rows(plan).unwrap().into_iter().find_map(|row| row.day).unwrap();
        let mut plan = example();
        assert!(!day(&plan).contains('('));
        plan.safety.floor = Some(Gate::AskFirst);
        plan.safety.asked.clear();
        plan.professionals.clear();
        assert!(day(&plan).contains("(not agreed"));
    }
}
