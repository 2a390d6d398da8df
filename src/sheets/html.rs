//! Pages as HTML: one file, no network, no script, light and dark, right on paper.

use maud::{DOCTYPE, PreEscaped, html};

use super::{Block, Page};

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
.foot { margin-top: 2rem; font-size: .9rem; }
@page { margin: 16mm; }
@media print { body { max-width: none; padding: 0; font-size: 11pt; } h2 { break-after: avoid; } .sum { break-inside: avoid; } }
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
                    @for line in &page.emergency { p class="call" { (line) } }
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
            tasks => ul class="tasks" { @for task in tasks { (one_task(task)) } },
        }
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
