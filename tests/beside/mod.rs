//! The program of an earlier commit beside the one of now: the same lines typed at both, and every plan and page they
//! make of them, byte for byte. `.ci/beside COMMIT` builds the earlier one and runs this over 200 visits. In every run
//! of the tests the program stands beside itself, for a few visits, so that what compares is known to work.
//!
//! Only the command line and the streams are used here, no name of the code: it holds whatever is renamed.

mod play;
mod reached;
mod record;
mod typist;

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use play::{Program, Stage};
use reached::Reached;
use record::Record;

/// What is compared: two programs, and the plans that both can read.
struct Pair {
    old: Program,
    new: Program,
    plans: Vec<PathBuf>,
    /// Where what was typed is kept, and the folders that the programs work in.
    base: PathBuf,
}

/// What came of it: the differences, and where the visits got.
struct Found {
    differences: Vec<String>,
    reached: Reached,
}

impl Pair {
    fn ours(base: &Path) -> Pair {
        let ours = Program::new(env!("CARGO_BIN_EXE_steadfast"));
        Pair {
            old: ours.clone(),
            new: ours,
            plans: plans(Path::new(env!("CARGO_MANIFEST_DIR"))),
            base: base.to_path_buf(),
        }
    }

    /// Compares visits, two at a time, and all that is printed of plans.
    fn compare(&self, visits: Range<u64>, plans: &[PathBuf]) -> Found {
        let found = Mutex::new(Found {
            differences: Vec::new(),
            reached: Reached::default(),
        });
        let next = AtomicU64::new(visits.start);
        let end = visits.end;
        let all = end + plans.len() as u64;
        std::thread::scope(|scope| {
            for worker in 0..2 {
                let stage = Stage::new(&self.base.join(format!("stage-{worker}")));
                let (found, next) = (&found, &next);
                scope.spawn(move || {
                    loop {
                        let at = next.fetch_add(1, Ordering::Relaxed);
                        if at >= all {
                            return;
                        }
                        let (name, old, new) = match at.checked_sub(end) {
                            None => self.visit(at, &stage),
                            Some(plan) => self.pages(&plans[plan as usize], &stage),
                        };
                        let mut found = found.lock().unwrap();
                        found.reached.note(&old);
                        found.differences.extend(old.differences(&new, &name));
                    }
                });
            }
        });
        found.into_inner().unwrap()
    }

    fn visit(&self, seed: u64, stage: &Stage) -> (String, Record, Record) {
        let typed = self.base.join("typed").join(format!("{seed}.txt"));
        let plan = self.first_plan(seed);
        if !typed.exists() {
            let lines = stage.improvise(&self.old, seed, plan);
            fs::create_dir_all(typed.parent().unwrap()).unwrap();
            fs::write(&typed, lines.join(play::SITTING)).unwrap();
        }
        let lines = fs::read_to_string(&typed).unwrap();
        let [old, new] = [&self.old, &self.new].map(|program| stage.replay(program, seed, plan, &lines));
        (format!("visit {seed} (typed: {})", typed.display()), old, new)
    }

    /// A visit begins without a plan, or with one that is there: a new one more often than not.
    fn first_plan(&self, seed: u64) -> Option<&Path> {
        let at = (seed / 3) as usize % self.plans.len();
        (seed % 3 == 2).then(|| self.plans[at].as_path())
    }

    fn pages(&self, plan: &Path, stage: &Stage) -> (String, Record, Record) {
        let [old, new] = [&self.old, &self.new].map(|program| stage.every_page(program, plan));
        (format!("plan {}", plan.display()), old, new)
    }
}

/// The example, and every plan that was ever kept.
fn plans(root: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(root.join("tests/plans")).unwrap();
    let mut plans: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    plans.sort();
    plans.insert(0, root.join("prompts/en/example.json"));
    plans
}

#[test]
fn the_program_beside_itself_says_the_same() {
    let base = tempfile::tempdir().unwrap();
    let pair = Pair::ours(base.path());
    // The example alone: each plan takes seconds.
    let found = pair.compare(2..4, &pair.plans[..1]);
    assert!(found.differences.is_empty(), "{}", found.differences.join("\n"));
    assert!(found.reached.prompts() >= 40, "{}", found.reached.told());
    assert_eq!(found.reached.pages_missing(), Vec::<String>::new());
}

#[test]
fn a_word_that_differs_is_found_in_the_visits_and_named() {
    let base = tempfile::tempdir().unwrap();
    let words = base.path().join("words");
    fs::create_dir(&words).unwrap();
    let home = include_str!("../../prompts/en/home.toml");
    let other = home.replacen("home_ask = \"What now?\"", "home_ask = \"What do you want?\"", 1);
    assert_ne!(home, other);
    fs::write(words.join("home.toml"), other).unwrap();
    let mut pair = Pair::ours(base.path());
    pair.new.always = vec!["--words".into(), words.into()];
    let found = pair.compare(2..3, &[]);
    let said = found.differences.join("\n");
    assert!(said.contains("visit 2") && said.contains("- What now?"), "{said}");
    assert!(said.contains("+ What do you want?"), "{said}");
}

/// Minutes: `.ci/beside COMMIT` runs it.
#[test]
#[ignore = "takes minutes and a program of before: .ci/beside runs it"]
fn the_program_of_before_and_that_of_now_say_the_same() {
    let given = |name: &str| std::env::var_os(name).map(PathBuf::from);
    let old = given("BESIDE_OLD").expect(".ci/beside says where the program of before is");
    let root = given("BESIDE_ROOT").expect(".ci/beside says where the files of before are");
    let visits = std::env::var("BESIDE_VISITS").map_or(200, |typed| typed.parse().unwrap());
    let mut pair = Pair::ours(&given("BESIDE_BASE").expect(".ci/beside says where to work"));
    pair.old = Program::new(old);
    pair.plans = plans(&root);
    let found = pair.compare(0..visits, &pair.plans);
    println!("{}", found.reached.told());
    let (n, said) = (found.differences.len(), found.differences.join("\n"));
    assert!(n == 0, "{n} outputs differ:\n{said}");
    assert!(
        visits < 200 || found.reached.is_far(),
        "these visits do not get far: see above"
    );
}
