//! A tired person reads this at night: sixth grade over each file and each page, eighth at most on one screen
//! (design#words).
//!
//! The formula is `textstat`'s Flesch-Kincaid grade. What is set aside: proper names,
//! names of medicines, numbers, what is filled in, and names of programs and files.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use steadfast::plan::{Ages, Answer, Change, ChangeNote, Gate, Id, Plan};
use steadfast::sheets::{self, SheetKind};
use steadfast::words::Words;

use super::{Sentence, languages, nothing};

const FILE: f64 = 6.0;
const SCREEN: f64 = 8.0;

/// Proper names, medicine names and names of programs, small. A name of several words stands word by word.
const NAMES: &[&str] = &[
    // medicines
    "naloxone",
    "methadone",
    "buprenorphine",
    "naltrexone",
    "acamprosate",
    "benzos",
    // a treatment that has to be asked for by its name
    "contingency",
    "management",
    // programs, services and rules
    "steadfast",
    "craft",
    "smart",
    "nar-anon",
    "al-anon",
    "grasp",
    "hipaa",
    "iop",
    "medicaid",
    "medicare",
    "va",
    "stderr",
    "stdout",
    "json",
    // places and peoples
    "united",
    "states",
    "canada",
    "kingdom",
    "ireland",
    "australia",
    "zealand",
    "ontario",
    "scotland",
    "english",
    "spanish",
    "french",
    "māori",
    "pasifika",
    "inuit",
    "métis",
    "nations",
    // the family of the example
    "juniper",
    "robin",
    "alder",
    "wren",
    "sorrel",
    "hazel",
    "linden",
    "clover",
    "birch",
];

/// What is left to read: each piece as a sentence of its own, without what is set aside.
fn plain<'a>(pieces: impl IntoIterator<Item = &'a str>) -> String {
    let mut text = String::new();
    for piece in pieces {
        let mut kept: Vec<&str> = Vec::new();
        for word in without_braces(piece)
            .replace("...", " ")
            .split_whitespace()
            .map(str::to_string)
        {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
            let bare = bare.strip_suffix("'s").unwrap_or(&bare);
            let name = NAMES.contains(&bare) || bare.starts_with("--") || word.starts_with(['-', '/', '<', '>']);
            let code = bare.contains(|c: char| c.is_ascii_digit() || c == '_');
            let loud = bare.len() > 1 && word.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
            if name || code || loud {
                // The sentence still ends where it ended.
                if word.ends_with(['.', '?']) {
                    kept.push(".");
                }
            } else {
                text.push_str(&word);
                text.push(' ');
            }
            text.extend(kept.drain(..));
        }
        let end = text.trim_end().chars().last();
        text.truncate(text.trim_end().len());
        if !matches!(end, None | Some('.' | '?')) && !text.ends_with(".\"") && !text.ends_with("?\"") {
            text.push('.');
        }
        text.push('\n');
    }
    text
}

fn without_braces(text: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for c in text.chars() {
        match c {
            '{' => inside = true,
            '}' => inside = false,
            _ if inside => {}
            c => out.push(c),
        }
    }
    out
}

fn grade<'a>(pieces: impl IntoIterator<Item = &'a str>) -> f64 {
    textstat::flesch_kincaid_grade(&plain(pieces))
}

/// Files that hold words to be understood, not sentences to be read.
fn is_read(sentence: &Sentence) -> bool {
    let is_sign = sentence.file == "ask" && sentence.key.starts_with("signs.");
    !is_sign && !matches!(sentence.file, "dates" | "local")
}

/// The screen a sentence stands on, where it stands on one with others: a question, the notes of a list of choices, a
/// card, a topic of the help, a kind of boundary. Any other sentence is a screen of its own.
fn screen(sentence: &Sentence) -> String {
    let parts: Vec<&str> = sentence.key.split('.').collect();
    let upto = |n: usize| format!("{} {}", sentence.file, parts[..parts.len().min(n)].join("."));
    match (sentence.file, parts[0]) {
        (_, "q") if matches!(sentence.last_key(), "ask" | "why" | "help") => upto(parts.len() - 1),
        ("choices", "note") => upto(2),
        ("danger", "card")
        | ("help", "topic")
        | ("tasks", "task")
        | ("boundaries", "kind")
        | ("words", "objection") => upto(2),
        ("ask", "menu") | ("help", "long_about") | ("lines", "unlisted") | ("danger", "signs_to_call") => upto(1),
        ("disclaimers", _) => sentence.file.into(),
        // The reasons stand together under the state of the gate; the question on safety stands over its reason.
        ("home", "reason") => upto(1),
        ("home", "changed_ask" | "changed_why") => "home changed".into(),
        _ => upto(parts.len()),
    }
}

#[test]
fn every_file_reads_at_sixth_grade() {
    let mut faults = Vec::new();
    for (language, sentences) in languages().filter(|(language, _)| *language == "en") {
        let mut files: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for sentence in sentences.iter().filter(|sentence| is_read(sentence)) {
            files.entry(sentence.file).or_default().push(&sentence.text);
        }
        for (file, texts) in files {
            let grade = grade(texts);
            if grade > FILE {
                faults.push(format!("{language}: {file}.toml reads at grade {grade:.1}"));
            }
        }
    }
    nothing(faults);
}

/// A label, or a sentence of a few words, is not read through: one long word in it would decide the grade.
fn is_label(texts: &[&str]) -> bool {
    let sentence = texts.iter().any(|text| text.ends_with(['.', '?']));
    textstat::lexicon_count(&plain(texts.iter().copied())) < if sentence { 5 } else { 8 }
}

#[test]
fn every_screen_reads_at_eighth_grade() {
    let mut faults = Vec::new();
    for (language, sentences) in languages().filter(|(language, _)| *language == "en") {
        let mut screens: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for sentence in sentences.iter().filter(|sentence| is_read(sentence)) {
            screens.entry(screen(sentence)).or_default().push(&sentence.text);
        }
        for (screen, texts) in screens {
            let grade = grade(texts.iter().copied());
            if grade > SCREEN && !is_label(&texts) {
                faults.push(format!(
                    "{language}: {screen} reads at grade {grade:.1}: {}",
                    texts.join(" ")
                ));
            }
        }
    }
    nothing(faults);
}

#[test]
fn every_page_reads_at_sixth_grade() {
    let words = Words::load("en", None).unwrap();
    let plan: Plan = serde_json::from_str(include_str!("../../prompts/en/example.json")).unwrap();
    let today = NaiveDate::from_ymd_opt(2026, 11, 16).unwrap();
    let change = |kind| ChangeNote { kind, on: today };
    let narrowed = |alter: &dyn Fn(&mut Plan)| {
        let mut plan = plan.clone();
        alter(&mut plan);
        sheets::checklist(&plan, &words, today)
    };
    let sheet = |kind| sheets::compose(kind, None, &plan, &words, today).ok().unwrap();
    let mut in_care = plan.clone();
    in_care.visit.changes.push(change(Change::InCare));
    let pages = [
        ("the calm talk", sheet(SheetKind::Talk)),
        ("the page to keep", sheet(SheetKind::Offer)),
        ("the first weeks", sheet(SheetKind::After)),
        (
            "the first weeks in care",
            sheets::compose(SheetKind::After, None, &in_care, &words, today)
                .ok()
                .unwrap(),
        ),
        ("the checklist", sheets::checklist(&plan, &words, today)),
        ("tonight", sheet(SheetKind::Tonight)),
        ("the blank pages", sheets::blank("us", &words, today)),
        (
            "a closed checklist",
            narrowed(&|plan| plan.safety.floor = Some(Gate::Closed)),
        ),
        (
            "somebody under 18",
            narrowed(&|plan| plan.person.ages = Answer::Given(Ages::PlannerUnder)),
        ),
        (
            "in jail",
            narrowed(&|plan| plan.visit.changes.push(change(Change::InJail))),
        ),
        (
            "after a death",
            narrowed(&|plan| plan.visit.changes.push(change(Change::Died))),
        ),
    ];
    // Every sheet, a personal one for each.
    let readers = sheets::readers(&plan);
    let sheet = |kind: SheetKind, reader: Option<&Id>| {
        let page = sheets::compose(kind, reader, &plan, &words, today);
        page.ok().map(|page| (kind.code(), page))
    };
    let sheets_of = |kind: &SheetKind| -> Vec<_> {
        if kind.is_personal() {
            readers.iter().filter_map(|(_, id)| sheet(*kind, Some(id))).collect()
        } else {
            sheet(*kind, None).into_iter().collect()
        }
    };
    let all = SheetKind::ALL.iter().flat_map(sheets_of);
    for (name, page) in pages.into_iter().chain(all) {
        let text = sheets::text(&page);
        let grade = grade(pieces(&text).iter().map(String::as_str));
        assert!(grade <= FILE, "{name} reads at grade {grade:.1}");
    }
}

/// The pieces of a page: a line that hangs under another goes on with it.
fn pieces(page: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    let mut goes_on = false;
    for line in page.lines() {
        let said = line.trim_start();
        let begins = said.starts_with('[') || ["Who:", "When:", "Why:"].iter().any(|label| said.starts_with(label));
        let numbered = said.starts_with(|c: char| c.is_ascii_digit());
        match pieces.last_mut() {
            _ if said.is_empty() || said.starts_with(['-', '=', '_']) => goes_on = false,
            Some(last) if goes_on && !begins && !numbered => *last = format!("{last} {said}"),
            _ => {
                pieces.push(said.to_string());
                goes_on = true;
            }
        }
    }
    pieces
}

#[test]
fn the_formula_agrees_with_published_examples() {
    // Words, sentences and syllables of the first are counted by hand in many places; the grade of the others is the
    // one published with them, where syllables come from a dictionary: the counter here may be off by one or two.
    let close = |text: &str, grade: f64, within: f64| {
        let found = textstat::flesch_kincaid_grade(text);
        assert!((found - grade).abs() <= within, "{found:.2} and not {grade:.2}: {text}");
    };
    close("The cat sat on the mat.", -1.45, 0.01);
    close(
        "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.",
        11.3,
        2.0,
    );
    close(
        "This sentence, taken as a reading passage unto itself, is being used to prove a point.",
        8.3,
        1.0,
    );
}

#[test]
fn what_is_set_aside_is_not_counted() {
    assert_eq!(plain(["Naloxone helps {name} at 1-800-662-4357."]), "helps at .\n");
    assert_eq!(plain(["Yes", "Go on."]), "Yes.\nGo on.\n");
    assert_eq!(plain(["Type --plain or STEADFAST_HOME."]), "Type or .\n");
}
