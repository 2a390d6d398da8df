//! Pages as HTML: one file, no network, no script, light and dark, right on paper.

use maud::{DOCTYPE, PreEscaped, html};

use crate::text::{width, wrap};

use super::drawings::{self, drawing};
use super::paper::edges;
use super::{Block, Number, Page, font, qr, weeks};

/// The look of a page, on a screen and on paper.
const STYLE: &str = include_str!("style.css");

/// The page as one HTML file. Everything a family typed is text in it.
pub fn html(page: &Page) -> String {
    let body = body(page);
    html! {
        (DOCTYPE)
        html lang=(page.language) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:";
                meta name="robots" content="noindex";
                title { (page.title) }
                style { (font::faces(&body.0)) (PreEscaped(STYLE)) (PreEscaped(parts_style(page))) (PreEscaped(edges(page))) }
            }
            (body)
        }
    }
    .into_string()
}

fn body(page: &Page) -> maud::Markup {
    let main = html! { main { @for part in parts(&page.blocks) { (render_part(part, page)) } } };
    let codes = main.0.contains(qr::MARK).then_some(&page.codes);
    html! {
        body class=[is_poster(page).then_some("poster")] {
            header {
                h1 { (page.title) }
                p class="under" { (page.under.join(". ")) }
                @for number in &page.emergency { p class="call" { (phone_link(number)) } }
            }
            (main)
            footer class="foot" { @for line in codes.into_iter().chain(&page.foot) { p { (paragraphs(line)) } } }
        }
    }
}

/// The look of pictures, on a page that has them.
fn parts_style(page: &Page) -> String {
    let mut style = format!("{}{}{}", qr::STYLE, weeks::STYLE, code_style(page));
    style.extend(has_steps(&page.blocks).then_some(drawings::STYLE));
    style
}

/// True if it is to be read from afar: the steps are what it is for.
fn is_poster(page: &Page) -> bool {
    matches!(page.blocks.first(), Some(Block::Steps { .. }))
}

/// True if there are steps with drawings on it.
fn has_steps(blocks: &[Block]) -> bool {
    blocks.iter().any(|block| match block {
        Block::Steps { .. } => true,
        Block::Card { blocks, .. } => has_steps(blocks),
        _ => false,
    })
}

/// The look of words as a code, where there are any.
fn code_style(page: &Page) -> &'static str {
    let has_code = page.blocks.iter().any(|block| matches!(block, Block::Code { .. }));
    if has_code { qr::WORDS_STYLE } else { "" }
}

/// As many points are in two columns on paper.
const MANY: usize = 4;

/// The longest step, in columns, that is in one of two columns on paper: what is read in a hurry goes straight
/// down.
const STEP: usize = 56;

/// The longest value, the longest word of it and the longest label, in columns, of a fact that shares its line with
/// another on paper.
const VALUE: usize = 30;
const VALUE_WORD: usize = 20;
const LABEL: usize = 24;

/// The longest value, in columns, beside a label that is longer; and the longest label of a line that shares its row with
/// another one.
const NAME: usize = 10;

/// As many short points follow each other in their rows on paper, and how long, in columns, a short one is.
const SHORT_POINTS: usize = 8;
const SHORT_POINT: usize = 34;

/// How the points of a list lie on paper.
fn lie(lines: &[String], ordered: bool) -> Option<&'static str> {
    let all = |most: usize| lines.iter().all(|line| width(line) <= most);
    match lines.len() {
        SHORT_POINTS.. if !ordered && all(SHORT_POINT) => Some("short"),
        MANY.. if !ordered || all(STEP) => Some("many"),
        _ => None,
    }
}

/// How much room a fact needs on paper; none is said where it needs little.
fn room(label: &str, value: &str) -> Option<&'static str> {
    let is_long = width(value) > VALUE || value.split_whitespace().any(|word| width(word) > VALUE_WORD);
    match (width(label) > LABEL, is_long) {
        (true, false) if width(value) <= NAME => Some("wide-label"),
        (true, _) => Some("long wide-label"),
        (_, true) => Some("long"),
        _ => None,
    }
}

/// The blocks in parts: each that stays on one sheet begins with its mark, and ends where a new sheet begins.
fn parts(blocks: &[Block]) -> impl Iterator<Item = &[Block]> {
    blocks.chunk_by(|_, next| !matches!(next, Block::Together | Block::NewPage))
}

fn render_part(part: &[Block], page: &Page) -> maud::Markup {
    let (together, blocks) = match part {
        [Block::Together, blocks @ ..] => (true, blocks),
        blocks => (false, blocks),
    };
    let drawn = html! { @for group in groups(blocks) { (render(group, page)) } };
    html! { @if together { div class="together" { (drawn) } } @else { (drawn) } }
}

/// Tasks that follow each other are in one list, and cards side by side.
fn groups(blocks: &[Block]) -> Vec<&[Block]> {
    let alike = |one: &Block, next: &Block| {
        use Block::{Card, Task};
        matches!((one, next), (Task { .. }, Task { .. }) | (Card { .. }, Card { .. }))
    };
    blocks.chunk_by(alike).collect()
}

fn render(group: &[Block], page: &Page) -> maud::Markup {
    html! {
        @match group {
            [Block::Heading(title)] => h2 { (paragraphs(title)) },
            [Block::Words(words)] => p { (paragraphs(words)) },
            [Block::Summary { title, lines }] => section class="sum" {
                h2 { (paragraphs(title)) }
                @if let [line] = lines.as_slice() { p { (paragraphs(line)) } }
                @else { ol { @for line in lines { li { (paragraphs(line)) } } } }
            },
            [Block::Steps { title, steps }] => section class="steps" {
                h2 { (paragraphs(title)) }
                ol { @for (step, shown) in steps {
                    li class=[shown.as_ref().map(|_| "drawn")] { @if let Some(shown) = shown { (drawing(shown)) } (paragraphs(step)) }
                } }
            },
            [Block::Points { title, ordered, lines }] => section class="keep" {
                h2 { (paragraphs(title)) }
                @let lie = lie(lines, *ordered);
                @if *ordered { ol class=[lie] { @for line in lines { li { (paragraphs(line)) } } } }
                @else { ul class=[lie] { @for line in lines { li { (paragraphs(line)) } } } }
            },
            [Block::Blank(label, rows)] => div class=(if *rows == 1 && width(label) <= NAME { "fill brief" } else { "fill" }) {
                p { (label) }
                @for _ in 0..*rows { div class="rule" {} }
            },
            [Block::Numbers { title, lines }] => section {
                h2 { (title) }
                ul class="numbers" { @for number in lines { li { span { (phone_link(number)) } (qr::qr(number)) } } }
            },
            [Block::Facts(facts)] => dl {
                // What is said twice under one label is under it once.
                @for same in facts.chunk_by(|one, next| one.0 == next.0) {
                    div class=[same.iter().find_map(|(label, value)| room(label, value))] {
                        dt { (paragraphs(&same[0].0)) }
                        @for (_, value) in same { dd { (paragraphs(value)) } }
                    }
                }
            },
            [Block::Said(lines)] => blockquote {
                @for line in lines.iter().flat_map(|typed| typed.lines()) { p { (paragraphs(line)) } }
            },
            [Block::Table { title, heads, rows }] => section {
                h2 { (title) }
                (table(heads, rows))
            },
            cards @ [Block::Card { .. }, ..] => div class="cards" { @for card in cards { (one_card(card, page)) } },
            [Block::Weeks { title, caption, rows }] => (weeks::weeks(title, caption, rows)),
            [Block::Code { caption, words }] => (qr::words(caption, words)),
            [Block::NewPage] => hr class="new";,
            [Block::Together] => {},
            tasks => ul class=(if are_bare(tasks) { "tasks many" } else { "tasks" }) { @for task in tasks { (one_task(task, page)) } },
        }
    }
}

fn one_card(block: &Block, page: &Page) -> maud::Markup {
    let Block::Card { title, blocks } = block else {
        return html! {};
    };
    html! {
        section class="card" {
            h2 { (title) }
            @for group in groups(blocks) { (render(group, page)) }
        }
    }
}

/// Many boxes with a word or two each.
fn are_bare(tasks: &[Block]) -> bool {
    let bare = |task: &Block| matches!(task, Block::Task { lines, .. } if lines.is_empty());
    tasks.len() >= MANY && tasks.iter().all(bare)
}

/// The longest cell, in columns, that stays on one line: a name, a number.
const CELL: usize = 10;

fn table(heads: &[String], rows: &[Vec<String>]) -> maud::Markup {
    html! {
        div class="wide" tabindex="0" role="group" {
            table {
                thead { tr { @for head in heads { th scope="col" { (paragraphs(head)) } } } }
                tbody {
                    @for row in rows {
                        tr {
                            @for (at, cell) in row.iter().enumerate() {
                                @let short = (width(cell) <= CELL).then_some("whole");
                                @if at == 0 { th scope="row" { (paragraphs(cell)) } } @else { td class=[short] { (paragraphs(cell)) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// A line whose numbers a phone dials.
fn phone_link(number: &Number) -> maud::Markup {
    let mut parts = Vec::new();
    let mut rest = number.words.as_str();
    for dial in &number.dial {
        if let (Some((before, after)), Some(digits)) = (rest.split_once(dial.as_str()), Number::digits(dial)) {
            parts.push((before, dial, digits));
            rest = after;
        }
    }
    html! {
        @for (before, dial, digits) in parts { (paragraphs(before)) a href={ "tel:" (digits) } { (dial) } }
        (paragraphs(rest))
    }
}

fn one_task(block: &Block, page: &Page) -> maud::Markup {
    let Block::Task {
        done,
        number,
        text,
        shares,
        lines,
    } = block
    else {
        return html! {};
    };
    html! {
        li class="task" {
            (tick_box(*done, page))
            div {
                p class="what" { @if let Some(number) = number { (number) ". " } (paragraphs(text)) }
                @if !shares.is_empty() {
                    ul class="shares" {
                        @for (name, done) in shares { li { (tick_box(*done, page)) (paragraphs(name)) } }
                    }
                }
                @for line in lines { p { (paragraphs(line)) } }
            }
        }
    }
}

fn tick_box(done: bool, page: &Page) -> maud::Markup {
    let [ticked, open] = &page.boxes;
    html! {
        span class="box" role="img" aria-label=(if done { ticked } else { open }) { @if done { "x" } }
    }
}

/// A text in which the number of a phone stays on one line.
fn paragraphs(text: &str) -> maud::Markup {
    html! {
        @for (is_number, piece) in pieces(text) {
            @if is_number { span class="whole" { (piece) } } @else { (with_break_points(piece)) }
        }
    }
}

/// The longest word, in columns, that stays whole: a longer one would push a table over the edge of the paper.
const WORD: usize = 24;

/// A text whose longest words may break.
fn with_break_points(text: &str) -> maud::Markup {
    html! {
        @for word in text.split_inclusive(char::is_whitespace) {
            @if width(word) > WORD {
                @for (at, part) in wrap(word.trim_end(), WORD).iter().enumerate() { @if at > 0 { wbr; } (part) }
                @if word.ends_with(char::is_whitespace) { " " }
            } @else { (word) }
        }
    }
}

/// The text in pieces: what looks like the number of a phone that a line could break, and what stands between.
fn pieces(text: &str) -> Vec<(bool, &str)> {
    let is_gap = |letter: char| letter == '-' || letter == ' ';
    let is_part = |letter: char| letter.is_ascii_digit() || is_gap(letter);
    let mut pieces = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let start = rest.find(|letter: char| letter.is_ascii_digit()).unwrap_or(rest.len());
        let (before, after) = rest.split_at(start);
        let end = after.find(|letter| !is_part(letter)).unwrap_or(after.len());
        let run = after[..end].trim_end_matches(is_gap);
        let digits = run.bytes().filter(u8::is_ascii_digit).count();
        // No number is longer; a longer run must break on a narrow screen.
        let is_number = run.contains(is_gap) && (5..=15).contains(&digits) && run.len() <= 20;
        pieces.extend([(false, before), (is_number, run)]);
        rest = &after[run.len()..];
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_a_phone_stays_whole_and_nothing_else_does() {
        let said = paragraphs("Call 1-800-799-7233, or 116 123. Not 12-13, 1, or a-b <i>.").into_string();
        let whole = ["1-800-799-7233", "116 123"].map(|number| format!("<span class=\"whole\">{number}</span>"));
        let expected = format!("Call {}, or {}. Not 12-13, 1, or a-b &lt;i&gt;.", whole[0], whole[1]);
        assert_eq!(said, expected);
        assert_eq!(
            paragraphs(&format!("a {} b", "c".repeat(30))).into_string(),
            format!("a {}<wbr>{} b", "c".repeat(24), "c".repeat(6))
        );
        for plain in ["é 988 - ", "", "5", "1 ----------------- 2345", "1 2 3 4 5 6 7 8 9 0 1"] {
            assert_eq!(paragraphs(plain).into_string(), plain);
        }
    }
}
