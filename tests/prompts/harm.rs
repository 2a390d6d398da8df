//! The words that harm never stand in our own sentences, nor in the example a family reads.

use std::collections::BTreeSet;

use steadfast::coach::BannedWords;
use steadfast::words::Words;

use super::{languages, nothing, of_countries};

/// Terms that are never ours, in all their forms. The numbers are those of design#words; a row that a shorter term
/// already covers ("drug addict", "former addict") stands with it.
const NEVER: &[&str] = &[
    // 1, 2, 10, 11, 19, 47, 55
    "addict",
    "crack baby",
    "born addicted",
    // 3
    "user",
    // 4
    "junkie",
    "junky",
    // 5, 6, 7
    "abuser",
    "abuse",
    // 8, 9
    "alcoholic",
    "drunk",
    "drunkard",
    "wino",
    "lush",
    // 12 to 16
    "clean",
    "dirty",
    // 17
    "habit",
    // 20
    "opioid substitution",
    "substitution therapy",
    "replacement therapy",
    // 22
    "trading one addiction",
    "crutch",
    "still hooked",
    // 25, 26
    "relapse is part of recovery",
    "fell off the wagon",
    "fall off the wagon",
    // 27, 28
    "rock bottom",
    "hit bottom",
    "tough love",
    // 30, 31, 32
    "codependent",
    "codependency",
    "co dependent",
    "co dependency",
    "confront",
    "confrontation",
    "confrontational",
    "ultimatum",
    // 35, 36, 37
    "denial",
    "manipulative",
    "liar",
    "con",
    "drug seeking",
    "drug seeker",
    // 38, 39
    "non compliant",
    "noncompliant",
    "refuse treatment",
    "unmotivated",
    "resistant",
    "failed treatment",
    "treatment failure",
    "failed intervention",
    // 41
    "strung out",
    "tweak",
    "smacked out",
    // 43
    "shoot up",
    "shot up",
    "mainline",
    // 45
    "tweaker",
    "crackhead",
    "pothead",
    "pillhead",
    "dope fiend",
    "stoner",
    // 52
    "commit suicide",
    "successful suicide",
    "failed suicide",
    // 53
    "crazy",
    "psycho",
    "mentally ill",
    // 56
    "vice",
    "weakness",
    "moral failing",
    "willpower",
    "will power",
];

/// Terms that are meant in this one form: "slipped" is, "a slip of paper" is not (26, 41).
const AS_IS: &[&str] = &["slipped", "wasted"];

/// Proper names and contexts in which such a word may stand (R-31, and the rows marked c).
const ALLOWED: &[&str] = &[
    "substance abuse and mental health services administration",
    "national institute on drug abuse",
    "national institute on alcohol abuse and alcoholism",
    "alcoholics anonymous",
    "narcotics anonymous",
    "nar anon",
    "al anon",
    "families anonymous",
    "adult children of alcoholics",
    "get your loved one sober",
    "partnership to end addiction",
    "domestic abuse",
    "domestic and sexual abuse helpline",
    "child abuse",
    "elder abuse",
    "clean clothes",
    "clean home",
    "dirty clothes",
];

/// The words of a text, small, without signs and without a final 's.
pub fn words_of(text: &str) -> Vec<String> {
    text.to_lowercase()
        .replace('\u{2019}', "'")
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .map(|word| word.trim_matches('\''))
        .map(|word| word.strip_suffix("'s").unwrap_or(word).to_string())
        .filter(|word| !word.is_empty())
        .collect()
}

/// A word with its plural, -ing and -ed forms.
fn forms(word: &str) -> BTreeSet<String> {
    let mut forms: BTreeSet<String> = ["", "s", "es", "ed", "d", "ing"]
        .iter()
        .map(|end| format!("{word}{end}"))
        .collect();
    if let Some(stem) = word.strip_suffix('e') {
        forms.insert(format!("{stem}ing"));
    }
    if let Some(stem) = word.strip_suffix('y') {
        forms.extend([format!("{stem}ies"), format!("{stem}ied")]);
    }
    if let Some(last) = word.chars().last() {
        forms.extend([format!("{word}{last}ed"), format!("{word}{last}ing")]);
    }
    forms
}

/// The terms that stand in a text, outside of the names and contexts that are allowed.
fn harmful(text: &str) -> Vec<&'static str> {
    let mut words = words_of(text);
    for name in ALLOWED {
        let name: Vec<&str> = name.split(' ').collect();
        while let Some(at) = words.windows(name.len()).position(|said| said == name) {
            // A mark in its place keeps the words around it from meeting.
            words.splice(at..at + name.len(), [String::from("-")]);
        }
    }
    let stands = |term: &&&str, bend: bool| {
        let parts: Vec<BTreeSet<String>> = term
            .split(' ')
            .map(|part| {
                if bend {
                    forms(part)
                } else {
                    BTreeSet::from([part.to_string()])
                }
            })
            .collect();
        words
            .windows(parts.len())
            .any(|said| said.iter().zip(&parts).all(|(word, part)| part.contains(word)))
    };
    let bent = NEVER.iter().filter(|term| stands(term, true));
    let as_is = AS_IS.iter().filter(|term| stands(term, false));
    bent.chain(as_is).copied().collect()
}

#[test]
fn no_harmful_word_stands_in_a_prompt() {
    let mut faults = Vec::new();
    for (language, sentences) in languages() {
        for sentence in sentences.iter().chain(&of_countries()) {
            let found = harmful(&sentence.text);
            if !found.is_empty() {
                faults.push(format!("{language}: {found:?}: {}", sentence.place()));
            }
        }
    }
    nothing(faults);
}

#[test]
fn no_harmful_word_stands_in_the_example() {
    let example = include_str!("../../prompts/en/example.json");
    let faults = example.lines().filter(|line| !harmful(line).is_empty());
    nothing(faults.map(str::to_string).collect());
}

// Holds R-31 (speaks)
#[test]
fn each_term_is_found_in_all_its_forms() {
    for term in NEVER.iter().chain(AS_IS) {
        assert!(
            harmful(&format!("One, {}.", term.to_uppercase())).contains(term),
            "{term}"
        );
    }
    for said in [
        "an ADDICT's home",
        "two addicts",
        "abusing it",
        "abused it",
        "drug-seeking",
        "non-compliant",
        "stay clean",
        "hitting bottom",
        "he conned us",
        "ex-addict",
        "they committed suicide",
        "a vice",
        "drug users",
        "in denial",
        "confronted",
        "bad habits",
        "shooting up",
    ] {
        assert!(!harmful(said).is_empty(), "{said}");
    }
}

/// What refuses a private copy of the words is a list of the language: nothing that is held here is missing there.
#[test]
fn the_list_that_holds_private_words_covers_every_term_in_all_its_forms() {
    let words = Words::load("en", None).unwrap();
    let never = BannedWords::new(words.coach_rules());
    let mut faults = Vec::new();
    let mut hold = |said: &str, term: &str| {
        if !never.find(said).contains(&term) {
            faults.push(format!("{term}: {said}"));
        }
    };
    for term in NEVER {
        hold(term, term);
        let (first, last) = term.rsplit_once(' ').map_or(("", *term), |(first, last)| (first, last));
        for form in forms(last).iter().filter(|form| !doubled(last, form)) {
            hold(&format!("One, {first} {}.", form.to_uppercase()), term);
        }
    }
    for term in AS_IS {
        hold(term, term);
    }
    nothing(faults);
}

/// The last letter stands twice, and is none that English writes twice.
fn doubled(word: &str, form: &str) -> bool {
    let last = word.chars().last().unwrap();
    !matches!(last, 'n' | 't') && form.starts_with(&format!("{word}{last}"))
}

// Holds R-31 (silent)
#[test]
fn names_and_plain_words_are_left_alone() {
    for said in [
        "Alcoholics Anonymous",
        "domestic abuse and child abuse",
        "Substance Abuse and Mental Health Services Administration",
        "clean clothes",
        "addiction medicine",
        "a slip of paper",
        "they use heroin",
        "consent and control",
        "advice",
        "sober living home",
    ] {
        assert!(harmful(said).is_empty(), "{said}: {:?}", harmful(said));
    }
}
