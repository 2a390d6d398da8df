//! A comment that says where something is explained leads there: `design#gate` to a heading of `docs/design.md`,
//! `evidence#call` and `R-24` to one of `docs/evidence.md`, a path to a file.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// Every text file that a reader of the code opens.
fn files() -> Vec<PathBuf> {
    fn gather(path: &Path, into: &mut Vec<PathBuf>) {
        if path.is_dir() {
            let entries = fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path());
            entries.for_each(|entry| gather(&entry, into));
        } else if path
            .extension()
            .is_some_and(|end| ["rs", "toml", "md"].iter().any(|known| end == *known))
        {
            into.push(path.into());
        }
    }
    let mut files = Vec::new();
    for top in [
        "src",
        "tests",
        "prompts",
        "docs",
        "fuzz/fuzz_targets",
        "README.md",
        "CONTRIBUTING.md",
        "SECURITY.md",
    ] {
        gather(&Path::new(ROOT).join(top), &mut files);
    }
    files
}

/// The headings of a paper, as they are linked to.
fn anchors(paper: &str) -> BTreeSet<String> {
    let text = fs::read_to_string(Path::new(ROOT).join("docs").join(paper)).unwrap();
    let heading = |line: &str| {
        line.starts_with('#')
            .then(|| line.trim_start_matches('#').trim().to_lowercase())
    };
    text.lines()
        .filter_map(heading)
        .map(|title| title.replace(' ', "-"))
        .collect()
}

fn words(line: &str) -> impl Iterator<Item = &str> {
    line.split(|letter: char| !(letter.is_ascii_alphanumeric() || "#-_./".contains(letter)))
        .map(|word| word.trim_end_matches(['.', '-', '/']))
}

/// What a line refers to and what is not there.
fn lost<'a>(line: &'a str, design: &BTreeSet<String>, evidence: &BTreeSet<String>) -> Vec<&'a str> {
    let leads = |word: &str| {
        if let Some(anchor) = word.strip_prefix("design#") {
            return design.contains(anchor);
        }
        if let Some(anchor) = word.strip_prefix("evidence#") {
            return evidence.contains(&anchor.to_lowercase());
        }
        let is_rule = word.len() == 4 && word.starts_with("R-") && word[2..].chars().all(|c| c.is_ascii_digit());
        if is_rule {
            return evidence.contains(&word.to_lowercase());
        }
        let is_path = ["src/", "docs/", "tests/", "prompts/"]
            .iter()
            .any(|top| word.starts_with(top));
        !is_path || word.contains("..") || !word.contains('.') || Path::new(ROOT).join(word).exists()
    };
    words(line).filter(|word| !leads(word)).collect()
}

/// A paper by its number, such as "visit 4": no reader has it.
fn names_a_lost_paper(line: &str) -> bool {
    let numbered = |paper: &str| {
        line.split(paper)
            .skip(1)
            .any(|rest| rest.starts_with(|first: char| first.is_ascii_digit()))
    };
    ["(visit ", "(facts ", " facts ", "(screen ", "(voice "]
        .iter()
        .any(|paper| numbered(paper))
}

#[test]
fn every_reference_leads_somewhere() {
    let (design, evidence) = (anchors("design.md"), anchors("evidence.md"));
    assert!(design.contains("gate") && evidence.contains("r-24") && evidence.contains("call"));
    let mut faults = Vec::new();
    let mut seen = 0;
    for file in files().iter().filter(|file| !file.ends_with("papers/references.rs")) {
        let text = fs::read_to_string(file).unwrap();
        for (at, line) in text.lines().enumerate() {
            let is_comment = ["//", "#", "|", "-"]
                .iter()
                .any(|mark| line.trim_start().starts_with(mark));
            seen += words(line)
                .filter(|word| word.contains("design#") || word.contains("evidence#"))
                .count();
            if file.extension().is_some_and(|end| end == "md") || is_comment {
                let lost = lost(line, &design, &evidence);
                let place = file.strip_prefix(ROOT).unwrap().display();
                faults.extend(lost.into_iter().map(|word| format!("{place}:{}: {word}", at + 1)));
                faults.extend(names_a_lost_paper(line).then(|| format!("{place}:{}: {line}", at + 1)));
            }
        }
    }
    assert!(seen > 100, "references are seen: {seen}");
    assert!(
        faults.is_empty(),
        "{} lead nowhere:\n{}",
        faults.len(),
        faults.join("\n")
    );
}

#[test]
fn a_reference_to_nothing_is_seen() {
    let known = |names: &[&str]| names.iter().map(|name| name.to_string()).collect::<BTreeSet<String>>();
    let (design, evidence) = (known(&["gate"]), known(&["r-24"]));
    let of = |line: &'static str| lost(line, &design, &evidence);
    assert!(of("/// As safe as can be (design#gate, R-24), see `src/lib.rs`.").is_empty());
    assert_eq!(of("/// (design#door)"), ["design#door"]);
    assert_eq!(of("/// (evidence#r-99; R-98)"), ["evidence#r-99", "R-98"]);
    assert_eq!(of("//! see `src/nowhere.rs`."), ["src/nowhere.rs"]);
    assert!(names_a_lost_paper("/// Never (facts 6.2).") && !names_a_lost_paper("/// The facts of 2026."));
}
