//! The shape of what is said, in the files that are done: a why is a reason, rows and labels are no sentences, and what
//! runs on reads as somebody speaks, neither in gasps nor in one breath too long.

use super::voice::{done, ours};
use super::{Sentence, nothing};

/// Whom or what a reason may be about: a general saying names none of them.
const ABOUT: &[&str] = &[
    "you", "your", "you're", "you'll", "you've", "it", "it's", "they", "they're", "they'll", "them", "their", "this",
    "that",
];

/// Reasons that are a bare fact of safety, or one of the few sayings that stay (one is enough on a page).
const FACTS: &[(&str, &str)] = &[
    ("options", "q.treatment_options.takes_under_18.why"),
    ("options", "q.treatment_options.medicine_at_first_visit.why"),
    ("professional", "q.professionals.licence_checked.why"),
    ("tasks", "task.call_professional.why"),
];

/// True if the last sentence of a why is long enough for a reason, or names somebody or something.
fn is_a_reason(why: &str) -> bool {
    let last = why.trim_end_matches('.').rsplit(". ").next().unwrap_or(why);
    let words: Vec<String> = last
        .split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase())
        .collect();
    let names = last.contains('{') || last.contains(|c: char| c.is_ascii_digit());
    names || words.len() >= 9 || words.iter().any(|word| ABOUT.contains(&word.as_str()))
}

#[test]
fn a_why_is_a_reason_or_is_left_out() {
    let mut found = Vec::new();
    for sentence in done().flat_map(ours).filter(|it| it.last_key() == "why") {
        let fact = FACTS.contains(&(sentence.file, sentence.key.as_str()));
        // What is still missing says what to do about it, and "Why" heads a column.
        let advice = matches!(sentence.file, "ready" | "sheet");
        if !advice && !fact && !sentence.text.is_empty() && !is_a_reason(&sentence.text) {
            found.push(sentence.place());
        }
    }
    nothing(found);
    assert!(!is_a_reason("On paper, love finds its words."));
    assert!(is_a_reason("You'll be glad to have it in your hand that day."));
    assert!(is_a_reason("It can kill. Four weeks is what {name} has."));
}

/// A row, a label or a title: it names a thing and ends without a full stop.
fn is_a_row(sentence: &Sentence) -> bool {
    let key = sentence.key.as_str();
    let set = sentence.file == "choices" && !key.starts_with("note.") && !key.starts_with("objection_kind.");
    let label = key.starts_with("q.") && sentence.last_key() == "short";
    set || label || key.starts_with("rows.") || sentence.last_key() == "title"
}

#[test]
fn a_row_and_a_label_have_no_full_stop() {
    let ends = |it: &Sentence| it.text.ends_with('.') && !it.text.ends_with("...");
    let found = done().flat_map(ours).filter(|it| is_a_row(it) && ends(it));
    // The page of ten minutes begins with a sentence.
    let found = found.filter(|it| it.file != "pages/tonight");
    nothing(found.map(|it| it.place()).collect());
}

/// Running text: long enough to be read as such. A sentence in quotes is a sentence too.
fn sentences_of(text: &str) -> Vec<usize> {
    let pieces = text.split_inclusive(". ").flat_map(|piece| piece.split_inclusive("? "));
    pieces
        .map(|piece| piece.split_whitespace().count())
        .filter(|words| *words > 0)
        .collect()
}

const RUNNING: usize = 18;

/// How running text reads: words a sentence, and how many of a hundred sentences are short.
fn rhythm<'a>(texts: impl Iterator<Item = &'a str>) -> (f64, usize, usize) {
    let running = texts.filter(|text| text.split_whitespace().count() >= RUNNING);
    let sentences: Vec<usize> = running.flat_map(sentences_of).collect();
    let short = sentences.iter().filter(|words| **words < 8).count();
    let words: usize = sentences.iter().sum();
    (
        words as f64 / sentences.len().max(1) as f64,
        short * 100 / sentences.len().max(1),
        sentences.len(),
    )
}

/// Files in which a word is a command, a sign or a passphrase: short there is clear.
const IN_STEPS: &[&str] = &["ask", "keeping", "faults", "sources", "calendar"];

#[test]
fn what_runs_on_has_the_rhythm_of_speech() {
    let mut found = Vec::new();
    let mut all: Vec<Sentence> = Vec::new();
    for file in done().filter(|file| !IN_STEPS.contains(file)) {
        let said = ours(file);
        let (average, short, sentences) = rhythm(said.iter().map(|it| it.text.as_str()));
        if sentences >= 10 && !(9.0..=15.0).contains(&average) {
            found.push(format!(
                "{file}: {average:.1} words a sentence, {short} of 100 are short"
            ));
        }
        all.extend(said);
    }
    let (average, short, _) = rhythm(all.iter().map(|it| it.text.as_str()));
    if !(10.0..=15.0).contains(&average) || short > 30 {
        found.push(format!(
            "everything: {average:.1} words a sentence, {short} of 100 are short"
        ));
    }
    nothing(found);
    let gasps = "It is late. You are tired. So rest. Then go. Do not run. Wait for them. Ask once. Then stop.";
    let (average, short, _) = rhythm([gasps].into_iter());
    assert!(average < 4.0 && short == 100, "{average} {short}");
}
