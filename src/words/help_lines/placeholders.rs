//! How the numbers of a country are put into a sentence.

use std::borrow::Cow;

use crate::words::fill::fill;
use crate::words::{Words, fill_placeholders};

use super::{HelpLine, HelpLines, known};

impl HelpLines {
    /// Puts the numbers and the words of the country into a sentence. Only what is sure is put there.
    pub fn fill_placeholders(&self, sentence: &str, words: &Words) -> String {
        fill(sentence, |key| self.placeholder(key, words))
    }

    /// What stands for a placeholder in this country: a number, or a word of the country.
    pub(in crate::words) fn placeholder(&self, key: &str, words: &Words) -> Option<Cow<'static, str>> {
        let suicide = || self.number("suicide", words.lines.unlisted_suicide);
        let said = match key {
            "emergency" => self.number("emergency", words.lines.unlisted_emergency),
            "suicide" => suicide(),
            "suicide_line" => match self.nationwide("suicide") {
                Some(line) => line.answered(words),
                None => suicide(),
            },
            "violence" => self.violence(words),
            "child_line" => self.child(words),
            "grief" => self.grief(words),
            key => return words.country(self.country).placeholder(key).map(Cow::from),
        };
        Some(said.into())
    }

    /// The first line of a kind that serves the whole country.
    pub fn nationwide<'a>(&'a self, id: &'a str) -> Option<&'a HelpLine> {
        self.verified(id).find(|line| self.is_nationwide(line))
    }

    fn number(&self, id: &str, otherwise: &str) -> String {
        let number = self.nationwide(id).and_then(|line| line.number);
        number.unwrap_or(otherwise).into()
    }

    /// The violence line, where one serves everybody in the whole country at any hour; else each with its place and
    /// whom it serves.
    fn violence(&self, words: &Words) -> String {
        let all: Vec<&HelpLine> = self.verified("violence").filter(|line| line.number.is_some()).collect();
        let at_any_hour = |line: &&&HelpLine| line.hours == Some("24/7");
        let for_all = all
            .iter()
            .filter(|line| self.is_nationwide(line) && line.is_for_anyone());
        if let Some(line) = for_all.clone().find(at_any_hour) {
            return line.answered(words);
        }
        if all.is_empty() {
            return words.lines.unlisted_violence.into();
        }
        let each: Vec<String> = all.iter().map(|line| self.placed(line, words)).collect();
        words.list(&each)
    }

    /// A number with its place, whom it serves and when, as far as it is not everywhere, for anybody, at any hour.
    fn placed(&self, line: &HelpLine, words: &Words) -> String {
        let beside = &words.lines;
        let whom = line.serves.first().filter(|_| !line.is_for_anyone());
        let whom = whom.map(|code| fill_placeholders(beside.only_for, &[("who", &known(&beside.whom, code))]));
        let hours = line.hours.iter().filter(|code| **code != "24/7");
        let hours = hours.map(|code| known(&beside.hours, code));
        let only: Vec<String> = whom.into_iter().chain(hours).collect();
        let mut said = line.number.unwrap_or_default().to_string();
        if !only.is_empty() {
            said = fill_placeholders(beside.number_if, &[("number", &said), ("only", &only.join(", "))]);
        }
        if self.is_nationwide(line) {
            return said;
        }
        fill_placeholders(beside.number_in, &[("place", &line.place(words)), ("number", &said)])
    }

    /// The line for young people: its name and number.
    fn child(&self, words: &Words) -> String {
        let line = self.nationwide("children");
        line.map_or_else(|| words.lines.unlisted_child.into(), |line| line.named(words))
    }

    /// Who helps after a death, each with its number if that is sure.
    fn grief(&self, words: &Words) -> String {
        let beside = &words.lines;
        let one = |line: &HelpLine| {
            let named = line.named(words);
            if self.is_nationwide(line) {
                return named;
            }
            fill_placeholders(beside.found_in, &[("service", &named), ("place", &line.place(words))])
        };
        let each: Vec<String> = self.of_kind("grief").map(one).collect();
        if each.is_empty() {
            return beside.unlisted_grief.into();
        }
        words.list(&each)
    }
}

impl HelpLine {
    /// The number, and who picks up if that is known.
    fn answered(&self, words: &Words) -> String {
        let beside = &words.lines;
        let number = self.number.unwrap_or_default();
        match &self.answers {
            None => number.into(),
            Some(code) => {
                let who = known(&beside.who, code);
                fill_placeholders(beside.answered, &[("number", number), ("who", &who)])
            }
        }
    }

    /// The name, and the number if it is sure and is not the name itself.
    fn named(&self, words: &Words) -> String {
        match self
            .number
            .filter(|number| self.is_verified() && *number != self.service)
        {
            None => self.service.into(),
            Some(number) => {
                let pairs = [("service", self.service), ("number", number)];
                fill_placeholders(words.lines.named, &pairs)
            }
        }
    }

    /// Where it serves.
    pub(super) fn place(&self, words: &Words) -> String {
        let beside = &words.lines;
        let country = beside.country.get(self.region);
        country.map_or_else(|| known(&beside.region, self.region), |name| name.to_string())
    }
}
