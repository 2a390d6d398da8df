//! Pages as HTML: one file, no network, no script, light and dark, right on paper.

use maud::{DOCTYPE, PreEscaped, html};

use super::{Block, Number, Page};

/// The look of a page. No task is cut across two sheets of paper.
const STYLE: &str = "
:root { color-scheme: light dark; }
body { font: 1.05rem/1.5 system-ui, sans-serif; max-width: 44rem; margin: 0 auto; padding: 1rem; }
h1 { margin-bottom: .2rem; }
h2 { margin: 1.8rem 0 .4rem; border-bottom: 1px solid; }
.under { margin-top: 0; }
.call { font-weight: bold; }
.sum { border: 2px solid; border-radius: .4rem; padding: .2rem 1rem; margin: 1rem 0; }
ul.tasks { list-style: none; padding: 0; }
.task { display: flex; gap: .7rem; margin: .9rem 0; break-inside: avoid; }
.box { flex: none; width: 1.1rem; height: 1.1rem; margin-top: .2rem; border: 2px solid; text-align: center; line-height: 1.1rem; }
.task p { margin: 0; overflow-wrap: anywhere; }
.what { font-weight: 600; }
.rule { border-bottom: 1px solid; height: 2rem; }
.numbers li { margin: .4rem 0; }
dl div { margin: .4rem 0; break-inside: avoid; }
dt { font-weight: 600; }
dd { margin: 0; overflow-wrap: anywhere; }
blockquote { margin: 1rem 0; padding-left: 1rem; border-left: .3rem solid; overflow-wrap: anywhere; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; }
th, td { border: 1px solid; padding: .3rem .5rem; text-align: left; vertical-align: top; }
.card { border: 2px dashed; padding: .2rem 1rem; margin: 1.2rem 0; break-inside: avoid; }
.new { border: 0; border-top: 1px solid; margin: 2rem 0; }
.foot { margin-top: 2rem; font-size: .9rem; }
@page { margin: 16mm; }
@media print { .new { break-after: page; border: 0; margin: 0; } body { max-width: none; padding: 0; font-size: 11pt; } h2 { break-after: avoid; } .sum { break-inside: avoid; } }
";

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
                style { (PreEscaped(STYLE)) }
            }
            body {
                header {
                    h1 { (page.title) }
                    p class="under" { (page.under.join(". ")) }
                    @for number in &page.emergency { p class="call" { (dialled(number)) } }
                }
                main { @for group in groups(&page.blocks) { (draw(group)) } }
                footer class="foot" { @for line in &page.foot { p { (line) } } }
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

fn draw(group: &[Block]) -> maud::Markup {
    html! {
        @match group {
            [Block::Heading(title)] => h2 { (title) },
            [Block::Words(words)] => p { (words) },
            [Block::Summary { title, lines }] => section class="sum" {
                h2 { (title) }
                ol { @for line in lines { li { (line) } } }
            },
            [Block::Points { title, ordered, lines }] => section {
                h2 { (title) }
                @if *ordered { ol { @for line in lines { li { (line) } } } }
                @else { ul { @for line in lines { li { (line) } } } }
            },
            [Block::Blank(label, rows)] => section {
                h2 { (label) }
                @for _ in 0..*rows { div class="rule" {} }
            },
            [Block::Numbers { title, lines }] => section {
                h2 { (title) }
                ul class="numbers" { @for number in lines { li { (dialled(number)) } } }
            },
            [Block::Facts(facts)] => dl { @for (label, value) in facts { div { dt { (label) } dd { (value) } } } },
            [Block::Said(lines)] => blockquote {
                @for line in lines.iter().flat_map(|typed| typed.lines()) { p { (line) } }
            },
            [Block::Table { title, heads, rows }] => section {
                h2 { (title) }
                (table(heads, rows))
            },
            [Block::Card { title, blocks }] => section class="card" {
                h2 { (title) }
                @for group in groups(blocks) { (draw(group)) }
            },
            [Block::Weeks { .. }] => {},
            [Block::NewPage] => hr class="new";,
            tasks => ul class="tasks" { @for task in tasks { (one_task(task)) } },
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
                                @if at == 0 { th scope="row" { (cell) } } @else { td { (cell) } }
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
        @for (before, dial, digits) in parts { (before) a href={ "tel:" (digits) } { (dial) } }
        (rest)
    }
}

fn one_task(block: &Block) -> maud::Markup {
    let Block::Task { done, text, lines } = block else {
        return html! {};
    };
    html! {
        li class="task" {
            span class="box" role="img" aria-label=(if *done { "[x]" } else { "[ ]" }) { @if *done { "x" } }
            div {
                p class="what" { (text) }
                @for line in lines { p { (line) } }
            }
        }
    }
}
