//! The words of the coach: the rules it is handed, and what it says.

use serde::Deserialize;

use crate::coach::{CoachWords, Firmness, Hint, Stigma};
use crate::error::Error;

use super::catalog::{HintWords, Language};
use super::private_copy::parse_toml;
use super::{Words, fill_placeholders};

/// `coach.toml`, as far as it is read by code.
#[derive(Deserialize)]
struct CoachFile {
    rules: CoachWords,
}

/// The rules in a file of the coach.
pub(super) fn read_rules(text: &str) -> Result<CoachWords, Error> {
    parse_toml(text, "coach").map(|file: CoachFile| file.rules)
}

/// The rules that are built in.
pub(super) fn built_in_rules(language: &Language) -> CoachWords {
    let file = language.files.iter().find(|(file, _)| *file == "coach");
    let rules = file.map(|(_, text)| read_rules(text));
    rules.and_then(Result::ok).expect("checked when the words were tested")
}

impl Words {
    /// What is said for a hint.
    pub fn hint(&self, hint: Hint) -> &HintWords {
        &self.coach.hint[hint.code()]
    }

    /// What could be said instead of a word that is heard as a label (design#words).
    pub fn instead(&self, stigma: &Stigma) -> String {
        fill_placeholders(self.hint(Hint::Wording).better, &[("instead", &stigma.say)])
    }

    /// What follows from the follow-through test.
    pub fn firmness(&self, firmness: Firmness) -> &'static str {
        self.coach.firmness[firmness.code()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coach::{BoundaryContext, boundary, objection, what_stays, wording};
    use crate::error::WordsFault;
    use crate::plan::BoundaryKind;

    fn english() -> Words {
        Words::load("en", None).unwrap()
    }

    /// The fault of English words whose `coach.toml` was changed.
    fn fault(change: impl Fn(String) -> String) -> (String, Option<String>, WordsFault) {
        let folder = tempfile::tempdir().unwrap();
        let text = change(include_str!("../../prompts/en/coach.toml").into());
        std::fs::write(folder.path().join("coach.toml"), text).unwrap();
        match Words::load("en", Some(folder.path())) {
            Err(Error::Words { file, key, what, .. }) => (file.display().to_string(), key, what),
            _ => panic!("these words are complete"),
        }
    }

    #[test]
    fn every_hint_owes_its_words() {
        let gone = fault(|text| text.replace("[hint.no_start]", "[hint.no_beginning]"));
        assert_eq!(gone.0, "coach.toml");
        assert_eq!(gone.1.as_deref(), Some("hint.no_beginning"));
        assert!(matches!(gone.2, WordsFault::UnknownKey));
        let more = fault(|text| text + "\n[hint.unheard]\nsay = \"a\"\nbetter = \"b\"\n");
        assert_eq!(more.1.as_deref(), Some("hint.unheard"));
        let firm = fault(|text| text.replace("\nshaky = ", "\nunsure = "));
        assert_eq!(firm.1.as_deref(), Some("firmness.unsure"));
        let phrase = fault(|text| text.replace("\"you promised\"", "\"you promised ..\""));
        assert!(matches!(phrase.2, WordsFault::Misfit { .. }));
    }

    /// A short form in a list would never be heard: it is turned into the long one first.
    #[test]
    fn the_lists_hold_long_forms_only() {
        let file: toml::Table = toml::from_str(include_str!("../../prompts/en/coach.toml")).unwrap();
        let rules = file["rules"].as_table().unwrap();
        let shorts = |name: &str| rules[name].as_table().unwrap().keys().cloned().collect::<Vec<_>>();
        let (alike, endings) = (shorts("alike"), shorts("endings"));
        let mut lists: Vec<&toml::Value> = rules.values().filter(|value| value.is_array()).collect();
        lists.extend(rules["stigma"].as_array().unwrap().iter().map(|row| &row["avoid"]));
        let phrases = lists
            .iter()
            .flat_map(|list| list.as_array().unwrap())
            .filter_map(|v| v.as_str());
        for word in phrases.flat_map(|phrase| phrase.split([' ', '|'])) {
            assert!(!alike.iter().any(|short| short == word), "{word}");
            assert!(!endings.iter().any(|end| word.ends_with(end.as_str())), "{word}");
        }
    }

    #[test]
    fn the_coach_has_nothing_to_say_against_its_own_words() {
        let words = english();
        for hint in Hint::ALL {
            let said = words.hint(*hint);
            for text in [&said.say, &said.better] {
                assert!(wording(text, words.coach_rules()).is_none(), "{text}");
            }
        }
        for row in &words.coach_rules().stigma {
            assert!(wording(&row.say, words.coach_rules()).is_none(), "{}", row.say);
        }
        for firmness in Firmness::ALL {
            assert_eq!(objection(words.firmness(*firmness), words.coach_rules()), []);
        }
    }

    #[test]
    fn a_label_is_answered_with_another_word() {
        let words = english();
        let row = wording("a junkie", words.coach_rules()).unwrap();
        assert_eq!(words.instead(row), "You could say: person who uses drugs.");
    }

    #[test]
    fn the_example_of_every_kind_passes() {
        let words = english();
        assert!(words.boundaries.kind.keys().count() > 15);
        for (kind, example) in words.boundaries.kind.iter() {
            let (will, stays) = (example.i_will, example.what_stays);
            // What ends housing has its danger said beside the kind.
            let around = BoundaryContext {
                kind: Some(&BoundaryKind::MovingOut),
                ..BoundaryContext::default()
            };
            assert_eq!(boundary(will, around, words.coach_rules()), [], "{kind}");
            assert_eq!(what_stays(will, stays, None, words.coach_rules()), [], "{kind}");
        }
    }
}
