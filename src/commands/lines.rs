//! `lines`: the help lines of a country. It needs no plan.

use chrono::NaiveDate;

use crate::cli::Format;
use crate::error::Error;
use crate::plan::country_code;
use crate::sheets::{self, Block};
use crate::text;
use crate::words::{COUNTRIES, Words, fill_placeholders};

use crate::app::{Context, Exit, country_of, open_unasked};

/// Prints the lines of the country that was asked for, else of the plan's, else of the computer's; for a country that
/// is not listed how to find the emergency number, with a line to write it on.
///
/// # Errors
/// stdout is closed.
pub fn lines(country: Option<&str>, format: Format, context: &mut Context) -> Result<Exit, Error> {
    let words = context.words;
    let code = match country.map(code) {
        Some(None) => {
            let typed = text::sanitize_line(country.unwrap_or_default());
            return context.end(
                Exit::Usage,
                &fill_placeholders(words.lines.not_a_country, &[("typed", &typed)]),
            );
        }
        Some(Some(code)) => code,
        None => guessed(context),
    };
    let listed = COUNTRIES.iter().any(|(known, _)| *known == code);
    if country.is_some() && !listed {
        let said = fill_placeholders(words.lines.unlisted_country, &[("code", &code.to_uppercase())]);
        context.print_notice(&said)?;
    }
    match format {
        Format::Text => context.print_public(&sheets::text_of_blocks(
            &page(&code, words, context.today),
            context.columns(),
        ))?,
        // By the codes of `prompts/lines/`; a country that is not listed has none.
        Format::Json => context.print_json(words.help_lines(&code))?,
    }
    Ok(Exit::Done)
}

/// The code of a country's common name, else two letters, lower case.
fn code(typed: &str) -> Option<String> {
    let code = typed.trim().to_lowercase();
    let two = code.len() == 2 && code.bytes().all(|letter| letter.is_ascii_lowercase());
    country_code(&code).map(String::from).or(two.then_some(code))
}

/// The plan's country, else the computer's. Somebody who looks for a number gets one, whatever is wrong with the plan.
fn guessed(context: &Context) -> String {
    let plan = open_unasked(context).map(|plan| plan.country).unwrap_or_default();
    if plan.is_empty() {
        country_of(context.locale.as_deref())
    } else {
        plan
    }
}

fn page(code: &str, words: &Words, today: NaiveDate) -> Vec<Block> {
    let beside = &words.lines;
    let lines = words.help_lines(code);
    let mut said: Vec<String> = Vec::new();
    if lines.country.is_empty() {
        said.extend(
            ["emergency", "suicide"]
                .iter()
                .flat_map(|id| lines.sentences(id, words)),
        );
    } else {
        let country = beside.country.get(code).copied().unwrap_or(code);
        let emergency = [("country", country), ("emergency", lines.emergency)];
        said.push(fill_placeholders(beside.spoken, &emergency));
        said.extend(lines.paragraphs(words));
        let check = lines.unverified_paragraphs(words);
        said.extend((!check.is_empty()).then(|| beside.check_first.into()));
        said.extend(check);
        said.extend(lines.last_checked(words, today));
    }
    let countries: Vec<String> = COUNTRIES.iter().map(|(code, _)| code.to_uppercase()).collect();
    let countries = [("countries", &*words.list(&countries))];
    said.push(fill_placeholders(beside.elsewhere, &countries));
    let title = Block::Heading(beside.title.into());
    [title].into_iter().chain(said.into_iter().map(Block::Words)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::COLUMNS;
    use crate::app::test_context::TestContext;

    fn printed(country: Option<&str>, plan: Option<&str>, locale: Option<&str>) -> (Exit, String, String) {
        let mut trial = TestContext::new();
        if let Some(plan) = plan {
            trial.write(plan);
        }
        let exit = trial.run(|context| {
            context.locale = locale.map(String::from);
            lines(country, Format::Text, context).unwrap()
        });
        (exit, trial.stdout(), trial.stderr())
    }

    #[test]
    fn the_country_is_what_was_asked_for_else_the_plans_else_the_computers() {
        let plan = "{\"format\": 1, \"country\": \"au\"}";
        let gb = Some("en-GB");
        for (country, plan, locale, piece) in [
            (Some("nz"), Some(plan), gb, "call 111 "),
            (None, Some(plan), gb, "call 000"),
            (None, Some("{\"format\": 1}"), gb, "call 999"),
            (None, Some("damaged"), gb, "call 999"),
            (None, None, gb, "call 999"),
            (Some("UK"), None, None, "call 999"),
            (Some("New Zealand"), None, None, "call 111 "),
        ] {
            let (exit, out, err) = printed(country, plan, locale);
            let piece = piece.trim();
            assert!(
                exit == Exit::Done && out.contains(piece) && err.is_empty(),
                "{country:?} {out}"
            );
        }
    }

    // Holds R-32
    #[test]
    fn without_a_listed_country_there_is_a_line_to_write_on() {
        let words = Words::load("en", None).unwrap().lines;
        let other = "{\"format\": 1, \"country\": \"other\"}";
        for (country, plan, locale) in [
            (Some("fr"), None, None),
            (None, None, None),
            (None, None, Some("fr-FR")),
            (None, Some(other), Some("en-US")),
        ] {
            let (exit, out, err) = printed(country, plan, locale);
            assert_eq!(exit, Exit::Done);
            assert!(out.contains(words.unlisted_blank) && out.contains(words.unlisted_crisis_blank));
            assert!(!out.contains("911"), "{out}");
            assert_eq!(err.contains("FR"), country.is_some(), "{err}");
        }
    }

    #[test]
    fn what_is_no_code_is_refused() {
        for typed in ["", "usaa", "u1", "1", "é", "x\u{1b}"] {
            let (exit, out, err) = printed(Some(typed), None, None);
            assert_eq!((exit, out.as_str()), (Exit::Usage, ""), "{typed}");
            assert!(!err.contains('\u{1b}'));
        }
    }

    // Holds R-32
    #[test]
    fn every_country_fits_80_columns_and_what_is_to_be_checked_stands_apart_below() {
        let words = Words::load("en", None).unwrap();
        let beside = &words.lines;
        for (code, _) in COUNTRIES {
            let (_, out, _) = printed(Some(code), None, None);
            assert!(out.lines().all(|line| text::width(line) <= COLUMNS));
            let whole = out.replace('\n', " ");
            let lines = words.help_lines(code);
            let unsure = lines.unverified_paragraphs(&words);
            assert_eq!(
                whole.matches(&beside.check_first).count(),
                usize::from(!unsure.is_empty())
            );
            let (sure, below) = whole.split_once(beside.check_first).unwrap_or((&whole, ""));
            assert!(
                lines.paragraphs(&words).iter().all(|said| sure.contains(said.as_str())),
                "{out}"
            );
            assert!(unsure.iter().all(|said| below.contains(said.as_str())), "{out}");
            assert_eq!(whole.matches("November 2026").count(), 1, "once a page (R-32)");
            assert!(!out.contains('{'));
        }
    }
}
