//! The kinds of screens that are held as text, with words of the length of real ones.

use super::phrases::english;
use super::{Choice, Message, Prompt, Reading};

/// One kind of screen.
pub(super) struct ScreenKind {
    pub(super) name: &'static str,
    pub(super) prompt: Prompt,
    pub(super) options: Vec<Choice>,
    pub(super) ticks: Option<Vec<bool>>,
    pub(super) at: Option<usize>,
    pub(super) keys: &'static str,
    /// What stands in a field already.
    pub(super) typed: &'static str,
}

pub(super) fn prompt(place: &str, ask: &str, why: &str) -> Prompt {
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
        options: rows
            .iter()
            .map(|(label, note)| Choice::with_note(*label, *note))
            .collect(),
        ticks: None,
        at,
        keys: english().foot_pick,
        typed: "",
    }
}

/// What is to be put in order.
pub(super) fn order(why: &str) -> Prompt {
    prompt("Words. 2 more.", "In which order do you speak?", why)
}

/// A list of things with how each stands behind it.
fn standing(name: &'static str, prompt: Prompt, rows: &[(&str, &str)], at: usize) -> ScreenKind {
    ScreenKind {
        options: rows
            .iter()
            .map(|(label, state)| Choice::with_state(*label, *state))
            .collect(),
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
    (
        "Wren: My own life",
        "Starting Tuesday, I will go to my family group each week, and I will not cancel it.",
    ),
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
    (
        "What you love: He is funny, and he sings in the kitchen when he thinks that no one hears him.",
        "",
    ),
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

/// Every kind of screen.
pub(super) fn kinds() -> Vec<ScreenKind> {
    [choices(), things(), fields()].into_iter().flatten().collect()
}

/// Lists of answers.
fn choices() -> Vec<ScreenKind> {
    let danger = prompt("In danger now", "Is anyone in danger right now?", "");
    let naloxone = prompt(
        "Safety. 3 more.",
        "Where is naloxone tonight?",
        "It can bring breathing back.",
    );
    let about = prompt(
        "Who this is about. 2 more.",
        "Are any of these true for Robin?",
        "Choose all that fit.",
    );
    let order = order("Whoever is calmest goes first.\n1. Sarah\n2. Alder\n3. Wren");
    let tonight = Prompt {
        above: vec![
            Message::strong("For tonight. The rest can wait."),
            Message::plain("1. Guns locked, if that is safe.\n2. Call 988 for yourself."),
        ],
        ..prompt(
            "Tonight",
            "That is enough for tonight. What do you want to do with this page?",
            "",
        )
    };
    vec![
        list("danger", danger, DANGER, None),
        list("choice", naloxone, CHOICE, Some(1)),
        list(
            "order",
            order,
            &[(english().order_keep, ""), (english().order_change, "")],
            Some(0),
        ),
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
    ]
}

/// Lists of what is in the plan, with how it stands.
fn things() -> Vec<ScreenKind> {
    let who = prompt(
        "Who attends. 3 so far.",
        "Who will be there, or help?",
        "Four to six is a good number.",
    );
    let begun = Prompt {
        above: vec![Message::plain("You have done 3 things, one of them naloxone.")],
        ..prompt("Home page", "What do you want to do?", "")
    };
    let review = prompt("Home page", "These are your answers. Choose one to change it.", "");
    let places = prompt(
        "Treatment and support. 4 more.",
        "Which places or programs could help Robin?",
        "",
    );
    let boundaries = prompt(
        "Boundaries. Last one.",
        "What will each of you do from now on to stay well and safe?",
        "",
    );
    vec![
        standing("people", who, PEOPLE, 2),
        standing("places", places, PLACES, 1),
        standing("boundaries", boundaries, BOUNDARIES, 0),
        standing("home", begun, HOME, 0),
        list("review", review, REVIEW, Some(1)),
    ]
}

fn fields() -> Vec<ScreenKind> {
    let read = |typed: &str| (!typed.is_empty()).then(|| "Saturday, December 12, 2026, in 15 days".to_owned());
    let date = Prompt {
        reading: Some(Reading::new(read)),
        ..prompt(
            "The day and after. 11 more.",
            "Which day could it be?",
            "Your tasks count back from this day.",
        )
    };
    let saw = prompt(
        "Words. 8 more.",
        "What did you see, and how did you feel?",
        "One true moment is easier to hear.",
    );
    let words = prompt(
        "Who this is about. 7 more.",
        "What is your first name?",
        "So the plan can show which tasks are yours.",
    );
    let suggested = Prompt {
        suggestion: "Starting Friday, I will not give cash or send money by phone.".into(),
        ..prompt(
            "Boundaries. 2 more.",
            "What will you do, and from when?",
            "You can keep a sentence about yourself.",
        )
    };
    vec![
        field("field", words),
        field("suggestion", suggested),
        ScreenKind {
            typed: "dec 12",
            ..field("date", date)
        },
        ScreenKind {
            keys: english().foot_text,
            typed: "Robin, last winter I found you on the bathroom floor and I could not wake you.",
            ..field("text", saw)
        },
    ]
}
