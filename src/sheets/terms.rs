//! What a hard word means, at the foot of a page that has it and does not explain it.

use crate::words::Words;

use super::Page;
use super::formats::text;

/// One line for each hard word of a page that nothing on it explains, in the order of the words.
pub(super) fn terms(page: &Page, words: &Words) -> Vec<String> {
    let said = text(page).to_lowercase();
    let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_open = |term: &str, shown_by: &[&str]| {
        is_in(&said, &term.to_lowercase()) && !shown_by.iter().any(|shown| said.contains(shown))
    };
    let terms = words.terms.term.iter();
    terms
        .filter(|(term, own)| is_open(term, own.shown_by))
        .map(|(_, own)| own.says.into())
        .collect()
}

/// True if a word is in a text as a whole.
fn is_in(text: &str, word: &str) -> bool {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    text.match_indices(word)
        .any(|(at, _)| !letter(text[..at].chars().next_back()) && !letter(text[at + word.len()..].chars().next()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hard_word_is_found_as_a_whole() {
        assert!(is_in("have naloxone, near", "naloxone") && !is_in("craftsman", "craft"));
    }
}
