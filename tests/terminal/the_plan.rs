//! The plan, typed whole, left in the middle and gone on with.

use serde_json::json;

use super::hands::ENTER;
use super::harness::{Home, Session};
use super::prompts::sentence;
use super::view::Waits;
use super::walks::the_plan;

#[test]
fn the_plan_is_typed_left_in_the_middle_gone_on_with_and_ends_in_what_matters_most() {
    let home = Home::new();
    let Some(mut it) = Session::start(&home, 24, 80) else {
        return;
    };
    let steps = the_plan();
    let middle = steps.iter().position(|(id, _)| *id == "attendees.parts").unwrap();
    it.walk(&steps[..middle]);
    it.until("attendees.parts");
    it.action("leave");
    let ended = it.end();
    assert_eq!((ended.code, ended.tidy), (0, true));

    let Some(mut it) = Session::start(&home, 24, 80) else {
        return;
    };
    assert_eq!(it.waits(), Waits::Enter);
    let neutral = it.view().words();
    let said = [sentence("home.neutral"), sentence("home.neutral_prompt")].join(" ");
    assert_eq!(neutral, said, "the first screen of a later visit says nothing");
    it.press(ENTER);
    it.until("home");
    // The step that is next, behind the first row.
    let next = format!("> 1 {} {}, ", sentence("home.rows.go_on"), sentence("attendees.title"));
    let home_page = it.view().words();
    assert!(home_page.contains(&next), "{next} in {home_page}");
    it.pick(&sentence("home.rows.go_on"));
    it.walk(&steps[middle..]);
    it.until("home");
    let checklist = it.pages.join("\n");
    assert!(checklist.contains(&sentence("checklist.title")), "{checklist}");
    assert!(checklist.contains(&sentence("checklist.top_title")), "{checklist}");
    // One screen, not a list to leaf through.
    let said = it.pages.iter().filter(|page| page.contains("December 5"));
    assert!(said.count() == 1 && !checklist.contains("[ ] "), "{checklist}");

    let plan = home.plan();
    for (pointer, value) in [
        ("/visit/length", json!("the_plan")),
        ("/professionals/0/name", json!("Sam Okoro")),
        ("/professionals/0/agrees_meeting_is_safe", json!("yes")),
        ("/attendees/0/name", json!("Juniper")),
        ("/attendees/1/name", json!("Ana")),
        ("/attendees/1/phone", json!("555 0100 202")),
        ("/attendees/1/takes_part", json!("by_phone")),
        ("/attendees/1/parts", json!(["driver"])),
        ("/treatment_options/0/name", json!("Harbor Clinic")),
        ("/treatment_options/0/soonest_start", json!("2026-12-12")),
        ("/boundaries/0/kind", json!("money")),
        ("/day/date", json!("2026-12-05")),
        ("/day/place", json!("The kitchen")),
    ] {
        assert_eq!(plan.pointer(pointer), Some(&value), "{pointer}");
    }
    for (list, count) in [
        ("professionals", 1),
        ("attendees", 2),
        ("treatment_options", 1),
        ("boundaries", 1),
    ] {
        assert_eq!(plan[list].as_array().map(Vec::len), Some(count), "{list}");
    }
    it.action("leave");
    assert_eq!(it.end().code, 0);
}
