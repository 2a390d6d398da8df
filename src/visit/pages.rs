//! The pages a visit ends in, on the screen and as a file to print.

use std::path::Path;

use crate::app::publish::rendered::{self, RenderedSheet};
use crate::app::publish::{file_name, print_log, unused_path};
use crate::cli::PageFormat;
use crate::plan::{Computer, Gate, Id, Plan};
use crate::readiness::Level;
use crate::session::{Session, Stop, show_text};
use crate::sheets::SheetKind;
use crate::words::{display_path, fill_placeholders};
use crate::{readiness, sheets};

use super::choose;

/// What is at the end of a length, after what stops the plan as it is: what matters most, on one screen. Ten minutes have a
/// page of their own.
pub(super) fn end_of_length(plan: &Plan, session: &mut Session) -> Result<(), Stop> {
    session.notice(stops(plan, session).join("\n"));
    let page = sheets::in_short(plan, session.words, session.today);
    show_text(&sheets::text_within(&page, session.columns()), plan, session).map(drop)
}

/// What stops the plan as it is, to be read before its list.
fn stops(plan: &Plan, session: &Session) -> Vec<String> {
    let words = session.words;
    let gaps = readiness::gaps(plan, words.coach_rules(), session.today);
    let stop = gaps.iter().filter(|gap| gap.level == Level::Stop);
    stop.map(|gap| words.gap_line(gap, plan)).collect()
}

/// The checklist on the screen: this week, or all of it.
pub(super) fn show_checklist(plan: &Plan, session: &mut Session, whole: bool) -> Result<(), Stop> {
    let page = match whole {
        true => sheets::whole_list(plan, session.words, session.today),
        false => sheets::this_week(plan, session.words, session.today),
    };
    show_text(&sheets::text_within(&page, session.columns()), plan, session).map(drop)
}

/// Which page is to be saved.
enum PageChoice {
    One(SheetKind, Option<Id>),
    All,
}

/// Saves a page to print, or every one, beside the plan, never over another file, and says where, and what is not on
/// it.
pub(super) fn save_pages(plan: &mut Plan, session: &mut Session, folder: &Path) -> Result<(), Stop> {
    let Some(wanted) = choose_page(plan, session)? else {
        return Ok(());
    };
    if !is_safe(plan, session)? {
        return Ok(());
    }
    let pages = match wanted {
        PageChoice::One(kind, reader) => vec![(kind, reader)],
        PageChoice::All => sheets::every(plan),
    };
    let made = render_pages(pages, plan, session, folder);
    let shown = rendered::shown_first(made.iter().map(|one| (one.kind, &one.page)), plan, session.words);
    if let Some(said) = shown {
        show_text(&said, plan, session)?;
    }
    let said = match rendered::write_all(&made, false) {
        Ok(()) => {
            for page in &made {
                print_log::add_record(page.print_record(session.today), plan);
            }
            session.save(plan)?;
            saved_notice(&made, plan, folder, session)
        }
        Err(error) => fill_placeholders(
            session.words.home.page_failed,
            &[("why", &session.words.error(&error, "steadfast"))],
        ),
    };
    show_text(&said, plan, session).map(drop)
}

/// The page that is wanted, and for whom; `None` if it is none after all.
fn choose_page(plan: &Plan, session: &mut Session) -> Result<Option<PageChoice>, Stop> {
    let own = &session.words.sheet;
    let kinds: Vec<SheetKind> = SheetKind::ALL
        .iter()
        .copied()
        .filter(|kind| kind.missing(plan).is_none())
        .collect();
    let labels = kinds
        .iter()
        .map(|kind| own.label.get(kind.code()).copied().unwrap_or(kind.code()));
    let rows: Vec<&str> = labels.chain([own.all_row, own.back]).collect();
    let row = choose("sheet", own.ask, &rows, None, plan, session)?;
    let Some(&kind) = kinds.get(row) else {
        return Ok((row == kinds.len()).then_some(PageChoice::All));
    };
    if !kind.is_personal() {
        return Ok(Some(PageChoice::One(kind, None)));
    }
    let readers = sheets::readers_of(kind, plan);
    let names: Vec<String> = readers
        .iter()
        .map(|(_, id)| plan.name_of(id).unwrap_or_default())
        .collect();
    let rows: Vec<&str> = names.iter().map(String::as_str).chain([own.back]).collect();
    let row = choose("reader", own.who_ask, &rows, None, plan, session)?;
    let reader = readers.get(row);
    Ok(reader.map(|(_, id)| PageChoice::One(kind, Some(id.clone()))))
}

/// Before a page of a closed plan is saved: is it safe to have this on paper? (design#pages)
pub(super) fn is_safe(plan: &Plan, session: &mut Session) -> Result<bool, Stop> {
    if readiness::gate(plan) != Gate::Closed {
        return Ok(true);
    }
    let home = &session.words.home;
    let rows = [home.paper_no, home.paper_yes];
    Ok(choose("paper", home.paper_ask, &rows, None, plan, session)? == 1)
}

/// Draws each, for the first free name.
fn render_pages(
    pages: Vec<(SheetKind, Option<Id>)>,
    plan: &Plan,
    session: &Session,
    folder: &Path,
) -> Vec<RenderedSheet> {
    let made = pages.into_iter().filter_map(|(kind, reader)| {
        let page = sheets::compose(kind, reader.as_ref(), plan, session.words, session.today).ok()?;
        let path = unused_path(folder, &file_name(kind, reader.as_ref(), plan), "html");
        let content = sheets::html(&page).into_bytes();
        Some(RenderedSheet {
            kind,
            reader,
            page,
            path,
            content,
        })
    });
    made.collect()
}

/// Where the pages are, and what is not on them.
fn saved_notice(made: &[RenderedSheet], plan: &Plan, folder: &Path, session: &Session) -> String {
    let saved = match made {
        [one] => fill_placeholders(session.words.home.page_saved, &[("path", &display_path(&one.path))]),
        many => session
            .words
            .sheet
            .all_saved
            .with(many.len(), &[("path", &display_path(folder))]),
    };
    // Where others can open the computer, the plan itself is locked.
    let open = plan
        .visit
        .computer
        .is(&Computer::They)
        .then(|| session.words.commands.give.unlocked.into());
    let hand_over = rendered::hand_over_notes(&rendered::kinds(made), PageFormat::Html, session.words);
    let left_out = rendered::left_out_of(made, session.words);
    std::iter::once(saved)
        .chain(open)
        .chain(hand_over)
        .chain(left_out)
        .collect::<Vec<_>>()
        .join("\n\n")
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::app::publish::print_log::stale_pages;
    use crate::plan::{Answer, Harm};
    use crate::prompt::{Prompter, Scripted, ScriptedReply};
    use crate::words::Words;

    fn today() -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, 21).unwrap()
    }

    /// Saves what the script picks, into a folder of its own, and says which files are there.
    fn saved(script: &[usize], alter: impl FnOnce(&mut Plan)) -> (Plan, Vec<String>) {
        let words = Words::load("en", None).unwrap();
        let mut plan: Plan = serde_json::from_str(words.example).unwrap();
        alter(&mut plan);
        let folder = tempfile::tempdir().unwrap();
        let picks = script.iter().map(|row| ScriptedReply::Pick(*row));
        // What is read before and after is gone on from.
        let read = [ScriptedReply::Enter, ScriptedReply::Enter];
        let mut prompter = Scripted::new(picks.chain(read).collect());
        let mut keep = |_: &mut Plan, _: &mut dyn Prompter| Ok(());
        let mut session = Session::new(&mut prompter, &words, today(), &mut keep);
        let _ = save_pages(&mut plan, &mut session, folder.path());
        let mut names: Vec<String> = std::fs::read_dir(folder.path())
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        (plan, names)
    }

    fn row(kind: SheetKind) -> usize {
        SheetKind::ALL.iter().position(|one| *one == kind).unwrap()
    }

    #[test]
    fn one_page_is_saved_under_its_own_name_and_noted() {
        let (plan, names) = saved(&[row(SheetKind::Person), 1], |_| {});
        assert_eq!(names, ["person-2.html"]);
        assert_eq!(plan.printed.len(), 1);
        let words = Words::load("en", None).unwrap();
        assert!(stale_pages(&plan, &words).is_empty());
        let mut changed = plan.clone();
        changed.day.date = Answer::Given(NaiveDate::from_ymd_opt(2027, 1, 9).unwrap());
        assert_eq!(stale_pages(&changed, &words).len(), 1);
    }

    #[test]
    fn every_page_is_saved_at_once_and_going_back_saves_none() {
        let (_, names) = saved(&[SheetKind::ALL.len()], |_| {});
        assert!(
            names.len() >= 10 && names.contains(&"person-5.html".to_string()),
            "{names:?}"
        );
        assert!(saved(&[SheetKind::ALL.len() + 1], |_| {}).1.is_empty());
    }

    #[test]
    fn a_closed_plan_offers_no_page_about_the_day_and_asks_about_paper() {
        let close = |plan: &mut Plan| plan.safety.this_session.harm = Answer::Given(Harm::ByThem);
        assert!(saved(&[1, 0], close).1.is_empty(), "not safe on paper");
        assert_eq!(saved(&[1, 1], close).1, ["checklist.html"]);
        let (_, names) = saved(&[SheetKind::ALL.len() - 6, 1], close);
        assert!(names.contains(&"offer.html".to_string()), "{names:?}");
        assert!(names.iter().all(|name| !name.starts_with("chair")), "{names:?}");
    }

    #[test]
    fn what_stops_the_plan_is_said_before_its_list() {
        let words = Words::load("en", None).unwrap();
        let mut plan: Plan = serde_json::from_str(words.example).unwrap();
        let mut prompter = Scripted::new(Vec::new());
        let mut keep = |_: &mut Plan, _: &mut dyn Prompter| Ok(());
        let session = Session::new(&mut prompter, &words, plan.changed.unwrap(), &mut keep);
        assert_eq!(
            stops(&plan, &session),
            Vec::<String>::new(),
            "nothing stops the example"
        );
        plan.person.ages = Answer::Given(crate::plan::Ages::PersonUnder);
        plan.way.kind = Answer::Given(crate::plan::Way::Surprise);
        plan.safety.floor = Some(Gate::Open);
        let said = stops(&plan, &session);
        assert!(
            !said.is_empty() && said.iter().all(|line| line.starts_with(words.ready.level["stop"])),
            "{said:?}"
        );
    }
}
