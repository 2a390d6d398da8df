//! The weeks from today to four weeks after the day, as rows of a picture.

use chrono::{Days, NaiveDate};

use crate::plan::{Gate, Plan};
use crate::readiness;
use crate::tasks::{self, Phase, Task, TaskKind};
use crate::words::{Words, fill_placeholders};

use super::frame::first_sentence;
use super::{Block, Week};

/// So long after the day the picture ends.
const AFTER: u64 = 28;
/// As many rows are drawn whole; in a longer time the weeks without anything to do are left out.
const ROWS: usize = 9;

/// The picture, with so many tasks of a week by name; none where the plan does not speak of a day (design#gate and
/// design#return).
pub(super) fn weeks(plan: &Plan, words: &Words, today: NaiveDate, named: usize) -> Option<Block> {
    let own = &words.pages.weeks;
    let date = *plan.day.date.given().filter(|_| tasks::speaks_of_the_day(plan))?;
    let last = date.checked_add_days(Days::new(AFTER)).filter(|last| *last >= today)?;
    let tasks = shown(plan, today, last);
    let count = weeks_to(today, last) + 1;
    let mut rows: Vec<Week> = Vec::new();
    let mut gap = false;
    for at in 0..count {
        let holds = |day: NaiveDate| day >= today && weeks_to(today, day) == at;
        let under: Vec<&Task> = tasks.iter().filter(|task| task.due.is_some_and(holds)).collect();
        let great = holds(date);
        if count > ROWS && at > 0 && under.is_empty() && !great {
            gap = true;
            continue;
        }
        rows.push(Week {
            label: label(words, today, at),
            after_a_gap: std::mem::take(&mut gap),
            great: if great { the_day(plan, words, date) } else { Vec::new() },
            lines: under
                .iter()
                .take(named)
                .map(|task| first_sentence(&words.task_text(task, plan)))
                .collect(),
            more: match under.len().saturating_sub(named) {
                0 => String::new(),
                more => own.more.of(more),
            },
        });
    }
    let day = |date| words.long_date(date);
    Some(Block::Weeks {
        title: own.title.into(),
        about: fill_placeholders(
            own.about,
            &[("from", &day(today)), ("to", &day(last)), ("date", &day(date))],
        ),
        rows,
    })
}

fn weeks_to(today: NaiveDate, day: NaiveDate) -> usize {
    usize::try_from((day - today).num_days() / 7).unwrap_or(0)
}

fn label(words: &Words, today: NaiveDate, at: usize) -> String {
    let from = today.checked_add_days(Days::new(7 * at as u64)).unwrap_or(today);
    fill_placeholders(words.pages.weeks.week, &[("date", &words.short_date(from))])
}

/// What is still to be done in this time. What the day itself, a yes or a
/// no asks for is not among them: that hangs on the answer, and the day has its own mark. Neither is what is on
/// every list for the case that it is ever needed.
fn shown(plan: &Plan, today: NaiveDate, last: NaiveDate) -> Vec<Task> {
    let waits = |task: &Task| matches!(task.phase, Phase::Day | Phase::IfYes | Phase::IfNo);
    let in_case = |task: &Task| matches!(task.kind, TaskKind::IfAfraid | TaskKind::IfSuicide);
    let mut tasks = tasks::derive(plan, today);
    tasks.retain(|task| {
        let dated = task.due.is_some_and(|due| (today..=last).contains(&due));
        dated && !task.is_done() && !waits(task) && !in_case(task)
    });
    tasks.sort_by_key(|task| task.due);
    tasks
}

/// The day, marked while no professional has agreed to it.
fn the_day(plan: &Plan, words: &Words, date: NaiveDate) -> Vec<String> {
    let own = &words.checklist;
    let unagreed = (readiness::gate(plan) != Gate::Open).then(|| format!("({})", own.unagreed));
    std::iter::once(fill_placeholders(own.day, &[("date", &words.short_date(date))]))
        .chain(unagreed)
        .collect()
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

    fn rows(plan: &Plan, named: usize) -> Option<Vec<Week>> {
        match weeks(plan, &Words::load("en", None).unwrap(), today(), named)? {
            Block::Weeks { rows, .. } => Some(rows),
            _ => None,
        }
    }

    #[test]
    fn a_row_a_week_to_four_weeks_after_the_day_and_few_tasks_by_name() {
        let rows = rows(&example(), 2).unwrap();
        assert_eq!(rows.len(), 8);
        assert!(rows.iter().all(|row| row.lines.len() <= 2 && !row.after_a_gap));
        let great: Vec<usize> = (0..8).filter(|at| !rows[*at].great.is_empty()).collect();
        assert_eq!(great, [3], "12 December is in the fourth week");
        assert!(rows[0].more.starts_with('+'), "{rows:?}");
        assert_eq!(rows[6].more, "");
    }

    #[test]
    fn a_long_time_leaves_out_the_weeks_without_anything() {
        let mut plan = example();
        plan.day.date = Answer::Given(NaiveDate::from_ymd_opt(2027, 6, 12).unwrap());
        let rows = rows(&plan, 2).unwrap();
        assert!(rows.len() < 20, "{}", rows.len());
        assert!(rows.iter().any(|row| row.after_a_gap));
    }

    #[test]
    fn without_a_day_to_speak_of_there_is_no_picture() {
        let mut plan = example();
        plan.day.date = Answer::Unasked;
        assert_eq!(rows(&plan, 2), None);
        let mut plan = example();
        plan.day.date = Answer::Given(NaiveDate::from_ymd_opt(2026, 10, 1).unwrap());
        assert_eq!(rows(&plan, 2), None, "it is over");
        let mut plan = example();
        plan.safety.floor = Some(Gate::Closed);
        plan.safety.asked.clear();
        assert_eq!(rows(&plan, 2), None);
        let mut plan = example();
        plan.visit.changes.push(ChangeNote {
            kind: Change::InCare,
            on: today(),
        });
        assert_eq!(rows(&plan, 2), None);
    }

    #[test]
    fn an_unagreed_day_says_so() {
        let mut plan = example();
        assert_eq!(rows(&plan, 2).unwrap()[3].great.len(), 1);
        plan.safety.floor = Some(Gate::AskFirst);
        plan.safety.asked.clear();
        plan.professionals.clear();
        assert_eq!(rows(&plan, 2).unwrap()[3].great.len(), 2);
    }
}
