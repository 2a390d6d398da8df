//! One conversation: who asks, what is said, what day it is, and how an answer is saved.

use std::collections::HashMap;
use std::io;

use chrono::NaiveDate;
use serde_json::Value;

use crate::plan::{Field, Id, List, Plan, Section};
use crate::prompt::{Choice, Message, Prompt, Prompter, TypedWords};
use crate::text;
use crate::words::{Words, fill_placeholders};

use super::{Outcome, Reply, Stop};

/// Where the planning goes on when the person can open this computer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SaferPlace {
    /// On a device they cannot open.
    Device,
    /// On paper only: blank pages are printed, nothing is kept.
    Paper,
}

/// What is said beside the questions while somebody else is on the phone.
#[derive(Clone, Copy)]
pub struct CallScript {
    /// With the question, above it.
    pub before_question: fn(Field, &Id, &Plan, &Words) -> Vec<Message>,
    /// After it was answered or left, on the next screen. It may note in the plan what every answer brings along.
    pub after_answer: fn(Field, &Id, &mut Plan, NaiveDate, &Words) -> String,
}

/// What can be done with one item of a list beside changing it. The one who begins the visit says what.
#[derive(Clone)]
pub struct ItemAction {
    /// Of which list.
    pub list: List,
    /// The row.
    pub label: String,
    /// Does it.
    pub run: fn(&mut Plan, &Id, &mut Session) -> Result<Outcome, Stop>,
}

/// Hears an answer that was given.
pub type OnAnswer<'a> = dyn FnMut(Field, &Id, &Plan) -> Option<String> + 'a;

/// What came of taking a change back.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Undone {
    /// It is taken back. True if the safety questions come again.
    Done(bool),
    /// It could not be, and why.
    Failed(String),
}

/// Keeps the plan after each answer, and asks what to do if that fails.
pub trait Saver {
    /// Keeps the plan: after this, the last answer is on disk.
    ///
    /// # Errors
    /// The disk failed and the person chose to stop; the terminal failed.
    fn save(&mut self, plan: &mut Plan, prompter: &mut dyn Prompter) -> Result<(), Stop>;

    /// True if a plan can be put under a passphrase here.
    fn can_lock(&self) -> bool {
        false
    }

    /// True if the plan is under a passphrase already.
    fn is_locked(&self) -> bool {
        false
    }

    /// What the plan said before its last change, and what it says now; `None` where nothing can be taken back.
    ///
    /// # Errors
    /// The disk failed.
    fn last_change(&self) -> Result<Option<[Option<Value>; 2]>, Stop> {
        Ok(None)
    }

    /// Takes the last change back, and keeps that.
    ///
    /// # Errors
    /// As [`Saver::save`].
    fn undo(&mut self, _plan: &mut Plan, _prompter: &mut dyn Prompter) -> Result<Undone, Stop> {
        Ok(Undone::Failed(String::new()))
    }

    /// Puts the plan under a passphrase; back means that it is not.
    ///
    /// # Errors
    /// The person goes elsewhere; the terminal failed.
    fn lock(&mut self, _plan: &Plan, _prompter: &mut dyn Prompter) -> Result<Reply<()>, Stop> {
        Ok(Reply::Back)
    }
}

/// A function saves, where nothing is to be locked.
impl<F: FnMut(&mut Plan, &mut dyn Prompter) -> Result<(), Stop>> Saver for F {
    fn save(&mut self, plan: &mut Plan, prompter: &mut dyn Prompter) -> Result<(), Stop> {
        self(plan, prompter)
    }
}

/// Everything a question needs beside the plan.
pub struct Session<'a> {
    /// How a person is asked: nobody else does.
    pub(super) prompter: &'a mut dyn Prompter,
    /// What is said.
    pub words: &'a Words,
    /// Today.
    pub today: NaiveDate,
    /// The section that is being walked, and how many of its questions come after this one.
    pub place: (Section, usize),
    /// True until the first question was put: a list then opens the item that was left unfinished.
    pub resuming: bool,
    /// The number to call stands on every screen but a neutral one: in a visit, once it may say what this is.
    pub has_alarm: bool,
    /// The next question is asked only because of the last answer: nobody can have typed for it yet.
    pub(crate) is_followup: bool,
    /// What a family holds at the end: the example's checklist, for whoever wants to see it first.
    pub sample: fn(&Words, &str, NaiveDate) -> String,
    /// Where the planning goes on instead, where this computer is not safe for it (design#computer).
    pub safer_place: Option<SaferPlace>,
    /// What is said beside each question, while there is somebody on the phone.
    pub call_script: Option<CallScript>,
    /// What can be done with an item beside changing it.
    pub item_actions: Vec<ItemAction>,
    /// Hears every answer that was given, and may say something kind on the next screen.
    pub on_answer: Option<&'a mut OnAnswer<'a>>,
    saver: &'a mut dyn Saver,
    notices: Vec<Message>,
    /// About whom, or what, each question was first asked.
    first_asked: HashMap<Field, Id>,
}

impl<'a> Session<'a> {
    /// A session in which the plan is saved after every answer.
    pub fn new(prompter: &'a mut dyn Prompter, words: &'a Words, today: NaiveDate, saver: &'a mut dyn Saver) -> Self {
        Session {
            prompter,
            words,
            today,
            place: (Section::Start, 0),
            resuming: true,
            has_alarm: false,
            is_followup: false,
            sample: |_, _, _| String::new(),
            safer_place: None,
            call_script: None,
            item_actions: Vec::new(),
            on_answer: None,
            saver,
            notices: Vec::new(),
            first_asked: HashMap::new(),
        }
    }

    /// Saves the plan: after this, the last answer is on disk. If that fails, autosave asks what to do; the
    /// answers stay in memory.
    ///
    /// # Errors
    /// The disk failed and the person chose to stop.
    pub fn save(&mut self, plan: &mut Plan) -> Result<(), Stop> {
        self.saver.save(plan, self.prompter)
    }

    /// True if this visit can put the plan under a passphrase (design#computer).
    pub fn can_lock(&self) -> bool {
        self.saver.can_lock()
    }

    /// Puts the plan under a passphrase; back means that it is not.
    ///
    /// # Errors
    /// The person goes elsewhere; the terminal failed.
    pub fn lock(&mut self, plan: &Plan) -> Result<Reply<()>, Stop> {
        self.saver.lock(plan, self.prompter)
    }

    /// True if the plan is under a passphrase already.
    pub fn is_locked(&self) -> bool {
        self.saver.is_locked()
    }

    /// As [`Saver::last_change`].
    ///
    /// # Errors
    /// As there.
    pub fn last_change(&self) -> Result<Option<[Option<Value>; 2]>, Stop> {
        self.saver.last_change()
    }

    /// As [`Saver::undo`].
    ///
    /// # Errors
    /// As there.
    pub fn undo(&mut self, plan: &mut Plan) -> Result<Undone, Stop> {
        self.saver.undo(plan, self.prompter)
    }

    /// True if line follows line: nothing can be cleared.
    pub fn only_scrolls(&self) -> bool {
        self.prompter.only_scrolls()
    }

    /// True if a field says below it how its words are understood.
    pub fn reads_back(&self) -> bool {
        self.prompter.reads_back()
    }

    /// True if nothing can be side by side.
    pub fn is_by_ear(&self) -> bool {
        self.prompter.is_by_ear()
    }

    /// Clears the screen, and what has scrolled away where the terminal can.
    ///
    /// # Errors
    /// The terminal failed.
    pub fn clear_screen(&mut self) -> io::Result<()> {
        self.prompter.hide()
    }

    /// Says something on the next screen, above the next question.
    pub fn notice(&mut self, text: impl Into<String>) {
        self.notice_message(Message::plain(text));
    }

    /// Shows on the next screen what there is to say about an answer.
    pub(crate) fn run_on_answer(&mut self, field: Field, item: &Id, plan: &Plan) {
        if let Some(hint) = self.on_answer.as_mut().and_then(|listen| listen(field, item, plan)) {
            self.notice(hint);
        }
    }

    /// The same in its own tone.
    pub fn notice_message(&mut self, said: Message) {
        if !said.text.is_empty() {
            self.notices.push(said);
        }
    }

    /// The prompt of a question about `item`, which is called `title`, with the names of the plan in it and what is
    /// to be said before it above it. `same_screen` leaves the question before it in view.
    pub fn prompt_for(&mut self, field: Field, item: &Id, title: &str, same_screen: bool, plan: &Plan) -> Prompt {
        let question = self.words.question(field);
        let speak = |sentence: &str| self.words.fill_names(sentence, plan, title);
        self.first_asked.entry(field).or_insert_with(|| item.clone());
        let why = speak(question.why(plan));
        let (shown, behind) = match self.is_asked_again(field, item) {
            true => (String::new(), why),
            false => (why, String::new()),
        };
        let mut prompt = Prompt {
            id: field.code().into(),
            place: self.place_line(plan),
            ask: speak(question.ask(plan)),
            why: shown,
            label: speak(question.short),
            fresh: !same_screen,
            discard_typeahead: std::mem::take(&mut self.is_followup),
            accepts: if field.takes_a_row_only() {
                TypedWords::WholeRow
            } else {
                TypedWords::Any
            },
            help: Some(vec![
                Message::title(self.words.engine.help_title),
                Message::plain(behind),
                Message::plain(speak(question.help(plan))),
                Message::quiet(self.words.engine.help_signs),
            ]),
            ..Prompt::default()
        };
        if let Some(script) = self.call_script {
            prompt.above = (script.before_question)(field, item, plan, self.words);
        }
        prompt
    }

    /// True if the question was asked about another person, place or boundary in this visit: what it is for was read then,
    /// and is behind help now. A question about safety is whole each time.
    pub(crate) fn is_asked_again(&self, field: Field, item: &Id) -> bool {
        let first = self.first_asked.get(&field);
        first.is_some_and(|first| first != item) && !field.takes_a_row_only()
    }

    /// Runs what a call does after an answer has come, or the question was left.
    pub(crate) fn run_after_answer(&mut self, field: Field, item: &Id, plan: &mut Plan) {
        if let Some(script) = self.call_script {
            let notice = (script.after_answer)(field, item, plan, self.today, self.words);
            self.notice(notice);
        }
    }

    /// What is said on every screen of a visit: the number to call, or the key for danger now where none is known.
    fn alarm(&self, plan: &Plan) -> String {
        let lines = self.words.help_lines(&plan.country);
        let said = match lines.country.is_empty() {
            true => self.words.engine.alarm_without_number,
            false => self.words.danger.line,
        };
        match self.has_alarm {
            true => self.words.fill_names(said, plan, ""),
            false => String::new(),
        }
    }

    /// A question with what was carried above it, and the number to call.
    pub(super) fn with_notices(&mut self, mut prompt: Prompt, plan: &Plan) -> Prompt {
        prompt.alarm = self.alarm(plan);
        let own = std::mem::replace(&mut prompt.above, std::mem::take(&mut self.notices));
        prompt.above.extend(own);
        prompt
    }

    /// True if this question can be seen at once, with the number to call and what waits to be said above it.
    pub fn fits(&self, prompt: &Prompt, options: &[Choice], plan: &Plan) -> bool {
        let mut shown = prompt.clone();
        shown.alarm = self.alarm(plan);
        shown.above.splice(0..0, self.notices.iter().cloned());
        self.prompter.holds(&shown, options)
    }

    /// How wide a line of a page is here.
    pub fn columns(&self) -> usize {
        self.prompter.columns()
    }

    /// What a row says: whole where it may wrap, cut to `columns` where a list has one line for each.
    pub fn row_label(&self, words: &str, columns: usize) -> String {
        if self.prompter.only_scrolls() {
            words.to_string()
        } else {
            text::cut(words, columns)
        }
    }

    fn place_line(&self, plan: &Plan) -> String {
        let (section, left) = self.place;
        let left = if left == 0 {
            self.words.engine.last_here.into()
        } else {
            self.words.engine.questions_left.of(left)
        };
        fill_placeholders(
            self.words.engine.place,
            &[("section", self.words.title(section, plan)), ("left", &left)],
        )
    }
}
