//! The import law, and the few habits of this house that a machine can hold.
//!
//! The table stands in CONTRIBUTING.md. The source is read as text with comments and strings blanked out: enough to see
//! a path, a brace and a macro, and simple enough to trust.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::common::source::{Source, of_the_program};

type Table = BTreeMap<String, BTreeSet<String>>;

/// The table of CONTRIBUTING.md: each room, and the rooms it may import.
fn table() -> Table {
    let text = include_str!("../CONTRIBUTING.md");
    let part = text
        .split("## Who may import whom")
        .nth(1)
        .expect("the heading is there");
    let part = part.split("\n## ").next().unwrap_or(part);
    let mut table = Table::new();
    for row in part.lines().filter(|line| line.starts_with("| `")) {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        let may = match cells[3] {
            "nothing" => BTreeSet::new(),
            "every room above" => table.keys().cloned().collect(),
            named => named.split(',').map(name_of).collect(),
        };
        table.insert(name_of(cells[1]), may);
    }
    table
}

fn name_of(cell: &str) -> String {
    cell.trim().trim_matches('`').to_string()
}

/// The room a file belongs to: the first folder under `src`, or the file there.
fn room(source: &Source) -> String {
    let first = source.path.split('/').next().unwrap_or_default();
    first.trim_end_matches(".rs").to_string()
}

/// What the whole program imports: from, to, and a place where it does.
fn imports() -> Vec<(String, String, String)> {
    let sources = of_the_program();
    let mut found = Vec::new();
    for source in &sources {
        let from = room(source);
        for (line, to) in source.crate_paths() {
            if to != from {
                found.push((from.clone(), to, format!("src/{}:{line}", source.path)));
            }
        }
    }
    found
}

/// The first circle in a graph, if there is one.
fn circle(graph: &Table) -> Option<Vec<String>> {
    fn from(graph: &Table, room: &str, way: &mut Vec<String>) -> Option<Vec<String>> {
        if let Some(at) = way.iter().position(|seen| seen == room) {
            return Some(way[at..].to_vec());
        }
        way.push(room.to_string());
        let found = graph
            .get(room)
            .into_iter()
            .flatten()
            .find_map(|next| from(graph, next, way));
        way.pop();
        found
    }
    graph.keys().find_map(|room| from(graph, room, &mut Vec::new()))
}

#[track_caller]
fn nothing(faults: Vec<String>) {
    assert!(faults.is_empty(), "{} to mend:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn every_room_imports_only_what_it_may() {
    let table = table();
    assert_eq!(table.len(), 19, "the table names every room");
    let mut faults = Vec::new();
    for (from, to, place) in imports() {
        match table.get(&from) {
            Some(may) if may.contains(&to) => {}
            Some(_) => faults.push(format!("{place}: {from} may not import {to}")),
            None => faults.push(format!("{place}: {from} is no room of the table")),
        }
    }
    nothing(faults);
}

#[test]
fn every_file_belongs_to_a_room_of_the_table() {
    let table = table();
    let strangers: BTreeSet<String> = of_the_program()
        .iter()
        .filter(|source| !table.contains_key(&room(source)))
        .map(|source| format!("src/{}", source.path))
        .collect();
    nothing(strangers.into_iter().collect());
}

/// A file that none above it names is not compiled, and is mended all the same.
#[test]
fn every_file_is_named_by_one_above_it() {
    let sources = of_the_program();
    let is_named = |path: &str| {
        let module = path.trim_end_matches(".rs").trim_end_matches("/mod");
        // A room stands in lib.rs.
        let Some((folder, name)) = module.rsplit_once('/') else {
            return true;
        };
        let near = |other: &&Source| other.path != path && (other.path.starts_with(folder));
        let declared = |other: &Source| {
            let is_above = [format!("{folder}.rs"), format!("{folder}/mod.rs")].contains(&other.path);
            let by_path = other
                .text
                .lines()
                .any(|line| line.trim_start().starts_with("#[path") && line.contains(&format!("{name}.rs\"")));
            by_path || (is_above && other.code.contains(&format!("mod {name};")))
        };
        sources.iter().filter(near).any(declared)
    };
    let lost = sources.iter().filter(|source| !is_named(&source.path));
    nothing(
        lost.map(|source| format!("src/{} is compiled by nobody", source.path))
            .collect(),
    );
}

#[test]
fn no_room_is_left_by_the_back_door() {
    let rooms: BTreeSet<String> = table().into_keys().collect();
    let mut faults = Vec::new();
    for source in of_the_program() {
        for (line, what) in source.escapes(&rooms) {
            faults.push(format!("src/{}:{line}: {what}", source.path));
        }
    }
    nothing(faults);
}

#[test]
fn no_files_of_a_room_stand_in_a_circle() {
    let mut graph = Table::new();
    let sources = of_the_program();
    let module = |source: &Source| source.path.trim_end_matches(".rs").trim_end_matches("/mod").to_string();
    let known: BTreeSet<String> = sources.iter().map(module).collect();
    for source in &sources {
        let own = module(source);
        let Some((folder, _)) = own.rsplit_once('/') else {
            continue;
        };
        let beside = source.beside().into_iter().map(|name| format!("{folder}/{name}"));
        let beside = beside.filter(|other| known.contains(other) && *other != own);
        graph.entry(own.clone()).or_default().extend(beside);
    }
    assert!(
        graph.values().map(BTreeSet::len).sum::<usize>() > 100,
        "arrows are seen"
    );
    assert_eq!(circle(&graph), None);
}

#[test]
fn no_two_types_have_one_name() {
    let mut seen: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for source in of_the_program() {
        for line in source.code.lines().filter(|line| !line.contains('$')) {
            let mut words = line.split(|letter: char| !(letter.is_alphanumeric() || letter == '_'));
            let mut words = words
                .by_ref()
                .filter(|word| !matches!(*word, "" | "pub" | "crate" | "super" | "in"));
            let first = words.next();
            // A `type` that stands inside something is one of a trait.
            let is_type = matches!(first, Some("struct" | "enum" | "trait"))
                || line.starts_with("type ")
                || line.starts_with("pub type ");
            if let Some(name) = words.next().filter(|_| is_type) {
                seen.entry(name.into()).or_default().push(source.path.clone());
            }
        }
    }
    assert!(seen.len() > 250, "types are seen: {}", seen.len());
    seen.retain(|_, places| places.len() > 1);
    assert_eq!(seen, BTreeMap::new());
}

#[test]
fn no_rooms_stand_in_a_circle() {
    assert_eq!(circle(&table()), None, "in the table");
    let mut graph = Table::new();
    for (from, to, _) in imports() {
        graph.entry(from).or_default().insert(to);
    }
    assert_eq!(circle(&graph), None, "in the source");
}

#[test]
fn a_circle_is_seen() {
    let to = |room: &str| BTreeSet::from([room.to_string()]);
    let graph = Table::from([("a".into(), to("b")), ("b".into(), to("c")), ("c".into(), to("b"))]);
    assert_eq!(circle(&graph), Some(vec!["b".into(), "c".into()]));
}

#[test]
fn every_file_fits_into_four_hundred_lines() {
    let long = of_the_program()
        .into_iter()
        .filter(|source| source.text.lines().count() > 400);
    nothing(
        long.map(|source| format!("src/{}: {} lines", source.path, source.text.lines().count()))
            .collect(),
    );
}

#[test]
fn every_function_fits_into_sixty_lines() {
    let mut faults = Vec::new();
    for source in of_the_program() {
        for (line, name, lines) in source.functions() {
            if lines > 60 {
                faults.push(format!("src/{}:{line}: {name} has {lines} lines", source.path));
            }
        }
    }
    nothing(faults);
}

#[test]
fn only_the_port_and_the_front_door_print() {
    let prints = ["println!", "eprintln!", "print!", "eprint!"];
    let mut faults = Vec::new();
    for source in of_the_program() {
        if ["prompt", "lib", "main"].contains(&room(&source).as_str()) {
            continue;
        }
        // A test may say that it was skipped, and why.
        for (line, what, _) in source.uses(&prints) {
            if !source.is_test(line) {
                faults.push(format!("src/{}:{line}: {what}", source.path));
            }
        }
    }
    nothing(faults);
}

/// Whoever else asked one would decide anew what help, danger now and leaving mean, and could forget it.
#[test]
fn only_a_session_asks_a_prompter() {
    let verbs = ["line(", "text(", "pick(", "tick(", "order(", "secret(", "pause("];
    let asked = verbs.map(|verb| format!("prompter.{verb}"));
    let asked: Vec<&str> = asked.iter().map(String::as_str).collect();
    let elsewhere = |source: &Source| !["prompt", "session"].contains(&room(source).as_str());
    let mut faults = Vec::new();
    for source in of_the_program().iter().filter(|source| elsewhere(source)) {
        let uses = source.uses(&asked).into_iter();
        let uses = uses.filter(|(line, ..)| !source.is_test(*line));
        faults.extend(uses.map(|(line, what, _)| format!("src/{}:{line}: {what}", source.path)));
    }
    nothing(faults);
}

#[test]
fn nothing_panics_outside_the_tests_but_what_was_checked() {
    let mut faults = Vec::new();
    for source in of_the_program() {
        for (line, what, rest) in source.uses(&[".unwrap()", ".expect("]) {
            let tested = source.is_test(line);
            let checked = what == ".expect(" && rest.starts_with("\"checked when");
            if !tested && !checked {
                faults.push(format!("src/{}:{line}: {what}", source.path));
            }
        }
    }
    nothing(faults);
}

#[test]
fn nothing_unfinished_is_left_behind() {
    let mut faults = Vec::new();
    for source in of_the_program() {
        for (line, what, _) in source.uses(&["dbg!", "todo!", "unimplemented!"]) {
            faults.push(format!("src/{}:{line}: {what}", source.path));
        }
    }
    nothing(faults);
}

/// Cargo finds no binary by itself here: an area that neither of the two names would not be run.
#[test]
fn every_area_of_the_tests_is_part_of_a_binary() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let mut faults = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let is_area = path.join("mod.rs").exists() || path.extension().is_some_and(|ending| ending == "rs");
        let line = format!("\nmod {name};\n");
        let named = [include_str!("library.rs"), include_str!("program.rs")].map(|binary| binary.contains(&line));
        if path.join("main.rs").exists() {
            faults.push(format!(
                "tests/{name}/main.rs is to be mod.rs: tests/library.rs or tests/program.rs begins it"
            ));
        } else if is_area && !matches!(name.as_str(), "library" | "program") && named == [false, false] {
            faults.push(format!(
                "tests/{name} is run if tests/library.rs or tests/program.rs says: mod {name};"
            ));
        }
    }
    nothing(faults);
}

/// What CONTRIBUTING promises to whoever brings something: few steps, few files, and each of them there.
#[test]
fn each_walk_is_five_steps_through_four_files_that_are_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = include_str!("../CONTRIBUTING.md");
    let walks = text.split("\n## ").find(|part| part.starts_with("Walks\n")).unwrap();
    let walks: Vec<&str> = walks.split("\n### ").skip(1).collect();
    assert_eq!(walks.len(), 7);
    let mut faults = Vec::new();
    for walk in walks {
        let name = walk.lines().next().unwrap_or_default();
        let steps = walk
            .lines()
            .filter(|line| line.starts_with(|first: char| first.is_ascii_digit()));
        let quoted: Vec<&str> = walk.split('`').skip(1).step_by(2).collect();
        let files = quoted
            .iter()
            .filter(|word| word.starts_with("src/") || word.starts_with("prompts/"));
        let is_path = |word: &&&str| word.contains('/') && !word.contains(' ');
        let gone = quoted.iter().filter(is_path).filter(|path| !root.join(path).exists());
        faults.extend(gone.map(|path| format!("{name}: there is no {path}")));
        // The file of the columns or kinds is read and not touched.
        let read = quoted
            .iter()
            .filter(|word| ["src/steps/table.rs", "src/tasks/row.rs"].contains(word));
        if steps.count() > 5 || files.count() - read.count() > 4 {
            faults.push(format!("{name}: too many steps or files"));
        }
    }
    nothing(faults);
}
