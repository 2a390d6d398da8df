//! How long the work inside takes on plans of 5, 50, 500 and 1,000 people, places and boundaries, and with which power
//! of their number it grows: `cargo bench`, or `cargo bench -- check` for what has `check` in its name.

use std::fs;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use criterion::measurement::{Measurement, ValueFormatter, WallTime};
use criterion::{BenchmarkId, Criterion};
use serde_json::Value;
use steadfast::journey::{Tier, first_unsettled};
use steadfast::plan::{LISTS, Plan};
use steadfast::sheets::{self, SheetKind};
use steadfast::store::Store;
use steadfast::words::Words;
use steadfast::{readiness, steps, tasks};

#[path = "../tests/common/large_plan.rs"]
mod large_plan;
use large_plan::{command, file_of, today};

/// The time that a processor worked at it: what else a busy machine does is no time of it. Where that is not told, the
/// time that passed.
struct WorkTime {
    begun: Instant,
}

impl WorkTime {
    fn now(&self) -> Duration {
        let told = fs::read_to_string("/proc/thread-self/schedstat").ok();
        let worked = told.and_then(|told| told.split(' ').next()?.parse().ok());
        worked.map_or_else(|| self.begun.elapsed(), Duration::from_nanos)
    }
}

impl Measurement for WorkTime {
    type Intermediate = Duration;
    type Value = Duration;

    fn start(&self) -> Duration {
        self.now()
    }

    fn end(&self, before: Duration) -> Duration {
        self.now() - before
    }

    fn add(&self, one: &Duration, other: &Duration) -> Duration {
        *one + *other
    }

    fn zero(&self) -> Duration {
        Duration::ZERO
    }

    fn to_f64(&self, time: &Duration) -> f64 {
        WallTime.to_f64(time)
    }

    fn formatter(&self) -> &dyn ValueFormatter {
        WallTime.formatter()
    }
}

/// So many of each.
const SIZES: [usize; 4] = [5, 50, 500, 1_000];

/// The commands that read a whole plan.
const COMMANDS: [&str; 6] = ["check", "show", "ready", "checklist", "contacts", "calendar"];

/// A plan in its file.
struct Prepared {
    size: usize,
    home: PathBuf,
    plan: Plan,
    words: Words,
}

impl Prepared {
    fn new(size: usize, folder: &Path) -> Prepared {
        let words = Words::load("en", None).expect("English");
        let file = file_of(size, &serde_json::from_str(words.example).expect("the example"));
        let home = folder.join(size.to_string());
        fs::create_dir_all(&home).expect("a folder");
        fs::write(home.join("plan.json"), file.to_string()).expect("a file");
        let plan = serde_json::from_value(file).expect("a plan");
        Prepared {
            size,
            home,
            plan,
            words,
        }
    }

    /// Measures each work that there is, and notes its name.
    fn measure(&self, criterion: &mut Criterion<WorkTime>, names: &mut Vec<String>) {
        let (plan, words) = (&self.plan, &self.words);
        let mut bench = |name: &str, work: &mut dyn FnMut()| {
            if !names.iter().any(|there| there == name) {
                names.push(name.into());
            }
            let id = BenchmarkId::from_parameter(self.size);
            let mut group = criterion.benchmark_group(name);
            group.bench_function(id, |bencher| bencher.iter(&mut *work));
        };
        let path = self.home.join("plan.json");
        let open = || Store::open::<Plan>(&path, LISTS).expect("a plan");
        bench("load", &mut || drop(black_box(open())));
        let (mut store, mut changed) = (open().0, plan.clone());
        bench("save", &mut || {
            changed.visit.last_id += 1;
            store.save(&changed).expect("room for it");
        });
        let journey = steps::journey(Tier::Everything);
        bench("position", &mut || {
            black_box(first_unsettled(&journey, plan));
        });
        bench("readiness", &mut || {
            drop(black_box(readiness::gaps(plan, words.coach_rules(), today())));
        });
        bench("tasks", &mut || drop(black_box(tasks::derive(plan, today()))));
        let reader = &plan.attendees[0].id;
        for kind in SheetKind::ALL {
            bench(&format!("sheet {}", kind.code()), &mut || {
                let page = sheets::compose(*kind, Some(reader), plan, words, today());
                drop(black_box(page.map(|page| sheets::html(&page))));
            });
        }
        for line in COMMANDS {
            bench(line, &mut || drop(black_box(command(&self.home, line))));
        }
    }
}

/// Milliseconds, as they were measured; nothing for what was not asked for.
fn measured(results: &Path, name: &str, size: usize) -> Option<f64> {
    let file = results.join(name).join(size.to_string()).join("new/estimates.json");
    let estimates: Value = serde_json::from_str(&fs::read_to_string(file).ok()?).ok()?;
    Some(estimates["median"]["point_estimate"].as_f64()? / 1e6)
}

fn main() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("growth");
    let results = folder.join("results");
    // What an earlier run left is no figure of this one.
    let _ = fs::remove_dir_all(&folder);
    let mut criterion = Criterion::default()
        .with_measurement(WorkTime { begun: Instant::now() })
        .output_directory(&results)
        .sample_size(10)
        .warm_up_time(Duration::from_millis(100))
        .measurement_time(Duration::from_millis(500))
        .without_plots()
        .configure_from_args();
    let mut names = Vec::new();
    for size in SIZES {
        Prepared::new(size, &folder).measure(&mut criterion, &mut names);
    }
    println!(
        "\n{:<20}{:>9}{:>9}{:>9}{:>9}  ms, then the power",
        "", 5, 50, 500, 1_000
    );
    for name in names {
        let [Some(few), Some(some), Some(many), Some(most)] = SIZES.map(|size| measured(&results, &name, size)) else {
            continue;
        };
        let power = (most / some).ln() / (SIZES[3] as f64 / SIZES[1] as f64).ln();
        let steep = (most / many).ln() / (SIZES[3] as f64 / SIZES[2] as f64).ln();
        println!("{name:<20}{few:>9.2}{some:>9.2}{many:>9.2}{most:>9.2}  {power:.2}, from 500 on {steep:.2}");
    }
}
