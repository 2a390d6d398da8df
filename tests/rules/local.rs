//! Each page reads as if it was written in its country: no word of another country stands on it, and every row still fits.

use steadfast::plan::{Answer, Field, Pays, Plan};
use steadfast::prompt::{Prompter, Scripted};
use steadfast::session::Session;
use steadfast::steps;
use steadfast::words::{COUNTRIES, Words};

use super::lines::{flat, pages, plans, spoken};
use crate::common::home::{Home, words};

/// How long a row of a list may be.
const ROW: usize = 34;

/// What is said in some countries only: the words, whole, and the codes of the countries.
const SAID_IN: &[(&[&str], &[&str])] = &[
    (
        &[
            "counselor",
            "counselors",
            "counseling",
            "neighbor",
            "center",
            "gray",
            "color",
            "license",
        ],
        &["us"],
    ),
    (
        &[
            "counsellor",
            "counsellors",
            "counselling",
            "neighbour",
            "centre",
            "grey",
            "colour",
            "licence",
        ],
        &["ca", "gb", "ie", "au", "nz"],
    ),
    (&["programme", "programmes"], &["gb", "ie", "nz"]),
    (&["jail"], &["us", "ca"]),
    (&["prison", "recognise"], &["gb", "ie", "au", "nz"]),
    (&["recognize"], &["us", "ca"]),
    (&["lawyer"], &["us", "ca", "au", "nz"]),
    (&["solicitor"], &["gb", "ie"]),
    (&["emergency room", "methadone clinic", "leave form"], &["us"]),
    (&["a&e"], &["gb", "ie"]),
    (&["fit note", "nhs"], &["gb"]),
    (&["sick cert", "hse"], &["ie"]),
    (&["medical certificate"], &["au", "nz"]),
    (&["your gp"], &["gb", "ie", "au", "nz"]),
    (&["narcan", "health office"], &["us"]),
    (
        &[
            "in the network",
            "in its network",
            "insurance card",
            "insurance, or how",
        ],
        &["us"],
    ),
    (&["health card"], &["ca"]),
    (&["nhs number"], &["gb"]),
    (&["medical card"], &["ie"]),
    (&["medicare card"], &["au"]),
    (&["nhi number"], &["nz"]),
    (&["prenoxad"], &["gb", "ie"]),
    (&["works with the insurance", "the insurance work with"], &["us"]),
    (&["free on the nhs"], &["gb"]),
    (&["free from the hse"], &["ie"]),
    (
        &[
            "pain pills",
            "a ride",
            "your mail",
            "in the hospital",
            "goes to school",
            "sober living home",
            "intensive outpatient (iop)",
        ],
        &["us", "ca"],
    ),
    (
        &[
            "painkillers",
            "a lift",
            "your post",
            "recovery housing",
            "residential treatment centre",
        ],
        &["gb", "ie", "au", "nz"],
    ),
    (&["the police"], &["us", "ca", "gb", "au", "nz"]),
    (&["the gardaí"], &["ie"]),
    (&["on weekends"], &["us", "ca", "au", "nz"]),
    (&["at weekends"], &["gb", "ie"]),
];

/// What is the same word everywhere: a program of a computer, R-35 and the rights and services it names.
fn aside(text: &str) -> String {
    let text = text.to_lowercase();
    ["hipaa, license", "hipaa, licence", "suicide prevention center"]
        .iter()
        .fold(text, |text, name| text.replace(name, ""))
}

/// True if a turn is in a text as whole words.
fn is_said(text: &str, turn: &str) -> bool {
    let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    text.match_indices(turn)
        .any(|(at, _)| !word(text[..at].chars().next_back()) && !word(text[at + turn.len()..].chars().next()))
}

/// The turns in a text that are said elsewhere only.
fn of_elsewhere(text: &str, country: &str) -> Vec<&'static str> {
    let text = aside(text);
    let elsewhere = SAID_IN.iter().filter(|(_, where_said)| !where_said.contains(&country));
    let turns = elsewhere.flat_map(|(turns, _)| turns.iter().copied());
    turns.filter(|turn| is_said(&text, turn)).collect()
}

#[test]
fn no_page_and_no_sentence_for_one_country_has_a_word_of_another() {
    for (country, _) in COUNTRIES {
        let all = plans(country);
        let pages = all.iter().flat_map(pages).map(|page| flat(&page));
        for text in pages.chain([spoken(country)]) {
            let wrong = of_elsewhere(&text, country);
            assert!(wrong.is_empty(), "{country}: {wrong:?} in {text}");
        }
    }
    assert_eq!(
        of_elsewhere("Ask a solicitor, or your GP.", "us"),
        ["solicitor", "your gp"]
    );
    assert_eq!(of_elsewhere("Ask a lawyer. A programme!", "au"), ["programme"]);
}

#[test]
fn no_row_and_no_question_of_one_country_has_a_word_of_another_and_each_row_fits() {
    for (country, _) in COUNTRIES {
        let there: &Words = words().spoken_in(country);
        for (set, rows) in there.choices.labels.iter() {
            for (row, label) in rows.iter() {
                let wrong = of_elsewhere(label, country);
                // Insurance of one country is a row of its own, with its country.
                assert!(
                    wrong.is_empty() && label.chars().count() <= ROW,
                    "{country} {set} {row}: {label} {wrong:?}"
                );
            }
        }
        for section in steadfast::plan::Section::ALL {
            for (field, question) in there.step(*section).q.iter() {
                let said = format!("{} {} {}", question.ask, question.why, question.help);
                let wrong = of_elsewhere(&said, country);
                assert!(wrong.is_empty(), "{country} {field}: {wrong:?} in {said}");
            }
        }
    }
}

/// The rows of "how it can be paid" for the first place of the example, in a country.
fn payers(country: &str, answer: Answer<Vec<Pays>>) -> Vec<String> {
    let mut plan = Home::with(words().example).plan();
    plan.country = country.into();
    plan.treatment_options[0].pays_with = answer;
    let id = plan.treatment_options[0].id.clone();
    let here = steps::entry(Field::OptPays, Some(&id), &plan).unwrap().here;
    let mut script = Scripted::new(Vec::new());
    let mut keep = |_: &mut Plan, _: &mut dyn Prompter| Ok(());
    let mut session = Session::new(&mut script, words(), crate::common::home::date("2026-11-21"), &mut keep);
    let _ = here.ask(&mut plan, &mut session);
    script.transcript().last().unwrap().options.clone()
}

#[test]
fn who_pays_in_one_country_is_offered_there_alone() {
    let medicaid = |rows: Vec<String>| rows.iter().any(|row| row.starts_with("Medicaid"));
    for (country, offered) in [("us", true), ("", true), ("gb", false), ("au", false)] {
        assert_eq!(medicaid(payers(country, Answer::Unasked)), offered, "{country}");
    }
    assert!(payers("gb", Answer::Unasked).contains(&"Public care or public money".to_string()));
    // What was answered before the country was changed is not lost.
    assert!(medicaid(payers("gb", Answer::Given(vec![Pays::Medicaid]))));
}

#[test]
fn a_date_is_written_as_in_its_country() {
    let day = crate::common::home::date("2026-12-12");
    for (country, said) in [
        ("us", "Saturday, December 12, 2026"),
        ("ca", "Saturday, December 12, 2026"),
        ("gb", "Saturday 12 December 2026"),
        ("nz", "Saturday 12 December 2026"),
        ("", "Saturday, December 12, 2026"),
    ] {
        assert_eq!(words().spoken_in(country).long_date(day), said, "{country}");
    }
    assert!(words().spoken_in("au").engine.not_a_date.contains("12 December"));
}
