//! Breaks the program on purpose, to see that a test notices. The ways stand in `list.toml`; `.ci/mutations` tries each
//! in a copy, which takes minutes. What is held here in every run of the tests is that none of them has gone out of
//! date.

mod run;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde::Deserialize;

/// One way of breaking the program, and the test that must notice.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Mutation {
    /// What is wrong then.
    name: String,
    /// The part of the program: the table is grouped by it.
    room: String,
    file: PathBuf,
    old: String,
    new: String,
    /// `lib`, `library` or `program`, as cargo calls them.
    target: String,
    /// The name of the function, without its modules.
    test: String,
}

impl Mutation {
    /// `source` with the fault in it.
    ///
    /// # Errors
    /// What is wrong with the entry, where the old text does not stand there exactly once.
    fn apply(&self, source: &str) -> Result<String, String> {
        // The first line break belongs to the list: the text begins below its quotes.
        let [old, new] = [&self.old, &self.new].map(|text| text.strip_prefix('\n').unwrap_or(text));
        let (file, name) = (self.file.display(), &self.name);
        // What stands in the tests of a file breaks a test, and not the program.
        let tests = source.find("\n#[cfg(test)]\nmod tests {").unwrap_or(source.len());
        match source.matches(old).count() {
            _ if old.trim().is_empty() || old == new => Err(format!("{name}: nothing would change")),
            1 if source.find(old) > Some(tests) => Err(format!("{name}: {file} holds the old text in its tests only")),
            1 => Ok(source.replacen(old, new, 1)),
            0 => Err(format!("{name}: {file} does not hold the old text:\n{old}")),
            n => Err(format!("{name}: {file} holds the old text {n} times:\n{old}")),
        }
    }
}

fn list() -> Vec<Mutation> {
    #[derive(Deserialize)]
    struct List {
        mutation: Vec<Mutation>,
    }
    let list: List = toml::from_str(include_str!("list.toml")).unwrap();
    list.mutation
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The sources that a target of the tests is made of, each with its path.
fn sources(target: &str) -> Vec<(PathBuf, String)> {
    let mut waiting = match target {
        "lib" => vec![root().join("src")],
        "library" | "program" => vec![root().join("tests")],
        _ => Vec::new(),
    };
    let mut found = Vec::new();
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            waiting.extend(fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path.extension().is_some_and(|ext| ext == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            found.push((path, text));
        }
    }
    found
}

/// How many tests of this name there are, in whatever module.
fn tests_named(name: &str, sources: &[(PathBuf, String)]) -> usize {
    let head = format!("fn {name}(");
    let is_test = |before: &str| before.trim_end().ends_with("#[test]");
    let in_one = |text: &String| {
        text.match_indices(&head)
            .filter(|(at, _)| is_test(&text[..*at]))
            .count()
    };
    sources.iter().map(|(_, text)| in_one(text)).sum()
}

#[test]
fn every_mutation_can_still_be_tried() {
    let mut wrong = Vec::new();
    for one in list() {
        match fs::read_to_string(root().join(&one.file)) {
            Ok(source) => wrong.extend(one.apply(&source).err()),
            Err(error) => wrong.push(format!("{}: {}: {error}", one.name, one.file.display())),
        }
        let tests = tests_named(&one.test, &sources(&one.target));
        if tests != 1 {
            let (name, test, target) = (&one.name, &one.test, &one.target);
            wrong.push(format!("{name}: {tests} tests of {target} are named {test}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_has_a_name_of_its_own_and_none_was_dropped() {
    let list = list();
    let names: BTreeSet<&str> = list.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(names.len(), list.len());
    // Who takes one away says so here.
    assert_eq!(list.len(), 28);
}

#[test]
fn an_old_text_that_is_gone_or_stands_twice_or_in_the_tests_only_is_a_fault() {
    let one = |old: &str, new: &str| Mutation {
        name: "it".into(),
        room: "text".into(),
        file: "src/lib.rs".into(),
        old: old.into(),
        new: new.into(),
        target: "lib".into(),
        test: "it".into(),
    };
    assert_eq!(one("\nb", "\nc").apply("a b").as_deref(), Ok("a c"));
    for (old, new, source) in [("b", "c", "a"), ("b", "c", "b b"), ("b", "b", "b"), ("\n", "c", "\n")] {
        assert!(one(old, new).apply(source).is_err(), "{old:?} in {source:?}");
    }
    let tested = "a\n#[cfg(test)]\nmod tests { b }";
    assert!(one("a", "c").apply(tested).is_ok() && one("b", "c").apply(tested).is_err());
}

/// Minutes: `.ci/mutations` runs it, and with a word only those that have it in their name or room.
#[test]
#[ignore = "takes minutes: .ci/mutations runs it"]
fn every_way_of_breaking_it_is_noticed() {
    let word = std::env::var("MUTATIONS").unwrap_or_default();
    let mut meant = list();
    meant.retain(|one| one.name.contains(&word) || one.room.contains(&word));
    assert!(!meant.is_empty(), "no mutation has {word:?} in its name or room");
    let unnoticed = run::all(&meant);
    assert!(unnoticed.is_empty(), "not noticed:\n{}", unnoticed.join("\n"));
}
