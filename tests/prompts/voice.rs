//! One voice: what of the way of speaking a machine can hold, in the files that were rewritten in it. The words that are
//! pinned or protected stay as they are until a clinician has read the new ones, so they are set aside here.

use toml::Value;

use super::harm::words_of;
use super::{Sentence, nothing};

/// The files that are written in the one voice.
const DONE: &[&str] = &[
    "start",
    "who",
    "safety",
    "person",
    "professional",
    "way",
    "attendees",
    "options",
    "choices",
    "review",
    "gain",
    "tasks",
    "boundaries",
    "words",
    "day",
    "checklist",
    "calendar",
    "ready",
    "keeping",
    "lock",
    "faults",
    "commands",
    "sheet",
    "sources",
    "home",
    "call",
    "engine",
    "ask",
    "help",
    "coach",
    "pages/brief",
    "pages/calls",
    "pages/cards",
    "pages/chair",
    "pages/driver",
    "pages/home",
    "pages/letter",
    "pages/talk",
    "pages/plan",
    "pages/offer",
    "pages/clinic",
    "pages/supervision",
    "pages/overdose",
    "pages/person",
    "pages/after",
    "pages/weeks",
    "pages/tonight",
];

/// Files that keep their full forms throughout, since a *not* there must not be lost.
const CAREFUL: &[&str] = &["safety"];

/// Files in which the program says what is so and what to do: no *n't*.
const MACHINE: &[&str] = &["faults", "commands", "help", "keeping", "lock", "sheet", "calendar"];

/// Words and turns that are never ours, beside what is said in their place.
const NEVER_SAID: &[(&str, &str)] = &[
    ("somebody", "someone"),
    ("anybody", "anyone"),
    ("everybody", "everyone"),
    ("nobody", "no one"),
    ("whom", "who"),
    ("who of you", "which of you"),
    ("who of us", "which of us"),
    ("at once", "right away"),
    ("are you sure", "what goes, and what stays out of reach"),
    ("thank you", "nothing"),
    ("leave it open", "skip, or nothing"),
    ("leave this open", "skip, or nothing"),
    ("can stay open", "skip, or nothing"),
    ("comes closest", "the closest one"),
    ("any more", "no longer"),
    ("meanwhile", "during that time"),
    ("advert", "ad"),
    ("licence", "license"),
    ("perhaps", "maybe"),
    ("tick", "choose"),
    ("ticked", "chosen"),
    ("must", "have to"),
    ("e-mail", "email"),
    ("help line", "helpline"),
    ("help lines", "helplines"),
    ("medication", "medicine"),
    ("expert", "professional"),
    ("helper", "professional"),
    ("going without", "withdrawal"),
    ("days without", "a few days without using"),
    ("old amount", "the usual amount"),
    ("time of danger", "most dangerous"),
    ("time of most danger", "most dangerous"),
    ("goes on", "continues"),
    ("go on", "continue"),
    ("safety person", "whoever carries naloxone"),
    ("a yes", "if {name} says yes"),
    ("a no", "if the answer is no"),
    ("we put", "this is asked"),
    ("it'll", "it will"),
    ("there'll", "there will"),
    ("who'll", "who will"),
    ("should've", "should have"),
    ("might've", "might have"),
    ("please", "nothing"),
    ("sorry", "nothing"),
    ("sees to it", "makes it happen"),
    ("nothing of it", "it is not here"),
    ("big letters", "capital letters"),
    ("leave it away", "leave it out"),
    ("go along", "go with"),
    ("goes along", "goes with"),
    ("bring along", "bring"),
    ("calming pills", "benzos"),
    ("calming or sleep pills", "benzos or sleeping pills"),
    ("breathes badly", "barely breathing"),
    ("take less", "cannot handle as much"),
    ("danger of", "risk of"),
    ("most danger", "most dangerous"),
    ("versions before", "earlier versions"),
    ("far you are", "where things stand"),
    ("another way", "a different way"),
    ("the one who", "whoever"),
    ("is to be", "has to be, will be"),
    ("usb stick", "USB drive"),
    ("we could not", "the program is never we"),
    ("we cannot", "the program is never we"),
    ("we do not know", "the program is never we"),
];

/// What a question never begins with: one asks "what day", not "on which day".
const BEFORE_A_QUESTION: &[&str] = &[
    "on which",
    "in which",
    "at which",
    "from which",
    "until which",
    "for whom",
    "to whom",
];

/// Ends of words that stand for a *not* or a verb.
const CONTRACTED: &[&str] = &["n't", "'re", "'ve", "'ll", "'m", "'d"];

/// Words that may carry 's for *is* (of a name it is the possessive).
const IS: &[&str] = &["it's", "that's", "there's", "here's", "what's", "who's", "let's"];

/// What is wrong with the way a sentence speaks.
fn faults(sentence: &Sentence) -> Vec<String> {
    let mut found = Vec::new();
    let text = &sentence.text;
    if text.contains([';', '—', '–']) || is_shouted(text) {
        found.push("a semicolon, a dash or an exclamation mark".to_string());
    }
    let quoteless = without_quotes(text);
    let said = format!(" {} ", spoken(&quoteless));
    // Within a longer turn they are what one says.
    let said = said.replace(" days without using ", " ").replace(" all at once ", " ");
    for (never, instead) in NEVER_SAID {
        if said.contains(&format!(" {never} ")) {
            found.push(format!("\"{never}\", say: {instead}"));
        }
    }
    if BEFORE_A_QUESTION
        .iter()
        .any(|start| said.trim_start().starts_with(start))
    {
        found.push("a preposition before the question".into());
    }
    if serial_comma(text) {
        found.push("a comma before the last of a list".into());
    }
    if text
        .split('}')
        .skip(1)
        .any(|after| after.starts_with("'s ") && is_not_owned(after))
    {
        found.push("'s for *is* on a name".into());
    }
    if MACHINE.contains(&sentence.file) && spoken(&quoteless).split(' ').any(|word| word.ends_with("n't")) {
        found.push("*n't* where the program says what is so".into());
    }
    if text.contains(": {name}") {
        found.push("a name after a colon has no large letter".into());
    }
    if asks_in_pieces(&quoteless) {
        found.push("a piece of a sentence with a question mark".into());
    }
    if small_weekday(text) {
        found.push("a weekday without its capital".into());
    }
    if contracted(&quoteless) > 0 && CAREFUL.contains(&sentence.file) {
        found.push("a contraction where every *not* is spelled out".into());
    }
    if quoteless
        .split_inclusive(['.', '?'])
        .any(|one| one.trim_start().starts_with("Don't "))
    {
        found.push("a *not* that forbids is said in full".into());
    }
    if sentence.last_key() == "why" && said.trim_start().starts_with("then ") {
        found.push("a why that begins with *then*".into());
    }
    found
}

/// An exclamation mark after a word. Alone it is the sign for danger.
fn is_shouted(text: &str) -> bool {
    text.split('!')
        .rev()
        .skip(1)
        .any(|before| before.ends_with(char::is_alphanumeric))
}

/// "Hard to wake? Call ...": what one would say is "If they are hard to wake, call ...".
fn asks_in_pieces(text: &str) -> bool {
    let pieces = text
        .split_inclusive(['.', '?', ':'])
        .filter(|piece| piece.ends_with('?'));
    let mut first = pieces.filter_map(|piece| piece.split_whitespace().next());
    first.any(|word| ["No", "Not", "Hard", "Still", "Afraid"].contains(&word))
}

fn small_weekday(text: &str) -> bool {
    let weekday = |word: &&str| {
        let start = word.strip_suffix("day").or(word.strip_suffix("days"));
        start.is_some_and(|start| ["mon", "tues", "wednes", "thurs", "fri", "satur", "sun"].contains(&start))
    };
    text.split(|c: char| !c.is_alphabetic()).any(|word| weekday(&word))
}

/// The small words of a text with one space between. A placeholder stays a word of its own, so no turn runs through it.
fn spoken(text: &str) -> String {
    text.to_lowercase()
        .replace('\u{2019}', "'")
        .split(|c: char| c.is_whitespace() || ".,:;?!\"()".contains(c))
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// The text without what is quoted in it: that is in somebody else's mouth, or the name of a row.
fn without_quotes(text: &str) -> String {
    text.split('"').step_by(2).collect::<Vec<_>>().join(" ")
}

/// The contracted words of a text.
fn contracted(text: &str) -> usize {
    let is = |word: &&str| CONTRACTED.iter().any(|end| word.ends_with(end)) || IS.contains(word);
    spoken(text).split(' ').filter(is).count()
}

/// Single words in a row: "a clinic, hospital, or school". Whole clauses keep their comma.
fn serial_comma(text: &str) -> bool {
    let pieces: Vec<&str> = text.split(", ").collect();
    pieces.windows(3).any(|three| {
        let short = |piece: &str| words_of(piece).len() == 1 && !piece.contains(['.', '?', ':']);
        let last = three[2].strip_prefix("and ").or_else(|| three[2].strip_prefix("or "));
        short(three[1])
            && last.is_some_and(|last| words_of(last.split(['.', '?', ':']).next().unwrap_or(last)).len() == 1)
    })
}

/// After a name's 's stands what *is* takes: "{name}'s going".
fn is_not_owned(after: &str) -> bool {
    let after = spoken(&after[3..]);
    let next = after.split(' ').next().unwrap_or_default();
    ["a", "the", "not", "in", "at", "here", "there", "too"].contains(&next) || next.ends_with("ing")
}

/// The keys whose wording is not ours to change: each that is marked or pinned, with all that is under it.
fn set_aside(file: &str) -> Vec<String> {
    let pins: toml::Table = include_str!("../pinned/words.toml").parse().unwrap();
    let of_file = pins.get(file).and_then(Value::as_table);
    let pinned = of_file.into_iter().flat_map(|of_file| of_file.keys().cloned());
    protected(file).into_iter().chain(pinned).collect()
}

fn is_under(sentence: &Sentence, aside: &[String]) -> bool {
    let key = &sentence.key;
    aside
        .iter()
        .any(|table| key == table || key.starts_with(&format!("{table}.")))
}

/// What the marks of a file cover: the table, or the one line, that stands under each.
fn protected(file: &str) -> Vec<String> {
    let (mut found, mut table, mut marked) = (Vec::new(), String::new(), false);
    for line in english(file).lines() {
        if line.starts_with("# protected") {
            marked = true;
            continue;
        }
        let under = if let Some(head) = line.strip_prefix('[') {
            table = head.trim_end_matches(']').replace('"', "");
            table.clone()
        } else if let Some((key, _)) = line.split_once(" = ").filter(|_| !line.starts_with('#')) {
            let key = key.trim_matches('"');
            if table.is_empty() {
                key.to_string()
            } else {
                format!("{table}.{key}")
            }
        } else {
            continue;
        };
        if marked {
            found.push(under);
            marked = false;
        }
    }
    found
}

fn english(file: &str) -> &'static str {
    let english = steadfast::words::LANGUAGES
        .iter()
        .find(|language| language.code == "en")
        .unwrap();
    english.files.iter().find(|(name, _)| *name == file).unwrap().1
}

/// Words that are not ours to choose: word for word, and what a family types, says or is heard to say.
fn word_for_word(sentence: &Sentence) -> bool {
    let key = sentence.key.as_str();
    let typed = ["start_heard.", "everyday.", "signs.", "shrugs.", "nobody."];
    let exact = [
        ("who", "at_work"),
        ("coach", "hint.housing.say"),
        ("coach", "hint.housing.better"),
        // As on the cards, where it is pinned.
        ("ask", "enter_goes_on"),
        ("ask", "page_keys"),
        ("ask", "not_ticked"),
    ];
    key.ends_with(".start") || typed.iter().any(|table| key.starts_with(table)) || exact.contains(&(sentence.file, key))
}

/// What of a file is ours to word: without what is set aside, and without the rules of the coach.
pub fn ours(file: &'static str) -> Vec<Sentence> {
    let (mut said, aside) = (super::sentences(file, english(file)), set_aside(file));
    said.retain(|it| !it.key.starts_with("rules.") && !is_under(it, &aside) && !word_for_word(it));
    said
}

/// The files that are done.
pub fn done() -> impl Iterator<Item = &'static str> {
    DONE.iter().copied()
}

#[test]
fn the_files_that_are_done_speak_in_one_voice() {
    let faults = |sentence: Sentence| {
        let place = sentence.place();
        faults(&sentence)
            .into_iter()
            .map(move |fault| format!("{fault}: {place}"))
    };
    nothing(done().flat_map(ours).flat_map(faults).collect());
}

#[test]
fn what_is_set_aside_is_no_more_than_the_marks_cover() {
    for (file, key, aside) in [
        ("options", "q.treatment_options.medication_offered.why", true),
        ("options", "q.treatment_options.soonest_start.why", false),
        ("options", "option_note.detox_program", true),
        ("options", "option_note.treatment_center_residential", false),
        ("choices", "note.sign.sleepy", true),
        ("choices", "relation.child", false),
        ("safety", "q.safety.harm.ask", true),
        ("safety", "q.safety.keep.ask", false),
    ] {
        let sentence = Sentence {
            file,
            key: key.into(),
            text: String::new(),
        };
        assert_eq!(is_under(&sentence, &set_aside(file)), aside, "{file} {key}");
    }
}

#[test]
fn another_voice_is_heard() {
    let said = |file, key: &str, text: &str| {
        faults(&Sentence {
            file,
            key: key.into(),
            text: text.into(),
        })
        .len()
    };
    assert_eq!(said("who", "ask", "Whom do you know; is it somebody near?"), 3);
    assert_eq!(said("who", "ask", "On which day is it?"), 1);
    assert_eq!(said("who", "why", "Then nothing gets lost."), 1);
    assert_eq!(
        said("who", "help", "You can leave this open. Tick them, if you must."),
        3
    );
    assert_eq!(said("who", "help", "Ask a doctor, nurse, or counselor."), 1);
    assert_eq!(said("who", "help", "If {name}'s going, call at once!"), 3);
    assert_eq!(said("who", "help", "You don't have to. Don't stop it."), 1);
    assert_eq!(said("safety", "help", "It's where they don't look."), 1);
    assert_eq!(said("faults", "gone", "It's gone, and it wasn't written."), 1);
    assert_eq!(said("faults", "gone", "It is gone. Say \"it isn't\"."), 0);
    assert_eq!(said("who", "help", "Hard to wake? Ask: {name}, on friday."), 3);
    assert_eq!(
        said("who", "help", "It's {name}'s room, and you don't have to say \"a no\"."),
        0
    );
    assert_eq!(
        said(
            "safety",
            "help",
            "{name}'s own things are not there, and they stay, if that is safe."
        ),
        0
    );
}
