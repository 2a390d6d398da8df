//! Which country the numbers are those of.

use std::io;
use std::sync::Arc;

use crate::plan::Plan;
use crate::prompt::{Action, Choice, Prompt, Reply, TypedWords};
use crate::session::{Outcome, Session, danger_rows, danger_sentences_from, show_danger};
use crate::words::{COUNTRIES, Words};

use super::{choose, handle_page_action};

/// The countries whose lines are known, and *another country*, as rows.
fn country_rows(words: &Words) -> Vec<&str> {
    let name = |code: &'static str| words.line_words.country.get(code).map_or(code, String::as_str);
    let known = COUNTRIES.iter().map(|(code, _)| name(code));
    known.chain([words.line_words.unlisted_choice.as_str()]).collect()
}

/// The code behind a row of [`country_rows`].
fn code_of_row(row: usize) -> &'static str {
    COUNTRIES.get(row).map_or("other", |(code, _)| code)
}

/// The first question of all if the computer names no country, since every number hangs on it. It has the rows of
/// danger and hears its sentences; Enter alone goes on without a country.
pub(super) fn ask_country_first(plan: &mut Plan, session: &mut Session) -> io::Result<Option<Outcome>> {
    let words = session.words;
    let countries = country_rows(words);
    let without = countries.len();
    let danger = without + 1;
    let lines = words.help_lines("");
    let sentences = Arc::new(danger_sentences_from(danger, words, lines));
    let rows = countries.into_iter().chain([words.home.country_without.as_str()]);
    let rows = rows.chain(danger_rows(words).map(String::as_str));
    let rows: Vec<Choice> = rows.map(Choice::new).collect();
    loop {
        let prompt = session.with_notices(Prompt {
            fresh: true,
            accepts: TypedWords::Sentences(Arc::clone(&sentences)),
            ..Prompt::new("country", &words.home.country_ask, &words.home.prompt)
        });
        let end = match session.prompter.pick(&prompt, &rows, Some(without))? {
            Reply::Given(row) if row >= danger => show_danger(row - danger, plan, session)?,
            Reply::Given(row) if row == without => return Ok(None),
            Reply::Given(row) => {
                plan.country = code_of_row(row).into();
                return Ok(None);
            }
            Reply::Action(Action::Skip | Action::Later) => return Ok(None),
            // Nothing stands before the first question.
            Reply::Action(Action::Back | Action::Home) => None,
            Reply::Action(action) => handle_page_action(action, plan, session)?,
        };
        if let Some(Outcome::Hide | Outcome::Leave) = end {
            return Ok(end);
        }
    }
}

/// Asks which country's numbers are shown; nothing is kept here.
pub(super) fn choose_country(plan: &mut Plan, session: &mut Session) -> io::Result<Option<Outcome>> {
    let words = session.words;
    let rows = country_rows(words);
    let before = COUNTRIES.iter().position(|(code, _)| *code == plan.country);
    Ok(
        match choose("country", &words.home.country_ask, &rows, before, plan, session)? {
            Ok(row) => {
                plan.country = code_of_row(row).into();
                None
            }
            Err(end) => Some(end),
        },
    )
}
