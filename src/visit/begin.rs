//! How a visit begins: the first one with danger now, a later one behind a neutral screen.

use crate::journey::{JourneyEntry, Tier, first_unsettled, run};
use crate::plan::{Answer, Change, Field, Gate, List, Met, Plan, Section};
use crate::prompt::Prompt;
use crate::session::{DangerOutcome, Outcome, Session, Stop, ask_danger, handle_danger, show_text, unless_home};
use crate::words::fill_placeholders;
use crate::{readiness, steps};

use super::section_summary::SectionSummary;
use super::{choose, country, pages};

/// The days after which safety is asked about again (design#gate, CJ).
const SAFETY_AGES: i64 = 14;

/// The first visit: kindness, the country if none is known, danger now, what a responsible tool says once,
/// then the questions.
pub(super) fn first_visit(plan: &mut Plan, session: &mut Session) -> Result<(), Stop> {
    let words = session.words;
    session.notice(words.danger.kindness);
    if plan.country.is_empty() {
        country::ask_country_first(plan, session)?;
    }
    loop {
        let country = words.lines.country.get(&plan.country);
        session.notice(match country {
            Some(country) => fill_placeholders(words.home.first_country, &[("country", country)]),
            None => words.home.no_country.into(),
        });
        match unless_home(ask_danger(plan, session, true))? {
            Some(DangerOutcome::Country) => {
                unless_home(country::choose_country(plan, session))?;
            }
            Some(DangerOutcome::Over) | None => break,
        }
    }
    let lines = words.help_lines(&plan.country);
    // No number in these is a promise, and a study says whom it was about.
    let once = &words.disclaimers;
    let five = [
        &once.one,
        &once.two,
        &once.three,
        &once.four,
        &once.five,
        &once.disclaimer,
        if session.only_scrolls() {
            &words.engine.hide_scrolling
        } else {
            &words.engine.hide_explained
        },
    ];
    let said = five
        .map(|sentence| lines.fill_placeholders(sentence, words))
        .join("\n\n");
    unless_home(show_text(&said, plan, session))?;
    continue_journey(plan, session)
}

/// A later visit: a screen that says nothing, then what has come due, then the home page.
pub(super) fn return_visit(plan: &mut Plan, session: &mut Session) -> Result<(), Stop> {
    let home = &session.words.home;
    let prompt = Prompt {
        fresh: true,
        // Help would say what this is.
        help: Some(Vec::new()),
        ..Prompt::new("neutral", home.neutral, home.neutral_prompt)
    };
    unless_home(session.pause(plan, prompt))?;
    ask_danger_again(plan, session)?;
    unless_home(ask_changed(plan, session))?;
    if may_have_met(plan, session) {
        ask_if_met(plan, session)?;
    }
    Ok(())
}

/// While nothing about safety was ever asked, a visit begins with danger now as the first one did (design#gate).
fn ask_danger_again(plan: &mut Plan, session: &mut Session) -> Result<(), Stop> {
    if plan.safety.last_reviewed().is_some() || plan.change() == Some(&Change::Died) {
        return Ok(());
    }
    handle_danger(plan, session)
}

/// The day has passed and nobody said how it went. No word of a meeting while the gate is closed or the dates wait.
fn may_have_met(plan: &Plan, session: &Session) -> bool {
    let passed = plan.day.date.given().is_some_and(|day| *day < session.today);
    passed && plan.visit.met.is_unasked() && plan.change().is_none() && readiness::gate(plan) != Gate::Closed
}

/// Has anything about safety changed? Asked when the answers have aged, and the day before the day; never after a
/// death.
fn ask_changed(plan: &mut Plan, session: &mut Session) -> Result<(), Stop> {
    let Some(on) = plan.safety.last_reviewed() else {
        return Ok(());
    };
    if plan.change() == Some(&Change::Died) || plan.safety.asked.is_empty() {
        // Where the questions are to be put again anyway, "has anything changed" was answered.
        return Ok(());
    }
    let aged = (session.today - on).num_days() >= SAFETY_AGES;
    let tomorrow = plan
        .day
        .date
        .given()
        .is_some_and(|day| (*day - session.today).num_days() == 1 && on < session.today);
    if !aged && !tomorrow {
        return Ok(());
    }
    safety_changed(plan, session)
}

/// Asks whether anything about safety has changed; a yes puts the safety questions again.
pub(super) fn safety_changed(plan: &mut Plan, session: &mut Session) -> Result<(), Stop> {
    let home = &session.words.home;
    session.notice(home.changed_why);
    let rows = [home.changed_no, home.changed_yes];
    if choose("safety.changed", home.changed_ask, &rows, None, plan, session)? == 0 {
        plan.safety.unchanged_on = Some(session.today);
        return session.save(plan);
    }
    let before = readiness::gate(plan);
    plan.safety.ask_again();
    plan.safety.means = Answer::Unasked;
    session.save(plan)?;
    let mut journey = steps::journey(Tier::of(plan));
    journey.entries.retain(again_when_changed);
    let begin = first_unsettled(&journey, plan).unwrap_or(0);
    unless_home(run(&journey, plan, session, begin, &mut |_, _| None))?;
    if before == Gate::Closed && readiness::gate(plan) == Gate::Open {
        session.notice(session.words.home.opens.now_open);
    }
    Ok(())
}

/// The safety step, and what makes tonight more dangerous, which is in an earlier one.
fn again_when_changed(entry: &JourneyEntry) -> bool {
    entry.section == Section::Safety || entry.here.question.field == Field::Recent
}

/// The day has passed: did you meet? It is all right if not.
fn ask_if_met(plan: &mut Plan, session: &mut Session) -> Result<(), Stop> {
    let answers = [Met::Yes, Met::NotYet, Met::No, Met::DidNotMeet];
    let labels = answers.clone().map(|answer| session.words.label(&answer));
    let rows: Vec<&str> = labels.iter().map(String::as_str).collect();
    let row = choose("visit.met", session.words.home.met_ask, &rows, None, plan, session)?;
    plan.visit.met = Answer::Given(answers[row].clone());
    session.save(plan)?;
    match answers[row] {
        Met::Yes => after_yes(plan, session),
        _ => Ok(()),
    }
}

/// After a yes it is their care and their consent: taking the statements and boundaries off the plan is offered
/// (design#pages).
fn after_yes(plan: &mut Plan, session: &mut Session) -> Result<(), Stop> {
    if plan.statements.is_empty() && plan.boundaries.is_empty() {
        return Ok(());
    }
    let home = &session.words.home;
    session.notice(session.words.fill_names(home.after_yes_why, plan, ""));
    let rows = [home.after_yes_keep, home.after_yes_take];
    if choose("after_yes", home.after_yes_ask, &rows, None, plan, session)? == 0 {
        return Ok(());
    }
    for list in [List::Statements, List::Boundaries] {
        while plan.count(list) > 0 {
            plan.remove(list, 0);
        }
    }
    session.save(plan)
}

/// Walks on from the first open question at the plan's length; at the end of a length its page is shown.
pub(super) fn continue_journey(plan: &mut Plan, session: &mut Session) -> Result<(), Stop> {
    loop {
        // The first two questions stand before the length is known: they belong to every length.
        let tier = Tier::of(plan);
        let chosen = !plan.visit.length.is_unasked();
        let journey = if chosen {
            steps::journey(tier)
        } else {
            steps::section_journey(Section::Start, tier)
        };
        let Some(begin) = first_unsettled(&journey, plan) else {
            return Ok(());
        };
        let mut gained = SectionSummary::new(plan, session.words, session.today);
        let end = run(&journey, plan, session, begin, &mut |plan, section| {
            gained.line(plan, section)
        })?;
        if end == Outcome::Back {
            return Ok(());
        }
        if chosen {
            return pages::end_of_length(plan, session);
        }
    }
}
