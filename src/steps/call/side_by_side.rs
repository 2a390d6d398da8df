//! The options side by side: a column each, at most three at a time; by ear one after the other.

use crate::journey::QuestionAt;
use crate::plan::call::compared;
use crate::plan::{AnswerState, Field, Id, List, Plan};
use crate::steps::options::title;
use crate::text;
use crate::words::{Words, fill_placeholders};

use super::{item, questions};

/// The widest line: one column short of a screen, so that no terminal breaks it.
const COLUMNS: usize = 78;

/// The column of the labels.
const LABEL: usize = 15;

/// Between two columns.
const GAP: usize = 2;

/// How many are beside each other.
const AT_ONCE: usize = 3;

/// Every option of the plan beside the others.
pub fn side_by_side(plan: &Plan, words: &Words, by_ear: bool) -> String {
    let all: Vec<(usize, Id)> = (1..).zip(plan.ids(List::Options)).collect();
    let mut lines = vec![words.call.side_title.into()];
    if by_ear {
        all.iter().for_each(|place| lines.extend(one(plan, place, words)));
    } else {
        all.chunks(AT_ONCE)
            .for_each(|some| lines.extend(table(plan, some, words)));
    }
    lines.iter().map(|line| format!("{}\n", line.trim_end())).collect()
}

/// The number of a place in the list, and its name.
fn name(plan: &Plan, (number, id): &(usize, Id), words: &Words) -> String {
    let name = match title(plan, id, words) {
        name if name.is_empty() => words.engine.unnamed.into(),
        name => text::sanitize_line(&name),
    };
    format!("{number}. {name}")
}

fn cell(plan: &Plan, field: Field, id: &Id, words: &Words) -> String {
    let Some(question) = questions::question(field) else {
        return String::new();
    };
    let here = QuestionAt {
        question,
        item: item(id),
    };
    match here.state(plan) {
        AnswerState::Unasked => words.call.side_unknown.into(),
        _ => text::sanitize_line(&here.recap(plan, words)),
    }
}

fn label(plan: &Plan, field: Field, words: &Words) -> String {
    words.fill_names(words.question(field).short, plan, "")
}

fn one(plan: &Plan, place: &(usize, Id), words: &Words) -> Vec<String> {
    let mut lines = vec![String::new(), name(plan, place, words)];
    for field in compared(plan) {
        let (label, cell) = (label(plan, field, words), cell(plan, field, &place.1, words));
        let said = fill_placeholders(words.commands.show.row, &[("short", &label), ("answer", &cell)]);
        lines.extend(text::hanging(&said, COLUMNS, "  ", "    "));
    }
    lines
}

fn table(plan: &Plan, some: &[(usize, Id)], words: &Words) -> Vec<String> {
    let width = (COLUMNS - LABEL) / some.len() - GAP;
    let heads = some.iter().map(|place| name(plan, place, words)).collect();
    let mut lines = vec![String::new()];
    lines.extend(row(String::new(), heads, width));
    lines.push("-".repeat(LABEL + some.len() * (width + GAP)));
    for field in compared(plan) {
        let cells = some.iter().map(|(_, id)| cell(plan, field, id, words)).collect();
        lines.extend(row(label(plan, field, words), cells, width));
        lines.push(String::new());
    }
    lines.pop();
    lines
}

/// One row of the table, as many lines high as its highest cell.
fn row(label: String, cells: Vec<String>, width: usize) -> Vec<String> {
    let mut columns = vec![(text::wrap(&label, LABEL), LABEL)];
    columns.extend(cells.iter().map(|cell| (text::wrap(cell, width), width)));
    let height = columns.iter().map(|(lines, _)| lines.len()).max().unwrap_or(0);
    let gap = " ".repeat(GAP);
    let line = |at: usize| {
        let parts = columns.iter().map(|(lines, width)| {
            let part = lines.get(at).map_or("", String::as_str);
            text::pad(part, *width)
        });
        parts.collect::<Vec<_>>().join(&gap)
    };
    (0..height).map(line).collect()
}
