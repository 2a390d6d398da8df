//! Answers from a list instead of from a person, for the tests of every room that asks.

use std::collections::VecDeque;
use std::io;

use secrecy::SecretString;

use super::{Asker, Choice, Put, Reply, Said, Wish};

/// One answer that waits for its question.
#[derive(Clone, Debug, PartialEq)]
pub enum Answered {
    /// For `line`.
    Line(String),
    /// For `text`.
    Text(String),
    /// For `secret`.
    Secret(String),
    /// For `pick`: the row, counted from 0.
    Pick(usize),
    /// For `pick`: the words of the row, whole.
    PickLabel(String),
    /// For `tick`: the rows that are ticked, counted from 0; the others are not.
    Tick(Vec<usize>),
    /// For `order`: the rows in their new order.
    Order(Vec<usize>),
    /// Enter alone: keeps the earlier answer of any kind, goes on at a pause; an error where there is nothing to keep.
    Enter,
    /// A wish, for any kind.
    Wish(Wish),
}

/// What kind of call was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `say`.
    Say,
    /// `line`.
    Line,
    /// `text`.
    Text,
    /// `pick`.
    Pick,
    /// `tick`.
    Tick,
    /// `order`.
    Order,
    /// `secret`.
    Secret,
    /// `pause`.
    Pause,
    /// `hide`.
    Hide,
}

/// One call as it came in, for a test to read.
#[derive(Clone, Debug, PartialEq)]
pub struct Seen {
    /// What was called.
    pub kind: Kind,
    /// The id of the question; empty for `say` and `hide`.
    pub id: String,
    /// The question, or the words that were said.
    pub ask: String,
    /// Where the person was.
    pub place: String,
    /// What stood at the cursor.
    pub prompt: String,
    /// The labels of the rows, without "something else".
    pub options: Vec<String>,
    /// The earlier answer: the text, or the rows counted from 0 with a space between; empty where there was none.
    pub before: String,
}

/// Plays a list of answers and writes down everything that was said and asked. With no answer left it leaves.
#[derive(Debug, Default)]
pub struct Scripted {
    answers: VecDeque<(Option<String>, Answered)>,
    seen: Vec<Seen>,
}

impl Scripted {
    /// Answers in order, whatever the question is called.
    pub fn new(answers: Vec<Answered>) -> Self {
        Self {
            answers: answers.into_iter().map(|answer| (None, answer)).collect(),
            seen: Vec::new(),
        }
    }

    /// Answers in order, each for the question with that id; another question is an error that names both.
    pub fn answering<I: Into<String>>(answers: Vec<(I, Answered)>) -> Self {
        let answers = answers
            .into_iter()
            .map(|(id, answer)| (Some(id.into()), answer))
            .collect();
        Self {
            answers,
            seen: Vec::new(),
        }
    }

    /// How many answers were not asked for.
    pub fn left(&self) -> usize {
        self.answers.len()
    }

    /// Everything said and asked so far.
    pub fn transcript(&self) -> &[Seen] {
        &self.seen
    }

    /// The ids of the questions asked so far, in order.
    pub fn asked(&self) -> Vec<&str> {
        let questions = self
            .seen
            .iter()
            .filter(|seen| !matches!(seen.kind, Kind::Say | Kind::Hide));
        questions.map(|seen| seen.id.as_str()).collect()
    }

    fn next(&mut self, kind: Kind, put: &Put, options: &[Choice], before: String) -> io::Result<Answered> {
        self.seen.push(Seen {
            kind,
            id: put.id.clone(),
            ask: put.ask.clone(),
            place: put.place.clone(),
            prompt: put.prompt.clone(),
            options: options.iter().map(|option| option.label.clone()).collect(),
            before,
        });
        match self.answers.pop_front() {
            None => Ok(Answered::Wish(Wish::Leave)),
            Some((Some(id), answer)) if id != put.id => {
                Err(trouble(put, &format!("the script has {answer:?} for `{id}`")))
            }
            Some((_, answer)) => Ok(answer),
        }
    }

    fn words(&mut self, kind: Kind, put: &Put, before: &str) -> io::Result<Reply<String>> {
        match (kind, self.next(kind, put, &[], before.to_owned())?) {
            (_, Answered::Wish(wish)) => Ok(Reply::Wish(wish)),
            (Kind::Line, Answered::Line(words)) | (Kind::Text, Answered::Text(words)) => Ok(Reply::Given(words)),
            (_, Answered::Enter) if !before.is_empty() && !put.must_move => Ok(Reply::Given(before.to_owned())),
            (_, other) => Err(mismatch(kind, put, &other)),
        }
    }
}

fn trouble(put: &Put, what: &str) -> io::Error {
    io::Error::other(format!("at `{}` ({} / {}): {what}", put.id, put.ask, put.prompt))
}

fn mismatch(kind: Kind, put: &Put, answer: &Answered) -> io::Error {
    trouble(put, &format!("{answer:?} is no answer to a {kind:?} like this"))
}

fn spaced(rows: impl Iterator<Item = usize>) -> String {
    rows.map(|row| row.to_string()).collect::<Vec<_>>().join(" ")
}

/// Whether `rows` holds each row below `count` exactly once.
fn is_order(rows: &[usize], count: usize) -> bool {
    let mut sorted = rows.to_vec();
    sorted.sort_unstable();
    sorted.into_iter().eq(0..count)
}

impl Asker for Scripted {
    fn say(&mut self, said: &Said) -> io::Result<()> {
        self.seen.push(Seen {
            kind: Kind::Say,
            id: String::new(),
            ask: said.text.clone(),
            place: String::new(),
            prompt: String::new(),
            options: Vec::new(),
            before: String::new(),
        });
        Ok(())
    }

    fn line(&mut self, put: &Put, before: &str) -> io::Result<Reply<String>> {
        self.words(Kind::Line, put, before)
    }

    fn text(&mut self, put: &Put, before: &str) -> io::Result<Reply<String>> {
        self.words(Kind::Text, put, before)
    }

    fn pick(&mut self, put: &Put, options: &[Choice], before: Option<usize>) -> io::Result<Reply<usize>> {
        let kept = before.filter(|&row| row < options.len() && !put.must_move);
        let answer = self.next(Kind::Pick, put, options, spaced(before.into_iter()))?;
        let row = match &answer {
            Answered::Wish(wish) => return Ok(Reply::Wish(*wish)),
            Answered::Pick(row) => Some(*row).filter(|&row| row < options.len()),
            Answered::PickLabel(label) => options.iter().position(|option| option.label == *label),
            Answered::Enter => kept,
            _ => None,
        };
        row.map(Reply::Given).ok_or_else(|| mismatch(Kind::Pick, put, &answer))
    }

    fn tick(&mut self, put: &Put, options: &[Choice], before: &[bool]) -> io::Result<Reply<Vec<bool>>> {
        let kept: Vec<usize> = (0..options.len())
            .filter(|&row| before.get(row) == Some(&true))
            .collect();
        let answer = self.next(Kind::Tick, put, options, spaced(kept.iter().copied()))?;
        let rows = match &answer {
            Answered::Wish(wish) => return Ok(Reply::Wish(*wish)),
            Answered::Tick(rows) if rows.iter().all(|&row| row < options.len()) => rows.clone(),
            Answered::Enter if !kept.is_empty() && !put.must_move => kept,
            _ => return Err(mismatch(Kind::Tick, put, &answer)),
        };
        Ok(Reply::Given(
            (0..options.len()).map(|row| rows.contains(&row)).collect(),
        ))
    }

    fn order(&mut self, put: &Put, items: &[Choice]) -> io::Result<Reply<Vec<usize>>> {
        if items.len() < 2 {
            return Ok(Reply::Given((0..items.len()).collect()));
        }
        match self.next(Kind::Order, put, items, spaced(0..items.len()))? {
            Answered::Wish(wish) => Ok(Reply::Wish(wish)),
            Answered::Order(rows) if is_order(&rows, items.len()) => Ok(Reply::Given(rows)),
            Answered::Enter if !put.must_move => Ok(Reply::Given((0..items.len()).collect())),
            other => Err(mismatch(Kind::Order, put, &other)),
        }
    }

    fn secret(&mut self, put: &Put) -> io::Result<Reply<SecretString>> {
        match self.next(Kind::Secret, put, &[], String::new())? {
            Answered::Wish(wish) => Ok(Reply::Wish(wish)),
            Answered::Secret(secret) => Ok(Reply::Given(SecretString::from(secret))),
            other => Err(mismatch(Kind::Secret, put, &other)),
        }
    }

    fn pause(&mut self, put: &Put) -> io::Result<Reply<()>> {
        match self.next(Kind::Pause, put, &[], String::new())? {
            Answered::Wish(wish) => Ok(Reply::Wish(wish)),
            Answered::Enter => Ok(Reply::Given(())),
            other => Err(mismatch(Kind::Pause, put, &other)),
        }
    }

    fn hide(&mut self) -> io::Result<()> {
        self.say(&Said::plain(""))?;
        if let Some(last) = self.seen.last_mut() {
            last.kind = Kind::Hide;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn put(id: &str) -> Put {
        Put::new(id, format!("{id}?"), id)
    }

    #[test]
    fn answers_in_order_and_leaves_when_none_is_left() {
        let options = [Choice::new("a"), Choice::new("b")];
        let mut script = Scripted::new(vec![
            Answered::Line("x".into()),
            Answered::PickLabel("b".into()),
            Answered::Enter,
            Answered::Tick(vec![1]),
            Answered::Order(vec![1, 0]),
        ]);
        assert_eq!(script.line(&put("one"), "").unwrap(), Reply::Given("x".into()));
        assert_eq!(script.pick(&put("two"), &options, None).unwrap(), Reply::Given(1));
        assert_eq!(script.pick(&put("three"), &options, Some(0)).unwrap(), Reply::Given(0));
        assert_eq!(
            script.tick(&put("four"), &options, &[]).unwrap(),
            Reply::Given(vec![false, true])
        );
        assert_eq!(script.left(), 1);
        assert_eq!(script.order(&put("five"), &options).unwrap(), Reply::Given(vec![1, 0]));
        assert_eq!(script.pause(&put("six")).unwrap(), Reply::Wish(Wish::Leave));
        assert_eq!(script.asked(), ["one", "two", "three", "four", "five", "six"]);
        assert_eq!(script.transcript()[2].before, "0");
    }

    #[test]
    fn what_does_not_fit_is_an_error_that_names_the_question() {
        let mut script = Scripted::new(vec![Answered::Pick(0), Answered::Enter, Answered::Pick(5)]);
        assert!(script.line(&put("name"), "").unwrap_err().to_string().contains("name?"));
        assert!(script.line(&put("name"), "").is_err());
        assert!(script.pick(&put("name"), &[Choice::new("a")], None).is_err());
    }

    #[test]
    fn an_answer_with_an_id_waits_for_its_question() {
        let mut script = Scripted::answering(vec![("a", Answered::Enter), ("b", Answered::Wish(Wish::Back))]);
        assert_eq!(script.pause(&put("a")).unwrap(), Reply::Given(()));
        let error = script.pause(&put("c")).unwrap_err().to_string();
        assert!(error.contains("`b`") && error.contains("`c`"), "{error}");
    }
}
