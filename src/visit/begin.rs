//! How a visit begins: the first one with danger now, a later one behind a neutral screen.

use crate::journey::{Tier, first_unsettled, run};
use crate::plan::{Change, Plan, Section};
use crate::prompt::Prompt;
use crate::session::{DangerOutcome, Outcome, Session, Stop, ask_danger, handle_danger, unless_home};
use crate::steps;
use crate::words::fill_placeholders;

use super::section_summary::SectionSummary;
use super::tonight::end_of_ten_minutes;
use super::{PrintSetup, country, outcome, pages, safety_again};

/// The first visit: kindness, the country if none is known, danger now, then the questions. What a responsible tool says
/// once stands over the first of them, each where there is room for it: nobody reads a wall.
pub(super) fn first_visit(plan: &mut Plan, session: &mut Session, print: &PrintSetup) -> Result<(), Stop> {
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
    for said in [words.disclaimers.one, words.disclaimers.three] {
        session.notice(said);
    }
    continue_journey(plan, session, print)
}

/// A later visit: a screen that says nothing, then what has come due, then the home page. `to_outcome`: how the day went
/// too, where it was told already; where there is nothing to tell, that is said.
pub(super) fn return_visit(plan: &mut Plan, session: &mut Session, to_outcome: bool) -> Result<(), Stop> {
    let home = &session.words.home;
    let prompt = Prompt {
        fresh: true,
        // Help would say what this is.
        help: Some(Vec::new()),
        ..Prompt::new("neutral", home.neutral, home.neutral_prompt)
    };
    unless_home(session.pause(plan, prompt))?;
    session.has_alarm = true;
    ask_danger_again(plan, session)?;
    unless_home(safety_again::ask_changed(plan, session))?;
    if outcome::is_untold(plan, session) || (to_outcome && outcome::may_be_told(plan, session)) {
        unless_home(outcome::ask_outcome(plan, session))?;
    } else if to_outcome {
        session.notice(session.words.home.nothing_to_tell);
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

/// Once the length is chosen, over the first question about the family: safety first, and what this cannot do.
fn say_what_this_is(plan: &Plan, session: &mut Session) {
    let (words, lines) = (session.words, session.words.help_lines(&plan.country));
    for said in [words.disclaimers.four, words.disclaimers.disclaimer] {
        session.notice(lines.fill_placeholders(said, words));
    }
}

/// Walks on from the first open question at the plan's length; at the end of a length its page is shown.
pub(super) fn continue_journey(plan: &mut Plan, session: &mut Session, print: &PrintSetup) -> Result<(), Stop> {
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
        match tier {
            _ if !chosen => say_what_this_is(plan, session),
            Tier::TenMinutes if end_of_ten_minutes(plan, session, print)? => session.resuming = true,
            Tier::TenMinutes => return Ok(()),
            _ => return pages::end_of_length(plan, session),
        }
    }
}
