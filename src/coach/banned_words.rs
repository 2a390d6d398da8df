//! Words that are never in the program's own sentences.

use super::matcher::Matcher;
use super::{CoachWords, Phrase};

/// The terms that are never in our own voice (design#words), in all their forms. Nothing takes them back; the names
/// of R-31 are spared.
pub struct BannedWords<'a> {
    rules: &'a CoachWords,
    terms: Vec<(String, Phrase)>,
}

impl<'a> BannedWords<'a> {
    /// The terms of a language.
    pub fn new(rules: &'a CoachWords) -> Self {
        let bent = |term: &Phrase| (term.text(), term.with_endings(&rules.never_endings));
        BannedWords {
            rules,
            terms: rules.never.iter().map(bent).collect(),
        }
    }

    /// The terms that are in a text, each as it is in the list.
    pub fn find(&self, text: &str) -> Vec<&str> {
        let heard = Matcher::new(text, self.rules);
        let stands = |phrase| heard.has(std::slice::from_ref(phrase));
        let terms = self.terms.iter().filter(|(_, phrase)| stands(phrase));
        terms.map(|(term, _)| term.as_str()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coach::english;

    // Holds R-31 (speaks)
    #[test]
    fn a_term_is_found_in_all_its_forms_and_in_any_case() {
        let rules = english();
        let never = BannedWords::new(&rules);
        for (said, term) in [
            ("an ADDICT's home", "addict"),
            ("two addicts", "addict"),
            ("abusing it", "abuse"),
            ("drug-seeking", "drug seeking"),
            ("hitting bottom", "hit bottom"),
            ("he conned us", "con"),
            ("they committed suicide", "commit suicide"),
            ("bad habits", "habit"),
            ("not an addict", "addict"),
        ] {
            assert!(never.find(said).contains(&term), "{said}");
        }
    }

    // Holds R-31 (silent)
    #[test]
    fn names_and_longer_words_are_left_alone() {
        let rules = english();
        let never = BannedWords::new(&rules);
        for said in [
            "Alcoholics Anonymous",
            "The Substance Abuse and Mental Health Services Administration",
            "domestic abuse",
            "dirty clothes and clean clothes",
            "addiction medicine",
            "consent, advice and control",
            "a slip of paper",
        ] {
            assert!(never.find(said).is_empty(), "{said}: {:?}", never.find(said));
        }
    }
}
