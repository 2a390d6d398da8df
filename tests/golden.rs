//! The printed pages, whole, as a person sees them. Prose is asserted here and nowhere else.
//!
//! After a change that is meant: `INSTA_UPDATE=always cargo test --test library golden::`, and read what changed.

use std::path::Path;

use chrono::NaiveDate;
use insta::assert_snapshot;
use steadfast::plan::{Answer, Harm, Plan};
use steadfast::sheets::{self, SheetKind};
use steadfast::text::width;
use steadfast::words::Words;

/// The day the pages are printed on.
fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 16).unwrap()
}

fn english() -> Words {
    Words::load("en", None).unwrap()
}

fn example() -> Plan {
    serde_json::from_str(include_str!("../prompts/en/example.json")).unwrap()
}

/// A plan of the first ten minutes: a name, heroin, no naloxone, and the hard questions left alone.
fn begun() -> Plan {
    serde_json::from_str(
        r#"{
            "format": 1, "country": "us",
            "visit": { "length": "ten_minutes" },
            "planner": { "name": "Juniper" },
            "person": { "name": "Robin", "relation": "child", "ages": "both_adults", "substances": ["heroin"], "care": "neither" },
            "safety": { "naloxone": "not_here" }
        }"#,
    )
    .unwrap()
}

fn hold(name: &str, page: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path("golden");
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| assert_snapshot!(name, page));
}

/// The page as HTML without the shapes of its letters, which nobody reads.
fn html(page: &sheets::Page) -> String {
    let drawn = sheets::html(page);
    let lines = drawn.lines().filter(|line| !line.contains("@font-face"));
    lines.map(|line| format!("{line}\n")).collect()
}

/// As [`hold`], and no line is wider than paper or a terminal.
fn hold_text(name: &str, page: &str) {
    for line in page.lines() {
        assert!(width(line) <= 80, "{name} is too wide: {line}");
        assert!(!line.ends_with(' '), "{name} has a space at the end of: {line}");
    }
    assert!(!page.contains('\u{1b}'), "{name} has an escape sequence");
    assert!(!page.contains(['{', '}']), "{name} has something that nobody filled in");
    hold(name, page);
}

/// Each sheet of the example in each format; a personal one for the first who takes part.
#[test]
fn every_sheet_of_the_example_in_every_format() {
    let (plan, words) = (example(), english());
    let (_, first) = sheets::readers(&plan).swap_remove(0);
    for kind in SheetKind::ALL {
        let reader = kind.is_personal().then_some(&first);
        let page = sheets::compose(*kind, reader, &plan, &words, today())
            .unwrap_or_else(|why| panic!("{}: {why:?}", kind.code()));
        hold_text(&format!("{}.txt", kind.code()), &sheets::text(&page));
        hold(&format!("{}.md", kind.code()), &sheets::markdown(&page));
        hold(&format!("{}.html", kind.code()), &html(&page));
    }
}

#[test]
fn the_checklist_of_the_example_for_other_programs() {
    hold("checklist.json", &sheets::json(&example(), &english(), today()));
    hold("checklist.csv", &sheets::csv(&example(), &english(), today()));
}

#[test]
fn the_page_after_ten_minutes() {
    let page = sheets::compose(SheetKind::Tonight, None, &begun(), &english(), today());
    hold_text("tonight-begun.txt", &sheets::text(&page.ok().unwrap()));
}

#[test]
fn the_blank_pages() {
    hold_text("blank.txt", &sheets::text(&sheets::blank("us", &english(), today())));
}

#[test]
fn the_checklist_of_a_plan_whose_gate_is_closed() {
    let mut plan = example();
    plan.safety.this_session.harm = Answer::Given(Harm::ByThem);
    let page = sheets::checklist(&plan, &english(), today());
    hold_text("checklist-closed.txt", &sheets::text(&page));
}

#[test]
fn the_page_that_says_how_a_locked_plan_is_opened() {
    let plan = Path::new("/home/juniper/plans/plan.json");
    let page = sheets::recovery(
        "us",
        &english(),
        today(),
        plan,
        &plan.with_file_name("plan.json.key.age"),
    );
    hold_text("recovery.txt", &sheets::text(&page));
    hold("recovery.html", &html(&page));
}

/// The marks of a plan's calendar, so that its ids are the same in every run.
fn exported() -> Plan {
    let mut plan = example();
    plan.calendar =
        serde_json::from_str(r#"{"id": "00000000-0000-4000-8000-000000000007", "on": "2026-11-16"}"#).unwrap();
    plan
}

#[test]
fn the_calendar_of_the_example() {
    let plan = exported();
    for (name, titles) in [
        ("calendar.ics", sheets::EventTitles::Neutral),
        ("calendar-plain.ics", sheets::EventTitles::Plain),
    ] {
        let events = sheets::calendar(&plan, &english(), today(), titles);
        let calendar = sheets::ics(&events, &plan.calendar, false);
        hold(name, &calendar.replace("\r\n", "\n"));
    }
}
