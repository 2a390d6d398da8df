//! What can be done with the plan as it is: a page, the dates for a calendar, a lock, the last change undone.

use std::path::Path;

use crate::app::publish::{calendar_file, print_log, unused_path};
use crate::plan::{Computer, Plan};
use crate::session::{Session, Stop, Undone, show_text, unless_home};
use crate::sheets::{self, EventTitles};
use crate::store::file;
use crate::words::{display_path, fill_placeholders};
use crate::{steps, tasks};

use super::{choose, country, pages};

/// What can be done with it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum KeepRow {
    Page,
    Calendar,
    Lock,
    Undo,
    Country,
    Back,
}

/// Asks what is to be done with the plan, and does it.
pub(super) fn hand_out(plan: &mut Plan, session: &mut Session, folder: &Path) -> Result<(), Stop> {
    let home = &session.words.home;
    let rows = [
        (KeepRow::Page, home.rows.save_page),
        (KeepRow::Calendar, home.rows.calendar),
        (KeepRow::Lock, home.rows.lock),
        (KeepRow::Undo, home.rows.undo),
        (KeepRow::Country, home.rows.country),
        (KeepRow::Back, home.steps_back),
    ];
    let can_lock = session.can_lock() && !session.is_locked();
    let rows: Vec<_> = rows
        .into_iter()
        .filter(|(row, _)| can_lock || *row != KeepRow::Lock)
        .collect();
    let labels: Vec<&str> = rows.iter().map(|(_, label)| *label).collect();
    match rows[choose("keep", home.keep.ask, &labels, None, plan, session)?].0 {
        KeepRow::Page => pages::save_pages(plan, session, folder),
        KeepRow::Calendar => save_calendar(plan, session, folder),
        KeepRow::Lock => session.lock(plan).map(drop),
        KeepRow::Undo => undo(plan, session),
        KeepRow::Country => {
            country::choose_country(plan, session)?;
            session.save(plan)
        }
        KeepRow::Back => Ok(()),
    }
}

/// Saves the dates beside the plan, with titles that say nothing, and says where. They are noted before the first byte.
fn save_calendar(plan: &mut Plan, session: &mut Session, folder: &Path) -> Result<(), Stop> {
    let words = session.words;
    let own = &words.calendar;
    let dates = sheets::calendar(plan, words, session.today, EventTitles::Neutral);
    if dates.is_empty() {
        let none = match tasks::speaks_of_the_day(plan) {
            true => own.none,
            false => own.none_now,
        };
        return show_text(none, plan, session).map(drop);
    }
    let before = (plan.calendar.clone(), plan.printed.clone());
    let replaces = calendar_file::note_exported(plan, &dates, session.today);
    let path = unused_path(folder, print_log::CALENDAR, "ics");
    print_log::add_record(
        print_log::export_record(print_log::CALENDAR, &path, session.today),
        plan,
    );
    session.save(plan)?;
    let saved = fill_placeholders(words.home.keep.calendar_saved, &[("path", &display_path(&path))]);
    // Where others can open the computer, the plan itself is locked.
    let open = plan.visit.computer.is(&Computer::They);
    let shared = match open {
        true => format!("{}\n\n{}", own.shared, words.commands.give.unlocked),
        false => own.shared.into(),
    };
    let said = match file::write_new(&path, sheets::ics(&dates, &plan.calendar, false)) {
        Ok(()) if replaces => [saved.as_str(), &shared, own.again].join("\n\n"),
        Ok(()) => [saved, shared].join("\n\n"),
        Err(error) => {
            (plan.calendar, plan.printed) = before;
            session.save(plan)?;
            fill_placeholders(words.home.page_failed, &[("why", &words.error(&error, "steadfast"))])
        }
    };
    show_text(&said, plan, session).map(drop)
}

/// Says where the last change was, and takes it back if that is meant.
fn undo(plan: &mut Plan, session: &mut Session) -> Result<(), Stop> {
    let words = session.words;
    let (own, history) = (&words.home.keep, &words.commands.history);
    let Some([older, now]) = session.last_change()? else {
        return show_text(history.nothing, plan, session).map(drop);
    };
    let steps = steps::steps_between(older.as_ref(), now.as_ref(), words).join(", ");
    if !steps.is_empty() {
        session.notice(fill_placeholders(own.undo_in, &[("steps", &steps)]));
    }
    let rows = [own.undo_yes, own.undo_no];
    if unless_home(choose("undo", own.undo_ask, &rows, None, plan, session))? != Some(0) {
        return Ok(());
    }
    let said = match session.undo(plan)? {
        Undone::Failed(why) => why,
        Undone::Done(careful) => {
            let done = match steps.is_empty() {
                true => history.undone_plain.into(),
                false => fill_placeholders(history.undone, &[("steps", &steps)]),
            };
            let careful = if careful { history.careful } else { "" };
            format!("{done} {careful}")
        }
    };
    show_text(said.trim(), plan, session).map(drop)
}
