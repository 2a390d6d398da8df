//! Pages as text: 80 columns, no escape sequence, readable by ear.

use crate::text::{hanging, width, wrap};

use super::{Block, Number, Page, Week};

/// The columns of a page: what a window of 80 shows within its margins.
const COLUMNS: usize = 76;

/// The page as text, with a final line break.
pub fn text(page: &Page) -> String {
    text_within(page, COLUMNS)
}

/// The page as text in lines of so many columns, for a window that is narrower than a page.
pub fn text_within(page: &Page, columns: usize) -> String {
    let mut lines = wrap(&page.title, columns);
    lines.push("=".repeat(width(&page.title).min(columns)));
    lines.extend(wrap(&page.under.join(". "), columns));
    lines.extend(page.emergency.iter().flat_map(|number| wrap(&number.words, columns)));
    // A single sheet needs no number.
    let is_one = !page.blocks.iter().any(|block| matches!(block, Block::NewPage));
    let mut numbers = page.numbers().take(if is_one { 0 } else { usize::MAX });
    lines.extend(numbers.next().iter().flat_map(|number| wrap(number, columns)));
    for block in &page.blocks {
        match block {
            Block::NewPage => {
                lines.extend([String::new(), "=".repeat(columns)]);
                lines.extend(numbers.next().iter().flat_map(|number| wrap(number, columns)));
            }
            other => lines.extend(render(other, columns)),
        }
    }
    lines.push(String::new());
    lines.extend(page.foot.iter().flat_map(|line| wrap(line, columns)));
    lines.iter().map(|line| line.trim_end().to_string() + "\n").collect()
}

/// Blocks alone, without what is on every page: what a command prints. An empty line parts them.
pub fn text_of_blocks(blocks: &[Block], columns: usize) -> String {
    let lines = blocks.iter().flat_map(|block| render(block, columns)).skip(1);
    lines.map(|line| line.trim_end().to_string() + "\n").collect()
}

/// What a page says below its title, without what is on every page: lines that are wrapped where they are shown. Each
/// thing is a paragraph, so that a small screen does not tear it.
pub fn on_screen(page: &Page) -> String {
    let part = |block: &Block| match block {
        Block::Points { title, ordered, lines } => {
            let mark = |at| if *ordered { format!("{}.", at + 1) } else { "-".into() };
            let lines = lines.iter().enumerate();
            let lines: Vec<String> = lines.map(|(at, line)| format!("{} {line}", mark(at))).collect();
            format!("{title}\n{}", lines.join("\n\n"))
        }
        other => render(other, COLUMNS).join("\n").trim().to_string(),
    };
    let mut parts: Vec<String> = page.blocks.iter().map(part).collect();
    parts.retain(|part| !part.is_empty());
    parts.join("\n\n")
}

fn render(block: &Block, columns: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    match block {
        Block::Heading(title) => {
            lines.extend(wrap(title, columns));
            lines.push("-".repeat(width(title).min(columns)));
        }
        Block::Words(words) => lines.extend(wrap(words, columns)),
        Block::Summary { title, lines: inside } => lines.extend(summary(title, inside, columns)),
        Block::Steps { title, steps } => {
            lines.extend(wrap(title, columns));
            let inside: Vec<String> = steps.iter().map(|(step, _)| step.clone()).collect();
            lines.extend(listed(&inside, true, columns));
        }
        Block::Points {
            title,
            ordered,
            lines: inside,
        } => {
            lines.extend(wrap(title, columns));
            lines.extend(listed(inside, *ordered, columns));
        }
        Block::Numbers { title, lines: inside } => {
            lines.extend(wrap(title, columns));
            let row = |line: &Number| hanging(&line.words, columns, "  - ", "    ");
            lines.extend(inside.iter().flat_map(row));
        }
        Block::Facts(facts) => {
            let row = |(label, value): &(String, String)| hanging(&format!("{label}: {value}"), columns, "  ", "    ");
            lines.extend(facts.iter().flat_map(row));
        }
        Block::Said(inside) => lines.extend(joined_paragraphs(inside, columns)),
        Block::Task { .. } => lines.extend(one_task(block, columns)),
        Block::Blank(label, rows) => {
            lines.extend(wrap(label, columns));
            lines.extend(std::iter::repeat_n("_".repeat(columns - 4), *rows));
        }
        Block::Table { title, heads, rows } => {
            lines.extend(wrap(title, columns));
            lines.extend(rows.iter().flat_map(|row| by_ear(heads, row, columns)));
        }
        Block::Card { title, blocks } => {
            lines.push("- ".repeat(columns / 2));
            lines.extend(wrap(title, columns));
            lines.extend(blocks.iter().flat_map(|block| render(block, columns)));
        }
        Block::Weeks { title, caption, rows } => lines.extend(weeks(title, caption, rows, columns)),
        Block::Code { .. } | Block::NewPage | Block::Together => lines.clear(),
    }
    lines
}

/// The box that sums a page up: one line as it is, several by number.
fn summary(title: &str, inside: &[String], columns: usize) -> Vec<String> {
    let mut lines = wrap(title, columns);
    lines.extend(match inside {
        [line] => wrap(line, columns),
        _ => listed(inside, true, columns),
    });
    lines
}

/// A line of time, with how it is read where that is said.
fn weeks(title: &str, caption: &str, rows: &[Week], columns: usize) -> Vec<String> {
    let said = [title, caption].into_iter().filter(|said| !said.is_empty());
    let mut lines: Vec<String> = said.flat_map(|said| wrap(said, columns)).collect();
    lines.extend(listed(&rows.iter().map(Week::line).collect::<Vec<_>>(), false, columns));
    lines
}

/// A task: its box, what to do, the boxes of those who share it, and what is known of it.
fn one_task(block: &Block, columns: usize) -> Vec<String> {
    let Block::Task {
        done,
        number,
        text,
        shares,
        lines,
    } = block
    else {
        return Vec::new();
    };
    let mark = |done: bool| if done { "[x] " } else { "[ ] " };
    let number = number.map(|number| format!("{number}. ")).unwrap_or_default();
    let each = shares.iter().map(|(name, done)| format!("{}{name}", mark(*done)));
    let each = each.collect::<Vec<_>>().join("   ");
    let under = (!each.is_empty()).then_some(&each).into_iter().chain(lines);
    let under = under.flat_map(|line| hanging(line, columns, "    ", "      "));
    let what = hanging(&format!("{number}{text}"), columns, mark(*done), "    ");
    what.into_iter().chain(under).collect()
}

/// One row of a table as it can be read by ear: its label, and under it each cell with the head of its column.
fn by_ear(heads: &[String], row: &[String], columns: usize) -> Vec<String> {
    let mut cells = heads.iter().zip(row);
    let mut lines = Vec::new();
    if let Some((_, label)) = cells.next() {
        lines.extend(hanging(label, columns, "  ", "    "));
    }
    for (head, cell) in cells {
        lines.extend(hanging(&format!("{head}: {cell}"), columns, "    ", "      "));
    }
    lines
}

/// A short list, numbered where its lines are steps.
fn listed(inside: &[String], ordered: bool, columns: usize) -> Vec<String> {
    let mark = |at: usize| {
        if ordered {
            format!("  {}. ", at + 1)
        } else {
            "  - ".into()
        }
    };
    let lines = inside.iter().enumerate();
    let hung = |(at, line): (usize, &String)| hanging(line, columns, &mark(at), &" ".repeat(mark(at).len()));
    lines.flat_map(hung).collect()
}

/// Words to be read aloud, with room between their paragraphs.
fn joined_paragraphs(paragraphs: &[String], columns: usize) -> Vec<String> {
    let drawn = |paragraph: &String| -> Vec<String> {
        paragraph
            .lines()
            .flat_map(|line| hanging(line, columns, "    ", "    "))
            .collect()
    };
    let drawn: Vec<Vec<String>> = paragraphs.iter().map(drawn).collect();
    drawn.join(&String::new())
}
