//! Puts one question to a person and returns an answer or an action.
//!
//! Here lives everything that knows a terminal: the port ([`Prompter`]), its three back ends (`rich`, `plain`,
//! `scripted`), the choice between them, and every way out of the program. Which question comes next, what it
//! means and where the answer is kept live elsewhere; the words come in as [`Phrases`].

mod backend;
mod below;
mod below_hint;
mod drafts;
mod field;
mod fold;
mod frame;
#[cfg(test)]
mod golden_kinds;
#[cfg(test)]
mod golden_tests;
mod key_halves;
mod keys;
mod layout;
mod line_editor;
mod line_keys;
mod list_state;
mod list_view;
mod look;
mod order;
mod pager;
mod paint;
mod parse_choice;
mod pasted;
mod phrases;
mod plain;
mod plain_list;
mod plain_print;
mod rich;
mod row_match;
mod screen;
#[cfg(any(test, feature = "testing"))]
mod scripted;
mod secret;
mod sentences;
pub mod slow_notice;
pub mod terminal_guard;
mod tick_list;
mod typeahead;
#[cfg(any(test, feature = "testing"))]
mod typed_bytes;
mod unfinished;
mod wait_for_key;

use std::fmt;
use std::io;
use std::sync::Arc;

use secrecy::SecretString;

use crate::text;

pub use backend::{Surroundings, can_clear, open, wants_plain};

pub use phrases::{Menu, MenuRow, Phrases, Shortcuts};
pub use plain::Plain;
pub use rich::Rich;
pub use row_match::{EverydayWords, TypedWords};
pub use screen::clear_all;
#[cfg(any(test, feature = "testing"))]
pub use scripted::{PromptKind, PromptSeen, Scripted, ScriptedReply};
pub use sentences::SentenceRows;
#[cfg(any(test, feature = "testing"))]
pub use typed_bytes::keys_survive;
pub use unfinished::{HalfTyped, keep_unfinished_with, lose_unfinished};

/// What came back: an answer, or an action instead of one. An action is not an error.
#[derive(Clone, Debug, PartialEq)]
pub enum PromptReply<V> {
    /// The question was answered.
    Given(V),
    /// The person wants to go somewhere else; nothing was answered.
    Action(Action),
}

/// Where a person wants to go instead of answering.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// To the question before.
    Back,
    /// On, with this one left open.
    Skip,
    /// On, with this one put on the list of things to find out.
    Later,
    /// To the help for this question.
    Help,
    /// To what to do when somebody is in danger now.
    Danger,
    /// To the home page.
    Home,
    /// Away at once, with a clean screen.
    Hide,
    /// Out; also what the end of input means.
    Leave,
}

/// How words are shown where a terminal can; plain shows all alike.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// The head of a page.
    Title,
    /// Ordinary words.
    Plain,
    /// Less important than what is around it.
    Quiet,
    /// To be read first.
    Strong,
}

/// Words to be shown that ask for nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// The words; line breaks and leading spaces are kept, longer lines are wrapped.
    pub text: String,
    /// How they are shown.
    pub tone: Tone,
    /// Begins on a clean screen: rich clears it, plain prints an empty line.
    pub fresh: bool,
}

impl Message {
    /// Ordinary words.
    pub fn plain(text: impl Into<String>) -> Self {
        Self::toned(text, Tone::Plain)
    }

    /// The head of a page.
    pub fn title(text: impl Into<String>) -> Self {
        Self::toned(text, Tone::Title)
    }

    /// Words in the background.
    pub fn quiet(text: impl Into<String>) -> Self {
        Self::toned(text, Tone::Quiet)
    }

    /// Words to be read first.
    pub fn strong(text: impl Into<String>) -> Self {
        Self::toned(text, Tone::Strong)
    }

    /// The same words on a clean screen.
    pub fn fresh(mut self) -> Self {
        self.fresh = true;
        self
    }

    fn toned(text: impl Into<String>, tone: Tone) -> Self {
        Self {
            text: text.into(),
            tone,
            fresh: false,
        }
    }
}

/// Says how words are understood while they are typed: the day that is meant.
#[derive(Clone)]
pub struct Reading(Arc<ReadsWords>);

/// What says how words are understood.
type ReadsWords = dyn Fn(&str) -> Option<String> + Send + Sync;

impl Reading {
    /// With what says it; `None` where nothing is understood.
    pub fn new(says: impl Fn(&str) -> Option<String> + Send + Sync + 'static) -> Self {
        Self(Arc::new(says))
    }

    /// How these words are understood.
    pub(super) fn of(&self, typed: &str) -> Option<String> {
        (self.0)(typed)
    }
}

impl fmt::Debug for Reading {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Reading")
    }
}

impl PartialEq for Reading {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for Reading {}

/// One question as it is put. Empty parts are not shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prompt {
    /// What scripts and tests know the question by, such as `person.name`; never shown.
    pub id: String,
    /// What is said above it, on the same screen; where a screen does not hold both, on one before it.
    pub above: Vec<Message>,
    /// Where the person is: "Safety. 3 more."
    pub place: String,
    /// The number to call, on every screen that may say what this is.
    pub alarm: String,
    /// The question.
    pub ask: String,
    /// Why it is asked.
    pub why: String,
    /// A few words that are at the cursor.
    pub label: String,
    /// Begins on a clean screen: rich clears it, plain prints an empty line.
    pub fresh: bool,
    /// Ticks: the rows have a "none of these" of their own.
    pub has_own_none_row: bool,
    /// A whole answer that Enter takes while nothing is typed, and that is shown to be a suggestion. Never at a question
    /// about safety.
    pub suggestion: String,
    /// What is read back below the field while it is typed.
    pub reading: Option<Reading>,
    /// No default: Enter alone never answers, not even with the earlier answer.
    pub no_default: bool,
    /// What was typed before it was seen is thrown away, in a terminal: for what removes something, and for a question
    /// that is there only because of the last answer.
    pub discard_typeahead: bool,
    /// What a list makes of typed words.
    pub accepts: TypedWords,
    /// What help says; `None` for what the signs mean. Whoever puts the question shows it: no back end looks at it.
    pub help: Option<Vec<Message>>,
}

impl Prompt {
    /// A question with nothing but its id, its words and what is at the cursor.
    pub fn new(id: impl Into<String>, ask: impl Into<String>, prompt: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            ask: ask.into(),
            label: prompt.into(),
            ..Self::default()
        }
    }

    /// True if nothing that was typed before the question was seen may reach it: so too if it is about safety.
    pub(super) fn is_guarded(&self) -> bool {
        self.discard_typeahead || self.accepts != TypedWords::Any
    }
}

/// One row of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// What is in the row; short.
    pub label: String,
    /// What it means, in a few words below it; may be empty.
    pub note: String,
    /// How it stands, in a column behind the labels where there is room for one, and below its row elsewhere; may be empty.
    pub state: String,
}

impl Choice {
    /// A row that needs no explanation.
    pub fn new(label: impl Into<String>) -> Self {
        Self {
            label: label.into(),
            ..Self::default()
        }
    }

    /// A row with what it means.
    pub fn with_note(label: impl Into<String>, note: impl Into<String>) -> Self {
        Self {
            note: note.into(),
            ..Self::new(label)
        }
    }

    /// A row with how it stands.
    pub fn with_state(label: impl Into<String>, state: impl Into<String>) -> Self {
        Self {
            state: state.into(),
            ..Self::new(label)
        }
    }

    /// What is said below its row where nothing stands behind it.
    pub(super) fn below(&self) -> String {
        [&self.state, &self.note]
            .map(|said| text::sanitize_line(said))
            .join(" ")
            .trim()
            .to_owned()
    }
}

/// The port through which everything is asked.
///
/// `Err` means that the terminal failed. A given text is clean (`text::sanitize`), trimmed and never empty.
pub trait Prompter {
    /// Shows words and asks for nothing.
    fn show(&mut self, said: &Message) -> io::Result<()>;

    /// Asks for one line; pasted line breaks become spaces. `before` is the earlier answer, or empty.
    fn line(&mut self, prompt: &Prompt, before: &str) -> io::Result<PromptReply<String>>;

    /// Asks for a text that keeps its lines. `before` is the earlier answer, or empty.
    fn text(&mut self, prompt: &Prompt, before: &str) -> io::Result<PromptReply<String>>;

    /// Asks for one of the options, given as its index.
    fn pick(&mut self, prompt: &Prompt, options: &[Choice], before: Option<usize>) -> io::Result<PromptReply<usize>>;

    /// Asks for any of the options: one `bool` an option, in their order. `before` may be shorter.
    fn tick(&mut self, prompt: &Prompt, options: &[Choice], before: &[bool]) -> io::Result<PromptReply<Vec<bool>>>;

    /// Asks for an order: the indices of `items` in the new order. Fewer than two items ask nothing.
    fn order(&mut self, prompt: &Prompt, items: &[Choice]) -> io::Result<PromptReply<Vec<usize>>>;

    /// Asks for a passphrase, which is not shown and is kept just as it was typed. The signs count here too.
    fn secret(&mut self, prompt: &Prompt) -> io::Result<PromptReply<SecretString>>;

    /// Waits for Enter.
    fn pause(&mut self, prompt: &Prompt) -> io::Result<PromptReply<()>>;

    /// Clears the screen and, where the terminal can, what has scrolled away. Plain prints nothing at all.
    fn hide(&mut self) -> io::Result<()>;

    /// True if a question can be seen at once here; always, where line follows line.
    fn holds(&self, _prompt: &Prompt, _options: &[Choice]) -> bool {
        true
    }

    /// How wide a line of a page is here.
    fn columns(&self) -> usize {
        screen::COLUMNS
    }

    /// True for screen readers and narrow terminals: nothing can be side by side.
    fn is_by_ear(&self) -> bool {
        false
    }

    /// True if a field says below it how its words are understood.
    fn reads_back(&self) -> bool {
        false
    }

    /// True if line follows line and none is taken back: a row may wrap, and nothing can be cleared.
    fn only_scrolls(&self) -> bool {
        false
    }
}
