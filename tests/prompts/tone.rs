//! No "please", no "sorry", no "invalid", no exclamation mark, no percent sign.

use super::harm::words_of;
use super::{Sentence, languages, nothing};

/// The one sentence that keeps its "Please" (R-25, word for word).
const HOUSING: &str = "Please talk with a professional before you set this one.";

/// Files where `!` stands alone, as the sign for danger.
const SIGN: &[&str] = &["ask", "engine", "help"];

fn faults(sentence: &Sentence) -> Vec<&'static str> {
    let mut text = sentence.text.clone();
    if sentence.file == "boundaries" {
        text = text.replace(HOUSING, "");
    }
    let words = words_of(&text);
    let mut faults: Vec<&str> = ["please", "sorry", "invalid"]
        .into_iter()
        .filter(|word| words.iter().any(|said| said == word))
        .collect();
    let sign = SIGN.contains(&sentence.file);
    if text
        .split_whitespace()
        .any(|word| word.contains('!') && !(sign && word == "!"))
        && !(sentence.file == "ask" && sentence.key.starts_with("signs."))
    {
        faults.push("an exclamation mark");
    }
    if text.contains('%') {
        faults.push("a percent sign");
    }
    faults
}

#[test]
fn nobody_is_begged_blamed_or_shouted_at() {
    let mut found = Vec::new();
    for (language, sentences) in languages() {
        for sentence in sentences {
            found.extend(
                faults(&sentence)
                    .iter()
                    .map(|fault| format!("{language}: {fault}: {}", sentence.place())),
            );
        }
    }
    nothing(found);
}

#[test]
fn the_housing_sentence_keeps_its_words() {
    for (_, sentences) in languages().filter(|(language, _)| *language == "en") {
        let said = sentences.iter().filter(|sentence| sentence.text.contains(HOUSING));
        assert_eq!(said.count(), 2, "R-25 stands with living_here and moving_out");
    }
}

// Holds R-08
#[test]
fn what_is_not_allowed_is_seen() {
    let said = |file, text: &str| {
        faults(&Sentence {
            file,
            key: "a".into(),
            text: text.into(),
        })
        .len()
    };
    assert_eq!(said("home", "Well done! Please go on."), 2);
    assert_eq!(said("engine", "Type ! for help, or wait!"), 1);
    assert_eq!(said("help", "Sorry, 50% is INVALID"), 3);
    assert_eq!(said("engine", "Type ! for danger now."), 0);
}
