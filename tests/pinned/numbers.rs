//! Every number of every country beside its source. Nothing here writes the file.

use std::collections::BTreeSet;

use serde::Deserialize;
use steadfast::words::{COUNTRIES, HelpLine, Words};

const PINNED: &str = include_str!("numbers.toml");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pinned {
    number: Vec<Number>,
}

/// One number.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Number {
    country: String,
    r#for: String,
    service: String,
    way: String,
    number: String,
    source: String,
    read: String,
    confirmed_by: String,
}

impl Number {
    /// What has to be the same in the program.
    fn row(&self) -> String {
        [&self.country, &self.r#for, &self.service, &self.way, &self.number]
            .map(String::as_str)
            .join(" | ")
    }
}

fn pinned() -> Vec<Number> {
    toml::from_str::<Pinned>(PINNED).unwrap().number
}

/// The same rows, as the program has them.
fn in_the_program() -> Vec<String> {
    let words = Words::load("en", None).unwrap();
    let of = |code: &'static str, line: &HelpLine| {
        let text = line.text.as_ref().map(|text| match &line.keyword {
            Some(keyword) => format!("{keyword} to {text}"),
            None => text.to_string(),
        });
        let ways = [
            ("call", line.number.map(String::from)),
            ("also", line.also.map(String::from)),
            ("text", text),
            ("tty", line.tty.map(String::from)),
        ];
        let all = ways.into_iter().filter_map(|(way, number)| Some((way, number?)));
        all.map(|(way, number)| [code, line.id, line.service, way, &number].join(" | "))
            .collect::<Vec<_>>()
    };
    let country = |code: &'static str| {
        words
            .help_lines(code)
            .line
            .iter()
            .flat_map(move |line| of(code, line))
            .collect::<Vec<_>>()
    };
    COUNTRIES.iter().flat_map(|(code, _)| country(code)).collect()
}

#[test]
fn every_number_of_every_country_is_the_one_that_is_pinned() {
    let (pinned, there) = (pinned(), in_the_program());
    let mut faults = Vec::new();
    for one in &pinned {
        if !there.contains(&one.row()) {
            let Number {
                source,
                read,
                confirmed_by,
                ..
            } = one;
            faults.push(format!(
                "pinned: {}\n  source: {source}, read {read}, confirmed by {confirmed_by}",
                one.row()
            ));
        }
    }
    let rows: BTreeSet<String> = pinned.iter().map(Number::row).collect();
    faults.extend(
        there
            .iter()
            .filter(|row| !rows.contains(*row))
            .map(|row| format!("not pinned: {row}")),
    );
    assert!(
        faults.is_empty(),
        "a number is not the one that was read:\n{}",
        faults.join("\n")
    );
    assert_eq!(pinned.len(), there.len(), "a number is pinned twice");
}

#[test]
fn every_pinned_number_names_its_source_and_day_and_is_confirmed_by_nobody_yet() {
    for one in pinned() {
        let row = one.row();
        assert_eq!(
            one.confirmed_by, "nobody yet",
            "{row}: only somebody outside can confirm it"
        );
        assert_eq!(one.read, "2026-11", "{row}");
        assert!(!one.source.trim().is_empty(), "{row}");
    }
}

#[test]
fn a_pinned_source_is_one_of_those_the_line_rests_on() {
    let words = Words::load("en", None).unwrap();
    for one in pinned() {
        let same = |line: &&HelpLine| line.id == one.r#for && line.service == one.service;
        let lines = words.help_lines(&one.country);
        let line = lines
            .line
            .iter()
            .find(same)
            .unwrap_or_else(|| panic!("no {}", one.row()));
        let named = line
            .sources
            .iter()
            .all(|code| one.source.contains(&format!("{code}: ")));
        assert!(
            named && (line.sources.is_empty() == (one.source == "from memory")),
            "{}",
            one.row()
        );
        assert!(one.read == lines.read, "{}", one.row());
    }
}
