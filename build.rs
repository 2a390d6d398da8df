//! Makes typed words of `prompts/`, or says every fault in it.

#[path = "build/mod.rs"]
mod catalog;

use std::collections::BTreeMap;
use std::path::Path;
use std::{env, fs, io, process};

fn main() -> io::Result<()> {
    for path in ["prompts", "build.rs", "build", "src/words/catalog"] {
        println!("cargo::rerun-if-changed={path}");
    }
    order_functions();
    let mut languages = BTreeMap::new();
    for entry in fs::read_dir("prompts")? {
        let path = entry?.path();
        let code = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() && code != "lines" {
            languages.insert(code, catalog::language::texts(&path)?);
        }
    }
    let help_lines = catalog::language::texts(Path::new("prompts/lines"))?;
    // What only the tests read is read by nobody. They come with the feature `testing`.
    let visible = match env::var_os("CARGO_FEATURE_TESTING") {
        Some(_) => "pub",
        None => "pub(crate)",
    };
    match catalog::generate(&languages, &help_lines, visible) {
        Ok(rust) => {
            let folder = env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?;
            let folder = Path::new(&folder);
            for file in ["ask", "dates"] {
                let value = catalog::english_value(file, &languages["en"][file]).unwrap_or_default();
                fs::write(folder.join(format!("{file}.rs")), value)?;
            }
            fs::write(folder.join("words.rs"), rust)
        }
        Err(faults) => {
            for fault in &faults {
                eprintln!("{fault}");
            }
            eprintln!("{} to mend in prompts/", faults.len());
            process::exit(1);
        }
    }
}

/// Lets the linker put what runs at the start side by side, in what a family gets: see `benches/start_order`. A linker of
/// somebody's own may not know how to.
fn order_functions() {
    let is = |name: &str, value: &str| env::var(name).is_ok_and(|found| found == value);
    let own_linker = env::var_os("RUSTC_LINKER").is_some()
        || env::var("CARGO_ENCODED_RUSTFLAGS").is_ok_and(|flags| flags.contains("linker") || flags.contains("fuse-ld"));
    if is("PROFILE", "release") && is("CARGO_CFG_TARGET_OS", "linux") && !own_linker {
        let folder = env::var("CARGO_MANIFEST_DIR").unwrap_or_default();
        println!("cargo::rustc-link-arg-bins=-Wl,-T,{folder}/build/start_order.ld");
    }
}
