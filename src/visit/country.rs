//! Which country the numbers are those of.

use std::io;

use crate::plan::Plan;
use crate::session::{Outcome, Session};
use crate::words::COUNTRIES;

use super::choose;

/// Asks which country's numbers are shown; nothing is kept here.
pub(super) fn choose_country(plan: &mut Plan, session: &mut Session) -> io::Result<Option<Outcome>> {
    let words = session.words;
    let codes: Vec<&str> = COUNTRIES.iter().map(|(code, _)| *code).collect();
    let name = |code: &&'static str| words.line_words.country.get(*code).map_or(*code, String::as_str);
    let rows: Vec<&str> = codes
        .iter()
        .map(name)
        .chain([words.line_words.unlisted_choice.as_str()])
        .collect();
    let before = codes.iter().position(|code| **code == plan.country);
    Ok(
        match choose("country", &words.home.country_ask, &rows, before, plan, session)? {
            Ok(row) => {
                plan.country = codes.get(row).copied().unwrap_or("other").into();
                None
            }
            Err(end) => Some(end),
        },
    )
}
