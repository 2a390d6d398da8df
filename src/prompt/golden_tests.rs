//! Each kind of screen as text with its weights, drawn into a model of a terminal: at three sizes, without color, and
//! held against ASCII. What the words are is the visit's business; here they only have the length of real ones.

use super::below::{self, Below};
use super::frame::{self, Frame, Line, Parts, Rows};
use super::look::Appearance;
use super::phrases::english;
use super::{Choice, Message, Prompt, layout};

const SIZES: [(u16, u16); 3] = [(24, 80), (12, 40), (40, 120)];

struct ScreenKind {
    name: &'static str,
    prompt: Prompt,
    options: Vec<Choice>,
    ticks: Option<Vec<bool>>,
    at: Option<usize>,
    keys: &'static str,
}

fn prompt(place: &str, ask: &str, why: &str) -> Prompt {
    Prompt {
        place: place.into(),
        alarm: "In an emergency call 911.".into(),
        why: why.into(),
        ..Prompt::new("", ask, "Your answer")
    }
}

fn list(name: &'static str, prompt: Prompt, rows: &[(&str, &str)], at: Option<usize>) -> ScreenKind {
    ScreenKind {
        name,
        prompt,
        options: rows.iter().map(|(label, note)| Choice::with_note(*label, *note)).collect(),
        ticks: None,
        at,
        keys: english().foot_pick,
    }
}

fn field(name: &'static str, prompt: Prompt) -> ScreenKind {
    ScreenKind {
        keys: english().foot_line,
        ..list(name, prompt, &[], None)
    }
}

const DANGER: &[(&str, &str)] = &[
        ("Overdose: not waking or breathing", ""),
        ("Someone may end their life", ""),
        ("Someone is being hurt, or afraid", ""),
        ("Not sure", ""),
        ("No", ""),
        ("Change the country", ""),
    ];
const CHOICE: &[(&str, &str)] = &[
        ("Within reach", "Make sure everyone at home knows where it is."),
        ("Not here", "Getting it becomes your first task."),
        ("What is that?", "Shows what it is, then asks again."),
        ("Not sure", ""),
    ];
const PEOPLE: &[(&str, &str)] = &[
        ("Sarah (you)", "In the room. Opens and closes the talk."),
        ("Alder", "In the room. Drives."),
        ("Wren", "By phone. One answer is open."),
        ("Add a person", ""),
        ("That is everyone", ""),
    ];
const HOME: &[(&str, &str)] = &[
        ("Go on", "Safety, 2 questions. About 3 minutes."),
        ("The checklist", "3 for today, 6 later."),
        ("All steps", ""),
        ("Leave for today", ""),
    ];
const TICKS: &[(&str, &str)] = &[
        ("An overdose in the past year", ""),
        ("Uses alone", ""),
        ("Just out, or days without use", "In the last four weeks."),
        ("None of these", ""),
        ("Not sure", ""),
    ];

fn kinds() -> Vec<ScreenKind> {
    let danger = prompt("In danger now", "Is anyone in danger right now?", "");
    let naloxone = prompt("Safety. 3 more.", "Where is naloxone tonight?", "It can bring breathing back.");
    let who = prompt("Who attends. 3 so far.", "Who will be there, or help?", "Four to six is a good number.");
    let about = prompt("Who this is about. 2 more.", "Are any of these true for Robin?", "Choose all that fit.");
    let begun = Prompt {
        above: vec![Message::plain("You have done 3 things, one of them naloxone.")],
        ..prompt("Home page", "What do you want to do?", "")
    };
    let tonight = Prompt {
        above: vec![Message::strong("For tonight. The rest can wait."), Message::plain("1. Guns locked, if that is safe.\n2. Call 988 for yourself.")],
        ..prompt("Tonight", "That is enough for tonight. What do you want to do with this page?", "")
    };
    let words = prompt("Who this is about. 7 more.", "What is your first name?", "So the plan can show which tasks are yours.");
    let suggested = Prompt {
        suggestion: "Starting Friday, I will not give cash or send money by phone.".into(),
        ..prompt("Boundaries. 2 more.", "What will you do, and from when?", "You can keep a sentence about yourself.")
    };
    vec![
        list("danger", danger, DANGER, None),
        list("choice", naloxone, CHOICE, Some(1)),
        list("people", who, PEOPLE, Some(2)),
        list("home", begun, HOME, Some(0)),
        list("tonight", tonight, &[("Enough for tonight", ""), ("Print it", ""), ("Go on with the plan", "")], Some(0)),
        ScreenKind {
            ticks: Some(vec![false, true, false, false, false]),
            keys: english().foot_tick,
            ..list("ticks", about, TICKS, Some(1))
        },
        field("field", words),
        field("suggestion", suggested),
    ]
}

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
    let Frame { mut lines, cursor: (at, _), .. } = frame::frame(&parts, size);
    let dress = |line: &Line| line.iter().map(|(words, role)| look.dress(*role, words)).collect::<String>();
    let mut text = lines.drain(..).map(|line| dress(&line)).collect::<Vec<_>>().join("\r\n");
    if is_field {
        let shown = below::joined(&below.beginning_at(at).shown(""), Some(look)).replace('\n', "\r\n");
        text += &format!("\r\n{cursor}{shown}");
    }
    let cells = |cells: u16| std::num::NonZeroU16::new(cells).unwrap();
    let mut terminal = vt100::Parser::new(cells(rows), cells(columns), 0);
    terminal.process(text.as_bytes());
    terminal
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
            let weights = [(accent, '@'), (cell.inverse(), '#'), (cell.bold(), '*'), (cell.underline(), '_'), (cell.dim(), '.')];
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
