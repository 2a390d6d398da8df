//! What may kill is pinned: the words of every danger card, of every sign and of every sentence about safety stand in
//! `tests/pinned/words.toml` beside what they rest on and the day that was read.
//!
//! That file is kept by hand. Nothing writes it, and a commit that changes it changes nothing else. Nobody outside has
//! confirmed a line of it; the day somebody has, with a name, a line may say so, and this test is changed first.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::Deserialize;
use steadfast::plan::Plan;
use steadfast::prompt::{Plain, Prompter};
use steadfast::session::{Session, handle_danger};
use steadfast::words::{COUNTRIES, SOURCES, Words, fill_placeholders};

use super::{Sentence, languages, nothing};

/// One pinned sentence.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pin {
    says: String,
    rests_on: Vec<String>,
    read: String,
    confirmed_by: String,
}

/// By file, and by key in it.
type Pins = BTreeMap<String, BTreeMap<String, Pin>>;

fn pins() -> Pins {
    toml::from_str(include_str!("../pinned/words.toml")).unwrap()
}

/// What is pinned: a file, and the keys with everything below them; no keys, the whole file.
const PINNED: &[(&str, &[&str])] = &[
    ("danger", &["line", "signs_to_call", "leave_key", "card", "other"]),
    ("country/us", &[]),
    ("country/ca", &[]),
    ("country/gb", &[]),
    ("country/ie", &[]),
    ("country/au", &[]),
    ("country/nz", &[]),
    ("country/none", &[]),
    // R-06, R-36.
    ("disclaimers", &[]),
    ("checklist", &["emergency", "disclaimer", "signs_title", "unagreed"]),
    // R-05, R-15, and what is said after a yes.
    (
        "home",
        &[
            "gate",
            "reason",
            "suicide_after",
            "after_change",
            "harm_yes",
            "no_country",
        ],
    ),
    // R-13, R-15.
    (
        "safety",
        &[
            "q.safety.harm",
            "q.safety.suicide",
            "q.safety.means",
            "q.safety.naloxone",
        ],
    ),
    // R-09 to R-11, R-51.
    (
        "choices",
        &[
            "note.substance",
            "note.recent",
            "note.care",
            "note.naloxone",
            "note.means",
            "note.agrees.advised_against",
            "note.sign.sleepy",
            "note.medicine",
            "note.objection_kind.rather_dead",
            "note.boundary_kind.living_here",
            "note.boundary_kind.moving_out",
            "note.boundary_kind.phone",
        ],
    ),
    // R-09, R-11, R-56.
    (
        "options",
        &[
            "option_note.detox_program",
            "continues_warning",
            "q.treatment_options.medication_offered",
            "q.treatment_options.withdrawal_care",
        ],
    ),
    // R-25 to R-27.
    (
        "boundaries",
        &[
            "never_line",
            "never_withdraw",
            "kind.living_here.note",
            "kind.moving_out.note",
            "kind.phone.note",
        ],
    ),
    ("words", &["objection.rather_dead"]),
    (
        "day",
        &[
            "unagreed",
            "q.afterwards.tonight",
            "q.afterwards.naloxone_with",
            "q.afterwards.if_use_returns",
        ],
    ),
    // R-05, R-09 to R-11, R-13, R-15, R-25, R-51 to R-53, R-55.
    (
        "tasks",
        &[
            "task.naloxone",
            "task.learn_overdose_steps",
            "task.lost_tolerance",
            "task.do_not_stop_suddenly",
            "task.talk_to_professional_first",
            "task.lock_up",
            "task.lock_up_by_adult",
            "task.if_anyone_is_afraid",
            "task.if_talk_of_suicide",
            "task.ask_about_medicine",
            "task.before_detox",
            "task.check_boundaries",
            "task.carry_naloxone",
            "task.postpone_kindly",
            "task.if_there_is_a_wait",
            "task.medicine_goes_on",
            "task.offer_safety",
            "task.plan_first_day_out",
            "task.first_four_weeks",
            "task.if_use_returns",
        ],
    ),
    (
        "ready",
        &[
            "rule.gate_closed",
            "rule.date_not_agreed",
            "rule.stops_medicine",
            "rule.detox_alone",
            "rule.stopping_alone",
            "rule.young_housing",
            "rule.naloxone_missing",
            "rule.talk_first",
            "rule.withdrawal_care",
            "rule.housing_boundary",
            "rule.boundary_vital_help",
            "rule.nobody_tonight",
            "rule.no_medicine_option",
        ],
    ),
    ("pages/overdose", &["title", "none_yet", "tolerance"]),
    // Until morning, with no naloxone in the house, and for whoever uses alone.
    ("pages/tonight", &["watch", "for_you", "alone"]),
    ("pages/cards", &["unsafe_now", "calm"]),
];

/// A sentence that names a line for danger is pinned wherever it stands.
const LINES: &[&str] = &["{emergency}", "{suicide}", "{suicide_line}", "{violence}"];

fn is_pinned(sentence: &Sentence) -> bool {
    let below = |key: &&str| {
        let rest = sentence.key.strip_prefix(key);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    let (_, keys) = match PINNED.iter().find(|(file, _)| *file == sentence.file) {
        Some(row) => *row,
        None => ("", &["-"][..]),
    };
    let said = keys.is_empty() || keys.iter().any(below);
    // Which help lines stand on a card are ids, and no words.
    let is_id = sentence.file == "danger" && sentence.key.contains(".lines.");
    (said || LINES.iter().any(|line| sentence.text.contains(line))) && !is_id
}

/// The sentences of the program that are to be pinned, in English.
fn said() -> Vec<Sentence> {
    let (_, sentences) = languages().find(|(language, _)| *language == "en").unwrap();
    sentences.into_iter().filter(is_pinned).collect()
}

/// What is not as it is pinned, old and new side by side.
fn changed(pins: &Pins, said: &[Sentence]) -> Vec<String> {
    let pin = |file: &str, key: &str| pins.get(file).and_then(|keys| keys.get(key));
    let mut faults = Vec::new();
    for one in said {
        match pin(one.file, &one.key) {
            None => faults.push(format!("not pinned: {}", one.place())),
            Some(pin) if pin.says != one.text => faults.push(format!(
                "{}.toml {}\n  pinned: {}\n  now:    {}\n  rests on {}, read {}, confirmed by {}",
                one.file,
                one.key,
                pin.says,
                one.text,
                pin.rests_on.join(", "),
                pin.read,
                pin.confirmed_by
            )),
            Some(_) => {}
        }
    }
    for (file, keys) in pins {
        let gone = |key: &&String| !said.iter().any(|one| one.file == file && one.key == **key);
        faults.extend(
            keys.keys()
                .filter(gone)
                .map(|key| format!("nobody says any more: {file}.toml {key}")),
        );
    }
    faults
}

#[test]
fn every_word_that_may_kill_is_as_it_is_pinned() {
    nothing(changed(&pins(), &said()));
}

#[test]
fn a_changed_word_is_shown_beside_the_old_one() {
    let pins: Pins = toml::from_str(
        r#"
        [danger]
        one = { says = "Keep them on the phone.", rests_on = ["N15"], read = "2026-11", confirmed_by = "nobody yet" }
        two = { says = "Stay.", rests_on = ["D"], read = "2026-11", confirmed_by = "nobody yet" }
        "#,
    )
    .unwrap();
    let says = |key: &str, text: &str| Sentence {
        file: "danger",
        key: key.into(),
        text: text.into(),
    };
    let now = [says("one", "Hang up and wait."), says("three", "Call.")];
    let faults = changed(&pins, &now);
    assert_eq!(faults.len(), 3, "{faults:?}");
    for shown in [
        "danger.toml one",
        "Keep them on the phone.",
        "Hang up and wait.",
        "N15",
        "nobody yet",
    ] {
        assert!(faults[0].contains(shown), "{}", faults[0]);
    }
    assert!(faults[1].starts_with("not pinned: danger.toml three"), "{}", faults[1]);
    assert_eq!(faults[2], "nobody says any more: danger.toml two");
}

#[test]
fn every_pin_names_what_it_rests_on_and_nobody_has_confirmed_one_yet() {
    let sources: BTreeMap<String, toml::Value> = toml::from_str(SOURCES).unwrap();
    let mut faults = Vec::new();
    for (file, keys) in pins() {
        for (key, pin) in keys {
            // `D` is our own, drawn from what is beside it.
            let known = |code: &String| code == "D" || sources.contains_key(code);
            if pin.rests_on.is_empty() || !pin.rests_on.iter().all(known) {
                faults.push(format!("{file}.toml {key} rests on {:?}", pin.rests_on));
            }
            // A day, or the month where no more is known.
            let day = format!("{}-01", pin.read);
            if pin
                .read
                .parse::<NaiveDate>()
                .or_else(|_| day.parse::<NaiveDate>())
                .is_err()
            {
                faults.push(format!("{file}.toml {key} was read on {:?}", pin.read));
            }
            if pin.confirmed_by != "nobody yet" {
                faults.push(format!("{file}.toml {key} is confirmed by {:?}", pin.confirmed_by));
            }
        }
    }
    nothing(faults);
}

/// A card as it is drawn in plain lines, in one line of words.
fn drawn(country: &str, answer: &str, words: &Words) -> String {
    let phrases = words.ask;
    let mut shown = Vec::new();
    let typed = format!("{answer}\n\n");
    let mut prompter = Plain::new(typed.as_bytes(), &mut shown, phrases);
    let mut keep = |_: &mut Plan, _: &mut dyn Prompter| Ok(());
    let mut session = Session::new(&mut prompter, words, NaiveDate::default(), &mut keep);
    let plan = Plan {
        country: country.into(),
        ..Plan::default()
    };
    // What is typed ends behind the card; the question that comes again then finds nothing more.
    let _ = handle_danger(&plan, &mut session);
    let shown = String::from_utf8(shown).unwrap();
    shown.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_card_is_drawn_in_every_country_as_it_is_pinned() {
    let (pins, words) = (pins(), Words::load("en", None).unwrap());
    let answers = &words.danger.answer;
    let cards = [
        ("overdose", &answers.overdose),
        ("suicide", &answers.suicide),
        ("violence", &answers.violence),
        ("all", &answers.not_sure),
    ];
    let codes = COUNTRIES.iter().map(|(code, _)| *code).chain([""]);
    for (country, (card, answer)) in codes.flat_map(|code| cards.map(|card| (code, card))) {
        let file = if country.is_empty() { "none" } else { country };
        let own = &pins[&format!("country/{file}")];
        let lines = words.help_lines(country);
        let numbers =
            ["emergency", "suicide", "violence"].map(|id| (id, lines.fill_placeholders(&format!("{{{id}}}"), &words)));
        let pairs: Vec<(&str, &str)> = own
            .iter()
            .map(|(key, pin)| (key.as_str(), pin.says.as_str()))
            .chain(numbers.iter().map(|(id, number)| (*id, number.as_str())))
            .collect();
        let there = words.spoken_in(country);
        // Two words of the cards are spelled in another way elsewhere.
        let spelled = |said: String| match country {
            "us" | "" => said,
            _ => said.replace("gray", "grey").replace("color", "colour"),
        };
        let page = drawn(country, answer, there);
        let mut rest = page.as_str();
        for part in ["title", "top", "steps", "after"] {
            let key = format!("card.{card}.{part}");
            let below = |found: &str| found == key || found.starts_with(&format!("{key}."));
            let said = pins["danger"].iter().filter(|(found, _)| below(found));
            for (at, (found, pin)) in said.enumerate() {
                let said = spelled(fill_placeholders(&pin.says, &pairs));
                let said = if part == "steps" {
                    format!("{}. {said}", at + 1)
                } else {
                    said
                };
                let Some(place) = rest.find(&said) else {
                    panic!("{country} {found}: {said}\nis not drawn, or not in its place:\n{page}");
                };
                rest = &rest[place + said.len()..];
            }
        }
    }
}

#[test]
fn every_key_of_the_list_is_there() {
    let said: BTreeSet<(&str, String)> = said().into_iter().map(|one| (one.file, one.key)).collect();
    for (file, keys) in PINNED {
        for key in *keys {
            let there = said
                .iter()
                .any(|(found, at)| found == file && (at == key || at.starts_with(&format!("{key}."))));
            assert!(there, "{file}.toml has no {key}");
        }
    }
}
