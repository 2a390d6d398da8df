//! What a step gained: the one line after it ("3 new tasks, one is Ana's"), and after a few steps a kind word.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use crate::journey::Tier;
use crate::plan::{CodedChoice, Gate, Id, Plan, Section};
use crate::readiness;
use crate::tasks::{self, Owner, Task};
use crate::words::Words;

use super::gate_lines::opens;

/// The tasks there were when the last step ended.
pub(super) struct SectionSummary<'a> {
    known: BTreeSet<String>,
    words: &'a Words,
    today: NaiveDate,
}

impl<'a> SectionSummary<'a> {
    pub(super) fn new(plan: &Plan, words: &'a Words, today: NaiveDate) -> Self {
        SectionSummary {
            known: ids(plan, today),
            words,
            today,
        }
    }

    /// The line for a step that has just ended.
    pub(super) fn line(&mut self, plan: &Plan, section: Section) -> Option<String> {
        let words = &self.words.gain;
        // Ten minutes are short: only what follows from the safety answers is said.
        let short = Tier::of(plan) == Tier::TenMinutes;
        if short && section != Section::Safety {
            return None;
        }
        let new: Vec<_> = tasks::derive(plan, self.today)
            .into_iter()
            .filter(|task| !task.is_done() && !self.known.contains(&task.id))
            .collect();
        self.known = ids(plan, self.today);
        let passed_over = section == Section::Safety && plan.safety.screen_seen == Some(true);
        let kind = match passed_over {
            // Nothing hard was asked, and somebody looks on.
            true => words.passed_over,
            false => words.step.get(section.code()).copied().unwrap_or_default(),
        };
        let mut kind = self.words.fill_names(kind, plan, "");
        let gate = readiness::gate(plan);
        if section == Section::Safety && gate != Gate::Open && !passed_over {
            // Told once, kindly, where it follows from the answers; the home page has it from then on.
            let mut said = vec![
                self.words
                    .home
                    .gate
                    .get(gate.code())
                    .copied()
                    .unwrap_or_default()
                    .into(),
            ];
            if gate == Gate::Closed {
                said.extend(opens(plan, self.words));
            }
            kind = format!("{kind}\n\n{}", said.join("\n"));
        }
        // After the hard questions nobody is told how much there is to do.
        // Above the choice of a way stands what studies found, and nothing that can wait.
        let counted = !short && !matches!(section, Section::Safety | Section::Professional);
        let gained = (!new.is_empty() && counted).then(|| format!("{}.", self.gained(&new, plan)));
        let said: Vec<String> = gained
            .into_iter()
            .chain(Some(kind))
            .filter(|it| !it.is_empty())
            .collect();
        (!said.is_empty()).then(|| said.join(" "))
    }

    /// How many tasks came, and whose they are.
    fn gained(&self, new: &[Task], plan: &Plan) -> String {
        let words = &self.words.gain;
        let boxes = words.boxes.of(new.len());
        let mut owners: BTreeMap<Id, usize> = BTreeMap::new();
        for task in new {
            let each = task.shares.iter().map(|share| &share.person);
            let one = match &task.owner {
                Owner::Person(id) if task.shares.is_empty() => Some(id),
                _ => None,
            };
            for id in each.chain(one) {
                *owners.entry(id.clone()).or_default() += 1;
            }
        }
        // One owner is enough for one line: somebody else's box is the better news.
        let other = owners
            .iter()
            .filter(|(id, _)| **id != Id::planner())
            .max_by_key(|(_, boxes)| **boxes);
        let whose = match (other, owners.get(&Id::planner())) {
            _ if new.len() == 1 => None,
            (Some((id, boxes)), _) => {
                let who = plan.name_of(id).unwrap_or_default();
                Some(words.of_who.with(*boxes, &[("who", &who)]))
            }
            (None, Some(boxes)) => Some(words.yours.of(*boxes)),
            _ => None,
        };
        match whose {
            Some(whose) => format!("{boxes}, {whose}"),
            None => boxes,
        }
    }
}

fn ids(plan: &Plan, today: NaiveDate) -> BTreeSet<String> {
    tasks::derive(plan, today).into_iter().map(|task| task.id).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{Answer, Harm};

    #[test]
    fn while_somebody_looks_on_nothing_is_said_of_hard_questions_and_of_the_gate() {
        let words = Words::load("en", None).unwrap();
        let mut plan = Plan::default();
        plan.safety.this_session.harm = Answer::Given(Harm::ByThem);
        let said = |plan: &Plan| SectionSummary::new(plan, &words, NaiveDate::default()).line(plan, Section::Safety);
        assert!(
            said(&plan).unwrap().starts_with(words.gain.step["safety"]),
            "and no number of tasks"
        );
        plan.safety.screen_seen = Some(true);
        assert_eq!(said(&plan).as_deref(), Some(words.gain.passed_over));
    }
}
