//! The PDF of a page, read back with poppler's tools.

use std::fs;
use std::process::Command;

use steadfast::error::Error;
use steadfast::sheets::{self, Block, Page};
use tempfile::TempDir;

use super::pages;
use super::tools::{program, said};
use crate::files::names;

/// A page that was printed, in a folder of its own.
pub struct Printed {
    pub name: String,
    pub page: Page,
    folder: TempDir,
}

impl Printed {
    pub fn told(&self, tool: &str, more: &[&str]) -> String {
        let file = self.folder.path().join("made.pdf");
        said(Command::new(tool).arg(file).args(more))
    }

    /// The text of each sheet, folded, in the order in which it is written: by its place on the sheet, marks side by side
    /// change places.
    fn sheets(&self) -> Vec<String> {
        let text = self.told("pdftotext", &["-raw", "-enc", "UTF-8", "-"]);
        let mut sheets: Vec<String> = text.split('\u{c}').map(fold).collect();
        // A form feed ends each sheet.
        assert_eq!(sheets.pop().as_deref(), Some(""));
        sheets
    }
}

/// Prints a page, unless something is missing here.
pub fn print(name: String, page: Page) -> Option<Printed> {
    for tool in ["pdfinfo", "pdffonts", "pdftotext"] {
        program(&[tool])?;
    }
    let folder = tempfile::tempdir().unwrap();
    let made = match sheets::pdf(&sheets::html(&page), folder.path(), None) {
        Err(Error::NoBrowser { .. }) => {
            program(&["chromium"]);
            return None;
        }
        made => made.unwrap(),
    };
    assert_eq!(names(folder.path()), [""; 0], "left behind by {name}");
    fs::write(folder.path().join("made.pdf"), made).unwrap();
    Some(Printed { name, page, folder })
}

/// Every page that is to be printed.
fn printed() -> Option<Vec<Printed>> {
    let pages = pages::printed().into_iter();
    pages.map(|(name, page)| print(name, page)).collect()
}

/// Without any space: a line may break at a space and, in the number of a phone, at a hyphen.
fn fold(text: &str) -> String {
    text.split_whitespace().collect()
}

#[test]
fn a_pdf_is_tagged_and_titled_says_what_the_page_says_and_cuts_no_task() {
    for printed in printed().unwrap_or_default() {
        facts(&printed);
        fonts(&printed);
        let sheets = printed.sheets();
        edges(&printed, &sheets);
        words(&printed, &sheets);
    }
}

/// A name in a narrow cell stays whole: split, it is nobody's.
#[test]
fn no_name_is_split_within_a_cell() {
    let with_tables = ["chair-gb", "plan-gb"];
    let pages = pages::all().into_iter();
    for (name, page) in pages.filter(|(name, _)| with_tables.contains(&name.as_str())) {
        let Some(printed) = print(name, page) else { return };
        let text = printed.told("pdftotext", &["-enc", "UTF-8", "-"]);
        for name in ["Juniper", "Alder", "Robin", "Linden", "Hazel", "Sorrel"] {
            for cut in 3..name.len() {
                let split = format!("{}\n{}\n", &name[..cut], &name[cut..]);
                assert!(!text.contains(&split), "{}: {name} is split", printed.name);
            }
        }
    }
}

fn facts(printed: &Printed) {
    let told = printed.told("pdfinfo", &[]);
    let fact = |name: &str| {
        let line = told.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
        line.unwrap_or_default().trim()
    };
    let name = &printed.name;
    assert_eq!(
        (fact("Title"), fact("Tagged"), fact("JavaScript")),
        (printed.page.title.as_str(), "yes", "no"),
        "{name}"
    );
    // Nothing in the file says on which computer it was made.
    assert_eq!(fact("Creator"), "-", "{name}");
    let size = if name.ends_with("-gb") { "(A4)" } else { "(letter)" };
    assert!(fact("Page size").ends_with(size), "{name}: {told}");
}

/// Every letter is in the file, so that each printer has it.
fn fonts(printed: &Printed) {
    let told = printed.told("pdffonts", &[]);
    let rows: Vec<&str> = told.lines().skip(2).collect();
    assert!(!rows.is_empty(), "{}", printed.name);
    for row in rows {
        let embedded = row.split_whitespace().rev().nth(4);
        assert_eq!(embedded, Some("yes"), "{}: {row}", printed.name);
    }
}

/// On every sheet: the title, "Private", the day it was printed, the emergency line, the number of the page.
fn edges(Printed { name, page, .. }: &Printed, sheets: &[String]) {
    assert!(!sheets.is_empty(), "{name}");
    for (at, sheet) in sheets.iter().enumerate() {
        let number = format!("Page {} of {}", at + 1, sheets.len());
        for edge in [&page.title, &page.under.join(". "), &page.emergency[0].words, &number] {
            assert!(sheet.contains(&fold(edge)), "{name}, sheet {at}, lacks {edge}: {sheet}");
        }
    }
}

/// Every word of the page is there; a task is on one sheet, and a heading is on the sheet of what follows it.
fn words(Printed { name, page, .. }: &Printed, sheets: &[String]) {
    let is_there = |words: &str| {
        let words = fold(words);
        assert!(
            sheets.iter().any(|sheet| sheet.contains(&words)),
            "{name} lacks in one piece: {words}"
        );
    };
    let mut before = String::new();
    for block in &page.blocks {
        if let Block::Heading(title) = block {
            before = format!("{title} ");
            continue;
        }
        let mut pieces = pieces(block);
        if let Some(first) = pieces.first_mut() {
            first.insert_str(0, &std::mem::take(&mut before));
        }
        pieces.iter().for_each(|piece| is_there(piece));
    }
    page.foot.iter().for_each(|line| is_there(line));
}

/// The words of a block, each piece on one sheet.
fn pieces(block: &Block) -> Vec<String> {
    let titled =
        |title: &String, lines: &mut dyn Iterator<Item = String>| [title.clone()].into_iter().chain(lines).collect();
    match block {
        Block::Heading(title) => vec![title.clone()],
        Block::Words(words) => vec![words.clone()],
        Block::Blank(label, _) => vec![label.clone()],
        Block::Task {
            done,
            number,
            text,
            shares,
            lines,
        } => {
            let tick = |done: bool| if done { "x " } else { "" };
            let number = number.map(|number| format!("{number}. ")).unwrap_or_default();
            let each = shares.iter().map(|(name, done)| format!("{}{name} ", tick(*done)));
            vec![format!(
                "{}{number}{text} {}{}",
                tick(*done),
                each.collect::<String>(),
                lines.join(" ")
            )]
        }
        Block::Summary { title, lines } | Block::Points { title, lines, .. } => {
            titled(title, &mut lines.iter().cloned())
        }
        Block::Steps { title, steps } => titled(title, &mut steps.iter().map(|(step, _)| step.clone())),
        Block::Numbers { title, lines } => titled(title, &mut lines.iter().map(|line| line.words.clone())),
        // Short ones stand side by side as well.
        Block::Facts(facts) => facts
            .iter()
            .flat_map(|(label, value)| words_of(&format!("{label} {value}")))
            .collect(),
        Block::Said(lines) => lines.iter().flat_map(|typed| typed.lines()).map(String::from).collect(),
        // A row is on one sheet; its cells stand side by side, so that their words are mixed when they are read.
        Block::Table { title, rows, .. } => titled(title, &mut rows.iter().flatten().flat_map(|cell| words_of(cell))),
        Block::Card { title, blocks } => titled(title, &mut blocks.iter().flat_map(pieces)),
        Block::Weeks { .. } | Block::Code { .. } | Block::NewPage | Block::Together => Vec::new(),
    }
}

fn words_of(text: &str) -> Vec<String> {
    text.split_whitespace().map(String::from).collect()
}
