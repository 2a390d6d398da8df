//! `sources`: which rule, task, page and danger card rests on what, and what nobody has reviewed yet.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::cli::Format;
use crate::error::Error;
use crate::sheets::{self, Block};
use crate::tasks;
use crate::words::{
    COUNTRIES, HelpLine, Map, Source, SourcesWords, Trace, Words, fill_placeholders, sources as known, traces, weakest,
};

use crate::app::{Context, Exit};

/// Prints it all. It needs no plan.
///
/// # Errors
/// stdout is closed.
pub fn sources(format: Format, context: &mut Context) -> Result<Exit, Error> {
    let found = SourceList::of(context.words)?;
    match format {
        Format::Text => context.print_public(&sheets::text_of_blocks(&found.page(context.words), context.columns()))?,
        Format::Json => context.print_json(&found)?,
    }
    Ok(Exit::Done)
}

/// What rests on what. Both formats are drawn from it.
#[derive(Serialize)]
struct SourceList {
    review: Vec<ReviewOwed>,
    cards: Vec<Traced>,
    pages: Vec<Traced>,
    rules: Vec<Traced>,
    tasks: Vec<Traced>,
    lines: Vec<Traced>,
    sources: Vec<SourceRow>,
}

/// What somebody has to confirm.
#[derive(Serialize)]
struct ReviewOwed {
    by: &'static str,
    what: &'static str,
}

/// One thing that is said, how sure it is, and the codes of the sources.
#[derive(Serialize)]
struct Traced {
    code: String,
    what: String,
    level: String,
    sources: Vec<String>,
}

/// One source.
#[derive(Serialize)]
struct SourceRow {
    code: String,
    organization: String,
    title: String,
    level: String,
    /// Only the opening was read.
    opening_only: bool,
    addresses: Vec<String>,
}

impl SourceList {
    fn of(words: &Words) -> Result<SourceList, Error> {
        let (known, traces) = (known()?, traces()?);
        let own = &words.sources;
        let owed = |by: &'static str| {
            let all = traces
                .review
                .iter()
                .filter(move |(_, who)| who.iter().any(|one| one == by));
            all.map(move |(what, _)| ReviewOwed {
                by,
                what: own.review[what],
            })
        };
        let rows = |said: Map<&'static str>, traced: &BTreeMap<String, Trace>| {
            let row = |(code, trace): (&String, &Trace)| Traced {
                code: code.clone(),
                what: said[code].into(),
                level: trace.confidence.clone(),
                sources: trace.sources.clone(),
            };
            traced.iter().map(row).collect()
        };
        Ok(SourceList {
            review: owed("clinician").chain(owed("lawyer")).collect(),
            cards: rows(own.card, &traces.card),
            pages: rows(own.page, &traces.page),
            rules: rows(own.rule, &traces.rule),
            tasks: tasks::TaskKind::ALL.iter().map(|kind| task(*kind, &known)).collect(),
            lines: help_lines(words),
            sources: known.iter().map(|(code, source)| one(code, source)).collect(),
        })
    }

    fn page(&self, words: &Words) -> Vec<Block> {
        let own = &words.sources;
        let mut blocks = vec![Block::Heading(own.title.into())];
        blocks.extend(own.intro.iter().map(|said| Block::Words((*said).into())));
        let list = |title: &str, lines: Vec<String>| Block::points(title, lines);
        for (who, title) in [("clinician", own.clinician), ("lawyer", own.lawyer)] {
            let owed = self.review.iter().filter(|owed| owed.by == who);
            let owed = owed.map(|owed| fill_placeholders(own.review_mark, &[("what", owed.what)]));
            blocks.push(list(title, owed.collect()));
        }
        for (title, traced) in [
            (own.cards, &self.cards),
            (own.pages, &self.pages),
            (own.rules, &self.rules),
            (own.tasks, &self.tasks),
            (own.lines, &self.lines),
        ] {
            blocks.push(list(title, traced.iter().map(|traced| traced.row(own)).collect()));
        }
        let sources = self.sources.iter().map(|source| source.row(own));
        blocks.push(list(own.sources, sources.collect()));
        blocks
    }
}

impl Traced {
    fn row(&self, own: &SourcesWords) -> String {
        let level = own.level.get(&self.level).copied().unwrap_or(&self.level);
        let rests = match (self.sources.is_empty(), self.level.is_empty()) {
            (true, true) => own.own_task.to_string(),
            (true, false) => fill_placeholders(own.alone, &[("level", level)]),
            _ => fill_placeholders(own.rests, &[("level", level), ("codes", &self.sources.join(", "))]),
        };
        let row = |what: &str| fill_placeholders(own.row, &[("code", &self.code), ("what", what)]);
        // A task has no sentence of its own here.
        match self.what.is_empty() {
            true => row(&rests),
            false => format!("{} {rests}", row(&self.what)),
        }
    }
}

impl SourceRow {
    fn row(&self, own: &SourcesWords) -> String {
        let level = own.level.said(&self.level);
        let facts = [
            ("code", self.code.as_str()),
            ("organisation", &self.organization),
            ("title", &self.title),
            ("level", level),
        ];
        let mut said = fill_placeholders(own.source, &facts);
        if self.opening_only {
            said = format!("{said} {}", own.opening);
        }
        self.addresses
            .iter()
            .fold(said, |said, address| format!("{said} {address}"))
    }
}

/// A task by its code. What is derived (`D`) names no source for that part; without any it is our own.
fn task(kind: tasks::TaskKind, known: &BTreeMap<String, Source>) -> Traced {
    let codes = tasks::sources(kind);
    let level = match codes.is_empty() {
        true => "",
        false => weakest(codes, known),
    };
    let named = codes.iter().filter(|code| known.contains_key(**code));
    Traced {
        code: kind.code().into(),
        what: String::new(),
        level: level.into(),
        sources: named.map(|code| code.to_string()).collect(),
    }
}

fn help_lines(words: &Words) -> Vec<Traced> {
    let own = &words.sources;
    let of_country = |code: &str| -> Vec<Traced> {
        let country = words.lines.country.get(code).copied().unwrap_or(code);
        let one = |line: &HelpLine| {
            let what = fill_placeholders(own.line, &[("country", country), ("service", line.service)]);
            Traced {
                code: line.id.into(),
                what: format!("{what}."),
                level: line.confidence.into(),
                sources: line.sources.iter().map(|code| code.to_string()).collect(),
            }
        };
        words.help_lines(code).line.iter().map(one).collect()
    };
    COUNTRIES.iter().flat_map(|(code, _)| of_country(code)).collect()
}

fn one(code: &str, source: &Source) -> SourceRow {
    // A page of a company is no place to send a family to: its address stays in the file.
    let read = source.confidence == "H";
    let addresses = source.address.iter().chain(&source.addresses).filter(|_| read);
    SourceRow {
        code: code.into(),
        organization: source.organisation.clone(),
        title: source.title.clone(),
        level: source.confidence.clone(),
        opening_only: source.opening,
        addresses: addresses.cloned().collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::test_context::TestContext;

    fn printed() -> String {
        let mut trial = TestContext::new();
        assert_eq!(trial.run(|context| sources(Format::Text, context)).unwrap(), Exit::Done);
        trial.stdout()
    }

    #[test]
    fn every_rule_task_card_and_source_stands_there() {
        let printed = printed();
        let rows: Vec<&str> = printed.lines().filter_map(|line| line.strip_prefix("  - ")).collect();
        let has = |code: &str| rows.iter().any(|row| row.starts_with(&format!("{code}: ")));
        assert!(traces().unwrap().rule.keys().all(|rule| has(rule)));
        assert!(tasks::TaskKind::ALL.iter().all(|kind| has(kind.code())));
        for code in ["overdose", "suicide", "violence", "all", "checklist", "N8", "Rd8"] {
            assert!(has(code), "{code}");
        }
        assert!(!printed.contains('{'));
    }

    #[test]
    fn what_was_not_read_again_is_advice_and_not_fact() {
        let words = Words::load("en", None).unwrap().sources;
        let whole = printed().replace("\n    ", " ");
        let of = |code: &str| {
            whole
                .lines()
                .find(|l| l.starts_with(&format!("  - {code}: ")))
                .unwrap()
                .to_string()
        };
        assert!(of("R-13").contains(words.level["M"]));
        assert!(of("R-09").contains(words.level["H"]));
        for (code, trace) in traces().unwrap().rule {
            assert_eq!(of(&code).contains("Fact: "), trace.confidence == "H", "{code}");
        }
        assert!(of("family_groups").contains(words.level["M"]));
    }

    // Holds R-22 (speaks)
    #[test]
    fn r_22_no_address_of_a_company_is_printed() {
        // A long address is broken at the end of a line.
        let printed = printed().replace("\n    ", "");
        for source in known()
            .unwrap()
            .values()
            .filter(|source| source.organisation.contains("Interventions"))
        {
            let address = source.address.as_deref().unwrap_or_default();
            assert!(source.confidence == "H" || !printed.contains(address), "{address}");
        }
        assert!(printed.contains("https://pubmed.ncbi.nlm.nih.gov/10535235/"));
    }

    #[test]
    fn what_has_to_be_confirmed_is_not_yet_reviewed() {
        let whole = printed().replace("\n    ", " ");
        let words = Words::load("en", None).unwrap().sources;
        for said in words.review.values() {
            assert!(
                whole.contains(&fill_placeholders(words.review_mark, &[("what", said)])),
                "{said}"
            );
        }
        assert!(whole.find(words.clinician) < whole.find(words.lawyer));
    }
}
