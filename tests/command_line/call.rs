//! The help lines, the sources, forgetting and the call, as a person types them.

use std::ffi::OsString;
use std::fs;

use super::home::Home;

#[test]
fn the_lines_need_no_plan_and_go_to_stdout() {
    let home = Home::new();
    for (line, piece) in [
        ("lines --country US", "988"),
        ("lines --country nz", "111"),
        ("--plain lines --country=ie", "112"),
    ] {
        let ran = home.run(line).ends(0);
        assert!(ran.out.contains(piece) && ran.err.is_empty(), "{ran:?}");
    }
    let ran = home.run("lines").ends(0);
    assert!(ran.out.contains("____") && ran.err.is_empty(), "{ran:?}");
    let ran = home.run("lines --country fr").ends(0);
    assert!(ran.out.contains("____") && ran.err.contains("FR"), "{ran:?}");
    for typed in ["atlantis", "1", "--"] {
        home.run(&format!("lines --country={typed}")).refused(2);
    }
    home.run("lines --country").refused(2);
    assert!(fs::read_dir(home.0.path()).unwrap().next().is_none());
    // The plan's country goes before the computer's.
    fs::write(home.plan(), "{\"format\": 1, \"country\": \"gb\"}").unwrap();
    assert!(home.run("lines").ends(0).out.contains("999"));
    fs::write(home.plan(), "damaged").unwrap();
    assert!(home.run("lines").ends(0).out.contains("____"));
}

#[test]
fn the_sources_name_every_rule_and_what_nobody_reviewed() {
    let home = Home::new();
    let ran = home.run("sources").ends(0);
    assert!(ran.err.is_empty());
    for piece in ["R-01: ", "R-41: ", "naloxone: ", "overdose: ", "not yet reviewed: "] {
        assert!(ran.out.contains(piece), "{piece}");
    }
    home.run("sources extra").refused(2);
}

#[test]
fn an_answer_is_forgotten_and_an_unknown_question_refused() {
    let home = Home::with_plan();
    let before = fs::read_to_string(home.plan()).unwrap();
    let ran = home.run("forget person.lov").refused(2);
    assert!(ran.err.contains("person.love"), "{ran:?}");
    home.run("forget treatment_options.phone --item a1").refused(2);
    assert_eq!(fs::read_to_string(home.plan()).unwrap(), before);
    assert!(home.run("forget").ends(0).out.contains("person.love"));
    let ran = home.run("forget person.love").ends(0);
    assert!(ran.out.is_empty() && ran.err.contains("person.love"), "{ran:?}");
    home.run("forget treatment_options.phone --item o7").ends(0);
    let after = fs::read_to_string(home.plan()).unwrap();
    let plan: serde_json::Value = serde_json::from_str(&after).unwrap();
    assert!(plan["person"].get("love").is_none() && plan["person"].get("hopes").is_some());
    assert!(after.contains("555-0150") && !after.contains("555-0151"));
    home.run("check").ends(0);
    let empty = Home::new();
    empty.run("forget person.love").refused(1);
}

#[test]
fn a_call_is_kept_as_it_is_typed_and_goes_on_where_it_stopped() {
    let home = Home::new();
    home.run("call").refused(1);
    fs::write(
        home.plan(),
        "{\"format\": 1, \"treatment_options\": [{\"id\": \"o1\", \"name\": \"Near Clinic\"}]}",
    )
    .unwrap();
    let call = |typed: &str| home.run_with(vec![OsString::from("call"), "1".into()], typed).ends(0);
    let ran = call("2\n1\nthe family\n");
    assert!(ran.out.is_empty() && ran.err.contains("Say: "), "{ran:?}");
    assert!(ran.err.contains("steadfast call") && !ran.err.contains('\u{1b}'));
    let kept = fs::read_to_string(home.plan()).unwrap();
    assert!(kept.contains("the family") && kept.contains("2026-11-21"), "{kept}");
    let ran = call("1\n2\nwalk-in\n");
    assert!(ran.err.contains("someone there"), "{ran:?}");
    assert!(fs::read_to_string(home.plan()).unwrap().contains("walk_in"));
    let unknown = home.run("call Nowhere").refused(1);
    assert!(unknown.err.contains("Nowhere"));
}
