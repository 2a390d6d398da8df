//! `steadfast` and `steadfast plan`: opens the plan, walks the visit, and says how to go on.

use std::cell::RefCell;
use std::path::Path;

use crate::ask::{self, Asker, leaving};
use crate::error::Error;
use crate::plan::Plan;
use crate::store::{Locked, Store};
use crate::words::{COUNTRIES, fill};

use super::aside::{self, Way};
use super::drawer::{Drawer, Left};
use super::on_paper::blank_pages;
use super::visit::{Ended, Needs, visit};
use super::{Errand, Exit, Found, open_or_begin};

/// One visit to the plan that is meant; one begins where there is none yet. What stands in the way is asked about first:
/// a damaged plan, and another window.
///
/// # Errors
/// As [`open_or_begin`]; the terminal failed, or the disk did and the person chose to stop.
pub fn plan(errand: &mut Errand) -> Result<Exit, Error> {
    loop {
        let way = match open_or_begin(errand) {
            Err(error) => aside::damaged(error, errand)?,
            Ok((mut store, found)) => {
                store.check_writable()?;
                match store.lock() {
                    Locked::Elsewhere => aside::second_window(&store, errand)?,
                    locked => {
                        if locked == Locked::CannotLock {
                            errand.tell(&errand.words.keeping.unlocked)?;
                        }
                        one_visit(store, found, errand)?
                    }
                }
            }
        };
        if let Way::End(exit) = way {
            return Ok(exit);
        }
    }
}

/// One visit at a plan that this window works on.
fn one_visit(store: Store, found: Option<Found>, errand: &mut Errand) -> Result<Way, Error> {
    let notice = found
        .as_ref()
        .map(|found| unread(found, &store, errand))
        .unwrap_or_default();
    let plan = found.map(|(plan, _)| plan);
    let folder = errand.path()?.parent().unwrap_or(Path::new(".")).to_path_buf();
    let mut asker = errand.asker()?;
    let (words, today, command) = (errand.words, errand.today, errand.command());
    let country = country(errand.locale.as_deref());
    let begun = plan.is_some();
    let farewell = errand.farewell.clone();
    let drawer = RefCell::new(Drawer::new(store, words, today, command.clone(), &farewell));
    let mut keeping = |plan: &mut Plan, asker: &mut dyn Asker| drawer.borrow_mut().keep(plan, asker);
    let mut locking = |plan: &Plan, asker: &mut dyn Asker| drawer.borrow_mut().lock(plan, asker);
    let needs = Needs {
        keep: &mut keeping,
        lock: Some(&mut locking),
        folder,
        asker: asker.as_mut(),
        words,
        today,
        farewell: &farewell,
        command,
        notice,
        country: country.clone(),
    };
    let stays = clears_at_end(errand);
    let ended = visit(needs, plan);
    // However it ended, nothing of the talk stays behind on the screen.
    leaving::clear();
    let drawer = drawer.into_inner();
    let ended = match (ended, drawer.left) {
        (Ok(ended), _) => ended,
        (Err(_), Some(Left::ForTheOther)) => {
            errand.asker = Some(asker);
            return Ok(Way::Again);
        }
        (Err(_), Some(Left::Hidden)) => {
            errand.tell(&words.home.hidden_line)?;
            return Ok(Way::End(Exit::Failed));
        }
        (Err(error), _) => return Err(error.into()),
    };
    drop(asker);
    let saved = (begun || drawer.kept).then(|| drawer.command().to_owned());
    say_goodbye(ended, saved, &country, errand)?;
    // Who hides wants nothing said: what cannot be cleared was told before the first question.
    if !stays.is_empty() && ended != Ended::Hidden {
        errand.tell(stays)?;
    }
    Ok(Way::End(Exit::Done))
}

/// From now on every way out clears the window. What is said where it cannot be cleared; empty where it can, or is none.
fn clears_at_end<'a>(errand: &Errand<'a>) -> &'a str {
    let clears = ask::can_clear(errand.plain, &errand.around);
    leaving::clear_at_end(clears);
    let stays = match errand.around.stderr_tty && !clears {
        true => errand.words.home.not_cleared.as_str(),
        false => "",
    };
    errand.farewell.set_behind(stays);
    stays
}

/// What is said and printed after a visit. `saved` is what to type to go on, where something was kept.
fn say_goodbye(ended: Ended, saved: Option<String>, country: &str, errand: &mut Errand) -> Result<(), Error> {
    let words = errand.words;
    match ended {
        Ended::Hidden => errand.tell(&words.home.hidden_line),
        Ended::Elsewhere => errand.tell(&words.lines(country).fill(&words.home.on_device, words)),
        Ended::OnPaper => blank_pages(country, errand),
        Ended::Left => match saved {
            Some(command) => errand.tell(&fill(&words.engine.saved, &[("command", &command)])),
            None => errand.tell(&fill(&words.engine.nothing_saved, &[("command", &errand.command())])),
        },
    }
}

/// So many faults are told on one screen; `check` tells them all.
const TOLD: usize = 5;

/// What of the file could not be read, to be told before anything is asked. Empty where everything could.
fn unread((plan, faults): &Found, store: &Store, errand: &Errand) -> String {
    if faults.is_empty() {
        return String::new();
    }
    let told = faults.iter().take(TOLD);
    let told = told.map(|fault| errand.words.fault(fault, store.place_in_file(&fault.path), plan));
    let command = errand.command_for("check");
    let all = fill(&errand.words.commands.show.unread, &[("command", &command)]);
    told.chain([all]).collect::<Vec<_>>().join("\n")
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
