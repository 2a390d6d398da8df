//! How a visit begins: the first one with danger now, a later one behind a neutral screen.

use std::io;

use crate::ask::{Put, Reply, Wish};
use crate::plan::{Answer, Change, Field, Gate, List, Met, Plan, Section};
use crate::walk::{Danger, Desk, End, Stop, Tier, Turn, ask_danger, first_open, read, travel};
use crate::words::fill;
use crate::{readiness, steps};

use super::gained::Gained;
use super::{choose, elsewhere, home, pages};

/// The days after which safety is asked about again (visit 4, CJ).
const SAFETY_AGES: i64 = 14;

/// The first visit: kindness, danger now, what a responsible tool says once, then the questions.
pub(super) fn first(plan: &mut Plan, desk: &mut Desk) -> io::Result<End> {
    let words = desk.words;
    desk.carry(&words.danger.kindness);
    loop {
        let country = words.line_words.country.get(&plan.country);
        desk.carry(match country {
            Some(country) => fill(&words.home.first_country, &[("country", country)]),
            None => words.home.no_country.clone(),
        });
        match ask_danger(plan, desk, true)? {
            Danger::Turn(Turn::Hide) => return Ok(End::Hide),
            Danger::Turn(Turn::Leave) => return Ok(End::Leave),
            Danger::Country => {
                if let Some(end @ (End::Hide | End::Leave)) = home::choose_country(plan, desk)? {
                    return Ok(end);
                }
            }
            Danger::Over | Danger::Turn(_) => break,
        }
    }
    let lines = words.lines(&plan.country);
    let once = &words.once;
    let five = [
        &once.one,
        &once.two,
        &once.three,
        &once.four,
        &once.five,
        &once.disclaimer,
        if desk.asker.scrolls() {
            &words.engine.hide_scrolling
        } else {
            &words.engine.hide_explained
        },
    ];
    let said = five.map(|sentence| lines.fill(sentence, words)).join("\n\n");
    if let end @ (End::Hide | End::Leave) = read(&said, plan, desk)? {
        return Ok(end);
    }
    walk_on(plan, desk)
}

/// A later visit: a screen that says nothing, then what has come due, then the home page.
pub(super) fn again(plan: &mut Plan, desk: &mut Desk) -> io::Result<End> {
    let home = &desk.words.home;
    let put = Put {
        fresh: true,
        ..Put::new("neutral", &home.neutral, &home.neutral_prompt)
    };
    match desk.asker.pause(&put)? {
        Reply::Wish(Wish::Hide) => return Ok(End::Hide),
        Reply::Wish(Wish::Leave) => return Ok(End::Leave),
        Reply::Wish(wish @ Wish::Danger) => {
            if let Some(end @ (End::Hide | End::Leave)) = elsewhere(wish, plan, desk)? {
                return Ok(end);
            }
        }
        _ => {}
    }
    if let Some(end) = ask_changed(plan, desk)? {
        return Ok(end);
    }
    if may_have_met(plan, desk)
        && let Some(end) = ask_met(plan, desk)?
    {
        return Ok(end);
    }
    Ok(End::Home)
}

/// The day has passed and nobody said how it went. No word of a meeting while the gate is closed or the dates wait.
fn may_have_met(plan: &Plan, desk: &Desk) -> bool {
    let passed = plan.day.date.given().is_some_and(|day| *day < desk.today);
    passed && plan.visit.met.is_unasked() && plan.change().is_none() && readiness::gate(plan) != Gate::Closed
}

/// Has anything about safety changed? Asked when the answers have aged, and the day before the day; never after a
/// death.
fn ask_changed(plan: &mut Plan, desk: &mut Desk) -> io::Result<Option<End>> {
    let Some(on) = plan.safety.looked_at() else {
        return Ok(None);
    };
    if plan.change() == Some(&Change::Died) || plan.safety.asked.is_empty() {
        // Where the questions are to be put again anyway, "has anything changed" was answered.
        return Ok(None);
    }
    let aged = (desk.today - on).num_days() >= SAFETY_AGES;
    let tomorrow = plan
        .day
        .date
        .given()
        .is_some_and(|day| (*day - desk.today).num_days() == 1 && on < desk.today);
    if !aged && !tomorrow {
        return Ok(None);
    }
    safety_changed(plan, desk)
}

/// Asks whether anything about safety has changed; a yes puts the safety questions again.
pub(super) fn safety_changed(plan: &mut Plan, desk: &mut Desk) -> io::Result<Option<End>> {
    let home = &desk.words.home;
    desk.carry(&home.changed_why);
    match choose(
        "safety.changed",
        &home.changed_ask,
        &[&home.changed_no, &home.changed_yes],
        None,
        plan,
        desk,
    )? {
        Ok(0) => {
            plan.safety.unchanged_on = Some(desk.today);
            desk.keep(plan)?;
            Ok(None)
        }
        Ok(_) => {
            let before = readiness::gate(plan);
            plan.safety.ask_again();
            plan.safety.means = Answer::Unasked;
            desk.keep(plan)?;
            let mut road = steps::road(Tier::of(plan));
            road.stops.retain(again_when_changed);
            let begin = first_open(&road, plan).unwrap_or(0);
            match travel(&road, plan, desk, begin, &mut |_, _| None)? {
                End::Hide => Ok(Some(End::Hide)),
                End::Leave => Ok(Some(End::Leave)),
                _ => {
                    if before == Gate::Closed && readiness::gate(plan) == Gate::Open {
                        desk.carry(&desk.words.home.opens.now_open);
                    }
                    Ok(None)
                }
            }
        }
        Err(end @ (End::Hide | End::Leave)) => Ok(Some(end)),
        Err(_) => Ok(None),
    }
}

/// The safety step, and what makes tonight more dangerous, which stands in an earlier one.
fn again_when_changed(stop: &Stop) -> bool {
    stop.section == Section::Safety || stop.here.question.field == Field::Recent
}

/// The day has passed: did you meet? It is all right if not.
fn ask_met(plan: &mut Plan, desk: &mut Desk) -> io::Result<Option<End>> {
    let answers = [Met::Yes, Met::NotYet, Met::No, Met::DidNotMeet];
    let labels = answers.clone().map(|answer| desk.words.label(&answer));
    let rows: Vec<&str> = labels.iter().map(String::as_str).collect();
    match choose("visit.met", &desk.words.home.met_ask, &rows, None, plan, desk)? {
        Ok(row) => {
            plan.visit.met = Answer::Given(answers[row].clone());
            desk.keep(plan)?;
            if answers[row] == Met::Yes {
                after_yes(plan, desk)
            } else {
                Ok(None)
            }
        }
        Err(end @ (End::Hide | End::Leave)) => Ok(Some(end)),
        Err(_) => Ok(None),
    }
}

/// After a yes it is their care and their consent: taking the statements and boundaries off the plan is offered
/// (visit 9).
fn after_yes(plan: &mut Plan, desk: &mut Desk) -> io::Result<Option<End>> {
    if plan.statements.is_empty() && plan.boundaries.is_empty() {
        return Ok(None);
    }
    let home = &desk.words.home;
    desk.carry(desk.words.speak(&home.after_yes_why, plan, ""));
    match choose(
        "after_yes",
        &home.after_yes_ask,
        &[&home.after_yes_keep, &home.after_yes_take],
        None,
        plan,
        desk,
    )? {
        Ok(1) => {
            for list in [List::Statements, List::Boundaries] {
                while plan.count(list) > 0 {
                    plan.remove(list, 0);
                }
            }
            desk.keep(plan)?;
            Ok(None)
        }
        Ok(_) => Ok(None),
        Err(end @ (End::Hide | End::Leave)) => Ok(Some(end)),
        Err(_) => Ok(None),
    }
}

/// Walks on from the first open question at the plan's length; at the end of a length its page is shown.
pub(super) fn walk_on(plan: &mut Plan, desk: &mut Desk) -> io::Result<End> {
    loop {
        // The first two questions stand before the length is known: they belong to every length.
        let tier = Tier::of(plan);
        let chosen = !plan.visit.length.is_unasked();
        let road = if chosen {
            steps::road(tier)
        } else {
            steps::section(Section::Start, tier)
        };
        let Some(begin) = first_open(&road, plan) else {
            return Ok(End::Done);
        };
        let mut gained = Gained::new(plan, desk.words, desk.today);
        let end = travel(&road, plan, desk, begin, &mut |plan, section| {
            gained.line(plan, section)
        })?;
        if end != End::Done {
            return Ok(end);
        }
        if chosen {
            return pages::end_of_length(plan, desk);
        }
    }
}
