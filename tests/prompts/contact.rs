//! Nobody is sent near another person without a condition: whoever is afraid reads the same sentence.

use super::{Sentence, languages, nothing};

/// What brings somebody near, as a family reads it.
const NEAR: &[&str] = &[
    "stay near",
    "stays near",
    "stay close",
    "stays close",
    "stay with {name}",
    "stays with {name}",
    "leave {name} alone",
    "leave somebody alone",
    "one of you stays",
    "one of you follows",
    "someone near",
    "somebody near",
    "in touch with {name}",
    "stay in touch",
    "check-in",
    "go there",
    "ask {name} to ",
    "ask {name},",
    "ask {name} what",
    "beside {name}",
    "be with {name}",
    "day you will ask again",
];

/// The conditions that make it safe to read.
const SAFE: &[&str] = &["if that is safe", "if it is safe"];

/// Where the words bring nobody near: what a letter asks for, what is said on the whole of a step, and the nurse.
const ELSEWHERE: &[(&str, &str)] = &[
    ("way", "intro"),
    ("words", "q.statements.ask.ask"),
    ("sources", "review.visit_3_afterwards"),
];

fn sends_near(sentence: &Sentence) -> bool {
    let said = sentence.text.to_lowercase();
    let near = NEAR.iter().any(|phrase| said.contains(phrase));
    let safe = SAFE.iter().any(|condition| said.contains(condition));
    let elsewhere = ELSEWHERE.contains(&(sentence.file, sentence.key.as_str()));
    near && !safe && !elsewhere
}

/// The danger cards say it once, at their top; the pages and the coach have laws of their own.
fn is_held(sentence: &Sentence) -> bool {
    let apart = ["danger", "coach"].contains(&sentence.file) || sentence.file.starts_with("pages/");
    // Labels are no advice.
    !apart && !["short", "what"].contains(&sentence.last_key())
}

// Holds R-52 (speaks)
#[test]
fn r_52_whatever_brings_somebody_near_is_said_with_its_condition() {
    let said = languages().flat_map(|(_, sentences)| sentences);
    let open = said.filter(|sentence| is_held(sentence) && sends_near(sentence));
    nothing(open.map(|sentence| sentence.place()).collect());
}

// Holds R-52 (silent)
#[test]
fn r_52_a_sentence_without_its_condition_is_seen() {
    let one = |text: &str| Sentence {
        file: "tasks",
        key: "task.x.text".into(),
        text: text.into(),
    };
    assert!(sends_near(&one("Stay near, with naloxone, for 4 weeks.")));
    assert!(sends_near(&one("Do not leave {name} alone.")));
    assert!(!sends_near(&one("Stay near if that is safe.")));
    assert!(!sends_near(&one("Ask a pharmacy near you.")));
}

/// What nobody found a source for, or what names a method that is not to be found.
#[test]
fn two_check_ins_a_day_and_a_method_nobody_found_are_named_nowhere() {
    let said = languages().flat_map(|(_, sentences)| sentences);
    let named = said.filter(|sentence| {
        let said = sentence.text.to_lowercase();
        ["check-ins a day", "craft-sp"].iter().any(|gone| said.contains(gone))
    });
    nothing(named.map(|sentence| sentence.place()).collect());
}
