//! A phrase of the lists: words in order, with alternatives, endings and gaps.

use serde::Deserialize;

/// A phrase as it is in a list. `a|b` is either word, `abus*` a word with any ending, `..` up to four words of the
/// same clause in between. A phrase without any letter or digit (`?`) is looked for as it stands.
#[derive(Clone, Debug, Deserialize)]
#[serde(try_from = "String")]
pub struct Phrase(pub(super) Vec<PhrasePart>);

/// One part of a phrase.
#[derive(Clone, Debug)]
pub(super) enum PhrasePart {
    /// One word: any of these.
    Word(Vec<WordForm>),
    /// Up to four words.
    Gap,
    /// A sign.
    Sign(String),
}

/// One form of a word.
#[derive(Clone, Debug)]
pub(super) enum WordForm {
    /// The whole word.
    Whole(String),
    /// Whatever begins so.
    Begin(String),
}

impl WordForm {
    fn fits(&self, word: &str) -> bool {
        match self {
            WordForm::Whole(whole) => word == whole,
            WordForm::Begin(begin) => word.starts_with(begin.as_str()),
        }
    }
}

impl PhrasePart {
    /// True if this part is the word.
    pub(super) fn fits(&self, word: &str) -> bool {
        matches!(self, PhrasePart::Word(forms) if forms.iter().any(|form| form.fits(word)))
    }
}

impl Phrase {
    /// The phrase as it is in its list, with the first of two words that may stand for each other.
    pub(super) fn text(&self) -> String {
        let word = |part: &PhrasePart| match part {
            PhrasePart::Word(forms) => match forms.first() {
                Some(WordForm::Whole(word) | WordForm::Begin(word)) => word.clone(),
                None => String::new(),
            },
            PhrasePart::Gap => "..".into(),
            PhrasePart::Sign(sign) => sign.clone(),
        };
        self.0.iter().map(word).collect::<Vec<_>>().join(" ")
    }

    /// The same phrase with other endings too: of each pair, the first goes from a word and the second comes.
    pub(super) fn with_endings(&self, endings: &[(String, String)]) -> Phrase {
        let bend = |form: &WordForm| match form {
            WordForm::Whole(word) => {
                let stem = |gone: &String| word.strip_suffix(gone.as_str());
                let others = endings
                    .iter()
                    .filter_map(|(gone, come)| stem(gone).map(|stem| WordForm::Whole(format!("{stem}{come}"))));
                std::iter::once(form.clone()).chain(others).collect()
            }
            WordForm::Begin(_) => vec![form.clone()],
        };
        let part = |part: &PhrasePart| match part {
            PhrasePart::Word(forms) => PhrasePart::Word(forms.iter().flat_map(bend).collect()),
            other => other.clone(),
        };
        Phrase(self.0.iter().map(part).collect())
    }
}

impl TryFrom<String> for Phrase {
    type Error = String;

    /// Refuses what could never be heard: an empty phrase, an empty word, a gap at either end.
    fn try_from(text: String) -> Result<Self, String> {
        let refused = || format!("`{text}` is not a phrase");
        let word = |c: char| c.is_alphanumeric() || c.is_whitespace() || ".*|".contains(c);
        let sign = !text.is_empty() && !text.contains(word);
        if sign {
            return Ok(Phrase(vec![PhrasePart::Sign(text)]));
        }
        let parts: Vec<PhrasePart> = text
            .split_whitespace()
            .map(part)
            .collect::<Option<_>>()
            .ok_or_else(refused)?;
        match (parts.first(), parts.last()) {
            (Some(PhrasePart::Word(_)), Some(PhrasePart::Word(_))) => Ok(Phrase(parts)),
            _ => Err(refused()),
        }
    }
}

fn part(text: &str) -> Option<PhrasePart> {
    if text == ".." {
        return Some(PhrasePart::Gap);
    }
    let form = |form: &str| match form.strip_suffix('*') {
        Some(begin) if is_word(begin) => Some(WordForm::Begin(begin.into())),
        None if is_word(form) => Some(WordForm::Whole(form.into())),
        _ => None,
    };
    text.split('|').map(form).collect::<Option<_>>().map(PhrasePart::Word)
}

/// Words are listed in small letters, as they are heard.
fn is_word(text: &str) -> bool {
    !text.is_empty()
        && text
            .chars()
            .all(|c| (c.is_alphanumeric() && !c.is_uppercase()) || c == '\'')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_that_could_never_be_heard_is_refused() {
        for bad in [
            "", "  ", "..", "you ..", ".. you", "a||b", "*", "You must", "ex-user", "so, then", "yes?",
        ] {
            assert!(Phrase::try_from(bad.to_string()).is_err(), "{bad}");
        }
        for good in ["?", "you must", "you|they .. out", "abus*", "don't"] {
            assert!(Phrase::try_from(good.to_string()).is_ok(), "{good}");
        }
    }
}
