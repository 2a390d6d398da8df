//! Every page that is looked at. A new page is one more row; a page of any block that no other has is worth a row.

use std::path::Path;

use chrono::NaiveDate;
use steadfast::plan::{Plan, TaskRecord};
use steadfast::sheets::{self, Page, SheetKind};
use steadfast::words::Words;

/// Every page, with a name that ends with its country: each sheet of the example and of a hostile plan, and the pages
/// that are no sheet.
pub fn all() -> Vec<(String, Page)> {
    let (words, today) = (words(), today());
    let gb = example("gb");
    let others = [
        ("checklist-ticked-us", sheets::checklist(&ticked(), &words, today)),
        ("blank-us", sheets::blank("us", &words, today)),
        ("recovery-us", recovery(&words)),
    ];
    let others = others.map(|(name, page)| (name.to_string(), page));
    let sheets = every_sheet(&gb, "gb")
        .into_iter()
        .chain(every_sheet(&hostile(), "hostile-us"));
    sheets.chain(others).collect()
}

/// The page that says how a locked plan is opened, for a plan with a long way to it.
fn recovery(words: &Words) -> Page {
    let plan = Path::new("/home/juniper/Documents/A folder with a long name/the one on the stick/our plan.json");
    sheets::recovery(
        "us",
        words,
        today(),
        plan,
        &plan.with_file_name("our plan.json.key.age"),
    )
}

/// Each sheet of a plan; a personal one for the first who takes part.
fn every_sheet(plan: &Plan, name: &str) -> Vec<(String, Page)> {
    let first = sheets::readers(plan).first().map(|(_, id)| id.clone());
    let page = |kind: &SheetKind| {
        let reader = first.as_ref().filter(|_| kind.is_personal());
        let page = sheets::compose(*kind, reader, plan, &words(), today()).ok()?;
        Some((format!("{}-{name}", kind.code()), page))
    };
    SheetKind::ALL.iter().filter_map(page).collect()
}

/// What a PDF is made of: fewer, since each takes a browser of its own.
pub fn printed() -> Vec<(String, Page)> {
    let chosen = [
        "checklist-gb",
        "plan-gb",
        "tonight-gb",
        "tonight-hostile-us",
        "blank-us",
    ];
    all()
        .into_iter()
        .filter(|(name, _)| chosen.contains(&name.as_str()))
        .collect()
}

/// How many sheets of Letter each page of the example may take at most.
const MOST: &[(SheetKind, usize)] = &[
    (SheetKind::Plan, 1),
    (SheetKind::Talk, 1),
    (SheetKind::Tonight, 1),
    (SheetKind::Cards, 2),
    (SheetKind::Overdose, 1),
    (SheetKind::Offer, 2),
    (SheetKind::Chair, 2),
    (SheetKind::Driver, 2),
    (SheetKind::Person, 3),
    (SheetKind::After, 2),
    (SheetKind::Brief, 1),
    (SheetKind::Home, 2),
];

/// The pages of the example that are to be short, and how many sheets each may take.
pub fn short() -> Vec<(Page, usize)> {
    let plan = example("us");
    let first = sheets::readers(&plan).swap_remove(0).1;
    let page = |(kind, most): &(SheetKind, usize)| {
        let reader = kind.is_personal().then_some(&first);
        let page = sheets::compose(*kind, reader, &plan, &words(), today()).ok()?;
        Some((page, *most))
    };
    // What hangs on the fridge is one sheet too where all of it is still to be written in.
    let empty = Plan {
        country: "us".into(),
        ..Plan::default()
    };
    let fridge = sheets::compose(SheetKind::Overdose, None, &empty, &words(), today()).ok();
    MOST.iter()
        .filter_map(page)
        .chain(fridge.map(|page| (page, 1)))
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
        plan.tasks.push(TaskRecord {
            id: task.id,
            done: Some(today()),
            ..TaskRecord::default()
        });
    }
    plan
}

/// What somebody types who wants to be more than text, and a word without an end.
const HOSTILE: &str = "<img src=x onerror=alert(1)>\"'></style></title><script>alert(2)</script> {page} \\22 ; } \
    @import url(//a.example/b); javascript:alert(3) https://a.example Pneumonoultramicroscopicsilicovolcanoconiosis\
    Pneumonoultramicroscopicsilicovolcanoconiosis";

/// The example with [`HOSTILE`] for every name. No two are the same: a list of facts has each label once.
fn hostile() -> Plan {
    fn spoil(value: &mut serde_json::Value, count: &mut usize) {
        use serde_json::Value::{Array, Object, String};
        match value {
            Object(map) => {
                for (key, value) in map.iter_mut() {
                    match value {
                        String(text) if ["name", "phone", "note", "place", "address"].contains(&key.as_str()) => {
                            *count += 1;
                            *text = format!("{HOSTILE} {count}");
                        }
                        other => spoil(other, count),
                    }
                }
            }
            Array(list) => list.iter_mut().for_each(|value| spoil(value, count)),
            _ => {}
        }
    }
    let mut value = serde_json::from_str(EXAMPLE).unwrap();
    spoil(&mut value, &mut 0);
    serde_json::from_value(value).unwrap()
}
