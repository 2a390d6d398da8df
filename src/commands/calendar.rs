//! `calendar`: what has a date, for the calendar of a phone.

use std::path::Path;

use crate::error::Error;
use crate::plan::Plan;
use crate::sheets::{self, EventTitles};
use crate::store::{Locked, Store};
use crate::tasks;
use crate::text;
use crate::words::fill_placeholders;

use crate::app::publish::{calendar_file, print_log};
use crate::app::{Context, Exit, open, output_file};

use super::sheet::reader;

/// The longest code of a family, in columns.
const CODE: usize = 24;

/// What is asked of a calendar.
#[derive(Clone, Copy)]
pub struct CalendarRequest<'a> {
    /// For whom alone: a name or a number.
    pub reader: Option<&'a str>,
    /// What it says.
    pub titles: EventTitles,
    /// It rings the evening before.
    pub alarm: bool,
    /// A code of the family's own before each title; may be empty.
    pub code: &'a str,
}

/// Prints the calendar, or writes it to `out`. The plan keeps what a phone knows it by, so that the next one takes its
/// place; nothing else of the plan changes, for no question was answered.
///
/// # Errors
/// As [`open()`] and [`output_file::write`]; stdout is closed.
pub fn calendar(out: Option<&Path>, asked: CalendarRequest, force: bool, context: &mut Context) -> Result<Exit, Error> {
    let (mut store, mut plan, _) = open(context)?;
    let (words, today) = (context.words, context.today);
    let reader = match asked.reader.map(|named| reader::person(named, &plan, words)) {
        Some(Err(said)) => {
            return context.end(Exit::Usage, &said);
        }
        found => found.and_then(Result::ok),
    };
    let all = sheets::calendar(&plan, words, today, asked.titles);
    let mut happenings: Vec<_> = all
        .iter()
        .filter(|one| reader.as_ref().is_none_or(|reader| one.is_for(reader)))
        .cloned()
        .collect();
    if happenings.is_empty() {
        let own = &words.calendar;
        let none = match tasks::speaks_of_the_day(&plan) {
            true => &own.none,
            false => &own.none_now,
        };
        return context.end(Exit::Failed, none);
    }
    let code = text::cut(&text::sanitize_line(asked.code), CODE);
    if !code.is_empty() {
        happenings
            .iter_mut()
            .for_each(|one| one.title = format!("{code}: {}", one.title));
    }
    if let Some(path) = out {
        output_file::may_write(path, force, context)?;
    }
    let again = calendar_file::note_exported(&mut plan, &all, today);
    if let Some(path) = out {
        print_log::add_record(print_log::export_record(print_log::CALENDAR, path, today), &mut plan);
    }
    save_exported(&mut store, &plan, context)?;
    let text = sheets::ics(&happenings, &plan.calendar, asked.alarm);
    match out {
        Some(path) => output_file::write(path, text, force, context)?,
        None => context.print(&text)?,
    }
    context.print_notice(words.calendar.shared)?;
    if asked.alarm {
        context.print_notice(&words.fill_names(words.calendar.alarm, &plan, ""))?;
    }
    if again {
        context.print_notice(words.calendar.again)?;
    }
    Ok(Exit::Done)
}

/// Before anything goes out: a calendar whose marks nobody kept cannot be told from another family's. It goes out all
/// the same, and it is said.
fn save_exported(store: &mut Store, plan: &Plan, context: &mut Context) -> Result<(), Error> {
    let saved = match store.lock() {
        Locked::Elsewhere => Err(Error::InUse(store.path().into())),
        Locked::Ours | Locked::CannotLock => store.save(plan),
    };
    match saved {
        Ok(()) => Ok(()),
        Err(error) => {
            let why = context.words.error(&error, &context.command());
            context.print_notice(&fill_placeholders(context.words.calendar.unkept, &[("why", &why)]))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::test_context::TestContext;
    use serde_json::Value;

    fn kept(trial: &TestContext) -> Value {
        serde_json::from_str(&std::fs::read_to_string(trial.path()).unwrap()).unwrap()
    }

    fn asked(titles: EventTitles) -> CalendarRequest<'static> {
        CalendarRequest {
            reader: None,
            titles,
            alarm: false,
            code: "",
        }
    }

    fn made(trial: &mut TestContext, titles: EventTitles) -> String {
        made_as(trial, asked(titles))
    }

    fn made_as(trial: &mut TestContext, asked: CalendarRequest) -> String {
        trial.out.clear();
        trial.err.clear();
        let exit = trial.run(|context| calendar(None, asked, false, context));
        assert_eq!(exit.unwrap(), Exit::Done);
        trial.stdout()
    }

    #[test]
    fn the_plan_keeps_what_the_calendar_is_known_by_and_nothing_else_changes() {
        let mut trial = TestContext::new();
        trial.write_example(|_| {});
        let before = kept(&trial);
        let first = made(&mut trial, EventTitles::Neutral);
        let mut after = kept(&trial);
        let marks = after.as_object_mut().unwrap().remove("calendar").unwrap();
        assert_eq!(after, before);
        assert!(marks["id"].is_string() && first.contains("\r\nSEQUENCE:0\r\n"));
        assert_eq!(
            made(&mut trial, EventTitles::Neutral),
            first,
            "the same plan, the same bytes"
        );
        assert!(!trial.stderr().contains("This replaces"));
        let told = made(&mut trial, EventTitles::Plain);
        assert!(told.contains("\r\nSEQUENCE:1\r\n") && trial.stderr().contains("This replaces"));
        assert_eq!(kept(&trial)["calendar"]["id"], marks["id"]);
    }

    #[test]
    fn without_a_date_there_is_no_calendar() {
        for (plan, why) in [
            ("{\"format\": 1}", "yet"),
            ("{\"format\": 1, \"safety\": {\"gate\": \"closed\"}}", "now"),
        ] {
            let mut trial = TestContext::new();
            trial.write(plan);
            let out = trial.path().with_file_name("a.ics");
            let exit = trial.run(|context| calendar(Some(&out), asked(EventTitles::Neutral), false, context));
            assert_eq!(exit.unwrap(), Exit::Failed);
            assert!(trial.stderr().contains(why) && trial.stdout().is_empty() && !out.exists());
            assert_eq!(std::fs::read_to_string(trial.path()).unwrap(), plan);
        }
    }

    #[test]
    fn a_refused_path_changes_neither_file_nor_plan() {
        let mut trial = TestContext::new();
        trial.write_example(|_| {});
        let before = kept(&trial);
        let out = trial.path().with_file_name("a.ics");
        std::fs::write(&out, "mine").unwrap();
        let refused = trial.run(|context| calendar(Some(&out), asked(EventTitles::Neutral), false, context));
        assert!(matches!(refused, Err(Error::AlreadyThere(_))));
        assert_eq!(
            (std::fs::read_to_string(&out).unwrap().as_str(), kept(&trial)),
            ("mine", before)
        );
    }

    #[test]
    fn a_plan_that_cannot_be_saved_still_gives_a_calendar_and_says_so() {
        let mut trial = TestContext::new();
        trial.write_example(|_| {});
        let mut permissions = trial.path().metadata().unwrap().permissions();
        permissions.set_readonly(true);
        std::fs::set_permissions(trial.path(), permissions).unwrap();
        let printed = made(&mut trial, EventTitles::Neutral);
        assert!(printed.starts_with("BEGIN:VCALENDAR\r\n") && trial.stderr().contains("a second time"));
    }

    #[test]
    fn an_id_that_is_none_is_made_anew_and_reaches_no_calendar() {
        let mut trial = TestContext::new();
        trial.write_example(|plan| plan["calendar"] = serde_json::json!({"id": "x\r\nATTENDEE:y", "revision": 4}));
        let printed = made(&mut trial, EventTitles::Neutral);
        assert!(!printed.contains("ATTENDEE"));
        assert_eq!(made(&mut trial, EventTitles::Neutral), printed);
        assert!(kept(&trial)["calendar"]["id"].as_str().unwrap().len() == 36);
    }

    #[test]
    fn for_one_person_it_holds_what_is_theirs_with_the_same_ids_and_is_no_new_revision() {
        let mut trial = TestContext::new();
        trial.write_example(|_| {});
        let whole = made(&mut trial, EventTitles::Neutral);
        let uids = |text: &str| -> Vec<String> {
            text.lines()
                .filter(|line| line.starts_with("UID:"))
                .map(String::from)
                .collect()
        };
        let mine = made_as(
            &mut trial,
            CalendarRequest {
                reader: Some("alder"),
                ..asked(EventTitles::Neutral)
            },
        );
        let (all, theirs) = (uids(&whole), uids(&mine));
        assert!(!theirs.is_empty() && theirs.len() < all.len());
        assert!(theirs.iter().all(|uid| all.contains(uid)));
        assert!(mine.contains("\r\nSEQUENCE:0\r\n") && !trial.stderr().contains("This replaces"));
        let nobody = CalendarRequest {
            reader: Some("Nobody"),
            ..asked(EventTitles::Neutral)
        };
        let exit = trial.run(|context| calendar(None, nobody, false, context));
        assert_eq!(exit.unwrap(), Exit::Usage);
    }

    #[test]
    fn an_alarm_and_a_code_are_there_only_if_asked_for_and_the_alarm_is_told_to_ring_beside_them_too() {
        let mut trial = TestContext::new();
        trial.write_example(|_| {});
        let plain = made(&mut trial, EventTitles::Neutral);
        assert!(!plain.contains("VALARM"));
        let asked = CalendarRequest {
            alarm: true,
            code: "K7\r\nATTENDEE:x",
            ..asked(EventTitles::Neutral)
        };
        let printed = made_as(&mut trial, asked);
        let events = printed.matches("BEGIN:VEVENT").count();
        assert_eq!(printed.matches("BEGIN:VALARM").count(), events);
        assert!(
            printed.contains("TRIGGER") && !printed.contains("\nATTENDEE"),
            "{printed}"
        );
        assert!(printed.lines().filter(|line| line.starts_with("SUMMARY:K7")).count() == events);
        assert!(trial.stderr().contains("Robin"), "{}", trial.stderr());
        assert_eq!(made_as(&mut trial, asked), printed, "the same plan, the same bytes");
    }
}
