//! The weeks as a picture: one row a week, from top to bottom, so that it is as readable on a phone as on paper.

use maud::{Markup, html};

use crate::text::{width, wrap};

use super::Week;

/// As wide as a hand, whatever the page is: the letters keep the size of the text around them.
pub const STYLE: &str = "
.weeks { margin: 1rem 0; break-inside: avoid; }
.weeks svg { display: block; width: 100%; max-width: 24rem; height: auto; }
@media print { .weeks { margin: .5rem 0; } .weeks svg { max-width: 80mm; } }
";

/// The width of the picture, and the size of its letters.
const WIDTH: usize = 320;
const LETTERS: usize = 14;
/// From one line to the next, and from the last line of a week to the next week.
const LINE: usize = 20;
const GAP: usize = 10;
/// Where the line of time runs, and where the words begin.
const AXIS: usize = 14;
const WORDS: usize = 34;
/// The columns that surely fit, also in a wide font.
const COLUMNS: usize = 36;

/// The picture, with its title and what it shows for those who do not see it.
pub fn weeks(title: &str, about: &str, rows: &[Week]) -> Markup {
    let tops = tops(rows);
    let height = tops.last().copied().unwrap_or(0);
    html! {
        section class="weeks" {
            h2 { (title) }
            svg viewBox=(format!("0 0 {WIDTH} {height}")) role="img" aria-labelledby="weeks-title weeks-about"
                font-size=(LETTERS) fill="currentColor" stroke="none" {
                title id="weeks-title" { (title) }
                desc id="weeks-about" { (about) }
                @for (row, top) in rows.iter().zip(&tops).skip(1) { (way_to(row, *top, &tops)) }
                @for (row, top) in rows.iter().zip(&tops) { (week(row, *top)) }
            }
        }
    }
}

/// Where each week begins, and where the last one ends.
fn tops(rows: &[Week]) -> Vec<usize> {
    let mut tops = vec![0];
    for row in rows {
        let lines = 1 + row.great.len() + row.lines.len();
        tops.push(tops[tops.len() - 1] + lines * LINE + GAP);
    }
    tops
}

/// The line of time from the week before; broken where weeks were left out.
fn way_to(row: &Week, top: usize, tops: &[usize]) -> Markup {
    let before = tops.iter().copied().filter(|other| *other < top).max().unwrap_or(0);
    let broken = row.after_a_gap.then_some("3 5");
    html! {
        line x1=(AXIS) x2=(AXIS) y1=(before + LINE / 2) y2=(top + LINE / 2) stroke="currentColor" stroke-width="2"
            stroke-dasharray=[broken] {}
    }
}

/// One week: a dot, from when, and what is to be done; a diamond beside the day itself.
fn week(row: &Week, top: usize) -> Markup {
    let line = |at: usize| top + at * LINE + LINE * 3 / 4;
    let great = row.great.len();
    html! {
        circle cx=(AXIS) cy=(top + LINE / 2) r="5" {}
        text x=(WORDS) y=(line(0)) font-weight="bold" { (row.label) }
        @if !row.more.is_empty() { text x=(WIDTH) y=(line(0)) text-anchor="end" { (row.more) } }
        @if great > 0 { path d=(diamond(top + LINE + LINE / 2)) {} }
        @for (at, said) in row.great.iter().enumerate() {
            text x=(WORDS) y=(line(1 + at)) font-weight="bold" { (short(said)) }
        }
        @for (at, said) in row.lines.iter().enumerate() { text x=(WORDS) y=(line(1 + great + at)) { (short(said)) } }
    }
}

fn diamond(middle: usize) -> String {
    let half = LINE / 2 + 1;
    format!(
        "M{AXIS} {}l{half} {half}l-{half} {half}l-{half} -{half}z",
        middle - half
    )
}

/// What fits in one line, cut between words where there are any.
fn short(said: &str) -> String {
    if width(said) <= COLUMNS {
        return said.into();
    }
    let begun = wrap(said, COLUMNS - 1).into_iter().next().unwrap_or_default();
    format!("{}\u{2026}", begun.trim_end_matches([' ', ',', ':']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_long_is_cut_between_words() {
        assert_eq!(short("Set the date."), "Set the date.");
        assert_eq!(
            short("Read your letters to each other, in a room or by phone."),
            "Read your letters to each other, in\u{2026}"
        );
        let wide = "\u{6c34}".repeat(40);
        assert!(width(&short(&wide)) <= COLUMNS);
    }

    #[test]
    fn the_day_is_marked_by_its_form_and_a_gap_by_a_broken_line() {
        let calm = Week {
            label: "a".into(),
            ..Week::default()
        };
        let great = Week {
            great: vec!["b".into()],
            after_a_gap: true,
            ..calm.clone()
        };
        let plain = weeks("t", "d", &[calm.clone(), calm.clone()]).into_string();
        let marked = weeks("t", "d", &[calm, great]).into_string();
        assert!(
            !plain.contains("stroke-dasharray") && !plain.contains("<path"),
            "{plain}"
        );
        assert!(
            marked.contains("stroke-dasharray") && marked.contains("<path"),
            "{marked}"
        );
    }
}
