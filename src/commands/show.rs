//! `show`: the review as text.

use serde::Serialize;

use crate::cli::Format;
use crate::error::Error;
use crate::journey::{ItemRef, QuestionAt, Tier};
use crate::plan::{AnswerState, Change, CodedChoice, Field, Gate, Plan, Section};
use crate::readiness;
use crate::sheets::{self, Block};
use crate::steps::{self, STEPS};
use crate::text;
use crate::words::{Words, fill_placeholders};

use crate::app::{Context, Exit, open};

/// Prints every answer of the plan, section by section.
///
/// # Errors
/// As [`open()`]; stdout is closed.
pub fn show(format: Format, context: &mut Context) -> Result<Exit, Error> {
    let (_, plan, faults) = open(context)?;
    let review = PlanReview::of(&plan, context.words);
    match format {
        Format::Text => {
            let blocks = review.page(context.words);
            context.print_private(&plan, |columns| sheets::text_of_blocks(&blocks, columns))?;
        }
        Format::Json => context.print_json(&review)?,
    }
    if review.left_out {
        // Told to the one who prints, and not on the page (design#pages).
        context.print_notice(context.words.commands.show.left_out)?;
    }
    if !faults.is_empty() {
        let command = context.command_for("check");
        let said = fill_placeholders(context.words.commands.show.unread, &[("command", &command)]);
        context.print_notice(&said)?;
    }
    Ok(Exit::Done)
}

/// What is shown of a plan. Both formats are drawn from it, so that neither tells more than the other.
#[derive(Serialize)]
struct PlanReview {
    sections: Vec<ReviewSection>,
    /// True if an answer stays off the page because it tells why the gate is not open.
    #[serde(skip)]
    left_out: bool,
    /// What the plan is now; asked once, since it looks through all of it.
    #[serde(skip)]
    gate: Gate,
    #[serde(skip)]
    tier: Tier,
}

/// A step of the visit.
#[derive(Serialize)]
struct ReviewSection {
    section: &'static str,
    title: String,
    answers: Vec<ReviewAnswer>,
    /// What is said below the answers.
    notes: Vec<String>,
}

/// A question, with its answer in words.
#[derive(Serialize)]
struct ReviewAnswer {
    question: &'static str,
    label: String,
    answer: String,
    items: Vec<ReviewItem>,
}

/// One thing in a list.
#[derive(Serialize)]
struct ReviewItem {
    name: String,
    answers: Vec<ReviewAnswer>,
}

impl PlanReview {
    fn of(plan: &Plan, words: &Words) -> PlanReview {
        let mut review = PlanReview {
            sections: Vec::new(),
            left_out: false,
            gate: readiness::gate(plan),
            tier: Tier::of(plan),
        };
        for step in STEPS {
            let section = review.section(step, plan, words);
            if !section.answers.is_empty() || !section.notes.is_empty() {
                review.sections.push(section);
            }
        }
        review
    }

    fn section(&mut self, step: &steps::Step, plan: &Plan, words: &Words) -> ReviewSection {
        let mut answers = Vec::new();
        for question in step.questions {
            let here = QuestionAt {
                question,
                item: ItemRef::PLAN,
            };
            let Some(mut answer) = self.answer(&here, plan, words) else {
                continue;
            };
            if let Some(group) = question.kind.item_list() {
                for (id, journey) in plan.ids(group.list).iter().zip(group.items(plan)) {
                    let name = match (group.title)(plan, id, words) {
                        name if name.is_empty() => words.engine.unnamed.into(),
                        name => text::sanitize_line(&name),
                    };
                    let entries = journey.entries.iter();
                    let answers = entries.filter_map(|entry| self.answer(&entry.here, plan, words));
                    let answers = answers.collect();
                    answer.items.push(ReviewItem { name, answers });
                }
            }
            answers.push(answer);
        }
        let notes = match step.section {
            Section::Safety => vec![gate_sentence(plan, words)],
            Section::Boundaries if !answers.is_empty() => never_line(plan, words),
            _ => Vec::new(),
        };
        ReviewSection {
            section: step.section.code(),
            title: words.title(step.section, plan).to_string(),
            answers,
            notes,
        }
    }

    /// A question with its answer, if it is shown and the page may say it.
    fn answer(&mut self, here: &QuestionAt, plan: &Plan, words: &Words) -> Option<ReviewAnswer> {
        if !is_shown(here, plan, self.tier) {
            return None;
        }
        // The reasons are shown on the screen of a visit only.
        if self.gate != Gate::Open && here.question.field.privacy().tells_why {
            self.left_out |= here.state(plan) == AnswerState::Given;
            return None;
        }
        let title = here.item.name(plan, words);
        Some(ReviewAnswer {
            question: here.question.field.code(),
            label: words.fill_names(words.question(here.question.field).short, plan, &title),
            answer: private_line(here, plan, words).unwrap_or_else(|| here.recap(plan, words)),
            items: Vec::new(),
        })
    }

    fn page(&self, words: &Words) -> Vec<Block> {
        let show = &words.commands.show;
        let mut blocks = vec![Block::Heading(show.title.into()), Block::Words(show.private.into())];
        for section in &self.sections {
            blocks.push(Block::Heading(section.title.clone()));
            // What is in a list stands below its question, under its name.
            for part in section.answers.split_inclusive(|answer| !answer.items.is_empty()) {
                blocks.push(Block::Facts(part.iter().map(|answer| answer.fact(words)).collect()));
                for item in part.iter().flat_map(|answer| &answer.items) {
                    blocks.push(Block::Words(item.name.clone()));
                    blocks.push(Block::Facts(
                        item.answers.iter().map(|answer| answer.fact(words)).collect(),
                    ));
                }
            }
            blocks.extend(section.notes.iter().cloned().map(Block::Words));
        }
        blocks
    }
}

impl ReviewAnswer {
    fn fact(&self, words: &Words) -> (String, String) {
        let answer = match self.answer.as_str() {
            "" => words.commands.show.nothing,
            answer => answer,
        };
        (self.label.clone(), answer.into())
    }
}

/// What is never withdrawn, beside the boundaries. After a death nothing of them is asked any more.
fn never_line(plan: &Plan, words: &Words) -> Vec<String> {
    if plan.boundaries.is_empty() || plan.change() == Some(&Change::Died) {
        return Vec::new();
    }
    vec![words.never_withdrawn(plan)]
}

/// Every question that applies at the plan's length, and what was answered beyond it.
fn is_shown(here: &QuestionAt, plan: &Plan, tier: Tier) -> bool {
    (here.question.tier <= tier || here.is_settled(plan)) && here.is_asked(plan, Tier::OnRequest)
}

/// What is heard and not kept is not printed either where the family chose to keep it: what is printed gets about.
fn private_line(here: &QuestionAt, plan: &Plan, words: &Words) -> Option<String> {
    let field = here.question.field;
    // The ticks on what makes tonight more dangerous are kept without a possible pregnancy, and shown as kept.
    let unkept = field.privacy().unkept && field != Field::Recent;
    (unkept && here.state(plan) == AnswerState::Given).then(|| kept_or_not(plan, field, words))
}

fn kept_or_not(plan: &Plan, field: Field, words: &Words) -> String {
    let told = &plan.safety.saved;
    let kept = match field {
        Field::Harm => told.harm.given().is_some(),
        _ => told.suicide.given().is_some(),
    };
    if kept {
        words.commands.show.private_kept.into()
    } else {
        words.engine.asked_not_kept.into()
    }
}

/// An open gate is said; of any other only the mark, never what it rests on.
fn gate_sentence(plan: &Plan, words: &Words) -> String {
    match readiness::gate(plan) {
        gate @ Gate::Open => words.fill_names(words.home.gate[gate.code()], plan, ""),
        _ => words.day.unagreed.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::COLUMNS;
    use crate::app::test_context::TestContext;

    fn shown(change: impl FnOnce(&mut serde_json::Value)) -> String {
        let mut trial = TestContext::new();
        trial.write_example(change);
        assert_eq!(trial.run(|context| show(Format::Text, context)).unwrap(), Exit::Done);
        trial.stdout()
    }

    #[test]
    fn the_example_stands_there_whole_within_80_columns() {
        let printed = shown(|_| {});
        for name in ["Robin", "Linden", "Wren", "555-0110"] {
            assert!(printed.contains(name), "{name}");
        }
        let words = Words::load("en", None).unwrap();
        for step in STEPS {
            let title = &words.step(step.section).title;
            assert!(printed.lines().any(|line| line == *title), "{title}");
        }
        assert!(printed.contains(words.engine.left_open));
        assert!(printed.lines().all(|line| text::width(line) <= COLUMNS));
        assert!(!printed.contains('{'), "{printed}");
        assert!(printed.lines().all(|line| line == line.trim_end()), "{printed}");
    }

    #[test]
    fn private_answers_are_not_printed_even_where_they_are_kept() {
        let words = Words::load("en", None).unwrap();
        let printed = shown(|plan| {
            plan["safety"]["told"] = serde_json::json!({"harm": "no", "suicide": "no"});
            plan["safety"]["keep"] = "yes".into();
        });
        let short = |field| words.fill_names(words.question(field).short, &Plan::default(), "");
        for field in [Field::Harm, Field::Suicide] {
            let row = format!("{}: {}", short(field), words.commands.show.private_kept);
            assert!(printed.contains(&row), "{row}\n{printed}");
        }
        assert!(shown(|_| {}).contains(words.engine.asked_not_kept));
    }

    #[test]
    fn a_gate_that_is_not_open_is_marked_and_tells_nothing_more() {
        let words = Words::load("en", None).unwrap();
        let _day = words.step(Section::Day);
        // The example has an answer to each of these.
        let telling = [
            Field::Ages,
            Field::Recent,
            Field::Means,
            Field::ProAgrees,
            Field::ProAdvice,
        ];
        for state in ["ask_first", "closed"] {
            let printed = shown(|plan| {
                plan["safety"]["told"] = serde_json::json!({"harm": "by_them", "suicide": "yes"});
                plan["safety"]["means"] = "gun".into();
                plan["safety"]["keep"] = "yes".into();
                plan["safety"]["gate"] = state.into();
            });
            assert!(printed.contains(words.day.unagreed), "{printed}");
            for sentence in words.home.gate.values() {
                let begin: String = sentence.chars().take(40).collect();
                assert!(!printed.contains(&begin), "{begin}\n{printed}");
            }
            for field in [Field::Harm, Field::Suicide, Field::KeepSafety]
                .into_iter()
                .chain(telling)
            {
                assert!(!printed.contains(&label(&words, field)), "{field:?}\n{printed}");
            }
            assert!(printed.contains(&label(&words, Field::Naloxone)));
        }
        let open = shown(|_| {});
        for field in telling {
            assert!(open.contains(&label(&words, field)), "{field:?}");
        }
    }

    fn label(words: &Words, field: Field) -> String {
        format!(
            "{}:",
            words.fill_names(words.question(field).short, &Plan::default(), "")
        )
    }

    #[test]
    fn what_stays_off_the_page_is_told_beside_it() {
        let words = Words::load("en", None).unwrap();
        for (state, told) in [("closed", true), ("open", false)] {
            let mut trial = TestContext::new();
            trial.write_example(|plan| plan["safety"]["gate"] = state.into());
            trial.run(|context| show(Format::Text, context)).unwrap();
            let said = &words.commands.show.left_out;
            let flat = |printed: String| printed.split_whitespace().collect::<Vec<_>>().join(" ");
            let beside = flat(trial.stderr());
            assert_eq!(beside.contains(said), told, "{beside}");
            assert!(!flat(trial.stdout()).contains(said));
        }
    }

    // Holds R-26
    #[test]
    fn r_26_what_is_never_withdrawn_stands_beside_the_boundaries() {
        let never = "Whatever else changes, these stay: a call for help in an emergency";
        let flat = |printed: String| printed.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat(shown(|_| {})).contains(never));
        for silent in [
            shown(|plan| plan["boundaries"] = serde_json::json!([])),
            shown(|plan| plan["safety"]["gate"] = "closed".into()),
            shown(|plan| plan["visit"]["changes"] = serde_json::json!([{"kind": "died", "on": "2026-11-20"}])),
        ] {
            assert!(!flat(silent).contains(never));
        }
    }

    #[test]
    fn a_closed_gate_hides_the_day() {
        let words = Words::load("en", None).unwrap();
        let printed = shown(|plan| plan["safety"]["gate"] = "closed".into());
        assert!(!printed.contains(words.step(Section::Boundaries).title));
        let day = words.step(Section::Day);
        assert!(!printed.contains(day.title) && printed.contains(day.title_closed));
    }

    #[test]
    fn what_could_not_be_read_is_said_beside_it() {
        let mut trial = TestContext::new();
        trial.write_example(|plan| plan["person"]["love"] = 5.into());
        assert_eq!(trial.run(|context| show(Format::Text, context)).unwrap(), Exit::Done);
        assert!(trial.stderr().contains("steadfast check"), "{}", trial.stderr());
    }
}
