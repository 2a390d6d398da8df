//! The home page: what is done, what is due and whose it is, one next step in the first row, and where else to go. It is
//! one screen of 24 rows, unless the plan waits and says why.

use crate::journey::{ItemRef, Journey, QuestionAt, Tier, browse, first_unsettled, run};
use crate::plan::{Change, Field, Gate, Length, Plan, Section};
use crate::prompt::{Choice, Message, Prompt};
use crate::session::{Destination, Outcome, Session, Stop, unless_home};
use crate::tasks::{self, Task, TaskKind};
use crate::words::{Words, fill_placeholders};
use crate::{readiness, steps};

use crate::app::publish::print_log::{record_row, stale_pages};

use super::gate_lines::gate_lines;
use super::section_summary::SectionSummary;
use super::{PrintSetup, begin, change, choose, country, missing, outcome, pages, safety_again, task_list, untouched};

/// Where a person may go from here.
#[derive(Clone, Copy, Debug, PartialEq)]
enum HomeRow {
    GoOn,
    Steps,
    Review,
    Missing,
    Checklist,
    Call,
    Save,
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
        HomeRow::Steps => open_step(plan, session),
        HomeRow::Review => {
            let mut journey = steps::journey(Tier::of(plan));
            journey.entries.retain(|entry| entry.section != Section::Review);
            browse(&journey, plan, session).map(drop)
        }
        HomeRow::Missing => missing::missing(plan, session),
        HomeRow::Checklist => task_list::task_list(plan, session),
        HomeRow::Call => steps::call::choose_place(plan, session).map(drop),
        HomeRow::Save => pages::save_pages(plan, session, &print.folder),
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
    let alarm = words.fill_names(words.checklist.emergency, plan, "");
    session.notice_message(Message::strong(alarm));
    session.notice(home_lines(plan, session).join("\n"));
    let options: Vec<Choice> = rows.iter().map(|(_, choice)| choice.clone()).collect();
    let prompt = Prompt {
        fresh: true,
        place: words.ask.menu.home.label.into(),
        ..Prompt::new("home", words.home.home_ask, words.home.prompt)
    };
    let reply = session.pick(plan, prompt, &options, Some(0))?;
    Ok(reply.given().map(|at| rows[at].0))
}

/// Where to go from here: the one next step first.
fn home_rows(plan: &Plan, session: &Session) -> Vec<(HomeRow, Choice)> {
    let words = session.words;
    let labels = &words.home.rows;
    let next = next_step(plan, words);
    let mut rows: Vec<(HomeRow, Choice)> = Vec::new();
    rows.extend(next.map(|next| (HomeRow::GoOn, Choice::with_note(labels.go_on, next))));
    if outcome::may_be_told(plan, session) {
        rows.push((HomeRow::Outcome, Choice::new(labels.outcome)));
    }
    let untouched = untouched(plan);
    let died = plan.change() == Some(&Change::Died);
    let steps = if died {
        String::new()
    } else {
        states(plan, words).join(" ")
    };
    let elsewhere = [
        (HomeRow::Checklist, labels.checklist, String::new()),
        (HomeRow::Steps, labels.steps, steps),
        (HomeRow::Review, labels.review, String::new()),
        (HomeRow::Missing, words.ready.row, String::new()),
        (HomeRow::Call, labels.call, String::new()),
        (HomeRow::Save, labels.save_page, String::new()),
        (HomeRow::Length, labels.length, String::new()),
        (HomeRow::Change, labels.changed_big, String::new()),
        (HomeRow::Country, labels.country, String::new()),
        (HomeRow::Leave, labels.leave, String::new()),
    ];
    let offered = elsewhere.into_iter().filter(|(row, _, _)| match row {
        HomeRow::Country | HomeRow::Leave => true,
        // Nothing is missing any more, and no place is to be found (design#return).
        HomeRow::Missing | HomeRow::Call if died => false,
        _ => !untouched,
    });
    rows.extend(offered.map(|(row, label, note)| (row, Choice::with_note(label, note))));
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
    if next_step(plan, words).is_none() {
        lines.push(words.home.all_open.into());
    }
    lines.push(due(plan, session, &tasks));
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

/// What is due today and whose it is: the first of it whole, and how much more there is.
fn due(plan: &Plan, session: &Session, tasks: &[Task]) -> String {
    let words = session.words;
    let mut open = tasks
        .iter()
        .filter(|task| !task.is_done() && task.due.is_some_and(|due| due <= session.today))
        .filter(|task| !matches!(task.kind, TaskKind::IfAfraid | TaskKind::IfSuicide));
    let Some(first) = open.next() else {
        return words.home.nothing_due.into();
    };
    let first = format!(
        "{} {} ({})",
        words.home.due_today,
        words.task_text(first, plan),
        words.task_owner(first, plan)
    );
    match open.count() {
        0 => first,
        more => format!("{first} {}", words.home.due_more.of(more)),
    }
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

/// Done, begun and open steps, a line each.
fn states(plan: &Plan, words: &Words) -> Vec<String> {
    let (mut done, mut begun, mut open) = (Vec::new(), Vec::new(), Vec::new());
    for section in Section::ALL {
        let journey = steps::section_journey(*section, Tier::of(plan));
        let settled: Vec<bool> = journey
            .asked_entries(plan)
            .map(|(_, entry)| entry.here.is_settled(plan))
            .collect();
        let title = words.title(*section, plan).to_string();
        match (
            settled.is_empty(),
            settled.iter().all(|s| *s),
            settled.iter().any(|s| *s),
        ) {
            (true, _, _) => {}
            (_, true, _) => done.push(title),
            (_, _, true) => begun.push(title),
            _ => open.push(title),
        }
    }
    let home = &words.home;
    [
        (home.steps_done, done),
        (home.steps_begun, begun),
        (home.steps_open, open),
    ]
    .into_iter()
    .filter(|(_, steps)| !steps.is_empty())
    .map(|(sentence, steps)| fill_placeholders(sentence, &[("steps", &steps.join(", "))]))
    .collect()
}

/// Opens one step: its open questions first, else its answers to look over.
fn open_step(plan: &mut Plan, session: &mut Session) -> Result<(), Stop> {
    let words = session.words;
    let tier = Tier::of(plan);
    let sections: Vec<Section> = Section::ALL
        .iter()
        .copied()
        .filter(|s| steps::section_journey(*s, tier).asked_entries(plan).next().is_some())
        .collect();
    let titles: Vec<&str> = sections.iter().map(|section| words.title(*section, plan)).collect();
    let rows: Vec<&str> = titles.into_iter().chain([words.home.steps_back]).collect();
    let row = choose("steps", words.home.steps_ask, &rows, None, plan, session)?;
    if row == sections.len() {
        return Ok(());
    }
    let journey = steps::section_journey(sections[row], tier);
    match first_unsettled(&journey, plan) {
        Some(begin) => {
            session.resuming = true;
            let mut gained = SectionSummary::new(plan, words, session.today);
            run(&journey, plan, session, begin, &mut |plan, section| {
                gained.line(plan, section)
            })
            .map(drop)
        }
        None => browse(&steps::section_journey(sections[row], Tier::OnRequest), plan, session).map(drop),
    }
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
    use crate::plan::{Answer, ChangeNote, Harm};
    use crate::prompt::Scripted;

    #[test]
    fn a_closed_plan_has_no_step_that_is_called_after_a_day() {
        let words = Words::load("en", None).unwrap();
        let day = words.step(Section::Day);
        let mut plan = Plan::default();
        plan.visit.length = Answer::Given(Length::Everything);
        let said = |plan: &Plan| states(plan, &words).join("\n");
        assert!(said(&plan).contains(day.title));
        plan.safety.this_session.harm = Answer::Given(Harm::ToThem);
        assert!(!said(&plan).contains(day.title) && said(&plan).contains(day.title_closed));
    }

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
        assert!(rows.iter().all(|(_, choice)| choice.note.is_empty()), "{rows:?}");
        let said = home_lines(&plan, &session).join("\n");
        assert!(said.contains(words.home.put_away), "{said}");
        assert!(!said.contains(&states(&plan, &words).join("\n")), "{said}");
        assert!(!said.contains(&words.label(&Change::Died)), "{said}");
    }
}
