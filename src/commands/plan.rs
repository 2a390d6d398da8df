//! `steadfast` and `steadfast plan`: opens the plan, walks the visit, and says how to go on.

use std::path::Path;

use crate::error::Error;
use crate::plan::Plan;
use crate::sheets;
use crate::words::{COUNTRIES, fill};

use super::visit::{Ended, Needs, visit};
use super::{Errand, Exit, open_or_begin};

/// One visit to the plan that is meant; one begins where there is none yet.
///
/// # Errors
/// As [`open_or_begin`]; the terminal failed, or the disk did and the person chose to stop.
pub fn plan(errand: &mut Errand) -> Result<Exit, Error> {
    let (mut store, found) = open_or_begin(errand)?;
    store.check_writable()?;
    let folder = errand.path()?.parent().unwrap_or(Path::new(".")).to_path_buf();
    let mut asker = errand.asker()?;
    let (words, today, command) = (errand.words, errand.today, errand.command());
    let country = country(errand.locale.as_deref());
    let mut kept = found.is_some();
    let mut keeping = |plan: &Plan| {
        store.keep(plan)?;
        kept = true;
        Ok(())
    };
    let needs = Needs {
        keep: &mut keeping,
        folder,
        asker: asker.as_mut(),
        words,
        today,
        farewell: &errand.farewell,
        command: command.clone(),
        country: country.clone(),
    };
    let ended = visit(needs, found.map(|(plan, _)| plan))?;
    drop(asker);
    match ended {
        Ended::Hidden => errand.tell(&words.home.hidden_line)?,
        Ended::Elsewhere => errand.tell(&words.home.on_device)?,
        Ended::OnPaper => {
            errand.tell(&words.home.on_paper)?;
            errand.print(&sheets::text(&sheets::blank(&country, words, today)))?;
        }
        Ended::Left => {
            let said = if kept {
                &words.engine.saved
            } else {
                &words.engine.nothing_saved
            };
            errand.tell(&fill(said, &[("command", &command)]))?;
        }
    }
    Ok(Exit::Done)
}

/// The country of the locale, where its lines are known: `en-US` is `us`.
pub(super) fn country(locale: Option<&str>) -> String {
    let region = locale.and_then(|locale| {
        locale
            .split(['-', '_', '.'])
            .find(|part| part.len() == 2 && part.chars().all(|c| c.is_ascii_uppercase()))
    });
    let code = region.unwrap_or_default().to_lowercase();
    COUNTRIES
        .iter()
        .find(|(known, _)| *known == code)
        .map(|(known, _)| known.to_string())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::country;

    #[test]
    fn the_country_comes_from_the_locale_where_its_lines_are_known() {
        for (locale, code) in [
            (Some("en-US"), "us"),
            (Some("en_GB.UTF-8"), "gb"),
            (Some("fr-FR"), ""),
            (Some("C"), ""),
            (None, ""),
        ] {
            assert_eq!(country(locale), code, "{locale:?}");
        }
    }
}
