//! throwaway
use std::sync::Arc;
use steadfast::*;
fn main() {
    let words = match words::Words::load("en", None) {
        Ok(w) => w,
        Err(e) => {
            eprintln!("{e:?}");
            std::process::exit(1)
        }
    };
    let phrases: ask::Phrases = match words.fill("ask") {
        Ok(w) => w,
        Err(e) => {
            eprintln!("{e:?}");
            std::process::exit(1)
        }
    };
    let path = std::path::PathBuf::from(std::env::args().nth(1).expect("path"));
    static LISTS: &[(&str, &str)] = &[
        ("professionals", "p"),
        ("attendees", "a"),
        ("treatment_options", "o"),
        ("support_groups", "g"),
        ("boundaries", "b"),
        ("statements", "s"),
        ("objections", "j"),
        ("afterwards.follow_ups", "f"),
    ];
    let (mut store, opened) = store::Store::open::<plan::Plan>(&path, LISTS).expect("open");
    let plan = match opened {
        store::Opened::Missing => None,
        store::Opened::Found { mut plan, .. } => {
            plan.safety.take_up();
            Some(plan)
        }
    };
    let around = ask::Surroundings::here();
    let plain = ask::wants_plain(std::env::args().any(|a| a == "--plain"), &around);
    let farewell = ask::leaving::Farewell::new("");
    ask::leaving::watch(farewell.clone()).expect("watch");
    let mut asker = ask::open(plain, &around, Arc::new(phrases));
    let mut keep = |p: &plan::Plan| store.keep(p);
    let needs = commands::visit::Needs {
        keep: &mut keep,
        folder: path.parent().expect("parent").into(),
        asker: asker.as_mut(),
        words: &words,
        today: chrono::Local::now().date_naive(),
        farewell: &farewell,
        command: "steadfast".into(),
        country: "us".into(),
    };
    let end = commands::visit::visit(needs, plan);
    ask::leaving::restore();
    eprintln!("{end:?}");
}
