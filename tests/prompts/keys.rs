//! What has a code has words, and what has words has a code, in each language.
//!
//! The build holds every language against English and English against the code, but for tables that go by codes: they
//! stand here. A page, a command and the call are held where they are.

use std::collections::BTreeSet;

use steadfast::coach::{Firmness, Hint};
use steadfast::plan::{
    BoundaryKind, Change, CodedChoice, Field, Gate, List, Met, ObjectionKind, OptionKind, Section, Suited, choice_sets,
};
use steadfast::readiness::{Level, Reason, Rule};
use steadfast::tasks::{Phase, Role, TaskKind};
use steadfast::words::{COUNTRIES, LANGUAGES, Language, traces};

use super::build::tree::Tree;
use super::nothing;

/// Where a warning sign is heard in a call (evidence#call).
const HEARD: &[&str] = &[
    "spoke_with",
    "licensed",
    "medication_offered",
    "evaluation_steps",
    "estimated_cost",
    "due_on_day_one",
    "length_of_program",
    "red_flags_noticed",
    "transport_plan_to_get_there",
];

/// What may have to be asked next in a call.
const NEXT: &[&str] = &[
    "no_medicine",
    "medicine_open",
    "not_suited",
    "stops_medicine",
    "no_license",
    "after_open",
    "start_open",
    "cost_open",
    "red_flags",
];

/// What matters most after a call.
const MISSING: &[&str] = &[
    "medication_offered",
    "continues_existing_medication",
    "what_happens_after",
    "soonest_start",
    "estimated_cost",
    "licensed",
];

/// What can be read about beside the commands.
const TOPICS: &[&str] = &["keys", "privacy", "counselor", "files", "exit", "plain", "words"];

/// How sure we are (evidence#how-sure).
const LEVELS: &[&str] = &["H", "Hw", "M", "D"];

type Codes = BTreeSet<String>;

fn codes<'a>(codes: impl IntoIterator<Item = &'a str>) -> Codes {
    codes.into_iter().map(str::to_string).collect()
}

fn choices<C: CodedChoice>() -> Codes {
    C::all().iter().map(|choice| choice.code().to_string()).collect()
}

/// The code of these fields of an option, and of the treatment for each thing that is used.
fn of_a_call(fields: &[&str]) -> Codes {
    let field = |code: &&str| format!("treatment_options.{code}");
    let suited = |own: &Suited| format!("{}.{}", Field::OptSuited.code(), own.code());
    fields.iter().map(field).chain(Suited::ALL.iter().map(suited)).collect()
}

/// The steps after which something was done that deserves a kind word: praise is rare.
const DONE_WITH_EFFORT: [Section; 4] = [Section::Safety, Section::Words, Section::Day, Section::Review];

/// Each table, and the codes that it owes.
fn owed() -> Vec<(&'static str, &'static str, Codes)> {
    let traces = traces().unwrap();
    let mut owed = vec![
        ("boundaries", "kind", choices::<BoundaryKind>()),
        ("call", "listen", of_a_call(HEARD)),
        ("call", "missing", of_a_call(MISSING)),
        ("call", "next", codes(NEXT.iter().copied())),
        ("coach", "firmness", codes(Firmness::ALL.iter().map(|it| it.code()))),
        ("coach", "hint", codes(Hint::ALL.iter().map(|it| it.code()))),
        ("gain", "step", codes(DONE_WITH_EFFORT.iter().map(|it| it.code()))),
        ("help", "topic", codes(TOPICS.iter().copied())),
        ("home", "after_change", choices::<Change>()),
        ("home", "gate", choices::<Gate>()),
        ("home", "outcome", choices::<Met>()),
        ("home", "reason", codes(Reason::ALL.iter().map(|it| it.code()))),
        ("options", "option_note", choices::<OptionKind>()),
        ("ready", "level", codes(Level::ALL.iter().map(|it| it.code()))),
        ("ready", "rule", codes(Rule::ALL.iter().map(|it| it.code()))),
        ("sources", "card", traces.card.into_keys().collect()),
        ("sources", "level", codes(LEVELS.iter().copied())),
        ("sources", "page", traces.page.into_keys().collect()),
        ("sources", "review", traces.review.into_keys().collect()),
        ("sources", "rule", traces.rule.into_keys().collect()),
        ("tasks", "phase", codes(Phase::ALL.iter().map(|it| it.code()))),
        ("tasks", "role", codes(Role::ALL.iter().map(|it| it.code()))),
        ("tasks", "task", codes(TaskKind::ALL.iter().map(|it| it.code()))),
        ("words", "objection", choices::<ObjectionKind>()),
    ];
    owed.extend(beside_the_lines());
    owed
}

/// The codes that the help lines of all countries use.
fn beside_the_lines() -> impl Iterator<Item = (&'static str, &'static str, Codes)> {
    let all: Vec<Tree> = COUNTRIES.iter().map(|(_, text)| Tree::parse(text).unwrap()).collect();
    let used = move |key: &str| -> Codes {
        let lines = all.iter().flat_map(|tree| tree.get("line").unwrap().items());
        let values = lines.filter_map(|line| line.get(key)).flat_map(Tree::texts);
        values.map(String::from).collect()
    };
    let countries = codes(COUNTRIES.iter().map(|(country, _)| *country));
    let places = used("region").difference(&countries).cloned().collect();
    let tables = [
        ("whom", "for"),
        ("about", "about"),
        ("who", "answers"),
        ("more", "more"),
        ("hours", "hours"),
        ("language", "languages"),
        ("name", "id"),
        ("send", "send"),
    ];
    let tables = tables.map(|(table, key)| ("lines", table, used(key)));
    let places = [("lines", "country", countries), ("lines", "region", places)];
    tables.into_iter().chain(places)
}

fn file(language: &Language, name: &str) -> Tree {
    let text = language.files.iter().find(|(file, _)| *file == name);
    Tree::parse(text.unwrap_or_else(|| panic!("no file {name}")).1).unwrap()
}

/// What a table lacks and what it has too much, each with file, line and key.
fn compare(place: &str, table: &Tree, owed: &Codes, faults: &mut Vec<String>) {
    let there: Codes = table.entries().map(|(code, _)| code.clone()).collect();
    let lacks = owed
        .difference(&there)
        .map(|code| format!("{place}:{}: {code} has no words", table.line));
    faults.extend(lacks);
    let more = table.entries().filter(|(code, _)| !owed.contains(*code));
    faults.extend(more.map(|(code, words)| format!("{place}:{}: there is no code {code}", words.line)));
}

#[test]
fn every_code_has_its_words_and_no_words_have_no_code() {
    let mut faults = Vec::new();
    for language in LANGUAGES {
        for (name, key, owed) in owed() {
            let tree = file(language, name);
            let place = format!("prompts/{}/{name}.toml", language.code);
            compare(&place, tree.get(key).unwrap(), &owed, &mut faults);
        }
    }
    nothing(faults);
}

#[test]
fn every_question_and_list_has_its_words_once() {
    let mut faults = Vec::new();
    let lists = codes(List::ALL.iter().map(|it| it.field().code()));
    for (key, owed) in [("q", codes(Field::ALL.iter().map(|it| it.code()))), ("list", lists)] {
        for language in LANGUAGES {
            let mut there = Codes::new();
            for section in Section::ALL {
                let (tree, place) = (file(language, section.code()), section.code());
                for (code, words) in tree.get(key).into_iter().flat_map(Tree::entries) {
                    if !owed.contains(code) || !there.insert(code.clone()) {
                        let line = words.line;
                        faults.push(format!(
                            "prompts/{}/{place}.toml:{line}: {key}.{code} is too much",
                            language.code
                        ));
                    }
                }
            }
            let missing = owed.difference(&there);
            faults.extend(missing.map(|code| format!("prompts/{}: {key}.{code} has no words", language.code)));
        }
    }
    nothing(faults);
}

#[test]
fn every_choice_has_its_label_and_every_note_explains_one() {
    let mut faults = Vec::new();
    for language in LANGUAGES {
        let (mut labels, place) = (
            file(language, "choices"),
            format!("prompts/{}/choices.toml", language.code),
        );
        let notes = labels.get("note").cloned().unwrap();
        if let super::build::tree::TreeValue::Table(sets) = &mut labels.value {
            sets.remove("note");
        }
        let sets: Vec<(&str, Codes)> = choice_sets()
            .into_iter()
            .map(|(set, codes)| (set, codes.into_iter().collect()))
            .collect();
        compare(&place, &labels, &codes(sets.iter().map(|(set, _)| *set)), &mut faults);
        for (set, owed) in &sets {
            if let Some(table) = labels.get(set) {
                compare(&format!("{place}: {set}"), table, owed, &mut faults);
            }
        }
        for (set, table) in notes.entries() {
            // What takes a note's place for somebody under 18 who plans explains the same choices.
            let own = set.strip_suffix("_young").unwrap_or(set);
            let known = sets.iter().find(|(known, _)| *known == own).map(|(_, codes)| codes);
            let more = table
                .entries()
                .filter(|(code, _)| !known.is_some_and(|known| known.contains(*code)));
            faults.extend(
                more.map(|(code, words)| format!("{place}:{}: note.{set}.{code} explains nothing", words.line)),
            );
        }
    }
    nothing(faults);
}

#[test]
fn what_a_country_has_no_line_for_is_said() {
    let mut faults = Vec::new();
    for language in LANGUAGES {
        let lines = file(language, "lines");
        let (said, place) = (
            lines.get("without").unwrap(),
            format!("prompts/{}/lines.toml", language.code),
        );
        for (country, text) in COUNTRIES {
            let owed = Tree::parse(text).unwrap().get("without").map(Tree::texts).map(codes);
            let said = said.get(country).cloned().unwrap_or_default();
            compare(
                &format!("{place}: {country}"),
                &said,
                &owed.unwrap_or_default(),
                &mut faults,
            );
        }
        let phases = file(language, "tasks");
        let (all, some) = (phases.get("phase").unwrap(), phases.get("phase_without_day").unwrap());
        let more = some.entries().filter(|(phase, _)| all.get(phase).is_none());
        faults.extend(more.map(|(phase, _)| format!("there is no phase {phase}")));
    }
    nothing(faults);
}

#[test]
fn every_help_line_on_a_card_is_one_that_each_country_can_have() {
    for language in LANGUAGES {
        let danger = file(language, "danger");
        let cards = danger.get("card").unwrap().entries();
        let named: BTreeSet<&str> = cards.flat_map(|(_, card)| card.get("lines").unwrap().texts()).collect();
        for (country, text) in COUNTRIES {
            let tree = Tree::parse(text).unwrap();
            let lines = tree.get("line").unwrap().items();
            let there: BTreeSet<&str> = lines.iter().flat_map(|line| line.get("id").unwrap().texts()).collect();
            let missing: Vec<_> = named.difference(&there).collect();
            assert!(missing.is_empty(), "{country} has no {missing:?}");
        }
    }
}
