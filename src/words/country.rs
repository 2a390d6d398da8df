//! Words that differ by country: what a place or a kit is called there, and how help is given there.
//!
//! Not here: numbers. They are with their services in the lines of the country.

use serde::Deserialize;

use super::lazily::Lazily;
use super::{Texts, Words};

/// The countries that have words of their own: code, and name of the file.
const FILES: &[(&str, &str)] = &[
    ("us", "country/us"),
    ("ca", "country/ca"),
    ("gb", "country/gb"),
    ("ie", "country/ie"),
    ("au", "country/au"),
    ("nz", "country/nz"),
    // Any other country, and none.
    ("", "country/none"),
];

/// `country/<code>.toml`. Each key is filled into sentences in braces: `{er}`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CountryWords {
    /// Where to go in an emergency.
    pub er: String,
    /// Whom one asks first.
    pub doctor: String,
    /// Where opioids are treated.
    pub clinic: String,
    /// What naloxone is there.
    pub naloxone: String,
    /// Where it comes from: never the same everywhere.
    pub naloxone_from: String,
    /// How its spray is given.
    pub spray: String,
    /// How its injection is given.
    pub injection: String,
    /// What the next dose is.
    pub another: String,
    /// What is done if there is no breath.
    pub cpr: String,
    /// What is said to those who are afraid to call.
    pub law: String,
}

impl CountryWords {
    /// Each key with its words.
    pub fn pairs(&self) -> [(&'static str, &str); 10] {
        [
            ("er", &self.er),
            ("doctor", &self.doctor),
            ("clinic", &self.clinic),
            ("naloxone", &self.naloxone),
            ("naloxone_from", &self.naloxone_from),
            ("spray", &self.spray),
            ("injection", &self.injection),
            ("another", &self.another),
            ("cpr", &self.cpr),
            ("law", &self.law),
        ]
    }
}

/// The words of every country, each with its code.
pub(super) fn of_countries(texts: &Texts) -> Vec<(&'static str, Lazily<CountryWords>)> {
    FILES.iter().map(|(code, file)| (*code, texts.lazily(file))).collect()
}

impl Words {
    /// The words of a country; for one that has none of its own, those that are true anywhere.
    pub fn country(&self, code: &str) -> &CountryWords {
        let own = self.countries.iter().find(|(known, _)| *known == code);
        &own.unwrap_or(&self.countries[FILES.len() - 1]).1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Plan;
    use crate::words::COUNTRIES;

    #[test]
    fn every_country_with_lines_has_words_and_every_other_has_those_of_none() {
        let words = Words::load("en", None).unwrap();
        let elsewhere = &words.country("fr").naloxone_from;
        for (code, _) in COUNTRIES {
            assert_ne!(&words.country(code).naloxone_from, elsewhere, "{code}");
        }
        assert_eq!(&words.country("").naloxone_from, elsewhere);
        assert_eq!(COUNTRIES.len() + 1, FILES.len());
    }

    #[test]
    fn every_word_is_filled_where_somebody_is_spoken_to_and_where_a_number_is() {
        let words = Words::load("en", None).unwrap();
        let plan = Plan {
            country: "gb".into(),
            ..Plan::default()
        };
        let lines = words.help_lines("gb");
        for (key, said) in words.country("gb").pairs() {
            let sentence = format!("Ask {{{key}}}");
            assert_eq!(words.fill_names(&sentence, &plan, ""), format!("Ask {said}"));
            assert_eq!(lines.fill_placeholders(&sentence, &words), format!("Ask {said}"));
        }
    }
}
