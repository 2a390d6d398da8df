//! Pages as text: 80 columns, no escape sequence, readable by ear.

use crate::text::{hang, width, wrap};

use super::{Block, Page};

/// The columns of a page.
const COLUMNS: usize = 80;

/// The page as text, with a final line break.
pub fn text(page: &Page) -> String {
    let mut lines = vec![page.title.clone(), "=".repeat(width(&page.title))];
    lines.push(page.under.join(". "));
    lines.extend(page.emergency.iter().flat_map(|line| wrap(line, COLUMNS)));
    for block in &page.blocks {
        lines.extend(draw(block));
    }
    lines.push(String::new());
    lines.extend(page.foot.iter().flat_map(|line| wrap(line, COLUMNS)));
    lines.iter().map(|line| line.trim_end().to_string() + "\n").collect()
}

fn draw(block: &Block) -> Vec<String> {
    let mut lines = vec![String::new()];
    match block {
        Block::Heading(title) => {
            lines.push(title.clone());
            lines.push("-".repeat(width(title)));
        }
        Block::Words(words) => lines.extend(wrap(words, COLUMNS)),
        Block::Summary { title, lines: inside } => {
            lines.push(title.clone());
            for (at, line) in inside.iter().enumerate() {
                lines.extend(hang(line, COLUMNS, &format!("  {}. ", at + 1), "     "));
            }
        }
        Block::Points {
            title,
            ordered,
            lines: inside,
        } => {
            lines.push(title.clone());
            for (at, line) in inside.iter().enumerate() {
                let mark = if *ordered {
                    format!("  {}. ", at + 1)
                } else {
                    "  - ".into()
                };
                lines.extend(hang(line, COLUMNS, &mark, &" ".repeat(mark.len())));
            }
        }
        Block::Task {
            done,
            text,
            lines: inside,
        } => {
            let mark = if *done { "[x] " } else { "[ ] " };
            lines.extend(hang(text, COLUMNS, mark, "    "));
            lines.extend(inside.iter().flat_map(|line| hang(line, COLUMNS, "    ", "      ")));
        }
        Block::Blank(label, rows) => {
            lines.extend(wrap(label, COLUMNS));
            lines.extend(std::iter::repeat_n("_".repeat(COLUMNS - 4), *rows));
        }
    }
    lines
}
