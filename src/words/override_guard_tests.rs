use crate::readiness::{Level, rules};
use crate::words::{LANGUAGES, Words};

use super::*;

fn built_in(file: &str) -> &'static str {
    LANGUAGES[0].files.iter().find(|(name, _)| *name == file).unwrap().1
}

/// What is said of a copy in which `from` became `to`: key and fault.
fn told(file: &str, from: &str, to: &str) -> Option<(String, WordsFault)> {
    let folder = tempfile::tempdir().unwrap();
    let text = built_in(file);
    assert!(text.contains(from), "{file}.toml does not say {from}");
    let name = format!("{file}.toml");
    std::fs::write(folder.path().join(&name), text.replacen(from, to, 1)).unwrap();
    match Words::load("en", Some(folder.path())) {
        Ok(_) => None,
        Err(Error::Words { file, key, what, line }) => {
            assert_eq!(file.display().to_string(), name);
            assert!(line.is_some() || to.is_empty(), "{from}");
            Some((key.unwrap_or_default(), what))
        }
        Err(other) => panic!("{other}"),
    }
}

// Holds R-22 (silent)
#[test]
fn an_ordinary_sentence_may_change() {
    for (file, from, to) in [
        ("home", "Welcome back.", "Hello again."),
        ("help", "Exit codes", "How it ends"),
        (
            "day",
            "stop_word\"]\nshort = \"The stop word\"",
            "stop_word\"]\nshort = \"Our word\"",
        ),
        ("danger", "# Danger now", "# Our own remark, 1-800-555-0199"),
        (
            "help",
            "numbers of cards or insurance.\",\n",
            "\",\n \"A new line, steadfast plan FILE.\",\n",
        ),
        ("help", "Without a FILE, ", "Now: without a FILE, "),
        ("person", "title = \"", "title = \"Clean clothes, Al-Anon. "),
    ] {
        assert_eq!(told(file, from, to), None, "{from}");
    }
}

/// A file, what it says, what it would say, and the key that is blamed.
type Change = (&'static str, &'static str, &'static str, &'static str);

const COSTS_SAFETY: &[Change] = &[
    ("danger", "In an emergency call {emergency}.", "Call us.", "line"),
    (
        "danger",
        "\"emergency\", \"suicide\"]",
        "\"suicide\", \"emergency\"]",
        "card.suicide.lines",
    ),
    ("danger", "\"They have chest pain.\",", "", "signs_to_call"),
    (
        "disclaimers",
        "No one can promise what the answer will be.",
        "We promise that the answer will be yes.",
        "three",
    ),
    (
        "lines",
        "could not be confirmed, so check the one you need first",
        "are fine",
        "check_first",
    ),
    ("coach", "\"addict\", ", "", "rules.never"),
    ("home", "Someone was hurt", "Someone was cross", "reason.harm"),
    ("home", "This line is for you too: {suicide_line}.", "", "suicide_after"),
    (
        "home",
        "It is good that {name} is in treatment.",
        "Good.",
        "after_change.in_care",
    ),
    (
        "options",
        "Detox is a first step, not",
        "Detox is",
        "option_note.detox_program",
    ),
    ("options", "Stop here for a moment.", "Go on.", "continues_warning"),
    ("boundaries", "\"naloxone\",\n", "", "never_withdraw"),
    ("boundaries", "these stay: {list}.", "all is open.", "never_line"),
    (
        "checklist",
        "It is not medical or legal advice",
        "It is medical advice",
        "disclaimer",
    ),
    ("checklist", "Why: {why}", "Why not", "why"),
    (
        "choices",
        "Do not stop these suddenly",
        "Stop these",
        "note.substance.benzodiazepines",
    ),
    (
        "choices",
        "alcohol = \"Do not stop",
        "alcohol = \"Stop",
        "note.substance.alcohol",
    ),
    (
        "words",
        "Stop the meeting, and stay with",
        "Go on with",
        "objection.rather_dead.answer",
    ),
    (
        "tasks",
        "stay near if that is safe, and call {suicide}",
        "go on",
        "task.if_talk_of_suicide.text",
    ),
    (
        "tasks",
        "After a few days without using or without medicine, the usual amount can kill.",
        "After days without use, rest.",
        "task.lost_tolerance.text",
    ),
    (
        "tasks",
        "do not stop these suddenly without medical help",
        "stop these",
        "task.do_not_stop_suddenly.text",
    ),
    (
        "tasks",
        "Ask what comes the day detox ends, and if medicine continues.",
        "Go to detox.",
        "task.before_detox.text",
    ),
    (
        "tasks",
        "Plan the first day out: naloxone,",
        "Plan:",
        "task.plan_first_day_out.text",
    ),
    ("day", "not agreed with a professional yet", "agreed", "unagreed"),
    ("ready", "{level}: {what}", "{level}", "line"),
    (
        "call",
        "Listen: no one can promise that it will work.",
        "Listen.",
        "listen.treatment_options.length_of_program",
    ),
    (
        "ask",
        "danger = [\"!\", \"/danger\"]",
        "danger = [\"/danger\"]",
        "signs.danger",
    ),
    (
        "safety",
        "talked about wanting to die",
        "been sad",
        "q.safety.suicide.ask",
    ),
    ("choices", "[harm]\nno = \"No\"", "[harm]\nno = \"Yes\"", "harm.no"),
    (
        "choices",
        "[known]\nyes = \"Yes\"",
        "[known]\nyes = \"No\"",
        "known.yes",
    ),
];

#[test]
fn a_safety_sentence_stays_as_it_is() {
    for (file, from, to, key) in COSTS_SAFETY {
        let expected = (key.to_string(), WordsFault::Protected);
        assert_eq!(told(file, from, to), Some(expected), "{from}");
    }
}

// Holds R-22 (speaks)
#[test]
fn no_contact_is_added() {
    for contact in [
        "1-800-555-0199",
        "steadfast-help.example",
        "https://a.example/",
        "us@a.example",
        "1 800 GET HELP",
    ] {
        let said = format!("Welcome back. {contact}");
        let expected = ("neutral".to_string(), WordsFault::Contact);
        assert_eq!(told("home", "Welcome back.", &said), Some(expected), "{contact}");
    }
}

#[test]
fn no_word_that_hurts_is_added() {
    for (said, word) in [
        ("You and the ADDICTS.", "addict"),
        ("Tough\\nlove.", "tough love"),
        ("Hitting rock bottom.", "rock bottom"),
        ("Not a junkie.", "junkie"),
        ("You ad\u{200B}dict.", "addict"),
    ] {
        let what = WordsFault::Harmful { word: word.into() };
        assert_eq!(
            told("home", "Welcome back.", said),
            Some(("neutral".into(), what)),
            "{said}"
        );
    }
}

/// What the built-in sentence holds at the same key, the new one may hold.
// Holds R-22 (silent)
#[test]
fn what_stands_there_already_may_stay() {
    let words = Words::load("en", None).unwrap();
    let never = BannedWords::new(words.coach_rules());
    assert_eq!(
        find_addition("A habit, 1-800-555-0199.", "Habits: 1 800 555 0199", &never),
        None
    );
    assert_eq!(
        find_addition("A habit.", "A habit, a.example", &never),
        Some(WordsFault::Contact)
    );
    let what = WordsFault::Harmful { word: "liar".into() };
    assert_eq!(find_addition("A habit.", "A liar's habit.", &never), Some(what));
}

#[test]
fn every_rule_that_stops_a_plan_is_protected() {
    let (_, keys) = PROTECTED.iter().find(|(file, _)| *file == "ready").unwrap();
    for rule in rules().filter(|rule| rule.level == Level::Stop) {
        let key = ["rule", rule.rule.code()];
        assert!(keys.contains(&&key[..]), "{key:?}");
    }
}
