//! Each kind of screen as text with its weights, drawn into a model of a terminal: at three sizes, without color, and
//! held against ASCII. What the words are is the visit's business; here they only have the length of real ones.

use dialoguer::theme::Theme;

use super::below::{self, Below};
use super::frame::{self, Frame, Line, Parts, Rows};
use super::golden_kinds::{ScreenKind, kinds, order, prompt};
use super::look::Appearance;
use super::phrases::english;
use super::{Message, Prompt, layout, pager};

const SIZES: [(u16, u16); 3] = [(24, 80), (12, 40), (40, 120)];

fn drawn(shown: &ScreenKind, (rows, columns): (u16, u16), look: Appearance) -> vt100::Parser {
    let size = (usize::from(rows), usize::from(columns));
    let labels = layout::row_labels(&shown.options, None);
    let cursor = format!("{}> ", " ".repeat(frame::margin(size.1)));
    let below = Below::new(&shown.prompt, english(), shown.keys, &cursor, size);
    let is_field = shown.options.is_empty();
    let parts = Parts {
        prompt: &shown.prompt,
        talk: "",
        rows: (!is_field).then_some(Rows {
            labels: &labels,
            options: &shown.options,
            ticks: shown.ticks.as_deref(),
            at: shown.at,
        }),
        keys: if is_field { "" } else { shown.keys },
        below: if is_field { below.lines() } else { 0 },
    };
    let Frame {
        lines, cursor: (at, _), ..
    } = frame::frame(&parts, size);
    let mut behind = String::new();
    if is_field {
        let below = below::joined(&below.beginning_at(at).shown(shown.typed), Some(look));
        behind = format!("\r\n{cursor}{}{}", shown.typed, below.replace('\n', "\r\n"));
    }
    terminal(&lines, &behind, (rows, columns), look)
}

/// A terminal in which these lines were written, and this behind them.
fn terminal(lines: &[Line], behind: &str, (rows, columns): (u16, u16), look: Appearance) -> vt100::Parser {
    let dress = |line: &Line| {
        line.iter()
            .map(|(words, role)| look.dress(*role, words))
            .collect::<String>()
    };
    let text = lines.iter().map(dress).collect::<Vec<_>>().join("\r\n") + behind;
    let cells = |cells: u16| std::num::NonZeroU16::new(cells).unwrap();
    let mut terminal = vt100::Parser::new(cells(rows), cells(columns), 0);
    terminal.process(text.as_bytes());
    terminal
}

/// What is leafed through: a longer text, a card of danger now, and the example of what a family holds at the end.
fn texts() -> [(&'static str, Vec<Message>); 3] {
    let steps = "1. Shout their name. Rub your knuckles hard on the middle of their chest.\n\n2. No answer, or slow, gurgling \
                 or no breath: call 911, phone on speaker.\n\n3. Give naloxone now.";
    let page = vec![
        Message::title("No answer when you shout? Call 911."),
        Message::plain(steps),
        Message::plain(
            "The day\n-------\n\n  - Saturday, December 12\n  - At Linden's office, from four to five in the afternoon",
        ),
    ];
    let card = vec![
        Message::title("They do not wake, or breathe badly: call 911"),
        Message::strong("1. Shout their name. Rub your knuckles hard on the middle of their chest."),
        Message::strong("2. No answer, or slow, gurgling or no breath: call 911, phone on speaker."),
        Message::strong(
            "3. Give naloxone now. None here? Go on: breathing is the aim.\n4. Not breathing: on their back, head back, chin up.\n\
             5. After 2 to 3 minutes still not breathing well: a second dose.",
        ),
        Message::plain("- Naloxone wears off: they need care even if they wake.\n- No slapping, no cold shower."),
        Message::strong("If someone may end their life, call 988."),
    ];
    let sample = "This is an example, with made-up people.\n\nUntil morning\n-------------\n\n[ ] Keep naloxone in the kitchen and in \
                  the car.\n[ ] Call Linden, 555-0110. Open Monday, 9 to 5.\n\nThis week\n---------\n\n[ ] Tell one person you trust.";
    [("page", page), ("card", card), ("sample", vec![Message::plain(sample)])]
}

/// The first page of a longer text, and the last.
fn leafed(above: Vec<Message>, size: (u16, u16), look: Appearance) -> [vt100::Parser; 2] {
    let prompt = Prompt {
        above,
        ..prompt("", "", "")
    };
    let window = (usize::from(size.0), usize::from(size.1));
    let pages = pager::leaves(&prompt, window);
    let keys = pager::keys_of_pages(pages.pages.len(), english());
    let ends = [pages.pages.first().unwrap(), pages.pages.last().unwrap()];
    ends.map(|page| {
        let Frame { lines, .. } = pager::page_frame(&pages.head, page, keys, window, false);
        terminal(&lines, "", size, look)
    })
}

/// A list while it is put in order, which is dialoguer's, below the frame that is ours.
fn ordered((rows, columns): (u16, u16), look: Appearance) -> vt100::Parser {
    let prompt = order("Whoever is calmest goes first.");
    let parts = Parts {
        prompt: &prompt,
        talk: "",
        rows: None,
        keys: english().foot_order,
        below: 1,
    };
    let Frame { lines, .. } = frame::frame(&parts, (usize::from(rows), usize::from(columns)));
    let mut behind = String::from("\r\n");
    look.format_sort_prompt(&mut behind, "Order").unwrap();
    for (name, picked, active) in [("Sarah", false, false), ("Alder", true, true), ("Wren", false, false)] {
        behind.push_str("\r\n");
        look.format_sort_prompt_item(&mut behind, name, picked, active).unwrap();
    }
    terminal(&lines, &behind, (rows, columns), look)
}

/// The screen as text; what is not plain stands between marks: `*` bold, `_` underlined, `#` reversed, `.` dim, `@` the
/// accent.
fn marked(terminal: &vt100::Parser) -> String {
    let screen = terminal.screen();
    let (rows, columns) = (screen.size().0.get(), screen.size().1.get());
    let mut said = Vec::new();
    for row in 0..rows {
        let (mut line, mut before) = (String::new(), String::new());
        for column in 0..columns {
            let Some(cell) = screen.cell(row, column) else { continue };
            let accent = cell.fgcolor() != vt100::Color::Default;
            let weights = [
                (accent, '@'),
                (cell.inverse(), '#'),
                (cell.bold(), '*'),
                (cell.underline(), '_'),
                (cell.dim(), '.'),
            ];
            let now: String = weights.iter().filter(|(on, _)| *on).map(|(_, mark)| *mark).collect();
            if now != before {
                line += &format!("{{{now}}}");
                before = now;
            }
            line += if cell.has_contents() { cell.contents() } else { " " };
        }
        said.push(line.trim_end().trim_end_matches("{}").trim_end().to_owned());
    }
    said.join("\n").trim_end().to_owned()
}

#[test]
fn each_kind_of_screen_looks_as_it_did_at_three_sizes() {
    for shown in kinds() {
        for (rows, columns) in SIZES {
            let screen = marked(&drawn(&shown, (rows, columns), Appearance { colour: true }));
            assert!(screen.is_ascii(), "{}", shown.name);
            insta::assert_snapshot!(format!("{}_{columns}x{rows}", shown.name), screen);
        }
    }
    for (rows, columns) in SIZES {
        for (name, above) in texts() {
            let pages = leafed(above, (rows, columns), Appearance { colour: true }).map(|page| marked(&page));
            let [first, last] = &pages;
            assert!(first.is_ascii() && last.is_ascii(), "{name}");
            let shown = if first == last {
                first.clone()
            } else {
                format!("{first}\n\n(the last page)\n{last}")
            };
            insta::assert_snapshot!(format!("{name}_{columns}x{rows}"), shown);
        }
        let [with, without] = [true, false].map(|colour| marked(&ordered((rows, columns), Appearance { colour })));
        assert_eq!(with.replace('@', ""), without);
        assert!(with.is_ascii());
        insta::assert_snapshot!(format!("sorted_{columns}x{rows}"), with);
    }
}

#[test]
fn without_color_only_the_accent_goes_and_no_screen_differs_in_a_letter() {
    for shown in kinds() {
        for size in SIZES {
            let [with, without] = [true, false].map(|colour| marked(&drawn(&shown, size, Appearance { colour })));
            assert_eq!(with.replace('@', ""), without, "{}", shown.name);
            assert_eq!(with == without, shown.at.is_none(), "{}", shown.name);
        }
    }
}
