//! `ready`: what stands between the plan and the day, and which question answers it.

use serde::Serialize;

use crate::cli::Format;
use crate::error::Error;
use crate::plan::Plan;
use crate::readiness::{self, Gap};
use crate::sheets::Block;
use crate::text;
use crate::words::{Words, fill_placeholders};

use crate::app::{COLUMNS, Context, Exit, open};

/// Says in at most five lines what is in the way, then everything. *Found* where something of *stop* or *must* is
/// open, so that a program can tell.
///
/// # Errors
/// As [`open()`]; stdout is closed.
pub fn ready(format: Format, context: &mut Context) -> Result<Exit, Error> {
    let (_, plan, _) = open(context)?;
    let gaps = readiness::gaps(&plan, context.words.coach_rules(), context.today);
    match format {
        Format::Text => context.print_blocks(&page(&gaps, &plan, context.words))?,
        Format::Json => context.print_json(&report(&gaps, &plan, context.words))?,
    }
    Ok(if readiness::is_ready(&gaps) {
        Exit::Done
    } else {
        Exit::Found
    })
}

fn page(gaps: &[Gap], plan: &Plan, words: &Words) -> Vec<Block> {
    let first = words.first_gaps(gaps, readiness::is_ready(gaps), plan);
    let first: Vec<String> = first.iter().map(|line| text::cut(line, COLUMNS)).collect();
    let gap = |gap: &Gap| {
        let source = fill_placeholders(words.ready.source, &[("source", &words.gap_source(gap))]);
        let under = [source, words.gap_answer(gap, plan)];
        Block::points(
            words.gap_line(gap, plan),
            words.gap_why_line(gap, plan).into_iter().chain(under),
        )
    };
    let first = Block::Words(first.join("\n"));
    [first].into_iter().chain(gaps.iter().map(gap)).collect()
}

#[derive(Serialize)]
struct ReadyReport {
    ready: bool,
    gaps: Vec<ReadyGap>,
}

#[derive(Serialize)]
struct ReadyGap {
    rule: &'static str,
    level: &'static str,
    what: String,
    why: String,
    source: String,
    field: &'static str,
    about: Option<ReadyAbout>,
}

/// Whom or what a gap is about, by the ids of the plan file and by name.
#[derive(Serialize)]
struct ReadyAbout {
    item: Option<String>,
    person: Option<String>,
    name: Option<String>,
}

fn report(gaps: &[Gap], plan: &Plan, words: &Words) -> ReadyReport {
    let row = |gap: &Gap| ReadyGap {
        rule: gap.rule.code(),
        level: gap.level.code(),
        what: words.gap_what(gap, plan),
        why: words.gap_why(gap, plan),
        source: gap.source.join(", "),
        field: gap.field.code(),
        about: (gap.item.is_some() || gap.person.is_some()).then(|| ReadyAbout {
            item: gap.item.as_ref().map(|id| id.as_str().into()),
            person: gap.person.as_ref().map(|id| id.as_str().into()),
            name: words.gap_about(gap, plan),
        }),
    };
    ReadyReport {
        ready: readiness::is_ready(gaps),
        gaps: gaps.iter().map(row).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::test_context::TestContext;
    use serde_json::{Value, json};

    fn printed(change: impl FnOnce(&mut Value)) -> (Exit, Value) {
        let mut trial = TestContext::new();
        trial.write_example(change);
        let exit = trial.run(|context| ready(Format::Json, context)).unwrap();
        (exit, serde_json::from_str(&trial.stdout()).unwrap())
    }

    #[test]
    fn the_example_is_ready_and_lists_only_what_is_good_to_have() {
        let (exit, found) = printed(|_| {});
        assert_eq!((exit, &found["ready"]), (Exit::Done, &json!(true)), "{found:#}");
        let gaps = found["gaps"].as_array().unwrap();
        assert!(gaps.iter().all(|gap| gap["level"] == "better"), "{gaps:#?}");
    }

    #[test]
    fn something_of_must_ends_with_3_and_names_whom_it_is_about() {
        let (exit, found) = printed(|plan| plan["attendees"][3]["reader"] = Value::Null);
        assert_eq!((exit, &found["ready"]), (Exit::Found, &json!(false)));
        let gap = &found["gaps"][0];
        assert_eq!(
            (&gap["rule"], &gap["level"], &gap["field"]),
            (&json!("letter_no_reader"), &json!("must"), &json!("attendees.reader"))
        );
        assert_eq!(gap["about"], json!({"item": "a3", "person": "a3", "name": "Sorrel"}));
    }

    #[test]
    fn five_lines_come_first_and_a_closed_plan_gives_no_reason() {
        let mut trial = TestContext::new();
        trial.write_example(|plan| {
            plan["safety"]["gate"] = "closed".into();
            plan["professionals"] = json!([]);
            plan["treatment_options"] = json!([]);
            plan["safety"]["naloxone"] = Value::Null;
            plan["attendees"].as_array_mut().unwrap().truncate(1);
        });
        assert_eq!(trial.run(|context| ready(Format::Text, context)).unwrap(), Exit::Found);
        let page = trial.stdout();
        assert_eq!(page.lines().position(str::is_empty), Some(4), "{page}");
        assert!(page.lines().all(|line| text::width(line) <= COLUMNS), "{page}");
        let words = Words::load("en", None).unwrap();
        assert!(
            words.home.reason.values().all(|reason| !page.contains(reason)),
            "{page}"
        );
        assert!(!page.contains("meeting"), "{page}");
    }
}
