//! Words that differ by country: what a place or a kit is called there, and how help is given there.
//!
//! Not here: numbers. They are with their services in the lines of the country.

use super::Words;
use super::catalog::CountryWords;

/// The file for any country that has none of its own, and for none.
const ELSEWHERE: &str = "none";

impl CountryWords {
    /// The words for a placeholder. Where naloxone comes from is never the same everywhere.
    pub(super) fn placeholder(&self, key: &str) -> Option<&'static str> {
        Some(match key {
            "er" => self.er,
            "doctor" => self.doctor,
            "clinic" => self.clinic,
            "naloxone" => self.naloxone,
            "naloxone_from" => self.naloxone_from,
            "spray" => self.spray,
            "injection" => self.injection,
            "another" => self.another,
            "cpr" => self.cpr,
            "law" => self.law,
            _ => return None,
        })
    }
}

impl Words {
    /// The words of a country; for one that has none of its own, those that are true anywhere.
    pub fn country(&self, code: &str) -> &'static CountryWords {
        self.country.get(code).unwrap_or(&self.country[ELSEWHERE])
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
        assert_eq!(COUNTRIES.len() + 1, words.country.keys().count());
    }

    #[test]
    fn every_word_is_filled_where_somebody_is_spoken_to_and_where_a_number_is() {
        let words = Words::load("en", None).unwrap();
        let plan = Plan {
            country: "gb".into(),
            ..Plan::default()
        };
        let lines = words.help_lines("gb");
        let gb = words.country("gb");
        for (key, said) in [("er", gb.er), ("naloxone_from", gb.naloxone_from), ("law", gb.law)] {
            let sentence = format!("Ask {{{key}}}");
            assert_eq!(words.fill_names(&sentence, &plan, ""), format!("Ask {said}"));
            assert_eq!(lines.fill_placeholders(&sentence, &words), format!("Ask {said}"));
        }
    }
}
