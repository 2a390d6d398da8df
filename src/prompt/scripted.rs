//! Answers from a list instead of from a person, for the tests of every room that asks.

use std::collections::VecDeque;
use std::io;

use secrecy::SecretString;

use super::{Action, Choice, Message, Prompt, PromptReply, Prompter};

/// One answer that waits for its question.
#[derive(Clone, Debug, PartialEq)]
pub enum ScriptedReply {
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
    /// An action, for any kind.
    Action(Action),
}

/// What kind of call was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PromptKind {
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
pub struct PromptSeen {
    /// What was called.
    pub kind: PromptKind,
    /// The id of the question; empty for `say` and `hide`.
    pub id: String,
    /// The question, or the words that were said.
    pub ask: String,
    /// All there was to read: what was said above it, the question and its reason, the rows and what they mean.
    pub reads: String,
    /// If the person was.
    pub place: String,
    /// What was at the cursor.
    pub prompt: String,
    /// The labels of the rows, without "something else".
    pub options: Vec<String>,
    /// The earlier answer: the text, or the rows counted from 0 with a space between; empty if there was none.
    pub before: String,
    /// The answer that was suggested.
    pub suggestion: String,
}

/// Plays a list of answers and writes down everything that was said and asked. With no answer left it leaves.
#[derive(Debug, Default)]
pub struct Scripted {
    answers: VecDeque<(Option<String>, ScriptedReply)>,
    seen: Vec<PromptSeen>,
}

impl Scripted {
    /// Answers in order, whatever the question is called.
    pub fn new(answers: Vec<ScriptedReply>) -> Self {
        Self {
            answers: answers.into_iter().map(|answer| (None, answer)).collect(),
            seen: Vec::new(),
        }
    }

    /// Answers in order, each for the question with that id; another question is an error that names both.
    pub fn answering<I: Into<String>>(answers: Vec<(I, ScriptedReply)>) -> Self {
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
    pub fn unused(&self) -> usize {
        self.answers.len()
    }

    /// Everything said and asked so far.
    pub fn transcript(&self) -> &[PromptSeen] {
        &self.seen
    }

    /// The ids of the questions asked so far, in order.
    pub fn asked(&self) -> Vec<&str> {
        let questions = self
            .seen
            .iter()
            .filter(|seen| !matches!(seen.kind, PromptKind::Say | PromptKind::Hide));
        questions.map(|seen| seen.id.as_str()).collect()
    }

    fn next(
        &mut self,
        kind: PromptKind,
        prompt: &Prompt,
        options: &[Choice],
        before: String,
    ) -> io::Result<ScriptedReply> {
        self.seen.push(PromptSeen {
            kind,
            id: prompt.id.clone(),
            ask: prompt.ask.clone(),
            reads: reads(prompt, options),
            place: prompt.place.clone(),
            prompt: prompt.label.clone(),
            options: options.iter().map(|option| option.label.clone()).collect(),
            before,
            suggestion: prompt.suggestion.clone(),
        });
        match self.answers.pop_front() {
            None => Ok(ScriptedReply::Action(Action::Leave)),
            Some((Some(id), answer)) if id != prompt.id => {
                Err(trouble(prompt, &format!("the script has {answer:?} for `{id}`")))
            }
            Some((_, answer)) => Ok(answer),
        }
    }

    fn give_words(&mut self, kind: PromptKind, prompt: &Prompt, before: &str) -> io::Result<PromptReply<String>> {
        match (kind, self.next(kind, prompt, &[], before.to_owned())?) {
            (_, ScriptedReply::Action(action)) => Ok(PromptReply::Action(action)),
            (PromptKind::Line, ScriptedReply::Line(words)) | (PromptKind::Text, ScriptedReply::Text(words)) => {
                Ok(PromptReply::Given(words))
            }
            (_, ScriptedReply::Enter) if !before.is_empty() && !prompt.no_default => {
                Ok(PromptReply::Given(before.to_owned()))
            }
            (_, ScriptedReply::Enter) if before.is_empty() && !prompt.suggestion.is_empty() => {
                Ok(PromptReply::Given(prompt.suggestion.clone()))
            }
            (_, other) => Err(mismatch(kind, prompt, &other)),
        }
    }
}

fn reads(prompt: &Prompt, options: &[Choice]) -> String {
    let above = prompt.above.iter().map(|said| said.text.as_str());
    let own = [&prompt.place, &prompt.ask, &prompt.why, &prompt.suggestion].map(String::as_str);
    let rows = options
        .iter()
        .flat_map(|row| [row.label.as_str(), row.state.as_str(), row.note.as_str()]);
    above.chain(own).chain(rows).collect::<Vec<_>>().join("\n")
}

fn trouble(prompt: &Prompt, what: &str) -> io::Error {
    io::Error::other(format!(
        "at `{}` ({} / {}): {what}",
        prompt.id, prompt.ask, prompt.label
    ))
}

fn mismatch(kind: PromptKind, prompt: &Prompt, answer: &ScriptedReply) -> io::Error {
    trouble(prompt, &format!("{answer:?} is no answer to a {kind:?} like this"))
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

impl Prompter for Scripted {
    fn show(&mut self, said: &Message) -> io::Result<()> {
        self.seen.push(PromptSeen {
            kind: PromptKind::Say,
            id: String::new(),
            ask: said.text.clone(),
            reads: said.text.clone(),
            place: String::new(),
            prompt: String::new(),
            options: Vec::new(),
            before: String::new(),
            suggestion: String::new(),
        });
        Ok(())
    }

    fn line(&mut self, prompt: &Prompt, before: &str) -> io::Result<PromptReply<String>> {
        self.give_words(PromptKind::Line, prompt, before)
    }

    fn text(&mut self, prompt: &Prompt, before: &str) -> io::Result<PromptReply<String>> {
        self.give_words(PromptKind::Text, prompt, before)
    }

    fn pick(&mut self, prompt: &Prompt, options: &[Choice], before: Option<usize>) -> io::Result<PromptReply<usize>> {
        let kept = before.filter(|&row| row < options.len() && !prompt.no_default);
        let answer = self.next(PromptKind::Pick, prompt, options, spaced(before.into_iter()))?;
        let row = match &answer {
            ScriptedReply::Action(action) => return Ok(PromptReply::Action(*action)),
            ScriptedReply::Pick(row) => Some(*row).filter(|&row| row < options.len()),
            ScriptedReply::PickLabel(label) => options.iter().position(|option| option.label == *label),
            ScriptedReply::Enter => kept,
            _ => None,
        };
        row.map(PromptReply::Given)
            .ok_or_else(|| mismatch(PromptKind::Pick, prompt, &answer))
    }

    fn tick(&mut self, prompt: &Prompt, options: &[Choice], before: &[bool]) -> io::Result<PromptReply<Vec<bool>>> {
        let kept: Vec<usize> = (0..options.len())
            .filter(|&row| before.get(row) == Some(&true))
            .collect();
        let answer = self.next(PromptKind::Tick, prompt, options, spaced(kept.iter().copied()))?;
        let rows = match &answer {
            ScriptedReply::Action(action) => return Ok(PromptReply::Action(*action)),
            ScriptedReply::Tick(rows) if rows.iter().all(|&row| row < options.len()) => rows.clone(),
            ScriptedReply::Enter if !kept.is_empty() && !prompt.no_default => kept,
            _ => return Err(mismatch(PromptKind::Tick, prompt, &answer)),
        };
        Ok(PromptReply::Given(
            (0..options.len()).map(|row| rows.contains(&row)).collect(),
        ))
    }

    fn order(&mut self, prompt: &Prompt, items: &[Choice]) -> io::Result<PromptReply<Vec<usize>>> {
        if items.len() < 2 {
            return Ok(PromptReply::Given((0..items.len()).collect()));
        }
        match self.next(PromptKind::Order, prompt, items, spaced(0..items.len()))? {
            ScriptedReply::Action(action) => Ok(PromptReply::Action(action)),
            ScriptedReply::Order(rows) if is_order(&rows, items.len()) => Ok(PromptReply::Given(rows)),
            ScriptedReply::Enter if !prompt.no_default => Ok(PromptReply::Given((0..items.len()).collect())),
            other => Err(mismatch(PromptKind::Order, prompt, &other)),
        }
    }

    fn secret(&mut self, prompt: &Prompt) -> io::Result<PromptReply<SecretString>> {
        match self.next(PromptKind::Secret, prompt, &[], String::new())? {
            ScriptedReply::Action(action) => Ok(PromptReply::Action(action)),
            ScriptedReply::Secret(secret) => Ok(PromptReply::Given(SecretString::from(secret))),
            other => Err(mismatch(PromptKind::Secret, prompt, &other)),
        }
    }

    fn pause(&mut self, prompt: &Prompt) -> io::Result<PromptReply<()>> {
        match self.next(PromptKind::Pause, prompt, &[], String::new())? {
            ScriptedReply::Action(action) => Ok(PromptReply::Action(action)),
            ScriptedReply::Enter => Ok(PromptReply::Given(())),
            other => Err(mismatch(PromptKind::Pause, prompt, &other)),
        }
    }

    fn hide(&mut self) -> io::Result<()> {
        self.show(&Message::plain(""))?;
        if let Some(last) = self.seen.last_mut() {
            last.kind = PromptKind::Hide;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn put(id: &str) -> Prompt {
        Prompt::new(id, format!("{id}?"), id)
    }

    #[test]
    fn answers_in_order_and_leaves_when_none_is_left() {
        let options = [Choice::new("a"), Choice::new("b")];
        let mut script = Scripted::new(vec![
            ScriptedReply::Line("x".into()),
            ScriptedReply::PickLabel("b".into()),
            ScriptedReply::Enter,
            ScriptedReply::Tick(vec![1]),
            ScriptedReply::Order(vec![1, 0]),
        ]);
        assert_eq!(script.line(&put("one"), "").unwrap(), PromptReply::Given("x".into()));
        assert_eq!(script.pick(&put("two"), &options, None).unwrap(), PromptReply::Given(1));
        assert_eq!(
            script.pick(&put("three"), &options, Some(0)).unwrap(),
            PromptReply::Given(0)
        );
        assert_eq!(
            script.tick(&put("four"), &options, &[]).unwrap(),
            PromptReply::Given(vec![false, true])
        );
        assert_eq!(script.unused(), 1);
        assert_eq!(
            script.order(&put("five"), &options).unwrap(),
            PromptReply::Given(vec![1, 0])
        );
        assert_eq!(script.pause(&put("six")).unwrap(), PromptReply::Action(Action::Leave));
        assert_eq!(script.asked(), ["one", "two", "three", "four", "five", "six"]);
        assert_eq!(script.transcript()[2].before, "0");
    }

    #[test]
    fn what_does_not_fit_is_an_error_that_names_the_question() {
        let mut script = Scripted::new(vec![
            ScriptedReply::Pick(0),
            ScriptedReply::Enter,
            ScriptedReply::Pick(5),
        ]);
        assert!(script.line(&put("name"), "").unwrap_err().to_string().contains("name?"));
        assert!(script.line(&put("name"), "").is_err());
        assert!(script.pick(&put("name"), &[Choice::new("a")], None).is_err());
    }

    #[test]
    fn an_answer_with_an_id_waits_for_its_question() {
        let mut script = Scripted::answering(vec![
            ("a", ScriptedReply::Enter),
            ("b", ScriptedReply::Action(Action::Back)),
        ]);
        assert_eq!(script.pause(&put("a")).unwrap(), PromptReply::Given(()));
        let error = script.pause(&put("c")).unwrap_err().to_string();
        assert!(error.contains("`b`") && error.contains("`c`"), "{error}");
    }
}
