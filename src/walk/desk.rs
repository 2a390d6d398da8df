//! What stands on the desk during a visit: the one who asks, the words, the date, and the drawer where answers are kept.

use std::io;

use chrono::NaiveDate;

use crate::ask::{Asker, Choice, Listens, Put, Reply, Said};
use crate::plan::{List, Plan, Section};
use crate::text;
use crate::words::{Words, fill};

use super::{End, Here};

/// Where the planning goes on when the person can open this computer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Elsewhere {
    /// On a device they cannot open.
    Device,
    /// On paper only: blank pages are printed, nothing is kept.
    Paper,
}

/// What is said beside the questions of a road that is walked with somebody else on the phone.
#[derive(Clone, Copy)]
pub struct Whisper {
    /// With the question, above it.
    pub with: fn(Here, &Plan, &Words) -> Vec<Said>,
    /// After it was answered or left, on the next screen. It may note in the plan what every answer brings along.
    pub after: fn(Here, &mut Plan, NaiveDate, &Words) -> String,
}

/// What can be done with one item of a list beside changing it. The one who begins the visit says what.
#[derive(Clone)]
pub struct Beside {
    /// Of which list.
    pub list: List,
    /// The row.
    pub label: String,
    /// Does it.
    pub run: fn(&mut Plan, usize, &mut Desk) -> io::Result<End>,
}

/// Hears an answer that was given.
pub type Listen<'a> = dyn FnMut(Here, &Plan) -> Option<String> + 'a;

/// Keeps an answer, and may ask what to do where that fails.
pub type Keep<'a> = dyn FnMut(&mut Plan, &mut dyn Asker) -> io::Result<()> + 'a;

/// Puts a plan under a passphrase, in talk with the person. A wish means that it is not.
pub type Lock<'a> = dyn FnMut(&Plan, &mut dyn Asker) -> io::Result<Reply<()>> + 'a;

/// Everything a question needs beside the plan.
pub struct Desk<'a> {
    /// How a person is asked.
    pub asker: &'a mut dyn Asker,
    /// What is said.
    pub words: &'a Words,
    /// Today.
    pub today: NaiveDate,
    /// The section that is being walked, and how many of its questions come after this one.
    pub place: (Section, usize),
    /// True until the first question was put: a list then opens the item that was left unfinished.
    pub resuming: bool,
    /// The next question stands on the road only because of the last answer: nobody can have typed for it yet.
    pub(super) sudden: bool,
    /// What a family holds at the end: the example's checklist, for whoever wants to see it first.
    pub sample: String,
    /// Where the planning goes on instead, where this computer is not safe for it (visit 2).
    pub elsewhere: Option<Elsewhere>,
    /// What is said beside each question, while there is somebody on the phone.
    pub whisper: Option<Whisper>,
    /// What can be done with an item beside changing it.
    pub deeds: Vec<Beside>,
    /// Hears every answer that was given, and may say something kind on the next screen.
    pub listen: Option<&'a mut Listen<'a>>,
    /// Puts the plan under a passphrase, where this computer is not safe without one (visit 2).
    pub lock: Option<&'a mut Lock<'a>>,
    keep: &'a mut Keep<'a>,
    carried: Vec<Said>,
    fresh: bool,
}

impl<'a> Desk<'a> {
    /// A desk at which `keep` is called after every answer.
    pub fn new(asker: &'a mut dyn Asker, words: &'a Words, today: NaiveDate, keep: &'a mut Keep<'a>) -> Self {
        Desk {
            asker,
            words,
            today,
            place: (Section::Start, 0),
            resuming: true,
            sudden: false,
            sample: String::new(),
            elsewhere: None,
            whisper: None,
            deeds: Vec::new(),
            listen: None,
            lock: None,
            keep,
            carried: Vec::new(),
            fresh: false,
        }
    }

    /// Keeps the plan: after this, the last answer is on disk. Where that fails, the drawer asks what to do; the answers
    /// stay in memory.
    ///
    /// # Errors
    /// The disk failed and the person chose to stop.
    pub fn keep(&mut self, plan: &mut Plan) -> io::Result<()> {
        (self.keep)(plan, self.asker)
    }

    /// Says something on the next screen, above the next question.
    pub fn carry(&mut self, text: impl Into<String>) {
        self.carry_said(Said::plain(text));
    }

    /// Says what the one who listens has to say to an answer.
    pub(super) fn heard(&mut self, here: Here, plan: &Plan) {
        if let Some(hint) = self.listen.as_mut().and_then(|listen| listen(here, plan)) {
            self.carry(hint);
        }
    }

    /// The same in its own tone.
    pub fn carry_said(&mut self, said: Said) {
        if !said.text.is_empty() {
            self.carried.push(said);
        }
    }

    /// The next question begins on a clean screen, whichever it is.
    pub fn fresh_next(&mut self) {
        self.fresh = true;
    }

    /// The question as it is put, with the names of the plan in it. What was carried is said first.
    pub fn put(&mut self, here: Here, plan: &Plan) -> Put {
        let question = self.words.question(here.question.field);
        let title = (here.spot.title)(plan, here.spot.at, self.words);
        let speak = |sentence: &str| self.words.speak(sentence, plan, &title);
        let put = Put {
            id: here.question.field.code().into(),
            place: self.place_line(plan),
            ask: speak(question.ask(plan)),
            why: speak(question.why(plan)),
            prompt: speak(&question.short),
            fresh: !here.question.beside,
            unseen: std::mem::take(&mut self.sudden),
            listens: if here.question.field.takes_a_row_only() {
                Listens::Safety
            } else {
                Listens::Words
            },
            ..Put::default()
        };
        if let Some(whisper) = self.whisper {
            let said = (whisper.with)(here, plan, self.words);
            said.into_iter().for_each(|said| self.carry_said(said));
        }
        self.ready(put)
    }

    /// An answer has come, or the question was left.
    pub(super) fn whispered(&mut self, here: Here, plan: &mut Plan) {
        if let Some(whisper) = self.whisper {
            let said = (whisper.after)(here, plan, self.today, self.words);
            self.carry(said);
        }
    }

    /// A question with what was carried above it.
    pub fn ready(&mut self, mut put: Put) -> Put {
        put.above = std::mem::take(&mut self.carried);
        put.fresh |= std::mem::take(&mut self.fresh);
        put
    }

    /// A question of the engine itself, with two or more rows and no field.
    ///
    /// # Errors
    /// The terminal failed.
    pub fn choose(&mut self, id: &str, ask: &str, rows: &[&str], before: Option<usize>) -> io::Result<Reply<usize>> {
        let put = self.ready(Put {
            fresh: true,
            unseen: true,
            ..Put::new(id, ask, &self.words.home.prompt)
        });
        let rows: Vec<Choice> = rows.iter().map(|row| Choice::new(*row)).collect();
        self.asker.pick(&put, &rows, before)
    }

    /// What a row says: whole where it may wrap, cut to `columns` where a list has one line for each.
    pub fn row(&self, words: &str, columns: usize) -> String {
        if self.asker.scrolls() {
            words.to_string()
        } else {
            text::cut(words, columns)
        }
    }

    fn place_line(&self, plan: &Plan) -> String {
        let (section, left) = self.place;
        let left = if left == 0 {
            self.words.engine.last_here.clone()
        } else {
            self.words.engine.questions_left.of(left)
        };
        fill(
            &self.words.engine.place,
            &[("section", self.words.title(section, plan)), ("left", &left)],
        )
    }
}
