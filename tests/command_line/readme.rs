//! What the papers for people say can be typed, is tried.

use std::collections::BTreeSet;

use super::*;

const PAPERS: [(&str, &str); 4] = [
    ("README.md", include_str!("../../README.md")),
    ("SECURITY.md", include_str!("../../SECURITY.md")),
    ("docs/counselor.md", include_str!("../../docs/counselor.md")),
    ("docs/json.md", include_str!("../../docs/json.md")),
];

/// What stands between backticks and begins with the program's name, a line that is wrapped as one.
fn typed(text: &str) -> Vec<String> {
    let words = text.split("```").step_by(2).collect::<String>();
    let spans = words.split('`').skip(1).step_by(2);
    let spans = spans.map(|span| span.split_whitespace().collect::<Vec<_>>().join(" "));
    spans
        .filter(|span| span == "steadfast" || span.starts_with("steadfast "))
        .collect()
}

/// The same with something in the place of what stands for something, and without what a shell does.
fn filled(line: &str) -> Vec<OsString> {
    let line = line.split(" > ").next().unwrap();
    let meant = |word: &str| {
        match word {
            "FILE" => "our-plan.json",
            "FOLDER" => "our-words",
            "KIND" => "tonight",
            "SHELL" => "bash",
            "QUESTION" => "person.love",
            "N" => "1",
            word => word,
        }
        .into()
    };
    line.split(' ').map(meant).collect()
}

#[test]
fn every_command_in_a_paper_is_understood() {
    let mut count = 0;
    for (paper, text) in PAPERS {
        for line in typed(text) {
            let read = steadfast::cli::parse(&filled(&line));
            assert!(read.is_ok(), "{paper}: {line}: {read:?}");
            count += 1;
        }
    }
    assert!(count > 50, "{count}");
}

#[test]
fn the_readme_names_every_command_and_every_help_it_names_is_there() {
    let readme = PAPERS[0].1;
    let rows = readme.lines().filter_map(|line| line.strip_prefix("| `steadfast "));
    let named: BTreeSet<&str> = rows.filter_map(|row| row.split([' ', '`']).next()).collect();
    let commands = steadfast::cli::commands();
    let wanted: BTreeSet<&str> = commands.iter().map(String::as_str).collect();
    assert_eq!(named, wanted);
    let home = Home::new();
    let (_, topics) = readme.split_once("| `steadfast help` | read more: ").unwrap();
    let topics: Vec<&str> = topics.lines().next().unwrap().split('`').skip(1).step_by(2).collect();
    let topics: Vec<&&str> = topics.iter().filter(|topic| !topic.starts_with('-')).collect();
    assert_eq!(topics.len(), 7);
    for topic in topics {
        home.run(&format!("help {topic}")).ends(0);
    }
}

#[test]
fn what_the_page_for_counselors_says_works_one_line_after_the_other() {
    let home = Home::new();
    home.file("room-2.json", EXAMPLE);
    for line in typed(PAPERS[2].1) {
        let (line, into) = line.split_once(" > ").unwrap_or((&line, ""));
        let ran = home.run_inside(line.strip_prefix("steadfast").unwrap());
        assert!([Some(0), Some(3)].contains(&ran.code), "{line}: {ran:?}");
        if !into.is_empty() {
            fs::write(home.0.path().join(into), ran.out).unwrap();
        }
    }
    assert!(home.0.path().join("pages").is_dir());
    assert!(
        home.0.path().join("room-2.json").is_file(),
        "delete was asked and not answered"
    );
}
