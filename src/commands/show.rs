//! `show`: the review as text.

use crate::error::Error;
use crate::plan::{Choice, Field, Gate, Plan, Safety, Section, State};
use crate::readiness;
use crate::steps::{self, STEPS};
use crate::text;
use crate::walk::{Here, Spot, Tier};
use crate::words::{ShowWords, Words, fill};

use super::{Errand, Exit, open};

/// The widest line.
const COLUMNS: usize = 80;

/// Prints every answer of the plan, section by section.
///
/// # Errors
/// As [`open`]; nobody takes what is printed.
pub fn show(errand: &mut Errand) -> Result<Exit, Error> {
    let (_, plan, faults) = open(errand)?;
    let text = review(&plan, errand.words);
    errand.print(&text)?;
    if !faults.is_empty() {
        let command = errand.command_for("check");
        let said = fill(&errand.words.commands.show.unread, &[("command", &command)]);
        errand.tell(&said)?;
    }
    Ok(Exit::Done)
}

/// The review of a plan, in lines of at most 80 columns.
fn review(plan: &Plan, words: &Words) -> String {
    let show = &words.commands.show;
    let mut lines = vec![show.title.clone(), show.private.clone()];
    for step in STEPS {
        let rows = section(step, plan, words);
        if rows.is_empty() {
            continue;
        }
        lines.push(String::new());
        lines.push(words.step(step.section).title.clone());
        lines.extend(rows);
    }
    lines.push(String::new());
    lines.join("\n")
}

/// What tells why the gate is not open. Whoever finds the page may be the one who is feared.
const WHY: [Field; 4] = [Field::Harm, Field::Means, Field::Suicide, Field::KeepSafety];

fn section(step: &steps::Step, plan: &Plan, words: &Words) -> Vec<String> {
    let mut lines = Vec::new();
    let open = readiness::gate(plan) == Gate::Open;
    for question in step.questions {
        if !open && WHY.contains(&question.field) {
            continue;
        }
        let here = Here {
            question,
            spot: Spot::PLAN,
        };
        if !is_shown(here, plan) {
            continue;
        }
        lines.extend(row(here, plan, words, 2));
        let Some(group) = question.kind.group() else { continue };
        for (at, road) in group.items(plan).iter().enumerate() {
            let name = match (group.title)(plan, at, words) {
                name if name.is_empty() => words.engine.unnamed.clone(),
                name => name,
            };
            lines.extend(text::hang(&text::line(&name), COLUMNS, "    ", "      "));
            let shown = road.stops.iter().filter(|stop| is_shown(stop.here, plan));
            lines.extend(shown.flat_map(|stop| row(stop.here, plan, words, 6)));
        }
    }
    if step.section == Section::Safety {
        lines.extend(text::hang(&gate_sentence(plan, words), COLUMNS, "  ", "  "));
    }
    lines
}

/// Every question that applies at the plan's length, and what was answered beyond it.
fn is_shown(here: Here, plan: &Plan) -> bool {
    here.stands(plan, Tier::of(plan)) || (here.stands(plan, Tier::More) && here.settled(plan))
}

fn row(here: Here, plan: &Plan, words: &Words, indent: usize) -> Vec<String> {
    let title = (here.spot.title)(plan, here.spot.at, words);
    let short = words.speak(&words.question(here.question.field).short, plan, &title);
    let answer = private(here, plan, words).unwrap_or_else(|| match here.recap(plan, words) {
        empty if empty.is_empty() => words.commands.show.nothing.clone(),
        answer => answer,
    });
    let said = fill(&words.commands.show.row, &[("short", &short), ("answer", &answer)]);
    let (first, next) = (" ".repeat(indent), " ".repeat(indent + 2));
    text::hang(&said, COLUMNS, &first, &next)
}

/// What is heard and not kept is not printed either where the family chose to keep it: what is printed gets about.
fn private(here: Here, plan: &Plan, words: &Words) -> Option<String> {
    let field = here.question.field;
    // The ticks on what makes tonight more dangerous are kept without a possible pregnancy, and shown as kept.
    let unkept = Safety::UNKEPT.contains(&field) && field != Field::Recent;
    (unkept && here.state(plan) == State::Given).then(|| kept_or_not(plan, field, words))
}

fn kept_or_not(plan: &Plan, field: Field, words: &Words) -> String {
    let told = &plan.safety.told;
    let kept = match field {
        Field::Harm => told.harm.given().is_some(),
        _ => told.suicide.given().is_some(),
    };
    let ShowWords { private_kept, .. } = &words.commands.show;
    if kept {
        private_kept.clone()
    } else {
        words.engine.asked_not_kept.clone()
    }
}

/// An open gate is said; of any other only the mark, never what it rests on.
fn gate_sentence(plan: &Plan, words: &Words) -> String {
    match readiness::gate(plan) {
        gate @ Gate::Open => words.speak(&words.home.gate[gate.code()], plan, ""),
        _ => words.step(Section::Day).unagreed.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::trial::Trial;
    use super::*;

    fn shown(change: impl FnOnce(&mut serde_json::Value)) -> String {
        let mut trial = Trial::new();
        trial.write_example(change);
        assert_eq!(trial.run(show).unwrap(), Exit::Done);
        trial.printed()
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
            assert!(printed.lines().any(|line| line == title), "{title}");
        }
        assert!(printed.contains(&words.engine.left_open));
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
        let short = |field| words.speak(&words.question(field).short, &Plan::default(), "");
        for field in [Field::Harm, Field::Suicide] {
            let row = format!("{}: {}", short(field), words.commands.show.private_kept);
            assert!(printed.contains(&row), "{row}\n{printed}");
        }
        assert!(shown(|_| {}).contains(&words.engine.asked_not_kept));
    }

    #[test]
    fn a_gate_that_is_not_open_is_marked_and_tells_nothing_more() {
        let words = Words::load("en", None).unwrap();
        let day = words.step(Section::Day);
        for state in ["ask_first", "closed"] {
            let printed = shown(|plan| {
                plan["safety"]["told"] = serde_json::json!({"harm": "by_them", "suicide": "yes"});
                plan["safety"]["means"] = "gun".into();
                plan["safety"]["keep"] = "yes".into();
                plan["safety"]["gate"] = state.into();
            });
            assert!(printed.contains(&day.unagreed), "{printed}");
            for sentence in words.home.gate.values() {
                let begin: String = sentence.chars().take(40).collect();
                assert!(!printed.contains(&begin), "{begin}\n{printed}");
            }
            for field in [Field::Harm, Field::Means, Field::Suicide, Field::KeepSafety] {
                let short = &words.question(field).short;
                assert!(!printed.contains(short.as_str()), "{short}\n{printed}");
            }
            assert!(printed.contains(&words.question(Field::Naloxone).short));
        }
    }

    #[test]
    fn a_closed_gate_hides_the_day() {
        let words = Words::load("en", None).unwrap();
        let printed = shown(|plan| plan["safety"]["gate"] = "closed".into());
        assert!(!printed.contains(&words.step(Section::Boundaries).title));
    }

    #[test]
    fn what_could_not_be_read_is_said_beside_it() {
        let mut trial = Trial::new();
        trial.write_example(|plan| plan["person"]["love"] = 5.into());
        assert_eq!(trial.run(show).unwrap(), Exit::Done);
        assert!(trial.told().contains("steadfast check"), "{}", trial.told());
    }
}
