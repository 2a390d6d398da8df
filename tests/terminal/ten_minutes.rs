//! Ten minutes: from danger now to the page for tonight and the home page.

use std::os::unix::fs::PermissionsExt;

use serde_json::json;

use super::harness::{Home, Session};
use super::prompts::sentence;
use super::walks::{BEGIN, ten_minutes};

#[test]
fn ten_minutes_are_typed_to_the_page_for_tonight_and_the_home_page() {
    let home = Home::new();
    let Some(mut it) = Session::start(&home, 24, 80) else {
        return;
    };
    it.until("danger");
    insta::assert_snapshot!("first_screen", it.view().text());
    it.walk(&BEGIN[..1]);
    it.until("visit.computer");
    assert!(
        !home.folder().join("plan.json").exists(),
        "a plan before the first kept answer"
    );
    let steps = ten_minutes();
    for (id, what) in &steps[1..] {
        it.until(id);
        match *id {
            "visit.length" => insta::assert_snapshot!("length", it.view().text()),
            "planner.name" => insta::assert_snapshot!("words", it.view().text()),
            "person.substances" => insta::assert_snapshot!("ticks", it.view().text()),
            _ => {}
        }
        it.step((id, *what));
    }
    let read = it.pages.len();
    it.until("tonight");
    // One screen: no page comes before it. What is to do this very night is on it, and the rest is a row away.
    assert_eq!(it.pages.len(), read);
    insta::assert_snapshot!("tonight", it.view().text());
    it.pick(&sentence("pages/tonight.rows.whole"));
    it.until("tonight");
    let page = it.pages[read..].join("\n");
    assert!(
        page.contains("For tonight.") && page.contains("Songs in the kitchen"),
        "the whole page: {page}"
    );
    insta::assert_snapshot!("tonight_page", page);
    it.until("home");
    // One screen: no page comes before it.
    insta::assert_snapshot!("home", it.view().text());
    let mode = |path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(home.file()), mode(home.folder())), (0o600, 0o700));
    let plan = home.plan();
    for (pointer, value) in [
        ("/visit/length", json!("ten_minutes")),
        ("/planner/name", json!("Juniper")),
        ("/planner/tell", json!("Ana")),
        ("/person/name", json!("Robin")),
        ("/person/substances", json!(["heroin", "alcohol"])),
        ("/person/recent", json!(["overdose"])),
        ("/person/care_contact", json!("Dr. Lee")),
        ("/person/love", json!("Songs in the kitchen")),
        ("/safety/naloxone", json!("not_here")),
        ("/safety/gate", json!("ask_first")),
    ] {
        assert_eq!(plan.pointer(pointer), Some(&value), "{pointer}");
    }
    it.pick(&sentence("home.rows.leave"));
    let ended = it.end();
    assert_eq!((ended.code, ended.tidy), (0, true));
    assert!(
        ended
            .text
            .contains(&sentence("engine.saved").replace("{command}", "steadfast"))
    );
}
