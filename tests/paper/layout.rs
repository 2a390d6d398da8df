//! How pages lie on paper: how many sides, no side nearly empty, no line alone before a heading, no heading at the foot of
//! a side, no word split. Each plan is laid out on both papers; `.ci/slow` looks at all of them.

use std::collections::BTreeSet;

use steadfast::sheets::{Block, Page, SheetKind};

use super::pages;
use super::pdf::{Printed, print};

/// The most sides that everything for the day of a family of five takes.
const FOR_THE_DAY: usize = 20;

/// How high up on a side its last line is where it is nearly empty, of a hundred.
const NEARLY_EMPTY: f32 = 20.0;

/// Lines of text at one height, from the top.
struct Row {
    /// In hundredths of the height of the side.
    bottom: f32,
    text: String,
}

/// One side: its rows without what is at the edge of each, and the ends of its lines within a paragraph or a cell.
struct Side {
    rows: Vec<Row>,
    breaks: Vec<(String, String)>,
}

fn number(tag: &str, key: &str) -> f32 {
    let value = tag
        .split(&format!("{key}=\""))
        .nth(1)
        .and_then(|rest| rest.split('"').next());
    value.and_then(|value| value.parse().ok()).unwrap_or_default()
}

fn unescaped(text: &str) -> String {
    let pairs = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&apos;", "'"),
        ("&amp;", "&"),
    ];
    pairs
        .into_iter()
        .fold(text.to_string(), |text, (from, to)| text.replace(from, to))
}

/// What a reader of PDF tells of where each word is.
fn sides(printed: &Printed) -> Vec<Side> {
    let told = printed.told("pdftotext", &["-bbox-layout", "-enc", "UTF-8", "-"]);
    told.split("<page ").skip(1).map(side).collect()
}

fn side(told: &str) -> Side {
    let height = number(told, "height");
    // The rows at the edges: 11 millimetres above, 13 below.
    let inside = |top: f32| top > 28.0 && top < height - 38.0;
    let mut lines: Vec<(f32, f32, String)> = Vec::new();
    let mut breaks = Vec::new();
    for block in told.split("<block ").skip(1) {
        let mut last: Option<String> = None;
        for line in block.split("<line ").skip(1) {
            let words = line.split("<word ").skip(1);
            let words = words.filter_map(|word| word.split_once('>')?.1.split_once("</word>"));
            let words: Vec<String> = words.map(|(word, _)| unescaped(word)).collect();
            let (top, bottom) = (number(line, "yMin"), number(line, "yMax"));
            let (Some(first), Some(end)) = (words.first(), words.last()) else {
                continue;
            };
            breaks.extend(last.take().map(|before| (before, first.clone())));
            last = Some(end.clone());
            if inside(top) {
                lines.push((top, bottom, words.join(" ")));
            }
        }
    }
    lines.sort_by(|one, other| one.0.total_cmp(&other.0));
    let mut rows: Vec<Row> = Vec::new();
    let mut from = f32::MIN;
    for (top, bottom, text) in lines {
        let bottom = 100.0 * bottom / height;
        match rows.last_mut() {
            Some(row) if top - from < 4.0 => {
                row.text = format!("{} {text}", row.text);
                row.bottom = row.bottom.max(bottom);
            }
            _ => {
                from = top;
                rows.push(Row { bottom, text });
            }
        }
    }
    Side { rows, breaks }
}

/// The headings of a page, and the labels of what is filled in by hand.
fn titles(blocks: &[Block], headings: &mut BTreeSet<String>, blanks: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Heading(title) => drop(headings.insert(title.clone())),
            Block::Summary { title, .. }
            | Block::Steps { title, .. }
            | Block::Points { title, .. }
            | Block::Numbers { title, .. }
            | Block::Table { title, .. }
            | Block::Weeks { title, .. } => drop(headings.insert(title.clone())),
            Block::Blank(label, _) => blanks.push(label.clone()),
            Block::Card { title, blocks } => {
                headings.insert(title.clone());
                titles(blocks, headings, blanks);
            }
            _ => {}
        }
    }
}

/// What is wrong with how a page lies on its sides.
fn faults(page: &Page, sides: &[Side]) -> Vec<String> {
    let (mut headings, mut blanks) = (BTreeSet::new(), Vec::new());
    titles(&page.blocks, &mut headings, &mut blanks);
    let said = steadfast::sheets::text(page);
    let known: BTreeSet<&str> = said.split(|c: char| !c.is_alphanumeric()).collect();
    let mut found = Vec::new();
    for (at, side) in sides.iter().enumerate() {
        let at = at + 1;
        let is_heading = |row: &Row| headings.contains(&row.text);
        // A label with room to write below it is no line alone.
        let is_label = |row: &Row| blanks.iter().any(|label| label.starts_with(&row.text));
        let is_filled_in = side.rows.iter().any(is_label);
        match side.rows.last() {
            None => found.push(format!("side {at} is empty")),
            Some(last) if at > 1 && last.bottom < NEARLY_EMPTY && !is_filled_in => {
                found.push(format!("side {at} is nearly empty: {}", last.text));
            }
            Some(last) if is_heading(last) => found.push(format!("side {at} ends with a heading: {}", last.text)),
            _ => {}
        }
        if let [first, second, ..] = &side.rows[..]
            && at > 1
            && !is_heading(first)
            && !is_label(first)
            && is_heading(second)
        {
            found.push(format!("side {at} begins with a line alone: {}", first.text));
        }
        for (before, after) in &side.breaks {
            let plain = |word: &str| word.trim_matches(|c: char| !c.is_alphanumeric()).to_string();
            let (one, other) = (plain(before), plain(after));
            let whole = format!("{one}{other}");
            let is_cut = before.ends_with(char::is_alphanumeric) && !known.contains(one.as_str());
            if is_cut && whole.chars().count() <= 24 && known.contains(whole.as_str()) {
                found.push(format!("side {at} splits {whole}"));
            }
        }
    }
    found
}

/// The most sizes of letters on one page.
const SIZES: usize = 4;

/// What is wrong with a page where it has to be short: this week is one side, what is read at the phone half of one; and
/// where its letters have many sizes.
fn too_long(kind: SheetKind, page: &Page, sides: &[Side], sizes: usize) -> Vec<String> {
    let mut found = Vec::new();
    if sizes > SIZES {
        found.push(format!("{sizes} sizes of letters"));
    }
    let words = pages::words();
    if kind == SheetKind::Checklist {
        let first = folded(sides.first());
        let week = |block: &Block| matches!(block, Block::Heading(title) if title == words.checklist.this_week);
        let week = page.blocks.iter().skip_while(|block| !week(block)).skip(1);
        let tasks = week.map_while(|block| match block {
            Block::Task { text, .. } => Some(text),
            _ => None,
        });
        let tasks: Vec<&String> = tasks.collect();
        let there = |text: &&&String| first.contains(&text.split_whitespace().collect::<String>());
        let missing = tasks.iter().filter(|text| !there(text)).count();
        if tasks.is_empty() || missing > 0 {
            found.push(format!(
                "{missing} of {} things of this week are not on side 1",
                tasks.len()
            ));
        }
    }
    if kind == SheetKind::Brief {
        let notes = words.pages.brief.note;
        let read = sides
            .iter()
            .flat_map(|side| &side.rows)
            .take_while(|row| !notes.starts_with(&row.text));
        let ends = read.map(|row| row.bottom).fold(0.0, f32::max);
        if sides.len() > 1 || !(10.0..=HALF).contains(&ends) {
            found.push(format!("what is read takes {ends} of a hundred"));
        }
    }
    found
}

/// Half a side, with its heading.
const HALF: f32 = 52.0;

/// What is on a side without any space.
fn folded(side: Option<&Side>) -> String {
    let rows = side.into_iter().flat_map(|side| &side.rows);
    rows.flat_map(|row| row.text.split_whitespace()).collect()
}

/// How many sizes of letters a printed page has.
fn sizes(printed: &Printed) -> usize {
    let told = printed.told("pdftohtml", &["-xml", "-i", "-stdout"]);
    let sizes: BTreeSet<String> = told
        .split("<fontspec ")
        .skip(1)
        .map(|font| number(font, "size").to_string())
        .collect();
    sizes.len()
}

/// One page of a plan, laid out.
struct LaidOut {
    kind: SheetKind,
    name: String,
    sides: usize,
    /// Of these, what is not for the day: a boundary that is told on a quiet day before.
    before: usize,
    faults: Vec<String>,
}

/// The pages of a plan that are wanted, laid out; nothing where something is missing here.
fn laid_out(plan: &str, country: &str, wanted: impl Fn(SheetKind) -> bool) -> Option<Vec<LaidOut>> {
    let anyway = pages::words().pages.person.anyway_title;
    let one = |(kind, name, page): (SheetKind, String, Page)| {
        let printed = print(name.clone(), page)?;
        let sides = sides(&printed);
        let is_before = |side: &&Side| side.rows.first().is_some_and(|row| row.text == anyway);
        let too_long = too_long(kind, &printed.page, &sides, sizes(&printed));
        let faults = faults(&printed.page, &sides).into_iter().chain(too_long);
        Some(LaidOut {
            kind,
            sides: sides.len(),
            before: sides.iter().filter(is_before).count(),
            faults: faults
                .map(|fault| format!("{plan} {country}, {name}: {fault}"))
                .collect(),
            name,
        })
    };
    let pages = pages::laid_out(plan, country).into_iter();
    pages.filter(|(kind, ..)| wanted(*kind)).map(one).collect()
}

/// Fails with all that is wrong at once.
#[track_caller]
fn nothing(found: &[String]) {
    assert!(found.is_empty(), "{} to mend:\n{}", found.len(), found.join("\n"));
}

#[test]
fn the_example_lies_well_on_paper_and_its_day_takes_few_sides() {
    let most = |kind| pages::MOST.iter().find(|(known, _)| *known == kind);
    // The others are looked at in `.ci/slow`: each page takes a browser of its own.
    let pages = laid_out("example", "us", |kind| most(kind).is_some());
    let (Some(pages), Some(fridge)) = (pages, print("fridge".into(), pages::fridge())) else {
        return;
    };
    let mut found: Vec<String> = pages.iter().flat_map(|page| page.faults.clone()).collect();
    for page in &pages {
        let most = most(page.kind).filter(|(_, most)| page.sides > *most);
        found.extend(most.map(|(_, most)| format!("{} takes {} sides, not {most}", page.name, page.sides)));
    }
    if sides(&fridge).len() > 1 {
        found.push("what hangs on the fridge takes more than one side where nothing is known".into());
    }
    use SheetKind::{Cards, Chair, Driver, Offer, Overdose, Person, Plan};
    let of_the_day = [Plan, Person, Chair, Driver, Cards, Overdose, Offer];
    let of_the_day = pages.iter().filter(|page| of_the_day.contains(&page.kind));
    let day: usize = of_the_day.map(|page| page.sides - page.before).sum();
    if day > FOR_THE_DAY {
        found.push(format!("the day takes {day} sides"));
    }
    nothing(&found);
}

/// One of [`pages::PLANS`] on one paper: nothing is wrong.
#[track_caller]
fn family(plan: &str, country: &str) {
    let Some(pages) = laid_out(plan, country, |_| true) else {
        return;
    };
    assert!(pages.len() > 12, "{plan}: {} pages", pages.len());
    let found: Vec<String> = pages.into_iter().flat_map(|page| page.faults).collect();
    nothing(&found);
}

/// Each family on each paper is a test of its own, so that one can be run alone.
macro_rules! families {
    ($($name:ident: $plan:literal $country:literal;)+) => {
        $(#[test]
        #[ignore = "some minutes: .ci/slow"]
        fn $name() {
            family($plan, $country);
        })+

        #[test]
        fn every_family_is_laid_out_on_both_papers() {
            let tested: BTreeSet<(&str, &str)> = [$(($plan, $country)),+].into();
            let wanted = pages::PLANS.iter().flat_map(|plan| ["us", "gb"].map(|country| (*plan, country)));
            assert_eq!(tested, wanted.collect());
        }
    };
}

families! {
    the_example_on_letter: "example" "us";
    the_example_on_a4: "example" "gb";
    long_names_on_letter: "long names" "us";
    long_names_on_a4: "long names" "gb";
    nine_who_help_on_letter: "nine" "us";
    nine_who_help_on_a4: "nine" "gb";
    first_names_on_letter: "first names" "us";
    first_names_on_a4: "first names" "gb";
}

/// A side on which each of these faults is, so that a look that sees nothing would be seen.
#[test]
fn each_fault_of_a_side_is_seen() {
    let row = |bottom: f32, text: &str| Row {
        bottom,
        text: text.into(),
    };
    let side = |rows, breaks| Side { rows, breaks };
    let mut page = pages::fridge();
    page.blocks = vec![
        Block::Heading("A heading".into()),
        Block::Words("Juniper is here".into()),
    ];
    let split = vec![("Juni".to_string(), "per".to_string()), ("is".into(), "here".into())];
    let sides = [
        side(vec![row(50.0, "Juniper is here"), row(60.0, "A heading")], Vec::new()),
        side(
            vec![row(4.0, "Juniper is here"), row(60.0, "A heading"), row(70.0, "here")],
            split,
        ),
        side(vec![row(9.0, "here")], Vec::new()),
        side(Vec::new(), Vec::new()),
    ];
    let found = faults(&page, &sides);
    let seen = [
        "side 1 ends with a heading",
        "side 2 begins with a line alone",
        "side 2 splits Juniper",
        "side 3 is nearly empty",
        "side 4 is empty",
    ];
    assert_eq!(found.len(), seen.len(), "{found:?}");
    for (fault, seen) in found.iter().zip(seen) {
        assert!(fault.starts_with(seen), "{fault}");
    }
}
