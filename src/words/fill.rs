//! Puts values into sentences: the only place that does.

use std::borrow::Cow;

use super::catalog::{Segment, segments};

/// Replaces each `{key}` of `pairs` in `sentence`.
pub fn fill_placeholders(sentence: &str, pairs: &[(&str, &str)]) -> String {
    fill(sentence, |key| {
        let pair = pairs.iter().find(|(known, _)| *known == key)?;
        Some(pair.1.into())
    })
}

/// Replaces each placeholder of a sentence by its value. A value is never looked at for placeholders, whoever typed it: so
/// a sentence is filled once, with all that is known for it.
///
/// # Panics
/// Where nothing is known for a placeholder and the program is built for tests: nobody reads a name in braces. What a
/// family runs leaves it as it is.
pub fn fill<'a>(sentence: &str, value: impl Fn(&str) -> Option<Cow<'a, str>>) -> String {
    let mut done = String::with_capacity(sentence.len());
    for segment in segments(sentence) {
        match segment {
            Segment::Text(text) => done.push_str(text),
            Segment::Placeholder(key) => match value(key) {
                // "your loved one" begins a sentence too; every other value stands as it was typed.
                Some(value) if key == "name" && begins_a_sentence(&done) => done.push_str(&capitalize(&value)),
                Some(value) => done.push_str(&value),
                None => {
                    debug_assert!(false, "nothing fills {{{key}}} in {sentence:?}");
                    done.extend(["{", key, "}"]);
                }
            },
        }
    }
    done
}

/// True if the next word is the first of a sentence.
fn begins_a_sentence(before: &str) -> bool {
    let before = before.trim_end_matches(['"', '(']);
    before.is_empty() || before.ends_with(". ") || before.ends_with("? ") || before.ends_with('\n')
}

/// The same with a large first letter.
pub fn capitalize(said: &str) -> String {
    let mut letters = said.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

/// Each sentence of a list, as a page takes them.
pub fn lines_of(list: &[&str]) -> Vec<String> {
    list.iter().map(|said| (*said).into()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Answer, Plan, Text};
    use crate::words::Words;

    #[test]
    fn a_value_is_never_filled_again() {
        assert_eq!(
            fill_placeholders("{a} and {b}", &[("a", "{b}"), ("b", "2")]),
            "{b} and 2"
        );
    }

    #[test]
    fn a_name_that_somebody_typed_is_never_read_for_placeholders() {
        let words = Words::load("en", None).unwrap();
        let mut plan = Plan {
            country: "us".into(),
            ..Plan::default()
        };
        plan.person.name = Answer::Given(Text::new("{emergency} {item}"));
        let said = words.fill_names("Call {emergency} for {name}.", &plan, "");
        assert_eq!(said, "Call 911 for {emergency} {item}.");
    }

    #[test]
    fn only_a_name_at_the_beginning_of_a_sentence_gets_a_large_letter() {
        let said = |sentence: &str| fill_placeholders(sentence, &[("name", "your loved one"), ("item", "the gym")]);
        assert_eq!(
            said("{name} rests. {name} eats."),
            "Your loved one rests. Your loved one eats."
        );
        assert_eq!(said("Ask {name}: {item}"), "Ask your loved one: the gym");
        assert_eq!(said("{item}"), "the gym");
    }

    #[test]
    #[should_panic(expected = "nothing fills {b}")]
    fn what_nothing_fills_is_a_fault() {
        fill_placeholders("{a} {b}", &[("a", "1")]);
    }

    #[test]
    fn an_open_brace_is_kept() {
        assert_eq!(fill_placeholders("a { b", &[]), "a { b");
    }
}
