//! Pages as HTML: one file, no network, no script, light and dark, right on paper.

use maud::{DOCTYPE, PreEscaped, html};

use super::paper::edges;
use super::{Block, Number, Page, qr, weeks};

/// The look of a page, on a screen and on paper.
const STYLE: &str = include_str!("style.css");

/// The page as one HTML file. Everything a family typed is text in it.
pub fn html(page: &Page) -> String {
    html! {
        (DOCTYPE)
        html lang=(page.language) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'";
                meta name="robots" content="noindex";
                title { (page.title) }
                style { (PreEscaped(STYLE)) (PreEscaped(qr::STYLE)) (PreEscaped(weeks::STYLE)) (PreEscaped(edges(page))) }
            }
            body {
                header {
                    h1 { (page.title) }
                    p class="under" { (page.under.join(". ")) }
                    @for number in &page.emergency { p class="call" { (dialled(number)) } }
                }
                main { @for group in groups(&page.blocks) { (draw(group, page)) } }
                footer class="foot" { @for line in &page.foot { p { (say(line)) } } }
            }
        }
    }
    .into_string()
}

/// Tasks that follow each other stand in one list.
fn groups(blocks: &[Block]) -> Vec<&[Block]> {
    let is_task = |block: &Block| matches!(block, Block::Task { .. });
    blocks.chunk_by(|one, next| is_task(one) && is_task(next)).collect()
}

fn draw(group: &[Block], page: &Page) -> maud::Markup {
    html! {
        @match group {
            [Block::Heading(title)] => h2 { (say(title)) },
            [Block::Words(words)] => p { (say(words)) },
            [Block::Summary { title, lines }] => section class="sum" {
                h2 { (say(title)) }
                ol { @for line in lines { li { (say(line)) } } }
            },
            [Block::Points { title, ordered, lines }] => section class="keep" {
                h2 { (say(title)) }
                @if *ordered { ol { @for line in lines { li { (say(line)) } } } }
                @else { ul { @for line in lines { li { (say(line)) } } } }
            },
            [Block::Blank(label, rows)] => div class="fill" {
                p { (label) }
                @for _ in 0..*rows { div class="rule" {} }
            },
            [Block::Numbers { title, lines }] => section {
                h2 { (title) }
                ul class="numbers" { @for number in lines { li { span { (dialled(number)) } (qr::qr(number)) } } }
            },
            [Block::Facts(facts)] => dl {
                // What is said twice under one label stands under it once.
                @for same in facts.chunk_by(|one, next| one.0 == next.0) {
                    div { dt { (say(&same[0].0)) } @for (_, value) in same { dd { (say(value)) } } }
                }
            },
            [Block::Said(lines)] => blockquote {
                @for line in lines.iter().flat_map(|typed| typed.lines()) { p { (say(line)) } }
            },
            [Block::Table { title, heads, rows }] => section {
                h2 { (title) }
                (table(heads, rows))
            },
            [Block::Card { title, blocks }] => section class="card" {
                h2 { (title) }
                @for group in groups(blocks) { (draw(group, page)) }
            },
            [Block::Weeks { title, about, rows }] => (weeks::weeks(title, about, rows)),
            [Block::NewPage] => hr class="new";,
            tasks => ul class="tasks" { @for task in tasks { (one_task(task, page)) } },
        }
    }
}

fn table(heads: &[String], rows: &[Vec<String>]) -> maud::Markup {
    html! {
        div class="wide" tabindex="0" role="group" {
            table {
                thead { tr { @for head in heads { th scope="col" { (head) } } } }
                tbody {
                    @for row in rows {
                        tr {
                            @for (at, cell) in row.iter().enumerate() {
                                @if at == 0 { th scope="row" { (say(cell)) } } @else { td { (say(cell)) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// A line whose numbers a phone dials.
fn dialled(number: &Number) -> maud::Markup {
    let mut parts = Vec::new();
    let mut rest = number.words.as_str();
    for dial in &number.dial {
        if let (Some((before, after)), Some(digits)) = (rest.split_once(dial.as_str()), Number::digits(dial)) {
            parts.push((before, dial, digits));
            rest = after;
        }
    }
    html! {
        @for (before, dial, digits) in parts { (say(before)) a href={ "tel:" (digits) } { (dial) } }
        (say(rest))
    }
}

fn one_task(block: &Block, page: &Page) -> maud::Markup {
    let Block::Task { done, text, lines } = block else {
        return html! {};
    };
    let [ticked, open] = &page.boxes;
    html! {
        li class="task" {
            span class="box" role="img" aria-label=(if *done { ticked } else { open }) { @if *done { "x" } }
            div {
                p class="what" { (say(text)) }
                @for line in lines { p { (say(line)) } }
            }
        }
    }
}

/// A text in which the number of a phone stays on one line.
fn say(text: &str) -> maud::Markup {
    html! {
        @for (is_number, piece) in pieces(text) {
            @if is_number { span class="whole" { (piece) } } @else { (piece) }
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
        let said = say("Call 1-800-799-7233, or 116 123. Not 12-13, 1, or a-b <i>.").into_string();
        let whole = ["1-800-799-7233", "116 123"].map(|number| format!("<span class=\"whole\">{number}</span>"));
        let expected = format!("Call {}, or {}. Not 12-13, 1, or a-b &lt;i&gt;.", whole[0], whole[1]);
        assert_eq!(said, expected);
        for plain in ["é 988 - ", "", "5", "1 ----------------- 2345", "1 2 3 4 5 6 7 8 9 0 1"] {
            assert_eq!(say(plain).into_string(), plain);
        }
    }
}
