//! Where a key of a file is found in the program, if not where it is in the file.

use std::collections::BTreeMap;

use super::tree::{Tree, TreeValue};

/// The files of the steps, each named after its section.
const STEPS: [&str; 12] = [
    "start",
    "who",
    "safety",
    "person",
    "professional",
    "way",
    "attendees",
    "options",
    "boundaries",
    "words",
    "day",
    "review",
];

/// What the file of every step may have. It is below `step`, so that all steps share one type.
const EVERY_STEP: [&str; 7] = ["title", "title_closed", "intro", "intro_closed", "minutes", "q", "list"];

/// A file as the program has it: what every step has is below `step`, and the sets of choices, which are named as in
/// the plan, are below `labels`, beside `note`.
pub fn arrange(file: &str, tree: Tree) -> Tree {
    match file {
        "choices" => gather(tree, "labels", |key| key != "note"),
        step if STEPS.contains(&step) => gather(tree, "step", |key| EVERY_STEP.contains(&key)),
        _ => tree,
    }
}

fn gather(tree: Tree, into: &str, is_below: impl Fn(&str) -> bool) -> Tree {
    let TreeValue::Table(table) = tree.value else {
        return tree;
    };
    let (below, mut beside): (BTreeMap<_, _>, BTreeMap<_, _>) = table.into_iter().partition(|(key, _)| is_below(key));
    let below = Tree {
        line: 1,
        value: TreeValue::Table(below),
        ..Tree::default()
    };
    beside.insert(into.into(), below);
    Tree {
        value: TreeValue::Table(beside),
        ..tree
    }
}
