//! Looks over answers: every question that applies with its answer, each to be changed, and back to the same list.

use crate::plan::Plan;
use crate::prompt::{Choice, Prompt};
use crate::words::fill_placeholders;

use super::{Journey, JourneyEntry, run};
use crate::session::{Outcome, Reply, Session, Stop};

/// The longest row, in columns; the whole answer stands if it is changed.
const LABEL: usize = 70;

/// Shows the answers of a journey as a list until the person has seen enough. A change that opens new questions asks them
/// first.
///
/// # Errors
/// The terminal or the disk failed.
pub fn browse(journey: &Journey, plan: &mut Plan, session: &mut Session) -> Result<Outcome, Stop> {
    let mut seen = 0;
    loop {
        let entries: Vec<&JourneyEntry> = journey.asked_entries(plan).map(|(_, entry)| entry).collect();
        let (prompt, rows) = list_prompt(&entries, plan, session);
        seen = match session.pick(plan, prompt, &rows, Some(seen))? {
            Reply::Given(0) | Reply::Skip | Reply::Later => return Ok(Outcome::Done),
            Reply::Given(row) => row,
            Reply::Back => return Ok(Outcome::Back),
        };
        change_answer(entries[seen - 1], journey, plan, session)?;
        // Where nothing points at a row, Enter alone would open the same answer again.
        seen = if session.is_by_ear() { 0 } else { seen };
    }
}

/// The list: enough for now, then every question with its answer.
fn list_prompt(entries: &[&JourneyEntry], plan: &Plan, session: &mut Session) -> (Prompt, Vec<Choice>) {
    let words = session.words;
    let title = |entry: &JourneyEntry| entry.here.item.name(plan, words);
    let label = |entry: &JourneyEntry| {
        let short = words.fill_names(words.question(entry.here.question.field).short, plan, &title(entry));
        format!("{short}: {}", entry.here.recap(plan, words).replace('\n', " "))
    };
    let mut rows = vec![Choice::new(words.engine.more_done)];
    rows.extend(
        entries
            .iter()
            .map(|entry| Choice::new(session.row_label(&label(entry), LABEL))),
    );
    let ask = match entries.first().map(|entry| title(entry)) {
        Some(title) if !title.is_empty() => fill_placeholders(words.engine.more_which, &[("item", &title)]),
        _ => words.engine.review_ask.into(),
    };
    let prompt = Prompt {
        fresh: true,
        ..Prompt::new("browse", ask, words.home.prompt)
    };
    (prompt, rows)
}

/// Puts one question again, and first of all what its answer has opened.
fn change_answer(entry: &JourneyEntry, journey: &Journey, plan: &mut Plan, session: &mut Session) -> Result<(), Stop> {
    session.place.0 = entry.section;
    let before = unsettled(journey, plan);
    entry.here.ask(plan, session)?;
    let opened = unsettled(journey, plan).into_iter().filter(|at| !before.contains(at));
    let entries: Vec<JourneyEntry> = opened.map(|at| journey.entries[at].clone()).collect();
    if entries.is_empty() {
        return Ok(());
    }
    let fresh = Journey {
        entries,
        tier: journey.tier,
        introduces: false,
    };
    run(&fresh, plan, session, 0, &mut |_, _| None).map(drop)
}

fn unsettled(journey: &Journey, plan: &Plan) -> Vec<usize> {
    journey
        .asked_entries(plan)
        .filter(|(_, entry)| !entry.here.is_settled(plan))
        .map(|(at, _)| at)
        .collect()
}
