//! What goes with the program where it is installed, read by the programs it is for. Where one is not there, that is
//! said.

use std::io::Write;
use std::process::{Command as Outside, Stdio};

use super::*;

/// What an outside program says of what it is given; `None`, with a clear line, where it is not on this computer.
fn asked(program: &str, args: &[&str], input: &str) -> Option<String> {
    let started = Outside::new(program)
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let Ok(mut child) = started else {
        println!("skipped: {program} is not on this computer");
        return None;
    };
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let said = [output.stdout, output.stderr].concat();
    Some(String::from_utf8(said).unwrap().trim().to_string())
}

#[test]
fn the_manual_is_clean_to_its_checker() {
    let home = Home::new();
    home.run_inside("man --out man1").ends(0);
    let folder = home.0.path().join("man1");
    let pages: Vec<_> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    assert_eq!(pages.len(), steadfast::cli::commands().len() + 1);
    let mut faults = Vec::new();
    for page in &pages {
        faults.extend(asked("mandoc", &["-T", "lint", page.to_str().unwrap()], ""));
    }
    faults.retain(|said| !said.is_empty());
    assert!(faults.is_empty(), "{faults:#?}");
}

#[test]
fn a_shell_that_has_read_its_completions_finishes_what_is_typed() {
    let home = Home::new();
    let file = |shell: &str| {
        let path = home.0.path().join(if shell == "zsh" { "_steadfast" } else { shell });
        fs::write(&path, home.run(&format!("completions {shell}")).ends(0).out).unwrap();
        path.to_str().unwrap().to_string()
    };
    let bash = format!(
        ". {}; COMP_WORDS=(steadfast sheet to); COMP_CWORD=2; _steadfast steadfast to sheet; echo \"${{COMPREPLY[@]}}\"",
        file("bash")
    );
    let said = asked("bash", &["--norc", "-c", &bash], "");
    assert!(said.is_none_or(|said| said == "tonight"));
    let fish = format!("source {}; complete -C 'steadfast chec'", file("fish"));
    if let Some(said) = asked("fish", &["--no-config", "-c", &fish], "") {
        let found: Vec<&str> = said.lines().filter_map(|line| line.split('\t').next()).collect();
        assert_eq!(found, ["check", "checklist"]);
    }
    file("zsh");
    let zsh = format!(
        "fpath=($fpath {0}); autoload -Uz compinit; compinit -u -d {0}/dump; autoload +X _steadfast; print $_comps[steadfast]; whence -w _steadfast",
        home.0.path().display()
    );
    let said = asked("zsh", &["-f", "-c", &zsh], "");
    assert!(said.is_none_or(|said| said == "_steadfast\n_steadfast: function"));
}

#[test]
fn exported_words_are_those_that_are_built_in() {
    let home = Home::with_plan();
    home.run_inside("words --export ours").ends(0);
    let folder = home.0.path().join("ours");
    // Each file is read anew, and not passed over because it is the same.
    let mut count = 0;
    let mut folders = vec![folder.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = fs::read_to_string(&path).unwrap();
            fs::write(&path, format!("# Ours.\n{text}")).unwrap();
            count += 1;
        }
    }
    assert!(count > 40, "{count}");
    for line in [
        "checklist",
        "sheet tonight",
        "sheet person --for Wren --format html",
        "show",
        "help",
        "lines",
        "sources",
    ] {
        let built_in = home.run(line).ends(0);
        let ours = home.run_inside(&format!("{line} --words ours")).ends(0);
        assert_eq!(built_in.out, ours.out, "{line}");
    }
    let again = home.run_inside("words --export ours").refused(1);
    assert!(again.err.contains("ours"), "{again:?}");
}
