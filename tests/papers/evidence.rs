//! `docs/evidence.md`: what each rule, task and sentence rests on. It is written from `prompts/` and `tests/pinned/` by
//! this test when `UPDATE_EVIDENCE=1` is set, and by nobody else.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;

use steadfast::readiness::rules;
use steadfast::tasks::{self, TaskKind};
use steadfast::words::{COUNTRIES, Map, Source, Trace, Words, sources, traces, weakest};

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/evidence.md");

/// The page as it grows.
struct Page {
    text: String,
    words: Words,
    known: BTreeMap<String, Source>,
}

impl Page {
    fn heading(&mut self, level: usize, title: &str) {
        let marks = "#".repeat(level);
        write!(self.text, "\n{marks} {title}\n\n").unwrap();
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// How sure it is, and the sources by their codes.
    fn rests_on(&self, level: &str, codes: &[&str]) -> String {
        let level = &self.words.sources.level[level];
        let named: Vec<&str> = codes.iter().copied().filter(|code| *code != "D").collect();
        match named.is_empty() {
            true => format!("*{level}.*"),
            false => format!("*{level}.* {}.", named.join(", ")),
        }
    }

    fn of_codes(&self, codes: &[&str]) -> String {
        self.rests_on(weakest(codes, &self.known), codes)
    }

    /// One heading for each thing that is traced, so that it can be referred to.
    fn traced(&mut self, before: &str, said: &Map<&'static str>, traced: &BTreeMap<String, Trace>) {
        for (code, trace) in traced {
            let codes: Vec<&str> = trace.sources.iter().map(String::as_str).collect();
            let rests = self.rests_on(&trace.confidence, &codes);
            self.heading(3, &format!("{before}{}", code.replace('_', "-")));
            self.line(said[code]);
            self.line(&rests);
        }
    }
}

/// The whole page.
fn evidence() -> String {
    let mut page = Page {
        text: String::new(),
        words: Words::load("en", None).unwrap(),
        known: sources().unwrap(),
    };
    page.line("# Evidence");
    page.line("");
    page.line("What each rule, page, task and safety sentence rests on, and how sure we are. Made from `prompts/sources.toml`, ");
    page.line(
        "`prompts/traces.toml`, `prompts/lines/`, the tables of tasks and rules, and `tests/pinned/`; do not edit it:",
    );
    page.line(
        "`UPDATE_EVIDENCE=1 cargo test --test library papers::` writes it. A comment refers to a part of it as `evidence#call`.",
    );
    how_sure(&mut page);
    traced(&mut page);
    readiness(&mut page);
    list(&mut page);
    help_lines(&mut page);
    sentences(&mut page);
    all_sources(&mut page);
    page.text
}

fn how_sure(page: &mut Page) {
    page.heading(2, "How sure");
    for level in ["H", "Hw", "M", "D"] {
        let said = page.words.sources.level[level];
        page.line(&format!("- {level}: {said}."));
    }
    let review = traces().unwrap().review;
    for (who, title) in [
        ("clinician", "To be confirmed by a clinician"),
        ("lawyer", "To be confirmed by a lawyer"),
    ] {
        page.heading(2, title);
        for (what, by) in &review {
            if by.iter().any(|one| one == who) {
                let said = page.words.sources.review[what];
                page.line(&format!("- {said}"));
            }
        }
    }
}

fn traced(page: &mut Page) {
    let traces = traces().unwrap();
    let (rule, of_page, card) = {
        let own = &page.words.sources;
        (own.rule, own.page, own.card)
    };
    page.heading(2, "Rules");
    page.traced("", &rule, &traces.rule);
    page.heading(2, "Pages and screens");
    page.traced("", &of_page, &traces.page);
    page.heading(2, "Danger cards");
    page.traced("card-", &card, &traces.card);
}

fn readiness(page: &mut Page) {
    page.heading(2, "Readiness");
    for rule in rules() {
        let code = rule.rule.code();
        let what = page.words.ready.rule[code].what;
        let rests = page.of_codes(rule.source);
        page.line(&format!("- `{code}` ({}): {what} {rests}", rule.level.code()));
    }
}

fn list(page: &mut Page) {
    page.heading(2, "Tasks");
    for kind in TaskKind::ALL {
        let codes = tasks::sources(*kind);
        let said = page.words.tasks.task[kind.code()].text;
        let rests = match codes.is_empty() {
            true => page.words.sources.own_task.into(),
            false => page.of_codes(codes),
        };
        page.line(&format!("- `{}`: {said} {rests}", kind.code()));
    }
}

fn help_lines(page: &mut Page) {
    page.heading(2, "Help lines");
    for (code, _) in COUNTRIES {
        let lines = page.words.help_lines(code);
        let read = lines.read;
        let rows: Vec<String> = lines
            .line
            .iter()
            .map(|line| {
                let codes: Vec<&str> = line.sources.to_vec();
                let rests = page.rests_on(line.confidence, &codes);
                format!("- {code}, {}: {} {rests}", line.id, line.service)
            })
            .collect();
        page.line(&format!("- {code}: read {read}."));
        rows.iter().for_each(|row| page.line(row));
    }
}

/// What may kill, sentence by sentence, from the pinned file.
fn sentences(page: &mut Page) {
    page.heading(2, "Safety sentences");
    let pinned: toml::Table = toml::from_str(include_str!("../pinned/words.toml")).unwrap();
    for (file, lines) in &pinned {
        for (key, line) in lines.as_table().unwrap() {
            let says = line["says"].as_str().unwrap().replace('\n', " ");
            let codes = line["rests_on"].as_array().unwrap();
            let codes: Vec<&str> = codes.iter().filter_map(|code| code.as_str()).collect();
            let rests = page.of_codes(&codes);
            let by = line["confirmed_by"].as_str().unwrap();
            page.line(&format!("- `{file}.{key}`: {says} {rests} Confirmed by: {by}."));
        }
    }
}

fn all_sources(page: &mut Page) {
    page.heading(2, "Sources");
    let mut rows = Vec::new();
    for (code, source) in &page.known {
        let level = &page.words.sources.level[&source.confidence];
        let opening = if source.opening {
            format!(" {}", page.words.sources.opening)
        } else {
            String::new()
        };
        let addresses: Vec<&str> = source
            .address
            .iter()
            .chain(&source.addresses)
            .map(String::as_str)
            .collect();
        rows.push(format!(
            "- {code}: {}, \"{}\". {level}.{opening} {}",
            source.organisation,
            source.title,
            addresses.join(" ")
        ));
    }
    rows.iter().for_each(|row| page.line(row.trim_end()));
}

#[test]
fn the_evidence_is_what_the_data_say() {
    let made = evidence();
    if std::env::var_os("UPDATE_EVIDENCE").is_some() {
        fs::write(PATH, &made).unwrap();
    }
    let there = fs::read_to_string(PATH).unwrap_or_default();
    let first = made.lines().zip(there.lines()).find(|(made, there)| made != there);
    assert_eq!(
        first, None,
        "UPDATE_EVIDENCE=1 cargo test --test library papers:: writes it anew"
    );
    assert_eq!(made.len(), there.len());
}
