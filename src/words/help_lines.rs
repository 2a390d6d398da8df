//! Help lines: one file a country, codes only, and the sentences beside them.
//!
//! Each line says if it is served and whom it truly serves. Not here: which lines a page shows.

mod format;
mod placeholders;
#[cfg(test)]
mod tests;

use serde::Serialize;

use super::Words;
use super::catalog::{HELP_LINES, Map};

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

/// A country that is not listed has no lines, and blanks to fill.
static UNLISTED: HelpLines = HelpLines {
    country: "",
    emergency: "",
    paper: "",
    read: "",
    without: &[],
    line: &[],
};

/// The help lines of one country.
#[derive(Serialize)]
pub struct HelpLines {
    /// The country's code; empty for one that is not listed.
    pub country: &'static str,
    /// The emergency number.
    pub emergency: &'static str,
    /// The paper of the country: `letter` or `a4`.
    pub paper: &'static str,
    /// The month in which all of this was last read, such as `2026-11`.
    pub read: &'static str,
    /// What there is no line for, or not for everybody in the whole country, by id.
    pub without: &'static [&'static str],
    /// The lines, emergency and suicide first.
    pub line: &'static [HelpLine],
}

/// One line.
#[derive(Serialize)]
pub struct HelpLine {
    /// What it is for. Several lines of a country may share it, for different places or people.
    pub id: &'static str,
    /// Its proper name.
    pub service: &'static str,
    /// The number to call.
    pub number: Option<&'static str>,
    /// Another number that works too.
    pub also: Option<&'static str>,
    /// The number to text.
    pub text: Option<&'static str>,
    /// The word to text.
    pub keyword: Option<&'static str>,
    /// What to text, by code, if it is no word.
    pub send: Option<&'static str>,
    /// For phones that type.
    pub tty: Option<&'static str>,
    /// Its address on the web.
    pub web: Option<&'static str>,
    /// Its e-mail address.
    pub email: Option<&'static str>,
    /// Where it serves, by code: a country, a nation, a province.
    pub region: &'static str,
    /// Whom it truly serves, by code, with the gender where it serves one.
    pub serves: &'static [&'static str],
    /// What it is about beside its name, by code.
    pub about: &'static [&'static str],
    /// Who picks up, by code, if that was read.
    pub answers: Option<&'static str>,
    /// One more thing to know, by code.
    pub more: Option<&'static str>,
    /// When, by code.
    pub hours: Option<&'static str>,
    /// Languages beside the page's own, by code.
    pub languages: &'static [&'static str],
    /// What the number rests on.
    pub sources: &'static [&'static str],
    /// `H`, read at the operator or an authority, or `M`, read elsewhere. What is less sure is not here.
    pub confidence: &'static str,
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
        self.serves.contains(&"anyone")
    }
}

impl Words {
    /// The numbers under which every country has this line, as somebody may type them instead of calling.
    pub fn numbers_of(&self, id: &str) -> Vec<String> {
        let lines = COUNTRIES
            .iter()
            .flat_map(|(country, _)| self.help_lines(country).of_kind(id));
        let numbers = lines.flat_map(|line| [line.number, line.also]);
        numbers.flatten().map(|number| number.replace(['-', ' '], "")).collect()
    }

    /// The lines of a country; for one that is not listed, none and blanks to fill.
    pub fn help_lines(&self, country: &str) -> &'static HelpLines {
        HELP_LINES.get(country).unwrap_or(&UNLISTED)
    }
}

/// The words of a code; the code itself if it has none, which a test rules out.
fn known(map: &Map<&'static str>, code: &str) -> String {
    map.get(code).map_or(code, |words| words).into()
}
