//! The home page: the line, what is done, one next step, what is due, the steps with their state, and where to go.

use std::io;
use std::path::Path;

use crate::ask::{Choice, Put, Reply, Said};
use crate::plan::{Change, Field, Gate, Length, Plan, Section};
use crate::tasks::{self, Kind, Task};
use crate::walk::{Desk, End, Here, Road, Spot, Tier, browse, first_open, travel};
use crate::words::{COUNTRIES, Words, fill};
use crate::{readiness, steps};

use crate::commands::sheet::printed::{row, stale};

use super::gained::Gained;
use super::waiting::waiting;
use super::{begin, change, choose, elsewhere, list, missing, pages, untouched};

/// Where a person may go from here.
#[derive(Clone, Copy, PartialEq)]
enum Row {
    GoOn,
    Steps,
    Review,
    Missing,
    Checklist,
    Save,
    Length,
    Change,
    Country,
    Leave,
}

/// The home page, until the person leaves.
pub(super) fn home(plan: &mut Plan, desk: &mut Desk, folder: &Path) -> io::Result<End> {
    let mut dated = plan.day.date.clone();
    loop {
        if plan.day.date != dated {
            dated = plan.day.date.clone();
            if plan.safety.looked_at().is_some_and(|on| on < desk.today)
                && let Some(end) = begin::safety_changed(plan, desk)?
            {
                return Ok(end);
            }
        }
        let row = match ask(plan, desk)? {
            Ok(row) => row,
            Err(end @ (End::Hide | End::Leave)) => return Ok(end),
            Err(_) => continue,
        };
        let end = match row {
            Row::GoOn => {
                desk.resuming = true;
                begin::walk_on(plan, desk)?
            }
            Row::Steps => open_step(plan, desk)?,
            Row::Review => {
                let mut road = steps::road(Tier::of(plan));
                road.stops.retain(|stop| stop.section != Section::Review);
                browse(&road, plan, desk)?
            }
            Row::Missing => missing::missing(plan, desk)?,
            Row::Checklist => list::list(plan, desk)?,
            Row::Save => pages::save(plan, desk, folder)?,
            Row::Length => change_length(plan, desk)?,
            Row::Change => change::big_change(plan, desk)?,
            Row::Country => change_country(plan, desk)?,
            Row::Leave => End::Leave,
        };
        if matches!(end, End::Hide | End::Leave) {
            return Ok(end);
        }
    }
}

fn ask(plan: &Plan, desk: &mut Desk) -> io::Result<Result<Row, End>> {
    let words = desk.words;
    let labels = &words.home.rows;
    let mut rows = vec![
        (Row::Steps, &labels.steps),
        (Row::Review, &labels.review),
        (Row::Missing, &words.ready.row),
        (Row::Checklist, &labels.checklist),
        (Row::Save, &labels.save_page),
        (Row::Length, &labels.length),
        (Row::Change, &labels.changed_big),
        (Row::Country, &labels.country),
        (Row::Leave, &labels.leave),
    ];
    if plan.change() == Some(&Change::Died) {
        // Nothing is missing any more (visit 7).
        rows.retain(|(row, _)| *row != Row::Missing);
    }
    let next = next_step(plan, words);
    if next.is_some() {
        rows.insert(0, (Row::GoOn, &labels.go_on));
    }
    if untouched(plan) {
        rows.retain(|(row, _)| matches!(row, Row::GoOn | Row::Country | Row::Leave));
    }
    let said = lines(plan, desk, next);
    desk.carry_said(Said::strong(words.lines(&plan.country).fill(&words.danger.line, words)));
    desk.carry(said.join("\n"));
    let options: Vec<Choice> = rows.iter().map(|(_, label)| Choice::new(*label)).collect();
    let put = desk.ready(Put {
        fresh: true,
        ..Put::new("home", &words.home.home_ask, &words.home.prompt)
    });
    Ok(match desk.asker.pick(&put, &options, Some(0))? {
        Reply::Given(at) => Ok(rows[at].0),
        Reply::Wish(wish) => Err(elsewhere(wish, plan, desk)?.unwrap_or(End::Home)),
    })
}

/// What stands above the rows.
fn lines(plan: &Plan, desk: &Desk, next: Option<String>) -> Vec<String> {
    let words = desk.words;
    let tasks = tasks::derive(plan, desk.today);
    let mut lines = Vec::new();
    let gate = readiness::gate(plan);
    let died = plan.change() == Some(&Change::Died);
    if died {
        // Nothing is counted and nothing is to be finished any more (visit 7).
        lines.push(format!("{} {}", words.home.died, words.home.put_away));
        lines.extend(due(plan, desk, &tasks));
        return lines;
    }
    if gate != Gate::Open && (plan.safety.begun || !plan.safety.asked.is_empty()) {
        lines.extend(waiting(plan, words));
    }
    if let Some(change) = plan.change() {
        lines.push(words.label(change));
    }
    lines.push(done_so_far(plan, words, &tasks));
    lines.push(next.unwrap_or_else(|| words.home.all_open.clone()));
    lines.extend(due(plan, desk, &tasks));
    lines.extend(out_of_date(plan, words));
    lines.extend(states(plan, words));
    lines.retain(|line| !line.is_empty());
    lines
}

fn done_so_far(plan: &Plan, words: &Words, tasks: &[Task]) -> String {
    let line = &words.home.done_line;
    let done = tasks.iter().filter(|task| task.done.is_some()).count();
    let naloxone = tasks
        .iter()
        .any(|task| task.kind == Kind::Naloxone && task.done.is_some());
    let with = match (naloxone, done) {
        (false, _) => "",
        (true, 1) => line.naloxone_one.as_str(),
        (true, _) => line.naloxone_many.as_str(),
    };
    let sentence = match done {
        0 => &line.none,
        1 => &line.one,
        _ => &line.many,
    };
    words.speak(
        &fill(sentence, &[("n", &done.to_string()), ("naloxone", with)]),
        plan,
        "",
    )
}

/// The one next step: the section of the first open question, with its minutes.
fn next_step(plan: &Plan, words: &Words) -> Option<String> {
    // After a death nothing is asked any more (visit 7).
    if plan.change() == Some(&Change::Died) {
        return None;
    }
    let road = steps::road(Tier::of(plan));
    let stop = road.stops[first_open(&road, plan)?];
    let open = road
        .standing(plan)
        .filter(|(_, s)| s.section == stop.section && !s.here.settled(plan))
        .count();
    let all = steps::section(stop.section, Tier::Everything)
        .standing(plan)
        .count()
        .max(1);
    let step = words.step(stop.section);
    let short = words.speak(&words.question(stop.here.question.field).short, plan, "");
    let minutes = (step.minutes as usize * open).div_ceil(all).max(1);
    let sentence = if minutes == 1 {
        &words.home.next_one
    } else {
        &words.home.next
    };
    // A list is called as its step is; anything else is named, since it is where the visit goes on.
    let title = words.title(stop.section, plan);
    let step = if short == title {
        short
    } else {
        format!("{title}: {short}")
    };
    Some(fill(sentence, &[("step", &step), ("n", &minutes.to_string())]))
}

/// What is due today and whose it is; at most three, or the page would be a wall.
fn due(plan: &Plan, desk: &Desk, tasks: &[Task]) -> Vec<String> {
    let words = desk.words;
    let open = tasks
        .iter()
        .filter(|task| task.done.is_none() && task.due.is_some_and(|due| due <= desk.today));
    let said: Vec<String> = open
        .filter(|task| !matches!(task.kind, Kind::IfAfraid | Kind::IfSuicide))
        .take(3)
        .map(|task| format!("- {} ({})", words.task_text(task, plan), words.task_owner(task, plan)))
        .collect();
    match said.is_empty() {
        true => vec![words.home.nothing_due.clone()],
        false => [vec![words.home.due_today.clone()], said].concat(),
    }
}

/// The printed pages that a change has made wrong (visit 12).
fn out_of_date(plan: &Plan, words: &Words) -> Option<String> {
    const SHOWN: usize = 3;
    let mut named: Vec<String> = stale(plan, words).iter().map(|note| row(note, plan, words)).collect();
    named.dedup();
    let rest = named.len().saturating_sub(SHOWN);
    named.truncate(SHOWN);
    if rest > 0 {
        named.push(fill(&words.sheet.stale_more, &[("n", &rest.to_string())]));
    }
    (!named.is_empty()).then(|| format!("{} {}", words.sheet.stale_title, named.join("; ")))
}

/// Done, begun and open steps, a line each.
fn states(plan: &Plan, words: &Words) -> Vec<String> {
    let (mut done, mut begun, mut open) = (Vec::new(), Vec::new(), Vec::new());
    for section in Section::ALL {
        let road = steps::section(*section, Tier::of(plan));
        let settled: Vec<bool> = road.standing(plan).map(|(_, stop)| stop.here.settled(plan)).collect();
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
        (&home.steps_done, done),
        (&home.steps_begun, begun),
        (&home.steps_open, open),
    ]
    .into_iter()
    .filter(|(_, steps)| !steps.is_empty())
    .map(|(sentence, steps)| fill(sentence, &[("steps", &steps.join(", "))]))
    .collect()
}

/// Opens one step: its open questions first, else its answers to look over.
fn open_step(plan: &mut Plan, desk: &mut Desk) -> io::Result<End> {
    let words = desk.words;
    let tier = Tier::of(plan);
    let sections: Vec<Section> = Section::ALL
        .iter()
        .copied()
        .filter(|s| steps::section(*s, tier).standing(plan).next().is_some())
        .collect();
    let titles: Vec<&str> = sections.iter().map(|section| words.title(*section, plan)).collect();
    let rows: Vec<&str> = titles.into_iter().chain([words.home.steps_back.as_str()]).collect();
    let row = match choose("steps", &words.home.steps_ask, &rows, None, plan, desk)? {
        Ok(row) if row < sections.len() => row,
        Ok(_) => return Ok(End::Home),
        Err(end) => return Ok(end),
    };
    let road = steps::section(sections[row], tier);
    match first_open(&road, plan) {
        Some(begin) => {
            desk.resuming = true;
            let mut gained = Gained::new(plan, words, desk.today);
            travel(&road, plan, desk, begin, &mut |plan, section| {
                gained.line(plan, section)
            })
        }
        None => browse(&steps::section(sections[row], Tier::More), plan, desk),
    }
}

fn change_length(plan: &mut Plan, desk: &mut Desk) -> io::Result<End> {
    let Some(question) = steps::question(Field::Length) else {
        return Ok(End::Home);
    };
    let stop = crate::walk::Stop {
        section: Section::Start,
        here: Here {
            question,
            spot: Spot::PLAN,
        },
    };
    let road = Road {
        stops: vec![stop],
        tier: Tier::More,
        introduces: false,
    };
    let before = plan.visit.length.clone();
    let end = travel(&road, plan, desk, 0, &mut |_, _| None)?;
    if before.is(&Length::TenMinutes) && end == End::Done && !plan.visit.length.is(&Length::TenMinutes) {
        desk.resuming = true;
        return begin::walk_on(plan, desk);
    }
    Ok(end)
}

fn change_country(plan: &mut Plan, desk: &mut Desk) -> io::Result<End> {
    if let Some(end) = choose_country(plan, desk)? {
        return Ok(end);
    }
    desk.keep(plan)?;
    Ok(End::Home)
}

/// Asks which country's numbers are shown; nothing is kept here.
pub(super) fn choose_country(plan: &mut Plan, desk: &mut Desk) -> io::Result<Option<End>> {
    let words = desk.words;
    let codes: Vec<&str> = COUNTRIES.iter().map(|(code, _)| *code).collect();
    let name = |code: &&'static str| words.line_words.country.get(*code).map_or(*code, String::as_str);
    let rows: Vec<&str> = codes
        .iter()
        .map(name)
        .chain([words.line_words.unlisted_choice.as_str()])
        .collect();
    let before = codes.iter().position(|code| **code == plan.country);
    Ok(
        match choose("country", &words.home.country_ask, &rows, before, plan, desk)? {
            Ok(row) => {
                plan.country = codes.get(row).copied().unwrap_or("other").into();
                None
            }
            Err(end) => Some(end),
        },
    )
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::ask::Scripted;
    use crate::plan::{Answer, ChangeNote, Harm};

    #[test]
    fn a_closed_plan_has_no_step_that_is_called_after_a_day() {
        let words = Words::load("en", None).unwrap();
        let day = words.step(Section::Day);
        let mut plan = Plan::default();
        plan.visit.length = Answer::Given(Length::Everything);
        let said = |plan: &Plan| states(plan, &words).join("\n");
        assert!(said(&plan).contains(&day.title));
        plan.safety.heard.harm = Answer::Given(Harm::ToThem);
        assert!(!said(&plan).contains(&day.title) && said(&plan).contains(&day.title_closed));
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
        let mut asker = Scripted::new(Vec::new());
        let mut keep = |_: &mut Plan, _: &mut dyn crate::ask::Asker| Ok(());
        let desk = Desk::new(&mut asker, &words, today, &mut keep);
        let said = lines(&plan, &desk, None).join("\n");
        assert!(said.contains(&words.home.put_away), "{said}");
        assert!(!said.contains(&states(&plan, &words).join("\n")), "{said}");
        assert!(!said.contains(&words.label(&Change::Died)), "{said}");
    }
}
