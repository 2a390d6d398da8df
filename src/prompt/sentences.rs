//! Whole sentences at a list: what a frightened person types finds the row it belongs to.

use super::fold::{fold, is_alike};

/// How many other words may stand between two words of a phrase.
const APART: usize = 3;

/// The rows of a list and the phrases that lead to each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SentenceRows {
    /// Rows with what is heard for them in any sentence; the first that is heard wins.
    pub within: Vec<(usize, Vec<String>)>,
    /// Rows with what is heard for them only as a whole text.
    pub whole: Vec<(usize, Vec<String>)>,
    /// The row of everything else; without one, the words of the rows are looked for.
    pub otherwise: Option<usize>,
    /// Words that are right as they stand, and no slip of one in a phrase.
    pub not_typos: Vec<String>,
    /// What is said to a text that no row is heard in, where one of these is in it.
    pub replies: Vec<(Vec<String>, String)>,
}

impl SentenceRows {
    /// The row that a text means.
    pub fn row(&self, text: &str) -> Option<usize> {
        let text = normalize(text);
        let words: Vec<&str> = text.split(' ').collect();
        let whole = self.whole.iter().find(|(_, texts)| texts.contains(&text));
        let heard = || {
            self.within
                .iter()
                .find(|(_, phrases)| self.contain_any(phrases, &words))
        };
        whole.or_else(heard).map(|(row, _)| *row).or(self.otherwise)
    }

    /// What is said to a text that belongs to no row of its own.
    pub fn reply(&self, text: &str) -> Option<&str> {
        let text = normalize(text);
        // While a list waits, nothing is typed, and it need not be looked for among all that is heard.
        if text.is_empty() {
            return None;
        }
        let words: Vec<&str> = text.split(' ').collect();
        let own = self.row(&text) != self.otherwise;
        let said = self
            .replies
            .iter()
            .find(|(phrases, _)| self.contain_any(phrases, &words));
        said.filter(|_| !own).map(|(_, said)| said.as_str())
    }

    /// True if one of the phrases is among the words.
    fn contain_any(&self, phrases: &[String], words: &[&str]) -> bool {
        phrases.iter().any(|phrase| {
            let parts: Vec<&str> = phrase.split_whitespace().collect();
            (0..words.len()).any(|at| self.matches_from(&parts, words, at))
        })
    }

    /// True if the words of a phrase are in this order from `at` on, none too far from the one before. A word of
    /// the phrase that ends with `*` may go on; `a|b` is either.
    fn matches_from(&self, parts: &[&str], words: &[&str], at: usize) -> bool {
        let Some((part, rest)) = parts.split_first() else {
            return true;
        };
        let fits = |word: &&str| part.split('|').any(|form| self.fits(form, word));
        words.get(at).is_some_and(fits)
            && (rest.is_empty() || (at + 1..=at + 1 + APART).any(|next| self.matches_from(rest, words, next)))
    }

    fn fits(&self, form: &str, word: &str) -> bool {
        let slip = || !self.not_typos.iter().any(|right| begins(right, word));
        match form.strip_suffix('*') {
            Some(begin) => {
                let letters = begin.chars().count();
                let first = |count: usize| word.chars().take(count).collect::<String>();
                let near = |count: usize| is_alike(begin, &first(count));
                begins(form, word) || (letters.saturating_sub(1)..=letters + 1).any(near) && slip()
            }
            None => form == word || is_alike(form, word) && slip(),
        }
    }
}

/// The words of a text, folded; a number is one word, however it is parted.
fn normalize(text: &str) -> String {
    let text = fold(text);
    match text.bytes().all(|byte| byte == b' ' || byte.is_ascii_digit()) {
        true => text.replace(' ', ""),
        false => text,
    }
}

/// The same word; where the known one ends with `*`, a word that begins so.
fn begins(known: &str, word: &str) -> bool {
    match known.strip_suffix('*') {
        Some(begin) => word.starts_with(begin),
        None => known == word,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stands(phrase: &str, text: &str) -> bool {
        let speech = SentenceRows {
            not_typos: vec!["walk*".into()],
            ..SentenceRows::default()
        };
        speech.contain_any(&[phrase.into()], &text.split(' ').collect::<Vec<_>>())
    }

    #[test]
    fn a_phrase_stands_in_its_order_and_not_too_far_apart() {
        let text = "he wont really wake up now";
        assert!(stands("wont wake", text) && stands("wak*|woke", text));
        assert!(!stands("wake wont", text) && !stands("he now", text));
    }

    #[test]
    fn one_letter_may_be_wrong_in_a_long_word_and_none_in_a_short_one_or_in_another_word() {
        assert!(stands("breathing", "breathng") && !stands("gun", "gum"));
        assert!(stands("breath*", "brethes") && stands("unrespons*", "unresponcive"));
        assert!(stands("waking", "waling") && !stands("waking", "walking"));
    }

    #[test]
    fn the_first_row_that_is_heard_wins_and_a_whole_text_comes_before() {
        let speech = SentenceRows {
            within: vec![(0, vec!["wake".into()]), (2, vec!["hit*".into()])],
            whole: vec![(4, vec!["no".into()])],
            otherwise: Some(3),
            replies: vec![(vec!["help".into()], "Call.".into())],
            ..SentenceRows::default()
        };
        for (text, row) in [
            ("He hit her, she won't wake!", 0),
            ("hitting", 2),
            ("No.", 4),
            ("no he is asleep", 3),
        ] {
            assert_eq!(speech.row(text), Some(row), "{text}");
        }
        assert_eq!(speech.reply("Help me!"), Some("Call."));
        assert_eq!((speech.reply("help, he hit me"), speech.reply("zebra")), (None, None));
    }
}
