//! What typed words mean over a list. They find a row and never pick one: whoever asks shows what was found, and Enter
//! picks it only if it is meant for certain.

use std::sync::Arc;

use super::fold::{fold, is_alike};
use super::sentences::SentenceRows;

/// What a list makes of typed words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum TypedWords {
    /// To the words of its rows, and to everyday words for them.
    #[default]
    Any,
    /// To a whole label, and to the everyday words that lead to the careful side. For answers about safety.
    WholeRow,
    /// To whole sentences.
    Sentences(Arc<SentenceRows>),
}

impl TypedWords {
    /// True if sentences are heard, and an emergency number is one.
    pub(super) fn is_speech(&self) -> bool {
        matches!(self, TypedWords::Sentences(_))
    }
}

/// Everyday words for a row.
#[derive(Debug)]
pub struct EverydayWords {
    /// How the label of the row begins; the first row that begins with one of these is meant.
    pub rows: &'static [&'static str],
    /// What people type for it.
    pub words: &'static [&'static str],
    /// Leads to the careful side: heard at a question about safety too.
    pub careful: bool,
}

/// What was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum RowMatch {
    /// This row, for certain.
    Row(usize),
    /// One of these rows.
    OneOf(Vec<usize>),
    /// No row.
    Nothing,
}

/// Finds the row of a list that typed words mean: the whole label, then the only label that begins so, then everyday
/// words. A word within a label, and everyday words within a sentence, are a guess.
pub(super) fn find_row(typed: &str, labels: &[String], listens: &TypedWords, everyday: &[EverydayWords]) -> RowMatch {
    let typed = fold(typed);
    if typed.is_empty() {
        return RowMatch::Nothing;
    }
    let labels: Vec<String> = labels.iter().map(|label| fold(label)).collect();
    let those = |fits: &dyn Fn(&str) -> bool| -> Vec<usize> {
        let rows = labels.iter().enumerate().filter(|(_, label)| fits(label));
        rows.map(|(row, _)| row).collect()
    };
    let whole = those(&|label| label == typed);
    if !whole.is_empty() {
        return certain(whole);
    }
    if let TypedWords::Sentences(speech) = listens
        && let Some(row) = speech.row(&typed)
    {
        return RowMatch::Row(row);
    }
    match listens {
        TypedWords::WholeRow => certain(everyday_rows(
            &typed,
            &labels,
            everyday.iter().filter(|own| own.careful),
        )),
        TypedWords::Any | TypedWords::Sentences(_) => {
            let begin = those(&|label| label.starts_with(&typed));
            if !begin.is_empty() {
                return certain(begin);
            }
            let known = everyday_rows(&typed, &labels, everyday.iter());
            if !known.is_empty() {
                return certain(known);
            }
            let mut guessed = those(&|label| label.contains(&format!(" {typed}")));
            guessed.extend(guessed_rows(&typed, &labels, everyday));
            guessed.sort_unstable();
            guessed.dedup();
            match guessed.is_empty() {
                true => RowMatch::Nothing,
                false => RowMatch::OneOf(guessed),
            }
        }
    }
}

fn certain(rows: Vec<usize>) -> RowMatch {
    match rows.len() {
        0 => RowMatch::Nothing,
        1 => RowMatch::Row(rows[0]),
        _ => RowMatch::OneOf(rows),
    }
}

/// The rows for which these are everyday words.
fn everyday_rows<'a>(typed: &str, labels: &[String], everyday: impl Iterator<Item = &'a EverydayWords>) -> Vec<usize> {
    let known = everyday.filter(|own| own.words.iter().any(|words| is_alike(&fold(words), typed)));
    let mut rows: Vec<usize> = known.filter_map(|own| row_of(own, labels)).collect();
    rows.sort_unstable();
    rows.dedup();
    rows
}

/// The rows whose everyday words stand somewhere in a sentence.
fn guessed_rows(typed: &str, labels: &[String], everyday: &[EverydayWords]) -> Vec<usize> {
    let sentence = format!(" {typed} ");
    let stands = |words: &&str| sentence.contains(&format!(" {} ", fold(words)));
    let known = everyday.iter().filter(|own| own.words.iter().any(stands));
    known.filter_map(|own| row_of(own, labels)).collect()
}

fn row_of(own: &EverydayWords, labels: &[String]) -> Option<usize> {
    let begins = |label: &&String| own.rows.iter().any(|begin| label.starts_with(&fold(begin)));
    labels.iter().position(|label| begins(&label))
}

#[cfg(test)]
mod tests {
    use super::super::phrases::english;
    use super::*;

    fn found(typed: &str, labels: &[&str], listens: &TypedWords) -> RowMatch {
        let labels: Vec<String> = labels.iter().map(|label| (*label).to_owned()).collect();
        find_row(typed, &labels, listens, english().everyday)
    }

    const HARM: [&str; 7] = [
        "No",
        "Yes, they did this to someone",
        "Yes, someone did this to them",
        "Yes, both",
        "Not sure",
        "I would rather not write it here",
        "Something else",
    ];

    #[test]
    fn a_whole_label_is_its_row_and_not_an_earlier_one_that_begins_so() {
        let rows = ["Yes, and they said not yet", "Yes, and they said no", "Yes"];
        assert_eq!(found("yes and they said no", &rows, &TypedWords::Any), RowMatch::Row(1));
        assert_eq!(found("Yes", &rows, &TypedWords::Any), RowMatch::Row(2));
        assert_eq!(
            found("yes, and they", &rows, &TypedWords::Any),
            RowMatch::OneOf(vec![0, 1])
        );
        assert_eq!(found("", &rows, &TypedWords::Any), RowMatch::Nothing);
        assert_eq!(found("zebra", &rows, &TypedWords::Any), RowMatch::Nothing);
    }

    #[test]
    fn the_only_beginning_is_certain_and_a_word_within_is_a_guess() {
        assert_eq!(found("not", &HARM, &TypedWords::Any), RowMatch::Row(4));
        assert_eq!(found("n", &HARM, &TypedWords::Any), RowMatch::OneOf(vec![0, 4]));
        assert_eq!(found("both", &HARM, &TypedWords::Any), RowMatch::OneOf(vec![3]));
        assert_eq!(found("yes", &HARM, &TypedWords::Any), RowMatch::OneOf(vec![1, 2, 3]));
    }

    #[test]
    fn everyday_words_find_their_row() {
        let rows = [
            "Heroin",
            "Pain pills",
            "Meth or speed",
            "Benzos or sleeping pills",
            "Another drug",
            "Not sure",
        ];
        for (typed, row) in [
            ("xanax", 3),
            ("Xanex", 3),
            ("percs", 1),
            ("dope", 0),
            ("smack", 0),
            ("weed", 4),
            ("idk", 5),
            ("i don't know", 5),
            ("dunno", 5),
            ("maybe", 5),
        ] {
            assert_eq!(found(typed, &rows, &TypedWords::Any), RowMatch::Row(row), "{typed}");
        }
        assert_eq!(
            found("some xanax i think", &rows, &TypedWords::Any),
            RowMatch::OneOf(vec![3])
        );
        let countries = ["United States", "Canada", "United Kingdom", "Another country"];
        for (typed, row) in [
            ("usa", 0),
            ("us", 0),
            ("america", 0),
            ("uk", 2),
            ("england", 2),
            ("canada", 1),
        ] {
            assert_eq!(
                found(typed, &countries, &TypedWords::Any),
                RowMatch::Row(row),
                "{typed}"
            );
        }
    }

    #[test]
    fn at_a_safety_question_only_a_whole_label_or_the_careful_words_count() {
        for typed in [
            "yes he hit me once",
            "no idea it was",
            "he pushed his dad once",
            "no he never hit me",
            "i think hes ok",
            "yes",
            "no way",
            "n",
            "not",
            "nope",
            "both",
            "they",
            "yes they hit me",
            "no one has",
            "he",
            "i",
            "some",
        ] {
            assert_eq!(found(typed, &HARM, &TypedWords::WholeRow), RowMatch::Nothing, "{typed}");
        }
        for (typed, row) in [
            ("no", 0),
            ("Yes, both", 3),
            ("yes they did this to someone", 1),
            ("not sure", 4),
            ("idk", 4),
            ("no idea", 4),
            ("rather not say", 5),
            ("private", 5),
        ] {
            assert_eq!(
                found(typed, &HARM, &TypedWords::WholeRow),
                RowMatch::Row(row),
                "{typed}"
            );
        }
    }
}
