//! What a save of the example costs beside the same calls made bare, in turn: `cargo bench --bench save`.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;
use std::time::{Duration, Instant};

use steadfast::plan::{LISTS, Plan};
use steadfast::store::{Opened, Store};
use steadfast::words::Words;

/// So many of each.
const ROUNDS: usize = 200;

/// A file that is written and synced, the old one as a version in a synced folder, the new one in its place, and its
/// folder synced.
fn bare(folder: &Path, text: &str, round: usize) -> io::Result<()> {
    let (file, new, versions) = (
        folder.join("bare.json"),
        folder.join("bare.tmp"),
        folder.join("versions"),
    );
    let mut written = File::create_new(&new)?;
    written.write_all(text.as_bytes())?;
    written.sync_all()?;
    fs::hard_link(&file, versions.join(round.to_string()))?;
    File::open(&versions)?.sync_all()?;
    fs::rename(&new, &file)?;
    File::open(folder)?.sync_all()
}

fn timed(work: impl FnOnce()) -> Duration {
    let begun = Instant::now();
    work();
    begun.elapsed()
}

fn median(times: &mut [Duration]) -> Duration {
    times.sort();
    times[times.len() / 2]
}

fn main() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("save");
    // What an earlier run left is not saved over.
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("versions")).expect("a folder");
    let words = Words::load("en", None).expect("English");
    let path = folder.join("plan.json");
    for file in [&path, &folder.join("bare.json")] {
        fs::write(file, words.example).expect("a file");
    }
    let (mut store, opened) = Store::open::<Plan>(&path, LISTS).expect("a plan");
    let Opened::Found { mut plan, .. } = opened else {
        panic!("the plan is gone");
    };
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        plan.visit.last_id += 1;
        ours.push(timed(|| store.save(&plan).expect("room for it")));
        theirs.push(timed(|| bare(&folder, words.example, round).expect("room for it")));
    }
    let (ours, theirs) = (median(&mut ours), median(&mut theirs));
    let ratio = ours.as_secs_f64() / theirs.as_secs_f64();
    println!("a save {ours:.2?}, the same calls bare {theirs:.2?}: {ratio:.2}");
}
