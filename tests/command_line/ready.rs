//! `ready`: its exit codes, its JSON, and what it keeps to itself.

use serde_json::{Value, json};

use super::*;

/// The example, changed.
fn changed(change: impl FnOnce(&mut Value)) -> String {
    let mut plan = serde_json::from_str(EXAMPLE).unwrap();
    change(&mut plan);
    serde_json::to_string_pretty(&plan).unwrap()
}

fn rules(out: &str) -> Vec<String> {
    let found: Value = serde_json::from_str(out).unwrap();
    let gaps = found["gaps"].as_array().unwrap();
    for gap in gaps {
        let keys: Vec<&String> = gap.as_object().unwrap().keys().collect();
        assert_eq!(keys, ["rule", "level", "what", "why", "source", "field", "about"]);
    }
    gaps.iter().map(|gap| gap["rule"].as_str().unwrap().into()).collect()
}

#[test]
fn the_example_is_ready() {
    let home = Home::with_plan();
    let ran = home.run("ready").ends(0);
    assert!(
        ran.err.is_empty() && ran.out.lines().take_while(|line| !line.is_empty()).count() <= 5,
        "{ran:?}"
    );
    let found: Value = serde_json::from_str(&home.run("ready --format json").ends(0).out).unwrap();
    assert_eq!(found["ready"], true);
    assert_eq!(fs::read_to_string(home.plan()).unwrap(), EXAMPLE);
}

#[test]
fn what_stands_in_the_way_ends_with_3_in_both_formats() {
    let home = Home::new();
    for (name, rule, change) in conflicts() {
        let path = home.file(&format!("{name}.json"), changed(change));
        let ran = home.run(&format!("ready {} --format json", path.display())).ends(3);
        assert!(rules(&ran.out).iter().any(|found| found == rule), "{name} {ran:?}");
        let ran = home.run(&format!("ready {}", path.display())).ends(3);
        assert!(
            ran.out.lines().take_while(|line| !line.is_empty()).count() <= 5,
            "{ran:?}"
        );
        assert!(!ran.out.contains(['{', '}', '\u{1b}']), "{ran:?}");
    }
}

/// A name, the rule that finds it, and the change.
type Conflict = (&'static str, &'static str, fn(&mut Value));

fn conflicts() -> Vec<Conflict> {
    vec![
        ("empty", "safety_not_put", |plan| *plan = json!({"format": 1})),
        ("medicine", "stops_medicine", |plan| {
            plan["person"]["care"] = "medicine".into();
            plan["treatment_options"][0]["continues_existing_medication"] = "no".into();
        }),
        ("reader", "reader_away", |plan| {
            plan["attendees"][3]["reader"] = "a4".into()
        }),
        ("bed", "bed_not_free", |plan| {
            plan["treatment_options"][0]["soonest_start"] = "2026-12-13".into()
        }),
        ("practice", "rehearsal_late", |plan| {
            plan["day"]["rehearsal"] = "2026-12-14".into()
        }),
        ("limit", "boundary_early", |plan| {
            plan["boundaries"][2]["starts"] = "2026-12-01".into()
        }),
        ("child", "child_in_room", |plan| {
            plan["attendees"][2]["adult"] = "no".into()
        }),
        ("away", "cannot_that_day", |plan| {
            plan["attendees"][2]["days_cannot"] = json!(["2026-12-12"])
        }),
        ("soon", "date_soon", |plan| plan["day"]["date"] = "2026-11-22".into()),
    ]
}

#[test]
fn a_closed_plan_opens_with_a_professional_who_was_told_and_not_before() {
    let home = Home::new();
    for (agreed_on, opens) in [("2026-11-15", false), ("2026-11-16", true)] {
        let text = changed(|plan| {
            plan["safety"]["gate"] = "closed".into();
            plan["professionals"][0]["agreed_on"] = agreed_on.into();
        });
        let path = home.file("closed.json", text);
        let ran = home
            .run(&format!("ready --format json {}", path.display()))
            .ends(if opens { 0 } else { 3 });
        assert_eq!(rules(&ran.out).contains(&"gate_closed".to_string()), !opens, "{ran:?}");
        let list = home.run(&format!("checklist --format json {}", path.display())).ends(0);
        assert_eq!(list.out.contains("\"the_day\""), opens);
    }
}
