//! Help lines: one file a country, codes only, and the sentences beside them (facts 10, R-32, visit 11).

mod said;

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::error::Error;

use super::load::read;
use super::{Words, fill};

/// The countries whose emergency and suicide lines are verified: code and file.
pub const COUNTRIES: &[(&str, &str)] = &[
    ("us", include_str!("../../prompts/lines/us.toml")),
    ("ca", include_str!("../../prompts/lines/ca.toml")),
    ("gb", include_str!("../../prompts/lines/gb.toml")),
    ("ie", include_str!("../../prompts/lines/ie.toml")),
    ("au", include_str!("../../prompts/lines/au.toml")),
    ("nz", include_str!("../../prompts/lines/nz.toml")),
];

/// Reads the lines of every country.
pub(super) fn of_countries() -> Result<Vec<Lines>, Error> {
    COUNTRIES
        .iter()
        .map(|(code, text)| read(text, &format!("{code}.toml")))
        .collect()
}

/// The help lines of one country.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub struct Lines {
    /// The country's code; empty for one that is not listed.
    #[serde(default)]
    pub country: String,
    /// The emergency number.
    pub emergency: String,
    /// The paper of the country: `letter` or `a4`.
    #[serde(default)]
    pub paper: String,
    /// The lines, emergency and suicide first.
    #[serde(default)]
    pub line: Vec<HelpLine>,
}

/// One line.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HelpLine {
    /// What it is for, unique in its file.
    pub id: String,
    /// Its proper name.
    pub service: String,
    /// The number to call.
    pub number: Option<String>,
    /// Another number that works too.
    pub also: Option<String>,
    /// The number to text.
    pub text: Option<String>,
    /// The word to text.
    pub keyword: Option<String>,
    /// What to text, by code, where it is no word.
    pub send: Option<String>,
    /// For phones that type.
    pub tty: Option<String>,
    /// Its address on the web.
    pub web: Option<String>,
    /// Its e-mail address.
    pub email: Option<String>,
    /// For whom, by code.
    pub who: Vec<String>,
    /// When, by code.
    pub hours: Option<String>,
    /// On which days, by code.
    pub days: Option<String>,
    /// Languages, by code.
    pub languages: Vec<String>,
    /// What the number rests on.
    pub sources: Vec<String>,
    /// `H`, `Hw` or `M` (facts 0).
    pub confidence: String,
    /// The day a live page was checked; absent where it never was.
    pub last_checked: Option<String>,
}

/// `lines.toml`: the sentences beside the lines.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct LineWords {
    pub spoken: String,
    pub call: String,
    pub or_text: String,
    pub text_only: String,
    pub or_text_word: String,
    pub text_word_only: String,
    pub also: String,
    pub tty: String,
    pub web: String,
    pub email: String,
    pub check_first: String,
    pub no_date: String,
    pub old: String,
    pub date_of_check: String,
    pub old_check: String,
    pub for_country: String,
    pub when: String,
    pub in_languages: String,
    pub for_whom: String,
    pub title: String,
    pub elsewhere: String,
    pub not_a_country: String,
    pub unlisted_country: String,
    pub unlisted: Vec<String>,
    pub unlisted_blank: String,
    pub unlisted_crisis_blank: String,
    pub unlisted_choice: String,
    pub unlisted_emergency: String,
    pub unlisted_suicide: String,
    pub unlisted_child: String,
    pub send: BTreeMap<String, String>,
    pub days: BTreeMap<String, String>,
    pub hours: BTreeMap<String, String>,
    pub language: BTreeMap<String, String>,
    pub country: BTreeMap<String, String>,
    pub name: BTreeMap<String, String>,
    pub who: BTreeMap<String, String>,
}

impl Lines {
    /// Puts the numbers and the words of the country into a sentence.
    pub fn fill(&self, sentence: &str, words: &Words) -> String {
        let beside = &words.line_words;
        let number = |id: &str, other: &str| {
            let number = self.among(&[id]).next().and_then(|line| line.number.clone());
            number.unwrap_or_else(|| other.to_string())
        };
        let emergency = number("emergency", &beside.unlisted_emergency);
        let (suicide, violence) = (
            number("suicide", &beside.unlisted_suicide),
            number("violence", &beside.unlisted_suicide),
        );
        let child_line = self.child_line(beside);
        let mut pairs = vec![
            ("child_line", child_line.as_str()),
            ("emergency", &emergency),
            ("suicide", &suicide),
            ("violence", &violence),
        ];
        pairs.extend(words.country(&self.country).pairs());
        fill(sentence, &pairs)
    }

    /// The line for somebody under 18, by name and number.
    fn child_line(&self, beside: &LineWords) -> String {
        let line = self.among(&["children", "young"]).next();
        let named = line.and_then(|line| Some(format!("{}, {}", line.service, line.number.as_ref()?)));
        named.unwrap_or_else(|| beside.unlisted_child.clone())
    }

    /// A line as it is shown: what it is for, its name, how to reach it, and when. For an unlisted country a blank.
    pub fn say(&self, id: &str, words: &Words) -> Vec<String> {
        let beside = &words.line_words;
        if self.country.is_empty() {
            return match id {
                "emergency" => beside
                    .unlisted
                    .iter()
                    .cloned()
                    .chain([beside.unlisted_blank.clone()])
                    .collect(),
                "suicide" => vec![beside.unlisted_crisis_blank.clone()],
                _ => Vec::new(),
            };
        }
        self.among(&[id]).map(|line| line.say(words)).collect()
    }

    /// The lines with these ids. Where no line is there for suicide alone, the one for any crisis takes its place.
    pub fn among<'a>(&'a self, ids: &'a [&str]) -> impl Iterator<Item = &'a HelpLine> {
        let apart = self.line.iter().any(|line| line.id == "suicide");
        let stands = move |id: &str| id == "crisis" && !apart && ids.contains(&"suicide");
        self.line
            .iter()
            .filter(move |line| ids.contains(&line.id.as_str()) || stands(&line.id))
    }
}

impl Words {
    /// The lines of a country; for one that is not listed, none and blanks to fill.
    pub fn lines(&self, country: &str) -> &Lines {
        self.lines
            .iter()
            .find(|lines| lines.country == country)
            .unwrap_or(&self.unlisted)
    }
}
