//! Which country the numbers are those of.

use std::sync::Arc;

use crate::plan::Plan;
use crate::prompt::{Choice, Prompt, TypedWords};
use crate::session::{Reply, Session, Stop, danger_rows, danger_sentences_from, show_danger, unless_home};
use crate::words::{COUNTRIES, Words};

use super::choose;

/// The countries whose lines are known, and *another country*, as rows.
fn country_rows(words: &Words) -> Vec<&str> {
    let name = |code: &'static str| words.lines.country.get(code).copied().unwrap_or(code);
    let known = COUNTRIES.iter().map(|(code, _)| name(code));
    known.chain([words.lines.unlisted_choice]).collect()
}

/// The code behind a row of [`country_rows`].
fn code_of_row(row: usize) -> &'static str {
    COUNTRIES.get(row).map_or("other", |(code, _)| code)
}

/// From here on the numbers and the words are those of the country.
fn set_country(plan: &mut Plan, row: usize, session: &mut Session) {
    plan.country = code_of_row(row).into();
    session.words = session.words.spoken_in(&plan.country);
}

/// The first question of all if the computer names no country, since every number hangs on it. It has the rows of
/// danger and hears its sentences; Enter alone goes on without a country.
pub(super) fn ask_country_first(plan: &mut Plan, session: &mut Session) -> Result<(), Stop> {
    let words = session.words;
    let countries = country_rows(words);
    let without = countries.len();
    let danger = without + 1;
    let sentences = Arc::new(danger_sentences_from(danger, words, words.help_lines("")));
    let rows = countries.into_iter().chain([words.home.country_without]);
    let rows = rows.chain(danger_rows(words));
    let rows: Vec<Choice> = rows.map(Choice::new).collect();
    loop {
        let prompt = Prompt {
            fresh: true,
            accepts: TypedWords::Sentences(Arc::clone(&sentences)),
            ..Prompt::new("country", words.home.country_ask, words.home.prompt)
        };
        // Nothing comes before the first question.
        match unless_home(session.pick(plan, prompt, &rows, Some(without)))? {
            Some(Reply::Given(row)) if row >= danger => {
                unless_home(show_danger(row - danger, plan, session))?;
            }
            Some(Reply::Given(row)) if row < without => {
                set_country(plan, row, session);
                return Ok(());
            }
            Some(Reply::Given(_) | Reply::Skip | Reply::Later) => return Ok(()),
            Some(Reply::Back) | None => {}
        }
    }
}

/// Asks which country's numbers are shown; nothing is kept here.
pub(super) fn choose_country(plan: &mut Plan, session: &mut Session) -> Result<(), Stop> {
    let words = session.words;
    let rows = country_rows(words);
    let before = COUNTRIES.iter().position(|(code, _)| *code == plan.country);
    let row = choose("country", words.home.country_ask, &rows, before, plan, session)?;
    set_country(plan, row, session);
    Ok(())
}
