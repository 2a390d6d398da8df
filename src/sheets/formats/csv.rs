//! The checklist as a table for spreadsheets. No cell begins a formula.

use chrono::NaiveDate;

use crate::plan::Plan;
use crate::tasks;
use crate::words::Words;

/// Characters that start a formula in a spreadsheet, also after blanks, and their full-width forms (OWASP, CSV injection).
const FORMULA: [char; 13] = [
    '=', '+', '-', '@', '|', '%', '\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}',
];

/// The checklist of this plan, as of `today`: a head and one row a task (RFC 4180, with a byte order mark, without
/// which spreadsheets guess the letters wrong).
pub fn csv(plan: &Plan, words: &Words, today: NaiveDate) -> String {
    let own = &words.sheet.columns;
    let head = [own.done, own.task, own.who, own.date, own.when, own.why].map(String::from);
    let row = |task: tasks::Task| {
        [
            if task.is_done() { own.yes.into() } else { String::new() },
            words.task_text(&task, plan),
            words.task_owner(&task, plan),
            task.due.map(|due| due.to_string()).unwrap_or_default(),
            words.task_when(&task),
            words.task_why(&task, plan),
        ]
    };
    let rows = tasks::derive(plan, today).into_iter().map(row);
    let lines = std::iter::once(head).chain(rows).map(|cells| csv_line(&cells));
    std::iter::once("\u{feff}".to_string()).chain(lines).collect()
}

fn csv_line(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|text| cell(text)).collect();
    cells.join(",") + "\r\n"
}

/// One cell, quoted; an apostrophe before what would begin a formula makes it text.
fn cell(text: &str) -> String {
    let guard = if text.trim_start().starts_with(FORMULA) {
        "'"
    } else {
        ""
    };
    format!("\"{guard}{}\"", text.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_begins_a_formula_and_none_breaks_out() {
        for text in [
            "=1+1",
            "+1",
            "-1",
            "@x",
            "  =cmd|' /C calc'!A0",
            "|x",
            "%x",
            "\u{ff1d}1",
            " \u{ff0b}1",
            "\u{ff0d}1",
            "\u{ff20}x",
        ] {
            assert!(cell(text).starts_with("\"'"), "{text}");
        }
        assert_eq!(cell("a \"b\", c"), "\"a \"\"b\"\", c\"");
        assert_eq!(cell("Call Kim"), "\"Call Kim\"");
    }

    #[test]
    fn each_task_is_a_row() {
        let words = Words::load("en", None).unwrap();
        let plan: Plan = serde_json::from_str(words.example).unwrap();
        let today = NaiveDate::from_ymd_opt(2026, 11, 16).unwrap();
        let table = csv(&plan, &words, today);
        assert_eq!(table.matches("\r\n").count(), tasks::derive(&plan, today).len() + 1);
        assert!(table.starts_with('\u{feff}') && table.ends_with("\r\n"));
    }
}
