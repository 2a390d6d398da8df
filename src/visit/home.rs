//! The home page as a list of what is to do: one next step in the first row, the steps with how they stand, what is due
//! and whose it is, and where else to go. It is one screen of 24 rows, unless the plan waits and says why.

use crate::journey::{ItemRef, Journey, QuestionAt, Tier, browse, first_unsettled, run};
use crate::plan::{Answer, Change, Field, Gate, Length, Plan, Section};
use crate::prompt::{Choice, Prompt};
use crate::session::{Destination, Outcome, Session, Stop, unless_home};
use crate::tasks::{self, Task, TaskKind};
use crate::words::{Words, fill_placeholders};
use crate::{readiness, steps};

use crate::app::publish::print_log::{record_row, stale_pages};

use super::gate_lines::gate_lines;
use super::{
    PrintSetup, begin, change, country, keep, missing, outcome, safety_again, step_rows, task_list, untouched,
};

/// Where a person may go from here.
#[derive(Clone, Debug, PartialEq)]
enum HomeRow {
    GoOn,
    /// On to the next length, after ten minutes.
    ThePlan,
    Steps(Vec<Section>),
    Review,
    Missing,
    Checklist,
    Call,
    Keep,
    Length,
    Change,
    Outcome,
    Country,
    Leave,
}

/// The home page, until the person leaves.
pub(super) fn home(plan: &mut Plan, session: &mut Session, print: &PrintSetup) -> Result<(), Stop> {
    let mut dated = plan.day.date.clone();
    loop {
        if plan.day.date != dated {
            dated = plan.day.date.clone();
            if plan.safety.last_reviewed().is_some_and(|on| on < session.today) {
                unless_home(safety_again::safety_changed(plan, session))?;
            }
        }
        if let Some(Some(row)) = unless_home(ask_home(plan, session))? {
            unless_home(open_row(row, plan, session, print))?;
        }
    }
}

/// Does what a row says, and comes back to the home page.
fn open_row(row: HomeRow, plan: &mut Plan, session: &mut Session, print: &PrintSetup) -> Result<(), Stop> {
    match row {
        HomeRow::GoOn => {
            session.resuming = true;
            begin::continue_journey(plan, session, print)
        }
        HomeRow::ThePlan => {
            plan.visit.length = Answer::Given(Length::ThePlan);
            session.save(plan)?;
            session.resuming = true;
            begin::continue_journey(plan, session, print)
        }
        HomeRow::Steps(steps) => step_rows::open_step(&steps, plan, session),
        HomeRow::Review => {
            let mut journey = steps::journey(Tier::of(plan));
            journey.entries.retain(|entry| entry.section != Section::Review);
            browse(&journey, plan, session).map(drop)
        }
        HomeRow::Missing => missing::missing(plan, session),
        HomeRow::Checklist => task_list::task_list(plan, session),
        HomeRow::Call => steps::call::choose_place(plan, session).map(drop),
        HomeRow::Keep => keep::hand_out(plan, session, &print.folder),
        HomeRow::Length => change_length(plan, session, print),
        HomeRow::Change => change::big_change(plan, session),
        HomeRow::Outcome => outcome::ask_outcome(plan, session),
        HomeRow::Country => {
            country::choose_country(plan, session)?;
            session.save(plan)
        }
        HomeRow::Leave => Err(Stop::Go(Destination::Leave)),
    }
}

/// The row that is picked; `None` shows the page again.
fn ask_home(plan: &Plan, session: &mut Session) -> Result<Option<HomeRow>, Stop> {
    let words = session.words;
    let rows = home_rows(plan, session);
    session.notice(home_lines(plan, session).join("\n"));
    let options: Vec<Choice> = rows.iter().map(|(_, choice)| choice.clone()).collect();
    let prompt = Prompt {
        fresh: true,
        place: words.ask.menu.home.label.into(),
        ..Prompt::new("home", words.home.home_ask, words.home.prompt)
    };
    let reply = session.pick(plan, prompt, &options, Some(0))?;
    Ok(reply.given().map(|at| rows[at].0.clone()))
}

/// Where to go from here: the one next step first, which is the checklist where nothing is to be asked.
fn home_rows(plan: &Plan, session: &Session) -> Vec<(HomeRow, Choice)> {
    let words = session.words;
    let labels = &words.home.rows;
    let untouched = untouched(plan);
    // After a death nothing is missing any more, no place is to be found and no step is left (design#return).
    let died = plan.change() == Some(&Change::Died);
    let checklist = Choice::with_state(labels.checklist, due_today(plan, session));
    let mut rows: Vec<(HomeRow, Choice)> = Vec::new();
    match next_step(plan, words) {
        Some(next) => {
            rows.push((HomeRow::GoOn, Choice::with_state(labels.go_on, next)));
            rows.extend((!untouched).then_some((HomeRow::Checklist, checklist)));
        }
        None => {
            rows.push((HomeRow::Checklist, checklist));
            let ends_here = Tier::of(plan) == Tier::TenMinutes && !died;
            rows.extend(ends_here.then(|| (HomeRow::ThePlan, Choice::new(words.pages.tonight.rows.go_on))));
        }
    }
    if outcome::may_be_told(plan, session) {
        rows.push((HomeRow::Outcome, Choice::new(labels.outcome)));
    }
    if !untouched {
        let steps = step_rows::step_rows(plan, words);
        let steps = steps.into_iter().filter(|_| !died);
        rows.extend(steps.map(|(sections, row)| (HomeRow::Steps(sections), row)));
    }
    let elsewhere = [
        (HomeRow::Review, labels.review),
        (HomeRow::Missing, words.ready.row),
        (HomeRow::Call, labels.call),
        (HomeRow::Keep, labels.keep),
        (HomeRow::Change, labels.changed_big),
        (HomeRow::Length, labels.length),
        (HomeRow::Country, labels.country),
        (HomeRow::Leave, labels.leave),
    ];
    let offered = elsewhere.into_iter().filter(|(row, _)| match row {
        HomeRow::Leave => true,
        // Once there is a plan it is behind what can be done with that.
        HomeRow::Country => untouched,
        HomeRow::Missing | HomeRow::Call => !died && !untouched,
        _ => !untouched,
    });
    rows.extend(offered.map(|(row, label)| (row, Choice::new(label))));
    rows
}

/// What is above the rows.
fn home_lines(plan: &Plan, session: &Session) -> Vec<String> {
    let words = session.words;
    let tasks = tasks::derive(plan, session.today);
    let mut lines = Vec::new();
    let gate = readiness::gate(plan);
    if plan.change() == Some(&Change::Died) {
        // Nothing is counted and nothing is to be finished any more (design#return).
        lines.push(format!("{} {}", words.home.died, words.home.put_away));
        lines.push(due(plan, session, &tasks));
        return lines;
    }
    if gate != Gate::Open && (plan.safety.begun || !plan.safety.asked.is_empty()) {
        lines.extend(gate_lines(plan, words));
    }
    if let Some(change) = plan.change() {
        lines.push(words.label(change));
    }
    lines.push(done_so_far(words, &tasks));
    // After ten minutes there is more to ask, a row below.
    if Tier::of(plan) != Tier::TenMinutes && next_step(plan, words).is_none() {
        lines.push(words.home.all_open.into());
    }
    // Before anything is kept nobody has a list yet.
    lines.extend((!untouched(plan)).then(|| due(plan, session, &tasks)));
    lines.extend(out_of_date(plan, words));
    lines.retain(|line| !line.is_empty());
    lines
}

fn done_so_far(words: &Words, tasks: &[Task]) -> String {
    let line = &words.home.done_line;
    let done = tasks.iter().filter(|task| task.is_done()).count();
    let naloxone = tasks
        .iter()
        .any(|task| task.kind == TaskKind::Naloxone && task.is_done());
    let with = if naloxone {
        line.naloxone.of(done)
    } else {
        String::new()
    };
    match done {
        0 => String::new(),
        _ => line.things.with(done, &[("naloxone", &with)]),
    }
}

/// The one next step: the section of the first open question, how many are open in it, and its minutes.
fn next_step(plan: &Plan, words: &Words) -> Option<String> {
    // After a death nothing is asked any more (design#return).
    if plan.change() == Some(&Change::Died) {
        return None;
    }
    let journey = steps::journey(Tier::of(plan));
    let entry = &journey.entries[first_unsettled(&journey, plan)?];
    let open = journey
        .asked_entries(plan)
        .filter(|(_, s)| s.section == entry.section && !s.here.is_settled(plan))
        .count();
    let all = steps::section_journey(entry.section, Tier::Everything)
        .asked_entries(plan)
        .count()
        .max(1);
    let minutes = (words.step(entry.section).minutes as usize * open).div_ceil(all).max(1);
    let questions = words.home.questions.of(open);
    let step = format!("{}, {questions}", words.title(entry.section, plan));
    let sentence = if minutes == 1 {
        words.home.next_one
    } else {
        words.home.next
    };
    Some(fill_placeholders(
        sentence,
        &[("step", &step), ("n", &minutes.to_string())],
    ))
}

/// How many tasks are due today.
fn due_today(plan: &Plan, session: &Session) -> String {
    let tasks = tasks::derive(plan, session.today);
    match due_now(&tasks, session).count() {
        0 => String::new(),
        due => session.words.home.for_today.of(due),
    }
}

/// The open tasks that are due, but for those that are only for the case that it comes to it.
fn due_now<'a>(tasks: &'a [Task], session: &Session) -> impl Iterator<Item = &'a Task> {
    let today = session.today;
    tasks
        .iter()
        .filter(move |task| !task.is_done() && task.due.is_some_and(|due| due <= today))
        .filter(|task| !matches!(task.kind, TaskKind::IfAfraid | TaskKind::IfSuicide))
}

/// What is due today and whose it is: the first of it, whole. How much there is stands at the checklist.
fn due(plan: &Plan, session: &Session, tasks: &[Task]) -> String {
    let words = session.words;
    let Some(first) = due_now(tasks, session).next() else {
        return words.home.nothing_due.into();
    };
    format!(
        "{} {} ({})",
        words.home.due_today,
        words.task_text(first, plan),
        words.task_owner(first, plan)
    )
}

/// The printed pages that a change has made wrong (design#calls).
fn out_of_date(plan: &Plan, words: &Words) -> Option<String> {
    const SHOWN: usize = 3;
    let mut named: Vec<String> = stale_pages(plan, words)
        .iter()
        .map(|note| record_row(note, plan, words))
        .collect();
    named.dedup();
    let rest = named.len().saturating_sub(SHOWN);
    named.truncate(SHOWN);
    if rest > 0 {
        named.push(fill_placeholders(words.sheet.stale_more, &[("n", &rest.to_string())]));
    }
    (!named.is_empty()).then(|| format!("{} {}", words.sheet.stale_title, named.join("; ")))
}

fn change_length(plan: &mut Plan, session: &mut Session, print: &PrintSetup) -> Result<(), Stop> {
    let Some(question) = steps::question(Field::Length) else {
        return Ok(());
    };
    let entry = crate::journey::JourneyEntry {
        section: Section::Start,
        here: QuestionAt {
            question,
            item: ItemRef::PLAN,
        },
    };
    let journey = Journey {
        entries: vec![entry],
        tier: Tier::OnRequest,
        introduces: false,
    };
    let before = plan.visit.length.clone();
    let end = run(&journey, plan, session, 0, &mut |_, _| None)?;
    if before.is(&Length::TenMinutes) && end == Outcome::Done && !plan.visit.length.is(&Length::TenMinutes) {
        session.resuming = true;
        return begin::continue_journey(plan, session, print);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::plan::ChangeNote;
    use crate::prompt::Scripted;

    #[test]
    fn after_a_death_the_home_page_counts_nothing_and_offers_to_put_the_plan_away() {
        let words = Words::load("en", None).unwrap();
        let mut plan: Plan = serde_json::from_str(words.example).unwrap();
        let today = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        plan.visit.changes.push(ChangeNote {
            kind: Change::Died,
            on: today,
        });
        let mut prompter = Scripted::new(Vec::new());
        let mut keep = |_: &mut Plan, _: &mut dyn crate::prompt::Prompter| Ok(());
        let session = Session::new(&mut prompter, &words, today, &mut keep);
        let rows = home_rows(&plan, &session);
        assert!(
            !rows.iter().any(|(row, _)| matches!(row, HomeRow::Steps(_))),
            "{rows:?}"
        );
        let said = home_lines(&plan, &session).join("\n");
        assert!(said.contains(words.home.put_away), "{said}");
        assert!(!said.contains(&words.label(&Change::Died)), "{said}");
    }
}
