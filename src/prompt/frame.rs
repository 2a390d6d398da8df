//! One question as it is drawn: lines and where the cursor stands. Nothing here knows a terminal.

use std::ops::Range;

use super::look::Role;
use super::{Choice, Prompt, layout};
use crate::text;

/// The widest text, in columns: longer lines are hard to follow.
const WIDEST: usize = 76;

/// From this width on there is a margin.
const WITH_MARGIN: usize = 60;

/// The fewest lines of rows that show beside a question; where there are fewer, its reason comes on a page before it.
const FEWEST: usize = 4;

/// A piece of a line, and what it is.
pub(super) type Span = (String, Role);

/// A line as it is drawn.
pub(super) type Line = Vec<Span>;

/// What is drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Frame {
    pub(super) lines: Vec<Line>,
    /// Line and column, counted from 0.
    pub(super) cursor: (usize, usize),
    /// The rows of the list that show.
    pub(super) rows: Range<usize>,
}

/// The rows of a list, and where one is in it.
#[derive(Clone, Copy)]
pub(super) struct Rows<'a> {
    /// What is in each.
    pub(super) labels: &'a [String],
    /// What they mean.
    pub(super) options: &'a [Choice],
    /// Where there are boxes.
    pub(super) ticks: Option<&'a [bool]>,
    /// The row that is pointed at.
    pub(super) at: Option<usize>,
}

/// What a frame is made of.
pub(super) struct Parts<'a> {
    pub(super) prompt: &'a Prompt,
    /// What was typed, or refused and why; usually empty.
    pub(super) talk: &'a str,
    /// `None`: words are typed below it.
    pub(super) rows: Option<Rows<'a>>,
    /// What the keys do, two spaces between; empty where they stand below a field.
    pub(super) keys: &'a str,
    /// The lines that are free below it, for what is typed.
    pub(super) below: usize,
}

/// What is given up where not all of it fits, one more from step to step.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Tight {
    Not,
    NoGroups,
    NoAir,
    NoRule,
    NoTalk,
    HintBelow,
    SomeRows,
}

const STEPS: [Tight; 7] = [
    Tight::Not,
    Tight::NoGroups,
    Tight::NoAir,
    Tight::NoRule,
    Tight::NoTalk,
    Tight::HintBelow,
    Tight::SomeRows,
];

/// Where words begin.
pub(super) fn margin(columns: usize) -> usize {
    if columns >= WITH_MARGIN { 2 } else { 0 }
}

/// How wide words are. The last column stays free: what is written there may wrap.
pub(super) fn text_width(columns: usize) -> usize {
    let free = columns.saturating_sub(2 * margin(columns));
    free.min(WIDEST).min(columns.saturating_sub(1)).max(1)
}

/// A question, as much of its air, rule, talk line and explanations in place as this window holds.
pub(super) fn frame(parts: &Parts, size: (usize, usize)) -> Frame {
    let mut frame = Frame::default();
    for tight in STEPS {
        frame = lay_out(parts, tight, size);
        if frame.lines.len() + parts.below <= size.0 {
            break;
        }
    }
    frame
}

/// True if all of it fits on one screen, but for the rows of a long list where nothing is said above it.
pub(super) fn fits(parts: &Parts, size: (usize, usize)) -> bool {
    if lay_out(parts, Tight::HintBelow, size).lines.len() + parts.below <= size.0 {
        return true;
    }
    let Some(rows) = parts.rows.filter(|_| parts.prompt.above.is_empty()) else {
        return false;
    };
    let none = Rows { labels: &[], ..rows };
    let head = Parts {
        rows: Some(none),
        ..*parts
    };
    lay_out(&head, Tight::HintBelow, size).lines.len() + hint_lines(&rows, size.1) + FEWEST <= size.0
}

/// The first line of each screen: where one is, and the number to call. `None` where a screen says nothing of either.
pub(super) fn header(prompt: &Prompt, columns: usize) -> Option<Line> {
    if prompt.place.is_empty() && prompt.alarm.is_empty() {
        return None;
    }
    let begin = margin(columns);
    let wide = columns.saturating_sub(2 * begin).min(columns.saturating_sub(1));
    let place = text::sanitize_line(&prompt.place);
    let alarm = text::sanitize_line(&prompt.alarm);
    let room = wide.saturating_sub(text::width(&alarm) + 2);
    let place = place_within(&place, room);
    let gap = wide.saturating_sub(text::width(&alarm) + text::width(&place));
    Some(vec![
        (" ".repeat(begin), Role::Words),
        (place, Role::Strong),
        (" ".repeat(gap), Role::Words),
        (alarm, Role::Alarm),
    ])
}

/// Where one is, in this room: where the step does not fit, only what is left of it.
fn place_within(place: &str, room: usize) -> String {
    let left = place
        .split_once(". ")
        .map(|(_, left)| left)
        .filter(|_| text::width(place) > room);
    text::cut(left.unwrap_or(place), room)
}

/// The line below the header.
pub(super) fn rule(columns: usize) -> Line {
    vec![("-".repeat(columns.saturating_sub(1)), Role::Quiet)]
}

/// Words, wrapped, in the margin.
pub(super) fn words(said: &str, role: Role, columns: usize) -> Vec<Line> {
    words_in(said, role, margin(columns), text_width(columns))
}

/// The same from this column on, and as wide as this.
pub(super) fn words_in(said: &str, role: Role, margin: usize, wide: usize) -> Vec<Line> {
    if said.trim().is_empty() {
        return Vec::new();
    }
    let begin = " ".repeat(margin);
    let lines = layout::wrap_lines(said, wide);
    lines
        .into_iter()
        .map(|line| match line.is_empty() {
            true => Line::new(),
            false => vec![(begin.clone(), Role::Words), (line, role)],
        })
        .collect()
}

/// What the keys do, on one line: its middle parts go first where it is narrow.
pub(super) fn key_line(keys: &str, columns: usize) -> Line {
    let wide = text_width(columns);
    let mut parts: Vec<String> = keys.split("  ").map(text::sanitize_line).collect();
    while parts.len() > 2 && text::width(&parts.join("  ")) > wide {
        parts.remove(parts.len() - 2);
    }
    let line = text::cut(&parts.join("  "), wide);
    vec![(" ".repeat(margin(columns)), Role::Words), (line, Role::Quiet)]
}

/// What is above the talk line.
fn head(prompt: &Prompt, tight: Tight, columns: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    if let Some(header) = header(prompt, columns) {
        lines.push(header);
        lines.extend((tight < Tight::NoRule).then(|| rule(columns)));
    }
    for said in &prompt.above {
        lines.extend(words(&said.text, said.tone.into(), columns));
        lines.extend((tight < Tight::NoAir).then(Line::new));
    }
    lines.extend(words(&prompt.ask, Role::Strong, columns));
    lines.extend(words(&prompt.why, Role::Words, columns));
    lines
}

fn lay_out(parts: &Parts, tight: Tight, size: (usize, usize)) -> Frame {
    let (height, columns) = size;
    let air = |lines: &mut Vec<Line>| {
        if tight < Tight::NoAir && lines.last().is_some_and(|line| !line.is_empty()) {
            lines.push(Line::new());
        }
    };
    let mut lines = head(parts.prompt, tight, columns);
    let mut cursor = (lines.len(), margin(columns));
    // Where there is no room for the talk line of a list, its words stand in the place of the keys.
    let in_keys = tight >= Tight::NoTalk && parts.rows.is_some();
    match words(parts.talk, Role::Strong, columns) {
        talk if !in_keys && !talk.is_empty() => lines.extend(talk),
        _ if tight < Tight::NoTalk => lines.push(Line::new()),
        _ => {}
    }
    let mut shown = 0..0;
    let mut keys = parts.keys.to_owned();
    if let Some(rows) = &parts.rows {
        let below = if tight >= Tight::HintBelow {
            hint_lines(rows, columns)
        } else {
            0
        };
        let blocks = blocks(rows, tight, columns);
        let room = height.saturating_sub(lines.len() + below + 1).max(1);
        shown = match tight {
            Tight::SomeRows => page(&blocks, rows.at.unwrap_or(0), room),
            _ => 0..blocks.len(),
        };
        if shown.len() < blocks.len() {
            keys = format!("{}-{}/{} {keys}", shown.start + 1, shown.end, blocks.len());
        }
        for (row, block) in blocks.iter().enumerate().take(shown.end).skip(shown.start) {
            if rows.at == Some(row) {
                cursor = (lines.len(), margin(columns));
            }
            lines.extend(block.iter().cloned());
        }
        if below > 0 {
            let mut hint = rows.at.map(|at| hint(rows, at, columns)).unwrap_or_default();
            hint.resize(below, Line::new());
            lines.extend(hint);
        }
    }
    air(&mut lines);
    let speaks = in_keys && !parts.talk.is_empty();
    if parts.rows.is_some() || !keys.is_empty() {
        lines.push(key_line(if speaks { parts.talk } else { &keys }, columns));
    }
    if parts.rows.is_none() {
        air(&mut lines);
        cursor = (lines.len(), 0);
    }
    Frame {
        cursor: (cursor.0.min(height.saturating_sub(1)), cursor.1),
        rows: shown,
        lines,
    }
}

/// The fewest columns for how rows stand; where there are fewer, that is said below each.
const STATE: usize = 24;

/// Where it begins how rows stand, behind the longest of their labels.
fn state_column(rows: &Rows, columns: usize) -> Option<usize> {
    let with = rows
        .labels
        .iter()
        .zip(rows.options)
        .filter(|(_, option)| !option.state.is_empty());
    let column = with.map(|(label, _)| text::width(label)).max()? + 2;
    (column + STATE <= row_width(rows, columns)).then_some(column)
}

/// What is in front of the label of a row: pointer, number and box.
fn indent(rows: &Rows) -> usize {
    if rows.ticks.is_some() { 8 } else { 4 }
}

/// How wide a label may be.
fn row_width(rows: &Rows, columns: usize) -> usize {
    text_width(columns).saturating_sub(indent(rows)).max(1)
}

/// The lines of a label, and behind them how its row stands.
fn label_lines(rows: &Rows, row: usize, role: Role, columns: usize) -> Vec<Line> {
    let (label, wide) = (&rows.labels[row], row_width(rows, columns));
    let state = rows
        .options
        .get(row)
        .map(|option| text::sanitize_line(&option.state))
        .unwrap_or_default();
    let column = if state.is_empty() {
        None
    } else {
        state_column(rows, columns)
    };
    let Some(column) = column else {
        return text::wrap(label, wide)
            .into_iter()
            .map(|line| vec![(line, role)])
            .collect();
    };
    let states = text::wrap(&state, wide - column);
    let labels = std::iter::once(label.as_str()).chain(std::iter::repeat(""));
    labels
        .zip(states)
        .map(|(label, state)| {
            let gap = " ".repeat(column - text::width(label));
            vec![(label.to_owned(), role), (gap, Role::Words), (state, Role::Words)]
        })
        .collect()
}

/// Each row with its lines: its label, and what it means where there is room for that.
fn blocks(rows: &Rows, tight: Tight, columns: usize) -> Vec<Vec<Line>> {
    let begin = margin(columns);
    let whole = |row: usize| {
        let is_here = rows.at == Some(row);
        let role = if is_here { Role::Strong } else { Role::Words };
        let mut wrapped = label_lines(rows, row, role, columns).into_iter();
        let mut first = vec![
            (" ".repeat(begin), Role::Words),
            match is_here {
                true => (">".to_owned(), Role::Here),
                false => (" ".to_owned(), Role::Words),
            },
            (format!("{:>2} ", row + 1), Role::Quiet),
        ];
        if let Some(ticks) = rows.ticks {
            first.extend(match ticks.get(row) {
                Some(true) => vec![
                    ("[".to_owned(), Role::Words),
                    ("x".to_owned(), Role::Here),
                    ("] ".to_owned(), Role::Words),
                ],
                Some(false) => vec![("[ ] ".to_owned(), Role::Words)],
                None => vec![("    ".to_owned(), Role::Words)],
            });
        }
        first.extend(wrapped.next().unwrap_or_default());
        let margin = (" ".repeat(begin + indent(rows)), Role::Words);
        let rest = wrapped.map(|line| [vec![margin.clone()], line].concat());
        let mut block: Vec<Line> = std::iter::once(first).chain(rest).collect();
        if tight < Tight::HintBelow {
            block.extend(hint(rows, row, columns));
        }
        block
    };
    (0..rows.labels.len()).map(whole).collect()
}

/// What a row means.
fn hint(rows: &Rows, row: usize, columns: usize) -> Vec<Line> {
    let in_column = state_column(rows, columns).is_some();
    let said = rows.options.get(row).map(|option| match in_column {
        true => text::sanitize_line(&option.note),
        false => option.below(),
    });
    let Some(note) = said.filter(|said| !said.is_empty()) else {
        return Vec::new();
    };
    let begin = " ".repeat(margin(columns) + indent(rows));
    let lines = text::wrap(&note, row_width(rows, columns));
    lines
        .into_iter()
        .map(|line| vec![(begin.clone(), Role::Words), (line, Role::Words)])
        .collect()
}

/// The lines of the longest explanation.
fn hint_lines(rows: &Rows, columns: usize) -> usize {
    let lines = (0..rows.options.len()).map(|row| hint(rows, row, columns).len());
    lines.max().unwrap_or(0)
}

/// The rows that show where there are so many lines: those of the page that `at` is on.
fn page(blocks: &[Vec<Line>], at: usize, room: usize) -> Range<usize> {
    let (mut first, mut used) = (0, 0);
    for (row, block) in blocks.iter().enumerate() {
        if used > 0 && used + block.len() > room {
            if at < row {
                return first..row;
            }
            (first, used) = (row, 0);
        }
        used += block.len();
    }
    first..blocks.len()
}

#[cfg(test)]
#[path = "frame_tests.rs"]
mod tests;
