//! What stands in one row fits into one row, in the narrowest window that is drawn richly.

use steadfast::text::width;

use super::{Sentence, languages, nothing};

/// The narrow window of the tests.
const COLUMNS: usize = 40;

/// What stands before a row that is put in order: the pointer, a space, and a box with a space. `SORT_MARK` in
/// src/prompt/rich.rs, since such a row is cut to what is left; in other lists a long one goes on below.
const MARK: usize = "> [x] ".len();

/// A short label stands at the cursor, before what is typed, and in the review, before the answer.
const SHORT: usize = 28;

/// Rows of lists that the engine, the home page and the port bring themselves.
const ROWS: &[(&str, &[&str])] = &[
    (
        "ask",
        &[
            "else_row",
            "none_row",
            "none_yes",
            "none_no",
            "order_keep",
            "order_change",
        ],
    ),
    (
        "engine",
        &[
            "item_change",
            "item_more",
            "item_remove",
            "item_back",
            "remove_yes",
            "remove_no",
            "more_done",
            "sample_row",
            "they_lock",
            "they_device",
            "they_paper",
            "try_again",
            "stop_unsaved",
            "screen_yes",
            "screen_no",
            "date_yes",
            "date_yes_all",
            "date_other",
        ],
    ),
    (
        "home",
        &[
            "changed_yes",
            "changed_no",
            "paper_yes",
            "paper_no",
            "take_back",
            "steps_back",
            "steps_done",
            "steps_open",
            "keep.undo_yes",
            "keep.undo_no",
        ],
    ),
    (
        "lock",
        &[
            "seven",
            "mine",
            "not_now",
            "show",
            "lock_it",
            "page_yes",
            "page_no",
            "pages_remove",
            "pages_keep",
            "off_yes",
            "off_no",
        ],
    ),
    ("lines", &["unlisted_choice"]),
];

fn is_row(sentence: &Sentence) -> bool {
    let (key, last) = (sentence.key.as_str(), sentence.last_key());
    match sentence.file {
        "choices" => !key.starts_with("note."),
        "ask" if key.starts_with("menu.") => last == "label",
        "danger" if key.starts_with("answer.") => true,
        "home" if key.starts_with("rows.") => true,
        "lines" if key.starts_with("country.") => true,
        file => {
            let own = ROWS.iter().find(|(name, _)| *name == file);
            let of_list = key.starts_with("list.") && matches!(last, "add" | "everyone");
            own.is_some_and(|(_, keys)| keys.contains(&key)) || of_list || (is_step(sentence) && key == "title")
        }
    }
}

/// A step names itself in a row of the list of steps.
fn is_step(sentence: &Sentence) -> bool {
    steadfast::plan::Section::ALL
        .iter()
        .any(|section| section.code() == sentence.file)
}

fn is_short(sentence: &Sentence) -> bool {
    let key = sentence.key.as_str();
    match sentence.file {
        "ask" => matches!(key, "prompt" | "else_prompt"),
        "home" | "danger" => key == "prompt",
        "engine" => matches!(key, "screen_short" | "screen_prompt"),
        _ => key.starts_with("q.") && sentence.last_key() == "short",
    }
}

#[test]
fn every_row_of_a_list_fits_into_forty_columns() {
    let mut faults = Vec::new();
    for (language, sentences) in languages() {
        let rows: Vec<_> = sentences.iter().filter(|sentence| is_row(sentence)).collect();
        assert!(rows.len() > 300, "{language}: only {} rows were found", rows.len());
        let long = rows.iter().filter(|row| width(&row.text) > COLUMNS - MARK);
        faults.extend(long.map(|row| format!("{language}: {} columns: {}", width(&row.text), row.place())));
    }
    nothing(faults);
}

#[test]
fn every_short_label_leaves_room_for_an_answer() {
    let mut faults = Vec::new();
    for (language, sentences) in languages() {
        let labels: Vec<_> = sentences.iter().filter(|sentence| is_short(sentence)).collect();
        assert!(
            labels.len() > 150,
            "{language}: only {} labels were found",
            labels.len()
        );
        let long = labels.iter().filter(|label| width(&label.text) > SHORT);
        faults.extend(long.map(|label| format!("{language}: {}", label.place())));
    }
    nothing(faults);
}

#[test]
fn the_marks_of_a_row_are_counted_as_the_port_counts_them() {
    let port = include_str!("../../src/prompt/rich.rs");
    assert!(port.contains(&format!("const SORT_MARK: usize = {MARK};")));
}

#[test]
fn every_named_row_is_there() {
    for (language, sentences) in languages() {
        for (file, keys) in ROWS {
            for key in *keys {
                let there = sentences.iter().any(|s| s.file == *file && s.key == *key);
                assert!(there, "{language}: {file}.toml has no {key}");
            }
        }
    }
}
