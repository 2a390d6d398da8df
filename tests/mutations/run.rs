//! Tries each mutation in a copy of the program, with one target folder for all of them, so that each costs what a
//! small change costs.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus};
use std::time::{Duration, Instant};

use super::{Mutation, root};

/// A mutated program may wait for ever.
const LONGEST: Duration = Duration::from_secs(600);

/// What became of a mutation.
enum Outcome {
    /// The test failed.
    Noticed,
    /// The test passed, or hung.
    Escaped(&'static str),
    /// It was not tried.
    Void(String),
}

/// Tries all of them, prints a table and names those that no test noticed or that could not be tried.
pub fn all(meant: &[Mutation]) -> Vec<String> {
    let copy = Copy::fresh();
    let mut bad = copy.whole_program_passes(meant);
    if !bad.is_empty() {
        return bad;
    }
    println!("{:<10} {:<8} {:>5}  mutation and test", "room", "outcome", "s");
    for one in meant {
        let begun = Instant::now();
        let outcome = copy.tried(one);
        let (said, why) = match &outcome {
            Outcome::Noticed => ("noticed", String::new()),
            Outcome::Escaped(how) => ("ESCAPES", format!(": {how}")),
            Outcome::Void(why) => ("VOID", format!(": {why}")),
        };
        let seconds = begun.elapsed().as_secs();
        let Mutation {
            name,
            room,
            target,
            test,
            ..
        } = one;
        println!("{room:<10} {said:<8} {seconds:>5}  {name} ({target}: {test}){why}");
        if !matches!(outcome, Outcome::Noticed) {
            bad.push(format!("{name}{why}"));
        }
    }
    bad
}

/// A copy of the program, if it can be broken.
struct Copy {
    folder: PathBuf,
    target: PathBuf,
}

impl Copy {
    /// The files as they are now, those that are not in the last commit yet too. What is there already and the same is
    /// left alone, so that it is not built again.
    fn fresh() -> Copy {
        let base = root().join("target/mutations");
        let copy = Copy {
            folder: base.join("copy"),
            target: base.join("target"),
        };
        let listed = Command::new("git")
            .args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
            .current_dir(root())
            .output()
            .unwrap();
        assert!(listed.status.success(), "git does not list the files");
        let names = String::from_utf8(listed.stdout).unwrap();
        let here: BTreeSet<PathBuf> = names
            .split_terminator('\0')
            .map(PathBuf::from)
            .filter(|name| root().join(name).is_file())
            .collect();
        for name in &here {
            let content = fs::read(root().join(name)).unwrap();
            put(&copy.folder.join(name), &content);
        }
        for gone in files(&copy.folder).into_iter().filter(|name| !here.contains(name)) {
            fs::remove_file(copy.folder.join(gone)).unwrap();
        }
        copy
    }

    /// Before anything is broken, every test that is named passes: else its failing would say nothing.
    fn whole_program_passes(&self, meant: &[Mutation]) -> Vec<String> {
        let mut named: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for one in meant {
            named.entry(&one.target).or_default().insert(&one.test);
        }
        let mut bad = Vec::new();
        for (target, tests) in named {
            if let Err(said) = self.build(target) {
                bad.push(format!("unbroken, {target} does not build: {said}"));
                continue;
            }
            for test in tests {
                match self.run(target, test) {
                    Run::Passed => {}
                    other => bad.push(format!("unbroken, {target}: {test} should pass: {other:?}")),
                }
            }
        }
        bad
    }

    fn tried(&self, one: &Mutation) -> Outcome {
        let path = self.folder.join(&one.file);
        let whole = fs::read_to_string(&path).unwrap();
        let broken = match one.apply(&whole) {
            Ok(broken) => broken,
            Err(why) => return Outcome::Void(why),
        };
        put(&path, broken.as_bytes());
        let outcome = match self.build(&one.target) {
            Err(said) => Outcome::Void(format!("does not build: {said}")),
            Ok(()) => match self.run(&one.target, &one.test) {
                Run::Failed => Outcome::Noticed,
                Run::Passed => Outcome::Escaped("the test passes"),
                Run::Hung => Outcome::Escaped("the test does not end"),
                Run::Unclear(said) => Outcome::Void(said),
            },
        };
        put(&path, whole.as_bytes());
        outcome
    }

    fn build(&self, target: &str) -> Result<(), String> {
        match self.cargo(target, &["--no-run"], &[]) {
            (Some(status), _) if status.success() => Ok(()),
            (_, said) => {
                let first = said.lines().position(|line| line.starts_with("error")).unwrap_or(0);
                Err(said.lines().skip(first).take(12).collect::<Vec<_>>().join("\n"))
            }
        }
    }

    fn run(&self, target: &str, test: &str) -> Run {
        let (status, said) = self.cargo(target, &[], &[test]);
        let result = said.lines().rev().find_map(|line| line.strip_prefix("test result: "));
        let ran = |how: &str| result.is_some_and(|line| line.contains(how));
        match status {
            None => Run::Hung,
            Some(status) if status.success() && ran(" 1 passed; 0 failed") => Run::Passed,
            Some(status) if !status.success() && ran(" 0 passed; 1 failed") => Run::Failed,
            Some(status) => Run::Unclear(format!("{status}, {}", result.unwrap_or("no result"))),
        }
    }

    /// How `cargo test` ended, if it did, and what it said.
    fn cargo(&self, target: &str, options: &[&str], after: &[&str]) -> (Option<ExitStatus>, String) {
        let said = self.target.join("said");
        fs::create_dir_all(&self.target).unwrap();
        let out = File::create(&said).unwrap();
        let mut cargo = Command::new(env!("CARGO"));
        cargo.current_dir(&self.folder).args(["test", "--locked"]).args(options);
        match target {
            "lib" => cargo.arg("--lib"),
            target => cargo.args(["--test", target]),
        };
        cargo.arg("--").args(after);
        cargo
            .env("CARGO_TARGET_DIR", &self.target)
            .env("CARGO_PROFILE_DEV_DEBUG", "0")
            .env("INSTA_UPDATE", "no");
        cargo.stderr(out.try_clone().unwrap()).stdout(out);
        let mut child = cargo.spawn().unwrap();
        let begun = Instant::now();
        let status = loop {
            match child.try_wait().unwrap() {
                Some(status) => break Some(status),
                None if begun.elapsed() > LONGEST => {
                    child.kill().unwrap();
                    child.wait().unwrap();
                    break None;
                }
                None => std::thread::sleep(Duration::from_millis(100)),
            }
        };
        let said = fs::read(&said).unwrap();
        (status, String::from_utf8_lossy(&said).into_owned())
    }
}

/// How one test went.
#[derive(Debug)]
enum Run {
    Passed,
    Failed,
    Hung,
    Unclear(String),
}

/// Writes a file where it says something else.
fn put(path: &Path, content: &[u8]) {
    if fs::read(path).is_ok_and(|there| there == content) {
        return;
    }
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, content).unwrap();
}

/// Every file below `folder`, by its path there.
fn files(folder: &Path) -> Vec<PathBuf> {
    let (mut waiting, mut found) = (vec![folder.to_path_buf()], Vec::new());
    while let Some(at) = waiting.pop() {
        for entry in fs::read_dir(at).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                waiting.push(path);
            } else {
                found.push(path.strip_prefix(folder).unwrap().to_path_buf());
            }
        }
    }
    found
}
