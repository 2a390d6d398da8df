//! Every page that is looked at. A new page is one more row; a page of any block that no other has is worth a row.

use chrono::NaiveDate;
use steadfast::plan::{Mark, Plan};
use steadfast::sheets::{self, Kind, Page};
use steadfast::words::Words;

/// Every page, with a name that ends with its country: each sheet of the example and of a hostile plan, and the pages
/// that are no sheet.
pub fn all() -> Vec<(String, Page)> {
    let (words, today) = (words(), today());
    let (gb, us) = (example("gb"), example("us"));
    let others = [
        ("checklist-ticked-us", sheets::checklist(&ticked(), &words, today)),
        ("tonight-us", sheets::tonight(&us, &words, today)),
        ("tonight-hostile-us", sheets::tonight(&hostile(), &words, today)),
        ("blank-us", sheets::blank("us", &words, today)),
    ];
    let others = others.map(|(name, page)| (name.to_string(), page));
    let sheets = every_sheet(&gb, "gb")
        .into_iter()
        .chain(every_sheet(&hostile(), "hostile-us"));
    sheets.chain(others).collect()
}

/// Each sheet of a plan; a personal one for the first who takes part.
fn every_sheet(plan: &Plan, name: &str) -> Vec<(String, Page)> {
    let first = sheets::readers(plan).first().map(|(_, id)| id.clone());
    let page = |kind: &Kind| {
        let reader = first.as_ref().filter(|_| kind.is_personal());
        let page = sheets::compose(*kind, reader, plan, &words(), today()).ok()?;
        Some((format!("{}-{name}", kind.code()), page))
    };
    Kind::ALL.iter().filter_map(page).collect()
}

/// What a PDF is made of: fewer, since each takes a browser of its own.
pub fn printed() -> Vec<(String, Page)> {
    let chosen = [
        "checklist-gb",
        "plan-gb",
        "tonight-us",
        "tonight-hostile-us",
        "blank-us",
    ];
    all()
        .into_iter()
        .filter(|(name, _)| chosen.contains(&name.as_str()))
        .collect()
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 16).unwrap()
}

fn words() -> Words {
    Words::load("en", None).unwrap()
}

const EXAMPLE: &str = include_str!("../../prompts/en/example.json");

fn example(country: &str) -> Plan {
    let plan: Plan = serde_json::from_str(EXAMPLE).unwrap();
    Plan {
        country: country.into(),
        ..plan
    }
}

/// The example with its first tasks done.
fn ticked() -> Plan {
    let mut plan = example("us");
    for task in steadfast::tasks::derive(&plan, today()).into_iter().take(3) {
        plan.tasks.push(Mark {
            id: task.id,
            done: Some(today()),
            ..Mark::default()
        });
    }
    plan
}

/// What somebody types who wants to be more than text, and a word without an end.
const HOSTILE: &str = "<img src=x onerror=alert(1)>\"'></style></title><script>alert(2)</script> {page} \\22 ; } \
    @import url(//a.example/b); javascript:alert(3) https://a.example Pneumonoultramicroscopicsilicovolcanoconiosis\
    Pneumonoultramicroscopicsilicovolcanoconiosis";

/// The example with [`HOSTILE`] for every name.
fn hostile() -> Plan {
    fn spoil(value: &mut serde_json::Value) {
        use serde_json::Value::{Array, Object, String};
        match value {
            Object(map) => {
                for (key, value) in map.iter_mut() {
                    match value {
                        String(text) if ["name", "phone", "note", "place", "address"].contains(&key.as_str()) => {
                            *text = HOSTILE.into();
                        }
                        other => spoil(other),
                    }
                }
            }
            Array(list) => list.iter_mut().for_each(spoil),
            _ => {}
        }
    }
    let mut value = serde_json::from_str(EXAMPLE).unwrap();
    spoil(&mut value);
    serde_json::from_value(value).unwrap()
}
