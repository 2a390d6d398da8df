//! No page reaches the lists of a plan but through the one room that decides what may be named.

use crate::common::source::of_the_program;

/// The lists, and what reads them: by name, by part, by rank.
const LISTS: &[&str] = &[
    ".treatment_options",
    ".first_choice(",
    ".backup(",
    ".attendees",
    ".attendee(",
    ".holders(",
    ".people(",
    ".name_of(",
    ".boundaries",
    ".statements",
    ".objections",
    ".professionals",
    ".follow_ups",
    ".support_groups",
];

/// `boundaries_line` and `statements()` only begin as a list does.
fn is_another_name(list: &str, after: &str) -> bool {
    !list.ends_with('(') && after.starts_with(|c: char| c.is_alphanumeric() || c == '_' || c == '(')
}

/// The words for boundaries bear the list's name; a list has no such fields.
fn is_words(list: &str, after: &str) -> bool {
    list == ".boundaries"
        && [".kind.get(", ".never_withdraw"]
            .iter()
            .any(|field| after.starts_with(field))
}

#[test]
fn no_page_reads_a_list_by_itself() {
    let mut found = Vec::new();
    let mut pages = 0;
    for source in of_the_program() {
        if !source.path.starts_with("sheets/pages/") {
            continue;
        }
        pages += 1;
        for (line, what, after) in source.uses(LISTS) {
            if !source.is_test(line) && !is_another_name(what, after) && !is_words(what, after) {
                found.push(format!("src/{}:{line} reads {what}", source.path));
            }
        }
    }
    assert!(pages > 15, "the pages stand elsewhere now: {pages}");
    assert!(found.is_empty(), "ask sheets/may_name:\n{}", found.join("\n"));
}
