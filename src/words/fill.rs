//! Puts values into sentences.

/// Replaces each `{key}` of `pairs` in `sentence`. A value is never looked at for keys again.
pub fn fill_placeholders(sentence: &str, pairs: &[(&str, &str)]) -> String {
    let mut done = String::with_capacity(sentence.len());
    let mut rest = sentence;
    while let Some(open) = rest.find('{') {
        let Some(close) = rest[open..].find('}').map(|at| open + at) else {
            break;
        };
        let key = &rest[open + 1..close];
        done.push_str(&rest[..open]);
        match pairs.iter().find(|(known, _)| *known == key) {
            // "your loved one" begins a sentence too; every other value stands as it was typed.
            Some((_, value)) if key == "name" && begins_a_sentence(&done) => done.push_str(&capitalize(value)),
            Some((_, value)) => done.push_str(value),
            None => done.push_str(&rest[open..=close]),
        }
        rest = &rest[close + 1..];
    }
    done.push_str(rest);
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

    #[test]
    fn a_value_is_never_filled_again() {
        assert_eq!(
            fill_placeholders("{a} and {b}, {c}", &[("a", "{b}"), ("b", "2")]),
            "{b} and 2, {c}"
        );
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
    fn an_open_brace_is_kept() {
        assert_eq!(fill_placeholders("a { b", &[]), "a { b");
    }
}
