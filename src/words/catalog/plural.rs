//! A sentence for each plural form that a language has.

use intl_pluralrules::{PluralCategory, PluralRuleType, PluralRules};
use unic_langid::LanguageIdentifier;

use super::super::fill::fill_placeholders;

/// A sentence for each plural category of its language (CLDR). The build holds that none is missing.
#[derive(Debug)]
pub struct Plural {
    /// The language, whose rules say which form a number takes.
    pub language: &'static str,
    /// Each category with its sentence.
    pub forms: &'static [(&'static str, &'static str)],
}

impl Plural {
    /// The sentence for `n`, with `{n}` filled in.
    pub fn of(&self, n: usize) -> String {
        self.with(n, &[])
    }

    /// The same with other values filled in too.
    pub fn with(&self, n: usize, pairs: &[(&str, &str)]) -> String {
        let number = n.to_string();
        fill_placeholders(self.form(n), &[pairs, &[("n", &number)]].concat())
    }

    fn form(&self, n: usize) -> &'static str {
        let sentence = |category: &str| self.forms.iter().find(|(known, _)| *known == category);
        let own = sentence(category(self.language, n));
        own.or_else(|| sentence("other")).map_or("", |(_, sentence)| sentence)
    }
}

/// The category of a number in a language; "other" in a language that CLDR does not know.
pub fn category(language: &str, n: usize) -> &'static str {
    let language = language.parse::<LanguageIdentifier>().ok();
    let rules = language.and_then(|language| PluralRules::create(language, PluralRuleType::CARDINAL).ok());
    match rules.and_then(|rules| rules.select(n).ok()) {
        Some(PluralCategory::ZERO) => "zero",
        Some(PluralCategory::ONE) => "one",
        Some(PluralCategory::TWO) => "two",
        Some(PluralCategory::FEW) => "few",
        Some(PluralCategory::MANY) => "many",
        Some(PluralCategory::OTHER) | None => "other",
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::LANGUAGES;
    use super::super::compare::is_plural;
    use super::super::tree::Tree;
    use super::*;

    #[test]
    fn a_number_takes_the_form_its_language_has_for_it() {
        let forms = &[
            ("few", "{n} strony"),
            ("many", "{n} stron"),
            ("one", "{n} strona"),
            ("other", "{n} strony"),
        ];
        let pages = Plural { language: "pl", forms };
        assert_eq!(
            [1, 2, 5, 22].map(|n| pages.of(n)),
            ["1 strona", "2 strony", "5 stron", "22 strony"]
        );
        let forms = &[("one", "1 page is in {path}"), ("other", "{n} pages are in {path}")];
        let pages = Plural { language: "en", forms };
        assert_eq!(pages.with(1, &[("path", "{n}")]), "1 page is in {n}");
        assert_eq!(pages.with(0, &[("path", "a")]), "0 pages are in a");
    }

    /// The build holds each plural against the others of its language; this holds them against CLDR.
    #[test]
    fn every_language_has_the_forms_that_it_needs() {
        fn check(tree: &Tree, needed: &BTreeSet<&str>, file: &str) {
            if is_plural(tree) {
                let there: BTreeSet<&str> = tree.entries().map(|(key, _)| key.as_str()).collect();
                assert_eq!(&there, needed, "{file}.toml:{}", tree.line);
            }
            tree.entries().for_each(|(_, below)| check(below, needed, file));
        }
        for language in LANGUAGES {
            let needed = (0..200).map(|n| category(language.code, n)).chain(["other"]).collect();
            for (file, text) in language.files {
                check(&Tree::parse(text).unwrap(), &needed, file);
            }
        }
    }
}
