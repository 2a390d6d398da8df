//! Help lines: one file a country, codes only, and the sentences beside them.
//!
//! Each line says if it is served and whom it truly serves. Not here: which lines a page shows.

mod format;
mod placeholders;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Deserialize;

use super::Words;
use super::lazily::Lazily;

pub use format::LineText;

/// The countries whose emergency and suicide lines are verified: code and file.
pub const COUNTRIES: &[(&str, &str)] = &[
    ("us", include_str!("../../prompts/lines/us.toml")),
    ("ca", include_str!("../../prompts/lines/ca.toml")),
    ("gb", include_str!("../../prompts/lines/gb.toml")),
    ("ie", include_str!("../../prompts/lines/ie.toml")),
    ("au", include_str!("../../prompts/lines/au.toml")),
    ("nz", include_str!("../../prompts/lines/nz.toml")),
];

/// The lines of every country, with its code.
pub(super) fn of_countries() -> Vec<(&'static str, Lazily<HelpLines>)> {
    let lazily = |(code, text): &(&'static str, &'static str)| {
        let file = format!("{code}.toml");
        (*code, Lazily::new(Cow::Borrowed(*text), file))
    };
    COUNTRIES.iter().map(lazily).collect()
}

/// The help lines of one country.
#[derive(Deserialize, Default)]
#[serde(deny_unknown_fields)]
pub struct HelpLines {
    /// The country's code; empty for one that is not listed.
    #[serde(default)]
    pub country: String,
    /// The emergency number.
    pub emergency: String,
    /// The paper of the country: `letter` or `a4`.
    #[serde(default)]
    pub paper: String,
    /// The month in which all of this was last read, such as `2026-11`.
    #[serde(default)]
    pub read: String,
    /// What there is no line for, or not for everybody in the whole country, by id.
    #[serde(default)]
    pub without: Vec<String>,
    /// The lines, emergency and suicide first.
    #[serde(default)]
    pub line: Vec<HelpLine>,
}

/// One line.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HelpLine {
    /// What it is for. Several lines of a country may share it, for different places or people.
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
    /// What to text, by code, if it is no word.
    pub send: Option<String>,
    /// For phones that type.
    pub tty: Option<String>,
    /// Its address on the web.
    pub web: Option<String>,
    /// Its e-mail address.
    pub email: Option<String>,
    /// Where it serves, by code: a country, a nation, a province.
    pub region: String,
    /// Whom it truly serves, by code, with the gender where it serves one.
    #[serde(rename = "for")]
    pub serves: Vec<String>,
    /// What it is about beside its name, by code.
    #[serde(default)]
    pub about: Vec<String>,
    /// Who picks up, by code, if that was read.
    pub answers: Option<String>,
    /// One more thing to know, by code.
    pub more: Option<String>,
    /// When, by code.
    pub hours: Option<String>,
    /// Languages beside the page's own, by code.
    #[serde(default)]
    pub languages: Vec<String>,
    /// What the number rests on.
    pub sources: Vec<String>,
    /// `H`, read at the operator or an authority, or `M`, read elsewhere. What is less sure is not here.
    pub confidence: String,
}

/// `lines.toml`: the sentences beside the lines.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct LineWords {
    pub spoken: String,
    pub in_place: String,
    pub place_first: String,
    pub call: String,
    pub or_text: String,
    pub text_only: String,
    pub or_text_word: String,
    pub text_word_only: String,
    pub also: String,
    pub tty: String,
    pub web: String,
    pub email: String,
    pub for_whom: String,
    pub answers: String,
    pub answered: String,
    pub number_in: String,
    pub number_if: String,
    pub only_for: String,
    pub named: String,
    pub found_in: String,
    pub check_first: String,
    pub read: String,
    pub old: String,
    pub when: String,
    pub in_languages: String,
    pub about_line: String,
    pub place_line: String,
    pub title: String,
    pub elsewhere: String,
    pub not_a_country: String,
    pub unlisted_country: String,
    pub unlisted_none: String,
    pub unlisted_find: String,
    pub unlisted_write: String,
    pub unlisted_blank: String,
    pub unlisted_crisis_blank: String,
    pub unlisted_choice: String,
    pub unlisted_emergency: String,
    pub unlisted_suicide: String,
    pub unlisted_violence: String,
    pub unlisted_child: String,
    pub unlisted_grief: String,
    pub send: BTreeMap<String, String>,
    pub hours: BTreeMap<String, String>,
    pub language: BTreeMap<String, String>,
    pub country: BTreeMap<String, String>,
    pub region: BTreeMap<String, String>,
    pub name: BTreeMap<String, String>,
    pub whom: BTreeMap<String, String>,
    pub about: BTreeMap<String, String>,
    pub who: BTreeMap<String, String>,
    pub more: BTreeMap<String, String>,
    pub without: BTreeMap<String, BTreeMap<String, String>>,
}

impl HelpLines {
    /// The lines with this id, in their order.
    pub fn of_kind<'a>(&'a self, id: &'a str) -> impl Iterator<Item = &'a HelpLine> {
        self.line.iter().filter(move |line| line.id == id)
    }

    /// The same, of those that are sure.
    pub fn verified<'a>(&'a self, id: &'a str) -> impl Iterator<Item = &'a HelpLine> {
        self.of_kind(id).filter(|line| line.is_verified())
    }

    /// True if a line serves the whole country.
    fn is_nationwide(&self, line: &HelpLine) -> bool {
        line.region == self.country || line.region == "us_and_ca"
    }
}

impl HelpLine {
    /// Read at the operator or an authority. What is not stands apart, with the words "check this one first".
    pub fn is_verified(&self) -> bool {
        self.confidence == "H"
    }

    /// True if nobody is turned away.
    fn is_for_anyone(&self) -> bool {
        self.serves.iter().any(|code| code == "anyone")
    }
}

impl Words {
    /// The numbers under which every country has this line, as somebody may type them instead of calling.
    pub fn numbers_of(&self, id: &str) -> Vec<String> {
        let lines = self.lines.iter().flat_map(|(_, lines)| &lines.line);
        let numbers = lines
            .filter(|line| line.id == id)
            .flat_map(|line| [&line.number, &line.also]);
        numbers.flatten().map(|number| number.replace(['-', ' '], "")).collect()
    }

    /// The lines of a country; for one that is not listed, none and blanks to fill.
    pub fn help_lines(&self, country: &str) -> &HelpLines {
        let known = self.lines.iter().find(|(code, _)| *code == country);
        known.map_or(&self.unlisted, |(_, lines)| lines)
    }
}

/// The words of a code; the code itself if it has none, which a test rules out.
fn known(map: &BTreeMap<String, String>, code: &str) -> String {
    map.get(code).cloned().unwrap_or_else(|| code.into())
}
