//! Questions answered with words: one line, or a text that keeps its lines.

use std::io;

use crate::ask::{Reply, Wish};
use crate::plan::{Lens, Plan, Text};
use crate::text;
use crate::words::{Words, fill};

use super::{Desk, Here, Kept};

/// The longest text a field holds, in letters: about four pages, more than anybody reads aloud.
pub const LONGEST: usize = 8_000;

/// A light look at what was typed; it hints and never blocks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Check {
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
pub struct Line(pub Lens<Text>, pub Check);

/// A text. `begin` gives a whole answer to be changed, where there is one.
pub struct Long {
    /// Where it stands.
    pub lens: Lens<Text>,
    /// Line breaks are kept.
    pub keeps_lines: bool,
    /// What stands there before anything was answered.
    pub begin: fn(&Plan, usize, &Words) -> String,
}

impl Long {
    /// A text that is joined to one paragraph.
    pub const fn joined(lens: Lens<Text>) -> Long {
        Long {
            lens,
            keeps_lines: false,
            begin: |_, _, _| String::new(),
        }
    }

    /// A text that keeps its lines.
    pub const fn lines(lens: Lens<Text>) -> Long {
        Long {
            lens,
            keeps_lines: true,
            begin: |_, _, _| String::new(),
        }
    }

    /// The same, beginning from a whole answer.
    pub const fn from(lens: Lens<Text>, begin: fn(&Plan, usize, &Words) -> String) -> Long {
        Long {
            lens,
            keeps_lines: false,
            begin,
        }
    }
}

impl Kept for Line {
    type Value = Text;

    fn lens(&self) -> &Lens<Text> {
        &self.0
    }

    fn show(&self, value: &Text, _plan: &Plan, _words: &Words) -> String {
        value.as_str().into()
    }

    fn ask_value(&self, here: Here, plan: &Plan, desk: &mut Desk) -> io::Result<Reply<Text>> {
        let before = (self.0.see)(plan, here.spot.at).words().to_string();
        ask_text(here, plan, desk, before, false)
    }

    fn given(&self, here: Here, plan: &mut Plan, desk: &mut Desk) {
        let typed = (self.0.see)(plan, here.spot.at).words();
        let engine = &desk.words.engine;
        let (whole, hint) = match self.1 {
            Check::Nothing => return,
            Check::Phone => (text::phone_looks_whole(typed), &engine.phone_short),
            Check::Email => (text::email_looks_whole(typed), &engine.email_short),
            Check::Web => (text::web_looks_whole(typed), &engine.web_short),
        };
        if !whole {
            desk.carry(hint);
        }
    }
}

impl Kept for Long {
    type Value = Text;

    fn lens(&self) -> &Lens<Text> {
        &self.lens
    }

    fn show(&self, value: &Text, _plan: &Plan, _words: &Words) -> String {
        value.as_str().into()
    }

    fn ask_value(&self, here: Here, plan: &Plan, desk: &mut Desk) -> io::Result<Reply<Text>> {
        let mut before = (self.lens.see)(plan, here.spot.at).words().to_string();
        if before.is_empty() {
            before = (self.begin)(plan, here.spot.at, desk.words);
        }
        ask_text(here, plan, desk, before, self.keeps_lines)
    }
}

/// Asks until a text fits; what was typed stands there while it is mended.
fn ask_text(
    here: Here,
    plan: &Plan,
    desk: &mut Desk,
    mut before: String,
    keeps_lines: bool,
) -> io::Result<Reply<Text>> {
    loop {
        let mut put = desk.put(here, plan);
        let start = &desk.words.question(here.question.field).start;
        if before.is_empty() && !start.is_empty() {
            let start = desk
                .words
                .begin(start, plan, &(here.spot.title)(plan, here.spot.at, desk.words));
            put.why = format!(
                "{}\n{}",
                put.why,
                fill(&desk.words.engine.could_begin, &[("start", &start)])
            );
        }
        let typed = match if keeps_lines {
            desk.asker.text(&put, &before)?
        } else {
            desk.asker.line(&put, &before)?
        } {
            Reply::Given(typed) => typed,
            Reply::Wish(wish) => return Ok(Reply::Wish(wish)),
        };
        if !here.question.field.is_name_of_somebody() && desk.words.is_shrug(&typed) {
            return Ok(Reply::Wish(Wish::Skip));
        }
        let answer = Text::new(&typed);
        let letters = answer.as_str().chars().count();
        if letters > LONGEST {
            desk.carry(fill(&desk.words.engine.too_long, &[("max", &LONGEST.to_string())]));
        } else if answer.as_str().trim().is_empty() {
            desk.carry(&desk.words.engine.nothing_typed);
        } else {
            return Ok(Reply::Given(answer));
        }
        before = typed;
    }
}
