//! Questions answered with words: one line, or a text that keeps its lines.

use crate::plan::{Accessor, Answer, Id, Plan, Text};
use crate::prompt::Prompt;
use crate::text;
use crate::words::{Words, fill_placeholders};

use super::{QuestionAt, SingleAnswer};
use crate::session::{Reply, Session, Stop};

/// The longest text a field holds, in letters: about four pages, more than anybody reads aloud.
pub const MAX_TEXT: usize = 8_000;

/// Where a sentence that is begun for somebody is still to be filled.
const GAP: &str = "...";

/// A light look at what was typed; it hints and never blocks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum LineCheck {
    /// Anything goes.
    Nothing,
    /// A phone number; 988 and 911 are whole.
    Phone,
    /// An e-mail address.
    Email,
    /// A web address.
    Web,
}

/// One line.
pub struct LineInput(pub Accessor<Text>, pub LineCheck);

/// A text. `begin` gives a whole answer to be changed, if there is one.
pub struct TextInput {
    /// Where it stands.
    pub lens: Accessor<Text>,
    /// Line breaks are kept.
    pub keeps_lines: bool,
    /// What is there before anything was answered.
    pub begin: fn(&Plan, &Id, &Words) -> String,
}

impl TextInput {
    /// A text that is joined to one paragraph.
    pub const fn one_paragraph(lens: Accessor<Text>) -> TextInput {
        TextInput {
            lens,
            keeps_lines: false,
            begin: |_, _, _| String::new(),
        }
    }

    /// A text that keeps its lines.
    pub const fn many_lines(lens: Accessor<Text>) -> TextInput {
        TextInput {
            lens,
            keeps_lines: true,
            begin: |_, _, _| String::new(),
        }
    }

    /// The same, beginning from a whole answer.
    pub const fn starting_with(mut self, begin: fn(&Plan, &Id, &Words) -> String) -> TextInput {
        self.begin = begin;
        self
    }
}

impl SingleAnswer for LineInput {
    type Value = Text;

    fn accessor(&self) -> &Accessor<Text> {
        &self.0
    }

    fn format(&self, value: &Text, _plan: &Plan, _words: &Words) -> String {
        value.as_str().into()
    }

    fn ask_value(&self, here: &QuestionAt, plan: &Plan, session: &mut Session) -> Result<Reply<Text>, Stop> {
        let before = self.0.words(plan, &here.item.id).to_string();
        ask_text(here, plan, session, before, String::new(), false)
    }

    fn after_given(&self, here: &QuestionAt, plan: &mut Plan, session: &mut Session) {
        let typed = self.0.words(plan, &here.item.id);
        let engine = &session.words.engine;
        let (whole, hint) = match self.1 {
            LineCheck::Nothing => return,
            LineCheck::Phone => (text::phone_looks_whole(typed), &engine.phone_short),
            LineCheck::Email => (text::email_looks_whole(typed), &engine.email_short),
            LineCheck::Web => (text::web_looks_whole(typed), &engine.web_short),
        };
        if !whole {
            session.notice(*hint);
        }
    }
}

/// A name, behind which the phone number may be typed: it then is where numbers are, and is not asked for.
pub struct NameInput {
    /// Where the name stands.
    pub name: Accessor<Text>,
    /// Where the number does.
    pub phone: Accessor<Text>,
    /// Who was named before and may be meant, or nobody.
    pub begin: fn(&Plan, &Id, &Words) -> String,
}

impl NameInput {
    /// The same, where somebody was named before.
    pub const fn starting_with(mut self, begin: fn(&Plan, &Id, &Words) -> String) -> NameInput {
        self.begin = begin;
        self
    }
}

impl SingleAnswer for NameInput {
    type Value = Text;

    fn accessor(&self) -> &Accessor<Text> {
        &self.name
    }

    fn format(&self, value: &Text, _plan: &Plan, _words: &Words) -> String {
        value.as_str().into()
    }

    fn ask_value(&self, here: &QuestionAt, plan: &Plan, session: &mut Session) -> Result<Reply<Text>, Stop> {
        let before = self.name.words(plan, &here.item.id).to_string();
        let begin = (self.begin)(plan, &here.item.id, session.words);
        ask_text(here, plan, session, before, begin, false)
    }

    fn after_given(&self, here: &QuestionAt, plan: &mut Plan, _session: &mut Session) {
        let id = &here.item.id;
        let typed = self.name.words(plan, id).to_string();
        let has_none = (self.phone.get)(plan, id).is_some_and(Answer::is_unasked);
        if let Some((name, phone)) = text::split_phone(&typed).filter(|_| has_none) {
            self.name.set(plan, id, Answer::Given(Text::new(name)));
            self.phone.set(plan, id, Answer::Given(Text::new(phone)));
        }
    }
}

impl SingleAnswer for TextInput {
    type Value = Text;

    fn accessor(&self) -> &Accessor<Text> {
        &self.lens
    }

    fn format(&self, value: &Text, _plan: &Plan, _words: &Words) -> String {
        value.as_str().into()
    }

    fn ask_value(&self, here: &QuestionAt, plan: &Plan, session: &mut Session) -> Result<Reply<Text>, Stop> {
        let mut before = self.lens.words(plan, &here.item.id).to_string();
        let mut begin = (self.begin)(plan, &here.item.id, session.words);
        if before.is_empty() && begin.contains(GAP) {
            // Words with a gap are there to be finished: they are no suggestion.
            before = std::mem::take(&mut begin);
        }
        ask_text(here, plan, session, before, begin, self.keeps_lines)
    }
}

/// Asks until a text fits; what was typed is there while it is mended. `begin` is suggested until something was answered.
pub(super) fn ask_text(
    here: &QuestionAt,
    plan: &Plan,
    session: &mut Session,
    mut before: String,
    begin: String,
    keeps_lines: bool,
) -> Result<Reply<Text>, Stop> {
    loop {
        let mut prompt = here.prompt(plan, session);
        if before.is_empty() {
            suggest(&mut prompt, here, plan, session, &begin);
        }
        let reply = match keeps_lines {
            true => session.text(plan, prompt, &before)?,
            false => session.line(plan, prompt, &before)?,
        };
        let typed = match reply.answered() {
            Ok(typed) => typed,
            Err(other) => return Ok(other),
        };
        let (field, words) = (here.question.field, session.words);
        if !field.is_name_of_somebody() && words.is_shrug(&typed)
            || field.is_somebody_to_call() && words.is_nobody(&typed)
        {
            return Ok(Reply::Skip);
        }
        let answer = Text::new(&typed);
        let letters = answer.as_str().chars().count();
        if letters > MAX_TEXT {
            session.notice(fill_placeholders(
                session.words.engine.too_long,
                &[("max", &MAX_TEXT.to_string())],
            ));
        } else if answer.as_str().trim().is_empty() {
            session.notice(session.words.engine.nothing_typed);
        } else if field.asks_for_a_name() && typed.trim() != before.trim() && words.is_no_name(&typed) {
            // It stays in the field, and the next Enter keeps it: it may be one all the same.
            session.notice(fill_placeholders(words.engine.no_name, &[("typed", answer.as_str())]));
        } else {
            return Ok(Reply::Given(answer));
        }
        before = typed;
    }
}

/// Puts what could be answered with a question: as a suggestion where Enter may save it, else as an example.
fn suggest(prompt: &mut Prompt, here: &QuestionAt, plan: &Plan, session: &Session, begin: &str) {
    let (field, words) = (here.question.field, session.words);
    let start = words.question(field).start;
    let example = words.answer_start(start, plan, &here.item.name(plan, words));
    if !begin.is_empty() {
        begin.clone_into(&mut prompt.suggestion);
    } else if field.example_is_an_answer() {
        prompt.suggestion = example;
    } else if !start.is_empty() {
        let said = fill_placeholders(words.engine.could_begin, &[("start", &example)]);
        prompt.why = format!("{}\n{said}", prompt.why);
    }
}
