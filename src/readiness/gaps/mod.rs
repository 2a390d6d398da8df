//! What stands between this plan and the day, and which question answers it.
//!
//! Here lives the list of rules, each a function over the plan, by theme. Not here: their sentences, and how a question
//! is asked. Beside each rule are the codes of its sources (evidence#sources), `D` for what was derived.

mod care;
mod codes;
mod day;
mod people;
mod safety;
#[cfg(test)]
mod sample;
mod statements;

use chrono::NaiveDate;

use crate::coach::CoachWords;
use crate::plan::{Ages, Change, Field, Gate, Id, Plan, TakesPart, Way};

pub use codes::{Level, Rule};
pub use safety::takes_vital_help;

use super::gate;

/// One rule: what it looks for, how grave it is, and the question that answers it.
pub struct GapRule {
    /// Its name.
    pub rule: Rule,
    /// How grave it is.
    pub level: Level,
    /// What it rests on: codes of sources (evidence#sources), or `D` for derived.
    pub source: &'static [&'static str],
    /// The question that answers it, where [`About`] names no nearer one.
    pub field: Field,
    /// How far a plan must reach for the rule to speak.
    pub stage: Stage,
    /// Everything the rule speaks of; empty if it is silent.
    pub look: Look,
}

/// What a rule looks at.
pub enum Look {
    /// The answers, on a given day.
    Answers(fn(&Plan, NaiveDate) -> Vec<About>),
    /// What the sentences of the boundaries take away, whatever kind was picked.
    Sentences(fn(&Plan, &CoachWords) -> Vec<About>),
}

/// A table of rules: name, how grave, how far a plan must reach, the question that answers it, what is looked at, and what
/// it rests on. A macro, so that a rule stays one line.
macro_rules! gap_rules {
    ($($rule:ident, $level:ident, $stage:ident, $field:ident, $look:ident($of:path), [$($source:literal),+];)+) => {
        &[$($crate::readiness::gaps::GapRule {
            rule: $crate::readiness::Rule::$rule,
            level: $crate::readiness::Level::$level,
            source: &[$($source),+],
            field: $crate::plan::Field::$field,
            stage: $crate::readiness::gaps::Stage::$stage,
            look: $crate::readiness::gaps::Look::$look($of),
        }),+]
    };
}
use gap_rules;

/// How far a plan reaches: with a closed gate no rule may speak of a meeting (design#gate), and after a big change the
/// dates wait (design#return).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Stage {
    /// Nothing is asked of the family but to take their time.
    Rest,
    /// Staying alive.
    Safety,
    /// Professionals, options and own support too.
    Care,
    /// The whole plan.
    Meeting,
}

/// What one finding of a rule is about.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct About {
    /// The item of a list whose question answers it.
    pub item: Option<Id>,
    /// Whom it is about.
    pub person: Option<Id>,
    /// The day it is about.
    pub date: Option<NaiveDate>,
    /// A nearer question than the rule's own.
    pub field: Option<Field>,
}

/// One thing that stands between the plan and the day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Gap {
    /// Which rule found it.
    pub rule: Rule,
    /// How grave it is.
    pub level: Level,
    /// The question that answers it.
    pub field: Field,
    /// The item of a list that the question is about.
    pub item: Option<Id>,
    /// Whom it is about.
    pub person: Option<Id>,
    /// The day it is about.
    pub date: Option<NaiveDate>,
    /// What it rests on: codes of sources (evidence#sources), or `D` for derived.
    pub source: &'static [&'static str],
}

/// Every rule, the gravest theme first.
pub fn rules() -> impl Iterator<Item = &'static GapRule> {
    [safety::RULES, day::RULES, people::RULES, care::RULES, statements::RULES]
        .into_iter()
        .flatten()
}

/// What stands between this plan and the day, stop first. The sentences of its boundaries are heard by these rules.
pub fn gaps(plan: &Plan, heard_by: &CoachWords, today: NaiveDate) -> Vec<Gap> {
    let reached = stage_of(plan);
    let mut found: Vec<Gap> = rules()
        .filter(|rule| rule.stage <= reached)
        .flat_map(|rule| {
            let found = match rule.look {
                Look::Answers(look) => look(plan, today),
                Look::Sentences(look) => look(plan, heard_by),
            };
            found.into_iter().map(|about| rule.gap(about))
        })
        .collect();
    found.sort_by_key(|gap| gap.level);
    found
}

/// The same for tests, with the rules of English.
#[cfg(test)]
pub(crate) fn gaps_in_english(plan: &Plan, today: NaiveDate) -> Vec<Gap> {
    gaps(plan, &crate::coach::english(), today)
}

/// True if nothing of *stop* or *must* is open.
pub fn is_ready(gaps: &[Gap]) -> bool {
    gaps.iter().all(|gap| gap.level == Level::Better)
}

impl GapRule {
    fn gap(&self, about: About) -> Gap {
        Gap {
            rule: self.rule,
            level: self.level,
            field: about.field.unwrap_or(self.field),
            item: about.item,
            person: about.person,
            date: about.date,
            source: self.source,
        }
    }
}

impl About {
    /// An item of a list.
    fn item(id: &Id) -> About {
        About {
            item: Some(id.clone()),
            ..About::default()
        }
    }

    /// Somebody, with no item of a list to ask about.
    fn person(id: &Id) -> About {
        About {
            person: Some(id.clone()),
            ..About::default()
        }
    }

    /// An attendee: the item and the person are one.
    fn attendee(id: &Id) -> About {
        About {
            person: Some(id.clone()),
            ..About::item(id)
        }
    }

    /// The same, answered by a nearer question.
    fn by(mut self, field: Field) -> About {
        self.field = Some(field);
        self
    }

    /// The same, about a day.
    fn on(mut self, date: NaiveDate) -> About {
        self.date = Some(date);
        self
    }
}

/// One finding about the plan itself, where the rule speaks.
fn about_plan(speaks: bool) -> Vec<About> {
    if speaks { vec![About::default()] } else { Vec::new() }
}

/// How far this plan reaches.
fn stage_of(plan: &Plan) -> Stage {
    match plan.change() {
        Some(Change::Died) => Stage::Rest,
        Some(Change::Stopping) => Stage::Safety,
        _ if plan.person.ages.is(&Ages::PlannerUnder) => Stage::Safety,
        Some(_) => Stage::Care,
        None if gate(plan) == Gate::Closed => Stage::Care,
        None => Stage::Meeting,
    }
}

/// A meeting of several, not a talk with one. While nothing is decided, a calm talk or an invitation is the default
/// (design#order), so two who attend make it a meeting.
pub fn is_group_meeting(plan: &Plan) -> bool {
    match plan.way.kind.given() {
        Some(Way::Talk) => false,
        None | Some(Way::NotDecided) => attending(plan) >= 2,
        Some(_) => true,
    }
}

/// How many are in the room or on the line.
fn attending(plan: &Plan) -> usize {
    plan.attendees.iter().filter(|a| a.attends()).count()
}

/// True if somebody is there on the day. A planner who is not on the list of attendees is taken to be.
fn is_there(plan: &Plan, id: &Id) -> bool {
    match plan.attendee(id) {
        Some(attendee) => attendee.attends(),
        None => *id == Id::planner(),
    }
}

/// True if somebody is in the room, not on the line.
fn in_the_room(attendee: &crate::plan::Attendee) -> bool {
    attendee.takes_part.is(&TakesPart::InTheRoom)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::sample::{GapCase, TODAY, date, ready};
    use super::*;
    use crate::plan::{Answer, ChangeNote, Harm, Text};

    fn cases() -> Vec<&'static GapCase> {
        [
            safety::tests::CASES,
            day::tests::CASES,
            people::tests::CASES,
            care::tests::CASES,
            statements::tests::CASES,
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    fn of(plan: &Plan, rule: Rule) -> Vec<Gap> {
        let mut found = gaps_in_english(plan, date(TODAY));
        found.retain(|gap| gap.rule == rule);
        found
    }

    #[test]
    fn a_whole_plan_has_no_gap() {
        assert_eq!(gaps_in_english(&ready(), date(TODAY)), []);
        assert!(is_ready(&[]));
    }

    #[test]
    fn every_rule_speaks_where_it_should_and_is_silent_beside_it() {
        for case in cases() {
            let mut plan = ready();
            (case.speaks)(&mut plan);
            let found = of(&plan, case.rule);
            assert_eq!(found.len(), 1, "{:?} does not speak", case.rule);
            let (field, level) = (case.field, case.level);
            assert_eq!((found[0].field, found[0].level), (field, level), "{:?}", case.rule);
            let mut plan = ready();
            (case.silent)(&mut plan);
            assert_eq!(of(&plan, case.rule), [], "{:?} is not silent", case.rule);
        }
    }

    #[test]
    fn every_rule_stands_in_the_list_once_and_has_its_case() {
        let listed: Vec<Rule> = rules().map(|rule| rule.rule).collect();
        let once: BTreeSet<Rule> = listed.iter().copied().collect();
        assert_eq!((listed.len(), once.len()), (Rule::ALL.len(), Rule::ALL.len()));
        let tried: BTreeSet<Rule> = cases().iter().map(|case| case.rule).collect();
        let untried: Vec<&Rule> = once.difference(&tried).collect();
        assert!(untried.is_empty(), "no case: {untried:?}");
    }

    #[test]
    fn every_source_is_known() {
        let known = include_str!("../../../prompts/sources.toml");
        for rule in rules() {
            assert!(!rule.source.is_empty(), "{:?}", rule.rule);
            for code in rule.source {
                let there = *code == "D" || known.contains(&format!("\n[{code}]\n"));
                assert!(there, "{:?} {code}", rule.rule);
            }
        }
    }

    #[test]
    fn stop_comes_first_and_an_empty_plan_is_not_ready() {
        let found = gaps_in_english(&Plan::default(), date(TODAY));
        assert!(!is_ready(&found));
        assert!(found.is_sorted_by_key(|gap| gap.level));
        assert_eq!(found[0].rule, Rule::SafetyNotPut);
    }

    #[test]
    fn a_closed_plan_hears_no_word_of_a_meeting() {
        let mut plan = ready();
        plan.safety.this_session.harm = Answer::Given(Harm::ByThem);
        plan.professionals[0].conditions = Answer::Unasked;
        plan.day.date = Answer::Unasked;
        plan.attendees.clear();
        let rules: Vec<Rule> = gaps_in_english(&plan, date(TODAY)).iter().map(|gap| gap.rule).collect();
        assert_eq!(rules, [Rule::GateClosed]);
    }

    #[test]
    fn after_a_death_nothing_is_asked_of_the_family() {
        let mut plan = Plan::default();
        for (change, only_rest) in [(Change::Died, true), (Change::InJail, false)] {
            plan.visit.changes = vec![ChangeNote {
                kind: change,
                on: date(TODAY),
            }];
            let found = gaps_in_english(&plan, date(TODAY));
            assert_eq!(found.len() == 1, only_rest);
            assert!(found.iter().any(|gap| gap.rule == Rule::BigChange) && !is_ready(&found));
        }
    }

    #[test]
    fn a_planner_under_18_is_asked_for_no_professional_and_no_option() {
        let mut plan = Plan::default();
        plan.person.ages = Answer::Given(Ages::PlannerUnder);
        plan.planner.name = Answer::Given(Text::new("Kit"));
        let rules: Vec<Rule> = gaps_in_english(&plan, date(TODAY)).iter().map(|gap| gap.rule).collect();
        assert_eq!(rules, [Rule::SafetyNotPut, Rule::GateClosed, Rule::NaloxoneMissing]);
    }
}
