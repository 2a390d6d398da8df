//! A page before it has a format: its blocks, and what stands around them.

use crate::plan::codes;
use crate::words::fill_placeholders;

use super::Paper;

/// One page, or a few that belong together, before it has a format.
pub struct Page {
    /// Its language, for formats that say it.
    pub language: String,
    /// The paper it is printed on.
    pub paper: Paper,
    /// Says nothing to a stranger.
    pub title: String,
    /// Under the title: "Private", the day it was printed.
    pub under: Vec<String>,
    /// Which page of how many, with `{page}` and `{pages}`.
    pub number: String,
    /// What a ticked and an open box are called where nobody sees them.
    pub boxes: [String; 2],
    /// What to call in an emergency.
    pub emergency: Vec<Number>,
    /// What is on it, in order.
    pub blocks: Vec<Block>,
    /// At its foot.
    pub foot: Vec<String>,
    /// What the codes beside numbers are for, in a format that draws them.
    pub codes: String,
    /// What is not on it and how many: for the one who prints, never on the page (design#pages).
    pub left_out: Vec<(LeftOut, usize)>,
    /// What somebody else said, and is on it as it was typed: shown to the one who prints before the page is given out
    /// for the first time (design#pages).
    pub shown_first: Vec<String>,
}

impl Page {
    /// The numbers of its pages, one after the other, where only a new page begins another.
    pub(super) fn numbers(&self) -> impl Iterator<Item = String> {
        let breaks = self
            .blocks
            .iter()
            .filter(|block| matches!(block, Block::NewPage))
            .count();
        let pages = (breaks + 1).to_string();
        (1..).map(move |page: usize| fill_placeholders(&self.number, &[("page", &page.to_string()), ("pages", &pages)]))
    }
}

codes! {
/// Why something that was written is on no page, or not on this one; the code is its name in the words.
LeftOut {
    /// The gate is closed: nothing of a meeting is printed (design#gate).
    Closed = "closed",
    /// A boundary that would not hold in a hard moment.
    NotFirm = "not_firm",
    /// An answer that is only sometimes true, and nobody said that it is (design#order).
    NotKnownTrue = "not_known_true",
    /// Words, boundaries or answers of somebody else.
    OfOthers = "of_others",
    /// What is never put on paper for others: contacts, notes, free words.
    Kept = "kept",
    /// A place with a warning sign, or where a medicine they take may not go on (evidence#call, design#order).
    Place = "place",
}
}

/// A line that holds numbers to call: a phone dials them from the page.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Number {
    /// The line as it is read.
    pub words: String,
    /// The numbers as they are in it. The first is the one to call.
    pub dial: Vec<String>,
}

impl Number {
    /// What a phone dials, where this can be dialled: 3 to 15 digits, as phone numbers have (ITU-T E.164), with a
    /// leading plus kept. What follows in words, such as "ext 4", is no part of it.
    pub fn digits(typed: &str) -> Option<String> {
        let typed = typed.trim();
        let sign = |c: char| c.is_ascii_digit() || " ()-./+\u{a0}".contains(c);
        let end = typed.find(|c| !sign(c)).unwrap_or(typed.len());
        let plus = if typed.starts_with('+') { "+" } else { "" };
        let digits: String = typed[..end].chars().filter(char::is_ascii_digit).collect();
        (3..=15).contains(&digits.len()).then(|| format!("{plus}{digits}"))
    }
}

/// What a drawing shows beside the words that say it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Drawing {
    /// On the back, the head tilted back and the chin lifted.
    HeadBack,
    /// A spray in a nostril.
    Spray,
    /// A syringe in the thigh.
    Injection,
    /// Mouth on mouth, with the nose held shut.
    Breaths,
    /// Straight arms on the chest.
    Presses,
    /// On the side.
    OnTheSide,
}

/// A drawing beside a step, and its words for those who do not see it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Illustration {
    /// Which.
    pub drawing: Drawing,
    /// What is seen in it.
    pub says: String,
}

/// One piece of a page.
pub enum Block {
    /// A heading.
    Heading(String),
    /// A paragraph.
    Words(String),
    /// The box that sums the page up.
    Summary {
        /// Its title.
        title: String,
        /// Its lines, the most important first.
        lines: Vec<String>,
    },
    /// A short list under a title.
    Points {
        /// Its title.
        title: String,
        /// Its lines are steps, one after the other.
        ordered: bool,
        /// Its lines.
        lines: Vec<String>,
    },
    /// What is done one after the other in an emergency, read from afar, with drawings.
    Steps {
        /// Its title.
        title: String,
        /// The steps, each with what shows it.
        steps: Vec<(String, Option<Illustration>)>,
    },
    /// Numbers to call, under a title.
    Numbers {
        /// Its title.
        title: String,
        /// One a line.
        lines: Vec<Number>,
    },
    /// What is known, each with its label.
    Facts(Vec<(String, String)>),
    /// Words to be read aloud, a paragraph each.
    Said(Vec<String>),
    /// One task with its box to tick.
    Task {
        /// Ticked.
        done: bool,
        /// The number it can be ticked by, if it has one.
        number: Option<u16>,
        /// What to do.
        text: String,
        /// Where several do it: each by name, and whether they did it.
        shares: Vec<(String, bool)>,
        /// Who, when and why, each with its label.
        lines: Vec<String>,
    },
    /// A line to be filled in by hand: its label, and how many rows it has.
    Blank(String, usize),
    /// Things side by side: the heads of the columns, and rows that begin with a label.
    Table {
        /// Its title.
        title: String,
        /// The columns; the first is that of the labels.
        heads: Vec<String>,
        /// The rows, as long as `heads` each.
        rows: Vec<Vec<String>>,
    },
    /// Half a page, to cut out.
    Card {
        /// Its title.
        title: String,
        /// What is on it.
        blocks: Vec<Block>,
    },
    /// The weeks as a line of time; the tasks are in the list as well.
    Weeks {
        /// Its title.
        title: String,
        /// How it is read.
        caption: String,
        /// One row a week, in order.
        rows: Vec<Week>,
    },
    /// Words as a code that a phone reads, for formats that have pictures.
    Code {
        /// What it is for.
        caption: String,
        /// The words in it.
        words: String,
    },
    /// What follows begins a new sheet of paper.
    NewPage,
    /// What follows, up to the next new sheet, is on one sheet: on this one where there is room for all of it.
    Together,
}

impl Block {
    /// A short list under a title.
    pub fn points(title: impl Into<String>, lines: impl IntoIterator<Item = String>) -> Block {
        Block::Points {
            title: title.into(),
            ordered: false,
            lines: lines.into_iter().collect(),
        }
    }

    /// The same of steps, one after the other.
    pub fn steps(title: impl Into<String>, lines: impl IntoIterator<Item = String>) -> Block {
        Block::Points {
            title: title.into(),
            ordered: true,
            lines: lines.into_iter().collect(),
        }
    }

    /// The box that sums the page up.
    pub fn summary(title: impl Into<String>, lines: impl IntoIterator<Item = String>) -> Block {
        Block::Summary {
            title: title.into(),
            lines: lines.into_iter().collect(),
        }
    }
}

/// One row of the weeks.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Week {
    /// From which day.
    pub label: String,
    /// The day itself, if it is in this week.
    pub day: Option<String>,
    /// What, and who, in two or three words each.
    pub tasks: String,
}

impl Week {
    /// All of it in one line.
    pub(super) fn line(&self) -> String {
        let parts = [Some(&self.label), self.day.as_ref(), Some(&self.tasks)];
        let parts = parts.into_iter().flatten().filter(|part| !part.is_empty());
        parts.map(String::as_str).collect::<Vec<_>>().join(": ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_can_be_dialled_where_it_is_one() {
        for (typed, dialled) in [
            ("988", Some("988")),
            ("1-800-662-4357", Some("18006624357")),
            (" +44 (0)20 7946 0000 ", Some("+4402079460000")),
            ("555-0123 ext 4", Some("5550123")),
            ("ask Kim", None),
            ("12", None),
            ("1234567890123456", None),
            ("", None),
        ] {
            assert_eq!(Number::digits(typed).as_deref(), dialled, "{typed}");
        }
    }
}
