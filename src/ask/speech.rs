//! Whole sentences at a list: what a frightened person types finds the row it belongs to.

use super::typed::{alike, fold};

/// How many other words may stand between two words of a phrase.
const APART: usize = 3;

/// The rows of a list and the phrases that lead to each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Speech {
    /// Rows with what is heard for them in any sentence; the first that is heard wins.
    pub heard: Vec<(usize, Vec<String>)>,
    /// Rows with what is heard for them only as a whole text.
    pub only: Vec<(usize, Vec<String>)>,
    /// The row of everything else.
    pub otherwise: usize,
}

impl Speech {
    /// The row that a text means.
    pub fn row(&self, text: &str) -> usize {
        let text = fold(text);
        let words: Vec<&str> = text.split(' ').collect();
        let only = self
            .only
            .iter()
            .find(|(_, texts)| texts.iter().any(|only| fold(only) == text));
        let heard = || {
            self.heard
                .iter()
                .find(|(_, phrases)| phrases.iter().any(|phrase| stands(phrase, &words)))
        };
        only.or_else(heard).map_or(self.otherwise, |(row, _)| *row)
    }
}

/// True where the words of a phrase stand in this order among `words`, none too far from the one before. A word of the
/// phrase that ends with `*` may go on; `a|b` is either.
fn stands(phrase: &str, words: &[&str]) -> bool {
    let parts: Vec<&str> = phrase.split_whitespace().collect();
    (0..words.len()).any(|at| follows(&parts, words, at))
}

fn follows(parts: &[&str], words: &[&str], at: usize) -> bool {
    let Some((part, rest)) = parts.split_first() else {
        return true;
    };
    let fits = words
        .get(at)
        .is_some_and(|word| part.split('|').any(|form| fits(form, word)));
    fits && (rest.is_empty() || (at + 1..=at + 1 + APART).any(|next| follows(rest, words, next)))
}

fn fits(form: &str, word: &str) -> bool {
    match form.strip_suffix('*') {
        Some(begin) => word.starts_with(begin),
        None => alike(form, word),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_stands_in_its_order_and_not_too_far_apart() {
        let words: Vec<&str> = "he wont really wake up now".split(' ').collect();
        assert!(stands("wont wake", &words) && stands("wak*|woke", &words));
        assert!(!stands("wake wont", &words) && !stands("he now", &words));
        // One wrong letter in a long word, none in a short one.
        assert!(fits("breathing", "breathng") && !fits("gun", "gum"));
    }

    #[test]
    fn the_first_row_that_is_heard_wins_and_a_whole_text_comes_before() {
        let speech = Speech {
            heard: vec![(0, vec!["wake".into()]), (2, vec!["hit*".into()])],
            only: vec![(4, vec!["no".into()])],
            otherwise: 3,
        };
        for (text, row) in [
            ("He hit her, she won't wake!", 0),
            ("hitting", 2),
            ("No.", 4),
            ("no he is asleep", 3),
        ] {
            assert_eq!(speech.row(text), row, "{text}");
        }
    }
}
