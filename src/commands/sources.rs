//! `sources`: which rule, task, page and danger card rests on what, and what nobody has reviewed yet.

use std::collections::BTreeMap;

use crate::error::Error;
use crate::tasks;
use crate::text;
use crate::words::{
    COUNTRIES, Source, SourcesWords, Trace, Words, fill_placeholders, sources as known, traces, weakest,
};

use crate::app::{Context, Exit};

/// Prints it all. It needs no plan.
///
/// # Errors
/// stdout is closed.
pub fn sources(context: &mut Context) -> Result<Exit, Error> {
    let (known, traces) = (known()?, traces()?);
    let words = context.words;
    let own = &words.sources;
    let mut page = SourcesText {
        said: String::new(),
        columns: context.columns(),
    };
    page.heading(own.title, '=');
    own.intro.iter().for_each(|said| page.paragraph(said));
    for (who, heading) in [("clinician", &own.clinician), ("lawyer", &own.lawyer)] {
        page.heading(heading, '-');
        for (what, _) in traces.review.iter().filter(|(_, by)| by.iter().any(|one| one == who)) {
            page.row(&fill_placeholders(own.review_mark, &[("what", own.review[what])]));
        }
    }
    for (heading, said, traced) in [
        (&own.cards, &own.card, &traces.card),
        (&own.pages, &own.page, &traces.page),
        (&own.rules, &own.rule, &traces.rule),
    ] {
        page.heading(heading, '-');
        for (code, trace) in traced {
            page.row(&row(code, said[code], &rests(trace, own), own));
        }
    }
    page.heading(own.tasks, '-');
    for kind in tasks::TaskKind::ALL {
        page.row(&task(*kind, &known, own));
    }
    page.heading(own.lines, '-');
    help_lines(words).iter().for_each(|line| page.row(line));
    page.heading(own.sources, '-');
    for (code, source) in &known {
        page.row(&one(code, source, own));
    }
    context.print(&page.said)?;
    Ok(Exit::Done)
}

fn row(code: &str, what: &str, rests: &str, own: &SourcesWords) -> String {
    format!(
        "{} {rests}",
        fill_placeholders(own.row, &[("code", code), ("what", what)])
    )
}

fn rests(trace: &Trace, own: &SourcesWords) -> String {
    let codes: Vec<&str> = trace.sources.iter().map(String::as_str).collect();
    level_and_codes(&trace.confidence, &codes, own)
}

fn level_and_codes(level: &str, codes: &[&str], own: &SourcesWords) -> String {
    let level = own.level.get(level).copied().unwrap_or(level);
    let sentence = if codes.is_empty() { &own.alone } else { &own.rests };
    fill_placeholders(sentence, &[("level", level), ("codes", &codes.join(", "))])
}

/// A task by its code. What is derived (`D`) names no source for that part.
fn task(kind: tasks::TaskKind, known: &BTreeMap<String, Source>, own: &SourcesWords) -> String {
    let codes = tasks::sources(kind);
    let said = if codes.is_empty() {
        own.own_task.into()
    } else {
        let named: Vec<&str> = codes.iter().copied().filter(|code| known.contains_key(*code)).collect();
        level_and_codes(weakest(codes, known), &named, own)
    };
    fill_placeholders(own.row, &[("code", kind.code()), ("what", &said)])
}

fn help_lines(words: &Words) -> Vec<String> {
    let own = &words.sources;
    let of_country = |code: &str| -> Vec<String> {
        let country = words.lines.country.get(code).copied().unwrap_or(code);
        let lines = &words.help_lines(code).line;
        let one = |line: &crate::words::HelpLine| {
            let codes: Vec<&str> = line.sources.to_vec();
            let what = fill_placeholders(own.line, &[("country", country), ("service", line.service)]);
            row(
                line.id,
                &format!("{what}."),
                &level_and_codes(line.confidence, &codes, own),
                own,
            )
        };
        lines.iter().map(one).collect()
    };
    COUNTRIES.iter().flat_map(|(code, _)| of_country(code)).collect()
}

fn one(code: &str, source: &Source, own: &SourcesWords) -> String {
    let level = own.level.get(&source.confidence).copied().unwrap_or_default();
    let mut said = fill_placeholders(
        own.source,
        &[
            ("code", code),
            ("organisation", &source.organisation),
            ("title", &source.title),
            ("level", level),
        ],
    );
    if source.opening {
        said = format!("{said} {}", own.opening);
    }
    // A page of a company is no place to send a family to: its address stays in the file.
    let read = source.confidence == "H";
    let addresses = source.address.iter().chain(&source.addresses).filter(|_| read);
    addresses.fold(said, |said, address| format!("{said} {address}"))
}

/// A page as it grows.
struct SourcesText {
    said: String,
    columns: usize,
}

impl SourcesText {
    fn heading(&mut self, title: &str, line: char) {
        if !self.said.is_empty() {
            self.said.push('\n');
        }
        self.lines(text::wrap(title, self.columns));
        self.lines(vec![line.to_string().repeat(text::width(title).min(self.columns))]);
    }

    fn paragraph(&mut self, said: &str) {
        self.lines(text::wrap(said, self.columns));
    }

    fn row(&mut self, said: &str) {
        self.lines(text::hanging(said, self.columns, "- ", "  "));
    }

    fn lines(&mut self, lines: Vec<String>) {
        for line in lines {
            self.said.push_str(&line);
            self.said.push('\n');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::test_context::TestContext;

    fn printed() -> String {
        let mut trial = TestContext::new();
        assert_eq!(trial.run(sources).unwrap(), Exit::Done);
        trial.stdout()
    }

    #[test]
    fn every_rule_task_card_and_source_stands_there() {
        let printed = printed();
        let rows: Vec<&str> = printed.lines().filter_map(|line| line.strip_prefix("- ")).collect();
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
        let whole = printed().replace("\n  ", " ");
        let of = |code: &str| {
            whole
                .lines()
                .find(|l| l.starts_with(&format!("- {code}: ")))
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

    #[test]
    fn r_22_no_address_of_a_company_is_printed() {
        // A long address is broken at the end of a line.
        let printed = printed().replace("\n  ", "");
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
        let whole = printed().replace("\n  ", " ");
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
