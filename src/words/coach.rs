//! The words of the coach: the rules it is handed, and what it says.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::coach::{CoachWords, Firmness, Hint, Stigma};
use crate::error::Error;

use super::same_keys::same_keys;
use super::{Words, fill_placeholders};

/// `coach.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CoachFile {
    /// The lists.
    pub rules: CoachWords,
    /// What follows from the follow-through test.
    pub firmness: BTreeMap<String, String>,
    /// What is said for each hint.
    pub hint: BTreeMap<String, HintWords>,
}

/// One hint.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HintWords {
    /// What was heard, kindly.
    pub say: String,
    /// What could be written; for [`Hint::Wording`] with `{instead}`.
    pub better: String,
}

/// Every hint and every outcome of the test has its words, and nothing else has.
pub(super) fn complete(words: &Words) -> Result<(), Error> {
    same_keys(
        "coach",
        Hint::ALL.iter().map(|hint| format!("hint.{}", hint.code())),
        words.coach.hint.keys().map(|code| format!("hint.{code}")),
    )?;
    same_keys(
        "coach",
        Firmness::ALL.iter().map(|firm| format!("firmness.{}", firm.code())),
        words.coach.firmness.keys().map(|code| format!("firmness.{code}")),
    )
}

impl Words {
    /// What is said for a hint.
    pub fn hint(&self, hint: Hint) -> &HintWords {
        &self.coach.hint[hint.code()]
    }

    /// What could be said instead of a word that is heard as a label (design#words).
    pub fn instead(&self, stigma: &Stigma) -> String {
        fill_placeholders(&self.hint(Hint::Wording).better, &[("instead", &stigma.say)])
    }

    /// What follows from the follow-through test.
    pub fn firmness(&self, firmness: Firmness) -> &str {
        &self.coach.firmness[firmness.code()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coach::{BoundaryContext, boundary, objection, what_stays, wording};
    use crate::error::WordsFault;
    use crate::plan::BoundaryKind;
    use crate::words::Texts;

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
        assert_eq!(gone.1.as_deref(), Some("hint.no_start"));
        assert!(matches!(gone.2, WordsFault::MissingKey));
        let more = fault(|text| text + "\n[hint.unheard]\nsay = \"a\"\nbetter = \"b\"\n");
        assert_eq!(more.1.as_deref(), Some("hint.unheard"));
        let firm = fault(|text| text.replace("\nshaky = ", "\nunsure = "));
        assert_eq!(firm.1.as_deref(), Some("firmness.shaky"));
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
                assert!(wording(text, &words.coach.rules).is_none(), "{text}");
            }
        }
        for row in &words.coach.rules.stigma {
            assert!(wording(&row.say, &words.coach.rules).is_none(), "{}", row.say);
        }
        for firmness in Firmness::ALL {
            assert_eq!(objection(words.firmness(*firmness), &words.coach.rules), []);
        }
    }

    #[test]
    fn a_label_is_answered_with_another_word() {
        let words = english();
        let row = wording("a junkie", &words.coach.rules).unwrap();
        assert_eq!(words.instead(row), "You could say: person who uses drugs.");
    }

    #[test]
    fn the_example_of_every_kind_passes() {
        #[derive(Deserialize)]
        struct Kinds {
            kind: BTreeMap<String, BTreeMap<String, String>>,
        }
        let kinds: toml::Table = Texts::gather("en", None).unwrap().load_file("boundaries").unwrap();
        let kinds: Kinds = Kinds {
            kind: kinds["kind"].clone().try_into().unwrap(),
        };
        let words = english();
        assert!(kinds.kind.len() > 15);
        for (kind, example) in &kinds.kind {
            let (will, stays) = (&example["i_will"], &example["what_stays"]);
            // What ends housing has its danger said beside the kind.
            let around = BoundaryContext {
                kind: Some(&BoundaryKind::MovingOut),
                ..BoundaryContext::default()
            };
            assert_eq!(boundary(will, around, &words.coach.rules), [], "{kind}");
            assert_eq!(what_stays(will, stays, None, &words.coach.rules), [], "{kind}");
        }
    }
}
