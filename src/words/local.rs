//! English as it is said in each country. A sentence stands once, as in the United States; where a country says or writes
//! a turn of it in another way (`local.toml`), that takes its place. What was typed is never touched.
//!
//! Not here: what a kit or a clinic is called, and how help is given, which is filled in ([`super::country`]).

use std::sync::{Arc, OnceLock};

use chrono::NaiveDate;

use super::catalog::{Catalog, Tree, TreeValue, arrange};
use super::{COUNTRIES, Words};

/// Where sentences are as they are written.
const WRITTEN_FOR: &str = "us";

/// Files that hold what is typed and heard, beside what is said.
const HEARD: &[&str] = &["ask", "coach", "dates", "local"];

/// A table of such words in a file of sentences.
const HEARD_TABLE: (&str, &str) = ("danger", "heard");

/// The same words in each country, made when they are first needed.
pub(super) struct LocalWords {
    /// The words as they are written.
    written: &'static Catalog,
    /// The files of a private copy: those words are its owner's.
    own_files: Vec<&'static str>,
    /// The country these are for.
    country: &'static str,
    /// Those of each country, in the order of [`COUNTRIES`].
    each: [OnceLock<Box<Words>>; COUNTRIES.len()],
}

impl LocalWords {
    pub(super) fn new(written: &'static Catalog) -> Self {
        LocalWords::with_copy(written, Vec::new())
    }

    pub(super) fn with_copy(written: &'static Catalog, own_files: Vec<&'static str>) -> Self {
        LocalWords {
            written,
            own_files,
            country: WRITTEN_FOR,
            each: Default::default(),
        }
    }
}

impl Words {
    /// The same words as they are said in a country; as they are written in one that is not known.
    pub fn spoken_in(&self, country: &str) -> &Words {
        let place = |code: &str| COUNTRIES.iter().position(|(known, _)| *known == code);
        let at = place(country).or(place(WRITTEN_FOR)).unwrap_or_default();
        let code = COUNTRIES[at].0;
        if code == self.local.country {
            return self;
        }
        self.local.each[at].get_or_init(|| Box::new(self.said_in(code)))
    }

    fn said_in(&self, country: &'static str) -> Words {
        let written = self.local.written;
        let turns = Turns::of(written, country);
        let read = |file: &str| {
            let (name, text) = self.language.files.iter().find(|(name, _)| *name == file)?;
            let leave = HEARD.contains(name) || name.starts_with("country/") || self.local.own_files.contains(name);
            if leave || !turns.is_in(text) {
                return None;
            }
            let mut tree = Tree::parse(text).ok()?;
            turns.localize_tree(&mut tree, name);
            Some(arrange(name, tree))
        };
        let catalog = match turns.0.is_empty() {
            true => written,
            false => Box::leak(Box::new(written.replaced(self.language.code, &read))),
        };
        Words {
            language: self.language,
            catalog,
            coach_rules: Arc::clone(&self.coach_rules),
            local: LocalWords {
                country,
                ..LocalWords::with_copy(written, self.local.own_files.clone())
            },
            printed: self.printed,
            example: self.example,
        }
    }

    /// The same words for what is printed on a day, which says it with its year: a date near it has none.
    pub fn printed_on(&self, today: NaiveDate) -> Words {
        Words {
            language: self.language,
            catalog: self.catalog,
            coach_rules: Arc::clone(&self.coach_rules),
            local: LocalWords {
                country: self.local.country,
                ..LocalWords::with_copy(self.local.written, self.local.own_files.clone())
            },
            printed: Some(today),
            example: self.example,
        }
    }
}

/// What is written, and what is said in its place, the longest first.
struct Turns(Vec<(&'static str, &'static str)>);

impl Turns {
    fn of(written: &'static Catalog, country: &str) -> Turns {
        let here = |(turn, by_country): (&'static str, &'static super::Map<&'static str>)| {
            let said = by_country.get(country).copied()?;
            (said != turn).then_some((turn, said))
        };
        let mut turns: Vec<_> = written.local.said.iter().filter_map(here).collect();
        turns.sort_by_key(|(turn, _)| std::cmp::Reverse(turn.len()));
        Turns(turns)
    }

    /// True if one may be in a text.
    fn is_in(&self, text: &str) -> bool {
        let text = text.to_lowercase();
        self.0.iter().any(|(turn, _)| text.contains(&turn.to_lowercase()))
    }

    fn localize_tree(&self, tree: &mut Tree, file: &str) {
        match &mut tree.value {
            TreeValue::Text(text) => *text = self.localize(text),
            TreeValue::List(items) => items.iter_mut().for_each(|item| self.localize_tree(item, file)),
            TreeValue::Table(below) => {
                let said = below.iter_mut().filter(|(key, _)| (file, key.as_str()) != HEARD_TABLE);
                said.for_each(|(_, below)| self.localize_tree(below, file));
            }
            _ => {}
        }
    }

    /// A sentence as it is said there. What is filled in has a name of its own, which stays.
    fn localize(&self, text: &str) -> String {
        if let Some((_, whole)) = self.0.iter().find(|(turn, _)| *turn == text) {
            return (*whole).into();
        }
        let (mut done, mut rest, mut filled) = (String::new(), text, false);
        while let Some(next) = rest.chars().next() {
            let begins = !filled && !done.ends_with(char::is_alphanumeric);
            if let Some((turn, said)) = self.0.iter().find(|(turn, _)| begins && starts_with(rest, turn)) {
                match next.is_uppercase() {
                    true => done.push_str(&super::capitalize(said)),
                    false => done.push_str(said),
                }
                rest = &rest[turn.len()..];
                continue;
            }
            filled = (filled || next == '{') && next != '}';
            done.push(next);
            rest = &rest[next.len_utf8()..];
        }
        done
    }
}

/// True if a text begins with a turn as whole words, with a large first letter or a small one.
fn starts_with(text: &str, turn: &str) -> bool {
    let Some(begin) = text.get(..turn.len()) else {
        return false;
    };
    let mut letters = turn.chars();
    let large = letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect::<String>());
    let ends = !text[turn.len()..].starts_with(char::is_alphanumeric);
    ends && (begin == turn || large.as_deref() == Some(begin))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_turn_is_said_as_in_its_country_as_whole_words_and_never_where_something_is_filled_in() {
        let turns = Turns(vec![
            ("a program", "a programme"),
            ("lawyer", "solicitor"),
            ("gray", "grey"),
        ]);
        for (written, said) in [
            ("Ask a lawyer.", "Ask a solicitor."),
            ("Lawyer", "Solicitor"),
            ("The lawyer's", "The solicitor's"),
            ("lawyers, {lawyer}, graying", "lawyers, {lawyer}, graying"),
            ("A program, blue or gray", "A programme, blue or grey"),
            ("No program is", "No program is"),
        ] {
            assert_eq!(turns.localize(written), said);
        }
    }

    #[test]
    fn every_country_has_each_turn_and_what_is_heard_stays() {
        let words = Words::load("en", None).unwrap();
        for (turn, by_country) in words.catalog.local.said.iter() {
            for (code, _) in COUNTRIES.iter().filter(|(code, _)| *code != WRITTEN_FOR) {
                assert!(
                    by_country.get(code).is_some_and(|said| !said.is_empty()),
                    "{turn} {code}"
                );
            }
            let said =
                |(file, text): &(&str, &str)| *file != "local" && text.to_lowercase().contains(&turn.to_lowercase());
            assert!(words.language.files.iter().any(said), "{turn} is said nowhere");
        }
        let there = words.spoken_in("gb");
        assert_eq!(there.choices.labels["pro_type"]["lawyer"], "Solicitor");
        assert_eq!(there.spoken_in("us").choices.labels["pro_type"]["lawyer"], "Lawyer");
        assert_eq!(there.spoken_in("gb").choices.labels["pro_type"]["lawyer"], "Solicitor");
        assert_eq!(words.spoken_in("other").choices.labels["pro_type"]["lawyer"], "Lawyer");
        let heard = |words: &Words| format!("{:?}", words.danger.heard.overdose);
        assert_eq!(heard(there), heard(&words));
    }
}
