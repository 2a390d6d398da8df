//! Each kind of screen as text with its weights, drawn into a model of a terminal: at three sizes, without color, and
//! held against ASCII. What the words are is the visit's business; here they only have the length of real ones.

use dialoguer::theme::Theme;

use super::below::{self, Below};
use super::frame::{self, Frame, Line, Parts, Rows};
use super::look::Appearance;
use super::phrases::english;
use super::{Choice, Message, Prompt, Reading, layout, pager};

const SIZES: [(u16, u16); 3] = [(24, 80), (12, 40), (40, 120)];

struct ScreenKind {
    name: &'static str,
    prompt: Prompt,
    options: Vec<Choice>,
    ticks: Option<Vec<bool>>,
    at: Option<usize>,
    keys: &'static str,
    /// What stands in a field already.
    typed: &'static str,
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
        typed: "",
    }
}

/// What is to be put in order.
fn order(why: &str) -> Prompt {
    prompt("Words. 2 more.", "In which order do you speak?", why)
}

/// A list of things with how each stands behind it.
fn standing(name: &'static str, prompt: Prompt, rows: &[(&str, &str)], at: usize) -> ScreenKind {
    ScreenKind {
        options: rows.iter().map(|(label, state)| Choice::with_state(*label, *state)).collect(),
        ..list(name, prompt, &[], Some(at))
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
const PLACES: &[(&str, &str)] = &[
        ("Birch Street Clinic", "Doctor or clinic with medicine. Walk-in."),
        ("Harbor House", "Treatment center, living there. Not finished."),
        ("Add a place or a program", ""),
        ("That's all for now", ""),
    ];
const BOUNDARIES: &[(&str, &str)] = &[
        ("Wren: My own life", "Starting Tuesday, I will go to my family group each week, and I will not cancel it."),
        ("Juniper: Money", ""),
        ("Add a boundary", ""),
        ("That's all for now", ""),
    ];
const HOME: &[(&str, &str)] = &[
        ("Go on", "Safety, 2 questions. About 3 minutes."),
        ("Open the checklist", "3 for today"),
        ("Done", "Start, Who this is about, Which way"),
        ("Safety", "begun"),
        ("Review my answers", ""),
        ("Stop for today", ""),
    ];
const REVIEW: &[(&str, &str)] = &[
        ("That's enough for now", ""),
        ("Your first name: Sarah", ""),
        ("What to call them here: Robin", ""),
        ("Both 18 or over: Yes, both of us", ""),
        ("What is used: Heroin, alcohol", ""),
        ("In care: not sure", ""),
        ("Naloxone tonight: Not here", ""),
        ("Hurt or afraid: asked, and the answer is not saved", ""),
        ("Whom you can tell: skipped", ""),
        ("What you love: He is funny, and he sings in the kitchen when he thinks that no one hears him.", ""),
    ];
const TONIGHT: &[(&str, &str)] = &[
        ("Enough for tonight", ""),
        ("See the whole page, for a photo", ""),
        ("Print it, or get it on my phone", ""),
        ("Keep going with the plan", ""),
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
    let review = prompt("Home page", "These are your answers. Choose one to change it.", "");
    let order = order("Whoever is calmest goes first.\n1. Sarah\n2. Alder\n3. Wren");
    let tonight = Prompt {
        above: vec![Message::strong("For tonight. The rest can wait."), Message::plain("1. Guns locked, if that is safe.\n2. Call 988 for yourself.")],
        ..prompt("Tonight", "That is enough for tonight. What do you want to do with this page?", "")
    };
    let places = prompt("Treatment and support. 4 more.", "Which places or programs could help Robin?", "");
    let boundaries = prompt("Boundaries. Last one.", "What will each of you do from now on to stay well and safe?", "");
    let read = |typed: &str| (!typed.is_empty()).then(|| "Saturday, December 12, 2026, in 15 days".to_owned());
    let date = Prompt {
        reading: Some(Reading::new(read)),
        ..prompt("The day and after. 11 more.", "Which day could it be?", "Your tasks count back from this day.")
    };
    let saw = prompt("Words. 8 more.", "What did you see, and how did you feel?", "One true moment is easier to hear.");
    let words = prompt("Who this is about. 7 more.", "What is your first name?", "So the plan can show which tasks are yours.");
    let suggested = Prompt {
        suggestion: "Starting Friday, I will not give cash or send money by phone.".into(),
        ..prompt("Boundaries. 2 more.", "What will you do, and from when?", "You can keep a sentence about yourself.")
    };
    vec![
        list("danger", danger, DANGER, None),
        list("choice", naloxone, CHOICE, Some(1)),
        standing("people", who, PEOPLE, 2),
        standing("places", places, PLACES, 1),
        standing("boundaries", boundaries, BOUNDARIES, 0),
        standing("home", begun, HOME, 0),
        list("review", review, REVIEW, Some(1)),
        list("order", order, &[(english().order_keep, ""), (english().order_change, "")], Some(0)),
        ScreenKind {
            options: english().menu.rows(),
            keys: english().foot_menu,
            ..list("menu", prompt("Safety. 3 more.", english().else_ask, ""), &[], Some(0))
        },
        list("tonight", tonight, TONIGHT, Some(0)),
        ScreenKind {
            ticks: Some(vec![false, true, false, false, false]),
            keys: english().foot_tick,
            ..list("ticks", about, TICKS, Some(1))
        },
        field("field", words),
        field("suggestion", suggested),
        ScreenKind { typed: "dec 12", ..field("date", date) },
        ScreenKind {
            keys: english().foot_text,
            typed: "Robin, last winter I found you on the bathroom floor and I could not wake you.",
            ..field("text", saw)
        },
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
    let Frame { lines, cursor: (at, _), .. } = frame::frame(&parts, size);
    let mut behind = String::new();
    if is_field {
        let below = below::joined(&below.beginning_at(at).shown(shown.typed), Some(look));
        behind = format!("\r\n{cursor}{}{}", shown.typed, below.replace('\n', "\r\n"));
    }
    terminal(&lines, &behind, (rows, columns), look)
}

/// A terminal in which these lines were written, and this behind them.
fn terminal(lines: &[Line], behind: &str, (rows, columns): (u16, u16), look: Appearance) -> vt100::Parser {
    let dress = |line: &Line| line.iter().map(|(words, role)| look.dress(*role, words)).collect::<String>();
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
        Message::plain("The day\n-------\n\n  - Saturday, December 12\n  - At Linden's office, from four to five in the afternoon"),
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
    for (rows, columns) in SIZES {
        for (name, above) in texts() {
            let pages = leafed(above, (rows, columns), Appearance { colour: true }).map(|page| marked(&page));
            let [first, last] = &pages;
            assert!(first.is_ascii() && last.is_ascii(), "{name}");
            let shown = if first == last { first.clone() } else { format!("{first}\n\n(the last page)\n{last}") };
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
