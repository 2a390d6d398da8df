//! What is looked for on every page of every shape. The lists of words are this test's own: who changes a sentence of
//! the program changes no law by it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use steadfast::plan::{Id, Plan};
use steadfast::sheets::{self, Block, Page, SheetKind};

use super::plans::{COUNTRIES, Door, Shape, mark, nine, shapes};
use crate::common::home::{date, words};

/// What brings somebody near another person, or keeps them in touch.
const NEAR: &[&str] = &[
    "stay near",
    "stays near",
    "stay close",
    "stay with",
    "stays with",
    "someone stays",
    "somebody stays",
    "stay until",
    "within hearing",
    "left alone",
    "robin alone",
    "one of you stays",
    "one of you follows",
    "one of us follows",
    "walks robin",
    "someone near",
    "day when you talk again",
    "a way back",
    "day you will ask again",
    "somebody near",
    "in touch",
    "check-in",
    "check in on",
    "beside robin",
    "be with robin",
    "waits there too",
    "just the two of you",
    "ask robin to ",
    "ask robin what",
];

const SAFE: &[&str] = &[
    "if that is safe",
    "if it is safe",
    "if safe",
    "who is safe with robin",
    "who feel safe with robin",
];

/// What treats the use of opioids, and nothing else.
const MEDICINES: &[&str] = &["methadone", "buprenorphine", "suboxone", "subutex"];

/// What is of the day, the meeting and what leads to it.
const MEETING: &[&str] = &[
    "19 dec",
    "quiet room",
    "lighthouse",
    "will you come to",
    "the day:",
    "if the answer is yes",
    "if the answer is not yet",
    "stop word",
    "what i read aloud",
    "what i do, whatever the answer is",
];

/// One page of a shape, with whose it is.
struct Printed {
    name: String,
    reader: Option<Id>,
    kind: Option<SheetKind>,
    lines: Vec<String>,
    has_boxes: bool,
}

fn lines_of(blocks: &[Block], found: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Heading(one) | Block::Words(one) | Block::Blank(one, _) => found.push(one.clone()),
            Block::Summary { title, lines } | Block::Points { title, lines, .. } => {
                found.push(title.clone());
                found.extend(lines.iter().cloned());
            }
            Block::Numbers { title, lines } => {
                found.push(title.clone());
                for line in lines {
                    found.push(line.words.clone());
                    found.extend(line.dial.iter().cloned());
                }
            }
            Block::Facts(rows) => found.extend(rows.iter().map(|(label, value)| format!("{label}: {value}"))),
            Block::Said(said) => found.extend(said.iter().cloned()),
            Block::Task { text, lines, .. } => {
                found.push(text.clone());
                found.extend(lines.iter().cloned());
            }
            Block::Table { title, heads, rows } => {
                found.push(title.clone());
                found.extend(heads.iter().cloned());
                found.extend(rows.iter().flatten().cloned());
            }
            Block::Card { title, blocks } => {
                found.push(title.clone());
                lines_of(blocks, found);
            }
            Block::Weeks { title, caption, rows } => {
                found.extend([title.clone(), caption.clone()]);
                for row in rows {
                    found.extend([row.label.clone(), row.tasks.clone()]);
                    found.extend(row.day.clone());
                }
            }
            Block::Steps { title, steps } => {
                found.push(title.clone());
                found.extend(steps.iter().map(|(step, _)| step.clone()));
            }
            Block::Code { caption, words } => {
                found.push(caption.clone());
                found.extend(words.lines().map(String::from));
            }
            Block::NewPage | Block::Together => {}
        }
    }
}

fn boxes(blocks: &[Block]) -> bool {
    blocks.iter().any(|block| match block {
        Block::Task { .. } => true,
        Block::Card { blocks, .. } => boxes(blocks),
        _ => false,
    })
}

fn printed(name: String, kind: Option<SheetKind>, reader: Option<Id>, page: &Page) -> Printed {
    let mut lines = vec![page.title.clone()];
    lines.extend(page.emergency.iter().map(|number| number.words.clone()));
    lines_of(&page.blocks, &mut lines);
    lines.extend(page.foot.iter().cloned());
    Printed {
        name,
        reader,
        kind,
        lines,
        has_boxes: boxes(&page.blocks),
    }
}

/// Every page that this plan has; of the nine personal ones only one where no more than the country is another.
fn pages(plan: &Plan) -> Vec<Printed> {
    let today = date("2026-11-16");
    let apart = |reader: &Option<Id>| {
        reader
            .as_ref()
            .is_none_or(|id| plan.country == "us" || id.as_str() == "a1")
    };
    let mut all: Vec<Printed> = sheets::every(plan)
        .into_iter()
        .filter(|(_, reader)| apart(reader))
        .map(|(kind, reader)| {
            let page = sheets::compose(kind, reader.as_ref(), plan, words(), today);
            let page = page.unwrap_or_else(|why| panic!("{}: {why:?}", kind.code()));
            let whose = reader.as_ref().map_or("", Id::as_str);
            printed(format!("{} {whose}", kind.code()), Some(kind), reader.clone(), &page)
        })
        .collect();
    let blank = sheets::blank(&plan.country, words(), today);
    all.push(printed("blank".into(), None, None, &blank));
    all
}

/// Every text that was typed into the plan: what a family writes is its own.
fn typed(value: &serde_json::Value, found: &mut BTreeSet<String>) {
    match value {
        serde_json::Value::String(text) if text.contains(' ') => {
            found.insert(text.clone());
        }
        serde_json::Value::Array(items) => items.iter().for_each(|item| typed(item, found)),
        serde_json::Value::Object(keys) => keys.values().for_each(|value| typed(value, found)),
        _ => {}
    }
}

/// Every page of every shape, without what was typed but for the marks, each found line once with the first shape it
/// was seen on.
struct Read {
    shape: Shape,
    page: Printed,
    /// The lines in small letters, as they stand.
    said: Vec<String>,
    /// The same without what was typed.
    ours: Vec<String>,
}

static READ: LazyLock<Vec<Read>> = LazyLock::new(|| {
    let nine = nine();
    let mut own_words = BTreeSet::new();
    typed(&serde_json::to_value(&nine).unwrap(), &mut own_words);
    let own_words: Vec<String> = own_words.into_iter().map(|text| text.to_lowercase()).collect();
    let shapes = shapes();
    let half = shapes.len() / 2;
    std::thread::scope(|scope| {
        let (nine, own_words) = (&nine, &own_words);
        let first = scope.spawn({
            let shapes = &shapes[..half];
            move || read(shapes, nine, own_words)
        });
        let mut all = read(&shapes[half..], nine, own_words);
        all.extend(first.join().unwrap());
        all
    })
});

fn read(shapes: &[Shape], nine: &Plan, own_words: &[String]) -> Vec<Read> {
    let mut without = BTreeMap::<String, String>::new();
    let mut read = Vec::new();
    for shape in shapes {
        for page in pages(&shape.plan(nine)) {
            let said: Vec<String> = page.lines.iter().map(|line| line.to_lowercase()).collect();
            let strip = |line: &String| own_words.iter().fold(line.clone(), |line, own| line.replace(own, ""));
            let ours = said
                .iter()
                .map(|line| without.entry(line.clone()).or_insert_with(|| strip(line)).clone())
                .collect();
            read.push(Read {
                shape: *shape,
                page,
                said,
                ours,
            });
        }
    }
    read
}

/// Fails with what was found, each line once.
fn nothing(found: impl Iterator<Item = (String, String)>) {
    let mut once = BTreeMap::new();
    for (line, at) in found {
        once.entry(line).or_insert(at);
    }
    let said: Vec<String> = once
        .into_iter()
        .map(|(line, at)| format!("{line}\n      on {at}"))
        .collect();
    assert!(said.is_empty(), "{} found:\n{}", said.len(), said.join("\n"));
}

impl Read {
    fn at(&self) -> String {
        format!("{}, {:?}", self.page.name, self.shape)
    }
}

fn sentences(line: &str) -> Vec<&str> {
    line.split_inclusive(['.', '?', '!']).collect()
}

/// A sentence that brings somebody near, with no condition in it or in the one right before it.
fn brings_near(line: &str) -> bool {
    let all = sentences(line);
    let has = |at: usize, words: &[&str]| words.iter().any(|word| all[at].contains(word));
    (0..all.len()).any(|at| has(at, NEAR) && !has(at, SAFE) && (at == 0 || !has(at - 1, SAFE)))
}

#[test]
fn no_sentence_brings_anybody_near_without_its_condition() {
    nothing(READ.iter().flat_map(|read| {
        let bad = read.ours.iter().filter(|line| brings_near(line));
        bad.map(|line| (line.clone(), read.at())).collect::<Vec<_>>()
    }));
}

#[test]
fn no_medicine_for_opioids_is_named_where_none_is_used() {
    let other = READ
        .iter()
        .filter(|read| !read.shape.opioids() && read.page.name != "blank");
    nothing(other.flat_map(|read| {
        let named = |line: &&String| MEDICINES.iter().any(|word| line.contains(word));
        let bad = read.ours.iter().filter(named);
        bad.map(|line| (line.clone(), read.at())).collect::<Vec<_>>()
    }));
}

/// Every run of digits with what stands inside a number, as digits alone.
fn numbers(line: &str) -> Vec<String> {
    let part = |c: char| c.is_ascii_digit() || c == '-' || c == ' ';
    let runs = line.split(|c: char| !part(c));
    let digits = |run: &str| run.chars().filter(char::is_ascii_digit).collect::<String>();
    runs.map(digits).filter(|run| run.len() >= 3).collect()
}

/// The numbers of a country, from the data itself.
fn numbers_of(country: &str) -> BTreeSet<String> {
    let path = format!("{}/prompts/lines/{country}.toml", env!("CARGO_MANIFEST_DIR"));
    let Ok(text) = std::fs::read_to_string(path) else {
        return BTreeSet::new();
    };
    let table: toml::Table = text.parse().unwrap();
    let lines = table
        .get("line")
        .and_then(|lines| lines.as_array())
        .into_iter()
        .flatten();
    let fields = ["number", "also", "text_to", "text"];
    let said = lines.flat_map(|line| fields.map(|field| line.get(field).and_then(|it| it.as_str()).unwrap_or("")));
    said.flat_map(numbers).collect()
}

#[test]
fn no_number_of_another_country_stands_on_a_page() {
    let all: Vec<BTreeSet<String>> = COUNTRIES.iter().map(|country| numbers_of(country)).collect();
    assert!(
        all[..6].iter().all(|numbers| numbers.len() > 5),
        "the data stands elsewhere"
    );
    nothing(READ.iter().flat_map(|read| {
        let mine = &all[read.shape.0[0]];
        let foreign = |number: &String| !mine.contains(number) && all.iter().any(|theirs| theirs.contains(number));
        let bad = read.ours.iter().filter(|line| numbers(line).iter().any(foreign));
        bad.map(|line| (line.clone(), read.at())).collect::<Vec<_>>()
    }));
}

#[test]
fn nobody_reads_what_is_somebody_elses() {
    let people: Vec<Id> = nine().attendees.iter().map(|one| one.id.clone()).collect();
    assert_eq!(people.len(), 9);
    nothing(READ.iter().flat_map(|read| {
        let mut bad = Vec::new();
        for line in &read.said {
            let whose = people.iter().find(|id| line.contains(&mark(id)));
            // A letter is read by whoever was chosen for it, in the example by a1.
            let reads = |id: &Id| {
                read.page
                    .reader
                    .as_ref()
                    .is_some_and(|reader| reader == id || (reader.as_str(), id.as_str()) == ("a1", "a3"))
            };
            let theirs = whose.is_some_and(|id| !reads(id));
            if theirs || line.contains("zznotes") {
                bad.push((line.clone(), read.at()));
            }
        }
        bad
    }));
}

#[test]
fn where_there_is_no_day_nothing_of_a_meeting_stands_anywhere() {
    let closed = READ
        .iter()
        .filter(|read| read.shape.has_no_day() && read.page.name != "blank");
    nothing(closed.flat_map(|read| {
        let mut bad = Vec::new();
        for line in &read.said {
            let own = ["love zz", "ask zz", "eighth zz", "i will zz", "i will still zz"];
            if MEETING.iter().chain(&own).any(|word| line.contains(word)) {
                bad.push((line.clone(), read.at()));
            }
        }
        bad
    }));
}

/// The page the person keeps, where somebody may be afraid of them.
#[test]
fn a_page_of_help_names_nobody_of_the_family() {
    let nine = nine();
    let names: Vec<String> = nine.people().into_iter().map(|(_, name)| name.to_lowercase()).collect();
    let phones: Vec<&str> = nine
        .attendees
        .iter()
        .map(|one| one.phone.words())
        .filter(|it| !it.is_empty())
        .collect();
    let help = READ
        .iter()
        .filter(|read| read.shape.has_no_day() && read.page.kind == Some(SheetKind::Offer));
    assert!(help.clone().count() > 20);
    nothing(help.flat_map(|read| {
        let known = |line: &&String| {
            let word = |name: &String| line.split(|c: char| !c.is_alphanumeric()).any(|word| word == name);
            names.iter().any(word) || phones.iter().any(|phone| line.contains(phone)) || line.contains("street,")
        };
        let bad = read.said.iter().filter(known);
        bad.map(|line| (line.clone(), read.at())).collect::<Vec<_>>()
    }));
}

#[test]
fn after_a_death_there_is_one_page_without_a_box() {
    use steadfast::plan::Change;
    let died = READ
        .iter()
        .filter(|read| read.shape.change() == Some(&Change::Died) && read.page.name != "blank");
    assert!(died.clone().count() > 10);
    nothing(died.filter_map(|read| {
        let is_there = read.page.kind.is_none_or(|kind| kind == SheetKind::Checklist);
        (read.page.has_boxes || !is_there).then(|| (read.page.name.clone(), read.at()))
    }));
}

#[test]
fn a_sentence_without_its_condition_is_seen() {
    for bad in [
        "stay near, with naloxone, for 4 weeks.",
        "do not leave robin alone.",
        "in touch that night: juniper",
    ] {
        assert!(brings_near(bad), "{bad}");
    }
    for good in [
        "stay near if that is safe.",
        "if that is safe, call. then stay with robin.",
        "a pharmacy near you",
    ] {
        assert!(!brings_near(good), "{good}");
    }
    assert!(brings_near("if that is safe, call. wait. then stay with robin."));
    assert_eq!(numbers("Call 0800 1111 or 116 123, day 4"), ["08001111", "116123"]);
}

/// In the same words whatever closed the plan.
#[test]
fn an_advocate_stands_high_on_the_pages_of_a_closed_plan() {
    let kinds = [
        SheetKind::Plan,
        SheetKind::After,
        SheetKind::Checklist,
        SheetKind::Person,
        SheetKind::Tonight,
    ];
    let closed = READ.iter().filter(|read| read.shape.change().is_none());
    let closed = closed.filter(|read| matches!(read.shape.door(), Door::Closed | Door::ClosedBefore));
    // Clary is under 18 and gets their own support alone.
    let grown = closed.filter(|read| read.page.reader.as_ref().is_none_or(|id| id.as_str() != "a7"));
    let there = grown.filter(|read| read.page.kind.is_some_and(|kind| kinds.contains(&kind)));
    assert!(there.clone().count() > 50);
    nothing(there.filter_map(|read| {
        let at = read
            .ours
            .iter()
            .position(|line| line.contains("an advocate helps you make a safety plan"));
        at.is_none_or(|at| at * 2 > read.ours.len())
            .then(|| (read.page.name.clone(), read.at()))
    }));
}
