//! Words that were ours once and are no longer, nowhere: not in what a clinician confirms either, which `voice.rs` sets
//! aside. A fact that keeps its meaning is said in the words of today.

use super::{Sentence, languages, nothing};

/// What is no longer said, beside what is said in its place.
const OLD: &[(&str, &str)] = &[
    ("somebody", "someone"),
    ("anybody", "anyone"),
    ("everybody", "everyone"),
    ("whom", "who"),
    ("help line", "helpline"),
    ("help lines", "helplines"),
    ("medication", "medicine"),
    ("calming pills", "benzos or sleeping pills"),
    ("going without", "withdrawal"),
    ("days without", "a few days without using"),
    ("old amount", "the usual amount"),
    ("take less", "cannot handle as much"),
    ("bear less", "cannot handle as much"),
    ("breathe badly", "are not breathing well"),
    ("the breath is", "their breathing is"),
    ("time of danger", "dangerous"),
    ("time of most danger", "the most dangerous"),
    ("goes on", "continues"),
    ("go along", "go with"),
    ("use returns", "uses again"),
    ("in care", "in treatment"),
    ("store of pills", "supply of pills"),
    ("a yes", "if {name} says yes"),
    ("a no", "if the answer is no"),
    ("naloxone near", "keep naloxone near"),
    ("tick", "choose"),
    ("we do not", "the program is never we"),
];

/// What a family types, and how it is heard.
fn is_typed(sentence: &Sentence) -> bool {
    let typed = ["heard.", "everyday.", "start_heard.", "rules.", "signs."];
    typed.iter().any(|table| sentence.key.starts_with(table)) && !sentence.key.starts_with("heard.said.")
}

fn faults(sentence: &Sentence) -> Vec<String> {
    // These are said in full: "keep naloxone near", "days without using" or without one drug by its name.
    let full = [
        "keep naloxone near",
        "with naloxone near",
        "days without using",
        "days without opioids",
        "days without alcohol",
    ];
    let text = full
        .iter()
        .fold(sentence.text.to_lowercase(), |text, whole| text.replace(whole, ""));
    let words: Vec<&str> = text
        .split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '-' && c != '{' && c != '}')
        .filter(|word| !word.is_empty())
        .collect();
    let said = format!(" {} ", words.join(" "));
    let old = OLD.iter().filter(|(old, _)| said.contains(&format!(" {old} ")));
    old.map(|(old, now)| format!("\"{old}\", say: {now}: {}", sentence.place()))
        .collect()
}

#[test]
fn nothing_is_said_in_words_that_are_no_longer_ours() {
    let english = languages().filter(|(language, _)| *language == "en");
    let said = english.flat_map(|(_, sentences)| sentences).filter(|it| !is_typed(it));
    nothing(said.flat_map(|it| faults(&it)).collect());
}

#[test]
fn an_old_word_is_seen() {
    let found = |text: &str| {
        let sentence = Sentence {
            file: "danger",
            key: "card.overdose.title".into(),
            text: text.into(),
        };
        faults(&sentence).len()
    };
    assert_eq!(
        found("They will not wake, or breathe badly. Somebody stays, naloxone near."),
        3
    );
    assert_eq!(found("After a few days without, or a yes, the medicine goes on."), 3);
    assert_eq!(found("Keep naloxone near after a few days without using."), 0);
}
