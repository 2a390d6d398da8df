//! What the words rest on: the sources, and which rule, page and danger card rests on which.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::error::Error;

use super::private_copy::parse_toml;

/// `prompts/sources.toml`, in no language.
pub const SOURCES: &str = include_str!("../../prompts/sources.toml");

/// `prompts/traces.toml`, in no language.
pub const TRACES: &str = include_str!("../../prompts/traces.toml");

/// One source (evidence#sources).
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Who published it.
    pub organisation: String,
    /// Its title.
    pub title: String,
    /// If it was read.
    pub address: Option<String>,
    /// The same, if it was read in several places.
    #[serde(default)]
    pub addresses: Vec<String>,
    /// `H` or `Hw` (evidence#how-sure).
    pub confidence: String,
    /// True if only the first part of the page was read.
    #[serde(default)]
    pub opening: bool,
}

/// What one thing rests on.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trace {
    /// Codes of sources.
    pub sources: Vec<String>,
    /// `H`, `Hw`, `M` or `D`: the weakest thing it needs (evidence#how-sure).
    pub confidence: String,
}

/// `traces.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Traces {
    /// The rules by their number.
    pub rule: BTreeMap<String, Trace>,
    /// Pages and screens.
    pub page: BTreeMap<String, Trace>,
    /// The danger cards.
    pub card: BTreeMap<String, Trace>,
    /// What has to be confirmed, and by whom: `clinician`, `lawyer`.
    pub review: BTreeMap<String, Vec<String>>,
}

/// The marks of how sure we are, the surest first (evidence#how-sure).
pub const LEVELS: [&str; 4] = ["H", "Hw", "M", "D"];

/// Every source by its code.
///
/// # Errors
/// [`Error::Words`] where the file does not fit; it is built in, so a test would have said so.
pub fn sources() -> Result<BTreeMap<String, Source>, Error> {
    parse_toml(SOURCES, "sources")
}

/// What rests on what.
///
/// # Errors
/// As [`sources`].
pub fn traces() -> Result<Traces, Error> {
    parse_toml(TRACES, "traces")
}

/// How sure something is that rests on these sources: as sure as the weakest. `D` stands for derived; what has no
/// source is from memory.
pub fn weakest<'a>(codes: &[&str], sources: &'a BTreeMap<String, Source>) -> &'a str {
    let level = |code: &&str| match sources.get(*code) {
        Some(source) => LEVELS.iter().position(|level| *level == source.confidence).unwrap_or(2),
        None if *code == "D" => 3,
        None => 2,
    };
    LEVELS[codes.iter().map(level).max().unwrap_or(2)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tasks;
    use crate::words::Words;
    #[test]
    fn every_code_that_is_used_is_a_source() {
        let (sources, traces) = (sources().unwrap(), traces().unwrap());
        let words = Words::load("en", None).unwrap();
        let mut used: Vec<String> = Vec::new();
        for traced in [&traces.rule, &traces.page, &traces.card] {
            used.extend(traced.values().flat_map(|trace| trace.sources.clone()));
        }
        for kind in tasks::TaskKind::ALL {
            used.extend(tasks::sources(*kind).iter().map(|code| code.to_string()));
        }
        for (country, _) in crate::words::COUNTRIES {
            let lines = &words.help_lines(country).line;
            used.extend(
                lines
                    .iter()
                    .flat_map(|line| line.sources.iter().map(|code| code.to_string())),
            );
        }
        assert!(used.len() > 200);
        for code in used {
            assert!(code == "D" || sources.contains_key(&code), "{code}");
        }
        assert!(sources.values().all(|s| LEVELS[..2].contains(&s.confidence.as_str())));
        let marked = [&traces.rule, &traces.page, &traces.card];
        assert!(
            marked
                .iter()
                .flat_map(|table| table.values())
                .all(|trace| LEVELS.contains(&trace.confidence.as_str()))
        );
    }

    #[test]
    fn nothing_is_surer_than_what_it_rests_on() {
        let (sources, traces) = (sources().unwrap(), traces().unwrap());
        let rank = |level: &str| LEVELS.iter().position(|known| *known == level).unwrap();
        for (code, trace) in traces.rule.iter().chain(&traces.page).chain(&traces.card) {
            let best = trace
                .sources
                .iter()
                .map(|source| rank(&sources[source].confidence))
                .min();
            // Without any source it is from memory or our own.
            assert!(rank(&trace.confidence) >= best.unwrap_or(2), "{code}");
        }
    }

    #[test]
    fn the_weakest_source_counts() {
        let sources = sources().unwrap();
        assert_eq!(weakest(&["N8", "D"], &sources), "D");
        assert_eq!(weakest(&[], &sources), "M");
        assert_eq!(weakest(&["nowhere"], &sources), "M");
        assert_eq!(weakest(&["N2"], &sources), sources["N2"].confidence);
        assert_eq!(weakest(&["N2", "N14"], &sources), "Hw");
    }

    #[test]
    fn every_rule_has_a_trace() {
        let rules: Vec<String> = (1..=41).map(|number| format!("R-{number:02}")).collect();
        let traced: Vec<String> = traces().unwrap().rule.into_keys().collect();
        assert_eq!(traced[..41], rules);
        let later = |rule: &String| ("R-51".."R-60").contains(&rule.as_str());
        assert!(traced[41..].iter().all(later), "{traced:?}");
    }

    #[test]
    fn what_is_not_reviewed_names_who_has_to() {
        for (what, by) in traces().unwrap().review {
            assert!(!by.is_empty(), "{what}");
            assert!(
                by.iter().all(|who| ["clinician", "lawyer"].contains(&who.as_str())),
                "{what}"
            );
        }
    }
}
