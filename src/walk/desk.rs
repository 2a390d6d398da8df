//! What stands on the desk during a visit: the one who asks, the words, the date, and the drawer where answers are kept.

use std::io;

use chrono::NaiveDate;

use crate::ask::{Asker, Choice, Put, Reply, Said};
use crate::plan::{Plan, Section};
use crate::words::{Words, fill};

use super::Here;

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
    /// Asked only for what stands under *more about this one*.
    pub more: bool,
    keep: &'a mut dyn FnMut(&mut Plan) -> io::Result<()>,
    carried: Vec<String>,
    beside: bool,
}

impl<'a> Desk<'a> {
    /// A desk at which `keep` is called after every answer.
    pub fn new(
        asker: &'a mut dyn Asker,
        words: &'a Words,
        today: NaiveDate,
        keep: &'a mut dyn FnMut(&mut Plan) -> io::Result<()>,
    ) -> Self {
        Desk {
            asker,
            words,
            today,
            place: (Section::Start, 0),
            resuming: true,
            more: false,
            keep,
            carried: Vec::new(),
            beside: false,
        }
    }

    /// Keeps the plan: after this, the last answer is on disk.
    ///
    /// # Errors
    /// The disk failed.
    pub fn keep(&mut self, plan: &mut Plan) -> io::Result<()> {
        (self.keep)(plan)
    }

    /// Says something on the next screen, above the next question.
    pub fn carry(&mut self, text: impl Into<String>) {
        self.carried.push(text.into());
    }

    /// The next question stays on the screen as it is.
    pub fn beside_next(&mut self) {
        self.beside = true;
    }

    /// The question as it is put, with the names of the plan in it. What was carried is said first.
    ///
    /// # Errors
    /// The terminal failed.
    pub fn put(&mut self, here: Here, plan: &Plan) -> io::Result<Put> {
        let question = self.words.question(here.question.field);
        let title = (here.spot.title)(plan, here.spot.at, self.words);
        let speak = |sentence: &str| self.words.speak(sentence, plan, &title);
        let put = Put {
            id: here.question.field.code().into(),
            place: self.place_line(),
            ask: speak(&question.ask),
            why: speak(&question.why),
            prompt: speak(&question.short),
            fresh: !here.question.beside,
            must_move: false,
        };
        self.ready(put)
    }

    /// Says what was carried and gives the question the screen that is left.
    ///
    /// # Errors
    /// The terminal failed.
    pub fn ready(&mut self, mut put: Put) -> io::Result<Put> {
        let carried = std::mem::take(&mut self.carried);
        for (at, text) in carried.iter().enumerate() {
            let said = Said::plain(text);
            self.asker.say(&if at == 0 && put.fresh && !self.beside {
                said.fresh()
            } else {
                said
            })?;
        }
        if !carried.is_empty() || std::mem::take(&mut self.beside) {
            put.fresh = false;
        }
        Ok(put)
    }

    /// A question of the engine itself, with two or more rows and no field.
    ///
    /// # Errors
    /// The terminal failed.
    pub fn choose(&mut self, id: &str, ask: &str, rows: &[&str], before: Option<usize>) -> io::Result<Reply<usize>> {
        let put = self.ready(Put {
            fresh: true,
            ..Put::new(id, ask, rows_prompt(ask))
        })?;
        let rows: Vec<Choice> = rows.iter().map(|row| Choice::new(*row)).collect();
        self.asker.pick(&put, &rows, before)
    }

    fn place_line(&self) -> String {
        let (section, left) = self.place;
        let left = if left == 0 {
            self.words.engine.last_here.clone()
        } else {
            self.words.engine.questions_left.of(left)
        };
        fill(
            &self.words.engine.place,
            &[("section", &self.words.step(section).title), ("left", &left)],
        )
    }
}

/// What stands at the cursor of a short question: nothing more than a mark.
fn rows_prompt(_ask: &str) -> String {
    ">".into()
}
