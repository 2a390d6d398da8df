//! What stands in braces is filled in, and nothing else stands in braces.

use std::collections::BTreeSet;

use super::{languages, nothing};

/// Who is spoken of: filled in every sentence of a step.
const SPOKEN: &[&str] = &["name", "planner", "item"];

/// The words of the country, in the files whose sentences are filled with them.
const COUNTRY: (&[&str], &[&str]) = (
    &["danger", "tasks", "ready", "choices", "day", "options", "safety"],
    &[
        "er",
        "doctor",
        "clinic",
        "naloxone",
        "naloxone_from",
        "spray",
        "injection",
        "another",
        "cpr",
        "law",
    ],
);

/// What the program fills in, a file a row. A file that is not named knows [`SPOKEN`] only.
const KNOWN: &[(&str, &[&str])] = &[
    ("ask", &[""]),
    ("dates", &[]),
    ("disclaimers", &["emergency"]),
    ("danger", &["name", "emergency", "suicide", "violence"]),
    ("gain", &["n", "who", "name"]),
    ("local", &["weekday", "wd", "day", "month", "mon", "year"]),
    (
        "ready",
        &[
            "date", "item", "level", "name", "n", "question", "source", "what", "who", "why",
        ],
    ),
    (
        "tasks",
        &[
            "name",
            "item",
            "question",
            "n",
            "emergency",
            "suicide",
            "violence",
            "child_line",
            "grief",
        ],
    ),
    (
        "checklist",
        &[
            "date",
            "item",
            "who",
            "when",
            "why",
            "page",
            "pages",
            "emergency",
            "suicide",
            "country",
            "n",
            "id",
            "command",
        ],
    ),
    ("help", &["topics", "topic"]),
    (
        "sheet",
        &[
            "about", "command", "date", "kind", "kinds", "letters", "meant", "n", "page", "path", "people", "who",
            "why",
        ],
    ),
    (
        "commands",
        &[
            "answer", "code", "command", "id", "ids", "n", "nearest", "number", "path", "paths", "restore", "short",
            "steps", "typed", "undo", "when", "word",
        ],
    ),
    ("lock", &["command", "key", "n", "path", "paths", "plan"]),
    ("calendar", &["item", "n", "name", "when", "why"]),
    ("pages/offer", &["item", "who"]),
    ("pages/after", &["name", "date", "who"]),
    ("pages/weeks", &["date", "what", "who"]),
    ("keeping", &["command", "date", "other", "ours", "path", "time", "when"]),
    (
        "call",
        &[
            "call", "command", "item", "n", "name", "nearest", "phone", "planner", "say", "typed", "who",
        ],
    ),
    (
        "sources",
        &[
            "code",
            "codes",
            "country",
            "level",
            "n",
            "organisation",
            "service",
            "title",
            "what",
        ],
    ),
    (
        "faults",
        &[
            "before",
            "cause",
            "column",
            "command",
            "expected",
            "file",
            "format",
            "found",
            "key",
            "languages",
            "limit",
            "line",
            "message",
            "nearest",
            "offered",
            "option",
            "ours",
            "path",
            "place",
            "seconds",
            "typed",
            "word",
        ],
    ),
    ("boundaries", &["name", "planner", "item", "list"]),
    ("pages/person", &["item", "name", "who"]),
    ("pages/chair", &["first", "item", "n", "name", "second", "when", "who"]),
    ("pages/driver", &["emergency", "er", "item", "name"]),
    ("pages/cards", &["name"]),
    ("pages/calls", &["item", "say"]),
    ("pages/overdose", &["emergency"]),
    ("pages/tonight", &["emergency", "item", "name", "path", "suicide"]),
    ("pages/clinic", &[]),
    ("pages/letter", &["name", "who"]),
    ("pages/brief", &["item"]),
    ("pages/home", &["name"]),
    ("pages/supervision", &["done", "n"]),
    (
        "home",
        &[
            "name",
            "emergency",
            "suicide",
            "suicide_line",
            "violence",
            "step",
            "steps",
            "n",
            "country",
            "path",
            "why",
            "naloxone",
            "question",
            "who",
            "when",
            "on",
        ],
    ),
    (
        "lines",
        &[
            "address",
            "code",
            "countries",
            "country",
            "date",
            "emergency",
            "keyword",
            "languages",
            "month",
            "name",
            "number",
            "only",
            "place",
            "service",
            "typed",
            "what",
            "when",
            "who",
            "year",
        ],
    ),
    (
        "engine",
        &[
            "better", "typed", "most", "last", "minutes", "name", "say", "seconds", "section", "left", "max", "years",
            "today", "date", "distance", "start", "who", "items", "item", "why", "command", "n", "weekday", "wd",
            "day", "month", "mon", "year",
        ],
    ),
];

/// The placeholders of a sentence, or what is wrong with its braces.
fn placeholders(text: &str) -> Result<BTreeSet<String>, &'static str> {
    let mut found = BTreeSet::new();
    let mut rest = text;
    while let Some(at) = rest.find(['{', '}']) {
        if rest[at..].starts_with('}') {
            return Err("a brace closes what was never opened");
        }
        let end = rest[at + 1..].find(['{', '}']).map(|end| at + 1 + end);
        match end {
            Some(end) if rest[end..].starts_with('}') => {
                found.insert(rest[at + 1..end].to_string());
                rest = &rest[end + 1..];
            }
            _ => return Err("a brace is never closed"),
        }
    }
    Ok(found)
}

#[test]
fn every_placeholder_is_one_that_is_filled_there() {
    let mut faults = Vec::new();
    for (language, sentences) in languages() {
        for sentence in sentences {
            let known = KNOWN.iter().find(|(file, _)| *file == sentence.file);
            let known = known.map_or(SPOKEN, |(_, known)| known);
            let country = if COUNTRY.0.contains(&sentence.file) {
                COUNTRY.1
            } else {
                &[]
            };
            match placeholders(&sentence.text) {
                Err(fault) => faults.push(format!("{language}: {fault}: {}", sentence.place())),
                Ok(found) => faults.extend(
                    found
                        .iter()
                        .filter(|name| !known.contains(&name.as_str()) && !country.contains(&name.as_str()))
                        .map(|name| format!("{language}: nobody fills {{{name}}}: {}", sentence.place())),
                ),
            }
        }
    }
    nothing(faults);
}

#[test]
fn every_language_fills_in_the_same_things() {
    let mut all = languages();
    let (_, first) = all.next().unwrap();
    for (language, sentences) in all {
        for one in sentences {
            // A typed-date word list may be longer or shorter elsewhere; all else has its twin.
            let twin = first.iter().find(|twin| twin.file == one.file && twin.key == one.key);
            let Some(twin) = twin else { continue };
            assert_eq!(
                placeholders(&one.text),
                placeholders(&twin.text),
                "{language}: {}",
                one.place()
            );
        }
    }
}

#[test]
fn a_stray_brace_is_seen() {
    assert!(placeholders("a } b").is_err());
    assert!(placeholders("a { b").is_err());
    assert!(placeholders("a {b {c}").is_err());
    assert_eq!(placeholders("{a} {b} {a}").unwrap().len(), 2);
}
