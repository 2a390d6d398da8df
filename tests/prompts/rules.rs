//! The rules about words: what is said exactly once, what is said only as a pointer, and what is said nowhere.

use steadfast::plan::{Substance, Way};
use steadfast::words::{SOURCES, Words};

use super::harm::words_of;
use super::{Sentence, languages, nothing};

/// Every sentence of every language that a family reads, without the list of what the words rest on.
fn said() -> Vec<Sentence> {
    let said = languages().flat_map(|(_, sentences)| sentences);
    said.filter(|sentence| sentence.file != "sources").collect()
}

/// The sentences that hold one of these words or phrases.
fn holding(phrases: &[&str]) -> Vec<Sentence> {
    let mut found = said();
    found.retain(|sentence| phrases.iter().any(|phrase| holds(&sentence.text, phrase)));
    found
}

/// True if a text holds a phrase in whole words, in any case.
fn holds(text: &str, phrase: &str) -> bool {
    let (words, phrase) = (words_of(text), words_of(phrase));
    words.windows(phrase.len()).any(|said| said == phrase)
}

fn places(sentences: &[Sentence]) -> Vec<String> {
    sentences.iter().map(Sentence::place).collect()
}

fn english() -> Words {
    Words::load("en", None).unwrap()
}

// Holds R-07
#[test]
fn r_07_a_surprise_stands_with_what_studies_found_and_with_who_should_lead() {
    let words = english();
    let surprise = words.note(&Way::Surprise);
    assert!(holds(surprise, "study of people who drank") && holds(surprise, "have a professional lead it"));
    for way in [Way::Talk, Way::Invited, Way::NotDecided] {
        let said = words.note(&way);
        assert!(!said.is_empty() && !holds(said, "study"), "{said}");
    }
}

/// Numbers that could be heard as a promise.
const PROMISES: &[&str] = &[
    "percent",
    "per cent",
    "out of ten",
    "out of 10",
    "in ten people",
    "success rate",
    "chance of",
];

// Holds R-08
#[test]
fn r_08_a_study_says_whom_it_was_about_and_no_number_is_a_promise() {
    nothing(places(&holding(PROMISES)));
    let studies = holding(&["study", "studies", "trial"]);
    assert_eq!(studies.len(), 2, "{:?}", places(&studies));
    for sentence in studies {
        assert!(
            holds(&sentence.text, "study of people who drank"),
            "{}",
            sentence.place()
        );
    }
    assert!(holds("A success rate of ten.", PROMISES[5]) && !holds("Four to six people.", PROMISES[5]));
}

// Holds R-11
#[test]
fn r_11_what_is_dangerous_to_stop_says_so_where_it_is_ticked() {
    let words = english();
    let slowly = |used: Substance| holds(words.note(&used), "suddenly without medical help");
    assert!(slowly(Substance::Alcohol) && slowly(Substance::Benzodiazepines));
    assert!(!slowly(Substance::Heroin) && !slowly(Substance::Cocaine));
}

/// What a way to stop at home would be made of.
const AT_HOME: &[&str] = &[
    "taper",
    "tapering",
    "wean",
    "cold turkey",
    "loperamide",
    "clonidine",
    "sweat it out",
    "ride it out",
    "detox at home",
    "home detox",
    "milligrams",
    "mg",
];

// Holds R-12
#[test]
fn r_12_there_are_no_steps_for_detox_at_home() {
    // A place is asked who leads one: that is no step at home.
    let mut steps = holding(AT_HOME);
    steps.retain(|sentence| {
        !holds(&sentence.text, "leads a slow taper") && !holds(&sentence.text, "taper that a doctor leads")
    });
    nothing(places(&steps));
    // What is said in their place: stop nothing alone.
    assert!(!holding(&["do not stop these suddenly without medical help"]).is_empty());
    assert!(holds("Taper over five days.", AT_HOME[0]) && !holds("A tape of their voice.", AT_HOME[0]));
}

// Holds R-14
#[test]
fn r_14_a_safety_plan_is_named_once_with_its_parts_and_left_to_a_clinician() {
    let mut plans = holding(&["safety plan", "safety plans"]);
    // Where somebody is afraid, an advocate helps to make another one.
    plans.retain(|sentence| !holds(&sentence.text, "an advocate"));
    assert_eq!(places(&plans).len(), 1, "{:?}", places(&plans));
    assert!(plans[0].file == "danger" && plans[0].key.starts_with("card.suicide."));
    for part in [
        "warning signs",
        "people to call",
        "the home safer",
        "make this with a clinician",
    ] {
        assert!(holds(&plans[0].text, part), "{part}");
    }
}

// Holds R-18
#[test]
fn r_18_nobody_is_asked_for_a_level_of_care() {
    let levels = holding(&["asam", "level of care", "level or code"]);
    assert_eq!(places(&levels).len(), 1, "{:?}", places(&levels));
    assert!(holds(&levels[0].text, "you do not need to know any level or code"));
}

/// Who stands behind a source that is a company, a blog or a copy.
fn companies() -> Vec<String> {
    let sources: toml::Table = SOURCES.parse().unwrap();
    let company = |source: &toml::Value| source["confidence"].as_str() == Some("Hw");
    let name = |source: &toml::Value| source["organisation"].as_str().map(String::from);
    sources
        .values()
        .filter(|source| company(source))
        .filter_map(name)
        .collect()
}

// Holds R-22 (speaks)
#[test]
fn r_22_no_company_is_named_where_a_family_looks_for_help() {
    let companies = companies();
    assert!(companies.len() > 30);
    let names: Vec<&str> = companies.iter().map(String::as_str).collect();
    nothing(places(&holding(&names)));
    // What is asked in their place, of everybody.
    assert!(!holding(&["does anyone pay them for sending people to a program"]).is_empty());
}

/// Criteria, forms and names of laws under which a person is made to go.
const BY_LAW: &[&str] = &[
    "involuntary",
    "petition",
    "commitment",
    "civil commitment",
    "court hearing",
    "casey's law",
    "marchman",
];

// Holds R-33
#[test]
fn r_33_a_court_order_is_a_pointer_to_a_lawyer_and_nothing_more() {
    let orders = holding(&["court order", "let a court order"]);
    assert_eq!(places(&orders).len(), 1, "{:?}", places(&orders));
    assert!(
        holds(&orders[0].text, "ask a lawyer or a professional") && holds(&orders[0].text, "risks and rights differ")
    );
    nothing(places(&holding(BY_LAW)));
}

// Holds R-35
#[test]
fn r_35_no_law_is_said_to_be_met() {
    let named = holding(&["hipaa", "42 cfr part 2"]);
    assert!(
        named
            .iter()
            .any(|sentence| sentence.key.starts_with("topic.counselor."))
    );
    for sentence in named {
        assert!(
            holds(&sentence.text, "apply to anything you keep"),
            "{}",
            sentence.place()
        );
    }
    nothing(places(&holding(&["compliant", "complies", "compliance", "certified"])));
}

/// What a task may need, and what names a way around it.
const NEEDS: &[(&[&str], &[&str])] = &[
    (&["car", "ride", "driver", "drive"], &["friend", "bus", "by phone"]),
    (
        &["pay", "buy", "cost", "fee", "hire", "naloxone at home"],
        &[
            "free",
            "low-cost",
            "costs nothing",
            "costs little or nothing",
            "covered",
        ],
    ),
    (
        &["online", "internet", "web", "website", "video", "e-mail", "app"],
        &["phone", "paper", "library"],
    ),
];

/// What a task needs without naming a way around it.
fn needs(task: &str) -> Vec<&'static str> {
    let any = |words: &[&str]| words.iter().any(|word| holds(task, word));
    let bare = NEEDS.iter().filter(|(need, around)| any(need) && !any(around));
    bare.map(|(need, _)| need[0]).collect()
}

// Holds R-41
#[test]
fn r_41_a_task_that_needs_money_a_car_or_the_internet_names_a_way_around_it() {
    for (task, open) in [
        ("Drive there by car.", vec!["car"]),
        ("Buy a kit online.", vec!["pay", "online"]),
        ("Take a car, or ask a friend.", vec![]),
        ("Say \"I love you\".", vec![]),
    ] {
        assert_eq!(needs(task), open, "{task}");
    }
    let mut faults = Vec::new();
    for (language, sentences) in languages() {
        let of = |key: &str, part: &str| {
            let key = format!("{key}.{part}");
            let found = sentences.iter().find(|it| it.file == "tasks" && it.key == key);
            found.map(|it| it.text.clone()).unwrap_or_default()
        };
        let texts = sentences
            .iter()
            .filter(|it| it.file == "tasks" && it.key.ends_with(".text"));
        for task in texts.map(|it| it.key.trim_end_matches(".text")) {
            let said = format!("{} {}", of(task, "text"), of(task, "why"));
            // Where naloxone comes from differs by country.
            let countries = sentences.iter().filter(|it| it.key == "naloxone_from");
            for (file, from) in countries.map(|it| (it.file, &it.text)) {
                let open = needs(&said.replace("{naloxone_from}", from));
                if !open.is_empty() {
                    faults.push(format!("{language}: {task} needs {open:?} ({file})"));
                }
            }
        }
    }
    nothing(faults);
}
