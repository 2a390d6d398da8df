//! What programs read: each shape is the documented one, and tells no more than the text.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::*;

/// The tables of the paper: the command, and its keys.
fn documented() -> BTreeMap<String, BTreeSet<String>> {
    let mut found = BTreeMap::<_, BTreeSet<String>>::new();
    let mut command = String::new();
    for line in include_str!("../../docs/json.md").lines() {
        if let Some(title) = line.strip_prefix("## `") {
            command = title.trim_end_matches('`').into();
        } else if let Some(row) = line.strip_prefix("| `") {
            let key = row.split('`').next().unwrap().into();
            found.entry(command.clone()).or_default().insert(key);
        }
    }
    found
}

/// Every key that has a value of its own, with the way to it.
fn keys(value: &Value, way: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(below) => below.iter().for_each(|(key, value)| {
            let point = if way.is_empty() { "" } else { "." };
            keys(value, &format!("{way}{point}{key}"), found);
        }),
        Value::Array(items) => items.iter().for_each(|item| keys(item, &format!("{way}[]"), found)),
        _ => drop(found.insert(way.into())),
    }
}

/// A plan with everything that a shape can hold: a version before, a page on disk, private answers, a gap.
fn full(gate: &str) -> Home {
    let home = Home::new();
    let mut plan: Value = serde_json::from_str(EXAMPLE).unwrap();
    if gate != "open" {
        plan["safety"]["told"] = json!({"harm": "by_them", "suicide": "yes"});
        plan["safety"]["keep"] = "yes".into();
        plan["safety"]["gate"] = gate.into();
    }
    plan["attendees"][3]["reader"] = Value::Null;
    home.file("plan.json", plan.to_string());
    home.run("done naloxone").ends(0);
    home.run(&format!(
        "sheet overdose --out {}",
        home.0.path().join("p.txt").display()
    ));
    home
}

fn read(home: &Home, command: &str) -> Value {
    let ran = home.run(&format!("{command} --format json"));
    serde_json::from_str(&ran.out).unwrap_or_else(|error| panic!("{command}: {error}: {ran:?}"))
}

#[test]
fn every_shape_is_the_documented_one() {
    let home = full("open");
    let documented = documented();
    assert_eq!(documented.len(), 8, "{:?}", documented.keys());
    for (command, wanted) in documented {
        let mut found = BTreeSet::new();
        let countries: &[&str] = if command == "lines" {
            &["us", "ca", "gb", "au"]
        } else {
            &[""]
        };
        for country in countries {
            let line = match *country {
                "" => command.clone(),
                country => format!("{command} --country {country}"),
            };
            keys(&read(&home, &line), "", &mut found);
        }
        // What is `null` here is an object elsewhere; these four are as the cards.
        found.remove("gaps[].about");
        let as_cards = ["pages[].", "rules[].", "tasks[].", "lines[]."];
        found.retain(|key| command != "sources" || !as_cards.iter().any(|same| key.starts_with(same)));
        assert_eq!(found, wanted, "{command}");
    }
}

/// The texts below the keys that hold words.
fn words(value: &Value, found: &mut Vec<String>) {
    const CODES: &[&str] = &["section", "question", "role", "written"];
    match value {
        Value::Object(below) => {
            let said = below.iter().filter(|(key, _)| !CODES.contains(&key.as_str()));
            said.for_each(|(_, value)| words(value, found));
        }
        Value::Array(items) => items.iter().for_each(|item| words(item, found)),
        Value::String(text) => found.push(text.clone()),
        _ => {}
    }
}

#[test]
fn no_shape_tells_more_than_the_text() {
    let flat = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    for gate in ["open", "ask_first", "closed"] {
        let home = full(gate);
        for command in ["show", "history", "where"] {
            let mut said = Vec::new();
            words(&read(&home, command), &mut said);
            assert!(!said.is_empty(), "{command}");
            let page = flat(&home.run(command).ends(0).out);
            for text in said {
                assert!(
                    page.contains(&flat(&text)),
                    "{gate}, {command}: {text:?} is in the JSON alone"
                );
            }
        }
        let shown = read(&home, "show").to_string();
        assert_eq!(shown.contains("\"question\":\"day.date\""), gate == "open", "{gate}");
        assert_eq!(shown.contains("\"question\":\"safety.harm\""), gate == "open", "{gate}");
    }
}
