//! A private copy of the words: used where it changes an ordinary sentence, refused where it would cost safety.

use super::*;

const HOME: &str = include_str!("../../prompts/en/home.toml");
const DANGER: &str = include_str!("../../prompts/en/danger.toml");
const BOUNDARIES: &str = include_str!("../../prompts/en/boundaries.toml");
const CHECKLIST: &str = include_str!("../../prompts/en/checklist.toml");
const COMMANDS: &str = include_str!("../../prompts/en/commands.toml");

/// Begins a visit with a folder that holds one changed file.
fn visit(home: &Home, file: &str, text: &str, from: &str, to: &str) -> Ran {
    assert!(text.contains(from), "{file} does not say {from}");
    let folder = home.0.path().join("words");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join(file), text.replacen(from, to, 1)).unwrap();
    let ran = home.run_with(
        vec!["--plain".into(), "--words".into(), folder.clone().into()],
        "1\n1\n",
    );
    fs::remove_dir_all(folder).unwrap();
    ran
}

#[test]
fn a_copy_with_an_ordinary_sentence_changed_is_used() {
    let home = Home::with_plan();
    let ran = visit(&home, "home.toml", HOME, "Welcome back.", "Hello again.").ends(0);
    assert!(ran.err.contains("Hello again."), "{ran:?}");
}

#[test]
fn a_copy_that_costs_safety_is_refused_and_nothing_is_asked() {
    let home = Home::new();
    let never = &BOUNDARIES[BOUNDARIES.find("never_withdraw = [").unwrap()..];
    let never = &never[..=never.find(']').unwrap()];
    let line = "line = \"In an emergency call {emergency}.\"";
    let lines = "[\"emergency\", \"suicide\"]";
    let turned = "[\"suicide\", \"emergency\"]";
    let list = "title = \"Our list\"";
    let copy = "There is no plan yet.";
    for (file, text, from, to, key) in [
        ("danger.toml", DANGER, line, "line = \"Call our nurse.\"", "line"),
        ("danger.toml", DANGER, lines, turned, "card.suicide.lines"),
        (
            "boundaries.toml",
            BOUNDARIES,
            never,
            "never_withdraw = []",
            "never_withdraw",
        ),
        (
            "checklist.toml",
            CHECKLIST,
            list,
            "title = \"Call 1-800-555-0199\"",
            "title",
        ),
        ("commands.toml", COMMANDS, copy, "No addicts here.", "addict"),
    ] {
        let ran = visit(&home, file, text, from, to).refused(1);
        for piece in [file, key, ", line "] {
            assert!(ran.err.contains(piece), "{piece} {ran:?}");
        }
        assert!(!home.plan().exists(), "{file}");
    }
}
