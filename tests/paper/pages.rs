//! Every page that is looked at. A new page is one more row; a page of any block that no other has is worth a row.

use std::path::Path;

use chrono::NaiveDate;
use steadfast::plan::{Answer, Attendee, Harm, Id, Plan, Safety, Suicide, TaskRecord, Text, YesNo};
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

/// How many sides each page of the example may take at most, the three of somebody's own page among them: the last is
/// for a quiet day before.
pub const MOST: &[(SheetKind, usize)] = &[
    (SheetKind::Plan, 1),
    (SheetKind::Talk, 1),
    (SheetKind::Tonight, 1),
    (SheetKind::Cards, 2),
    (SheetKind::Overdose, 1),
    (SheetKind::Offer, 2),
    (SheetKind::Chair, 2),
    (SheetKind::Driver, 2),
    (SheetKind::Person, 3),
    (SheetKind::Brief, 1),
    (SheetKind::Home, 2),
    (SheetKind::After, 1),
];

/// What hangs on the fridge, where all of it is still to be written in.
pub fn fridge() -> Page {
    let empty = Plan {
        country: "us".into(),
        ..Plan::default()
    };
    sheets::compose(SheetKind::Overdose, None, &empty, &words(), today())
        .ok()
        .unwrap()
}

/// The plans that are laid out on paper.
pub const PLANS: &[&str] = &["example", "long names", "nine", "first names"];

/// Each sheet of one of [`PLANS`], a personal one for everybody who has it.
pub fn laid_out(plan: &str, country: &str) -> Vec<(SheetKind, String, Page)> {
    let plan = match plan {
        "long names" => long_names(),
        "nine" => nine(),
        "first names" => first_names(),
        _ => example("us"),
    };
    let plan = Plan {
        country: country.into(),
        ..plan
    };
    let page = |(kind, reader): (SheetKind, Option<Id>)| {
        let page = sheets::compose(kind, reader.as_ref(), &plan, &words(), today()).ok()?;
        let who = reader.map(|id| id.as_str().to_string()).unwrap_or_default();
        Some((kind, format!("{} {who}", kind.code()), page))
    };
    sheets::every(&plan).into_iter().filter_map(page).collect()
}

fn named(name: &str) -> Answer<Text> {
    Answer::Given(Text::new(name))
}

/// Two who plan, with names and places that are long.
fn long_names() -> Plan {
    let mut plan = example("us");
    plan.attendees.truncate(2);
    plan.person.name = named("Christopher-Alexander");
    plan.planner.name = named("Maria-Magdalena Wolkensteiner");
    plan.attendees[0].name = named("Maria-Magdalena Wolkensteiner");
    plan.attendees[1].name = named("Bartholomew Featherstonehaugh");
    plan.treatment_options[0].name = named("The Riverside Community Recovery and Wellbeing Center");
    plan.treatment_options[1].name = named("Saint Bartholomew's House for Residential Treatment");
    plan
}

/// The example with nine who help.
fn nine() -> Plan {
    let mut plan = example("us");
    for (at, name) in ["Aspen", "Maple", "Laurel", "Rowan"].into_iter().enumerate() {
        let mut one = plan.attendees[1].clone();
        one.id = Id::new(&format!("a{}", 50 + at));
        one.name = named(name);
        one.parts = Answer::Given(Vec::new());
        plan.attendees.push(one);
    }
    plan
}

/// A plan in which nothing was answered but who is there, and the questions on safety.
fn first_names() -> Plan {
    let mut plan = Plan::default();
    plan.planner.name = named("Ana");
    plan.person.name = named("Ben");
    for (at, name) in ["Cal", "Dee", "Eli"].into_iter().enumerate() {
        plan.attendees.push(Attendee {
            id: Id::new(&format!("a{at}")),
            name: named(name),
            adult: Answer::Given(YesNo::Yes),
            ..Attendee::default()
        });
    }
    plan.safety.this_session.harm = Answer::Given(Harm::No);
    plan.safety.this_session.suicide = Answer::Given(Suicide::No);
    for field in Safety::PRIVATE_QUESTIONS {
        plan.safety.note_asked(field, today());
    }
    plan
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 16).unwrap()
}

pub fn words() -> Words {
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
