//! What stands in braces is filled in. The build holds that braces close and that every language fills in the same; a
//! test that meets a sentence with a name still in braces fails where it is filled (`src/words/fill.rs`). Here, before
//! anybody meets it: whatever stands in braces is known to the plan, or to the code that says the words of that file.

use crate::common::source::{Source, of_the_program};

use super::{Sentence, languages, nothing};

/// What a plan and its country know, for every sentence that `fill_names` fills.
const OF_THE_PLAN: &[&str] = &[
    "name",
    "planner",
    "item",
    "emergency",
    "suicide",
    "suicide_line",
    "violence",
    "child_line",
    "grief",
    "er",
    "doctor",
    "clinic",
    "naloxone",
    "naloxone_from",
    "spray",
    "injection",
    "another",
    "cpr",
    "law",
];

/// What is filled in far from the words: the number of a page where the page is drawn, a date where dates are written.
const ELSEWHERE: &[(&str, &[&str])] = &[
    ("checklist", &["page", "pages"]),
    ("lines", &["month", "year"]),
    ("local", &["weekday", "wd", "day", "month", "mon", "year"]),
];

/// What the program compiles of a source, without its tests.
fn program(source: &Source) -> String {
    let lines = source.text.lines().enumerate();
    let lines = lines.filter(|(at, _)| !source.is_test(at + 1));
    lines.map(|(_, line)| line).collect::<Vec<_>>().join("\n")
}

/// Whether a source says words of a file, by its field in the catalog: `.pages.offer`, `PagesOfferWords`.
fn says(source: &str, file: &str) -> bool {
    let field = format!(".{}", file.replace('/', "."));
    let whole = |(at, name): (usize, &str)| !source[at + name.len()..].starts_with(|next: char| next.is_alphanumeric());
    let big = |word: &str| word[..1].to_uppercase() + &word[1..];
    let of_type = file.split(['/', '_']).map(big).collect::<String>() + "Words";
    source.match_indices(&field).any(whole) || source.contains(&of_type)
}

/// The names in braces of a sentence. In a plural form the number itself is always known.
fn unknown<'a>(one: &'a Sentence, sources: &[&String]) -> impl Iterator<Item = &'a str> {
    let by_name = sources.iter().any(|source| {
        ["fill_names", ".fill_placeholders(", "spoken("]
            .iter()
            .any(|filler| source.contains(filler))
    });
    let in_code: String = sources.iter().map(|source| source.as_str()).collect();
    let elsewhere = ELSEWHERE
        .iter()
        .find(|(file, _)| *file == one.file)
        .map_or(&[][..], |(_, names)| *names);
    let is_plural = matches!(one.last_key(), "zero" | "one" | "two" | "few" | "many" | "other");
    let names = one.text.split('{').skip(1).filter_map(|rest| rest.split('}').next());
    names.filter(move |name| {
        let by_plan = by_name && OF_THE_PLAN.contains(name);
        let known = by_plan || elsewhere.contains(name) || in_code.contains(&format!("\"{name}\""));
        !(known || is_plural && *name == "n")
    })
}

#[test]
fn whatever_stands_in_braces_is_filled_by_the_plan_or_by_the_code_that_says_it() {
    let program: Vec<String> = of_the_program().iter().map(program).collect();
    let mut faults = Vec::new();
    for (language, sentences) in languages() {
        for file in sentences.chunk_by(|one, next| one.file == next.file) {
            let sources: Vec<&String> = program.iter().filter(|source| says(source, file[0].file)).collect();
            for one in file {
                let unknown = unknown(one, &sources);
                faults.extend(unknown.map(|name| format!("{language}: nobody fills {{{name}}}: {}", one.place())));
            }
        }
    }
    nothing(faults);
}
